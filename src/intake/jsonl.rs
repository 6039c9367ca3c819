//! `.jsonl`: one article a line.

use serde::Deserialize;

use super::article::{Article, Sourced};
use super::files::{Identity, article, sha256, stem};
use super::metadata::{self, Known};
use crate::diagnostic::Diagnostic;

/// The keys of a line; others are ignored.
#[derive(Deserialize)]
struct Record {
    text: String,
    id: Option<Id>,
    title: Option<String>,
    date: Option<String>,
    language: Option<String>,
    url: Option<String>,
    outlet: Option<String>,
}

/// Dumps number their lines as often as they name them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

/// Reads each line of `text` as an article; `of_all` says what a line does not. A bad line is named, and
/// the rest is read.
pub(super) fn read(name: &str, text: &str, raw: bool, of_all: &Known) -> (Vec<Article>, Vec<Diagnostic>) {
    let (mut articles, mut diagnostics) = (Vec::new(), Vec::new());
    for (index, line) in text.split('\n').enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let number = index + 1;
        let record: Record = match serde_json::from_str(line) {
            Ok(record) => record,
            Err(error) => {
                let message = error.to_string();
                let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
                let wrong = Diagnostic::error(name, format!("is no article: {message}")).at_line(number);
                diagnostics.push(wrong.hint("a line is a JSON object with at least \"text\""));
                continue;
            }
        };
        let known = known(name, number, &record, &mut diagnostics).or(of_all.clone());
        let id = match &record.id {
            Some(Id::Text(id)) if !id.trim().is_empty() => id.trim().to_owned(),
            Some(Id::Number(id)) => id.to_string(),
            _ => format!("{}-{number}", stem(name)),
        };
        let identity = Identity { id, path: name.to_owned(), sha256: sha256(line.as_bytes()) };
        match article(identity, &record.text, known, raw) {
            Ok(article) => articles.push(article),
            Err(wrong) => diagnostics.push(wrong.at_line(number)),
        }
    }
    (articles, diagnostics)
}

fn known(name: &str, number: usize, record: &Record, diagnostics: &mut Vec<Diagnostic>) -> Known {
    let mut known = Known {
        title: record.title.as_deref().and_then(metadata::text),
        outlet: record.outlet.as_deref().and_then(metadata::text),
        url: record.url.as_deref().and_then(metadata::url),
        language: record.language.clone().filter(|language| !language.trim().is_empty()),
        ..Known::default()
    };
    if let Some(date) = record.date.as_deref().filter(|date| !date.trim().is_empty()) {
        match metadata::moment(date) {
            Ok(moment) => known.published = Some(Sourced::metadata(moment)),
            Err(message) => diagnostics.push(
                Diagnostic::error(name, format!("\"date\": {message}"))
                    .at_line(number)
                    .hint("write it as 2022-06-17 or 2022-06-17T10:16"),
            ),
        }
    }
    known
}
