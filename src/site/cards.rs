//! What a link to an entity or a source tells when it is pointed at: small files that the browser
//! fetches when it first needs one.

use std::collections::BTreeMap;

use serde::Serialize;

use super::view::{EntityCard, View, lang};
use crate::analysis::EntityKind;
use crate::content::{KeyPoint, SourcePage};
use crate::dossier::DatedRole;

/// How many entities one file holds, about. The browser fetches as few bytes as that for one card.
const PER_FILE: usize = 256;
/// How many sources: each tells a sentence, not a line.
const SOURCES_PER_FILE: usize = 64;

/// What a card tells of an entity, in words.
#[derive(Debug, Serialize)]
struct Card<'v> {
    name: &'v str,
    kind: &'static str,
    /// The kind in words.
    label: String,
    counts: String,
    /// What a source calls the entity by office or occupation.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'v str>,
    /// The source that does, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    /// The country of a place or an organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'v str>,
}

/// What a card tells of a source.
#[derive(Debug, Serialize)]
struct SourceTold {
    title: String,
    /// BCP 47 code of its language, empty when unknown.
    lang: String,
    /// Its outlet, authors and date, as far as it gives them.
    line: String,
    /// Its first key point.
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<String>,
}

/// How many files the cards of the entities are in: a power of two.
pub fn file_count(view: &View<'_>) -> usize {
    view.dossier.entities.len().div_ceil(PER_FILE).next_power_of_two()
}

/// How many files the cards of the sources are in: a power of two.
pub fn source_file_count(view: &View<'_>) -> usize {
    view.pages.len().div_ceil(SOURCES_PER_FILE).next_power_of_two()
}

/// The files by path relative to the site; a card is in the one that the hash of its id (of a source, its
/// slug) names.
pub fn files(view: &View<'_>) -> BTreeMap<String, Vec<u8>> {
    let with_page = view.dossier.entities.iter().enumerate().filter(|&(index, _)| view.has_page(index));
    let entities = with_page.map(|(index, entity)| (entity.id.as_str(), card(view, index)));
    let sources = view.pages.iter().map(|page| (page.slug.as_str(), source_told(view, page)));
    let mut files = in_files("entities", file_count(view), entities);
    files.extend(in_files("sources", source_file_count(view), sources));
    files
}

fn in_files<'v, C: Serialize>(
    section: &str,
    count: usize,
    cards: impl Iterator<Item = (&'v str, C)>,
) -> BTreeMap<String, Vec<u8>> {
    let mut files: Vec<BTreeMap<&str, C>> = (0..count).map(|_| BTreeMap::new()).collect();
    for (id, card) in cards {
        files[hash(id) as usize % count].insert(id, card);
    }
    let json = |cards: &BTreeMap<&str, C>| serde_json::to_vec(cards).expect("maps of texts are JSON");
    files.iter().enumerate().map(|(number, cards)| (format!("{section}/cards/{number}.json"), json(cards))).collect()
}

fn source_told(view: &View<'_>, page: &SourcePage) -> SourceTold {
    let date = page.published.map(|moment| view.locale.day(moment.day));
    let parts = page.outlet.iter().cloned().chain(page.authors.iter().cloned());
    let line: Vec<String> = parts.chain([date.unwrap_or_else(|| view.locale.text("source-no-date"))]).collect();
    SourceTold {
        title: view.title(page),
        lang: lang(&view.source_of(page).analysis.language),
        line: line.join(" · "),
        point: page.key_points.first().map(KeyPoint::attributed),
    }
}

fn card<'v>(view: &View<'v>, index: usize) -> Card<'v> {
    let entity = &view.dossier.entities[index];
    let EntityCard { kind, kind_label, .. } = view.entity_card(index);
    let published = entity.mentions.iter().filter(|mention| view.place_of(mention.source).is_some()).count();
    let mentions = view.locale.text_with("count-mentions", &[("count", published.into())]);
    let sources = view.locale.text_with("count-in-sources", &[("count", view.sources_of(index).len().into())]);
    let role = newest(view, &entity.roles);
    let country = entity.country.as_deref().filter(|_| entity.kind != EntityKind::Person);
    Card {
        name: &entity.name,
        kind,
        label: kind_label,
        counts: format!("{mentions} {sources}"),
        role: role.map(|role| role.text.as_str()),
        by: role.and_then(|role| view.source_line(role.source)),
        country: country.and_then(|code| view.country_name(code)).filter(|name| *name != entity.name),
    }
}

/// The role that the newest source gives.
fn newest<'r>(view: &View<'_>, roles: &'r [DatedRole]) -> Option<&'r DatedRole> {
    let given = roles.iter().filter_map(|role| Some((view.place_of(role.source)?, role)));
    given.min_by_key(|(place, role)| (*place, role.sentence)).map(|(_, role)| role)
}

/// FNV-1a, 32 bits: short enough to be written again in the script that reads the files.
fn hash(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
