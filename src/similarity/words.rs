//! Texts as words.

use std::ops::Range;

use super::SHINGLE;
use super::passages::common;
use crate::span::Span;

/// One shingle in so many is in a sketch.
const SAMPLED: u64 = 4;

/// A text as words that can be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Where each word begins, in bytes.
    starts: Vec<u32>,
    hashes: Vec<u64>,
}

impl Words {
    /// The words of `text`. A hyphen or an apostrophe between letters is part of a word.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        let mut open: Option<(usize, u64)> = None;
        let mut letters = text.char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            let joins = matches!(c, '-' | '\'' | '’' | '‑')
                && open.is_some()
                && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            // A combining mark (й as two characters in NFD, a stress mark) neither counts nor parts.
            if joins || is_mark(c) {
                continue;
            }
            if c.is_alphanumeric() {
                let (start, mut hash) = open.unwrap_or((at, FNV_OFFSET));
                for lower in c.to_lowercase() {
                    hash = fnv(hash, if lower == 'ё' { 'е' } else { lower });
                }
                open = Some((start, hash));
            } else if let Some((start, hash)) = open.take() {
                words.push(start, hash);
            }
        }
        if let Some((start, hash)) = open {
            words.push(start, hash);
        }
        words
    }

    fn push(&mut self, start: usize, hash: u64) {
        self.starts.push(u32::try_from(start).expect("sources are smaller than 4 GB"));
        self.hashes.push(hash);
    }

    /// The hash of each word.
    pub(super) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The hash of every run of [`SHINGLE`] words, in order.
    pub(super) fn shingles(&self) -> impl Iterator<Item = u64> + '_ {
        self.hashes.windows(SHINGLE).map(|words| words.iter().fold(0, |hash, word| mix(hash ^ word)))
    }

    /// The sampled shingles, sorted, each once.
    pub fn sketch(&self) -> Vec<u64> {
        self.traces().into_iter().map(|(hash, _)| hash).collect()
    }

    /// The sampled shingles with the number of the word each begins at, sorted; of a shingle that comes back
    /// in the text, the first.
    pub(super) fn traces(&self) -> Vec<(u64, u32)> {
        let numbered = self.shingles().enumerate().map(|(at, hash)| (hash, at as u32));
        let mut sampled: Vec<(u64, u32)> = numbered.filter(|(hash, _)| hash % SAMPLED == 0).collect();
        sampled.sort_unstable();
        sampled.dedup_by_key(|&mut (hash, _)| hash);
        sampled
    }

    /// How many words in a row are the same round word `here` and word `there` of another text.
    pub(super) fn run(&self, here: u32, other: &Self, there: u32) -> usize {
        let (here, there) = (here as usize, there as usize);
        let before = self.hashes[..here].iter().rev().zip(other.hashes[..there].iter().rev());
        common(&self.hashes[here..], &other.hashes[there..]) + before.take_while(|(a, b)| a == b).count()
    }

    /// The numbers of the words that stand in `span`.
    pub fn within(&self, span: Span) -> Range<usize> {
        let before = |offset: usize| self.starts.partition_point(|&start| (start as usize) < offset);
        let start = before(span.start);
        start..before(span.end).max(start)
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over a character's value.
fn fnv(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

/// The finaliser of SplitMix64: every bit of the input moves every bit of the output.
fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}')
}
