//! People whom the tagger runs together, or overlooks.

use super::document::{Candidate, Document, covered};
use super::known::entries;
use super::words::ROLES;
use crate::language::gazetteer::{self, Class};
use crate::language::ru::morphology::{Case, NamePart, Reading};
use crate::language::{EntityKind, Pos};

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
    let titled: Vec<Candidate> =
        (0..document.len()).filter_map(|index| titled(document, &taken, index)).flatten().collect();
    people.extend(titled);
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
    // «Депутат Мажилиса Азат Перуашев»
    let is_persons = |reading: &Reading| matches!(reading.name, Some(NamePart::Given | NamePart::Surname));
    let held = entries(document, first).first().map(|entry| entry.kind);
    if let Some(kind) = held.filter(|_| !document.readings(first).iter().any(|it| it.known && is_persons(it))) {
        let person = Candidate { tokens: second..name.tokens.end, kind: EntityKind::Person };
        return vec![Candidate { tokens: first..second, kind }, person];
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

/// «Аким Алматы Дархан Сатыбалды запретил»: an office at the head of a sentence, what it is held in, and its holder,
/// where the tagger found nothing.
fn titled(document: &Document, taken: &[bool], office: usize) -> Option<[Candidate; 2]> {
    let (place, given, surname) = (office + 1, office + 2, office + 3);
    let is_free = |index: usize| {
        taken.get(index).is_some_and(|taken| !taken) && document.is_capitalised(index) && document.gap(index - 1) == " "
    };
    if !document.begins_sentence(office) || taken[office] || !document.has_lemma(office, &ROLES) {
        return None;
    }
    let kind = entries(document, place).first().filter(|entry| entry.class != Class::Event)?.kind;
    let is_persons = |reading: &Reading| matches!(reading.name, Some(NamePart::Given | NamePart::Surname));
    let is_named = [place, given, surname].into_iter().all(is_free)
        && !document.is_capitalised(surname + 1)
        && [given, surname].into_iter().any(|index| document.readings(index).iter().any(is_persons));
    let person = Candidate { tokens: given..surname + 1, kind: EntityKind::Person };
    is_named.then_some([Candidate { tokens: place..given, kind }, person])
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
