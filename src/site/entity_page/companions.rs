//! Who stands beside an entity, and in which sentences.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::dossier::{Companion, Entity};
use crate::site::links::encode_path;
use crate::site::occurrences::{Place, mentions_in};
use crate::site::passages::Passages;
use crate::site::view::{EntityCard, View};

/// How many companions a page names.
const COMPANIONS: usize = 24;

/// How many sentences with one companion are linked to.
const PLACES: usize = 12;

/// An entity that stands beside another.
#[derive(Debug, Serialize)]
pub struct CompanionView {
    #[serde(flatten)]
    card: EntityCard,
    sentences: usize,
    sources: usize,
    passages: Passages,
    /// Where on the page it stands.
    anchor: String,
}

/// Who stands in the same sentences; for an entity that always stands alone, in the same articles.
pub fn companions(view: &View<'_>, entity: &Entity) -> Vec<CompanionView> {
    let shown: Vec<_> = shown(view, entity).collect();
    let mut together: BTreeMap<usize, Vec<Place>> =
        shown.iter().map(|companion| (companion.entity, Vec::new())).collect();
    let mut places: Vec<Place> = entity.mentions.iter().map(|mention| (mention.source, mention.sentence)).collect();
    places.dedup();
    for (source, sentence) in places {
        let of = &view.dossier.sources[source];
        for mention in mentions_in(&of.analysis, of.analysis.sentences[sentence].span) {
            let other = of.entity_of.get(of.analysis.mentions[mention].entity);
            if let Some(places) = other.and_then(|other| together.get_mut(other)) {
                places.push((source, sentence));
            }
        }
    }
    shown
        .into_iter()
        .map(|companion| CompanionView {
            card: view.entity_card(companion.entity),
            sentences: companion.sentences,
            sources: companion.sources,
            passages: Passages::new(view, together.remove(&companion.entity).unwrap_or_default(), PLACES),
            anchor: anchor(view, companion.entity),
        })
        .collect()
}

/// The companions that an entity's page names.
fn shown<'v>(view: &'v View<'_>, entity: &'v Entity) -> impl Iterator<Item = &'v Companion> {
    let close = entity.companions.iter().any(|companion| companion.sentences > 0);
    entity
        .companions
        .iter()
        .filter(move |companion| !close || companion.sentences > 0)
        .filter(|companion| view.has_page(companion.entity))
        .take(COMPANIONS)
}

fn anchor(view: &View<'_>, companion: usize) -> String {
    format!("with-{}", view.dossier.entities[companion].id)
}

/// Where the page of an entity (an index in the dossier) lists the sentences in which it stands with
/// another, if it does.
pub fn together(view: &View<'_>, entity: usize, other: usize) -> Option<String> {
    let of = &view.dossier.entities[entity];
    shown(view, of).find(|companion| companion.entity == other && companion.sentences > 0)?;
    Some(format!("{}#{}", view.links.entity(&of.id), encode_path(&anchor(view, other))))
}
