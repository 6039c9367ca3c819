//! `[[feed]]`: what to take from a feed.

use serde::{Deserialize, Serialize};

/// One `[[feed]]` of `dossier.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedSettings {
    /// Its address, `http` or `https`.
    pub url: String,
    /// The outlet of its entries; the feed's own title where absent.
    #[serde(default)]
    pub outlet: Option<String>,
    /// BCP 47 code of its entries' language, where the feed does not say it, or says it wrongly.
    #[serde(default)]
    pub language: Option<String>,
    /// How many new entries one run takes, the newest first; the rest wait for the next.
    #[serde(default = "default_limit")]
    pub limit: usize,
    /// Whether to fetch the page that an entry links to, instead of taking the feed's own text of it.
    #[serde(default)]
    pub full: bool,
    /// Beginnings of words, one of which an entry must have; any entry where empty.
    #[serde(default)]
    pub include: Vec<String>,
    /// Beginnings of words, none of which an entry may have.
    #[serde(default)]
    pub exclude: Vec<String>,
}

fn default_limit() -> usize {
    50
}

impl FeedSettings {
    /// Whether the address can be asked for.
    pub(super) fn is_on_the_web(&self) -> bool {
        let rest = self.url.strip_prefix("https://").or_else(|| self.url.strip_prefix("http://"));
        rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !self.url.contains(char::is_whitespace)
    }

    /// Whether a text has one of the words to include and none of those to exclude. Words match from
    /// their beginning, so that «Токаев» finds «Токаева»; case and the dots of ё do not count.
    pub fn wants(&self, text: &str) -> bool {
        let text = Text::new(text);
        let has = |words: &String| text.has(words);
        (self.include.is_empty() || self.include.iter().any(has)) && !self.exclude.iter().any(has)
    }

    /// A text that is another whenever what these settings take is.
    pub fn fingerprint(&self) -> String {
        let chosen = (&self.include, &self.exclude, self.full);
        serde_json::to_string(&chosen).unwrap_or_default()
    }
}

/// The words of a text, each with a space before it.
struct Text(String);

impl Text {
    fn new(text: &str) -> Self {
        let mut words = String::with_capacity(text.len() + 1);
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            words.push(' ');
            words.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }));
        }
        Self(words)
    }

    /// Whether the words of `phrase` stand in the text, the last of them at least in its beginning.
    fn has(&self, phrase: &str) -> bool {
        let phrase = Self::new(phrase).0;
        !phrase.is_empty() && self.0.contains(&phrase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_match_from_their_beginning() {
        let settings: FeedSettings = toml::from_str(
            "url = \"https://a.example/rss\"\ninclude = [\"Токаев\", \"ЕАЭС\", \"северный поток\"]\nexclude = [\"гороскоп\"]",
        )
        .unwrap();
        for (text, wanted) in [
            ("Встреча с Токаевым", true),
            ("Саммит еаэс", true),
            ("«Северный поток»: что дальше", true),
            ("Поток северный", false),
            ("Гороскоп для Токаева", false),
            ("Погода в Астане", false),
            ("", false),
        ] {
            assert_eq!(settings.wants(text), wanted, "{text}");
        }
        assert!(FeedSettings { include: Vec::new(), ..settings }.wants("Погода в Астане"));
    }
}
