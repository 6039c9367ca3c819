//! How much a set of sentences has in common with every stretch of the text.
//!
//! A summary of a text that does not tell its news first is like each of its parts a little. So the sentences are chosen
//! together: the set whose words agree best, on the average, with stretches as long as a summary (what minimum Bayes risk
//! decoding does with other answers for references: Kumar and Byrne, 2004). All words count, not only those that carry
//! meaning.

use std::collections::BTreeMap;

use crate::language::{Pos, Token};

/// How many words a stretch has, about, and at least.
const STRETCH: usize = 45;
const LEAST: usize = 31;
/// With how many stretches a set is compared at most: of a longer text some are left out.
const STRETCHES: usize = 80;

/// The words of the sentences, and of stretches of the text.
pub struct Consensus {
    /// For each sentence its lemmas, by number, with how often it has each.
    sentences: Vec<Vec<(usize, u32)>>,
    /// For each stretch how often it has each lemma, by number; and its length in words.
    stretches: Vec<(Vec<u32>, u32)>,
}

impl Consensus {
    pub fn new(by_sentence: &[&[Token]]) -> Self {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut sentences: Vec<Vec<(usize, u32)>> = Vec::with_capacity(by_sentence.len());
        for tokens in by_sentence {
            let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
            for token in tokens.iter().filter(|token| token.pos != Pos::Mark) {
                let next = numbers.len();
                *counts.entry(*numbers.entry(token.lemma.as_str()).or_insert(next)).or_default() += 1;
            }
            sentences.push(counts.into_iter().collect());
        }
        let step = sentences.len().div_ceil(STRETCHES).max(1);
        let starts = (0..sentences.len()).step_by(step);
        let stretches = starts.map(|start| stretch(&sentences[start..], numbers.len()));
        let stretches = stretches.filter(|(_, length)| *length as usize >= LEAST).collect();
        Self { sentences, stretches }
    }

    /// For each sentence the agreement (F1 of words, the mean over all stretches) of the `chosen` ones together with it;
    /// 0 for each where the text has no stretch that is long enough.
    pub fn agreements(&self, chosen: &[usize]) -> Vec<f64> {
        let mut words = vec![0u32; self.stretches.first().map_or(0, |(counts, _)| counts.len())];
        let mut length = 0;
        if !self.stretches.is_empty() {
            for &(lemma, count) in chosen.iter().flat_map(|&sentence| &self.sentences[sentence]) {
                words[lemma] += count;
                length += count;
            }
        }
        let shared = |counts: &[u32]| words.iter().zip(counts).map(|(a, b)| a.min(b)).sum::<u32>();
        let before: Vec<u32> = self.stretches.iter().map(|(counts, _)| shared(counts)).collect();
        let of = |sentence: &Vec<(usize, u32)>| {
            let total = length + sentence.iter().map(|(_, count)| count).sum::<u32>();
            let f1 = self.stretches.iter().zip(&before).map(|((counts, stretch), before)| {
                let added = sentence
                    .iter()
                    .map(|&(lemma, count)| (words[lemma] + count).min(counts[lemma]) - words[lemma].min(counts[lemma]));
                2.0 * f64::from(before + added.sum::<u32>()) / f64::from(total + stretch)
            });
            f1.sum::<f64>() / self.stretches.len().max(1) as f64
        };
        self.sentences.iter().map(of).collect()
    }
}

/// The first sentences until there are words enough.
fn stretch(sentences: &[Vec<(usize, u32)>], lemmas: usize) -> (Vec<u32>, u32) {
    let (mut counts, mut length) = (vec![0; lemmas], 0);
    for &(lemma, count) in sentences
        .iter()
        .take_while(|sentence| {
            let open = length < STRETCH;
            length += sentence.iter().map(|(_, count)| *count as usize).sum::<usize>();
            open
        })
        .flatten()
    {
        counts[lemma] += count;
    }
    let length = counts.iter().sum();
    (counts, length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    #[test]
    fn what_the_text_comes_back_to_agrees_with_it() {
        let sentence = "Завод в Омске собирает трамваи для Сибири.";
        let text = format!("{} Кот спит. {}", [sentence; 8].join(" "), [sentence; 8].join(" "));
        let tokens = language::pack("ru").tokens(&text);
        let bounds: Vec<usize> = text.match_indices('.').map(|(at, _)| at + 1).collect();
        let mut start = 0;
        let sentences: Vec<&[Token]> = bounds
            .iter()
            .map(|&end| {
                let from = tokens.partition_point(|token| token.span.start < start);
                let to = tokens.partition_point(|token| token.span.start < end);
                start = end;
                &tokens[from..to]
            })
            .collect();
        let consensus = Consensus::new(&sentences);
        let alone = consensus.agreements(&[]);
        assert!(alone[0] > alone[8], "{alone:?}");
        assert!(consensus.agreements(&[0])[1] > alone[1]);
        assert_eq!(Consensus::new(&sentences[8..9]).agreements(&[]), [0.0], "too short for a stretch");
    }
}
