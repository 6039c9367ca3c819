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

/// Whether the parts of `short` begin words of `long`, in order, the first word included.
pub fn stands_for(short: &str, long: &str) -> bool {
    let parts = parts(short);
    let words = words(long);
    if parts.len() < 2 || words.len() < 2 || !is_abbreviation(short) || !abbreviates(&parts[0], &words[0]) {
        return false;
    }
    let mut rest = words.iter();
    parts.iter().all(|part| rest.any(|word| abbreviates(part, word)))
}

/// Whether every word of `long` but the small ones gives `short` its part.
pub fn spells_out(short: &str, long: &str) -> bool {
    let parts = parts(short);
    let all = words(long);
    let main: Vec<String> = all.iter().filter(|word| word.chars().count() > 3).cloned().collect();
    let fits = |words: &[String]| {
        words.len() == parts.len() && parts.iter().zip(words).all(|(part, word)| abbreviates(part, word))
    };
    let letters = short.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && parts.len() >= 2 && is_abbreviation(short) && (fits(&all) || fits(&main))
}

/// The parts of an abbreviation, in lower case, each beginning with a capital: «КазНУ» → «каз», «н», «у».
fn parts(short: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for letter in short.chars().filter(|c| c.is_alphabetic()) {
        match parts.last_mut() {
            Some(part) if !letter.is_uppercase() => part.push(letter),
            _ => parts.push(letter.to_lowercase().collect()),
        }
    }
    parts
}

/// The words of a name, in lower case.
fn words(long: &str) -> Vec<String> {
    long.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether the word begins with the part's first letter and has the others in their order («пб» in
/// «Петербургский»).
fn abbreviates(part: &str, word: &str) -> bool {
    let mut letters = word.chars();
    letters.next() == part.chars().next() && part.chars().skip(1).all(|letter| letters.any(|other| other == letter))
}

/// Capitals only (a small «и» or «о» inside passes), or capitals at both ends with short parts between
/// («КазНУ»).
pub fn is_abbreviation(form: &str) -> bool {
    let letters: Vec<char> = form.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let mixed = letters.len() <= 7
        && letters.first().is_some_and(|c| c.is_uppercase())
        && letters.last().is_some_and(|c| c.is_uppercase());
    !form.contains(' ') && capitals >= 2 && letters.len() <= 8 && (capitals + 1 >= letters.len() || mixed)
}
