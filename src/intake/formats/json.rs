//! JSON files: Telegram's export, dumps, a library's records of texts beside them.

use serde_json::Value;

use super::{Read, csl, records, telegram};
use crate::diagnostic::Diagnostic;
use crate::intake::Options;
use crate::intake::values::{self, Fault};

/// Whether a text that opens with a bracket is JSON and not prose.
pub(super) fn is_json(start: &str) -> bool {
    let inner = start[1..].trim_start();
    match start.as_bytes()[0] {
        b'{' => inner.starts_with(['"', '}']),
        _ => inner.starts_with(['{', ']']),
    }
}

/// Reads a JSON file.
pub(super) fn read(name: &str, text: &str, options: &Options) -> Read {
    let text = text.trim_start_matches('\u{FEFF}');
    let parsed = values::parse(text).or_else(|fault| {
        let mended = if matches!(fault, Fault::Syntax(_)) { mended(text) } else { text.to_owned() };
        if mended == text { Err(fault) } else { values::parse(&mended) }
    });
    let value = match parsed {
        Ok(value) => value,
        Err(_) if records::are_lines(text) => return records::read_lines(name, text),
        Err(Fault::TooMany(message)) => {
            let wrong = Diagnostic::error(name, format!("is not read: {message}"));
            return (Vec::new(), vec![wrong.hint("split it, or give its articles as lines of a .jsonl file")]);
        }
        Err(Fault::Syntax(error)) => {
            let wrong = Diagnostic::error(name, format!("is no valid JSON: {}", reason(&error)));
            let wrong = wrong.at_line(error.line().max(1)).at_column(error.column().max(1));
            return (Vec::new(), vec![wrong.hint("export it again: the file may have been cut off")]);
        }
    };
    if telegram::is_export(&value) {
        return telegram::read(name, &value, options);
    }
    if csl::is_library(&value) {
        // It describes texts beside it, and is read with them.
        return (Vec::new(), Vec::new());
    }
    match &value {
        Value::Array(records) => records::read_all(name, records),
        Value::Object(fields) => {
            let inner = ["articles", "items", "records", "results", "data", "documents", "docs", "news"];
            if let Some(records) = inner.iter().find_map(|key| fields.get(*key)?.as_array()) {
                return records::read_all(name, records);
            }
            match records::piece(name, fields, 1, None) {
                Ok((mut piece, found)) => {
                    piece.id = None;
                    (vec![piece], found)
                }
                Err(message) => {
                    let wrong = Diagnostic::error(name, message);
                    (Vec::new(), vec![wrong.hint("an article is an object with at least \"text\"; or remove the file")])
                }
            }
        }
        _ => (Vec::new(), vec![Diagnostic::error(name, "is JSON, but holds no article").hint("remove it")]),
    }
}

fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.clone(), |(message, _)| message.to_owned())
}

/// The text with what exporters write and JSON does not know: `\xNN` in strings, which Telegram Desktop
/// puts for control characters, and control characters themselves.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_string = false;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => {
                in_string = !in_string;
                out.push(c);
            }
            '\\' if in_string => match chars.next() {
                Some((_, 'x')) => {
                    let digits =
                        text.get(at + 2..at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
                    match digits {
                        Some(digits) => {
                            out.push_str("\\u00");
                            out.push_str(digits);
                            chars.nth(1);
                        }
                        None => out.push('x'),
                    }
                }
                Some((_, next)) if "\"\\/bfnrtu".contains(next) => out.extend(['\\', next]),
                Some((_, next)) => out.push(next),
                None => {}
            },
            c if in_string && c.is_ascii_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
