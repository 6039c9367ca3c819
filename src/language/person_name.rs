//! People's names taken apart, and whether two of them can be one person.
//!
//! Works on forms in the nominative, in Cyrillic or Latin letters. Everything here is a pure function
//! of the names: what an article says about the people is for others to weigh.

mod compare;
mod parse;
mod spelling;
mod usual;

pub use compare::{Difference, Likeness, Relation, relate};
pub use parse::{is_eastern_form, is_eastern_name, is_first_name, parse};
pub use spelling::{fold, romanised, skeleton};
pub use usual::is_usual;

use super::ru::morphology::Gender;

/// A person's name in parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonName {
    /// First and middle names in order, each a full name or initials («Касым-Жомарт», «К.-Ж.», «В.»).
    pub given: Vec<String>,
    /// The patronymic, in full or as an initial.
    pub patronymic: Option<String>,
    /// The family name, with its particles («фон дер Ляйен»).
    pub surname: Option<String>,
    /// «младший», «старший», «Jr.», a monarch's number: what keeps namesakes of one family apart.
    pub generation: Option<String>,
    /// The bearer's gender, where the name itself tells.
    pub gender: Option<Gender>,
    /// A lone word that may be a first name or a family name; it is kept as the surname.
    pub ambiguous: bool,
}

impl PersonName {
    /// Whether `part` is initials only.
    pub fn is_initial(part: &str) -> bool {
        part.split('-').all(|piece| {
            let piece = piece.strip_suffix('.').unwrap_or(piece);
            let letters = piece.chars().count();
            letters == 1 && piece.chars().all(char::is_uppercase)
                || letters == 2 && part.ends_with('.') && piece.chars().next().is_some_and(char::is_uppercase)
        })
    }

    /// Whether the name has a first name in full.
    pub fn has_full_given(&self) -> bool {
        self.given.iter().any(|part| !Self::is_initial(part))
    }

    /// How much the name says of its bearer: more is fuller.
    pub fn fullness(&self) -> usize {
        let parts = |part: &str| if Self::is_initial(part) { 1 } else { 3 };
        self.given.iter().map(|part| parts(part)).sum::<usize>()
            + self.patronymic.as_deref().map_or(0, parts)
            + self.surname.as_ref().map_or(0, |_| 4)
            + self.generation.as_ref().map_or(0, |_| 1)
    }

    /// Keys under which all names that may be the same person are found: one for the family name, or
    /// for the first name where there is no other.
    pub fn block(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.surname.iter().map(|surname| skeleton(bare_surname(surname))).collect();
        if self.surname.is_none() || self.ambiguous {
            keys.extend(self.given.first().map(|given| skeleton(given)));
        }
        keys.sort();
        keys.dedup();
        keys
    }
}

/// The family name without the particles before it: «фон дер Ляйен» → «Ляйен», «аль-Асад» → «Асад».
fn bare_surname(surname: &str) -> &str {
    let last = surname.rsplit(' ').next().unwrap_or(surname);
    let article = last.split_once('-').filter(|(article, _)| {
        let short = article.chars().count() <= 3 && article.chars().next().is_some_and(char::is_lowercase);
        short || ["аль", "эль", "al", "el"].contains(&article.to_lowercase().as_str())
    });
    article.map_or(last, |(_, name)| name)
}
