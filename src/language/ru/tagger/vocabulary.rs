//! The words that have a vector, front-coded and searched in place.

use std::cell::RefCell;

use super::pack;
use crate::language::ru::recent::Recent;

/// Words to a block; the first of a block is stored whole.
const BLOCK: usize = 16;

/// Words whose ids are kept at the least; twice as many take a megabyte.
const KEPT: usize = 8192;

thread_local! {
    static IDS: RefCell<Recent<Box<str>, Option<u32>>> = RefCell::new(Recent::new(KEPT));
}

/// The sorted vocabulary, borrowed from the packed model.
pub struct Vocabulary {
    offsets: &'static [u8],
    blocks: &'static [u8],
    len: u32,
}

impl Vocabulary {
    pub(super) fn load(len: u32) -> Self {
        Self { offsets: pack::section(b"WOFF"), blocks: pack::section(b"WORD"), len }
    }

    /// The id of the lower-cased `word`, or that of the unknown word.
    pub fn id(&self, word: &str) -> u32 {
        self.find(word).unwrap_or_else(|| self.unknown())
    }

    /// The id that all words outside the vocabulary share.
    pub fn unknown(&self) -> u32 {
        self.len
    }

    /// Whether the lower-cased `word` has a vector of its own.
    pub fn contains(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    fn find(&self, word: &str) -> Option<u32> {
        IDS.with_borrow_mut(|ids| ids.find(word, || self.search(word.as_bytes())))
    }

    fn search(&self, word: &[u8]) -> Option<u32> {
        let (mut low, mut high) = (0, self.offsets.len() / 4);
        while low < high {
            let middle = (low + high) / 2;
            if self.first_word(middle) <= word { low = middle + 1 } else { high = middle }
        }
        let block = low.checked_sub(1)?;
        self.find_in_block(block, word)
    }

    fn find_in_block(&self, block: usize, word: &[u8]) -> Option<u32> {
        let first = self.first_word(block);
        if first == word {
            return Some((block * BLOCK) as u32);
        }
        let mut at = self.offset(block) + 1 + first.len();
        // How far `word` agrees with the entry before. Entries are sorted, so only one that shares
        // exactly as much with its predecessor can come nearer to `word`.
        let mut agreed = shared_prefix(first, word);
        for number in block * BLOCK + 1..((block + 1) * BLOCK).min(self.len as usize) {
            let (shared, length) = (self.blocks[at] as usize, self.blocks[at + 1] as usize);
            let rest = &self.blocks[at + 2..at + 2 + length];
            at += 2 + length;
            if shared > agreed {
                continue;
            }
            if shared < agreed {
                return None;
            }
            let more = shared_prefix(rest, &word[agreed..]);
            if more == length && agreed + more == word.len() {
                return Some(number as u32);
            }
            agreed += more;
        }
        None
    }

    fn first_word(&self, block: usize) -> &'static [u8] {
        let at = self.offset(block);
        &self.blocks[at + 1..at + 1 + self.blocks[at] as usize]
    }

    fn offset(&self, block: usize) -> usize {
        let at = 4 * block;
        u32::from_le_bytes([self.offsets[at], self.offsets[at + 1], self.offsets[at + 2], self.offsets[at + 3]])
            as usize
    }
}

fn shared_prefix(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
