//! The articles of a file of many, and its faults: no more of either than anybody could use.

use super::{Piece, Read};
use crate::diagnostic::Diagnostic;

/// Articles that are read of one file.
pub(super) const MAX_ARTICLES: usize = 50_000;

/// Faults of one file that are named one by one.
const MAX_FAULTS: usize = 50;

/// What was read of a file so far.
pub(super) struct Gathered<'a> {
    name: &'a str,
    pieces: Vec<Piece>,
    diagnostics: Vec<Diagnostic>,
    unnamed: usize,
    left: usize,
}

impl<'a> Gathered<'a> {
    /// Nothing yet of the file `name`.
    pub fn new(name: &'a str) -> Self {
        Self { name, pieces: Vec::new(), diagnostics: Vec::new(), unnamed: 0, left: 0 }
    }

    /// Whether an article more would be one too many; then it is counted among those left out.
    pub fn is_full(&mut self) -> bool {
        let full = self.pieces.len() >= MAX_ARTICLES;
        self.left += usize::from(full);
        full
    }

    /// Adds an article, and what was wrong with it.
    pub fn add(&mut self, (piece, found): (Piece, Vec<Diagnostic>)) {
        self.pieces.push(piece);
        found.into_iter().for_each(|fault| self.fault(fault));
    }

    /// Adds what was wrong.
    pub fn fault(&mut self, fault: Diagnostic) {
        if self.diagnostics.len() < MAX_FAULTS {
            self.diagnostics.push(fault);
        } else {
            self.unnamed += 1;
        }
    }

    /// Everything, with a word on what is not in it.
    pub fn finish(mut self) -> Read {
        if self.unnamed > 0 {
            let message = format!("has {} more faults like these, which are not listed", self.unnamed);
            self.diagnostics.push(Diagnostic::error(self.name, message).hint("mend those that are listed first"));
        }
        if self.left > 0 {
            let message = format!("has {} more than the {MAX_ARTICLES} articles that are read of one file", self.left);
            self.diagnostics.push(Diagnostic::error(self.name, message).hint("split it into several files"));
        }
        (self.pieces, self.diagnostics)
    }
}
