//! Names that the reference tables know, where the tagger has found none.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::document::{Candidate, Document, covered};
use super::quoted::{quotations, replace, things};
use super::stems::{may_be_same, stems};
use super::words::{COMPANIES, PLAIN_ABBREVIATIONS};
use crate::language::gazetteer::{self, Class, Entry};
use crate::language::ru::morphology::{NamePart, Reading};
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
    let mut in_marks = vec![false; document.len()];
    for inside in quotations(document) {
        in_marks[inside].fill(true);
    }
    for index in
        (0..document.len()).filter(|&index| is_free(index) && !in_title[index] && document.is_capitalised(index))
    {
        // «Чикаго» between marks is a club, a hotel, a film.
        let is_marked = in_marks[index];
        let beside_capital = |index: usize| is_free(index) && document.is_capitalised(index) && document.is_word(index);
        let before = index.checked_sub(1).is_some_and(|before| document.gap(before) == " " && beside_capital(before));
        let after = document.gap(index) == " " && beside_capital(index + 1);
        let is_possible = |kind: &EntityKind| !(before || after || is_marked && *kind == EntityKind::Place);
        if let Some(kind) = known_kind(document, index).filter(is_possible) {
            names.push(Candidate { tokens: index..index + 1, kind });
        }
    }
    let names = add_long(document, add_places(document, names));
    names.into_iter().map(|name| with_known_kind(document, name)).collect()
}

/// «в Великих Луках»: places of several words that the tables know, where the tagger found less.
fn add_places(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    let mut in_marks = things(document);
    for inside in quotations(document) {
        in_marks[inside].fill(true);
    }
    for index in (0..document.len()).filter(|&index| document.is_capitalised(index) && !in_marks[index]) {
        let matching = |name: &&&'static str| matches(document, index, name);
        let stems = stems(document.word(index));
        let Some(name) = stems.iter().filter_map(|stem| long_places().get(stem)).flatten().find(matching) else {
            continue;
        };
        let tokens = index..index + name.split(' ').count();
        let crosses = |name: &Candidate| {
            let (one, other) = (&name.tokens, &tokens);
            one.start < other.end
                && other.start < one.end
                && !(other.start <= one.start && one.end <= other.end && name.kind != EntityKind::Organization)
        };
        if !names.iter().any(crosses) {
            replace(&mut names, tokens, EntityKind::Place);
        }
    }
    names
}

/// Whether the words from `index` on can be the words of `name` in one form or another, each with a capital
/// where the name has one.
fn matches(document: &Document, index: usize, name: &str) -> bool {
    let mut here = index;
    name.split(' ').all(|word| {
        let is_like = |other: &str| may_be_same(word, other);
        let same_capital = document.is_capitalised(here) == word.starts_with(char::is_uppercase);
        let fits = same_capital && is_like(document.word(here));
        let joined = here == index || document.gap(here - 1) == " ";
        here += 1;
        fits && joined
    })
}

/// Russian names of two or three words of places, by the stems of their first words.
fn long_places() -> &'static HashMap<String, Vec<&'static str>> {
    static NAMES: LazyLock<HashMap<String, Vec<&'static str>>> =
        LazyLock::new(|| by_first_word(2..=3, |entry| entry.kind == EntityKind::Place));
    &NAMES
}

/// «Белый дом» acts: an organization that the tables know by two words, taken for a place, or by one, taken for a person.
fn with_known_kind(document: &Document, mut name: Candidate) -> Candidate {
    // «пресс-служба Акорды»
    let (first, is_one) = (name.tokens.start, name.tokens.len() == 1);
    let is_persons =
        |reading: &Reading| reading.known && matches!(reading.name, Some(NamePart::Given | NamePart::Surname));
    let is_body = || entries(document, first).first().is_some_and(|entry| entry.class == Class::National);
    if name.kind == EntityKind::Person && is_one && !document.readings(first).iter().any(is_persons) && is_body() {
        name.kind = EntityKind::Organization;
    }

    if name.kind == EntityKind::Place && name.tokens.len() == 2 {
        let stems = stems(document.word(name.tokens.start));
        let known = |known: &&'static str| matches(document, name.tokens.start, known);
        if stems.iter().filter_map(|stem| national_bodies().get(stem)).flatten().any(known) {
            name.kind = EntityKind::Organization;
        }
    }
    name
}

/// Russian names of two words of states' bodies, by the stems of their first words.
fn national_bodies() -> &'static HashMap<String, Vec<&'static str>> {
    static NAMES: LazyLock<HashMap<String, Vec<&'static str>>> =
        LazyLock::new(|| by_first_word(2..=2, |entry| entry.class == Class::National));
    &NAMES
}

/// The Russian names of `words` words of what the tables have, by the stems of their first words.
fn by_first_word(
    words: std::ops::RangeInclusive<usize>,
    fits: impl Fn(&Entry) -> bool,
) -> HashMap<String, Vec<&'static str>> {
    let mut names: HashMap<String, Vec<&'static str>> = HashMap::new();
    for entry in gazetteer::entries().iter().filter(|entry| fits(entry)) {
        for name in
            entry.ru.iter().filter(|name| words.contains(&name.split(' ').count()) && !name.contains(['«', '(', ',']))
        {
            for stem in stems(name.split(' ').next().unwrap_or("")) {
                names.entry(stem).or_default().push(name);
            }
        }
    }
    names
}

/// Organizations of several words that the tables know, where nothing of them was found.
fn add_long(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    let taken = covered(document, &names);
    let mut index = 0;
    while index < document.len() {
        let is_free = |index: usize| taken.get(index).is_some_and(|taken| !taken);
        let fits = |name: &&&'static str| {
            let mut here = index;
            let matches = name.split(' ').all(|word| {
                let fits = is_free(here) && may_be_same(word, document.word(here));
                here += 1;
                fits
            });
            matches && (index..here - 1).all(|index| document.gap(index) == " ")
        };
        let found = (is_free(index) && document.is_capitalised(index))
            .then(|| stems(document.word(index)))
            .and_then(|stems| stems.iter().filter_map(|stem| long_names().get(stem)).flatten().find(fits));
        let end = index + found.map_or(0, |name| name.split(' ').count());
        if end > index {
            names.push(Candidate { tokens: index..end, kind: EntityKind::Organization });
        }
        index = end.max(index + 1);
    }
    names
}

/// Russian names of three words or more of organizations, by the stems of their first words.
fn long_names() -> &'static HashMap<String, Vec<&'static str>> {
    static NAMES: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
        let is_body = |entry: &Entry| entry.kind == EntityKind::Organization && entry.class != Class::Event;
        by_first_word(3..=usize::MAX, is_body)
    });
    &NAMES
}

fn known_kind(document: &Document, index: usize) -> Option<EntityKind> {
    let word = document.word(index);
    let is_abbreviation = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    if is_abbreviation {
        if PLAIN_ABBREVIATIONS.has(word) {
            return None;
        }
        let known = entries(document, index).first().map(|entry| entry.kind);
        return known.or_else(|| is_unknown_acronym(document, index).then_some(EntityKind::Organization));
    }
    // «МИДу», «ЦИКом»
    let bare = word.trim_end_matches(char::is_lowercase);
    let is_declined = bare.chars().count() > 2 && word.chars().count() - bare.chars().count() <= 2;
    let is_abbreviation = bare.chars().all(|c| ('А'..='Я').contains(&c)) && !PLAIN_ABBREVIATIONS.has(bare);
    if let Some(entry) = gazetteer::lookup(bare).first().filter(|_| is_declined && is_abbreviation) {
        return Some(entry.kind);
    }
    if document.has_lemma(index, &COMPANIES) || stems(word).iter().any(|stem| COMPANIES.has(stem)) {
        return Some(EntityKind::Organization);
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
pub(super) fn entries(document: &Document, index: usize) -> Vec<&'static Entry> {
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
