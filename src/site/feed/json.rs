//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde::Serialize;

use super::{ENTRIES, absolute, modified, timestamp};
use crate::content::{KeyPoint, SourcePage};
use crate::site::view::{View, lang};

#[derive(Serialize)]
struct Feed<'v> {
    version: &'static str,
    title: &'v str,
    home_page_url: &'v str,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'v str,
    language: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'v>>,
    items: Vec<Item<'v>>,
}

#[derive(Serialize)]
struct Author<'v> {
    name: &'v str,
}

#[derive(Serialize)]
struct Item<'v> {
    id: String,
    url: String,
    /// Where the source was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<String>,
    title: String,
    content_text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'v>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'v [String],
    #[serde(skip_serializing_if = "String::is_empty")]
    language: String,
}

/// The sources as a JSON Feed, newest first. It asks no date of an item, so that sources without one
/// are in it, last.
pub fn json_feed(view: &View<'_>) -> Vec<u8> {
    let config = view.config;
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &config.title,
        home_page_url: &config.base_url,
        feed_url: absolute(view, "feed.json"),
        description: &config.description,
        language: view.locale.language(),
        authors: config.author.iter().map(|name| Author { name }).collect(),
        items: view.pages.iter().take(ENTRIES).map(|page| item(view, page)).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&feed).expect("texts are JSON");
    json.push(b'\n');
    json
}

fn item<'v>(view: &View<'v>, page: &'v SourcePage) -> Item<'v> {
    let url = absolute(view, &format!("sources/{}/", page.slug));
    let points: Vec<String> = page.key_points.iter().map(KeyPoint::attributed).collect();
    let names = page.authors.iter().chain(page.outlet.iter().filter(|_| page.authors.is_empty()));
    Item {
        id: url.clone(),
        url,
        external_url: view.outside_address(page),
        title: view.title(page),
        content_text: points.join("\n\n"),
        date_published: page.published.and_then(timestamp),
        date_modified: modified(view, page),
        authors: names.map(|name| Author { name }).collect(),
        tags: &page.tags,
        language: lang(&view.source_of(page).analysis.language),
    }
}
