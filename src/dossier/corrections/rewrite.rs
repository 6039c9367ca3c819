//! Brings the articles' own entities in line with the decisions.

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::{Decisions, Place};
use crate::analysis::entities::without_quotes;
use crate::analysis::{Analysis, LocalEntity};
use crate::slug::{self, Taken};
use crate::span::Span;

/// Splits the articles' entities where their forms part ways, and drops hidden mentions. Every index of
/// an article's own entities is brought up to date. Returns, for each analysis, where each of its
/// entities belongs.
pub fn rewrite(analyses: &mut [Analysis], entity_of: &[Vec<usize>], decisions: &Decisions<'_>) -> Vec<Vec<Place>> {
    analyses.iter_mut().zip(entity_of).map(|(analysis, entity_of)| one(analysis, entity_of, decisions)).collect()
}

/// What became of one article's entities.
struct Pieces {
    entities: Vec<LocalEntity>,
    places: Vec<Place>,
    /// The piece of each old entity at each place.
    piece_of: BTreeMap<(usize, Place), usize>,
}

fn one(analysis: &mut Analysis, entity_of: &[usize], decisions: &Decisions<'_>) -> Vec<Place> {
    // For each mention, where it belongs, and the article's entity that it was of.
    let old: Vec<(Span, usize, Place)> = analysis
        .mentions
        .iter()
        .map(|mention| {
            let place = decisions.place(entity_of[mention.entity], without_quotes(&mention.form));
            (mention.span, mention.entity, place)
        })
        .collect();
    let divided = divided(&old, entity_of.len());
    if divided.is_empty() && !old.iter().any(|mention| decisions.is_hidden(mention.2)) {
        let mut places: Vec<Place> = entity_of.iter().map(|&entity| decisions.home(entity)).collect();
        old.iter().for_each(|&(_, entity, place)| places[entity] = place);
        if !places.iter().any(|&place| decisions.is_hidden(place)) {
            return places;
        }
    }
    let mut pieces = pieces(analysis, &old, entity_of, decisions);
    for entity in divided {
        share_out(analysis, entity, &old, &mut pieces);
    }
    for quote in &mut analysis.quotes {
        let at = quote.cue.unwrap_or(quote.span);
        let piece = |entity: usize| {
            let place = named_by(&old, entity, at).or_else(|| only_place(&pieces, entity))?;
            pieces.piece_of.get(&(entity, place)).copied()
        };
        quote.speaker = quote.speaker.and_then(piece);
        quote.via = quote.via.iter().filter_map(|&teller| piece(teller)).collect();
    }
    let mut at = 0;
    analysis.mentions.retain_mut(|mention| {
        let (_, entity, place) = old[at];
        at += 1;
        let piece = pieces.piece_of.get(&(entity, place)).copied();
        mention.entity = piece.unwrap_or_default();
        piece.is_some()
    });
    analysis.entities = pieces.entities;
    pieces.places
}

/// One piece for each place that an old entity's mentions go to; none for a hidden place. The piece
/// with the most mentions stays what the entity was.
fn pieces(analysis: &Analysis, old: &[(Span, usize, Place)], entity_of: &[usize], decisions: &Decisions<'_>) -> Pieces {
    let mut counts: Vec<BTreeMap<Place, (usize, usize)>> = vec![BTreeMap::new(); analysis.entities.len()];
    for (number, &(_, entity, place)) in old.iter().enumerate() {
        counts[entity].entry(place).or_insert((0, number)).0 += 1;
    }
    let mut taken: Taken = analysis.entities.iter().map(|entity| entity.id.clone()).collect();
    let mut pieces = Pieces { entities: Vec::new(), places: Vec::new(), piece_of: BTreeMap::new() };
    for (index, entity) in analysis.entities.iter().enumerate() {
        let mut parts: Vec<(Place, usize, usize)> =
            counts[index].iter().map(|(&place, &(count, first))| (place, count, first)).collect();
        if parts.is_empty() {
            parts.push((decisions.home(entity_of[index]), 0, 0));
        }
        let main = parts.iter().max_by_key(|part| (part.1, std::cmp::Reverse(part.2))).map(|part| part.0);
        parts.sort_by_key(|part| part.2);
        for (place, _, first) in parts {
            if decisions.is_hidden(place) {
                continue;
            }
            let mut piece = entity.clone();
            if Some(place) != main {
                piece.name = without_quotes(&analysis.mentions[first].form).to_owned();
                piece.id = taken.unique(&slug::slugify(&piece.name));
                piece.reference = None;
            }
            pieces.piece_of.insert((index, place), pieces.entities.len());
            pieces.entities.push(piece);
            pieces.places.push(place);
        }
    }
    pieces
}

/// The entities whose mentions part ways.
fn divided(old: &[(Span, usize, Place)], entities: usize) -> Vec<usize> {
    let mut first: Vec<Option<Place>> = vec![None; entities];
    let mut divided = BTreeSet::new();
    for &(_, entity, place) in old {
        if *first[entity].get_or_insert(place) != place {
            divided.insert(entity);
        }
    }
    divided.into_iter().collect()
}

/// Gives each piece of an entity the roles, joins and doubts that are about its own mentions.
fn share_out(analysis: &Analysis, entity: usize, old: &[(Span, usize, Place)], pieces: &mut Pieces) {
    let of_entity: Vec<(Place, usize)> =
        pieces.piece_of.iter().filter(|(key, _)| key.0 == entity).map(|(key, &piece)| (key.1, piece)).collect();
    let mut place_of_form: BTreeMap<&str, Place> = BTreeMap::new();
    for (number, mention) in old.iter().enumerate().filter(|(_, mention)| mention.1 == entity) {
        place_of_form.insert(without_quotes(&analysis.mentions[number].form), mention.2);
    }
    for (place, piece) in of_entity {
        let piece = &mut pieces.entities[piece];
        piece.roles.retain(|role| nearest(old, entity, role.span) == Some(place));
        let elsewhere = |form: &str| place_of_form.get(form).is_some_and(|other| *other != place);
        piece.joins.retain(|join| !elsewhere(&join.form) && !elsewhere(&join.with));
        piece.doubts.retain(|doubt| !elsewhere(&doubt.form));
    }
}

/// Where the mention of `entity` that stands nearest to `span` belongs.
fn nearest(old: &[(Span, usize, Place)], entity: usize, span: Span) -> Option<Place> {
    let distance = |at: Span| at.start.saturating_sub(span.end).max(span.start.saturating_sub(at.end));
    let own = old.iter().filter(|mention| mention.1 == entity);
    own.min_by_key(|mention| distance(mention.0)).map(|mention| mention.2)
}

/// Where the mention of `entity` belongs that the words at `span` name, or else the last one before
/// their end: «по его словам» is said of whom the text has named last.
fn named_by(old: &[(Span, usize, Place)], entity: usize, span: Span) -> Option<Place> {
    let own = || old.iter().filter(|mention| mention.1 == entity);
    let within = own().find(|mention| span.contains(mention.0));
    within.or_else(|| own().rfind(|mention| mention.0.start < span.end)).map(|mention| mention.2)
}

fn only_place(pieces: &Pieces, entity: usize) -> Option<Place> {
    let mut own = pieces.piece_of.keys().filter(|key| key.0 == entity);
    own.next().filter(|_| own.next().is_none()).map(|key| key.1)
}
