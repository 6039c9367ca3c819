//! Readers' comments.

use super::words_of_text;
use crate::intake::page::{Entry, Page};
use crate::intake::rules::Opens;
use crate::intake::vocabulary::Vocabulary;

/// Takes out readers' comments: everything from their heading on, if no article follows.
pub(in crate::intake) fn cut_comments(page: &mut Page) {
    let total = page.entries.len();
    let Some(at) = (page.body_start..total).find(|&i| {
        page.entries[i].opens() == Opens::Comments
            && words_of_text(page, page.body_start, i) >= 25
            && !resumes_after_comments(page, i)
    }) else {
        return;
    };
    for i in at..total {
        page.entries[i].remove("comments");
        page.entries[i].forget_metadata();
    }
}

/// A link to the comments can stand in the middle of an article. Then what follows is long, speaks of
/// the same things, and has none of the buttons and times that stand between comments.
fn resumes_after_comments(page: &Page, at: usize) -> bool {
    let mut before = Vocabulary::default();
    for entry in page.entries[page.body_start..at].iter().filter(|entry| entry.is_body_text()) {
        before.add(entry.text());
    }
    let rest = &page.entries[at + 1..];
    let furniture = rest
        .iter()
        .filter(|entry| {
            entry.dates.is_some() || entry.verdict.is_some_and(|verdict| verdict.rule.starts_with("comment"))
        })
        .count();
    let texts: Vec<&Entry> = rest.iter().filter(|entry| entry.is_body_text()).collect();
    let long = texts.iter().filter(|entry| entry.shape.words >= 20).count();
    let words: usize = texts.iter().map(|entry| entry.shape.words).sum();
    let related: f32 = texts.iter().map(|entry| before.overlap(entry.text()) * entry.shape.words as f32).sum();
    furniture <= 1 && long >= 2 && related / words.max(1) as f32 >= 0.3
}
