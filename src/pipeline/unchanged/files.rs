//! What the files of a dossier and of a site are, without reading them.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::config::FILE_NAME;
use crate::content;
use crate::pipeline::SEEDS;
use crate::site::TEMPLATES_FOLDER;

/// Two changes of a file within this time may leave the same times: the coarsest clock of a file system in use (FAT).
const CLOCK: Duration = Duration::from_secs(2);

/// Everything that a build reads below `root`, each with the digest of what the file is, by path relative to it.
pub fn inputs(root: &Path, moment: SystemTime) -> Option<Vec<(PathBuf, [u8; 32])>> {
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
pub fn outputs(out: &Path) -> Option<[u8; 32]> {
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

/// One digest of all.
pub fn together<'f>(files: impl IntoIterator<Item = &'f (PathBuf, [u8; 32])>) -> [u8; 32] {
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
