//! What stands after the article's last paragraph and bears no mark of its own.

use crate::intake::lines::Markup;
use crate::intake::page::{Entry, Page};
use crate::intake::vocabulary::Vocabulary;

/// Takes out, from the end of the article: subjects in a row with commas, other stories with a sentence
/// under each headline, headings that head nothing.
pub(in crate::intake) fn cut_tail(page: &mut Page) {
    remove_pairs(page);
    remove_tag_row(page);
    remove_idle_headings(page);
}

fn last_kept(page: &Page) -> Option<usize> {
    (page.body_start..page.entries.len()).rev().find(|&at| !page.entries[at].is_out())
}

/// Stories that are a headline and one sentence each, two or more of them in a row, which speak of nothing
/// that the text above speaks of.
fn remove_pairs(page: &mut Page) {
    let Some(last) = last_kept(page) else { return };
    let furniture_after = page.entries[last + 1..].iter().any(Entry::is_out);
    let furniture_before = page.entries[..page.body_start].iter().filter(|entry| entry.is_out()).count() >= 3;
    if !furniture_after || !furniture_before {
        return;
    }
    let kept: Vec<usize> = (page.body_start..=last).filter(|&at| !page.entries[at].is_out()).collect();
    let mut first = kept.len();
    while first >= 2 && is_pair(page, kept[first - 2], kept[first - 1]) {
        first -= 2;
    }
    let region = &kept[first..];
    if region.len() < 4 || first < 2 {
        return;
    }
    let mut above = Vocabulary::default();
    for &at in kept[..first].iter().filter(|&&at| page.entries[at].is_body_text()) {
        above.add(page.entries[at].text());
    }
    let related: f32 =
        region.iter().map(|&at| above.overlap(page.entries[at].text())).sum::<f32>() / region.len() as f32;
    if related < 0.12 {
        for &at in region {
            page.entries[at].remove("foreign-headline");
        }
    }
}

fn is_pair(page: &Page, headline: usize, lead: usize) -> bool {
    let (headline, lead) = (&page.entries[headline], &page.entries[lead]);
    let made = headline.line.markup.is_some() || lead.line.markup.is_some();
    !made
        && headline.is_phrase()
        && (3..=14).contains(&headline.shape.words)
        && !headline.shape.colon
        && lead.is_body_text()
        && lead.shape.sentences == 1
        && lead.shape.words <= 30
        && !lead.shape.dash
}

/// «промышленность, космос, Самара» after the last sentence, among what is not of the article.
fn remove_tag_row(page: &mut Page) {
    let Some(last) = last_kept(page) else { return };
    let entry = &page.entries[last];
    let parts: Vec<&str> = entry.text().split(',').map(str::trim).collect();
    let short = parts.len() >= 3 && parts.iter().all(|part| !part.is_empty() && part.split(' ').count() <= 3);
    let among_noise =
        page.entries[..page.body_start].iter().any(Entry::is_out) && page.entries[last + 1..].iter().any(Entry::is_out);
    if last > page.body_start
        && entry.is_unmarked()
        && !entry.shape.ends_sentence
        && !entry.shape.bullet
        && short
        && among_noise
        && entry.line.markup.is_none()
    {
        page.entries[last].remove("tag-list");
    }
}

/// A heading that nothing follows headed what was taken out.
fn remove_idle_headings(page: &mut Page) {
    while let Some(last) = last_kept(page) {
        let heading =
            matches!(page.entries[last].line.markup, Some(Markup::Heading | Markup::LinkedHeading | Markup::Bold));
        let own = page.entries[last].shape.is_text() || last <= page.body_start;
        if !heading || own {
            return;
        }
        page.entries[last].remove("idle-heading");
    }
}
