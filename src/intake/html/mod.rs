//! Saved web pages: which of their text is the article, and what they say about it.
//!
//! The page is parsed as browsers do (`dom_query`), read into blocks (`tree`), and divided into the article,
//! what stands above it, and the page round both (`main_text`). The lines of the first two then pass
//! the same rules as pasted text.

mod bounds;
mod breaks;
mod channel;
mod elements;
mod head;
mod headings;
mod json_ld;
mod main_text;
mod marks;
mod numbers;
mod outside;
mod state;
mod title;
mod tokens;
mod tree;
mod weighed;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::article::{Removed, Sourced};
use super::decode::normalise;
use super::lines::{Line, Markup};
use super::metadata::Known;
use super::pasted::{self, Pasted};
use super::rules;
use crate::span::beginning;
pub(super) use channel::{Post, posts};
use main_text::Place;
use numbers::Numbers;
use tree::{Block, Made, Tree};

/// Whether `text` is a web page: it opens with markup that only pages have.
pub(super) fn is_page(text: &str) -> bool {
    let start = beginning(text, 4096);
    let mut rest = start.trim_start_matches('\u{FEFF}').trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        let inside = comment.split("-->").next().unwrap_or("").to_lowercase();
        if inside.contains("saved from url") || inside.contains("singlefile") {
            return true;
        }
        rest = comment.split_once("-->").map_or("", |(_, rest)| rest.trim_start());
    }
    let lower = rest.chars().take(2048).collect::<String>().to_lowercase();
    let declared =
        lower.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map(|(_, rest)| rest.trim_start());
    let lower = declared.unwrap_or(&lower);
    ["<!doctype html", "<html", "<head", "<body", "<meta ", "<title>"].iter().any(|sign| lower.starts_with(sign))
}

/// Whether `text` is a piece of a page: nearly every line of it has tags.
pub(super) fn is_fragment(text: &str) -> bool {
    let start = beginning(text, 4096).trim_start();
    let opens = ["<div", "<p", "<article", "<section", "<main", "<h1", "<h2", "<table", "<span"];
    let lower = start.chars().take(16).collect::<String>().to_lowercase();
    opens.iter().any(|tag| lower.strip_prefix(tag).is_some_and(|rest| rest.starts_with(['>', ' ', '\n'])))
        && start.contains("</")
}

/// Reads a page. What is `given` wins over what the page's data says, and that over what is known from
/// `beside` it, and that over the page's lines. The result's text is empty where the page holds no article.
///
/// # Errors
/// Says why it was not read.
pub(super) fn read(source: &str, given: &Known, beside: &Known, chrome: &[String]) -> Result<Pasted, String> {
    let document = parse(source)?;
    let head = head::read(&document, source);
    let tree = tree::read(&document);
    let mut named = headings::of_page(&tree);
    // Old pages have titles that no markup tells from text.
    named.extend(
        tree.blocks
            .iter()
            .take(80)
            .filter(|block| (3..=30).contains(&block.words()))
            .map(|block| (headings::UNNAMED, clean(&block.text))),
    );
    let (mut title, site) = title::of(&head, &named);
    let witness = readability(document);
    let mut places = main_text::place(&tree, title.as_deref(), &witness, head.declared.body.as_deref());
    if title.as_deref().is_none_or(|title| !headings::is_told_elsewhere(&head, &tree, title)) {
        let better = headings::title_of_article(&tree, &places, title.as_deref());
        if better != title {
            title = better;
            places = main_text::place(&tree, title.as_deref(), &witness, head.declared.body.as_deref());
        }
    }
    let mut known = head.known(title.as_deref());
    let heading = title.clone();
    known.outlet = site.map(Sourced::metadata);
    known.title = title.map(Sourced::metadata);
    let known = given.clone().or(known).or(beside.clone());
    let mut pasted = take_apart(source, &tree, &places, known, chrome);
    if pasted.known.authors.is_empty() {
        pasted.known.authors = outside::named_by_class(&tree, &places);
    }
    let retrieved = pasted.known.retrieved.as_ref().map(|retrieved| retrieved.value);
    let known = &mut pasted.known;
    known.published = known
        .published
        .take()
        .or_else(|| outside::published_below(&tree, &places).map(Sourced::source))
        .or_else(|| head.shown(heading.as_deref(), retrieved));
    if let Some(day) = known.published.as_mut().map(|published| &mut published.value.day) {
        day.year = day.year.or_else(|| head.year_of_picture(day.month));
    }
    Ok(pasted)
}

/// Reads markup that is all article: an entry of a feed, a letter. What its elements say against
/// themselves is believed all the same.
///
/// # Errors
/// As for [`read`].
pub(super) fn read_fragment(source: &str, known: Known, chrome: &[String]) -> Result<Pasted, String> {
    let document = parse(source)?;
    let tree = tree::read(&document);
    let places = main_text::place_all(&tree);
    Ok(take_apart(source, &tree, &places, known, chrome))
}

/// All text that a reader of the markup sees. Empty where it cannot be parsed.
pub(super) fn visible_text(source: &str) -> String {
    let Ok(document) = parse(source) else { return String::new() };
    tree::read(&document).blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn parse(source: &str) -> Result<Document, String> {
    bounds::check(source)?;
    let document = Document::from(source);
    bounds::check_tree(&document)?;
    Ok(document)
}

/// The text of the element that Readability holds for the article.
fn readability(document: Document) -> String {
    let config = Config { disable_json_ld: true, max_elements_to_parse: 60_000, ..Config::default() };
    let parsed = Readability::with_document(document, None, Some(config)).and_then(|mut page| page.parse());
    parsed.map(|article| article.text_content.to_string()).unwrap_or_default()
}

fn clean(text: &str) -> String {
    normalise(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Hands the article's lines to the rules, and puts what they and the page's elements took out together.
fn take_apart(source: &str, tree: &Tree, places: &[Place], known: Known, chrome: &[String]) -> Pasted {
    let mut numbers = Numbers::new(source);
    let mut lines = Vec::new();
    let mut outside = Vec::new();
    let mut body = None;
    let title = known.title.as_ref().map(|title| rules::key(&title.value));
    let mut titled = false;
    for (block, place) in tree.blocks.iter().zip(places) {
        let text = clean(&block.text);
        if text.is_empty() {
            continue;
        }
        let below_title = std::mem::replace(&mut titled, title.as_ref() == Some(&rules::key(&text)));
        let number = numbers.of(&block.text);
        let markup = match (place, block.made) {
            (Place::Out(rule), _) => {
                outside.push(Removed { text, rule: (*rule).to_owned(), line: number });
                continue;
            }
            // A heading right below the title goes on with it.
            (Place::Header, Made::Heading(2..=4)) if below_title && block.link_share() < 0.2 => Some(Markup::Heading),
            (Place::Header, _) => None,
            (Place::Article, _) if block.link_share() > 0.6 && is_quoted(tree, block) => {
                outside.push(Removed { text, rule: "quote-link".to_owned(), line: number });
                continue;
            }
            (Place::Article, Made::Heading(_)) if block.link_share() > 0.6 => Some(Markup::LinkedHeading),
            (Place::Article, _) if block.link_share() > 0.6 && block.words() < 40 => Some(Markup::Link),
            (Place::Article, Made::Heading(_)) => Some(Markup::Heading),
            (Place::Article, Made::Item) => Some(Markup::Item),
            (Place::Article, Made::Text | Made::Row) if block.bold && block.words() <= 12 => Some(Markup::Bold),
            (Place::Article, Made::Text | Made::Row) => Some(Markup::Text),
        };
        if *place == Place::Article && body.is_none() {
            body = Some(lines.len());
        }
        lines.push(Line { number, text, gap_before: true, markup });
    }
    let mut pasted = pasted::take_apart_lines(lines, body, known, chrome);
    pasted.removed.extend(outside);
    pasted.removed.sort_by_key(|removed| removed.line);
    pasted
}

/// Whether a block stands in a quotation, where a link alone leads to what is quoted.
fn is_quoted(tree: &Tree, block: &Block) -> bool {
    tree.with_ancestors(block.element).any(|at| tree.elements[at].name == "blockquote")
}
