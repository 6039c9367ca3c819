//! Headlines of other stories that no marker announces.

use crate::intake::page::{Fate, Page};
use crate::intake::vocabulary::Vocabulary;

/// Takes out headlines of other stories that no marker announces, by their coming in runs and by
/// speaking of other things.
pub(in crate::intake) fn remove_foreign_headlines(page: &mut Page) {
    let mut at = page.body_start;
    while at < page.entries.len() {
        if page.entries[at].fate != Fate::Open {
            at += 1;
            continue;
        }
        let mut run = vec![at];
        let mut end = at + 1;
        while end < page.entries.len() && page.entries[end].fate != Fate::Keep {
            if page.entries[end].fate == Fate::Open {
                run.push(end);
            }
            end += 1;
        }
        judge_run(page, run, end);
        at = end;
    }
}

/// Whether a phrase of some length names somebody of whom the article says nothing, and shares no other word
/// with it: a heading of the article's own would.
fn is_of_others(page: &Page, at: usize) -> bool {
    let text = page.entries[at].text();
    let names_somebody = text.split(' ').skip(1).any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.chars().count() >= 4 && bare.starts_with(char::is_uppercase) && page.vocabulary.overlap(bare) == 0.0
    });
    page.entries[at].line.markup.is_none()
        && page.entries[at].shape.words >= 4
        && Vocabulary::weight(text) >= 4
        && page.overlap(at) == 0.0
        && names_somebody
}

/// Decides on a run of phrases; `end` is the first kept line after it.
fn judge_run(page: &mut Page, mut run: Vec<usize>, end: usize) {
    let first = run[0];
    let introduced = (page.body_start..first)
        .rev()
        .find(|&i| page.entries[i].fate == Fate::Keep)
        .is_some_and(|i| page.entries[i].shape.colon);
    let at_end = end == page.entries.len();
    let furniture_near = (first..end).any(|i| page.entries[i].is_out());
    let last = run[run.len() - 1];
    let heading = !at_end && last + 1 == end && page.entries[last].shape.words <= 10;
    let own_heading = heading
        && !is_of_others(page, last)
        && (run.len() == 1 || page.entries[last].shape.words <= 7 || page.overlap(last) >= 0.3);
    if own_heading {
        page.entries[last].fate = Fate::Keep;
        run.pop();
    }
    if run.is_empty() {
        return;
    }
    let count = run.len();
    let words: usize = run.iter().map(|&i| page.entries[i].shape.words).sum();
    let mean_words = words as f32 / count as f32;
    let bullets = run.iter().filter(|&&i| page.entries[i].shape.bullet).count();
    let weighty: Vec<usize> = run.iter().copied().filter(|&i| Vocabulary::weight(page.entries[i].text()) > 0).collect();
    let overlap = weighty.iter().map(|&i| page.overlap(i)).sum::<f32>() / weighty.len().max(1) as f32;
    // A text that was pasted without any of the page has its own reasons for lines without a stop.
    let clean_page = count <= 2 && page.entries.iter().all(|entry| !entry.is_out() || entry.fate == Fate::Out("title"));
    let rule = if clean_page {
        None
    } else if introduced || bullets * 2 > count {
        (at_end && !introduced && overlap < 0.2 && count >= 3).then_some("foreign-headline")
    } else if at_end {
        match count {
            1 if furniture_near => (overlap <= 0.5).then_some("page-footer"),
            1 => (overlap < 0.2 && mean_words >= 5.0).then_some("foreign-headline"),
            _ if mean_words >= 4.0 => {
                let limit = if furniture_near {
                    0.6
                } else if count >= 3 {
                    0.4
                } else {
                    0.2
                };
                (overlap < limit).then_some("foreign-headline")
            }
            _ => (count >= 3 || furniture_near || overlap < 0.3).then_some("page-footer"),
        }
    } else {
        match count {
            1 => (overlap == 0.0
                && (Vocabulary::weight(page.entries[run[0]].text()) >= 5 || is_of_others(page, run[0])))
            .then_some("foreign-headline"),
            _ if mean_words >= 5.0 => (overlap < 0.3).then_some("foreign-headline"),
            _ if mean_words >= 4.0 => (overlap < if furniture_near { 0.3 } else { 0.15 }).then_some("foreign-headline"),
            _ => None,
        }
    };
    for i in run {
        match rule {
            Some(rule) => page.entries[i].remove(rule),
            None => page.entries[i].fate = Fate::Keep,
        }
    }
}
