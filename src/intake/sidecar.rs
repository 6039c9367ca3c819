//! What is known of a source beside its own bytes: where it came from, and when.
//!
//! `seeds/a.html` may have a sidecar `seeds/a.html.meta.json`, which `dossier add` and `dossier fetch`
//! write and a person may. It is no source of its own.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::article::Sourced;
use super::metadata::{self, Known};
use crate::diagnostic::Diagnostic;

/// What follows a source's whole file name in that of its sidecar.
pub const SIDECAR_SUFFIX: &str = ".meta.json";

/// Bytes that a sidecar may have; ours have a few hundred.
const MAX_BYTES: u64 = 256 << 10;

/// Where a source came from. Every field may be absent, and unknown ones are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sidecar {
    /// The address it was taken from, after redirects; for an entry of a feed, the entry's link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address that was asked for, where redirects led elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested: Option<String>,
    /// When it was taken from there, RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
    /// When it was brought into the dossier, RFC 3339 in UTC, where it came as a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub added: Option<String>,
    /// SHA-256 of the bytes as they arrived, 64 hex digits. The file may have been edited since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Media type and character set, as the server gave them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// The file's name before it was copied here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The title that a feed gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The outlet, as a feed or its settings name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// BCP 47 code of its language, as a feed or its settings give it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When a feed says that it was published: RFC 3339, or an ISO date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Who a feed says wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// A feed's categories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The address of the feed that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feed: Option<String>,
}

/// Whether a file of this name is a sidecar.
pub fn is_sidecar(name: &str) -> bool {
    name.ends_with(SIDECAR_SUFFIX)
}

/// Where the sidecar of the source at `path` stands, if it has one.
pub fn sidecar_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(SIDECAR_SUFFIX);
    PathBuf::from(name)
}

/// The files beside a source that what is read of it depends on.
pub fn companions(path: &Path) -> Vec<PathBuf> {
    [sidecar_path(path)].into_iter().filter(|companion| companion.is_file()).collect()
}

impl Sidecar {
    /// The sidecar of the source at `path`, which diagnostics call `name`. A broken one is named, and
    /// the source can be read without it.
    pub fn beside(path: &Path, name: &str) -> (Option<Self>, Option<Diagnostic>) {
        let path = sidecar_path(path);
        let wrong = |message: String| {
            Diagnostic::error(format!("{name}{SIDECAR_SUFFIX}"), message)
                .hint("mend it, or delete it: the source is read without it")
        };
        let mut bytes = Vec::new();
        match fs::File::open(&path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (None, None),
            Err(error) => return (None, Some(wrong(format!("cannot be read: {error}")))),
            Ok(read) if read as u64 > MAX_BYTES => {
                return (None, Some(wrong(format!("has more than {} KiB", MAX_BYTES >> 10))));
            }
            Ok(_) => {}
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        match serde_json::from_slice(bytes) {
            Ok(sidecar) => (Some(sidecar), None),
            Err(error) => {
                let message = error.to_string();
                let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
                (None, Some(wrong(format!("is no sidecar: {message}")).at_line(error.line().max(1))))
            }
        }
    }

    /// What it says of the article. A date that is none is passed over: no person wrote it.
    pub(super) fn known(&self) -> Known {
        let text = |value: &Option<String>| value.as_deref().and_then(metadata::text);
        let list = |values: &[String]| values.iter().filter_map(|value| metadata::text(value)).collect::<Vec<_>>();
        Known {
            title: text(&self.title),
            published: self.published.as_deref().and_then(|date| metadata::moment(date).ok()).map(Sourced::metadata),
            modified: None,
            authors: list(&self.authors),
            outlet: text(&self.outlet),
            url: self.url.as_deref().and_then(metadata::url),
            language: text(&self.language).map(|language| language.value),
            tags: list(&self.tags).into_iter().map(|tag| tag.value).collect(),
        }
    }
}
