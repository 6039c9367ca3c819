//! Files in which one build leaves something to the next: sealed with a digest, written by rename.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// The folder of all that builds leave to one another, below the dossier's folder.
pub const OWN: &str = ".dossier";

/// Bytes of the digest that stands before what a file holds.
const SEAL: usize = 32;

/// The bytes of a file: a digest, and what it is the digest of.
pub fn seal(found: &impl Serialize) -> Option<Vec<u8>> {
    let body = postcard::to_allocvec(found).ok()?;
    let mut sealed = Sha256::digest(&body).to_vec();
    sealed.extend(body);
    Some(sealed)
}

/// `None` when the file is not what was written.
pub fn open<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (digest, body) = bytes.split_at_checked(SEAL)?;
    if Sha256::digest(body).as_slice() != digest {
        return None;
    }
    postcard::from_bytes(body).ok()
}

/// Writes a sealed file. `own` is the folder of all that builds leave to one another.
///
/// # Errors
/// When it cannot be written.
pub fn write(own: &Path, file: &Path, sealed: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(own);
    if !folder.is_dir() {
        fs::create_dir_all(folder)?;
        // None of it belongs into a repository, whatever the dossier's own list says.
        fs::write(own.join(".gitignore"), "*\n")?;
    }
    let mut new = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
    new.write_all(sealed)?;
    new.persist(file).map_err(|error| error.error).map(drop)
}

/// A digest in lower-case hexadecimal digits.
pub fn hex(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
