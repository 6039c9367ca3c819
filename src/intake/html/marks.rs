//! What elements say of themselves by name, class and attribute: that they are not the article.

use std::sync::LazyLock;

use dom_query::NodeRef;

use crate::span::beginning;

/// Bytes of an element's classes, or of its id, that are looked at.
const LONGEST_NAMES: usize = 1000;

/// One sign against an element's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// The name of the rule, as in [`crate::intake::Removed::rule`].
    pub rule: &'static str,
    /// The wording that gave it away: what a site uses for its articles too is no sign there.
    pub sign: &'static str,
    /// Whether nothing that bears it is ever an article.
    pub sure: bool,
}

const fn mark(rule: &'static str, sign: &'static str) -> Mark {
    Mark { rule, sign, sure: false }
}

/// The parts of class names and ids that tell against an element's text, by the rule that they speak for.
static SIGNS: LazyLock<Vec<(&'static str, Vec<&'static str>)>> = LazyLock::new(|| {
    let mut signs: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in include_str!("signs.txt").lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix('[').and_then(|line| line.strip_suffix(']')), signs.last_mut()) {
            (Some(rule), _) => signs.push((rule, Vec::new())),
            (None, Some((_, of_rule))) => of_rule.extend(line.split_whitespace()),
            (None, None) => {}
        }
    }
    signs
});

/// The marks of an element.
pub(super) fn of(node: &NodeRef, name: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let sure = |rule, sign| Mark { rule, sign, sure: true };
    match name {
        "nav" | "menu" => found.push(sure("page-navigation", "nav")),
        "footer" => found.push(mark("page-footer", "footer")),
        "aside" => found.push(mark("page-sidebar", "aside")),
        "form" => found.push(mark("page-form", "form")),
        "button" | "option" => found.push(sure("page-form", "button")),
        "figcaption" => found.push(sure("page-caption", "figcaption")),
        "dialog" => found.push(sure("page-notice", "dialog")),
        "address" => found.push(mark("page-byline", "address")),
        _ => {}
    }
    if let Some(role) = node.attr("role") {
        match role.to_ascii_lowercase().as_str() {
            "navigation" | "menu" | "menubar" | "toolbar" | "search" | "tablist" => {
                found.push(sure("page-navigation", "role"));
            }
            "banner" => found.push(mark("page-navigation", "role=banner")),
            "contentinfo" => found.push(mark("page-footer", "role=contentinfo")),
            "complementary" | "note" => found.push(mark("page-sidebar", "role=complementary")),
            "dialog" | "alertdialog" | "tooltip" | "alert" => found.push(sure("page-notice", "role=dialog")),
            _ => {}
        }
    }
    if is_hidden(node) {
        found.push(mark("hidden", "hidden"));
    }
    let (class, id) = (node.class().unwrap_or_default(), node.id_attr().unwrap_or_default());
    let (class, id) = (beginning(&class, LONGEST_NAMES), beginning(&id, LONGEST_NAMES));
    if !class.is_empty() || !id.is_empty() {
        let key = key_of(&format!("{class} {id}"));
        found.extend(
            SIGNS.iter().flat_map(|(rule, signs)| {
                signs.iter().filter(|sign| bears(&key, sign)).map(move |sign| mark(rule, sign))
            }),
        );
    }
    match node.attr("itemprop").as_deref() {
        Some("author" | "publisher" | "datePublished" | "dateModified") => found.push(mark("page-byline", "itemprop")),
        Some("caption") => found.push(mark("page-caption", "itemprop")),
        Some("comment") => found.push(mark("page-comments", "itemprop")),
        _ => {}
    }
    found
}

fn is_hidden(node: &NodeRef) -> bool {
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
}

/// Classes and ids as words between hyphens: `relatedNews article__share` is `-related-news-article-share-`.
pub(super) fn key_of(names: &str) -> String {
    let mut key = String::with_capacity(names.len() + 8);
    key.push('-');
    let mut after_lower = false;
    for c in names.chars() {
        if c.is_ascii_uppercase() && after_lower {
            key.push('-');
        }
        after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        if c.is_alphanumeric() {
            key.extend(c.to_lowercase());
        } else if !key.ends_with('-') {
            key.push('-');
        }
    }
    if !key.ends_with('-') {
        key.push('-');
    }
    key
}

fn bears(key: &str, sign: &str) -> bool {
    let (word, open) = match sign.strip_suffix('*') {
        Some(word) => (word, true),
        None => (sign, false),
    };
    key.match_indices(word).any(|(at, _)| {
        let after = key[at + word.len()..].chars().next();
        at > 0 && key.as_bytes()[at - 1] == b'-' && (open || after == Some('-'))
    })
}
