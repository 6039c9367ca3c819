//! What the program tells a user who can mend something.
//!
//! A diagnostic is a value: stages return them beside their result, and only the command prints
//! them. `error` means that something in the input was wrong and was left out; the rest was done.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// How much a [`Diagnostic`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Something is worth knowing; the exit code stays 0.
    Note,
    /// Something in the input is wrong, it is named, and the exit code is 1.
    Error,
}

/// One thing that a user can mend: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Whether it decides the exit code.
    pub severity: Severity,
    /// The file, as the user would name it: relative to the dossier's folder where it lies below it.
    pub path: PathBuf,
    /// 1-based line, where one is to blame.
    pub line: Option<usize>,
    /// 1-based column in characters, where one is to blame.
    pub column: Option<usize>,
    /// What is wrong, as a clause without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// Something wrong with the file at `path`.
    pub fn error(path: impl AsRef<Path>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            path: path.as_ref().to_owned(),
            line: None,
            column: None,
            message: message.into(),
            hint: None,
        }
    }

    /// Something worth knowing about the file at `path`.
    pub fn note(path: impl AsRef<Path>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::error(path, message) }
    }

    /// Says which line (1-based) is meant.
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// Says which column (1-based, in characters) of the line is meant.
    pub fn at_column(mut self, column: usize) -> Self {
        self.column = Some(column);
        self
    }

    /// Says what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    /// `error: seeds/a.txt:3:7: what is wrong`, and the hint on a line of its own.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = match self.severity {
            Severity::Note => "note",
            Severity::Error => "error",
        };
        write!(f, "{label}: {}", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        write!(f, ": {}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}
