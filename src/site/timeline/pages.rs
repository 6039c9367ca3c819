//! The timeline's pages: one, or one for each year (and month) of a large dossier.

use serde::Serialize;

use super::choices::{Choice, entities, sources};
use super::density::{Density, density};
use super::periods::{ONE_PAGE, Year, anchor, month_label, month_of, month_path, parts, year_label, year_path, years};
use super::{EventView, filtered_view};
use crate::dossier::MergedEvent;
use crate::site::view::View;

/// A year with more events than this is parted into months.
const WITHOUT_MONTHS: usize = 12;

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

/// A page of the timeline, by what it shows.
#[derive(Debug, Clone, Copy)]
pub enum Period {
    /// The first page: everything, or the years to choose from.
    Whole,
    /// A year, by its place among the years.
    Year(usize),
    /// A month of such a year, by its place in it.
    Month(usize, usize),
}

/// The published events by year, and the pages that show them.
pub struct Timeline<'v> {
    view: &'v View<'v>,
    years: Vec<Year<'v>>,
    /// A link to each year.
    links: Vec<YearLink>,
    /// How many events there are.
    total: usize,
    /// Whether each year has a page.
    split: bool,
}

impl<'v> Timeline<'v> {
    /// The timeline of a dossier.
    pub fn new(view: &'v View<'v>) -> Self {
        let years = years(view);
        let total: usize = years.iter().map(|year| year.events.len()).sum();
        let split = total > ONE_PAGE;
        let link = |year: &Year<'_>| YearLink {
            label: year_label(view, year.year),
            url: if split { view.links.to(&year_path(year.year)) } else { format!("#{}", anchor(year.year)) },
            count: year.events.len(),
            months: if split { month_links(view, year) } else { Vec::new() },
        };
        let links = years.iter().map(link).collect();
        Self { view, years, links, total, split }
    }

    /// Every page, the first one first.
    pub fn periods(&self) -> Vec<Period> {
        let mut periods = vec![Period::Whole];
        for (at, year) in self.years.iter().enumerate().filter(|_| self.split) {
            periods.push(Period::Year(at));
            periods.extend((0..parts(year).len()).map(|month| Period::Month(at, month)));
        }
        periods
    }

    /// Draws a page: one of thousands of events is large, so that there should be few at a time.
    pub fn page(&self, period: Period) -> TimelinePage {
        match period {
            Period::Whole => self.whole(),
            Period::Year(at) => self.year(at),
            Period::Month(at, month) => self.month(at, month),
        }
    }

    fn whole(&self) -> TimelinePage {
        let all: Vec<&MergedEvent> = self.years.iter().flat_map(|year| year.events.clone()).collect();
        let density = density(self.view, &all, |year| {
            if self.split { self.view.links.to(&year_path(Some(year))) } else { format!("#{}", anchor(Some(year))) }
        });
        let shown = if self.split { &[] } else { self.years.as_slice() };
        TimelinePage {
            path: "timeline/".to_owned(),
            density,
            years: if self.links.len() > 1 || self.split { self.links.clone() } else { Vec::new() },
            ..self.showing(shown)
        }
    }

    fn year(&self, at: usize) -> TimelinePage {
        let year = &self.years[at];
        let has_months = !parts(year).is_empty();
        TimelinePage {
            path: year_path(year.year),
            label: Some(year_label(self.view, year.year)),
            years: month_links(self.view, year),
            older: neighbour(&self.links, at.checked_sub(1)),
            newer: neighbour(&self.links, Some(at + 1)),
            ..self.showing(if has_months { &[] } else { std::slice::from_ref(year) })
        }
    }

    fn month(&self, at: usize, place: usize) -> TimelinePage {
        let year = &self.years[at];
        let (month, part) = parts(year).swap_remove(place);
        let months = month_links(self.view, year);
        TimelinePage {
            path: month_path(year.year, month),
            label: Some(month_label(self.view, month, year.year)),
            older: neighbour(&months, place.checked_sub(1)),
            newer: neighbour(&months, Some(place + 1)),
            ..self.showing(&[part])
        }
    }

    /// A page with the events of `years`, and nothing round them.
    fn showing(&self, years: &[Year<'_>]) -> TimelinePage {
        TimelinePage {
            path: String::new(),
            label: None,
            total: self.total,
            density: None,
            years: Vec::new(),
            sections: years.iter().map(|year| section(self.view, year)).collect(),
            entities: entities(self.view, years),
            sources: sources(self.view, years),
            newer: None,
            older: None,
        }
    }
}

fn neighbour(links: &[YearLink], at: Option<usize>) -> Option<YearLink> {
    links.get(at?).cloned()
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
