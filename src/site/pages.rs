//! Which pages a site has, and what stands at the head of each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Value;

use super::backlinks::Backlinks;
use super::head::Head;
use super::names::NameIndex;
use super::plan::{Canvas, Plan};
use super::user_page::UserBody;
use super::view::{self, View};
use super::{
    coverage, editorial, entity_index, entity_page, feed, home, lists, metadata, network, places, redirects,
    source_page, timeline,
};
use crate::analysis::EntityKind;

/// Home, sources, timeline, the user's own pages, 404.
pub fn overview<'p>(plan: &mut Plan<'p>, view: &'p View<'p>, bodies: &'p [UserBody]) {
    let text = |key: &str| view.locale.text(key);
    let body = |slug: &str| bodies.iter().find(|body| body.slug == slug);
    let body_html = |slug: &str| Value::from(body(slug).map(|body| body.html.clone()));
    let index = body_html("index");
    plan.page(view, "home.html", move || {
        let head = Head::new("", "home", view.config.title.clone())
            .described(view.config.description.clone())
            .told(metadata::home(view));
        (head, vec![("home", Value::from_serializable(&home::view(view))), ("body_html", index.clone())])
    });
    for page in lists::sources(view) {
        plan.page(view, "sources.html", move || {
            let text = |key: &str| view.locale.text(key);
            let whole = [(text("sources-title"), "sources/".to_owned())];
            let crumbs = if page.number > 1 { &whole[..] } else { &[] };
            let place = page.place(view).map_or_else(String::new, |place| format!(" {place}."));
            let told = metadata::page(view, "CollectionPage", &page.path, &text("sources-title"), crumbs);
            let described = format!("{}{place}", text("sources-lead"));
            let head = Head::new(&page.path, "sources", text("sources-title")).described(described).told(told);
            let drawn = if page.number == 1 { coverage::coverage(view) } else { None };
            let values =
                vec![("list", Value::from_serializable(&page)), ("coverage", Value::from_serializable(&drawn))];
            (head, values)
        });
    }
    let timeline = Arc::new(timeline::Timeline::new(view));
    for period in timeline.periods() {
        let timeline = Arc::clone(&timeline);
        plan.page(view, "timeline.html", move || {
            let page = timeline.page(period);
            let text = |key: &str| view.locale.text(key);
            let title = match &page.label {
                Some(period) => format!("{}: {period}", text("timeline-title")),
                None => text("timeline-title"),
            };
            let whole = [(text("timeline-title"), "timeline/".to_owned())];
            let crumbs = if page.label.is_some() { &whole[..] } else { &[] };
            let told = metadata::timeline(view, &page.path, &title, crumbs);
            let head = Head::new(&page.path, "timeline", title).described(text("timeline-lead")).told(told);
            (head, vec![("timeline", Value::from_serializable(&page))])
        });
    }

    let (title, html) =
        (body("about").and_then(|body| body.title.clone()).unwrap_or_else(|| text("about-title")), body_html("about"));
    plan.page(view, "about.html", move || {
        let told = metadata::page(view, "AboutPage", "about/", &title, &[]);
        let head = Head::new("about/", "about", title.clone()).described(view.locale.text("about-lead")).told(told);
        (head, vec![("body_html", html.clone())])
    });
    for body in bodies.iter().filter(|body| body.slug != "index" && body.slug != "about") {
        plan.page(view, "page.html", move || {
            let title = body.title.clone().unwrap_or_else(|| body.slug.clone());
            let path = format!("{}/", body.slug);
            let told = metadata::page(view, "WebPage", &path, &title, &[]);
            let head = Head::new(&path, &body.slug, title).told(told);
            (head, vec![("body_html", Value::from(body.html.as_str()))])
        });
    }
    plan.push(move |canvas| {
        let text = |key: &str| view.locale.text(key);
        let missing = Head::new("404.html", "", text("not-found-title")).described(text("not-found")).completed(view);
        canvas.file("404.html".to_owned(), "404.html", Value::from_serializable(&missing), Vec::new());
    });
}

/// The search page; `version` is that of the index.
pub fn search<'p>(plan: &mut Plan<'p>, view: &'p View<'p>, version: &str) {
    let search = Value::from_serializable(&BTreeMap::from([("version", version)]));
    plan.page(view, "search.html", move || {
        let text = |key: &str| view.locale.text(key);
        let head = Head::new("search/", "search", text("search-title")).described(text("search-lead"));
        (head, vec![("search", search.clone())])
    });
}

/// A page for each source.
pub fn sources<'p>(plan: &mut Plan<'p>, view: &'p View<'p>, names: &'p NameIndex, backlinks: &'p Backlinks) {
    for &page in &view.pages {
        plan.push(move |canvas| {
            let mut diagnostics = Vec::new();
            let (source, references) = source_page::view(view, page, names, &mut diagnostics);
            canvas.references(references);
            canvas.diagnostics(diagnostics);
            let crumbs = [(view.locale.text("nav-sources"), "sources/".to_owned())];
            let mut head = Head::new(&format!("sources/{}/", page.slug), "sources", view.title(page))
                .told(metadata::source(view, page, &crumbs));
            head.lang = view::lang(&view.source_of(page).analysis.language);
            head.kind = "article";
            head.published =
                page.published.and_then(|moment| view::machine_date(&moment).filter(|_| moment.day.year.is_some()));
            head.authors = page.authors.clone();
            if let Some(point) = page.key_points.first() {
                head.description = point.shown();
            }
            let leading = Value::from_serializable(backlinks.of(page.source));
            let values = vec![("source", Value::from_serializable(&source)), ("backlinks", leading)];
            canvas.page(view, head, "source.html", values);
        });
    }
}

/// The index, and the pages of each entity.
pub fn entities<'p>(plan: &mut Plan<'p>, view: &'p View<'p>, names: &'p NameIndex) {
    let above = [(view.locale.text("nav-entities"), "entities/".to_owned())];
    let sorted = entity_index::Sorted::new(view);
    let index = entity_index::first_page(view, &sorted);
    plan.page(view, "entities.html", move || {
        let text = |key: &str| view.locale.text(key);
        let told = metadata::page(view, "CollectionPage", "entities/", &text("entities-title"), &[]);
        let head =
            Head::new("entities/", "entities", text("entities-title")).described(text("entities-lead")).told(told);
        (head, vec![("index", Value::from_serializable(&index))])
    });
    for part in entity_index::kind_pages(view, &sorted) {
        let above = above.clone();
        plan.page(view, "entities-kind.html", move || {
            let told = metadata::page(view, "CollectionPage", &part.path, &part.title, &above);
            let lead = format!("{}. {}", part.title, view.locale.text("entities-lead"));
            let head = Head::new(&part.path, "entities", part.title.clone()).described(lead).told(told);
            (head, vec![("part", Value::from_serializable(&part))])
        });
    }
    for index in (0..view.dossier.entities.len()).filter(|&entity| view.has_page(entity)) {
        let above = above.clone();
        plan.push(move |canvas| entity(canvas, view, names, index, &above));
    }
}

/// The page of an entity, and those of its long lists.
fn entity(canvas: &mut Canvas<'_>, view: &View<'_>, names: &NameIndex, index: usize, above: &[(String, String); 1]) {
    let lists = entity_page::Lists::new(view, index);
    let (mut references, mut diagnostics) = (Vec::new(), Vec::new());
    let editorial = editorial::view(view, index, names, &mut references, &mut diagnostics);
    canvas.references(references);
    canvas.diagnostics(diagnostics);
    let entity = &view.dossier.entities[index];
    let counted = view.locale.text_with("count-in-sources", &[("count", view.sources_of(index).len().into())]);
    let mut head = Head::new(&format!("entities/{}/", entity.id), "entities", entity.name.clone())
        .described(format!("{}: {counted}", entity.name))
        .told(metadata::entity(view, index, above));
    if entity.kind == EntityKind::Person {
        head.kind = "profile";
    }
    head.feed = feed::has_feed(view, index).then(|| feed::entity_path(&entity.id));
    let shown = Value::from_serializable(&entity_page::view(&lists));
    canvas.page(
        view,
        head,
        "entity.html",
        vec![("entity", shown), ("editorial", Value::from_serializable(&editorial))],
    );
    // The heaviest pages of a site: the next is drawn when the one before it is gone.
    for (list, number) in lists.pages() {
        let page = lists.page(list, number);
        let title = format!("{}: {}", entity.name, view.locale.text(&format!("entity-{}", page.name)));
        let crumbs = [above[0].clone(), (entity.name.clone(), format!("entities/{}/", entity.id))];
        let told = metadata::page(view, "CollectionPage", &page.path(&entity.id), &title, &crumbs);
        let described = format!("{}: {counted}. {}", title, page.place(view));
        let head = Head::new(&page.path(&entity.id), "entities", title).described(described).told(told);
        canvas.page(view, head, "entity-list.html", vec![("list", Value::from_serializable(&page))]);
    }
}

/// The pages of pictures, where there is something to draw.
pub fn pictures<'p>(
    plan: &mut Plan<'p>,
    view: &'p View<'p>,
    network: Option<network::NetworkView>,
    map: Option<places::PlacesView>,
) {
    if let Some(network) = network {
        plan.page(view, "network.html", move || {
            let text = |key: &str| view.locale.text(key);
            let head = Head::new("network/", "entities", text("network-title")).described(text("network-lead"));
            (head, vec![("network", Value::from_serializable(&network))])
        });
    }
    if let Some(map) = map {
        plan.page(view, "places.html", move || {
            let text = |key: &str| view.locale.text(key);
            let head = Head::new("places/", "entities", text("places-title")).described(text("places-lead"));
            (head, vec![("map", Value::from_serializable(&map))])
        });
    }
}

/// The feeds and the site map of the site whose pages are `paths`.
pub fn xml<'p>(plan: &mut Plan<'p>, view: &'p View<'p>, paths: &[String]) {
    let map = Value::from_serializable(&feed::site_map(view, paths.iter().map(String::as_str)));
    let feeds = feed::entity_feeds(view).into_iter().map(|(path, feed)| (path, Value::from_serializable(&feed)));
    let mut drawn = vec![("feed.xml".to_owned(), "feed.xml", "feed", Value::from_serializable(&feed::feed(view)))];
    drawn.extend(feeds.map(|(path, feed)| (path, "feed.xml", "feed", feed)));
    drawn.push(("sitemap.xml".to_owned(), "sitemap.xml", "pages", map));
    for (path, template, name, value) in drawn {
        plan.push(move |canvas| canvas.file(path.clone(), template, Value::none(), vec![(name, value.clone())]));
    }
}

/// A page at each old address of an entity that leads on to its page, and how many there are. An address that is one of
/// `taken`, those of the site's own files, leads nowhere else.
pub fn lead_on<'p>(plan: &mut Plan<'p>, view: &'p View<'p>, taken: &BTreeSet<String>) -> usize {
    let redirects = redirects::redirects(view, taken);
    let count = redirects.len();
    for redirect in redirects {
        plan.push(move |canvas| {
            let value = Value::from_serializable(&redirect);
            canvas.file(redirect.file.clone(), "redirect.html", Value::none(), vec![("redirect", value)]);
        });
    }
    count
}
