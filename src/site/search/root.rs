//! What every query needs before anything else.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::documents::{NAMES_TOGETHER, TEXTS_TOGETHER};
use super::endings::Classes;
use super::parts::Part;
use super::postings::Postings;
use super::{Grammar, numbers};
use crate::site::view::View;

/// Words that a unit of a document's length stands for.
const LENGTH_UNIT: u32 = 8;

#[derive(Debug, Serialize)]
struct Root<'r> {
    /// How many documents there are.
    documents: usize,
    /// Their lengths in units of so many words, one number each.
    lengths: String,
    length_unit: u32,
    /// Their days, as differences: `0` and `1` begin a stretch without and with a day. See [`days`].
    days: Vec<Option<i64>>,
    /// Outlets, the most frequent first.
    outlets: Vec<&'r str>,
    /// For each document 0, or the number of its outlet from 1.
    outlet_of: String,
    /// The first word of each part.
    firsts: Vec<&'r str>,
    /// For each class of words its endings.
    endings: &'r [String],
    stems: Value,
    texts_together: usize,
    names_together: usize,
}

/// `search/index.json`.
pub fn root(view: &View<'_>, postings: &Postings, classes: &Classes, parts: &[Part], grammar: &dyn Grammar) -> Vec<u8> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for outlet in view.pages.iter().filter_map(|page| page.outlet.as_deref()) {
        *counts.entry(outlet).or_default() += 1;
    }
    let mut outlets: Vec<&str> = counts.keys().copied().collect();
    outlets.sort_by_key(|outlet| (std::cmp::Reverse(counts[outlet]), *outlet));
    let numbers_of: BTreeMap<&str, u32> = outlets.iter().copied().zip(1..).collect();
    let outlet_of = view.pages.iter().map(|page| page.outlet.as_deref().map_or(0, |outlet| numbers_of[outlet]));
    let lengths = postings.lengths.iter().map(|&length| length.div_ceil(LENGTH_UNIT));
    let root = Root {
        documents: view.pages.len(),
        lengths: written(lengths),
        length_unit: LENGTH_UNIT,
        days: days(view),
        outlet_of: written(outlet_of),
        outlets,
        firsts: parts.iter().map(|part| part.first.as_str()).collect(),
        endings: &classes.endings,
        stems: grammar.stem_rules(),
        texts_together: TEXTS_TOGETHER,
        names_together: NAMES_TOGETHER,
    };
    serde_json::to_vec(&root).expect("numbers and texts are JSON")
}

fn written(values: impl Iterator<Item = u32>) -> String {
    let mut out = Vec::new();
    values.for_each(|value| numbers::push(&mut out, value));
    String::from_utf8(out).expect("the characters of numbers are ASCII")
}

/// For each document its day, counted from 1 January 1970, as the difference to the last document that
/// has one; nothing where no day of a known year is known. The newest stand first, so differences are
/// small.
fn days(view: &View<'_>) -> Vec<Option<i64>> {
    let mut last = 0;
    view.pages
        .iter()
        .map(|page| {
            let date = page.published?.day.date()?;
            let day = i64::from(date.since(jiff::civil::date(1970, 1, 1)).ok()?.get_days());
            Some(day - std::mem::replace(&mut last, day))
        })
        .collect()
}
