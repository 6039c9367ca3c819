//! Which of a page's dates is which: published, changed, or the day on which it was viewed.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::article::{Origin, Sourced};
use super::datelines::DateLabel;
use super::metadata::Known;
use super::page::{Fate, Page};
use super::rules::Opens;
use crate::calendar::{Day, Moment};

/// What a page's lines say of its days.
#[derive(Debug, Default)]
pub(super) struct Days {
    pub published: Option<Sourced<Moment>>,
    pub modified: Option<Sourced<Moment>>,
    /// A day that the site's own clock may show, to be believed where nothing else tells the day of publication.
    pub doubtful: Option<Moment>,
}

/// A date that no label explains.
struct Bare {
    at: usize,
    moment: Moment,
    weekday: bool,
    /// Whether its line calls the day today's.
    today: bool,
}

/// The days of publication and of the last change.
///
/// A label decides. Without one, the date nearest to the title is the publication's; a date at the very top of the
/// page with a weekday, or that is called today's, is the day it was viewed if there is any other. «Вчера, 18:20» is
/// counted from the day on which the page was `retrieved`.
pub(super) fn read(page: &Page, retrieved: Option<Moment>) -> Days {
    let mut bare: Vec<Bare> = Vec::new();
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
                    DateLabel::Published | DateLabel::Other => {}
                    DateLabel::Bare => bare.push(Bare { at, moment, weekday: line.weekday, today: line.today }),
                }
            }
        }
        if let Some(moment) = entry.byline.as_ref().and_then(|byline| byline.date) {
            published = published.or(Some(moment));
        }
    }
    let mut doubtful = None;
    if published.is_none() {
        // What stands between a date and the title, menus above all, parts the two.
        let distance = |at: usize| {
            let (low, high) = (at.min(anchor), at.max(anchor));
            let between = (low + 1..high)
                .filter(|&i| page.entries[i].dates.is_none() && page.entries[i].byline.is_none())
                .count();
            // After the title a date is surer than before it.
            2 * between + usize::from(at < anchor)
        };
        let by_clock = |date: &&Bare| date.at < anchor && (date.today || date.weekday && distance(date.at) >= 3);
        let nearest = |viewed: bool| {
            let header = bare.iter().filter(|date| date.at < page.body_start && by_clock(date) == viewed);
            header.min_by_key(|date| {
                let (year, time) = (date.moment.day.year.is_none(), date.moment.time.is_none());
                (distance(date.at), year, date.weekday && time, time)
            })
        };
        published = nearest(false).map(|date| date.moment);
        doubtful = nearest(true).map(|date| date.moment).filter(|moment| moment.time.is_some());
    }
    let modified = modified.map(Sourced::source);
    if published.is_none()
        && let Some(moment) = retrieved.and_then(|seen| told_from_today(page, anchor, seen))
    {
        return Days { published: Some(Sourced::derived(moment)), modified, doubtful };
    }
    published = published.or_else(|| date_under_lead(page, &bare)).or_else(|| trailing_date(page, &bare));
    if let Some(moment) = published.filter(|moment| moment.day.year.is_some()) {
        // The same instant printed again with its time.
        let header = bare.iter().filter(|date| date.at < page.body_start).map(|date| date.moment);
        let fuller = header.into_iter().find(|other| other.day == moment.day && other.time.is_some());
        published = Some(if moment.time.is_none() { fuller.unwrap_or(moment) } else { moment });
    }
    Days { published: published.map(Sourced::source), modified, doubtful }
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

/// Completes the day of publication: from the article's address where nothing else tells it, or a `doubtful` day where
/// that is silent too. Where only the year is missing the address has it, the day of the last change, or the day on
/// which the page was retrieved: sites leave out the current year alone.
pub(super) fn complete(known: &mut Known, doubtful: Option<Moment>) {
    let address = known.url.as_ref().filter(|url| url.origin == Origin::Metadata);
    let named = address.and_then(|url| day_in_address(&url.value));
    let Some(published) = &mut known.published else {
        known.published = named.map(Moment::on).or(doubtful).map(Sourced::derived);
        return;
    };
    let told = &mut published.value.day;
    if told.year.is_some() {
        return;
    }
    let same = |day: &Date| (told.month, told.day) == (day.month(), day.day());
    let year = named.filter(same).map(|day| day.year());
    let day_of = |moment: &Option<Sourced<Moment>>| moment.as_ref().and_then(|moment| moment.value.day.date());
    let last = || [day_of(&known.modified), day_of(&known.retrieved)].into_iter().flatten().next();
    if let Some(year) = year.or_else(|| last().and_then(|last| latest_year(*told, last))) {
        told.year = Some(year);
        published.origin = Origin::Derived;
    }
}

/// The year that puts `day` nowhere after the day `last`, or after the day behind it: clocks differ.
fn latest_year(day: Day, last: Date) -> Option<i16> {
    let end = last.tomorrow().ok()?;
    let on = |year: i16| Date::new(year, day.month, day.day).ok().filter(|date| *date <= end);
    [end.year(), end.year() - 1].into_iter().find(|year| on(*year).is_some())
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
fn date_under_lead(page: &Page, bare: &[Bare]) -> Option<Moment> {
    let first = page.body_start;
    let near = |date: &&Bare| date.at > first && date.at <= first + 5 && date.moment.day.year.is_some();
    let Bare { at, moment, .. } = bare.iter().find(near)?;
    let kept = page.entries[first..*at].iter().filter(|entry| entry.fate == Fate::Keep).count();
    let stamped = page.entries[first..*at].iter().any(|entry| entry.byline.is_some() && entry.is_out());
    (kept <= 1 && (stamped || *at == first + 1) && !followed_by_headline(page, *at)).then_some(*moment)
}

/// A date among the first lines after the article's last paragraph, where the header has none.
fn trailing_date(page: &Page, bare: &[Bare]) -> Option<Moment> {
    let last_text = (page.body_start..page.entries.len())
        .rev()
        .find(|&i| page.entries[i].fate == Fate::Keep && page.entries[i].shape.is_text())?;
    let Bare { at, moment, .. } = bare.iter().find(|date| date.at > last_text && date.at <= last_text + 6)?;
    let own = |i: usize| page.entries[i].opens() == Opens::Nothing && page.entries[i].fate != Fate::Out("teaser");
    ((last_text + 1..*at).all(own) && !followed_by_headline(page, *at)).then_some(*moment)
}

/// Whether the date is the stamp of a teaser.
fn followed_by_headline(page: &Page, at: usize) -> bool {
    page.entries.get(at + 1).is_some_and(|next| next.is_phrase() && next.shape.words >= 4)
}

/// `known`, its dates told by the page's own clock where the page shows one: data for machines is often in UTC, or
/// has the day alone.
pub(super) fn on_the_pages_clock(mut known: Known, shown: &Known) -> Known {
    known.published = told_by_clock(known.published, &shown.published);
    known.modified = told_by_clock(known.modified, &shown.modified);
    known
}

fn told_by_clock(told: Option<Sourced<Moment>>, shown: &Option<Sourced<Moment>>) -> Option<Sourced<Moment>> {
    const DAY: i64 = 15 * 60;
    let (Some(data), Some(mut shown)) = (&told, shown.clone()) else { return told };
    shown.value.day.year = shown.value.day.year.or(data.value.day.year);
    let (data, printed) = (data.value, shown.value);
    let same_day = data.time.is_none() && printed.time.is_some() && data.day == printed.day;
    let in_utc = data.offset == Some(0)
        && printed.offset.is_none()
        && minutes_between(data, printed).is_some_and(|apart| apart.abs() <= DAY && apart != 0);
    if same_day || in_utc { Some(shown) } else { told }
}

fn minutes_between(from: Moment, to: Moment) -> Option<i64> {
    let civil = |moment: Moment| Some(moment.day.date()?.to_datetime(moment.time?));
    Some(civil(to)?.duration_since(civil(from)?).as_secs() / 60)
}
