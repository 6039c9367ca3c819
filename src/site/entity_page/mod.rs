//! The pages of one entity: who it is by its sources, how it is written, what it says and what is said
//! of it, when, beside whom, and every sentence that names it.

mod companions;
mod lists;
mod long_list;
mod mentions;
mod names;
mod place;
mod quotes;
mod roles;

pub use companions::together;
pub use lists::Lists;
use serde::Serialize;

use self::companions::CompanionView;
use self::long_list::LongList;
use self::mentions::SourceMentions;
use self::names::{DoubtView, FormView};
use self::place::WhereView;
use self::quotes::QuotedView;
use self::roles::RoleView;
use super::passages::Passages;
use super::timeline::EventView;
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
    said: LongList<QuotedView>,
    about: LongList<QuotedView>,
    dates: LongList<EventView>,
    mentions: LongList<SourceMentions>,
}

/// A place that stands for the entity, and where it does.
#[derive(Debug, Serialize)]
struct StandingView {
    entity: EntityCard,
    passages: Passages,
}

/// The view of the entity whose lists these are.
pub fn view(lists: &Lists<'_>) -> EntityView {
    let Lists { view, index, .. } = *lists;
    let entity = &view.dossier.entities[index];
    EntityView {
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
        said: lists.said(),
        about: lists.about(),
        dates: lists.dates(),
        mentions: lists.mentions(),
        card: view.entity_card(index),
    }
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
