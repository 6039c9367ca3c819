//! Markdown clippings: front matter as Obsidian Web Clipper and MarkDownload write it, and the body as
//! plain lines.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_norway::{Mapping, Value};

use super::article::Sourced;
use super::metadata::{self, Known};
use crate::diagnostic::Diagnostic;
use crate::span::beginning;

/// Bytes of front matter that are read.
const MAX_FRONT_MATTER: usize = 64 << 10;

/// Brackets of its lists that may be open at once: its reader takes time with the square of them.
const MAX_BRACKETS: usize = 200;

/// How many brackets are open at once at most, those in texts too.
fn brackets(front: &str) -> usize {
    let mut open = 0_usize;
    let depths = front.bytes().map(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open
    });
    depths.max().unwrap_or(0)
}

/// The plain lines of a Markdown file, each block at the line number it has in the file, and its
/// metadata.
pub(super) fn read(name: &str, text: &str) -> (String, Known, Vec<Diagnostic>) {
    let text = text.replace("\r\n", "\n");
    let (front, body_start) = front_matter(&text);
    let mut diagnostics = Vec::new();
    let too_much = front.is_some_and(|front| front.len() > MAX_FRONT_MATTER || brackets(front) > MAX_BRACKETS);
    if too_much {
        let message = format!(
            "has front matter of more than {} KiB, or of {MAX_BRACKETS} brackets in each other, which is not read",
            MAX_FRONT_MATTER >> 10
        );
        diagnostics.push(Diagnostic::error(name, message).hint("keep title, source, author and dates in it"));
    }
    let known = match front.filter(|_| !too_much).map(serde_norway::from_str::<Mapping>) {
        Some(Ok(fields)) => known(name, &fields, &mut diagnostics),
        Some(Err(error)) => {
            let line = error.location().map_or(1, |location| location.line() + 1);
            let wrong = Diagnostic::error(name, "has front matter that is no YAML").at_line(line);
            diagnostics.push(wrong.hint("put values with a colon or a quotation mark into quotation marks"));
            Known::default()
        }
        None => Known::default(),
    };
    (plain_lines(&text, body_start), known, diagnostics)
}

/// Whether a text without a telling name opens with front matter.
pub(super) fn has_front_matter(text: &str) -> bool {
    let text = beginning(text, 8192);
    let (front, _) = front_matter(text);
    front.is_some_and(|front| {
        front.lines().any(|line| line.split_once(':').is_some_and(|(key, _)| matches!(key, "title" | "source" | "url")))
    })
}

/// The YAML between two lines of `---` at the start, and where the body begins.
fn front_matter(text: &str) -> (Option<&str>, usize) {
    let Some(rest) = text.strip_prefix("---\n") else { return (None, 0) };
    let start = text.len() - rest.len();
    let end = rest.match_indices("\n---").find(|(at, _)| {
        let after = &rest[at + 4..];
        after.is_empty() || after.starts_with('\n') || after.trim_start_matches(' ').starts_with('\n')
    });
    match end {
        Some((at, mark)) => (Some(&text[start..start + at + 1]), start + at + mark.len()),
        None => (None, 0),
    }
}

fn known(name: &str, fields: &Mapping, diagnostics: &mut Vec<Diagnostic>) -> Known {
    let first = |keys: &[&str]| keys.iter().find_map(|key| values(fields.get(*key)?).into_iter().next());
    let mut date = |keys: &[&str]| {
        let value = first(keys)?;
        match metadata::moment(&value) {
            Ok(moment) => Some(Sourced::metadata(moment)),
            Err(message) => {
                let wrong = Diagnostic::error(name, format!("front matter `{}`: {message}", keys[0]));
                diagnostics.push(wrong.hint("write it as 2022-06-17 or 2022-06-17T10:16"));
                None
            }
        }
    };
    // `created` is when a clipper took the page: no date of publication.
    let published = date(&["published", "date", "pubdate", "publish_date"]);
    let modified = date(&["modified", "updated", "lastmod"]);
    let retrieved = date(&["retrieved", "created", "clipped", "saved", "date_saved", "accessed"]);
    let url = first(&["source", "url", "link", "canonical"]).as_deref().and_then(metadata::url);
    let (title, site) = match first(&["title"]) {
        Some(title) => metadata::without_site(&title, url.as_ref().map(|url| url.value.as_str())),
        None => (String::new(), None),
    };
    let outlet = first(&["outlet", "site", "site_name", "publisher", "publication"]).or(site);
    let all = |keys: &[&str]| keys.iter().find_map(|key| fields.get(*key)).map(values).unwrap_or_default();
    Known {
        title: metadata::text(&title),
        published,
        modified,
        retrieved,
        authors: all(&["author", "authors", "byline"]).iter().filter_map(|name| metadata::text(name)).collect(),
        outlet: outlet.as_deref().and_then(metadata::text),
        url,
        language: first(&["language", "lang"]),
        // A clipper's own mark says nothing of the article.
        tags: all(&["tags", "keywords"]).into_iter().filter(|tag| tag != "clippings").collect(),
    }
}

/// A field's values as texts: one, or those of a list. Wikilinks lose their brackets.
fn values(value: &Value) -> Vec<String> {
    match value {
        Value::Sequence(items) => items.iter().flat_map(values).collect(),
        Value::String(text) => {
            let text = text.trim();
            let link = text.strip_prefix("[[").and_then(|text| text.strip_suffix("]]"));
            let text = link.map_or(text, |link| link.rsplit('|').next().unwrap_or(link).trim());
            if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
        }
        Value::Number(number) => vec![number.to_string()],
        Value::Bool(_) | Value::Null | Value::Mapping(_) | Value::Tagged(_) => Vec::new(),
    }
}

/// The body without its markup, a line for each block, at the line number where the block begins.
fn plain_lines(text: &str, body_start: usize) -> String {
    let body = &text[body_start..];
    let mut out = Lines { text: String::new(), number: 1, counted: (0, 1) };
    let mut open = String::new();
    let mut offset = body_start;
    let mut in_image = 0_usize;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        let at = body_start + range.start;
        match event {
            Event::Start(Tag::Image { .. }) => in_image += 1,
            Event::End(TagEnd::Image) => in_image = in_image.saturating_sub(1),
            Event::Start(Tag::Item) => {
                out.close(text, offset, &mut open);
                offset = at;
                open.push_str("• ");
            }
            // The first paragraph of an item stands behind its bullet.
            Event::Start(Tag::Paragraph) if open == "• " => {}
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::TableRow | Tag::TableHead) => {
                out.close(text, offset, &mut open);
                offset = at;
            }
            Event::End(TagEnd::Item) => {
                out.close(text, offset, &mut open);
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableRow | TagEnd::TableHead,
            ) => {
                out.close(text, offset, &mut open);
            }
            Event::End(TagEnd::TableCell) => open.push_str(" | "),
            Event::Text(part) | Event::Code(part) if in_image == 0 => open.push_str(&part),
            Event::SoftBreak => open.push(' '),
            Event::HardBreak => {
                out.close(text, offset, &mut open);
                offset = at + 1;
            }
            _ => {}
        }
    }
    out.close(text, offset, &mut open);
    out.text
}

/// Lines under construction, each at its number.
struct Lines {
    text: String,
    /// The number of the line that is being written.
    number: usize,
    /// A byte offset of the source, and the number of the line that it lies on.
    counted: (usize, usize),
}

impl Lines {
    /// Writes `line` at the number that byte `offset` of `source` has, and a line end after it.
    fn close(&mut self, source: &str, offset: usize, line: &mut String) {
        let content = line.trim().trim_end_matches(" |").replace('\n', " ");
        line.clear();
        if content.is_empty() || content == "•" {
            return;
        }
        let (from, number) = self.counted;
        if offset > from {
            self.counted = (offset, number + source[from..offset].matches('\n').count());
        }
        while self.number < self.counted.1 {
            self.text.push('\n');
            self.number += 1;
        }
        self.text.push_str(&content);
        self.text.push('\n');
        self.number += 1;
    }
}
