//! RSS and Atom as a stream, lenient and never expanded.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{FeedFields, FeedText, MAX_ENTRIES, too_many};
use crate::intake::formats::xml;

/// Elements may lie this deep in each other.
const MAX_DEPTH: usize = 200;

/// Reads as far as it can.
pub(super) fn read(text: &str) -> FeedText {
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
                if state.full {
                    return state.stop(line, &too_many());
                }
            }
            Ok(Event::Empty(element)) => {
                state.start(&element, line);
                state.end();
                if state.full {
                    return state.stop(line, &too_many());
                }
            }
            Ok(Event::End(_)) => state.end(),
            Ok(Event::Text(text)) => state.text.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => state.text.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => state.text.push_str(&xml::resolve(&reference)),
            Ok(Event::Eof) => return FeedText { own: state.feed, entries: state.entries, fault: None },
            Ok(_) => {}
            Err(error) => return state.stop(line, &error.to_string()),
        }
    }
}

#[derive(Default)]
struct State {
    feed: FeedFields,
    entries: Vec<FeedFields>,
    /// Whether another entry would be one too many.
    full: bool,
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
    fn stop(self, line: usize, reason: &str) -> FeedText {
        FeedText { own: self.feed, entries: self.entries, fault: Some((line, reason.to_owned())) }
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
            "item" | "entry" if self.entry.is_none() && self.entries.len() >= MAX_ENTRIES => self.full = true,
            "item" | "entry" if self.entry.is_none() => {
                self.entry = Some(self.path.len());
                self.entries.push(FeedFields { line, ..FeedFields::default() });
            }
            "content" | "summary" | "title" if xml::attribute(element, "type").as_deref() == Some("xhtml") => {
                self.markup = Some(self.path.len());
            }
            "content" | "summary" if xml::attribute(element, "type").as_deref() == Some("text") => {
                self.current().plain = true;
            }
            "link" => {
                let relation = xml::attribute(element, "rel").unwrap_or_default();
                if let Some(href) = xml::attribute(element, "href")
                    && matches!(relation.as_str(), "" | "alternate")
                    && self.current().link.is_empty()
                {
                    self.current().link = href;
                }
            }
            "category" => self.term = xml::attribute(element, "label").or_else(|| xml::attribute(element, "term")),
            _ => {}
        }
        if let Some(language) = xml::attribute(element, "lang") {
            self.current().language = language;
        }
    }

    fn current(&mut self) -> &mut FeedFields {
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
