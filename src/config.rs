//! `dossier.toml`: what a dossier is called, in which language it speaks, where it is published.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::diagnostic::Diagnostic;

mod feeds;

pub use feeds::FeedSettings;

/// Letters and marks that a channel's post needs to be an article, unless the user says otherwise.
pub const SHORTEST_POST: usize = 300;

/// The name of the configuration file; its folder is the dossier's folder.
pub const FILE_NAME: &str = "dossier.toml";

/// A dossier's settings. Every field but the title has a default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The dossier's title, shown on every page.
    pub title: String,
    /// One or two sentences on what the dossier is about, for the home page, feeds and search engines.
    #[serde(default)]
    pub description: String,
    /// Language of the interface and of the drafts' headings, a BCP 47 code.
    #[serde(default = "default_language")]
    pub language: String,
    /// Where the site will stand, with its path: `https://name.github.io/repo/`. It always ends in `/`.
    #[serde(default = "default_base_url")]
    pub base_url: String,
    /// Who publishes the dossier, for feeds.
    #[serde(default)]
    pub author: Option<String>,
    /// Letters and marks that a post of a channel must have to be an article.
    #[serde(default = "default_shortest_post")]
    pub shortest_post: usize,
    /// How many key sentences to draft for a source; by the article's length where absent.
    #[serde(default)]
    pub key_sentences: Option<usize>,
    /// The feeds that `dossier fetch` reads.
    #[serde(default, rename = "feed")]
    pub feeds: Vec<FeedSettings>,
}

fn default_language() -> String {
    "en".to_owned()
}

fn default_base_url() -> String {
    "http://localhost/".to_owned()
}

fn default_shortest_post() -> usize {
    SHORTEST_POST
}

impl Config {
    /// Reads and checks the configuration in `root`.
    ///
    /// # Errors
    /// A diagnostic naming file, line and remedy, when the file is missing, is no TOML, lacks its
    /// title or has a value that makes no sense.
    pub fn load(root: &Path) -> Result<Self, Diagnostic> {
        let name = PathBuf::from(FILE_NAME);
        let text = std::fs::read_to_string(root.join(FILE_NAME)).map_err(|error| {
            Diagnostic::error(&name, format!("cannot be read: {error}"))
                .hint("run `dossier init DIR` to make a new dossier, or name an existing one with --root")
        })?;
        let mut config: Self = toml::from_str(&text).map_err(|error| from_toml(&name, &text, &error))?;
        config.set_base_url(&config.base_url.clone()).map_err(|message| {
            let line = text.lines().position(|line| line.trim_start().starts_with("base_url"));
            let wrong = Diagnostic::error(&name, message).hint("write it as \"https://name.github.io/repo/\"");
            match line {
                Some(index) => wrong.at_line(index + 1),
                None => wrong,
            }
        })?;
        if let Some(feed) = config.feeds.iter().find(|feed| !feed.is_on_the_web()) {
            let line = text.lines().position(|line| line.contains(&feed.url)).map_or(1, |index| index + 1);
            let message = format!("the feed `{}` is no http or https address", feed.url);
            return Err(Diagnostic::error(&name, message)
                .at_line(line)
                .hint("write it as \"https://site.example/rss\""));
        }
        Ok(config)
    }

    /// Sets the base URL, with a `/` at its end.
    ///
    /// # Errors
    /// A message, when `url` is not an `http` or `https` address without a query or a fragment.
    pub fn set_base_url(&mut self, url: &str) -> Result<(), String> {
        let after_scheme = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let host = after_scheme.and_then(|rest| rest.split('/').next()).unwrap_or("");
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/:%@[]".contains(c);
        if host.is_empty() || !url.chars().all(plain) {
            return Err(format!("base_url `{url}` is no http or https address"));
        }
        self.base_url = format!("{}/", url.trim_end_matches('/'));
        Ok(())
    }

    /// The path part of the base URL: `/` or `/repo/`. It begins and ends with `/`.
    pub fn base_path(&self) -> &str {
        let after_scheme = self.base_url.find("://").map_or(0, |at| at + 3);
        self.base_url[after_scheme..].find('/').map_or("/", |at| &self.base_url[after_scheme + at..])
    }
}

/// Puts a TOML error where it happened.
fn from_toml(name: &Path, text: &str, error: &toml::de::Error) -> Diagnostic {
    let wrong = Diagnostic::error(name, error.message().trim_end_matches('.').replace('\n', "; "))
        .hint("the settings are described in the README; a minimal file is `title = \"…\"`");
    match error.span() {
        Some(span) => {
            let before = &text[..span.start.min(text.len())];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
            wrong.at_line(line).at_column(column)
        }
        None => wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_url_keeps_its_path() {
        let mut config: Config = toml::from_str("title = \"x\"").unwrap();
        for (url, path) in
            [("https://a.example", "/"), ("https://a.example/repo", "/repo/"), ("http://[::1]:80/a/b/", "/a/b/")]
        {
            config.set_base_url(url).unwrap();
            assert_eq!(config.base_path(), path);
        }
        for url in ["ftp://a", "/repo/", "https://", "https://a?x", "https://a/\"b"] {
            assert!(config.set_base_url(url).is_err(), "{url}");
        }
    }
}
