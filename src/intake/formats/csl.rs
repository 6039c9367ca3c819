//! CSL-JSON, as Zotero exports it: what a library knows of the texts that lie beside it.

use std::path::Path;

use serde_json::Value;

use crate::calendar::{Day, Moment};
use crate::intake::article::Sourced;
use crate::intake::files::stem;
use crate::intake::metadata::{self, Known};
use crate::intake::rules::key;
use crate::intake::values;

/// Whether a JSON file is a library: records with a `type` and no text of their own.
pub(super) fn is_library(value: &Value) -> bool {
    let item = |value: &Value| {
        value["type"].is_string()
            && value["title"].is_string()
            && value["text"].is_null()
            && ["issued", "URL", "container-title", "author", "accessed", "id"].iter().any(|key| !value[*key].is_null())
    };
    match value {
        Value::Array(items) => !items.is_empty() && items.iter().all(item),
        _ => item(value),
    }
}

/// The files beside the text at `path` that may describe it: one of the same name, and what exporters
/// call a whole library.
pub(in crate::intake) fn may_describe(path: &Path) -> Vec<std::path::PathBuf> {
    let mut names: Vec<std::path::PathBuf> = vec![path.with_extension("json")];
    let file = path.file_name().map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    names.push(path.with_file_name(format!("{file}.json")));
    for library in
        ["Exported Items.json", "My Library.json", "library.json", "references.json", "zotero.json", "csl.json"]
    {
        names.push(path.with_file_name(library));
    }
    names.retain(|name| name != path);
    names.dedup();
    names
}

/// What the library in `json` says of the text `name` with this `title`. With `own`, the file bears the
/// text's name, and its one record is the text's.
pub(in crate::intake) fn item_for(json: &str, name: &str, title: Option<&str>, own: bool) -> Option<Known> {
    let value: Value = values::parse(json.trim_start_matches('\u{FEFF}')).ok()?;
    if !is_library(&value) {
        return None;
    }
    let items = match &value {
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    if own && items.len() == 1 {
        return Some(known(&items[0]));
    }
    let stem = key(&stem(name).replace(['_', '-'], " "));
    let title = title.map(key);
    let fits = |item: &&Value| {
        let item_title = item["title"].as_str().map(key).unwrap_or_default();
        let id = item["id"].as_str().map(|id| key(&id.replace(['_', '-'], " "))).unwrap_or_default();
        !item_title.is_empty() && (item_title == stem || Some(&item_title) == title.as_ref() || id == stem)
    };
    items.iter().find(fits).map(known)
}

fn known(item: &Value) -> Known {
    let text = |key: &str| item[key].as_str().and_then(metadata::text);
    Known {
        title: text("title"),
        published: date(&item["issued"]).map(Sourced::metadata),
        retrieved: date(&item["accessed"]).map(Sourced::metadata),
        authors: item["author"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| metadata::text(&person(name)))
            .collect(),
        outlet: text("container-title").or_else(|| text("publisher")),
        url: item["URL"].as_str().and_then(metadata::url),
        language: item["language"].as_str().map(str::to_owned).filter(|language| !language.is_empty()),
        ..Known::default()
    }
}

fn person(name: &Value) -> String {
    if let Some(literal) = name["literal"].as_str() {
        return literal.to_owned();
    }
    ["given", "non-dropping-particle", "family"]
        .iter()
        .filter_map(|key| name[*key].as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A CSL date: `{"date-parts": [[2022, 6, 17]]}`, numbers or strings, or `{"raw": "2022-06-17"}`. A date
/// without a day is none that can be kept.
fn date(value: &Value) -> Option<Moment> {
    if let Some(raw) = value["raw"].as_str().or_else(|| value["literal"].as_str()) {
        return metadata::moment(raw).ok();
    }
    let number = |index: usize| {
        let part = &value["date-parts"][0][index];
        part.as_i64().or_else(|| part.as_str().and_then(|part| part.parse().ok()))
    };
    let date = jiff::civil::Date::new(number(0)? as i16, number(1)? as i8, number(2)? as i8).ok()?;
    Some(Moment::on(Day::from(date)))
}
