//! Files to articles: which files are sources, and what format each is in.

use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::article::{Article, Block, BlockKind};
use super::decode::{decode, normalise};
use super::metadata::Known;
use super::sidecar::{Sidecar, is_sidecar};
use super::{jsonl, markdown, pasted};
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// Bytes that a file may have. What is larger is named and left alone, without being read.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// Bytes that the text of one article may have: a thick novel. What is larger is some collection, and
/// one page of it would help nobody.
pub const MAX_ARTICLE_BYTES: usize = 4 << 20;

/// Every source below `folder`, sorted by path. Hidden files and folders and the sidecars of sources are
/// skipped, symbolic links are not followed.
///
/// A folder that cannot be listed is named; a folder that does not exist has no sources.
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
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                diagnostics.push(Diagnostic::error(path, format!("cannot be listed: {reason}")));
            }
        }
    }
    (paths, diagnostics)
}

/// Reads the articles of the file at `path`, which diagnostics and [`Article::path`] name relative to
/// `root` where it lies below it, with what its sidecar knows of it. For `raw` see [`read_bytes`].
///
/// A file that holds no article gives an error and no article; so does one that cannot be read or is
/// larger than [`MAX_FILE_BYTES`]. At most that much of a file is ever in memory.
pub fn read_file(root: &Path, path: &Path, raw: bool) -> (Vec<Article>, Vec<Diagnostic>) {
    let name = display_name(root, path);
    match read_limited(path, &name) {
        Ok(bytes) => {
            let (sidecar, wrong) = Sidecar::beside(path, &name);
            let (articles, mut diagnostics) = read_bytes_with(&name, &bytes, raw, sidecar.as_ref());
            diagnostics.extend(wrong);
            (articles, diagnostics)
        }
        Err(diagnostic) => (Vec::new(), vec![diagnostic]),
    }
}

fn read_limited(path: &Path, name: &str) -> Result<Vec<u8>, Diagnostic> {
    let unreadable = |error: std::io::Error| Diagnostic::error(name, format!("cannot be read: {error}"));
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let limit = if Format::of(name) == Format::JsonLines { MAX_FILE_BYTES } else { 2 * MAX_ARTICLE_BYTES as u64 };
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
    let message = match Format::of(name) {
        Format::JsonLines => {
            format!("has {} MiB, and no more than {} are read", size >> 20, MAX_FILE_BYTES >> 20)
        }
        _ => format!("has {} MiB, and an article may have {}", size >> 20, MAX_ARTICLE_BYTES >> 20),
    };
    Diagnostic::error(name, message).hint("split it into its articles, or give them as lines of .jsonl files")
}

/// The path as a user would name it: relative to `root` where it lies below it, `/` between its parts.
pub fn display_name(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let relative = relative.strip_prefix(".").unwrap_or(relative);
    relative.to_string_lossy().replace('\\', "/")
}

/// What a file's name says about its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Markdown,
    JsonLines,
    /// A format that is known by name but not read.
    Other(&'static str),
}

impl Format {
    fn of(name: &str) -> Self {
        let extension = Path::new(name).extension().map(|extension| extension.to_string_lossy().to_lowercase());
        match extension.as_deref() {
            Some("md" | "markdown" | "mdown") => Self::Markdown,
            Some("jsonl" | "ndjson") => Self::JsonLines,
            Some("html" | "htm" | "xhtml") => Self::Other("a saved web page"),
            Some("mht" | "mhtml") => Self::Other("an MHTML archive"),
            Some("json") => Self::Other("JSON"),
            Some("xml" | "rss" | "atom") => Self::Other("XML"),
            Some("eml" | "mbox" | "msg") => Self::Other("mail"),
            Some("pdf") => Self::Other("a PDF document"),
            Some("doc" | "docx" | "odt" | "rtf" | "pages") => Self::Other("an office document"),
            Some("epub" | "fb2" | "mobi" | "djvu") => Self::Other("a book"),
            Some("csv" | "tsv" | "xls" | "xlsx" | "ods") => Self::Other("a table"),
            Some("zip" | "gz" | "rar" | "7z" | "tar" | "bz2" | "xz" | "zst") => Self::Other("an archive"),
            Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" | "bmp" | "tiff" | "heic") => Self::Other("an image"),
            Some("mp3" | "mp4" | "avi" | "mkv" | "webm" | "ogg" | "wav" | "m4a" | "mov") => Self::Other("a recording"),
            _ => Self::Text,
        }
    }
}

/// Reads the articles of a file named `name` (a path with `/` between its parts) that holds `bytes`.
///
/// With `raw`, a text is taken as it stands: decoded, nothing removed, nothing normalised, its lines as
/// blocks. Metadata beside the text (a JSON key) is read all the same.
pub fn read_bytes(name: &str, bytes: &[u8], raw: bool) -> (Vec<Article>, Vec<Diagnostic>) {
    read_bytes_with(name, bytes, raw, None)
}

/// As [`read_bytes`], with what a sidecar knows of the file: it says what the file itself does not, and
/// wins over what the lines of its page say. A file of several articles takes only outlet and language
/// from it.
pub fn read_bytes_with(
    name: &str,
    bytes: &[u8],
    raw: bool,
    sidecar: Option<&Sidecar>,
) -> (Vec<Article>, Vec<Diagnostic>) {
    let beside = sidecar.map(Sidecar::known).unwrap_or_default();
    let format = Format::of(name);
    if let Format::Other(what) = format {
        let wrong = Diagnostic::error(name, format!("is {what}, which is not read yet"))
            .hint("paste its text into a .txt file");
        return (Vec::new(), vec![wrong]);
    }
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(reason) => {
            let wrong =
                Diagnostic::error(name, reason.to_string()).hint("put the article's text into it, or remove it");
            return (Vec::new(), vec![wrong]);
        }
    };
    let mut diagnostics = Vec::new();
    if decoded.damaged > 0 {
        let message = format!("is damaged: {} characters are not valid {}", decoded.damaged, decoded.encoding);
        diagnostics.push(
            Diagnostic::note(name, message).hint("they stand as � in the text; get the file again if it matters"),
        );
    }
    if format == Format::JsonLines {
        let of_all = Known { outlet: beside.outlet, language: beside.language, ..Known::default() };
        let (articles, more) = jsonl::read(name, &decoded.text, raw, &of_all);
        diagnostics.extend(more);
        return (articles, diagnostics);
    }
    let identity = Identity { id: stem(name).to_owned(), path: name.to_owned(), sha256: sha256(bytes) };
    if looks_like_html(&decoded.text) && !raw {
        let wrong =
            Diagnostic::error(name, "is a saved web page, which is not read yet").hint("paste its text instead");
        return (Vec::new(), vec![wrong]);
    }
    let (text, known) = match format {
        Format::Markdown if !raw => {
            let (text, known, more) = markdown::read(name, &decoded.text);
            diagnostics.extend(more);
            (text, known)
        }
        _ => (decoded.text, Known::default()),
    };
    match article(identity, &text, known.or(beside), raw) {
        Ok(article) => (vec![article], diagnostics),
        Err(wrong) => {
            diagnostics.push(wrong);
            (Vec::new(), diagnostics)
        }
    }
}

/// What an article is called, wherever its text comes from.
pub(super) struct Identity {
    pub id: String,
    pub path: String,
    pub sha256: String,
}

/// Makes one article of `text`. What the file says beside the text wins over what its lines say.
///
/// # Errors
/// When the text is too long, or nothing of it is an article.
pub(super) fn article(identity: Identity, text: &str, known: Known, raw: bool) -> Result<Article, Diagnostic> {
    let path = identity.path.clone();
    if text.len() > MAX_ARTICLE_BYTES {
        return Err(too_large(&path, text.len() as u64));
    }
    let pasted = if raw { as_it_stands(text) } else { pasted::take_apart(&normalise(text)) };
    if pasted.text.trim().is_empty() {
        let message = match pasted.removed.len() {
            0 => "holds no text".to_owned(),
            lines => format!("holds no article: all of its {lines} lines look like the page round one"),
        };
        return Err(Diagnostic::error(path, message).hint("paste the article's own paragraphs into it, or remove it"));
    }
    let known = known.or(pasted.known);
    Ok(Article {
        id: identity.id,
        path: identity.path,
        sha256: identity.sha256,
        title: known.title,
        published: known.published,
        modified: known.modified,
        authors: known.authors,
        outlet: known.outlet,
        url: known.url,
        language: known.language,
        tags: known.tags,
        text: pasted.text,
        blocks: pasted.blocks,
        removed: pasted.removed,
    })
}

/// The text unchanged, each of its lines a block.
fn as_it_stands(text: &str) -> pasted::Pasted {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
        start += line.len();
    }
    pasted::Pasted { text: text.to_owned(), blocks, ..pasted::Pasted::default() }
}

fn looks_like_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(64).collect::<String>().to_lowercase();
    ["<!doctype html", "<html", "<head", "<?xml", "<!-- saved from"].iter().any(|sign| start.starts_with(sign))
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
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
