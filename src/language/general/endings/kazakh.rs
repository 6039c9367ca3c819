//! Kazakh: case suffixes, which harmonise with the last vowel and assimilate to the last consonant.

/// Suffixes of the six oblique cases in all their forms, the longest first.
const SUFFIXES: &[&str] = &[
    "ның", "нің", "дың", "дің", "тың", "тің", "нан", "нен", "дан", "ден", "тан", "тен", "мен", "бен", "пен", "да",
    "де", "та", "те", "ға", "ге", "қа", "ке", "ды", "ді", "ты", "ті", "ны", "ні",
];

/// Endings of family names that no suffix is part of.
const SURNAMES: &[&str] = &["ов", "ев", "ёв", "ин", "ова", "ева", "ёва", "ина", "ұлы", "қызы", "баев", "баева"];

/// What is left without one case suffix.
pub fn nominatives(word: &str) -> Vec<String> {
    SUFFIXES
        .iter()
        .filter_map(|suffix| word.strip_suffix(suffix))
        // «-стан» is no ablative: the countries' names end so.
        .filter(|base| base.chars().count() >= 3 && !word.ends_with("стан"))
        .map(|base| base.trim_end_matches(['\'', '’', '-']).to_owned())
        .collect()
}

/// Only the last word of a name takes the suffix; one that ends like a family name without it had one.
pub fn person(words: &[&str]) -> Option<Vec<String>> {
    let (last, others) = words.split_last()?;
    if SURNAMES.iter().any(|ending| last.ends_with(ending)) {
        return None;
    }
    let base = nominatives(last).into_iter().find(|base| SURNAMES.iter().any(|ending| base.ends_with(ending)))?;
    Some(others.iter().map(|word| (*word).to_owned()).chain([base]).collect())
}
