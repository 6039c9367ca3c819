//! How many events lie in which time: the bars over the timeline.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::EventStatus;
use crate::dossier::MergedEvent;
use crate::site::view::View;

/// Up to so many months have a bar each; beyond, years do, and beyond so many years, decades.
const MONTHS: i32 = 48;
const YEARS: i32 = 60;
/// Fewer events of known years than this are read faster than they are counted.
const FEWEST: usize = 4;
/// The part of the events that may lie before the bars, where that makes the bars finer.
const EARLIER: f64 = 0.1;
/// The drawing's measures, in its own units.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 96.0;
const WIDEST_BAR: f64 = 40.0;
const LOWEST_BAR: f64 = 3.0;

/// The drawing, and the same as a table.
#[derive(Debug, Serialize)]
pub struct Density {
    width: f64,
    height: f64,
    bars: Vec<Bar>,
    /// The labels under the bars.
    ticks: Vec<Tick>,
}

/// The events of one period.
#[derive(Debug, Serialize)]
struct Bar {
    /// The period in words.
    label: String,
    url: String,
    count: usize,
    /// How many of them are not reported as having happened.
    open: usize,
    x: f64,
    width: f64,
    /// Top and height of the part that happened, and of the rest above it.
    y: f64,
    height: f64,
    open_y: f64,
    open_height: f64,
}

#[derive(Debug, Serialize)]
struct Tick {
    x: f64,
    text: String,
}

/// What one bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Month,
    Year,
    Decade,
}

/// The bars of `events`, each with the address of its year; `None` where there is no more than one
/// bar, or there are few events.
pub fn density(view: &View<'_>, events: &[&MergedEvent], url: impl Fn(i16) -> String) -> Option<Density> {
    let mut dated: Vec<(i32, bool)> = events
        .iter()
        .filter_map(|event| {
            let happened =
                event.reports.iter().any(|&report| view.dossier.events[report].status == EventStatus::Happened);
            Some((i32::from(event.from.year?) * 12 + i32::from(event.from.month) - 1, happened))
        })
        .collect();
    dated.sort_unstable();
    let (&(very_first, _), &(last, _)) = (dated.first()?, dated.last()?);
    // A few events long before the others would press all bars into the right edge.
    let main = dated[(dated.len() as f64 * EARLIER) as usize].0;
    let (unit, first) = [(Unit::Month, very_first), (Unit::Month, main), (Unit::Year, very_first), (Unit::Year, main)]
        .into_iter()
        .find(|&(unit, first)| match unit {
            Unit::Month => last - first < MONTHS,
            _ => last / 12 - first / 12 < YEARS,
        })
        .unwrap_or((Unit::Decade, very_first));
    let number = |month: i32| match unit {
        Unit::Month => month,
        Unit::Year => month.div_euclid(12),
        Unit::Decade => month.div_euclid(120),
    };
    let mut counts: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for (month, happened) in dated.iter().filter(|(month, _)| number(*month) >= number(first)) {
        let (all, open) = counts.entry(number(*month)).or_default();
        *all += 1;
        *open += usize::from(!happened);
    }
    if counts.len() < 2 || dated.len() < FEWEST {
        return None;
    }
    let slots = number(last) - number(first) + 1;
    let step = WIDTH / f64::from(slots);
    let most = counts.values().map(|(all, _)| *all).max()? as f64;
    let bar = |(&slot, &(count, open)): (&i32, &(usize, usize))| {
        let tall = |count: usize| if count == 0 { 0.0 } else { round((count as f64 / most * HEIGHT).max(LOWEST_BAR)) };
        let width = (step * 0.78).min(WIDEST_BAR);
        let (height, open_height) = (tall(count - open), tall(open));
        let y = round(HEIGHT - height);
        let year = match unit {
            Unit::Month => slot.div_euclid(12),
            Unit::Year => slot,
            // A decade begins with the first of its years that has events.
            Unit::Decade => {
                dated.iter().find(|(month, _)| number(*month) == slot).map_or(slot * 10, |(month, _)| month / 12)
            }
        };
        Bar {
            label: label(view, unit, slot),
            url: url(year as i16),
            count,
            open,
            x: round(f64::from(slot - number(first)) * step + (step - width) / 2.0),
            width: round(width),
            y,
            height,
            open_y: round((y - open_height).max(0.0)),
            open_height,
        }
    };
    let bars: Vec<Bar> = counts.iter().map(bar).collect();
    let ticks = ticks(unit, number(first), slots, step);
    Some(Density { width: WIDTH, height: HEIGHT, bars, ticks })
}

fn label(view: &View<'_>, unit: Unit, slot: i32) -> String {
    match unit {
        Unit::Month => {
            let month = view.locale.month_name(slot.rem_euclid(12) as i8 + 1);
            format!("{month} {}", slot.div_euclid(12))
        }
        Unit::Year => slot.to_string(),
        Unit::Decade => format!("{}–{}", slot * 10, slot * 10 + 9),
    }
}

/// Years under the bars, as many as have room.
fn ticks(unit: Unit, first: i32, slots: i32, step: f64) -> Vec<Tick> {
    let year_of = |slot: i32| match unit {
        Unit::Month => (slot.rem_euclid(12) == 0).then(|| slot.div_euclid(12)),
        Unit::Year => Some(slot),
        Unit::Decade => Some(slot * 10),
    };
    let mut ticks: Vec<Tick> = Vec::new();
    for slot in first..first + slots {
        let x = round(f64::from(slot - first) * step + step / 2.0);
        let room = ticks.last().is_none_or(|last| x - last.x >= 56.0);
        if let Some(year) = year_of(slot).filter(|_| room) {
            ticks.push(Tick { x, text: year.to_string() });
        }
    }
    if ticks.is_empty() {
        // Less than a year that no January lies in.
        ticks.push(Tick { x: round(step / 2.0), text: first.div_euclid(12).to_string() });
    }
    ticks
}

/// A tenth of a unit is finer than any screen shows.
fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
