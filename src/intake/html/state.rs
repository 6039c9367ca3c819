//! The data from which scripts draw a page, where it says when the page's article was published.
//!
//! Next.js puts it into `<script id="__NEXT_DATA__" type="application/json">`, others into assignments
//! (`window.__INITIAL_STATE__ = {…}`) or strings of JSON (`JSON.parse("{…}")`). Each system has keys of its own; what
//! they share is an object with the article's title and a date beside it.

use serde_json::{Map, Value};

use crate::calendar::Moment;
use crate::intake::rules::key;
use crate::intake::{metadata, values};

/// Values of a page's data that are looked at, and bytes of its scripts.
const MAX_VALUES: usize = 200_000;
const MAX_BYTES: usize = 8 << 20;

/// Keys of titles.
const TITLES: [&str; 6] = ["title", "headline", "name", "header", "heading", "seotitle"];

/// Keys of the day of publication, in letters and digits alone, the surest first.
const PUBLISHED: [&str; 24] = [
    "datepublished",
    "publishedat",
    "publisheddate",
    "publishdate",
    "publishedtime",
    "publishtime",
    "publicationdate",
    "publicationtime",
    "pubdate",
    "published",
    "publishat",
    "firstpublishedat",
    "firstpublished",
    "firstpublishdate",
    "postdate",
    "displaydate",
    "dateandtime",
    "publishedon",
    "date",
    "datetime",
    "createdat",
    "datecreated",
    "created",
    "timestamp",
];

const MODIFIED: [&str; 8] =
    ["datemodified", "updatedat", "modifiedat", "lastmodified", "updateddate", "updated", "modified", "lastupdated"];

/// When the article was published and changed.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct State {
    pub published: Option<Moment>,
    pub modified: Option<Moment>,
}

/// Whether a script may hold data: by its type, or by what it begins with.
pub(super) fn may_hold(kind: Option<&str>, text: &str) -> bool {
    match kind.map(|kind| kind.trim().to_ascii_lowercase()) {
        Some(kind) if kind == "application/json" => true,
        Some(kind) if !kind.is_empty() && !kind.contains("javascript") => false,
        _ => text.len() <= MAX_BYTES && json_in(text).is_some(),
    }
}

/// Reads scripts on a page that is `named` so: its window's title, its headings.
pub(super) fn read(scripts: &[String], named: &[String]) -> State {
    let named: Vec<String> = named.iter().take(60).map(|name| key(name)).collect();
    let mut left = MAX_VALUES;
    let mut bytes = MAX_BYTES;
    for script in scripts {
        let Some(rest) = bytes.checked_sub(script.len()) else { break };
        bytes = rest;
        let Some(value) = parse(script) else { continue };
        let found = search(&value, &named, &mut left);
        if found.published.is_some() {
            return found;
        }
    }
    State::default()
}

/// Where the JSON of a script begins: at once, or behind an assignment to a name of the window's.
fn json_in(script: &str) -> Option<&str> {
    let script = script.trim_start();
    if script.starts_with(['{', '[']) {
        return Some(script);
    }
    let assigned = ["window.", "window[", "self.", "globalThis.", "var ", "let ", "const "];
    if !assigned.iter().any(|start| script.starts_with(start)) {
        return None;
    }
    let (name, value) = script.split_once('=')?;
    let value = value.trim_start();
    let value = value.strip_prefix("JSON.parse(").map_or(value, str::trim_start);
    (name.len() <= 120 && value.starts_with(['{', '[', '"'])).then_some(value)
}

fn parse(script: &str) -> Option<Value> {
    match values::parse_first(json_in(script)?)? {
        Value::String(inner) => values::parse_first(&inner),
        value => Some(value),
    }
}

/// The days of the first object that has the title of the page and a day of publication.
fn search(root: &Value, named: &[String], left: &mut usize) -> State {
    let table = root.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut open = vec![root];
    while let Some(value) = open.pop() {
        let Some(rest) = left.checked_sub(1) else { break };
        *left = rest;
        match value {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(fields) => {
                if is_named(fields, table, named) {
                    let published = dated(fields, table, &PUBLISHED);
                    if published.is_some() {
                        return State { published, modified: dated(fields, table, &MODIFIED) };
                    }
                }
                open.extend(fields.values().filter(|value| value.is_object() || value.is_array()));
            }
            _ => {}
        }
    }
    State::default()
}

/// A value, or what it stands for: Nuxt lists all values of its data once, and objects hold their places in that list.
fn resolved<'v>(value: &'v Value, table: &'v [Value]) -> &'v Value {
    let place = value.as_u64().and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| table.get(place)).unwrap_or(value)
}

fn is_named(fields: &Map<String, Value>, table: &[Value], named: &[String]) -> bool {
    fields.iter().filter(|(name, _)| TITLES.contains(&plain(name).as_str())).any(|(_, title)| {
        let title = resolved(title, table);
        let text = title.as_str().or_else(|| title["rendered"].as_str());
        let title = text.map(key).unwrap_or_default();
        title.split(' ').count() >= 2 && named.iter().any(|name| name.contains(&title))
    })
}

fn dated(fields: &Map<String, Value>, table: &[Value], keys: &[&str]) -> Option<Moment> {
    let of = |wanted: &str| fields.iter().find(|(name, _)| plain(name) == wanted);
    keys.iter().find_map(|wanted| day(resolved(of(wanted)?.1, table)))
}

/// A moment as systems write one: a text, or seconds or milliseconds since 1970.
fn day(value: &Value) -> Option<Moment> {
    match value {
        Value::String(text) => metadata::moment(text).ok(),
        Value::Number(number) => metadata::moment(&number.to_string()).ok(),
        _ => None,
    }
}

/// A key's letters and digits in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
