//! The data on its article that a page carries for search engines: JSON-LD in schema.org's words.

use serde_json::Value;

use crate::intake::rules::key;
use crate::intake::values;

/// Objects of a page's data that are looked at, and authors of an article.
const MAX_NODES: usize = 2000;
const MAX_AUTHORS: usize = 100;

/// What the page's data says of its article.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    pub headline: Option<String>,
    pub body: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
}

/// Reads the scripts of type `application/ld+json`. A broken one says nothing. Of several articles the page's own is
/// the one whose headline stands in what the page is `named`: its window's title, its headings of the first rank.
pub(super) fn read(scripts: &[String], named: &[String]) -> Declared {
    let roots: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut nodes = Vec::new();
    for root in &roots {
        collect(root, &mut nodes);
    }
    let is_article = |node: &&Value| {
        is_a(node, |kind| {
            kind.ends_with("Article") || kind.ends_with("BlogPosting") || matches!(kind, "Report" | "Review")
        })
    };
    let named: Vec<String> = named.iter().take(60).map(|name| key(name)).collect();
    let is_named = |node: &&Value| {
        let headline = node["headline"].as_str().or_else(|| node["name"].as_str()).map(key).unwrap_or_default();
        !headline.is_empty() && named.iter().any(|name| name.contains(&headline))
    };
    let articles = || nodes.iter().copied().filter(is_article);
    let article = articles().find(is_named).or_else(|| articles().next());
    let page = nodes.iter().copied().find(|node| is_a(node, |kind| kind == "WebPage" || kind == "ItemPage"));
    let mut declared = article.map(|node| describe(node, &nodes)).unwrap_or_default();
    if let Some(page) = page.map(|node| describe(node, &nodes)) {
        declared.published = declared.published.or(page.published);
        declared.modified = declared.modified.or(page.modified);
        declared.language = declared.language.or(page.language);
    }
    declared
}

/// Pages put raw line ends into strings and comments round them; neither is JSON.
fn parse(script: &str) -> Option<Value> {
    let script: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let script =
        script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let script =
        script.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    values::parse(script).ok()
}

/// Every object, wherever it hangs.
fn collect<'v>(value: &'v Value, nodes: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, nodes)),
        Value::Object(fields) if nodes.len() < MAX_NODES => {
            nodes.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
                if let Some(inner) = fields.get(key) {
                    collect(inner, nodes);
                }
            }
        }
        _ => {}
    }
}

fn is_a(node: &Value, test: impl Fn(&str) -> bool) -> bool {
    match &node["@type"] {
        Value::String(kind) => test(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(test),
        _ => false,
    }
}

fn describe(node: &Value, nodes: &[&Value]) -> Declared {
    let text = |key: &str| node[key].as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let address = |value: &Value| value.as_str().or_else(|| value["@id"].as_str()).map(str::to_owned);
    Declared {
        headline: text("headline").or_else(|| text("name")),
        body: text("articleBody"),
        published: text("datePublished").or_else(|| text("dateCreated")),
        modified: text("dateModified"),
        authors: people(&node["author"], nodes),
        publisher: name(&node["publisher"], nodes).or_else(|| name(&node["sourceOrganization"], nodes)),
        url: text("url").or_else(|| address(&node["mainEntityOfPage"])),
        language: text("inLanguage"),
    }
}

/// The names of authors; an organization is none.
fn people(value: &Value, nodes: &[&Value]) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().take(MAX_AUTHORS).flat_map(|item| people(item, nodes)).collect(),
        Value::Object(_) if is_a(resolved(value, nodes), |kind| kind.ends_with("Organization")) => Vec::new(),
        _ => name(value, nodes).into_iter().collect(),
    }
}

fn name(value: &Value, nodes: &[&Value]) -> Option<String> {
    let found = match value {
        Value::String(name) => Some(name.as_str()),
        Value::Array(items) => return items.iter().find_map(|item| name(item, nodes)),
        _ => resolved(value, nodes)["name"].as_str(),
    };
    found.map(str::trim).filter(|name| !name.is_empty() && !name.contains("://")).map(str::to_owned)
}

/// The object that a reference (`{"@id": …}`) means.
fn resolved<'v>(value: &'v Value, nodes: &[&'v Value]) -> &'v Value {
    match value["@id"].as_str() {
        Some(id) if value["name"].is_null() => {
            nodes.iter().copied().find(|node| node["@id"].as_str() == Some(id)).unwrap_or(value)
        }
        _ => value,
    }
}
