//! The days that a page shows: `<time>`, with a value for machines or without, and elements whose class says that
//! they hold a date.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use super::super::marks;
use super::{LONGEST_FIELD, text_within};
use crate::calendar::{Moment, find_printed};
use crate::intake::datelines::{self, Back, DateLabel};
use crate::intake::metadata;
use crate::span::beginning;

/// Stamps of one page that are looked at, bytes of one, and elements round it.
const MAX_STAMPS: usize = 400;
const LONGEST_STAMP: usize = 300;
const MAX_DEPTH: usize = 60;

/// What a stamp says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// A moment, its year perhaps missing.
    On(Moment),
    /// A time before the page was read.
    Ago(Back),
}

/// A day that the page shows somewhere.
#[derive(Debug)]
pub(super) struct Stamp {
    /// Its place among the page's nodes.
    pub place: usize,
    pub label: DateLabel,
    pub told: Told,
    /// Whether it stands in a `<time>`.
    pub is_time: bool,
    /// The elements round it that bear signs of other stories, of comments, or of the site's own furniture.
    foreign: Vec<NodeId>,
}

impl Stamp {
    /// Whether it says the day without the day of reading.
    pub fn is_certain(&self) -> bool {
        matches!(self.told, Told::On(_))
    }

    /// Whether it is the day of something else than the story whose heading stands in the elements `around`.
    pub fn is_foreign(&self, around: &[NodeId]) -> bool {
        self.foreign.iter().any(|id| !around.contains(id))
    }
}

/// Gathers stamps, and remembers what elements say against what is in them.
#[derive(Default)]
pub(super) struct Gatherer {
    pub stamps: Vec<Stamp>,
    seen: HashMap<NodeId, bool>,
}

impl Gatherer {
    /// Takes the days of an element, if it is there to show them.
    pub fn take(&mut self, node: &NodeRef, name: &str, place: usize) {
        let is_time = name == "time";
        if self.stamps.len() >= MAX_STAMPS || !(is_time || is_dated(node)) {
            return;
        }
        let given = node.attr("datetime").filter(|_| is_time);
        let given = given.and_then(|value| metadata::moment(beginning(&value, LONGEST_FIELD)).ok());
        let days = match given {
            Some(moment) => {
                let label = match outer_label(node) {
                    DateLabel::Bare => datelines::label_of(&text_within(node, LONGEST_FIELD)),
                    label => label,
                };
                vec![(label, Told::On(moment))]
            }
            None => shown(node),
        };
        if days.is_empty() {
            return;
        }
        let foreign = self.foreign(node);
        let own = days.into_iter().filter(|(label, _)| *label != DateLabel::Other);
        self.stamps.extend(own.map(|(label, told)| Stamp { place, label, told, is_time, foreign: foreign.clone() }));
    }

    fn foreign(&mut self, node: &NodeRef) -> Vec<NodeId> {
        let around = std::iter::once(*node).chain(node.ancestors_it(Some(MAX_DEPTH)));
        let around = around.filter(|outer| outer.is_element() && !outer.has_name("html") && !outer.has_name("body"));
        let foreign = around.filter(|outer| *self.seen.entry(outer.id).or_insert_with(|| is_foreign(outer)));
        foreign.map(|outer| outer.id).collect()
    }
}

/// Whether an element says that what is in it is no part of the page's own story.
fn is_foreign(node: &NodeRef) -> bool {
    const RULES: [&str; 7] = [
        "page-comments",
        "page-related",
        "page-sidebar",
        "page-navigation",
        "page-footer",
        "page-advert",
        "page-notice",
    ];
    const OF_OTHERS: [&str; 2] = ["page-comments", "page-related"];
    let name = node.node_name().map(|name| name.to_lowercase()).unwrap_or_default();
    // A box beside the story may hold nothing but its stamps.
    const FEW: usize = 12;
    let small = apart(node).split_whitespace().count() <= FEW;
    let rules: &[&str] = if small { &OF_OTHERS } else { &RULES };
    name == "footer" && !small && node.ancestors_it(Some(MAX_DEPTH)).all(|outer| !outer.has_name("article"))
        || name != "footer" && marks::of(node, &name).iter().any(|mark| rules.contains(&mark.rule))
        || words_of_names(node).iter().any(|word| matches!(word.as_str(), "clock" | "today" | "weather" | "calendar"))
}

/// The words of an element's classes and of its id.
fn words_of_names(node: &NodeRef) -> Vec<String> {
    let (class, id) = (node.class().unwrap_or_default(), node.id_attr().unwrap_or_default());
    let key = marks::key_of(&format!("{} {}", beginning(&class, LONGEST_STAMP), beginning(&id, LONGEST_STAMP)));
    key.split('-').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether an element's classes say that it holds a date, and it holds little else.
fn is_dated(node: &NodeRef) -> bool {
    const WORDS: [&str; 16] = [
        "date",
        "dates",
        "datetime",
        "dateline",
        "time",
        "timestamp",
        "published",
        "publish",
        "pubdate",
        "posted",
        "created",
        "when",
        "data",
        "ago",
        "stamp",
        "postdate",
    ];
    let named = words_of_names(node);
    named.iter().any(|word| WORDS.contains(&word.as_str())) && apart(node).split_whitespace().count() <= 20
}

/// The days that an element's text shows, each with what the words before it say.
fn shown(node: &NodeRef) -> Vec<(DateLabel, Told)> {
    let text = apart(node);
    let outside = outer_label(node);
    let label = |own: DateLabel| if own == DateLabel::Bare { outside } else { own };
    if let Some(line) = datelines::read(&text) {
        if line.today && !line.dates.is_empty() {
            return Vec::new();
        }
        let dates = line.dates.iter().map(|(own, moment)| (*own, Told::On(*moment)));
        let alone = line.dates.len() == 1;
        let dates: Vec<_> = dates.map(|(own, told)| (if alone { label(own) } else { own }, told)).collect();
        let ago = line.back.map(|back| (datelines::label_of(&text), Told::Ago(back)));
        return if dates.is_empty() { ago.into_iter().collect() } else { dates };
    }
    let printed = find_printed(&text);
    let first = printed.first().map(|date| (label(datelines::label_of(&text[..date.span.start])), date.moment));
    first.map(|(label, moment)| (label, Told::On(moment))).into_iter().collect()
}

/// The text of an element, what stands in different elements apart.
fn apart(node: &NodeRef) -> String {
    let mut text = String::new();
    for inner in node.descendants_it().filter(NodeRef::is_text) {
        let part = inner.text();
        text.push_str(beginning(&part, LONGEST_STAMP.saturating_sub(text.len())));
        text.push(' ');
        if text.len() + 4 > LONGEST_STAMP {
            break;
        }
    }
    crate::intake::normalise(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a day is the day of: its element's class says so, its property, or the words before the element.
fn outer_label(node: &NodeRef) -> DateLabel {
    let class = node.class().unwrap_or_default().to_lowercase();
    let property = node.attr("itemprop").unwrap_or_default().to_lowercase();
    if node.has_attr("pubdate") || class.contains("publish") || class.contains("entry-date") {
        return DateLabel::Published;
    }
    if class.contains("updated") || class.contains("modified") || property == "datemodified" {
        return DateLabel::Modified;
    }
    let before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling).take(3);
    let words =
        before.map(|sibling| text_within(&sibling, LONGEST_FIELD).trim().to_owned()).find(|text| !text.is_empty());
    let words = words.unwrap_or_default();
    let last: Vec<&str> = words.split_whitespace().rev().take(4).collect();
    let nearest = last.into_iter().rev().collect::<Vec<_>>().join(" ");
    datelines::label_of(&nearest)
}
