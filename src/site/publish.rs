//! Puts a rendered site in place: all of it in one step, or none.
//!
//! The new tree is built beside the old one, out of links to the files that have not changed, and
//! the two trees change places. Whatever goes wrong before that moment, the old site stays whole;
//! whatever is left lying about after a crash, the next run clears away.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::Site;
use crate::diagnostic::Diagnostic;

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

/// Makes `out` hold `site`.
///
/// Files in `out` that no earlier run made (a `CNAME`) are kept. A second run at the same time waits
/// for the first.
///
/// # Errors
/// A diagnostic, when `out` is read-only, is no folder, holds something that is no site, or the disk
/// is full. The old site is as it was then.
pub fn publish(site: &Site, out: &Path) -> Result<PublishReport, Diagnostic> {
    let wrong = |message: String| Diagnostic::error(out, message);
    let failed = |error: io::Error| wrong(format!("the site cannot be put here: {error}"));
    // A link to a folder stays a link: what it leads to is exchanged.
    let target = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    let (Some(name), Some(parent)) = (target.file_name(), target.parent()) else {
        return Err(wrong("this is no place for a site".to_owned()).hint("name a new folder with --out"));
    };
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    fs::create_dir_all(parent).map_err(failed)?;
    let _lock = lock(parent).map_err(failed)?;
    let beside = |role: &str| parent.join(format!(".{}.{role}", name.to_string_lossy()));
    let places = Places { target: target.clone(), new: beside("dossier-new"), old: beside("dossier-old") };
    places.recover().map_err(failed)?;
    check_target(&target, out)?;

    let old = OldTree::read(&target).map_err(failed)?;
    let mut manifest: String = site.files.keys().map(|path| format!("{path}\n")).collect();
    manifest.push_str(MANIFEST);
    manifest.push('\n');
    let files: Vec<(&str, &[u8])> = site
        .files
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .chain([(MANIFEST, manifest.as_bytes())])
        .collect();
    let same: Vec<bool> = files.par_iter().map(|(path, bytes)| old.has(path, bytes)).collect();
    let ours: BTreeSet<&str> = files.iter().map(|(path, _)| *path).collect();
    let foreign = |path: &&String| !old.manifest.contains(*path);
    let gone = |path: &&String| !ours.contains(path.as_str());
    let unchanged = same.iter().filter(|same| **same).count();
    let mut report = PublishReport {
        written: files.len() - unchanged,
        unchanged,
        removed: old.files.iter().filter(gone).filter(|path| !foreign(path)).count(),
        kept: old.files.iter().filter(gone).filter(foreign).cloned().collect(),
        replaced: old.files.iter().filter(|path| !gone(path)).filter(foreign).cloned().collect(),
    };
    if report.written == 0 && report.removed == 0 {
        return Ok(report);
    }

    let built = build(&places, &files, &same, &mut report).and_then(|()| places.exchange());
    if let Err(error) = built {
        // The old site has not been touched; what was built of the new one is of no use.
        drop(fs::remove_dir_all(&places.new));
        return Err(failed(error));
    }
    Ok(report)
}

/// Builds the new tree.
fn build(places: &Places, files: &[(&str, &[u8])], same: &[bool], report: &mut PublishReport) -> io::Result<()> {
    fs::create_dir(&places.new)?;
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| Path::new(path).parent()).collect();
    for folder in folders {
        fs::create_dir_all(places.new.join(folder))?;
    }
    files.par_iter().zip(same).try_for_each(|((path, bytes), same)| {
        let new = places.new.join(path);
        if *same && fs::hard_link(places.target.join(path), &new).is_ok() { Ok(()) } else { fs::write(new, bytes) }
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

/// The site as it stands.
struct OldTree {
    root: PathBuf,
    /// Everything but folders, by path relative to the site.
    files: BTreeSet<String>,
    /// What the run before made.
    manifest: BTreeSet<String>,
}

impl OldTree {
    fn read(root: &Path) -> io::Result<Self> {
        let mut tree = Self { root: root.to_owned(), files: BTreeSet::new(), manifest: BTreeSet::new() };
        if !root.exists() {
            return Ok(tree);
        }
        for entry in WalkDir::new(root).min_depth(1) {
            let entry = entry?;
            if !entry.file_type().is_dir() {
                let path = entry.path().strip_prefix(root).expect("walked from there");
                tree.files.insert(path.to_string_lossy().replace('\\', "/"));
            }
        }
        if let Ok(manifest) = fs::read_to_string(root.join(MANIFEST)) {
            tree.manifest = manifest.lines().map(str::to_owned).collect();
        }
        Ok(tree)
    }

    /// Whether the file at `path` is an ordinary file that holds just `bytes`.
    fn has(&self, path: &str, bytes: &[u8]) -> bool {
        if !self.files.contains(path) {
            return false;
        }
        let file = self.root.join(path);
        let plausible = file.symlink_metadata().is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
        plausible && fs::read(file).is_ok_and(|old| old == bytes)
    }
}

/// Where the trees stand.
struct Places {
    target: PathBuf,
    /// The tree that is being built; after the exchange, the old one.
    new: PathBuf,
    /// Where the old tree waits when the two cannot change places at once.
    old: PathBuf,
}

impl Places {
    /// Clears away what a crash has left.
    fn recover(&self) -> io::Result<()> {
        if self.old.exists() && !self.target.exists() {
            fs::rename(&self.old, &self.target)?;
        }
        for leftover in [&self.new, &self.old] {
            match fs::remove_dir_all(leftover) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Puts the new tree in the place of the old one.
    fn exchange(&self) -> io::Result<()> {
        if !self.target.exists() {
            return fs::rename(&self.new, &self.target);
        }
        if !exchange_at_once(&self.new, &self.target)? {
            fs::rename(&self.target, &self.old)?;
            if let Err(error) = fs::rename(&self.new, &self.target) {
                fs::rename(&self.old, &self.target)?;
                return Err(error);
            }
        }
        // The site is in place. If the old tree cannot be removed now, the next run tries again.
        drop(fs::remove_dir_all(&self.new));
        drop(fs::remove_dir_all(&self.old));
        Ok(())
    }
}

/// Lets two folders change places in one step, if the system can.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
fn exchange_at_once(new: &Path, target: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
fn exchange_at_once(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Holds off other runs until the file is dropped. The lock is on the folder itself: no file is left.
#[cfg(unix)]
fn lock(folder: &Path) -> io::Result<Option<File>> {
    let file = File::open(folder)?;
    match rustix::fs::flock(&file, rustix::fs::FlockOperation::LockExclusive) {
        Ok(()) => Ok(Some(file)),
        // Some network file systems have no locks; better to publish without one than not at all.
        Err(_) => Ok(None),
    }
}

#[cfg(not(unix))]
fn lock(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}
