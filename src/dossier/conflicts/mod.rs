//! Where sources disagree about the same thing.

mod amounts;
mod figures;

use super::model::{Claim, Conflict, Dispute, MergedEvent, TimelineEvent};
use super::wording::Wording;
use crate::analysis::Analysis;

/// Every conflict, those between more sources first.
pub fn conflicts(
    analyses: &[Analysis],
    (reports, merged): (&[TimelineEvent], &[MergedEvent]),
    wording: &Wording<'_>,
) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = merged.iter().flat_map(|event| of_event(reports, event)).collect();
    conflicts.extend(figures::conflicts(analyses, wording));
    conflicts.sort_by_cached_key(|conflict| {
        let mut sources: Vec<usize> = conflict.claims.iter().map(|claim| claim.source).collect();
        sources.dedup();
        (std::cmp::Reverse(sources.len()), conflict.claims.clone())
    });
    conflicts
}

/// What the reports of one event disagree about.
fn of_event(reports: &[TimelineEvent], event: &MergedEvent) -> Vec<Conflict> {
    let conflict = |about: &Dispute| {
        let mut claims: Vec<Claim> = event
            .reports
            .iter()
            .map(|&index| Claim { source: reports[index].source, sentence: reports[index].sentence, words: None })
            .collect();
        claims.sort_unstable();
        claims.dedup();
        Conflict { about: *about, claims }
    };
    event.disputes.iter().map(conflict).collect()
}
