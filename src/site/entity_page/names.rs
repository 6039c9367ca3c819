//! How an entity is written, where each form stands, and why the forms were taken for one.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::entities::without_quotes;
use crate::analysis::{Join, JoinReason};
use crate::dossier::Entity;
use crate::site::occurrences::Place;
use crate::site::passages::Passages;
use crate::site::view::{EntityCard, View};

/// How many places of one form are linked to.
const PLACES: usize = 40;

/// A form of the name.
#[derive(Debug, Serialize)]
pub struct FormView {
    form: String,
    count: usize,
    passages: Passages,
}

/// Another entity that a form may mean.
#[derive(Debug, Serialize)]
pub struct DoubtView {
    form: String,
    entity: EntityCard,
    reason: String,
}

/// The forms, the most frequent first, each with the places where it stands.
pub fn forms(view: &View<'_>, entity: &Entity) -> Vec<FormView> {
    let mut places: BTreeMap<&str, (usize, Vec<Place>)> = BTreeMap::new();
    for mention in entity.mentions.iter().filter(|mention| view.place_of(mention.source).is_some()) {
        let found = &view.dossier.sources[mention.source].analysis.mentions[mention.mention];
        let (count, places) = places.entry(without_quotes(&found.form)).or_default();
        *count += 1;
        places.push((mention.source, mention.sentence));
    }
    let mut forms: Vec<(&str, usize, Vec<Place>)> =
        places.into_iter().map(|(form, (count, places))| (form, count, places)).collect();
    // Stable: forms that are equally frequent stay in order of their letters.
    forms.sort_by_key(|&(_, count, _)| std::cmp::Reverse(count));
    forms
        .into_iter()
        .map(|(form, count, places)| FormView {
            form: form.to_owned(),
            count,
            passages: Passages::new(view, places, PLACES),
        })
        .collect()
}

/// Why each form was taken for this entity, in words.
pub fn joins(view: &View<'_>, entity: &Entity) -> Vec<String> {
    let in_words = |join: &Join| {
        let arguments = [
            ("form", join.form.as_str().into()),
            ("with", join.with.as_str().into()),
            ("reason", reason(view, "join", join.reason).into()),
        ];
        view.locale.text_with("entity-joined", &arguments)
    };
    entity.joins.iter().filter(|join| join.form != join.with || join.reason == JoinReason::Kind).map(in_words).collect()
}

/// What some of the forms may mean as well.
pub fn doubts(view: &View<'_>, entity: &Entity) -> Vec<DoubtView> {
    entity
        .doubts
        .iter()
        .filter(|doubt| view.has_page(doubt.entity))
        .map(|doubt| DoubtView {
            form: doubt.form.clone(),
            entity: view.entity_card(doubt.entity),
            reason: reason(view, "doubt", doubt.reason),
        })
        .collect()
}

/// A reason in words: of a join that was made, or of one that is only possible.
fn reason(view: &View<'_>, what: &str, reason: JoinReason) -> String {
    let name = serde_json::to_value(reason).ok();
    let name = name.as_ref().and_then(|name| name.as_str()).unwrap_or("other");
    let find = |what: &str, name: &str| view.locale.find(&format!("{what}-{name}"), &[]);
    find(what, name).or_else(|| find("join", name)).unwrap_or_else(|| view.locale.text("join-other"))
}
