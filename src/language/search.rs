//! What a search must know of a language: the key under which all forms of a word are found, and the
//! forms that a word can have beside those that stand in the texts.
//!
//! A Russian key is a lemma, in the spelling of [`fold`]. English, Ukrainian and Kazakh have no
//! dictionary here; their keys are stems, cut by rules few enough to be sent to a browser, and end in
//! `~` and the language's code: a stem is no word, and must not meet one.

mod stems;

pub use stems::{STEMS, StemRules};

use std::collections::BTreeSet;

use super::{Pos, ru};
use crate::words::fold;

/// Readings of a lemma less probable than this are other words that happen to be written alike.
const LEAST_PROBABLE: f64 = 0.02;

/// The key of a word of `language`, given its spelling and its lemma.
pub fn key(language: &str, word: &str, lemma: &str) -> String {
    match stems::rules(language) {
        Some(rules) => stems::stem(rules, &fold(word)),
        None => fold(lemma),
    }
}

/// The keys of a part of a name, given its nominative: a woman's family name is found by the man's too,
/// because the one is often a form of the other («Токаева»).
pub fn keys_of_name(language: &str, nominative: &str, is_family: bool) -> Vec<String> {
    let mut keys = vec![key(language, nominative, nominative)];
    if language == "ru" && is_family {
        let folded = fold(nominative);
        let masculine = match folded.strip_suffix('а') {
            Some(stem) if ["ов", "ев", "ин", "ын"].iter().any(|ending| stem.ends_with(ending)) => {
                Some(stem.to_owned())
            }
            _ => folded.strip_suffix("ская").map(|stem| format!("{stem}ский")),
        };
        keys.extend(masculine);
    }
    keys
}

/// The key of a word of a language whose words are cut; `None` for other languages.
pub fn stem(language: &str, folded: &str) -> Option<String> {
    Some(stems::stem(stems::rules(language)?, folded))
}

/// All forms of a Russian lemma in the spelling of [`fold`], sorted, and whether the dictionary has it;
/// otherwise the forms are those of words that end alike. Nothing for what is no Russian word.
pub fn forms(key: &str) -> (Vec<String>, bool) {
    if !key.chars().all(|c| matches!(c, 'а'..='я')) || key.chars().count() < 2 {
        return (Vec::new(), false);
    }
    let readings = ru::morphology::readings(key);
    let mut forms = BTreeSet::new();
    let mut known = false;
    let mut seen = Vec::new();
    for reading in readings.iter() {
        let declines = !matches!(reading.pos, Pos::Function | Pos::Mark);
        // The same word in another case has the same forms.
        let word = (reading.pos, reading.name, reading.gender, reading.animate, reading.lemma.clone());
        if declines && reading.probability >= LEAST_PROBABLE && fold(&reading.lemma) == key && !seen.contains(&word) {
            seen.push(word);
            known |= reading.known;
            forms.extend(reading.forms().iter().map(|form| fold(form)).filter(|form| !is_heightened(form, key)));
        }
    }
    forms.extend(as_family_name(key));
    (forms.into_iter().collect(), known)
}

/// The forms of a family name in -ов, -ев, -ин, -ын, of a man or a woman: the dictionary takes one that it
/// does not know for a common noun, whose instrumental is another («Мирзиёевым»).
fn as_family_name(key: &str) -> Vec<String> {
    const SUFFIXES: [&str; 4] = ["ов", "ев", "ин", "ын"];
    let is_stem = |stem: &str| SUFFIXES.iter().any(|it| stem.ends_with(it)) && stem.chars().count() > 4;
    match key.strip_suffix('а') {
        Some(stem) if is_stem(stem) => ["а", "ой", "у", "ою"].map(|ending| format!("{stem}{ending}")).to_vec(),
        None if is_stem(key) => ["", "а", "у", "ым", "е", "ы", "ых", "ыми"].map(|it| format!("{key}{it}")).to_vec(),
        _ => Vec::new(),
    }
}

/// Whether `form` is a comparative or superlative with a prefix («поновее», «наиновейший»).
fn is_heightened(form: &str, key: &str) -> bool {
    let begins: String = key.chars().take(3).collect();
    ["по", "наи"].iter().any(|prefix| {
        !key.starts_with(prefix) && form.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(&begins))
    })
}
