//! A sentence's lexemes with their senses, and the small readings that all grammars share.

use std::cell::OnceCell;

use jiff::civil::Time;

use super::meaning::{Meaning, Unit, Year};
use super::senses::{Sense, Vocabulary};
use crate::calendar::lexeme::{Kind, Lexeme};
use crate::calendar::printed_at;

/// A value, and the index of the lexeme after it.
pub(super) type Read<T> = Option<(T, usize)>;

/// An expression that a grammar has found between two lexemes, the second excluded.
pub(super) struct Found {
    pub meaning: Meaning,
    pub from: usize,
    pub to: usize,
}

/// A sentence that a grammar reads.
pub(super) struct Cursor<'s> {
    pub lexemes: &'s [Lexeme],
    senses: Vec<Option<Sense>>,
    /// For each lexeme, once it has been asked for, whether it is a verb of the future or of the past.
    tenses: Vec<OnceCell<Option<bool>>>,
}

/// How many lexemes away something may stand that tells of a date: more than any sentence that is written
/// has, and few enough for a line of nothing but dates.
pub(super) const REACH: usize = 500;

/// Years that a bare number of four digits can mean.
pub(super) const LIKELY_YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

impl<'s> Cursor<'s> {
    pub fn new(lexemes: &'s [Lexeme], vocabulary: &Vocabulary) -> Self {
        let senses = lexemes.iter().map(|lexeme| vocabulary.sense(lexeme.word())).collect();
        Self { lexemes, senses, tenses: vec![OnceCell::new(); lexemes.len()] }
    }

    /// What `tell` says of the lexeme at `at`, which is asked once: dates that share a sentence share its verbs,
    /// and a dictionary is slow to ask.
    pub fn tense(&self, at: usize, tell: impl FnOnce() -> Option<bool>) -> Option<bool> {
        *self.tenses.get(at)?.get_or_init(tell)
    }

    pub fn len(&self) -> usize {
        self.lexemes.len()
    }

    pub fn sense(&self, at: usize) -> Option<Sense> {
        self.senses.get(at).copied().flatten()
    }

    /// The sense of the lexeme before `at`.
    pub fn sense_before(&self, at: usize) -> Option<Sense> {
        self.sense(at.checked_sub(1)?)
    }

    pub fn word(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", Lexeme::word)
    }

    pub fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        match self.lexemes.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub fn mark_before(&self, at: usize) -> Option<char> {
        self.mark(at.checked_sub(1)?)
    }

    pub fn number(&self, at: usize) -> Option<u32> {
        self.lexemes.get(at)?.number()
    }

    pub fn digits(&self, at: usize) -> usize {
        self.lexemes.get(at).map_or(0, Lexeme::digits)
    }

    /// Whether no white space stands before the lexeme.
    pub fn glued(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| !lexeme.spaced)
    }

    pub fn capital(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.capital)
    }

    /// Whether the lexeme has a capital letter that the beginning of a sentence does not explain.
    pub fn named(&self, at: usize) -> bool {
        self.capital(at) && at > 0 && !matches!(self.mark_before(at), Some('«' | '"' | '“' | '—' | '–' | '.' | ':'))
    }

    pub fn is_dash(&self, at: usize) -> bool {
        matches!(self.mark(at), Some('-' | '–' | '—' | '−' | '‑'))
    }

    /// The index after `mark`, if it stands here; otherwise `at`.
    pub fn skip(&self, at: usize, mark: char) -> usize {
        at + usize::from(self.mark(at) == Some(mark))
    }

    /// Whether a number may begin here: not inside a longer number, a version, a name («Экспо-2017»).
    pub fn begins_cleanly(&self, at: usize) -> bool {
        if !self.glued(at) || at == 0 {
            return true;
        }
        match self.mark(at - 1) {
            Some('.' | ',' | ':' | '/') => {
                self.digits(at.wrapping_sub(2)) == 0 && self.word(at.wrapping_sub(2)).is_empty()
            }
            // «31 мая-2 июня»: the dash of a range; «Экспо-2017»: part of a name.
            Some('-' | '–' | '—') => {
                matches!(self.sense(at.wrapping_sub(2)), Some(Sense::Month(_) | Sense::Unit(Unit::Year)))
            }
            Some(mark) => !matches!(mark, '+' | '#' | '№' | '_' | '=' | '$' | '€' | '&' | '@' | '%'),
            None => false,
        }
    }

    /// Whether a number may end before `at`: no decimal, per cent or unit is glued to it.
    pub fn ends_cleanly(&self, at: usize) -> bool {
        match self.mark(at) {
            Some('.' | ',' | ':' | '/') if self.glued(at) => !(self.digits(at + 1) > 0 && self.glued(at + 1)),
            Some('%' | '°' | '_' | '€' | '$') => false,
            _ => !(self.glued(at) && (self.digits(at) > 0)),
        }
    }

    /// A day of the month in digits, 1–31, with the `endings` of an ordinal («9-го», «27th»).
    pub fn day_digits(&self, at: usize, endings: &[&str]) -> Read<u32> {
        let day = self.number(at).filter(|day| self.digits(at) <= 2 && (1..=31).contains(day))?;
        if !self.begins_cleanly(at) {
            return None;
        }
        Some((day, self.skip_ending(at + 1, endings)))
    }

    /// The index after an ordinal's ending glued to a number that ends before `at`.
    pub fn skip_ending(&self, at: usize, endings: &[&str]) -> usize {
        let hyphen = usize::from(self.mark(at) == Some('-') && self.glued(at));
        let ending = at + hyphen;
        if self.glued(ending) && endings.contains(&self.word(ending)) { ending + 1 } else { at }
    }

    /// A year of four digits.
    pub fn year_digits(&self, at: usize) -> Read<i16> {
        let year = self.number(at).filter(|year| self.digits(at) == 4 && (1000..=2999).contains(year))?;
        Some((year as i16, at + 1))
    }

    /// A Roman numeral, Latin or in the Cyrillic letters that look like it, from 1 to 39.
    pub fn roman(&self, at: usize) -> Read<u32> {
        let word = self.word(at);
        if word.is_empty() || word.chars().count() > 6 || !self.capital(at) {
            return None;
        }
        let mut total = 0;
        let mut last = 0;
        for letter in word.chars().rev() {
            let value = match letter {
                'i' | 'і' => 1,
                'v' => 5,
                'x' | 'х' => 10,
                _ => return None,
            };
            if value < last {
                total -= value;
            } else {
                total += value;
                last = value;
            }
        }
        (total > 0 && total < 40).then_some((total as u32, at + 1))
    }

    /// «10:16», «10.16» where `dotted` allows it.
    pub fn clock_digits(&self, at: usize, dotted: bool) -> Read<Time> {
        let hour = self.number(at).filter(|_| self.digits(at) <= 2 && self.begins_cleanly(at))?;
        let colon = self.mark(at + 1).is_some_and(|mark| mark == ':' || (dotted && mark == '.'));
        let minute = self.number(at + 2).filter(|_| self.digits(at + 2) == 2)?;
        // Seconds are read over.
        let seconds = self.mark(at + 3) == Some(':') && self.digits(at + 4) == 2 && self.glued(at + 3);
        let next = if seconds { at + 5 } else { at + 3 };
        if !colon || !self.glued(at + 1) || !self.glued(at + 2) || !self.ends_cleanly(next) {
            return None;
        }
        Some((Time::new(hour as i8, minute as i8, 0, 0).ok()?, next))
    }

    /// A date as content systems print it, with its year: «08.06.2022», «Авг11,2024».
    pub fn printed(&self, at: usize) -> Read<Meaning> {
        let (moment, next) = printed_at(self.lexemes, at)?;
        let meaning = day(Year::Given(moment.day.year?), moment.day.month, moment.day.day as u32)?;
        Some((Self::at_time(meaning, moment.time), next))
    }

    /// Puts a time on a day.
    pub fn at_time(meaning: Meaning, time: Option<Time>) -> Meaning {
        match time {
            Some(time) => Meaning::At(Box::new(meaning), time),
            None => meaning,
        }
    }
}

/// A day of a known or unknown year, if any year has it.
pub(super) fn day(year: Year, month: i8, day: u32) -> Option<Meaning> {
    let day = i8::try_from(day).ok()?;
    crate::calendar::Day::without_year(month, day)?;
    if let Year::Given(year) = year {
        jiff::civil::Date::new(year, month, day).ok()?;
    }
    Some(Meaning::Day { year, month, day, weekday: None })
}
