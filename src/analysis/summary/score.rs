//! What each sentence is worth by itself.
//!
//! News tells the most important thing first; a long read opens with a scene and comes to the point
//! later. Which of the two a text is, its length tells, and how well its first sentence covers the rest.

use std::collections::BTreeMap;

use super::meaning::{Meaning, closeness, whole};
use super::vectors::{Vector, centroid, cosine};
use super::{Described, Material};

/// What is added up, at most, for each sign of worth. Found on the development part of
/// `tests/data/summaries` by random search from values set by hand, and rounded.
const LEAD: f64 = 1.1;
const OPENS_PARAGRAPH: f64 = 0.03;
const CENTRAL: f64 = 0.25;
const CENTRAL_MEANING: f64 = 0.1;
const CONNECTED: f64 = 0.15;
const CONNECTED_MEANING: f64 = 0.07;
const NAMES: f64 = 0.07;
const TITLE: f64 = 0.5;
const TITLE_MEANING: f64 = 0.45;
/// What is left of the lead's advantage in a text that does not begin with its news.
const LEAST_LEAD: f64 = 0.08;
/// How much more the signs other than the lead count in such a text.
const BOOST: f64 = 1.0;
/// Texts of so many sentences are short, and long.
const SHORT: f64 = 14.0;
const LONG: f64 = 45.0;
/// How much the length tells of whether a text is news, against how well the lead covers the rest.
const BY_LENGTH: f64 = 0.3;
/// How fast the lead loses its advantage with every sentence that covers the text better.
const STEEPNESS: f64 = 1.9;
/// How fast a sentence's place costs, by paragraph and within it.
const BY_PARAGRAPH: f64 = 0.39;
const BY_SENTENCE: f64 = 0.27;
/// How much of a sentence's worth hangs on whether it can stand alone.
const FITNESS: f64 = 0.9;
/// With how many sentences each is compared for its connections.
const SAMPLE: usize = 500;

/// The title, as sentences are compared with it.
pub(super) struct Title {
    pub vector: Vector,
    pub meaning: Meaning,
}

/// The worth of all sentences; only that of `candidates` means anything.
pub(super) fn score(material: &Material, described: &[Described], candidates: &[usize], title: &Title) -> Vec<f64> {
    let count = described.len();
    let centre = centroid(described.iter().map(|sentence| &sentence.vector));
    let meaning = whole(described.iter().map(|sentence| &sentence.meaning));
    let of_each = |value: &dyn Fn(&Described) -> f64| described.iter().map(value).collect::<Vec<f64>>();
    let central = of_each(&|sentence| cosine(&sentence.vector, &centre));
    let central_meaning = of_each(&|sentence| closeness(&sentence.meaning, &meaning));
    let lead = leading(count, &central, &central_meaning);

    let central = scaled(&central, candidates, false);
    let close = scaled(&central_meaning, candidates, true);
    let connected = scaled(&connections(described), candidates, false);
    let connected_meaning = scaled(&mean_closeness(described), candidates, true);
    let names = scaled(&name_weights(material), candidates, false);
    let titled = scaled(&of_each(&|sentence| cosine(&sentence.vector, &title.vector)), candidates, false);
    let titled_meaning = scaled(&of_each(&|sentence| closeness(&sentence.meaning, &title.meaning)), candidates, true);

    let mut scores = vec![0.0; count];
    for &index in candidates {
        let sentence = material.sentences[index];
        let place = 1.0 / (1.0 + BY_PARAGRAPH * sentence.paragraph as f64 + BY_SENTENCE * sentence.number as f64);
        let opens = if sentence.number == 0 { OPENS_PARAGRAPH } else { 0.0 };
        let of_text = CENTRAL * central[index]
            + CENTRAL_MEANING * close[index]
            + CONNECTED * connected[index]
            + CONNECTED_MEANING * connected_meaning[index]
            + NAMES * names[index];
        let of_title = TITLE * titled[index] + TITLE_MEANING * titled_meaning[index];
        let worth = lead * LEAD * place + opens + (1.0 + BOOST * (1.0 - lead)) * of_text + of_title;
        scores[index] = worth * (1.0 - FITNESS * (1.0 - described[index].fitness));
    }
    scores
}

/// How much a text tells its news first, from nearly 0 to 1.
fn leading(count: usize, central: &[f64], central_meaning: &[f64]) -> f64 {
    let better = |values: &[f64]| {
        let first = values.first().copied().unwrap_or_default();
        values.iter().filter(|value| **value > first).count() as f64 / (count.max(2) - 1) as f64
    };
    let by_words = better(central);
    let known = central_meaning.iter().any(|value| *value > 0.0);
    let covered_better = if known { (by_words + better(central_meaning)) / 2.0 } else { by_words };
    let cover = (1.0 - STEEPNESS * covered_better).max(0.0);
    let size = ((LONG - count as f64) / (LONG - SHORT)).clamp(0.0, 1.0);
    (BY_LENGTH * size + (1.0 - BY_LENGTH) * cover).clamp(LEAST_LEAD, 1.0)
}

/// `values` divided by the greatest among the candidates; from their least, with `from_least`.
fn scaled(values: &[f64], candidates: &[usize], from_least: bool) -> Vec<f64> {
    let of_candidates = || candidates.iter().map(|&index| values[index]);
    let least = if from_least { of_candidates().fold(f64::INFINITY, f64::min) } else { 0.0 };
    let range = of_candidates().fold(f64::NEG_INFINITY, f64::max) - least;
    let scaled = |value: &f64| if range > 0.0 { ((value - least) / range).max(0.0) } else { 0.0 };
    values.iter().map(scaled).collect()
}

/// How many lemmas each sentence shares with the others, by their lengths (TextRank's weights: Mihalcea
/// and Tarau, 2004). A sample is enough in a very long text, where all pairs would take minutes.
fn connections(described: &[Described]) -> Vec<f64> {
    let step = described.len().div_ceil(SAMPLE).max(1);
    let shared = |a: &Vector, b: &Vector| {
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while i < a.len() && j < b.len() {
            match a[i].0.cmp(&b[j].0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
            }
        }
        let lengths = (1.0 + a.len() as f64).ln() + (1.0 + b.len() as f64).ln();
        if shared == 0 { 0.0 } else { f64::from(shared) / lengths }
    };
    let of = |index: usize| {
        let others = (0..described.len()).step_by(step).filter(|other| *other != index);
        others.map(|other| shared(&described[index].vector, &described[other].vector)).sum()
    };
    (0..described.len()).map(of).collect()
}

/// How close each sentence is in meaning to the others, on average.
fn mean_closeness(described: &[Described]) -> Vec<f64> {
    let mut sum: Meaning = Vec::new();
    for sentence in described {
        sum.resize(sum.len().max(sentence.meaning.len()), 0.0);
        sum.iter_mut().zip(&sentence.meaning).for_each(|(sum, number)| *sum += number);
    }
    described.iter().map(|sentence| closeness(&sentence.meaning, &sum)).collect()
}

/// For each sentence, how much the entities it names matter in the article.
fn name_weights(material: &Material) -> Vec<f64> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for mention in material.mentions {
        *counts.entry(mention.entity).or_default() += 1;
    }
    material
        .sentences
        .iter()
        .map(|sentence| {
            let first = material.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
            let inside = material.mentions[first..].iter().take_while(|mention| mention.span.end <= sentence.span.end);
            let mut entities: Vec<usize> = inside.map(|mention| mention.entity).collect();
            entities.sort_unstable();
            entities.dedup();
            entities.iter().map(|entity| (1.0 + counts[entity] as f64).ln()).sum::<f64>().sqrt()
        })
        .collect()
}
