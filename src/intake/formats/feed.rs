//! RSS and Atom files: each entry is an article.

use quick_xml::Reader;
use quick_xml::events::Event;
use sha2::{Digest, Sha256};

use super::{Body, Piece, Read, xml};
use crate::diagnostic::Diagnostic;
use crate::intake::article::Sourced;
use crate::intake::decode::beginning;
use crate::intake::files;
use crate::intake::metadata::{self, Known};
use crate::intake::unescape;

/// Elements may lie this deep in each other.
const MAX_DEPTH: usize = 200;

/// Whether a text is a feed.
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

/// What a feed says of one of its entries, or of itself.
#[derive(Debug, Default)]
struct Fields {
    title: String,
    link: String,
    id: String,
    published: String,
    modified: String,
    authors: Vec<String>,
    content: String,
    summary: String,
    language: String,
    tags: Vec<String>,
    /// The outlet that an aggregator took the entry from.
    source: String,
    line: usize,
}

/// Reads a feed's entries.
pub(super) fn read(name: &str, text: &str) -> Read {
    let (feed, entries, fault) = parse(text);
    let mut diagnostics = Vec::new();
    if let Some((line, reason)) = fault {
        let message = if entries.is_empty() {
            format!("is no feed that can be read: {reason}")
        } else {
            format!("is broken from here on: {reason}")
        };
        diagnostics.push(
            Diagnostic::error(name, message).at_line(line).hint("get the file again; what stands before was read"),
        );
    }
    let empty =
        entries.iter().filter(|entry| entry.content.trim().is_empty() && entry.summary.trim().is_empty()).count();
    let pieces: Vec<Piece> = entries.iter().filter_map(|entry| piece(name, &feed, entry)).collect();
    if empty > 0 {
        let message = format!("has {empty} entries without text, which are left out");
        diagnostics.push(Diagnostic::note(name, message).hint("save the pages that they link to"));
    }
    if pieces.is_empty() && diagnostics.is_empty() {
        diagnostics.push(
            Diagnostic::error(name, "is XML, but no feed with entries")
                .hint("remove it, or paste its text into a .txt file"),
        );
    }
    (pieces, diagnostics)
}

fn piece(name: &str, feed: &Fields, entry: &Fields) -> Option<Piece> {
    // The longer of the two is the article, the other its teaser.
    let long = |text: &str| text.trim().chars().count();
    let text = if long(&entry.content) >= long(&entry.summary) { &entry.content } else { &entry.summary };
    if text.trim().is_empty() {
        return None;
    }
    let first = |values: [&str; 2]| values.into_iter().find(|value| !value.trim().is_empty()).map(str::to_owned);
    let moment = |value: &str| metadata::moment(value).ok().map(Sourced::metadata);
    let known = Known {
        title: metadata::text(&plain(&entry.title)),
        published: moment(&entry.published).or_else(|| moment(&entry.modified)),
        modified: moment(&entry.modified).filter(|_| !entry.published.is_empty()),
        authors: entry.authors.iter().filter_map(|author| metadata::text(author)).collect(),
        outlet: first([&entry.source, &feed.title]).as_deref().and_then(|title| metadata::text(&plain(title))),
        url: metadata::url(&entry.link).or_else(|| metadata::url(&entry.id)),
        language: first([&entry.language, &feed.language]),
        tags: entry.tags.clone(),
        ..Known::default()
    };
    let identity =
        [&entry.id, &entry.link, &entry.title].into_iter().find(|value| !value.trim().is_empty()).unwrap_or(text);
    let digest: String =
        Sha256::digest(identity.trim().as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let body =
        if text.contains('<') && text.contains('>') { Body::Fragment(text.clone()) } else { Body::Text(text.clone()) };
    Some(Piece {
        id: Some(format!("{}-{digest}", files::stem(name))),
        line: Some(entry.line),
        body,
        known,
        fallback: Known::default(),
    })
}

/// A title may be markup that was escaped.
fn plain(title: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in title.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    unescape(&text)
}

/// The feed's own fields, its entries, and where and why reading stopped early.
fn parse(text: &str) -> (Fields, Vec<Fields>, Option<(usize, String)>) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut state = State::default();
    let (mut at, mut line) = (0, 1);
    loop {
        let event = reader.read_event();
        let now = (reader.buffer_position() as usize).min(text.len());
        line += text.as_bytes()[at.min(now)..now].iter().filter(|&&byte| byte == b'\n').count();
        at = now;
        match event {
            Ok(Event::Start(element)) => {
                if state.path.len() >= MAX_DEPTH {
                    return state.stop(line, "elements lie too deep in each other");
                }
                state.start(&element, line);
            }
            Ok(Event::Empty(element)) => {
                state.start(&element, line);
                state.end();
            }
            Ok(Event::End(_)) => state.end(),
            Ok(Event::Text(text)) => state.text.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => state.text.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => state.text.push_str(&xml::resolve(&reference)),
            Ok(Event::Eof) => return (state.feed, state.entries, None),
            Ok(_) => {}
            Err(error) => return state.stop(line, &error.to_string()),
        }
    }
}

#[derive(Default)]
struct State {
    feed: Fields,
    entries: Vec<Fields>,
    /// Qualified names of the open elements.
    path: Vec<String>,
    /// How deep the entry lies that is being read.
    entry: Option<usize>,
    text: String,
    /// `type="xhtml"`: markup stands unescaped in this element, this deep.
    markup: Option<usize>,
    term: Option<String>,
}

impl State {
    fn stop(self, line: usize, reason: &str) -> (Fields, Vec<Fields>, Option<(usize, String)>) {
        (self.feed, self.entries, Some((line, reason.to_owned())))
    }

    fn start(&mut self, element: &quick_xml::events::BytesStart, line: usize) {
        let qualified = AsRef::<str>::as_ref(&element.name()).to_lowercase();
        self.path.push(qualified.clone());
        if let Some(depth) = self.markup
            && self.path.len() > depth
        {
            self.text.push_str(&format!("<{qualified}>"));
            return;
        }
        self.text.clear();
        match qualified.as_str() {
            "item" | "entry" if self.entry.is_none() => {
                self.entry = Some(self.path.len());
                self.entries.push(Fields { line, ..Fields::default() });
            }
            "content" | "summary" | "title" if xml::attribute(element, "type").as_deref() == Some("xhtml") => {
                self.markup = Some(self.path.len());
            }
            "link" => {
                let relation = xml::attribute(element, "rel").unwrap_or_default();
                if let Some(href) = xml::attribute(element, "href")
                    && matches!(relation.as_str(), "" | "alternate")
                {
                    self.current().link = href;
                }
            }
            "category" => self.term = xml::attribute(element, "term").or_else(|| xml::attribute(element, "label")),
            _ => {}
        }
        if let Some(language) = xml::attribute(element, "lang") {
            self.current().language = language;
        }
    }

    fn current(&mut self) -> &mut Fields {
        match (self.entry, self.entries.last_mut()) {
            (Some(_), Some(entry)) => entry,
            _ => &mut self.feed,
        }
    }

    fn end(&mut self) {
        let depth = self.path.len();
        let Some(name) = self.path.pop() else { return };
        if let Some(markup) = self.markup {
            if depth > markup {
                self.text.push_str(&format!("</{name}>"));
                return;
            }
            self.markup = None;
        }
        if self.entry == Some(depth) {
            self.entry = None;
            return;
        }
        let value = std::mem::take(&mut self.text);
        let parent = self.path.last().map(String::as_str).unwrap_or_default().to_owned();
        let term = self.term.take();
        let in_entry = self.entry.is_some();
        // Only what hangs directly under the entry or the feed, or under an author, is theirs.
        let direct = self.entry.map_or(depth <= 3, |entry| depth == entry + 1);
        let value = value.trim();
        if value.is_empty() && term.is_none() {
            return;
        }
        let value = value.to_owned();
        match (name.as_str(), parent.as_str()) {
            ("title", "source") => self.current().source = value,
            ("source", _) if direct => self.current().source = value,
            ("title", "image" | "textinput") => {}
            ("name", "author") => self.current().authors.push(value),
            ("title", _) if direct => self.current().title = value,
            ("link", _) if direct => self.current().link = value,
            ("guid" | "id", _) if direct => self.current().id = value,
            ("pubdate" | "published" | "issued" | "dc:date" | "dcterms:created", _) if direct => {
                self.current().published = value
            }
            ("updated" | "modified" | "dcterms:modified" | "atom:updated", _) if direct => {
                self.current().modified = value
            }
            ("author" | "dc:creator", _) if direct && in_entry => self.current().authors.push(person(&value)),
            ("content:encoded" | "content" | "yandex:full-text" | "turbo:content" | "fulltext", _) if direct => {
                self.current().content = value
            }
            ("description" | "summary" | "subtitle", _) if direct => self.current().summary = value,
            ("language" | "dc:language", _) if direct => self.current().language = value,
            ("category", _) if direct && in_entry => self.current().tags.push(term.unwrap_or(value)),
            _ => {}
        }
    }
}

/// RSS gives an address with the name behind it: `a@b.example (Имя)`.
fn person(value: &str) -> String {
    match value.split_once('(') {
        Some((address, name)) if address.contains('@') => name.trim_end_matches(')').trim().to_owned(),
        _ => value.to_owned(),
    }
}
