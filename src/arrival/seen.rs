//! What feeds have brought already.
//!
//! The state lies in `seeds/`, beside what it brought, and belongs into the repository with it: a
//! scheduled workflow starts from a fresh clone.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::client::Validators;
use super::store;
use crate::diagnostic::Diagnostic;

/// The file's name, below the dossier's folder. Hidden, so it is no source.
pub const STATE_FILE: &str = "seeds/.feeds.json";

/// Entries that are remembered for one feed: far more than any feed lists at once.
const MOST: usize = 5_000;

/// What is remembered of all feeds, by address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct State {
    feeds: BTreeMap<String, FeedState>,
}

/// What is remembered of one feed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct FeedState {
    #[serde(skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
    /// The settings that the feed was last read with: under others, all of it is looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<String>,
    /// The day on which each entry was first seen.
    pub seen: BTreeMap<String, String>,
}

impl FeedState {
    /// What to ask the server with, under `settings`.
    pub(super) fn validators(&self, settings: &str) -> Validators {
        if self.settings.as_deref() != Some(settings) {
            return Validators::default();
        }
        Validators { etag: self.etag.clone(), last_modified: self.last_modified.clone() }
    }

    /// Keeps what the server called this state of the feed, when all of it has been dealt with.
    pub(super) fn finish(&mut self, validators: Validators, settings: &str, is_complete: bool) {
        let kept = if is_complete { validators } else { Validators::default() };
        (self.etag, self.last_modified) = (kept.etag, kept.last_modified);
        self.settings = Some(settings.to_owned());
        if self.seen.len() > MOST {
            let mut days: Vec<(String, String)> =
                self.seen.iter().map(|(key, day)| (day.clone(), key.clone())).collect();
            days.sort();
            for (_, key) in days.iter().take(self.seen.len() - MOST) {
                self.seen.remove(key);
            }
        }
    }
}

impl State {
    /// Reads the state of the dossier in `root`.
    ///
    /// # Errors
    /// When there is one and it cannot be understood: to go on without would add everything again.
    pub(super) fn read(root: &Path) -> Result<Self, Diagnostic> {
        let hint = "take it from the repository's history, or delete it: then everything in the feeds is new";
        match std::fs::read(root.join(STATE_FILE)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Diagnostic::error(STATE_FILE, format!("cannot be read: {error}"))),
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| {
                Diagnostic::error(STATE_FILE, format!("is damaged: {error}")).at_line(error.line().max(1)).hint(hint)
            }),
        }
    }

    /// What is remembered of the feed at `address`.
    pub(super) fn feed(&mut self, address: &str) -> &mut FeedState {
        self.feeds.entry(address.to_owned()).or_default()
    }

    /// Writes the state, by rename.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn write(&self, root: &Path) -> Result<(), Diagnostic> {
        let path = root.join(STATE_FILE);
        let wrong = |error: String| {
            Diagnostic::error(STATE_FILE, format!("cannot be written: {error}"))
                .hint("until it can, every run takes the feeds' entries for new")
        };
        let mut text = serde_json::to_string_pretty(self).map_err(|error| wrong(error.to_string()))?;
        text.push('\n');
        if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return Ok(());
        }
        store::replace(&root.join("seeds"), &path, text.as_bytes()).map_err(|error| wrong(error.to_string()))
    }
}
