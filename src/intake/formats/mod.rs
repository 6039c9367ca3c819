//! What a file is, by what is in it, and how each kind is read.
//!
//! A reader turns its file into [`Piece`]s: the text of each article and what the file says beside it.
//! Nothing is cleaned here.

mod channel_page;
mod csl;
mod docx;
mod feed;
mod gathered;
mod json;
mod mail;
mod pdf;
mod records;
mod table;
mod telegram;
pub(super) mod xml;

use std::path::Path;

pub(super) use csl::{item_for, may_describe};

use super::decode::{Decoded, Unreadable, decode};
use super::metadata::Known;
use super::{Options, feeds, html, markdown};
use crate::diagnostic::Diagnostic;

/// One article as its file holds it.
#[derive(Debug)]
pub(super) struct Piece {
    /// What tells it from the other articles of its file. `None` for the only one.
    pub id: Option<String>,
    /// The 1-based line of the file where it stands.
    pub line: Option<usize>,
    pub body: Body,
    /// What the file says beside the text, which wins over what the text says.
    pub known: Known,
    /// What the container says, which the text's own data wins over.
    pub fallback: Known,
}

impl Piece {
    /// The only article of a file.
    fn only(body: Body, known: Known) -> Self {
        Self { id: None, line: None, body, known, fallback: Known::default() }
    }
}

/// The text of an article.
#[derive(Debug)]
pub(super) enum Body {
    /// Lines, with whatever was pasted round them.
    Text(String),
    /// A web page.
    Page(String),
    /// Markup that is all article: an entry of a feed, a letter.
    Fragment(String),
}

/// The articles of a file, and what was wrong with it.
pub(super) type Read = (Vec<Piece>, Vec<Diagnostic>);

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Markdown,
    JsonLines,
    Json,
    Html,
    Feed,
    Mail,
    Pdf,
    Docx,
    Table,
    /// Known by name or by its first bytes, and not read.
    Other(&'static str),
}

/// Whether a file of this name may hold many articles, and be larger than one.
pub(super) fn may_hold_many(name: &str) -> bool {
    let many = ["jsonl", "ndjson", "json", "xml", "rss", "atom", "csv", "tsv"];
    many.contains(&extension(name).as_str())
        || ["pdf", "docx", "mht", "mhtml", "eml", "html", "htm"].contains(&extension(name).as_str())
}

fn extension(name: &str) -> String {
    Path::new(name).extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Reads the pieces of the file `name` that holds `bytes`.
pub(super) fn read(name: &str, bytes: &[u8], options: &Options) -> Read {
    match of_bytes(name, bytes) {
        Some(Format::Pdf) => pdf::read(name, bytes),
        Some(Format::Docx) => docx::read(name, bytes),
        Some(Format::Mail) => mail::read(name, bytes),
        Some(Format::Other(what)) => refused(name, format!("is {what}, which is not read")),
        _ => match decode(bytes) {
            Ok(decoded) => of_text(name, decoded, options),
            Err(Unreadable::Binary(what)) => refused(name, format!("is {what}, not text")),
            Err(reason) => {
                let wrong = Diagnostic::error(name, reason.to_string());
                (Vec::new(), vec![wrong.hint("put the article's text into it, or remove it")])
            }
        },
    }
}

fn refused(name: &str, message: String) -> Read {
    let wrong = Diagnostic::error(name, message).hint("paste its text into a .txt file, or remove it");
    (Vec::new(), vec![wrong])
}

fn of_text(name: &str, decoded: Decoded, options: &Options) -> Read {
    let format = of_decoded(name, &decoded.text);
    let mut diagnostics = Vec::new();
    if decoded.damaged > 0 {
        let message = format!("is damaged: {} characters are not valid {}", decoded.damaged, decoded.encoding);
        let note = Diagnostic::note(name, message);
        diagnostics.push(note.hint("they stand as � in the text; get the file again if it matters"));
    }
    let text = decoded.text;
    let (pieces, found) = match format {
        Format::JsonLines => records::read_lines(name, &text),
        _ if options.raw => (vec![Piece::only(Body::Text(text), Known::default())], Vec::new()),
        Format::Json => json::read(name, &text, options),
        Format::Feed => feed::read(name, &text),
        Format::Table => table::read(name, &text),
        Format::Html => channel_page::read(name, &text, options)
            .unwrap_or_else(|| (vec![Piece::only(Body::Page(text), Known::default())], Vec::new())),
        Format::Markdown => {
            let (text, known, found) = markdown::read(name, &text);
            (vec![Piece::only(Body::Text(text), known)], found)
        }
        _ => (vec![Piece::only(Body::Text(text), Known::default())], Vec::new()),
    };
    diagnostics.extend(found);
    (pieces, diagnostics)
}

/// What the first bytes say, and for what is no text in any case, the name.
fn of_bytes(name: &str, bytes: &[u8]) -> Option<Format> {
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(5).any(|window| window == b"%PDF-") {
        return Some(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(docx::kind_of_archive(bytes).map_or(Format::Docx, Format::Other));
    }
    if mail::is_mail(bytes) {
        return Some(Format::Mail);
    }
    match extension(name).as_str() {
        "eml" | "mht" | "mhtml" => Some(Format::Mail),
        "pdf" => Some(Format::Pdf),
        "docx" => Some(Format::Docx),
        "mbox" | "msg" | "pst" => Some(Format::Other("a mailbox")),
        "doc" | "odt" | "pages" => Some(Format::Other("an office document")),
        "epub" | "fb2" | "mobi" | "djvu" => Some(Format::Other("a book")),
        "xls" | "xlsx" | "ods" => Some(Format::Other("a spreadsheet")),
        "zip" | "gz" | "rar" | "7z" | "tar" | "bz2" | "xz" | "zst" => Some(Format::Other("an archive")),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" | "tiff" | "heic" if !looks_like_text(bytes) => {
            Some(Format::Other("an image"))
        }
        "mp3" | "mp4" | "avi" | "mkv" | "webm" | "ogg" | "wav" | "m4a" | "mov" => Some(Format::Other("a recording")),
        _ => None,
    }
}

fn looks_like_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(&bytes[..bytes.len().min(64)]).is_ok_and(|text| !text.contains('\0'))
}

/// What a decoded text is: its beginning decides, and its name where that says nothing.
fn of_decoded(name: &str, text: &str) -> Format {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let extension = extension(name);
    if matches!(extension.as_str(), "jsonl" | "ndjson") {
        return Format::JsonLines;
    }
    if feeds::is_feed(start) || feeds::is_json_feed(start) {
        return Format::Feed;
    }
    if html::is_page(text) || html::is_fragment(text) {
        return Format::Html;
    }
    if start.starts_with(['{', '[']) && (extension == "json" || json::is_json(start)) {
        return if extension != "json" && records::are_lines(start) { Format::JsonLines } else { Format::Json };
    }
    match extension.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        "md" | "markdown" | "mdown" => Format::Markdown,
        "csv" | "tsv" => Format::Table,
        "json" => Format::Json,
        "xml" | "rss" | "atom" => Format::Feed,
        _ if markdown::has_front_matter(start) => Format::Markdown,
        _ => Format::Text,
    }
}
