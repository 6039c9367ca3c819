//! Feeds as files: each entry is an article.

use sha2::{Digest, Sha256};

use super::{Body, Piece, Read};
use crate::diagnostic::Diagnostic;
use crate::intake::article::Sourced;
use crate::intake::feeds::{self, FeedFields, FeedText, read_feed};
use crate::intake::files;
use crate::intake::metadata::{self, Known};

/// Reads a feed's entries.
pub(super) fn read(name: &str, text: &str) -> Read {
    let FeedText { own, entries, fault } = read_feed(text);
    let mut diagnostics = Vec::new();
    if let Some((line, reason)) = fault {
        let message = if entries.is_empty() {
            format!("is no feed that can be read: {reason}")
        } else {
            format!("is not read from here on: {reason}")
        };
        diagnostics.push(
            Diagnostic::error(name, message).at_line(line).hint("get the file again; what stands before was read"),
        );
    }
    let empty = entries.iter().filter(|entry| entry.text().is_none()).count();
    let pieces: Vec<Piece> = entries.iter().filter_map(|entry| piece(name, &own, entry)).collect();
    if empty > 0 {
        let message = format!("has {empty} entries without text, which are left out");
        diagnostics.push(Diagnostic::note(name, message).hint("save the pages that they link to"));
    }
    if pieces.is_empty() && diagnostics.is_empty() {
        diagnostics.push(
            Diagnostic::error(name, "is XML, but no feed with entries")
                .hint("remove it, or paste its text into a .txt file"),
        );
    }
    (pieces, diagnostics)
}

fn piece(name: &str, feed: &FeedFields, entry: &FeedFields) -> Option<Piece> {
    let (text, _) = entry.text()?;
    let first = |values: [&str; 2]| values.into_iter().find(|value| !value.trim().is_empty()).map(str::to_owned);
    let moment = |value: &str| metadata::moment(value).ok().map(Sourced::metadata);
    let known = Known {
        title: entry.title().map(Sourced::metadata),
        published: entry.moment().map(Sourced::metadata),
        modified: moment(&entry.modified).filter(|_| !entry.published.is_empty()),
        authors: entry.authors.iter().filter_map(|author| metadata::text(author)).collect(),
        outlet: first([&entry.source, &feed.title]).as_deref().and_then(feeds::plain).map(Sourced::metadata),
        url: metadata::url(&entry.link).or_else(|| metadata::url(&entry.id)),
        language: first([&entry.language, &feed.language]),
        tags: entry.tags.clone(),
        ..Known::default()
    };
    let identity = [&entry.id, &entry.link, &entry.title]
        .into_iter()
        .map(String::as_str)
        .find(|value| !value.trim().is_empty())
        .unwrap_or(text);
    let digest: String =
        Sha256::digest(identity.trim().as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let body = if !entry.plain && text.contains('<') && text.contains('>') {
        Body::Fragment(text.to_owned())
    } else {
        Body::Text(text.to_owned())
    };
    Some(Piece {
        id: Some(format!("{}-{digest}", files::stem(name))),
        line: (entry.line > 0).then_some(entry.line),
        body,
        known,
        fallback: Known::default(),
    })
}
