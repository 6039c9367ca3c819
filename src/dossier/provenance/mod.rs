//! Where the sources have it from: what stands in several of them word for word, and what a source
//! retells of another outlet's.
//!
//! Two sources that agree because one copied the other are one witness, not two.

mod copies;
mod retold;

use std::collections::BTreeMap;

pub use copies::copies;
pub use retold::retold;

use super::model::{Copied, Dossier};

/// Share of one text in the other above which the two are one report, whoever had it first.
const REPRINT: f64 = 0.5;

impl Copied {
    /// Whether the two texts are one report: at least half of one stands in the other.
    pub fn is_reprint(&self) -> bool {
        self.share.max(self.share_of_other) >= REPRINT
    }
}

impl Dossier {
    /// Whether the sources `a` and `b` are one report, so that their agreement says nothing.
    pub fn are_one_report(&self, a: usize, b: usize) -> bool {
        a == b || self.sources[a].copies.iter().any(|copied| copied.source == b && copied.is_reprint())
    }

    /// Whether a sentence of source `a` and one of source `b` are the same words, copied.
    ///
    /// Sentences are given as (source, sentence), indexes in [`Dossier::sources`] and in that source's
    /// `Analysis::sentences`.
    pub fn are_same_words(&self, a: (usize, usize), b: (usize, usize)) -> bool {
        let shared = |copied: &Copied| copied.sentences.binary_search(&(a.1, b.1)).is_ok();
        self.sources[a.0].copies.iter().any(|copied| copied.source == b.0 && shared(copied))
    }

    /// For each source the first source (in the dossier's order) of the report that it is one with, by
    /// way of others too. Counting distinct values among sources counts independent reports.
    pub fn reports(&self) -> Vec<usize> {
        let mut first: Vec<usize> = (0..self.sources.len()).collect();
        for (index, source) in self.sources.iter().enumerate() {
            for copied in source.copies.iter().filter(|copied| copied.is_reprint()) {
                let (a, b) = (root(&first, index), root(&first, copied.source));
                first[a.max(b)] = a.min(b);
            }
        }
        (0..first.len()).map(|index| root(&first, index)).collect()
    }
}

/// How many independent witnesses stand behind sentences (source, sentence): those of one report, and those that are the
/// same words, copied, are one.
pub fn witnesses(copies: &[Vec<Copied>], sentences: &[(usize, usize)]) -> usize {
    let one = |a: (usize, usize), b: (usize, usize)| {
        let shared = |copied: &&Copied| copied.source == b.0;
        let copied = copies[a.0].iter().find(shared);
        a.0 == b.0 || copied.is_some_and(|it| it.is_reprint() || it.sentences.binary_search(&(a.1, b.1)).is_ok())
    };
    let mut first: Vec<usize> = (0..sentences.len()).collect();
    for (b, &second) in sentences.iter().enumerate() {
        for (a, &other) in sentences[..b].iter().enumerate() {
            if one(other, second) {
                let (a, b) = (root(&first, a), root(&first, b));
                first[a.max(b)] = a.min(b);
            }
        }
    }
    (0..first.len()).filter(|&index| first[index] == index).count()
}

fn root(first: &[usize], mut index: usize) -> usize {
    while first[index] != index {
        index = first[index];
    }
    index
}

/// For each source, those that are one report with it.
pub fn reprints(copies: &[Vec<Copied>]) -> BTreeMap<usize, Vec<usize>> {
    let of = |copies: &Vec<Copied>| -> Vec<usize> {
        copies.iter().filter(|copied| copied.is_reprint()).map(|copied| copied.source).collect()
    };
    copies.iter().map(of).enumerate().filter(|(_, reprints)| !reprints.is_empty()).collect()
}
