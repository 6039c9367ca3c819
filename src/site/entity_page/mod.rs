//! The pages of one entity: who it is by its sources, how it is written, what it says and what is said
//! of it, when, beside whom, and every sentence that names it.

mod companions;
mod long_list;
mod mentions;
mod names;
mod place;
mod quotes;
mod roles;

use std::collections::BTreeSet;

pub use companions::together;
use serde::Serialize;
use tera::Value;

use self::companions::CompanionView;
use self::long_list::{LongList, Parts, part};
use self::mentions::SourceMentions;
use self::names::{DoubtView, FormView};
use self::place::WhereView;
use self::roles::RoleView;
use super::passages::Passages;
use super::timeline::{EventView, event_view};
use super::view::{EntityCard, View};
use crate::calendar::{Day, Precision};
use crate::dossier::Entity;

/// How many places of a name that stands for the entity are linked to.
const STANDING: usize = 12;

/// What the template `entity.html` is given as `entity`.
#[derive(Debug, Serialize)]
pub struct EntityView {
    #[serde(flatten)]
    card: EntityCard,
    mention_count: usize,
    source_count: usize,
    /// From the first dated source to the last, in words.
    period: Option<String>,
    roles: Vec<RoleView>,
    forms: Vec<FormView>,
    /// Why each form was taken for this entity, in words.
    joins: Vec<String>,
    doubts: Vec<DoubtView>,
    place: Option<WhereView>,
    standing: Vec<StandingView>,
    companions: Vec<CompanionView>,
    said: LongList,
    about: LongList,
    dates: LongList,
    mentions: LongList,
}

/// A place that stands for the entity, and where it does.
#[derive(Debug, Serialize)]
struct StandingView {
    entity: EntityCard,
    passages: Passages,
}

/// What the template `entity-list.html` is given as `list`: a page of one long list of an entity.
#[derive(Debug, Serialize)]
pub struct ListPage {
    /// `mentions`, `said`, `about` or `dates`.
    pub name: &'static str,
    /// 1-based number among the list's pages.
    pub number: usize,
    /// The addresses of all pages of the list.
    urls: Vec<String>,
    entity: EntityCard,
    count: usize,
    items: Vec<Value>,
}

impl ListPage {
    /// Path relative to the site.
    pub fn path(&self, id: &str) -> String {
        list_path(id, self.name, self.number)
    }

    /// Which of the list's pages this is, in words.
    pub fn place(&self, view: &View<'_>) -> String {
        view.locale.text_with("list-page", &[("page", self.number.into()), ("pages", self.urls.len().into())])
    }
}

/// The view of an entity (an index in the dossier), and the further pages of its long lists.
pub fn view(view: &View<'_>, index: usize) -> (EntityView, Vec<ListPage>) {
    let entity = &view.dossier.entities[index];
    let card = view.entity_card(index);
    let mut pages = Vec::new();
    let mut listed = |name: &'static str, parts: Parts| {
        let urls: Vec<String> =
            (1..=parts.pages.len()).map(|number| view.links.to(&list_path(&entity.id, name, number))).collect();
        pages.extend(parts.pages.into_iter().enumerate().map(|(page, items)| ListPage {
            name,
            number: page + 1,
            urls: urls.clone(),
            entity: card.clone(),
            count: parts.list.count(),
            items,
        }));
        parts.list
    };
    let address = |name: &str| view.links.to(&list_path(&entity.id, name, 1));
    let said = quotes::quotes(view, view.occurrences.said(index), index);
    let about = quotes::quotes(view, view.occurrences.about(index), index);
    let said = listed("said", part(&said, |_| 1, &address("said")));
    let about = listed("about", part(&about, |_| 1, &address("about")));
    let dates = listed("dates", part(&events(view, entity), |_| 1, &address("dates")));
    let mentions = mentions::mentions(view, index, entity);
    let mentions = listed("mentions", part(&mentions, SourceMentions::len, &address("mentions")));
    let shown = EntityView {
        mention_count: entity.mentions.iter().filter(|mention| view.place_of(mention.source).is_some()).count(),
        source_count: view.sources_of(index).len(),
        period: period(view, index),
        roles: roles::roles(view, entity),
        forms: names::forms(view, entity),
        joins: names::joins(view, entity),
        doubts: names::doubts(view, entity),
        place: place::place(view, index, entity),
        standing: standing(view, entity),
        companions: companions::companions(view, entity),
        said,
        about,
        dates,
        mentions,
        card,
    };
    (shown, pages)
}

/// The path of a page of one of an entity's lists, relative to the site.
fn list_path(id: &str, name: &str, number: usize) -> String {
    if number == 1 { format!("entities/{id}/{name}/") } else { format!("entities/{id}/{name}/{number}/") }
}

/// The days on which the sources that name the entity were published, first to last.
fn period(view: &View<'_>, index: usize) -> Option<String> {
    let published = view.sources_of(index).iter().filter_map(|&source| view.page_of(source)?.published);
    let days: Vec<Day> = published.map(|moment| moment.day).filter(|day| day.year.is_some()).collect();
    Some(view.locale.period(*days.iter().min()?, *days.iter().max()?, Precision::Range))
}

/// The places that stand for the entity in some sentences: a capital for its country.
fn standing(view: &View<'_>, entity: &Entity) -> Vec<StandingView> {
    let Some(key) = entity.reference.as_deref() else { return Vec::new() };
    view.occurrences
        .standing_for(key)
        .map(|(place, places)| StandingView {
            entity: view.entity_card(place),
            passages: Passages::new(view, places.to_vec(), STANDING),
        })
        .collect()
}

/// The dated events whose sentences name the entity, oldest first.
fn events(view: &View<'_>, entity: &Entity) -> Vec<EventView> {
    let places = entity.mentions.iter().map(|mention| (mention.source, mention.sentence));
    let events: BTreeSet<usize> =
        places.flat_map(|(source, sentence)| view.events_of(source, sentence)).copied().collect();
    events.into_iter().filter_map(|event| event_view(view, &view.dossier.merged[event], None)).collect()
}
