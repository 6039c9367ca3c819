//! Finds the file of an address, and nothing outside of the site.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A file of the site.
    File(PathBuf),
    /// A folder with a page, asked for without the slash at the end.
    Folder,
    /// Nothing.
    Nothing,
}

/// The file for `path`, which is decoded and relative to the site, in the folder `out`.
pub fn find(out: &Path, path: &str) -> Found {
    let relative = Path::new(path);
    let stays_inside = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !stays_inside || path.contains(['\\', '\0']) {
        return Found::Nothing;
    }
    let is_folder = path.is_empty() || path.ends_with('/');
    let file = if is_folder { out.join(relative).join("index.html") } else { out.join(relative) };
    // A link within the folder could still lead out of it.
    let (Ok(real), Ok(root)) = (fs::canonicalize(&file), fs::canonicalize(out)) else { return Found::Nothing };
    if !real.starts_with(&root) {
        return Found::Nothing;
    }
    if real.is_dir() {
        return if real.join("index.html").is_file() { Found::Folder } else { Found::Nothing };
    }
    if real.is_file() { Found::File(real) } else { Found::Nothing }
}

/// The media type of a file, as GitHub Pages serves it.
pub fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "LICENSE" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
