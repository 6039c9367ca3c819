//! English: its words of time and their grammar.

use std::sync::LazyLock;

use jiff::civil::Time;

use super::cursor::{Cursor, Found, LIKELY_YEARS, Read, day};
use super::meaning::{Meaning, Part, Season, Unit, Year, borrow_year, same_grain};
use super::senses::{Sense, Vocabulary};
use crate::calendar::months::NameLanguage;

pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(NameLanguage::English, WORDS));

const WORDS: &[(Sense, &str)] = &[
    (Sense::Season(Season::Winter), "winter"),
    (Sense::Season(Season::Spring), "spring"),
    (Sense::Season(Season::Summer), "summer"),
    (Sense::Season(Season::Autumn), "autumn fall"),
    (Sense::Unit(Unit::Day), "day"),
    (Sense::Units(Unit::Day), "days"),
    (Sense::Unit(Unit::Week), "week"),
    (Sense::Units(Unit::Week), "weeks"),
    (Sense::Unit(Unit::Weekend), "weekend"),
    (Sense::Unit(Unit::Month), "month"),
    (Sense::Units(Unit::Month), "months"),
    (Sense::Unit(Unit::Quarter), "quarter"),
    (Sense::Unit(Unit::Year), "year"),
    (Sense::Units(Unit::Year), "years"),
    (Sense::Unit(Unit::Decade), "decade"),
    (Sense::Unit(Unit::Century), "century"),
    (Sense::Half, "half"),
    (Sense::Shift(-1), "last previous"),
    (Sense::Shift(0), "this current"),
    (Sense::Shift(1), "next coming"),
    (Sense::Deictic(-1), "yesterday"),
    (Sense::Deictic(0), "today tonight"),
    (Sense::Deictic(1), "tomorrow"),
    (Sense::Part(Part::Early), "early beginning start"),
    (Sense::Part(Part::Middle), "mid middle"),
    (Sense::Part(Part::Late), "late end"),
    (Sense::Number(1), "a an one"),
    (Sense::Number(2), "two"),
    (Sense::Number(3), "three"),
    (Sense::Number(4), "four"),
    (Sense::Number(5), "five"),
    (Sense::Number(6), "six"),
    (Sense::Number(7), "seven"),
    (Sense::Number(8), "eight"),
    (Sense::Number(9), "nine"),
    (Sense::Number(10), "ten"),
    (Sense::Number(11), "eleven"),
    (Sense::Number(12), "twelve"),
    (Sense::Number(20), "twenty"),
    (Sense::Ordinal(1), "first"),
    (Sense::Ordinal(2), "second"),
    (Sense::Ordinal(3), "third"),
    (Sense::Ordinal(4), "fourth"),
    (Sense::Ordinal(17), "seventeenth"),
    (Sense::Ordinal(18), "eighteenth"),
    (Sense::Ordinal(19), "nineteenth"),
    (Sense::Ordinal(20), "twentieth"),
    (Sense::Ago, "ago"),
    (Sense::From, "from between"),
    (Sense::To, "to until till through"),
    (Sense::And, "and"),
    (Sense::Preposition, "in on since by before after during of for at around throughout"),
    (Sense::Roughly, "about nearly almost over than roughly some"),
    (Sense::Street, "street avenue square road"),
    (
        Sense::Future,
        "will shall scheduled planned plans expected due set upcoming intends aims pledged promises vows opens starts begins closes takes",
    ),
];

/// Endings of ordinals in digits.
const ENDINGS: &[&str] = &["st", "nd", "rd", "th"];

/// The expression that begins at `at`.
pub(super) fn expression(c: &Cursor<'_>, at: usize) -> Option<(Vec<Found>, usize)> {
    let (meaning, to) = opened_range(c, at).or_else(|| timed(c, at)).or_else(|| joined(c, at))?;
    Some((vec![Found { meaning, from: at, to }], to))
}

/// «from May 9 to 11», «between 2014 and 2016».
fn opened_range(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    if c.sense(at) != Some(Sense::From) {
        return None;
    }
    // «from 5 to 7 December»
    if let Some((first, next)) = c.day_digits(at + 1, ENDINGS)
        && c.sense(next) == Some(Sense::To)
        && let Some((meaning @ Meaning::Day { year, month, day: last, .. }, after)) = day_of_month(c, next + 1)
        && first < last as u32
    {
        return Some((Meaning::Range(Box::new(day(year, month, first)?), Box::new(meaning)), after));
    }
    let closes = |next: usize| match c.sense(next) {
        Some(Sense::To) => true,
        Some(Sense::And) => c.word(at) == "between",
        _ => false,
    };
    if let Some((first, next)) = c.year_digits(at + 1).filter(|(_, next)| closes(*next)) {
        let (last, next) = c.year_digits(next + 1)?;
        return (first < last).then(|| (years(first, last), next));
    }
    let (mut first, next) = dated(c, at + 1)?;
    if !closes(next) {
        return None;
    }
    // «from May 9 to 11, 2022»
    if let (Meaning::Day { month, day: begin, .. }, Some((end, after))) = (&first, c.day_digits(next + 1, ENDINGS))
        && !matches!(c.sense(after), Some(Sense::Month(_)))
    {
        let (year, after) = year_tail(c, after);
        let range = Meaning::Range(Box::new(day(year, *month, *begin as u32)?), Box::new(day(year, *month, end)?));
        return Some((range, after));
    }
    let (last, after) = dated(c, next + 1)?;
    borrow_year(&mut first, &last);
    Some((Meaning::Range(Box::new(first), Box::new(last)), after))
}

fn years(first: i16, last: i16) -> Meaning {
    let year = |year| Box::new(Meaning::Year(Year::Given(year)));
    Meaning::Range(year(first), year(last))
}

/// «at 10:16 a.m. on June 8».
fn timed(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let (time, next) = clock(c, at)?;
    let next = next + usize::from(matches!(c.word(next), "on" | "local" | "gmt"));
    let (meaning, next) = dated(c, next)?;
    meaning.is_day().then(|| (Cursor::at_time(meaning, Some(time)), next))
}

/// «14:05», «2:05 p.m.», «7 p.m.».
fn clock(c: &Cursor<'_>, at: usize) -> Read<Time> {
    let (time, next) = match c.clock_digits(at, false) {
        Some(read) => read,
        None => {
            let hour = c.number(at).filter(|hour| *hour <= 12 && c.begins_cleanly(at))?;
            (Time::new(hour as i8, 0, 0, 0).ok()?, at + 1)
        }
    };
    let (afternoon, next) = match (c.word(next), c.word(next + 2)) {
        ("am", _) => (false, next + 1),
        ("pm", _) => (true, next + 1),
        ("a", "m") => (false, c.skip(next + 3, '.')),
        ("p", "m") => (true, c.skip(next + 3, '.')),
        _ => return (next > at + 1).then_some((time, next)),
    };
    let hour = time.hour() % 12 + if afternoon { 12 } else { 0 };
    Some((Time::new(hour, time.minute(), 0, 0).ok()?, next))
}

/// «9–11 May», «May 28 – June 3», «2014–2016», or one date.
fn joined(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    if let Some((first, next)) = c.day_digits(at, ENDINGS)
        && c.is_dash(next)
        && let Some((last, next)) = c.number(next + 1).filter(|n| *n > first && *n < 32).map(|n| (n, next + 2))
        && let Some(Sense::Month(name)) = c.sense(next)
    {
        let (year, next) = year_tail(c, next + 1);
        let range = Meaning::Range(Box::new(day(year, name.month, first)?), Box::new(day(year, name.month, last)?));
        return Some((range, next));
    }
    if let Some((first, next)) = c.year_digits(at).filter(|_| c.begins_cleanly(at))
        && c.is_dash(next)
        && let Some((last, next)) = c.year_digits(next + 1)
        && first < last
        && LIKELY_YEARS.contains(&(first as u32))
        && LIKELY_YEARS.contains(&(last as u32))
    {
        return Some((years(first, last), next));
    }
    let (mut first, next) = dated(c, at)?;
    if !c.is_dash(next) {
        return Some((first, next));
    }
    if let (Meaning::Day { month, day: begin, year: Year::Unsaid, .. }, Some((end, after))) =
        (&first, c.number(next + 1).filter(|n| c.digits(next + 1) <= 2 && *n < 32).map(|n| (n, next + 2)))
    {
        let (year, after) = year_tail(c, c.skip_ending(after, ENDINGS));
        let range = Meaning::Range(Box::new(day(year, *month, *begin as u32)?), Box::new(day(year, *month, end)?));
        return Some((range, after));
    }
    match dated(c, next + 1) {
        Some((last, after)) if same_grain(&first, &last) => {
            borrow_year(&mut first, &last);
            Some((Meaning::Range(Box::new(first), Box::new(last)), after))
        }
        _ => Some((first, next)),
    }
}

/// One date, with its time of day.
fn dated(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let (meaning, next) = weekday_and_day(c, at)
        .or_else(|| day_of_month(c, at))
        .or_else(|| c.printed(at))
        .or_else(|| part(c, at))
        .or_else(|| fraction(c, at))
        .or_else(|| decade_or_century(c, at))
        .or_else(|| relative(c, at))
        .or_else(|| season(c, at))
        .or_else(|| month(c, at))
        .or_else(|| weekday(c, at))
        .or_else(|| year(c, at))?;
    if !meaning.is_day() {
        return Some((meaning, next));
    }
    let start = c.skip(next, ',');
    let start = start + usize::from(c.word(start) == "at");
    match clock(c, start).filter(|_| start > next) {
        Some((time, next)) => Some((Cursor::at_time(meaning, Some(time)), next)),
        None => Some((meaning, next)),
    }
}

fn weekday_and_day(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let Some(Sense::Weekday(weekday)) = c.sense(at) else { return None };
    let start = c.skip(at + 1, ',');
    let (Meaning::Day { year, month, day, .. }, next) = day_of_month(c, start + usize::from(c.word(start) == "the"))?
    else {
        return None;
    };
    Some((Meaning::Day { year, month, day, weekday: Some(weekday) }, next))
}

/// «June 8, 2022», «8 June», «the 8th of June».
fn day_of_month(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    if let Some(Sense::Month(name)) = c.sense(at).filter(|_| c.capital(at)) {
        let (number, next) = c.day_digits(c.skip(at + 1, '.'), ENDINGS)?;
        if !c.ends_cleanly(next) || c.sense(next) == Some(Sense::Street) {
            return None;
        }
        let (year, next) = year_tail(c, next);
        return Some((day(year, name.month, number)?, next));
    }
    let (number, next) = c.day_digits(at, ENDINGS)?;
    let next = next + usize::from(c.word(next) == "of");
    let Some(Sense::Month(name)) = c.sense(next).filter(|_| c.capital(next)) else { return None };
    let (year, next) = year_tail(c, next + 1);
    if matches!(c.sense(next), Some(Sense::Street)) {
        return None;
    }
    Some((day(year, name.month, number)?, next))
}

/// «, 2022», «of last year», or nothing.
fn year_tail(c: &Cursor<'_>, at: usize) -> (Year, usize) {
    let start = c.skip(at, ',');
    let start = start + usize::from(c.word(start) == "of");
    if let Some((year, next)) = c.year_digits(start).filter(|(year, next)| {
        c.ends_cleanly(*next)
            && LIKELY_YEARS.contains(&(*year as u32))
            && c.sense(*next) != Some(Sense::Units(Unit::Year))
    }) {
        return (Year::Given(year), next);
    }
    match (c.sense(start), c.sense(start + 1)) {
        (Some(Sense::Shift(by)), Some(Sense::Unit(Unit::Year))) => (Year::Relative(by), start + 2),
        _ => (Year::Unsaid, at),
    }
}

/// «early May», «mid-May», «the end of April 2022», «late 2021».
fn part(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let Some(Sense::Part(part)) = c.sense(at) else { return None };
    let next = at + 1 + usize::from(c.is_dash(at + 1));
    let next = next + usize::from(c.word(next) == "of");
    let next = next + usize::from(c.word(next) == "the");
    if let Some(Sense::Month(name)) = c.sense(next).filter(|_| c.capital(next)) {
        let (year, next) = year_tail(c, next + 1);
        return Some((Meaning::MonthPart { year, month: name.month, part }, next));
    }
    let of = c.word(next - 1) == "of" || c.word(next - 1) == "the";
    match c.sense(next) {
        Some(Sense::Unit(Unit::Year)) if of => return Some((Meaning::Year(Year::Relative(0)), next + 1)),
        Some(Sense::Unit(Unit::Month)) if of => return Some((Meaning::ShiftedMonthPart { by: 0, part }, next + 1)),
        _ => {}
    }
    // «mid-2023»
    if c.is_dash(at + 1)
        && let Some((year, after)) = c.year_digits(next).filter(|(year, _)| LIKELY_YEARS.contains(&(*year as u32)))
        && c.ends_cleanly(after)
    {
        return Some((Meaning::Year(Year::Given(year)), after));
    }
    decade_or_century(c, next).or_else(|| relative(c, next).filter(|_| of)).or_else(|| plain_year(c, next))
}

/// «the first quarter of 2022», «Q1 2022», «the second half of May».
fn fraction(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    if c.word(at) == "h" && c.capital(at) && c.glued(at + 1) {
        let half = c.number(at + 1).filter(|number| (1..=2).contains(number))?;
        let (year, next) = year_tail(c, at + 2);
        return (year != Year::Unsaid).then_some((Meaning::HalfYear { year, half: half as i8 }, next));
    }
    if c.word(at) == "q" && c.glued(at + 1) {
        let quarter = c.number(at + 1).filter(|number| (1..=4).contains(number))?;
        let (year, next) = year_tail(c, at + 2);
        return Some((Meaning::Quarter { year, quarter: quarter as i8 }, next));
    }
    let Some(Sense::Ordinal(number)) = c.sense(at) else { return None };
    match c.sense(at + 1)? {
        Sense::Unit(Unit::Quarter) if number <= 4 => {
            let (year, next) = year_tail(c, at + 2);
            Some((Meaning::Quarter { year, quarter: number as i8 }, next))
        }
        Sense::Half if number <= 2 => {
            let next = at + 2 + usize::from(c.word(at + 2) == "of");
            if let Some(Sense::Month(name)) = c.sense(next).filter(|_| c.capital(next)) {
                let (year, next) = year_tail(c, next + 1);
                return Some((Meaning::MonthHalf { year, month: name.month, second: number == 2 }, next));
            }
            let (year, next) = match (c.word(next), c.sense(next + 1)) {
                ("the", Some(Sense::Unit(Unit::Year))) => (Year::Relative(0), next + 2),
                _ => year_tail(c, at + 2),
            };
            (year != Year::Unsaid).then_some((Meaning::HalfYear { year, half: number as i8 }, next))
        }
        _ => None,
    }
}

/// «1990s», «'90s», «19th century».
fn decade_or_century(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    if let Some(number) = c.number(at).filter(|number| number % 10 == 0) {
        let plural = c.glued(at + 1) && c.word(at + 1) == "s";
        let apostrophe = matches!(c.mark_before(at), Some('\'' | '’' | '‘'));
        match c.digits(at) {
            4 if plural && c.begins_cleanly(at) => return Some((Meaning::Decade(i16::try_from(number).ok()?), at + 2)),
            2 if plural && apostrophe => return Some((Meaning::Decade(1900 + number as i16), at + 2)),
            _ => {}
        }
    }
    let (number, next) = match c.sense(at) {
        Some(Sense::Ordinal(number)) => (number, at + 1),
        _ => c.day_digits(at, ENDINGS)?,
    };
    let hyphen = usize::from(c.is_dash(next));
    let century = c.sense(next + hyphen) == Some(Sense::Unit(Unit::Century)) && c.word(next + hyphen + 1) != "bc";
    century.then_some((Meaning::Century(number as i16), next + hyphen + 1))
}

/// «yesterday», «last week», «three days ago».
fn relative(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    match c.sense(at)? {
        Sense::Deictic(by) => {
            let named = c.capital(at) && (c.capital(at.wrapping_sub(1)) && at > 0);
            (!named).then_some((Meaning::Shifted { unit: Unit::Day, by }, at + 1))
        }
        Sense::Shift(shift) => {
            let meaning = match c.sense(at + 1)? {
                Sense::Unit(Unit::Day) => return None,
                Sense::Unit(Unit::Year) => Meaning::Year(Year::Relative(shift)),
                Sense::Unit(unit) => Meaning::Shifted { unit, by: shift },
                Sense::Season(season) => Meaning::NearSeason { season, shift },
                Sense::Month(name) if c.capital(at + 1) => Meaning::NearMonth { month: name.month, shift },
                Sense::Weekday(weekday) => Meaning::Weekday { weekday, shift: Some(shift) },
                _ => return None,
            };
            Some((meaning, at + 2))
        }
        Sense::Unit(Unit::Weekend) if c.word_before(at) == "the" => Some((
            Meaning::Shifted { unit: Unit::Weekend, by: if c.word(at.wrapping_sub(2)) == "over" { -1 } else { 0 } },
            at + 1,
        )),
        _ => ago(c, at),
    }
}

fn ago(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let count = match c.sense(at) {
        Some(Sense::Number(number)) => number,
        _ => c.number(at).filter(|_| c.begins_cleanly(at))?,
    };
    if matches!(c.sense_before(at), Some(Sense::Roughly)) || c.sense(at + 2) != Some(Sense::Ago) || count > 3000 {
        return None;
    }
    let (Sense::Unit(unit) | Sense::Units(unit)) = c.sense(at + 1)? else { return None };
    let by = -(count as i32);
    let meaning = match unit {
        Unit::Year => Meaning::Year(Year::Relative(by)),
        Unit::Decade => Meaning::Year(Year::Relative(10 * by)),
        unit => Meaning::Shifted { unit, by },
    };
    Some((meaning, at + 3))
}

/// «summer 2022», «in the summer of 2022», «in winter».
fn season(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let Some(Sense::Season(season)) = c.sense(at) else { return None };
    let (year, next) = year_tail(c, at + 1);
    let the = c.word_before(at) == "the";
    let preposition = if the { c.word(at.wrapping_sub(2)) } else { c.word_before(at) };
    let homonym = matches!(c.word(at), "fall" | "spring");
    let bare = matches!(preposition, "in" | "during" | "since" | "by") && (the || !homonym);
    (year != Year::Unsaid || bare).then_some((Meaning::Season { year, season }, next))
}

/// «in May», «May 2022».
fn month(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let Some(Sense::Month(name)) = c.sense(at).filter(|_| c.capital(at)) else { return None };
    let (year, next) = year_tail(c, c.skip(at + 1, '.'));
    let next = if year == Year::Unsaid { at + 1 } else { next };
    // «between May and August»
    let between = at >= 3 && c.word(at - 1) == "and" && c.word(at - 3) == "between";
    let introduced = between || matches!(c.sense_before(at), Some(Sense::Preposition | Sense::From | Sense::To));
    // «of May» is a prime minister as often as a month.
    let bare = introduced && !(c.word_before(at) == "for" || c.capital(at + 1));
    (year != Year::Unsaid || bare).then_some((Meaning::Month { year, month: name.month }, next))
}

/// «on Wednesday», «said Wednesday».
fn weekday(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let Some(Sense::Weekday(weekday)) = c.sense(at).filter(|_| c.capital(at)) else { return None };
    // «Black Friday», «Sheffield Wednesday»
    let named = at > 0 && c.capital(at - 1) && !matches!(c.sense_before(at), Some(Sense::Preposition));
    (!named).then_some((Meaning::Weekday { weekday, shift: None }, at + 1))
}

/// «in 2021», «since 2014».
fn year(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let introduced = matches!(c.sense_before(at), Some(Sense::Preposition | Sense::To));
    let bracketed = c.mark_before(at) == Some('(') && c.mark(at + 1) == Some(')');
    let counted = match c.word_before(at) {
        "of" | "for" | "at" | "to" | "by" | "around" => {
            !c.word(at + 1).is_empty() && c.sense(at + 1).is_none() || c.mark(at + 1) == Some('%')
        }
        _ => matches!(c.word(at + 1), "people" | "percent" | "meters" | "metres" | "dollars" | "cases" | "votes"),
    };
    if !bracketed && (!introduced || counted) {
        return None;
    }
    plain_year(c, at)
}

fn plain_year(c: &Cursor<'_>, at: usize) -> Read<Meaning> {
    let (year, next) = c.year_digits(at).filter(|(_, next)| c.begins_cleanly(at) && c.ends_cleanly(*next))?;
    let likely =
        LIKELY_YEARS.contains(&(year as u32)) && (!c.glued(next) || c.word(next).is_empty()) && !c.is_dash(next);
    likely.then_some((Meaning::Year(Year::Given(year)), next))
}
