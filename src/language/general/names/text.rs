//! A text as the finders of names see it.

use std::collections::BTreeMap;

use crate::language::general::vocabulary::Vocabulary;
use crate::language::sentences::Rules;
use crate::span::Span;

/// Tokens, where sentences begin, and which words stand with a capital where.
pub struct Text<'t> {
    pub text: &'t str,
    pub tokens: &'t [Span],
    pub vocabulary: &'static Vocabulary,
    /// Whether each token begins a sentence.
    begins: Vec<bool>,
    rules: &'t Rules,
    /// How often each lower-cased word stands with a capital within a sentence.
    capitalised: BTreeMap<String, usize>,
    /// How often each word stands without.
    small: BTreeMap<String, usize>,
}

impl<'t> Text<'t> {
    pub fn new(
        text: &'t str,
        tokens: &'t [Span],
        sentences: &[Span],
        rules: &'t Rules,
        vocabulary: &'static Vocabulary,
    ) -> Self {
        let mut begins = vec![false; tokens.len()];
        for sentence in sentences {
            let first = tokens.partition_point(|token| token.start < sentence.start);
            let word = tokens[first..].iter().position(|token| token.of(text).starts_with(char::is_alphanumeric));
            if let Some(begin) = word.and_then(|offset| begins.get_mut(first + offset)) {
                *begin = true;
            }
        }
        let (mut capitalised, mut small) = (BTreeMap::new(), BTreeMap::new());
        for (token, begins) in tokens.iter().zip(&begins) {
            let word = token.of(text);
            let counts = if is_capitalised(word) { &mut capitalised } else { &mut small };
            if !begins {
                *counts.entry(word.to_lowercase()).or_insert(0) += 1;
            }
        }
        Self { text, tokens, vocabulary, begins, rules, capitalised, small }
    }

    /// The token at `index`; empty past the end.
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| token.of(self.text))
    }

    /// The token before `index` in lower case; empty at the beginning.
    pub fn lower_before(&self, index: usize) -> String {
        index.checked_sub(1).map(|before| self.word(before).to_lowercase()).unwrap_or_default()
    }

    /// What `count` tokens from `index` span.
    pub fn span(&self, index: usize, count: usize) -> Span {
        Span::new(self.tokens[index].start, self.tokens[index + count - 1].end)
    }

    /// Whether one space alone parts the token at `index` from the one before it.
    pub fn follows_closely(&self, index: usize) -> bool {
        index > 0
            && self
                .tokens
                .get(index)
                .is_some_and(|token| matches!(&self.text[self.tokens[index - 1].end..token.start], " " | "\u{a0}"))
    }

    /// Whether the word at `index` goes on with the capitalised words before it.
    pub fn continues(&self, index: usize) -> bool {
        self.follows_closely(index) && is_capitalised(self.word(index)) && !self.begins[index] && !self.is_title(index)
    }

    /// Whether the word at `index` is an office or an occupation, which is no part of a name, or what an
    /// office is of («Secretary of State»).
    pub fn is_title(&self, index: usize) -> bool {
        let titles = &self.vocabulary.titles;
        titles.contains(&self.word(index).to_lowercase().as_str())
            || index >= 2
                && self.word(index - 1) == "of"
                && self.follows_closely(index)
                && titles.contains(&self.word(index - 2).to_lowercase().as_str())
    }

    /// Whether the word at `index` is one that begins sentences and names nothing.
    pub fn is_starter(&self, index: usize) -> bool {
        self.rules.starters.contains(&self.word(index).to_lowercase().as_str())
    }

    /// Whether the word at `index` begins a sentence, and nothing but that speaks for its capital.
    pub fn owes_capital_to_place(&self, index: usize) -> bool {
        self.begins[index] && !self.capitalised.contains_key(&self.word(index).to_lowercase())
    }

    /// Whether the token stands in a longer run of capitalised words.
    pub fn is_inside_longer(&self, index: usize) -> bool {
        self.continues(index + 1)
            || (index > 0
                && self.continues(index)
                && is_capitalised(self.word(index - 1))
                && !self.is_common(index - 1)
                && !self.is_title(index - 1))
    }

    /// Whether the word at `index` owes its capital to something else than a name: it is one of the
    /// language's words that have one, or begins a sentence and is either a function word or stands
    /// elsewhere without a capital.
    pub fn is_common(&self, index: usize) -> bool {
        let lower = self.word(index).to_lowercase();
        let listed = |list: &[&str]| list.contains(&lower.as_str());
        if listed(self.rules.starters) || listed(&self.vocabulary.common) || listed(&self.vocabulary.titles) {
            return true;
        }
        self.begins[index]
            && (self.small.contains_key(&lower)
                || !(self.capitalised.contains_key(&lower)
                    || self.continues(index + 1)
                    || super::known::is_known(self, self.word(index))))
    }

    /// Of the nominatives that `word` may be a form of, one that stands in the text with a capital.
    pub fn confirmed(&self, word: &str) -> Option<String> {
        let nominatives = self.vocabulary.endings.nominatives(word);
        nominatives.into_iter().skip(1).find(|base| self.capitalised.contains_key(&base.to_lowercase()))
    }
}

/// Whether the word begins with a capital.
pub fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
