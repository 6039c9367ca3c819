//! Nominatives of names in languages that decline them but have no dictionary here.
//!
//! An ending alone seldom decides, so each language offers the forms that a word may be of, the
//! likeliest first, and whoever asks takes the one that something else confirms: the reference tables,
//! another place of the text, a list of first names.

mod kazakh;
mod ukrainian;

/// What a language's endings tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endings {
    /// Names do not change.
    None,
    /// Ukrainian declension.
    Ukrainian,
    /// Kazakh case suffixes.
    Kazakh,
}

impl Endings {
    /// The nominatives that `word` may be a form of, itself first.
    pub fn nominatives(self, word: &str) -> Vec<String> {
        let mut found = vec![word.to_owned()];
        match self {
            Self::None => {}
            Self::Ukrainian => found.extend(ukrainian::nominatives(word)),
            Self::Kazakh => found.extend(kazakh::nominatives(word)),
        }
        found.dedup();
        found
    }

    /// Whether `word` is a known first name in some case.
    pub fn is_first_name(self, word: &str) -> bool {
        match self {
            Self::Ukrainian => ukrainian::is_first_name(word),
            Self::None | Self::Kazakh => false,
        }
    }

    /// The nominative of a person's name of two words or more, as far as the words decide it together.
    pub fn person(self, words: &[&str]) -> Option<Vec<String>> {
        match self {
            Self::None => None,
            Self::Ukrainian => ukrainian::person(words),
            Self::Kazakh => kazakh::person(words),
        }
    }
}
