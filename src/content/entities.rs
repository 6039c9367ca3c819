//! `content/entities/*.md`: what people say about entities, read into [`Correction`]s and written for them.

mod fields;
mod front_matter_edit;
mod values;

use std::path::{Path, PathBuf};

use super::change::Change;
use super::found::{documents, stem};
use super::front_matter::{self, Document};
use crate::diagnostic::Diagnostic;
use crate::dossier::Correction;
use crate::slug;

pub use front_matter_edit::Edit;

/// The folder of the corrections, below the dossier's folder.
pub const ENTITIES: &str = "content/entities";

/// What people say about entities.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corrections {
    /// One for each file that could be read, in order of path.
    pub corrections: Vec<Correction>,
    /// Files whose front matter is broken: they correct nothing and are never written.
    pub broken: Vec<String>,
}

/// Reads every file below `content/entities/`. A broken file or field is reported, and the rest is read.
pub fn corrections(root: &Path) -> (Corrections, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let (found, broken) = documents(root, ENTITIES, &mut diagnostics);
    let read = found.iter().map(|file| {
        let slug = slug::slugify(&stem(&file.path).unwrap_or_default());
        fields::read(&file.path, slug, &front_matter::normalise(&file.text), &file.document, &mut diagnostics)
    });
    let corrections = read.collect();
    (Corrections { corrections, broken }, diagnostics)
}

/// A change to one file of `content/entities/`, not yet made.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewrite {
    change: Change,
}

impl Rewrite {
    /// The file, relative to the dossier's folder.
    pub fn path(&self) -> &Path {
        &self.change.path
    }

    /// Whether the file is new.
    pub fn is_new(&self) -> bool {
        self.change.before.is_none()
    }

    /// What the file will be.
    pub fn text(&self) -> &str {
        self.change.after.as_deref().unwrap_or_default()
    }

    /// Whether anything changes.
    pub fn changes_anything(&self) -> bool {
        self.change.before != self.change.after
    }

    /// Writes the file, by rename.
    ///
    /// # Errors
    /// When the file was changed meanwhile, or cannot be written.
    pub fn write(&self, root: &Path) -> Result<(), Diagnostic> {
        self.change.apply(root)
    }
}

/// The file at `path` (relative to `root`) after `edits`. Body, comments, unknown fields and the order of
/// the fields stay as they are.
///
/// # Errors
/// When the file is there but cannot be read, or its front matter is broken: nothing is changed then.
pub fn edit(root: &Path, path: &str, edits: &[Edit]) -> Result<Rewrite, Diagnostic> {
    let full = root.join(path);
    let before = match std::fs::read_to_string(&full) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            let wrong = Diagnostic::error(path, format!("cannot be read: {error}"));
            return Err(wrong.hint("files of corrections are UTF-8 text; mend it, and nothing is lost"));
        }
    };
    let after = front_matter_edit::edited(before.as_deref().unwrap_or_default(), edits).map_err(|malformed| {
        let wrong = Diagnostic::error(path, &malformed.message).at_line(malformed.line);
        wrong.hint("mend the lines between the two `---` first; nothing was changed")
    })?;
    Ok(Rewrite { change: Change { path: PathBuf::from(path), before, after: Some(after) } })
}

/// A path in the folder of corrections that no file has, named after `slug`.
pub fn free_path(root: &Path, slug: &str) -> String {
    let path = |number: usize| match number {
        1 => format!("{ENTITIES}/{slug}.md"),
        number => format!("{ENTITIES}/{slug}-{number}.md"),
    };
    let mut number = 1;
    while root.join(path(number)).symlink_metadata().is_ok() {
        number += 1;
    }
    path(number)
}

/// The 1-based line of the file on which `item` stands in the field `field`; the field's own line when
/// it is not found there.
fn line_of(text: &str, field: &str, item: Option<&str>) -> usize {
    let is_field = |line: &str| {
        let bare = line.trim_start_matches(['"', '\'']);
        bare.strip_prefix(field).is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
    };
    let lines: Vec<&str> = text.lines().collect();
    let Some(at) = lines.iter().position(|line| is_field(line)) else { return 1 };
    let Some(item) = item else { return at + 1 };
    let continues =
        |line: &&&str| line.is_empty() || line.starts_with([' ', '\t', '-', '#', ']']) && !line.starts_with("---");
    let block = 1 + lines[at + 1..].iter().take_while(continues).count();
    lines[at..at + block].iter().position(|line| line.contains(item)).map_or(at + 1, |offset| at + offset + 1)
}

/// A document's field names that are text.
fn names(document: &Document) -> impl Iterator<Item = &str> {
    document.fields.keys().filter_map(|name| name.as_str())
}
