//! A nominative from the dictionary, spelled the way the text spells the name.

use crate::words::is_alphabetic;

/// `nominative` (lower case) with the capitals and the ё of `original`, the form in the text.
///
/// What both share from the start is taken from the text, so that «КазМунайГаза» gives «КазМунайГаз».
///
/// The parts of a hyphenated name are spelled one by one («Ростове-на-Дону»).
pub fn restore(original: &str, nominative: &str) -> String {
    if original.contains('-') && original.matches('-').count() == nominative.matches('-').count() {
        let parts = original.split('-').zip(nominative.split('-'));
        return parts.map(|(original, nominative)| restore_part(original, nominative)).collect::<Vec<_>>().join("-");
    }
    restore_part(original, nominative)
}

fn restore_part(original: &str, nominative: &str) -> String {
    let same = |a: char, b: char| {
        let lower = if matches!(a, 'а'..='я') { a } else { a.to_lowercase().next().unwrap_or(a) };
        lower == b || (lower == 'ё' && b == 'е')
    };
    let mut restored = String::with_capacity(nominative.len());
    let mut rest = nominative.chars();
    let mut expected = rest.clone();
    for letter in original.chars() {
        match expected.next() {
            Some(wanted) if same(letter, wanted) => {
                restored.push(letter);
                rest = expected.clone();
            }
            _ => break,
        }
    }
    let mut letters = original.chars().filter(|&c| is_alphabetic(c)).peekable();
    let capital = letters.peek().is_some_and(|c| c.is_uppercase());
    let shouting = letters.clone().all(char::is_uppercase) && letters.nth(1).is_some();
    let ending = rest.as_str();
    if shouting {
        restored.push_str(&ending.to_uppercase());
    } else if restored.is_empty() && capital {
        let mut letters = ending.chars();
        restored.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        restored.push_str(letters.as_str());
    } else {
        restored.push_str(ending);
    }
    restored
}

/// Whether the word is written in Cyrillic letters (and hyphens) alone.
pub fn is_cyrillic(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| ('\u{400}'..='\u{52f}').contains(&c))
}

/// Whether the word is an abbreviation: capitals throughout, at least two («МВД», «К-19»).
pub fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let (count, capitals) =
        letters.fold((0, 0), |(count, capitals), c| (count + 1, capitals + usize::from(c.is_uppercase())));
    count >= 2 && count == capitals
}

/// Whether the word ends in two capitals («СПбГУ», «КамАЗ»): case endings are written small.
pub fn ends_in_capitals(word: &str) -> bool {
    word.chars().rev().take(2).filter(|c| c.is_uppercase()).count() == 2
}

/// The abbreviation under a case ending in small letters: «МИДа» → «МИД», «ЦИКом» → «ЦИК».
pub fn bare_abbreviation(word: &str) -> Option<&str> {
    ["ами", "ах", "ам", "ов", "ом", "ем", "а", "у", "е", "ы"].iter().find_map(|ending| {
        word.strip_suffix(ending).filter(|bare| {
            bare.chars().count() >= 2 && bare.chars().all(char::is_uppercase) && {
                // «МТСа» declines, «США» never would: the abbreviation ends in a consonant.
                bare.chars().last().is_some_and(|c| !"АЕЁИОУЫЭЮЯ".contains(c))
            }
        })
    })
}
