//! The links of a site as it lies in its folder.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::places::{Places, is_outside};
use crate::characters::unescape;
use crate::diagnostic::Diagnostic;
use crate::site::scan::attributes;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// HTML pages read.
    pub pages: usize,
    /// Links within the site.
    pub links: usize,
    /// Addresses of other sites, without the places in their pages; where each stands first: file and
    /// line.
    pub outside: BTreeMap<String, (String, usize)>,
    /// What is broken, by file and line.
    pub diagnostics: Vec<Diagnostic>,
}

/// An id or a link, and its line.
type Found = (String, usize);

/// What matters of one file.
#[derive(Default)]
struct File {
    path: String,
    ids: Vec<Found>,
    links: Vec<Found>,
    wrong: Vec<Diagnostic>,
}

/// Checks the site in `folder`, which messages call `shown`.
///
/// Where the site stands is what `base_url` says, else what its home page says of itself, else
/// `configured`. Files are read as HTML, SVG, XML and CSS have links; others can only be led to.
///
/// # Errors
/// A diagnostic when there is no site.
pub fn check_published(
    folder: &Path,
    shown: &Path,
    base_url: Option<&str>,
    configured: &str,
) -> Result<Checked, Diagnostic> {
    let home = fs::read_to_string(folder.join("index.html")).map_err(|error| {
        Diagnostic::error(shown.join("index.html"), format!("cannot be read: {error}"))
            .hint("run `dossier build` first, or say with --out where the site lies")
    })?;
    let base_url = base_url.map(str::to_owned).or_else(|| canonical(&home)).unwrap_or_else(|| configured.to_owned());
    let mut checked = Checked::default();
    let mut paths: BTreeSet<String> = BTreeSet::new();
    for entry in WalkDir::new(folder).follow_links(true) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let relative = entry.path().strip_prefix(folder).ok().and_then(Path::to_str);
                paths.extend(relative.map(|path| path.replace('\\', "/")));
            }
            Ok(_) => {}
            Err(error) => checked.diagnostics.push(Diagnostic::error(shown, format!("cannot be read: {error}"))),
        }
    }
    let files: Vec<File> =
        paths.par_iter().filter(|path| is_read(path)).map(|path| read(folder, shown, path)).collect();

    let has_file = |path: &str| paths.contains(path);
    let has_ids = |file: &&File| file.path.ends_with(".html") || file.path.ends_with(".svg");
    let places = Places {
        base_url: &base_url,
        has_file: &has_file,
        anchors: files.iter().filter(has_ids).map(|file| (file.path.as_str(), ids_of(file))).collect::<HashMap<_, _>>(),
    };
    for file in &files {
        checked.pages += usize::from(file.path.ends_with(".html"));
        checked.diagnostics.extend(file.wrong.iter().cloned());
        let at = shown.join(&file.path);
        let mut seen = HashSet::new();
        for (id, line) in file.ids.iter().filter(|_| file.path.ends_with(".html")) {
            if !seen.insert(id) {
                let wrong = Diagnostic::error(&at, format!("the id `{id}` stands here twice"));
                checked.diagnostics.push(wrong.at_line(*line));
            }
        }
        for (address, line) in &file.links {
            if is_outside(&base_url, address) {
                if address.starts_with("http://") || address.starts_with("https://") {
                    let page = address.split('#').next().unwrap_or(address).to_owned();
                    checked.outside.entry(page).or_insert_with(|| (at.display().to_string(), *line));
                }
                continue;
            }
            checked.links += 1;
            if let Err(why) = places.find(&file.path, address) {
                let wrong = Diagnostic::error(&at, format!("the link `{address}` leads nowhere: {why}"));
                checked.diagnostics.push(wrong.at_line(*line));
            }
        }
    }
    Ok(checked)
}

fn ids_of(file: &File) -> HashSet<&str> {
    file.ids.iter().map(|(id, _)| id.as_str()).collect()
}

/// What the home page says of its own address.
fn canonical(home: &str) -> Option<String> {
    let tag = home.split('<').find(|tag| tag.starts_with("link") && tag.contains("rel=\"canonical\""))?;
    let address = unescape(tag.split("href=\"").nth(1)?.split('"').next()?);
    (address.starts_with("http") && address.ends_with('/')).then_some(address)
}

fn is_read(path: &str) -> bool {
    [".html", ".svg", ".xml", ".css"].iter().any(|ending| path.ends_with(ending))
}

fn read(folder: &Path, shown: &Path, path: &str) -> File {
    let mut file = File { path: path.to_owned(), ..File::default() };
    let text = match fs::read(folder.join(path)) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            file.wrong.push(Diagnostic::error(shown.join(path), format!("cannot be read: {error}")));
            return file;
        }
    };
    if path.ends_with(".css") {
        file.links = between(&text, "url(", ")");
        return file;
    }
    for attribute in attributes(&text) {
        let found = (unescape(attribute.value), attribute.line);
        if attribute.name == "id" { file.ids.push(found) } else { file.links.push(found) }
    }
    if path.ends_with(".xml") {
        // The site map has its addresses as text, and an entry's words are no links.
        file.ids.clear();
        file.links.extend(between(&text, "<loc>", "</loc>"));
    }
    file
}

/// Whatever stands between two marks, without quotation marks, and on which line.
fn between(text: &str, open: &str, close: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while let Some(at) = rest.find(open) {
        line += rest[..at].matches('\n').count();
        rest = &rest[at + open.len()..];
        let Some(end) = rest.find(close) else { break };
        let address = rest[..end].trim().trim_matches(['"', '\'']);
        if !address.starts_with("data:") {
            found.push((unescape(address), line));
        }
    }
    found
}
