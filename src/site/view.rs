//! What every page needs to know: the dossier, its pages, its language, its addresses.

use std::collections::BTreeMap;

use serde::Serialize;

use super::links::{Links, is_safe_address, is_safe_name};
use super::occurrences::Occurrences;
use crate::analysis::EntityKind;
use crate::calendar::Moment;
use crate::config::Config;
use crate::content::SourcePage;
use crate::diagnostic::Diagnostic;
use crate::dossier::{Conflict, Dossier, Entity, Source};
use crate::locale::Locale;

use super::text::kind_name;

/// The kinds of entities, in the order in which pages list them.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// The dossier as its pages see it.
pub struct View<'d> {
    /// Everything that the sources say.
    pub dossier: &'d Dossier,
    /// The published pages, newest first; those without a date last.
    pub pages: Vec<&'d SourcePage>,
    /// Title, description, addresses.
    pub config: &'d Config,
    /// Language of the interface.
    pub locale: &'d Locale,
    /// Addresses within the site.
    pub links: Links,
    /// Where entities are found beside their mentions.
    pub occurrences: Occurrences,
    /// For each source of the dossier, the index of its page in `pages`.
    page_of: Vec<Option<usize>>,
    /// For each entity, the published sources that mention it, newest first.
    sources_of: Vec<Vec<usize>>,
    /// For each sentence (source, sentence) that reports dated events, their indexes.
    events_of: BTreeMap<(usize, usize), Vec<usize>>,
    /// For each source, the conflicts that it is part of, as indexes.
    conflicts_of: Vec<Vec<usize>>,
}

impl<'d> View<'d> {
    /// Brings the parts together. Pages whose slug is no safe file name, or is taken, are left out
    /// and named.
    pub fn new(
        dossier: &'d Dossier,
        pages: &'d [SourcePage],
        config: &'d Config,
        locale: &'d Locale,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut by_slug: BTreeMap<&str, &SourcePage> = BTreeMap::new();
        let mut published: Vec<&SourcePage> = Vec::with_capacity(pages.len());
        for page in pages.iter().filter(|page| page.source < dossier.sources.len()) {
            if !is_safe_name(&page.slug) {
                let wrong = format!("`{}` cannot be the address of a page", page.slug);
                diagnostics.push(
                    Diagnostic::error(&page.path, wrong).hint("write `slug` with letters, digits and hyphens only"),
                );
            } else if let Some(other) = by_slug.insert(&page.slug, page) {
                let wrong = format!("{} has the slug `{}` too", other.path, page.slug);
                diagnostics.push(Diagnostic::error(&page.path, wrong).hint("give one of them another slug"));
                by_slug.insert(&page.slug, other);
            } else {
                published.push(page);
            }
        }
        // Stable: pages of one day keep the dossier's order.
        published.sort_by_key(|page| std::cmp::Reverse(recency(page)));
        let mut page_of = vec![None; dossier.sources.len()];
        for (index, page) in published.iter().enumerate() {
            page_of[page.source] = Some(index);
        }
        let sources_of: Vec<Vec<usize>> =
            dossier.entities.iter().map(|entity| published_sources(entity, &page_of)).collect();
        let mut events_of: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, event) in dossier.merged.iter().enumerate() {
            for report in event.reports.iter().map(|&report| &dossier.events[report]) {
                events_of.entry((report.source, report.sentence)).or_default().push(index);
            }
        }
        let mut conflicts_of = vec![Vec::new(); dossier.sources.len()];
        for (index, conflict) in dossier.conflicts.iter().enumerate() {
            let mut sources: Vec<usize> = conflict.claims.iter().map(|claim| claim.source).collect();
            sources.sort_unstable();
            sources.dedup();
            sources.into_iter().for_each(|source: usize| conflicts_of[source].push(index));
        }
        let links = Links::new(config.base_path());
        let occurrences = Occurrences::new(dossier, &published, |entity| !sources_of[entity].is_empty());
        Self {
            dossier,
            pages: published,
            config,
            locale,
            links,
            occurrences,
            page_of,
            sources_of,
            events_of,
            conflicts_of,
        }
    }

    /// The page of a source (an index in the dossier), when it is published.
    pub fn page_of(&self, source: usize) -> Option<&'d SourcePage> {
        self.page_of.get(source).copied().flatten().map(|index| self.pages[index])
    }

    /// Place of a source's page in `pages`: 0 is the newest.
    pub fn place_of(&self, source: usize) -> Option<usize> {
        self.page_of.get(source).copied().flatten()
    }

    /// The source that `page` is about.
    pub fn source_of(&self, page: &SourcePage) -> &'d Source {
        &self.dossier.sources[page.source]
    }

    /// What a link to a source shows of it.
    pub fn source_card(&self, page: &SourcePage) -> SourceCard {
        let language = &self.source_of(page).analysis.language;
        SourceCard {
            url: self.links.source(&page.slug),
            title: self.title(page),
            lang: lang(language),
            outlet: page.outlet.clone(),
            authors: page.authors.clone(),
            date: page.published.map(|moment| self.locale.day(moment.day)),
            datetime: page.published.and_then(|moment| machine_date(&moment)),
        }
    }

    /// A source (an index in the dossier) in one line: its outlet, or else its title, and its date.
    pub fn source_line(&self, source: usize) -> Option<String> {
        let page = self.page_of(source)?;
        let by = page.outlet.clone().unwrap_or_else(|| self.title(page));
        Some(match page.published {
            Some(moment) => format!("{by}, {}", self.locale.day(moment.day)),
            None => by,
        })
    }

    /// The page's title, never empty.
    pub fn title(&self, page: &SourcePage) -> String {
        if page.title.trim().is_empty() { self.locale.text("source-no-title") } else { page.title.clone() }
    }

    /// The name of a country, by its ISO 3166 code: as the sources have it, where they name it.
    pub fn country_name(&self, code: &str) -> Option<&'d str> {
        match self.occurrences.by_reference(&format!("country:{code}")) {
            Some(country) => Some(&self.dossier.entities[country].name),
            None => self.locale.country(code),
        }
    }

    /// What a link to an entity shows of it.
    pub fn entity_card(&self, entity: usize) -> EntityCard {
        let Entity { id, name, kind, .. } = &self.dossier.entities[entity];
        EntityCard {
            url: self.links.entity(id),
            name: name.clone(),
            kind: kind_name(*kind),
            kind_label: self.locale.text(&format!("kind-{}", kind_name(*kind))),
        }
    }

    /// Published sources that mention an entity (an index in the dossier), newest first.
    pub fn sources_of(&self, entity: usize) -> &[usize] {
        &self.sources_of[entity]
    }

    /// Whether an entity (an index in the dossier) has a page: one that no published source names has none.
    pub fn has_page(&self, entity: usize) -> bool {
        !self.sources_of[entity].is_empty()
    }

    /// Indexes, in [`Dossier::merged`], of the dated events that a sentence of a source reports.
    pub fn events_of(&self, source: usize, sentence: usize) -> &[usize] {
        self.events_of.get(&(source, sentence)).map_or(&[], Vec::as_slice)
    }

    /// The conflicts that a source (an index in the dossier) is part of.
    pub fn conflicts_of(&self, source: usize) -> impl Iterator<Item = &'d Conflict> {
        self.conflicts_of[source].iter().map(|&index| &self.dossier.conflicts[index])
    }

    /// An address of the source's own, if it is one that may be linked to.
    pub fn outside_address(&self, page: &SourcePage) -> Option<String> {
        let url = page.url.as_deref()?.trim();
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        (is_web && is_safe_address(url)).then(|| url.to_owned())
    }
}

/// A source, as links to it show it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceCard {
    url: String,
    title: String,
    /// BCP 47 code of the source's text, empty when unknown.
    lang: String,
    outlet: Option<String>,
    authors: Vec<String>,
    date: Option<String>,
    /// The date for `<time datetime>`.
    datetime: Option<String>,
}

/// An entity, as links to it show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntityCard {
    /// Address of its page.
    pub url: String,
    name: String,
    /// Its kind, as class names have it.
    pub kind: &'static str,
    /// Its kind in words.
    pub kind_label: String,
}

fn published_sources(entity: &Entity, page_of: &[Option<usize>]) -> Vec<usize> {
    let place = |source: usize| page_of.get(source).copied().flatten();
    let mut sources = entity.sources();
    sources.retain(|&source| place(source).is_some());
    sources.sort_by_key(|&source| place(source));
    sources.dedup();
    sources
}

/// The value of a `lang` attribute: empty, which HTML reads as unknown, for `und`.
pub fn lang(language: &str) -> String {
    if language == "und" { String::new() } else { language.to_owned() }
}

/// A date as `<time datetime>` takes it: a day without a year is written `02-01` there.
pub fn machine_date(moment: &Moment) -> Option<String> {
    if moment.day.year.is_none() {
        return Some(format!("{:02}-{:02}", moment.day.month, moment.day.day));
    }
    Some(moment.to_string())
}

/// Newest first, days without a year after those with one, pages without a date last.
fn recency(page: &SourcePage) -> (u8, Option<Moment>) {
    match page.published {
        Some(moment) if moment.day.year.is_some() => (2, Some(moment)),
        Some(moment) => (1, Some(moment)),
        None => (0, None),
    }
}
