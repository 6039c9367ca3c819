//! Authors that stand without a label: round the title, or at the end of the article.

use super::bylines;
use super::lines::Markup;
use super::page::{Fate, Page};
use super::rules::Opens;
use super::shape::Class;

/// Marks the lines round the title that name an author.
pub(super) fn read_round_title(page: &mut Page) {
    let first = page.title.map_or(0, |title| title + 1);
    for at in first..page.body_start {
        set_byline(page, at);
    }
    // Above the title stand menus too: only a name that is known for one counts there, and only among
    // the stamps directly above.
    for at in (0..page.title.unwrap_or(0)).rev().take(4) {
        let entry = &page.entries[at];
        let passable = !entry.is_unmarked() || entry.is_out() || entry.shape.class == Class::Label;
        let post = bylines::is_post(entry.text()) || entry.shape.starts_lower;
        let beside_date = at > 0 && page.entries[at - 1].dates.is_some() || page.entries[at + 1].dates.is_some();
        let named = (beside_date || bylines::has_given_name(entry.text())) && set_byline(page, at);
        if !passable && !post && !named {
            break;
        }
    }
    for at in 0..page.entries.len().saturating_sub(1) {
        if bylines::is_label(page.entries[at].text()) && set_byline(page, at + 1) {
            page.entries[at].byline.get_or_insert_default();
            page.entries[at].verdict = None;
        }
    }
}

/// Finds the author who is named after the last paragraph, and decides on that line.
pub(super) fn read_signature(page: &mut Page) {
    let is_kept_text = |&i: &usize| page.entries[i].fate == Fate::Keep && page.entries[i].shape.is_text();
    let Some(last_text) = (page.body_start..page.entries.len()).rev().find(is_kept_text) else { return };
    // The author's line may itself end like a sentence.
    let signed = last_text > page.body_start && set_byline(page, last_text);
    let at = if signed { Some(last_text) } else { set_signature(page, last_text + 1) };
    let Some(at) = at else { return };
    if page.entries[at].byline.as_ref().is_some_and(|byline| byline.telling) {
        page.entries[at].fate = Fate::Keep;
    } else {
        page.entries[at].remove("byline");
    }
}

/// A name after the last paragraph is the author's unless it is one of a list: of tags, of a team.
/// A call to subscribe or a credit may come between.
fn set_signature(page: &mut Page, from: usize) -> Option<usize> {
    let passable = |i: &usize| {
        let entry = &page.entries[*i];
        entry.opens() == Opens::Nothing
            && entry.verdict.is_some_and(|verdict| !matches!(verdict.rule, "section-label" | "menu" | "tag-list"))
    };
    let at = (from..page.entries.len().min(from + 3)).find(|i| !passable(i))?;
    let listed = page.entries.get(at + 1).is_some_and(|next| next.is_phrase() && next.shape.words <= 3);
    let item = page.entries[at].line.markup == Some(Markup::Item);
    (!listed && !item && !page.entries[at].is_out() && set_byline(page, at)).then_some(at)
}

/// Reads the line as a byline without a label, if nothing else is known of it.
fn set_byline(page: &mut Page, at: usize) -> bool {
    let entry = &page.entries[at];
    if !entry.is_unmarked() || entry.is_out() {
        return false;
    }
    // Where a label names who wrote it, another name by itself is whom the text is about.
    let labelled: Vec<&String> = page
        .entries
        .iter()
        .filter(|other| other.is_labelled)
        .filter_map(|other| other.byline.as_ref())
        .flat_map(|byline| &byline.authors)
        .collect();
    let own = |byline: &bylines::Byline| byline.authors.iter().all(|author| labelled.contains(&author));
    let byline = bylines::read_unlabelled(entry.text()).filter(|byline| labelled.is_empty() || own(byline));
    let found = byline.is_some();
    page.entries[at].byline = byline;
    found
}
