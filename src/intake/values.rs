//! JSON from strangers, parsed only where its values fit into memory.

use serde_json::Value;

/// Bytes that the values of one document may take, as [`reckoned`] counts them.
const MAX_BYTES: usize = 400 << 20;

/// Bytes of one object with a few fields, and of any other value, as `serde_json` keeps them.
const OBJECT: usize = 640;
const OTHER: usize = 64;

/// Why a text is no JSON that is read.
#[derive(Debug)]
pub(super) enum Fault {
    /// Its values would take too much memory.
    TooMany(String),
    /// It is no JSON.
    Syntax(serde_json::Error),
}

/// Parses `text`.
///
/// # Errors
/// Where it is no JSON, or has too many values.
pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    let bytes = reckoned(text);
    if bytes > MAX_BYTES {
        let message = format!("its values would take {} MiB, and may take {}", bytes >> 20, MAX_BYTES >> 20);
        return Err(Fault::TooMany(message));
    }
    serde_json::from_str(text).map_err(Fault::Syntax)
}

/// The first value that `text` begins with, whatever follows it. `None` where there is none, or it would be too large.
pub(super) fn parse_first(text: &str) -> Option<Value> {
    let fits = reckoned(text) <= MAX_BYTES;
    fits.then(|| serde_json::Deserializer::from_str(text).into_iter().next()).flatten()?.ok()
}

/// The bytes that the values of `text` take at most: every bracket and comma is taken for one, those in strings too.
fn reckoned(text: &str) -> usize {
    text.bytes().fold(0, |sum, byte| match byte {
        b'{' => sum + OBJECT,
        b'[' | b',' => sum + OTHER,
        _ => sum,
    })
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooMany(message) => f.write_str(message),
            Self::Syntax(error) => error.fmt(f),
        }
    }
}
