//! What a search finds each word by: its lemma in this sentence, and within a name the nominative that
//! the name was given.

use std::collections::HashMap;

use super::model::{EntityKind, Lexemes, Mention};
use crate::language::{Token, search};
use crate::span::Span;
use crate::words::{fold, words};

/// The keys of all words of `text`. Tokens and mentions are those of the text, in order; a word without
/// a token is its own lemma.
pub(super) fn lexemes(text: &str, language: &str, tokens: &[Token], mentions: &[Mention]) -> Lexemes {
    let mut lines: HashMap<String, u16> = HashMap::new();
    let mut lexemes = Lexemes::default();
    let (mut tokens, mut mentions) = (Within::new(tokens), Within::new(mentions));
    for span in words(text) {
        let word = span.of(text);
        let folded = fold(word);
        let lemma = tokens.part(text, span, |token| token.span, |token| &token.lemma);
        let lemma = lemma.map_or(word, |part| part.told);
        let mut keys = vec![search::key(language, word, lemma)];
        if let Some(part) = mentions.part(text, span, |it| it.span, |it| &it.form) {
            let is_family = part.of.kind == EntityKind::Person && (part.place > 0 || part.count == 1);
            keys.extend(search::keys_of_name(language, part.told, is_family));
        }
        keys.sort_unstable();
        keys.dedup();
        let line = keys.iter().map(|key| difference(&folded, key)).collect::<Vec<_>>().join(" ");
        let number = lines.get(&line).copied().unwrap_or_else(|| {
            // More kinds of differences than this no article has; the word would then be its own key.
            let number = u16::try_from(lines.len()).unwrap_or(u16::MAX);
            lexemes.differences.push_str(&line);
            lexemes.differences.push('\n');
            lines.insert(line, number);
            number
        });
        lexemes.of_word.push(number);
    }
    lexemes
}

/// How `key` differs from `folded`, as [`Lexemes::differences`] has it.
fn difference(folded: &str, key: &str) -> String {
    let shared: usize =
        folded.chars().zip(key.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
    format!("{}+{}", folded[shared..].chars().count(), &key[shared..])
}

/// Things in the order of the text, looked up in that order.
struct Within<'t, T> {
    rest: &'t [T],
    /// Of the thing asked for last: a name or a token may have very many words.
    held: Option<Held>,
}

/// The words of a thing, and of what is told of it.
struct Held {
    span: Span,
    /// Where its words begin, in the text.
    starts: Vec<usize>,
    /// The words of what is told, in that.
    parts: Vec<Span>,
}

/// The part of what is told of a thing that one of its words stands for.
struct Part<'t, T> {
    told: &'t str,
    /// Its place among the parts.
    place: usize,
    /// How many parts there are.
    count: usize,
    of: &'t T,
}

impl<'t, T> Within<'t, T> {
    fn new(all: &'t [T]) -> Self {
        Self { rest: all, held: None }
    }

    /// The part of `told` (a lemma, a nominative) that the word at `span` stands for, where the thing that holds
    /// the word has as many words.
    fn part(
        &mut self,
        text: &str,
        span: Span,
        place: impl Fn(&T) -> Span,
        told: impl Fn(&'t T) -> &'t str,
    ) -> Option<Part<'t, T>> {
        let gone = self.rest.iter().take_while(|it| place(it).end <= span.start).count();
        self.rest = &self.rest[gone..];
        let holder = self.rest.first().filter(|it| place(it).contains(span))?;
        let whole = place(holder);
        let held = match self.held.take().filter(|held| held.span == whole) {
            Some(held) => held,
            None => Held {
                span: whole,
                starts: words(whole.of(text)).map(|word| whole.start + word.start).collect(),
                parts: words(told(holder)).collect(),
            },
        };
        let Held { starts, parts, .. } = self.held.insert(held);
        let place = starts.partition_point(|start| *start < span.start);
        let part = parts.get(place).filter(|_| parts.len() == starts.len())?;
        Some(Part { told: part.of(told(holder)), place, count: parts.len(), of: holder })
    }
}
