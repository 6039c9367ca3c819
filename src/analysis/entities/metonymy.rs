//! Capitals that act for their governments: «Москва отвергла обвинения», «между Москвой и Вашингтоном»,
//! «позиция Анкары».
//!
//! The city stays the city; the mention is marked with the country that it stands for. It does where it
//! says, decides or wants something, where others deal with it as with a government, and only in an
//! article that speaks of several countries. «В Москве» and «улицы Москвы» are the town.

mod verbs;

use std::collections::BTreeSet;
use std::ops::Range;

use super::Material;
use super::agreement;
use super::line::Line;
use super::words::Words;
use crate::analysis::model::LocalEntity;
use crate::language::Pos;
use crate::language::gazetteer::{self, Class};
use crate::language::ru::morphology::Case;

/// How many words may part a capital from what it does.
const REACH: usize = 5;

/// For each mention, the key of the country that the place stands for there, if it does. Knows Russian
/// alone.
pub fn stand_ins(material: &Material<'_>, entities: &[LocalEntity]) -> Vec<Option<String>> {
    let mut found = vec![None; material.mentions.len()];
    if material.language.split('-').next() != Some("ru") {
        return found;
    }
    let seats: Vec<Option<&'static str>> = entities.iter().map(|entity| seat_of(entity.reference.as_deref())).collect();
    let capital = |mention: usize| seats[material.mentions[mention].entity];
    if seats.iter().all(Option::is_none) || countries(entities, &seats).len() < 2 {
        return found;
    }
    for (index, named) in material.named() {
        let capitals: Vec<usize> = named.clone().filter(|&mention| capital(mention).is_some()).collect();
        if capitals.is_empty() {
            continue;
        }
        let line = Line::new(material, material.sentences[index].span, named);
        let mut acting: BTreeSet<usize> = capitals.iter().copied().filter(|&mention| stands(&line, mention)).collect();
        // «Москвы и Пекина», «между Москвой и Киевом»: what holds of one holds of the other.
        for pair in capitals.windows(2) {
            if let (Some(first), Some(second)) = (line.words_of(pair[0]), line.words_of(pair[1]))
                && linked(&line, first.end..second.start)
                && capital(pair[0]) != capital(pair[1])
                && (acting.contains(&pair[0]) || acting.contains(&pair[1]) || is_between(&line, first.start))
            {
                acting.extend(pair);
            }
        }
        for mention in acting {
            found[mention] = capital(mention).map(|code| format!("country:{code}"));
        }
    }
    found
}

/// ISO code of the country whose government sits in what the key names: a capital, the Kremlin.
fn seat_of(reference: Option<&str>) -> Option<&'static str> {
    let entry = gazetteer::get(reference?)?;
    let house = matches!(entry.key.as_str(), "org:Кремль" | "org:Белый дом");
    if entry.class == Class::City && entry.capital || house { entry.country } else { None }
}

/// The countries that the article speaks of, its capitals counted for theirs; a part of the world and an
/// organization of states count as one each.
fn countries<'a>(entities: &'a [LocalEntity], seats: &[Option<&'a str>]) -> BTreeSet<&'a str> {
    let named = entities.iter().filter_map(|entity| {
        let entry = gazetteer::get(entity.reference.as_deref()?)?;
        match entry.class {
            Class::Country => entry.country,
            Class::Region | Class::International => Some(entry.key.as_str()),
            _ => None,
        }
    });
    named.chain(seats.iter().copied().flatten()).collect()
}

/// Whether only «и» or a comma stands between two names.
fn linked(line: &Line<'_>, between: Range<usize>) -> bool {
    between.len() == 1 && matches!(line.lower(between.start), "и" | "," | "или")
}

/// Whether the word at `start` follows «между», and what is between are no roads or trains.
fn is_between(line: &Line<'_>, start: usize) -> bool {
    let Some(at) = start.checked_sub(1).filter(|&at| line.lower(at) == "между") else { return false };
    !(at.saturating_sub(4)..at).any(|before| line.any_lemma(before, &verbs::WAYS))
}

/// Whether the place acts as a government here.
fn stands(line: &Line<'_>, mention: usize) -> bool {
    let Some(name) = line.words_of(mention) else { return false };
    let cases = agreement::of_name(line, mention);
    if cases.has(Case::Nominative) && (acts_after(line, name.end) || acts_before(line, name.start)) {
        return true;
    }
    let Some(before) = name.start.checked_sub(1) else { return false };
    match line.lower(before) {
        "с" | "со" => dealt_with(line, before, &verbs::DEALINGS),
        "против" => dealt_with(line, before, &verbs::MEASURES),
        "на" => cases.has(Case::Accusative) && dealt_with(line, before, &verbs::PRESSURE),
        "от" => dealt_with(line, before, &verbs::DEMANDS) || demanded_after(line, name.end),
        "из" | "в" | "во" | "до" | "под" | "к" | "через" | "около" | "по" | "за" | "над" | "у" | "при" => {
            false
        }
        _ => {
            cases.has(Case::Genitive) && line.any_lemma(before, &verbs::STANCES)
                || cases.has(Case::Dative) && line.any_lemma(before, &verbs::GIFTS)
                || cases.has(Case::Accusative) && line.any_lemma(before, &verbs::ADDRESSES)
        }
    }
}

/// «Москва не намерена…», «Анкара, в свою очередь, отвергла…»: what follows is done by a government.
fn acts_after(line: &Line<'_>, start: usize) -> bool {
    let mut at = start;
    // «Москва и Пекин договорились»
    while at + 1 < line.len() && matches!(line.lower(at), "и" | ",") && line.mention_at(at + 1).is_some() {
        at = line.mention_at(at + 1).and_then(|next| line.words_of(next)).map_or(at + 2, |next| next.end);
    }
    for at in at..line.len().min(at + REACH) {
        if line.mention_at(at).is_some() || matches!(line.lower(at), "." | "!" | "?" | ":" | ";" | "«" | "(") {
            return false;
        }
        if line.any_lemma(at, &verbs::ACTS) {
            return true;
        }
        let skipped = matches!(line.pos(at), Pos::Adverb | Pos::Function | Pos::Mark | Pos::Pronoun)
            || line.any_lemma(at, &verbs::AUXILIARIES)
            || matches!(line.lower(at), "очередь" | "не" | "ранее" | "сегодня" | "вновь");
        if !skipped {
            return false;
        }
    }
    false
}

/// «…, заявила Москва», «считает Пекин».
fn acts_before(line: &Line<'_>, start: usize) -> bool {
    let Some(at) = start.checked_sub(1) else { return false };
    line.pos(at) == Pos::Verb && line.any_lemma(at, &verbs::ACTS)
}

/// Whether one of the two words before the preposition at `at` is of the kind asked for.
fn dealt_with(line: &Line<'_>, at: usize, kind: &Words) -> bool {
    (at.saturating_sub(2)..at).any(|before| line.mention_at(before).is_none() && line.any_lemma(before, kind))
}

/// «От Москвы требуют»
fn demanded_after(line: &Line<'_>, at: usize) -> bool {
    at < line.len() && line.any_lemma(at, &verbs::DEMANDS)
}
