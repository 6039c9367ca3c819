//! Remembers the analyses of files from one build to the next, in `.dossier/cache/`.
//!
//! What is found in a file is a pure function of its bytes, those of the files beside it that are read
//! with it, its path, the settings and the program. The digest of all these is the name of the entry, so
//! an entry is right or is never looked at. A file of many articles has an entry for each of them, named by
//! what was read of it: an export that grows is analysed where it has grown. Everything here may be deleted at
//! any time, also while a build runs; an entry appears by rename, so two builds at once only do some work twice; one
//! that is damaged is dropped, and the file is analysed again.

mod prune;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::sealed::{OWN, hex, open, seal, write};
use crate::analysis::{Analysis, Options};
use crate::diagnostic::Diagnostic;
use crate::intake::{self, Article};
use prune::prune;

/// The folder, below the dossier's folder.
pub const FOLDER: &str = ".dossier/cache";

/// Changes whenever the form of the entries does.
const FORMAT: &[u8] = b"dossier-cache-3";

/// Digest of the program's code, models and crates (see `build.rs`).
const PROGRAM: &str = env!("DOSSIER_BUILD");

/// What a file gave: its articles' analyses, and what there was to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfFile {
    /// One for each article.
    pub analyses: Vec<Analysis>,
    /// What intake had to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the entry of a file holds.
#[derive(Serialize, Deserialize)]
enum Entry {
    /// Everything, where the file has one article or none.
    Whole(OfFile),
    /// The names of its articles' entries.
    Parts { keys: Vec<String>, diagnostics: Vec<Diagnostic> },
}

/// The cache of one dossier, during one build.
pub struct Cache {
    /// The folder of all that builds leave to one another.
    own: PathBuf,
    folder: PathBuf,
    settings: String,
    used: Mutex<BTreeSet<String>>,
    hits: AtomicUsize,
    damaged: AtomicUsize,
}

impl Cache {
    /// The cache of the dossier in `root`, for analyses with `options` of what was read as `sources` say.
    pub fn open(root: &Path, options: Options, sources: &intake::Options) -> Self {
        Self {
            own: root.join(OWN),
            folder: root.join(FOLDER),
            settings: format!("{options:?} {sources:?}"),
            used: Mutex::default(),
            hits: AtomicUsize::new(0),
            damaged: AtomicUsize::new(0),
        }
    }

    /// What `name`d the file at `path` gives, read with the lines of its site (`chrome`) in mind: remembered, or else
    /// what `read` and `analyse` find, and then remembered.
    pub fn of_file(
        &self,
        path: &Path,
        name: &str,
        chrome: &[String],
        read: impl FnOnce() -> (Vec<Article>, Vec<Diagnostic>),
        analyse: impl Fn(Article) -> Analysis + Sync,
    ) -> OfFile {
        // A file that cannot be read has no digest; to say so is the business of intake.
        let Ok(key) = self.key(path, name, chrome) else {
            let (articles, diagnostics) = read();
            return OfFile { analyses: articles.into_par_iter().map(&analyse).collect(), diagnostics };
        };
        if let Some(found) = self.find(&key) {
            self.hits.fetch_add(1, Ordering::Relaxed);
            return found;
        }
        let (mut articles, diagnostics) = read();
        let (found, entry) = if articles.len() < 2 {
            let found = OfFile { analyses: articles.pop().map(&analyse).into_iter().collect(), diagnostics };
            (found.clone(), Entry::Whole(found))
        } else {
            let (keys, analyses) = articles.into_par_iter().map(|article| self.of_article(article, &analyse)).unzip();
            (OfFile { analyses, diagnostics: diagnostics.clone() }, Entry::Parts { keys, diagnostics })
        };
        // The file may have changed while it was read: what was found then belongs to no digest that is known.
        if self.key(path, name, chrome).is_ok_and(|after| after == key) {
            self.keep(&key, &entry);
        }
        found
    }

    /// What the entry of a file holds, and those of its articles.
    fn find(&self, key: &str) -> Option<OfFile> {
        match self.load(key)? {
            Entry::Whole(found) => Some(found),
            Entry::Parts { keys, diagnostics } => {
                let analyses: Option<Vec<Analysis>> = keys.par_iter().map(|key| self.load(key)).collect();
                Some(OfFile { analyses: analyses?, diagnostics })
            }
        }
    }

    /// The analysis of one of a file's many articles, and the name of its entry.
    fn of_article(&self, article: Article, analyse: impl Fn(Article) -> Analysis) -> (String, Analysis) {
        let key = {
            let mut digest = self.digest();
            part(&mut digest, &postcard::to_allocvec(&article).unwrap_or_default());
            hex(digest)
        };
        if let Some(analysis) = self.load(&key) {
            return (key, analysis);
        }
        let analysis = analyse(article);
        self.keep(&key, &analysis);
        (key, analysis)
    }

    /// Reads an entry. A damaged one is dropped.
    fn load<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
        let entry = self.entry(key);
        let found = open(&fs::read(&entry).ok()?);
        if found.is_none() {
            self.damaged.fetch_add(1, Ordering::Relaxed);
            drop(fs::remove_file(&entry));
        }
        found
    }

    /// Writes an entry. A cache that cannot be written costs time and nothing else; the build says what matters.
    fn keep(&self, key: &str, found: &impl Serialize) {
        if let Some(sealed) = seal(found) {
            drop(write(&self.own, &self.entry(key), &sealed));
        }
    }

    /// How many files were remembered.
    pub fn hits(&self) -> usize {
        self.hits.load(Ordering::Relaxed)
    }

    /// Removes what no build has asked for in a long time, and what older programs left. Says whether
    /// anything was damaged.
    pub fn finish(self) -> Option<Diagnostic> {
        let used = self.used.into_inner().unwrap_or_else(PoisonError::into_inner);
        prune(&self.folder, &used);
        let damaged = self.damaged.into_inner();
        (damaged > 0).then(|| {
            let message = format!("{damaged} remembered analyses were damaged, and were made again");
            Diagnostic::note(FOLDER, message).hint("if it happens again, look after the disk")
        })
    }

    /// The digest of everything that the analysis of the file depends on.
    fn key(&self, path: &Path, name: &str, chrome: &[String]) -> io::Result<String> {
        let mut digest = self.digest();
        part(&mut digest, name.as_bytes());
        part(&mut digest, &(chrome.len() as u64).to_le_bytes());
        chrome.iter().for_each(|line| part(&mut digest, line.as_bytes()));
        let files = [path.to_owned()].into_iter().chain(intake::companions(path));
        for file in files {
            if fs::metadata(&file)?.len() > intake::MAX_FILE_BYTES {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            part(&mut digest, file.file_name().unwrap_or_default().to_string_lossy().as_bytes());
            part(&mut digest, &fs::read(file)?);
        }
        Ok(hex(digest))
    }

    /// The digest of what all analyses depend on.
    fn digest(&self) -> Sha256 {
        let mut digest = Sha256::new();
        [FORMAT, PROGRAM.as_bytes(), self.settings.as_bytes()].iter().for_each(|it| part(&mut digest, it));
        digest
    }

    /// Entries lie in 256 folders, so that none of them grows long.
    fn entry(&self, key: &str) -> PathBuf {
        self.folder.join(&key[..2]).join(&key[2..])
    }
}

fn part(digest: &mut Sha256, bytes: &[u8]) {
    digest.update((bytes.len() as u64).to_le_bytes());
    digest.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn five() -> Vec<OfFile> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (files, _) = intake::sources(&root.join("seeds"));
        let of_file = |file: &PathBuf| {
            let (articles, diagnostics) = intake::read_file(root, file, false);
            let analyses = articles.into_iter().map(|article| crate::analysis::analyse(article, Options::default()));
            OfFile { analyses: analyses.collect(), diagnostics }
        };
        files.iter().map(of_file).collect()
    }

    /// Fails when a type of the analysis is given an attribute (`skip_serializing_if`, `flatten`,
    /// `untagged`) that a format without field names cannot follow.
    #[test]
    fn entries_come_back_as_they_were() {
        for mut found in five() {
            found.diagnostics.push(Diagnostic::note("a", "b").at_line(3).hint("c"));
            let sealed = seal(&found).unwrap();
            assert_eq!(open(&sealed).as_ref(), Some(&found));
        }
    }

    #[test]
    fn a_damaged_entry_is_noticed() {
        let found = five().remove(0);
        let sealed = seal(&found).unwrap();
        for at in (0..sealed.len()).step_by(97) {
            let mut damaged = sealed.clone();
            damaged[at] ^= 0x10;
            assert_eq!(open::<OfFile>(&damaged), None, "byte {at}");
            assert_eq!(open::<OfFile>(&sealed[..at]), None, "cut at {at}");
        }
    }
}
