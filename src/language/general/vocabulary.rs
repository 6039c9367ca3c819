//! What the general packs know about names in each language. The lists are data: `words/`.

use std::sync::LazyLock;

use super::endings::Endings;
use crate::language::word_lists::list;

/// A language's words for telling names from other capitals.
pub struct Vocabulary {
    /// The language's BCP 47 code; empty for all others.
    pub language: &'static str,
    /// How names change.
    pub endings: Endings,
    /// Words before a name that make a person of it; they are no part of it.
    pub titles: Vec<&'static str>,
    /// Words with a capital that name nothing that a dossier lists: months, days, peoples, languages.
    pub common: Vec<&'static str>,
    /// Words that make an organization of the capitalised words they stand among.
    pub organization_words: Vec<&'static str>,
    /// Words without a capital that end an organization's name («Көлік министрлігі»).
    pub organization_ends: Vec<&'static str>,
    /// Words with a capital that begin an organization's name and take words without one after them.
    pub organization_heads: Vec<&'static str>,
    /// Words that make a place of the capitalised words they stand among.
    pub place_words: Vec<&'static str>,
    /// Words without a capital that end a place's name: each form, and its nominative.
    pub place_ends: Vec<(&'static str, &'static str)>,
    /// Words after a name that make a place of it; they are no part of it.
    pub place_nouns_after: Vec<&'static str>,
    /// Words before a name that make a place of it.
    pub place_prepositions: Vec<&'static str>,
    /// Small words inside a name («Bank of England»).
    pub joints: Vec<&'static str>,
}

/// The vocabulary of the language `code`; one for all others.
pub fn vocabulary(code: &str) -> &'static Vocabulary {
    static ENGLISH: LazyLock<Vocabulary> =
        LazyLock::new(|| Vocabulary::read("en", Endings::None, include_str!("words/en.txt")));
    static UKRAINIAN: LazyLock<Vocabulary> =
        LazyLock::new(|| Vocabulary::read("uk", Endings::Ukrainian, include_str!("words/uk.txt")));
    static KAZAKH: LazyLock<Vocabulary> =
        LazyLock::new(|| Vocabulary::read("kk", Endings::Kazakh, include_str!("words/kk.txt")));
    static OTHER: LazyLock<Vocabulary> =
        LazyLock::new(|| Vocabulary::read("", Endings::None, include_str!("words/other.txt")));
    match code {
        "en" => &ENGLISH,
        "uk" => &UKRAINIAN,
        "kk" => &KAZAKH,
        _ => &OTHER,
    }
}

impl Vocabulary {
    /// # Panics
    /// If the data lacks a list.
    fn read(language: &'static str, endings: Endings, data: &'static str) -> Self {
        let words = |name: &str| list(data, name).collect();
        Self {
            language,
            endings,
            titles: words("titles"),
            common: words("common"),
            organization_words: words("organization words"),
            organization_ends: words("organization ends"),
            organization_heads: words("organization heads"),
            place_words: words("place words"),
            place_ends: list(data, "place ends").filter_map(|form| form.split_once('=')).collect(),
            place_nouns_after: words("place nouns after"),
            place_prepositions: words("place prepositions"),
            joints: words("joints"),
        }
    }
}
