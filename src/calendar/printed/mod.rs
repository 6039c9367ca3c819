//! Dates as content systems print them: «8 июня 2022, 10:16», «Авг11,2024», «Wed, 08 Jun 2022 10:16:00 +0300».
//!
//! One line at a time, in Russian, Ukrainian, Kazakh and English at once, because a page's furniture
//! need not be in the language of its text. Nothing relative («вчера, 12:30») is read here.

mod clock;

use jiff::civil::{Date, Time};

use super::lexeme::{Kind, Lexeme, lexemes};
use super::months::{MonthName, NameForm, NameLanguage, month_named, weekday_named};
use super::{Day, Moment};
use crate::span::Span;

/// A date found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintedDate {
    /// Its bytes in the line, with the weekday before it and the time and zone after it.
    pub span: Span,
    /// What it says. The year may be missing.
    pub moment: Moment,
}

/// Every date printed in `text`, in order; no two overlap.
///
/// Numbers alone are read day first unless that gives no day («05/14/2023»), or an American time
/// stands behind them («05/10/23 2:41 PM ET»). What no calendar has
/// («31 февраля»), versions, scores and telephone numbers are no dates.
pub fn find_printed(text: &str) -> Vec<PrintedDate> {
    let lexemes = lexemes(text);
    let reader = Reader { lexemes: &lexemes };
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexemes.len() {
        match reader.printed(at) {
            Some((moment, next)) => {
                let span = Span::new(lexemes[at].span.start, lexemes[next - 1].span.end);
                found.push(PrintedDate { span, moment });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The date printed from the lexeme at `at` on, and the index of the lexeme after it.
pub(crate) fn printed_at(lexemes: &[Lexeme], at: usize) -> Option<(Moment, usize)> {
    Reader { lexemes }.printed(at)
}

/// Words after which a day and a month name a place or a version.
const NO_DATE_AFTER: &[&str] = &[
    "улица",
    "улице",
    "улицы",
    "улицу",
    "ул",
    "площадь",
    "площади",
    "пл",
    "проспект",
    "проспекте",
    "переулок",
    "пер",
    "вулиця",
    "вулиці",
    "вул",
    "көшесі",
    "версия",
    "версии",
    "версию",
    "version",
    "v",
    "ver",
    "release",
    "тел",
    "tel",
];

/// Years that a page can have been printed in.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2199;

/// A time of day with its distance from UTC in minutes.
type Clock = (Time, Option<i16>);

/// A value, and the index of the lexeme after it.
type Read<T> = Option<(T, usize)>;

struct Reader<'l> {
    lexemes: &'l [Lexeme],
}

impl Reader<'_> {
    /// `[weekday] [time] date [time]`.
    fn printed(&self, start: usize) -> Read<Moment> {
        if !self.begins_cleanly(start) {
            return None;
        }
        let at = self.weekday(start).unwrap_or(start);
        if let Some((clock, next)) = self.clock(at, false)
            && let Some((day, next)) = self.day(self.skip_joint(self.skip_zone_name(next)), true)
        {
            return self.ends_cleanly(next).then_some((moment(day, Some(clock)), next));
        }
        let (day, next) = self.day(at, self.time_follows(at))?;
        let iso = self.lexemes[at].digits() == 4;
        let (clock, next) = match self.clock_after(next, iso) {
            Some((clock, next)) => (Some(clock), next),
            None => (None, next),
        };
        // «Wed Jun 8 10:16:00 2022»: the year comes last.
        if let (None, Some(_), Some((year, next))) = (day.year, clock, self.year(next)) {
            let day = Date::new(year, day.month, day.day).ok()?.into();
            return Some((moment(day, clock), next));
        }
        self.ends_cleanly(next).then_some((moment(day, clock), next))
    }

    /// A date in any order of its parts. `timed`: a time of day stands beside it, so that even the
    /// barest form («08.06») can be nothing else.
    fn day(&self, at: usize, timed: bool) -> Read<Day> {
        let read = self
            .year_first(at)
            .or_else(|| self.day_first(at, timed))
            .or_else(|| self.month_first(at, timed))
            .or_else(|| self.numeric(at).or_else(|| timed.then(|| self.numeric_without_year(at)).flatten()));
        read.filter(|(_, next)| !self.is_glued_digit(*next))
    }

    /// «2022-06-08», «2023 жылғы 5 мамыр», «2022 June 8».
    fn year_first(&self, at: usize) -> Read<Day> {
        let (year, next) = self.year(at)?;
        let separator = self.mark(next).filter(|c| matches!(c, '-' | '.' | '/') && !self.lexemes[next].spaced);
        if let Some(separator) = separator {
            let month = self.glued_number(next + 1)?;
            let again = self.lexemes.get(next + 2)?;
            let day = self.glued_number(next + 3)?;
            return (again.is(separator) && !again.spaced).then_some((full(year, month, day)?, next + 4));
        }
        let next =
            if matches!(self.word(next), "жылғы" | "жылы" | "жылдың" | "ж") { next + 1 } else { next };
        let next = self.skip(next, &['.', ',']);
        if let Some((day, next)) = self.day_number(next)
            && let Some((name, next)) = self.month(next)
        {
            return Some((full(year, name.month as u32, day)?, next));
        }
        let (name, next) = self.month(next)?;
        let (day, next) = self.day_number(next)?;
        Some((full(year, name.month as u32, day)?, next))
    }

    /// «8 июня 2022», «27th of Nov, 2024», «11 августа».
    fn day_first(&self, at: usize, timed: bool) -> Read<Day> {
        let (day, next) = self.day_number(at)?;
        let next = next + usize::from(self.word(next) == "of");
        // «12-Feb-2025»
        let hyphen = |at: usize| self.mark(at) == Some('-') && !self.lexemes[at].spaced;
        if hyphen(next)
            && let Some((name, after)) = self.month(next + 1)
            && hyphen(after)
            && let Some((year, after)) = self.year(after + 1)
        {
            return Some((full(year, name.month as u32, day)?, after));
        }
        let (name, next) = self.month(next)?;
        if let Some((year, next)) = self.year(self.skip(next, &[','])) {
            return Some((full(year, name.month as u32, day)?, self.year_word(next)));
        }
        let abbreviated = name.form == NameForm::Abbreviation && !self.lexemes[next - 1].is('.');
        let certain = timed || !abbreviated || next == self.lexemes.len();
        (certain && name.form != NameForm::Locative).then_some(())?;
        Some((Day::without_year(name.month, day as i8)?, next))
    }

    /// «Nov 27, 2024», «Авг11,2024», and without a year in English, where that is the usual order.
    fn month_first(&self, at: usize, timed: bool) -> Read<Day> {
        let (name, next) = self.month(at)?;
        let (day, next) = self.day_number(next)?;
        if let Some((year, next)) = self.year(self.skip(next, &[','])) {
            return Some((full(year, name.month as u32, day)?, self.year_word(next)));
        }
        let certain = timed || (name.language == NameLanguage::English && self.lexemes[at].capital);
        certain.then_some((Day::without_year(name.month, day as i8)?, next))
    }

    /// «08.06.2022», «05/14/2023», «08.06.22».
    fn numeric(&self, at: usize) -> Read<Day> {
        let first = self.lexemes.get(at)?;
        let separator = self.mark(at + 1).filter(|c| matches!(c, '.' | '/' | '-'))?;
        let second = self.glued_number(at + 2)?;
        let whole = !self.lexemes[at + 1].spaced && self.lexemes.get(at + 3)?.is(separator);
        let last = self.glued_number(at + 4).filter(|_| whole && !self.lexemes[at + 3].spaced)?;
        let year = match self.lexemes[at + 4].digits() {
            4 if YEARS.contains(&last) => last,
            // A hyphen would make it a telephone number, a single digit a version.
            2 if separator != '-' && first.digits() == 2 && self.lexemes[at + 2].digits() == 2 => {
                if last < 70 {
                    2000 + last
                } else {
                    1900 + last
                }
            }
            _ => return None,
        };
        let first = first.number().filter(|_| first.digits() <= 2 && self.lexemes[at + 2].digits() <= 2)?;
        let (day_first, month_first) = (full(year as i16, second, first), full(year as i16, first, second));
        let american = separator == '/' && self.american_clock_after(at + 5);
        let day = if american { month_first.or(day_first) } else { day_first.or(month_first) }?;
        Some((day, self.year_word(at + 5)))
    }

    /// Whether a time in American dress («2:41 PM ET») follows: the country that writes half days
    /// and slashes writes the month first.
    fn american_clock_after(&self, at: usize) -> bool {
        const SIGNS: [&str; 10] = ["am", "pm", "et", "est", "edt", "ct", "cst", "pt", "pst", "pdt"];
        let line = self.lexemes.iter().skip(at).take(10).position(|lexeme| lexeme.digits() > 2).unwrap_or(10);
        (at..at + line).any(|next| SIGNS.contains(&self.word(next)))
    }

    /// «08.06», which only a time beside it makes a date.
    fn numeric_without_year(&self, at: usize) -> Read<Day> {
        let two_digits = |at: usize| self.lexemes.get(at).filter(|lexeme| lexeme.digits() == 2)?.number();
        let (day, month) = (two_digits(at)?, two_digits(at + 2)?);
        let glued = self.lexemes[at + 1].is('.') && !self.lexemes[at + 1].spaced && !self.lexemes[at + 2].spaced;
        glued.then_some((Day::without_year(month as i8, day as i8)?, at + 3))
    }

    /// «Ср.», «Wed,»: the index after a weekday.
    fn weekday(&self, at: usize) -> Option<usize> {
        weekday_named(self.word(at))?;
        Some(self.skip(at + 1, &['.', ',']))
    }

    /// «8», «27th», «1-го».
    fn day_number(&self, at: usize) -> Read<u32> {
        let lexeme = self.lexemes.get(at)?;
        let day = lexeme.number().filter(|day| lexeme.digits() <= 2 && (1..=31).contains(day))?;
        let glued = |at: usize| self.lexemes.get(at).is_some_and(|lexeme| !lexeme.spaced);
        let next = match self.word(at + 1) {
            "st" | "nd" | "rd" | "th" if glued(at + 1) => at + 2,
            _ if self.mark(at + 1) == Some('-') && glued(at + 1) && matches!(self.word(at + 2), "го" | "е") => {
                at + 3
            }
            _ => at + 1,
        };
        Some((day, next))
    }

    /// A month's name, with the full stop of an abbreviation.
    fn month(&self, at: usize) -> Read<MonthName> {
        let name = month_named(self.word(at))?;
        // «may» and «march» are words.
        if name.language == NameLanguage::English && !self.lexemes[at].capital {
            return None;
        }
        let dotted = name.form == NameForm::Abbreviation && self.mark(at + 1) == Some('.');
        Some((name, at + 1 + usize::from(dotted)))
    }

    fn year(&self, at: usize) -> Read<i16> {
        let lexeme = self.lexemes.get(at)?;
        let year = lexeme.number().filter(|year| lexeme.digits() == 4 && YEARS.contains(year))?;
        Some((year as i16, at + 1))
    }

    /// The index after «г.», «года», «року», «ж.» following a year.
    fn year_word(&self, at: usize) -> usize {
        match self.word(at) {
            "г" | "р" | "ж" => self.skip(at + 1, &['.']).min(at + 2),
            "года" | "року" | "жыл" | "жылы" => at + 1,
            _ => at,
        }
    }

    /// The index after what stands between a date and a time: «, в», « | », « — ».
    fn skip_joint(&self, at: usize) -> usize {
        const MARKS: [char; 10] = [',', '.', '|', '/', '—', '–', '-', '•', '·', '@'];
        let marks = (at..at + 3).take_while(|&at| self.mark(at).is_some_and(|mark| MARKS.contains(&mark))).count();
        let next = at + marks;
        next + usize::from(matches!(self.word(next), "в" | "о" | "об" | "at" | "on" | "сағат"))
    }

    /// The index after the name of a zone of many a country, which tells no distance from UTC by itself.
    fn skip_zone_name(&self, at: usize) -> usize {
        const NAMES: [&str; 16] = [
            "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "bst", "cet", "cest", "eet",
        ];
        at + usize::from(NAMES.contains(&self.word(at)))
    }

    /// The index after up to three of `marks`: nobody writes more within a date, and a line of thousands of commas must
    /// not be gone through from each of them.
    fn skip(&self, at: usize, marks: &[char]) -> usize {
        at + (at..at + 3).take_while(|&at| self.mark(at).is_some_and(|mark| marks.contains(&mark))).count()
    }

    fn word(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", Lexeme::word)
    }

    fn mark(&self, at: usize) -> Option<char> {
        self.lexemes.get(at)?.mark()
    }

    fn glued_number(&self, at: usize) -> Option<u32> {
        self.lexemes.get(at).filter(|lexeme| !lexeme.spaced)?.number()
    }

    fn is_glued_digit(&self, at: usize) -> bool {
        self.glued_number(at).is_some()
    }

    /// Whether a date may begin here: not inside an address, a version or a longer number.
    fn begins_cleanly(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let street = if self.mark(before) == Some('.') { before.saturating_sub(1) } else { before };
        if NO_DATE_AFTER.contains(&self.word(street)) || matches!(self.mark(before), Some('№' | '#')) {
            return false;
        }
        let Some(first) = self.lexemes.get(at) else { return false };
        if first.spaced {
            return true;
        }
        match &self.lexemes[before].kind {
            Kind::Mark('.' | ':' | ',') => {
                before.checked_sub(1).is_none_or(|number| self.lexemes[number].digits() == 0)
            }
            Kind::Mark(mark) => !matches!(mark, '/' | '-' | '+' | '_' | '=' | '$' | '&'),
            Kind::Word(_) | Kind::Number(_) => false,
        }
    }

    /// Whether a date may end before the lexeme at `at`.
    fn ends_cleanly(&self, at: usize) -> bool {
        match self.lexemes.get(at) {
            Some(lexeme) if !lexeme.spaced => match lexeme.kind {
                Kind::Mark('.' | '/' | '-' | ':') => !self.is_glued_digit(at + 1),
                Kind::Mark('%' | '_') | Kind::Number(_) => false,
                Kind::Word(_) => false,
                Kind::Mark(_) => true,
            },
            _ => true,
        }
    }
}

fn full(year: i16, month: u32, day: u32) -> Option<Day> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Day::from)
}

fn moment(day: Day, clock: Option<Clock>) -> Moment {
    Moment { day, time: clock.map(|(time, _)| time), offset: clock.and_then(|(_, offset)| offset) }
}
