//! What can be seen of a sentence that tells whether it belongs into a summary.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Likeness, mean_closeness};
use super::meaning::{closeness, whole};
use super::vectors::{centroid, cosine, is_content};
use super::{Described, Material, Title, first_statement};
use crate::analysis::model::Sentence;
use crate::language::{Pos, Token};

/// What each number of `Signs` is.
pub const NAMES: [&str; COUNT] = [
    "place",
    "in-lead",
    "opens",
    "depth",
    "central",
    "close",
    "connected",
    "near",
    "alike",
    "covers",
    "titled",
    "titled-close",
    "names",
    "foremost",
    "figures",
    "length",
    "spoken",
    "told",
    "self",
];
/// Which numbers are the closeness to the whole text, what the sentence covers of it, the likeness to the title, and whether the sentence is somebody's own words.
pub(super) const CLOSE: usize = 5;
pub(super) const COVERS: usize = 9;
pub(super) const TITLED: usize = 10;
pub(super) const SPOKEN: usize = 16;
/// How many signs there are.
pub const COUNT: usize = 19;

/// The signs of one sentence, most of them from 0 to 1, in the order of [`NAMES`].
pub type Signs = [f64; COUNT];

/// How fast a sentence's place costs, by paragraph and within it.
const BY_PARAGRAPH: f64 = 0.39;
const BY_SENTENCE: f64 = 0.27;
/// How many sentences the beginning of a news story has.
const LEAD: usize = 3;
/// How many entities are the foremost of an article.
const FOREMOST: usize = 3;
/// Content words from which a sentence is a full one.
const FULL: f64 = 18.0;

/// The signs of all sentences; those that are scaled are so among `candidates`.
pub(super) fn signs(
    material: &Material,
    by_sentence: &[&[Token]],
    described: &[Described],
    candidates: &[usize],
    title: &Title,
    speech: &Speech,
) -> Vec<Signs> {
    let count = described.len();
    let centre = centroid(described.iter().map(|sentence| &sentence.vector));
    let meaning = whole(described.iter().map(|sentence| &sentence.meaning));
    let of_each = |value: &dyn Fn(&Described) -> f64| described.iter().map(value).collect::<Vec<f64>>();
    let from_zero = |values: Vec<f64>| scaled(&values, candidates, false);
    let from_least = |values: Vec<f64>| scaled(&values, candidates, true);

    let likeness = Likeness::new(described);
    let central = from_zero(of_each(&|sentence| cosine(&sentence.vector, &centre)));
    let close = from_least(of_each(&|sentence| closeness(&sentence.meaning, &meaning)));
    let connected = from_zero(likeness.connections);
    let near = from_least(mean_closeness(described));
    let alike = from_zero(likeness.alike);
    let covers = from_zero(coverage(by_sentence));
    let titled = from_zero(of_each(&|sentence| cosine(&sentence.vector, &title.vector)));
    let titled_close = from_least(of_each(&|sentence| closeness(&sentence.meaning, &title.meaning)));
    let entities = entities(material);
    let (names, foremost) = name_weights(material, &entities);
    let names = from_zero(names);

    let flag = |is: bool| f64::from(u8::from(is));
    let first = first_statement(material);
    let opening = material.sentences.get(first).map_or(0, |sentence| sentence.paragraph);
    let of = |index: usize| {
        let sentence = material.sentences[index];
        // Places are counted from behind a dateline.
        let paragraph = sentence.paragraph.saturating_sub(opening);
        let number = if paragraph == 0 {
            sentence.number.saturating_sub(material.sentences[first.min(index)].number)
        } else {
            sentence.number
        };
        let depth = index as f64 / (count.max(2) - 1) as f64;
        let tokens = by_sentence[index];
        let content = tokens.iter().filter(|token| is_content(token)).count() as f64;
        [
            1.0 / (1.0 + BY_PARAGRAPH * paragraph as f64 + BY_SENTENCE * number as f64),
            flag(index < first + LEAD),
            flag(number == 0),
            depth,
            central[index],
            close[index],
            connected[index],
            near[index],
            alike[index],
            covers[index],
            titled[index],
            titled_close[index],
            names[index],
            foremost[index],
            flag(tokens.iter().any(|token| token.pos == Pos::Number)),
            (content / FULL).min(1.0),
            flag(speech.spoken[index]),
            flag(speech.told[index] && !speech.spoken[index]),
            flag(tokens.iter().any(|token| speaks_of_itself(&token.lemma))),
        ]
    };
    (0..count).map(of).collect()
}

/// Whether a lemma is the author's or a speaker's «я» or «мы».
fn speaks_of_itself(lemma: &str) -> bool {
    matches!(lemma, "я" | "мы" | "мой" | "наш" | "ми" | "мій" | "i" | "we" | "my" | "our" | "мен" | "біз")
}

/// `values` divided by the greatest among the candidates; from their least, with `from_least`.
fn scaled(values: &[f64], candidates: &[usize], from_least: bool) -> Vec<f64> {
    let of_candidates = || candidates.iter().map(|&index| values[index]);
    let least = if from_least { of_candidates().fold(f64::INFINITY, f64::min) } else { 0.0 };
    let range = of_candidates().fold(f64::NEG_INFINITY, f64::max) - least;
    let scaled = |value: &f64| if range > 0.0 { ((value - least) / range).clamp(0.0, 1.0) } else { 0.0 };
    values.iter().map(scaled).collect()
}

/// For each sentence, how much of what the text keeps coming back to it has: its lemmas that stand in
/// several sentences, by the number of these.
fn coverage(by_sentence: &[&[Token]]) -> Vec<f64> {
    let lemmas = |tokens: &[Token]| -> BTreeSet<String> {
        tokens.iter().filter(|token| is_content(token)).map(|token| token.lemma.clone()).collect()
    };
    let sets: Vec<BTreeSet<String>> = by_sentence.iter().map(|tokens| lemmas(tokens)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    sets.iter().flatten().for_each(|lemma| *counts.entry(lemma).or_default() += 1);
    let worth = |lemma: &String| (counts[lemma.as_str()] as f64).ln();
    sets.iter().map(|set| set.iter().map(worth).sum()).collect()
}

/// The entities that each sentence names, sorted, each once.
fn entities(material: &Material) -> Vec<Vec<usize>> {
    let of = |sentence: &Sentence| {
        let first = material.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
        let inside = material.mentions[first..].iter().take_while(|mention| mention.span.end <= sentence.span.end);
        let mut entities: Vec<usize> = inside.map(|mention| mention.entity).collect();
        entities.sort_unstable();
        entities.dedup();
        entities
    };
    material.sentences.iter().map(of).collect()
}

/// For each sentence, how much the entities it names matter in the article, and what part of the foremost
/// it names.
fn name_weights(material: &Material, entities: &[Vec<usize>]) -> (Vec<f64>, Vec<f64>) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for mention in material.mentions {
        *counts.entry(mention.entity).or_default() += 1;
    }
    let mut foremost: Vec<(usize, usize)> = counts.iter().map(|(&entity, &count)| (count, entity)).collect();
    foremost.retain(|(count, _)| *count > 1);
    foremost.sort_by_key(|&(count, entity)| (std::cmp::Reverse(count), entity));
    foremost.truncate(FOREMOST);
    let total = foremost.iter().map(|(count, _)| count).sum::<usize>().max(1) as f64;
    let weight = |named: &Vec<usize>| named.iter().map(|entity| (1.0 + counts[entity] as f64).ln()).sum::<f64>().sqrt();
    let share = |named: &Vec<usize>| {
        let of_them = foremost.iter().filter(|(_, entity)| named.contains(entity));
        of_them.map(|(count, _)| count).sum::<usize>() as f64 / total
    };
    (entities.iter().map(weight).collect(), entities.iter().map(share).collect())
}

/// Whose words the sentences are.
pub(super) struct Speech {
    /// Which are mostly somebody's own words.
    spoken: Vec<bool>,
    /// Which say whose words they pass on.
    pub(super) told: Vec<bool>,
}

pub(super) fn speech(material: &Material) -> Speech {
    let count = material.sentences.len();
    let (mut spoken, mut told) = (vec![false; count], vec![false; count]);
    for quote in material.quotes {
        let first = material.sentences.partition_point(|sentence| sentence.span.end <= quote.span.start);
        let last = material.sentences.partition_point(|sentence| sentence.span.start < quote.span.end);
        for index in first..last {
            let sentence = material.sentences[index].span;
            let inside = quote.span.end.min(sentence.end).saturating_sub(quote.span.start.max(sentence.start));
            spoken[index] |= quote.direct && 2 * inside > sentence.len();
            told[index] |= quote.cue.is_some_and(|cue| sentence.overlaps(cue));
        }
    }
    Speech { spoken, told }
}
