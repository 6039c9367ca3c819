//! Bodies that many states have, by names of ordinary words («Национальная гвардия», «Союз писателей»): the words around
//! them say whose they are, and no table need know them.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::bodies::genitive;
use super::naming::{identity_key, plain_key};
use crate::language::Pos;
use crate::language::gazetteer::{self, Class};
use crate::language::ru::morphology::readings;

/// Whether `form` is made of ordinary words alone: it says what the body is, and not which.
pub fn is_ordinary(form: &str) -> bool {
    let words: Vec<&str> = form.split_whitespace().collect();
    let is_cyrillic = |word: &str| word.chars().all(|c| ('а'..='ё').contains(&c.to_lowercase().next().unwrap_or(c)));
    let fits = |(place, word): (usize, &&str)| {
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let is_calm = letters.all(|c| !c.is_uppercase()) && (!capital || place == 0);
        is_calm && is_cyrillic(word) && is_common(&word.to_lowercase())
    };
    words.first().is_some_and(|first| first.starts_with(char::is_uppercase)) && words.iter().enumerate().all(fits)
}

/// Whether a dictionary has the word, and not as a name.
fn is_common(word: &str) -> bool {
    readings(word).iter().any(|reading| {
        reading.known
            && reading.name.is_none()
            && matches!(reading.pos, Pos::Noun | Pos::Adjective | Pos::Function | Pos::Number)
    })
}

/// «Национальная гвардия Казахстана»: the body of the state with this code, by its name in full.
pub fn in_full(form: &str, code: &str) -> String {
    match gazetteer::get(&format!("country:{code}")) {
        Some(state) => format!("{form} {}", genitive(state.name("ru"))),
        None => form.to_owned(),
    }
}

/// What equals for all names of one body (see [`identity_key`]), and the code of the state that the name ends in:
/// «Нацгвардия РК» is the «нацгвардия» of KZ.
pub fn body_of_state(name: &str) -> Option<(String, &'static str)> {
    let plain = plain_key(name);
    let words: Vec<&str> = plain.split(' ').collect();
    (1..words.len()).find_map(|length| {
        let code = states().get(&words[length..].join(" "))?;
        let body: String = name.split_whitespace().take(length).collect::<Vec<_>>().join(" ");
        is_ordinary(&body).then(|| (identity_key(&body), *code))
    })
}

/// The names of states in the genitive, as [`plain_key`] spells them, with their codes.
fn states() -> &'static HashMap<String, &'static str> {
    static STATES: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    STATES.get_or_init(|| {
        let states = gazetteer::entries().iter().filter(|entry| entry.class == Class::Country);
        let names = states.filter_map(|entry| Some((entry, entry.country?)));
        names.flat_map(|(entry, code)| entry.ru.iter().map(move |name| (plain_key(&genitive(name)), code))).collect()
    })
}
