//! What intake makes of a source file.

use serde::{Deserialize, Serialize};

use crate::calendar::Moment;
use crate::span::Span;

/// Where a piece of metadata comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A line of the article itself: a headline, a date line, a byline.
    Source,
    /// A field that the file carries beside the text: front matter, `<meta>`, a JSON key.
    Metadata,
    /// Worked out by the program; the source does not say it.
    Derived,
}

/// A value, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourced<T> {
    /// The value itself.
    pub value: T,
    /// Who says so.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// `value`, which a line of the article gives.
    pub fn source(value: T) -> Self {
        Self { value, origin: Origin::Source }
    }

    /// `value`, which a metadata field gives.
    pub fn metadata(value: T) -> Self {
        Self { value, origin: Origin::Metadata }
    }

    /// `value`, which the program worked out.
    pub fn derived(value: T) -> Self {
        Self { value, origin: Origin::Derived }
    }
}

/// What a paragraph of the cleaned text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading between paragraphs.
    Heading,
    /// One item of a list; its bullet is not part of the text.
    ListItem,
}

/// One paragraph of the cleaned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in [`Article::text`], without the blank line after it.
    pub span: Span,
}

/// What an agency puts before the first words of its story: «МОСКВА, 14 мар — РИА Новости.»
///
/// It is part of the text, and says nothing that a reader would look for in a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// Its bytes in [`Article::text`], with the dash or full stop that ends it.
    pub span: Span,
    /// The place, as it is printed.
    pub place: String,
    /// The agency, where it is named.
    pub agency: Option<String>,
}

/// Something that intake took out of a source, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// The text as it stood.
    pub text: String,
    /// The name of the rule that removed it, kebab-case ("advert-label", "teaser-marker").
    pub rule: String,
    /// The 1-based line of the decoded file where it began.
    pub line: usize,
}

/// A source article, taken apart: its text without the page round it, and what the page said about it.
///
/// A field that the source does not give is absent; nothing here is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The file's stem, or the `id` of a line.
    pub id: String,
    /// The file, relative to the dossier's folder, with `/` between its parts.
    pub path: String,
    /// SHA-256 of the file's (or the line's) bytes, 64 hex digits.
    pub sha256: String,
    /// Title, where the source gives one.
    pub title: Option<Sourced<String>>,
    /// When it was published.
    pub published: Option<Sourced<Moment>>,
    /// When it was last changed. The year may be missing.
    pub modified: Option<Sourced<Moment>>,
    /// When it was taken from where it was published: saved, clipped, fetched.
    pub retrieved: Option<Sourced<Moment>>,
    /// Who wrote it, as the source writes the names.
    pub authors: Vec<Sourced<String>>,
    /// The outlet that published it.
    pub outlet: Option<Sourced<String>>,
    /// Where it was published.
    pub url: Option<Sourced<String>>,
    /// The language that the file declares, a BCP 47 code; what the text is in is for analysis to find.
    pub language: Option<String>,
    /// Subject tags of the source's own («#Экономика»), without the number sign.
    pub tags: Vec<String>,
    /// The cleaned text (UTF-8, NFC), paragraphs separated by one blank line (`\n\n`).
    pub text: String,
    /// The paragraphs of `text`, in order.
    pub blocks: Vec<Block>,
    /// The dateline before its first words, where it has one.
    pub dateline: Option<Dateline>,
    /// What was taken out, in source order.
    pub removed: Vec<Removed>,
}
