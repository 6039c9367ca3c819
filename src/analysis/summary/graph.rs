//! How much each sentence has in common with all others.
//!
//! Of a very long text a sample is compared, as all pairs would take minutes.

use super::Described;
use super::meaning::{Meaning, closeness};
use super::vectors::{Vector, cosine};

/// With how many sentences each is compared.
const SAMPLE: usize = 500;

/// How many lemmas each sentence shares with the others, by their lengths (TextRank's weights: Mihalcea
/// and Tarau, 2004).
pub fn connections(described: &[Described]) -> Vec<f64> {
    with_others(described, |a, b| {
        let (a, b) = (&a.vector, &b.vector);
        let lengths = (1.0 + a.len() as f64).ln() + (1.0 + b.len() as f64).ln();
        let shared = shared(a, b);
        if shared == 0 { 0.0 } else { shared as f64 / lengths }
    })
}

/// How alike each sentence and the others are, by the cosines of their vectors (LexRank's weights: Erkan
/// and Radev, 2004).
pub fn mean_likeness(described: &[Described]) -> Vec<f64> {
    with_others(described, |a, b| cosine(&a.vector, &b.vector))
}

/// How close each sentence is in meaning to the others.
pub fn mean_closeness(described: &[Described]) -> Vec<f64> {
    let mut sum: Meaning = Vec::new();
    for sentence in described {
        sum.resize(sum.len().max(sentence.meaning.len()), 0.0);
        sum.iter_mut().zip(&sentence.meaning).for_each(|(sum, number)| *sum += number);
    }
    described.iter().map(|sentence| closeness(&sentence.meaning, &sum)).collect()
}

fn with_others(described: &[Described], weight: impl Fn(&Described, &Described) -> f64) -> Vec<f64> {
    let step = described.len().div_ceil(SAMPLE).max(1);
    let of = |index: usize| {
        let others = (0..described.len()).step_by(step).filter(|other| *other != index);
        others.map(|other| weight(&described[index], &described[other])).sum()
    };
    (0..described.len()).map(of).collect()
}

/// How many lemmas two vectors have in common.
fn shared(a: &Vector, b: &Vector) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    shared
}
