//! Sentences that report something that happened, or will, at a stated time.

use jiff::civil::Date;

use super::model::{Event, EventStatus, Sentence};
use crate::calendar::Precision;
use crate::language::{self, FoundDate, Pos, Token};
use crate::span::Span;

/// What the search for events needs to know of an article.
pub(super) struct Material<'m> {
    pub text: &'m str,
    /// BCP 47 code.
    pub language: &'m str,
    pub sentences: &'m [Sentence],
    pub tokens: &'m [Token],
    pub dates: &'m [FoundDate],
    /// When the article was published.
    pub published: Option<Date>,
}

/// Words before a date that only compare with it («по сравнению с 2021 годом»).
const COMPARISONS: &[&str] = &[
    "по сравнению с",
    "чем в",
    "чем за",
    "против",
    "относительно",
    "к уровню",
    "уровня",
    "compared with",
    "compared to",
    "than in",
    "порівняно з",
    "ніж у",
    "ніж в",
];

/// Words that make a report conditional.
const CONDITIONS: &[&str] = &[
    "если",
    "бы",
    "может",
    "могут",
    "мог",
    "могла",
    "могли",
    "возможно",
    "вероятно",
    "предположительно",
    "якобы",
    "if",
    "may",
    "might",
    "could",
    "would",
    "possibly",
    "якщо",
    "б",
    "може",
    "можуть",
    "можливо",
    "ймовірно",
    "нібито",
    "егер",
    "мүмкін",
];

/// Words that deny what the sentence speaks of.
const DENIALS: &[&str] = &[
    "отрицает",
    "отрицают",
    "отрицал",
    "отрицала",
    "отрицали",
    "опроверг",
    "опровергла",
    "опровергли",
    "опровергает",
    "опровергают",
    "опровергнуто",
    "denied",
    "denies",
    "deny",
    "заперечує",
    "заперечив",
    "заперечила",
    "спростував",
    "спростувала",
];

/// How words begin that open a clause of their own about something that was named before it.
const RELATIVES: &[&str] =
    &["котор", "что", "чтобы", "где", "куда", "який", "яка", "яке", "які", "що", "which", "that", "who", "where"];

/// One event for each sentence that reports one, in order: at the most exact of its dates.
pub(super) fn find(material: &Material<'_>) -> Vec<Event> {
    let mut events = Vec::new();
    for (index, sentence) in material.sentences.iter().enumerate() {
        let first = material.dates.partition_point(|date| date.span.start < sentence.span.start);
        let dates = material.dates[first..].iter().take_while(|date| date.span.start < sentence.span.end);
        let usable = dates.filter(|date| date.precision <= Precision::Year && !is_aside(material, sentence, date));
        // Of equally exact dates the first: what follows it in the sentence is mostly background.
        let Some(date) = usable.min_by_key(|date| (date.precision, date.span.start)) else { continue };
        let Some(verb) = nearest_verb(material, sentence, date.span) else { continue };
        events.push(Event {
            sentence: index,
            from: date.from,
            to: date.to,
            precision: date.precision,
            status: status(material, sentence, date, verb),
        });
    }
    events
}

/// A date that dates nothing: in brackets by itself («(2019)»), or there for comparison.
fn is_aside(material: &Material<'_>, sentence: &Sentence, date: &FoundDate) -> bool {
    let before = material.text[sentence.span.start..date.span.start].trim_end();
    let after = &material.text[date.span.end.min(sentence.span.end)..sentence.span.end];
    let bracketed = before.ends_with('(') && after.starts_with([')', ',']);
    let lower = before.to_lowercase();
    bracketed || COMPARISONS.iter().any(|words| lower.ends_with(words))
}

fn tokens_in(tokens: &[Token], span: Span) -> &[Token] {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let last = tokens.partition_point(|token| token.span.start < span.end);
    &tokens[first..last]
}

/// The verb nearest to a date, by its place among the sentence's tokens.
fn nearest_verb(material: &Material<'_>, sentence: &Sentence, date: Span) -> Option<usize> {
    let tokens = tokens_in(material.tokens, sentence.span);
    let at = tokens.partition_point(|token| token.span.start < date.start);
    let is_verb = |token: &Token| match token.pos {
        Pos::Verb => true,
        // A pack without parts of speech: any sentence of some length is taken to have one.
        Pos::Other => material.language != "ru" && tokens.len() >= 5,
        _ => false,
    };
    (0..tokens.len()).filter(|&i| is_verb(&tokens[i]) && !date.overlaps(tokens[i].span)).min_by_key(|&i| i.abs_diff(at))
}

/// The words of a sentence without the relative clauses that have none of the tokens in `about`: what
/// «могут» in «объявил о запрете товаров, которые могут быть использованы» says is not said of the ban.
fn without_asides<'w>(words: &'w [String], about: &[usize]) -> Vec<&'w str> {
    let relative = |word: &String| RELATIVES.iter().any(|stem| word.starts_with(stem));
    let mut kept = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let next_comma =
            words[at + 1..].iter().position(|word| word == ",").map_or(words.len(), |ahead| at + 1 + ahead);
        // The relative word may follow a preposition: «, в которых».
        let opens = words[at] == "," && words[at + 1..next_comma].iter().take(2).any(relative);
        let end =
            if opens && !about.iter().any(|token| (at..next_comma).contains(token)) { next_comma } else { at + 1 };
        if end == at + 1 {
            kept.push(words[at].as_str());
        }
        at = end;
    }
    kept
}

fn status(material: &Material<'_>, sentence: &Sentence, date: &FoundDate, verb: usize) -> EventStatus {
    let tokens = tokens_in(material.tokens, sentence.span);
    let lower: Vec<String> = tokens.iter().map(|token| token.span.of(material.text).to_lowercase()).collect();
    let dated = tokens.partition_point(|token| token.span.start < date.span.start);
    let words = without_asides(&lower, &[dated, verb]);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let negated = language::is_negated(material.language, lower.get(..verb).unwrap_or_default());
    let to_come = match (date.from.date(), material.published) {
        (Some(from), Some(published)) => from > published,
        _ => date.future,
    };
    if has(CONDITIONS) {
        EventStatus::Conditional
    } else if has(DENIALS) || negated {
        EventStatus::Denied
    } else if to_come || date.future && date.to.date().is_none_or(|to| material.published.is_none_or(|day| to >= day)) {
        EventStatus::Planned
    } else {
        EventStatus::Happened
    }
}
