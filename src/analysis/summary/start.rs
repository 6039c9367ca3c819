//! Where a text that tells its news first begins to tell it.
//!
//! Mostly with its first sentence. But some news opens with a scene, a question, a quotation or the history of the
//! matter, and reports in the second sentence or the fourth what has happened. Those show by what words they have, and by
//! the sentence behind them («Об этом сообщил …»).

use super::signs::{CLOSE, COVERS, SPOKEN, Signs};
use super::{Described, Material, STANDS_ALONE};
use crate::calendar::months::{month_named, weekday_named};
use crate::language::ru::morphology::is_completing;
use crate::language::{Reporting, Token, reporting};

/// Among how many sentences the report is looked for.
const FIRST: usize = 5;
/// How much of a report the first sentence is at most where another is taken for it, and how much more that must be.
/// The greatest and the least for which nothing is lost on news that opens with its report (`tests/data/summaries`).
const LEAST: f64 = 0.5;
const MORE: f64 = 1.5;
/// What each later one must have beyond the one that is taken so far.
const STEP: f64 = 0.2;
/// Words from which a sentence is no mere opening line.
const FULL: usize = 9;
/// How much a sentence covers of what the text comes back to, and is close to it, from which it counts.
const COVERING: f64 = 0.45;
const NEAR: f64 = 0.6;
/// The fitness from which it can be read well.
const WELL: f64 = 0.7;

/// The sentence from which the text reports, `first` or one of those behind it.
pub(super) fn start(
    material: &Material,
    by_sentence: &[&[Token]],
    described: &[Described],
    signs: &[Signs],
    first: usize,
) -> usize {
    let end = described.len().min(first + FIRST);
    let reported = |index: usize| {
        // In a language that does not tell, the first sentence is taken to report.
        let completing = completes(material, by_sentence[index]).unwrap_or(index == first);
        how_reported(material, &described[index], &signs[index], index, completing)
    };
    let Some(opening) = (first < end).then(|| reported(first)).filter(|opening| *opening <= LEAST) else {
        return first;
    };
    let mut taken = (first, opening + MORE);
    for index in (first + 1..end).filter(|&index| described[index].fitness >= STANDS_ALONE) {
        let value = reported(index);
        if value >= taken.1 {
            taken = (index, value + STEP);
        }
    }
    taken.0
}

/// How much of a report a sentence is; below zero, what leads up to one.
fn how_reported(material: &Material, described: &Described, signs: &Signs, index: usize, completing: bool) -> f64 {
    let text = material.sentences[index].span.of(material.text);
    let Reporting { official, turn, usual } = reporting(material.language, text);
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let is = |holds: bool, worth: f64| if holds { worth } else { 0.0 };
    is(is_told_of(material, index), 2.0)
        + is(official, 1.0)
        + is(names_a_day(text), 1.0)
        + is(completing, 1.0)
        + is(turn, 0.5)
        + is(signs[COVERS] > COVERING, 0.5)
        + is(signs[CLOSE] > NEAR, 0.5)
        - is(usual, 1.5)
        - is(text.trim_end().ends_with('?'), 2.0)
        - is(signs[SPOKEN] > 0.0, 1.0)
        - is(words < FULL, 0.5)
        - is(described.fitness < WELL && described.fitness >= STANDS_ALONE, 0.5)
}

/// Whether a sentence has a predicate of something completed («закрыл», «закроют», «закрыт»); `None` in a language that
/// does not tell.
fn completes(material: &Material, tokens: &[Token]) -> Option<bool> {
    let forms = || tokens.iter().map(|token| token.span.of(material.text).to_lowercase());
    (material.language == "ru").then(|| forms().any(|form| is_completing(&form)))
}

/// Whether the next sentence says who told of this one.
fn is_told_of(material: &Material, index: usize) -> bool {
    let (Some(this), Some(next)) = (material.sentences.get(index), material.sentences.get(index + 1)) else {
        return false;
    };
    material.quotes.iter().any(|quote| {
        !quote.direct && this.span.contains(quote.span) && quote.cue.is_some_and(|cue| next.span.contains(cue))
    })
}

/// Whether a sentence names a day as news does: a day of the week, or of a month without its year.
fn names_a_day(text: &str) -> bool {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let number = |at: usize| words.get(at).is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let day = |at: usize| number(at) && words[at].len() <= 2;
    let year = |at: usize| number(at) && words[at].len() == 4;
    words.iter().enumerate().any(|(at, word)| {
        let dayed = (at > 0 && day(at - 1) && !year(at + 1)) || (day(at + 1) && !year(at + 2));
        let of_month = dayed && month_named(word).is_some();
        weekday_named(word).is_some() && word.chars().count() > 3 || of_month
    })
}
