//! What the other lines of a page say of a date.

use std::sync::LazyLock;

use regex::Regex;

use super::Entry;
use crate::intake::datelines::{self, DateLabel};

/// Gives each date the label, the year and the order of its numbers that stand elsewhere.
pub(super) fn settle(entries: &mut [Entry]) {
    label_dates(entries);
    complete_years(entries);
    put_months_first(entries);
}

/// Gives a date the year that stands on a line of its own below it.
fn complete_years(entries: &mut [Entry]) {
    for at in 1..entries.len() {
        let year = entries[at].line.text.parse::<i16>().ok().filter(|year| (1900..2100).contains(year));
        let (Some(year), Some(dates)) = (year, &mut entries[at - 1].dates) else { continue };
        for (_, moment) in dates.dates.iter_mut().filter(|(_, moment)| moment.day.year.is_none()) {
            moment.day.year = Some(year);
        }
    }
}

/// Reads «3/12/2019» month first on a page that writes its dates so («March 15»).
fn put_months_first(entries: &mut [Entry]) {
    static NAMED: LazyLock<[Regex; 2]> = LazyLock::new(|| {
        const MONTHS: &str = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
        let first = format!(r"\b{MONTHS} \d{{1,2}}\b");
        [first, format!(r"\b\d{{1,2}} {MONTHS}\b")].map(|form| Regex::new(&form).expect("the pattern is well-formed"))
    });
    static SLASHED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b").expect("the pattern is well-formed"));
    if !entries.iter().any(|entry| entry.dates.is_some() && SLASHED.is_match(&entry.line.text)) {
        return;
    }
    let [first, last] = NAMED
        .each_ref()
        .map(|form| entries.iter().map(|entry| form.find_iter(&entry.line.text).count()).sum::<usize>());
    if first <= last {
        return;
    }
    for entry in entries {
        let numbers = |found: regex::Captures| Some((found[1].parse::<i8>().ok()?, found[2].parse::<i8>().ok()?));
        let slashed: Vec<(i8, i8)> = SLASHED.captures_iter(&entry.line.text).filter_map(numbers).collect();
        for (_, moment) in entry.dates.iter_mut().flat_map(|line| &mut line.dates) {
            let day = &mut moment.day;
            if day.day <= 12 && slashed.contains(&(day.day, day.month)) {
                (day.month, day.day) = (day.day, day.month);
            }
        }
    }
}

/// Gives a date the label that stands on a line of its own before it («Обновлено:»).
fn label_dates(entries: &mut [Entry]) {
    for at in 1..entries.len() {
        if entries[at - 1].verdict.is_none_or(|verdict| verdict.rule != "date-label") {
            continue;
        }
        let label = datelines::label_of(&entries[at - 1].line.text);
        if let Some(dates) = &mut entries[at].dates {
            for (known, _) in dates.dates.iter_mut().filter(|(known, _)| *known == DateLabel::Bare) {
                *known = label;
            }
        }
    }
}
