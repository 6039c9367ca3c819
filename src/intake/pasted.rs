//! A pasted page to an article: the order in which the rules are applied.

use super::article::{Block, Dateline, Removed, Sourced};
use super::authors;
use super::blocks;
use super::lines::Line;
use super::metadata::Known;
use super::outlets;
use super::page::{Entry, Fate, Page};
use super::publication;
use super::titles;
use super::wires;
use super::zones;
use crate::calendar::Moment;

/// A page taken apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Pasted {
    /// What the page's lines say about the article.
    pub known: Known,
    pub text: String,
    pub blocks: Vec<Block>,
    pub dateline: Option<Dateline>,
    pub removed: Vec<Removed>,
    /// A day on which it may have been published, if nothing else tells: the site's clock may show it.
    pub doubtful_day: Option<Moment>,
}

/// Takes `text` (normalised) apart. What is `known` from beside it wins over what its lines say. The
/// result's text is empty where the page holds no article. `chrome` are the lines of its site.
pub(super) fn take_apart(text: &str, known: Known, chrome: &[String]) -> Pasted {
    // A title of the file's own may differ from the one that the lines have, which is then found and taken out.
    let named = known.title.is_some();
    let mut page = Page::read(text);
    if named && page.body_start < page.entries.len() {
        let title = known.title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
        titles::mark_title(&mut page, &title);
        if page.title.is_none() {
            titles::take_title(&mut page);
        }
    }
    finish(page, known, chrome)
}

/// The same for lines whose markup says that the article's text begins at line `body`. What is `known`
/// from beside the text wins over what the lines say.
pub(super) fn take_apart_lines(lines: Vec<Line>, body: Option<usize>, known: Known, chrome: &[String]) -> Pasted {
    let mut page = Page::of_lines(lines);
    page.body_start = body.unwrap_or(page.entries.len());
    finish(page, known, chrome)
}

fn finish(mut page: Page, known: Known, chrome: &[String]) -> Pasted {
    if page.body_start == page.entries.len() {
        return Pasted { removed: everything(&page), known, ..Pasted::default() };
    }
    let title = match &known.title {
        _ if page.title.is_some() => None,
        Some(title) => titles::mark_title(&mut page, &title.value),
        None => titles::take_title(&mut page),
    };
    if page.title == Some(page.body_start) {
        page.body_start = page.next_unmarked(page.body_start).unwrap_or(page.entries.len());
    }
    let mut pasted = Pasted::default();
    pasted.known.title = title.map(Sourced::source);
    zones::remove_contents(&mut page);
    authors::read_round_title(&mut page);
    zones::decide_header(&mut page);
    zones::cut_comments(&mut page);
    zones::decide_body(&mut page);
    authors::read_signature(&mut page);
    zones::remove_foreign_headlines(&mut page);
    zones::cut_tail(&mut page);
    zones::remove_shared(&mut page, chrome);
    let days = publication::read(&page, known.retrieved.as_ref().map(|retrieved| retrieved.value));
    (pasted.known.published, pasted.known.modified, pasted.doubtful_day) =
        (days.published, days.modified, days.doubtful);
    read_metadata(&page, &mut pasted.known);
    for entry in &mut page.entries {
        if entry.fate == Fate::Open {
            entry.fate = Fate::Keep;
        }
    }
    (pasted.text, pasted.blocks) = blocks::assemble(&page);
    pasted.removed = page.entries.iter().filter_map(removed).collect();
    pasted.read_dateline();
    pasted.known = publication::on_the_pages_clock(known, &pasted.known).or(pasted.known);
    pasted
}

impl Pasted {
    /// Tells the agency's dateline apart; where the page's other lines are silent, it says who reports, and when.
    pub(super) fn read_dateline(&mut self) {
        let Some((dateline, day)) = wires::of_article(&self.text, &self.blocks) else { return };
        self.known.outlet = self.known.outlet.take().or(dateline.agency.clone().map(Sourced::source));
        let dated = day.filter(|moment| moment.day.year.is_some()).map(Sourced::source);
        self.known.published = self.known.published.take().or(dated);
        self.dateline = Some(dateline);
    }
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

fn read_metadata(page: &Page, known: &mut Known) {
    known.outlet = page.channel.clone().map(Sourced::source);
    for entry in &page.entries {
        let Some(byline) = &entry.byline else { continue };
        for author in &byline.authors {
            if !known.authors.iter().any(|other| other.value == *author) {
                known.authors.push(Sourced::source(author.clone()));
            }
        }
        known.tags.extend(byline.tags.iter().cloned());
    }
    for entry in page.entries.iter().filter(|entry| entry.is_out()) {
        if let Some(source) = &entry.source {
            known.outlet = known.outlet.take().or(source.outlet.clone().map(Sourced::source));
            known.url = known.url.take().or(source.url.clone().map(Sourced::source));
        }
        if entry.verdict.is_some_and(|verdict| verdict.rule == "tag-list") {
            known.tags.extend(tags_of(entry.text()));
        }
    }
    if known.url.is_none() {
        known.url = page.entries.iter().find_map(|entry| outlets::bare_url(entry.text())).map(Sourced::source);
    }
    if known.outlet.is_none() {
        let footer = page.entries[page.body_start..].iter().filter(|entry| entry.is_out());
        known.outlet = footer
            .filter(|entry| {
                entry
                    .verdict
                    .is_some_and(|verdict| matches!(verdict.rule, "copyright" | "registration-notice" | "reuse-terms"))
            })
            .find_map(|entry| outlets::from_footer(entry.text()))
            .map(Sourced::source);
    }
    if known.outlet.is_none() {
        let mut masthead = page.entries[..page.body_start].iter().filter(|entry| entry.is_out());
        known.outlet = masthead.find_map(|entry| outlets::from_masthead(entry.text())).map(Sourced::source);
    }
    let mut seen = std::collections::BTreeSet::new();
    known.tags.retain(|tag| !tag.is_empty() && seen.insert(tag.to_lowercase()));
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
