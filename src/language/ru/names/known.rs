//! Names that the reference tables know, where the tagger has found none.

use super::document::{Candidate, Document, covered};
use super::quoted::{quotations, things};
use super::words::PLAIN_ABBREVIATIONS;
use crate::language::gazetteer::{self, Class, Entry};
use crate::language::ru::morphology::NamePart;
use crate::language::{EntityKind, Pos};

/// Adds countries, large cities and abbreviations, and splits countries that were run together.
pub(super) fn add(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut names: Vec<Candidate> = names.into_iter().flat_map(|name| split(document, name)).collect();
    let taken = covered(document, &names);
    let is_free = |index: usize| index < document.len() && !taken[index];
    // «Қазақстан темір жолы» names a company, not its country.
    let mut in_title = things(document);
    for inside in quotations(document).into_iter().filter(|inside| inside.len() > 1) {
        in_title[inside].fill(true);
    }
    for index in
        (0..document.len()).filter(|&index| is_free(index) && !in_title[index] && document.is_capitalised(index))
    {
        let beside_capital = |index: usize| is_free(index) && document.is_capitalised(index) && document.is_word(index);
        let before = index.checked_sub(1).is_some_and(|before| document.gap(before) == " " && beside_capital(before));
        let after = document.gap(index) == " " && beside_capital(index + 1);
        if let Some(kind) = known_kind(document, index).filter(|_| !before && !after) {
            names.push(Candidate { tokens: index..index + 1, kind });
        }
    }
    names
}

fn known_kind(document: &Document, index: usize) -> Option<EntityKind> {
    let word = document.word(index);
    let is_abbreviation = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    if is_abbreviation {
        if PLAIN_ABBREVIATIONS.contains(&word) {
            return None;
        }
        let known = entries(document, index).first().map(|entry| entry.kind);
        return known.or_else(|| is_unknown_acronym(document, index).then_some(EntityKind::Organization));
    }
    let entry = entries(document, index).into_iter().find(|entry| match entry.class {
        Class::Country | Class::Region => true,
        Class::City => entry.population >= 100,
        Class::International | Class::National | Class::Generic => true,
        Class::Media | Class::Company | Class::Event => false,
    })?;
    let readings = document.readings(index);
    let best = readings.first()?;
    let is_surname = readings.iter().any(|reading| matches!(reading.name, Some(NamePart::Given | NamePart::Surname)));
    let is_common = best.name.is_none() && best.known && best.pos != Pos::ProperNoun;
    let suits = best.pos != Pos::Adjective && !(entry.class == Class::City && is_surname);
    (suits && !(is_common && document.begins_sentence(index))).then_some(entry.kind)
}

/// Four Cyrillic capitals or more that are no word of the dictionary: most such words in news are
/// organizations.
fn is_unknown_acronym(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    word.chars().count() >= 4
        && word.chars().all(|c| ('А'..='Я').contains(&c))
        && !document.readings(index).iter().any(|reading| reading.known)
}

/// What the tables know under the word itself or under one of its nominatives.
fn entries(document: &Document, index: usize) -> Vec<&'static Entry> {
    let found = gazetteer::lookup(document.word(index));
    if !found.is_empty() {
        return found;
    }
    document
        .readings(index)
        .iter()
        .filter(|reading| matches!(reading.pos, Pos::Noun | Pos::ProperNoun))
        .filter_map(|reading| reading.nominative(document.word(index)))
        .map(|form| gazetteer::lookup(&form))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// «США Китай»: two countries that the tagger made one of.
fn split(document: &Document, name: Candidate) -> Vec<Candidate> {
    let is_country = |index| entries(document, index).first().is_some_and(|entry| entry.class == Class::Country);
    if name.kind == EntityKind::Place && name.tokens.len() > 1 && name.tokens.clone().all(is_country) {
        return name.tokens.map(|index| Candidate { tokens: index..index + 1, kind: EntityKind::Place }).collect();
    }
    vec![name]
}
