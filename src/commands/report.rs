//! Diagnostics on standard error.

use std::io::Write;

use super::Exit;
use crate::diagnostic::{Diagnostic, Severity};

/// Prints every diagnostic, and says what they make of the exit code.
pub fn print(diagnostics: &[Diagnostic]) -> Exit {
    let mut stderr = std::io::stderr().lock();
    for diagnostic in diagnostics {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(stderr, "{}", printable(&diagnostic.to_string()));
    }
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Fine
    }
}

/// `text` without what would steer a terminal: it may come from a source.
pub fn printable(text: &str) -> String {
    let steers =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if steers(c) { '\u{FFFD}' } else { c }).collect()
}
