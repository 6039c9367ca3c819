//! A line taken apart into words, numbers and marks, for the grammars that look for dates in it.
//!
//! Coarser questions (is «2.10.1» one thing?) are left to the grammars: they know what stood glued
//! together from [`Lexeme::spaced`].

use crate::span::Span;
use crate::words::is_alphabetic;

/// What a [`Lexeme`] is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Letters, in lower case, ё written as е and every apostrophe as `'`.
    Word(String),
    /// Decimal digits; the value saturates.
    Number(u32),
    /// Any other character.
    Mark(char),
}

/// A word, a run of digits, or one other character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexeme {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether white space, or the beginning of the text, stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

impl Lexeme {
    /// The word, in lower case; empty for numbers and marks.
    pub fn word(&self) -> &str {
        match &self.kind {
            Kind::Word(word) => word,
            _ => "",
        }
    }

    /// The value of a run of digits.
    pub fn number(&self) -> Option<u32> {
        match self.kind {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Whether this is the character `mark`.
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// The mark that it is.
    pub fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// How many digits a number has; 0 for anything else.
    pub fn digits(&self) -> usize {
        if self.number().is_some() { self.span.len() } else { 0 }
    }
}

/// Takes `text` apart. White space is dropped, everything else is covered by exactly one lexeme.
pub fn lexemes(text: &str) -> Vec<Lexeme> {
    let mut found: Vec<Lexeme> = Vec::with_capacity(text.len() / 6);
    let mut rest = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{301}') {
            spaced |= first.is_whitespace();
            continue;
        }
        let mut end = start + first.len_utf8();
        let kind = if first.is_ascii_digit() {
            let mut value = u32::from(first) - u32::from('0');
            while let Some((at, digit)) = rest.next_if(|(_, next)| next.is_ascii_digit()) {
                value = value.saturating_mul(10).saturating_add(u32::from(digit) - u32::from('0'));
                end = at + 1;
            }
            Kind::Number(value)
        } else if is_alphabetic(first) {
            let mut word = String::with_capacity(16);
            push_folded(&mut word, first);
            loop {
                if let Some((at, next)) = rest.next_if(|(_, next)| is_alphabetic(*next) || is_mark_on_letter(*next)) {
                    end = at + next.len_utf8();
                    push_folded(&mut word, next);
                    continue;
                }
                // «п'ятниця» is one word, «yesterday's» is two and a mark.
                let Some(&(at, apostrophe)) = rest.peek() else { break };
                let after = text[at..].chars().nth(1);
                let inside = word.chars().next_back().is_some_and(is_cyrillic) && after.is_some_and(is_cyrillic);
                if !matches!(apostrophe, '\'' | '’' | 'ʼ') || !inside {
                    break;
                }
                rest.next();
                word.push('\'');
                end = at + apostrophe.len_utf8();
            }
            Kind::Word(word)
        } else {
            Kind::Mark(first)
        };
        found.push(Lexeme { span: Span::new(start, end), kind, spaced, capital: first.is_uppercase() });
        spaced = false;
    }
    found
}

/// Appends `letter` in lower case, with ё as е; stress marks and soft hyphens vanish.
fn push_folded(word: &mut String, letter: char) {
    match letter {
        'ё' | 'Ё' => word.push('е'),
        // Most letters need no table.
        'а'..='я' | 'a'..='z' => word.push(letter),
        // A decomposed й: its breve is folded into the letter before it.
        '\u{306}' if word.ends_with('и') => {
            word.pop();
            word.push('й');
        }
        letter if is_mark_on_letter(letter) => {}
        letter => word.extend(letter.to_lowercase()),
    }
}

fn is_mark_on_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}
