//! Changes to files of `content/`, each made whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;

/// A file to write, or to delete.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The file, relative to the dossier's folder.
    pub path: PathBuf,
    /// What stood there when the plan was made.
    pub before: Option<String>,
    /// What shall stand there; `None` deletes the file.
    pub after: Option<String>,
}

impl Change {
    /// Makes the change. A file that is no longer as it was is left alone.
    ///
    /// # Errors
    /// A note when the file was changed meanwhile; an error when it cannot be written.
    pub fn apply(&self, root: &Path) -> Result<(), Diagnostic> {
        let path = root.join(&self.path);
        let now = fs::read_to_string(&path).ok();
        if now != self.before {
            let message = "was changed while the dossier was being built, so it was left as it is";
            return Err(Diagnostic::note(&self.path, message).hint("build again"));
        }
        let wrong = |error: std::io::Error| Diagnostic::error(&self.path, format!("cannot be written: {error}"));
        match &self.after {
            None => fs::remove_file(&path).map_err(wrong),
            Some(text) => {
                let folder = path.parent().unwrap_or(root);
                fs::create_dir_all(folder).map_err(wrong)?;
                let mut file = tempfile::Builder::new().prefix(".draft-").tempfile_in(folder).map_err(wrong)?;
                file.write_all(text.as_bytes()).map_err(wrong)?;
                set_default_mode(file.path()).map_err(wrong)?;
                file.persist(&path).map_err(|error| wrong(error.error))?;
                Ok(())
            }
        }
    }
}

/// Temporary files are private to their owner; a draft is a file like any other.
#[cfg(unix)]
fn set_default_mode(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_default_mode(_: &Path) -> std::io::Result<()> {
    Ok(())
}
