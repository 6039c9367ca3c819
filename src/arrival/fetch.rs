//! Brings in what is new in the dossier's feeds.

use std::collections::BTreeMap;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use url::Url;

use super::add::{self, Added, Adder, Arriving, NotAdded};
use super::client::Client;
use super::feed::{Entry, Feed};
use super::seen::State;
use crate::config::FeedSettings;
use crate::diagnostic::Diagnostic;
use crate::intake::Sidecar;

/// Between two pages of one site: a reader does not turn them faster either.
const PAUSE: Duration = Duration::from_millis(500);

/// What one feed brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedReport {
    /// The feed's address.
    pub url: String,
    /// The new sources.
    pub added: Vec<Added>,
    /// Entries that were known.
    pub known: usize,
    /// Entries whose text stands in a source already.
    pub repeated: usize,
    /// Entries that the feed's settings leave out.
    pub left_out: usize,
    /// New entries beyond the limit, which the next run takes.
    pub waiting: usize,
    /// Whether the server said that nothing has changed.
    pub unchanged: bool,
    /// What went wrong, and what is worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads each of `feeds` and adds what is new to the dossier in `root`. A feed or an entry that fails is
/// named, and tried again by the next run; the others are read all the same. `tell` hears of each feed
/// as soon as it is done.
///
/// # Errors
/// When the state of earlier runs is damaged or cannot be written.
pub fn fetch(
    root: &Path,
    feeds: &[FeedSettings],
    client: &Client,
    mut tell: impl FnMut(&FeedReport),
) -> Result<(), Diagnostic> {
    let mut state = State::read(root)?;
    let mut run = Run { adder: Adder::new(root, false), client, last_asked: BTreeMap::new() };
    for settings in feeds {
        let mut report = FeedReport { url: settings.url.clone(), ..FeedReport::default() };
        if let Err(wrong) = run.feed(settings, &mut state, &mut report) {
            report.diagnostics.push(wrong);
        }
        // After each feed, so that a run that is ended loses little.
        let written = state.write(root);
        tell(&report);
        written?;
    }
    Ok(())
}

struct Run<'c> {
    adder: Adder,
    client: &'c Client,
    /// When each site was last asked for a page.
    last_asked: BTreeMap<String, Instant>,
}

impl Run<'_> {
    fn feed(&mut self, settings: &FeedSettings, state: &mut State, report: &mut FeedReport) -> Result<(), Diagnostic> {
        let state = state.feed(&settings.url);
        let fingerprint = settings.fingerprint();
        let page = self.client.get(&settings.url, &state.validators(&fingerprint))?;
        let Some(body) = page.body else {
            report.unchanged = true;
            return Ok(());
        };
        let feed = Feed::parse(&body, page.content_type.as_deref(), page.url.as_str()).map_err(|message| {
            Diagnostic::error(&settings.url, message).hint("look for the site's feed address, often at /rss or /feed")
        })?;
        let today = Timestamp::now().strftime("%Y-%m-%d").to_string();
        let (mut new, mut failed) = (Vec::new(), 0);
        for entry in feed.entries {
            if state.seen.contains_key(&entry.key) {
                report.known += 1;
            } else if settings.wants(&[entry.title.as_deref().unwrap_or_default(), &words_of(&entry)].join("\n")) {
                new.push(entry);
            } else {
                report.left_out += 1;
            }
        }
        // The newest first, those without a date in the feed's own order behind them.
        new.sort_by(|a, b| b.published.cmp(&a.published));
        report.waiting = new.len().saturating_sub(settings.limit);
        new.truncate(settings.limit);
        let from = FromFeed { settings, title: feed.title.as_deref(), language: feed.language.as_deref() };
        let mut summaries = 0;
        for entry in new {
            let is_summary = entry.body.as_ref().is_some_and(|body| !body.is_content);
            match self.entry(&entry, &from) {
                Ok(added) => {
                    summaries += usize::from(is_summary && !settings.full);
                    report.added.push(added);
                }
                Err(NotAdded::Repeated(_)) => report.repeated += 1,
                Err(NotAdded::Wrong(wrong)) => {
                    failed += 1;
                    report.diagnostics.push(wrong);
                    continue;
                }
            }
            state.seen.insert(entry.key, today.clone());
        }
        if summaries > 0 {
            let message = format!("{summaries} of the new entries are summaries, as the feed has no more of them");
            let note = Diagnostic::note(&settings.url, message);
            report.diagnostics.push(note.hint("`full = true` under its [[feed]] fetches the pages they link to"));
        }
        state.finish(page.validators, &fingerprint, failed == 0 && report.waiting == 0);
        Ok(())
    }

    fn entry(&mut self, entry: &Entry, from: &FromFeed<'_>) -> Result<Added, NotAdded> {
        let name = entry.link.as_deref().unwrap_or(&entry.key);
        let wrong = |message: &str, hint: &str| NotAdded::Wrong(Diagnostic::error(name, message).hint(hint));
        let mut arriving = if from.settings.full {
            let Some(link) = &entry.link else {
                return Err(wrong("has no link, so there is no page to fetch", "take `full` out of its [[feed]]"));
            };
            self.pause(link);
            add::from_page(self.client, link).map_err(NotAdded::Wrong)?
        } else {
            let language = from.settings.language.as_deref().or(from.language);
            let Some((page, extension)) = entry.page(language) else {
                let hint = "`full = true` under its [[feed]] fetches the page it links to";
                return Err(wrong("has no text in the feed", hint));
            };
            Arriving {
                name: name.to_owned(),
                bytes: page.into_bytes(),
                stem: None,
                fallback: entry.title.clone().unwrap_or_else(|| "entry".to_owned()),
                extension: Some(extension.to_owned()),
                sidecar: Sidecar {
                    url: entry.link.clone(),
                    retrieved: Some(Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
                    ..Sidecar::default()
                },
            }
        };
        from.describe(entry, &mut arriving.sidecar);
        self.adder.add(arriving)
    }

    /// Waits until the site of `link` may be asked again.
    fn pause(&mut self, link: &str) {
        let Some(site) = Url::parse(link).ok().and_then(|url| url.host_str().map(str::to_owned)) else { return };
        if let Some(last) = self.last_asked.get(&site) {
            thread::sleep(PAUSE.saturating_sub(last.elapsed()));
        }
        self.last_asked.insert(site, Instant::now());
    }
}

/// What a feed says of all its entries.
struct FromFeed<'f> {
    settings: &'f FeedSettings,
    title: Option<&'f str>,
    language: Option<&'f str>,
}

impl FromFeed<'_> {
    fn describe(&self, entry: &Entry, sidecar: &mut Sidecar) {
        sidecar.feed = Some(self.settings.url.clone());
        sidecar.title = entry.title.clone();
        sidecar.published = entry.published.clone();
        sidecar.authors = entry.authors.clone();
        sidecar.tags = entry.tags.clone();
        sidecar.outlet = self.settings.outlet.as_deref().or(self.title).map(str::to_owned);
        sidecar.language = self.settings.language.as_deref().or(self.language).map(str::to_owned);
    }
}

/// What an entry's words are looked for in, beside its title.
fn words_of(entry: &Entry) -> String {
    let body = entry.body.as_ref().map(|body| body.text.as_str()).unwrap_or_default();
    [body, &entry.tags.join("\n")].join("\n")
}
