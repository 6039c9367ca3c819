//! Places in a text.
//!
//! Inside the program every offset is a **byte** offset into a UTF-8 string, so that a span slices it
//! without a search. The machine interface counts Unicode code points; [`CodePoints`] converts at
//! that edge and nowhere else.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The beginning of `text`, of at most `bytes` bytes, cut between characters.
pub fn beginning(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of `text`, of at most `bytes` bytes, cut between characters.
pub fn ending(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// The indexes of those of `things` that begin inside of `span`. They stand in the order in which they begin; `place` says
/// where each stands.
pub fn beginning_in<T>(things: &[T], span: Span, place: impl Fn(&T) -> Span) -> Range<usize> {
    let before = |offset: usize| things.partition_point(|thing| place(thing).start < offset);
    before(span.start)..before(span.end)
}

/// A half-open range of bytes in a text: `start` is included, `end` is not.
///
/// Both ends lie on character boundaries of the text that the span was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, but without, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The part of `text` that this span covers.
    ///
    /// # Panics
    /// If the span was made for another text and does not fit this one.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// Length in bytes.
    pub const fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub const fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub const fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span moved right by `by` bytes.
    pub const fn shifted(&self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// `text[self]` without white space at both ends, as a span. Empty when there is nothing else.
    pub fn trimmed(&self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self { start, end: start + inner.trim().len() }
    }
}

/// Converts byte offsets of one text to offsets in Unicode code points.
pub struct CodePoints<'t> {
    /// Code points before byte `STEP * i`, rounded down to a character boundary.
    marks: Vec<usize>,
    text: &'t str,
}

/// Bytes between two marks: small enough that counting the rest costs nothing.
const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    /// Prepares the conversion for `text`, in one pass.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (i, byte) in text.bytes().enumerate() {
            if i % STEP == 0 {
                marks.push(count);
            }
            // Every byte but a continuation byte (10xxxxxx) starts a character.
            if byte & 0xC0 != 0x80 {
                count += 1;
            }
        }
        if text.len().is_multiple_of(STEP) {
            marks.push(count);
        }
        Self { marks, text }
    }

    /// How many code points stand before byte `offset`.
    pub fn at(&self, offset: usize) -> usize {
        let mark = offset / STEP;
        let rest = &self.text.as_bytes()[mark * STEP..offset];
        self.marks[mark] + rest.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        let text = "Токаев — president, 🇰🇿 «да»\n".repeat(60);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        assert_eq!(CodePoints::new("").at(0), 0);
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "  ёж \n";
        assert_eq!(Span::new(0, text.len()).trimmed(text).of(text), "ёж");
    }
}
