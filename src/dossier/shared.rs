//! Which of many things have a feature in common, without comparing all with all.

use std::collections::BTreeMap;

/// Indexes by key: which of many things share a feature.
#[derive(Debug, Default)]
pub struct Shared {
    with: BTreeMap<u64, Vec<usize>>,
}

impl Shared {
    /// Notes that the thing numbered `index` has a feature.
    pub fn add(&mut self, feature: u64, index: usize) {
        self.with.entry(feature).or_default().push(index);
    }

    /// Every pair of things that share a feature which no more than `widest` have, each once, in order.
    pub fn pairs(&self, widest: usize) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for things in self.with.values().filter(|things| things.len() <= widest) {
            for (at, &a) in things.iter().enumerate() {
                pairs.extend(things[at + 1..].iter().map(|&b| (a.min(b), a.max(b))));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}
