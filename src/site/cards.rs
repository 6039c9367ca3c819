//! What a link to an entity tells when it is pointed at: small files that the browser fetches when it
//! first needs one.

use std::collections::BTreeMap;

use serde::Serialize;

use super::view::{EntityCard, View};
use crate::analysis::EntityKind;
use crate::dossier::DatedRole;

/// How many entities one file holds, about. The browser fetches as few bytes as that for one card.
const PER_FILE: usize = 256;

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

/// How many files there are: a power of two.
pub fn file_count(view: &View<'_>) -> usize {
    view.dossier.entities.len().div_ceil(PER_FILE).next_power_of_two()
}

/// The files by path relative to the site; the card of an entity is in the one that its id's hash names.
pub fn files(view: &View<'_>) -> BTreeMap<String, Vec<u8>> {
    let count = file_count(view);
    let mut files: Vec<BTreeMap<&str, Card<'_>>> = (0..count).map(|_| BTreeMap::new()).collect();
    for (index, entity) in view.dossier.entities.iter().enumerate().filter(|&(index, _)| view.has_page(index)) {
        let file = hash(&entity.id) as usize % count;
        files[file].insert(&entity.id, card(view, index));
    }
    files
        .into_iter()
        .enumerate()
        .map(|(number, cards)| {
            let json = serde_json::to_vec(&cards).expect("maps of texts are JSON");
            (format!("entities/cards/{number}.json"), json)
        })
        .collect()
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
        country: country.and_then(|code| view.locale.country(code)).filter(|name| *name != entity.name),
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
