//! Lines that say when a page was published, changed or viewed, and nothing else.

use std::sync::LazyLock;

use jiff::Span;
use jiff::civil::Time;
use regex::Regex;

use super::shape::is_pictograph;
use super::{bylines, rules};
use crate::calendar::{Moment, find_printed};
use crate::pattern::pattern;

/// What a page says of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateLabel {
    /// Nothing.
    Bare,
    /// The day of publication.
    Published,
    /// The day of the last change.
    Modified,
}

/// A line of dates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DateLine {
    /// The dates in order. Empty where they are only relative («2 часа назад»).
    pub dates: Vec<(DateLabel, Moment)>,
    /// What else the line says: a section, a name, a counter.
    pub rest: String,
    /// Whether a weekday is printed.
    pub weekday: bool,
    /// Whether the line could head a part of a chronicle: a bare day.
    pub bare_day: bool,
    /// How long before the page was seen it was, where that is all that it says («Вчера, 18:20»).
    pub back: Option<Back>,
}

/// A time told from the day on which the page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Back {
    /// Days before, and the time of day where it is printed.
    Days(i32, Option<Time>),
    /// Minutes before.
    Minutes(i32),
}

impl Back {
    /// What `words` say; nothing where they count in months and years, which are no day.
    fn read(words: &str) -> Option<Self> {
        let lower = words.to_lowercase();
        let clock = CLOCK
            .captures(&lower)
            .and_then(|found| Time::new(found[1].parse().ok()?, found[2].parse().ok()?, 0, 0).ok());
        if let Some(found) = AGO.captures(&lower) {
            let count =
                found.get(1).map_or(Ok(1), |count| count.as_str().parse::<i32>()).ok().filter(|count| *count < 5000)?;
            return match &found[2] {
                unit if ["мин", "хв", "min"].iter().any(|start| unit.starts_with(start)) => {
                    Some(Self::Minutes(count))
                }
                unit if ["час", "год", "ч", "hour", "hr", "h", "сағ"].iter().any(|start| unit.starts_with(start)) => {
                    Some(Self::Minutes(60 * count))
                }
                unit if ["нед", "тиж", "week", "апт"].iter().any(|start| unit.starts_with(start)) => {
                    Some(Self::Days(7 * count, None))
                }
                _ => Some(Self::Days(count, clock)),
            };
        }
        let said = |names: &[&str]| {
            names.iter().any(|name| lower.split(|c: char| !c.is_alphabetic()).any(|word| word == *name))
        };
        if said(&["позавчера", "позавчора"]) {
            Some(Self::Days(2, clock))
        } else if said(&["вчера", "вчора", "кеше", "yesterday"]) {
            Some(Self::Days(1, clock))
        } else if said(&["сегодня", "сьогодні", "бүгін", "today"]) {
            Some(Self::Days(0, clock))
        } else {
            (lower.contains("только что") || lower.contains("just now")).then_some(Self::Minutes(0))
        }
    }

    /// The moment, on a page that was seen at `seen`. `None` where another time zone could make it another day.
    pub fn from(self, seen: Moment) -> Option<Moment> {
        let day = seen.day.date()?;
        match self {
            Self::Days(days, time) => {
                // In UTC the reader's day may have ended, or not yet begun.
                let elsewhere = seen.offset == Some(0) && seen.time.is_none_or(|time| !(5..=20).contains(&time.hour()));
                let day = day.checked_sub(Span::new().days(days)).ok()?;
                (!elsewhere).then(|| Moment { time, ..Moment::on(day) })
            }
            Self::Minutes(minutes) => {
                let then = day.to_datetime(seen.time?).checked_sub(Span::new().minutes(minutes)).ok()?;
                Some(Moment::on(then.date()))
            }
        }
    }
}

/// «2 часа назад», `a day ago`: the count, and the unit.
static AGO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:(\d+)|\ba|\ban|\bone|одну?|^|[^\d\p{L}]) ?((?:минут|мин|хвилин|хв|min|час|годин|hour|hr|сағат|сутки|суток|день|дня|дней|дн|днів|дні|добу|day|күн|недел|тижн|тижд|week|апта)\p{L}*|ч|h|d)\.? (?:тому )?(?:назад|ago|бұрын|тому)",
    )
});

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^\d:])([01]?\d|2[0-3])[:.]([0-5]\d)(?:$|[^\d:.])").expect("the pattern is well-formed")
});

static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"опубликован\S*|дата публикации|время публикации|публикация|дата создания|дата размещения|размещен\S*|добавлен\S*|создан\S*|дата|posted(?: on| at)?|submitted|(?:originally |first )?published(?: on| at)?|publication date|date published|first published|date|опубліковано|дата публікації|створено|жарияланды|жарияланған(?: күні| уақыты)?|жарияланым|күні",
    )
});

static MODIFIED: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"(?:последнее |дата |время |last )?(?:обновлен\S*|обновлена|изменен\S*|отредактирован\S*|редакция от|updated(?: on| at)?|modified(?: on| at)?|edited|оновлено|змінено|жаңартыл\S*|өзгертіл\S*)",
    )
});

/// Small words and zones that may stand beside a date.
static FILLER: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"года|год|г|г\.|р\.|ж\.|жыл\S*|в|at|on|от|мск|msk|est|edt|pst|pdt|mst|mdt|cst|cdt|akst|akdt|hst|aest|aedt|eest|eet|cest|wib|sgt|jst|ist|cet|gmt|utc|bst|et|pt|по мск|по москве|по московскому времени|московское время|время московское|астана уақыты|время|уақыты|am|pm|a\.m\.|p\.m\.|час\S*|hrs?|местного времени|местное время|по алматы|по астане",
    )
});

/// «2 часа назад», «Вчера, 18:20», «14:32».
static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:\b\d+|\b(?:a|an|one|одну?|час|минуту|день))\s*(?:минут\S*|мин|час\S*|дн\S+|день|дня|дней|недел\S+|тиж\S*|месяц\S*|місяц\S*|сут\S+|год\S*|годин\S*|хвилин\S*|хв|ч|мин|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|сағат|минут|күн|апта|ай|h|m|d)?\.?\s*(?:назад|тому|тому назад|ago|бұрын)\b|\b(?:сегодня|вчера|позавчера|сьогодні|вчора|бүгін|кеше|today|yesterday|только что|just now)\b|\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b|\b(?:[01]?\d|2[0-3])\.[0-5]\d ?(?:bst|gmt|utc|cet|cest|edt|est|мск|msk)\b",
    )
    .expect("the pattern is well-formed")
});

/// «пользователем redaktor», `by admin on`: who put the page into its system.
static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:submitted |добавлено )?(?:пользователем|користувачем|автором|by)(?: [\w.-]+){1,3}$")
});

static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    word_pattern(
        r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun",
    )
});

fn word_pattern(words: &str) -> Regex {
    pattern(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{words})(?:$|[^\p{{L}}])"))
}

/// The words of a line without its pictures and the counts that stand behind them («👁 4512»).
fn without_counters(line: &str) -> String {
    let is_picture = |word: &str| !word.is_empty() && word.chars().all(is_pictograph);
    let mut after_picture = false;
    let is_word = |word: &&str| {
        let count = after_picture && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'K' | 'К'));
        after_picture = is_picture(word);
        !count && !after_picture
    };
    line.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ")
}

/// What the words before a date say of it.
pub(super) fn label_of(words: &str) -> DateLabel {
    if MODIFIED.is_match(words) {
        DateLabel::Modified
    } else if PUBLISHED.is_match(words) {
        DateLabel::Published
    } else {
        DateLabel::Bare
    }
}

/// Reads `line` as a line of dates, if it is one: the dates and the words that go with them leave
/// at most a few words of something else.
pub(super) fn read(line: &str) -> Option<DateLine> {
    if line.chars().count() > 160 || !line.contains(|c: char| c.is_ascii_digit()) && !RELATIVE.is_match(line) {
        return None;
    }
    let found = find_printed(line);
    let mut dates = Vec::new();
    let mut rest = String::new();
    let mut from = 0;
    for date in &found {
        let before = &line[from..date.span.start];
        let label = label_of(before);
        dates.push((label, date.moment));
        rest.push_str(before);
        rest.push(' ');
        from = date.span.end;
    }
    rest.push_str(&line[from..]);
    let weekday = WEEKDAY.is_match(line);
    let mut relative = false;
    if RELATIVE.is_match(&rest) {
        relative = true;
        rest = RELATIVE.replace_all(&rest, " ").into_owned();
    }
    if dates.is_empty() && !relative {
        return None;
    }
    let mut labelled = false;
    for (pattern, is_label) in [(&*MODIFIED, true), (&*PUBLISHED, true), (&*WEEKDAY, false), (&*FILLER, false)] {
        // Twice: two neighbours share the character between them.
        for _ in 0..2 {
            if pattern.is_match(&rest) {
                labelled |= is_label;
                rest = pattern.replace_all(&rest, " ").into_owned();
            }
        }
    }
    let rest = without_counters(&rest);
    let rest = rest
        .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '#' | '@' | '©'))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let words = rest.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count();
    let bare_day = words == 0 && !relative && !labelled && dates.len() == 1 && dates[0].1.time.is_none();
    let known = words == 0
        || (rest.len() < 8 && !rest.contains(char::is_alphabetic))
        || rules::judge(&rest, words).is_some()
        || bylines::read(&rest).is_some()
        || labelled && ACCOUNT.is_match(&rest)
        || (words <= 6
            && rest.split(['|', '/', '•', '·', ',']).all(|part| {
                let part = part.trim();
                part.is_empty() || rules::judge(part, 3).is_some() || part.chars().all(|c| !c.is_alphabetic())
            }));
    // «Наша газета 12.09.2023 0»: who, when, and how many comments.
    let counted =
        words <= 4 && dates.len() == 1 && rest.starts_with(char::is_uppercase) && ends_in_count(&line[from..]);
    let back = if dates.is_empty() { Back::read(line) } else { None };
    if known || counted {
        return Some(DateLine { dates, rest, weekday, bare_day, back });
    }
    // A few other words: a name or a section that nobody knows, if nothing makes it a sentence.
    let sentence = line.ends_with(['.', '!', '?', ':', ',', ';']) || line.contains(['«', '"', '(']);
    let name_like = words <= 3 && rest.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let separated = line.contains(['|', '•', '·', '/']);
    (!sentence && !dates.is_empty() && ((name_like && words >= 1) || (separated && words <= 5))).then_some(DateLine {
        dates,
        rest,
        weekday,
        bare_day: false,
        back,
    })
}

/// Whether nothing but a number stands behind a date.
fn ends_in_count(rest: &str) -> bool {
    let rest = rest.trim();
    !rest.is_empty() && rest.len() <= 6 && rest.chars().all(|c| c.is_ascii_digit())
}
