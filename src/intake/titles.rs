//! Which of the lines before the body is the title.

use super::bylines;
use super::page::{Fate, Page};
use super::rules::{self, Opens};
use super::shape::{Class, is_pictograph};
use super::vocabulary::Vocabulary;

/// Words that a title may have.
const TITLE_WORDS: std::ops::RangeInclusive<usize> = 2..=32;

/// Lines above the body among which the title is looked for.
const MOST_ABOVE: usize = 500;

/// Finds the page's title, marks its line and takes out its repetitions. Returns the title's text.
///
/// Only lines before the body can be one. What tells the title from menus and headlines of other
/// stories is that it speaks of what the body speaks of, and that the date or the author stand by it.
pub(super) fn take_title(page: &mut Page) -> Option<String> {
    let near = page.body_start.saturating_sub(MOST_ABOVE)..page.body_start;
    let candidates: Vec<usize> = near.filter(|&i| could_be_title(page, i)).collect();
    let chosen = if candidates.is_empty() { first_sentence(page)? } else { best(page, &candidates)? };
    let chosen = first_of_same(page, bare_form(page, chosen, &candidates), &candidates);
    let text = without_outlet(page, chosen);
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_pictograph(c)).to_owned();
    let key = rules::key(&text);
    page.title = Some(chosen);
    page.entries[chosen].fate = Fate::Out("title");
    for i in 0..page.entries.len() {
        let entry = &page.entries[i];
        let repeats = i != chosen && entry.is_unmarked() && !entry.is_out() && {
            let other = rules::key(entry.text());
            other == key || (i < page.body_start && other.starts_with(&key) && entry.shape.class == Class::Headline)
        };
        if repeats {
            page.entries[i].fate = Fate::Out("title-repeat");
        }
    }
    Some(text)
}

/// Takes out the lines that repeat a title known from elsewhere. Returns nothing: the lines do not say it.
pub(super) fn mark_title(page: &mut Page, title: &str) -> Option<String> {
    let wanted = rules::key(title);
    for at in 0..page.entries.len() {
        let entry = &page.entries[at];
        let key = rules::key(entry.text());
        let behind = |rest: &str| rest.trim_start().starts_with(['|', '—', '–', '-', '→', '/', '·']);
        let repeats = key == wanted || at < page.body_start && key.strip_prefix(wanted.as_str()).is_some_and(behind);
        if !wanted.is_empty() && repeats && (at < page.body_start + 2 || entry.is_phrase()) {
            let rule = if page.title.is_none() { "title" } else { "title-repeat" };
            page.entries[at].fate = Fate::Out(rule);
            page.title = page.title.or(Some(at));
        }
    }
    None
}

/// Where the title stands twice, once with a section or an outlet behind it, the bare one.
fn bare_form(page: &Page, chosen: usize, candidates: &[usize]) -> usize {
    let text = page.entries[chosen].text();
    let is_bare = |other: &usize| {
        let rest = text.strip_prefix(page.entries[*other].text()).unwrap_or("").trim_start();
        *other != chosen && rest.starts_with(['|', '—', '–', '-', '→', ':', '/', '»', '«', '·'])
    };
    candidates.iter().copied().find(is_bare).unwrap_or(chosen)
}

/// The first of the lines closely above that say the same: a picture's description repeats the title below the lead.
fn first_of_same(page: &Page, chosen: usize, candidates: &[usize]) -> usize {
    const NEAR: usize = 4;
    let key = rules::key(page.entries[chosen].text());
    let same = |at: &&usize| **at <= chosen && chosen - **at <= NEAR && rules::key(page.entries[**at].text()) == key;
    candidates.iter().find(same).copied().unwrap_or(chosen)
}

fn could_be_title(page: &Page, at: usize) -> bool {
    let entry = &page.entries[at];
    let shape = entry.shape;
    entry.is_unmarked()
        && !entry.is_out()
        && TITLE_WORDS.contains(&shape.words)
        && entry.text().chars().count() <= 260
        && !shape.bullet
        && !is_row_of_links(entry.text())
        && !is_path_to_page(entry.text())
        && !is_author(entry.text())
        && !is_caption(page, at)
        && !is_post_of_author(page, at)
        && !entry.text().ends_with([',', ';', ':'])
        && match shape.class {
            Class::Headline => !shape.starts_lower,
            Class::Label => shape.words == 2,
            // «Автор. Заголовок» has a full stop inside, and some titles have one at the end.
            Class::Sentence => !shape.starts_lower && !shape.dash && shape.words >= 3,
            Class::Prose => !shape.full_stop && shape.words <= 24 && !shape.dash,
            Class::Scrap => false,
        }
}

/// Whether the line is the post of the author who is named right above it.
fn is_post_of_author(page: &Page, at: usize) -> bool {
    let named = |line: &str| bylines::read_unlabelled(line).is_some_and(|byline| !byline.authors.is_empty());
    at > 0 && bylines::is_calling(page.entries[at].text()) && named(page.entries[at - 1].text())
}

/// Whether the line is announced as a caption.
fn is_caption(page: &Page, at: usize) -> bool {
    at > 0 && page.entries[at - 1].opens() == Opens::Caption
}

/// «Главная → Новости → Заголовок».
fn is_path_to_page(line: &str) -> bool {
    let first = line.split(['→', '>', '»', '/', '|', '·', '•', '›']).next().unwrap_or("");
    let root = ["главная", "главная страница", "home", "головна", "басты бет"];
    first.len() < line.len() && root.contains(&rules::key(first).as_str())
}

/// Cyrillic headlines do not capitalise every word; rows of links do.
fn is_row_of_links(line: &str) -> bool {
    let cyrillic_capital = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() && !c.is_ascii()) && word.chars().any(char::is_lowercase)
    };
    line.split(' ').count() >= 3 && line.split(' ').all(cyrillic_capital)
}

fn best(page: &Page, candidates: &[usize]) -> Option<usize> {
    let mut best: Option<(f32, usize)> = None;
    let scores: Vec<(usize, f32)> = candidates.iter().map(|&at| (at, score(page, at, candidates))).collect();
    for (at, score) in scores {
        if best.is_none_or(|(high, _)| score > high + 1e-4) {
            best = Some((score, at));
        }
    }
    let (top, at) = best?;
    let lone = candidates.len() == 1 && page.entries[at].shape.words >= 3;
    (top >= 0.45 || lone).then_some(at)
}

fn score(page: &Page, at: usize, candidates: &[usize]) -> f32 {
    let entry = &page.entries[at];
    let key = rules::key(entry.text());
    // Two words out of two say less than four out of six.
    let weight = Vocabulary::weight(entry.text()) as f32;
    let mut score = 2.5 * page.vocabulary.overlap(entry.text()) * weight / (weight + 2.0);
    if at > 0 && is_stamp(page, at - 1) {
        score += 0.3;
    }
    if candidates.iter().any(|&other| other != at && rules::key(page.entries[other].text()).starts_with(&key)) {
        score += 0.4;
    }
    score -= match entry.shape.class {
        Class::Label => 0.5,
        Class::Sentence => 0.3,
        _ => 0.0,
    };
    // The line after a title may well be its subtitle, which says the same in more words.
    score += match subtitle_pair(page, at, candidates) {
        Some((title, subtitle)) if at == title => company(page, subtitle).max(company(page, at)),
        Some(_) => company(page, at) - 0.7,
        None => company(page, at),
    };
    let later = candidates.iter().filter(|&&other| other > at).count();
    score - 0.04 * later as f32
}

fn is_stamp(page: &Page, at: usize) -> bool {
    page.entries[at].dates.is_some() || page.entries[at].byline.is_some() || is_author(page.entries[at].text())
}

/// A name with nothing to label it, known for one.
fn is_author(line: &str) -> bool {
    bylines::has_given_name(line) && bylines::read_unlabelled(line).is_some_and(|byline| !byline.authors.is_empty())
}

/// How much what follows a line speaks for its being the title: a date, an author, the body.
fn company(page: &Page, at: usize) -> f32 {
    let stamp = (at + 1..page.body_start.min(at + 3)).find(|&i| is_stamp(page, i));
    let stamped = match stamp {
        Some(i) if i == at + 1 => 0.6,
        Some(_) => 0.35,
        None => 0.0,
    };
    stamped + if at + 1 == page.body_start { 0.25 } else { 0.0 }
}

/// Two candidates that stand by themselves, one directly below the other, are title and subtitle;
/// of a longer list nothing is known.
fn subtitle_pair(page: &Page, at: usize, candidates: &[usize]) -> Option<(usize, usize)> {
    let phrase = |i: &usize| candidates.contains(i) && page.entries[*i].shape.class != Class::Label;
    let first = (0..at).rev().take_while(phrase).last().unwrap_or(at);
    let last = (at + 1..page.body_start).take_while(phrase).last().unwrap_or(at);
    let related = page.vocabulary.overlap(page.entries[first].text()) > 0.0;
    (last == first + 1 && related).then_some((first, last))
}

/// A first line that ends in a full stop is a title when a date or an author stands between it and
/// the text.
fn first_sentence(page: &Page) -> Option<usize> {
    let at = page.body_start;
    let entry = page.entries.get(at)?;
    let next = page.next_unmarked(at)?;
    let stamped = (at + 1..next).any(|i| page.entries[i].dates.is_some() || page.entries[i].byline.is_some());
    let short = entry.shape.words <= 16 && entry.shape.words >= 3 && !entry.shape.dash && !entry.shape.starts_lower;
    (stamped && short && page.entries[next].shape.class == Class::Prose).then_some(at)
}

/// The title without the outlet's name that browsers put behind it («Заголовок — РИА Новости»), where
/// the page shows the bare title as well.
fn without_outlet(page: &Page, at: usize) -> String {
    let text = page.entries[at].text();
    for separator in [" | ", " — ", " – ", " - ", " :: ", " / "] {
        if let Some((head, _)) = text.rsplit_once(separator)
            && page.entries.iter().enumerate().any(|(i, other)| i != at && other.text() == head)
        {
            return head.to_owned();
        }
    }
    text.to_owned()
}
