//! The stages, one after the other, from `seeds/` to `public/`.

mod cache;
mod grammar;
mod kept;
mod reading;
mod sealed;
mod timing;
mod unchanged;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::dossier::Dossier;
use crate::export::{Addresses, PublishedSource, dossier_json};
use crate::locale::Locale;
use crate::site::{self, TEMPLATES_FOLDER, Theme};
pub use cache::FOLDER as CACHE_FOLDER;
pub use grammar::Languages;
pub use kept::Kept;
use reading::{Read, read};
pub use timing::{Stage, Timings};

/// The folder of the sources, below the dossier's folder.
const SEEDS: &str = "seeds";

/// What to build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The dossier's folder.
    pub root: PathBuf,
    /// Where the site goes.
    pub out: PathBuf,
    /// A base URL that overrides the configuration's.
    pub base_url: Option<String>,
}

/// What a build did.
#[derive(Debug, Clone, PartialEq)]
pub struct Built {
    /// Everything that the user can mend, in the order of the stages.
    pub diagnostics: Vec<Diagnostic>,
    /// Sources in the dossier.
    pub sources: usize,
    /// Entities in the dossier.
    pub entities: usize,
    /// Dated events in the dossier.
    pub events: usize,
    /// Pages written, changed or deleted in `content/`.
    pub drafts_changed: usize,
    /// What was published; `None` when there was nothing to publish and the last site stays.
    pub published: Option<Published>,
    /// The configuration that the site was built with.
    pub config: Config,
    /// Files of `seeds/` whose analysis was remembered from an earlier build.
    pub remembered: usize,
    /// How long each stage took.
    pub timings: Timings,
}

/// What a build tells while it works through the sources, from any thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many files are to be read.
    Files(usize),
    /// One more of them has been.
    FileDone,
    /// All have been.
    AllDone,
}

/// What became of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// HTML pages of the site.
    pub pages: usize,
    /// Files that differ from the last site's.
    pub written: usize,
}

/// Builds the site: reads `seeds/`, brings `content/` up to date, publishes.
///
/// # Errors
/// The diagnostics that kept the program from building at all: a broken configuration or template, a
/// folder that cannot be written. The last site and every page are as they were.
pub fn build(request: &Request) -> Result<Built, Vec<Diagnostic>> {
    build_telling(request, &|_| {})
}

/// As [`build`], and tells how far it is.
///
/// # Errors
/// As for [`build`].
pub fn build_telling(request: &Request, tell: &(dyn Fn(Progress) + Sync)) -> Result<Built, Vec<Diagnostic>> {
    build_from(request, tell, &mut Kept::default())
}

/// As [`build`], after an earlier build of the same dossier's folder in this program, whose `kept` is.
///
/// # Errors
/// As for [`build`].
pub fn build_again(request: &Request, kept: &mut Kept) -> Result<Built, Vec<Diagnostic>> {
    build_from(request, &|_| {}, kept)
}

fn build_from(request: &Request, tell: &(dyn Fn(Progress) + Sync), kept: &mut Kept) -> Result<Built, Vec<Diagnostic>> {
    let mut timings = Timings::begin();
    let config = configuration(request)?;
    if let Some(built) = unchanged::recall(request, &config, &mut timings) {
        return Ok(built);
    }
    let before = unchanged::Before::look(request);
    let (locale, mut diagnostics) = Locale::new(&config.language);
    let locale = Arc::new(locale);
    // A broken template is told before the articles are read: it stops everything.
    let theme = Theme::load(Some(&request.root.join(TEMPLATES_FOLDER)), &locale)?;
    timings.end(Stage::Settings);
    let Read { dossier, unread, remembered, files, .. } =
        kept.or_read(before.as_ref(), &mut diagnostics, |found| read(request, &config, found, &mut timings, tell))?;
    let (remembered, files) = (*remembered, *files);
    if dossier.sources.is_empty() {
        diagnostics.push(nothing_to_publish(request, unread));
        return Ok(Built {
            diagnostics,
            sources: 0,
            entities: 0,
            events: 0,
            drafts_changed: 0,
            published: None,
            config,
            remembered,
            timings,
        });
    }
    let (content, found) = content::plan(&request.root, dossier, unread, &labels(&locale));
    diagnostics.extend(found);
    timings.end(Stage::Drafts);

    let publication = site::Publication::begin(&request.out).map_err(|wrong| vec![wrong])?;
    let material = site::Material {
        dossier,
        pages: &content.sources,
        user_pages: &content.user_pages,
        config: &config,
        locale: &locale,
        theme: &theme,
        grammar: &Languages,
        data: Some(&|| dossier_json(dossier, &addresses(dossier, &content, &config)).into()),
    };
    let rendered = site::render_into(material, &publication)?;
    diagnostics.extend(rendered.diagnostics);
    timings.end(Stage::Rendering);

    let report = publication.finish().map_err(|wrong| vec![wrong])?;
    timings.end(Stage::Publishing);
    // The drafts come last: they are what a person works on, and a build that failed changes none.
    let drafts_changed = content.change_count();
    let unwritten = content.write(&request.root);
    let is_complete = unwritten.is_empty();
    diagnostics.extend(unwritten);
    timings.end(Stage::Writing);
    let built = Built {
        diagnostics,
        sources: dossier.sources.len(),
        entities: dossier.entities.len(),
        events: dossier.events.len(),
        drafts_changed,
        published: Some(Published { pages: rendered.pages, written: report.written + report.removed }),
        config,
        remembered,
        timings,
    };
    if let Some(before) = before.filter(|_| is_complete) {
        before.record(request, &built, files, &content.changed_paths());
    }
    Ok(built)
}

/// Drafts the pages that a person has edited anew, and writes nothing.
///
/// # Errors
/// As for [`build`].
pub fn redraft(request: &Request) -> Result<(Vec<content::EditedDraft>, Vec<Diagnostic>), Vec<Diagnostic>> {
    let config = configuration(request)?;
    let (locale, mut diagnostics) = Locale::new(&config.language);
    let Read { dossier, unread, .. } = read(request, &config, &mut diagnostics, &mut Timings::begin(), &|_| {})?;
    let (content, found) = content::plan(&request.root, &dossier, &unread, &labels(&locale));
    diagnostics.extend(found);
    Ok((content.edited, diagnostics))
}

/// Who and what a dossier names.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// The dossier, as people corrected it.
    pub dossier: Dossier,
    /// The corrections.
    pub corrections: content::entities::Corrections,
    /// Everything that the user can mend, in the order of the stages.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the sources and the corrections, and writes nothing.
///
/// # Errors
/// As for [`build`].
pub fn survey(request: &Request) -> Result<Survey, Vec<Diagnostic>> {
    let config = configuration(request)?;
    let mut diagnostics = Vec::new();
    let Read { dossier, corrections, .. } = read(request, &config, &mut diagnostics, &mut Timings::begin(), &|_| {})?;
    Ok(Survey { dossier, corrections, diagnostics })
}

fn configuration(request: &Request) -> Result<Config, Vec<Diagnostic>> {
    let mut config = Config::load(&request.root).map_err(|wrong| vec![wrong])?;
    if let Some(url) = &request.base_url {
        let wrong =
            |message| vec![Diagnostic::error("--base-url", message).hint("write it as https://name.github.io/repo/")];
        config.set_base_url(url).map_err(wrong)?;
    }
    Ok(config)
}

fn nothing_to_publish(request: &Request, unread: &BTreeSet<String>) -> Diagnostic {
    let message = if unread.is_empty() { "holds no source" } else { "holds no source that could be read" };
    let hint = format!("put articles as text files into {}", request.root.join(SEEDS).display());
    Diagnostic::error(Path::new(SEEDS), message).hint(hint)
}

fn labels(locale: &Locale) -> content::Labels {
    content::Labels { key_points: locale.text("draft-key-points") }
}

/// The published side of `dossier.json`.
fn addresses(dossier: &Dossier, content: &content::Plan, config: &Config) -> Addresses {
    let links = site::Links::new(config.base_path());
    let origin = config.base_url.strip_suffix(config.base_path()).unwrap_or(&config.base_url);
    let source = |page: &content::SourcePage| PublishedSource {
        title: page.title.clone(),
        published: page.published,
        summary: page.key_points.iter().map(|point| point.text.clone()).collect(),
        url: format!("{origin}{}", links.source(&page.slug)),
    };
    Addresses {
        sources: content.sources.iter().map(source).collect(),
        entities: dossier.entities.iter().map(|entity| format!("{origin}{}", links.entity(&entity.id))).collect(),
    }
}
