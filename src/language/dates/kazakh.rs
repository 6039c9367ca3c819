//! Kazakh: its words of time and their grammar. The year stands first, endings do a preposition's work.

use std::sync::LazyLock;

use super::cursor::{Cursor, Found, LIKELY_YEARS, Read, day};
use super::meaning::{Meaning, Part, Season, Unit, Year};
use super::senses::{Sense, Vocabulary};
use crate::calendar::months::{NameForm, NameLanguage};

pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(NameLanguage::Kazakh, WORDS));

const WORDS: &[(Sense, &str)] = &[
    (Sense::Unit(Unit::Year), "жыл жылы жылғы жылдың жылда жылға жылдан жылды"),
    (Sense::Units(Unit::Year), "жылдар жылдары жылдарда жылдарда жылдардың жылдарындағы"),
    (Sense::Unit(Unit::Month), "ай айы айында айда айдың айының айынан айға"),
    (Sense::Units(Unit::Month), "айлар айлары айларында айларының"),
    (Sense::Unit(Unit::Week), "апта аптада аптаның аптасында"),
    (Sense::Unit(Unit::Day), "күн күні күннің"),
    (Sense::Unit(Unit::Quarter), "тоқсан тоқсаны тоқсанда тоқсанында тоқсанның тоқсанының"),
    (Sense::Unit(Unit::HalfYear), "жартыжылдық жартыжылдығы жартыжылдықта жартыжылдығында"),
    (Sense::Unit(Unit::Century), "ғасыр ғасыры ғасырда ғасырдың ғасырында ғасырға"),
    (Sense::Season(Season::Winter), "қыста қысы қысында қысқы"),
    (Sense::Season(Season::Spring), "көктемде көктемі көктемінде"),
    (Sense::Season(Season::Summer), "жазда жазы жазында"),
    (Sense::Season(Season::Autumn), "күзде күзі күзінде"),
    (Sense::Shift(-1), "өткен былтырғы"),
    (Sense::Shift(0), "осы биылғы ағымдағы"),
    (Sense::Shift(1), "келесі келер алдағы"),
    (Sense::YearAdverb(-1), "былтыр"),
    (Sense::YearAdverb(0), "биыл"),
    (Sense::Deictic(-1), "кеше"),
    (Sense::Deictic(0), "бүгін"),
    (Sense::Deictic(1), "ертең"),
    (Sense::Part(Part::Early), "басы басында басынан"),
    (Sense::Part(Part::Middle), "ортасы ортасында"),
    (Sense::Part(Part::Late), "соңы соңында аяғы аяғында соңына"),
    (Sense::Number(1), "бір"),
    (Sense::Number(2), "екі"),
    (Sense::Number(3), "үш"),
    (Sense::Number(4), "төрт"),
    (Sense::Number(5), "бес"),
    (Sense::Number(6), "алты"),
    (Sense::Number(7), "жеті"),
    (Sense::Number(8), "сегіз"),
    (Sense::Number(9), "тоғыз"),
    (Sense::Number(10), "он"),
    (Sense::Ordinal(1), "бірінші"),
    (Sense::Ordinal(2), "екінші"),
    (Sense::Ordinal(3), "үшінші"),
    (Sense::Ordinal(4), "төртінші"),
    (Sense::Ago, "бұрын"),
    (Sense::Street, "көшесі көшесінде көшесіндегі даңғылы алаңы"),
    (Sense::Future, "өтеді басталады болады өткізіледі жоспарлануда жоспарланған күтілуде ашылады келеді аяқталады"),
];

/// The expression that begins at `at`.
pub(super) fn expression(c: &Cursor<'_>, at: usize) -> Option<(Vec<Found>, usize)> {
    let (meaning, to) = year_range(c, at)
        .or_else(|| years_from(c, at))
        .or_else(|| month_range(c, at))
        .or_else(|| within_year(c, at))
        .or_else(|| c.printed(at))
        .or_else(|| inner(c, at, Year::Unsaid))
        .or_else(|| relative(c, at))
        .or_else(|| decade_or_century(c, at))?;
    Some((vec![Found { meaning, from: at, to }], to))
}

/// «2014–2016 жылдары».
fn year_range(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let (first, next) = c.year_digits(at).filter(|(_, next)| c.begins_cleanly(at) && c.is_dash(*next))?;
    let (last, next) = c.year_digits(next + 1)?;
    let years = matches!(c.sense(next), Some(Sense::Units(Unit::Year) | Sense::Unit(Unit::Year)));
    let year = |year| Box::new(Meaning::Year(Year::Given(year)));
    (years && first < last).then(|| (Meaning::Range(year(first), year(last)), next + 1))
}

/// «2019 жылдан 2022 жылға дейін».
fn years_from(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let (first, next) = c.year_digits(at).filter(|(_, next)| c.begins_cleanly(at) && c.word(*next) == "жылдан")?;
    let (last, next) = c.year_digits(next + 1)?;
    let closed = c.word(next) == "жылға" && c.word(next + 1) == "дейін";
    let year = |year| Box::new(Meaning::Year(Year::Given(year)));
    (closed && first < last).then(|| (Meaning::Range(year(first), year(last)), next + 2))
}

/// «қаңтар–тамыз айларында».
fn month_range(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let (Some(Sense::Month(first)), true) = (c.sense(at), c.is_dash(at + 1)) else { return None };
    let Some(Sense::Month(last)) = c.sense(at + 2) else { return None };
    let months = matches!(c.sense(at + 3), Some(Sense::Unit(Unit::Month) | Sense::Units(Unit::Month)));
    let month = |month| Box::new(Meaning::Month { year: Year::Unsaid, month });
    (months && first.month < last.month).then(|| (Meaning::Range(month(first.month), month(last.month)), at + 4))
}

/// «2023 жылғы 5 мамыр», «өткен жылдың мамырында», «2023 жылы».
fn within_year(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let (year, next) = match (c.year_digits(at), c.sense(at)) {
        (Some((year, next)), _) if c.begins_cleanly(at) => (Year::Given(year), next),
        (_, Some(Sense::Shift(by))) => (Year::Relative(by), at + 1),
        (_, Some(Sense::YearAdverb(by))) => {
            return Some(inner(c, at + 1, Year::Relative(by)).unwrap_or((Meaning::Year(Year::Relative(by)), at + 1)));
        }
        _ => return None,
    };
    let short = c.word(next) == "ж" && c.mark(next + 1) == Some('.');
    let next = match c.sense(next) {
        Some(Sense::Unit(Unit::Year)) => next + 1,
        _ if short => next + 2,
        _ => return None,
    };
    Some(inner(c, next, year).unwrap_or((Meaning::Year(year), next)))
}

/// What can stand inside a year: a day, days, a month, a quarter, a season.
fn inner(c: &Cursor<'_>, at: usize, year: Year) -> Read<Meaning> {
    days(c, at, year).or_else(|| month(c, at, year)).or_else(|| fraction(c, at, year))
}

fn days(c: &Cursor<'_>, at: usize, year: Year) -> Read<Meaning> {
    let (first, next) = c.day_digits(at, &[])?;
    let (first, last, next) = match c.number(next + 1).filter(|n| c.is_dash(next) && *n > first && *n < 32) {
        Some(last) => (Some(first), last, next + 2),
        None => (None, first, next),
    };
    let Some(Sense::Month(name)) = c.sense(next).filter(|_| c.sense(next + 1) != Some(Sense::Street)) else {
        return None;
    };
    let (year, after) = match c.year_digits(c.skip(next + 1, ',')).filter(|_| year == Year::Unsaid) {
        Some((given, after)) => {
            let word = c.sense(after) == Some(Sense::Unit(Unit::Year));
            (Year::Given(given), after + usize::from(word))
        }
        None => (year, next + 1),
    };
    let end = day(year, name.month, last)?;
    let meaning = match first {
        Some(first) => Meaning::Range(Box::new(day(year, name.month, first)?), Box::new(end)),
        None => end,
    };
    let clock = after + usize::from(c.word(after) == "сағат");
    match c.clock_digits(clock, false).filter(|_| meaning.is_day() && clock > after) {
        Some((time, after)) => Some((Cursor::at_time(meaning, Some(time)), after)),
        None => Some((meaning, after)),
    }
}

/// «мамыр айында», «мамырда», «мамыр айының басында».
fn month(c: &Cursor<'_>, at: usize, year: Year) -> Read<Meaning> {
    let Some(Sense::Month(name)) = c.sense(at) else { return None };
    let named = c.sense(at + 1) == Some(Sense::Unit(Unit::Month));
    let next = at + 1 + usize::from(named);
    if let Some(Sense::Part(part)) = c.sense(next) {
        return Some((Meaning::MonthPart { year, month: name.month, part }, next + 1));
    }
    // «қазан» is a cauldron and a city, «наурыз» a feast: a year, «ай» or an ending makes it a month.
    let ending = !matches!(name.form, NameForm::Nominative | NameForm::Abbreviation) && !c.named(at);
    (year != Year::Unsaid || named || ending).then_some((Meaning::Month { year, month: name.month }, next))
}

fn fraction(c: &Cursor<'_>, at: usize, year: Year) -> Read<Meaning> {
    if let Some(Sense::Season(season)) = c.sense(at) {
        return Some((Meaning::Season { year, season }, at + 1));
    }
    let (number, next) = match c.sense(at) {
        Some(Sense::Ordinal(number)) => (number, at + 1),
        _ => c.roman(at)?,
    };
    match (c.sense(next)?, number) {
        (Sense::Unit(Unit::Quarter), 1..=4) => Some((Meaning::Quarter { year, quarter: number as i8 }, next + 1)),
        (Sense::Unit(Unit::HalfYear), 1 | 2) => Some((Meaning::HalfYear { year, half: number as i8 }, next + 1)),
        _ => None,
    }
}

/// «кеше», «өткен аптада», «үш күн бұрын», «сәрсенбі күні».
fn relative(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    match c.sense(at) {
        Some(Sense::Deictic(by)) => {
            let meaning = Meaning::Shifted { unit: Unit::Day, by };
            // «бүгін 10:30-да», «ертең сағат 9:00-де»
            let clock = at + 1 + usize::from(c.word(at + 1) == "сағат");
            return Some(match c.clock_digits(clock, false) {
                Some((time, next)) => {
                    let next = c.skip_ending(next, &["да", "де", "та", "те"]);
                    (Cursor::at_time(meaning, Some(time)), next)
                }
                None => (meaning, at + 1),
            });
        }
        Some(Sense::Shift(by)) => {
            return match c.sense(at + 1)? {
                Sense::Unit(Unit::Day) => None,
                Sense::Unit(unit) => Some((Meaning::Shifted { unit, by }, at + 2)),
                Sense::Season(season) => Some((Meaning::NearSeason { season, shift: by }, at + 2)),
                _ => None,
            };
        }
        Some(Sense::Weekday(weekday)) => {
            let on = c.sense(at + 1) == Some(Sense::Unit(Unit::Day));
            let ending = c.word(at).ends_with("де") || c.word(at).ends_with("да");
            return (on || ending).then_some((Meaning::Weekday { weekday, shift: None }, at + 1 + usize::from(on)));
        }
        _ => {}
    }
    let count = match c.sense(at) {
        Some(Sense::Number(number)) => number,
        _ => c.number(at).filter(|number| *number < 3000 && c.begins_cleanly(at))?,
    };
    let Some(Sense::Unit(unit)) = c.sense(at + 1).filter(|_| c.sense(at + 2) == Some(Sense::Ago)) else { return None };
    let by = -(count as i32);
    let meaning = if unit == Unit::Year { Meaning::Year(Year::Relative(by)) } else { Meaning::Shifted { unit, by } };
    Some((meaning, at + 3))
}

/// «1990-жылдары», «XIX ғасыр».
fn decade_or_century(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    if let Some(number) = c.number(at).filter(|number| number % 10 == 0 && LIKELY_YEARS.contains(number)) {
        let next = at + 1 + usize::from(c.is_dash(at + 1));
        let years = c.sense(next) == Some(Sense::Units(Unit::Year));
        return years.then_some((Meaning::Decade(number as i16), next + 1));
    }
    let (number, next) = match c.number(at) {
        Some(number) => (number, at + 1 + usize::from(c.is_dash(at + 1))),
        None => c.roman(at)?,
    };
    let century = c.sense(next) == Some(Sense::Unit(Unit::Century)) && number <= 30;
    century.then_some((Meaning::Century(number as i16), next + 1))
}
