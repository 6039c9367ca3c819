//! The events of a timeline by year and month, and where the pages of these stand.

use std::collections::BTreeMap;

use crate::calendar::Precision;
use crate::dossier::MergedEvent;
use crate::site::view::View;

/// A dossier with more events than this has a page for each year; a year with more, one for each month.
pub const ONE_PAGE: usize = 400;

/// The events of one year.
pub struct Year<'v> {
    /// The year; none is known of some events.
    pub year: Option<i16>,
    /// Its events, in the order in which they happened.
    pub events: Vec<&'v MergedEvent>,
}

/// The published events by year, in the order in which they happened; those of no known year last.
pub fn years<'v>(view: &View<'v>) -> Vec<Year<'v>> {
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
pub fn parts<'v>(year: &Year<'v>) -> Vec<(i8, Year<'v>)> {
    if year.events.len() > ONE_PAGE { months(year) } else { Vec::new() }
}

/// The months of a year; 0 stands for what names no month.
fn months<'v>(year: &Year<'v>) -> Vec<(i8, Year<'v>)> {
    let mut months: BTreeMap<i8, Vec<&'v MergedEvent>> = BTreeMap::new();
    for &event in &year.events {
        months.entry(month_of(event).unwrap_or(0)).or_default().push(event);
    }
    months.into_iter().map(|(month, events)| (month, Year { year: year.year, events })).collect()
}

/// The month that an event belongs to: none when its days do not lie in one.
pub fn month_of(event: &MergedEvent) -> Option<i8> {
    let fine = event.precision <= Precision::Month;
    (fine && (event.from.year, event.from.month) == (event.to.year, event.to.month)).then_some(event.from.month)
}

/// A year in words.
pub fn year_label(view: &View<'_>, year: Option<i16>) -> String {
    year.map_or_else(|| view.locale.text("timeline-no-year"), |year| year.to_string())
}

/// A month (0 for none) with its year, in words.
pub fn month_label(view: &View<'_>, month: i8, year: Option<i16>) -> String {
    let year = year_label(view, year);
    if month == 0 { year } else { format!("{} {year}", view.locale.month_name(month)) }
}

/// The id of a year's heading.
pub fn anchor(year: Option<i16>) -> String {
    year.map_or_else(|| "y-none".to_owned(), |year| format!("y{year}"))
}

/// The path of a year's page, relative to the site.
pub fn year_path(year: Option<i16>) -> String {
    year.map_or_else(|| "timeline/undated/".to_owned(), |year| format!("timeline/{year}/"))
}

/// The path of a month's page, relative to the site.
pub fn month_path(year: Option<i16>, month: i8) -> String {
    format!("{}{month:02}/", year_path(year))
}
