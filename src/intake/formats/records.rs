//! Dumps: one article a record, in lines of JSON or in an array.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::gathered::Gathered;
use super::{Body, Piece, Read};
use crate::diagnostic::Diagnostic;
use crate::intake::article::Sourced;
use crate::intake::files::MAX_TAGS;
use crate::intake::metadata::{self, Known};
use crate::intake::values::{self, Fault};

/// The names that dumps give their fields, the commonest first; a comparison ignores case and `_`.
pub(super) const TEXT: &[&str] = &[
    "text",
    "body",
    "content",
    "articlebody",
    "fulltext",
    "maintext",
    "articletext",
    "текст",
    "полныйтекст",
    "текстстатьи",
    "содержание",
    "мәтін",
];
const TITLE: &[&str] = &["title", "headline", "заголовок", "название", "тақырып"];
const DATE: &[&str] = &[
    "date",
    "published",
    "publishedat",
    "datepublished",
    "publisheddate",
    "pubdate",
    "publishdate",
    "publicationdate",
    "datetime",
    "timestamp",
    "time",
    "дата",
    "датапубликации",
    "опубликовано",
    "күні",
];
const URL: &[&str] = &["url", "link", "sourceurl", "ссылка", "адрес", "урл"];
const OUTLET: &[&str] = &[
    "outlet",
    "source",
    "sourcename",
    "site",
    "sitename",
    "publisher",
    "publication",
    "domain",
    "издание",
    "источник",
    "сми",
];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator", "автор", "авторы"];
const LANGUAGE: &[&str] = &["language", "lang", "язык"];
const ID: &[&str] = &["id", "guid", "uid", "номер", "ид"];
const TAGS: &[&str] = &["tags", "keywords", "теги", "метки"];
const RETRIEVED: &[&str] =
    &["retrieved", "retrievedat", "crawled", "crawledat", "datedownload", "scrapedat", "accessed"];

/// Bytes that the name of a field has at most that is looked at.
const LONGEST_NAME: usize = 100;

/// Reads each line of `text` as an article. A bad line is named, and the rest is read.
pub(super) fn read_lines(name: &str, text: &str) -> Read {
    let mut gathered = Gathered::new(name);
    for (index, line) in text.split('\n').enumerate() {
        let line = line.trim().trim_start_matches('\u{FEFF}');
        if line.is_empty() || gathered.is_full() {
            continue;
        }
        let number = index + 1;
        let found = match values::parse(line) {
            Ok(Value::Object(fields)) => piece(name, &fields, number, Some(number)),
            Ok(_) => Err("is no article: a line must be a JSON object".to_owned()),
            Err(Fault::TooMany(message)) => Err(format!("is not read: {message}")),
            Err(Fault::Syntax(error)) => {
                let message = error.to_string();
                let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
                Err(format!("is no article: {message}"))
            }
        };
        match found {
            Ok(found) => gathered.add(found),
            Err(message) => {
                let wrong = Diagnostic::error(name, message).at_line(number);
                gathered.fault(wrong.hint("a line is a JSON object with at least \"text\""));
            }
        }
    }
    gathered.finish()
}

/// Whether each of the first lines is a JSON object of its own.
pub(super) fn are_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(3).peekable();
    let first = lines.peek().is_some_and(|line| values::parse(line).is_ok_and(|value| value.is_object()));
    first && lines.all(|line| line.trim_start().starts_with('{')) && text.trim_end().contains('\n')
}

/// Reads the records of an array. A bad one is named, and the rest is read.
pub(super) fn read_all(name: &str, records: &[Value]) -> Read {
    let mut gathered = Gathered::new(name);
    for (index, record) in records.iter().enumerate() {
        if gathered.is_full() {
            continue;
        }
        let found = match record {
            Value::Object(fields) => piece(name, fields, index + 1, None),
            _ => Err("is no article: a record must be an object".to_owned()),
        };
        match found {
            Ok(found) => gathered.add(found),
            Err(message) => {
                let wrong = Diagnostic::error(name, format!("record {}: {message}", index + 1));
                gathered.fault(wrong.hint("a record is an object with at least \"text\""));
            }
        }
    }
    gathered.finish()
}

/// One record. `number` tells it from the others where it has no `id` of its own.
///
/// # Errors
/// Says what it lacks.
pub(super) fn piece(
    name: &str,
    fields: &Map<String, Value>,
    number: usize,
    line: Option<usize>,
) -> Result<(Piece, Vec<Diagnostic>), String> {
    let mut named: HashMap<String, &Value> = HashMap::new();
    for (name, value) in fields.iter().filter(|(name, value)| name.len() <= LONGEST_NAME && !value.is_null()) {
        named.entry(plain(name)).or_insert(value);
    }
    let texts =
        |keys: &[&str]| keys.iter().find_map(|key| named.get(*key)).map(|value| values_of(value)).unwrap_or_default();
    let text = |keys: &[&str]| texts(keys).into_iter().next();
    let Some(body) = text(TEXT) else { return Err("is no article: missing field `text`".to_owned()) };
    let mut diagnostics = Vec::new();
    let mut date = |keys: &[&str]| {
        let value = text(keys).filter(|value| !value.trim().is_empty())?;
        match metadata::moment(&value) {
            Ok(moment) => Some(Sourced::metadata(moment)),
            Err(message) => {
                let wrong = Diagnostic::error(name, format!("\"{}\": {message}", keys[0]));
                let wrong = line.map_or(wrong.clone(), |line| wrong.at_line(line));
                diagnostics.push(wrong.hint("write it as 2022-06-17 or 2022-06-17T10:16"));
                None
            }
        }
    };
    let (published, retrieved) = (date(DATE), date(RETRIEVED));
    let outlet = text(OUTLET);
    // A field «source» may be either: the address of an article or the name of an outlet.
    let url = text(URL).or_else(|| outlet.clone()).as_deref().and_then(metadata::url);
    let known = Known {
        title: text(TITLE).as_deref().and_then(metadata::text),
        published,
        retrieved,
        outlet: outlet.filter(|outlet| !outlet.contains("://")).as_deref().and_then(metadata::text),
        url,
        language: text(LANGUAGE).filter(|language| !language.trim().is_empty()),
        authors: texts(AUTHOR).iter().filter_map(|name| metadata::text(name)).collect(),
        tags: texts(TAGS)
            .iter()
            .flat_map(|tags| tags.split([',', ';']))
            .map(|tag| tag.trim().to_owned())
            .filter(|tag| !tag.is_empty())
            .take(MAX_TAGS)
            .collect(),
        ..Known::default()
    };
    let id = text(ID).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
    let id = id.unwrap_or_else(|| format!("{}-{number}", crate::intake::files::stem(name)));
    let body = if crate::intake::html::is_fragment(&body) { Body::Fragment(body) } else { Body::Text(body) };
    Ok((Piece { id: Some(id), line, body, known, fallback: Known::default() }, diagnostics))
}

/// Whether a field of this name is read.
pub(super) fn is_known(name: &str) -> bool {
    let all = [TEXT, TITLE, DATE, URL, OUTLET, AUTHOR, LANGUAGE, ID, TAGS, RETRIEVED];
    name.len() <= LONGEST_NAME && all.iter().any(|names| names.contains(&plain(name).as_str()))
}

/// A field's name in lower case without spaces and marks.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn values_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(items) => items.iter().flat_map(values_of).collect(),
        Value::Object(fields) => fields.get("name").map(values_of).unwrap_or_default(),
        Value::Bool(_) | Value::Null => Vec::new(),
    }
}
