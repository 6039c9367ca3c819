//! The words of a text as a search sees them: runs of letters and digits, and one spelling for all ways
//! to write a word.
//!
//! `templates/static/search/words.js` takes queries apart in the same way.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::span::Span;

/// Where the words of `text` stand, in order: runs of letters, digits and the marks over them. Hyphens
/// part words, an apostrophe between two Cyrillic letters («м’яч») does not.
pub fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|(_, c)| is_alphanumeric(*c))?;
        let (mut end, mut last) = (start + first.len_utf8(), first);
        while let Some(&(at, next)) = rest.peek() {
            let after = at + next.len_utf8();
            let is_inner =
                is_apostrophe(next) && is_cyrillic(last) && text[after..].chars().next().is_some_and(is_cyrillic);
            if !(is_alphanumeric(next) || (!next.is_ascii() && is_combining_mark(next)) || is_inner) {
                break;
            }
            (end, last) = (after, next);
            rest.next();
        }
        Some(Span::new(start, end))
    })
}

/// The spelling under which a word is found: lower case, without accents and apostrophes, ё as е, and
/// the letters of Ukrainian and Kazakh as the Russian ones that stand in for them on a keyboard without
/// them.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    if word.chars().all(is_plain) {
        folded.extend(word.chars().map(|c| match c {
            'А'..='Я' => char::from_u32(c as u32 + 32).unwrap_or(c),
            'ё' | 'Ё' => 'е',
            c => c.to_ascii_lowercase(),
        }));
    } else {
        word.nfc().flat_map(char::to_lowercase).for_each(|c| push_folded(&mut folded, c));
    }
    folded
}

/// Lower case without asking Unicode's tables, which are slow, about Russian and English.
pub trait LowerCase {
    /// What [`str::to_lowercase`] gives.
    fn lower(&self) -> String;
    /// The same, with ё as е: how words are compared.
    fn lower_plain(&self) -> String;
}

impl LowerCase for str {
    fn lower(&self) -> String {
        lowered(self, 'ё').unwrap_or_else(|| self.to_lowercase())
    }

    fn lower_plain(&self) -> String {
        lowered(self, 'е').unwrap_or_else(|| self.to_lowercase().replace('ё', "е"))
    }
}

/// `text` in lower case, with `yo` for ё; `None` where it has letters or marks that are not common.
fn lowered(text: &str, yo: char) -> Option<String> {
    let mut lower = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'А'..='Я' => lower.push(char::from_u32(c as u32 + 32)?),
            'Ё' | 'ё' => lower.push(yo),
            _ if c.is_ascii() => lower.push(c.to_ascii_lowercase()),
            'а'..='я' | '«' | '»' | '“' | '”' | '„' | '—' | '–' | '…' | '№' | '\u{a0}' => {
                lower.push(c)
            }
            _ => return None,
        }
    }
    Some(lower)
}

/// What [`char::is_alphabetic`] says, without asking Unicode's tables about Russian and English.
pub fn is_alphabetic(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё') || c.is_alphabetic()
}

/// What [`char::is_alphanumeric`] says, without asking Unicode's tables about Russian and English.
pub fn is_alphanumeric(c: char) -> bool {
    is_plain(c) || c.is_alphanumeric()
}

/// Whether `c` is a letter or digit that most texts consist of: Unicode's tables are slow to ask.
fn is_plain(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'a'..='z' | 'A'..='Z' | '0'..='9')
}

fn push_folded(folded: &mut String, c: char) {
    match c {
        // It would fall apart into и and a mark.
        'й' => folded.push(c),
        'ґ' | 'ғ' => folded.push('г'),
        'є' => folded.push('е'),
        'і' | 'ї' => folded.push('и'),
        'ў' | 'ұ' | 'ү' => folded.push('у'),
        'ә' => folded.push('а'),
        'қ' => folded.push('к'),
        'ң' => folded.push('н'),
        'ө' => folded.push('о'),
        'һ' => folded.push('х'),
        'ß' => folded.push_str("ss"),
        _ => folded.extend(std::iter::once(c).nfd().filter(|&c| !is_combining_mark(c) && !is_apostrophe(c))),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lower_case_is_that_of_the_standard_library(text in "[а-яА-ЯёЁa-zA-Z0-9 «»—…№.,-]{0,20}|\\PC{0,20}|[ΑΣσİıǅ]{0,4}") {
            prop_assert_eq!(text.lower(), text.to_lowercase());
            prop_assert_eq!(text.lower_plain(), text.to_lowercase().replace('ё', "е"));
            for c in text.chars() {
                prop_assert_eq!((is_alphabetic(c), is_alphanumeric(c)), (c.is_alphabetic(), c.is_alphanumeric()));
            }
        }
    }
}
