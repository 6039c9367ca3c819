//! The dated events of all sources, by year and month.

use serde::Serialize;

use super::text::{self, Names};
use super::view::{SourceCard, View, lang};
use crate::analysis::EventStatus;
use crate::calendar::Precision;
use crate::dossier::{Source, TimelineEvent};

/// An event, as lists of events show it.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// Its days in words.
    when: String,
    /// For `<time datetime>`.
    datetime: String,
    /// The sentence that reports it.
    html: String,
    lang: String,
    /// Where the sentence stands.
    url: String,
    /// What the sentence says of the event, when not that it happened: a key of the interface's texts.
    status: Option<&'static str>,
    source: SourceCard,
}

/// The events of one year, or of no known year.
#[derive(Debug, Serialize)]
pub struct YearView {
    /// The year, as a heading.
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

/// The view of one event, when its source is published.
pub fn event_view(view: &View<'_>, event: &TimelineEvent) -> Option<EventView> {
    let page = view.page_of(event.source)?;
    let source = view.source_of(page);
    let sentence = source.analysis.sentences.get(event.sentence)?;
    Some(EventView {
        when: view.locale.period(event.from, event.to, event.precision),
        datetime: datetime(event),
        html: text::sentence(view, source, event.sentence, Names::Linked),
        lang: lang(&source.analysis.language),
        url: view.links.anchor(&page.slug, &sentence.anchor()),
        status: status(source, event),
        source: view.source_card(page),
    })
}

/// A year with more events than this is parted into months.
const EVENTS_WITHOUT_MONTHS: usize = 12;

/// An event that is only announced, denied or conditional is never shown as one that happened.
fn status(source: &Source, event: &TimelineEvent) -> Option<&'static str> {
    let found = source.analysis.events.iter().find(|found| {
        (found.sentence, found.from, found.to, found.precision)
            == (event.sentence, event.from, event.to, event.precision)
    });
    match found?.status {
        EventStatus::Happened => None,
        EventStatus::Planned => Some("event-planned"),
        EventStatus::Denied => Some("event-denied"),
        EventStatus::Conditional => Some("event-conditional"),
    }
}

/// All events in the order in which they happened. Events of no known year stand last.
pub fn years(view: &View<'_>) -> Vec<YearView> {
    let mut years: Vec<(Option<i16>, YearView)> = Vec::new();
    for event in &view.dossier.events {
        let Some(shown) = event_view(view, event) else { continue };
        let year = event.from.year;
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year, empty_year(view, year)));
        }
        let (_, year) = years.last_mut().expect("one was just made sure of");
        let label = month_of(event).map(|month| view.locale.month_name(month));
        if year.months.last().is_none_or(|month| month.label != label) {
            year.months.push(MonthView { label, events: Vec::new() });
        }
        year.months.last_mut().expect("one was just made sure of").events.push(shown);
        year.count += 1;
    }
    // Days without a year sort before all others; a reader looks for them behind.
    years.sort_by_key(|(year, _)| (year.is_none(), *year));
    years.into_iter().map(|(_, year)| with_few_headings(year)).collect()
}

/// A short year is read at a glance: headings for its months would only stretch it.
fn with_few_headings(mut year: YearView) -> YearView {
    if year.count <= EVENTS_WITHOUT_MONTHS {
        let events = year.months.into_iter().flat_map(|month| month.events).collect();
        year.months = vec![MonthView { label: None, events }];
    }
    year
}

fn empty_year(view: &View<'_>, year: Option<i16>) -> YearView {
    let label = year.map_or_else(|| view.locale.text("timeline-no-year"), |year| year.to_string());
    let anchor = year.map_or_else(|| "y-none".to_owned(), |year| format!("y{year}"));
    YearView { label, anchor, count: 0, months: Vec::new() }
}

/// The month that an event belongs to: none when its days do not lie in one.
fn month_of(event: &TimelineEvent) -> Option<i8> {
    let fine = event.precision <= Precision::Month;
    (fine && (event.from.year, event.from.month) == (event.to.year, event.to.month)).then_some(event.from.month)
}

/// The first day; only its year or month, where no more is known. HTML has no notation for periods.
fn datetime(event: &TimelineEvent) -> String {
    let day = event.from;
    match (event.precision, day.year) {
        (_, None) => format!("{:02}-{:02}", day.month, day.day),
        (Precision::Month, Some(year)) => format!("{year:04}-{:02}", day.month),
        (Precision::Year, Some(year)) => format!("{year:04}"),
        _ => day.to_string(),
    }
}
