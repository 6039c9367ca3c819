//! `dossier.json`: the whole dossier for other tools.

use serde::Serialize;

use crate::analysis::EntityKind;
use crate::calendar::{Day, Moment, Precision};
use crate::dossier::Dossier;

/// Where a page of the site stands; given by the caller, so that this room need not know the site.
pub struct Addresses {
    /// For each source, in the dossier's order, its title as published, its key points and its URL.
    pub sources: Vec<PublishedSource>,
    /// For each entity, in the dossier's order, its URL.
    pub entities: Vec<String>,
}

/// A source as it was published.
pub struct PublishedSource {
    /// Title, as the page says.
    pub title: String,
    /// When it was published, as the page says.
    pub published: Option<Moment>,
    /// Key points, as the page says.
    pub summary: Vec<String>,
    /// Absolute URL of its page.
    pub url: String,
}

#[derive(Serialize)]
struct File<'a> {
    sources: Vec<SourceEntry<'a>>,
    entities: Vec<EntityEntry<'a>>,
    events: Vec<EventEntry<'a>>,
}

#[derive(Serialize)]
struct SourceEntry<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    published: Option<Moment>,
    summary: &'a [String],
    entities: Vec<&'a str>,
    related: Vec<RelatedEntry<'a>>,
}

#[derive(Serialize)]
struct RelatedEntry<'a> {
    id: &'a str,
    score: f64,
    reasons: Vec<&'a str>,
}

#[derive(Serialize)]
struct EntityEntry<'a> {
    id: &'a str,
    name: &'a str,
    kind: EntityKind,
    aliases: Vec<&'a str>,
    sources: Vec<&'a str>,
    mentions: usize,
    url: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    same_as: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coordinates: Option<(f64, f64)>,
}

#[derive(Serialize)]
struct EventEntry<'a> {
    from: Day,
    to: Day,
    precision: Precision,
    text: &'a str,
    source: &'a str,
}

/// The dossier as JSON, ending in a line end.
pub fn dossier_json(dossier: &Dossier, addresses: &Addresses) -> String {
    let id = |source: usize| dossier.sources[source].analysis.article.id.as_str();
    let name = |entity: usize| dossier.entities[entity].name.as_str();
    let sources = dossier.sources.iter().zip(&addresses.sources).map(|(source, published)| {
        let mut entities: Vec<&str> =
            source.entity_of.iter().map(|&entity| dossier.entities[entity].id.as_str()).collect();
        entities.sort_unstable();
        entities.dedup();
        let related = source.related.iter().map(|related| RelatedEntry {
            id: id(related.source),
            // Three digits are more than the score means.
            score: (related.score * 1000.0).round() / 1000.0,
            reasons: related
                .entities
                .iter()
                .map(|&entity| name(entity))
                .chain(related.terms.iter().map(String::as_str))
                .collect(),
        });
        SourceEntry {
            id: &source.analysis.article.id,
            url: &published.url,
            title: &published.title,
            published: published.published,
            summary: &published.summary,
            entities,
            related: related.collect(),
        }
    });
    let entities = dossier.entities.iter().zip(&addresses.entities).map(|(entity, url)| EntityEntry {
        id: &entity.id,
        name: &entity.name,
        kind: entity.kind,
        aliases: entity.aliases.iter().map(|alias| alias.form.as_str()).collect(),
        sources: entity.sources().into_iter().map(id).collect(),
        mentions: entity.mentions.len(),
        url,
        same_as: entity.editorial.as_ref().map_or(&[], |editorial| editorial.same_as.as_slice()),
        country: entity.country.as_deref(),
        coordinates: entity.coordinates,
    });
    let events = dossier.events.iter().map(|event| {
        let analysis = &dossier.sources[event.source].analysis;
        EventEntry {
            from: event.from,
            to: event.to,
            precision: event.precision,
            text: analysis.sentences[event.sentence].span.of(&analysis.article.text),
            source: id(event.source),
        }
    });
    let file = File { sources: sources.collect(), entities: entities.collect(), events: events.collect() };
    let mut json = serde_json::to_string_pretty(&file).expect("texts and finite numbers always make JSON");
    json.push('\n');
    json
}
