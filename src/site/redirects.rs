//! Pages at the old addresses of entities: each leads on to the entity's page.

use std::collections::BTreeSet;

use serde::Serialize;

use super::feed;
use super::links::is_safe_name;
use super::view::View;

/// What the template `redirect.html` is given as `redirect`.
#[derive(Debug, Serialize)]
pub struct Redirect {
    /// The file, relative to the site.
    #[serde(skip)]
    pub file: String,
    /// Where it leads, as a path.
    url: String,
    /// Where it leads, with scheme and host.
    canonical: String,
    /// The entity's name.
    name: String,
}

/// A page for each former id of an entity that has a page. `taken` are the files of other pages; what
/// is one of theirs, or an earlier entity's, is no redirect.
pub fn redirects(view: &View<'_>, taken: &BTreeSet<String>) -> Vec<Redirect> {
    let mut given = BTreeSet::new();
    let mut redirects = Vec::new();
    for (index, entity) in view.dossier.entities.iter().enumerate() {
        if view.sources_of(index).is_empty() {
            continue;
        }
        for id in entity.former_ids.iter().filter(|id| is_safe_name(id)) {
            let file = format!("entities/{id}/index.html");
            if taken.contains(&file) || !given.insert(file.clone()) {
                continue;
            }
            redirects.push(Redirect {
                file,
                url: view.links.entity(&entity.id),
                canonical: feed::absolute(view, &format!("entities/{}/", entity.id)),
                name: entity.name.clone(),
            });
        }
    }
    redirects
}
