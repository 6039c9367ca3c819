//! Names of which other words change than the head: places that the tables know whole, and brands whose last word does.

use super::super::governing::governed_cases;
use super::super::spelling::{is_abbreviation, is_cyrillic};
use super::super::{Context, fold, is_known_place, shares};
use super::parts::Parts;
use super::render;
use crate::language::ru::morphology::{AnalysedToken, Case, NamePart, Reading};
use crate::language::ru::names::words::CLUBS;
use crate::language::{EntityKind, Pos};

/// «Папуа — Новой Гвинее»: where the reading found is no place that the tables know, but the name with
/// each of its words in the nominative is.
pub(super) fn whole_known(context: &Context<'_>, kind: EntityKind, found: &str) -> Option<String> {
    if kind != EntityKind::Place || context.after - context.first < 3 || is_known_place(found) {
        return None;
    }
    Case::ALL[1..].iter().find_map(|&case| {
        let words: Vec<(usize, String)> = (context.first..context.after)
            .filter(|&index| is_cyrillic(context.word(index)))
            .filter_map(|index| {
                let reading = context.tokens[index].readings.iter().find(|reading| reading.case == Some(case))?;
                Some((index, reading.nominative(context.word(index))?))
            })
            .collect();
        let form = render(context, &words, case);
        is_known_place(&form).then_some(form)
    })
}

/// «Самолёт Эйр Астаны», «с «Газпром нефтью»»: a brand of which only the last word changes, where the
/// sentence asks for another case than the nominative and that word stands in it.
pub(super) fn last_word(context: &Context<'_>, parts: &Parts, kind: EntityKind, found: &str) -> Option<String> {
    let closed = matches!(context.word(context.after - 1), "»" | "\"" | "”" | "“");
    let last = context.after - 1 - usize::from(closed);
    // As it is written: its head stands in the nominative, or never changes.
    let is_as_written = found == context.span.of(context.text);
    // «в «Крокус Сити Холле»»
    let is_hall = kind == EntityKind::Place && last > parts.head + 1;
    if kind != EntityKind::Organization && !is_hall || !is_as_written || last <= parts.head {
        return None;
    }
    let asked = asked_cases(context);
    let word = context.word(last);
    let between = &context.tokens[parts.head + 1..last];
    // A preposition, a conjunction or an adjective inside asks for the case itself: «Фонд помощи армии».
    let is_joint = |token: &AnalysedToken| !matches!(token.best().pos, Pos::Noun | Pos::ProperNoun | Pos::Other);
    if asked.is_empty() || !is_cyrillic(word) || is_abbreviation(word) || between.iter().any(is_joint) {
        return None;
    }
    // «Яндекс Маркета» is no Маркета.
    let is_person = |reading: &Reading| matches!(reading.name, Some(NamePart::Given | NamePart::Surname));
    let fits = |reading: &&Reading| {
        matches!(reading.pos, Pos::Noun | Pos::ProperNoun)
            && (reading.probability > 0.15 || reading.known && is_person(context.tokens[last].best()))
            && reading.case.is_some_and(|case| case != Case::Nominative && asked.contains(&case))
    };
    let reading = context.tokens[last].readings.iter().find(fits)?;
    // A genitive may be a name's own: «Дом книги», «Динамо Киева».
    if reading.case == Some(Case::Genitive) {
        let common = |reading: &Reading| {
            reading.known
                && reading.pos == Pos::Noun
                && reading.name.is_none()
                && !reading.indeclinable
                && reading.probability > 0.1
        };
        let unchanging = |token: &AnalysedToken| {
            token.readings.iter().all(|reading| !reading.known || reading.indeclinable || reading.name.is_some())
        };
        let is_brand = context.tokens[parts.head].readings.iter().all(|reading| !common(reading));
        let is_fixed = !between.is_empty() && between.iter().all(unchanging);
        let is_club = CLUBS.has(&fold(context.word(parts.head)));
        if reading.plural || !(is_brand && !is_club || is_fixed) || !word.starts_with(char::is_uppercase) {
            return None;
        }
    }
    let nominative = reading.nominative(word)?;
    Some(render(context, &[(last, nominative)], Case::Genitive))
}

/// The cases that the words before the name ask for: a preposition, also before what the name is listed with
/// («против «Озона» и «Яндекс Маркета»»), or a noun that it belongs to.
fn asked_cases(context: &Context<'_>) -> Vec<Case> {
    let Some(left) = context.left() else { return Vec::new() };
    let governed = governed_cases(&fold(context.word(left)));
    if !governed.is_empty() {
        return governed.to_vec();
    }
    if matches!(context.word(left), "и" | "," | "или") {
        let preposition = (left.saturating_sub(8)..left).rev().find_map(|index| {
            let cases = governed_cases(&fold(context.word(index)));
            (!cases.is_empty()).then_some(cases)
        });
        return preposition.unwrap_or_default().to_vec();
    }
    let is_noun = shares(&context.tokens[left], |reading| reading.pos == Pos::Noun) > 0.5;
    if is_noun && !context.is_apposed() { vec![Case::Genitive] } else { Vec::new() }
}
