//! Alphabetical order for the languages of the interface.
//!
//! Two levels, after the manner of the Unicode Collation Algorithm: letters decide first, and what is
//! left of the spelling (ё against е, case, accents, quotation marks) only breaks ties.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

use super::Locale;

/// The Cyrillic letters of Russian, Ukrainian, Belarusian and Kazakh in one order. Only ё shares its
/// place (with е), as Russian dictionaries have it.
const CYRILLIC: &str = "аәбвгґғдеєжзиіїйкқлмнңоөпрстуўұүфхһцчшщъыьэюя";

/// What a name is sorted by; compare keys instead of calling [`Locale::compare`] when sorting many.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    letters: Vec<u32>,
    spelling: String,
}

impl Locale {
    /// Compares two names as an alphabetical list of this language would: the language's own script
    /// comes first, digits come before letters, ё stands with е, quotation marks do not count.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.sort_key(a).cmp(&self.sort_key(b))
    }

    /// The key by which `name` sorts.
    pub fn sort_key(&self, name: &str) -> SortKey {
        let cyrillic_first = self.language() != "en";
        let mut letters = Vec::with_capacity(name.len());
        for character in name.nfc().flat_map(char::to_lowercase) {
            if let Some(weight) = weight(character, cyrillic_first) {
                letters.push(weight);
                continue;
            }
            // Letters with accents sort as the letter itself: é as e.
            letters.extend(
                std::iter::once(character)
                    .nfd()
                    .filter_map(|part| weight(part, cyrillic_first).or_else(|| other_weight(part))),
            );
        }
        SortKey { letters, spelling: name.to_owned() }
    }
}

impl Locale {
    /// The letter under which `name` stands in an alphabetical list, as a capital: Ё stands under Е, É
    /// under E, digits under «0–9», what has no letter under «#».
    pub fn initial(&self, name: &str) -> String {
        let first = name.nfc().flat_map(char::to_lowercase).find(|c| c.is_alphanumeric());
        match first {
            None => "#".to_owned(),
            Some(digit) if digit.is_numeric() => "0–9".to_owned(),
            Some('ё') => "Е".to_owned(),
            Some(letter) if CYRILLIC.contains(letter) => letter.to_uppercase().collect(),
            Some(letter) => std::iter::once(letter).nfd().next().unwrap_or(letter).to_uppercase().collect(),
        }
    }
}

/// Groups of weights, first to last: spaces, digits, own script, the other script, everything else.
const SPACE: u32 = 1;
const DIGITS: u32 = 0x10;
const FIRST_SCRIPT: u32 = 0x100;
const SECOND_SCRIPT: u32 = 0x200;
const OTHERS: u32 = 0x1000;

fn weight(character: char, cyrillic_first: bool) -> Option<u32> {
    let (cyrillic, latin) = if cyrillic_first { (FIRST_SCRIPT, SECOND_SCRIPT) } else { (SECOND_SCRIPT, FIRST_SCRIPT) };
    let character = if character == 'ё' { 'е' } else { character };
    match character {
        ' ' | '-' | '\u{A0}' | '‑' | '–' | '—' => Some(SPACE),
        '0'..='9' => Some(DIGITS + (character as u32 - '0' as u32)),
        'a'..='z' => Some(latin + (character as u32 - 'a' as u32)),
        _ => {
            let place = CYRILLIC.chars().position(|letter| letter == character)?;
            Some(cyrillic + place as u32)
        }
    }
}

/// Letters of other scripts follow in the order of their code points; marks do not count.
fn other_weight(character: char) -> Option<u32> {
    character.is_alphanumeric().then_some(OTHERS + character as u32)
}
