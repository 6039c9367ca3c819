//! Which of many things have a feature in common, without comparing all with all.

use std::collections::BTreeMap;

/// Pairs that are gathered before those that came twice are dropped for the first time.
const MANY: usize = 1 << 18;

/// Indexes by key: which of many things share a feature.
#[derive(Debug, Default)]
pub struct Shared {
    with: BTreeMap<u64, Vec<u32>>,
}

impl Shared {
    /// Notes that the thing numbered `index` has a feature.
    pub fn add(&mut self, feature: u64, index: usize) {
        self.with.entry(feature).or_default().push(u32::try_from(index).expect("fewer things than 2³²"));
    }

    /// Every pair of things that share a feature which no more than `widest` have, each once, in order.
    pub fn pairs(&self, widest: usize) -> Vec<(u32, u32)> {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut full = MANY;
        for things in self.with.values().filter(|things| things.len() <= widest) {
            for (at, &a) in things.iter().enumerate() {
                pairs.extend(things[at + 1..].iter().map(|&b| (a.min(b), a.max(b))));
            }
            // Things that share one feature often share several: most pairs come again and again.
            if pairs.len() > full {
                pairs.sort_unstable();
                pairs.dedup();
                full = full.max(2 * pairs.len());
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}
