//! The tokens of an article as the search for quotes reads them.

use std::ops::Range;

use super::Material;
use crate::language::speech::{Speech, speech};
use crate::language::{Pos, is_told_of};
use crate::span::{Span, beginning_in};
use crate::words::LowerCase;

/// An article's tokens, with what attributes speech in its language.
pub(super) struct Words<'m> {
    pub material: &'m Material<'m>,
    pub speech: &'static Speech,
    /// Each token in lower case, ё as е.
    lower: Vec<String>,
    /// Each token's lemma, ё as е.
    lemmas: Vec<String>,
}

/// Lower case, with ё as е: the form in which words are compared.
pub(super) fn folded(word: &str) -> String {
    word.lower_plain()
}

impl<'m> Words<'m> {
    pub fn new(material: &'m Material<'m>) -> Self {
        let lower = material.tokens.iter().map(|token| folded(token.span.of(material.text))).collect();
        let lemmas = material.tokens.iter().map(|token| token.lemma.replace('ё', "е")).collect();
        Self { material, speech: speech(material.language), lower, lemmas }
    }

    pub fn text(&self) -> &'m str {
        self.material.text
    }

    pub fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    pub fn lemma(&self, at: usize) -> &str {
        self.lemmas.get(at).map_or("", String::as_str)
    }

    pub fn pos(&self, at: usize) -> Pos {
        self.material.tokens.get(at).map_or(Pos::Other, |token| token.pos)
    }

    pub fn span(&self, at: usize) -> Span {
        self.material.tokens[at].span
    }

    /// The tokens that begin inside `span`.
    pub fn inside(&self, span: Span) -> Range<usize> {
        let tokens = self.material.tokens;
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let last = tokens.partition_point(|token| token.span.start < span.end);
        first..last
    }

    /// The sentence in which byte `at` lies, or the next one; the whole text where there is none.
    pub fn sentence_at(&self, at: usize) -> Span {
        let index = self.material.sentences.partition_point(|sentence| sentence.end <= at);
        self.material.sentences.get(index).copied().unwrap_or(Span::new(at.min(self.text().len()), self.text().len()))
    }

    /// Whether the token is a verb of saying in a form that tells of someone else.
    pub fn says(&self, at: usize) -> bool {
        let listed = self.speech.verbs.contains(&self.lemma(at)) || self.speech.verbs.contains(&self.lower(at));
        listed
            && !matches!(self.pos(at), Pos::Noun | Pos::Adjective)
            && is_told_of(self.material.language, self.lower(at))
    }

    /// «уверен», «убеждён».
    pub fn is_predicate(&self, at: usize) -> bool {
        self.speech.predicates.contains(&self.lower(at))
    }

    /// Whether the verb denies, or is itself denied: «опроверг, что», «не сказал, что».
    pub fn denies(&self, at: usize) -> bool {
        let listed = self.speech.denials.contains(&self.lemma(at)) || self.speech.denials.contains(&self.lower(at));
        listed || at > 0 && matches!(self.lower(at - 1), "не" | "ни" | "not" | "never" | "didn't")
    }

    /// As [`Self::says`], without the verbs that mean something else as often.
    pub fn says_plainly(&self, at: usize) -> bool {
        self.says(at)
            && !self.speech.weak_verbs.contains(&self.lemma(at))
            && !self.speech.weak_verbs.contains(&self.lower(at))
    }

    /// How many of the tokens are words.
    pub fn word_count(&self, range: Range<usize>) -> usize {
        range.filter(|&at| self.is_word(at)).count()
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.lower(at).chars().next().is_some_and(char::is_alphanumeric)
    }

    /// Whether the words are a clause rather than a name: enough of them, and a verb among them.
    pub fn is_clause(&self, span: Span) -> bool {
        let range = self.inside(span);
        let count = self.word_count(range.clone());
        let verb = range.clone().any(|at| self.pos(at) == Pos::Verb);
        // Packs without parts of speech leave only the length to judge by.
        let unknown = range.clone().filter(|&at| self.pos(at) == Pos::Other).count() * 2 > count;
        count >= 4 && (verb || unknown && count >= 5)
    }

    /// The mentions that begin inside `span`, by index.
    pub fn mentions_in(&self, span: Span) -> Range<usize> {
        beginning_in(self.material.mentions, span, |mention| mention.span)
    }
}
