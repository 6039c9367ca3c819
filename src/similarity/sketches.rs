//! Which of many texts may share a passage with one.

use std::collections::HashMap;

/// The sketches of many texts, to find those that may share a passage.
#[derive(Debug, Clone, Default)]
pub struct Sketches {
    /// Sampled shingles with the number of a text that has them, sorted.
    entries: Vec<(u64, u32)>,
}

impl Sketches {
    /// Takes the sketches of texts 0, 1, ….
    pub fn new<'s>(sketches: impl IntoIterator<Item = &'s [u64]>) -> Self {
        let mut entries: Vec<(u64, u32)> = Vec::new();
        for (text, sketch) in sketches.into_iter().enumerate() {
            entries.extend(sketch.iter().map(|&hash| (hash, text as u32)));
        }
        entries.sort_unstable();
        Self { entries }
    }

    /// How many sampled shingles each text shares with `sketch`, by text. A shingle that more than
    /// `widest` texts have is boilerplate and says nothing.
    pub fn sharing(&self, sketch: &[u64], widest: usize) -> HashMap<u32, usize> {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        for &hash in sketch {
            let start = self.entries.partition_point(|entry| entry.0 < hash);
            let having = self.entries[start..].iter().take_while(|entry| entry.0 == hash);
            if having.clone().nth(widest).is_none() {
                having.for_each(|&(_, text)| *counts.entry(text).or_default() += 1);
            }
        }
        counts
    }
}
