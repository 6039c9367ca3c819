//! Puts a rendered site in place: all of it in one step, or none.
//!
//! The new tree is built beside the old one, out of links to the files that have not changed, and
//! the two trees change places. Whatever goes wrong before that moment, the old site stays whole;
//! whatever is left lying about after a crash, the next run clears away.

mod trees;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::output::{Output, Site};
use crate::diagnostic::Diagnostic;
use trees::{OldTree, Places, lock};

/// Lists the files that the program made, so that those it did not make can be told apart.
const MANIFEST: &str = ".dossier-manifest";

/// What publishing did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishReport {
    /// How many files were written.
    pub written: usize,
    /// How many files stayed as they were.
    pub unchanged: usize,
    /// How many files of the old site are no longer there.
    pub removed: usize,
    /// Files in the folder that the program did not make, and kept.
    pub kept: Vec<String>,
    /// Files in the folder that the program did not make, and that the site now has files for.
    pub replaced: Vec<String>,
}

/// A site that is being put in place: what it is given is written beside the old one, and [`finish`](Self::finish) lets the
/// two change places. Dropped before that, it leaves the old site as it was.
pub struct Publication {
    /// The folder as the user named it.
    out: PathBuf,
    places: Places,
    old: OldTree,
    /// The files given so far, and whether each is the same as the old one.
    given: Mutex<BTreeMap<String, bool>>,
    _lock: Option<File>,
}

impl Publication {
    /// Begins to put a site into `out`. Until this is dropped, other publications into the same folder wait.
    ///
    /// # Errors
    /// A diagnostic, when `out` is read-only, is no folder, or holds something that is no site.
    pub fn begin(out: &Path) -> Result<Self, Diagnostic> {
        let failed = |error| cannot(out, &error);
        let Some((places, parent)) = Places::of(out) else {
            return Err(Diagnostic::error(out, "this is no place for a site").hint("name a new folder with --out"));
        };
        fs::create_dir_all(&parent).map_err(failed)?;
        let lock = lock(&parent).map_err(failed)?;
        places.recover().map_err(failed)?;
        check_target(&places.target, out)?;
        let old = OldTree::read(&places.target).map_err(failed)?;
        Ok(Self { out: out.to_owned(), places, old, given: Mutex::default(), _lock: lock })
    }

    /// Puts the site in place, with the files in the folder that no earlier run made (a `CNAME`).
    ///
    /// # Errors
    /// A diagnostic, when the disk is full or the folder cannot be written. The old site is as it was then.
    pub fn finish(self) -> Result<PublishReport, Diagnostic> {
        let mut manifest: String = self.given().keys().map(|path| format!("{path}\n")).collect();
        manifest.push_str(MANIFEST);
        manifest.push('\n');
        self.file(MANIFEST, manifest.into_bytes())?;
        let given = self.given();
        let old = &self.old;
        let foreign = |path: &&String| !old.manifest.contains(*path);
        let gone = |path: &&String| !given.contains_key(*path);
        let unchanged = given.values().filter(|same| **same).count();
        let mut report = PublishReport {
            written: given.len() - unchanged,
            unchanged,
            removed: old.files.iter().filter(gone).filter(|path| !foreign(path)).count(),
            kept: old.files.iter().filter(gone).filter(foreign).cloned().collect(),
            replaced: old.files.iter().filter(|path| !gone(path)).filter(foreign).cloned().collect(),
        };
        if report.written > 0 || report.removed > 0 {
            complete(&self.places, &given, &mut report)
                .and_then(|()| self.places.exchange())
                .map_err(|error| cannot(&self.out, &error))?;
        }
        Ok(report)
    }

    fn given(&self) -> MutexGuard<'_, BTreeMap<String, bool>> {
        self.given.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a publication into `out` is under way, or was cut off and left something behind.
pub fn is_under_way(out: &Path) -> bool {
    Places::of(out).is_some_and(|(places, _)| places.new.exists() || places.old.exists())
}

impl Output for Publication {
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        let same = self.old.has(path, &bytes);
        self.given().insert(path.to_owned(), same);
        if same {
            Ok(())
        } else {
            write(&self.places.new.join(path), &bytes).map_err(|error| cannot(&self.out, &error))
        }
    }
}

impl Drop for Publication {
    fn drop(&mut self) {
        // After the exchange there is none. Before it, what was built of the new site is of no use.
        drop(fs::remove_dir_all(&self.places.new));
    }
}

/// Makes `out` hold `site`, as [`Publication`] does.
///
/// # Errors
/// As for [`Publication`].
pub fn publish(site: &Site, out: &Path) -> Result<PublishReport, Diagnostic> {
    let publication = Publication::begin(out)?;
    site.files.par_iter().try_for_each(|(path, bytes)| publication.file(path, bytes.clone()))?;
    publication.finish()
}

fn cannot(out: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(out, format!("the site cannot be put here: {error}"))
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(file, bytes) {
        // Most files have their folder by the time that they are written.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(file.parent().unwrap_or(file))?;
            fs::write(file, bytes)
        }
        done => done,
    }
}

/// Completes the new tree with what is the same in the old one, and what is not ours.
fn complete(places: &Places, given: &BTreeMap<String, bool>, report: &mut PublishReport) -> io::Result<()> {
    fs::create_dir_all(&places.new)?;
    let same: Vec<&String> = given.iter().filter(|(_, same)| **same).map(|(path, _)| path).collect();
    let folders: BTreeSet<&Path> = same.iter().filter_map(|path| Path::new(path).parent()).collect();
    for folder in folders {
        fs::create_dir_all(places.new.join(folder))?;
    }
    same.par_iter().try_for_each(|path| {
        let (old, new) = (places.target.join(path), places.new.join(path));
        if fs::hard_link(&old, &new).is_ok() { Ok(()) } else { fs::copy(old, new).map(drop) }
    })?;
    let mut kept = Vec::new();
    for path in std::mem::take(&mut report.kept) {
        if carry_over(&places.target.join(&path), &places.new.join(&path))? {
            kept.push(path);
        } else {
            report.replaced.push(path);
        }
    }
    report.kept = kept;
    if let Ok(metadata) = fs::metadata(&places.target) {
        fs::set_permissions(&places.new, metadata.permissions())?;
    }
    Ok(())
}

/// Takes a file that the program did not make into the new tree. `false` when the new tree has a
/// folder or file of its own in that place.
fn carry_over(old: &Path, new: &Path) -> io::Result<bool> {
    if new.symlink_metadata().is_ok() || new.parent().is_some_and(|parent| fs::create_dir_all(parent).is_err()) {
        return Ok(false);
    }
    if old.symlink_metadata()?.is_symlink() {
        copy_link(old, new)?;
    } else if fs::hard_link(old, new).is_err() {
        fs::copy(old, new)?;
    }
    Ok(true)
}

#[cfg(unix)]
fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(old)?, new)
}

#[cfg(not(unix))]
fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    fs::copy(old, new).map(drop)
}

/// Refuses a target that is read-only, is no folder, or holds something else than a site.
fn check_target(target: &Path, out: &Path) -> Result<(), Diagnostic> {
    let Ok(metadata) = fs::metadata(target) else { return Ok(()) };
    if !metadata.is_dir() {
        return Err(Diagnostic::error(out, "this is a file, and a site needs a folder").hint("name another with --out"));
    }
    // The bits are asked, not the system: to root, which containers run as, nothing is read-only.
    if metadata.permissions().readonly() {
        return Err(Diagnostic::error(out, "the folder is read-only, so the site in it stays as it was")
            .hint("make it writable (chmod u+w), or name another with --out"));
    }
    let has_folders = || {
        let entries = fs::read_dir(target).into_iter().flatten().flatten();
        entries
            .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
            .any(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
    };
    if !target.join(MANIFEST).exists() && has_folders() {
        return Err(Diagnostic::error(out, "this folder holds something else, and a site would be mixed into it")
            .hint("name a new or an empty folder with --out"));
    }
    Ok(())
}
