//! Regular expressions over the scripts that are read.

use regex::Regex;

/// What stands for the classes of Unicode: their letters of two scripts. Written first comes what others begin with.
const CLASSES: [(&str, &str); 5] = [
    (r"\p{Lu}", r"[\p{Lu}&&[\p{Latin}\p{Cyrillic}]]"),
    (r"\p{Ll}", r"[\p{Ll}&&[\p{Latin}\p{Cyrillic}]]"),
    (r"\p{L}", r"[\p{Latin}\p{Cyrillic}]"),
    (r"\P{L}", r"[^\p{Latin}\p{Cyrillic}]"),
    (r"\w", r"[\p{Latin}\p{Cyrillic}0-9_]"),
];

/// Compiles a pattern in which letters (`\p{L}`, `\p{Lu}`, `\p{Ll}`, `\P{L}`, `\w`) are those of Latin and Cyrillic. All
/// of Unicode's take longer to compile, over and over in a bounded repetition, than an article to read.
///
/// # Panics
/// If the pattern, which is the program's own, is not well-formed.
pub fn pattern(written: &str) -> Regex {
    Regex::new(&narrowed(written)).expect("the pattern is well-formed")
}

/// The pattern with the classes of [`pattern`].
pub fn narrowed(written: &str) -> String {
    CLASSES.iter().fold(written.to_owned(), |pattern, (class, letters)| pattern.replace(class, letters))
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn letters_are_latin_and_cyrillic() {
        assert!(pattern(r"^\p{Lu}\p{Ll}+ \w{2} [\w-]+ [^\d\p{L}]\P{L}$").is_match("Қала é9 по_рт-5 –?"));
        assert!(!pattern(r"^\w$").is_match("語"));
    }
}
