//! What a line's place on the page says about it: what stands before the article, between its
//! paragraphs and after it.

mod body;
mod comments;
mod contents;
mod header;
mod runs;
mod shared;
mod tail;

pub(super) use body::decide_body;
pub(super) use comments::cut_comments;
pub(super) use contents::remove_contents;
pub(super) use header::decide_header;
pub(super) use runs::remove_foreign_headlines;
pub(super) use shared::remove_shared;
pub(super) use tail::cut_tail;

use super::page::Page;

/// How many words of running text stand in the lines from `from` up to `to`.
fn words_of_text(page: &Page, from: usize, to: usize) -> usize {
    page.entries[from..to].iter().filter(|entry| entry.is_body_text()).map(|entry| entry.shape.words).sum()
}

/// Whether a phrase of at most `words` words stands directly above a picture's credit.
fn captions_a_picture(page: &Page, at: usize, words: usize) -> bool {
    let entry = &page.entries[at];
    let credit = page.entries.get(at + 1).and_then(|next| next.verdict).is_some_and(|next| next.rule == "photo-credit");
    entry.is_phrase() && entry.shape.words <= words && credit
}
