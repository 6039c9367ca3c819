//! Notices changes of what a site is made of.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};

use crate::config;
use crate::diagnostic::Diagnostic;

/// How long a burst of changes may last: an editor writes, renames and touches within milliseconds.
const DEBOUNCE: Duration = Duration::from_millis(60);

/// The folders that a build reads, below the dossier's folder.
const FOLDERS: [&str; 3] = ["seeds", "content", "templates"];

/// The changes of a dossier's folder.
pub struct Changes {
    root: PathBuf,
    events: Receiver<()>,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    /// The folders that are watched by now.
    watched: BTreeSet<PathBuf>,
}

impl Changes {
    /// Begins to watch the dossier in `root`.
    pub fn new(root: &Path) -> Result<Self, Diagnostic> {
        let unwatchable = |error: &dyn std::fmt::Display| {
            Diagnostic::error(root, format!("cannot be watched: {error}"))
                .hint("`dossier build` builds once, without watching")
        };
        let root = root.canonicalize().map_err(|error| unwatchable(&error))?;
        let (sender, events) = channel();
        let of_dossier = root.clone();
        let handler = move |result: DebounceEventResult| {
            let matters = match result {
                Ok(events) => events.iter().any(|event| matters(&of_dossier, event)),
                // An overflow, for one: something has changed, whatever it was.
                Err(_) => true,
            };
            if matters {
                // Nobody listens any more when the preview has ended.
                let _ = sender.send(());
            }
        };
        let mut debouncer = new_debouncer(DEBOUNCE, None, handler).map_err(|error| unwatchable(&error))?;
        // Not the file itself: editors save by putting a new file in its place.
        debouncer.watch(&root, RecursiveMode::NonRecursive).map_err(|error| unwatchable(&error))?;
        let mut changes = Self { root, events, debouncer, watched: BTreeSet::new() };
        changes.watch_folders();
        Ok(changes)
    }

    /// Waits for a change, and says whether there will be more.
    pub fn wait(&mut self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        while self.events.try_recv().is_ok() {}
        self.watch_folders();
        true
    }

    /// Watches the folders that exist: one may have been made since.
    fn watch_folders(&mut self) {
        for folder in FOLDERS.map(|name| self.root.join(name)) {
            if !folder.is_dir() {
                self.watched.remove(&folder);
            } else if !self.watched.contains(&folder) && self.debouncer.watch(&folder, RecursiveMode::Recursive).is_ok()
            {
                self.watched.insert(folder);
            }
        }
    }
}

/// Whether an event changes what a build reads. Reading does not, and the build itself reads.
fn matters(root: &Path, event: &DebouncedEvent) -> bool {
    let is_change = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    };
    is_change
        && event.paths.iter().any(|path| {
            let first = path.strip_prefix(root).ok().and_then(|path| path.components().next());
            first.is_some_and(|first| {
                let name = first.as_os_str();
                FOLDERS.iter().any(|folder| name == *folder) || name == config::FILE_NAME
            })
        })
}
