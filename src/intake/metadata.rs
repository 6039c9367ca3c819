//! What a file says about its article beside the text: front matter, JSON keys.

use super::article::Sourced;
use crate::calendar::{Moment, find_printed};

/// What is said about an article beside its text: by the fields of its file, each value then with
/// [`super::Origin::Metadata`], or by lines of its page, with [`super::Origin::Source`].
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Known {
    pub title: Option<Sourced<String>>,
    pub published: Option<Sourced<Moment>>,
    pub modified: Option<Sourced<Moment>>,
    pub retrieved: Option<Sourced<Moment>>,
    pub authors: Vec<Sourced<String>>,
    pub outlet: Option<Sourced<String>>,
    pub url: Option<Sourced<String>>,
    pub language: Option<String>,
    pub tags: Vec<String>,
}

impl Known {
    /// Each value of `self`, and where it has none, that of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            retrieved: self.retrieved.or(other.retrieved),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            outlet: self.outlet.or(other.outlet),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
            tags: if self.tags.is_empty() { other.tags } else { self.tags },
        }
    }
}

/// A field's date in any form that a content system prints.
///
/// # Errors
/// Says what was not understood.
pub(super) fn moment(value: &str) -> Result<Moment, String> {
    let value = value.trim();
    let printed = || find_printed(value).first().map(|date| date.moment);
    value.parse::<Moment>().ok().or_else(printed).ok_or_else(|| format!("`{value}` is no date"))
}

/// A field's text, when there is any.
pub(super) fn text(value: &str) -> Option<Sourced<String>> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then(|| Sourced::metadata(value))
}

/// A field's address, when it is one.
pub(super) fn url(value: &str) -> Option<Sourced<String>> {
    let value = value.trim();
    let web = value.starts_with("https://") || value.starts_with("http://");
    (web && !value.contains(char::is_whitespace)).then(|| Sourced::metadata(value.to_owned()))
}

/// A window's title without the name of its site, and that name: the last part, where the page's address bears it
/// too («Заголовок | Ведомости» at `vedomosti.ru`).
pub(super) fn without_site(title: &str, address: Option<&str>) -> (String, Option<String>) {
    const MARKS: [&str; 7] = [" | ", " — ", " – ", " - ", " :: ", " · ", " • "];
    let plain = |text: &str| -> String {
        any_ascii::any_ascii(text).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let host =
        address.and_then(|url| url.split_once("://")?.1.split(['/', '?', '#']).next()).map(plain).unwrap_or_default();
    let parted = MARKS.iter().filter_map(|mark| title.rsplit_once(mark)).min_by_key(|(_, site)| site.len());
    match parted {
        Some((head, site)) if plain(site).len() >= 4 && host.contains(&plain(site)) && !head.trim().is_empty() => {
            (head.trim().to_owned(), Some(site.trim().to_owned()))
        }
        _ => (title.to_owned(), None),
    }
}
