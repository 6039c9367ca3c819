//! A pasted page to an article: the order in which the rules are applied.

use super::article::{Block, Removed, Sourced};
use super::blocks;
use super::bylines;
use super::datelines::DateLabel;
use super::outlets;
use super::page::{Entry, Fate, Page};
use super::rules::Opens;
use super::titles;
use super::zones;
use crate::calendar::Moment;

/// A page taken apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Pasted {
    pub title: Option<Sourced<String>>,
    pub published: Option<Sourced<Moment>>,
    pub modified: Option<Sourced<Moment>>,
    pub authors: Vec<Sourced<String>>,
    pub outlet: Option<Sourced<String>>,
    pub url: Option<Sourced<String>>,
    pub tags: Vec<String>,
    pub text: String,
    pub blocks: Vec<Block>,
    pub removed: Vec<Removed>,
}

/// Takes `text` (normalised) apart. The result's text is empty where the page holds no article.
pub(super) fn take_apart(text: &str) -> Pasted {
    let mut page = Page::read(text);
    if page.body_start == page.entries.len() {
        return Pasted { removed: everything(&page), ..Pasted::default() };
    }
    let title = titles::take_title(&mut page);
    if page.title == Some(page.body_start) {
        page.body_start = page.next_unmarked(page.body_start).unwrap_or(page.entries.len());
    }
    let mut pasted = Pasted { title: title.map(Sourced::source), ..Pasted::default() };
    read_unlabelled_bylines(&mut page);
    zones::decide_header(&mut page);
    zones::cut_comments(&mut page);
    zones::decide_body(&mut page);
    zones::remove_foreign_headlines(&mut page);
    read_metadata(&page, &mut pasted);
    for entry in &mut page.entries {
        if entry.fate == Fate::Open {
            entry.fate = Fate::Keep;
        }
    }
    (pasted.text, pasted.blocks) = blocks::assemble(&page);
    pasted.removed = page.entries.iter().filter_map(removed).collect();
    pasted
}

fn removed(entry: &Entry) -> Option<Removed> {
    let Fate::Out(rule) = entry.fate else { return None };
    Some(Removed { text: entry.line.text.clone(), rule: rule.to_owned(), line: entry.line.number })
}

fn everything(page: &Page) -> Vec<Removed> {
    let entries = page.entries.iter().cloned().map(|mut entry| {
        entry.remove("no-article");
        entry
    });
    entries.filter_map(|entry| removed(&entry)).collect()
}

/// Finds authors that stand without a label: round the title, or at the end of the article.
fn read_unlabelled_bylines(page: &mut Page) {
    let first = page.title.map_or(0, |title| title + 1);
    for at in first..page.body_start {
        set_byline(page, at);
    }
    if let Some(title) = page.title {
        // Before the title a name counts only among the stamps that stand directly above it.
        for at in (0..title).rev().take(4) {
            let entry = &page.entries[at];
            if entry.is_unmarked() && !entry.is_out() && !set_byline_above(page, at) && !is_post(page, at) {
                break;
            }
        }
    }
    for at in 0..page.entries.len().saturating_sub(1) {
        if bylines::is_label(page.entries[at].text()) && set_byline(page, at + 1) {
            page.entries[at].byline.get_or_insert_default();
            page.entries[at].verdict = None;
        }
    }
    let last_text =
        (page.body_start..page.entries.len()).rev().find(|&i| page.entries[i].is_body_text() && page.overlap(i) > 0.1);
    if let Some(last_text) = last_text {
        // The author's line may itself end like a sentence.
        let _ = (last_text > page.body_start && set_byline(page, last_text)) || set_signature(page, last_text + 1);
    }
}

fn set_byline(page: &mut Page, at: usize) -> bool {
    let entry = &page.entries[at];
    if !entry.is_unmarked() || entry.is_out() {
        return false;
    }
    let byline = bylines::read_unlabelled(entry.text());
    let found = byline.is_some();
    page.entries[at].byline = byline;
    found
}

/// Above the title stand menus too: only a name that is known for one counts.
fn set_byline_above(page: &mut Page, at: usize) -> bool {
    bylines::has_given_name(page.entries[at].text()) && set_byline(page, at)
}

/// Whether the line is the post that belongs to an author's name («Корреспондент»).
fn is_post(page: &Page, at: usize) -> bool {
    bylines::is_post(page.entries[at].text()) || page.entries[at].shape.starts_lower
}

/// A name after the last paragraph is the author's unless it is one of a list: of tags, of a team.
/// A call to subscribe or a credit may come between.
fn set_signature(page: &mut Page, from: usize) -> bool {
    let between =
        |at: usize| (from..at).all(|i| page.entries[i].verdict.is_some() && page.entries[i].opens() == Opens::Nothing);
    let Some(at) = (from..page.entries.len().min(from + 3)).find(|&at| page.entries[at].is_unmarked() && between(at))
    else {
        return false;
    };
    let listed = page.entries.get(at + 1).is_some_and(|next| next.is_phrase() && next.shape.words <= 3);
    !listed && set_byline(page, at)
}

fn read_metadata(page: &Page, pasted: &mut Pasted) {
    read_dates(page, pasted);
    for entry in &page.entries {
        let Some(byline) = &entry.byline else { continue };
        for author in &byline.authors {
            if !pasted.authors.iter().any(|known| known.value == *author) {
                pasted.authors.push(Sourced::source(author.clone()));
            }
        }
        pasted.tags.extend(byline.tags.iter().cloned());
    }
    for entry in page.entries.iter().filter(|entry| entry.is_out()) {
        if let Some(source) = &entry.source {
            pasted.outlet = pasted.outlet.take().or(source.outlet.clone().map(Sourced::source));
            pasted.url = pasted.url.take().or(source.url.clone().map(Sourced::source));
        }
        if entry.verdict.is_some_and(|verdict| verdict.rule == "tag-list") {
            pasted.tags.extend(tags_of(entry.text()));
        }
    }
    if pasted.url.is_none() {
        pasted.url = page.entries.iter().find_map(|entry| outlets::bare_url(entry.text())).map(Sourced::source);
    }
    if pasted.outlet.is_none() {
        let footer = page.entries[page.body_start..].iter().filter(|entry| entry.is_out());
        pasted.outlet = footer
            .filter(|entry| {
                entry
                    .verdict
                    .is_some_and(|verdict| matches!(verdict.rule, "copyright" | "registration-notice" | "reuse-terms"))
            })
            .find_map(|entry| outlets::from_footer(entry.text()))
            .map(Sourced::source);
    }
    if pasted.outlet.is_none() {
        let mut masthead = page.entries[..page.body_start].iter().filter(|entry| entry.is_out());
        pasted.outlet = masthead.find_map(|entry| outlets::from_masthead(entry.text())).map(Sourced::source);
    }
    if pasted.outlet.is_none() {
        let first = page.entries.get(page.body_start).map(Entry::text).unwrap_or_default();
        pasted.outlet = outlets::from_dateline(first).map(Sourced::source);
    }
    let mut seen = std::collections::BTreeSet::new();
    pasted.tags.retain(|tag| !tag.is_empty() && seen.insert(tag.to_lowercase()));
}

/// The tags of a line: «#Экономика #Казахстан», «Теги: экономика, Казахстан».
fn tags_of(line: &str) -> Vec<String> {
    let list = match line.split_once(':') {
        Some((_, list)) => list,
        None if line.starts_with('#') => line,
        None => return Vec::new(),
    };
    list.split([',', '#', ';', '|', '•', '·'])
        .map(|tag| tag.trim().trim_end_matches('.').to_owned())
        .filter(|tag| !tag.is_empty() && tag.split(' ').count() <= 5)
        .collect()
}

/// Tells the days of publication, of the last change and of viewing apart.
///
/// A label decides. Without one, the date nearest to the title is the publication's; a date without a
/// time at the very top of the page is the day it was viewed if there is any other.
fn read_dates(page: &Page, pasted: &mut Pasted) {
    let mut bare: Vec<(usize, Moment, bool)> = Vec::new();
    let anchor = page.title.unwrap_or(page.body_start);
    let mut published: Option<Moment> = None;
    let mut modified: Option<Moment> = None;
    for (at, entry) in page.entries.iter().enumerate() {
        let in_header = at < page.body_start;
        if !in_header && !entry.is_out() {
            continue;
        }
        if let Some(line) = &entry.dates {
            for &(label, moment) in &line.dates {
                match label {
                    DateLabel::Published if in_header || published.is_none() => {
                        published = published.or(Some(moment));
                    }
                    DateLabel::Modified => modified = modified.or(Some(moment)),
                    DateLabel::Published => {}
                    DateLabel::Bare => bare.push((at, moment, line.weekday)),
                }
            }
        }
        if let Some(moment) = entry.byline.as_ref().and_then(|byline| byline.date) {
            published = published.or(Some(moment));
        }
    }
    if published.is_none() {
        let in_header: Vec<&(usize, Moment, bool)> = bare.iter().filter(|(at, ..)| *at < page.body_start).collect();
        // What stands between a date and the title, menus above all, parts the two.
        let distance = |at: usize| {
            let (low, high) = (at.min(anchor), at.max(anchor));
            let between = (low + 1..high)
                .filter(|&i| page.entries[i].dates.is_none() && page.entries[i].byline.is_none())
                .count();
            // After the title a date is surer than before it.
            2 * between + usize::from(at < anchor)
        };
        let nearest = in_header.iter().min_by_key(|(at, moment, weekday)| {
            (distance(*at), moment.day.year.is_none(), *weekday && moment.time.is_none(), moment.time.is_none())
        });
        let viewed = |&&&(at, moment, weekday): &&&(usize, Moment, bool)| {
            weekday && moment.time.is_none() && at < anchor && distance(at) >= 3
        };
        published = nearest.filter(|date| !viewed(date)).map(|(_, moment, _)| *moment);
    }
    if published.is_none() {
        published = trailing_date(page, &bare);
    }
    if let Some(moment) = published.filter(|moment| moment.day.year.is_some()) {
        // The same instant printed again with its time.
        let header = bare.iter().filter(|(at, ..)| *at < page.body_start).map(|(_, other, _)| *other);
        let fuller = header.into_iter().find(|other| other.day == moment.day && other.time.is_some());
        published = Some(if moment.time.is_none() { fuller.unwrap_or(moment) } else { moment });
    }
    pasted.published = published.map(Sourced::source);
    pasted.modified = modified.map(Sourced::source);
}

/// A date among the first lines after the article's last paragraph, where the header has none.
fn trailing_date(page: &Page, bare: &[(usize, Moment, bool)]) -> Option<Moment> {
    let last_text = (page.body_start..page.entries.len())
        .rev()
        .find(|&i| page.entries[i].fate == Fate::Keep && page.entries[i].shape.is_text())?;
    let (at, moment, _) = bare.iter().find(|(at, ..)| *at > last_text && *at <= last_text + 6)?;
    let own = |i: usize| page.entries[i].opens() == Opens::Nothing && page.entries[i].fate != Fate::Out("teaser");
    ((last_text + 1..*at).all(own) && !followed_by_headline(page, *at)).then_some(*moment)
}

/// Whether the date is the stamp of a teaser.
fn followed_by_headline(page: &Page, at: usize) -> bool {
    page.entries.get(at + 1).is_some_and(|next| next.is_phrase() && next.shape.words >= 4)
}
