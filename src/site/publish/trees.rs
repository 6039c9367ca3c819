//! The old tree of a site and the new one, and how they change places.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::MANIFEST;

/// The site as it stands.
pub struct OldTree {
    root: PathBuf,
    /// Everything but folders, by path relative to the site.
    pub files: BTreeSet<String>,
    /// What the run before made.
    pub manifest: BTreeSet<String>,
}

impl OldTree {
    /// The tree at `root`, which may be none.
    ///
    /// # Errors
    /// When it cannot be listed.
    pub fn read(root: &Path) -> io::Result<Self> {
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
    pub fn has(&self, path: &str, bytes: &[u8]) -> bool {
        if !self.files.contains(path) {
            return false;
        }
        let file = self.root.join(path);
        let plausible = file.symlink_metadata().is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
        plausible && fs::read(file).is_ok_and(|old| old == bytes)
    }
}

/// Where the trees stand.
pub struct Places {
    /// The site's folder.
    pub target: PathBuf,
    /// The tree that is being built; after the exchange, the old one.
    pub new: PathBuf,
    /// Where the old tree waits when the two cannot change places at once.
    pub old: PathBuf,
}

impl Places {
    /// The places for a site in `out`, and the folder that they are in. A link to a folder stays a link: what it leads to
    /// is exchanged. `None` where no site can be.
    pub fn of(out: &Path) -> Option<(Self, PathBuf)> {
        let target = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
        let (name, parent) = (target.file_name()?.to_string_lossy().into_owned(), target.parent()?);
        let parent = if parent.as_os_str().is_empty() { PathBuf::from(".") } else { parent.to_owned() };
        let beside = |role: &str| parent.join(format!(".{name}.{role}"));
        Some((Self { new: beside("dossier-new"), old: beside("dossier-old"), target }, parent))
    }

    /// Clears away what a crash has left.
    pub fn recover(&self) -> io::Result<()> {
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
    pub fn exchange(&self) -> io::Result<()> {
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
pub fn lock(folder: &Path) -> io::Result<Option<File>> {
    let file = File::open(folder)?;
    match rustix::fs::flock(&file, rustix::fs::FlockOperation::LockExclusive) {
        Ok(()) => Ok(Some(file)),
        // Some network file systems have no locks; better to publish without one than not at all.
        Err(_) => Ok(None),
    }
}

#[cfg(not(unix))]
pub fn lock(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}
