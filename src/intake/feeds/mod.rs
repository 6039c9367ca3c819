//! RSS, Atom and JSON Feed, in the state in which sites really send them: one reader for the files of `seeds/` and
//! for feeds that are fetched.

mod json;
mod xml;

use std::sync::LazyLock;

use regex::Regex;

use super::metadata;
use crate::calendar::Moment;
use crate::characters::unescape;
use crate::span::beginning;

/// Entries that are read of one feed.
pub(super) const MAX_ENTRIES: usize = 50_000;

fn too_many() -> String {
    format!("it has more entries than the {MAX_ENTRIES} that are read")
}

/// A feed, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedText {
    /// What the feed says of itself.
    pub own: FeedFields,
    /// Its entries, in its own order.
    pub entries: Vec<FeedFields>,
    /// The 1-based line at which reading stopped before the end, and why.
    pub fault: Option<(usize, String)>,
}

/// What a feed says of one of its entries, or of itself, as it is written. Empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedFields {
    /// The title, which may have markup in it.
    pub title: String,
    /// The address of the page that it is about, perhaps relative.
    pub link: String,
    /// The feed's own identifier.
    pub id: String,
    /// When it was published.
    pub published: String,
    /// When it was last changed.
    pub modified: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The whole text.
    pub content: String,
    /// A summary, or all that the feed has.
    pub summary: String,
    /// Whether the feed says that its texts have no markup.
    pub plain: bool,
    /// BCP 47 code of its language.
    pub language: String,
    /// Its categories.
    pub tags: Vec<String>,
    /// The outlet that an aggregator took it from.
    pub source: String,
    /// The 1-based line where it begins; 0 where that is not known.
    pub line: usize,
}

/// Whether a text opens as RSS or Atom.
pub(super) fn is_feed(start: &str) -> bool {
    let start = beginning(start, 2048);
    let mut rest = start;
    loop {
        rest = rest.trim_start();
        let skipped = [("<?", "?>"), ("<!--", "-->"), ("<!", ">")]
            .iter()
            .find(|(open, _)| rest.starts_with(open))
            .and_then(|(_, close)| rest.split_once(close));
        match skipped {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    ["<rss", "<feed", "<rdf:RDF", "<channel"].iter().any(|tag| rest.starts_with(tag))
}

/// Whether a text is a JSON Feed.
pub(super) fn is_json_feed(start: &str) -> bool {
    start.starts_with('{') && beginning(start, 2048).contains("jsonfeed.org/version/")
}

/// Reads a feed of any kind. What is no feed has no entries, and mostly a fault.
pub fn read_feed(text: &str) -> FeedText {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    if text.starts_with('{') { json::read(text) } else { xml::read(text) }
}

impl FeedFields {
    /// The longer of its two texts, which is the article where the other is its teaser, and whether it is the one
    /// that the feed calls the content. `None` where both are empty.
    pub fn text(&self) -> Option<(&str, bool)> {
        let long = |text: &str| text.trim().chars().count();
        let content = long(&self.content) >= long(&self.summary);
        let text = if content { self.content.as_str() } else { self.summary.as_str() };
        (!text.trim().is_empty()).then_some((text, content))
    }

    /// Its title without markup. `None` where it has none.
    pub fn title(&self) -> Option<String> {
        plain(&self.title)
    }

    /// When it was published, or last changed where only that is said.
    pub fn moment(&self) -> Option<Moment> {
        [&self.published, &self.modified].into_iter().find_map(|value| metadata::moment(value).ok())
    }
}

/// A text of one line without the markup and the escapes that feeds put into it.
pub(super) fn plain(text: &str) -> Option<String> {
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").expect("the pattern is well-formed"));
    let text = unescape(&TAG.replace_all(text, ""));
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}
