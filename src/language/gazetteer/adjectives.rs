//! Adjectives of countries: «турецкий», «казахстанский».

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Entry, cell, fold, get, rows, split};

const ADJECTIVES: &str = include_str!("../../../models/reference/country_adjectives_ru.tsv");

/// The endings of an adjective in all cases, genders and numbers.
const ENDINGS: &[&str] = &[
    "ий", "ый", "ой", "ая", "яя", "ое", "ее", "ие", "ые", "ого", "его", "ому", "ему", "им", "ым", "ом", "ем", "ей",
    "ую", "юю", "их", "ых", "ими", "ыми",
];

/// The country that a Russian adjective in any of its forms belongs to («турецкого» → Turkey).
pub fn country_of_adjective(word: &str) -> Option<&'static Entry> {
    static BY_STEM: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let by_stem = BY_STEM.get_or_init(|| {
        let words = rows(ADJECTIVES).flat_map(|row| {
            let code = cell(&row, 0);
            split(cell(&row, 1), ';').map(move |word| (fold(word), code))
        });
        words.map(|(word, code)| (word.strip_suffix("ий").unwrap_or(&word).to_owned(), code)).collect()
    });
    let word = fold(word);
    ENDINGS.iter().find_map(|ending| {
        let code = by_stem.get(word.strip_suffix(ending)?)?;
        get(&format!("country:{code}"))
    })
}
