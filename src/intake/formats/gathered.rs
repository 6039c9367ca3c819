//! The articles of a file of many, and its faults: no more of either than anybody could use.

use super::{Piece, Read};
use crate::diagnostic::Diagnostic;
use crate::intake::faults::Faults;

/// Articles that are read of one file.
pub(super) const MAX_ARTICLES: usize = 50_000;

/// What was read of a file so far.
pub(super) struct Gathered<'a> {
    name: &'a str,
    pieces: Vec<Piece>,
    faults: Faults,
    left: usize,
}

impl<'a> Gathered<'a> {
    /// Nothing yet of the file `name`.
    pub fn new(name: &'a str) -> Self {
        Self { name, pieces: Vec::new(), faults: Faults::default(), left: 0 }
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
        self.faults.add(fault);
    }

    /// Everything, with a word on what is not in it.
    pub fn finish(self) -> Read {
        let mut diagnostics = self.faults.finish(self.name, "faults like these");
        if self.left > 0 {
            let message = format!("has {} more than the {MAX_ARTICLES} articles that are read of one file", self.left);
            diagnostics.push(Diagnostic::error(self.name, message).hint("split it into several files"));
        }
        (self.pieces, diagnostics)
    }
}
