//! Abbreviations that the text explains, or that its other names explain.

use super::{Form, naming};
use crate::language::{EntityKind, Name};
use crate::span::Span;

/// A short form introduced for a long one; indexes of forms.
pub type Introduced = Vec<(usize, usize)>;

/// Finds «Организация Договора о коллективной безопасности (ОДКБ)», «ОДКБ (Организация …)» and
/// «… (далее — Фонд)». Each pair is (short, long).
pub fn introduced(text: &str, names: &[Name], forms: &[Form]) -> Introduced {
    let form_of = |place: usize| forms.iter().position(|form| form.names.contains(&place));
    let mut found = Vec::new();
    for (place, name) in names.iter().enumerate() {
        if name.kind == EntityKind::Person {
            continue;
        }
        let Some((inside, agreed)) = bracket_after(text, name.span) else { continue };
        let Some(own) = form_of(place) else { continue };
        // The brackets may be a name of their own, or hold a form that others repeat.
        let other = names
            .iter()
            .position(|other| inside.contains(other.span) && other.kind != EntityKind::Person)
            .and_then(form_of)
            .or_else(|| {
                let key = naming::identity_key(inside.of(text));
                forms.iter().position(|form| {
                    form.kind != EntityKind::Person
                        && (form.text == inside.of(text) || naming::identity_key(&form.text) == key)
                })
            });
        let Some(other) = other.filter(|&other| other != own) else { continue };
        let (short, long) = if forms[other].text.len() <= forms[own].text.len() { (other, own) } else { (own, other) };
        if agreed || stands_for(&forms[short].text, &forms[long].text) {
            found.push((short, long));
        }
    }
    found
}

/// What stands in brackets right after `span`, and whether «далее» says that it is the short form.
fn bracket_after(text: &str, span: Span) -> Option<(Span, bool)> {
    let rest = &text[span.end..];
    let opened = rest.trim_start_matches(['»', '"', '”', ' ', '\u{a0}']).strip_prefix('(')?;
    let start = span.end + rest.len() - opened.len();
    let end = start + opened.find(')').filter(|&end| end < 200)?;
    let mut inside = Span::new(start, end).trimmed(text);
    let agreed = ["далее", "сокращённо", "сокращенно"].iter().find_map(|word| inside.of(text).strip_prefix(word));
    if let Some(rest) = agreed {
        let rest = rest.trim_start_matches([' ', '—', '–', '-', ':', ',', '\u{a0}']);
        inside = Span::new(end - rest.len().min(end - start), end).trimmed(text);
        inside = Span::new(inside.end - rest.trim_end().len(), inside.end);
    }
    let bare = naming::without_quotes(inside.of(text));
    let offset = inside.of(text).find(bare).unwrap_or(0);
    let inside = Span::new(inside.start + offset, inside.start + offset + bare.len());
    (!inside.is_empty()).then_some((inside, agreed.is_some()))
}

/// Whether the letters of `short` begin words of `long`, in order, the first word included.
pub fn stands_for(short: &str, long: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if letters.len() < 2 || !is_abbreviation(short) {
        return false;
    }
    let starts: Vec<char> = long
        .split(|c: char| !c.is_alphabetic())
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    let mut rest = starts.iter();
    starts.len() >= 2
        && starts.first() == letters.first()
        && letters.iter().all(|letter| rest.any(|start| start == letter))
}

/// Whether every word of `long` but the small ones gives `short` its letter.
pub fn spells_out(short: &str, long: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let start = |word: &str| word.chars().next().into_iter().flat_map(char::to_lowercase).collect::<String>();
    let words: Vec<&str> = long.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let all: String = words.iter().map(|word| start(word)).collect();
    let main: String = words.iter().filter(|word| word.chars().count() > 3).map(|word| start(word)).collect();
    letters.chars().count() >= 3 && is_abbreviation(short) && (letters == all || letters == main)
}

/// Capitals only (a small «и» or «о» inside passes).
pub fn is_abbreviation(form: &str) -> bool {
    let letters: Vec<char> = form.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    !form.contains(' ') && capitals >= 2 && letters.len() <= 8 && capitals + 1 >= letters.len()
}
