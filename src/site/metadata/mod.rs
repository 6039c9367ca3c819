//! What pages say to programs: schema.org, as JSON-LD.
//!
//! A source's article is described as its outlet's, never as the dossier's; what it says is a `Claim`
//! whose `appearance` is that article. A value that the program derived is left out, or says so.
//! Lists are bounded: they stand in full on the pages, and in `dossier.json`.

mod entity;
mod events;
mod source;

use serde_json::{Map, Value, json};

use super::feed::absolute;
use super::view::View;
use crate::content::SourcePage;

pub use entity::entity;
pub use events::timeline;
pub use source::source;

/// A page's way from the home page: names and paths relative to the site.
pub type Crumbs<'c> = &'c [(String, String)];

/// The home page: the site itself.
pub fn home(view: &View<'_>) -> Vec<Value> {
    let config = view.config;
    let mut site = object(&[("@type", "WebSite"), ("@id", &site_id(view)), ("url", &config.base_url)]);
    put(&mut site, "name", Some(config.title.as_str()));
    put(&mut site, "description", Some(config.description.as_str()).filter(|text| !text.is_empty()));
    put(&mut site, "inLanguage", Some(view.locale.language()));
    put(&mut site, "publisher", config.author.as_deref().map(|name| json!({"@type": "Person", "name": name})));
    vec![Value::Object(site)]
}

/// A page of the dossier's own; `kind` is its schema.org type.
pub fn page(view: &View<'_>, kind: &str, path: &str, name: &str, crumbs: Crumbs<'_>) -> Vec<Value> {
    vec![Value::Object(own_page(view, kind, path, name, crumbs))]
}

/// The text of a `<script type="application/ld+json">`: nothing in it can end the element, or begin
/// another.
pub fn script(nodes: Vec<Value>) -> String {
    if nodes.is_empty() {
        return String::new();
    }
    let json = json!({"@context": "https://schema.org", "@graph": nodes}).to_string();
    let mut safe = String::with_capacity(json.len() + json.len() / 32);
    for c in json.chars() {
        match c {
            // Within JSON these stand only in strings, where an escape means the same.
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
}

fn own_page(view: &View<'_>, kind: &str, path: &str, name: &str, crumbs: Crumbs<'_>) -> Map<String, Value> {
    let url = absolute(view, path);
    let mut page = object(&[("@type", kind), ("@id", &url), ("url", &url), ("name", name)]);
    put(&mut page, "inLanguage", Some(view.locale.language()));
    put(&mut page, "isPartOf", Some(json!({"@id": site_id(view)})));
    let here = (name.to_owned(), path.to_owned());
    let home = (view.config.title.clone(), String::new());
    let steps: Vec<Value> = std::iter::once(&home)
        .chain(crumbs)
        .chain([&here])
        .enumerate()
        .map(|(index, (name, path))| {
            json!({"@type": "ListItem", "position": index + 1, "name": name, "item": absolute(view, path)})
        })
        .collect();
    put(&mut page, "breadcrumb", Some(json!({"@type": "BreadcrumbList", "itemListElement": steps})));
    page
}

fn site_id(view: &View<'_>) -> String {
    format!("{}#site", view.config.base_url)
}

/// The id of the article that a source's page is about: a place on that page, as not every source has
/// an address.
fn article_id(view: &View<'_>, page: &SourcePage) -> String {
    format!("{}#article", absolute(view, &format!("sources/{}/", page.slug)))
}

/// An entity in a few words: who is meant, not what is known.
fn entity_reference(view: &View<'_>, entity: usize) -> Value {
    let found = &view.dossier.entities[entity];
    json!({"@type": entity::kind(found.kind), "@id": entity_id(view, entity), "name": found.name})
}

fn entity_id(view: &View<'_>, entity: usize) -> String {
    format!("{}#entity", absolute(view, &format!("entities/{}/", view.dossier.entities[entity].id)))
}

/// An article in a few words.
fn article_reference(view: &View<'_>, page: &SourcePage) -> Value {
    json!({"@type": "NewsArticle", "@id": article_id(view, page), "name": view.title(page)})
}

fn object(fields: &[(&str, &str)]) -> Map<String, Value> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect()
}

/// Sets a property, where there is a value.
fn put(object: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_string_can_end_the_script() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}";
        let script = script(vec![json!({"name": hostile})]);
        assert!(!script.contains(['<', '>', '&', '\u{2028}']), "{script}");
        let read: Value = serde_json::from_str(&script).unwrap();
        assert_eq!(read["@graph"][0]["name"], hostile);
    }
}
