//! Recognises a dossier that is as the last build left it: then there is nothing to do.
//!
//! A build's result depends on the program, the request, and the files of the dossier; so when all of them are as they
//! were, and the site too, the same build would write the same bytes. What files are is told by their size, times and
//! inode, as git's index does; a file that changed shortly before the build began, when a second change could have left
//! the same times, is told by its bytes. Where there is any doubt, a symbolic link for one, the build is made.

mod files;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use files::{inputs, outputs, together};

use super::sealed::{OWN, hex, open, seal, write};
use super::{Built, CACHE_FOLDER, Published, Request, Stage, Timings};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::site;

/// Where records are, below the dossier's folder.
const FOLDER: &str = ".dossier/built";

/// Changes whenever the form of a record does.
const FORMAT: u32 = 1;

/// Digest of everything that the program is made of (see `build.rs`).
const PROGRAM: &str = env!("DOSSIER_PROGRAM");

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
    let record: Record = open(&fs::read(place(request)?).ok()?)?;
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

    /// One digest of what those files were whose paths in the dossier's folder `is_part` takes.
    pub fn of(&self, is_part: impl Fn(&Path) -> bool) -> [u8; 32] {
        together(self.inputs.iter().filter(|(path, _)| is_part(path)))
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
        let others = |files: &[(PathBuf, [u8; 32])]| together(files.iter().filter(|(path, _)| !drafted.contains(path)));
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
        let place = place(request)?;
        forget_old(place.parent()?);
        write(&request.root.join(OWN), &place, &seal(&record)?).ok()
    }
}

/// The file of the record, named by the digest of the program and the request.
fn place(request: &Request) -> Option<PathBuf> {
    let out = fs::canonicalize(&request.out).ok()?;
    let asked = (FORMAT, PROGRAM, fs::canonicalize(&request.root).ok()?, out, &request.base_url);
    let digest = Sha256::new_with_prefix(postcard::to_allocvec(&asked).ok()?);
    Some(request.root.join(FOLDER).join(hex(digest)))
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
