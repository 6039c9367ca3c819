//! What the head of a phrase can be the form of.

use std::collections::{BTreeMap, BTreeSet};

use super::super::person_words::attestation;
use super::super::spelling::{is_abbreviation, is_cyrillic};
use super::super::{Context, Evidence, is_known_place, shares, toponym};
use super::Agreement;
use super::parts::Parts;
use crate::language::ru::declension::{guesses, is_vowel};
use crate::language::ru::frequency::surprise;
use crate::language::ru::morphology::{Case, Gender, NamePart, Reading, readings};
use crate::language::ru::names::words::COMPANIES;
use crate::language::ru::toponyms::is_toponym;
use crate::language::{EntityKind, Pos};
use crate::words::LowerCase;

/// For each agreement the nominatives of the head and their weights.
pub(super) fn head_options(
    context: &Context<'_>,
    parts: &Parts,
    kind: EntityKind,
    prior: &[f64; 6],
    evidence: &Evidence,
) -> BTreeMap<Agreement, Vec<(String, f64)>> {
    let token = &context.tokens[parts.head];
    // «Гидростроя-М», «Славянске-на-Кубани»: what stands after the hyphen never changes.
    let whole = context.word(parts.head);
    let (text, mark) = branded(whole).or_else(|| situated(whole, &token.readings)).unwrap_or((whole, ""));
    let lower = text.lower();
    let mut options: BTreeMap<Agreement, BTreeMap<String, f64>> = BTreeMap::new();
    let mut add = |agreement: Agreement, nominative: String, weight: f64| {
        *options.entry(agreement).or_default().entry(nominative).or_default() += weight;
    };
    let mut known = false;
    // The sentence counts half: its model is too sure of surnames in quotation marks.
    let alone = readings(text);
    let here = if mark.is_empty() { &*token.readings } else { &[] };
    for reading in here.iter().chain(alone.iter()) {
        let factor = match (reading.name, reading.pos) {
            (Some(NamePart::Place), _) if kind == EntityKind::Place => 1.0,
            (Some(NamePart::Place | NamePart::Other), _) => 0.7,
            // «в Джейрах», «газета «Кларин»»: nothing is called after several people of one name.
            (Some(_), _) if is_several(reading) => 0.05,
            (Some(_), _) => 0.3,
            (None, Pos::Noun | Pos::ProperNoun) => 1.0,
            (None, Pos::Adjective) => 0.5,
            _ => continue,
        };
        let (Some(case), Some(nominative)) = (reading.case, reading.nominative(&lower)) else { continue };
        known |= reading.known && !is_several(reading);
        let gender = if reading.plural { None } else { reading.gender };
        // «в посёлок Искателей»: places are no living beings, whoever they are called after.
        let is_object = kind == EntityKind::Place && case == Case::Accusative && reading.animate == Some(true);
        // What the dictionary takes for people by their endings is a place here: «от Цукурина».
        let is_guessed = kind == EntityKind::Place && !reading.known && is_surname(reading);
        let factor = if is_object || is_guessed { factor * 0.1 } else { factor };
        let factor = if reading.plural && !reading.known { factor * 0.3 } else { factor };
        // «в Рукле»: towns in -е that never change are few.
        let is_kept = kind == EntityKind::Place && !reading.known && reading.indeclinable && lower.ends_with('е');
        let factor = if is_kept && case != Case::Nominative { factor * 0.05 } else { factor };
        // «Гуся-Хрустального»: a noun before an adjective declines with it.
        if let (Some((first, second)), Pos::Adjective) = (lower.split_once('-'), reading.pos) {
            for noun in readings(first)
                .iter()
                .filter(|noun| matches!(noun.pos, Pos::Noun | Pos::ProperNoun) && noun.case == Some(case))
            {
                let adjective = nominative.rsplit('-').next().unwrap_or(second);
                if let Some(noun) = noun.nominative(first) {
                    add((case, gender), format!("{noun}-{adjective}"), reading.probability * 2.0);
                }
            }
        }
        // «в Джейрах» is into a place that news has, and in no Джейры.
        let attested = match reading.known {
            true => 1.0,
            false if kind == EntityKind::Organization && COMPANIES.has(&lower) => 0.05,
            false => attestation(&nominative, &lower),
        };
        add((case, gender), nominative, factor * attested * reading.probability / 2.0);
    }
    let share = if known { 0.01 } else { 0.2 };
    for guess in guesses(&lower) {
        let case = prior[guess.case as usize].min(2.0);
        let is_listed =
            kind == EntityKind::Organization && guess.gender == Gender::Masculine && COMPANIES.has(&guess.nominative);
        let weight = if is_listed { 0.5 } else { guess.weight * share };
        add((guess.case, Some(guess.gender)), guess.nominative, weight * (0.1 + case));
    }
    if kind == EntityKind::Place
        && !known
        && let Some((case, nominative)) = village(&lower)
    {
        // «от Цукурина»: of the places that no dictionary has, those in -ово and -ино are villages.
        let likely = 0.9 * share * attestation(&nominative, &lower);
        add((case, Some(Gender::Neuter)), nominative, likely * (0.1 + prior[case as usize].min(2.0)));
    }
    // «Жогорку Кенеше»: words of another language, of which only the last declines.
    let is_foreign = kind == EntityKind::Organization
        && !known
        && parts.head + 1 < context.after
        && is_cyrillic(context.word(parts.head + 1))
        && context.word(parts.head + 1).starts_with(char::is_uppercase)
        && surprise(&lower).is_some_and(|bits| {
            let rarer = |form: &String| *form == lower || surprise(form).is_none_or(|other| other > bits + 2.0);
            options.values().flat_map(BTreeMap::keys).all(rarer)
        });
    // «до Мерке», «в Шали»: towns in a vowel that belongs to no ending of another's.
    let is_unchanging = kind == EntityKind::Place
        && context.after == context.first + 1
        && lower.ends_with(['е', 'и', 'о', 'у', 'э', 'ю'])
        && is_toponym(&lower)
        && !options.iter().any(|(agreement, names)| {
            agreement.0 != Case::Nominative && names.keys().any(|name| *name != lower && is_toponym(name))
        });
    let mut add = |agreement: Agreement, nominative: String, weight: f64| {
        *options.entry(agreement).or_default().entry(nominative).or_default() += weight;
    };
    let as_written = match kind {
        // «посетила посёлок Искателей»: no case of the settlement's own.
        EntityKind::Place if context.follows_settlement() => {
            let left = context.left().map(|left| &context.tokens[left]);
            let is_plain = |reading: &Reading| matches!(reading.case, Some(Case::Nominative | Case::Accusative));
            if left.is_some_and(|left| shares(left, is_plain) > 0.5) { 1.0 } else { 0.05 }
        }
        // «в Семей»: a town that the tables know so.
        EntityKind::Place if context.after == context.first + 1 && is_known_place(text) => 0.15,
        // «вошли в Рафах»: no Рафы.
        EntityKind::Place if !known && lower.ends_with('х') && is_toponym(&lower) => 0.6,
        EntityKind::Place if is_unchanging => 0.4,
        EntityKind::Place if context.after == context.first + 1 && is_toponym(&lower) => 0.15,
        EntityKind::Place if !known && lower.ends_with("ах") => 0.2,
        // «Росатом» is in no dictionary, and an instrumental by its looks.
        EntityKind::Organization if COMPANIES.has(&lower) => 0.5,
        EntityKind::Organization if is_foreign => 0.2,
        _ if !known && context.is_apposed() => 0.2,
        _ => 1e-4,
    };
    if is_foreign || is_unchanging {
        for case in [Case::Genitive, Case::Dative, Case::Accusative, Case::Instrumental, Case::Locative] {
            add((case, Some(Gender::Masculine)), lower.clone(), as_written);
        }
    }
    if kind == EntityKind::Place {
        // «этапируют в Семей», «через Иркештам»: of things the accusative looks the same.
        let is_masculine = !known && lower.ends_with(|end: char| !is_vowel(end));
        let guessed = 0.1 * share * (0.1 + prior[Case::Accusative as usize].min(2.0));
        let likely = if is_masculine { as_written.max(guessed) } else { as_written };
        add((Case::Accusative, Some(Gender::Masculine)), lower.clone(), likely);
    }
    add((Case::Nominative, Some(Gender::Masculine)), lower, as_written);
    let around = context.case_evidence(false);
    if kind == EntityKind::Place && mark.is_empty() && !context.is_apposed() {
        let is_place = |reading: &Reading| reading.known && reading.name == Some(NamePart::Place);
        if !token.readings.iter().any(is_place) {
            support_toponyms(&mut options, known);
        }
    }
    options
        .into_iter()
        .map(|(agreement, nominatives)| {
            let case = agreement.0 as usize;
            let weighed = nominatives
                .into_iter()
                .map(|(nominative, weight)| {
                    let support = evidence.support(&nominative, None);
                    let likely = 0.05 * around[case].min(1.0) + prior[case];
                    (nominative + &mark.lower(), weight * support * likely)
                })
                .collect();
            (agreement, weighed)
        })
        .collect()
}

/// Weighs the nominatives of a place by what towns and villages are called.
fn support_toponyms(options: &mut BTreeMap<Agreement, BTreeMap<String, f64>>, known: bool) {
    let names: BTreeSet<String> = options.values().flat_map(BTreeMap::keys).cloned().collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let support: BTreeMap<&str, f64> = names.iter().copied().zip(toponym::support(&names, known)).collect();
    for (name, weight) in options.values_mut().flatten() {
        *weight *= support.get(name.as_str()).copied().unwrap_or(1.0);
    }
}

/// The word and the mark of «Гидростроя-М», «Океанприбора-2».
fn branded(word: &str) -> Option<(&str, &str)> {
    let (stem, mark) = word.split_at(word.rfind('-')?);
    let is_mark = mark.chars().skip(1).all(|c| c.is_uppercase() || c.is_ascii_digit()) && mark.chars().count() <= 3;
    (is_mark && mark.len() > 1 && is_cyrillic(stem) && stem.chars().count() > 4 && !is_abbreviation(stem))
        .then_some((stem, mark))
}

fn is_surname(reading: &Reading) -> bool {
    matches!(reading.name, Some(NamePart::Patronymic | NamePart::Surname))
}

/// Whether the reading is of several people of one name.
fn is_several(reading: &Reading) -> bool {
    let is_person = matches!(reading.name, Some(NamePart::Given | NamePart::Surname | NamePart::Patronymic));
    reading.plural && is_person
}

/// The town of «Славянске-на-Кубани» and what it lies on, where no dictionary has the whole.
fn situated<'a>(word: &'a str, readings: &[Reading]) -> Option<(&'a str, &'a str)> {
    const JOINTS: &[&str] =
        &["-на-", "-над-", "-под-", "-в-", "-у-", "-де-", "-дю-", "-сюр-", "-ан-", "-ам-", "-апон-"];
    if readings.iter().any(|reading| reading.known) {
        return None;
    }
    let at = JOINTS.iter().find_map(|joint| word.find(joint))?;
    Some(word.split_at(at)).filter(|(town, _)| town.chars().count() > 2)
}

/// What a form in -ова or -ина and the like is of a village in -ово or -ино: the case, and the nominative.
fn village(form: &str) -> Option<(Case, String)> {
    const ENDINGS: [(&str, Case); 4] =
        [("а", Case::Genitive), ("у", Case::Dative), ("ом", Case::Instrumental), ("е", Case::Locative)];
    let (stem, case) = ENDINGS.iter().find_map(|&(ending, case)| Some((form.strip_suffix(ending)?, case)))?;
    let is_possessive = ["ов", "ев", "ин", "ын"].iter().any(|end| stem.ends_with(end));
    (is_possessive && stem.chars().count() >= 5).then(|| (case, format!("{stem}о")))
}
