//! Lines in capitals: gives every word the letters it would have in running text.

use std::collections::BTreeMap;

use super::document::Document;
use super::words::{PLACE_NOUNS, PLAIN_ABBREVIATIONS};
use crate::language::Pos;
use crate::language::gazetteer;
use crate::language::ru::morphology::{self, NamePart};
use crate::words::LowerCase;

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    Small,
    Title,
    Capitals,
}

/// How often a lemma is written in each way in the rest of the document.
#[derive(Default, Clone, Copy)]
struct Counts {
    small: usize,
    title: usize,
    capitals: usize,
}

/// Rewrites the words of all lines in capitals.
pub(super) fn restore(document: &mut Document) {
    let lines = lines(document);
    let (shouted, spoken): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| is_shouted(document, line.clone()));
    if shouted.is_empty() {
        return;
    }
    let mut usage: BTreeMap<String, Counts> = BTreeMap::new();
    for index in spoken.into_iter().flatten().filter(|&index| !document.begins_sentence(index)) {
        for key in keys(document.word(index)) {
            let counts = usage.entry(key).or_default();
            match letters_of(document.word(index)) {
                Some(Letters::Small) => counts.small += 1,
                Some(Letters::Title) => counts.title += 1,
                Some(Letters::Capitals) => counts.capitals += 1,
                None => {}
            }
        }
    }
    for line in shouted {
        let first = line.clone().find(|&index| document.is_word(index));
        for index in line {
            let word = document.word(index).to_owned();
            let Some(Letters::Capitals) = letters_of(&word) else { continue };
            let restored = match letters_for(document, index, &usage) {
                Letters::Capitals => continue,
                Letters::Small if first == Some(index) => title(&word),
                Letters::Small => word.lower(),
                Letters::Title => title(&word),
            };
            document.set_word(index, restored);
        }
    }
}

fn letters_for(document: &Document, index: usize, usage: &BTreeMap<String, Counts>) -> Letters {
    let word = document.word(index);
    let lower = word.lower();
    if word.chars().count() == 1 {
        // An initial keeps its capital.
        return if document.word(index + 1) == "." { Letters::Capitals } else { Letters::Small };
    }
    if PLAIN_ABBREVIATIONS.has(word) {
        return Letters::Capitals;
    }
    if let Some(counts) = keys(word).iter().find_map(|key| usage.get(key)) {
        return if counts.capitals > 0 {
            Letters::Capitals
        } else if counts.title > counts.small {
            Letters::Title
        } else {
            Letters::Small
        };
    }
    let readings = morphology::readings(&lower);
    let best = &readings[0];
    if let Some(entry) =
        gazetteer::lookup(word).first().filter(|_| !best.known || best.name.is_some() || best.pos != Pos::Noun)
    {
        let is_abbreviation = entry.names().any(|name| name == word);
        return if is_abbreviation { Letters::Capitals } else { Letters::Title };
    }
    let is_place_adjective =
        best.pos == Pos::Adjective && document.has_lemma(index + 1, &PLACE_NOUNS) && lower.contains("ск");
    // «БЕРЛИНЕ» may be a carriage, but in a headline it is not.
    let is_known_place = readings.iter().any(|reading| {
        reading.name == Some(NamePart::Place)
            && reading.nominative(&lower).is_some_and(|form| !gazetteer::lookup(&form).is_empty())
    });
    if best.name.is_some() || best.pos == Pos::ProperNoun || is_place_adjective || is_known_place {
        return Letters::Title;
    }
    if best.known {
        return Letters::Small;
    }
    let has_vowel = lower.contains(|c| "аеёиоуыэюяaeiouy".contains(c));
    if !has_vowel || lower.chars().count() <= 3 { Letters::Capitals } else { Letters::Title }
}

/// What a word is looked up by: itself, and the lemma of its likeliest reading.
fn keys(word: &str) -> Vec<String> {
    let lower = word.lower();
    let lemma = morphology::readings(&lower)[0].lemma.to_string();
    vec![lower, lemma]
}

fn lines(document: &Document) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for index in 0..document.len() {
        if document.ends_line(index) {
            lines.push(start..index + 1);
            start = index + 1;
        }
    }
    lines
}

/// At least two words of three letters, and next to no small letters.
fn is_shouted(document: &Document, line: std::ops::Range<usize>) -> bool {
    let (mut words, mut capitals, mut small) = (0, 0, 0);
    for index in line {
        let word = document.word(index);
        capitals += word.chars().filter(|c| c.is_uppercase()).count();
        small += word.chars().filter(|c| c.is_lowercase()).count();
        words += usize::from(word.chars().filter(|c| c.is_uppercase()).count() >= 3);
    }
    words >= 2 && small * 10 <= capitals
}

fn letters_of(word: &str) -> Option<Letters> {
    let first = word.chars().next().filter(|c| c.is_alphabetic())?;
    let has_small = word.chars().any(char::is_lowercase);
    match (first.is_uppercase(), has_small) {
        (false, _) => Some(Letters::Small),
        (true, true) => Some(Letters::Title),
        (true, false) => Some(Letters::Capitals),
    }
}

/// A capital at the beginning of each part of more than two letters («Нью-Йорк», «Ростов-на-Дону»).
fn title(word: &str) -> String {
    let parts: Vec<String> = word
        .split('-')
        .enumerate()
        .map(|(number, part)| {
            let lower = part.lower();
            let mut chars = lower.chars();
            match chars.next() {
                Some(first) if number == 0 || lower.chars().count() > 2 => first.to_uppercase().chain(chars).collect(),
                _ => lower,
            }
        })
        .collect();
    parts.join("-")
}
