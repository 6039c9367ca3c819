//! Gives the program a digest of everything that decides what it finds in an article, so that what it
//! remembers of one build (`.dossier/`) is never taken for the work of another program.

use std::fs;
use std::path::{Path, PathBuf};

/// What the analysis is made of: code, models, and the versions of crates.
const ANALYSIS: [&str; 4] = ["src", "models", "Cargo.lock", "build.rs"];

/// What else a site is made of.
const SITE: [&str; 2] = ["templates", "locales"];

fn main() {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    digest.files(&ANALYSIS);
    for variable in ["TARGET", "OPT_LEVEL"] {
        digest.bytes(std::env::var(variable).unwrap_or_default().as_bytes());
    }
    println!("cargo:rustc-env=DOSSIER_BUILD={:016x}", digest.0);
    digest.files(&SITE);
    println!("cargo:rustc-env=DOSSIER_PROGRAM={:016x}", digest.0);
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            collect(&entry.path(), files);
        }
    } else {
        files.push(path.to_owned());
    }
}

/// FNV-1a over words of eight bytes: quick enough for the models without a crate to build first. Nobody
/// has to be kept from forging it.
struct Digest(u64);

impl Digest {
    /// Takes in the files at and below `inputs`, with their paths, in order of path.
    fn files(&mut self, inputs: &[&str]) {
        let mut files = Vec::new();
        for input in inputs {
            println!("cargo:rerun-if-changed={input}");
            collect(Path::new(input), &mut files);
        }
        files.sort();
        for file in files {
            self.bytes(file.to_string_lossy().replace('\\', "/").as_bytes());
            self.bytes(&fs::read(&file).unwrap_or_default());
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.word(u64::from_le_bytes(word));
        }
        self.word(bytes.len() as u64);
    }

    fn word(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x0100_0000_01b3);
        self.0 ^= self.0 >> 29;
    }
}
