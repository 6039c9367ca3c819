//! A [`Dossier`] and its content pages in, the files of a site out; and those files put in place.
//!
//! [`render`] is a function from values to values, [`publish`] the one place that writes. Knows
//! nothing of language models.

mod backlinks;
mod cards;
mod check;
mod citation;
mod claims;
mod coverage;
mod editorial;
mod entity_index;
mod entity_page;
mod feed;
mod fragment;
mod head;
mod home;
mod label;
mod land;
mod links;
mod lists;
mod markdown;
mod metadata;
mod months;
mod names;
mod network;
mod occurrences;
mod pages;
mod passages;
mod places;
mod plan;
mod publish;
mod redirects;
mod scan;
mod search;
mod share;
mod source_page;
mod text;
mod theme;
mod timeline;
mod user_page;
mod view;
mod voices;

use std::collections::BTreeMap;

use crate::config::Config;
use crate::content::{SourcePage, UserPage};
use crate::diagnostic::Diagnostic;
use crate::dossier::Dossier;
use crate::locale::Locale;
pub use check::{Checked, check_published};
use head::Pictures;
pub use links::Links;
use names::NameIndex;
use plan::Plan;
pub use publish::{PublishReport, publish};
pub use search::{Grammar, NoGrammar};
pub use theme::{FOLDER as TEMPLATES_FOLDER, Theme};
use view::View;

/// Everything that a site is made of.
#[derive(Clone, Copy)]
pub struct Material<'m> {
    /// What the sources say.
    pub dossier: &'m Dossier,
    /// The page of each source.
    pub pages: &'m [SourcePage],
    /// The user's own pages.
    pub user_pages: &'m [UserPage],
    /// Title, description, addresses.
    pub config: &'m Config,
    /// The language of the interface.
    pub locale: &'m Locale,
    /// Templates and static files.
    pub theme: &'m Theme,
    /// What the search index needs to know of languages.
    pub grammar: &'m dyn Grammar,
    /// Further files, by path relative to the site (`dossier.json`).
    pub extra: &'m BTreeMap<String, Vec<u8>>,
}

/// The files of a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The bytes of each file, by path relative to the site, with `/` between its parts.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many of them only lead on from an old address to a page.
    pub redirects: usize,
}

impl Site {
    /// How many of the files are HTML pages; what only leads on to one is none.
    pub fn page_count(&self) -> usize {
        self.files.keys().filter(|path| path.ends_with(".html")).count() - self.redirects
    }
}

/// Renders the site. What is wrong with single pages and links is named, and the rest is rendered.
///
/// # Errors
/// The diagnostics of a template that does not work: there is no site to publish then.
pub fn render(material: Material<'_>) -> Result<(Site, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let Material { dossier, pages, user_pages, config, locale, theme, grammar, extra } = material;
    let view = View::new(dossier, pages, config, locale, &mut diagnostics);
    let user_pages = user_page::publishable(user_pages, &mut diagnostics);
    let names = NameIndex::new(&view, &user_pages);
    let network = network::view(&view);
    let map = places::view(&view);
    let mut files = theme.files.clone();
    if !files.contains_key(share::PATH)
        && let Some(picture) = share::picture(&view)
    {
        files.insert(share::PATH.to_owned(), picture);
    }
    let pictures =
        Pictures { share: files.contains_key(share::PATH), network: network.is_some(), places: map.is_some() };
    let site = head::site_value(&view, theme, extra, pictures);
    let bodies = user_page::bodies(&view, &user_pages, &names, &mut diagnostics);
    let index = search::index(&view, grammar);
    let backlinks = backlinks::Backlinks::new(&view, &bodies);
    let mut plan = Plan::default();
    pages::overview(&mut plan, &view, &bodies);
    pages::search(&mut plan, &view, &index.version);
    pages::sources(&mut plan, &view, &names, &backlinks);
    pages::entities(&mut plan, &view, &names);
    pages::pictures(&mut plan, &view, network, map);
    let mut rendered = plan.render(theme, &site)?;
    diagnostics.append(&mut rendered.diagnostics);
    rendered.references.extend(bodies.iter().flat_map(|body| body.references.iter().cloned()));

    // What leads to pages can be made when they are there.
    let mut plan = Plan::default();
    let paths: Vec<&str> = rendered.files.iter().map(|(path, _)| path.as_str()).collect();
    pages::xml(&mut plan, &view, &paths);
    let taken = paths.iter().map(|&path| path.to_owned()).collect();
    let redirects = pages::lead_on(&mut plan, &view, &taken);
    rendered.files.extend(plan.render(theme, &site)?.files);

    files.extend(cards::files(&view));
    files.extend(index.files);
    files.extend(extra.iter().map(|(path, bytes)| (path.clone(), bytes.clone())));
    files.insert(".nojekyll".to_owned(), Vec::new());
    let site_map = format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", config.base_url);
    files.insert("robots.txt".to_owned(), site_map.into_bytes());
    files.insert("feed.json".to_owned(), feed::json_feed(&view));
    files.extend(rendered.files);
    diagnostics.extend(check::check(&view, &files, &rendered.references));
    Ok((Site { files, redirects }, diagnostics))
}

/// The search index of a site, without the site: for measuring what it costs.
pub struct Searchable<'m> {
    view: View<'m>,
    grammar: &'m dyn Grammar,
}

impl<'m> Searchable<'m> {
    /// What the index of `material` is made from.
    pub fn new(material: Material<'m>) -> Self {
        let Material { dossier, pages, config, locale, grammar, .. } = material;
        Self { view: View::new(dossier, pages, config, locale, &mut Vec::new()), grammar }
    }

    /// The index's files, by path relative to the site.
    pub fn index(&self) -> BTreeMap<String, Vec<u8>> {
        search::index(&self.view, self.grammar).files
    }
}
