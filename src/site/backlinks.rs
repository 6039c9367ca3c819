//! What leads to a source: other sources that retell it, and the dossier's own pages, each with the words
//! round the link.

use std::collections::HashSet;

use serde::Serialize;

use super::text::{self, Names};
use super::user_page::UserBody;
use super::view::{SourceCard, View, lang};

/// The links to each source (an index in the dossier).
#[derive(Debug, Default)]
pub struct Backlinks {
    to: Vec<Vec<Backlink>>,
}

/// A link to a source.
#[derive(Debug, Serialize)]
pub struct Backlink {
    /// Where it stands.
    url: String,
    title: String,
    lang: String,
    /// The words round it.
    html: String,
    /// Outlet and date, where a source leads here.
    meta: Option<SourceCard>,
}

impl Backlinks {
    /// All links; `bodies` are the dossier's own pages.
    pub fn new(view: &View<'_>, bodies: &[UserBody]) -> Self {
        let mut found = Self { to: view.dossier.sources.iter().map(|_| Vec::new()).collect() };
        for page in &view.pages {
            let source = view.source_of(page);
            for retold in &source.retells {
                let Some(sentence) = source.analysis.sentences.get(retold.sentence) else { continue };
                let Some(to) = retold.source.and_then(|to| found.to.get_mut(to)) else { continue };
                to.push(Backlink {
                    url: view.links.anchor(&page.slug, &sentence.anchor()),
                    title: view.title(page),
                    lang: lang(&source.analysis.language),
                    html: text::sentence(view, source, retold.sentence, Names::Plain),
                    meta: Some(view.source_card(page)),
                });
            }
        }
        for body in bodies {
            let linked = linked_sources(&body.html, &view.links.to("sources/"));
            for page in view.pages.iter().filter(|_| !linked.is_empty()) {
                let address = text::escape(&view.links.source(&page.slug));
                if !linked.contains(address.as_str()) {
                    continue;
                }
                let Some(html) = words_round(&body.html, &address) else { continue };
                found.to[page.source].push(Backlink {
                    url: if body.slug == "index" {
                        view.links.to("")
                    } else {
                        view.links.to(&format!("{}/", body.slug))
                    },
                    title: body.title.clone().unwrap_or_else(|| view.config.title.clone()),
                    lang: String::new(),
                    html,
                    meta: None,
                });
            }
        }
        found
    }

    /// The links to a source.
    pub fn of(&self, source: usize) -> &[Backlink] {
        self.to.get(source).map_or(&[], Vec::as_slice)
    }
}

/// The addresses of sources that `html` has links to, escaped as they stand there; all lie in `folder`.
fn linked_sources<'h>(html: &'h str, folder: &str) -> HashSet<&'h str> {
    let folder = text::escape(folder);
    let link = format!("href=\"{folder}");
    let address = |(at, _): (usize, &str)| {
        let start = at + "href=\"".len();
        let end = start + folder.len() + html[start + folder.len()..].find('/')? + 1;
        Some(&html[start..end])
    };
    html.match_indices(&link).filter_map(address).collect()
}

/// The block of `html` that has the first link to `address` (escaped), or to a place in it, without its tags. What
/// is left of escaped text is escaped still.
fn words_round(html: &str, address: &str) -> Option<String> {
    let link = format!("href=\"{address}");
    let at = html.match_indices(&link).map(|(at, _)| at).find(|at| html[at + link.len()..].starts_with(['"', '#']))?;
    let opened = ["<p>", "<li>", "<td", "<th", "<h2", "<h3", "<h4", "<dd>"];
    let start = opened.iter().filter_map(|tag| html[..at].rfind(tag)).max()?;
    let closed = ["</p>", "</li>", "</td>", "</th>", "</h2>", "</h3>", "</h4>", "</dd>", "<p>", "<ul>", "<ol>"];
    let end = closed.iter().filter_map(|tag| html[at..].find(tag)).min().map_or(html.len(), |end| at + end);
    let mut words = String::new();
    let mut in_tag = false;
    for c in html[start..end].chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}
