//! The timeline's pages: one, or one for each year (and month) of a large dossier.

use std::collections::BTreeMap;

use serde::Serialize;

use super::density::{Density, density};
use super::{EventView, filtered_view};
use crate::calendar::Precision;
use crate::dossier::MergedEvent;
use crate::site::view::View;

/// A dossier with more events than this has a page for each year; a year with more, one for each month.
const ONE_PAGE: usize = 400;
/// A year with more events than this is parted into months.
const WITHOUT_MONTHS: usize = 12;
/// How many entities the filter offers.
const OFFERED: usize = 80;

/// What the template `timeline.html` is given as `timeline`.
#[derive(Debug, Serialize)]
pub struct TimelinePage {
    /// Its path relative to the site.
    #[serde(skip)]
    pub path: String,
    /// The period it shows; none on the first page.
    pub label: Option<String>,
    /// How many events the whole timeline has.
    total: usize,
    density: Option<Density>,
    /// The years, with where to find each; on the page of a year, its months.
    years: Vec<YearLink>,
    /// The periods whose events this page shows.
    sections: Vec<Section>,
    /// What the filter offers: of each, its id, its name, how many of this page's events have it.
    entities: Vec<Choice>,
    sources: Vec<Choice>,
    newer: Option<YearLink>,
    older: Option<YearLink>,
}

/// A link to a period.
#[derive(Debug, Clone, Serialize)]
struct YearLink {
    label: String,
    url: String,
    count: usize,
    /// The months of a year that has a page for each.
    months: Vec<YearLink>,
}

/// The events of one year, or of no known year.
#[derive(Debug, Serialize)]
struct Section {
    label: String,
    /// The id of the heading.
    anchor: String,
    count: usize,
    months: Vec<MonthView>,
}

/// The events of one month, or those that say no month.
#[derive(Debug, Serialize)]
struct MonthView {
    label: Option<String>,
    events: Vec<EventView>,
}

/// Something to filter by.
#[derive(Debug, Serialize)]
struct Choice {
    id: String,
    name: String,
    count: usize,
}

/// The events of one year.
struct Year<'v> {
    year: Option<i16>,
    events: Vec<&'v MergedEvent>,
}

/// Every page of the timeline, the first one first.
pub fn pages(view: &View<'_>) -> Vec<TimelinePage> {
    let years = years(view);
    let total: usize = years.iter().map(|year| year.events.len()).sum();
    let split = total > ONE_PAGE;
    let link = |year: &Year<'_>| YearLink {
        label: year_label(view, year.year),
        url: if split { view.links.to(&year_path(year.year)) } else { format!("#{}", anchor(year.year)) },
        count: year.events.len(),
        months: if split { month_links(view, year) } else { Vec::new() },
    };
    let links: Vec<YearLink> = years.iter().map(link).collect();
    let first = TimelinePage {
        path: "timeline/".to_owned(),
        label: None,
        total,
        density: density(view, &years.iter().flat_map(|year| year.events.clone()).collect::<Vec<_>>(), |year| {
            if split { view.links.to(&year_path(Some(year))) } else { format!("#{}", anchor(Some(year))) }
        }),
        years: if links.len() > 1 || split { links.clone() } else { Vec::new() },
        sections: if split { Vec::new() } else { years.iter().map(|year| section(view, year)).collect() },
        entities: if split { Vec::new() } else { entities(view, &years) },
        sources: if split { Vec::new() } else { sources(view, &years) },
        newer: None,
        older: None,
    };
    let mut pages = vec![first];
    if split {
        for (at, year) in years.iter().enumerate() {
            let parts = parts(year);
            let neighbour = |at: Option<usize>| at.and_then(|at| links.get(at)).cloned();
            let months = month_links(view, year);
            let own = std::slice::from_ref(year);
            pages.push(TimelinePage {
                path: year_path(year.year),
                label: Some(year_label(view, year.year)),
                total,
                density: None,
                years: months.clone(),
                sections: if parts.is_empty() { vec![section(view, year)] } else { Vec::new() },
                entities: if parts.is_empty() { entities(view, own) } else { Vec::new() },
                sources: if parts.is_empty() { sources(view, own) } else { Vec::new() },
                older: neighbour(at.checked_sub(1)),
                newer: neighbour(Some(at + 1)),
            });
            for (at, (month, part)) in parts.iter().enumerate() {
                let own = std::slice::from_ref(part);
                pages.push(TimelinePage {
                    path: month_path(year.year, *month),
                    label: Some(month_label(view, *month, year.year)),
                    total,
                    density: None,
                    years: Vec::new(),
                    sections: vec![section(view, part)],
                    entities: entities(view, own),
                    sources: sources(view, own),
                    older: at.checked_sub(1).and_then(|at| months.get(at)).cloned(),
                    newer: months.get(at + 1).cloned(),
                });
            }
        }
    }
    pages
}

/// The published events by year, in the order in which they happened; those of no known year last.
fn years<'v>(view: &View<'v>) -> Vec<Year<'v>> {
    let mut years: Vec<Year<'v>> = Vec::new();
    let shown = |event: &&MergedEvent| {
        event.reports.iter().any(|&report| view.page_of(view.dossier.events[report].source).is_some())
    };
    for event in view.dossier.merged.iter().filter(shown) {
        match years.iter_mut().rev().find(|year| year.year == event.from.year) {
            Some(year) => year.events.push(event),
            None => years.push(Year { year: event.from.year, events: vec![event] }),
        }
    }
    years.sort_by_key(|year| (year.year.is_none(), year.year));
    years
}

/// The months of a year that has a page for each of them; none of other years.
fn parts<'v>(year: &Year<'v>) -> Vec<(i8, Year<'v>)> {
    if year.events.len() > ONE_PAGE { months(year) } else { Vec::new() }
}

fn month_links(view: &View<'_>, year: &Year<'_>) -> Vec<YearLink> {
    let link = |(month, part): (i8, Year<'_>)| YearLink {
        label: month_label(view, month, year.year),
        url: view.links.to(&month_path(year.year, month)),
        count: part.events.len(),
        months: Vec::new(),
    };
    parts(year).into_iter().map(link).collect()
}

/// The months of a year; 0 stands for what names no month.
fn months<'v>(year: &Year<'v>) -> Vec<(i8, Year<'v>)> {
    let mut months: BTreeMap<i8, Vec<&'v MergedEvent>> = BTreeMap::new();
    for &event in &year.events {
        months.entry(month_of(event).unwrap_or(0)).or_default().push(event);
    }
    months.into_iter().map(|(month, events)| (month, Year { year: year.year, events })).collect()
}

fn section(view: &View<'_>, year: &Year<'_>) -> Section {
    let mut months: Vec<MonthView> = Vec::new();
    for event in &year.events {
        let Some(shown) = filtered_view(view, event) else { continue };
        let label = month_of(event).map(|month| view.locale.month_name(month));
        // A short year is read at a glance: headings for its months would only stretch it.
        let label = label.filter(|_| year.events.len() > WITHOUT_MONTHS);
        match months.last_mut().filter(|month| month.label == label) {
            Some(month) => month.events.push(shown),
            None => months.push(MonthView { label, events: vec![shown] }),
        }
    }
    Section { label: year_label(view, year.year), anchor: anchor(year.year), count: year.events.len(), months }
}

/// The month that an event belongs to: none when its days do not lie in one.
fn month_of(event: &MergedEvent) -> Option<i8> {
    let fine = event.precision <= Precision::Month;
    (fine && (event.from.year, event.from.month) == (event.to.year, event.to.month)).then_some(event.from.month)
}

fn year_label(view: &View<'_>, year: Option<i16>) -> String {
    year.map_or_else(|| view.locale.text("timeline-no-year"), |year| year.to_string())
}

fn month_label(view: &View<'_>, month: i8, year: Option<i16>) -> String {
    let year = year_label(view, year);
    if month == 0 { year } else { format!("{} {year}", view.locale.month_name(month)) }
}

fn anchor(year: Option<i16>) -> String {
    year.map_or_else(|| "y-none".to_owned(), |year| format!("y{year}"))
}

fn year_path(year: Option<i16>) -> String {
    year.map_or_else(|| "timeline/undated/".to_owned(), |year| format!("timeline/{year}/"))
}

fn month_path(year: Option<i16>, month: i8) -> String {
    format!("{}{month:02}/", year_path(year))
}

/// The sources of these events, in the site's order.
fn sources(view: &View<'_>, years: &[Year<'_>]) -> Vec<Choice> {
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
fn entities(view: &View<'_>, years: &[Year<'_>]) -> Vec<Choice> {
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
