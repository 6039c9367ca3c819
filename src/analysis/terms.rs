//! The words that say what an article is about, packed: a dossier has thousands of articles with hundreds of them each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Lemmas, each with how often it occurs, sorted by lemma; a lemma's place is its number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Terms {
    /// The lemmas, one after the other.
    lemmas: String,
    /// Where each ends, in bytes of `lemmas`, and how often it occurs.
    ends: Vec<(u32, u32)>,
}

impl Terms {
    /// Packs lemmas and how often each occurs.
    pub fn new(counts: &BTreeMap<&str, u32>) -> Self {
        let mut terms = Self::default();
        for (lemma, &count) in counts {
            terms.lemmas.push_str(lemma);
            let end = u32::try_from(terms.lemmas.len()).expect("an article is smaller than 4 GB");
            terms.ends.push((end, count));
        }
        terms
    }

    /// Each lemma with how often it occurs, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        let mut start = 0;
        self.ends.iter().map(move |&(end, count)| {
            let lemma = &self.lemmas[start..end as usize];
            start = end as usize;
            (lemma, count)
        })
    }
}

/// For each sentence some of an article's terms, by their numbers, sorted, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SentenceTerms {
    /// The numbers, one sentence's after another's.
    numbers: Vec<u32>,
    /// Where those of each sentence end in `numbers`.
    ends: Vec<u32>,
}

impl SentenceTerms {
    /// Adds the terms of the next sentence.
    pub fn push(&mut self, terms: &[u32]) {
        self.numbers.extend(terms);
        self.ends.push(u32::try_from(self.numbers.len()).expect("an article has fewer than 2³² words"));
    }

    /// The terms of a sentence, by its number; none of one that was not added.
    pub fn of(&self, sentence: usize) -> &[u32] {
        let end = |sentence: usize| self.ends.get(sentence).map(|&end| end as usize);
        let start = sentence.checked_sub(1).map_or(Some(0), end);
        start.zip(end(sentence)).map_or(&[], |(start, end)| &self.numbers[start..end])
    }
}
