//! What a page of the timeline can be filtered by.

use std::collections::BTreeMap;

use serde::Serialize;

use super::periods::Year;
use crate::site::view::View;

/// How many entities the filter offers.
const OFFERED: usize = 80;

/// Something to filter by.
#[derive(Debug, Serialize)]
pub struct Choice {
    id: String,
    name: String,
    count: usize,
}

/// The sources of these events, in the site's order.
pub fn sources(view: &View<'_>, years: &[Year<'_>]) -> Vec<Choice> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for event in years.iter().flat_map(|year| &year.events) {
        let mut sources: Vec<usize> = event.reports.iter().map(|&report| view.dossier.events[report].source).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.into_iter().for_each(|source| *counts.entry(source).or_default() += 1);
    }
    let mut places: Vec<(usize, usize)> =
        counts.into_iter().filter_map(|(source, count)| Some((view.place_of(source)?, count))).collect();
    places.sort_unstable();
    let choice = |(place, count): (usize, usize)| {
        let page = view.pages[place];
        let by = page.outlet.clone().unwrap_or_else(|| view.title(page));
        let name = page.published.map_or_else(|| by.clone(), |moment| format!("{by}, {}", view.locale.day(moment.day)));
        Choice { id: page.slug.clone(), name, count }
    };
    places.into_iter().map(choice).collect()
}

/// The entities that these events name most often.
pub fn entities(view: &View<'_>, years: &[Year<'_>]) -> Vec<Choice> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for event in years.iter().flat_map(|year| &year.events) {
        let reports: Vec<_> = event.reports.iter().map(|&report| &view.dossier.events[report]).collect();
        super::entities(view, &reports).into_iter().for_each(|entity| *counts.entry(entity).or_default() += 1);
    }
    let mut counted: Vec<(usize, usize)> = counts.into_iter().collect();
    counted.sort_by_key(|&(entity, count)| (std::cmp::Reverse(count), entity));
    counted.truncate(OFFERED);
    let choice = |(entity, count): (usize, usize)| {
        let entity = &view.dossier.entities[entity];
        Choice { id: entity.id.clone(), name: entity.name.clone(), count }
    };
    let mut choices: Vec<Choice> = counted.into_iter().map(choice).collect();
    choices.sort_by_cached_key(|choice| view.locale.sort_key(&choice.name));
    choices
}
