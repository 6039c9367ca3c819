//! Geographical adjectives, and sides of places.

use super::document::{Candidate, Document, covered};
use super::words::PLACE_NOUNS;
use crate::language::ru::morphology::Reading;
use crate::language::{EntityKind, Pos, gazetteer};

/// «Голанских высотах» is a place, «одесский активист» and the side of a place are none.
pub(super) fn complete_or_drop_adjectives(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let taken = covered(document, &names);
    let places: Vec<usize> =
        names.iter().filter(|name| name.kind == EntityKind::Place).map(|name| name.tokens.start).collect();
    let mut kept = Vec::with_capacity(names.len());
    for mut name in names {
        let next = name.tokens.end;
        if is_side(document, &name) && places.binary_search(&next).is_ok() {
            continue;
        }
        if name.kind == EntityKind::Place && name.tokens.len() == 1 && is_adjective(document, name.tokens.start) {
            let is_free = taken.get(next).is_some_and(|taken| !taken) && document.gap(next - 1) == " ";
            if is_free && document.has_lemma(next, &PLACE_NOUNS) {
                name.tokens.end += 1;
            } else if is_free && modifies(document, next) {
                continue;
            }
        }
        kept.push(name);
    }
    kept
}

/// «На Севере Казахстана»: a side of the place after it, which is no name by itself.
fn is_side(document: &Document, name: &Candidate) -> bool {
    const SIDES: &[&str] =
        &["север", "юг", "запад", "восток", "северо-запад", "северо-восток", "юго-запад", "юго-восток"];
    name.kind == EntityKind::Place
        && name.tokens.len() == 1
        && SIDES.contains(&document.lemma(name.tokens.start).to_lowercase().as_str())
}

/// Whether the word is an adjective in this sentence, and no town that sounds like one («Грозный»).
fn is_adjective(document: &Document, index: usize) -> bool {
    let Some(best) = document.readings(index).first() else { return false };
    let is_town = |reading: &Reading| {
        reading.nominative(document.word(index)).is_some_and(|form| !gazetteer::lookup(&form).is_empty())
    };
    best.pos == Pos::Adjective && !is_town(best)
}

/// Whether the word can be what an adjective before it describes.
fn modifies(document: &Document, index: usize) -> bool {
    !document.is_capitalised(index)
        && document.readings(index).first().is_some_and(|best| matches!(best.pos, Pos::Noun | Pos::Adjective))
        || super::quotation_marks::opens(document, index)
}
