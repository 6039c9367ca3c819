//! What key sentences are usually chosen by, over the same sentences and lemmas.

use std::collections::{BTreeMap, BTreeSet};

use dossier::analysis::Analysis;
use dossier::language::{self, Pos};

/// The probability of going on along an edge, in both graphs.
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 60;

/// A sentence's content lemmas with how often it has each.
pub type Bag = BTreeMap<String, f64>;

/// The bags of all sentences of an article.
pub fn vectors(analysis: &Analysis) -> Vec<Bag> {
    let text = &analysis.article.text;
    let tokens = language::pack(&analysis.language).tokens(text);
    let content = |pos: Pos| !matches!(pos, Pos::Mark | Pos::Function | Pos::Pronoun | Pos::Adverb);
    analysis
        .sentences
        .iter()
        .map(|sentence| {
            let mut bag = Bag::new();
            for token in tokens.iter().filter(|token| sentence.span.contains(token.span) && content(token.pos)) {
                *bag.entry(token.lemma.clone()).or_default() += 1.0;
            }
            bag
        })
        .collect()
}

/// LexRank (Erkan and Radev, 2004): PageRank over cosines of tf-idf above 0.1, idf over the sentences.
pub fn lexrank(sentences: &[Bag]) -> Vec<f64> {
    let mut frequency: BTreeMap<&str, f64> = BTreeMap::new();
    sentences.iter().flat_map(Bag::keys).for_each(|lemma| *frequency.entry(lemma).or_default() += 1.0);
    let idf = |lemma: &str| (sentences.len() as f64 / frequency[lemma]).ln() + 1.0;
    let length =
        |bag: &Bag| bag.iter().map(|(lemma, count)| (count * idf(lemma)).powi(2)).sum::<f64>().sqrt().max(1e-9);
    let cosine = |a: &Bag, b: &Bag| {
        let shared = a.iter().filter_map(|(lemma, count)| Some(count * b.get(lemma)? * idf(lemma).powi(2)));
        shared.sum::<f64>() / (length(a) * length(b))
    };
    rank(sentences, |a, b| f64::from(cosine(a, b) > 0.1))
}

/// TextRank (Mihalcea and Tarau, 2004): PageRank over shared words, by the sentences' lengths.
pub fn textrank(sentences: &[Bag]) -> Vec<f64> {
    rank(sentences, |a, b| {
        let shared = a.keys().collect::<BTreeSet<_>>().intersection(&b.keys().collect()).count();
        let lengths = (a.len().max(1) as f64).ln() + (b.len().max(1) as f64).ln();
        if lengths > 0.0 { shared as f64 / lengths } else { 0.0 }
    })
}

fn rank(sentences: &[Bag], weight: impl Fn(&Bag, &Bag) -> f64) -> Vec<f64> {
    let count = sentences.len();
    let weights: Vec<Vec<f64>> = (0..count)
        .map(|a| (0..count).map(|b| if a == b { 0.0 } else { weight(&sentences[a], &sentences[b]) }).collect())
        .collect();
    let sums: Vec<f64> = weights.iter().map(|row| row.iter().sum::<f64>()).collect();
    let mut ranks = vec![1.0 / count as f64; count];
    for _ in 0..ROUNDS {
        let next = (0..count).map(|to| {
            let incoming: f64 = (0..count)
                .filter(|&from| sums[from] > 0.0)
                .map(|from| ranks[from] * weights[from][to] / sums[from])
                .sum();
            (1.0 - DAMPING) / count as f64 + DAMPING * incoming
        });
        ranks = next.collect();
    }
    ranks
}
