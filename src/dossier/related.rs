//! Which sources belong together, and why.
//!
//! Two sources are close when they share what few others have: names first, words second, each
//! weighted by inverse document frequency. What all sources share sets nobody apart and weighs nothing.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::model::{Entity, Related};
use crate::analysis::Analysis;

/// Related sources shown for one source.
const MOST: usize = 5;
/// Reasons shown for one relation, of each sort.
const MOST_REASONS: usize = 5;
/// The closeness below which two sources are not called related.
const LEAST: f64 = 0.02;
/// What names weigh in the score, against words.
const NAME_SHARE: f64 = 0.7;
/// How many of its most telling words speak for a source.
const TERMS: usize = 30;
/// A feature that more sources share links nothing to anything, and would cost the square of its sources.
const WIDEST: usize = 400;

/// For each analysis, the sources related to it. `entity_of` maps each analysis' entities to `entities`;
/// `reprints` has the sources that are one report with another, of which one is enough.
pub fn relate(
    analyses: &[Analysis],
    entities: &[Entity],
    entity_of: &[Vec<usize>],
    reprints: &BTreeMap<usize, Vec<usize>>,
) -> Vec<Vec<Related>> {
    let are_one = |a: usize, b: usize| reprints.get(&a).is_some_and(|reprints| reprints.contains(&b));
    let names = Features::new(
        analyses.len(),
        analyses.iter().zip(entity_of).map(|(analysis, entity_of)| {
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            for mention in &analysis.mentions {
                *counts.entry(entity_of[mention.entity]).or_default() += 1;
            }
            counts.into_iter().map(|(entity, count)| (number(entity), number(count))).collect()
        }),
    );
    let named: BTreeSet<String> = entities.iter().flat_map(|entity| words_of(&entity.name)).collect();
    let list = word_list(analyses);
    let words = Features::new(analyses.len(), telling_words(analyses, &list, &named));

    let related = |source: usize| {
        let (by_name, by_word) = (names.similar(source), words.similar(source));
        let mut scores: BTreeMap<usize, f64> = BTreeMap::new();
        for (found, share) in [(by_name, NAME_SHARE), (by_word, 1.0 - NAME_SHARE)] {
            for (other, closeness) in found {
                *scores.entry(other).or_default() += share * closeness;
            }
        }
        let mut closest: Vec<(usize, f64)> = scores.into_iter().filter(|&(_, score)| score >= LEAST).collect();
        closest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut listed: Vec<(usize, f64)> = Vec::with_capacity(MOST);
        for (other, score) in closest {
            if listed.len() == MOST {
                break;
            }
            if !are_one(source, other) && !listed.iter().any(|&(taken, _)| are_one(taken, other)) {
                listed.push((other, score));
            }
        }
        let related = listed.into_iter().map(|(other, score)| Related {
            source: other,
            score,
            entities: names.shared(source, other),
            terms: words.shared(source, other).into_iter().map(|word| list[word].to_owned()).collect(),
        });
        related.collect()
    };
    (0..analyses.len()).into_par_iter().map(related).collect()
}

/// Every word that some analysis lists, sorted; a word's place in it is its number.
fn word_list(analyses: &[Analysis]) -> Vec<&str> {
    let mut words: Vec<&str> =
        analyses.iter().flat_map(|analysis| analysis.terms.iter().map(|(word, _)| word)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// For each analysis its words by their number in `list`, those that are part of a name left out: names
/// count by themselves.
fn telling_words(
    analyses: &[Analysis],
    list: &[&str],
    named: &BTreeSet<String>,
) -> impl Iterator<Item = Vec<(u32, u32)>> {
    analyses.iter().map(|analysis| {
        let terms = analysis.terms.iter().filter(|(word, _)| !named.contains(*word));
        let numbered = terms.filter_map(|(word, count)| Some((number(list.binary_search(&word).ok()?), count)));
        numbered.collect()
    })
}

fn number(of: usize) -> u32 {
    u32::try_from(of).expect("a dossier has fewer than 2³² names and words")
}

fn words_of(name: &str) -> impl Iterator<Item = String> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// What each source has of one sort of feature, weighted and of length 1, and who has what.
struct Features {
    /// By feature, in order.
    of_source: Vec<Vec<(usize, f64)>>,
    /// The sources that have a feature among their own, with its weight there; none for a feature that too
    /// many share.
    sources_with: Vec<Vec<(usize, f64)>>,
}

impl Features {
    /// `counts` has for each source its features, in order, and how often it has each.
    fn new(sources: usize, counts: impl Iterator<Item = Vec<(u32, u32)>>) -> Self {
        let counts: Vec<Vec<(u32, u32)>> = counts.collect();
        let last = counts.iter().filter_map(|features| features.last()).map(|&(feature, _)| feature).max();
        let mut spread = vec![0_usize; last.map_or(0, |last| last as usize + 1)];
        counts.iter().flatten().for_each(|&(feature, _)| spread[feature as usize] += 1);
        let weight = |feature: usize, count: usize| {
            let rarity = (sources as f64 / spread[feature] as f64).ln();
            (1.0 + (count as f64).ln()) * rarity
        };
        let of_source = counts.into_iter().map(|features| {
            let features = features.into_iter().map(|(feature, count)| (feature as usize, count as usize));
            let mut weighted: Vec<(usize, f64)> =
                features.map(|(feature, count)| (feature, weight(feature, count))).collect();
            weighted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            weighted.truncate(TERMS.max(sources / 100));
            weighted.shrink_to_fit();
            let length = weighted.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            weighted.sort_by_key(|&(feature, _)| feature);
            weighted.into_iter().map(|(feature, weight)| (feature, weight / length)).collect()
        });
        let of_source: Vec<Vec<(usize, f64)>> = of_source.collect();
        let mut sources_with: Vec<Vec<(usize, f64)>> = vec![Vec::new(); spread.len()];
        for (source, features) in of_source.iter().enumerate() {
            for &(feature, weight) in features.iter().filter(|&&(feature, _)| spread[feature] <= WIDEST) {
                sources_with[feature].push((source, weight));
            }
        }
        Self { of_source, sources_with }
    }

    /// Cosine with every other source that shares a feature, by source.
    fn similar(&self, source: usize) -> Vec<(usize, f64)> {
        let mut products: Vec<(usize, f64)> = Vec::new();
        for &(feature, weight) in self.of_source[source].iter().filter(|&&(_, weight)| weight > 0.0) {
            let others = self.sources_with[feature].iter().filter(|&&(other, _)| other != source);
            products.extend(others.map(|&(other, its)| (other, weight * its)));
        }
        // Stable, so that sums are always taken in the features' order.
        products.sort_by_key(|&(other, _)| other);
        let sums = products.chunk_by(|a, b| a.0 == b.0);
        sums.map(|run| (run[0].0, run.iter().map(|&(_, product)| product).sum())).collect()
    }

    /// The shared features that weigh most, weightless ones left out.
    fn shared(&self, a: usize, b: usize) -> Vec<usize> {
        let its = &self.of_source[b];
        let products = self.of_source[a].iter().filter_map(|&(feature, weight)| {
            let at = its.binary_search_by_key(&feature, |&(feature, _)| feature).ok()?;
            let product = weight * its[at].1;
            (product > 0.0).then_some((feature, product))
        });
        let mut products: Vec<(usize, f64)> = products.collect();
        products.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        products.into_iter().take(MOST_REASONS).map(|(feature, _)| feature).collect()
    }
}
