//! The Markdown files of `content/`, read and taken apart.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use super::draft;
use super::front_matter::{self, Document};
use super::page::UserPage;
use crate::diagnostic::Diagnostic;
use crate::slug;

/// The folder of the sources' pages, below the dossier's folder.
pub const SOURCES: &str = "content/sources";

/// A page found in `content/sources/`.
pub struct Found {
    /// The file, relative to the dossier's folder, with `/` between its parts.
    pub path: String,
    /// The whole file, as it stands.
    pub text: String,
    /// The file, taken apart.
    pub document: Document,
}

impl Found {
    /// Whether a person has changed the page since it was drafted, or wrote it.
    pub fn is_edited(&self) -> bool {
        mark(&self.document).is_none_or(|mark| mark != draft::digest(&front_matter::normalise(&self.text)))
    }

    /// The slug that the page was given, or the name of its file.
    pub fn slug(&self) -> String {
        let given = field(&self.document, "slug").filter(|slug| !slug.trim().is_empty());
        slug::slugify(&given.or_else(|| stem(&self.path)).unwrap_or_default())
    }
}

/// The digest that a draft was marked with.
pub fn mark(document: &Document) -> Option<String> {
    // A digest of digits only is a number to YAML.
    match document.fields.get(draft::MARK)? {
        serde_norway::Value::String(mark) => Some(mark.clone()),
        serde_norway::Value::Number(mark) => Some(mark.to_string()),
        _ => None,
    }
}

/// A text field of the front matter.
pub fn field(document: &Document, name: &str) -> Option<String> {
    document.fields.get(name)?.as_str().map(str::to_owned)
}

/// A file's name without folder and extension.
pub fn stem(path: &str) -> Option<String> {
    Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned())
}

/// Every page below `content/sources/`, and the paths of those whose front matter is broken.
pub fn source_pages(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Found>, Vec<String>) {
    documents(root, SOURCES, diagnostics)
}

/// Every file below `folder`, and the paths of those whose front matter is broken.
pub fn documents(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Found>, Vec<String>) {
    let (mut found, mut broken) = (Vec::new(), Vec::new());
    for (path, text) in markdown_files(root, folder, usize::MAX, diagnostics) {
        match front_matter::parse(&front_matter::normalise(&text)) {
            Ok(document) => found.push(Found { path, text, document }),
            Err(malformed) => {
                diagnostics.push(malformed_page(&path, &malformed));
                broken.push(path);
            }
        }
    }
    (found, broken)
}

fn malformed_page(path: &str, malformed: &front_matter::Malformed) -> Diagnostic {
    let wrong = Diagnostic::error(path, &malformed.message).at_line(malformed.line);
    let wrong = wrong.hint("mend the lines between the two `---`; until then the page is not used, and not changed");
    match malformed.column {
        Some(column) => wrong.at_column(column),
        None => wrong,
    }
}

/// The user's own pages: `content/*.md`.
pub fn user_pages(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<UserPage> {
    let mut pages = Vec::new();
    for (path, text) in markdown_files(root, super::FOLDER, 1, diagnostics) {
        match front_matter::parse(&front_matter::normalise(&text)) {
            Ok(document) => pages.push(UserPage {
                slug: stem(&path).map(|stem| slug::slugify(&stem)).unwrap_or_default(),
                path,
                title: field(&document, "title"),
                body: document.body,
                body_line: document.body_line,
            }),
            Err(malformed) => diagnostics.push(malformed_page(&path, &malformed)),
        }
    }
    pages
}

/// The Markdown files below `folder`, in order of path, hidden ones left out.
fn markdown_files(root: &Path, folder: &str, depth: usize, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let walk = WalkDir::new(root.join(folder)).min_depth(1).max_depth(depth).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(|entry| !entry.file_name().to_string_lossy().starts_with('.')) {
        // A folder that is not there is no fault: the first build makes it.
        let Ok(entry) = entry else { continue };
        if !entry.file_type().is_file() || entry.path().extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        match fs::read_to_string(entry.path()) {
            Ok(text) => files.push((path, text)),
            Err(error) => diagnostics.push(
                Diagnostic::error(&path, format!("cannot be read: {error}")).hint("pages are UTF-8 text; save it so"),
            ),
        }
    }
    files
}
