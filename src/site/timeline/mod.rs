//! The dated events of all sources: one line for each, with every source's own words.

mod choices;
mod density;
mod pages;
mod periods;

use std::collections::BTreeSet;

use serde::Serialize;

use super::claims::{VoiceView, voice};
use super::occurrences::mentions_in;
use super::text::{self, Names};
use super::view::{SourceCard, View, lang};
use crate::analysis::EventStatus;
use crate::calendar::{Day, Precision};
use crate::dossier::{Dispute, Entity, MergedEvent, TimelineEvent};
pub use pages::Timeline;

/// An event, as lists of events show it.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// Its days in words.
    when: String,
    /// For `<time datetime>`.
    datetime: String,
    /// What all reports say of the event, when not that it happened: a key of the interface's texts.
    status: Option<&'static str>,
    /// What the reports disagree about, as keys of the interface's texts.
    disputes: Vec<&'static str>,
    /// What sources say, the most exact first; of many, the first few.
    reports: Vec<ReportView>,
    /// Where others say it.
    others: Vec<OtherReport>,
    /// How many say it beside all these.
    left: usize,
    /// How many sources report it.
    source_count: usize,
    /// Slugs of the sources, and ids of the entities named, each between spaces, where the list has a filter.
    source_slugs: Option<String>,
    entity_ids: Option<String>,
}

/// A report of an event that is only led to.
#[derive(Debug, Clone, Serialize)]
struct OtherReport {
    url: String,
    source: SourceCard,
}

/// Reports of one event that are shown in full: what fifty outlets print of a summit is read in five.
const MOST_REPORTS: usize = 5;
/// Reports that are led to beside these.
const MOST_OTHERS: usize = 40;

/// One source's report of an event.
#[derive(Debug, Clone, Serialize)]
struct ReportView {
    /// The sentence that reports it.
    html: String,
    lang: String,
    /// Where the sentence stands.
    url: String,
    /// Its days in words, where they differ from the event's.
    when: Option<String>,
    /// What it says of the event, where the reports differ in that.
    status: Option<&'static str>,
    voice: Option<VoiceView>,
    source: SourceCard,
    /// On the page of this source itself, which need not be named there: the 1-based number of the paragraph.
    own_paragraph: Option<usize>,
}

/// The view of one event, when one of its sources is published. What `own`, an index in the dossier's
/// sources, says of it is shown first.
pub fn event_view(view: &View<'_>, event: &MergedEvent, own: Option<usize>) -> Option<EventView> {
    let mut reports = published(view, event);
    let exact = *reports.first()?;
    reports.sort_by_key(|report| Some(report.source) != own);
    let all_alike = reports.iter().all(|report| report.status == exact.status);
    let when = |report: &TimelineEvent| view.locale.period(report.from, report.to, report.precision);
    let (first, rest) = reports.split_at(reports.len().min(MOST_REPORTS));
    let shown = first.iter().filter_map(|report| report_view(view, report, &when(exact), all_alike, own)).collect();
    let sources: BTreeSet<usize> = reports.iter().map(|report| report.source).collect();
    let dispute = |dispute: &Dispute| match dispute {
        Dispute::Date => "dispute-date",
        Dispute::Status => "dispute-status",
        Dispute::Figure => "dispute-figure",
    };
    Some(EventView {
        when: when(exact),
        datetime: datetime(exact.from, exact.precision),
        status: if all_alike { status(exact.status) } else { None },
        // A dispute among sources of which only one is published is none here.
        disputes: if sources.len() > 1 { event.disputes.iter().map(dispute).collect() } else { Vec::new() },
        reports: shown,
        others: rest.iter().take(MOST_OTHERS).filter_map(|report| other_report(view, report)).collect(),
        left: rest.len().saturating_sub(MOST_OTHERS),
        source_count: sources.len(),
        source_slugs: None,
        entity_ids: None,
    })
}

/// [`event_view`] for a list with a filter.
pub fn filtered_view(view: &View<'_>, event: &MergedEvent) -> Option<EventView> {
    let shown = event_view(view, event, None)?;
    let reports = published(view, event);
    let sources: BTreeSet<usize> = reports.iter().map(|report| report.source).collect();
    let slugs = sources.iter().filter_map(|&source| Some(view.page_of(source)?.slug.as_str()));
    let named = entities(view, &reports);
    let ids = named.into_iter().map(|entity| view.dossier.entities[entity].id.as_str());
    Some(EventView { source_slugs: Some(spaced(slugs)), entity_ids: Some(spaced(ids)), ..shown })
}

/// The reports of an event whose sources are published, the most exact first.
fn published<'v>(view: &View<'v>, event: &MergedEvent) -> Vec<&'v TimelineEvent> {
    let reports = event.reports.iter().map(|&index| &view.dossier.events[index]);
    reports.filter(|report| view.page_of(report.source).is_some()).collect()
}

fn other_report(view: &View<'_>, report: &TimelineEvent) -> Option<OtherReport> {
    let page = view.page_of(report.source)?;
    let sentence = view.source_of(page).analysis.sentences.get(report.sentence)?;
    Some(OtherReport { url: view.links.anchor(&page.slug, &sentence.anchor()), source: view.source_card(page) })
}

fn report_view(
    view: &View<'_>,
    report: &TimelineEvent,
    when: &str,
    all_alike: bool,
    own_source: Option<usize>,
) -> Option<ReportView> {
    let page = view.page_of(report.source)?;
    let source = view.source_of(page);
    let sentence = source.analysis.sentences.get(report.sentence)?;
    let own = view.locale.period(report.from, report.to, report.precision);
    Some(ReportView {
        html: text::sentence(view, source, report.sentence, Names::Linked),
        lang: lang(&source.analysis.language),
        url: view.links.anchor(&page.slug, &sentence.anchor()),
        when: (own != when).then_some(own),
        status: if all_alike { None } else { Some(status(report.status).unwrap_or("event-happened")) },
        voice: voice(view, source, report.sentence),
        source: view.source_card(page),
        own_paragraph: (own_source == Some(report.source)).then_some(sentence.paragraph + 1),
    })
}

/// The entities that the reports of an event name.
fn entities(view: &View<'_>, reports: &[&TimelineEvent]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for report in reports {
        let source = &view.dossier.sources[report.source];
        let Some(sentence) = source.analysis.sentences.get(report.sentence) else { continue };
        let inside = mentions_in(&source.analysis, sentence.span);
        found.extend(inside.filter_map(|mention| source.entity_of.get(source.analysis.mentions[mention].entity)));
    }
    found
}

fn spaced<'s>(words: impl Iterator<Item = &'s str>) -> String {
    let mut spaced = String::from(" ");
    words.for_each(|word| {
        spaced.push_str(word);
        spaced.push(' ');
    });
    spaced
}

/// An event that is only announced, denied or conditional is never shown as one that happened.
fn status(status: EventStatus) -> Option<&'static str> {
    match status {
        EventStatus::Happened => None,
        EventStatus::Planned => Some("event-planned"),
        EventStatus::Denied => Some("event-denied"),
        EventStatus::Conditional => Some("event-conditional"),
    }
}

/// The first day; only its year or month, where no more is known. HTML has no notation for periods.
fn datetime(day: Day, precision: Precision) -> String {
    match (precision, day.year) {
        (_, None) => format!("{:02}-{:02}", day.month, day.day),
        (Precision::Month, Some(year)) => format!("{year:04}-{:02}", day.month),
        (Precision::Year, Some(year)) => format!("{year:04}"),
        _ => day.to_string(),
    }
}

/// The events that a source (an index in the dossier) reports, oldest first.
pub fn of_source(view: &View<'_>, source: usize) -> Vec<EventView> {
    let sentences = 0..view.dossier.sources[source].analysis.sentences.len();
    let events: BTreeSet<usize> = sentences.flat_map(|sentence| view.events_of(source, sentence)).copied().collect();
    events.into_iter().filter_map(|event| event_view(view, &view.dossier.merged[event], Some(source))).collect()
}

/// The published events (indexes in [`crate::dossier::Dossier::merged`]) whose sentences name an entity, oldest first.
pub fn of_entity(view: &View<'_>, entity: &Entity) -> Vec<usize> {
    let places = entity.mentions.iter().map(|mention| (mention.source, mention.sentence));
    let events: BTreeSet<usize> =
        places.flat_map(|(source, sentence)| view.events_of(source, sentence)).copied().collect();
    events.into_iter().filter(|&event| !published(view, &view.dossier.merged[event]).is_empty()).collect()
}
