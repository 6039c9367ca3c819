//! Files to articles: which files are sources, and how much of one is read.

use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::article::{Article, Block, BlockKind};
use super::decode::normalise;
use super::faults::Faults;
use super::formats::{self, Body, Piece};
use super::metadata::Known;
use super::pasted::Pasted;
use super::sidecar::{self, Sidecar, is_sidecar};
use super::{html, pasted, publication};
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// Bytes that a file may have. What is larger is named and left alone, without being read.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// Bytes that the text of one article may have: a thick novel. What is larger is some collection, and
/// one page of it would help nobody.
pub const MAX_ARTICLE_BYTES: usize = 4 << 20;

/// Tags, and authors, that are kept of one article.
pub(super) const MAX_TAGS: usize = 200;

/// What the reader of sources may decide about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Take texts as they stand: nothing removed, nothing normalised, their lines as blocks.
    pub raw: bool,
    /// Letters and marks that a post of a channel must have to be an article.
    pub shortest_post: usize,
    /// Lines that the articles' site puts round them, sorted, as [`super::Chrome::of`] gives them.
    pub chrome: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { raw: false, shortest_post: crate::config::SHORTEST_POST, chrome: Vec::new() }
    }
}

/// Every source below `folder`, sorted by path. Hidden files and folders and the sidecars of sources are
/// skipped, symbolic links are not followed.
///
/// A folder that cannot be listed is named, and so is a sidecar whose source is gone; a folder that does
/// not exist has no sources.
pub fn sources(folder: &Path) -> (Vec<PathBuf>, Vec<Diagnostic>) {
    let (mut paths, mut diagnostics) = (Vec::new(), Vec::new());
    if !folder.exists() {
        return (paths, diagnostics);
    }
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0
            || !entry.file_name().to_str().is_some_and(|name| name.starts_with('.') || name.ends_with('~'))
    };
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && !entry.file_name().to_str().is_some_and(is_sidecar) => {
                paths.push(entry.into_path());
            }
            Ok(entry) => diagnostics.extend(sidecar::without_source(entry.path())),
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                diagnostics.push(Diagnostic::error(path, format!("cannot be listed: {reason}")));
            }
        }
    }
    (paths, diagnostics)
}

/// Reads the articles of the file at `path` as [`read_file_as`] does, with or without the rules of cleaning.
pub fn read_file(root: &Path, path: &Path, raw: bool) -> (Vec<Article>, Vec<Diagnostic>) {
    read_file_as(root, path, &Options { raw, ..Options::default() })
}

/// Reads the articles of the file at `path`, which diagnostics and [`Article::path`] name relative to
/// `root` where it lies below it, with what its sidecar knows of it. What a library's export beside it says
/// of it (CSL-JSON) a person entered, and it wins over all else.
///
/// A file that holds no article gives an error and no article; so does one that cannot be read or is
/// larger than [`MAX_FILE_BYTES`]. At most that much of a file is ever in memory.
pub fn read_file_as(root: &Path, path: &Path, options: &Options) -> (Vec<Article>, Vec<Diagnostic>) {
    let name = display_name(root, path);
    match read_limited(path, &name) {
        Ok(bytes) => {
            let (sidecar, wrong) = Sidecar::beside(path, &name);
            let (mut articles, mut diagnostics) = read_bytes_as(&name, &bytes, options, sidecar.as_ref());
            diagnostics.extend(wrong);
            if let [article] = articles.as_mut_slice() {
                describe_from_library(path, article);
            }
            (articles, diagnostics)
        }
        Err(diagnostic) => (Vec::new(), vec![diagnostic]),
    }
}

/// Gives an article what a library beside its file knows of it: a person entered that, so it wins.
fn describe_from_library(path: &Path, article: &mut Article) {
    let own = path.with_extension("json");
    for library in formats::may_describe(path) {
        let small =
            library.metadata().is_ok_and(|found| found.is_file() && found.len() <= 2 * MAX_ARTICLE_BYTES as u64);
        let json = if small { std::fs::read_to_string(&library).ok() } else { None };
        let title = article.title.as_ref().map(|title| title.value.as_str());
        let beside = library == own || library.with_extension("") == path;
        let Some(known) = json.and_then(|json| formats::item_for(&json, &article.path, title, beside)) else {
            continue;
        };
        article.title = known.title.or(article.title.take());
        article.published = known.published.or(article.published.take());
        article.retrieved = known.retrieved.or(article.retrieved.take());
        article.outlet = known.outlet.or(article.outlet.take());
        article.url = known.url.or(article.url.take());
        article.language = known.language.or(article.language.take());
        if !known.authors.is_empty() {
            article.authors = known.authors;
        }
        return;
    }
}

fn read_limited(path: &Path, name: &str) -> Result<Vec<u8>, Diagnostic> {
    let unreadable = |error: std::io::Error| Diagnostic::error(name, format!("cannot be read: {error}"));
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let limit = if formats::may_hold_many(name) { MAX_FILE_BYTES } else { 2 * MAX_ARTICLE_BYTES as u64 };
    if size > limit {
        return Err(too_large(name, size));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(name, bytes.len() as u64));
    }
    Ok(bytes)
}

fn too_large(name: &str, size: u64) -> Diagnostic {
    let message = if formats::may_hold_many(name) && size > MAX_FILE_BYTES {
        format!("has {} MiB, and no more than {} are read", size >> 20, MAX_FILE_BYTES >> 20)
    } else {
        format!("has {} MiB, and an article may have {}", size >> 20, MAX_ARTICLE_BYTES >> 20)
    };
    Diagnostic::error(name, message).hint("split it into its articles, or give them as lines of .jsonl files")
}

/// The path as a user would name it: relative to `root` where it lies below it, `/` between its parts.
pub fn display_name(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let relative = relative.strip_prefix(".").unwrap_or(relative);
    relative.to_string_lossy().replace('\\', "/")
}

/// Reads the articles of a file named `name` (a path with `/` between its parts) that holds `bytes`, with
/// or without the rules of cleaning. See [`Options::raw`].
pub fn read_bytes(name: &str, bytes: &[u8], raw: bool) -> (Vec<Article>, Vec<Diagnostic>) {
    read_bytes_with(name, bytes, raw, None)
}

/// As [`read_bytes`], with what a sidecar knows of the file.
pub fn read_bytes_with(
    name: &str,
    bytes: &[u8],
    raw: bool,
    sidecar: Option<&Sidecar>,
) -> (Vec<Article>, Vec<Diagnostic>) {
    read_bytes_as(name, bytes, &Options { raw, ..Options::default() }, sidecar)
}

/// Reads the articles of a file named `name` that holds `bytes`.
///
/// A sidecar says what the file itself does not, and wins over what the lines of its page say. A file of
/// several articles takes only outlet and language from it. The path of one of a file's many articles has
/// the article's id behind a `#`.
pub fn read_bytes_as(
    name: &str,
    bytes: &[u8],
    options: &Options,
    sidecar: Option<&Sidecar>,
) -> (Vec<Article>, Vec<Diagnostic>) {
    let beside = sidecar.map(Sidecar::known).unwrap_or_default();
    let (pieces, mut diagnostics) = formats::read(name, bytes, options);
    let mut articles: Vec<Article> = Vec::new();
    let mut given = std::collections::BTreeMap::<String, usize>::new();
    let mut refused = Faults::default();
    for piece in pieces {
        let identity = match &piece.id {
            None => Identity { id: stem(name).to_owned(), path: name.to_owned(), sha256: sha256(bytes) },
            Some(id) => {
                let times = given.entry(id.clone()).or_default();
                *times += 1;
                let id = if *times == 1 { id.clone() } else { format!("{id}-{times}") };
                Identity { path: format!("{name}#{id}"), sha256: piece_digest(&piece), id }
            }
        };
        let line = piece.line;
        let beside = match &piece.id {
            None => beside.clone(),
            Some(_) => Known { outlet: beside.outlet.clone(), language: beside.language.clone(), ..Known::default() },
        };
        match article(name, identity, piece, &beside, options) {
            Ok(article) => articles.push(article),
            Err(wrong) => refused.add(line.map_or(wrong.clone(), |line| wrong.at_line(line))),
        }
    }
    diagnostics.extend(refused.finish(name, "articles that cannot be read"));
    diagnostics.sort_by_key(|found| found.line);
    (articles, diagnostics)
}

fn piece_digest(piece: &Piece) -> String {
    let text = match &piece.body {
        Body::Text(text) | Body::Page(text) | Body::Fragment(text) => text,
    };
    let title = piece.known.title.as_ref().map_or("", |title| &title.value);
    sha256(format!("{title}\n{text}").as_bytes())
}

/// What an article is called, wherever its text comes from.
struct Identity {
    id: String,
    path: String,
    sha256: String,
}

/// Makes one article of a piece of the file `name`. What the file says beside the text wins over what its
/// lines say.
///
/// # Errors
/// When the text is too long or cannot be read, or nothing of it is an article.
fn article(
    name: &str,
    identity: Identity,
    piece: Piece,
    beside: &Known,
    options: &Options,
) -> Result<Article, Diagnostic> {
    let refused = |reason: String| Diagnostic::error(name, reason).hint("paste its text into a .txt file");
    let chrome = &options.chrome;
    let pasted = match &piece.body {
        Body::Text(text) if text.len() > MAX_ARTICLE_BYTES => return Err(too_large(name, text.len() as u64)),
        Body::Text(text) if options.raw => as_it_stands(text),
        Body::Text(text) => pasted::take_apart(&normalise(text), piece.known.clone().or(beside.clone()), chrome),
        Body::Page(html) => {
            // What the page calls today is the day on which its container says it was saved.
            let saved = Known { retrieved: piece.fallback.retrieved.clone(), ..Known::default() };
            html::read(html, &piece.known, &beside.clone().or(saved), chrome).map_err(refused)?
        }
        Body::Fragment(html) => {
            html::read_fragment(html, piece.known.clone().or(beside.clone()), chrome).map_err(refused)?
        }
    };
    finished(name, identity, pasted, piece.known.or(raw_only(options.raw, beside)), piece.fallback)
}

/// What lies beside a text counts at once where no lines of it are read.
fn raw_only(raw: bool, beside: &Known) -> Known {
    if raw { beside.clone() } else { Known::default() }
}

/// Makes one article of what was taken apart.
///
/// # Errors
/// When nothing of it is an article.
fn finished(
    name: &str,
    identity: Identity,
    pasted: Pasted,
    known: Known,
    fallback: Known,
) -> Result<Article, Diagnostic> {
    if pasted.text.trim().is_empty() {
        let message = match pasted.removed.len() {
            0 => "holds no text".to_owned(),
            lines => format!("holds no article: all of its {lines} lines look like the page round one"),
        };
        return Err(Diagnostic::error(name, message).hint("paste the article's own paragraphs into it, or remove it"));
    }
    if pasted.text.len() > MAX_ARTICLE_BYTES {
        return Err(too_large(name, pasted.text.len() as u64));
    }
    let mut known = known.or(pasted.known).or(fallback);
    publication::complete(&mut known, pasted.doubtful_day);
    known.tags.truncate(MAX_TAGS);
    known.authors.truncate(MAX_TAGS);
    Ok(Article {
        id: identity.id,
        path: identity.path,
        sha256: identity.sha256,
        title: known.title,
        published: known.published,
        modified: known.modified,
        retrieved: known.retrieved,
        authors: known.authors,
        outlet: known.outlet,
        url: known.url,
        language: known.language,
        tags: known.tags,
        text: pasted.text,
        blocks: pasted.blocks,
        dateline: pasted.dateline,
        removed: pasted.removed,
    })
}

/// The text unchanged, each of its lines a block.
fn as_it_stands(text: &str) -> Pasted {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
        start += line.len();
    }
    let mut pasted = Pasted { text: text.to_owned(), blocks, ..Pasted::default() };
    pasted.read_dateline();
    pasted
}

/// The file name without its folder and extension.
pub(super) fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}

/// SHA-256 of `bytes` in lower-case hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
