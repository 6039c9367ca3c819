//! Days: by number and month, by weekday, as printed.

use super::{ENDINGS, Slavic};
use crate::calendar::months::NameForm;
use crate::language::dates::cursor::{Read, day};
use crate::language::dates::meaning::{Meaning, Unit, Year};
use crate::language::dates::senses::Sense;

impl Slavic<'_> {
    /// «8», «9-го», «двадцать первого».
    pub(super) fn day_number(&self, at: usize) -> Read<u32> {
        self.c.day_digits(at, ENDINGS).or_else(|| self.ordinal(at)).filter(|(number, _)| (1..=31).contains(number))
    }

    /// «первого», «двадцать первого».
    pub(super) fn ordinal(&self, at: usize) -> Read<u32> {
        match (self.c.sense(at)?, self.c.sense(at + 1)) {
            (Sense::Number(tens @ (20 | 30)), Some(Sense::Ordinal(ones @ 1..=9))) => Some((tens + ones, at + 2)),
            (Sense::Ordinal(number), _) => Some((number, at + 1)),
            _ => None,
        }
    }

    /// A month's name, with the full stop of an abbreviation.
    pub(super) fn month_name(&self, at: usize) -> Read<i8> {
        let Some(Sense::Month(name)) = self.c.sense(at) else { return None };
        if name.form != NameForm::Abbreviation {
            return Some((name.month, at + 1));
        }
        let dotted = self.c.mark(at + 1) == Some('.') && self.c.glued(at + 1);
        (dotted || self.c.digits(at + 1) == 4).then_some((name.month, at + 1 + usize::from(dotted)))
    }

    /// «8 июня 2022 года», «8 июня, в среду».
    pub(super) fn day_month(&self, at: usize) -> Read<Meaning> {
        let (number, next) = self.day_number(at)?;
        let (meaning, next) = self.day_month_after(number, next)?;
        Some(self.with_weekday(meaning, next))
    }

    /// «22.VI.1941».
    pub(super) fn roman_month(&self, at: usize) -> Read<Meaning> {
        let number = self.c.number(at).filter(|_| self.c.digits(at) <= 2 && self.c.begins_cleanly(at))?;
        let glued = |at: usize| self.c.mark(at) == Some('.') && self.c.glued(at) && self.c.glued(at + 1);
        let (month, next) = self.c.roman(at + 2).filter(|(month, _)| *month <= 12)?;
        let (year, end) = self.c.year_digits(next + 1)?;
        let dated = glued(at + 1) && glued(next) && self.c.ends_cleanly(end);
        dated.then_some((day(Year::Given(year), month as i8, number)?, end))
    }

    /// «12-го числа», and behind a weekday «4-го» alone.
    pub(super) fn day_of_month(&self, at: usize) -> Read<Meaning> {
        let (day, next) = self.day_number(at)?;
        let named = matches!(self.c.word(next), "числа" | "число" | "числу");
        // «вечером 13-го его задержали»
        let part = matches!(self.c.word_before(at), "утром" | "днем" | "вечером" | "ночью" | "вечер" | "утро" | "ночь");
        if part && !named && self.c.digits(at) > 0 && next > at + 1 && !self.c.glued(next) {
            return Some((Meaning::DayOfMonth { day: i8::try_from(day).ok()?, weekday: None }, next));
        }
        let day = i8::try_from(day).ok()?;
        // «первого числа каждого месяца» comes round again.
        let repeated = matches!(self.c.word(next + 1), "каждого" | "любого" | "этого" | "того");
        (named && !repeated).then_some((Meaning::DayOfMonth { day, weekday: None }, next + 1))
    }

    /// The month and the year after a day's number.
    pub(super) fn day_month_after(&self, number: u32, at: usize) -> Read<Meaning> {
        let (month, next) = self.month_name(at)?;
        let (year, next) = self.year_tail(next);
        Some((day(year, month, number)?, next))
    }

    /// Adds the weekday that follows a day: «8 июня (среда)», «8 июня, в среду».
    pub(super) fn with_weekday(&self, meaning: Meaning, at: usize) -> (Meaning, usize) {
        let Meaning::Day { year, month, day, .. } = meaning else { return (meaning, at) };
        let opened = self.c.mark(at) == Some('(');
        let start = if opened { at + 1 } else { self.c.skip(at, ',') };
        let start = start + usize::from(matches!(self.c.word(start), "в" | "во" | "у"));
        match self.c.sense(start) {
            Some(Sense::Weekday(weekday)) if start > at => {
                let next = if opened { self.c.skip(start + 1, ')') } else { start + 1 };
                (Meaning::Day { year, month, day, weekday: Some(weekday) }, next)
            }
            _ => (meaning, at),
        }
    }

    /// «в среду, 8 июня», «во вторник на прошлой неделе».
    pub(super) fn weekday_and_day(&self, at: usize) -> Read<Meaning> {
        let Some(Sense::Weekday(weekday)) = self.c.sense(at) else { return None };
        let opened = self.c.mark(at + 1) == Some('(');
        // «в четверг утром, 13 февраля»
        let part = matches!(self.c.word(at + 1), "утром" | "днем" | "вечером" | "ночью" | "вранці" | "ввечері")
            && self.c.mark(at + 2) == Some(',');
        let next = if opened { at + 2 } else { self.c.skip(at + 1 + usize::from(part), ',') };
        if let Some((number, after)) = self.day_number(next)
            && let Some((Meaning::Day { year, month, day, .. }, after)) = self.day_month_after(number, after)
        {
            let after = if opened { self.c.skip(after, ')') } else { after };
            return Some((Meaning::Day { year, month, day, weekday: Some(weekday) }, after));
        }
        // «во вторник, 4-го,»
        if self.c.mark(at + 1) == Some(',')
            && let Some((day, after)) = self.c.day_digits(at + 2, ENDINGS)
            && after > at + 3
            && self.c.word(after).is_empty()
        {
            let after = after + usize::from(matches!(self.c.word(after), "числа"));
            return Some((Meaning::DayOfMonth { day: i8::try_from(day).ok()?, weekday: Some(weekday) }, after));
        }
        let next = at + 1 + usize::from(self.c.word(at + 1) == "на");
        let Some(Sense::Shift(week)) = self.c.sense(next) else { return None };
        let of_week = self.c.sense(next + 1) == Some(Sense::Unit(Unit::Week));
        of_week.then_some((Meaning::WeekdayOfWeek { weekday, week }, next + 2))
    }

    /// «в среду».
    pub(super) fn weekday(&self, at: usize) -> Read<Meaning> {
        let Some(Sense::Weekday(weekday)) = self.c.sense(at) else { return None };
        let introduced = matches!(
            self.c.sense_before(at),
            Some(
                Sense::Preposition
                    | Sense::From
                    | Sense::To
                    | Sense::InSeason(_)
                    | Sense::HalfDay(_)
                    | Sense::Unit(Unit::Day)
            )
        );
        // «среда» is an environment too.
        let environment = match self.c.word(at) {
            "среду" => {
                !matches!(self.c.word_before(at), "в" | "на" | "по" | "до" | "с") || self.c.word(at + 1) == "обитания"
            }
            "среда" | "среде" | "средой" => true,
            _ => false,
        };
        if !introduced || environment || self.c.word_before(at) == "через" {
            return None;
        }
        Some((Meaning::Weekday { weekday, shift: None }, at + 1))
    }
}
