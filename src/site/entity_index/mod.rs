//! The index of all entities: by kind, in alphabetical order; on several pages where one would be long.

mod pages;

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::months::{self, Months, Spark};
use super::text::kind_name;
use super::view::{EntityCard, KINDS, View};
use crate::analysis::EntityKind;
pub use pages::kind_pages;

/// The most entities that one page lists.
const ON_ONE_PAGE: usize = 900;

/// A list longer than this has letters to jump to.
const WITHOUT_LETTERS: usize = 40;

/// How many entities of a kind the first page shows, when each kind has pages of its own.
const FOREMOST: usize = 30;

/// What the template `entities.html` is given as `index`.
#[derive(Debug, Serialize)]
pub struct IndexView {
    count: usize,
    /// Whether the kinds have pages of their own, and this one only shows the foremost of each.
    split: bool,
    kinds: Vec<KindView>,
    /// Whether the names have their mentions over time beside them.
    has_sparks: bool,
}

/// The entities of one kind.
#[derive(Debug, Serialize)]
struct KindView {
    kind: &'static str,
    label: String,
    count: usize,
    letters: Vec<LetterLink>,
    groups: Vec<Group>,
}

/// A letter, and where its entities begin.
#[derive(Debug, Clone, Serialize)]
struct LetterLink {
    letter: String,
    url: String,
}

/// Entities that stand together in a list: those of one letter, or all.
#[derive(Debug, Serialize)]
struct Group {
    letter: Option<String>,
    anchor: Option<String>,
    rows: Vec<Row>,
}

/// An entity in the index.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    card: EntityCard,
    sources: usize,
    mentions: usize,
    /// What the filter searches: the name and all its other forms.
    searched: String,
    /// What sets the entity apart from another of the same kind and name.
    apart: Option<String>,
    /// Its mentions over time, where the dates of the sources say enough.
    spark: Option<Spark>,
}

/// The published entities of each kind (indexes in the dossier), in alphabetical order.
pub struct Sorted {
    kinds: Vec<(EntityKind, Vec<usize>)>,
    split: bool,
    /// Those that are not the only ones of their kind and name.
    namesakes: HashSet<usize>,
    months: Option<Months>,
}

impl Sorted {
    /// Sorts the entities that a published source names.
    pub fn new(view: &View<'_>) -> Self {
        let mut sorted: Vec<usize> = (0..view.dossier.entities.len()).filter(|&entity| view.has_page(entity)).collect();
        sorted.sort_by_cached_key(|&entity| view.locale.sort_key(&view.dossier.entities[entity].name));
        let of_kind = |kind| {
            sorted.iter().copied().filter(|&entity| view.dossier.entities[entity].kind == kind).collect::<Vec<_>>()
        };
        let split = sorted.len() > ON_ONE_PAGE;
        let named = |entity: usize| {
            let entity = &view.dossier.entities[entity];
            (kind_name(entity.kind), entity.name.as_str())
        };
        let mut bearers: HashMap<_, usize> = HashMap::new();
        for &entity in &sorted {
            *bearers.entry(named(entity)).or_default() += 1;
        }
        let namesakes = sorted.iter().copied().filter(|&entity| bearers[&named(entity)] > 1).collect();
        Self {
            kinds: KINDS.into_iter().map(|kind| (kind, of_kind(kind))).collect(),
            split,
            namesakes,
            months: Months::new(view, months::LEAST),
        }
    }
}

/// The first page of the index: everything, or the foremost entities of each kind and the way to all.
pub fn first_page(view: &View<'_>, sorted: &Sorted) -> IndexView {
    let kind_view = |(kind, entities): &(EntityKind, Vec<usize>)| {
        let name = kind_name(*kind);
        let (letters, groups) = if sorted.split {
            (pages::letters(view, *kind, entities), vec![foremost(view, sorted, entities)])
        } else if entities.len() > WITHOUT_LETTERS {
            let groups = by_letter(view, sorted, name, entities);
            let link = |group: &Group| {
                Some(LetterLink { letter: group.letter.clone()?, url: format!("#{}", group.anchor.as_ref()?) })
            };
            (groups.iter().filter_map(link).collect(), groups)
        } else {
            (Vec::new(), vec![group(view, sorted, (None, None), entities)])
        };
        KindView {
            kind: name,
            label: view.locale.text(&format!("kind-{name}s")),
            count: entities.len(),
            letters,
            groups,
        }
    };
    IndexView {
        count: sorted.kinds.iter().map(|(_, entities)| entities.len()).sum(),
        split: sorted.split,
        has_sparks: sorted.months.is_some(),
        kinds: sorted.kinds.iter().map(kind_view).collect(),
    }
}

/// The entities that most sources name; the dossier has them first.
fn foremost(view: &View<'_>, sorted: &Sorted, entities: &[usize]) -> Group {
    let mut foremost = entities.to_vec();
    foremost.sort_unstable();
    foremost.truncate(FOREMOST);
    group(view, sorted, (None, None), &foremost)
}

/// The entities parted by the letter they begin with. `name` sets the anchors apart from those of
/// another kind.
fn by_letter(view: &View<'_>, sorted: &Sorted, name: &str, entities: &[usize]) -> Vec<Group> {
    let initial = |entity: usize| view.locale.initial(&view.dossier.entities[entity].name);
    let mut taken: Vec<String> = Vec::new();
    entities
        .chunk_by(|&a, &b| initial(a) == initial(b))
        .map(|run| {
            let letter = initial(run[0]);
            let is_new = !taken.contains(&letter);
            taken.push(letter.clone());
            let anchor = is_new.then(|| format!("{name}-{}", anchor_part(&letter)));
            group(view, sorted, (Some(letter), anchor), run)
        })
        .collect()
}

/// A letter as a part of an id, which may hold no white space and need no encoding in an address.
fn anchor_part(letter: &str) -> String {
    letter.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("u{:x}", c as u32) }).collect()
}

/// The rows of `entities` under a letter and its anchor, or under none.
fn group(
    view: &View<'_>,
    sorted: &Sorted,
    (letter, anchor): (Option<String>, Option<String>),
    entities: &[usize],
) -> Group {
    Group { letter, anchor, rows: entities.iter().map(|&entity| row(view, sorted, entity)).collect() }
}

fn row(view: &View<'_>, sorted: &Sorted, index: usize) -> Row {
    let entity = &view.dossier.entities[index];
    let mut searched = entity.name.to_lowercase();
    for alias in &entity.aliases {
        searched.push(' ');
        searched.push_str(&alias.form.to_lowercase());
    }
    Row {
        card: view.entity_card(index),
        sources: view.sources_of(index).len(),
        mentions: entity.mentions.len(),
        searched: searched.replace('ё', "е"),
        spark: sorted.months.as_ref().and_then(|months| months::mentions(view, months, index)),
        apart: sorted.namesakes.contains(&index).then(|| apart(view, index)).flatten(),
    }
}

/// The entity's country, or else the newest source that names it.
fn apart(view: &View<'_>, index: usize) -> Option<String> {
    let country = view.dossier.entities[index].country.as_deref().and_then(|code| view.locale.country(code));
    country.map(str::to_owned).or_else(|| view.source_line(*view.sources_of(index).first()?))
}
