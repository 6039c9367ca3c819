//! One sentence as roles are read from it.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::Material;
use super::agreement::{self, Cases};
use super::words::Words;
use crate::analysis::model::Mention;
use crate::language::ru::morphology::{Reading, readings};
use crate::language::{EntityKind, Pos};
use crate::span::Span;
use crate::words::LowerCase;

/// Readings less likely than this are left aside.
const LEAST: f64 = 0.01;

/// A sentence's words, with the mentions that they belong to.
pub struct Line<'a> {
    material: &'a Material<'a>,
    words: Vec<Word<'a>>,
}

/// A word, number or mark.
struct Word<'a> {
    text: &'a str,
    lower: String,
    span: Span,
    pos: Pos,
    mention: Option<usize>,
    readings: OnceCell<Arc<[Reading]>>,
}

impl<'a> Line<'a> {
    /// The sentence at `span`; `mentions` are the indexes of those in it.
    pub fn new(material: &'a Material<'a>, span: Span, mentions: Range<usize>) -> Self {
        let tokens = material.tokens;
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let after = tokens.partition_point(|token| token.span.start < span.end);
        let words = tokens[first..after]
            .iter()
            .map(|token| {
                let text = token.span.of(material.text);
                let mention = mentions.clone().find(|&mention| material.mentions[mention].span.overlaps(token.span));
                Word {
                    text,
                    lower: text.lower_plain(),
                    span: token.span,
                    pos: token.pos,
                    mention,
                    readings: OnceCell::new(),
                }
            })
            .collect();
        Self { material, words }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The words of a mention; `None` when it has none of its own.
    pub fn words_of(&self, mention: usize) -> Option<Range<usize>> {
        let start = self.words.iter().position(|word| word.mention == Some(mention))?;
        let count = self.words[start..].iter().take_while(|word| word.mention == Some(mention)).count();
        Some(start..start + count)
    }

    pub fn mention(&self, index: usize) -> &'a Mention {
        &self.material.mentions[index]
    }

    /// The index of the mention that the word is part of.
    pub fn mention_at(&self, at: usize) -> Option<usize> {
        self.words[at].mention
    }

    pub fn is_person(&self, at: usize) -> bool {
        self.words[at].mention.is_some_and(|mention| self.mention(mention).kind == EntityKind::Person)
    }

    pub fn text(&self, at: usize) -> &'a str {
        self.words[at].text
    }

    /// The word in lower case, with е for ё.
    pub fn lower(&self, at: usize) -> &str {
        &self.words[at].lower
    }

    pub fn pos(&self, at: usize) -> Pos {
        self.words[at].pos
    }

    /// From the first word of `words` to the last.
    pub fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.words[words.start].span.start, self.words[words.end - 1].span.end)
    }

    /// The text from the first word of `words` to the last, line ends and double spaces made one space.
    pub fn written(&self, words: &Range<usize>) -> String {
        self.span(words).of(self.material.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether white space or nothing, and no other words, stands between two neighbouring words.
    pub fn touches_next(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| self.words[at].span.end == next.span.start)
    }

    /// The word's readings by itself, the likeliest first.
    pub fn readings(&self, at: usize) -> impl Iterator<Item = &Reading> {
        let word = &self.words[at];
        let found = word.readings.get_or_init(|| readings(word.text));
        let first = found.first().map(|reading| reading.probability);
        found.iter().filter(move |reading| {
            reading.probability >= LEAST || first.is_some_and(|first| reading.probability >= first)
        })
    }

    /// Whether one of the word's lemmas, or the word itself, is listed.
    pub fn any_lemma(&self, at: usize, listed: &Words) -> bool {
        listed.has(self.lower(at)) || self.readings(at).any(|reading| listed.has(&reading.lemma.replace('ё', "е")))
    }

    /// The cases in which the word can stand as part of a noun phrase.
    pub fn cases(&self, at: usize) -> Cases {
        let declined = |reading: &&Reading| {
            matches!(
                reading.pos,
                Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Pronoun | Pos::Number | Pos::Other
            )
        };
        let found = self.readings(at).filter(declined);
        found.fold(Cases::NONE, |cases, reading| cases.or(agreement::of_reading(reading)))
    }
}
