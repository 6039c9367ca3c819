//! From what an expression says to the days it means.
//!
//! The rules are those of the machine interface: without a year the nearest one that is not after the
//! article's date, the nearest one not before it where the text speaks of the future; a weekday
//! decides the year; weeks run from Monday to Sunday.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

use super::meaning::{Meaning, Part, Season, Unit, Year};
use super::tense::Outlook;
use crate::calendar::{Day, Precision, YearOrigin};

/// Where an expression stands, and what its sentence says about the time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Number of the sentence.
    pub sentence: usize,
    /// Number of the paragraph.
    pub paragraph: usize,
    /// Whether the sentence begins with it («В 2014 году …»), give or take a word.
    pub opening: bool,
    /// Whether it stands in brackets: an aside, which sets no year for what follows.
    pub aside: bool,
    /// On which side of the article's date the words round it put it.
    pub outlook: Outlook,
}

impl Place {
    fn is_future(self) -> bool {
        self.outlook == Outlook::Future
    }
}

/// The days that an expression means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Resolved {
    pub from: Day,
    pub to: Day,
    pub precision: Precision,
    pub time: Option<String>,
    pub year: YearOrigin,
}

/// First day, last day, and how exactly they are known.
type Extent = (Date, Date, Precision);

/// What the text has said so far.
pub(super) struct Narrative {
    anchor: Option<Date>,
    stated: Option<Stated>,
    /// The latest year that the text itself gave.
    latest: i16,
    /// The last expression that resolved to full dates: its first day, and its paragraph.
    last: Option<(Date, usize)>,
    /// Whether that was a day.
    last_is_day: bool,
}

/// The last year that the text itself gave.
#[derive(Clone, Copy)]
struct Stated {
    year: i16,
    month: Option<i8>,
    place: Place,
}

/// A leap year to compute with where no year is known.
const ANY_YEAR: i16 = 2000;

impl Narrative {
    pub fn new(anchor: Option<Date>) -> Self {
        Self { anchor, stated: None, latest: i16::MIN, last: None, last_is_day: false }
    }

    /// Resolves the next expression of the text, and remembers it.
    pub fn resolve(&mut self, meaning: &Meaning, place: Place) -> Option<Resolved> {
        let resolved = self.extent_of(meaning, place)?;
        if let Some(from) = resolved.from.date() {
            self.last = Some((from, place.paragraph));
            self.last_is_day = resolved.from == resolved.to;
        }
        let told = match meaning {
            Meaning::Range(first, _) => first.year(),
            other => other.year(),
        };
        if let Some(Year::Given(year)) = told
            && !place.aside
            && self.anchor.is_none_or(|anchor| year <= anchor.year())
        {
            self.stated = Some(Stated { year, month: meaning.month(), place });
            self.latest = self.latest.max(year);
        }
        Some(resolved)
    }

    fn extent_of(&self, meaning: &Meaning, place: Place) -> Option<Resolved> {
        match meaning {
            Meaning::At(day, time) => {
                let resolved = self.extent_of(day, place)?;
                let time = Some(format!("{:02}:{:02}", time.hour(), time.minute()));
                Some(Resolved { precision: Precision::Minute, time, ..resolved })
            }
            Meaning::Range(first, last) => self.range(first, last, place),
            Meaning::Decade(start) => full(
                (date_of(*start, 1, 1)?, date_of(start.checked_add(9)?, 12, 31)?, Precision::Decade),
                YearOrigin::Stated,
            ),
            Meaning::Century(number) => full(century(*number)?, YearOrigin::Stated),
            _ => match meaning.year() {
                Some(year) => self.with_year(meaning, year, place),
                None => full(self.relative(meaning, place)?, YearOrigin::Published),
            },
        }
    }

    /// An expression that has, or lacks, a year.
    fn with_year(&self, meaning: &Meaning, year: Year, place: Place) -> Option<Resolved> {
        let anchored = |by: i32| Some(self.anchor?.year() + i16::try_from(by).ok()?);
        let (year, origin) = match year {
            Year::Given(year) => (Some(year), YearOrigin::Stated),
            Year::Relative(by) => (anchored(by), YearOrigin::Published),
            Year::Same(by) => match self.last.filter(|(_, paragraph)| *paragraph == place.paragraph) {
                Some((last, _)) => (Some(last.year() + by as i16), YearOrigin::Narrative),
                None => (if by == 0 { None } else { anchored(by) }, YearOrigin::Published),
            },
            Year::Unsaid => match self.narrative_year(meaning, place) {
                Some(year) => (Some(year), YearOrigin::Narrative),
                None => (self.nearest_year(meaning, place.outlook), YearOrigin::Published),
            },
        };
        match year {
            Some(year) => full(extent(meaning, year)?, origin),
            // Nothing fixes the year: the day stays partial, a year alone stays unknown.
            None if matches!(meaning, Meaning::Year(_)) => None,
            None => {
                let (from, to, precision) = extent(meaning, ANY_YEAR)?;
                let partial = |date: Date| Day::without_year(date.month(), date.day());
                Some(Resolved {
                    from: partial(from)?,
                    to: partial(to)?,
                    precision,
                    time: None,
                    year: YearOrigin::Unknown,
                })
            }
        }
    }

    /// The year that the text gave earlier, where it still holds.
    fn narrative_year(&self, meaning: &Meaning, place: Place) -> Option<i16> {
        let stated = self.stated?;
        let Some(anchor) = self.anchor else { return self.undated_year(stated, meaning, place) };
        if place.is_future() || stated.place.paragraph != place.paragraph {
            return None;
        }
        let onward = match (stated.month, meaning.month()) {
            (Some(before), Some(now)) => {
                now >= before && (now <= before + 3 || stated.place.sentence == place.sentence)
            }
            // «В 2014 году …»: a look back sets the scene, last year's figure does not.
            (None, _) => {
                stated.place.sentence == place.sentence || (stated.place.opening && stated.year < anchor.year() - 1)
            }
            (Some(_), None) => stated.place.sentence == place.sentence,
        };
        let past = extent(meaning, stated.year).is_some_and(|(from, ..)| from <= anchor);
        (onward && past).then_some(stated.year)
    }

    /// The same where the article has no date. A month of a year («в декабре 2021 года») begins a narrative, which goes on
    /// until a later year was given, and in what is still to come only behind the text's first words (its own date); a
    /// bare year holds for its sentence, or for the paragraph that it opens.
    fn undated_year(&self, stated: Stated, meaning: &Meaning, place: Place) -> Option<i16> {
        let near = stated.place.sentence == place.sentence;
        let opened = stated.place.opening && stated.place.paragraph == place.paragraph;
        let goes_on = stated.year >= self.latest && (!place.is_future() || stated.place.sentence == 0);
        let holds = near || if stated.month.is_some() { goes_on } else { opened && !place.is_future() };
        if holds { onward_year(stated, meaning.month()) } else { None }
    }

    /// The year nearest to the article's date on the side that the text speaks of.
    fn nearest_year(&self, meaning: &Meaning, outlook: Outlook) -> Option<i16> {
        let anchor = self.anchor?;
        let years = || (-12..=12).map(|by| anchor.year() + by);
        if let Meaning::Day { month, day, weekday: Some(weekday), .. } = meaning {
            let falls = |year: &i16| date_of(*year, *month, *day).is_some_and(|date| weekday_of(date) == *weekday);
            let distance = |year: &i16| date_of(*year, *month, *day).map(|date| days_between(anchor, date).abs());
            if let Some(year) = years().filter(falls).min_by_key(distance) {
                return Some(year);
            }
        }
        match outlook {
            Outlook::Future => years().find(|year| extent(meaning, *year).is_some_and(|(_, to, _)| to >= anchor)),
            Outlook::Past => years().rev().find(|year| extent(meaning, *year).is_some_and(|(from, ..)| from <= anchor)),
            Outlook::Nearest => {
                let distance = |year: &i16| extent(meaning, *year).map(|(from, ..)| days_between(anchor, from).abs());
                years().filter(|year| distance(year).is_some()).min_by_key(distance)
            }
        }
    }

    fn range(&self, first: &Meaning, last: &Meaning, place: Place) -> Option<Resolved> {
        let start = self.extent_of(first, place)?;
        let end = match (last.year(), start.from.date()) {
            (None, Some(from)) if matches!(last, Meaning::Weekday { shift: None, .. }) => {
                let Meaning::Weekday { weekday, .. } = *last else { return None };
                let ahead = i32::from((weekday - weekday_of(from)).rem_euclid(7));
                full(one_day(plus(from, ahead.days())?)?, start.year)?
            }
            // «осенью — зимой 2022 года»: the winter that follows.
            (Some(Year::Given(year)), Some(from))
                if matches!(last, Meaning::Season { season: Season::Winter, .. })
                    && !matches!(first, Meaning::Season { season: Season::Winter, .. })
                    && extent(last, year).is_some_and(|(_, to, _)| to < from) =>
            {
                full(extent(last, year.checked_add(1)?)?, YearOrigin::Stated)?
            }
            (Some(Year::Unsaid), Some(from)) => {
                let year = (from.year()..=from.year() + 1)
                    .find(|year| extent(last, *year).is_some_and(|(_, to, _)| to >= from))?;
                full(extent(last, year)?, start.year)?
            }
            (Some(Year::Unsaid), None) => Narrative::new(None).extent_of(last, place)?,
            _ => self.extent_of(last, place)?,
        };
        let ordered = match (start.from.date(), end.to.date()) {
            (Some(from), Some(to)) => from <= to,
            (None, None) => true,
            _ => false,
        };
        let year = if last.year() == Some(Year::Unsaid) { start.year } else { end.year };
        ordered.then_some(Resolved {
            from: start.from,
            to: end.to,
            precision: Precision::Range,
            time: start.time,
            year,
        })
    }

    /// An expression counted from the article's date.
    fn relative(&self, meaning: &Meaning, place: Place) -> Option<Extent> {
        if let Meaning::AfterLastDay(by) = meaning {
            let near = |(_, paragraph): &(Date, usize)| self.last_is_day && *paragraph == place.paragraph;
            let last = self.last.filter(near).map(|(last, _)| last);
            // «днём ранее» needs no day before it, «на следующий день» does.
            return one_day(plus(last.or(self.anchor.filter(|_| *by < 0))?, by.days())?);
        }
        let anchor = self.anchor?;
        match *meaning {
            Meaning::Weekday { weekday, shift } => {
                let back = i32::from((weekday_of(anchor) - weekday).rem_euclid(7));
                let by = match shift {
                    None if place.is_future() => (7 - back) % 7,
                    None => -back,
                    Some(0) => i32::from(weekday - weekday_of(anchor)),
                    Some(1..) => 7 - back,
                    Some(_) => -(if back == 0 { 7 } else { back }),
                };
                one_day(plus(anchor, by.days())?)
            }
            Meaning::DayOfMonth { day, weekday } => one_day(self.day_of_month(day, weekday, place)?),
            Meaning::WeekdayOfWeek { weekday, week: by } => {
                one_day(plus(monday(anchor)?, (by * 7 + i32::from(weekday) - 1).days())?)
            }
            Meaning::Shifted { unit, by } => shifted(anchor, unit, by),
            Meaning::ShiftedMonthPart { by, part } => {
                let month = plus(anchor.first_of_month(), by.months())?;
                extent(&Meaning::MonthPart { year: Year::Unsaid, month: month.month(), part }, month.year())
            }
            Meaning::NearSeason { season, shift } => {
                self.near(&Meaning::Season { year: Year::Unsaid, season }, shift, place)
            }
            Meaning::NearMonth { month, shift } => {
                self.near(&Meaning::Month { year: Year::Unsaid, month }, shift, place)
            }
            _ => None,
        }
    }

    /// The nearest such day of any month, on the side of the article's date that the text speaks of.
    fn day_of_month(&self, day: i8, weekday: Option<i8>, place: Place) -> Option<Date> {
        let anchor = self.anchor?;
        let this_month = anchor.first_of_month();
        let step = if place.is_future() { 1 } else { -1 };
        (0..24).find_map(|months| {
            let month = plus(this_month, (months * step).months())?;
            let date = date_of(month.year(), month.month(), day)?;
            let reached = if place.is_future() { date >= anchor } else { date <= anchor };
            (reached && weekday.is_none_or(|weekday| weekday_of(date) == weekday)).then_some(date)
        })
    }

    /// «прошлым летом»: the last one that is over; «следующим»: the first to begin; «этим»: this year's.
    fn near(&self, meaning: &Meaning, shift: i32, place: Place) -> Option<Extent> {
        let anchor = self.anchor?;
        let mut years = (-3..=3).map(|by| anchor.year() + by);
        let year = match shift {
            ..0 => years.rev().find(|year| extent(meaning, *year).is_some_and(|(_, to, _)| to < anchor))?,
            0 if matches!(meaning, Meaning::Season { season: Season::Winter, .. }) => {
                self.nearest_year(meaning, place.outlook)?
            }
            0 => anchor.year(),
            1.. => years.find(|year| extent(meaning, *year).is_some_and(|(from, ..)| from > anchor))?,
        };
        extent(meaning, if shift == -2 { year - 1 } else { year })
    }
}

/// The year of a later month in an undated narrative, which runs forward: December 2021 is followed by
/// January 2022. Across a longer gap nothing is certain.
fn onward_year(stated: Stated, month: Option<i8>) -> Option<i16> {
    match (stated.month, month) {
        (Some(before), Some(now)) if now < before => (now + 12 - before <= 3).then_some(stated.year + 1),
        _ => Some(stated.year),
    }
}

/// The days of an expression in the given year. A winter has the year of its January.
fn extent(meaning: &Meaning, year: i16) -> Option<Extent> {
    let month_end = |month: i8| Some(date_of(year, month, 1)?.last_of_month());
    let months = |first: i8, last: i8, precision| Some((date_of(year, first, 1)?, month_end(last)?, precision));
    match *meaning {
        Meaning::Day { month, day, .. } => one_day(date_of(year, month, day)?),
        Meaning::At(ref day, _) => extent(day, year),
        Meaning::MonthPart { month, part: Part::Early, .. } => {
            Some((date_of(year, month, 1)?, date_of(year, month, 10)?, Precision::EarlyMonth))
        }
        Meaning::MonthPart { month, part: Part::Middle, .. } => {
            Some((date_of(year, month, 11)?, date_of(year, month, 20)?, Precision::MidMonth))
        }
        Meaning::MonthPart { month, part: Part::Late, .. } => {
            Some((date_of(year, month, 21)?, month_end(month)?, Precision::LateMonth))
        }
        Meaning::MonthHalf { month, second: false, .. } => {
            Some((date_of(year, month, 1)?, date_of(year, month, 15)?, Precision::Range))
        }
        Meaning::MonthHalf { month, .. } => Some((date_of(year, month, 16)?, month_end(month)?, Precision::Range)),
        Meaning::Month { month, .. } => months(month, month, Precision::Month),
        Meaning::Quarter { quarter, .. } => months(quarter * 3 - 2, quarter * 3, Precision::Quarter),
        Meaning::HalfYear { half, .. } => months(half * 6 - 5, half * 6, Precision::HalfYear),
        Meaning::FirstMonths { count, .. } => months(
            1,
            count,
            match count {
                1 => Precision::Month,
                3 => Precision::Quarter,
                6 => Precision::HalfYear,
                12 => Precision::Year,
                _ => Precision::Range,
            },
        ),
        Meaning::Season { season: Season::Winter, .. } => {
            Some((date_of(year - 1, 12, 1)?, month_end(2)?, Precision::Season))
        }
        Meaning::Season { season, .. } => months(season as i8, season as i8 + 2, Precision::Season),
        Meaning::Year(_) => months(1, 12, Precision::Year),
        _ => None,
    }
}

fn shifted(anchor: Date, unit: Unit, by: i32) -> Option<Extent> {
    match unit {
        Unit::Day => one_day(plus(anchor, by.days())?),
        Unit::Week => {
            let first = plus(monday(anchor)?, (by * 7).days())?;
            Some((first, plus(first, 6.days())?, Precision::Week))
        }
        Unit::Weekend => {
            let saturday = plus(monday(anchor)?, (by * 7 + 5).days())?;
            Some((saturday, plus(saturday, 1.days())?, Precision::Range))
        }
        Unit::Month => {
            let first = plus(anchor.first_of_month(), by.months())?;
            Some((first, first.last_of_month(), Precision::Month))
        }
        Unit::Quarter | Unit::HalfYear => {
            let (size, precision) =
                if unit == Unit::Quarter { (3, Precision::Quarter) } else { (6, Precision::HalfYear) };
            let current = (i32::from(anchor.month()) - 1) / size * size;
            let january = date_of(anchor.year(), 1, 1)?;
            let first = plus(january, (current + by.checked_mul(size)?).months())?;
            Some((first, plus(first, (size - 1).months())?.last_of_month(), precision))
        }
        Unit::Year => extent(&Meaning::Year(Year::Unsaid), anchor.year().checked_add(i16::try_from(by).ok()?)?),
        Unit::Decade => {
            let first = i32::from(anchor.year()) / 10 * 10 + by.checked_mul(10)?;
            let first = i16::try_from(first).ok()?;
            Some((date_of(first, 1, 1)?, date_of(first.checked_add(9)?, 12, 31)?, Precision::Decade))
        }
        Unit::Century => century((anchor.year() - 1) / 100 + 1 + i16::try_from(by).ok()?),
    }
}

fn century(number: i16) -> Option<Extent> {
    let last = number.checked_mul(100)?;
    Some((date_of(last - 99, 1, 1)?, date_of(last, 12, 31)?, Precision::Century))
}

fn one_day(date: Date) -> Option<Extent> {
    Some((date, date, Precision::Day))
}

fn full((from, to, precision): Extent, year: YearOrigin) -> Option<Resolved> {
    Some(Resolved { from: from.into(), to: to.into(), precision, time: None, year })
}

/// A date of the common era.
fn date_of(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|found| *found >= date(1, 1, 1))
}

fn plus(date: Date, span: Span) -> Option<Date> {
    date.checked_add(span).ok()
}

fn monday(date: Date) -> Option<Date> {
    plus(date, (1 - i32::from(weekday_of(date))).days())
}

/// 1 is Monday.
fn weekday_of(date: Date) -> i8 {
    date.weekday().to_monday_one_offset()
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
