//! The user's own pages: home text, about, and any other.

use super::links::is_safe_name;
use super::markdown::{self, Body, Reference};
use super::names::NameIndex;
use super::view::View;
use crate::content::UserPage;
use crate::diagnostic::Diagnostic;

/// Folders of the site that are not the user's to name.
const RESERVED: [&str; 8] = ["sources", "entities", "timeline", "network", "places", "search", "static", "404.html"];

/// A user's page, rendered.
pub struct UserBody {
    /// The page's folder in the site; `index` is the home text.
    pub slug: String,
    /// Title, where the page gives one.
    pub title: Option<String>,
    /// The body as HTML.
    pub html: String,
    /// The links of the body, to be checked.
    pub references: Vec<Reference>,
}

/// The pages that have an address of their own; the others are named.
pub fn publishable(pages: &[UserPage], diagnostics: &mut Vec<Diagnostic>) -> Vec<UserPage> {
    let mut kept: Vec<UserPage> = Vec::with_capacity(pages.len());
    for page in pages {
        let message = if !is_safe_name(&page.slug) {
            format!("`{}` cannot be the address of a page", page.slug)
        } else if RESERVED.contains(&page.slug.as_str()) {
            format!("/{}/ is a page of the site itself", page.slug)
        } else if let Some(other) = kept.iter().find(|other| other.slug == page.slug) {
            format!("{} has the same address", other.path)
        } else {
            kept.push(page.clone());
            continue;
        };
        diagnostics.push(Diagnostic::error(&page.path, message).hint("give the file another name"));
    }
    kept
}

/// Renders the bodies of `pages`.
pub fn bodies(
    view: &View<'_>,
    pages: &[UserPage],
    names: &NameIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<UserBody> {
    pages
        .iter()
        .map(|page| {
            let address = if page.slug == "index" { String::new() } else { format!("{}/", page.slug) };
            let body = Body { markdown: &page.body, path: &page.path, first_line: page.body_line, page: &address };
            let rendered = markdown::render(body, &view.links, names, diagnostics);
            UserBody {
                slug: page.slug.clone(),
                title: page.title.clone(),
                html: rendered.html,
                references: rendered.references,
            }
        })
        .collect()
}
