//! The dated events of all sources, in order of time.

use super::model::TimelineEvent;
use crate::analysis::Analysis;

/// Every event, oldest first; those whose year nobody gives come last, as they fit nowhere.
pub fn timeline(analyses: &[Analysis]) -> Vec<TimelineEvent> {
    let mut events: Vec<TimelineEvent> = analyses
        .iter()
        .enumerate()
        .flat_map(|(source, analysis)| {
            analysis.events.iter().map(move |event| TimelineEvent {
                from: event.from,
                to: event.to,
                precision: event.precision,
                source,
                sentence: event.sentence,
            })
        })
        .collect();
    events.sort_by_key(|event| (event.from.year.is_none(), event.from, event.to, event.source, event.sentence));
    events
}
