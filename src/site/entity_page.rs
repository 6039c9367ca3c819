//! The page of one entity: how it is written, where it is mentioned, who stands beside it, its dates.

use std::collections::BTreeSet;

use serde::Serialize;

use super::text::{self, Names};
use super::timeline::{EventView, event_view};
use super::view::{EntityCard, SourceCard, View, lang};
use crate::analysis::Join;
use crate::dossier::Entity;

/// How many companions a page names.
const COMPANIONS: usize = 24;

/// What the template `entity.html` is given as `entity`.
#[derive(Debug, Serialize)]
pub struct EntityView {
    #[serde(flatten)]
    card: EntityCard,
    mention_count: usize,
    source_count: usize,
    aliases: Vec<AliasView>,
    /// Why each form was taken for this entity, in words.
    joins: Vec<String>,
    sources: Vec<SourceMentions>,
    companions: Vec<CompanionView>,
    events: Vec<EventView>,
}

#[derive(Debug, Serialize)]
struct AliasView {
    form: String,
    count: usize,
}

/// The sentences of one source that name the entity.
#[derive(Debug, Serialize)]
struct SourceMentions {
    #[serde(flatten)]
    card: SourceCard,
    sentences: Vec<SentenceView>,
}

/// A sentence that names the entity.
#[derive(Debug, Serialize)]
struct SentenceView {
    url: String,
    /// 1-based number of its paragraph.
    paragraph: usize,
    lang: String,
    html: String,
}

#[derive(Debug, Serialize)]
struct CompanionView {
    #[serde(flatten)]
    card: EntityCard,
    sentences: usize,
    sources: usize,
}

/// The view of an entity (an index in the dossier).
pub fn view(view: &View<'_>, index: usize) -> EntityView {
    let entity = &view.dossier.entities[index];
    let sources = mentions(view, index, entity);
    EntityView {
        card: view.entity_card(index),
        mention_count: entity.mentions.iter().filter(|mention| view.page_of(mention.source).is_some()).count(),
        source_count: sources.len(),
        aliases: entity
            .aliases
            .iter()
            .filter(|alias| alias.form != entity.name)
            .map(|alias| AliasView { form: alias.form.clone(), count: alias.count })
            .collect(),
        joins: joins(view, entity),
        sources,
        companions: companions(view, entity),
        events: events(view, entity),
    }
}

fn joins(view: &View<'_>, entity: &Entity) -> Vec<String> {
    let in_words = |join: &Join| {
        let reason = serde_json::to_value(join.reason).ok();
        let key = reason.as_ref().and_then(|reason| reason.as_str()).map(|reason| format!("join-{reason}"));
        let reason = key.and_then(|key| view.locale.find(&key, &[])).unwrap_or_else(|| view.locale.text("join-other"));
        let arguments =
            [("form", join.form.as_str().into()), ("with", join.with.as_str().into()), ("reason", reason.into())];
        view.locale.text_with("entity-joined", &arguments)
    };
    entity.joins.iter().filter(|join| join.form != join.with).map(in_words).collect()
}

/// Who stands in the same sentences; for an entity that always stands alone, in the same articles.
fn companions(view: &View<'_>, entity: &Entity) -> Vec<CompanionView> {
    let close = entity.companions.iter().any(|companion| companion.sentences > 0);
    entity
        .companions
        .iter()
        .filter(|companion| !close || companion.sentences > 0)
        // An entity whose sources are not published has no page.
        .filter(|companion| !view.sources_of(companion.entity).is_empty())
        .take(COMPANIONS)
        .map(|companion| CompanionView {
            card: view.entity_card(companion.entity),
            sentences: companion.sentences,
            sources: companion.sources,
        })
        .collect()
}

/// Each sentence that names the entity, once, by source, newest source first.
fn mentions(view: &View<'_>, index: usize, entity: &Entity) -> Vec<SourceMentions> {
    let mut sources = Vec::new();
    for &source_index in view.sources_of(index) {
        let Some(page) = view.page_of(source_index) else { continue };
        let source = view.source_of(page);
        let mut sentences: Vec<usize> = entity
            .mentions
            .iter()
            .filter(|mention| mention.source == source_index)
            .map(|mention| mention.sentence)
            .collect();
        sentences.dedup();
        let sentences = sentences
            .into_iter()
            .map(|sentence| {
                let anchor = source.analysis.sentences[sentence].anchor();
                SentenceView {
                    url: view.links.anchor(&page.slug, &anchor),
                    paragraph: source.analysis.sentences[sentence].paragraph + 1,
                    lang: lang(&source.analysis.language),
                    html: text::sentence(view, source, sentence, Names::Marked(index)),
                }
            })
            .collect();
        sources.push(SourceMentions { card: view.source_card(page), sentences });
    }
    sources
}

/// The dated events whose sentences name the entity, oldest first.
fn events(view: &View<'_>, entity: &Entity) -> Vec<EventView> {
    let places = entity.mentions.iter().map(|mention| (mention.source, mention.sentence));
    let events: BTreeSet<usize> =
        places.flat_map(|(source, sentence)| view.events_of(source, sentence)).copied().collect();
    events.into_iter().filter_map(|event| event_view(view, &view.dossier.merged[event])).collect()
}
