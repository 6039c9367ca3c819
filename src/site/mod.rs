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
mod passages;
mod places;
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

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use crate::analysis::EntityKind;
use crate::config::Config;
use crate::content::{SourcePage, UserPage};
use crate::diagnostic::Diagnostic;
use crate::dossier::Dossier;
use crate::locale::Locale;
pub use check::{Checked, check_published};
pub use links::Links;
use markdown::Reference;
use names::NameIndex;
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
    let site = site_value(&view, theme, extra, pictures);
    let mut plan = Plan { site, pages: Vec::new(), references: Vec::new() };

    let bodies = user_page::bodies(&view, &user_pages, &names, &mut diagnostics);
    plan.overview(&view, &bodies);
    let index = search::index(&view, grammar);
    plan.search(&view, &index.version);
    let backlinks = backlinks::Backlinks::new(&view, &bodies);
    plan.sources(&view, &names, &backlinks, &mut diagnostics);
    plan.entities(&view, &names, &mut diagnostics);
    plan.pictures(&view, network, map);
    for body in bodies {
        plan.references.extend(body.references);
    }

    files.extend(cards::files(&view));
    files.extend(index.files);
    files.extend(extra.iter().map(|(path, bytes)| (path.clone(), bytes.clone())));
    files.insert(".nojekyll".to_owned(), Vec::new());
    let site_map = format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", config.base_url);
    files.insert("robots.txt".to_owned(), site_map.into_bytes());
    files.insert("feed.json".to_owned(), feed::json_feed(&view));
    plan.xml(&view);
    let redirects = plan.redirects(&view);
    files.extend(plan.render(theme)?);
    diagnostics.extend(check::check(&view, &files, &plan.references));
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

/// The pages to render.
struct Plan {
    /// What every template is given as `site`.
    site: Value,
    pages: Vec<Planned>,
    /// Links of content pages, to be checked.
    references: Vec<Reference>,
}

/// A page to render.
struct Planned {
    /// Its file, relative to the site.
    path: String,
    template: &'static str,
    context: Context,
}

impl Plan {
    /// Plans a page: `values` are what its template is given beside `site` and `head`.
    fn page(&mut self, view: &View<'_>, head: Head, template: &'static str, values: Vec<(&'static str, Value)>) {
        let path = format!("{}index.html", head.path);
        self.file(path, template, Value::from_serializable(&head.with_addresses(view)), values);
    }

    fn file(&mut self, path: String, template: &'static str, head: Value, values: Vec<(&'static str, Value)>) {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert_value("head", head);
        for (name, value) in values {
            context.insert_value(name, value);
        }
        self.pages.push(Planned { path, template, context });
    }

    /// Home, sources, timeline, the user's own pages, 404.
    fn overview(&mut self, view: &View<'_>, bodies: &[user_page::UserBody]) {
        let text = |key: &str| view.locale.text(key);
        let body = |slug: &str| bodies.iter().find(|body| body.slug == slug);
        let body_html = |slug: &str| Value::from(body(slug).map(|body| body.html.clone()));
        let home = Head::new("", "home", view.config.title.clone())
            .described(view.config.description.clone())
            .told(metadata::home(view));
        let values = vec![("home", Value::from_serializable(&home::view(view))), ("body_html", body_html("index"))];
        self.page(view, home, "home.html", values);

        let collection = |path: &str, name: &str| metadata::page(view, "CollectionPage", path, name, &[]);
        let head = Head::new("sources/", "sources", text("sources-title"))
            .described(text("sources-lead"))
            .told(collection("sources/", &text("sources-title")));
        let values = vec![
            ("sources", Value::from_serializable(&lists::sources(view))),
            ("coverage", Value::from_serializable(&coverage::coverage(view))),
        ];
        self.page(view, head, "sources.html", values);
        for page in timeline::pages(view) {
            let title = match &page.label {
                Some(period) => format!("{}: {period}", text("timeline-title")),
                None => text("timeline-title"),
            };
            let whole = [(text("timeline-title"), "timeline/".to_owned())];
            let crumbs = if page.label.is_some() { &whole[..] } else { &[] };
            let told = metadata::timeline(view, &page.path, &title, crumbs);
            let head = Head::new(&page.path, "timeline", title).described(text("timeline-lead")).told(told);
            self.page(view, head, "timeline.html", vec![("timeline", Value::from_serializable(&page))]);
        }

        let title = body("about").and_then(|body| body.title.clone()).unwrap_or_else(|| text("about-title"));
        let told = metadata::page(view, "AboutPage", "about/", &title, &[]);
        let head = Head::new("about/", "about", title).described(text("about-lead")).told(told);
        self.page(view, head, "about.html", vec![("body_html", body_html("about"))]);
        for body in bodies.iter().filter(|body| body.slug != "index" && body.slug != "about") {
            let title = body.title.clone().unwrap_or_else(|| body.slug.clone());
            let path = format!("{}/", body.slug);
            let told = metadata::page(view, "WebPage", &path, &title, &[]);
            let head = Head::new(&path, &body.slug, title).told(told);
            self.page(view, head, "page.html", vec![("body_html", Value::from(body.html.as_str()))]);
        }
        let missing = Head::new("404.html", "", text("not-found-title")).with_addresses(view);
        self.file("404.html".to_owned(), "404.html", Value::from_serializable(&missing), Vec::new());
    }

    /// The search page; `version` is that of the index.
    fn search(&mut self, view: &View<'_>, version: &str) {
        let text = |key: &str| view.locale.text(key);
        let head = Head::new("search/", "search", text("search-title")).described(text("search-lead"));
        let search = Value::from_serializable(&BTreeMap::from([("version", version)]));
        self.page(view, head, "search.html", vec![("search", search)]);
    }

    fn sources(
        &mut self,
        view: &View<'_>,
        names: &NameIndex,
        backlinks: &backlinks::Backlinks,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let crumbs = [(view.locale.text("nav-sources"), "sources/".to_owned())];
        let rendered: Vec<_> = view
            .pages
            .par_iter()
            .map(|page| {
                let mut wrong = Vec::new();
                let (source, references) = source_page::view(view, page, names, &mut wrong);
                let told = metadata::script(metadata::source(view, page, &crumbs));
                (page, Value::from_serializable(&source), references, wrong, told)
            })
            .collect();
        for (page, source, references, wrong, told) in rendered {
            self.references.extend(references);
            diagnostics.extend(wrong);
            let mut head = Head::new(&format!("sources/{}/", page.slug), "sources", view.title(page));
            head.lang = view::lang(&view.source_of(page).analysis.language);
            head.kind = "article";
            head.published =
                page.published.and_then(|moment| view::machine_date(&moment).filter(|_| moment.day.year.is_some()));
            head.authors = page.authors.clone();
            head.json_ld = told;
            if let Some(point) = page.key_points.first() {
                head.description = point.text.clone();
            }
            let leading = Value::from_serializable(backlinks.of(page.source));
            self.page(view, head, "source.html", vec![("source", source), ("backlinks", leading)]);
        }
    }

    /// The index, and the pages of each entity.
    fn entities(&mut self, view: &View<'_>, names: &NameIndex, diagnostics: &mut Vec<Diagnostic>) {
        let sorted = entity_index::Sorted::new(view);
        let head = Head::new("entities/", "entities", view.locale.text("entities-title"))
            .described(view.locale.text("entities-lead"))
            .told(metadata::page(view, "CollectionPage", "entities/", &view.locale.text("entities-title"), &[]));
        let above = [(view.locale.text("nav-entities"), "entities/".to_owned())];
        let index = Value::from_serializable(&entity_index::first_page(view, &sorted));
        self.page(view, head, "entities.html", vec![("index", index)]);
        for part in entity_index::kind_pages(view, &sorted) {
            let told = metadata::page(view, "CollectionPage", &part.path, &part.title, &above);
            let head = Head::new(&part.path, "entities", part.title.clone()).told(told);
            self.page(view, head, "entities-kind.html", vec![("part", Value::from_serializable(&part))]);
        }

        let rendered: Vec<_> = (0..view.dossier.entities.len())
            .into_par_iter()
            .filter(|&entity| view.has_page(entity))
            .map(|entity| {
                let (shown, pages) = entity_page::view(view, entity);
                let told = metadata::script(metadata::entity(view, entity, &above));
                (entity, Value::from_serializable(&shown), pages, told)
            })
            .collect();
        for (index, value, pages, told) in rendered {
            let editorial = editorial::view(view, index, names, &mut self.references, diagnostics);
            let entity = &view.dossier.entities[index];
            let counted = view.locale.text_with("count-in-sources", &[("count", view.sources_of(index).len().into())]);
            let mut head = Head::new(&format!("entities/{}/", entity.id), "entities", entity.name.clone())
                .described(format!("{}: {counted}", entity.name));
            head.json_ld = told;
            if entity.kind == EntityKind::Person {
                head.kind = "profile";
            }
            head.feed = feed::has_feed(view, index).then(|| feed::entity_path(&entity.id));
            let values = vec![("entity", value), ("editorial", Value::from_serializable(&editorial))];
            self.page(view, head, "entity.html", values);
            for page in pages {
                let title = format!("{}: {}", entity.name, view.locale.text(&format!("entity-{}", page.name)));
                let crumbs = [above[0].clone(), (entity.name.clone(), format!("entities/{}/", entity.id))];
                let told = metadata::page(view, "CollectionPage", &page.path(&entity.id), &title, &crumbs);
                let head = Head::new(&page.path(&entity.id), "entities", title).told(told);
                self.page(view, head, "entity-list.html", vec![("list", Value::from_serializable(&page))]);
            }
        }
    }

    /// The pages of pictures, where there is something to draw.
    fn pictures(&mut self, view: &View<'_>, network: Option<network::NetworkView>, map: Option<places::PlacesView>) {
        let text = |key: &str| view.locale.text(key);
        if let Some(network) = network {
            let head = Head::new("network/", "entities", text("network-title")).described(text("network-lead"));
            self.page(view, head, "network.html", vec![("network", Value::from_serializable(&network))]);
        }
        if let Some(map) = map {
            let head = Head::new("places/", "entities", text("places-title")).described(text("places-lead"));
            self.page(view, head, "places.html", vec![("map", Value::from_serializable(&map))]);
        }
    }

    /// The feed and the site map. All other pages must be planned by now.
    fn xml(&mut self, view: &View<'_>) {
        let feed = Value::from_serializable(&feed::feed(view));
        let map = feed::site_map(view, self.pages.iter().map(|page| page.path.as_str()));
        let map = Value::from_serializable(&map);
        self.file("feed.xml".to_owned(), "feed.xml", Value::none(), vec![("feed", feed)]);
        for (path, feed) in feed::entity_feeds(view) {
            self.file(path, "feed.xml", Value::none(), vec![("feed", Value::from_serializable(&feed))]);
        }
        self.file("sitemap.xml".to_owned(), "sitemap.xml", Value::none(), vec![("pages", map)]);
    }

    /// A page at each old address of an entity that leads on to its page, and how many there are. All
    /// other pages must be planned by now: an address that is one of theirs leads nowhere else.
    fn redirects(&mut self, view: &View<'_>) -> usize {
        let taken: BTreeSet<String> = self.pages.iter().map(|page| page.path.clone()).collect();
        let redirects = redirects::redirects(view, &taken);
        let count = redirects.len();
        for redirect in redirects {
            let value = Value::from_serializable(&redirect);
            self.file(redirect.file, "redirect.html", Value::none(), vec![("redirect", value)]);
        }
        count
    }

    /// Renders everything planned. One wrong template makes many wrong pages: each is named once.
    fn render(&self, theme: &Theme) -> Result<Vec<(String, Vec<u8>)>, Vec<Diagnostic>> {
        let rendered: Vec<Result<(String, Vec<u8>), Diagnostic>> = self
            .pages
            .par_iter()
            .map(|page| Ok((page.path.clone(), theme.render(page.template, &page.context)?.into_bytes())))
            .collect();
        let mut wrong: Vec<Diagnostic> = Vec::new();
        let mut files = Vec::with_capacity(rendered.len());
        for page in rendered {
            match page {
                Ok(file) => files.push(file),
                Err(diagnostic) if wrong.contains(&diagnostic) => {}
                Err(diagnostic) => wrong.push(diagnostic),
            }
        }
        if wrong.is_empty() { Ok(files) } else { Err(wrong) }
    }
}

/// What a template is given as `head`.
#[derive(Debug, Serialize)]
struct Head {
    /// Path of the page relative to the site.
    path: String,
    /// The section of the site it belongs to, for the navigation.
    section: String,
    title: String,
    /// Language of the title, where it is not the interface's.
    lang: String,
    description: String,
    /// Open Graph type.
    kind: &'static str,
    /// The page's address with scheme and host.
    canonical: String,
    /// When an article was published, ISO 8601.
    published: Option<String>,
    /// Who wrote it.
    authors: Vec<String>,
    /// Path of the page's own feed.
    feed: Option<String>,
    /// JSON-LD, safe within a script element; empty where there is none.
    json_ld: String,
}

impl Head {
    fn new(path: &str, section: &str, title: String) -> Self {
        Self {
            path: path.to_owned(),
            section: section.to_owned(),
            title,
            lang: String::new(),
            description: String::new(),
            kind: "website",
            canonical: String::new(),
            published: None,
            authors: Vec::new(),
            feed: None,
            json_ld: String::new(),
        }
    }

    /// What the page says to programs.
    fn told(mut self, nodes: Vec<serde_json::Value>) -> Self {
        self.json_ld = metadata::script(nodes);
        self
    }

    fn described(mut self, description: String) -> Self {
        self.description = description;
        self
    }

    fn with_addresses(mut self, view: &View<'_>) -> Self {
        self.canonical = feed::absolute(view, &self.path);
        self
    }
}

/// Which pictures there are: the one that stands for the dossier elsewhere, and pages of pictures.
struct Pictures {
    share: bool,
    network: bool,
    places: bool,
}

/// What every template is given as `site`.
fn site_value(view: &View<'_>, theme: &Theme, extra: &BTreeMap<String, Vec<u8>>, pictures: Pictures) -> Value {
    #[derive(Serialize)]
    struct SiteView<'v> {
        title: &'v str,
        description: &'v str,
        author: Option<&'v str>,
        language: &'v str,
        base_url: &'v str,
        /// Begins every address on the site; begins and ends with `/`.
        base: &'v str,
        /// Changes whenever a static file does, so that browsers fetch it anew.
        version: String,
        has_data: bool,
        /// How many files the cards of the entities are in.
        card_files: usize,
        has_network: bool,
        has_places: bool,
        /// And those of the sources.
        source_card_files: usize,
        /// The picture that stands for the dossier elsewhere: address, width and height.
        picture: Option<(String, u32, u32)>,
        /// The dossier's own logo and style sheet, as paths in the site.
        logo: Option<&'v str>,
        own_style: Option<&'v str>,
        /// The interface's language as Open Graph has it.
        og_locale: &'static str,
    }
    let (width, height) = share::SIZE;
    Value::from_serializable(&SiteView {
        title: &view.config.title,
        description: &view.config.description,
        author: view.config.author.as_deref(),
        language: view.locale.language(),
        base_url: &view.config.base_url,
        base: view.links.base_path(),
        version: theme.version(),
        has_data: extra.contains_key("dossier.json"),
        card_files: cards::file_count(view),
        has_network: pictures.network,
        has_places: pictures.places,
        source_card_files: cards::source_file_count(view),
        picture: pictures.share.then(|| (feed::absolute(view, share::PATH), width, height)),
        logo: theme.logo(),
        own_style: theme.own_style(),
        og_locale: match view.locale.language() {
            "en" => "en_US",
            "uk" => "uk_UA",
            "kk" => "kk_KZ",
            _ => "ru_RU",
        },
    })
}
