//! Word documents: paragraphs, headings, items of lists, rows of tables.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Body, Piece, Read, xml};
use crate::diagnostic::Diagnostic;
use crate::intake::metadata::{self, Known};

/// Bytes that a part of a document may have once it is unpacked.
const MAX_PART: u64 = 32 << 20;

/// What an archive is, if it is no Word document.
pub(super) fn kind_of_archive(bytes: &[u8]) -> Option<&'static str> {
    let names =
        ZipArchive::new(Cursor::new(bytes)).map(|archive| archive.file_names().map(str::to_owned).collect::<Vec<_>>());
    let Ok(names) = names else { return None };
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if has("word/document") {
        None
    } else if has("xl/") {
        Some("a spreadsheet")
    } else if has("ppt/") {
        Some("a presentation")
    } else if has("META-INF/container.xml") {
        Some("a book")
    } else if has("content.xml") {
        Some("an OpenDocument file")
    } else {
        Some("an archive")
    }
}

/// Bytes of markup that a document's text may make: more than any article has, even where each character is escaped.
const MAX_MARKUP: usize = 16 << 20;

/// Reads a document.
pub(super) fn read(name: &str, bytes: &[u8]) -> Read {
    match parts(bytes) {
        Ok((text, known)) => (vec![Piece::only(Body::Fragment(text), known)], Vec::new()),
        Err(reason) => {
            let wrong = Diagnostic::error(name, format!("is no Word document that can be read: {reason}"));
            (Vec::new(), vec![wrong.hint("save it again, or paste its text into a .txt file")])
        }
    }
}

fn parts(bytes: &[u8]) -> Result<(String, Known), String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let document = part(&mut archive, "word/document.xml")?;
    let known = part(&mut archive, "docProps/core.xml").map(|core| properties(&core)).unwrap_or_default();
    Ok((markup(&document)?, known))
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, String> {
    let file = archive.by_name(name).map_err(|error| format!("{name}: {error}"))?;
    let mut bytes = Vec::new();
    file.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
    if bytes.len() as u64 > MAX_PART {
        return Err(format!("{name} has more than {} MiB once it is unpacked", MAX_PART >> 20));
    }
    String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8"))
}

/// The document as simple markup, which the reader of pages takes.
fn markup(document: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(document);
    let mut out = String::new();
    let mut open = Paragraph::default();
    let (mut in_text, mut deleted, mut cells) = (false, 0_usize, 0_usize);
    loop {
        if out.len() + open.text.len() > MAX_MARKUP {
            return Err(format!("it has more than {} MiB of text", MAX_MARKUP >> 20));
        }
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) => match local(&element).as_str() {
                "t" => in_text = true,
                "p" if cells == 0 => open = Paragraph::default(),
                "p" => open.space(),
                "tc" => cells += 1,
                "del" | "moveFrom" => deleted += 1,
                "tr" => open = Paragraph::default(),
                name => open.property(name, &element),
            },
            Event::Empty(element) => match local(&element).as_str() {
                "br" | "cr" => open.text.push_str("<br>"),
                "tab" => open.text.push(' '),
                "noBreakHyphen" => open.text.push('-'),
                "p" if cells == 0 => open = Paragraph::default(),
                name => open.property(name, &element),
            },
            Event::End(element) => {
                let name = element.local_name();
                match AsRef::<str>::as_ref(&name) {
                    "t" => in_text = false,
                    "p" if cells == 0 => std::mem::take(&mut open).close(&mut out),
                    "tc" => {
                        cells = cells.saturating_sub(1);
                        open.text.push_str(" | ");
                    }
                    "tr" => std::mem::take(&mut open).close(&mut out),
                    "del" | "moveFrom" => deleted = deleted.saturating_sub(1),
                    _ => {}
                }
            }
            Event::Text(text) if in_text && deleted == 0 => open.push(&text.xml10_content()),
            Event::CData(text) if in_text && deleted == 0 => open.push(&text.xml10_content()),
            Event::GeneralRef(reference) if in_text && deleted == 0 => open.push(&xml::resolve(&reference)),
            Event::Eof => return Ok(out),
            _ => {}
        }
    }
}

fn local(element: &BytesStart) -> String {
    let name = element.local_name();
    AsRef::<str>::as_ref(&name).to_owned()
}

#[derive(Default)]
struct Paragraph {
    text: String,
    heading: bool,
    item: bool,
}

impl Paragraph {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                c => self.text.push(c),
            }
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
    }

    fn property(&mut self, name: &str, element: &BytesStart) {
        match name {
            "pStyle" => {
                let style = xml::attribute(element, "val").unwrap_or_default().to_lowercase();
                let digit = style.len() <= 2 && style.chars().all(|c| c.is_ascii_digit());
                self.heading =
                    digit || ["heading", "title", "заголовок", "subtitle"].iter().any(|word| style.starts_with(word));
                self.item = style.contains("list");
            }
            "numPr" => self.item = true,
            "outlineLvl" => self.heading = true,
            _ => {}
        }
    }

    fn close(self, out: &mut String) {
        let text = self.text.trim().trim_end_matches('|').trim();
        if text.is_empty() {
            return;
        }
        let tag = if self.heading {
            "h2"
        } else if self.item {
            "li"
        } else {
            "p"
        };
        out.push_str(&format!("<{tag}>{text}</{tag}>\n"));
    }
}

/// `docProps/core.xml`: title, author, dates.
fn properties(core: &str) -> Known {
    let mut reader = Reader::from_str(core);
    let (mut known, mut text) = (Known::default(), String::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => text.clear(),
            Ok(Event::Text(part)) => text.push_str(&part.xml10_content()),
            Ok(Event::GeneralRef(reference)) => text.push_str(&xml::resolve(&reference)),
            Ok(Event::End(element)) => {
                let name = element.local_name();
                // The program's own dates say when the file was made, not when its text was published.
                match AsRef::<str>::as_ref(&name) {
                    "title" => known.title = metadata::text(&text).filter(|title| !is_placeholder(&title.value)),
                    "creator" => {
                        known.authors =
                            metadata::text(&text).into_iter().filter(|name| !is_placeholder(&name.value)).collect()
                    }
                    "language" if !text.trim().is_empty() => known.language = Some(text.trim().to_owned()),
                    _ => {}
                }
                text.clear();
            }
            Ok(Event::Eof) | Err(_) => return known,
            Ok(_) => {}
        }
    }
}

/// What programs fill in by themselves.
fn is_placeholder(text: &str) -> bool {
    let text = text.to_lowercase();
    ["user", "пользователь", "admin", "администратор", "python-docx", "документ", "document", "microsoft office user"]
        .contains(&text.as_str())
        || ["document1", "документ microsoft word", "word document"].iter().any(|start| text.starts_with(start))
}
