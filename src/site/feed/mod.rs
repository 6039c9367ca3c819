//! Feeds, of the dossier and of its entities, and the site map. All times come from the sources; nothing
//! asks a clock.

mod entity;
mod json;

use std::collections::BTreeMap;

use serde::Serialize;

use super::links::encode_path;
use super::view::View;
use crate::calendar::Moment;
use crate::content::{KeyPoint, SourcePage};

pub use entity::{feeds as entity_feeds, has_feed, path as entity_path};
pub use json::json_feed;

/// How many sources a feed holds.
const ENTRIES: usize = 50;

/// The time of a feed without entries: Atom demands one.
const NO_TIME: &str = "1970-01-01T00:00:00Z";

/// What the template `feed.xml` is given as `feed`.
#[derive(Debug, Serialize)]
pub struct FeedView {
    title: String,
    subtitle: String,
    /// Its own address, and that of the page that it follows.
    url: String,
    page: String,
    updated: String,
    entries: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
struct EntryView {
    title: String,
    url: String,
    published: String,
    updated: String,
    authors: Vec<String>,
    outlet: Option<String>,
    points: Vec<String>,
}

/// What the template `sitemap.xml` is given as `pages`.
#[derive(Debug, Serialize)]
pub struct SiteMapEntry {
    url: String,
    modified: Option<String>,
}

/// The feed of new sources. A source that gives no date has no place in it: Atom wants a time for
/// each entry, and none is made up.
pub fn feed(view: &View<'_>) -> FeedView {
    let points = |page: &SourcePage| page.key_points.iter().map(KeyPoint::attributed).collect();
    let entries = view.pages.iter().filter_map(|page| entry(view, page, points(page))).take(ENTRIES).collect();
    let title = view.config.title.clone();
    feed_of(title, view.config.description.clone(), view.config.base_url.clone(), absolute(view, "feed.xml"), entries)
}

fn feed_of(title: String, subtitle: String, page: String, url: String, entries: Vec<EntryView>) -> FeedView {
    // As text, times order right to within their offsets, and that is all a reader's poll needs.
    let updated = entries.iter().map(|entry| entry.updated.clone()).max();
    FeedView { title, subtitle, url, page, updated: updated.unwrap_or_else(|| NO_TIME.to_owned()), entries }
}

/// The entry of a source that gives its date.
fn entry(view: &View<'_>, page: &SourcePage, points: Vec<String>) -> Option<EntryView> {
    let published = timestamp(page.published?)?;
    Some(EntryView {
        title: view.title(page),
        url: absolute(view, &format!("sources/{}/", page.slug)),
        updated: modified(view, page).filter(|modified| *modified > published).unwrap_or(published.clone()),
        published,
        authors: page.authors.clone(),
        outlet: page.outlet.clone(),
        points,
    })
}

/// The map of all pages (paths relative to the site, `index.html` at their end).
pub fn site_map<'p>(view: &View<'_>, pages: impl Iterator<Item = &'p str>) -> Vec<SiteMapEntry> {
    let by_slug: BTreeMap<&str, &SourcePage> = view.pages.iter().map(|page| (page.slug.as_str(), *page)).collect();
    pages
        .filter_map(|path| path.strip_suffix("index.html"))
        .map(|path| {
            let slug = path.strip_prefix("sources/").map(|rest| rest.trim_end_matches('/'));
            let page = slug.and_then(|slug| by_slug.get(slug));
            let day = page.and_then(|page| page.published?.day.date());
            SiteMapEntry { url: absolute(view, path), modified: day.map(|day| day.to_string()) }
        })
        .collect()
}

/// The address of `path` with scheme and host.
pub fn absolute(view: &View<'_>, path: &str) -> String {
    format!("{}{}", view.config.base_url, encode_path(path))
}

fn modified(view: &View<'_>, page: &SourcePage) -> Option<String> {
    timestamp(view.source_of(page).analysis.article.modified.as_ref()?.value)
}

/// RFC 3339. A time of day without an offset is taken for UTC, a day without a time for its start.
fn timestamp(moment: Moment) -> Option<String> {
    let day = moment.day.date()?;
    let (hour, minute) = moment.time.map_or((0, 0), |time| (time.hour(), time.minute()));
    let offset = match moment.offset {
        None | Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    };
    Some(format!("{day}T{hour:02}:{minute:02}:00{offset}"))
}
