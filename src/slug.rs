//! Readable names for URLs and files, in lower-case ASCII.

use std::collections::{BTreeSet, HashMap};

use any_ascii::any_ascii;

/// The longest slug, in bytes: what fits a file name everywhere and is still read at a glance.
pub const MAX_LENGTH: usize = 80;

/// File names that Windows reserves, with or without an extension.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// `text` transliterated to lower-case ASCII words joined by hyphens, at most [`MAX_LENGTH`] bytes
/// and cut between words. `untitled` when nothing is left.
pub fn slugify(text: &str) -> String {
    let ascii = any_ascii(text).to_lowercase();
    let mut slug = String::new();
    // An apostrophe stands inside a word (any_ascii writes ь and ъ so): it parts nothing.
    for word in ascii.replace(['\'', '`', '"'], "").split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if slug.is_empty() {
            slug.push_str(&word[..word.len().min(MAX_LENGTH)]);
        } else if slug.len() + 1 + word.len() <= MAX_LENGTH {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    if slug.is_empty() {
        slug.push_str("untitled");
    }
    if RESERVED.contains(&slug.as_str()) {
        slug.push_str("-1");
    }
    slug
}

/// Slugs that are given already.
#[derive(Debug, Default)]
pub struct Taken {
    slugs: BTreeSet<String>,
    /// For each slug that was asked for more than once, the number that is tried next: thousands of one name
    /// (messages without a title) must not be counted from the beginning each time.
    next: HashMap<String, usize>,
}

impl Taken {
    /// `slug`, or `slug-2`, `slug-3`, … : the first that is not taken yet. Now it is.
    pub fn unique(&mut self, slug: &str) -> String {
        if self.insert(slug) {
            return slug.to_owned();
        }
        let mut number = self.next.get(slug).copied().unwrap_or(2);
        loop {
            let candidate = format!("{slug}-{number}");
            number += 1;
            if self.insert(&candidate) {
                self.next.insert(slug.to_owned(), number);
                return candidate;
            }
        }
    }

    /// Takes a slug; `false` where it was taken.
    pub fn insert(&mut self, slug: &str) -> bool {
        self.slugs.insert(slug.to_owned())
    }

    /// All that are taken.
    pub fn into_slugs(self) -> BTreeSet<String> {
        self.slugs
    }
}

impl Extend<String> for Taken {
    fn extend<I: IntoIterator<Item = String>>(&mut self, slugs: I) {
        self.slugs.extend(slugs);
    }
}

impl FromIterator<String> for Taken {
    fn from_iter<I: IntoIterator<Item = String>>(slugs: I) -> Self {
        Self { slugs: slugs.into_iter().collect(), next: HashMap::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_readable() {
        for (name, slug) in [
            ("Касым-Жомарт Токаев", "kasym-zhomart-tokaev"),
            ("Қазақстан", "qazaqstan"),
            ("«Тайная канцелярия»", "taynaya-kantselyariya"),
            ("Ёлкин", "elkin"),
            ("!!!", "untitled"),
            ("CON", "con-1"),
        ] {
            assert_eq!(slugify(name), slug);
        }
    }

    #[test]
    fn long_names_are_cut_between_words() {
        let slug = slugify(&"переориентация ".repeat(20));
        assert!(slug.len() <= MAX_LENGTH && slug.ends_with("pereorientatsiya"), "{slug}");
        assert!(slugify(&"ж".repeat(500)).len() <= MAX_LENGTH);
    }

    #[test]
    fn twins_are_numbered() {
        let mut taken: Taken = ["a-3".to_owned()].into_iter().collect();
        assert_eq!([(); 4].map(|()| taken.unique("a")), ["a", "a-2", "a-4", "a-5"]);
    }
}
