//! Remembers the analyses of files from one build to the next, in `.dossier/cache/`.
//!
//! What is found in a file is a pure function of its bytes, those of the files beside it that are read
//! with it, its path, the settings and the program. The digest of all these is the name of the entry, so
//! an entry is right or is never looked at. Everything here may be deleted at any time, also while a
//! build runs; an entry appears by rename, so two builds at once only do some work twice; one that is
//! damaged is dropped, and the file is analysed again.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::analysis::{Analysis, Options};
use crate::diagnostic::Diagnostic;
use crate::intake;

/// The folder, below the dossier's folder.
pub const FOLDER: &str = ".dossier/cache";

/// Changes whenever the form of the entries does.
const FORMAT: &[u8] = b"dossier-cache-2";

/// Digest of the program's code, models and crates (see `build.rs`).
const PROGRAM: &str = env!("DOSSIER_BUILD");

/// Bytes of the digest that stands before each entry.
const SEAL: usize = 32;

/// How long an entry that no build has asked for is kept: an article that was taken out for a day, or a
/// branch that was left for a week.
const KEEP: Duration = Duration::from_secs(14 * 24 * 3600);

/// What a file gave: its articles' analyses, and what there was to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfFile {
    /// One for each article.
    pub analyses: Vec<Analysis>,
    /// What intake had to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// The cache of one dossier, during one build.
pub struct Cache {
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
            folder: root.join(FOLDER),
            settings: format!("{options:?} {sources:?}"),
            used: Mutex::default(),
            hits: AtomicUsize::new(0),
            damaged: AtomicUsize::new(0),
        }
    }

    /// What `name`d the file at `path` gives, read with the lines of its site (`chrome`) in mind: remembered, or else
    /// from `analyse`, and then remembered.
    pub fn of_file(&self, path: &Path, name: &str, chrome: &[String], analyse: impl FnOnce() -> OfFile) -> OfFile {
        // A file that cannot be read has no digest; to say so is the business of intake.
        let Ok(key) = self.key(path, name, chrome) else { return analyse() };
        self.used.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(key.clone());
        let entry = self.entry(&key);
        match fs::read(&entry) {
            Ok(bytes) => match open(&bytes) {
                Some(found) => {
                    self.hits.fetch_add(1, Ordering::Relaxed);
                    return found;
                }
                None => {
                    self.damaged.fetch_add(1, Ordering::Relaxed);
                    drop(fs::remove_file(&entry));
                }
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) => return analyse(),
        }
        let found = analyse();
        // A cache that cannot be written costs time and nothing else; the build says what matters. The file
        // may have changed while it was read: what was found then belongs to no digest that is known.
        if self.key(path, name, chrome).is_ok_and(|after| after == key)
            && let Some(sealed) = seal(&found)
        {
            drop(self.write(&entry, &sealed));
        }
        found
    }

    /// How many files were remembered.
    pub fn hits(&self) -> usize {
        self.hits.load(Ordering::Relaxed)
    }

    /// Removes what no build has asked for in a long time, and what older programs left. Says whether
    /// anything was damaged.
    pub fn finish(self) -> Option<Diagnostic> {
        let used = self.used.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        prune(&self.folder, &used);
        let damaged = self.damaged.into_inner();
        (damaged > 0).then(|| {
            let message = format!("{damaged} remembered analyses were damaged, and were made again");
            Diagnostic::note(FOLDER, message).hint("if it happens again, look after the disk")
        })
    }

    /// The digest of everything that the analysis of the file depends on.
    fn key(&self, path: &Path, name: &str, chrome: &[String]) -> io::Result<String> {
        let mut digest = Sha256::new();
        let mut part = |bytes: &[u8]| {
            digest.update((bytes.len() as u64).to_le_bytes());
            digest.update(bytes);
        };
        part(FORMAT);
        part(PROGRAM.as_bytes());
        part(self.settings.as_bytes());
        part(name.as_bytes());
        part(&(chrome.len() as u64).to_le_bytes());
        chrome.iter().for_each(|line| part(line.as_bytes()));
        let files = [path.to_owned()].into_iter().chain(intake::companions(path));
        for file in files {
            if fs::metadata(&file)?.len() > intake::MAX_FILE_BYTES {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            part(file.file_name().unwrap_or_default().to_string_lossy().as_bytes());
            part(&fs::read(file)?);
        }
        Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Entries lie in 256 folders, so that none of them grows long.
    fn entry(&self, key: &str) -> PathBuf {
        self.folder.join(&key[..2]).join(&key[2..])
    }

    fn write(&self, entry: &Path, sealed: &[u8]) -> io::Result<()> {
        let folder = entry.parent().unwrap_or(&self.folder);
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            // None of it belongs into a repository, whatever the dossier's own list says.
            if let Some(top) = self.folder.parent() {
                fs::write(top.join(".gitignore"), "*\n")?;
            }
        }
        let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
        file.write_all(sealed)?;
        file.persist(entry).map_err(|error| error.error).map(drop)
    }
}

/// The bytes of an entry: a digest, and what it is the digest of.
fn seal(found: &OfFile) -> Option<Vec<u8>> {
    let body = postcard::to_allocvec(found).ok()?;
    let mut sealed = Sha256::digest(&body).to_vec();
    sealed.extend(body);
    Some(sealed)
}

/// `None` when the entry is not what was written.
fn open(bytes: &[u8]) -> Option<OfFile> {
    let (digest, body) = bytes.split_at_checked(SEAL)?;
    if Sha256::digest(body).as_slice() != digest {
        return None;
    }
    postcard::from_bytes(body).ok()
}

/// Removes entries that are not in `used` and were written long ago, and what writers left behind. Of
/// the others at most as many are kept as are in use, and a thousand: the newest.
fn prune(folder: &Path, used: &BTreeSet<String>) {
    let now = SystemTime::now();
    let mut unused: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(2).max_depth(2).into_iter().flatten() {
        let (Some(front), Some(rest)) = (
            entry.path().parent().and_then(Path::file_name).and_then(|name| name.to_str()),
            entry.file_name().to_str(),
        ) else {
            continue;
        };
        if !used.contains(&format!("{front}{rest}")) {
            let written = entry.metadata().ok().and_then(|data| data.modified().ok()).unwrap_or(now);
            unused.push((written, entry.into_path()));
        }
    }
    unused.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    for (number, (written, path)) in unused.into_iter().enumerate() {
        let is_old = now.duration_since(written).is_ok_and(|age| age > KEEP);
        if is_old || number >= used.len() + 1000 {
            drop(fs::remove_file(path));
        }
    }
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
            assert_eq!(open(&damaged), None, "byte {at}");
            assert_eq!(open(&sealed[..at]), None, "cut at {at}");
        }
    }
}
