//! Towns that were taken for people.

use super::document::{Candidate, Document};
use super::stems::may_be_same;
use crate::language::ru::declension::guesses;
use crate::language::ru::morphology::NamePart;
use crate::language::ru::toponyms::is_toponym;
use crate::language::{EntityKind, gazetteer};

/// «в Караколе», «Дым накрыл Покровск и Бердигестях»: a word that is the name of a town, where a preposition or a place
/// that it is listed with says that it is no person.
pub(super) fn correct(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    let suspects: Vec<usize> = (0..names.len()).filter(|&at| may_be_town(document, &names, at)).collect();
    // From the left, so that a list of towns is read from one to the next.
    for at in suspects {
        let index = names[at].tokens.start;
        let is_place =
            |index: usize| names.iter().any(|name| name.kind == EntityKind::Place && name.tokens.contains(&index));
        let is_joint = |index: usize| matches!(document.word(index), "и" | ",");
        let follows = index >= 2 && is_joint(index - 1) && is_place(index - 2);
        let precedes = document.word(index + 1) == "и" && is_place(index + 2);
        let is_persons = is_known_person(document, index);
        // «ударов по Наблусу»; but «по Павлову» is by him.
        let is_located = !is_persons && index > 0 && is_local(document.word(index - 1));
        if is_located || (follows || precedes) && (!is_persons || is_shared(document, &names, at)) {
            names[at].kind = EntityKind::Place;
        }
    }
    names
}

/// Whether a name of one word is taken for a person's, is a town's in one of its cases, and is no family name of
/// somebody whom the document names in full.
fn may_be_town(document: &Document, names: &[Candidate], at: usize) -> bool {
    let name = &names[at];
    let index = name.tokens.start;
    let word = document.word(index);
    let lower = word.to_lowercase();
    name.kind == EntityKind::Person
        && name.tokens.len() == 1
        && lower.chars().count() > 3
        && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
        && (is_toponym(&lower) || guesses(&lower).iter().any(|guess| is_toponym(&guess.nominative)))
        && !names.iter().any(|other| {
            other.kind == EntityKind::Person
                && other.tokens.len() > 1
                && other.tokens.clone().any(|part| may_be_same(document.word(part), word))
        })
}

fn is_known_person(document: &Document, index: usize) -> bool {
    document.readings(index).iter().any(|reading| {
        reading.known && matches!(reading.name, Some(NamePart::Given | NamePart::Surname | NamePart::Patronymic))
    })
}

/// Whether the place that the name at `at` is listed with is one that the tables know, so that a first name like it
/// is a town too: «Лиду и Гродно».
fn is_shared(document: &Document, names: &[Candidate], at: usize) -> bool {
    let index = names[at].tokens.start;
    let known = |index: usize| {
        document
            .readings(index)
            .iter()
            .filter_map(|reading| reading.nominative(document.word(index)))
            .any(|form| !gazetteer::lookup(&form).is_empty())
    };
    index >= 2 && known(index - 2) || known(index + 2)
}

/// Prepositions that say where far more often than of whom.
fn is_local(preposition: &str) -> bool {
    let preposition = preposition.to_lowercase();
    ["в", "во", "из", "из-под", "под", "близ", "через", "возле", "вблизи", "около", "по", "до"]
        .contains(&preposition.as_str())
}
