//! Diagnostics on standard error.

use std::io::Write;

use super::Exit;
use crate::diagnostic::{Diagnostic, Severity};

/// Prints every diagnostic, and says what they make of the exit code.
pub fn print(diagnostics: &[Diagnostic]) -> Exit {
    let mut stderr = std::io::stderr().lock();
    for diagnostic in diagnostics {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(stderr, "{diagnostic}");
    }
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Fine
    }
}
