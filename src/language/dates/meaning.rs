//! What an expression of time says, before anybody knows when the text was written.

use jiff::civil::Time;

/// Which year an expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// The expression does not say.
    Unsaid,
    /// This one.
    Given(i16),
    /// So many years after the article's.
    Relative(i32),
    /// The one the text spoke of last («того же года»), moved by so many years («годом ранее»).
    Same(i32),
}

/// A part of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Days 1–10.
    Early,
    /// Days 11–20.
    Middle,
    /// Day 21 to the last.
    Late,
}

/// A season; its value is its first month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    /// December to February.
    Winter = 12,
    /// March to May.
    Spring = 3,
    /// June to August.
    Summer = 6,
    /// September to November.
    Autumn = 9,
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

/// An expression of time, as the text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// «8 июня 2022 года», «в среду, 8 июня».
    Day { year: Year, month: i8, day: i8, weekday: Option<i8> },
    /// «в начале мая».
    MonthPart { year: Year, month: i8, part: Part },
    /// «в первой половине мая».
    MonthHalf { year: Year, month: i8, second: bool },
    /// «в мае».
    Month { year: Year, month: i8 },
    /// «в третьем квартале»: 1–4.
    Quarter { year: Year, quarter: i8 },
    /// «в первом полугодии»: 1 or 2.
    HalfYear { year: Year, half: i8 },
    /// «за девять месяцев 2022 года».
    FirstMonths { year: Year, count: i8 },
    /// «летом».
    Season { year: Year, season: Season },
    /// «летом прошлого года» is a `Season`, «прошлым летом» is this: so many occurrences away.
    NearSeason { season: Season, shift: i32 },
    /// «в прошлом мае».
    NearMonth { month: i8, shift: i32 },
    /// «в 2021 году».
    Year(Year),
    /// «1990-е»: its first year.
    Decade(i16),
    /// «XIX век»: 19.
    Century(i16),
    /// «в среду», and with a shift «в прошлую среду».
    Weekday { weekday: i8, shift: Option<i32> },
    /// «12-го числа», «во вторник, 4-го»: a day of a month that is not named.
    DayOfMonth { day: i8, weekday: Option<i8> },
    /// «в среду на прошлой неделе».
    WeekdayOfWeek { weekday: i8, week: i32 },
    /// So many units from the article's date: «вчера», «на прошлой неделе», «три месяца назад».
    Shifted { unit: Unit, by: i32 },
    /// «в начале прошлого месяца».
    ShiftedMonthPart { by: i32, part: Part },
    /// «на следующий день», counted from the day that the text spoke of last.
    AfterLastDay(i32),
    /// From the first day of one to the last day of the other.
    Range(Box<Meaning>, Box<Meaning>),
    /// A day, and a time on it.
    At(Box<Meaning>, Time),
}

impl Meaning {
    /// The year, where the kind of expression has one to say.
    pub fn year_mut(&mut self) -> Option<&mut Year> {
        match self {
            Self::Day { year, .. }
            | Self::MonthPart { year, .. }
            | Self::MonthHalf { year, .. }
            | Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::HalfYear { year, .. }
            | Self::FirstMonths { year, .. }
            | Self::Season { year, .. }
            | Self::Year(year) => Some(year),
            Self::At(day, _) => day.year_mut(),
            _ => None,
        }
    }

    /// The year, where the kind of expression has one to say.
    pub fn year(&self) -> Option<Year> {
        self.clone().year_mut().copied()
    }

    /// The month in which it begins, where that is said.
    pub fn month(&self) -> Option<i8> {
        match self {
            Self::Day { month, .. }
            | Self::MonthPart { month, .. }
            | Self::MonthHalf { month, .. }
            | Self::Month { month, .. } => Some(*month),
            Self::At(day, _) => day.month(),
            Self::Range(from, _) => from.month(),
            _ => None,
        }
    }

    /// Whether it is one day.
    pub fn is_day(&self) -> bool {
        matches!(
            self,
            Self::Day { .. }
                | Self::Weekday { .. }
                | Self::DayOfMonth { .. }
                | Self::WeekdayOfWeek { .. }
                | Self::Shifted { unit: Unit::Day, .. }
                | Self::AfterLastDay(_)
        )
    }
}

/// Whether two expressions are of one kind, so that a dash between them makes a range.
pub(super) fn same_grain(first: &Meaning, last: &Meaning) -> bool {
    let grain = |meaning: &Meaning| match meaning {
        Meaning::Day { .. } => 1,
        Meaning::MonthPart { .. } | Meaning::Month { .. } => 2,
        Meaning::Year(_) | Meaning::Shifted { unit: Unit::Year, .. } => 3,
        Meaning::Season { .. } => 4,
        Meaning::Weekday { shift: None, .. } => 6,
        Meaning::Decade(_) => 5,
        _ => 0,
    };
    grain(first) == grain(last) && grain(first) > 0
}

/// «30 декабря — 3 января 2022 года»: the first year is the one before, since the month is a later one.
pub(super) fn borrow_year(first: &mut Meaning, last: &Meaning) {
    let earlier = matches!((first.month(), last.month()), (Some(from), Some(to)) if from > to);
    let year = match last.year() {
        Some(Year::Given(year)) => Year::Given(year - i16::from(earlier)),
        Some(Year::Relative(by)) => Year::Relative(by - i32::from(earlier)),
        _ => return,
    };
    if let Some(slot @ Year::Unsaid) = first.year_mut() {
        *slot = year;
    }
}
