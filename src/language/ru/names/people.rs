//! People whom the tagger runs together, or overlooks.

use super::document::{Candidate, Document, covered};
use crate::language::ru::morphology::{Case, NamePart, Reading};
use crate::language::{EntityKind, Pos, gazetteer};

/// «Пресс-секретарь Жапарова Аскат Алагозов» are two people; «Трамп пригрозил» is one.
pub(super) fn read_people(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut people: Vec<Candidate> = names.into_iter().flat_map(|name| part(document, name)).collect();
    let before = covered(document, &people);
    for person in &mut people {
        if lacks_first_name(document, person, &before) {
            person.tokens.start -= 1;
        }
    }
    let taken = covered(document, &people);
    let acting = (0..document.len()).filter(|&index| !taken[index] && acts(document, index));
    people.extend(acting.map(|index| Candidate { tokens: index..index + 1, kind: EntityKind::Person }));
    people
}

/// A family name in a case and gender in which the first name after it cannot stand is another person's, when a noun
/// before it can be said of somebody of that name («пресс-секретарь Жапарова»).
fn part(document: &Document, name: Candidate) -> Vec<Candidate> {
    let (first, second) = (name.tokens.start, name.tokens.start + 1);
    let readings = |index: usize, part: NamePart| {
        let is_part = move |reading: &&Reading| reading.known && reading.name == Some(part) && !reading.plural;
        document.readings(index).iter().filter(is_part).filter(|reading| reading.probability > 0.01)
    };
    let follows_person = first.checked_sub(1).is_some_and(|before| {
        document.gap(before) == " "
            && document.readings(before).first().is_some_and(|best| best.pos == Pos::Noun && best.animate == Some(true))
    });
    if name.kind != EntityKind::Person || name.tokens.len() < 3 || !follows_person {
        return vec![name];
    }
    let whose: Vec<&Reading> = readings(first, NamePart::Surname).collect();
    let is_whose = whose.iter().any(|reading| reading.case == Some(Case::Genitive) && !reading.indeclinable);
    let mut given = readings(second, NamePart::Given).peekable();
    let is_named = given.peek().is_some();
    let agree = given.any(|given| {
        whose.iter().any(|whose| whose.case == given.case && whose.gender == given.gender || whose.indeclinable)
    });
    if !is_whose || !is_named || agree || readings(first, NamePart::Given).next().is_some() {
        return vec![name];
    }
    let end = name.tokens.end;
    [first..second, second..end].map(|tokens| Candidate { tokens, kind: EntityKind::Person }).into()
}

/// «Роман Ким» at the head of a sentence: a first name before a family name alone, in its case.
fn lacks_first_name(document: &Document, person: &Candidate, taken: &[bool]) -> bool {
    let first = person.tokens.start;
    let Some(before) = first.checked_sub(1).filter(|&before| person.tokens.len() == 1 && !taken[before]) else {
        return false;
    };
    let is_given = |reading: &&Reading| reading.known && reading.name == Some(NamePart::Given) && !reading.plural;
    let is_surname = |reading: &Reading| reading.name == Some(NamePart::Surname) && !reading.plural;
    let given = document.readings(before).iter().filter(is_given);
    person.kind == EntityKind::Person
        && document.gap(before) == " "
        && document.is_capitalised(before)
        && document.begins_sentence(before)
        && given.into_iter().any(|given| {
            document.readings(first).iter().any(|surname| {
                is_surname(surname)
                    && surname.case == given.case
                    && (surname.gender == given.gender || surname.indeclinable)
            })
        })
}

/// Whether the word at `index` is nothing but a family name in the nominative, at the head of a sentence, that a verb
/// follows.
fn acts(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    let surname: f64 = document
        .readings(index)
        .iter()
        .filter(|reading| reading.known && reading.name == Some(NamePart::Surname) && !reading.plural)
        .filter(|reading| reading.case == Some(Case::Nominative))
        .map(|reading| reading.probability)
        .sum();
    let verb = document.readings(index + 1).first();
    document.begins_sentence(index)
        && document.is_capitalised(index)
        && word.chars().skip(1).all(char::is_lowercase)
        && word.chars().count() >= 4
        && surname > 0.9
        && verb.is_some_and(|verb| verb.pos == Pos::Verb && verb.known && verb.finite)
        && gazetteer::lookup(word).is_empty()
}
