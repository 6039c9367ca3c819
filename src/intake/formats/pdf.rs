//! PDF documents that have a text layer.
//!
//! `lopdf` takes the container apart and knows what the fonts' codes mean; where lines and paragraphs end
//! is read from where the page draws them.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, Encoding, Object, ObjectId};

use super::{Body, Piece, Read};
use crate::diagnostic::Diagnostic;
use crate::intake::decode::decode;
use crate::intake::files::MAX_ARTICLE_BYTES;
use crate::intake::metadata::{self, Known};

/// Pages that are read of one document.
const MAX_PAGES: usize = 400;
/// Bytes that a page's content may have once it is unpacked. What draws it takes fifty times that in memory.
const MAX_CONTENT: usize = 4 << 20;
/// The same for all pages of a document together.
const MAX_ALL_CONTENT: usize = 64 << 20;

/// Reads a document.
pub(super) fn read(name: &str, bytes: &[u8]) -> Read {
    // A reader of binary files may have faults that a damaged file brings out; the build must go on.
    let parsed = std::panic::catch_unwind(|| parse(bytes));
    match parsed.unwrap_or_else(|_| Err("its structure is damaged".to_owned())) {
        Ok((text, known, unread)) => {
            let mut diagnostics = Vec::new();
            if unread.left > 0 {
                let message = format!("has {} pages more than the {MAX_PAGES} that are read", unread.left);
                diagnostics.push(Diagnostic::note(name, message).hint("split it into its articles"));
            }
            if unread.heavy > 0 {
                let message = format!(
                    "has {} pages that are not read, as they cannot be unpacked into {} MiB",
                    unread.heavy,
                    MAX_CONTENT >> 20
                );
                diagnostics.push(Diagnostic::error(name, message).hint("paste their text into a .txt file"));
            }
            (vec![Piece::only(Body::Text(text), known)], diagnostics)
        }
        Err(reason) => {
            let wrong = Diagnostic::error(name, format!("is a PDF document that cannot be read: {reason}"));
            (Vec::new(), vec![wrong.hint("paste its text into a .txt file")])
        }
    }
}

/// Pages that were not read.
struct Unread {
    /// Beyond the last that is.
    left: usize,
    /// Too large once they are unpacked, or damaged.
    heavy: usize,
}

fn parse(bytes: &[u8]) -> Result<(String, Known, Unread), String> {
    let document = Document::load_mem(bytes).map_err(|error| error.to_string())?;
    if document.is_encrypted() {
        return Err("it is protected by a password".to_owned());
    }
    let ids: Vec<ObjectId> = document.page_iter().take(100_000).collect();
    let (mut room, mut heavy, mut letters) = (MAX_ALL_CONTENT, 0, 0);
    let mut pages: Vec<Vec<Line>> = Vec::new();
    for &page in ids.iter().take(MAX_PAGES) {
        let Some(content) = content_of(&document, page, &mut room) else {
            heavy += 1;
            continue;
        };
        let lines = lines_of(&document, page, &content);
        letters += lines.iter().map(|line| line.text.len()).sum::<usize>();
        if letters > MAX_ARTICLE_BYTES {
            return Err(format!("it has more than {} MiB of text", MAX_ARTICLE_BYTES >> 20));
        }
        pages.push(lines);
    }
    let text = assemble(pages);
    if text.split_whitespace().count() < 5 && heavy > 0 {
        return Err(format!("{heavy} of its pages cannot be unpacked into {} MiB", MAX_CONTENT >> 20));
    }
    if text.split_whitespace().count() < 5 {
        return Err("it has no text layer, only pictures of its pages".to_owned());
    }
    let (letters, all) = text.chars().filter(|c| !c.is_whitespace()).fold((0, 0), |(letters, all), c| {
        (letters + usize::from(c.is_alphanumeric() && !('\u{80}'..='\u{FF}').contains(&c)), all + 1)
    });
    if letters * 2 < all {
        return Err("its text layer cannot be decoded".to_owned());
    }
    Ok((text, properties(&document), Unread { left: ids.len().saturating_sub(MAX_PAGES), heavy }))
}

/// A line as it is drawn.
#[derive(Debug, Clone)]
struct Line {
    text: String,
    /// Characters of the text.
    length: usize,
    x: f32,
    y: f32,
    size: f32,
}

/// The unpacked content of a page, taken off the `room` that all pages have. `None` where it has no room.
fn content_of(document: &Document, page: ObjectId, room: &mut usize) -> Option<Vec<u8>> {
    let most = MAX_CONTENT.min(*room);
    let content = document.get_page_content_with_limit(page, most).ok();
    // What was refused has been unpacked as far as the limit all the same.
    *room -= content.as_ref().map_or(most, Vec::len).min(*room);
    content
}

/// The lines of a page with this `content`, in the order in which they are drawn.
fn lines_of(document: &Document, page: ObjectId, content: &[u8]) -> Vec<Line> {
    let Ok(content) = Content::decode(content) else { return Vec::new() };
    let fonts = document.get_page_fonts(page).unwrap_or_default();
    let encodings: BTreeMap<&[u8], Encoding> = fonts
        .iter()
        .filter_map(|(name, font)| {
            Some((name.as_slice(), font.get_font_encoding_with_limit(document, MAX_CONTENT).ok()?))
        })
        .collect();
    let mut pen = Pen::default();
    for operation in &content.operations {
        let number =
            |index: usize| operation.operands.get(index).and_then(|value| value.as_float().ok()).unwrap_or(0.0);
        match operation.operator.as_str() {
            "BT" => (pen.x, pen.y, pen.scale) = (0.0, 0.0, 1.0),
            "Tf" => {
                pen.size = number(1);
                pen.font = operation.operands.first().and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec);
            }
            "TL" => pen.leading = number(0),
            "Td" => pen.shift(number(0), number(1)),
            "TD" => {
                pen.leading = -number(1);
                pen.shift(number(0), number(1));
            }
            "T*" => pen.shift(0.0, -pen.leading),
            "Tm" => {
                pen.scale = number(3).abs().max(0.01);
                (pen.x, pen.y) = (number(4), number(5));
                pen.moved = true;
            }
            "Tj" | "TJ" => pen.draw(&encodings, operation.operands.first()),
            "'" => {
                pen.shift(0.0, -pen.leading);
                pen.draw(&encodings, operation.operands.first());
            }
            "\"" => {
                pen.shift(0.0, -pen.leading);
                pen.draw(&encodings, operation.operands.get(2));
            }
            _ => {}
        }
    }
    pen.lines
}

#[derive(Default)]
struct Pen {
    lines: Vec<Line>,
    font: Option<Vec<u8>>,
    size: f32,
    scale: f32,
    leading: f32,
    x: f32,
    y: f32,
    /// Whether the place was set since the last text.
    moved: bool,
}

impl Pen {
    fn shift(&mut self, x: f32, y: f32) {
        self.x += x * self.scale;
        self.y += y * self.scale;
        self.moved = true;
    }

    fn draw(&mut self, encodings: &BTreeMap<&[u8], Encoding>, shown: Option<&Object>) {
        let encoding = self.font.as_deref().and_then(|font| encodings.get(font));
        let mut text = String::new();
        match shown {
            Some(Object::Array(parts)) => {
                for part in parts {
                    match part {
                        Object::String(bytes, _) => text.push_str(&decoded(encoding, bytes)),
                        // Thousandths of an em, to the left.
                        other if other.as_float().is_ok_and(|kern| kern < -180.0) && !text.ends_with(' ') => {
                            text.push(' ')
                        }
                        _ => {}
                    }
                }
            }
            Some(Object::String(bytes, _)) => text = decoded(encoding, bytes),
            _ => {}
        }
        let size = (self.size * self.scale).abs().max(1.0);
        let moved = std::mem::take(&mut self.moved);
        match self.lines.last_mut() {
            Some(line) if (line.y - self.y).abs() < size * 0.4 => {
                if moved
                    && self.x > line.x
                    && !line.text.ends_with(' ')
                    && !text.starts_with(' ')
                    && goes_apart(line.length, size, self.x - line.x)
                {
                    line.text.push(' ');
                    line.length += 1;
                }
                line.length += text.chars().count();
                line.text.push_str(&text);
            }
            _ => {
                let length = text.chars().count();
                self.lines.push(Line { text, length, x: self.x, y: self.y, size });
            }
        }
    }
}

/// Whether text that starts this far from the line's start leaves a gap behind the line's `length` letters, which
///  are taken to be half as wide as they are high.
fn goes_apart(length: usize, size: f32, distance: f32) -> bool {
    distance > length as f32 * size * 0.42
}

fn decoded(encoding: Option<&Encoding>, bytes: &[u8]) -> String {
    let text = encoding.and_then(|encoding| Document::decode_text(encoding, bytes).ok());
    text.unwrap_or_else(|| bytes.iter().map(|&byte| char::from(byte)).collect())
}

/// The pages' lines as text: what stands on every page taken out, paragraphs parted by blank lines,
/// their lines joined.
fn assemble(pages: Vec<Vec<Line>>) -> String {
    let running = running_lines(&pages);
    let mut text = String::new();
    let mut last: Option<Line> = None;
    for line in pages.into_iter().flatten() {
        let words = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() || running.contains(&without_digits(&words)) || words.chars().all(|c| c.is_ascii_digit()) {
            continue;
        }
        let line = Line { text: words, ..line };
        match &last {
            None => {}
            Some(before) if goes_on(before, &line) => {
                let hyphen = text.ends_with(['-', '\u{AD}', '‐']) && line.text.starts_with(char::is_lowercase);
                let letter_before = text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
                if hyphen && letter_before {
                    text.pop();
                } else {
                    text.push(' ');
                }
            }
            Some(_) => text.push_str("\n\n"),
        }
        text.push_str(&line.text);
        last = Some(line);
    }
    text
}

/// Whether `line` is of the paragraph that `before` is of.
fn goes_on(before: &Line, line: &Line) -> bool {
    let down = before.y - line.y;
    let same_size = (before.size - line.size).abs() < before.size * 0.12;
    let ended = before.text.ends_with(['.', '!', '?', '…', ':', '»', '"']);
    let lower = line.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    let indented = line.x > before.x + line.size * 0.8;
    if !same_size {
        return false;
    }
    if down <= 0.0 {
        // The next column or page.
        return !ended || lower;
    }
    let near = down < line.size * 1.75;
    near && !(indented && ended) && !(before.x > line.x + line.size * 4.0 && ended)
}

/// Lines that stand on half of the pages or more, numbers aside: headers and footers.
fn running_lines(pages: &[Vec<Line>]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let mut own: Vec<String> = page
            .iter()
            .map(|line| without_digits(&line.text.split_whitespace().collect::<Vec<_>>().join(" ")))
            .collect();
        own.sort();
        own.dedup();
        for line in own {
            *counts.entry(line).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .filter(|(line, count)| pages.len() >= 3 && *count * 2 >= pages.len() && !line.is_empty())
        .map(|(line, _)| line)
        .collect()
}

fn without_digits(line: &str) -> String {
    line.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// The document's own title and author. Its dates say when the file was made.
fn properties(document: &Document) -> Known {
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info));
    let info = info.ok().and_then(|(_, info)| info.as_dict().ok());
    let value = |key: &[u8]| {
        let bytes = info?.get(key).ok()?.as_str().ok()?;
        let utf16 = bytes.starts_with(b"\xFE\xFF");
        let text = if utf16 { decode(bytes).ok()?.text } else { decoded(None, bytes) };
        metadata::text(&text)
    };
    // Programs put the name of the file, or their own, where there is no title.
    let real = |title: &String| {
        let lower = title.to_lowercase();
        title.split(' ').count() >= 2
            && !lower.contains(".doc")
            && !lower.contains("microsoft word")
            && !lower.contains(".indd")
    };
    Known {
        title: value(b"Title").filter(|title| real(&title.value)),
        authors: value(b"Author").filter(|name| real(&name.value)).into_iter().collect(),
        ..Known::default()
    }
}
