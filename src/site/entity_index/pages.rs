//! The pages of a long index: each holds a stretch of the alphabet of one kind.

use serde::Serialize;

use super::{Group, LetterLink, Sorted, by_letter};
use crate::analysis::EntityKind;
use crate::site::text::kind_name;
use crate::site::view::View;

/// How many entities such a page lists.
const PER_PAGE: usize = 300;

/// What the template `entities-kind.html` is given as `part`: a stretch of the index of one kind.
#[derive(Debug, Serialize)]
pub struct KindPage {
    /// Path relative to the site.
    pub path: String,
    /// The kind and its stretch of the alphabet: «Люди: А – Ви».
    pub title: String,
    kind: &'static str,
    label: String,
    /// How many entities of the kind there are.
    count: usize,
    letters: Vec<LetterLink>,
    groups: Vec<Group>,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
    /// Whether the names have their mentions over time beside them.
    has_sparks: bool,
}

/// The page before or after.
#[derive(Debug, Clone, Serialize)]
struct Neighbour {
    url: String,
    range: String,
}

/// All pages of a long index; none where the first page lists everything.
pub fn kind_pages(view: &View<'_>, sorted: &Sorted) -> Vec<KindPage> {
    if !sorted.split {
        return Vec::new();
    }
    sorted.kinds.iter().flat_map(|(kind, entities)| of_kind(view, sorted, *kind, entities)).collect()
}

fn of_kind(view: &View<'_>, sorted: &Sorted, kind: EntityKind, entities: &[usize]) -> Vec<KindPage> {
    let name = kind_name(kind);
    let letters = letters(view, kind, entities);
    let label = view.locale.text(&format!("kind-{name}s"));
    let stretches: Vec<&[usize]> = entities.chunks(PER_PAGE).collect();
    let neighbours: Vec<Neighbour> = stretches
        .iter()
        .enumerate()
        .map(|(index, stretch)| Neighbour { url: view.links.to(&path(name, index)), range: range(view, stretch) })
        .collect();
    stretches
        .iter()
        .enumerate()
        .map(|(index, stretch)| KindPage {
            path: path(name, index),
            title: format!("{label}: {}", neighbours[index].range),
            kind: name,
            label: label.clone(),
            count: entities.len(),
            letters: letters.clone(),
            groups: by_letter(view, sorted, name, stretch),
            previous: index.checked_sub(1).map(|index| neighbours[index].clone()),
            next: neighbours.get(index + 1).cloned(),
            has_sparks: sorted.months.is_some(),
        })
        .collect()
}

/// Every letter that a name of the kind begins with, with the page on which it begins.
pub fn letters(view: &View<'_>, kind: EntityKind, entities: &[usize]) -> Vec<LetterLink> {
    let name = kind_name(kind);
    let mut links: Vec<LetterLink> = Vec::new();
    for (index, &entity) in entities.iter().enumerate() {
        let letter = view.locale.initial(&view.dossier.entities[entity].name);
        if links.iter().all(|link| link.letter != letter) {
            let page = view.links.to(&path(name, index / PER_PAGE));
            links.push(LetterLink { url: format!("{page}#{name}-{}", super::anchor_part(&letter)), letter });
        }
    }
    links
}

/// An entity's page lies two levels up, whatever its name: these addresses are nobody else's.
fn path(kind: &str, index: usize) -> String {
    format!("entities/index/{kind}/{}/", index + 1)
}

/// The first and the last name of a stretch, shortened: «Абай – Вит».
fn range(view: &View<'_>, stretch: &[usize]) -> String {
    let short = |entity: &usize| {
        let name = &view.dossier.entities[*entity].name;
        name.trim_start_matches(['«', '"', '“', '„']).chars().take(3).collect::<String>().trim_end().to_owned()
    };
    match (stretch.first(), stretch.last()) {
        (Some(first), Some(last)) => format!("{} – {}", short(first), short(last)),
        _ => String::new(),
    }
}
