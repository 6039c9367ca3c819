//! Where the files of a site go as they are made.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::Diagnostic;

/// Takes the files of a site, from any thread and in any order.
pub trait Output: Sync {
    /// Takes the file at `path`, relative to the site, with `/` between its parts. Of two with one path the later counts.
    ///
    /// # Errors
    /// A diagnostic, when the file cannot be written.
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<(), Diagnostic>;
}

/// The files of a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The bytes of each file, by path relative to the site, with `/` between its parts.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many of them only lead on from an old address to a page.
    pub redirects: usize,
}

impl Site {
    /// How many of the files are HTML pages; what only leads on to one is none.
    pub fn page_count(&self) -> usize {
        self.files.keys().filter(|path| path.ends_with(".html")).count() - self.redirects
    }
}

/// Keeps a site in memory.
#[derive(Debug, Default)]
pub struct InMemory(Mutex<BTreeMap<String, Vec<u8>>>);

impl InMemory {
    /// What it was given.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Output for InMemory {
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), bytes);
        Ok(())
    }
}
