//! Times counted from the article's own: «вчера», «на прошлой неделе», «три года назад».

use super::Slavic;
use crate::language::dates::cursor::Read;
use crate::language::dates::meaning::{Meaning, Unit, Year};
use crate::language::dates::senses::Sense;

/// What «накануне» can be the eve of; then it is no day of its own.
const EVE_OF: &[&str] = &[
    "встречи",
    "зустрічі",
    "выборов",
    "виборів",
    "саммита",
    "саміту",
    "визита",
    "візиту",
    "матча",
    "матчу",
    "игры",
    "финала",
    "переговоров",
    "праздника",
    "праздников",
    "референдума",
    "войны",
    "війни",
    "нового",
    "рождества",
    "дня",
    "годовщины",
    "старта",
    "поездки",
    "свят",
    "этого",
    "его",
    "ее",
    "их",
    "своего",
    "своей",
    "первого",
    "второго",
    "каникул",
    "пасхи",
    "турнира",
    "суда",
    "съезда",
    "форума",
    "юбилея",
    "приезда",
    "отъезда",
    "вылета",
    "релиза",
    "премьеры",
    "олимпиады",
    "чемпионата",
    "парада",
    "свадьбы",
    "экзаменов",
    "отпуска",
    "дебатов",
    "отъезда",
    "выхода",
];

/// Endings of verbal nouns in the genitive: «накануне вторжения», «накануне операции».
const EVE_OF_ENDINGS: &[&str] = &["ния", "ции", "сии", "ства", "ости", "ття", "ння", "ції"];

/// What stands alone before «назад».
const ONE_AGO: &[&str] =
    &["год", "неделю", "месяц", "день", "сутки", "век", "квартал", "десятилетие", "рік", "тиждень", "місяць", "добу"];

impl Slavic<'_> {
    /// «на прошлой неделе», «в этом году», «прошлым летом», «в минувшую субботу».
    pub(super) fn near(&self, at: usize) -> Read<Meaning> {
        if let Some(Sense::YearAdverb(by)) = self.c.sense(at) {
            // «торік у травні»
            let next = at + 1 + usize::from(matches!(self.c.word(at + 1), "у" | "в"));
            if let Some((month, next)) = self.month_name(next) {
                return Some((Meaning::Month { year: Year::Relative(by), month }, next));
            }
            return Some((Meaning::Year(Year::Relative(by)), at + 1));
        }
        if let Some(read) = self.same_year(at) {
            return Some(read);
        }
        let (shift, noun) = match self.c.sense(at)? {
            Sense::Shift(shift) => (shift, at + 1),
            Sense::Last if self.c.sense(at + 1) == Some(Sense::Units(Unit::Weekend)) => (-1, at + 1),
            Sense::Units(Unit::Weekend) if matches!(self.c.word_before(at), "на" | "в") => (0, at),
            _ => return None,
        };
        // «прошлом учебном году»
        let adjective = matches!(self.c.word(noun), "учебном" | "календарном" | "финансовом" | "же");
        let noun = noun + usize::from(adjective);
        // «этой ночью» ends on the day of the article; so does the last one.
        if matches!(self.c.word(noun), "ночью" | "утром") && shift <= 0 && noun == at + 1 {
            return Some((Meaning::Shifted { unit: Unit::Day, by: 0 }, noun + 1));
        }
        if self.c.word(noun) == "вечером" && noun == at + 1 {
            return Some((Meaning::Shifted { unit: Unit::Day, by: shift }, noun + 1));
        }
        let meaning = match self.c.sense(noun)? {
            // «это год» says what something is.
            Sense::Unit(_) if self.c.word(at) == "это" => return None,
            Sense::Unit(Unit::Day) if self.c.word(at).starts_with("следующ") && self.c.word_before(at) == "на" => {
                Meaning::AfterLastDay(1)
            }
            Sense::Unit(Unit::Day) if self.c.word(noun) == "сутки" && shift == -1 => {
                Meaning::Shifted { unit: Unit::Day, by: -1 }
            }
            Sense::Unit(Unit::Day) => return None,
            Sense::Unit(Unit::Year) => Meaning::Year(Year::Relative(shift)),
            Sense::Unit(unit) => Meaning::Shifted { unit, by: shift },
            Sense::Units(unit @ Unit::Weekend) => {
                let nearest = self.c.word(at).starts_with("ближайш");
                Meaning::Shifted { unit, by: if nearest { 0 } else { shift } }
            }
            Sense::Season(season) | Sense::InSeason(season) => Meaning::NearSeason { season, shift },
            Sense::Month(name) => Meaning::NearMonth { month: name.month, shift },
            Sense::Weekday(weekday) => match self.weekday_and_day(noun) {
                Some(dated @ (Meaning::Day { .. }, _)) => return Some(dated),
                _ => Meaning::Weekday { weekday, shift: Some(shift) },
            },
            _ => return None,
        };
        Some((meaning, noun + 1))
    }

    /// «в том же году», «годом ранее».
    fn same_year(&self, at: usize) -> Read<Meaning> {
        let year = |at: usize| self.c.sense(at) == Some(Sense::Unit(Unit::Year));
        let moved = match self.c.word(at + 1) {
            "ранее" | "раньше" | "раніше" => -1,
            "позже" | "позднее" | "спустя" | "пізніше" => 1,
            _ => 0,
        };
        if moved != 0 && matches!(self.c.word(at), "годом" | "год" | "роком" | "рік") && self.c.word(at) != "год"
        {
            return Some((Meaning::Year(Year::Same(moved)), at + 2));
        }
        // «днём ранее»: from the day that was spoken of last, or else from the article's.
        if moved != 0 && matches!(self.c.word(at), "днем" | "сутками") && self.c.sense_before(at).is_none() {
            return Some((Meaning::AfterLastDay(moved), at + 2));
        }
        let same = matches!(self.c.word(at), "том" | "тот" | "того" | "тому" | "этот")
            && matches!(self.c.word(at + 1), "же" | "ж");
        if same && self.c.sense(at + 2) == Some(Sense::Unit(Unit::Day)) {
            return Some((Meaning::AfterLastDay(0), at + 3));
        }
        (same && year(at + 2)).then_some((Meaning::Year(Year::Same(0)), at + 3))
    }

    /// «три дня назад», «год назад», and in a sentence about the future «через неделю».
    pub(super) fn ago(&self, at: usize) -> Read<Meaning> {
        if let Some(read) = self.days_later(at) {
            return Some(read);
        }
        let ahead = matches!(self.c.word(at), "через" | "за") && self.speaks_of_future();
        let start = at + usize::from(ahead);
        let rough = matches!(self.c.sense_before(start), Some(Sense::Roughly)) || self.c.word_before(start) == "около";
        if rough || matches!(self.c.word_before(start), "несколько" | "пару" | "кілька" | "и") && !ahead
        {
            return None;
        }
        if self.c.word(start) == "полгода" && self.ends_ago(start + 1).is_some() {
            return Some((Meaning::Shifted { unit: Unit::Month, by: -6 }, self.ends_ago(start + 1)?));
        }
        let (count, noun) = match self.count(start) {
            Some((count, noun)) if count <= 3000 => (count as i32, noun),
            Some(_) => return None,
            // Not «два с половиной года назад».
            None if ONE_AGO.contains(&self.c.word(start)) => (1, start),
            None => return None,
        };
        let unit = match self.c.sense(noun)? {
            Sense::Unit(unit) | Sense::Units(unit) => unit,
            _ => return None,
        };
        if unit == Unit::Weekend {
            return None;
        }
        let (by, next) = if ahead {
            if matches!(self.c.word(noun + 1), "после" | "після") || self.c.word(at) == "за" {
                return None;
            }
            (count, noun + 1)
        } else {
            (-count, self.ends_ago(noun + 1)?)
        };
        let meaning = match unit {
            Unit::Year => Meaning::Year(Year::Relative(by)),
            unit => Meaning::Shifted { unit, by },
        };
        Some((meaning, next))
    }

    /// «через три дня», of what has happened: from the day that was spoken of last.
    fn days_later(&self, at: usize) -> Read<Meaning> {
        if !matches!(self.c.word(at), "через" | "спустя") || self.speaks_of_future() {
            return None;
        }
        let (count, noun) = match self.count(at + 1) {
            Some((count, noun)) if count <= 60 => (count as i32, noun),
            _ if self.c.word(at + 1) == "день" => (1, at + 1),
            _ => return None,
        };
        let days = matches!(self.c.sense(noun), Some(Sense::Unit(Unit::Day) | Sense::Units(Unit::Day)));
        // «через день, 7 февраля» is named behind the comma.
        let counted = matches!(self.c.word(noun + 1), "после" | "після") || self.c.mark(noun + 1) == Some(',');
        (days && !counted).then_some((Meaning::AfterLastDay(count), noun + 1))
    }

    /// The index after «назад», «тому назад», «тому».
    fn ends_ago(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.c.word(at) == "тому" && self.c.sense(at + 1) == Some(Sense::Ago));
        (self.c.sense(at) == Some(Sense::Ago)).then_some(at + 1)
    }

    /// «вчера», «накануне», «завтрашний».
    pub(super) fn deictic(&self, at: usize) -> Read<Meaning> {
        let Some(Sense::Deictic(by)) = self.c.sense(at) else { return None };
        let word = self.c.word(at);
        let next = self.c.word(at + 1);
        let adjective = word.contains("шн");
        // «на сегодняшний день» is now, «завтрашний день» the future.
        let idiom = adjective && (next.starts_with("дн") || next == "день");
        let eve = matches!(word, "накануне" | "напередодні")
            && (EVE_OF.contains(&next) || EVE_OF_ENDINGS.iter().any(|ending| next.ends_with(ending)));
        // «Россия сегодня» in quotation marks is an outlet.
        let closed = matches!(self.c.mark(at + 1), Some('»' | '"' | '”')) && self.c.glued(at + 1);
        let title =
            closed && (self.c.capital(at.wrapping_sub(1)) || matches!(self.c.mark_before(at), Some('«' | '"' | '“')));
        (!idiom && !eve && !title).then_some((Meaning::Shifted { unit: Unit::Day, by }, at + 1))
    }

    fn speaks_of_future(&self) -> bool {
        (0..self.c.len()).any(|at| self.c.sense(at) == Some(Sense::Future))
    }
}
