//! What a page says of its article beside the text: `<meta>`, microdata, `<link>`, the comment of the
//! program that saved it.

mod fields;
mod stamps;
mod told;

use dom_query::{Document, NodeId, NodeRef};

use super::json_ld::{self, Declared};
use super::state::{self, State};
use crate::calendar::Moment;
use crate::intake::metadata;
use crate::span::beginning;
use stamps::{Gatherer, Stamp};

/// Bytes of a field that are read.
const LONGEST_FIELD: usize = 2000;

/// Headings of a page that may be its title.
const MAX_HEADINGS: usize = 400;

/// The fields of a page, raw.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub declared: Declared,
    /// `<meta>` by lower-case `name`, `property` or `itemprop`, in document order.
    metas: Vec<(String, String)>,
    /// Microdata and RDFa in the body.
    properties: Vec<Property>,
    /// Of `<title>`.
    pub window_title: Option<String>,
    /// Headings of the first three ranks.
    headings: Vec<Heading>,
    /// From which scripts draw the page.
    state: State,
    canonical: Option<String>,
    saved_from: Option<String>,
    saved_at: Option<Moment>,
    language: Option<String>,
    /// Every day that the page shows.
    stamps: Vec<Stamp>,
    authors: Vec<String>,
}

/// A heading, with its place among the page's nodes and the elements round it.
#[derive(Debug)]
struct Heading {
    place: usize,
    text: String,
    around: Vec<NodeId>,
}

/// A property of a thing that the page describes.
#[derive(Debug)]
struct Property {
    /// Its place among the page's nodes.
    place: usize,
    /// In lower case, without a vocabulary before it.
    name: String,
    value: String,
}

/// Reads a document and the text that it was parsed from.
pub(super) fn read(document: &Document, source: &str) -> Head {
    let mut head = Head { language: document.html_root().attr("lang").map(|lang| lang.to_string()), ..Head::default() };
    let (mut scripts, mut data, mut named) = (Vec::new(), Vec::new(), Vec::new());
    let mut gatherer = Gatherer::default();
    for (place, node) in document.html_root().descendants_it().enumerate() {
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "meta" => head.meta(&node),
            "title" if head.window_title.is_none() && !is_in_svg(&node) => head.window_title = text_of(&node),
            "link" => {
                let relation = node.attr("rel").unwrap_or_default().to_lowercase();
                if relation == "canonical" && head.canonical.is_none() {
                    head.canonical = node.attr("href").map(|href| href.to_string());
                }
            }
            "script"
                if node.attr("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) =>
            {
                scripts.push(node.text().to_string());
            }
            "script" => {
                let text = node.text();
                if state::may_hold(node.attr("type").as_deref(), &text) {
                    data.push(text.to_string());
                }
            }
            "h1" | "h2" | "h3" => {
                let text = text_of(&node);
                named.extend(text.clone().filter(|_| &*name == "h1"));
                let around = || node.ancestors_it(None).map(|outer| outer.id).collect();
                let fits = head.headings.len() < MAX_HEADINGS;
                head.headings.extend(text.filter(|_| fits).map(|text| Heading { place, text, around: around() }));
            }
            _ => {}
        }
        gatherer.take(&node, &name, place);
        head.property(&node, &name, place);
    }
    head.stamps = gatherer.stamps;
    named.extend(head.window_title.clone());
    head.declared = json_ld::read(&scripts, &named);
    head.state = state::read(&data, &named);
    head.read_saver(source);
    head
}

/// The text in `node` up to some `limit` in bytes; elements may hold the whole page.
fn text_within(node: &NodeRef, limit: usize) -> String {
    let mut text = String::new();
    for inner in std::iter::once(*node).chain(node.descendants_it()).filter(NodeRef::is_text) {
        let part = inner.text();
        text.push_str(beginning(&part, limit - text.len()));
        if text.len() + 4 > limit {
            break;
        }
    }
    text
}

fn is_in_svg(node: &NodeRef) -> bool {
    node.ancestors_it(Some(6)).any(|outer| outer.has_name("svg"))
}

fn text_of(node: &NodeRef) -> Option<String> {
    let text = crate::intake::normalise(&text_within(node, LONGEST_FIELD));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

impl Head {
    fn meta(&mut self, node: &NodeRef) {
        let Some(content) = node.attr("content") else { return };
        let content = beginning(&content, LONGEST_FIELD).split_whitespace().collect::<Vec<_>>().join(" ");
        if content.is_empty() {
            return;
        }
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            // A date of microdata is one of several on the page, and told by its place.
            let by_place = |key: &str| attribute == "itemprop" && key.starts_with("date");
            if let Some(key) = node.attr(attribute).filter(|key| !by_place(key.trim())) {
                self.metas.push((key.trim().to_lowercase(), content.clone()));
            }
        }
    }

    fn property(&mut self, node: &NodeRef, name: &str, place: usize) {
        let by_relation =
            node.attr("rel").is_some_and(|rel| rel.split(' ').any(|word| word == "author")) && name == "a";
        if by_relation {
            self.authors.extend(text_of(node));
        }
        // `<meta>` in the body is microdata of its own.
        let named = node.attr("itemprop").or_else(|| node.attr("property").filter(|_| name != "meta"));
        let Some(property) = named.filter(|_| name != "link") else { return };
        let attribute =
            |key: &str| node.attr(key).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        for property in property.split(' ') {
            let property = property.rsplit(':').next().unwrap_or(property);
            let value = match property {
                "datePublished" | "dateModified" | "dateCreated" | "created" | "issued" | "modified" => {
                    attribute("content").or_else(|| attribute("datetime")).or_else(|| text_of(node))
                }
                _ if name == "meta" => None,
                "headline" => text_of(node),
                "author" | "publisher" => {
                    let named = node.descendants_it().find(|inner| inner.attr("itemprop").as_deref() == Some("name"));
                    let named = named
                        .and_then(|inner| inner.attr("content").map(|it| it.to_string()).or_else(|| text_of(&inner)));
                    named.or_else(|| attribute("content")).or_else(|| text_of(node))
                }
                _ => None,
            };
            if let Some(value) = value.filter(|value| value.chars().count() <= 300) {
                let name = match property {
                    "created" => "datecreated".to_owned(),
                    "issued" => "datepublished".to_owned(),
                    "modified" => "datemodified".to_owned(),
                    other => other.to_lowercase(),
                };
                self.properties.push(Property { place, name, value });
            }
        }
    }

    /// The comments of SingleFile («Page saved with SingleFile», `url:`, `saved date:`) and of browsers
    /// («saved from url=(0042)https://…»).
    fn read_saver(&mut self, source: &str) {
        let start = beginning(source, 8192);
        if let Some((_, rest)) = start.split_once("saved from url=(") {
            let address = rest.split_once(')').map_or("", |(_, rest)| rest);
            self.saved_from = address
                .split([' ', '\r', '\n', '-'])
                .next()
                .map(|_| address.split("-->").next().unwrap_or("").trim().to_owned());
        }
        if let Some((_, rest)) = start.split_once("Page saved with SingleFile") {
            for line in rest.split("-->").next().unwrap_or("").lines() {
                let line = line.trim();
                if let Some(url) = line.strip_prefix("url:") {
                    self.saved_from = Some(url.trim().to_owned());
                } else if let Some(date) = line.strip_prefix("saved date:") {
                    self.saved_at = metadata::moment(date).ok();
                }
            }
        }
    }
}
