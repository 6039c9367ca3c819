//! Which of a page's dates is which: published, changed, or the day on which it was viewed.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::article::{Origin, Sourced};
use super::datelines::DateLabel;
use super::metadata::Known;
use super::page::{Fate, Page};
use super::rules::Opens;
use crate::calendar::Moment;

/// The days of publication and of the last change.
///
/// A label decides. Without one, the date nearest to the title is the publication's; a date without a
/// time at the very top of the page is the day it was viewed if there is any other. «Вчера, 18:20» is counted
/// from the day on which the page was `retrieved`.
pub(super) fn read(page: &Page, retrieved: Option<Moment>) -> (Option<Sourced<Moment>>, Option<Sourced<Moment>>) {
    let mut bare: Vec<(usize, Moment, bool)> = Vec::new();
    let anchor = page.title.unwrap_or(page.body_start);
    let mut published: Option<Moment> = None;
    let mut modified: Option<Moment> = None;
    for (at, entry) in page.entries.iter().enumerate() {
        let in_header = at < page.body_start;
        if !in_header && !entry.is_out() {
            continue;
        }
        if let Some(line) = &entry.dates {
            for &(label, moment) in &line.dates {
                match label {
                    DateLabel::Published if in_header || published.is_none() => {
                        published = published.or(Some(moment));
                    }
                    DateLabel::Modified => modified = modified.or(Some(moment)),
                    DateLabel::Published => {}
                    DateLabel::Bare => bare.push((at, moment, line.weekday)),
                }
            }
        }
        if let Some(moment) = entry.byline.as_ref().and_then(|byline| byline.date) {
            published = published.or(Some(moment));
        }
    }
    if published.is_none() {
        let in_header: Vec<&(usize, Moment, bool)> = bare.iter().filter(|(at, ..)| *at < page.body_start).collect();
        // What stands between a date and the title, menus above all, parts the two.
        let distance = |at: usize| {
            let (low, high) = (at.min(anchor), at.max(anchor));
            let between = (low + 1..high)
                .filter(|&i| page.entries[i].dates.is_none() && page.entries[i].byline.is_none())
                .count();
            // After the title a date is surer than before it.
            2 * between + usize::from(at < anchor)
        };
        let nearest = in_header.iter().min_by_key(|(at, moment, weekday)| {
            (distance(*at), moment.day.year.is_none(), *weekday && moment.time.is_none(), moment.time.is_none())
        });
        let viewed = |&&&(at, moment, weekday): &&&(usize, Moment, bool)| {
            weekday && moment.time.is_none() && at < anchor && distance(at) >= 3
        };
        published = nearest.filter(|date| !viewed(date)).map(|(_, moment, _)| *moment);
    }
    if published.is_none()
        && let Some(moment) = retrieved.and_then(|seen| told_from_today(page, anchor, seen))
    {
        return (Some(Sourced::derived(moment)), modified.map(Sourced::source));
    }
    if published.is_none() {
        published = date_under_lead(page, &bare);
    }
    if published.is_none() {
        published = trailing_date(page, &bare);
    }
    if let Some(moment) = published.filter(|moment| moment.day.year.is_some()) {
        // The same instant printed again with its time.
        let header = bare.iter().filter(|(at, ..)| *at < page.body_start).map(|(_, other, _)| *other);
        let fuller = header.into_iter().find(|other| other.day == moment.day && other.time.is_some());
        published = Some(if moment.time.is_none() { fuller.unwrap_or(moment) } else { moment });
    }
    (published.map(Sourced::source), modified.map(Sourced::source))
}

/// The nearest to the title of the times that are told from the day of reading.
fn told_from_today(page: &Page, anchor: usize, seen: Moment) -> Option<Moment> {
    const NEAR: usize = 3;
    let back = |at: &usize| page.entries[*at].dates.as_ref().filter(|dates| dates.dates.is_empty())?.back;
    let header = (anchor.saturating_sub(NEAR)..page.entries.len().min(anchor + NEAR + 1))
        .filter(|at| *at < page.body_start.max(anchor + 2));
    let nearest = header.filter(|at| back(at).is_some()).min_by_key(|at| (at.abs_diff(anchor), *at < anchor))?;
    back(&nearest)?.from(seen)
}

/// `…/2024/03/14/…`, `…/2024-03-14-…`, `…/20240314/…`, `…/14-03-2024/…`.
static DAY_IN_ADDRESS: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    [
        r"/(?P<y>(?:19|20)\d\d)(?:[/_.-](?P<m>\d{1,2})[/_.-](?P<d>\d{1,2})|(?P<mm>\d\d)(?P<dd>\d\d))(?:[/_.-]|$)",
        r"[/_-](?P<d>\d{1,2})[._-](?P<m>\d{1,2})[._-](?P<y>(?:19|20)\d\d)(?:[/_.-]|$)",
    ]
    .map(|form| Regex::new(form).expect("the pattern is well-formed"))
});

/// Takes the day from the article's address where nothing else tells it, and the year where only that is missing.
pub(super) fn ask_the_address(known: &mut Known) {
    let address = known.url.as_ref().filter(|url| url.origin == Origin::Metadata);
    let Some(day) = address.and_then(|url| day_in_address(&url.value)) else { return };
    match &mut known.published {
        None => known.published = Some(Sourced::derived(Moment::on(day))),
        Some(published) => {
            let told = &mut published.value.day;
            if told.year.is_none() && (told.month, told.day) == (day.month(), day.day()) {
                told.year = Some(day.year());
            }
        }
    }
}

fn day_in_address(url: &str) -> Option<Date> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    DAY_IN_ADDRESS.iter().find_map(|form| {
        let found = form.captures(path)?;
        let part = |names: [&str; 2]| names.iter().find_map(|name| found.name(name))?.as_str().parse::<i16>().ok();
        let (year, month, day) = (part(["y", "y"])?, part(["m", "mm"])?, part(["d", "dd"])?);
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    })
}

/// A date below the lead, which some sites put above the author and the date.
fn date_under_lead(page: &Page, bare: &[(usize, Moment, bool)]) -> Option<Moment> {
    let first = page.body_start;
    let (at, moment, _) =
        bare.iter().find(|(at, moment, _)| *at > first && *at <= first + 5 && moment.day.year.is_some())?;
    let kept = page.entries[first..*at].iter().filter(|entry| entry.fate == Fate::Keep).count();
    let stamped = page.entries[first..*at].iter().any(|entry| entry.byline.is_some() && entry.is_out());
    (kept <= 1 && (stamped || *at == first + 1) && !followed_by_headline(page, *at)).then_some(*moment)
}

/// A date among the first lines after the article's last paragraph, where the header has none.
fn trailing_date(page: &Page, bare: &[(usize, Moment, bool)]) -> Option<Moment> {
    let last_text = (page.body_start..page.entries.len())
        .rev()
        .find(|&i| page.entries[i].fate == Fate::Keep && page.entries[i].shape.is_text())?;
    let (at, moment, _) = bare.iter().find(|(at, ..)| *at > last_text && *at <= last_text + 6)?;
    let own = |i: usize| page.entries[i].opens() == Opens::Nothing && page.entries[i].fate != Fate::Out("teaser");
    ((last_text + 1..*at).all(own) && !followed_by_headline(page, *at)).then_some(*moment)
}

/// Whether the date is the stamp of a teaser.
fn followed_by_headline(page: &Page, at: usize) -> bool {
    page.entries.get(at + 1).is_some_and(|next| next.is_phrase() && next.shape.words >= 4)
}

/// `known`, its date of publication told by the page's own clock where the page shows one: data for
/// machines is often in UTC, or has the day alone.
pub(super) fn on_the_pages_clock(mut known: Known, shown: &Known) -> Known {
    const DAY: i64 = 15 * 60;
    if let (Some(told), Some(seen)) = (&known.published, &shown.published) {
        let (told, seen) = (told.value, seen.value);
        let same_day = told.time.is_none() && seen.time.is_some() && told.day == seen.day;
        let in_utc = told.offset == Some(0)
            && seen.offset.is_none()
            && minutes_between(told, seen).is_some_and(|apart| apart.abs() <= DAY && apart != 0);
        if same_day || in_utc {
            known.published = shown.published.clone();
        }
    }
    known
}

fn minutes_between(from: Moment, to: Moment) -> Option<i64> {
    let civil = |moment: Moment| Some(moment.day.date()?.to_datetime(moment.time?));
    Some(civil(to)?.duration_since(civil(from)?).as_secs() / 60)
}
