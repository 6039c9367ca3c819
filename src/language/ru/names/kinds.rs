//! What a name names, where the tagger was wrong about that alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::document::{Candidate, Document, covered};
use super::quotation_marks::opens;
use super::stems::stems;
use super::words::{
    CLUB_TOWNS, CLUBS, MATCH_VERBS, MATCH_WORDS, NAMED_PLACES, ORGANIZATION_ENDINGS, ORGANIZATION_HEADS, OUTLET_HEADS,
    PLACE_HEADS,
};
use crate::language::person_name::skeleton;
use crate::language::ru::morphology::{NamePart, Reading};
use crate::language::{EntityKind, Pos, gazetteer};

/// Corrects kinds by the name's own form, by the sentence, and by the rest of the document.
pub(super) fn correct(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        let index = name.tokens.start;
        let is_wrong = name.kind != EntityKind::Organization;
        // «Олимпийский комитет России (ОКР)»
        let in_brackets =
            || index > 0 && document.word(index - 1) == "(" && gazetteer::lookup(document.word(index)).is_empty();
        let is_abbreviation =
            (name.kind == EntityKind::Person || is_wrong && in_brackets()) && is_abbreviation(document, index);
        let is_quoted = quoted(document, name);
        let is_club = is_wrong && !is_quoted && is_club(document, index)
            || name.kind == EntityKind::Place && !is_quoted && is_only_club(document, index)
            || name.kind == EntityKind::Place && is_quoted && has_match(document, index) && !is_venue(document, index);
        if is_abbreviation || is_club || is_wrong && has_organization_ending(document, index) {
            name.kind = EntityKind::Organization;
        } else if name.kind == EntityKind::Person && is_placed(document, index) {
            name.kind = EntityKind::Place;
        }
    }
    find_romanised(document, &mut names);
    let taken = covered(document, &names);
    for index in (0..document.len()).filter(|&index| !taken[index] && document.is_capitalised(index)) {
        let is_common = |reading: &Reading| reading.known && reading.name != Some(NamePart::Other);
        let is_new = !document.readings(index).iter().any(is_common)
            && has_organization_ending(document, index)
            && document.word(index).chars().count() > 5;
        let may_owe_capital = document.begins_sentence(index) && !plays(document, index);
        if is_new || is_club(document, index) && !may_owe_capital {
            names.push(Candidate { tokens: index..index + 1, kind: EntityKind::Organization });
        }
    }
    names.sort_by_key(|name| name.tokens.start);
    agree(document, follow_quoted(document, names))
}

/// «Компания «Камдорстрой»» says what «Камдорстрой» is where it stands without marks, unless somebody is called so.
fn follow_quoted(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    let is_called = |name: &Candidate| {
        let marks = name.tokens.start.checked_sub(1).filter(|&before| opens(document, before));
        let noun = marks.and_then(|marks| marks.checked_sub(1));
        noun.is_some_and(|noun| {
            document.has_lemma(noun, &ORGANIZATION_HEADS) || document.has_lemma(noun, &OUTLET_HEADS)
        })
    };
    let mut called: BTreeSet<String> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Organization && name.tokens.len() == 1 && is_called(name))
        .flat_map(|name| stems(document.word(name.tokens.start)))
        .collect();
    for person in names.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1) {
        for stem in person.tokens.clone().flat_map(|index| stems(document.word(index))) {
            called.remove(&stem);
        }
    }
    for name in names.iter_mut().filter(|name| name.kind != EntityKind::Organization && name.tokens.len() == 1) {
        let word = document.word(name.tokens.start);
        let is_own = |reading: &Reading| {
            reading.known && matches!(reading.name, Some(NamePart::Given | NamePart::Surname | NamePart::Place))
        };
        if stems(word).iter().any(|stem| called.contains(stem))
            && !document.readings(name.tokens.start).iter().any(is_own)
            && gazetteer::lookup(word).is_empty()
        {
            name.kind = EntityKind::Organization;
        }
    }
    names
}

/// «Boris Johnson» beside Борис Джонсон is he.
fn find_romanised(document: &Document, names: &mut [Candidate]) {
    let written = |name: &Candidate| document.span(name).of(document.text);
    let is_latin = |name: &Candidate| written(name).chars().all(|c| c.is_ascii_alphabetic() || " .-".contains(c));
    if !names.iter().any(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1 && is_latin(name)) {
        return;
    }
    let people: Vec<String> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1 && !is_latin(name))
        .map(|name| skeleton(written(name)))
        .collect();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1) {
        if is_latin(name) && people.contains(&skeleton(written(name))) {
            name.kind = EntityKind::Person;
        }
    }
}

/// «порта Сабетта», «Хамбантоту, порт на Шри-Ланке»: a word that the dictionary knows of no person, beside
/// a noun that says what it is.
fn is_placed(document: &Document, index: usize) -> bool {
    let is_persons = |reading: &Reading| {
        reading.known && matches!(reading.name, Some(NamePart::Given | NamePart::Surname | NamePart::Patronymic))
    };
    if document.readings(index).iter().any(is_persons) {
        return false;
    }
    let is_noun =
        |at: usize| document.has_lemma(at, &NAMED_PLACES) && document.word(at).starts_with(char::is_lowercase);
    let follows = index > 0 && is_noun(index - 1) && document.gap(index - 1) == " ";
    // An adjective at most between the comma and the noun: «крупный порт».
    let explained = document.word(index + 1) == ","
        && (is_noun(index + 2)
            || document.readings(index + 2).first().is_some_and(|best| best.pos == Pos::Adjective)
                && is_noun(index + 3));
    follows || explained
}

/// Capitals alone are no person («Яна Лантратова (СРЗП)»), unless the dictionary knows a surname so.
fn is_abbreviation(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    word.chars().filter(|c| c.is_uppercase()).count() > 1
        && !word.chars().any(char::is_lowercase)
        && word.chars().count() <= 6
        && !document.readings(index).iter().any(|reading| reading.known && reading.name.is_some())
}

/// «Росбанк», «Россельхознадзор», «Мособлпожспас».
fn has_organization_ending(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    let stems = stems(word);
    let ends = |stem: &String| {
        ORGANIZATION_ENDINGS.iter().any(|end| stem.ends_with(end) && stem.chars().count() > end.chars().count() + 1)
    };
    word.chars().all(|c| c.is_alphabetic() || c == '-')
        && stems.iter().any(ends)
        && !document
            .readings(index)
            .iter()
            .any(|reading| reading.known && matches!(reading.name, Some(NamePart::Surname | NamePart::Place)))
}

fn quoted(document: &Document, name: &Candidate) -> bool {
    name.tokens.start.checked_sub(1).is_some_and(|before| opens(document, before))
}

/// «Челси» anywhere; «Ливерпуль» where it plays.
fn is_club(document: &Document, index: usize) -> bool {
    let lemmas: Vec<Arc<str>> = document.readings(index).iter().map(|reading| reading.lemma.clone()).collect();
    let stems = stems(document.word(index));
    let is_in = |list: &super::words::Words| {
        lemmas.iter().any(|lemma| list.has(lemma)) || stems.iter().any(|stem| list.has(stem))
    };
    let beside_capital = document.is_capitalised(index + 1) && document.gap(index) == " "
        || index > 0 && document.is_capitalised(index - 1) && document.gap(index - 1) == " ";
    let may_be_club = is_in(&CLUBS) || is_in(&CLUB_TOWNS) && plays(document, index);
    may_be_club && !beside_capital && !opens(document, index.wrapping_sub(1)) && has_match(document, index)
}

/// «Фейеноорд»: no place is called so.
fn is_only_club(document: &Document, index: usize) -> bool {
    stems(document.word(index)).iter().any(|stem| CLUBS.has(stem)) && gazetteer::lookup(document.word(index)).is_empty()
}

/// «на стадионе «Лужники»»
fn is_venue(document: &Document, index: usize) -> bool {
    index.checked_sub(2).is_some_and(|before| document.has_lemma(before, &PLACE_HEADS))
        || index.checked_sub(2).is_some_and(|before| matches!(document.word(before), "в" | "на" | "В" | "На"))
}

/// Whether the sentence is about a match or a club.
fn has_match(document: &Document, index: usize) -> bool {
    document.sentence(index).any(|index| document.has_lemma(index, &MATCH_WORDS))
        || document.sentence(index).any(|index| document.has_lemma(index, &MATCH_VERBS))
}

/// Whether the word is one of the sides of a match: before or after the verb, and in no place.
fn plays(document: &Document, index: usize) -> bool {
    let before = index.checked_sub(1);
    let is_placed = before.is_some_and(|before| {
        matches!(
            document.word(before),
            "в" | "во" | "из" | "под" | "на" | "В" | "Во" | "На" | "Из" | "города" | "городе"
        )
    });
    let follows_noun =
        before.is_some_and(|before| document.readings(before).first().is_some_and(|best| best.pos == Pos::Noun));
    let is_verb = |index: usize| document.has_lemma(index, &MATCH_VERBS);
    let follows = before.is_some_and(is_verb)
        || index
            .checked_sub(2)
            .is_some_and(|verb| is_verb(verb) && matches!(document.word(verb + 1), "с" | "со" | "у"));
    !is_placed && (is_verb(index + 1) || follows && !follows_noun)
}

/// A name of one word that is an organization more often than a place or a person is one everywhere, unless
/// the tables know it.
fn agree(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    let mut votes: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for name in names.iter().filter(|name| name.tokens.len() == 1 && !quoted(document, name)) {
        for stem in stems(document.word(name.tokens.start)) {
            votes.entry(stem).or_default()[name.kind as usize] += 1;
        }
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1 && name.kind != EntityKind::Organization) {
        let word = document.word(name.tokens.start);
        let is_known = !gazetteer::lookup(word).is_empty();
        let readings = document.readings(name.tokens.start);
        let is_own = readings.iter().any(|reading| {
            reading.known && matches!(reading.name, Some(NamePart::Given | NamePart::Surname | NamePart::Place))
        });
        let organizations = stems(word)
            .iter()
            .filter_map(|stem| votes.get(stem))
            .max_by_key(|votes| votes[EntityKind::Organization as usize])
            .is_some_and(|votes| {
                votes[EntityKind::Organization as usize]
                    > votes[EntityKind::Person as usize] + votes[EntityKind::Place as usize]
            });
        let places = name.kind == EntityKind::Person
            && stems(word).iter().filter_map(|stem| votes.get(stem)).any(|votes| {
                votes[EntityKind::Place as usize] > 0
                    && votes[EntityKind::Place as usize] >= votes[EntityKind::Person as usize]
            });
        if organizations && !is_known && !is_own {
            name.kind = EntityKind::Organization;
        } else if places && !is_own {
            name.kind = EntityKind::Place;
        }
    }
    names
}
