//! Kept lines to the cleaned text and its blocks.

use super::article::{Block, BlockKind};
use super::lines::Markup;
use super::page::{Fate, Page};
use super::shape::{Class, bullet_length};
use crate::span::Span;

/// No heading has more words.
const HEADING_WORDS: usize = 14;

/// Puts the kept lines together, a blank line between two.
pub(super) fn assemble(page: &Page) -> (String, Vec<Block>) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let kept: Vec<usize> = (0..page.entries.len()).filter(|&i| page.entries[i].fate == Fate::Keep).collect();
    for (position, &at) in kept.iter().enumerate() {
        let kind = kind_of(page, at, kept.get(position + 1).copied());
        let line = page.entries[at].text();
        let line = match kind {
            BlockKind::ListItem => &line[bullet_length(line).unwrap_or(0)..],
            BlockKind::Paragraph | BlockKind::Heading => line,
        };
        push(&mut text, &mut blocks, kind, line.trim());
    }
    (text, blocks)
}

/// Appends a block to `text`.
pub(super) fn push(text: &mut String, blocks: &mut Vec<Block>, kind: BlockKind, line: &str) {
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    let start = text.len();
    text.push_str(line);
    blocks.push(Block { kind, span: Span::new(start, text.len()) });
}

fn kind_of(page: &Page, at: usize, next: Option<usize>) -> BlockKind {
    let entry = &page.entries[at];
    let shape = entry.shape;
    match entry.line.markup {
        Some(Markup::Heading | Markup::LinkedHeading) => return BlockKind::Heading,
        Some(Markup::Item) => return BlockKind::ListItem,
        _ => {}
    }
    if shape.bullet {
        return BlockKind::ListItem;
    }
    let phrase = matches!(shape.class, Class::Headline | Class::Label | Class::Scrap) || entry.dates.is_some();
    let heads_text = next.is_some_and(|next| {
        let next = &page.entries[next];
        next.shape.is_text() || next.shape.bullet
    });
    let heading = phrase
        && at >= page.body_start
        && shape.words <= HEADING_WORDS
        && !shape.starts_lower
        && !shape.dash
        && !entry.text().contains(" | ")
        && !entry.text().ends_with([',', ';', '»', '"'])
        && heads_text;
    if heading { BlockKind::Heading } else { BlockKind::Paragraph }
}
