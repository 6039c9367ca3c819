//! Whether the addresses that a site links to still answer.
//!
//! Each host is asked for one page at a time, with a pause between two, and for so many in one run;
//! different hosts are asked side by side. What answered is remembered, and not asked again for a week.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use url::Url;

use super::client::{Client, Unreached};
use crate::diagnostic::Diagnostic;

/// Where answers are remembered, below the dossier's folder.
pub const LINKS_FILE: &str = ".dossier/links.json";

/// Hours for which an answer is good.
const GOOD_FOR: i64 = 7 * 24;

/// How hard other people's servers are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Between two pages of one host.
    pub pause: Duration,
    /// Pages of one host in one run.
    pub of_one_host: usize,
    /// Hosts that are asked at once.
    pub hosts: usize,
    /// Whether to ask for what is remembered too.
    pub again: bool,
}

impl Default for Pace {
    fn default() -> Self {
        Self { pause: Duration::from_secs(1), of_one_host: 60, hosts: 8, again: false }
    }
}

/// What became of the addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkReport {
    /// How many answered now.
    pub answered: usize,
    /// How many answered within the last week, and were not asked.
    pub remembered: usize,
    /// How many of a host beyond its limit wait for the next run.
    pub waiting: usize,
    /// Those that did not answer, by address.
    pub unreached: BTreeMap<String, Unreached>,
    /// What is wrong with the memory of earlier answers.
    pub diagnostics: Vec<Diagnostic>,
}

/// Asks for each of `addresses`, unless it is remembered below `root`.
pub fn check_links(root: &Path, addresses: &[String], client: &Client, pace: Pace) -> LinkReport {
    let mut report = LinkReport::default();
    let now = Timestamp::now();
    let mut memory = remembered(root, now, &mut report.diagnostics);
    let mut hosts: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for address in addresses {
        if !pace.again && memory.contains_key(address) {
            report.remembered += 1;
            continue;
        }
        let of_host = hosts.entry(host(address)).or_default();
        if of_host.len() < pace.of_one_host {
            of_host.push(address);
        } else {
            report.waiting += 1;
        }
    }
    let queue: Mutex<VecDeque<Vec<&String>>> = Mutex::new(hosts.into_values().collect());
    let answers: Mutex<BTreeMap<String, Result<(), Unreached>>> = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..pace.hosts.max(1) {
            scope.spawn(|| {
                while let Some(of_host) = locked(&queue).pop_front() {
                    for (index, address) in of_host.into_iter().enumerate() {
                        if index > 0 {
                            std::thread::sleep(pace.pause);
                        }
                        let answer = client.reach(address);
                        locked(&answers).insert(address.clone(), answer);
                    }
                }
            });
        }
    });
    let answers = answers.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    for (address, answer) in answers {
        match answer {
            Ok(()) => {
                report.answered += 1;
                memory.insert(address, now);
            }
            Err(unreached) => {
                memory.remove(&address);
                report.unreached.insert(address, unreached);
            }
        }
    }
    report.diagnostics.extend(remember(root, &memory).err());
    report
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Host and port; what has none is a host of its own.
fn host(address: &str) -> String {
    Url::parse(address).map_or_else(|_| address.to_owned(), |url| url.origin().ascii_serialization())
}

/// The answers that are still good. A memory that cannot be read is begun anew.
fn remembered(root: &Path, now: Timestamp, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Timestamp> {
    let text = match fs::read_to_string(root.join(LINKS_FILE)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return BTreeMap::new(),
        Err(error) => {
            diagnostics.push(Diagnostic::note(LINKS_FILE, format!("cannot be read: {error}")));
            return BTreeMap::new();
        }
    };
    let Ok(memory) = serde_json::from_str::<BTreeMap<String, Timestamp>>(&text) else {
        let wrong = Diagnostic::note(LINKS_FILE, "is no memory of links, and is begun anew");
        diagnostics.push(wrong);
        return BTreeMap::new();
    };
    let since = now - GOOD_FOR.hours();
    memory.into_iter().filter(|(_, answered)| *answered > since && *answered <= now).collect()
}

fn remember(root: &Path, memory: &BTreeMap<String, Timestamp>) -> Result<(), Diagnostic> {
    let wrong = |error: std::io::Error| Diagnostic::note(LINKS_FILE, format!("cannot be written: {error}"));
    let path = root.join(LINKS_FILE);
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(wrong)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(wrong)?;
    let json = serde_json::to_vec_pretty(memory).map_err(|error| wrong(error.into()))?;
    file.write_all(&json).map_err(wrong)?;
    file.persist(&path).map_err(|error| wrong(error.error))?;
    Ok(())
}
