//! Official bodies: courts, fleets and districts, and nouns that name no body by themselves.

use super::document::{Candidate, Document};
use super::quoted::replace;
use super::words::{
    BUILDINGS, COURT_ADJECTIVES, GENERIC_ADJECTIVES, GENERIC_BODIES, PARTY_ADJECTIVES, PLAIN_ABBREVIATIONS,
};
use crate::language::ru::morphology::Case;
use crate::language::{EntityKind, Pos, gazetteer};

/// «Бийский городской суд» is an organization, whether the tagger found it, or a part of it, or nothing;
/// «Южный военный округ» too; «Управление» and «Наблюдательный совет», which owe their capital
/// to the sentence, are none.
pub(super) fn read_bodies(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    names.retain(|name| !is_generic(document, name));
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Place && name.tokens.len() > 1) {
        let last = document.lemma(name.tokens.end - 1);
        let is_district = last == "округ" && name.tokens.clone().any(|index| document.lemma(index) == "военный");
        if is_district || last == "флот" || last == "флотилия" {
            name.kind = EntityKind::Organization;
        }
    }
    for court in (1..document.len()).filter(|&index| document.lemma(index) == "суд") {
        let start = begins_court(document, court);
        if start < court {
            replace(&mut names, start..court + 1, EntityKind::Organization);
        }
    }
    for party in (1..document.len()).filter(|&index| document.lemma(index) == "партия") {
        let adjective = party - 1;
        let lemma = document.lemma(adjective);
        let creed = lemma.rsplit('-').next().unwrap_or("");
        if document.is_capitalised(adjective)
            && document.gap(adjective) == " "
            && PARTY_ADJECTIVES.has(creed)
            && !(document.begins_sentence(adjective) && GENERIC_ADJECTIVES.has(&lemma))
        {
            replace(&mut names, adjective..party + 1, EntityKind::Organization);
        }
    }
    for acronym in 1..document.len() {
        if is_local_acronym(document, acronym) {
            replace(&mut names, acronym - 1..acronym + 1, EntityKind::Organization);
        }
    }
    make_places_of_buildings(document, names)
}

/// «Дальневосточном УГМС», «Ленинградской АЭС»: capitals that an adjective with a capital says the place of.
fn is_local_acronym(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    let adjective = index - 1;
    let is_local = document.readings(adjective).first().is_some_and(|best| best.pos == Pos::Adjective)
        && looks_like_adjective(document, adjective, None)
        && document.lemma(adjective).contains("ск");
    word.chars().count() >= 3
        && word.chars().all(|c| ('А'..='Я').contains(&c))
        && !PLAIN_ABBREVIATIONS.has(word)
        && document.is_capitalised(adjective)
        && document.word(adjective).contains(char::is_lowercase)
        && !document.begins_sentence(adjective)
        && document.gap(adjective) == " "
        && gazetteer::country_of_adjective(document.word(adjective)).is_none()
        && is_local
}

/// Where the name of the court at `court` begins; `court` itself where it has none.
fn begins_court(document: &Document, court: usize) -> usize {
    let case = document.readings(court).first().and_then(|best| best.case);
    let mut start = court;
    while let Some(before) = start.checked_sub(1).filter(|&before| document.gap(before) == " ") {
        let is_known = document.has_lemma(before, &COURT_ADJECTIVES);
        if document.is_capitalised(before) {
            let is_adjective = is_known || looks_like_adjective(document, before, case);
            let says_nothing = document.begins_sentence(before)
                && document.has_lemma(before, &GENERIC_ADJECTIVES)
                && !document.has_lemma(before, &COURT_ADJECTIVES)
                || is_known && document.begins_sentence(before) && start == court && is_local(document, before);
            return if is_adjective && !says_nothing { before } else { court };
        }
        if !is_known {
            return court;
        }
        start = before;
    }
    court
}

/// «Районный суд», «Городской суд»: without more, any.
fn is_local(document: &Document, index: usize) -> bool {
    matches!(
        document.lemma(index).as_ref(),
        "районный"
            | "городской"
            | "областной"
            | "краевой"
            | "окружной"
            | "мировой"
            | "земельный"
            | "военный"
    )
}

/// Whether the capitalised word is an adjective made of a name («Бийский», «Саутваркского»).
fn looks_like_adjective(document: &Document, index: usize, case: Option<Case>) -> bool {
    let word = document.word(index).to_lowercase();
    let ends = ["ский", "ской", "цкий", "ского", "скому", "ским", "ском", "цкого", "цкому", "цким", "цком"];
    ends.iter().any(|end| word.ends_with(end))
        || document
            .readings(index)
            .iter()
            .any(|reading| reading.pos == Pos::Adjective && reading.case == case && reading.known)
}

/// A noun that many bodies share, alone or with adjectives that they share too, where it owes its capital
/// to the sentence.
fn is_generic(document: &Document, name: &Candidate) -> bool {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    name.kind == EntityKind::Organization
        && document.begins_sentence(first)
        && GENERIC_BODIES.has(&document.lemma(last))
        && document.word(last).chars().any(char::is_lowercase)
        && (first == last || !document.is_capitalised(last))
        && (first..last).all(|index| document.has_lemma(index, &GENERIC_ADJECTIVES))
        && (first == last || !is_one_of_a_kind(document, first, last))
}

/// «Верховный суд», «Следственный комитет», «Государственный совет» are names though their words are common;
/// so is what has more to tell it by than a noun and the law can know («Национальный банк»).
fn is_one_of_a_kind(document: &Document, first: usize, last: usize) -> bool {
    let adjective = document.lemma(first);
    let known = match document.lemma(last).as_ref() {
        "суд" => {
            ["верховный", "конституционный", "высший", "арбитражный", "апелляционный", "кассационный"].as_slice()
        }
        "комитет" => &["следственный", "государственный"],
        "совет" => &["государственный", "федеральный", "верховный", "национальный"],
        "банк" | "университет" | "центр" | "фонд" | "музей" | "палата" | "партия" | "академия" | "собрание" =>
        {
            return true;
        }
        _ => &["центральный", "федеральный", "национальный", "народный"],
    };
    known.contains(&adjective.as_ref())
}

/// «Храм Христа Спасителя», «Ваганьковское кладбище»: places, whatever the tagger made of them.
fn make_places_of_buildings(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    for name in names.iter_mut().filter(|name| name.kind != EntityKind::Person && name.tokens.len() > 1) {
        let is_building = |index| document.has_lemma(index, &BUILDINGS);
        if is_building(name.tokens.start) || is_building(name.tokens.end - 1) {
            name.kind = EntityKind::Place;
        }
    }
    names
}
