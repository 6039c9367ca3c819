//! Lines that many pages of one site share: what the site puts round its articles.
//!
//! No page shows it by itself. So the articles of a dossier are counted first ([`Census`]); what at least three
//! articles of a site have, and at least half of its articles, is given back to the reading of those pages
//! ([`super::Options::chrome`]), which takes it out where it stands at the edges of the text or speaks of
//! something else (`zones`). The result depends on the sources alone.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::article::Article;
use super::rules;

/// Articles of a site that must have a line.
const LEAST_ARTICLES: usize = 3;

/// Longer lines are text, in words.
const LONGEST: usize = 40;

/// Counts the lines of articles by site.
#[derive(Debug, Default)]
pub struct Census {
    sites: BTreeMap<String, Site>,
}

#[derive(Debug, Default)]
struct Site {
    /// Digests of its articles' texts: a copy counts once.
    texts: BTreeSet<u64>,
    lines: BTreeMap<String, usize>,
}

/// The lines that sites put round their articles.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Chrome {
    sites: BTreeMap<String, BTreeSet<String>>,
}

impl Census {
    /// Counts an article that was read by itself.
    pub fn add(&mut self, article: &Article) {
        let Some(site) = site_of(article) else { return };
        let site = self.sites.entry(site).or_default();
        if site.texts.insert(digest(&article.text)) {
            for line in lines(article).collect::<BTreeSet<String>>() {
                *site.lines.entry(line).or_default() += 1;
            }
        }
    }

    /// What is shared.
    pub fn finish(self) -> Chrome {
        let shared = |site: Site| {
            let articles = site.texts.len();
            let often = |count: &usize| *count >= LEAST_ARTICLES && 2 * count >= articles;
            site.lines.into_iter().filter(|(_, count)| often(count)).map(|(line, _)| line).collect::<BTreeSet<_>>()
        };
        let sites = self.sites.into_iter().map(|(name, site)| (name, shared(site)));
        Chrome { sites: sites.filter(|(_, lines)| !lines.is_empty()).collect() }
    }
}

impl Chrome {
    /// Whether no site has any.
    pub fn is_empty(&self) -> bool {
        self.sites.is_empty()
    }

    /// The lines of these articles that are their site's, sorted, as [`super::Options::chrome`] takes them.
    pub fn of<'a>(&self, articles: impl IntoIterator<Item = &'a Article>) -> Vec<String> {
        let own = |article: &'a Article| {
            let shared = site_of(article).and_then(|site| self.sites.get(&site));
            shared.into_iter().flat_map(move |shared| lines(article).filter(move |line| shared.contains(line)))
        };
        articles.into_iter().flat_map(own).collect::<BTreeSet<String>>().into_iter().collect()
    }
}

/// The short lines of an article, as the rules see them.
fn lines(article: &Article) -> impl Iterator<Item = String> {
    article
        .blocks
        .iter()
        .map(|block| block.span.of(&article.text))
        .filter(|line| line.split_whitespace().count() <= LONGEST)
        .map(rules::key)
        .filter(|key| !key.is_empty())
}

/// The host of an article's address, without what sites put before it for telephones; its outlet otherwise.
fn site_of(article: &Article) -> Option<String> {
    let host = article.url.as_ref().and_then(|url| {
        let rest = url.value.split_once("://")?.1;
        let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
        let bare =
            ["www.", "m.", "amp."].iter().fold(host.as_str(), |host, prefix| host.strip_prefix(prefix).unwrap_or(host));
        (bare.contains('.')).then(|| bare.to_owned())
    });
    host.or_else(|| article.outlet.as_ref().map(|outlet| outlet.value.to_lowercase()))
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
