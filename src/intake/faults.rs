//! The faults of one file: no more than anybody could mend at once are named.

use crate::diagnostic::Diagnostic;

/// Faults that are named one by one.
const MAX_NAMED: usize = 50;

/// Faults of one kind, in order.
#[derive(Default)]
pub(super) struct Faults {
    named: Vec<Diagnostic>,
    unnamed: usize,
}

impl Faults {
    /// Adds one.
    pub fn add(&mut self, fault: Diagnostic) {
        if self.named.len() < MAX_NAMED {
            self.named.push(fault);
        } else {
            self.unnamed += 1;
        }
    }

    /// Those that are named, and how many more there are: `what` they are, in the file `name`.
    pub fn finish(mut self, name: &str, what: &str) -> Vec<Diagnostic> {
        if self.unnamed > 0 {
            let message = format!("has {} more {what}, which are not listed", self.unnamed);
            self.named.push(Diagnostic::error(name, message).hint("mend those that are listed first"));
        }
        self.named
    }
}
