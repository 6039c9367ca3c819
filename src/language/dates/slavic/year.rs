//! Years, decades and centuries.

use super::{ENDINGS, Slavic};
use crate::language::dates::cursor::{Found, LIKELY_YEARS, Read};
use crate::language::dates::meaning::{Meaning, Unit, Year};
use crate::language::dates::senses::Sense;

/// The one before ours.
const LAST_CENTURY: i16 = 20;

impl Slavic<'_> {
    /// The year after a day, a month or a season; [`Year::Unsaid`], and `at`, if there is none.
    pub(super) fn year_tail(&self, at: usize) -> (Year, usize) {
        self.stated_year(at).unwrap_or((Year::Unsaid, at))
    }

    fn stated_year(&self, at: usize) -> Read<Year> {
        let start = self.c.skip(at, ',');
        if let Some((year, next)) = self.c.year_digits(start).filter(|(_, next)| self.c.ends_cleanly(*next)) {
            if let Some(next) = self.year_word(next) {
                return Some((Year::Given(year), next));
            }
            let next = self.c.skip_ending(next, ENDINGS);
            // Without «года» it must stand directly behind, and look like a year of our time.
            let bare = start == at && LIKELY_YEARS.contains(&(year as u32));
            return bare.then_some((Year::Given(year), next));
        }
        if let (Some(Sense::Shift(by)), Some(next)) = (self.c.sense(at), self.year_noun(at + 1)) {
            return Some((Year::Relative(by), next));
        }
        match self.c.word(at) {
            "того" | "тогож" | "этого" | "цього" if matches!(self.c.word(at + 1), "же" | "самого" | "ж") => {
                self.year_noun(at + 2).map(|next| (Year::Same(0), next))
            }
            "с" | "т" | "ц" => {
                let dotted = self.c.mark(at + 1) == Some('.') && matches!(self.c.word(at + 2), "г" | "р");
                dotted.then(|| (Year::Relative(0), self.c.skip(at + 3, '.')))
            }
            _ => None,
        }
    }

    /// The index after «год» in the singular.
    fn year_noun(&self, at: usize) -> Option<usize> {
        (self.c.sense(at) == Some(Sense::Unit(Unit::Year))).then_some(at + 1)
    }

    /// The index after «год», «г.», «-й год» following a number.
    fn year_word(&self, at: usize) -> Option<usize> {
        let at = self.c.skip_ending(at, ENDINGS);
        match self.c.word(at) {
            "г" | "р" => Some(self.c.skip(at + 1, '.')),
            _ => self.year_noun(at),
        }
    }

    /// The index after «годы», «гг.» following two numbers.
    fn years_word(&self, at: usize) -> Option<usize> {
        match self.c.word(at) {
            "гг" | "рр" => Some(self.c.skip(at + 1, '.')),
            "г" | "р" if self.c.mark(at + 1) == Some('.') => Some(at + 2),
            _ if self.c.sense(at) == Some(Sense::Units(Unit::Year)) => Some(at + 1),
            _ => self.year_noun(at),
        }
    }

    /// «… по 2016 год», «… по 2016-й годы», «… по 2016».
    pub(super) fn last_year(&self, at: usize) -> Read<i16> {
        let (year, next) = self.c.year_digits(at)?;
        let next = self.c.skip_ending(next, ENDINGS);
        let likely = LIKELY_YEARS.contains(&(year as u32)) && self.c.ends_cleanly(next);
        self.years_word(next).map(|next| (year, next)).or(likely.then_some((year, next)))
    }

    /// «в 91-м году»: the hundred is that of the last century unless that year is still to come.
    fn short_year(&self, at: usize) -> Read<Meaning> {
        let number = self.c.number(at).filter(|_| self.c.digits(at) == 2 && self.c.begins_cleanly(at))?;
        let next = self.c.skip_ending(at + 1, &["м", "й", "го", "му", "му"]);
        let year = (number as i16) + if number < 40 { 2000 } else { 1900 };
        // «на 81-м году жизни» is an age.
        let introduced = matches!(self.c.word_before(at), "в" | "у" | "с" | "до" | "к");
        let named = next > at + 1 && self.year_noun(next).is_some() && introduced;
        named.then_some((Meaning::Year(Year::Given(year)), next + 1))
    }

    /// «2021 год», «2021 г.», «в 2021-м», «(2021)».
    pub(super) fn year(&self, at: usize) -> Read<Meaning> {
        if let Some(read) = self.short_year(at) {
            return Some(read);
        }
        let number = self.c.number(at).filter(|_| self.c.begins_cleanly(at) && self.c.ends_cleanly(at + 1))?;
        let year = match self.c.digits(at) {
            3 | 4 if number <= 2999 => number as i16,
            _ => return None,
        };
        if let Some(next) = self.year_word(at + 1) {
            let before_christ = matches!(self.c.word(next), "до") && self.c.word(next + 1) == "н";
            return (!before_christ).then_some((Meaning::Year(Year::Given(year)), next));
        }
        if !LIKELY_YEARS.contains(&number) || self.c.digits(at) != 4 {
            return None;
        }
        let ending = self.c.skip_ending(at + 1, ENDINGS);
        let free = !self.c.glued(ending)
            || matches!(self.c.mark(ending), Some(',' | '.' | ';' | ')' | '!' | '?' | '»'))
                && !self.c.glued(ending + 1);
        if ending > at + 1 && free && self.c.word_before(at) != "на" {
            return Some((Meaning::Year(Year::Given(year)), ending));
        }
        let closed = self.c.mark(at + 1).is_none_or(|mark| matches!(mark, ',' | '.' | ';' | ')' | '?' | '!'));
        let last = self.c.word(at + 1).is_empty() && self.c.digits(at + 1) == 0 && closed;
        let introduced = matches!(self.c.word_before(at), "в" | "у" | "с" | "до" | "к" | "з" | "по");
        let bracketed = self.c.mark_before(at) == Some('(') && self.c.mark(at + 1) == Some(')');
        (last && introduced || bracketed).then_some((Meaning::Year(Year::Given(year)), at + 1))
    }

    /// «2014–2016 годы» is a range; «2019, 2020 и 2021 годах» are three years.
    pub(super) fn year_list(&self, at: usize) -> Option<(Vec<Found>, usize)> {
        if !self.c.begins_cleanly(at) {
            return None;
        }
        let (first, next) = self.c.year_digits(at)?;
        let mut years = vec![(first, at)];
        let mut next = self.c.skip_ending(next, ENDINGS);
        let mut dashed = false;
        let mut decades = false;
        while years.len() < 6 {
            let dash = self.c.is_dash(next) || self.c.mark(next) == Some('/');
            if !dash && self.c.mark(next) != Some(',') && self.c.sense(next) != Some(Sense::And) {
                break;
            }
            let (year, after) = match self.c.year_digits(next + 1) {
                Some(read) => read,
                // «2014/15», «2014–15 годы»
                None if dash && self.c.digits(next + 1) == 2 => {
                    ((first / 100) * 100 + self.c.number(next + 1)? as i16, next + 2)
                }
                None => break,
            };
            dashed |= dash;
            years.push((year, next + 1));
            next = self.c.skip_ending(after, ENDINGS);
            // «1960–1970-х годов»
            let plural = self.c.skip_ending(after, &["х", "е", "ые", "ых", "ті"]);
            decades |= plural > after && first % 10 == 0 && year % 10 == 0;
            next = next.max(plural);
        }
        let bracketed = self.c.mark_before(at) == Some('(') && self.c.mark(next) == Some(')');
        let likely = years.iter().all(|(year, _)| LIKELY_YEARS.contains(&(*year as u32)));
        // «в сезоне 2023/24», «2025/26 учебный год»
        let school = self.c.word(next).starts_with("учебн") || self.c.word(next).starts_with("навчальн");
        let season = dashed && likely && (school || self.c.word_before(at).starts_with("сезон"));
        let after_school = if school { self.year_noun(next + 1).unwrap_or(next) } else { next };
        let next = self
            .years_word(next)
            .or(season.then_some(after_school))
            .or((bracketed && likely && dashed).then_some(next))?;
        let (last, _) = *years.last()?;
        if years.len() < 2 {
            return None;
        }
        let given = |year| if decades { Meaning::Decade(year) } else { Meaning::Year(Year::Given(year)) };
        if dashed && years.len() == 2 {
            let range = Meaning::Range(Box::new(given(first)), Box::new(given(last)));
            return (first < last).then(|| (vec![Found { meaning: range, from: at, to: next }], next));
        }
        let mut found: Vec<Found> =
            years.iter().map(|&(year, from)| Found { meaning: given(year), from, to: from + 1 }).collect();
        found.last_mut()?.to = next;
        Some((found, next))
    }

    /// «1990-е», «в 90-х годах XX века», «девяностые».
    pub(super) fn decade(&self, at: usize) -> Read<Meaning> {
        let years = |at: usize| self.c.sense(at) == Some(Sense::Units(Unit::Year));
        let (start, next) = match (self.c.number(at), self.c.sense(at)) {
            (Some(number), _) if number % 10 == 0 && self.c.begins_cleanly(at) => {
                let ending = self.c.skip_ending(at + 1, &["е", "х", "м", "ые", "ых", "ми", "ті", "их", "і"]);
                let likely = match self.c.digits(at) {
                    4 => LIKELY_YEARS.contains(&number) || number < 1800,
                    2 => number >= 10 && ending > at + 1,
                    _ => false,
                };
                if !likely
                    || self.c.glued(ending) && !self.c.word(ending).is_empty()
                    || (ending == at + 1 && !years(ending))
                {
                    return None;
                }
                (number, ending)
            }
            (_, Some(Sense::Decade(start))) => (start, at + 1),
            (_, Some(Sense::Ordinal(tens @ (10 | 20 | 30)))) if years(at + 1) => (tens, at + 1),
            _ => return None,
        };
        let next = if years(next) { next + 1 } else { next };
        let (century, next) = match self.century(next) {
            Some((Meaning::Century(century), after)) if start < 100 => (Some(century), after),
            // «в 70-х годах прошлого века»
            _ if start < 100
                && self.c.sense(next) == Some(Sense::Shift(-1))
                && self.c.sense(next + 1) == Some(Sense::Unit(Unit::Century)) =>
            {
                (Some(LAST_CENTURY), next + 2)
            }
            _ => (None, next),
        };
        let base = match (start, century) {
            (1000.., _) => 0,
            (_, Some(century)) => (i32::from(century) - 1) * 100,
            // «десятые» of this century, all others of the last.
            (10, None) => 2000,
            _ => 1900,
        };
        Some((Meaning::Decade((base + start as i32) as i16), next))
    }

    /// «XIX век», «19-й век», «в двадцатом веке», «XVIII в.».
    pub(super) fn century(&self, at: usize) -> Read<Meaning> {
        let (number, next) = self.century_number(at)?;
        let next = match self.c.sense(next) {
            Some(Sense::Unit(Unit::Century)) => next + 1,
            _ if self.c.roman(at).is_some()
                && matches!(self.c.word(next), "в" | "ст")
                && self.c.mark(next + 1) == Some('.') =>
            {
                next + 2
            }
            _ => return None,
        };
        let before_christ = matches!(self.c.word(next), "до") && self.c.word(next + 1) == "н";
        (!before_christ).then_some((Meaning::Century(number as i16), next))
    }

    /// «XIX–XX веков».
    pub(super) fn centuries(&self, at: usize) -> Read<Meaning> {
        let (first, next) = self.century_number(at)?;
        let joined = self.c.is_dash(next) || self.c.sense(next) == Some(Sense::And);
        let (last, next) = self.century_number(next + 1).filter(|_| joined)?;
        let next = match self.c.sense(next)? {
            Sense::Units(Unit::Century) | Sense::Unit(Unit::Century) => next + 1,
            _ => return None,
        };
        let century = |number: u32| Box::new(Meaning::Century(number as i16));
        (first < last).then(|| (Meaning::Range(century(first), century(last)), next))
    }

    /// «с XIV по XVII век», behind «с».
    pub(super) fn centuries_from(&self, at: usize) -> Read<Meaning> {
        let (first, next) = self.century_number(at)?;
        let next = if self.c.sense(next) == Some(Sense::Unit(Unit::Century)) { next + 1 } else { next };
        let (last, next) = self.century_number(next + 1).filter(|_| self.c.sense(next) == Some(Sense::To))?;
        let century = |number: u32| Box::new(Meaning::Century(number as i16));
        let named = matches!(self.c.sense(next)?, Sense::Units(Unit::Century) | Sense::Unit(Unit::Century));
        (named && first < last).then(|| (Meaning::Range(century(first), century(last)), next + 1))
    }

    fn century_number(&self, at: usize) -> Read<u32> {
        if let Some(roman) = self.c.roman(at) {
            return Some((roman.0, self.c.skip_ending(roman.1, ENDINGS)));
        }
        if let Some(number) = self.c.number(at).filter(|n| self.c.digits(at) <= 2 && (1..=30).contains(n)) {
            return Some((number, self.c.skip_ending(at + 1, ENDINGS)));
        }
        self.ordinal(at)
    }
}
