//! The dated events of all sources in order of time, and which of their reports tell of one event.
//!
//! Two reports are of one event when their days fit and they share who, where and in what words. Where
//! the evidence is weak they stay apart: two lines for one event are read at a glance, one line for two
//! events is false.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::model::{Dispute, MergedEvent, TimelineEvent};
use super::shared::Shared;
use super::wording::{Said, Wording};
use crate::analysis::{Analysis, EventStatus};
use crate::calendar::{Day, Precision};

/// The evidence from which two reports are of one event.
const SAME: f64 = 0.7;
/// Reports that share a time and a feature with more others than this are compared with none by it.
const WIDEST: usize = 120;
/// How many days apart two sources may put one event, where everything else says that it is one.
const NEAR: i32 = 3;

/// What it counts that one report says most of what the other says, and that the two are close in meaning.
const COVERED: f64 = 0.55;
const MEANING: f64 = 0.35;

/// Every report of an event, oldest first; those whose year nobody gives come last, as they fit nowhere.
pub fn reports(analyses: &[Analysis]) -> Vec<TimelineEvent> {
    let mut events: Vec<TimelineEvent> = analyses
        .iter()
        .enumerate()
        .flat_map(|(source, analysis)| {
            analysis.events.iter().map(move |event| TimelineEvent {
                from: event.from,
                to: event.to,
                precision: event.precision,
                status: event.status,
                source,
                sentence: event.sentence,
            })
        })
        .collect();
    events.sort_by_key(|event| (event.from.year.is_none(), event.from, event.to, event.source, event.sentence));
    events
}

/// The events that `reports` tell of, in the same order; every report belongs to exactly one.
pub fn merge(reports: &[TimelineEvent], wording: &Wording<'_>) -> Vec<MergedEvent> {
    let said: Vec<Said> = reports.iter().map(|report| wording.said(report.source, report.sentence)).collect();
    let mut alike: Vec<(f64, usize, usize)> = candidates(reports, &said, wording)
        .into_par_iter()
        .filter_map(|(a, b)| {
            let (a, b) = (a as usize, b as usize);
            Some((evidence((&reports[a], &said[a]), (&reports[b], &said[b]), wording, SAME)?, a, b))
        })
        .collect();
    alike.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));

    // The best pairs first; a group takes in another only when every report of it fits every other.
    let mut group_of: Vec<usize> = (0..reports.len()).collect();
    let mut groups: BTreeMap<usize, Vec<usize>> = (0..reports.len()).map(|index| (index, vec![index])).collect();
    let fits =
        |a: usize, b: usize| evidence((&reports[a], &said[a]), (&reports[b], &said[b]), wording, 0.6 * SAME).is_some();
    for (_, a, b) in alike {
        let (into, from) = (group_of[a].min(group_of[b]), group_of[a].max(group_of[b]));
        if into == from || !groups[&into].iter().all(|&a| groups[&from].iter().all(|&b| fits(a, b))) {
            continue;
        }
        let joined = groups.remove(&from).unwrap_or_default();
        joined.iter().for_each(|&report| group_of[report] = into);
        groups.entry(into).or_default().extend(joined);
    }
    let mut merged: Vec<MergedEvent> = groups.into_values().map(|group| event(reports, group)).collect();
    merged.sort_by_key(|event| (event.from.year.is_none(), event.from, event.to, event.reports[0]));
    merged
}

/// Pairs of reports that may be of one event: they name days that are near each other, or a period and a day in it,
/// and share a name or a telling word. What too many share in so short a time leads to no pair, so that their number
/// grows with that of the reports.
fn candidates(reports: &[TimelineEvent], said: &[Said], wording: &Wording<'_>) -> Vec<(u32, u32)> {
    let (mut by_days, mut by_month) = (Shared::default(), Shared::default());
    let undated = reports.iter().any(|report| report.from.year.is_none());
    for (index, report) in reports.iter().enumerate() {
        let features: Vec<u64> = said[index]
            .entities
            .iter()
            .map(|&entity| entity as u64 * 2)
            .chain(wording.telling_words(&said[index]).map(|word| u64::from(word) * 2 + 1))
            .collect();
        let note = |shared: &mut Shared, time: u64| {
            features.iter().for_each(|feature| shared.add(feature << 24 | time, index));
        };
        windows(report).into_iter().flatten().for_each(|window| note(&mut by_days, window));
        months(report, undated).into_iter().for_each(|month| note(&mut by_month, month));
    }
    let mut pairs = by_days.pairs(WIDEST);
    // Two days of a month were compared if they are near each other.
    let of_day = |index: u32| {
        let report = &reports[index as usize];
        report.precision <= Precision::Day && report.from.year.is_some()
    };
    pairs.extend(by_month.pairs(WIDEST).into_iter().filter(|&(a, b)| !of_day(a) || !of_day(b)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The two stretches of eight days that a single day lies in, when one begins every four days: two days that are no
/// more than [`NEAR`] apart have one in common.
fn windows(report: &TimelineEvent) -> Option<[u64; 2]> {
    let day = report.from.date().filter(|_| report.precision <= Precision::Day)?;
    let number = (day - Date::MIN).get_days() as u64 / 4;
    Some([number, number + 1])
}

/// The months that a report's days touch; long periods stand for their first month and their last. Where some days
/// have no year (`undated`), the others stand for their month in any year too.
fn months(report: &TimelineEvent, undated: bool) -> Vec<u64> {
    let number = |day: Day| u64::from(day.year.unwrap_or(0).unsigned_abs()) * 12 + day.month.unsigned_abs() as u64;
    let (first, last) = (number(report.from), number(report.to));
    let mut months: Vec<u64> =
        if last >= first && last - first <= 12 { (first..=last).collect() } else { vec![first, last] };
    if undated && report.precision <= Precision::Day {
        months.push(report.from.month.unsigned_abs().into());
        months.dedup();
    }
    months
}

/// A report, with what it says.
type Told<'t> = (&'t TimelineEvent, &'t Said);

/// How strongly two reports speak for being of one event; `None` when they cannot be, or it is less than `least`.
fn evidence((a, said_a): Told<'_>, (b, said_b): Told<'_>, wording: &Wording<'_>, least: f64) -> Option<f64> {
    if (a.source, a.sentence) == (b.source, b.sentence) {
        return None;
    }
    let time = time_evidence(a, b)?;
    let likeness = wording.likeness(said_a, said_b);
    let covered_enough = |least| wording.covered_at_least(said_a, said_b, least);
    // On one day much happens: without a name in common, nearly all must be said alike; with a country alone, more
    // than one word.
    let enough = match likeness.shared_names {
        0.0 => {
            likeness.shared_words >= 3 && likeness.words >= 0.5
                || likeness.shared_words == 2 && covered_enough(0.8).is_some()
        }
        names if names < 0.5 => likeness.shared_words >= 2,
        _ => true,
    };
    if !enough {
        return None;
    }
    let figures = 0.2 * likeness.figures.min(2) as f64;
    let named = 0.25 * likeness.shared_names.min(2.0);
    // The one speaks of somebody in this place, the other of the place.
    let aside = if likeness.other_names && likeness.shared_names > 0.0 { 0.25 } else { 0.0 };
    // A source seldom tells one event twice with a date; when it does, in much the same words.
    let source = if a.source == b.source { 0.75 } else { 1.0 };
    // How close the words are costs most to tell: it is told where it can still be enough, with all that may be missing.
    let rest = 0.45 * likeness.words + named + figures - aside;
    let missing = least / (time * source) - rest - 1e-9;
    let covered = covered_enough((missing - MEANING) / COVERED)?;
    if COVERED * covered + MEANING < missing {
        return None;
    }
    let meaning = wording.meaning(said_a, said_b);
    let sum = time * (0.45 * likeness.words + COVERED * covered + MEANING * meaning + named + figures - aside) * source;
    (sum >= least).then_some(sum)
}

/// How well the days of two reports fit: 1 for one day, less for a day in a period; `None` when they
/// exclude each other.
fn time_evidence(a: &TimelineEvent, b: &TimelineEvent) -> Option<f64> {
    if a.from.year.is_none() != b.from.year.is_none() {
        // A day of no known year may be that of any.
        let same = (a.from.month, a.from.day) == (b.from.month, b.from.day);
        return (same && a.precision <= Precision::Day && b.precision <= Precision::Day).then_some(0.9);
    }
    if a.from > b.to || b.from > a.to {
        return (days_apart(a, b)? <= NEAR).then_some(0.45);
    }
    let coarser = a.precision.max(b.precision);
    Some(match coarser {
        Precision::Minute | Precision::Day => 1.0,
        Precision::Range | Precision::Week => {
            if a.from == b.from && a.to == b.to {
                1.0
            } else {
                0.85
            }
        }
        Precision::EarlyMonth | Precision::MidMonth | Precision::LateMonth => 0.85,
        Precision::Month => 0.8,
        Precision::Quarter | Precision::HalfYear | Precision::Season => 0.7,
        Precision::Year => 0.65,
        Precision::Decade | Precision::Century => return None,
    })
}

/// Days between two reports that name single days.
fn days_apart(a: &TimelineEvent, b: &TimelineEvent) -> Option<i32> {
    let single = a.precision <= Precision::Day && b.precision <= Precision::Day;
    let (first, second) = (a.from.date().filter(|_| single)?, b.from.date()?);
    Some((second - first).get_days().abs())
}

/// One event out of its reports.
fn event(reports: &[TimelineEvent], mut group: Vec<usize>) -> MergedEvent {
    // The most exact first: the day that it happened on is the one that somebody names.
    group.sort_by_key(|&index| (reports[index].from.year.is_none(), reports[index].precision, index));
    let exact = &reports[group[0]];
    let of = |status: EventStatus| group.iter().any(|&index| reports[index].status == status);
    let mut disputes = Vec::new();
    if group.iter().any(|&index| excludes(exact, &reports[index])) {
        disputes.push(Dispute::Date);
    }
    if of(EventStatus::Denied) && of(EventStatus::Happened) {
        disputes.push(Dispute::Status);
    }
    let (from, to, precision) = (exact.from, exact.to, exact.precision);
    MergedEvent { from, to, precision, reports: group, disputes }
}

/// Whether two reports name days that cannot both be right.
fn excludes(a: &TimelineEvent, b: &TimelineEvent) -> bool {
    a.from.year.is_some() == b.from.year.is_some() && (a.from > b.to || b.from > a.to)
}
