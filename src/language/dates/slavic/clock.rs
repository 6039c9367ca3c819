//! Times of day, before and after a date.

use jiff::civil::Time;

use super::Slavic;
use crate::language::dates::cursor::{Cursor, Read};
use crate::language::dates::meaning::{Meaning, Unit};
use crate::language::dates::senses::Sense;

impl Slavic<'_> {
    /// «в 10:16 8 июня», «в 9 часов утра 5 мая».
    pub(super) fn timed(&self, at: usize) -> Read<Meaning> {
        if matches!(self.c.word(at), "полдень" | "полночь") && matches!(self.c.word_before(at), "в" | "около")
        {
            let hour = if self.c.word(at) == "полдень" { 12 } else { 0 };
            let (meaning, next) = self.dated(at + 1)?;
            return meaning.is_day().then(|| (Cursor::at_time(meaning, Time::new(hour, 0, 0, 0).ok()), next));
        }
        if self.c.number(at).is_none() && !matches!(self.c.sense(at), Some(Sense::Number(_))) {
            return None;
        }
        let (time, next) = self.clock(at, true)?;
        let next = self.time_zone(next);
        let next = self.c.skip(next, ',');
        // «в 18:00 во вторник»
        let next = next + usize::from(matches!(self.c.word(next), "в" | "во" | "у"));
        let (meaning, next) = self.dated(next)?;
        meaning.is_day().then(|| (Cursor::at_time(meaning, Some(time)), next))
    }

    /// «, в 10:16», «около 9 часов утра» after a day.
    pub(super) fn clock_tail(&self, at: usize) -> Read<Time> {
        // «сегодня утром, в 8:15»
        let part = usize::from(matches!(
            self.c.word(at),
            "утром" | "днем" | "вечером" | "ночью" | "вранці" | "ввечері" | "вночі"
        ));
        let mut next = self.c.skip(at + part, ',');
        let mut introduced = false;
        while matches!(
            self.c.word(next),
            "в" | "во"
                | "у"
                | "о"
                | "об"
                | "около"
                | "примерно"
                | "ровно"
                | "приблизно"
                | "к"
                | "районе"
        ) && next < at + 4
        {
            introduced = true;
            next += 1;
        }
        self.clock(next, introduced).filter(|_| introduced || self.c.mark(next + 1) == Some(':'))
    }

    /// «10:16», «10 часов 16 минут», «9 утра». `spoken`: forms without a colon are a time here.
    fn clock(&self, at: usize, spoken: bool) -> Read<Time> {
        if let Some((time, next)) = self.c.clock_digits(at, spoken && self.c.word_before(at) != "на") {
            let (time, after) = self.half_day(time, next);
            // «в 10.16» could be an amount; a part of the day, or the word before, tells.
            return Some((time, after));
        }
        let digits = self.c.number(at).filter(|_| self.c.digits(at) <= 2 && self.c.begins_cleanly(at));
        let word = match self.c.sense(at) {
            Some(Sense::Number(number)) => Some(number),
            _ => None,
        };
        let hour = digits.or(word).filter(|hour| *hour <= 24)?;
        if !spoken {
            return None;
        }
        let hours = self.c.sense(at + 1) == Some(Sense::Hours);
        let next = at + 1 + usize::from(hours);
        let (minute, next) = match self.c.number(next).filter(|_| hours) {
            Some(minute) if self.c.sense(next + 1) == Some(Sense::Minutes) => (minute, next + 2),
            _ => (0, next),
        };
        let time = Time::new((hour % 24) as i8, i8::try_from(minute).ok()?, 0, 0).ok()?;
        let (time, after) = self.half_day(time, next);
        (hours || after > next).then_some((time, after))
    }

    /// «утра», «вечера», «дня» after an hour.
    fn half_day(&self, time: Time, at: usize) -> (Time, usize) {
        let add = match self.c.sense(at) {
            Some(Sense::HalfDay(add)) => add,
            Some(Sense::Unit(Unit::Day)) if matches!(self.c.word(at), "дня") => 12,
            _ => return (time, at),
        };
        let hour = match time.hour() {
            // Midnight is «12 ночи».
            12 if add == 0 && matches!(self.c.word(at), "ночи" | "ночі") => 0,
            hour @ 1..=11 => hour + add as i8,
            hour => hour,
        };
        (Time::new(hour, time.minute(), 0, 0).unwrap_or(time), at + 1)
    }

    /// The index after «по московскому времени», «мск».
    fn time_zone(&self, at: usize) -> usize {
        match self.c.word(at) {
            "мск" => at + 1,
            "по" | "за" if matches!(self.c.word(at + 2), "времени" | "часом") => at + 3,
            _ => at,
        }
    }
}
