//! Amounts of the same thing that cannot all be right.
//!
//! Two amounts are of the same thing when they have one unit, count the same, belong to the same names,
//! words and time. Whatever is in doubt is no conflict: a false one costs more trust than a missed one.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::amounts::agree;
use crate::analysis::{Analysis, DateMention, Figure};
use crate::dossier::model::{Claim, Conflict, Dispute};
use crate::dossier::shared::Shared;
use crate::dossier::wording::{Said, Wording};
use crate::language;
use crate::span::Span;

/// Figures that share a unit and a name with more others than this are not compared by it.
const WIDEST: usize = 250;
/// How many days apart two articles without dates of their own may speak of one state of things.
const FRESH: i32 = 3;
/// How much of the names of the one sentence the other must share.
const SAME_NAMES: f64 = 0.55;
/// How much of their words, when it is certain what both count, and when it is not.
const SAME_WORDS: f64 = 0.25;
const SAME_WORDS_ALONE: f64 = 0.4;
/// How close the verbs of two amounts must be in meaning.
const SAME_VERB: f64 = 0.55;
/// Verbs that say of an amount only that it is one.
const NEUTRAL: &[&str] = &[
    "быть",
    "составить",
    "составлять",
    "достичь",
    "достигнуть",
    "достигать",
    "стать",
    "становиться",
    "оказаться",
    "насчитывать",
    "насчитать",
    "равняться",
    "превысить",
    "превышать",
    "обойтись",
    "be",
    "reach",
    "total",
    "бути",
    "становити",
    "скласти",
];

/// A figure, and the sentence that gives it.
struct Given<'g> {
    source: usize,
    sentence: usize,
    figure: &'g Figure,
    said: Said,
}

/// Every conflict between figures of different sources.
pub fn conflicts(analyses: &[Analysis], wording: &Wording<'_>) -> Vec<Conflict> {
    let given = figures(analyses, wording);
    let mut units: BTreeMap<&str, u64> = BTreeMap::new();
    for figure in &given {
        let next = units.len() as u64;
        units.entry(figure.figure.unit.as_str()).or_insert(next);
    }
    let mut shared = Shared::default();
    for (index, figure) in given.iter().enumerate() {
        let unit = units[figure.figure.unit.as_str()];
        figure.said.entities.iter().for_each(|&entity| shared.add((entity as u64) << 24 | unit, index));
    }
    let clashes = shared.pairs(WIDEST).into_par_iter().map(|(a, b)| (a as usize, b as usize));
    let clashes = clashes.filter(|&pair| clash(analyses, &given, pair, wording)).collect();
    grouped(&given, clashes)
}

/// The figures of all sources, sentence by sentence.
fn figures<'a>(analyses: &'a [Analysis], wording: &Wording<'_>) -> Vec<Given<'a>> {
    let mut given = Vec::new();
    for (source, analysis) in analyses.iter().enumerate() {
        for figure in &analysis.figures {
            let sentence = analysis.sentences.partition_point(|sentence| sentence.span.end <= figure.span.start);
            if sentence < analysis.sentences.len() {
                given.push(Given { source, sentence, figure, said: wording.said(source, sentence) });
            }
        }
    }
    given
}

fn clash(analyses: &[Analysis], given: &[Given<'_>], (a, b): (usize, usize), wording: &Wording<'_>) -> bool {
    let (a, b) = (&given[a], &given[b]);
    let different = a.source != b.source && a.figure.unit == b.figure.unit && a.figure.change == b.figure.change;
    if !different || agree(a.figure, b.figure) {
        return false;
    }
    let (first, second) = (&analyses[a.source], &analyses[b.source]);
    // Most pairs are of different times, which is told most quickly.
    same_time(first, second, a, b)
        && !some_agree(analyses, a, b)
        && same_side(first, second, a, b)
        && same_thing(&first.language, a, b, wording)
}

/// Whether some figure of the one sentence agrees with some of the other: then they may be of the same
/// things in another order.
fn some_agree(analyses: &[Analysis], a: &Given<'_>, b: &Given<'_>) -> bool {
    let of_sentence = |given: &Given<'_>| {
        let analysis = &analyses[given.source];
        let span = analysis.sentences[given.sentence].span;
        let first = analysis.figures.partition_point(|figure| figure.span.start < span.start);
        let inside = analysis.figures[first..].iter().take_while(|figure| figure.span.end <= span.end);
        inside.filter(|figure| figure.unit == a.figure.unit).collect::<Vec<_>>()
    };
    let (ours, theirs) = (of_sentence(a), of_sentence(b));
    ours.len() > 2 || theirs.len() > 2 || ours.iter().any(|a| theirs.iter().any(|b| agree(a, b)))
}

/// Whether what two sentences speak of can lie in the same time.
fn same_time(first: &Analysis, second: &Analysis, a: &Given<'_>, b: &Given<'_>) -> bool {
    let (ours, theirs) = (dates_of(first, a), dates_of(second, b));
    if !ours.is_empty() && !theirs.is_empty() {
        return ours.iter().any(|a| theirs.iter().any(|b| a.from <= b.to && b.from <= a.to));
    }
    // What only one of them dates, the other may say of another time.
    let published = |analysis: &Analysis| analysis.article.published.as_ref()?.value.day.date();
    match (published(first), published(second)) {
        (Some(a), Some(b)) => (b - a).get_days().abs() <= FRESH,
        _ => false,
    }
}

/// The dates in a figure's sentence.
fn dates_of<'a>(analysis: &'a Analysis, given: &Given<'_>) -> Vec<&'a DateMention> {
    let span = analysis.sentences[given.sentence].span;
    let first = analysis.dates.partition_point(|date| date.span.start < span.start);
    analysis.dates[first..].iter().take_while(|date| date.span.end <= span.end).collect()
}

/// «За» and «против» are counted apart.
fn same_side(first: &Analysis, second: &Analysis, a: &Given<'_>, b: &Given<'_>) -> bool {
    let against = |analysis: &Analysis, given: &Given<'_>| {
        let sentence = analysis.sentences[given.sentence].span.of(&analysis.article.text).to_lowercase();
        let mut words = sentence.split(|c: char| !c.is_alphabetic());
        words.any(|word| matches!(word, "против" | "against" | "проти" | "не" | "not"))
    };
    against(first, a) == against(second, b)
}

/// Whether two figures count or measure the same.
fn same_thing(language: &str, a: &Given<'_>, b: &Given<'_>, wording: &Wording<'_>) -> bool {
    let likeness = wording.likeness(&a.said, &b.said);
    if likeness.names < SAME_NAMES || likeness.words < SAME_WORDS {
        return false;
    }
    let verb = |given: &Given<'_>| {
        let predicate = given.figure.predicate.clone()?;
        (!NEUTRAL.contains(&predicate.as_str())).then_some(predicate)
    };
    let counted = |given: &Given<'_>| -> Vec<String> {
        let lemmas = given.figure.of.as_ref().map(|of| of.lemmas.clone()).unwrap_or_default();
        lemmas.into_iter().filter(|lemma| *lemma != given.figure.unit).collect()
    };
    let (ours, theirs) = (counted(a), counted(b));
    let same_counted = ours.first().is_some_and(|head| theirs.contains(head))
        || theirs.first().is_some_and(|head| ours.contains(head));
    if !ours.is_empty() && !theirs.is_empty() && !same_counted {
        return false;
    }
    match (verb(a), verb(b)) {
        (Some(a), Some(b)) => {
            let same = a == b || closeness(language, &a, &b) >= SAME_VERB;
            same && (same_counted || likeness.words >= SAME_WORDS_ALONE)
        }
        // Without verbs that tell, what is counted must.
        _ => same_counted && likeness.words >= SAME_WORDS_ALONE,
    }
}

/// How close two words are in meaning, from -1 to 1; 0 where it is not known.
fn closeness(language: &str, a: &str, b: &str) -> f64 {
    let pack = language::pack(language);
    let (Some(a), Some(b)) = (pack.vector(a), pack.vector(b)) else { return 0.0 };
    f64::from(a.iter().zip(&b).map(|(a, b)| a * b).sum::<f32>())
}

/// Clashes that share a figure are one conflict.
fn grouped(given: &[Given<'_>], clashes: Vec<(usize, usize)>) -> Vec<Conflict> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (a, b) in clashes {
        let (first, second) = (*group_of.get(&a).unwrap_or(&a), *group_of.get(&b).unwrap_or(&b));
        let into = first.min(second);
        group_of.values_mut().filter(|group| **group == first || **group == second).for_each(|group| *group = into);
        group_of.insert(a, into);
        group_of.insert(b, into);
    }
    let mut groups: BTreeMap<usize, Vec<Claim>> = BTreeMap::new();
    for (figure, group) in group_of {
        let Given { source, sentence, figure, .. } = &given[figure];
        let words: Option<Span> = Some(figure.span);
        groups.entry(group).or_default().push(Claim { source: *source, sentence: *sentence, words });
    }
    let conflict = |mut claims: Vec<Claim>| {
        claims.sort_unstable();
        claims.dedup();
        Conflict { about: Dispute::Figure, claims }
    };
    groups.into_values().map(conflict).collect()
}
