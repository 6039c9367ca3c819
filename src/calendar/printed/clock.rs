//! Times of day beside a printed date, with their zones.

use jiff::civil::Time;

use super::{Clock, Read, Reader};

impl Reader<'_> {
    /// Whether a time follows the date that begins at `at`, were it one without a year.
    pub(super) fn time_follows(&self, at: usize) -> bool {
        (at + 2..=at + 4).any(|next| self.clock_after(next, false).is_some())
    }

    /// A time after a date, with what joins the two.
    pub(super) fn clock_after(&self, at: usize, iso: bool) -> Read<Clock> {
        if iso && self.word(at) == "t" {
            return self.clock(at + 1, true);
        }
        // «7 вересня, 2021, вт. 16:44»
        let behind_weekday = || self.clock(self.skip_joint(self.weekday(self.skip(at, &[',']))?), iso);
        self.clock(self.skip_joint(at), iso).or_else(behind_weekday)
    }

    /// «10:16», «10:16:00.000», «2:05 PM», each with its zone.
    pub(super) fn clock(&self, at: usize, iso: bool) -> Read<Clock> {
        let hour = self.lexemes.get(at).filter(|lexeme| lexeme.digits() <= 2)?.number()?;
        let colon = |at: usize| self.lexemes.get(at).is_some_and(|lexeme| lexeme.is(':') && !lexeme.spaced);
        let two_digits = |at: usize| self.glued_number(at).filter(|_| self.lexemes[at].digits() == 2);
        let minute = two_digits(at + 2).filter(|_| colon(at + 1))?;
        let mut next = at + 3;
        if colon(next) && two_digits(next + 1).is_some_and(|second| second < 61) {
            next += 2;
            let fraction = self.lexemes.get(next).is_some_and(|lexeme| lexeme.is('.') || lexeme.is(','));
            if fraction && self.glued_number(next + 1).is_some() {
                next += 2;
            }
        }
        let (hour, next) = self.half_day(hour, next)?;
        let time = Time::new(i8::try_from(hour).ok()?, minute as i8, 0, 0).ok()?;
        let (offset, next) = match self.zone(next, iso) {
            Some((offset, next)) => (Some(offset), next),
            None => (None, next),
        };
        Some(((time, offset), next))
    }

    /// «AM», «p.m.» after a time whose hour is `hour`.
    fn half_day(&self, hour: u32, at: usize) -> Read<u32> {
        let (letter, next) = match self.word(at) {
            "am" | "pm" => (&self.word(at)[..1], at + 1),
            letter @ ("a" | "p") if self.mark(at + 1) == Some('.') && self.word(at + 2) == "m" => {
                (letter, self.skip(at + 3, &['.']))
            }
            _ => return Some((hour, at)),
        };
        if !(1..=12).contains(&hour) {
            return None;
        }
        Some((hour % 12 + if letter == "p" { 12 } else { 0 }, next))
    }

    /// «Z», «+03:00», «+0300», «GMT+3», «(МСК)», in minutes east of UTC.
    fn zone(&self, at: usize, iso: bool) -> Read<i16> {
        let open = usize::from(self.mark(at) == Some('('));
        let close = |next: usize| if open == 1 && self.mark(next) == Some(')') { next + 1 } else { next };
        match self.word(at + open) {
            "z" if !self.lexemes[at + open].spaced => return Some((0, close(at + open + 1))),
            // Moscow has kept three hours since October 2014.
            "мск" | "msk" => return Some((180, close(at + open + 1))),
            "gmt" | "utc" => {
                let next = at + open + 1;
                let (offset, next) = self.signed_offset(next, true).unwrap_or((0, next));
                return Some((offset, close(next)));
            }
            _ => {}
        }
        // «10:16-11:00» after a date in words is a span of time, not a zone.
        self.signed_offset(at, iso)
    }

    /// `+03:00`, `-0330`, and after «GMT» also `+3`. Without `loose` four digits at once are needed.
    fn signed_offset(&self, at: usize, loose: bool) -> Read<i16> {
        let sign = match self.mark(at)? {
            '+' => 1,
            '-' | '−' => -1,
            _ => return None,
        };
        let value = self.glued_number(at + 1)?;
        let (hours, minutes, next) = match self.lexemes[at + 1].digits() {
            4 => (value / 100, value % 100, at + 2),
            1 | 2 if loose => match self.glued_number(at + 3).filter(|_| self.lexemes[at + 2].is(':')) {
                Some(minutes) => (value, minutes, at + 4),
                None => (value, 0, at + 2),
            },
            _ => return None,
        };
        (hours <= 14 && minutes < 60).then_some((sign * (hours * 60 + minutes) as i16, next))
    }
}
