//! A working title for an article that has none: its own first words, and marked as derived.

use super::model::{Paragraph, Sentence};
use crate::intake::{BlockKind, Sourced};
use crate::span::Span;

/// The longest derived title, in characters.
const LONGEST: usize = 100;
/// The shortest piece that a sentence is cut to at a clause's end, in characters.
const SHORTEST: usize = 35;

/// A shorter sentence is a dateline («ТОКИО, 11 марта.»), a credit or an exclamation.
const FEWEST_WORDS: usize = 5;

/// The first sentence of running text that says something; a long one is cut at a clause's end, or between words, and
/// ends in `…`. Empty only for a text without a sentence.
pub fn derive(text: &str, sentences: &[Sentence], paragraphs: &[Paragraph], dateline: Option<Span>) -> Sourced<String> {
    let prose = |sentence: &&Sentence| {
        let words = sentence.span.of(text).split_whitespace().count();
        let dateline = dateline.is_some_and(|dateline| dateline.contains(sentence.span));
        paragraphs[sentence.paragraph].kind != BlockKind::Heading && words >= FEWEST_WORDS && !dateline
    };
    let first = sentences.iter().find(prose).or(sentences.first());
    Sourced::derived(first.map(|sentence| shorten(sentence.span.of(text))).unwrap_or_default())
}

fn shorten(sentence: &str) -> String {
    let flat = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= LONGEST {
        return flat.strip_suffix('.').filter(|rest| !rest.ends_with('.')).unwrap_or(&flat).to_owned();
    }
    let mut clause_end = None;
    let mut word_end = 0;
    let mut previous = ' ';
    for (count, (at, c)) in flat.char_indices().enumerate() {
        if count >= LONGEST {
            break;
        }
        if c == ' ' {
            word_end = at;
        }
        let ends_clause = matches!(c, ',' | ';' | ':') || (c == '—' && previous == ' ');
        // A comma inside a number ends nothing.
        let goes_on = flat[at + c.len_utf8()..].starts_with(' ');
        if ends_clause && goes_on && count >= SHORTEST {
            clause_end = Some(at);
        }
        previous = c;
    }
    format!("{}…", flat[..clause_end.unwrap_or(word_end)].trim_end())
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn long_sentences_end_at_a_clause() {
        assert_eq!(shorten("Суд отклонил жалобу."), "Суд отклонил жалобу");
        let long = "Правительство утвердило программу развития портов до 2035 года, в которой 1,5 трлн рублей пойдут на дороги и склады.";
        assert_eq!(shorten(long), "Правительство утвердило программу развития портов до 2035 года…");
        let unbroken = "слово ".repeat(40);
        assert!(shorten(&unbroken).chars().count() <= 101);
    }
}
