//! On which lines of a page its blocks begin.

use crate::span::beginning;

/// Finds the lines on which blocks begin, one after the other.
pub(super) struct Numbers<'a> {
    source: &'a str,
    at: usize,
    number: usize,
}

impl<'a> Numbers<'a> {
    /// Of a page that has not been looked at yet.
    pub fn new(source: &'a str) -> Self {
        Self { source, at: 0, number: 1 }
    }

    /// The line of the next place where the first words of `text` stand, or the last one found.
    pub fn of(&mut self, text: &str) -> usize {
        let first = text.split(' ').find(|word| !word.is_empty()).unwrap_or(text);
        let start: String = text.chars().take(24).collect();
        let rest = &self.source[self.at..];
        let near = beginning(rest, 50_000);
        if let Some(found) = near.find(&start).or_else(|| beginning(near, 4000).find(first)) {
            self.number += rest[..found].matches('\n').count();
            self.at += found;
        }
        self.number
    }
}
