//! The grammar of time in Russian and Ukrainian: which differ in their words, hardly in their order.

mod clock;
mod day;
mod period;
mod relative;
mod year;

use super::cursor::{Cursor, Found, Read, day};
use super::meaning::{Meaning, Year, borrow_year, same_grain};
use super::senses::Sense;

/// Endings that are glued to numbers: «9-го», «2016-й», «1990-х».
const ENDINGS: &[&str] =
    &["го", "е", "й", "я", "ое", "ый", "ое", "му", "м", "ом", "ого", "ему", "ій", "ому", "та", "ту", "ю"];

/// How the words begin after which a name stands between quotation marks.
const TITLED: &[&str] = &[
    "сериал",
    "фильм",
    "картин",
    "лент",
    "роман",
    "книг",
    "повест",
    "рассказ",
    "песн",
    "альбом",
    "спектакл",
    "групп",
    "газет",
    "журнал",
    "программ",
    "передач",
    "клуб",
    "кафе",
    "ресторан",
    "магазин",
    "парти",
    "движени",
    "фестивал",
    "премьер",
    "драм",
    "комеди",
    "шоу",
    "стрічк",
    "пісн",
];

/// Reads one sentence.
pub(super) struct Slavic<'s> {
    pub c: &'s Cursor<'s>,
}

/// The first end of a range, which may lack what the second end says for both.
enum Point {
    /// «с 9 …»
    Day(u32),
    /// «с 2014 …»
    Year(i16),
    /// «с 28 мая …»
    Dated(Meaning),
}

impl Slavic<'_> {
    /// The expressions that begin at `at`, and the index after them. A thing that only looks like a
    /// date is read to its end, and nothing found.
    pub fn expression(&self, at: usize) -> Option<(Vec<Found>, usize)> {
        if let Some(next) = self.lookalike(at) {
            return Some((Vec::new(), next));
        }
        let read = self.read(at)?;
        // «книга «Лето 1941 года»»: a work's title.
        let quoted = matches!(self.c.mark_before(at), Some('«' | '"' | '“' | '„'));
        let closed = matches!(self.c.mark(read.1), Some('»' | '"' | '”' | '“'));
        let titled = at >= 2 && TITLED.iter().any(|stem| self.c.word(at - 2).starts_with(stem));
        // «команда «Август»»: a month or a day of the week alone between marks is a name.
        let alone = read.1 == at + 1 && self.c.number(at).is_none() && self.c.capital(at);
        Some(if quoted && closed && (titled || alone) { (Vec::new(), read.1) } else { read })
    }

    fn read(&self, at: usize) -> Option<(Vec<Found>, usize)> {
        let one = |(meaning, to): (Meaning, usize)| (vec![Found { meaning, from: at, to }], to);
        self.opened_range(at)
            .or_else(|| self.timed(at))
            .map(one)
            .or_else(|| self.year_list(at))
            .or_else(|| self.day_list(at))
            .or_else(|| self.dashed(at).map(one))
    }

    /// Streets, squares and factories named after days, and days that no month has.
    fn lookalike(&self, at: usize) -> Option<usize> {
        let dotted = self.c.mark_before(at) == Some('.');
        let before = if dotted { at.checked_sub(2)? } else { at.wrapping_sub(1) };
        let quoted = matches!(self.c.mark_before(at), Some('«' | '"' | '“'));
        let before = if quoted { at.wrapping_sub(2) } else { before };
        let (first, month) = self
            .c
            .day_digits(at, ENDINGS)
            // «площадь Первого Мая»
            .or_else(|| self.ordinal(at).filter(|_| self.c.capital(at)))
            .filter(|(_, next)| matches!(self.c.sense(*next), Some(Sense::Month(_))))
            .unwrap_or((0, at));
        let named = match self.c.sense(before) {
            Some(Sense::Street) => first > 0 || self.c.digits(at) == 4,
            Some(Sense::Place) => first > 0 && (self.c.capital(month) || quoted),
            _ => self.c.word(before) == "им" && dotted || self.c.mark_before(at) == Some('№'),
        };
        if named && first > 0 {
            return Some(self.year_tail(month + 1).1);
        }
        if named && self.c.digits(at) == 4 {
            return Some(at + 2);
        }
        // «сериал «11 сентября»», «роман «1984»»: a work's title.
        let titled = quoted && TITLED.iter().any(|stem| self.c.word(before).starts_with(stem));
        if titled && first > 0 && matches!(self.c.mark(month + 1), Some('»' | '"' | '”')) {
            return Some(month + 2);
        }
        // «фабрика «8 Марта»» with nothing else between the marks.
        if quoted && first > 0 && self.c.capital(month) && matches!(self.c.mark(month + 1), Some('»' | '"' | '”')) {
            return Some(month + 2);
        }
        let number = self.c.number(at)?;
        let (name, next) = self.month_name(at + 1)?;
        let impossible = self.c.digits(at) <= 2 && !self.c.glued(at + 1) && day(Year::Unsaid, name, number).is_none();
        impossible.then(|| self.year_tail(next).1)
    }

    /// «с 9 по 11 августа», «с мая по июль», «с 2014 по 2016 год».
    fn opened_range(&self, at: usize) -> Read<Meaning> {
        if self.c.sense(at) != Some(Sense::From) {
            return None;
        }
        if let Some(centuries) = self.centuries_from(at + 1) {
            return Some(centuries);
        }
        let (first, next) = self.point(at + 1)?;
        let next = self.c.skip(next, ',');
        let next = next + usize::from(self.c.word(next) == "вплоть");
        let next =
            next + usize::from(self.c.sense(next) == Some(Sense::And) && self.c.sense(next + 1) == Some(Sense::To));
        let joined = match self.c.sense(next) {
            Some(Sense::To) => true,
            Some(Sense::And) => matches!(self.c.word(at), "между" | "між"),
            // «в ночь с 5 на 6 мая»
            _ => self.c.word(next) == "на",
        };
        if !joined {
            return None;
        }
        if let Point::Year(year) = first
            && let Some((last, end)) = self.last_year(next + 1)
        {
            // «отложили с 2025 на 2027 год» names two years, not those between them.
            if self.c.word(next) == "на" && last > year + 1 {
                return None;
            }
            let next = end;
            return Some((range(Point::Year(year), Meaning::Year(Year::Given(last)))?, next));
        }
        let night = self.c.word(next) == "на";
        let (last, next) = self.dated(next + 1)?;
        // «перенесли с 7 на 14 октября» names two days, not those between them.
        if let (true, Point::Day(first), Meaning::Day { day, .. }) = (night, &first, &last)
            && first + 1 != *day as u32
        {
            return None;
        }
        Some((range(first, last)?, next))
    }

    fn point(&self, at: usize) -> Read<Point> {
        if let Some((meaning, next)) = self.dated(at) {
            return Some((Point::Dated(meaning), next));
        }
        if let Some((year, next)) = self.c.year_digits(at) {
            return Some((Point::Year(year), self.c.skip_ending(next, ENDINGS)));
        }
        self.day_number(at).map(|(day, next)| (Point::Day(day), next))
    }

    /// «28–29 мая» and «28 и 29 мая» are a range, «5, 7 и 12 мая» three days.
    fn day_list(&self, at: usize) -> Option<(Vec<Found>, usize)> {
        let (first, mut next) = self.day_number(at)?;
        let mut days = vec![(first, at, next)];
        let mut dashed = false;
        while days.len() < 6 {
            let listed = self.c.sense(next) == Some(Sense::And) || self.c.mark(next) == Some(',');
            if !listed && !self.c.is_dash(next) {
                break;
            }
            // «9-го» has been read; what is glued on both sides is a range.
            let Some((number, after)) = self.number_after_joint(next + 1) else { break };
            dashed |= !listed;
            days.push((number, next + 1, after));
            next = after;
        }
        if let Some(read) = self.range_list(at) {
            return Some(read);
        }
        let (last, from, _) = days.pop()?;
        if days.is_empty() {
            return None;
        }
        let (meaning, next) =
            self.day_month_after(last, next).map(|(meaning, next)| self.with_weekday(meaning, next))?;
        let Meaning::Day { year, month, .. } = meaning else { return None };
        let earlier = days.last()?.0;
        if days.len() == 1 && last > earlier && (dashed || last == earlier + 1) {
            let range = Meaning::Range(Box::new(day(year, month, earlier)?), Box::new(meaning));
            return Some((vec![Found { meaning: range, from: at, to: next }], next));
        }
        let mut found = Vec::new();
        for (number, from, to) in days {
            found.push(Found { meaning: day(year, month, number)?, from, to });
        }
        found.push(Found { meaning, from, to: next });
        Some((found, next))
    }

    /// «13–14 и 20–21 февраля»: two ranges of days in one month.
    fn range_list(&self, at: usize) -> Option<(Vec<Found>, usize)> {
        let span = |at: usize| {
            let (first, next) = self.day_number(at)?;
            let (last, next) = self.number_after_joint(next + 1).filter(|_| self.c.is_dash(next))?;
            (first < last).then_some((first, last, next))
        };
        let (first, last, next) = span(at)?;
        let joint = self.c.sense(next) == Some(Sense::And) || self.c.mark(next) == Some(',');
        let (second, end, after) = span(next + 1).filter(|_| joint)?;
        let (Meaning::Day { year, month, .. }, after) = self.day_month_after(end, after)? else { return None };
        let range = |from, to| Some(Meaning::Range(Box::new(day(year, month, from)?), Box::new(day(year, month, to)?)));
        let found = vec![
            Found { meaning: range(first, last)?, from: at, to: next },
            Found { meaning: range(second, end)?, from: next + 1, to: after },
        ];
        Some((found, after))
    }

    fn number_after_joint(&self, at: usize) -> Read<u32> {
        if let Some(number) = self.c.number(at).filter(|n| self.c.digits(at) <= 2 && (1..=31).contains(n)) {
            return Some((number, self.c.skip_ending(at + 1, ENDINGS)));
        }
        self.day_number(at)
    }

    /// «30 декабря — 3 января», «в мае–июне», «XIX–XX веков», or one date.
    fn dashed(&self, at: usize) -> Read<Meaning> {
        if let Some(centuries) = self.centuries(at) {
            return Some(centuries);
        }
        let (first, next) = self.dated(at)?;
        if self.c.is_dash(next)
            && let Some((last, after)) = self.dated(next + 1)
            && same_grain(&first, &last)
            && let Some(range) = range(Point::Dated(first.clone()), last)
        {
            return Some((range, after));
        }
        Some((first, next))
    }

    /// One date, with its time of day.
    fn dated(&self, at: usize) -> Read<Meaning> {
        if self.c.sense(at).is_none() && self.c.number(at).is_none() && self.c.word(at).is_empty() {
            return None;
        }
        let (meaning, next) = self
            .weekday_and_day(at)
            .or_else(|| self.day_month(at))
            .or_else(|| self.c.printed(at))
            .or_else(|| self.roman_month(at))
            .or_else(|| self.part_of_month(at))
            .or_else(|| self.fraction_of_year(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
            .or_else(|| self.year(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.near(at))
            .or_else(|| self.season(at))
            .or_else(|| self.month(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.deictic(at))?;
        if !meaning.is_day() {
            return Some((meaning, next));
        }
        Some(match self.clock_tail(next) {
            Some((time, next)) => (Cursor::at_time(meaning, Some(time)), next),
            None => (meaning, next),
        })
    }
}

/// A range whose first end borrows month and year from the second where it lacks them.
fn range(first: Point, last: Meaning) -> Option<Meaning> {
    let first = match first {
        Point::Day(number) => {
            let Meaning::Day { year, month, day: end, .. } = last else { return None };
            if number >= end as u32 {
                return None;
            }
            day(year, month, number)?
        }
        Point::Year(year) => match last {
            Meaning::Year(Year::Given(end)) if end > year => Meaning::Year(Year::Given(year)),
            _ => return None,
        },
        Point::Dated(mut first) => {
            borrow_year(&mut first, &last);
            first
        }
    };
    Some(Meaning::Range(Box::new(first), Box::new(last)))
}
