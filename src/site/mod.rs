//! A [`Dossier`] and its content pages in, the files of a site out; and those files put in place.
//!
//! [`render_into`] makes the files one by one, and keeps none; [`Publication`] is the one place that writes. Knows
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
mod output;
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
use check::LinkCheck;
pub use check::{Checked, check_published};
use head::Pictures;
pub use links::Links;
use names::NameIndex;
use output::InMemory;
pub use output::{Output, Site};
use plan::Plan;
pub use publish::{Publication, PublishReport, is_under_way, publish};
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
    /// Makes `dossier.json`, the dossier for other tools, where the site has it: a large file, kept by nobody.
    pub data: Option<&'m (dyn Fn() -> Vec<u8> + Sync)>,
}

/// Renders the site into memory. What is wrong with single pages and links is named, and the rest is rendered.
///
/// # Errors
/// The diagnostics of a template that does not work: there is no site to publish then.
pub fn render(material: Material<'_>) -> Result<(Site, Vec<Diagnostic>), Vec<Diagnostic>> {
    let memory = InMemory::default();
    let Rendered { redirects, diagnostics, .. } = render_into(material, &memory)?;
    Ok((Site { files: memory.into_files(), redirects }, diagnostics))
}

/// What rendering gave beside the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// HTML pages; what only leads on to one is none.
    pub pages: usize,
    /// Files that only lead on from an old address to a page.
    pub redirects: usize,
    /// What is wrong with single pages and links.
    pub diagnostics: Vec<Diagnostic>,
}

/// Renders the site, file by file into `output`. What is wrong with single pages and links is named, and the rest is
/// rendered.
///
/// # Errors
/// The diagnostics of a template that does not work, or of an output that takes no more: what is there then is no site.
pub fn render_into(material: Material<'_>, output: &dyn Output) -> Result<Rendered, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let Material { dossier, pages, user_pages, config, locale, theme, grammar, data } = material;
    let view = View::new(dossier, pages, config, locale, &mut diagnostics);
    let user_pages = user_page::publishable(user_pages, &mut diagnostics);
    let (index, (names, network, map)) = rayon::join(
        || search::index(&view, grammar),
        || (NameIndex::new(&view, &user_pages), network::view(&view), places::view(&view)),
    );
    let output = LinkCheck::before(output);
    let has_own = theme.files.contains_key(share::PATH);
    let share = if has_own { None } else { share::picture(&view) };
    let pictures = Pictures { share: share.is_some() || has_own, network: network.is_some(), places: map.is_some() };
    let site = head::site_value(&view, theme, data.is_some(), pictures);
    let bodies = user_page::bodies(&view, &user_pages, &names, &mut diagnostics);
    let put = |files: BTreeMap<String, Vec<u8>>| {
        files.into_iter().try_for_each(|(path, bytes)| output.file(&path, bytes)).map_err(|wrong| vec![wrong])
    };
    put(theme.files.clone())?;
    put(share.map(|picture| (share::PATH.to_owned(), picture)).into_iter().collect())?;
    put(cards::files(&view))?;
    put(index.files)?;
    let site_map = format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", config.base_url);
    put(BTreeMap::from([
        (".nojekyll".to_owned(), Vec::new()),
        ("robots.txt".to_owned(), site_map.into_bytes()),
        ("feed.json".to_owned(), feed::json_feed(&view)),
    ]))?;

    let backlinks = backlinks::Backlinks::new(&view, &bodies);
    let mut plan = Plan::default();
    if let Some(data) = data {
        plan.push(|canvas| canvas.data("dossier.json", data()));
    }
    pages::overview(&mut plan, &view, &bodies);
    pages::search(&mut plan, &view, &index.version);
    pages::sources(&mut plan, &view, &names, &backlinks);
    pages::entities(&mut plan, &view, &names);
    pages::pictures(&mut plan, &view, network, map);
    let plan::Rendered { paths, mut references, diagnostics: found } = plan.render(theme, &site, &output)?;
    diagnostics.extend(found);
    references.extend(bodies.iter().flat_map(|body| body.references.iter().cloned()));

    // What leads to pages can be made when they are there.
    let mut plan = Plan::default();
    pages::xml(&mut plan, &view, &paths);
    let redirects = pages::lead_on(&mut plan, &view, &paths.into_iter().collect());
    plan.render(theme, &site, &output)?;
    let pages = output.page_count() - redirects;
    diagnostics.extend(output.finish(&config.base_url, &references));
    Ok(Rendered { pages, redirects, diagnostics })
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
