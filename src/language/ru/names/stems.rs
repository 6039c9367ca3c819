//! Telling whether two words may be forms of one name, without knowing how it is declined.

use crate::words::LowerCase;

/// Endings of nouns and adjectives, longest first. The genitive plural in -ов is not among them:
/// surnames end so in the nominative.
const ENDINGS: &[&str] = &[
    "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ием", "ой", "ей", "ою", "ею", "ом", "ем", "ым", "им",
    "ам", "ям", "ах", "ях", "ую", "юю", "ая", "яя", "ое", "ее", "ый", "ий", "ых", "их", "ью", "ию", "ия", "ии", "ие",
    "ые", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й",
];

/// Letters that a stem has at least.
const SHORTEST: usize = 3;

/// What may be left of a word without its ending, in lower case with ё as е. Two words that share a
/// stem may be forms of one name.
pub(super) fn stems(word: &str) -> Vec<String> {
    let word = fold(word);
    let mut stems: Vec<String> = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.chars().count() >= SHORTEST)
        .map(str::to_owned)
        .collect();
    stems.push(word);
    stems
}

/// Whether two words may be forms of one name.
pub(super) fn may_be_same(a: &str, b: &str) -> bool {
    let stems_of_a = stems(a);
    stems(b).iter().any(|stem| stems_of_a.contains(stem))
}

/// Lower case, ё as е.
pub(super) fn fold(word: &str) -> String {
    word.lower_plain()
}
