//! What a file says about its article beside the text: front matter, JSON keys.

use super::article::Sourced;
use crate::calendar::{Moment, find_printed};

/// What is said about an article beside its text: by the fields of its file, each value then with
/// [`super::Origin::Metadata`], or by lines of its page, with [`super::Origin::Source`].
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Known {
    pub title: Option<Sourced<String>>,
    pub published: Option<Sourced<Moment>>,
    pub modified: Option<Sourced<Moment>>,
    pub retrieved: Option<Sourced<Moment>>,
    pub authors: Vec<Sourced<String>>,
    pub outlet: Option<Sourced<String>>,
    pub url: Option<Sourced<String>>,
    pub language: Option<String>,
    pub tags: Vec<String>,
}

impl Known {
    /// Each value of `self`, and where it has none, that of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            retrieved: self.retrieved.or(other.retrieved),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            outlet: self.outlet.or(other.outlet),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
            tags: if self.tags.is_empty() { other.tags } else { self.tags },
        }
    }
}

/// A field's date in any form that a content system writes: ISO 8601 (with or without its marks), a printed date, or
/// seconds or milliseconds since 1970.
///
/// # Errors
/// Says what was not understood. So does a day that no article has: systems fill empty fields with the first of
/// their calendar.
pub(super) fn moment(value: &str) -> Result<Moment, String> {
    let value = value.trim();
    let printed = || find_printed(value).first().map(|date| date.moment);
    let read = value.parse::<Moment>().ok().or_else(|| compact(value)).or_else(printed);
    let filled = |moment: &Moment| {
        let day = moment.day;
        day.year.is_some_and(|year| year < 1000) || (day.year, day.month, day.day) == (Some(1970), 1, 1)
    };
    read.filter(|moment| !filled(moment)).ok_or_else(|| format!("`{value}` is no date"))
}

/// `20230916T210300+0300`, `20230916`, `202309162103`, `1694887380`, `1694887380000`.
fn compact(value: &str) -> Option<Moment> {
    let digits = value.len() - value.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let part = |from: usize, to: usize| value.get(from..to);
    match (digits, value.len() == digits) {
        (10 | 13, true) => {
            let seconds = value[..10].parse::<i64>().ok().filter(|seconds| *seconds > 100_000_000)?;
            let moment = jiff::Timestamp::from_second(seconds).ok()?.to_zoned(jiff::tz::TimeZone::UTC);
            let time = jiff::civil::Time::new(moment.hour(), moment.minute(), 0, 0).ok();
            Some(Moment { day: moment.date().into(), time, offset: Some(0) })
        }
        (8 | 12 | 14, _) => {
            let day = format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?);
            let (clock, zone) = match value[8..].strip_prefix('T') {
                Some(rest) => (rest, rest.find(['Z', '+', '-']).map_or("", |at| &rest[at..])),
                None => (&value[8..], ""),
            };
            match (clock.get(..2), clock.get(2..4)) {
                (Some(hour), Some(minute)) => format!("{day}T{hour}:{minute}{zone}").parse().ok(),
                _ => day.parse().ok(),
            }
        }
        _ => None,
    }
}

/// A field's text, when there is any.
pub(super) fn text(value: &str) -> Option<Sourced<String>> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then(|| Sourced::metadata(value))
}

/// A field's address, when it is one.
pub(super) fn url(value: &str) -> Option<Sourced<String>> {
    let value = value.trim();
    let web = value.starts_with("https://") || value.starts_with("http://");
    (web && !value.contains(char::is_whitespace)).then(|| Sourced::metadata(value.to_owned()))
}

/// A window's title without the name of its site, and that name: the last part, where the page's address bears it
/// too («Заголовок | Ведомости» at `vedomosti.ru`).
pub(super) fn without_site(title: &str, address: Option<&str>) -> (String, Option<String>) {
    const MARKS: [&str; 7] = [" | ", " — ", " – ", " - ", " :: ", " · ", " • "];
    let plain = |text: &str| -> String {
        any_ascii::any_ascii(text).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let host =
        address.and_then(|url| url.split_once("://")?.1.split(['/', '?', '#']).next()).map(plain).unwrap_or_default();
    let parted = MARKS.iter().filter_map(|mark| title.rsplit_once(mark)).min_by_key(|(_, site)| site.len());
    match parted {
        Some((head, site)) if plain(site).len() >= 4 && host.contains(&plain(site)) && !head.trim().is_empty() => {
            (head.trim().to_owned(), Some(site.trim().to_owned()))
        }
        _ => (title.to_owned(), None),
    }
}
