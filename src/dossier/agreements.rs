//! What several sources say.
//!
//! A key sentence of one source is looked for in the sources related to it. Only a sentence that shares
//! most of its words and names says the same; everything less is left to the reader.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::model::{Agreement, Claim, Conflict, MergedEvent, Related, TimelineEvent};
use super::wording::{Said, Wording};
use crate::analysis::{Analysis, EventStatus};

/// How much of two sentences must be shared for them to say the same.
const SAME: f64 = 0.55;
/// Below this part of shared words two sentences are not compared further.
const COMPARABLE: f64 = 0.22;

/// Every agreement, the most widely shared first. `reports` come with the events that they tell of.
pub fn agreements(
    analyses: &[Analysis],
    related: &[Vec<Related>],
    (reports, merged): (&[TimelineEvent], &[MergedEvent]),
    conflicts: &[Conflict],
    wording: &Wording<'_>,
) -> Vec<Agreement> {
    let disputed: BTreeSet<(usize, usize)> =
        conflicts.iter().flat_map(|conflict| &conflict.claims).map(|claim| (claim.source, claim.sentence)).collect();
    let mut found: Vec<(usize, Vec<Claim>)> = merged.iter().filter_map(|event| of_event(reports, event)).collect();
    let of_keys: Vec<Vec<(usize, Vec<Claim>)>> = (0..analyses.len())
        .into_par_iter()
        .map(|source| of_source(analyses, source, &related[source], wording))
        .collect();
    found.extend(of_keys.into_iter().flatten());
    found.retain(|(_, claims)| claims.iter().all(|claim| !disputed.contains(&(claim.source, claim.sentence))));
    // What more sources say comes first; of equals, what matters more in one of them.
    found.sort_by_key(|(rank, claims)| (std::cmp::Reverse(claims.len()), *rank, claims.clone()));
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut agreements = Vec::new();
    for (_, claims) in found {
        let places = || claims.iter().map(|claim| (claim.source, claim.sentence));
        if places().any(|place| told.contains(&place)) {
            continue;
        }
        told.extend(places());
        agreements.push(Agreement { verbatim: is_verbatim(analyses, &claims), claims });
    }
    agreements
}

/// An event that several sources report as having happened or as planned, each in its own words.
fn of_event(reports: &[TimelineEvent], event: &MergedEvent) -> Option<(usize, Vec<Claim>)> {
    let first = reports[event.reports[0]].status;
    let agreed = matches!(first, EventStatus::Happened | EventStatus::Planned)
        && event.disputes.is_empty()
        && event.reports.iter().all(|&index| reports[index].status == first);
    let claims = event.reports.iter().map(|&index| Claim {
        source: reports[index].source,
        sentence: reports[index].sentence,
        words: None,
    });
    let claims = one_for_each_source(claims.collect());
    (agreed && claims.len() > 1).then_some((1, claims))
}

fn one_for_each_source(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by_key(|claim| claim.source);
    claims.dedup_by_key(|claim| claim.source);
    claims
}

/// The key sentences of a source that related sources say too, each with its rank.
fn of_source(
    analyses: &[Analysis],
    source: usize,
    related: &[Related],
    wording: &Wording<'_>,
) -> Vec<(usize, Vec<Claim>)> {
    let others: Vec<(usize, Vec<Said>)> = related
        .iter()
        .map(|related| {
            let sentences = 0..analyses[related.source].sentences.len();
            (related.source, sentences.map(|sentence| wording.said(related.source, sentence)).collect())
        })
        .collect();
    let keys = analyses[source].summary.iter().filter_map(|key| {
        let said = wording.said(source, key.sentence);
        let mut claims = vec![Claim { source, sentence: key.sentence, words: None }];
        claims.extend(others.iter().filter_map(|(other, sentences)| {
            let (sentence, _) = sentences
                .iter()
                .enumerate()
                .filter_map(|(sentence, theirs)| Some((sentence, sameness(&said, theirs, wording)?)))
                .filter(|(_, sameness)| *sameness >= SAME)
                .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
            Some(Claim { source: *other, sentence, words: None })
        }));
        claims.sort_unstable();
        (claims.len() > 1).then_some((key.rank, claims))
    });
    keys.collect()
}

/// How much two sentences say the same, from 0 to 1; `None` where they can't.
fn sameness(a: &Said, b: &Said, wording: &Wording<'_>) -> Option<f64> {
    let likeness = wording.likeness(a, b);
    if likeness.words < COMPARABLE || likeness.shared_words < 2 || wording.figures_differ(a, b) {
        return None;
    }
    // Sentences without names can only agree in their words.
    let names = if a.entities.is_empty() && b.entities.is_empty() { likeness.words } else { likeness.names };
    let sameness = 0.6 * likeness.words + 0.25 * names + 0.15 * wording.meaning(a, b);
    (likeness.shared_names > 0.0 || likeness.words > 0.6).then_some(sameness)
}

/// Whether all claims are the same words.
fn is_verbatim(analyses: &[Analysis], claims: &[Claim]) -> bool {
    let words = |claim: &Claim| {
        let analysis = &analyses[claim.source];
        let sentence = analysis.sentences[claim.sentence].span.of(&analysis.article.text);
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>()
    };
    claims.windows(2).all(|pair| words(&pair[0]) == words(&pair[1]))
}
