//! How much each sentence has in common with all others.
//!
//! Of a very long text a sample is compared, as all pairs would take minutes.

use super::Described;
use super::meaning::{Meaning, closeness};

/// With how many sentences each is compared.
const SAMPLE: usize = 500;

/// How much each sentence has in common with the others.
pub struct Likeness {
    /// How many lemmas it shares with them, by their lengths (TextRank's weights: Mihalcea and Tarau, 2004).
    pub connections: Vec<f64>,
    /// How alike they are, by the cosines of their vectors (LexRank's weights: Erkan and Radev, 2004).
    pub alike: Vec<f64>,
}

impl Likeness {
    /// Compares every sentence with every other. What two share is summed lemma by lemma over the sentences
    /// that have it, so that sentences without a common lemma cost nothing.
    pub fn new(described: &[Described]) -> Self {
        let step = described.len().div_ceil(SAMPLE).max(1);
        let sampled = || (0..described.len()).step_by(step);
        let lemmas = described.iter().filter_map(|sentence| sentence.vector.last()).map(|(lemma, _)| lemma + 1).max();
        let mut having: Vec<Vec<(usize, f64)>> = vec![Vec::new(); lemmas.unwrap_or(0)];
        for other in sampled() {
            described[other].vector.iter().for_each(|&(lemma, weight)| having[lemma].push((other, weight)));
        }
        let lengths: Vec<f64> = described.iter().map(|sentence| (1.0 + sentence.vector.len() as f64).ln()).collect();
        let mut likeness = Self { connections: Vec::new(), alike: Vec::new() };
        let mut shared = vec![(0_u32, 0.0); described.len()];
        for (index, sentence) in described.iter().enumerate() {
            shared.fill((0, 0.0));
            for &(lemma, weight) in &sentence.vector {
                for &(other, its_weight) in &having[lemma] {
                    shared[other].0 += 1;
                    shared[other].1 += weight * its_weight;
                }
            }
            let others = || sampled().filter(|&other| other != index);
            let connection = |other: usize| match shared[other].0 {
                0 => 0.0,
                lemmas => f64::from(lemmas) / (lengths[index] + lengths[other]),
            };
            likeness.connections.push(others().map(connection).sum());
            likeness.alike.push(others().map(|other| shared[other].1).sum());
        }
        likeness
    }
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
