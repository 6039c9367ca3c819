//! Initials and first names, and the surname that they belong to.

use super::document::{Candidate, Document, covered, in_order};
use super::quoted::replace;
use super::words::ROLES;
use crate::language::EntityKind;
use crate::language::ru::morphology::NamePart;

/// «К.-Ж. Токаев», «А. С. Пушкин»: initials belong to the surname after them, whether the tagger found
/// both, or the surname alone, or neither; «Лавров С. В.»: also to that before them. So do first names.
pub(super) fn take(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut names: Vec<Candidate> = names
        .into_iter()
        .map(|mut name| {
            if name.kind == EntityKind::Person {
                let last = name.tokens.end - 1;
                let next = name.tokens.end;
                if document.word(last) == "." && begins_initials(document, last).is_some() && is_surname(document, next)
                {
                    name.tokens.end += 1;
                }
                name.tokens.start = with_initials(document, name.tokens.start);
            }
            name
        })
        .collect();
    for place in 1..names.len() {
        let (surname, initials) = (names[place - 1].clone(), names[place].clone());
        let are_people = [&surname, &initials].iter().all(|name| name.kind == EntityKind::Person);
        let are_initials = begins_initials(document, initials.tokens.end - 1).is_some()
            && with_initials(document, initials.tokens.end) <= initials.tokens.start;
        let adjacent = surname.tokens.end == initials.tokens.start && document.gap(surname.tokens.end - 1) == " ";
        if are_people && are_initials && adjacent && is_surname(document, surname.tokens.end - 1) {
            names[place].tokens.start = surname.tokens.start;
            names[place - 1].tokens.end = surname.tokens.start;
        }
    }
    join_given(document, &mut names);
    names.retain(|name| !name.tokens.is_empty());
    let taken = covered(document, &names);
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        let Some(before) = name.tokens.start.checked_sub(1) else { continue };
        if !taken[before]
            && document.gap(before) == " "
            && is_first_name(document, before)
            && is_surname(document, name.tokens.start)
        {
            name.tokens.start = before;
        }
    }
    let taken = covered(document, &names);
    for (index, taken) in taken.into_iter().enumerate() {
        let start = with_initials(document, index);
        if start < index && !taken && is_surname(document, index) {
            names.push(Candidate { tokens: start..index + 1, kind: EntityKind::Person });
        }
    }
    for index in 1..document.len().saturating_sub(1) {
        if is_child_of(document, index) {
            let start = names.iter().find(|name| name.tokens.end == index).map_or(index - 1, |name| name.tokens.start);
            let is_covered = names.iter().any(|name| name.tokens.contains(&index));
            let start = if is_covered { index } else { start };
            if start < index {
                replace(&mut names, start..index + 2, EntityKind::Person);
            }
        }
    }
    // Two names that grew together are the longer one.
    names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    in_order(names)
}

/// «Сапарбек уулу Нурлан»: whose child somebody is stands within the name.
fn is_child_of(document: &Document, index: usize) -> bool {
    matches!(document.word(index), "уулу" | "улу" | "оглы" | "оглу" | "кызы" | "гызы")
        && is_surname(document, index - 1)
        && is_surname(document, index + 1)
        && document.gap(index - 1) == " "
        && document.gap(index) == " "
        && !document.ends_line(index)
}

/// «Айтбека» «Амангельды»: a first name and what stands right after it are one person's name, where both can
/// stand in one case («позвонил Ивану Трамп» is of two).
fn join_given(document: &Document, names: &mut [Candidate]) {
    for place in 1..names.len() {
        let (given, surname) = (names[place - 1].clone(), names[place].clone());
        let are_words = [&given, &surname].iter().all(|name| name.kind == EntityKind::Person && name.tokens.len() == 1);
        let (first, second) = (given.tokens.start, surname.tokens.start);
        let is_given = |index: usize| {
            let name = document.readings(index).first().and_then(|best| best.name);
            name == Some(NamePart::Given)
        };
        let agree = document
            .readings(first)
            .iter()
            .filter(|reading| reading.probability > 0.05)
            .any(|one| document.readings(second).iter().any(|other| other.indeclinable || one.case == other.case));
        let adjacent = first + 1 == second && document.gap(first) == " ";
        if are_words && adjacent && is_given(first) && !is_given(second) && agree {
            names[place].tokens.start = first;
            names[place - 1].tokens.end = first;
        }
    }
}

/// How many initials stand before a surname at most: «К.-Ж. К.», «Х. М. С. Д.». More are an alphabet.
const MOST: usize = 6;

/// Where the initials before the token at `index` begin; `index` itself if there are none.
pub(super) fn with_initials(document: &Document, index: usize) -> usize {
    if document.begins_sentence(index) {
        return index;
    }
    let mut start = index;
    for _ in 0..MOST {
        let end = match start.checked_sub(1) {
            Some(dash) if document.word(dash) == "-" && document.touches_next(dash) => dash,
            _ => start,
        };
        match end.checked_sub(1).and_then(|stop| begins_initials(document, stop)) {
            Some(earlier) => start = earlier,
            None => break,
        }
    }
    start
}

/// The initial that the full stop at `stop` belongs to.
fn begins_initials(document: &Document, stop: usize) -> Option<usize> {
    let initial = stop.checked_sub(1)?;
    let word = document.word(initial);
    let is_initial = word.chars().count() == 1 && word.chars().all(|c| c.is_uppercase())
        || matches!(word, "Дж" | "Вс" | "Дм" | "Ал" | "Ст" | "Ник");
    (document.word(stop) == "." && is_initial && document.touches_next(initial) && !document.ends_line(stop))
        .then_some(initial)
}

/// Whether the dictionary knows the word as a first name and as nothing likelier.
fn is_first_name(document: &Document, index: usize) -> bool {
    is_surname(document, index)
        && !document.has_lemma(index, &ROLES)
        && document.readings(index).first().is_some_and(|best| best.name == Some(NamePart::Given))
}

/// A capital and at least two small letters.
fn is_surname(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    document.is_capitalised(index) && word.chars().filter(|c| c.is_lowercase()).count() >= 2
}
