//! Words, numbers and marks of any alphabetic language.

use crate::span::Span;

/// The tokens of `text`, in order. A word keeps its inner apostrophes and hyphens, a number its inner
/// points and commas; every other mark stands alone.
pub(super) fn tokens(text: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut last = first;
        while first.is_alphanumeric()
            && let Some(&(at, next)) = rest.peek()
        {
            let after = &text[at + next.len_utf8()..];
            if !(next.is_alphanumeric() || is_combining(next) || holds(last, next, after)) {
                break;
            }
            end = at + next.len_utf8();
            last = next;
            rest.next();
        }
        tokens.push(Span::new(start, end));
    }
    tokens
}

/// Whether a mark between two letters or digits belongs to the word that they form.
fn holds(before: char, mark: char, rest: &str) -> bool {
    let mut following = rest.chars();
    let Some(after) = following.next() else { return false };
    // The English possessive is no part of the word: «Reuters’s», «Canada's».
    let is_possessive = after == 's' && !following.next().is_some_and(char::is_alphanumeric);
    match mark {
        '\'' | '’' if is_possessive => false,
        '\'' | '’' | 'ʼ' | '‘' | 'ʻ' | '-' | '‑' => before.is_alphanumeric() && after.is_alphanumeric(),
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        '&' => before.is_uppercase() && after.is_uppercase(),
        _ => false,
    }
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
