//! Removes what nobody asks for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long an entry that no build has asked for is kept: an article that was taken out for a day, or a
/// branch that was left for a week.
const KEEP: Duration = Duration::from_secs(14 * 24 * 3600);

/// Removes entries that are not in `used` and were written long ago, and what writers left behind. Of
/// the others at most as many are kept as are in use, and a thousand: the newest.
pub fn prune(folder: &Path, used: &BTreeSet<String>) {
    let now = SystemTime::now();
    let mut unused: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(2).max_depth(2).into_iter().flatten() {
        let (Some(front), Some(rest)) = (
            entry.path().parent().and_then(Path::file_name).and_then(|name| name.to_str()),
            entry.file_name().to_str(),
        ) else {
            continue;
        };
        if !used.contains(&format!("{front}{rest}")) {
            let written = entry.metadata().ok().and_then(|data| data.modified().ok()).unwrap_or(now);
            unused.push((written, entry.into_path()));
        }
    }
    unused.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    for (number, (written, path)) in unused.into_iter().enumerate() {
        let is_old = now.duration_since(written).is_ok_and(|age| age > KEEP);
        if is_old || number >= used.len() + 1000 {
            drop(fs::remove_file(path));
        }
    }
}
