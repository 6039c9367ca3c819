//! What a word looks like to the context model.

use crate::words::is_alphabetic;

/// The number of a word's shape: marks, digits or letters, their capitals and script, whether the word
/// begins its sentence, and whether it has a hyphen.
pub(super) fn of(word: &str, begins: bool) -> usize {
    kind(word) * 4 + 2 * usize::from(begins) + usize::from(word.contains('-'))
}

fn kind(word: &str) -> usize {
    const MARKS: usize = 0;
    const NUMBER: usize = 1;
    const WITH_DIGITS: usize = 2;
    const LOWER: usize = 3;
    const UPPER: usize = 4;
    const CAPITALISED: usize = 5;
    const MIXED: usize = 6;
    /// Words with Latin letters have the four kinds above once more.
    const LATIN: usize = 4;
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return if word.bytes().all(|byte| byte.is_ascii_digit()) { NUMBER } else { WITH_DIGITS };
    }
    let letters = || word.chars().filter(|&letter| is_alphabetic(letter));
    let Some(first) = letters().next() else { return MARKS };
    let kind = if !letters().any(char::is_uppercase) {
        LOWER
    } else if !letters().any(char::is_lowercase) && letters().nth(1).is_some() {
        UPPER
    } else if first.is_uppercase() && !letters().skip(1).any(char::is_uppercase) {
        CAPITALISED
    } else {
        MIXED
    };
    let latin = letters().any(|letter| letter.to_lowercase().next().is_some_and(|lower| lower.is_ascii_lowercase()));
    if latin { kind + LATIN } else { kind }
}
