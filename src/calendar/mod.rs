//! Days, times and how exactly they are known.
//!
//! The values that a date in a page's header and a date in its prose are both read into. Arithmetic
//! on real days is `jiff`'s; what is added here is a day whose year nobody gave.

pub mod lexeme;
pub mod months;
mod printed;

use std::fmt;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) use printed::printed_at;
pub use printed::{PrintedDate, find_printed};

/// A day of the Gregorian calendar whose year may be unknown («17 июня» in an undated article).
///
/// Displayed, and serialised, as ISO 8601: `2022-06-17`, or `--06-17` without a year. Days without a
/// year sort before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year of the common era, if it is known.
    pub year: Option<i16>,
    /// The month, 1–12.
    pub month: i8,
    /// The day of the month, 1–31.
    pub day: i8,
}

impl Day {
    /// The day as a date, when its year is known.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// A day of no known year. `None` for a day that no year has (31 February).
    pub fn without_year(month: i8, day: i8) -> Option<Self> {
        // 2000 was a leap year, so 29 February passes.
        Date::new(2000, month, day).ok()?;
        Some(Self { year: None, month, day })
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self { year: Some(date.year()), month: date.month(), day: date.day() }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

impl std::str::FromStr for Day {
    type Err = String;

    /// Reads `YYYY-MM-DD` or `--MM-DD`.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no day; write it as 2022-06-17");
        if let Some(rest) = text.strip_prefix("--") {
            let (month, day) = rest.split_once('-').ok_or_else(wrong)?;
            let (month, day) = (month.parse().map_err(|_| wrong())?, day.parse().map_err(|_| wrong())?);
            return Self::without_year(month, day).ok_or_else(wrong);
        }
        text.parse::<Date>().map(Self::from).map_err(|_| wrong())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A day, and the time of day if that is known too: when something was published.
///
/// Displayed, and serialised, as ISO 8601: `2022-06-08`, `2022-06-08T10:16`, and with the offset from
/// UTC where the source gives one, `2022-06-08T10:16+03:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day, in the source's own time zone.
    pub day: Day,
    /// The time of day in that zone. Seconds are dropped.
    pub time: Option<Time>,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
}

impl Moment {
    /// A day with nothing known about the time.
    pub fn on(day: impl Into<Day>) -> Self {
        Self { day: day.into(), time: None, offset: None }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        match self.offset {
            Some(0) => write!(f, "Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
            None => Ok(()),
        }
    }
}

impl std::str::FromStr for Moment {
    type Err = String;

    /// Reads `2022-06-08`, `2022-06-08T10:16`, `2022-06-08 10:16:30`, each also with `Z` or `+03:00`.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no date; write it as 2022-06-17 or 2022-06-17T10:16");
        let Some((day, rest)) = text.split_once(['T', ' ']) else {
            return Ok(Self::on(text.parse::<Day>()?));
        };
        let (clock, offset) = match rest.find(['Z', 'z', '+', '-']) {
            Some(at) => (&rest[..at], Some(parse_offset(&rest[at..]).ok_or_else(wrong)?)),
            None => (rest, None),
        };
        let mut parts = clock.trim().split(':').map(|part| part.split('.').next().unwrap_or(part).parse::<i8>());
        let (Some(Ok(hour)), Some(Ok(minute))) = (parts.next(), parts.next()) else { return Err(wrong()) };
        let time = Time::new(hour, minute, 0, 0).map_err(|_| wrong())?;
        Ok(Self { day: day.parse()?, time: Some(time), offset })
    }
}

/// `Z`, `+03:00`, `+0300` or `+03`, in minutes.
fn parse_offset(text: &str) -> Option<i16> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text[1..].chars().filter(|c| *c != ':').collect();
    if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "0"),
        4 => (&digits[..2], &digits[2..]),
        _ => return None,
    };
    Some(sign * (hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?))
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// How exactly a text names a time. The finest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// A day and a time of day.
    Minute,
    /// One day.
    Day,
    /// From one day to another, as the text says («с 9 по 11 августа»).
    Range,
    /// Monday to Sunday.
    Week,
    /// Days 1–10 of a month.
    EarlyMonth,
    /// Days 11–20 of a month.
    MidMonth,
    /// Day 21 of a month to its last.
    LateMonth,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// A season of three months, winter beginning in December.
    Season,
    /// A calendar year.
    Year,
    /// Ten years, from the one that ends in 0.
    Decade,
    /// A hundred years, from the one that ends in 01.
    Century,
}

/// Who says which year a date lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearOrigin {
    /// The expression itself.
    Stated,
    /// The text before it: a year it gave, or a day it spoke of.
    Narrative,
    /// The date on which the article was published.
    Published,
    /// Nobody: the day has no year.
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_round_trip() {
        for text in ["2022-06-08", "2022-06-08T10:16", "2022-06-08T10:16+03:00", "2022-06-08T10:16Z", "--02-01T18:31"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        assert_eq!("2024-01-02 03:04:05.678-0530".parse::<Moment>().unwrap().to_string(), "2024-01-02T03:04-05:30");
    }

    #[test]
    fn impossible_days_are_refused() {
        for text in
            ["2022-02-31", "--02-30", "2022-13-01", "вчера", "2022-06-08T25:00", "2022-06-08Tх", "2022-06-08T1:2+é"]
        {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
