//! Lines that say when a page was published, changed or viewed, and nothing else.

mod back;
mod words;

use std::borrow::Cow;

use super::shape::is_pictograph;
use super::{bylines, rules};
use crate::calendar::{Moment, find_printed};
pub(super) use back::Back;
use words::{ACCOUNT, COUNTER, FILLER, MODIFIED, OTHER, PUBLISHED, RELATIVE, SHORT_DAY, TODAY, WEEKDAY};

/// What a page says of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateLabel {
    /// Nothing.
    Bare,
    /// The day of publication.
    Published,
    /// The day of the last change.
    Modified,
    /// A day of something else: when an event begins, when somebody joined.
    Other,
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
    /// Whether it calls its day today's, as the clocks of sites do.
    pub today: bool,
    /// How long before the page was seen it was, where that is all that it says («Вчера, 18:20»).
    pub back: Option<Back>,
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
    if OTHER.is_match(words) {
        DateLabel::Other
    } else if MODIFIED.is_match(words) {
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
    let line = &*with_two_digits(line);
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
    let today = TODAY.is_match(&rest);
    let mut relative = false;
    if RELATIVE.is_match(&rest) {
        relative = true;
        rest = RELATIVE.replace_all(&rest, " ").into_owned();
    }
    rest = COUNTER.replace_all(&rest, " ").into_owned();
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
        return Some(DateLine { dates, rest, weekday, bare_day, today, back });
    }
    // «Published - June 14, 2022 - BHUJ:»
    let placed = labelled && words <= 2 && rest.split(' ').all(|word| word.chars().all(|c| !c.is_lowercase()));
    // A few other words: a name or a section that nobody knows, if nothing makes it a sentence.
    let sentence = line.ends_with(['.', '!', '?', ':', ',', ';']) || line.contains(['«', '"', '(']);
    let name_like = words <= 3 && rest.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let separated = line.contains(['|', '•', '·', '/']);
    (!dates.is_empty() && placed
        || !sentence && !dates.is_empty() && ((name_like && words >= 1) || (separated && words <= 5)))
        .then_some(DateLine { dates, rest, weekday, bare_day: false, today, back })
}

/// `line`, a day of one digit in «9.12.04» given the nought that tells it from a version.
fn with_two_digits(line: &str) -> Cow<'_, str> {
    match SHORT_DAY.captures(line).and_then(|found| found.get(1)) {
        Some(day) => Cow::Owned(format!("{}0{}", &line[..day.start()], &line[day.start()..])),
        None => Cow::Borrowed(line),
    }
}

/// Whether nothing but a number stands behind a date.
fn ends_in_count(rest: &str) -> bool {
    let rest = rest.trim();
    !rest.is_empty() && rest.len() <= 6 && rest.chars().all(|c| c.is_ascii_digit())
}
