//! Names by their capitals and by the reference tables: cautious, since a name that is missing harms less
//! than one that is none.

mod again;
mod known;
mod organizations;
mod text;
mod unknown;

use self::text::Text;
use super::vocabulary::Vocabulary;
use crate::language::sentences::Rules;
use crate::language::{EntityKind, Name};
use crate::span::Span;

/// The longest name that is looked for, in tokens.
const LONGEST: usize = 7;

/// A name that begins at some token.
struct Candidate {
    /// Tokens before the name that were read with it: titles.
    skip: usize,
    /// Tokens of the name.
    count: usize,
    kind: EntityKind,
    /// In the nominative.
    form: String,
}

/// The names in `text`, in order.
pub(super) fn names(
    text: &str,
    tokens: &[Span],
    sentences: &[Span],
    rules: &Rules,
    vocabulary: &'static Vocabulary,
) -> Vec<Name> {
    let text = Text::new(text, tokens, sentences, rules, vocabulary);
    let mut names = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let found =
            organizations::at(&text, index).or_else(|| known::at(&text, index)).or_else(|| unknown::at(&text, index));
        match found {
            Some(Candidate { skip, count, kind, form }) => {
                let first = index + skip;
                names.push(Name { span: text.span(first, count), kind, form });
                index = first + count;
            }
            None => index += 1,
        }
    }
    again::find(&text, &mut names);
    names
}
