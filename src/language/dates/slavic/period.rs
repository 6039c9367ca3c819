//! Months and their parts, quarters, half-years, seasons.

use super::{ENDINGS, Slavic};
use crate::calendar::months::{NameForm, NameLanguage};
use crate::language::dates::cursor::Read;
use crate::language::dates::meaning::{Meaning, Part, Season, Unit, Year};
use crate::language::dates::senses::Sense;

impl Slavic<'_> {
    /// «в апреле», «май 2022 года», «январские события 2022 года».
    pub(super) fn month(&self, at: usize) -> Read<Meaning> {
        if let Some(Sense::MonthAdjective(month)) = self.c.sense(at) {
            return self.month_adjective(at, month);
        }
        let Some(Sense::Month(name)) = self.c.sense(at) else { return None };
        let (month, next) = self.month_name(at)?;
        let (year, next) = self.year_tail(next);
        // A capital inside a sentence is a person («Мая», «Август»); an abbreviation needs its day.
        let bare = !self.c.named(at) && name.form != NameForm::Abbreviation;
        // «Марта Орлова» at the beginning of a sentence.
        let bare = bare && (!self.c.capital(at) || name.form == NameForm::Nominative && !self.c.capital(at + 1));
        // «лютий» is fierce, «листопад» falling leaves.
        let homonym = name.language == NameLanguage::Ukrainian && matches!(month, 2 | 11);
        let introduced = matches!(self.c.sense_before(at), Some(Sense::Preposition | Sense::From | Sense::To));
        (year != Year::Unsaid || bare && (!homonym || introduced)).then_some((Meaning::Month { year, month }, next))
    }

    fn month_adjective(&self, at: usize, month: i8) -> Read<Meaning> {
        if self.c.word(at + 1).is_empty() {
            return None;
        }
        for end in at + 2..=at + 4 {
            if self.c.digits(end) == 4
                && let (year @ Year::Given(_), next) = self.year_tail(end)
            {
                return Some((Meaning::Month { year, month }, next));
            }
            if let (year @ Year::Relative(_), next) = self.year_tail(end) {
                return Some((Meaning::Month { year, month }, next));
            }
            if self.c.word(end).is_empty() {
                break;
            }
        }
        // «Октябрьский район» is a name.
        const NAMED: [&str; 6] = ["район", "суд", "област", "площад", "улиц", "револю"];
        let named = self.c.capital(at) && NAMED.iter().any(|stem| self.c.word(at + 1).starts_with(stem));
        let bare = !self.c.named(at) && !named;
        bare.then_some((Meaning::Month { year: Year::Unsaid, month }, at + 1))
    }

    /// «в начале мая», «во второй половине июня», «в первых числах марта».
    pub(super) fn part_of_month(&self, at: usize) -> Read<Meaning> {
        if let Some(Sense::Part(part)) = self.c.sense(at) {
            return self.after_part(at + 1, part);
        }
        let ordinal = self.ordinal(at);
        let (number, next) = match self.c.sense(at) {
            Some(Sense::Last) => (3, at + 1),
            _ => ordinal?,
        };
        let part = match (self.c.sense(next)?, number) {
            (Sense::Third, 1) => Part::Early,
            (Sense::Third, 2) => Part::Middle,
            (Sense::Third, 3) => Part::Late,
            // «в двадцатых числах июня»
            (Sense::Third, 10) => Part::Middle,
            (Sense::Third, 20) => Part::Late,
            // «в первые дни марта», «в последние дни января»
            (Sense::Units(Unit::Day) | Sense::Unit(Unit::Week), 1) => Part::Early,
            (Sense::Units(Unit::Day) | Sense::Unit(Unit::Week), 3) if self.c.sense(at) == Some(Sense::Last) => {
                Part::Late
            }
            (Sense::Half, 1 | 2) => return self.after_half(next + 1, number == 2),
            _ => return None,
        };
        let (month, next) = self.month_name(next + 1)?;
        let (year, next) = self.year_tail(next);
        Some((Meaning::MonthPart { year, month, part }, next))
    }

    fn after_part(&self, at: usize, part: Part) -> Read<Meaning> {
        if let Some((month, next)) = self.month_name(at) {
            let (year, next) = self.year_tail(next);
            return Some((Meaning::MonthPart { year, month, part }, next));
        }
        // «в конце 2023 — начале 2024 года»
        if let Some((year, next)) = self.c.year_digits(at)
            && self.c.is_dash(next)
            && matches!(self.c.sense(next + 1), Some(Sense::Part(_)))
        {
            return Some((Meaning::Year(Year::Given(year)), next));
        }
        let (by, noun) = match self.c.sense(at) {
            Some(Sense::Shift(by)) => (by, at + 1),
            _ => (0, at),
        };
        match self.c.sense(noun) {
            Some(Sense::Unit(Unit::Month)) => Some((Meaning::ShiftedMonthPart { by, part }, noun + 1)),
            // No name for a part of these: the whole is what is known for certain.
            Some(Sense::Unit(unit @ (Unit::Year | Unit::Week | Unit::Quarter))) => {
                Some((Meaning::Shifted { unit, by }, noun + 1))
            }
            Some(Sense::Season(season)) => {
                let (year, next) = self.year_tail(noun + 1);
                Some((Meaning::Season { year, season }, next))
            }
            _ => self
                .year(at)
                .or_else(|| self.decade(at))
                .or_else(|| self.century(at))
                .or_else(|| self.fraction_of_year(at)),
        }
    }

    fn after_half(&self, at: usize, second: bool) -> Read<Meaning> {
        if let Some((month, next)) = self.month_name(at) {
            let (year, next) = self.year_tail(next);
            return Some((Meaning::MonthHalf { year, month, second }, next));
        }
        let half = if second { 2 } else { 1 };
        if self.c.sense(at) == Some(Sense::Unit(Unit::Year)) {
            return Some((Meaning::HalfYear { year: Year::Relative(0), half }, at + 1));
        }
        if let (year @ (Year::Given(_) | Year::Relative(_)), next) = self.year_tail(at) {
            return Some((Meaning::HalfYear { year, half }, next));
        }
        self.decade(at).or_else(|| self.century(at))
    }

    /// «в третьем квартале 2022 года», «I полугодие», «за девять месяцев 2023 года».
    pub(super) fn fraction_of_year(&self, at: usize) -> Read<Meaning> {
        if let Some(read) = self.first_months(at) {
            return Some(read);
        }
        let last_quarter =
            self.c.sense(at) == Some(Sense::Last) && self.c.sense(at + 1) == Some(Sense::Unit(Unit::Quarter));
        if last_quarter && let (year @ (Year::Given(_) | Year::Relative(_)), next) = self.year_tail(at + 2) {
            return Some((Meaning::Quarter { year, quarter: 4 }, next));
        }
        let (number, next) = match self.c.number(at).filter(|_| self.c.digits(at) == 1 && self.c.begins_cleanly(at)) {
            Some(number) => (number, self.c.skip_ending(at + 1, ENDINGS)),
            None => self.c.roman(at).or_else(|| self.ordinal(at))?,
        };
        let short = self.c.word(next) == "кв";
        let unit = if short { Unit::Quarter } else { unit_of(self.c.sense(next)?)? };
        let next = if short { self.c.skip(next + 1, '.') } else { next + 1 };
        let (year, next) = self.year_tail(next);
        if short && year == Year::Unsaid {
            return None;
        }
        match (unit, number) {
            (Unit::Quarter, 1..=4) => Some((Meaning::Quarter { year, quarter: number as i8 }, next)),
            (Unit::HalfYear, 1..=2) => Some((Meaning::HalfYear { year, half: number as i8 }, next)),
            _ => None,
        }
    }

    /// «девять месяцев 2022 года», «первые два месяца этого года».
    fn first_months(&self, at: usize) -> Read<Meaning> {
        // «за первые полгода 2024 года»
        if self.c.sense(at) == Some(Sense::Ordinal(1)) && self.c.word(at + 1) == "полгода" {
            let (year, next) = self.year_tail(at + 2);
            return (year != Year::Unsaid).then_some((Meaning::HalfYear { year, half: 1 }, next));
        }
        let start = at + usize::from(self.c.sense(at) == Some(Sense::Ordinal(1)));
        let (count, noun) = self.count(start).filter(|(count, _)| (1..=12).contains(count))?;
        let months = matches!(self.c.sense(noun), Some(Sense::Unit(Unit::Month) | Sense::Units(Unit::Month)));
        let (year, next) = self.year_tail(noun + 1);
        let full = months && year != Year::Unsaid && !matches!(year, Year::Same(_));
        full.then_some((Meaning::FirstMonths { year, count: count as i8 }, next))
    }

    /// A whole number, in digits or in words.
    pub(super) fn count(&self, at: usize) -> Read<u32> {
        match (self.c.sense(at), self.c.sense(at + 1)) {
            (Some(Sense::Number(tens @ 20..100)), Some(Sense::Number(ones @ 1..10))) => Some((tens + ones, at + 2)),
            (Some(Sense::Number(number)), _) => Some((number, at + 1)),
            _ => self.c.number(at).filter(|_| self.c.begins_cleanly(at)).map(|number| (number, at + 1)),
        }
    }

    /// «летом», «весна 2021 года», «зимой 2021/22 года», «к осени».
    pub(super) fn season(&self, at: usize) -> Read<Meaning> {
        let (season, adverb) = match self.c.sense(at)? {
            Sense::InSeason(season) => (season, true),
            Sense::Season(season) => (season, false),
            _ => return None,
        };
        let (year, next) = self.winter_years(season, at + 1).unwrap_or_else(|| self.year_tail(at + 1));
        let introduced = matches!(self.c.sense_before(at), Some(Sense::Preposition | Sense::From | Sense::To));
        let bare = (adverb || introduced) && !self.c.named(at);
        (year != Year::Unsaid || bare).then_some((Meaning::Season { year, season }, next))
    }

    /// «2021/22», «2021–2022 годов» after a winter: the year in which it ends.
    fn winter_years(&self, season: Season, at: usize) -> Read<Year> {
        let (first, next) = self.c.year_digits(at).filter(|_| season == Season::Winter)?;
        if !self.c.is_dash(next) && self.c.mark(next) != Some('/') {
            return None;
        }
        let last = self.c.number(next + 1).filter(|_| matches!(self.c.digits(next + 1), 2 | 4))?;
        let follows = last % 100 == (first as u32 + 1) % 100;
        let years = matches!(self.c.sense(next + 2), Some(Sense::Units(Unit::Year) | Sense::Unit(Unit::Year)));
        follows.then_some((Year::Given(first + 1), next + 2 + usize::from(years)))
    }
}

fn unit_of(sense: Sense) -> Option<Unit> {
    match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    }
}
