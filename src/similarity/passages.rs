//! Passages that two texts share.

use std::cmp::Ordering;
use std::ops::Range;

use super::SHINGLE;
use super::words::Words;

/// Places of one shingle that are tried in a text: a chorus repeats itself.
const PLACES: usize = 8;

/// A run of words that stands in two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words' numbers in the first text.
    pub here: Range<usize>,
    /// The words' numbers in the second.
    pub there: Range<usize>,
}

/// A text that others are compared with: where each of its shingles stands.
pub struct Shelf<'w> {
    words: &'w Words,
    /// The upper half of every shingle with the number of the word that it begins at, sorted. Two that are alike only in
    /// this half are told apart by their words.
    places: Vec<(u32, u32)>,
}

impl<'w> Shelf<'w> {
    /// Prepares `words` to be compared with.
    pub fn new(words: &'w Words) -> Self {
        let mut places: Vec<(u32, u32)> = words.shingles().map(|shingle| (shingle >> 32) as u32).zip(0..).collect();
        places.sort_unstable();
        Self { words, places }
    }

    /// The passages of `here` that stand in this text too, in order; no two share a word of `here`. From
    /// left to right, the longest run that begins at a word is taken.
    pub fn passages(&self, here: &Shelf<'_>) -> Vec<Passage> {
        let mut passages = Vec::new();
        let mut end = 0;
        for (at, places) in self.met(here) {
            if at < end {
                continue;
            }
            let shingle = places[0].0;
            let longest = places
                .iter()
                .take_while(|place| place.0 == shingle)
                .take(PLACES)
                .map(|&(_, there)| there as usize)
                .map(|there| (common(&here.words.hashes()[at..], &self.words.hashes()[there..]), there))
                .filter(|&(length, _)| length >= SHINGLE)
                .max_by_key(|&(length, there)| (length, std::cmp::Reverse(there)));
            if let Some((length, there)) = longest {
                passages.push(Passage { here: at..at + length, there: there..there + length });
                end = at + length;
            }
        }
        passages
    }

    /// The most words of this text and of `other` that passages which both share can cover, without finding them: each
    /// passage holds a shingle for every word but the last [`SHINGLE`]` - 1`.
    pub fn most_shared(&self, other: &Shelf<'_>) -> (usize, usize) {
        let (mut ours, mut theirs) = (self.places.as_slice(), other.places.as_slice());
        let (mut met, mut met_there) = (0, 0);
        while let (Some(a), Some(b)) = (ours.first(), theirs.first()) {
            match a.0.cmp(&b.0) {
                Ordering::Less => ours = &ours[1..],
                Ordering::Greater => theirs = &theirs[1..],
                Ordering::Equal => {
                    let alike = |places: &[(u32, u32)]| places.iter().take_while(|place| place.0 == a.0).count();
                    let (here, there) = (alike(ours), alike(theirs));
                    (met, met_there) = (met + here, met_there + there);
                    (ours, theirs) = (&ours[here..], &theirs[there..]);
                }
            }
        }
        (met * SHINGLE, met_there * SHINGLE)
    }

    /// The words of `here` at which a shingle of this text begins, in order, each with the places from the first of that
    /// shingle on.
    fn met(&self, here: &Shelf<'_>) -> Vec<(usize, &[(u32, u32)])> {
        let mut met = Vec::new();
        let mut places = self.places.as_slice();
        for &(shingle, at) in &here.places {
            let behind = places.iter().take_while(|place| place.0 < shingle).count();
            places = &places[behind..];
            if places.first().is_some_and(|place| place.0 == shingle) {
                met.push((at as usize, places));
            }
        }
        met.sort_unstable_by_key(|&(at, _)| at);
        met
    }
}

/// How many words in a row are the same.
pub(super) fn common(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The share of `words` that the passages cover, from 0 to 1.
pub fn share(passages: &[Passage], words: &Words) -> f64 {
    let covered: usize = passages.iter().map(|passage| passage.here.len()).sum();
    if words.is_empty() { 0.0 } else { covered as f64 / words.len() as f64 }
}
