//! Recognises a dossier that is as the last build left it: then there is nothing to do.
//!
//! A build's result depends on the program, the request, and the files of the dossier; so when all of them are as they
//! were, and the site too, the same build would write the same bytes. What files are is told by their size, times and
//! inode, as git's index does; a file that changed shortly before the build began, when a second change could have left
//! the same times, is told by its bytes. Where there is any doubt, a symbolic link for one, the build is made.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::{Built, CACHE_FOLDER, Published, Request, SEEDS, Stage, Timings};
use crate::config::{Config, FILE_NAME};
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::site::{self, TEMPLATES_FOLDER};

/// Where records are, below the dossier's folder.
const FOLDER: &str = ".dossier/built";

/// Changes whenever the form of a record does.
const FORMAT: u32 = 1;

/// Digest of everything that the program is made of (see `build.rs`).
const PROGRAM: &str = env!("DOSSIER_PROGRAM");

/// Two changes of a file within this time may leave the same times: the coarsest clock of a file system in use (FAT).
const CLOCK: Duration = Duration::from_secs(2);

/// Sites of one dossier in several places (`--out`) that are remembered.
const MOST_RECORDS: usize = 8;

/// What a dossier was like when a build began.
pub struct Before {
    moment: SystemTime,
    inputs: Vec<(PathBuf, [u8; 32])>,
}

/// What a build left.
#[derive(Serialize, Deserialize)]
struct Record {
    /// Nanoseconds since 1970 when the build began.
    moment: u64,
    inputs: [u8; 32],
    outputs: [u8; 32],
    built: Summary,
}

/// What there is to tell of a build.
#[derive(Serialize, Deserialize)]
struct Summary {
    diagnostics: Vec<Diagnostic>,
    files: usize,
    sources: usize,
    entities: usize,
    events: usize,
    pages: usize,
}

/// What the last build of `request` did, had it been made now: nothing. `None` when something is not as it was.
pub fn recall(request: &Request, config: &Config, timings: &mut Timings) -> Option<Built> {
    let bytes = fs::read(place(request)?).ok()?;
    let (digest, body) = bytes.split_at_checked(32)?;
    if Sha256::digest(body).as_slice() != digest {
        return None;
    }
    let record: Record = postcard::from_bytes(body).ok()?;
    let moment = UNIX_EPOCH.checked_add(Duration::from_nanos(record.moment))?;
    let (inputs, outputs) =
        rayon::join(|| inputs(&request.root, moment).map(|files| together(&files)), || outputs(&request.out));
    if inputs? != record.inputs || outputs? != record.outputs || site::is_under_way(&request.out) {
        return None;
    }
    timings.end(Stage::Comparing);
    let Summary { diagnostics, files, sources, entities, events, pages } = record.built;
    Some(Built {
        diagnostics,
        sources,
        entities,
        events,
        drafts_changed: 0,
        published: Some(Published { pages, written: 0 }),
        config: config.clone(),
        remembered: files,
        timings: timings.clone(),
    })
}

impl Before {
    /// Looks at the dossier of `request` before anything of it is read. `None` when it cannot be told by its files.
    pub fn look(request: &Request) -> Option<Self> {
        let moment = SystemTime::now();
        Some(Self { moment, inputs: inputs(&request.root, moment)? })
    }

    /// Takes note of what a build did that has read the dossier since: `files` of `seeds/`, and the pages `drafted` in
    /// `content/` (relative to the root). Not when something else has changed meanwhile.
    pub fn record(self, request: &Request, built: &Built, files: usize, drafted: &BTreeSet<PathBuf>) {
        // What is not noted is built again.
        let _ = self.try_record(request, built, files, drafted);
    }

    fn try_record(self, request: &Request, built: &Built, files: usize, drafted: &BTreeSet<PathBuf>) -> Option<()> {
        let published = built.published?;
        // What is said of the cache is said once.
        if built.diagnostics.iter().any(|diagnostic| diagnostic.path == Path::new(CACHE_FOLDER)) {
            return None;
        }
        let after = inputs(&request.root, self.moment)?;
        let others = |files: &[(PathBuf, [u8; 32])]| {
            let others: Vec<_> = files.iter().filter(|(path, _)| !drafted.contains(path)).cloned().collect();
            together(&others)
        };
        if others(&self.inputs) != others(&after) {
            return None;
        }
        let record = Record {
            moment: u64::try_from(self.moment.duration_since(UNIX_EPOCH).ok()?.as_nanos()).ok()?,
            inputs: together(&after),
            outputs: outputs(&request.out)?,
            built: Summary {
                diagnostics: built.diagnostics.clone(),
                files,
                sources: built.sources,
                entities: built.entities,
                events: built.events,
                pages: published.pages,
            },
        };
        let body = postcard::to_allocvec(&record).ok()?;
        let place = place(request)?;
        let folder = place.parent()?;
        fs::create_dir_all(folder).ok()?;
        forget_old(folder);
        let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder).ok()?;
        file.write_all(&Sha256::digest(&body)).and_then(|()| file.write_all(&body)).ok()?;
        file.persist(place).ok().map(drop)
    }
}

/// The file of the record, named by the digest of the program and the request.
fn place(request: &Request) -> Option<PathBuf> {
    let out = fs::canonicalize(&request.out).ok()?;
    let asked = (FORMAT, PROGRAM, fs::canonicalize(&request.root).ok()?, out, &request.base_url);
    let digest = Sha256::digest(postcard::to_allocvec(&asked).ok()?);
    let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Some(request.root.join(FOLDER).join(name))
}

/// Makes room for another record: the oldest go.
fn forget_old(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut records: Vec<_> =
        entries.map(|entry| (entry.metadata().and_then(|data| data.modified()).ok(), entry.path())).collect();
    records.sort();
    for (_, path) in records.iter().rev().skip(MOST_RECORDS - 1) {
        drop(fs::remove_file(path));
    }
}

/// Everything that a build reads below `root`, each with the digest of what the file is, by path relative to it.
fn inputs(root: &Path, moment: SystemTime) -> Option<Vec<(PathBuf, [u8; 32])>> {
    let mut files = Vec::new();
    for part in [FILE_NAME, SEEDS, content::FOLDER, TEMPLATES_FOLDER] {
        let folder = root.join(part);
        if folder.symlink_metadata().is_err() {
            continue;
        }
        for entry in WalkDir::new(&folder).sort_by_file_name() {
            let entry = entry.ok()?;
            let kind = entry.file_type();
            if kind.is_dir() {
                continue;
            }
            if !kind.is_file() {
                return None;
            }
            files.push(entry.into_path());
        }
    }
    let recent = moment.checked_sub(CLOCK)?;
    let told = |path: PathBuf| {
        let data = path.symlink_metadata().ok()?;
        let mut digest = Sha256::new();
        state(&data, &mut digest);
        let changed = data.modified().ok()?.max(changed(&data).unwrap_or(UNIX_EPOCH));
        if changed >= recent {
            digest.update(fs::read(&path).ok()?);
        }
        let relative = path.strip_prefix(root).ok()?.to_owned();
        Some((relative, digest.finalize().into()))
    };
    files.into_par_iter().map(told).collect()
}

/// Digest of what the files of a site are, whoever made them.
fn outputs(out: &Path) -> Option<[u8; 32]> {
    let mut files = Vec::new();
    for entry in WalkDir::new(fs::canonicalize(out).ok()?).sort_by_file_name() {
        files.push(entry.ok()?);
    }
    let told: Option<Vec<(PathBuf, [u8; 32])>> = files
        .into_par_iter()
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let mut digest = Sha256::new();
            state(&entry.path().symlink_metadata().ok()?, &mut digest);
            Some((entry.into_path(), digest.finalize().into()))
        })
        .collect();
    Some(together(&told?))
}

fn together(files: &[(PathBuf, [u8; 32])]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for (path, state) in files {
        let path = path.as_os_str().as_encoded_bytes();
        digest.update((path.len() as u64).to_le_bytes());
        digest.update(path);
        digest.update(state);
    }
    digest.finalize().into()
}

/// What tells a file from what it was, as far as its folder knows.
fn state(data: &Metadata, digest: &mut Sha256) {
    digest.update(data.len().to_le_bytes());
    for time in [data.modified().ok(), changed(data)] {
        let nanos = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok()).map_or(0, |since| since.as_nanos());
        digest.update(nanos.to_le_bytes());
    }
    digest.update(inode(data).to_le_bytes());
}

/// When a file's content, name or rights last changed: unlike the time of modification, no program sets it.
#[cfg(unix)]
fn changed(data: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let (seconds, nanos) = (u64::try_from(data.ctime()).ok()?, u32::try_from(data.ctime_nsec()).ok()?);
    UNIX_EPOCH.checked_add(Duration::new(seconds, nanos))
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<SystemTime> {
    None
}

#[cfg(unix)]
fn inode(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}
