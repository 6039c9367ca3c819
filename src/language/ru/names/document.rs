//! A document as the rules see it: words, their readings, sentences and lines.

use std::borrow::Cow;
use std::ops::Range;

use super::words::Words;
use crate::language::EntityKind;
use crate::language::ru::morphology::{AnalysedToken, Reading};
use crate::span::Span;
use crate::words::LowerCase;

/// A name that has been found so far.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    /// The tokens that it covers; never empty.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityKind,
}

/// The tokens of a document with all that is known of them. Indexes beyond the end are words without
/// letters, so that neighbours can be looked at freely.
pub(super) struct Document<'t> {
    pub text: &'t str,
    tokens: &'t [Span],
    words: Vec<Cow<'t, str>>,
    readings: Vec<&'t [Reading]>,
    /// Whether each token is the first word of its sentence.
    begins: Vec<bool>,
}

impl<'t> Document<'t> {
    pub fn new(text: &'t str, tokens: &'t [Span], sentences: &'t [Vec<AnalysedToken>]) -> Self {
        let words: Vec<Cow<str>> = tokens.iter().map(|token| Cow::Borrowed(token.of(text))).collect();
        let mut readings: Vec<&[Reading]> = sentences.iter().flatten().map(|token| &*token.readings).collect();
        readings.resize(tokens.len(), &[]);
        let mut begins = vec![false; tokens.len()];
        let mut first = 0;
        for sentence in sentences {
            let is_word = |index: usize| words.get(index).is_some_and(|word| word.starts_with(char::is_alphanumeric));
            if let Some(index) = (first..first + sentence.len()).find(|&index| is_word(index)) {
                begins[index] = true;
            }
            first += sentence.len();
        }
        Self { text, tokens, words, readings, begins }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `index`, with its usual capitals.
    pub fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.as_ref())
    }

    /// Gives the word at `index` other letters.
    pub fn set_word(&mut self, index: usize, word: String) {
        self.words[index] = Cow::Owned(word);
    }

    /// The readings of a word, the likeliest first. Without an analysis there are none.
    pub fn readings(&self, index: usize) -> &[Reading] {
        self.readings.get(index).copied().unwrap_or(&[])
    }

    /// The lemma of the likeliest reading, or the word itself in lower case.
    pub fn lemma(&self, index: usize) -> Cow<'_, str> {
        match self.readings(index).first() {
            Some(reading) => Cow::Borrowed(&reading.lemma),
            None => Cow::Owned(self.word(index).lower()),
        }
    }

    /// Whether some reading of the word has one of these lemmas.
    pub fn has_lemma(&self, index: usize, lemmas: &Words) -> bool {
        lemmas.has(&self.word(index).lower()) || self.readings(index).iter().any(|reading| lemmas.has(&reading.lemma))
    }

    /// Whether the token is the first word of its sentence.
    pub fn begins_sentence(&self, index: usize) -> bool {
        self.begins.get(index).copied().unwrap_or(false)
    }

    /// The tokens of the sentence that the token stands in, from its first word on.
    pub fn sentence(&self, index: usize) -> Range<usize> {
        let start = (0..=index).rev().find(|&index| self.begins_sentence(index)).unwrap_or(0);
        let end = (index + 1..self.len()).find(|&index| self.begins_sentence(index)).unwrap_or(self.len());
        start..end
    }

    /// Whether the token has letters or digits.
    pub fn is_word(&self, index: usize) -> bool {
        self.word(index).contains(char::is_alphanumeric)
    }

    pub fn is_capitalised(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    /// What stands between a token and the next.
    pub fn gap(&self, index: usize) -> &str {
        match (self.tokens.get(index), self.tokens.get(index + 1)) {
            (Some(token), Some(next)) => &self.text[token.end..next.start],
            _ => "\n",
        }
    }

    /// Whether a line ends after the token.
    pub fn ends_line(&self, index: usize) -> bool {
        self.gap(index).contains(['\n', '\r', '\u{2028}', '\u{2029}'])
    }

    /// Whether the token touches the next one.
    pub fn touches_next(&self, index: usize) -> bool {
        self.gap(index).is_empty()
    }

    /// Where a name stands in the text.
    pub fn span(&self, name: &Candidate) -> Span {
        Span::new(self.tokens[name.tokens.start].start, self.tokens[name.tokens.end - 1].end)
    }
}

/// Sorts names and makes sure that no two share a token: the earlier one wins, of two that begin
/// together the longer.
pub(super) fn in_order(mut names: Vec<Candidate>) -> Vec<Candidate> {
    names.retain(|name| !name.tokens.is_empty());
    names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    let mut end = 0;
    names.retain(|name| {
        let free = name.tokens.start >= end;
        if free {
            end = name.tokens.end;
        }
        free
    });
    names
}

/// Which tokens are part of a name.
pub(super) fn covered(document: &Document, names: &[Candidate]) -> Vec<bool> {
    let mut covered = vec![false; document.len()];
    for name in names {
        covered[name.tokens.clone()].fill(true);
    }
    covered
}
