//! New files in `seeds/`: under a name that is safe everywhere, whole or not at all, never over another.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::intake::{SIDECAR_SUFFIX, Sidecar};
use crate::slug::Taken;

/// Writes a source and its sidecar below `folder`, as `stem` and `extension` say, or with a number behind
/// the stem. Returns the source's path.
///
/// A stem that any file there has, with whatever extension and in whatever case, is taken: sources are
/// known by it.
pub(super) fn store(
    folder: &Path,
    stem: &str,
    extension: &str,
    bytes: &[u8],
    sidecar: &Sidecar,
) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut taken = stems(folder)?;
    let mut sidecar = serde_json::to_string_pretty(sidecar)?;
    sidecar.push('\n');
    loop {
        let name = format!("{}.{extension}", taken.unique(stem));
        // The sidecar first: a build at the same time never sees the source without it, and one that is
        // left alone after a crash is no source.
        let beside = folder.join(format!("{name}{SIDECAR_SUFFIX}"));
        if !create(folder, &beside, sidecar.as_bytes())? {
            continue;
        }
        let path = folder.join(&name);
        match create(folder, &path, bytes) {
            Ok(true) => return Ok(path),
            // Someone else took the name in between.
            Ok(false) => fs::remove_file(&beside)?,
            Err(error) => {
                drop(fs::remove_file(&beside));
                return Err(error);
            }
        }
    }
}

/// Every stem in `folder`, in lower case.
fn stems(folder: &Path) -> io::Result<Taken> {
    let mut stems = Taken::default();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().to_lowercase();
        let name = name.strip_suffix(SIDECAR_SUFFIX).unwrap_or(&name);
        stems.insert(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    }
    Ok(stems)
}

/// Writes a new file by rename. `false` when there is one of that name already.
fn create(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = tempfile::Builder::new().prefix(".adding-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    open_to_readers(file.path())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

/// Writes a file by rename, over the one before.
pub(super) fn replace(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".adding-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    open_to_readers(file.path())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error).map(drop)
}

/// Temporary files are private to their owner; a source is a file like any other.
#[cfg(unix)]
fn open_to_readers(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_readers(_: &Path) -> io::Result<()> {
    Ok(())
}
