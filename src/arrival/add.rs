//! Brings one source after another into `seeds/`.

use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::client::{Client, Page, Validators};
use super::known::{KnownSources, Repeats, digest};
use super::{kind, store};
use crate::diagnostic::Diagnostic;
use crate::intake::{self, Article, MAX_FILE_BYTES, SIDECAR_SUFFIX, Sidecar};
use crate::slug;

/// A source on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arriving {
    /// What messages call it: a path, an address, `-`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What its file shall be called, without extension; by its title where `None`.
    pub stem: Option<String>,
    /// What to call it where it has no title.
    pub fallback: String,
    /// The extension of its file; by its content where `None`.
    pub extension: Option<String>,
    /// What is known of it.
    pub sidecar: Sidecar,
}

/// A source that has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Its file, relative to the dossier's folder.
    pub path: String,
    /// The title of its first article, where it gives one.
    pub title: Option<String>,
    /// How many articles it has.
    pub articles: usize,
}

/// Why a source was not added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAdded {
    /// It is there already.
    Repeated(Diagnostic),
    /// It cannot be used.
    Wrong(Diagnostic),
}

impl NotAdded {
    /// What to tell.
    pub fn into_diagnostic(self) -> Diagnostic {
        match self {
            Self::Repeated(diagnostic) | Self::Wrong(diagnostic) => diagnostic,
        }
    }
}

/// Adds sources to one dossier.
pub struct Adder {
    root: PathBuf,
    seeds: PathBuf,
    force: bool,
    known: KnownSources,
}

impl Adder {
    /// Reads what is in `seeds/` below `root`. With `force`, repetitions and files without an article are
    /// added all the same.
    pub fn new(root: &Path, force: bool) -> Self {
        let seeds = root.join("seeds");
        let known = KnownSources::read(root, &seeds);
        Self { root: root.to_owned(), seeds, force, known }
    }

    /// Writes `arriving` below `seeds/`, with its sidecar.
    ///
    /// # Errors
    /// When it repeats a source, has no article, or cannot be written. Nothing has been written then.
    pub fn add(&mut self, arriving: Arriving) -> Result<Added, NotAdded> {
        let Arriving { name, bytes, stem, fallback, extension, mut sidecar } = arriving;
        let sha256 = digest(&bytes);
        if let Some(there) = self.known.with_digest(&sha256)
            && !self.force
        {
            return Err(NotAdded::Repeated(repeated(&name, "is already there, byte for byte,", there)));
        }
        let extension =
            extension.unwrap_or_else(|| kind::extension(&bytes, sidecar.content_type.as_deref()).to_owned());
        let (articles, found) =
            intake::read_bytes_with(&format!("{fallback}.{extension}"), &bytes, false, Some(&sidecar));
        if articles.is_empty() && !self.force {
            return Err(NotAdded::Wrong(no_article(&name, found)));
        }
        if !self.force
            && let Some(repeats) = self.known.repeated(&articles)
        {
            let (message, there) = match repeats {
                Repeats::Same(there) => ("is already there: all of it stands".to_owned(), there),
                Repeats::Near(there, share) => {
                    (format!("is already there: {:.0} % of it stands", (share * 100.0).floor()), there)
                }
            };
            return Err(NotAdded::Repeated(repeated(&name, &message, &there)));
        }
        sidecar.sha256 = Some(sha256.clone());
        let title = articles.first().and_then(title_of);
        let stem = stem.or_else(|| Some(slug::slugify(title.as_deref()?))).filter(|stem| is_telling(stem));
        let stem = stem.unwrap_or_else(|| slug::slugify(&fallback));
        let path = store::store(&self.seeds, &stem, &extension, &bytes, &sidecar).map_err(|error| {
            let wrong = Diagnostic::error(&name, format!("cannot be written into {}: {error}", self.seeds.display()));
            NotAdded::Wrong(wrong.hint("make room or give the folder write permission, and add it again"))
        })?;
        let path = intake::display_name(&self.root, &path);
        self.known.insert(&path, sha256, &articles);
        Ok(Added { path, title, articles: articles.len() })
    }
}

/// A title that the source gives; one derived from its text is no name for a file.
fn title_of(article: &Article) -> Option<String> {
    article.title.as_ref().map(|title| title.value.clone())
}

/// Whether a stem says anything: «1», «index» and a digest do not.
fn is_telling(stem: &str) -> bool {
    let letters = stem.bytes().filter(u8::is_ascii_alphabetic).count();
    letters >= 2 && !matches!(stem, "index" | "untitled" | "document" | "download" | "page" | "default" | "article")
}

fn repeated(name: &str, message: &str, there: &str) -> Diagnostic {
    let place = if message.ends_with("stands") { "in" } else { "as" };
    Diagnostic::error(name, format!("{message} {place} {there}")).hint("it was not added; --force adds it all the same")
}

/// Says what intake said, of the source as the user named it.
fn no_article(name: &str, found: Vec<Diagnostic>) -> Diagnostic {
    let reason = found.into_iter().next_back();
    let message = reason.as_ref().map_or_else(|| "holds no article".to_owned(), |reason| reason.message.clone());
    let hint = match reason.and_then(|reason| reason.hint) {
        Some(hint) => format!("{hint}; --force adds it as it is"),
        None => "--force adds it as it is".to_owned(),
    };
    Diagnostic::error(name, message).hint(hint)
}

/// Now, in UTC, to the second.
fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The file at `path`, with what its own sidecar knows.
///
/// # Errors
/// When it cannot be read, or is too large.
pub fn from_file(path: &Path) -> Result<Arriving, Diagnostic> {
    let name = path.display().to_string();
    let wrong = |message: String| Diagnostic::error(&name, message);
    if path.is_dir() {
        return Err(wrong("is a folder".to_owned()).hint(format!("name its files: dossier add {name}/*")));
    }
    if intake::is_sidecar(&name) {
        return Err(wrong("is a sidecar: it comes with its source".to_owned())
            .hint(format!("add {}", name.trim_end_matches(SIDECAR_SUFFIX))));
    }
    let file = std::fs::File::open(path).map_err(|error| wrong(format!("cannot be read: {error}")))?;
    let bytes = read_limited(file, &name)?;
    let (sidecar, broken) = Sidecar::beside(path, &name);
    if let Some(broken) = broken {
        return Err(broken);
    }
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = path.file_stem().map(|stem| slug::slugify(&stem.to_string_lossy())).filter(|stem| is_telling(stem));
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let extension = extension.filter(|it| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric()));
    Ok(Arriving {
        fallback: path.file_stem().map_or_else(|| "source".to_owned(), |stem| stem.to_string_lossy().into_owned()),
        stem,
        extension,
        sidecar: Sidecar { name: Some(file_name), added: Some(now()), ..sidecar.unwrap_or_default() },
        name,
        bytes,
    })
}

/// Whatever `reader` (standard input) gives.
///
/// # Errors
/// When it cannot be read, or is too large.
pub fn from_text(reader: impl Read) -> Result<Arriving, Diagnostic> {
    Ok(Arriving {
        name: "-".to_owned(),
        bytes: read_limited(reader, "-")?,
        stem: None,
        fallback: "pasted".to_owned(),
        extension: None,
        sidecar: Sidecar { added: Some(now()), ..Sidecar::default() },
    })
}

fn read_limited(reader: impl Read, name: &str) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::new();
    reader
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Diagnostic::error(name, format!("cannot be read: {error}")))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let message = format!("has more than {} MiB", MAX_FILE_BYTES >> 20);
        return Err(Diagnostic::error(name, message).hint("split it into its articles"));
    }
    Ok(bytes)
}

/// The page at `address`.
///
/// # Errors
/// Those of [`Client::get`].
pub fn from_page(client: &Client, address: &str) -> Result<Arriving, Diagnostic> {
    let page = client.get(address, &Validators::default())?;
    Ok(of_page(address, page))
}

/// A page that has come.
fn of_page(address: &str, page: Page) -> Arriving {
    let mut segments = page.url.path_segments().into_iter().flatten().filter(|segment| !segment.is_empty());
    let last = segments.next_back().map(|segment| percent_encoding::percent_decode_str(segment).decode_utf8_lossy());
    let last = last.map(|last| last.rsplit_once('.').map_or(last.to_string(), |(stem, _)| stem.to_owned()));
    let host = page.url.host_str().unwrap_or("source").to_owned();
    let fallback = last.filter(|last| is_telling(&slug::slugify(last))).unwrap_or(host);
    let requested = Some(address.trim().to_owned()).filter(|requested| requested != page.url.as_str());
    Arriving {
        name: address.to_owned(),
        bytes: page.body.unwrap_or_default(),
        stem: None,
        fallback,
        extension: None,
        sidecar: Sidecar {
            url: Some(page.url.to_string()),
            requested,
            retrieved: Some(now()),
            content_type: page.content_type,
            ..Sidecar::default()
        },
    }
}
