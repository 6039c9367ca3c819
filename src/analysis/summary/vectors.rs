//! Sentences as sparse vectors over their content lemmas.

use std::collections::BTreeMap;

use crate::language::{Pos, Token};

/// A sparse vector over lemmas, sorted by lemma.
pub type Vector = Vec<(usize, f64)>;

/// Whether a token carries meaning of its own.
pub fn is_content(token: &Token) -> bool {
    let weighs =
        matches!(token.pos, Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Verb | Pos::Number | Pos::Other);
    weighs
        && token.lemma.chars().any(char::is_alphanumeric)
        && !matches!(token.lemma.as_str(), "быть" | "мочь" | "стать")
}

/// The content lemmas of an article.
pub struct Vocabulary<'t> {
    ids: BTreeMap<&'t str, usize>,
    /// In how many sentences each lemma stands.
    spread: Vec<usize>,
    sentences: usize,
}

impl<'t> Vocabulary<'t> {
    /// The vocabulary of `sentences`, each given by its tokens.
    pub fn new(sentences: &[&'t [Token]]) -> Self {
        let mut ids = BTreeMap::new();
        let mut spread: Vec<usize> = Vec::new();
        for tokens in sentences {
            let mut lemmas: Vec<&str> = content(tokens).collect();
            lemmas.sort_unstable();
            lemmas.dedup();
            for lemma in lemmas {
                let id = *ids.entry(lemma).or_insert(spread.len());
                if id == spread.len() {
                    spread.push(0);
                }
                spread[id] += 1;
            }
        }
        Self { ids, spread, sentences: sentences.len() }
    }

    /// `tokens` as a vector of length 1 (or 0): lemmas by how often they stand in it, and how rare
    /// they are in the article. Lemmas that no sentence has are left out.
    pub fn vector(&self, tokens: &[Token]) -> Vector {
        let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
        for id in content(tokens).filter_map(|lemma| self.ids.get(lemma)) {
            *counts.entry(*id).or_default() += 1.0;
        }
        let weight = |lemma: usize, count: f64| {
            (1.0 + count.ln()) * (1.0 + self.sentences as f64 / self.spread[lemma] as f64).ln()
        };
        scaled(counts.into_iter().map(|(lemma, count)| (lemma, weight(lemma, count))).collect())
    }
}

fn content(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter(|token| is_content(token)).map(|token| token.lemma.as_str())
}

/// The sum of vectors, of length 1.
pub fn centroid<'v>(vectors: impl Iterator<Item = &'v Vector>) -> Vector {
    let mut sum: BTreeMap<usize, f64> = BTreeMap::new();
    for (lemma, weight) in vectors.flatten() {
        *sum.entry(*lemma).or_default() += weight;
    }
    scaled(sum.into_iter().collect())
}

/// `vector` with length 1; an empty one stays empty.
fn scaled(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    vector
}

/// Cosine of two vectors of length 1.
pub fn cosine(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
