//! Days and periods in words: «8 июня 2022 г.», «начало июля 2022», «17 июня».
//!
//! What a language's dates look like stands in its `date-*` messages; here is only which of them fits.

use super::{Argument, Locale};
use crate::calendar::{Day, Moment, Precision};

impl Locale {
    /// A day in words, without a year where none is known. Its parts hold together by no-break spaces.
    pub fn day(&self, day: Day) -> String {
        self.date(if day.year.is_some() { "date-day" } else { "date-day-no-year" }, day)
    }

    /// A day in words, and the time of day where it is known: «8 июня 2022 г., 10:16».
    pub fn moment(&self, moment: &Moment) -> String {
        let day = self.day(moment.day);
        match moment.time {
            Some(time) => {
                let clock = format!("{:02}:{:02}", time.hour(), time.minute());
                self.text_with("date-with-time", &[("day", day.into()), ("time", clock.into())])
            }
            None => day,
        }
    }

    /// The days from `from` to `to`, both included, in the words that `precision` calls for.
    pub fn period(&self, from: Day, to: Day, precision: Precision) -> String {
        let key = match precision {
            Precision::Minute | Precision::Day if from == to => return self.day(from),
            Precision::Minute | Precision::Day | Precision::Range | Precision::Week => {
                return self.days_from_to(from, to);
            }
            Precision::EarlyMonth => "date-early-month",
            Precision::MidMonth => "date-mid-month",
            Precision::LateMonth => "date-late-month",
            Precision::Month => "date-month",
            Precision::Quarter => "date-quarter",
            Precision::HalfYear => "date-half-year",
            Precision::Season => return self.season(from, to),
            Precision::Year => "date-year",
            Precision::Decade => "date-decade",
            Precision::Century => "date-century",
        };
        if from.year.is_some() {
            return self.date(key, from);
        }
        match precision {
            Precision::EarlyMonth | Precision::MidMonth | Precision::LateMonth | Precision::Month => {
                self.date(&format!("{key}-no-year"), from)
            }
            // A year, a quarter of one or a decade without a year says nothing; its days still do.
            _ => self.days_from_to(from, to),
        }
    }

    /// The name of a month (1–12) as it heads a list: «июнь».
    pub fn month_name(&self, month: i8) -> String {
        self.text(&format!("month-{month}"))
    }

    /// «9–11 августа 2022 г.», «28 июля – 3 августа 2022 г.», «28 декабря 2021 г. – 3 января 2022 г.».
    fn days_from_to(&self, from: Day, to: Day) -> String {
        if from == to {
            return self.day(from);
        }
        if from.year != to.year {
            return self.text_with("date-range", &[("from", self.day(from).into()), ("to", self.day(to).into())]);
        }
        let first = if from.month == to.month {
            if from.day == 1 && to.day == days_in_month(to) {
                return self.period(from, to, Precision::Month);
            }
            let key = if to.year.is_some() { "date-days" } else { "date-days-no-year" };
            let first = [("first", from.day.to_string().into())];
            return self.date_with(key, to, &first).unwrap_or_else(|| key.to_owned());
        } else {
            self.date("date-day-no-year", from)
        };
        self.text_with("date-range", &[("from", first.into()), ("to", self.day(to).into())])
    }

    /// «лето 2022», «зима 2021–2022».
    fn season(&self, from: Day, to: Day) -> String {
        let name = match from.month {
            3..=5 => "spring",
            6..=8 => "summer",
            9..=11 => "autumn",
            _ => "winter",
        };
        let name = self.text(&format!("season-{name}"));
        let years = match (from.year, to.year) {
            (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
            (Some(year), _) | (None, Some(year)) => year.to_string(),
            (None, None) => return name,
        };
        self.text_with("date-season", &[("season", name.into()), ("years", years.into())])
    }

    /// The message `key` with everything that a date's wording may ask for.
    fn date(&self, key: &str, day: Day) -> String {
        self.dated.text(key, day, || self.date_with(key, day, &[])).unwrap_or_else(|| key.to_owned())
    }

    /// The same, with `more`; `None` as for [`Locale::find`].
    fn date_with(&self, key: &str, day: Day, more: &[(&str, Argument<'_>)]) -> Option<String> {
        let year = i32::from(day.year.unwrap_or_default());
        let quarter = (i32::from(day.month) + 2) / 3;
        let century = (year - 1).div_euclid(100) + 1;
        let mut arguments: Vec<(&str, Argument<'_>)> = vec![
            ("day", day.day.to_string().into()),
            ("month", self.month_name(day.month).into()),
            ("month-of", self.text(&format!("month-of-{}", day.month)).into()),
            ("year", year_text(day).into()),
            ("quarter", roman(quarter).into()),
            ("quarter-number", quarter.to_string().into()),
            ("half", (if day.month <= 6 { 1 } else { 2 }).into()),
            ("decade", (year - year.rem_euclid(10)).to_string().into()),
            ("century", century.into()),
            ("century-roman", roman(century).into()),
        ];
        arguments.extend(more.iter().map(|(name, value)| (*name, value.clone())));
        self.find(key, &arguments)
    }
}

fn year_text(day: Day) -> String {
    day.year.map(|year| year.to_string()).unwrap_or_default()
}

fn days_in_month(day: Day) -> i8 {
    day.date().map_or(31, |date| date.days_in_month())
}

/// Roman numerals, for the centuries and quarters that Russian writes with them.
fn roman(number: i32) -> String {
    const VALUES: [(i32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    if !(1..400).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut numerals = String::new();
    for (value, numeral) in VALUES {
        while rest >= value {
            numerals.push_str(numeral);
            rest -= value;
        }
    }
    numerals
}
