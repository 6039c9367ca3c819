//! The time that the sources were published in, in months, quarters or years.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;

use super::view::View;
use crate::calendar::{Day, Moment, Precision};

/// More slots than this are made fewer by making them longer.
const MOST_SLOTS: i32 = 36;

/// Counts over time are shown where sources were published in so many slots.
pub const LEAST: usize = 4;

/// Height of a drawing of [`Spark`], in its own units.
const HEIGHT: f64 = 12.0;

/// A line of slots of equal length, from the first publication to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Months {
    /// Months to a slot: 1, 3 or 12.
    step: i32,
    /// The number of the first slot, counted from the year 0.
    first: i32,
    /// How many slots there are.
    pub count: usize,
}

impl Months {
    /// The time of all published sources; `None` where they were published in fewer than `least` slots.
    pub fn new(view: &View<'_>, least: usize) -> Option<Self> {
        let published: BTreeSet<i32> =
            view.pages.iter().filter_map(|page| page.published.as_ref().and_then(number)).collect();
        let (first, last) = (*published.first()?, *published.last()?);
        let fits = |step: i32| last.div_euclid(step) - first.div_euclid(step) < MOST_SLOTS;
        let step = [1, 3].into_iter().find(|&step| fits(step)).unwrap_or(12);
        let filled: BTreeSet<i32> = published.iter().map(|month| month.div_euclid(step)).collect();
        let first = first.div_euclid(step);
        let count = (last.div_euclid(step) - first + 1) as usize;
        // A date of another century is a slip that would press all others into one slot.
        (filled.len() >= least && count <= 200).then_some(Self { step, first, count })
    }

    /// The slot that a moment lies in.
    pub fn slot(&self, moment: &Moment) -> Option<usize> {
        let slot = usize::try_from(number(moment)?.div_euclid(self.step) - self.first).ok()?;
        (slot < self.count).then_some(slot)
    }

    /// A slot in words: «март 2024».
    pub fn label(&self, view: &View<'_>, slot: usize) -> String {
        let month = (self.first + slot as i32) * self.step;
        let day = Day { year: Some(month.div_euclid(12) as i16), month: month.rem_euclid(12) as i8 + 1, day: 1 };
        let precision = match self.step {
            1 => Precision::Month,
            3 => Precision::Quarter,
            _ => Precision::Year,
        };
        view.locale.period(day, day, precision)
    }
}

/// The number of a moment's month, counted from the year 0.
fn number(moment: &Moment) -> Option<i32> {
    Some(i32::from(moment.day.year?) * 12 + i32::from(moment.day.month) - 1)
}

/// Counts over time in the size of a word.
#[derive(Debug, Clone, Serialize)]
pub struct Spark {
    slots: usize,
    height: f64,
    path: String,
    /// When there was most of it, in words.
    label: String,
}

/// Bars of `counts`, by slot; `None` where there is nothing in more than one slot.
pub fn spark(view: &View<'_>, months: &Months, counts: &BTreeMap<usize, usize>) -> Option<Spark> {
    let (&peak, &most) = counts.iter().max_by_key(|&(slot, count)| (*count, std::cmp::Reverse(*slot)))?;
    if counts.len() < 2 {
        return None;
    }
    let mut path = String::new();
    for (slot, &count) in counts {
        let height = (count as f64 / most as f64 * HEIGHT * 10.0).ceil() / 10.0;
        write!(path, "M{slot} {HEIGHT}v-{height}h.8v{height}z").expect("writing to a string succeeds");
    }
    let label =
        view.locale.text_with("spark-label", &[("when", months.label(view, peak).into()), ("count", most.into())]);
    Some(Spark { slots: months.count, height: HEIGHT, path, label })
}

/// The mentions of an entity (an index in the dossier) over time.
pub fn mentions(view: &View<'_>, months: &Months, entity: usize) -> Option<Spark> {
    let mut counts = BTreeMap::new();
    for mention in &view.dossier.entities[entity].mentions {
        let published = view.page_of(mention.source).and_then(|page| page.published);
        if let Some(slot) = published.and_then(|moment| months.slot(&moment)) {
            *counts.entry(slot).or_default() += 1;
        }
    }
    spark(view, months, &counts)
}
