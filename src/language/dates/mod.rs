//! Expressions of time in prose, and the days they mean.
//!
//! Three steps, each in a module of its own: a language's [`senses`] say what a word can mean in a
//! date, its grammar reads what a run of words says ([`meaning`]), and [`resolve`] works out the days
//! from the article's date and from what the text has said before. Linear in the text's length.

mod cursor;
mod english;
mod kazakh;
mod meaning;
mod resolve;
mod russian;
mod senses;
mod slavic;
mod tense;
mod ukrainian;

use std::sync::LazyLock;

use jiff::civil::Date;

use self::cursor::{Cursor, Found};
use self::resolve::{Narrative, Place};
use self::senses::Vocabulary;
use self::slavic::Slavic;
use self::tense::Outlook;
use crate::calendar::lexeme::lexemes;
use crate::calendar::{Day, Precision, YearOrigin};
use crate::span::Span;

/// An expression of time, and the days it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// Where it stands, without a preposition before it; a range has both of its own.
    pub span: Span,
    /// First day, included.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// How exactly the text names it.
    pub precision: Precision,
    /// Time of day as `HH:MM`, where the text gives one.
    pub time: Option<String>,
    /// Who says which year it is.
    pub year: YearOrigin,
    /// Whether the words round it speak of the future.
    pub future: bool,
}

/// Every expression of time in `text` that resolves, in order; no two overlap.
///
/// `sentences` are spans of `text`, in order. `language` is a BCP 47 code; of a language without a
/// grammar only printed dates (`2022-06-08`) are read. `anchor` is the day the text was published:
/// without it, what counts from that day («вчера») is left out, and a day without a year stays without.
pub fn find_dates(text: &str, sentences: &[Span], language: &str, anchor: Option<Date>) -> Vec<FoundDate> {
    let grammar = Grammar::of(language);
    let mut narrative = Narrative::new(anchor);
    let mut dates = Vec::new();
    let mut paragraph = 0;
    let mut end = 0;
    for (sentence, span) in sentences.iter().enumerate() {
        if text.get(end..span.start).is_some_and(|gap| gap.contains('\n')) {
            paragraph += 1;
        }
        end = span.end;
        let Some(words) = text.get(span.start..span.end) else { continue };
        let lexemes = lexemes(words);
        let cursor = Cursor::new(&lexemes, grammar.vocabulary);
        for found in read_sentence(&cursor, grammar.expression) {
            let range = matches!(found.meaning, meaning::Meaning::Range(..));
            let outlook = tense::outlook(&cursor, found.from, found.to, range, grammar.is_future);
            let aside = is_aside(&cursor, found.from);
            let place = Place { sentence, paragraph, opening: found.from <= 2, aside, outlook };
            let Some(resolved) = narrative.resolve(&found.meaning, place) else { continue };
            let bytes = Span::new(lexemes[found.from].span.start, lexemes[found.to - 1].span.end);
            dates.push(FoundDate {
                span: bytes.shifted(span.start),
                from: resolved.from,
                to: resolved.to,
                precision: resolved.precision,
                time: resolved.time,
                year: resolved.year,
                future: outlook == Outlook::Future,
            });
        }
    }
    dates
}

/// Reads what begins at a lexeme: expressions, and the index after them.
type Expression = fn(&Cursor<'_>, usize) -> Option<(Vec<Found>, usize)>;

/// What the reading of one language needs.
struct Grammar {
    vocabulary: &'static LazyLock<Vocabulary>,
    expression: Expression,
    is_future: tense::IsFuture,
}

impl Grammar {
    fn of(language: &str) -> Self {
        let slavic: Expression = |cursor, at| Slavic { c: cursor }.expression(at);
        match language.split('-').next().unwrap_or_default() {
            "ru" => Self { vocabulary: &russian::VOCABULARY, expression: slavic, is_future: tense::russian },
            "uk" => Self { vocabulary: &ukrainian::VOCABULARY, expression: slavic, is_future: tense::ukrainian },
            "kk" => Self { vocabulary: &kazakh::VOCABULARY, expression: kazakh::expression, is_future: tense::kazakh },
            "en" => {
                Self { vocabulary: &english::VOCABULARY, expression: english::expression, is_future: tense::english }
            }
            _ => Self { vocabulary: &english::VOCABULARY, expression: printed_alone, is_future: |_, _| None },
        }
    }
}

/// Dates as content systems print them, in a language without a grammar.
fn printed_alone(cursor: &Cursor<'_>, at: usize) -> Option<(Vec<Found>, usize)> {
    let (meaning, to) = cursor.printed(at)?;
    Some((vec![Found { meaning, from: at, to }], to))
}

fn read_sentence(cursor: &Cursor<'_>, expression: Expression) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < cursor.len() {
        if let Some(next) = after_phone_number(cursor, at) {
            at = next;
            continue;
        }
        match expression(cursor, at) {
            Some((read, next)) if next > at => {
                found.extend(read);
                at = next;
            }
            _ => at += 1,
        }
    }
    // «в мае и июне 2022 года»: the year belongs to both.
    for i in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(i);
        let (first, last) = (&mut head[i - 1], &tail[0]);
        let joint = first.to..last.from;
        let joined = joint.len() <= 3
            && !joint.is_empty()
            && joint.clone().all(|at| {
                matches!(cursor.sense(at), Some(senses::Sense::And | senses::Sense::Preposition))
                    || matches!(cursor.mark(at), Some(',' | '-' | '–' | '—'))
            });
        if joined && meaning::same_grain(&first.meaning, &last.meaning) {
            meaning::borrow_year(&mut first.meaning, &last.meaning);
        }
    }
    found
}

/// How the words begin that announce a telephone number.
const PHONE: [&str; 5] = ["телефон", "звоните", "дзвоніть", "phone", "telephone"];

/// The index after a telephone number that begins at `at`: «телефон для справок: 8-10-2025».
fn after_phone_number(cursor: &Cursor<'_>, at: usize) -> Option<usize> {
    cursor.number(at)?;
    let announces = |before: usize| {
        let word = cursor.word(before);
        PHONE.iter().any(|stem| word.starts_with(stem)) || matches!(word, "тел" | "tel")
    };
    // No other number, and no end of a clause, stands between the word and its number.
    let near = (0..at)
        .rev()
        .take(5)
        .take_while(|&it| cursor.number(it).is_none() && !matches!(cursor.mark(it), Some(',' | ';' | ')')));
    let announced = { near }.any(announces);
    let of_number = |at: &usize| {
        cursor.number(*at).is_some() || cursor.glued(*at) && matches!(cursor.mark(*at), Some('-' | '–' | '(' | ')'))
    };
    announced.then(|| at + (at..cursor.len()).take_while(of_number).count())
}

/// Whether the lexeme at `at` stands in brackets.
fn is_aside(cursor: &Cursor<'_>, at: usize) -> bool {
    (0..at).rev().take(cursor::REACH).find_map(|before| match cursor.mark(before) {
        Some('(') => Some(true),
        Some(')') => Some(false),
        _ => None,
    }) == Some(true)
}
