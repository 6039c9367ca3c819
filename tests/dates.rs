//! Expressions of time against two tables written by hand. Each prints its score; the floors keep it.

use dossier::calendar::Precision;
use dossier::language::{FoundDate, find_dates};
use dossier::span::Span;
use proptest::prelude::*;

const RUSSIAN: &str = include_str!("data/dates/ru.txt");
const RUSSIAN_SECOND: &str = include_str!("data/dates/ru_second.txt");
const RUSSIAN_HELD_OUT: &str = include_str!("data/dates/ru_held_out.txt");
const OTHERS_SECOND: &str = include_str!("data/dates/other_second.txt");
const OTHERS_HELD_OUT: &str = include_str!("data/dates/other_held_out.txt");
const RUSSIAN_THIRD: &str = include_str!("data/dates/ru_third.txt");
const OTHERS_THIRD: &str = include_str!("data/dates/other_third.txt");
const RUSSIAN_FOURTH: &str = include_str!("data/dates/ru_fourth.txt");
const OTHERS_FOURTH: &str = include_str!("data/dates/other_fourth.txt");
const OTHERS: &str = include_str!("data/dates/other.txt");

/// A case: language, the article's date, text, and the dates in it as [`shown`] writes them.
struct Case<'d> {
    language: &'d str,
    anchor: Option<jiff::civil::Date>,
    text: &'d str,
    expected: Vec<String>,
}

fn read<'d>(line: &'d str, language: Option<&'d str>) -> Case<'d> {
    let mut fields = line.split('|').map(str::trim);
    let language = language.unwrap_or_else(|| fields.next().expect("a language"));
    let anchor = fields.next().expect("an anchor").parse().ok();
    let text = fields.next().expect("a text");
    let expected = fields.next().unwrap_or_default().split(';').map(|date| date.trim().to_owned());
    Case { language, anchor, text, expected: expected.filter(|date| !date.is_empty()).collect() }
}

/// The case's text with its own sentence and paragraph breaks taken out, and the sentences' spans.
fn sentences(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for (i, paragraph) in marked.split('¶').enumerate() {
        text.push_str(if i > 0 { "\n\n" } else { "" });
        for (j, sentence) in paragraph.split('¦').enumerate() {
            text.push_str(if j > 0 { " " } else { "" });
            let start = text.len();
            text.push_str(sentence.trim());
            spans.push(Span::new(start, text.len()));
        }
    }
    (text, spans)
}

fn shown(date: &FoundDate) -> String {
    let precision = serde_json::to_string::<Precision>(&date.precision).expect("a name");
    let days = if date.from == date.to { date.from.to_string() } else { format!("{}..{}", date.from, date.to) };
    let time = date.time.as_deref().map(|time| format!(" {time}")).unwrap_or_default();
    format!("{days} {}{time}", precision.trim_matches('"'))
}

/// Runs every case and prints what went wrong. The share of cases without a fault, and of the cases
/// without a date that got one.
fn score(data: &str, language: Option<&str>) -> (f64, f64) {
    let lines = data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut right, mut all, mut false_dates, mut dateless) = (0, 0, 0, 0);
    for line in lines {
        let case = read(line, language);
        let (text, spans) = sentences(case.text);
        let found: Vec<String> = find_dates(&text, &spans, case.language, case.anchor).iter().map(shown).collect();
        all += 1;
        right += usize::from(found == case.expected);
        dateless += usize::from(case.expected.is_empty());
        false_dates += usize::from(case.expected.is_empty() && !found.is_empty());
        if found != case.expected {
            println!("{line}\n    found {}", found.join("; "));
        }
    }
    println!("{right} of {all} cases right; {false_dates} of {dateless} without a date got one");
    (f64::from(right as u32) / f64::from(all as u32), f64::from(false_dates as u32) / f64::from(dateless as u32))
}

#[test]
fn russian_dates() {
    let (right, wrong) = score(RUSSIAN, Some("ru"));
    assert!(right >= 0.97 && wrong <= 0.03, "{right} {wrong}");
}

#[test]
fn russian_dates_second_table() {
    let (right, wrong) = score(RUSSIAN_SECOND, Some("ru"));
    assert!(right >= 0.95 && wrong <= 0.06, "{right} {wrong}");
}

#[test]
fn dates_in_other_languages_second_table() {
    let (right, wrong) = score(OTHERS_SECOND, None);
    assert!(right >= 0.97 && wrong <= 0.05, "{right} {wrong}");
}

/// 73 of 77 right and one false date on the first run, before anything was changed for it.
#[test]
fn russian_dates_held_out() {
    let (right, wrong) = score(RUSSIAN_HELD_OUT, Some("ru"));
    assert!(right >= 0.97 && wrong <= 0.05, "{right} {wrong}");
}

/// 27 of 29 right on the first run.
#[test]
fn dates_in_other_languages_held_out() {
    let (right, wrong) = score(OTHERS_HELD_OUT, None);
    assert!(right >= 0.95 && wrong <= 0.05, "{right} {wrong}");
}

/// 50 of 58 right and two false dates on the first run, before anything was changed for it. (The label of «полгода назад»
/// was put right since.)
#[test]
fn russian_dates_third_table() {
    let (right, wrong) = score(RUSSIAN_THIRD, Some("ru"));
    assert!(right >= 0.95 && wrong <= 0.08, "{right} {wrong}");
}

/// 27 of 36 right and no false date on the first run.
#[test]
fn dates_in_other_languages_third_table() {
    let (right, wrong) = score(OTHERS_THIRD, None);
    assert!(right >= 0.95 && wrong <= 0.05, "{right} {wrong}");
}

/// 64 of 72 right and three false dates of 13 on the first run. (The precision of «с XIV по XVII век» was put right since.)
#[test]
fn russian_dates_fourth_table() {
    let (right, wrong) = score(RUSSIAN_FOURTH, Some("ru"));
    assert!(right >= 0.95 && wrong <= 0.08, "{right} {wrong}");
}

/// 47 of 54 right and no false date on the first run.
#[test]
fn dates_in_other_languages_fourth_table() {
    let (right, wrong) = score(OTHERS_FOURTH, None);
    assert!(right >= 0.95 && wrong <= 0.05, "{right} {wrong}");
}

#[test]
fn dates_in_other_languages() {
    let (right, wrong) = score(OTHERS, None);
    assert!(right >= 0.95 && wrong <= 0.05, "{right} {wrong}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_safe(
        text in "([0-9]{1,4}|[.:/,–«» -]|мая|мае|век|года|прошлом|в|с|по|Nov|May|жылы|тому|XX|\\PC| ){0,40}",
        language in "ru|uk|en|kk|de",
    ) {
        let anchor = Some(jiff::civil::date(2022, 6, 20));
        for anchor in [anchor, None] {
            let mut end = 0;
            for date in find_dates(&text, &[Span::new(0, text.len())], &language, anchor) {
                prop_assert!(date.span.start >= end && date.span.end > date.span.start);
                end = date.span.end;
                prop_assert!(text.get(date.span.start..date.span.end).is_some());
            }
        }
    }
}
