//! What a program that goes on running keeps from one build to the next.

use std::path::Path;

use super::SEEDS;
use super::reading::Read;
use super::unchanged::Before;
use crate::config::FILE_NAME;
use crate::content;
use crate::diagnostic::Diagnostic;

/// The dossier of the last build of one folder. While no source, no correction and no setting has changed, the next one
/// need not read and link them again: saving a page is answered in the time that its site takes.
#[derive(Default)]
pub struct Kept {
    last: Option<Last>,
}

struct Last {
    /// What all that was read was then.
    key: [u8; 32],
    read: Read,
    diagnostics: Vec<Diagnostic>,
}

impl Kept {
    /// What `read` gives: kept from the last build where `before` tells that it would give the same. What it has to say
    /// is added to `diagnostics` either way.
    pub(super) fn or_read(
        &mut self,
        before: Option<&Before>,
        diagnostics: &mut Vec<Diagnostic>,
        read: impl FnOnce(&mut Vec<Diagnostic>) -> Result<Read, Vec<Diagnostic>>,
    ) -> Result<&Read, Vec<Diagnostic>> {
        let key = before.map(|before| before.of(is_read));
        let last = match self.last.take().filter(|last| Some(last.key) == key) {
            Some(last) => Last { read: Read { remembered: last.read.files, ..last.read }, ..last },
            None => {
                let mut found = Vec::new();
                let read = read(&mut found)?;
                // Without a key it fits no later build.
                Last { key: key.unwrap_or_default(), read, diagnostics: found }
            }
        };
        diagnostics.extend(last.diagnostics.iter().cloned());
        Ok(&self.last.insert(last).read)
    }
}

/// Whether a file, by its path in the dossier's folder, is a source, a correction or a setting.
fn is_read(path: &Path) -> bool {
    [FILE_NAME, SEEDS, content::entities::ENTITIES].iter().any(|part| path.starts_with(part))
}
