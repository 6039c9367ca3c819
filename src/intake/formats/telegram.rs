//! `result.json` of Telegram Desktop: each post of some length is an article.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::gathered::Gathered;
use super::{Body, Piece, Read};
use crate::calendar::Moment;
use crate::diagnostic::Diagnostic;
use crate::intake::article::Sourced;
use crate::intake::metadata::{self, Known};
use crate::intake::{Options, files};

/// Whether a JSON file is an export of one chat or of all.
pub(super) fn is_export(value: &Value) -> bool {
    let chat = |value: &Value| value["messages"].is_array() && (value["type"].is_string() || value["name"].is_string());
    chat(value) || value["chats"]["list"].as_array().is_some_and(|list| list.iter().any(chat))
}

/// Reads the posts of an export. Service messages, and posts shorter than the options ask, are none.
pub(super) fn read(name: &str, value: &Value, options: &Options) -> Read {
    let (mut gathered, mut short, mut any) = (Gathered::new(name), 0, false);
    let all = value["chats"]["list"].as_array();
    let chats: Vec<&Value> = match all {
        // A whole account has private talks in it, which nobody meant to publish.
        Some(list) => list.iter().filter(|chat| is_public(chat)).collect(),
        None => vec![value],
    };
    for chat in &chats {
        for message in chat["messages"].as_array().into_iter().flatten() {
            if message["type"].as_str() != Some("message") {
                continue;
            }
            let text = text_of(message);
            let length = text.chars().filter(|c| !c.is_whitespace()).count();
            if length == 0 {
                continue;
            }
            if length < options.shortest_post {
                short += 1;
                continue;
            }
            any = true;
            if !gathered.is_full() {
                gathered.add((piece(name, chat, message, text, chats.len() > 1), Vec::new()));
            }
        }
    }
    let (pieces, mut diagnostics) = gathered.finish();
    if short > 0 {
        let message =
            format!("has {short} posts shorter than {} characters, which are left out", options.shortest_post);
        diagnostics.push(Diagnostic::note(name, message).hint("`shortest_post` in dossier.toml sets the length"));
    }
    if let Some(list) = all.filter(|list| list.len() > chats.len()) {
        let message = format!("has {} chats that are no public channels, which are left out", list.len() - chats.len());
        diagnostics.push(Diagnostic::note(name, message).hint("export a single chat to read it"));
    }
    if !any && short == 0 {
        diagnostics
            .push(Diagnostic::error(name, "is a Telegram export without a post that has text").hint("remove it"));
    }
    (pieces, diagnostics)
}

fn is_public(chat: &Value) -> bool {
    chat["type"].as_str().is_some_and(|kind| kind.starts_with("public_"))
}

fn piece(name: &str, chat: &Value, message: &Value, text: String, many_chats: bool) -> Piece {
    let number = &message["id"];
    let chat_part = if many_chats { format!("{}-", chat["id"]) } else { String::new() };
    let by = |key: &str| message[key].as_str().and_then(metadata::text);
    let channel = chat["name"].as_str();
    // In a channel the sender is the channel; in a group the sender wrote the post.
    let sender = message["from"].as_str().filter(|from| Some(*from) != channel).and_then(metadata::text);
    let user = ["username", "link"].iter().find_map(|key| chat[*key].as_str());
    let user = user
        .map(|user| user.trim_start_matches('@').rsplit('/').next().unwrap_or(user))
        .filter(|user| !user.is_empty());
    let known = Known {
        published: moment(message, "date").map(Sourced::metadata),
        modified: moment(message, "edited").map(Sourced::metadata),
        outlet: channel.and_then(metadata::text),
        authors: by("author").or_else(|| by("forwarded_from")).or(sender).into_iter().collect(),
        url: user.map(|user| Sourced::metadata(format!("https://t.me/{user}/{number}"))),
        ..Known::default()
    };
    Piece {
        id: Some(format!("{}-{chat_part}{number}", files::stem(name))),
        line: None,
        body: Body::Text(text),
        known,
        fallback: Known::default(),
    }
}

/// A post's text: a string, or strings and marked pieces in a row.
fn text_of(message: &Value) -> String {
    let joined = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            parts.iter().filter_map(|part| part.as_str().or_else(|| part["text"].as_str())).collect()
        }
        _ => String::new(),
    };
    let text = joined(&message["text"]);
    if text.trim().is_empty() { joined(&message["text_entities"]) } else { text }
}

/// The moment of `key` on the exporter's clock, with the clock's distance from UTC where
/// `<key>_unixtime` gives it.
fn moment(message: &Value, key: &str) -> Option<Moment> {
    let local = message[key].as_str().and_then(|date| date.parse::<DateTime>().ok());
    let unix = &message[format!("{key}_unixtime")];
    let unix = unix.as_str().and_then(|seconds| seconds.parse::<i64>().ok()).or_else(|| unix.as_i64());
    let unix = unix.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let utc = unix.map(|instant| instant.to_zoned(TimeZone::UTC).datetime());
    let (civil, offset) = match (local, utc) {
        (Some(local), Some(utc)) => {
            let ahead = local.duration_since(utc).as_secs();
            (local, (ahead.abs() <= 15 * 3600).then_some((ahead / 60) as i16))
        }
        (Some(local), None) => (local, None),
        (None, Some(utc)) => (utc, Some(0)),
        (None, None) => return None,
    };
    let minutes = civil.time().with().second(0).subsec_nanosecond(0).build().ok()?;
    Some(Moment { day: civil.date().into(), time: Some(minutes), offset })
}
