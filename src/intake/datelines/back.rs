//! Times that are told from the day on which a page is read: «Вчера, 18:20», «3 часа назад».

use std::sync::LazyLock;

use jiff::Span;
use jiff::civil::Time;
use regex::Regex;

use crate::calendar::Moment;
use crate::pattern::pattern;

/// A time told from the day on which the page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Back {
    /// Days before, and the time of day where it is printed.
    Days(i32, Option<Time>),
    /// Minutes before.
    Minutes(i32),
}

impl Back {
    /// What `words` say; nothing where they count in months and years, which are no day.
    pub(super) fn read(words: &str) -> Option<Self> {
        let lower = words.to_lowercase();
        let clock = CLOCK
            .captures(&lower)
            .and_then(|found| Time::new(found[1].parse().ok()?, found[2].parse().ok()?, 0, 0).ok());
        if let Some(found) = AGO.captures(&lower) {
            let count =
                found.get(1).map_or(Ok(1), |count| count.as_str().parse::<i32>()).ok().filter(|count| *count < 5000)?;
            return match &found[2] {
                unit if ["мин", "хв", "min"].iter().any(|start| unit.starts_with(start)) => {
                    Some(Self::Minutes(count))
                }
                unit if ["час", "год", "ч", "hour", "hr", "h", "сағ"].iter().any(|start| unit.starts_with(start)) => {
                    Some(Self::Minutes(60 * count))
                }
                unit if ["нед", "тиж", "week", "апт"].iter().any(|start| unit.starts_with(start)) => {
                    Some(Self::Days(7 * count, None))
                }
                _ => Some(Self::Days(count, clock)),
            };
        }
        let said = |names: &[&str]| {
            names.iter().any(|name| lower.split(|c: char| !c.is_alphabetic()).any(|word| word == *name))
        };
        if said(&["позавчера", "позавчора"]) {
            Some(Self::Days(2, clock))
        } else if said(&["вчера", "вчора", "кеше", "yesterday"]) {
            Some(Self::Days(1, clock))
        } else if said(&["сегодня", "сьогодні", "бүгін", "today"]) {
            Some(Self::Days(0, clock))
        } else {
            (lower.contains("только что") || lower.contains("just now")).then_some(Self::Minutes(0))
        }
    }

    /// The moment, on a page that was seen at `seen`. `None` where another time zone could make it another day.
    pub(in crate::intake) fn from(self, seen: Moment) -> Option<Moment> {
        let day = seen.day.date()?;
        match self {
            Self::Days(days, time) => {
                // In UTC the reader's day may have ended, or not yet begun.
                let elsewhere = seen.offset == Some(0) && seen.time.is_none_or(|time| !(5..=20).contains(&time.hour()));
                let day = day.checked_sub(Span::new().days(days)).ok()?;
                (!elsewhere).then(|| Moment { time, ..Moment::on(day) })
            }
            Self::Minutes(minutes) => {
                let then = day.to_datetime(seen.time?).checked_sub(Span::new().minutes(minutes)).ok()?;
                Some(Moment::on(then.date()))
            }
        }
    }
}

/// «2 часа назад», `a day ago`: the count, and the unit.
static AGO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:(\d+)|\ba|\ban|\bone|одну?|^|[^\d\p{L}]) ?((?:минут|мин|хвилин|хв|min|час|годин|hour|hr|сағат|сутки|суток|день|дня|дней|дн|днів|дні|добу|day|күн|недел|тижн|тижд|week|апта)\p{L}*|ч|h|d)\.? (?:тому )?(?:назад|ago|бұрын|тому)",
    )
});

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^\d:])([01]?\d|2[0-3])[:.]([0-5]\d)(?:$|[^\d:.])").expect("the pattern is well-formed")
});
