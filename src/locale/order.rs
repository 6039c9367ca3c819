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

/// The same letters as Kazakh orders them: ё stands for itself, and і follows ы.
const KAZAKH: &str = "аәбвгґғдеёєжзиїйкқлмнңоөпрстуўұүфхһцчшщъыіьэюя";

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
        let order = Order::of(self.language());
        let mut letters = Vec::with_capacity(name.len());
        for character in name.nfc().flat_map(char::to_lowercase) {
            if let Some(weight) = order.weight(character) {
                letters.push(weight);
                continue;
            }
            // Letters with accents sort as the letter itself: é as e.
            letters.extend(
                std::iter::once(character).nfd().filter_map(|part| order.weight(part).or_else(|| other_weight(part))),
            );
        }
        SortKey { letters, spelling: name.to_owned() }
    }
}

impl Locale {
    /// The letter under which `name` stands in an alphabetical list, as a capital: Russian Ё under Е, É
    /// under E, digits under «0–9», what has no letter under «#».
    pub fn initial(&self, name: &str) -> String {
        let order = Order::of(self.language());
        let first = name.nfc().flat_map(char::to_lowercase).find(|c| c.is_alphanumeric());
        match first {
            None => "#".to_owned(),
            Some(digit) if digit.is_numeric() => "0–9".to_owned(),
            Some(letter) if order.cyrillic.contains(order.place(letter)) => {
                order.place(letter).to_uppercase().collect()
            }
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

/// The order of one language.
struct Order {
    cyrillic: &'static str,
    cyrillic_first: bool,
}

impl Order {
    fn of(language: &str) -> Self {
        Self { cyrillic: if language == "kk" { KAZAKH } else { CYRILLIC }, cyrillic_first: language != "en" }
    }

    /// The letter in whose place a letter stands.
    fn place(&self, letter: char) -> char {
        if letter == 'ё' && !self.cyrillic.contains('ё') { 'е' } else { letter }
    }

    fn weight(&self, character: char) -> Option<u32> {
        let (cyrillic, latin) =
            if self.cyrillic_first { (FIRST_SCRIPT, SECOND_SCRIPT) } else { (SECOND_SCRIPT, FIRST_SCRIPT) };
        match self.place(character) {
            ' ' | '-' | '\u{A0}' | '‑' | '–' | '—' => Some(SPACE),
            digit @ '0'..='9' => Some(DIGITS + (digit as u32 - '0' as u32)),
            letter @ 'a'..='z' => Some(latin + (letter as u32 - 'a' as u32)),
            letter => {
                let place = self.cyrillic.chars().position(|known| known == letter)?;
                Some(cyrillic + place as u32)
            }
        }
    }
}

/// Letters of other scripts follow in the order of their code points; marks do not count.
fn other_weight(character: char) -> Option<u32> {
    character.is_alphanumeric().then_some(OTHERS + character as u32)
}
