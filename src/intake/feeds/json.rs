//! JSON Feed 1 and 1.1.

use serde_json::Value;

use super::{FeedFields, FeedText, MAX_ENTRIES, too_many};
use crate::intake::values::{self, Fault};

/// Reads a JSON Feed.
pub(super) fn read(text: &str) -> FeedText {
    match values::parse(text) {
        Ok(value) => {
            let items = value["items"].as_array().map(Vec::as_slice).unwrap_or_default();
            let entries = items.iter().take(MAX_ENTRIES).map(fields);
            let fault = (items.len() > MAX_ENTRIES).then(|| (1, too_many()));
            FeedText { own: fields(&value), entries: entries.collect(), fault }
        }
        Err(Fault::Syntax(error)) => {
            FeedText { fault: Some((error.line().max(1), error.to_string())), ..FeedText::default() }
        }
        Err(fault) => FeedText { fault: Some((1, fault.to_string())), ..FeedText::default() },
    }
}

fn fields(value: &Value) -> FeedFields {
    let text = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| value[*key].as_str().filter(|text| !text.trim().is_empty()));
        found.unwrap_or_default().to_owned()
    };
    let id = value["id"]
        .as_str()
        .map_or_else(|| value["id"].as_i64().map_or(String::new(), |id| id.to_string()), str::to_owned);
    let one = std::slice::from_ref(&value["author"]);
    let authors = value["authors"].as_array().map_or(one, Vec::as_slice);
    let tags = value["tags"].as_array().map(Vec::as_slice).unwrap_or_default();
    FeedFields {
        title: text(&["title"]),
        link: text(&["url", "external_url"]),
        id,
        published: text(&["date_published"]),
        modified: text(&["date_modified"]),
        authors: authors.iter().filter_map(|author| author["name"].as_str()).map(str::to_owned).collect(),
        content: text(&["content_html", "content_text"]),
        summary: text(&["summary"]),
        plain: value["content_html"].is_null(),
        language: text(&["language"]),
        tags: tags.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        ..FeedFields::default()
    }
}
