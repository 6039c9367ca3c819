//! Dated events, as their sources report them. What is only denied, or said under a condition, is none.

use serde_json::{Value, json};

use super::{Crumbs, article_id, object, own_page, put};
use crate::analysis::EventStatus;
use crate::calendar::{Day, Precision};
use crate::content::SourcePage;
use crate::site::feed::absolute;
use crate::site::view::View;

/// Events of one page, the first or the latest ones.
const MOST: usize = 40;

/// A page of the timeline; the first one has the latest events.
pub fn timeline(view: &View<'_>, path: &str, name: &str, crumbs: Crumbs<'_>) -> Vec<Value> {
    let mut nodes = vec![Value::Object(own_page(view, "CollectionPage", path, name, crumbs))];
    if path != "timeline/" {
        return nodes;
    }
    let latest = view.dossier.merged.iter().rev().filter_map(|event| {
        let reports = event.reports.iter().map(|&report| &view.dossier.events[report]);
        let published: Vec<_> = reports
            .filter(|report| report.source < view.dossier.sources.len() && view.page_of(report.source).is_some())
            .collect();
        let first = published.first()?;
        // Where one source denies what another reports, nothing is said of it here.
        if published.iter().any(|report| report.status != first.status) {
            return None;
        }
        let claims = published.iter().filter_map(|report| {
            let page = view.page_of(report.source)?;
            let sentence = view.source_of(page).analysis.sentences.get(report.sentence)?;
            let link = link(view, page, &sentence.anchor());
            Some(json!({"@type": "Claim", "@id": link, "url": link, "appearance": {"@id": article_id(view, page)}}))
        });
        let page = view.page_of(first.source)?;
        let place = (page, first.sentence);
        event_value(view, place, (first.from, first.to, first.precision), first.status, claims.collect())
    });
    nodes.extend(latest.take(MOST));
    nodes
}

/// The events that a source reports, in the order of its text.
pub fn of_source(view: &View<'_>, page: &SourcePage) -> Vec<Value> {
    let article = json!({"@id": article_id(view, page)});
    let events = view.source_of(page).analysis.events.iter().filter_map(|event| {
        let days = (event.from, event.to, event.precision);
        event_value(view, (page, event.sentence), days, event.status, article.clone())
    });
    events.take(MOST).collect()
}

fn event_value(
    view: &View<'_>,
    (page, sentence): (&SourcePage, usize),
    (from, to, precision): (Day, Day, Precision),
    status: EventStatus,
    subject_of: Value,
) -> Option<Value> {
    let scheduled = match status {
        EventStatus::Happened => None,
        EventStatus::Planned => Some("https://schema.org/EventScheduled"),
        EventStatus::Denied | EventStatus::Conditional => return None,
    };
    let analysis = &view.source_of(page).analysis;
    let found = analysis.sentences.get(sentence)?;
    let mut event = object(&[("@type", "Event"), ("name", found.span.of(&analysis.article.text))]);
    put(&mut event, "startDate", Some(date(from, precision)?));
    put(&mut event, "endDate", (to != from).then(|| date(to, precision)).flatten());
    put(&mut event, "eventStatus", scheduled);
    put(&mut event, "url", Some(link(view, page, &found.anchor())));
    put(&mut event, "subjectOf", Some(subject_of));
    Some(Value::Object(event))
}

/// The day as exactly as it is known: ISO 8601, reduced where the text names no day.
fn date(day: Day, precision: Precision) -> Option<String> {
    let date = day.date()?;
    Some(match precision {
        Precision::Year | Precision::Decade | Precision::Century => format!("{:04}", date.year()),
        Precision::Month | Precision::Quarter | Precision::HalfYear | Precision::Season => {
            format!("{:04}-{:02}", date.year(), date.month())
        }
        _ => date.to_string(),
    })
}

fn link(view: &View<'_>, page: &SourcePage, anchor: &str) -> String {
    format!("{}#{anchor}", absolute(view, &format!("sources/{}/", page.slug)))
}
