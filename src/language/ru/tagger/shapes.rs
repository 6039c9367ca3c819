//! What a word looks like: its script and its capitals, as the model was taught to see them.

use std::collections::BTreeMap;

use super::pack;
use crate::language::ru::tokens::is_decimal_digit;

/// Shape names with their ids.
pub(super) struct Shapes {
    ids: BTreeMap<&'static str, u8>,
}

impl Shapes {
    pub(super) fn load() -> Self {
        let names = pack::lines(b"SHAP");
        Self { ids: names.iter().enumerate().map(|(id, name)| (*name, id as u8)).collect() }
    }

    /// The id of the shape of `word`.
    pub(super) fn id(&self, word: &str) -> u8 {
        let name = self.name(word);
        *self.ids.get(name.as_str()).expect("every shape is in the model's list")
    }

    /// The shape of `word` as the model calls it: `RU_Xx`, `EN_XX`, `NUM`, `PUNCT_,`, …
    pub(super) fn name(&self, word: &str) -> String {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { return "OTHER".to_owned() };
        let second = chars.next();
        match first {
            'а'..='я' | 'ё' | 'А'..='Я' | 'Ё' => format!("RU_{}", outline(word)),
            'a'..='z' | 'A'..='Z' => format!("EN_{}", outline(word)),
            _ if is_decimal_digit(first) => "NUM".to_owned(),
            '+' | '-' if second.is_some_and(is_decimal_digit) => "NUM".to_owned(),
            _ => {
                let mark = format!("PUNCT_{first}");
                match (self.ids.contains_key(mark.as_str()), second) {
                    (true, None) => mark,
                    (true, Some(_)) => "PUNCT_OTHER".to_owned(),
                    (false, _) => "OTHER".to_owned(),
                }
            }
        }
    }
}

/// Where a word has its capitals.
fn outline(word: &str) -> &'static str {
    if word.chars().nth(1).is_none() {
        return if is_upper(word) { "X" } else { "x" };
    }
    if is_upper(word) {
        "XX"
    } else if is_lower(word) {
        "xx"
    } else if is_title(word) {
        "Xx"
    } else if word.split_once('-').is_some_and(|(left, right)| is_title(left) && is_title(right)) {
        "Xx-Xx"
    } else {
        "OTHER"
    }
}

/// Has a cased letter, and none in lower case.
fn is_upper(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Has a cased letter, and none in upper case.
fn is_lower(word: &str) -> bool {
    word.chars().any(char::is_lowercase) && !word.chars().any(char::is_uppercase)
}

/// A capital, then lower case.
fn is_title(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && is_lower(chars.as_str())
}
