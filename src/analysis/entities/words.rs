//! Lists of words that the rules look things up in.

use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A list of lemmas in lower case, with е for ё.
pub struct Words {
    list: &'static str,
    words: OnceLock<BTreeSet<&'static str>>,
}

impl Words {
    /// The words of `list`, separated by white space.
    pub const fn new(list: &'static str) -> Self {
        Self { list, words: OnceLock::new() }
    }

    pub fn has(&self, word: &str) -> bool {
        self.set().contains(word)
    }

    /// Whether the word, or the last part of a word with hyphens, is listed: «вице-премьер».
    pub fn has_last_part(&self, word: &str) -> bool {
        self.has(word) || word.rsplit('-').next().is_some_and(|last| self.has(last))
    }

    fn set(&self) -> &BTreeSet<&'static str> {
        self.words.get_or_init(|| self.list.split_whitespace().collect())
    }
}
