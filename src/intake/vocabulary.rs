//! Whether a line speaks of what the article speaks of.
//!
//! No language is known here. Words are compared by their first letters, which in Russian, Ukrainian,
//! Kazakh and English are what inflection leaves alone.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::words::LowerCase;

/// Letters that two forms of one word are expected to share.
const STEM: usize = 5;

/// The stems of some lines, each with the number of lines that it stands in.
#[derive(Debug, Default, Clone)]
pub(super) struct Vocabulary {
    lines_with: HashMap<String, u32>,
}

impl Vocabulary {
    /// Adds the words of a line.
    pub fn add(&mut self, line: &str) {
        let mut stems = BTreeSet::new();
        for word in content_words(line) {
            let length = word.chars().count();
            if length >= STEM {
                stems.insert(prefix(&word, STEM));
            }
            if length <= STEM + 1 {
                stems.insert(format!("~{}", prefix(&word, STEM - 1)));
            }
        }
        for stem in stems {
            *self.lines_with.entry(stem).or_default() += 1;
        }
    }

    /// The share of the words of `line` that are known here; 0 where it has none. Words that every
    /// text has are not counted.
    pub fn overlap(&self, line: &str) -> f32 {
        self.share(line, 1)
    }

    /// The same for a line that was itself added: the share of its words that other lines have too.
    pub fn overlap_with_others(&self, line: &str) -> f32 {
        self.share(line, 2)
    }

    /// How many words of `line` carry meaning.
    pub fn weight(line: &str) -> usize {
        content_words(line).len()
    }

    fn share(&self, line: &str, at_least: u32) -> f32 {
        let words = content_words(line);
        if words.is_empty() {
            return 0.0;
        }
        let known = words.iter().filter(|word| self.lines_with(word) >= at_least).count();
        known as f32 / words.len() as f32
    }

    fn lines_with(&self, word: &str) -> u32 {
        let length = word.chars().count();
        let count = |stem: String| self.lines_with.get(&stem).copied().unwrap_or(0);
        let long = if length >= STEM { count(prefix(word, STEM)) } else { 0 };
        let short = if length <= STEM + 1 { count(format!("~{}", prefix(word, STEM - 1))) } else { 0 };
        long.max(short)
    }
}

/// Words that carry meaning, in lower case: four letters or more, or an abbreviation in capitals.
fn content_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .filter_map(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let capitals = letters >= 2 && word.chars().all(|c| !c.is_lowercase());
            let lower = word.lower_plain();
            ((letters >= 4 || capitals) && !is_common(&lower)).then_some(lower)
        })
        .collect()
}

fn prefix(word: &str, letters: usize) -> String {
    word.chars().take(letters).collect()
}

/// Words that stand in texts on any subject, and beginnings of such words.
static COMMON: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("common_words.txt").split_whitespace().collect());

/// Whether every text has `word`. An entry of five letters or more stands for all words that begin so.
fn is_common(word: &str) -> bool {
    let beginnings = word.char_indices().skip(STEM).map(|(end, _)| &word[..end]);
    beginnings.chain([word]).any(|beginning| COMMON.contains(beginning))
}
