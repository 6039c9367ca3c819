//! The lists of all sources and of all entities.

use serde::Serialize;

use super::text::kind_name;
use super::view::{EntityCard, KINDS, SourceCard, View, lang};

/// A source in the list, with its weightiest point.
#[derive(Debug, Serialize)]
pub struct ListedSource {
    #[serde(flatten)]
    card: SourceCard,
    point: Option<String>,
    point_lang: String,
}

/// The entities of one kind, in alphabetical order.
#[derive(Debug, Serialize)]
pub struct ListedKind {
    kind: &'static str,
    label: String,
    entities: Vec<ListedEntity>,
}

#[derive(Debug, Serialize)]
struct ListedEntity {
    #[serde(flatten)]
    card: EntityCard,
    sources: usize,
    mentions: usize,
    /// What the filter searches: the name and all its other forms.
    searched: String,
}

/// All published sources, newest first.
pub fn sources(view: &View<'_>) -> Vec<ListedSource> {
    view.pages
        .iter()
        .map(|page| ListedSource {
            card: view.source_card(page),
            point: page.key_points.first().map(|point| point.text.clone()),
            point_lang: lang(&view.source_of(page).analysis.language),
        })
        .collect()
}

/// All entities that a published source names, by kind.
pub fn entities(view: &View<'_>) -> Vec<ListedKind> {
    let mut sorted: Vec<(usize, usize)> = (0..view.dossier.entities.len())
        .map(|entity| (entity, view.sources_of(entity).len()))
        .filter(|&(_, sources)| sources > 0)
        .collect();
    sorted.sort_by_cached_key(|&(entity, _)| view.locale.sort_key(&view.dossier.entities[entity].name));
    KINDS
        .into_iter()
        .map(|kind| ListedKind {
            kind: kind_name(kind),
            label: view.locale.text(&format!("kind-{}s", kind_name(kind))),
            entities: sorted
                .iter()
                .filter(|&&(entity, _)| view.dossier.entities[entity].kind == kind)
                .map(|&(entity, sources)| listed(view, entity, sources))
                .collect(),
        })
        .collect()
}

fn listed(view: &View<'_>, index: usize, sources: usize) -> ListedEntity {
    let entity = &view.dossier.entities[index];
    let mut searched = entity.name.to_lowercase();
    for alias in &entity.aliases {
        searched.push(' ');
        searched.push_str(&alias.form.to_lowercase());
    }
    ListedEntity {
        card: view.entity_card(index),
        sources,
        mentions: entity.mentions.len(),
        searched: searched.replace('ё', "е"),
    }
}
