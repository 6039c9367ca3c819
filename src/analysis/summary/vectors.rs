//! Sentences as sparse vectors over their content lemmas.

use std::collections::BTreeMap;

use crate::language::{LanguagePack, Pos, Token};
use crate::words::{LowerCase, is_alphanumeric};

/// A sparse vector over lemmas, sorted by lemma.
pub type Vector = Vec<(usize, f64)>;

/// Whether a token carries meaning of its own.
pub fn is_content(token: &Token) -> bool {
    let weighs =
        matches!(token.pos, Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Verb | Pos::Number | Pos::Other);
    weighs && token.lemma.chars().any(is_alphanumeric) && !matches!(token.lemma.as_str(), "быть" | "мочь" | "стать")
}

/// The content lemmas of an article, each with its weight.
pub struct Vocabulary<'t> {
    ids: BTreeMap<&'t str, usize>,
    weights: Vec<f64>,
}

impl<'t> Vocabulary<'t> {
    /// The vocabulary of `sentences`, each given by its tokens.
    ///
    /// A lemma weighs as much as it surprises in news; where the pack does not know that, as much as
    /// it is rare among the article's sentences.
    pub fn new(text: &str, sentences: &[&'t [Token]], pack: &dyn LanguagePack) -> Self {
        let mut ids = BTreeMap::new();
        let mut lemmas: Vec<Lemma> = Vec::new();
        for (number, tokens) in sentences.iter().enumerate() {
            for token in tokens.iter().filter(|token| is_content(token)) {
                let id = *ids.entry(token.lemma.as_str()).or_insert(lemmas.len());
                if id == lemmas.len() {
                    lemmas.push(Lemma { surprise: pack.surprise(&token.lemma), sentences: 0, last: usize::MAX });
                }
                lemmas[id].meet(number, pack.surprise(&token.span.of(text).lower()));
            }
        }
        let known = lemmas.iter().any(|lemma| lemma.surprise.is_some());
        let weight = |lemma: &Lemma| match lemma.surprise {
            Some(bits) => f64::from(((bits - COMMON) / (RARE - COMMON)).clamp(0.1, 1.0)),
            // A word that news does not have is a name, or a slip: it says much, but of what?
            None if known => 0.9,
            None => (1.0 + sentences.len() as f64 / lemma.sentences as f64).ln(),
        };
        Self { weights: lemmas.iter().map(weight).collect(), ids }
    }

    /// What a lemma weighs, when some sentence has it.
    pub fn weight(&self, lemma: &str) -> Option<f64> {
        self.ids.get(lemma).map(|&id| self.weights[id])
    }

    /// `tokens` as a vector of length 1 (or 0). Lemmas that no sentence has are left out.
    pub fn vector(&self, tokens: &[Token]) -> Vector {
        let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
        for id in content(tokens).filter_map(|lemma| self.ids.get(lemma)) {
            *counts.entry(*id).or_default() += 1.0;
        }
        let weighted = counts.into_iter().map(|(lemma, count)| (lemma, (1.0 + count.ln()) * self.weights[lemma]));
        scaled(weighted.collect())
    }
}

/// The surprise, in bits, at which a word weighs nothing («год»), and at which it weighs most.
const COMMON: f32 = 8.0;
const RARE: f32 = 19.0;

/// What is known of a lemma while the vocabulary is gathered.
struct Lemma {
    /// The least surprise among its forms: «заявить» is rare, «заявил» is not.
    surprise: Option<f32>,
    /// In how many sentences it stands, and in which it was last met.
    sentences: usize,
    last: usize,
}

impl Lemma {
    fn meet(&mut self, sentence: usize, surprise: Option<f32>) {
        self.surprise = match (self.surprise, surprise) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        if self.last != sentence {
            self.last = sentence;
            self.sentences += 1;
        }
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
