//! What the names in `[[wikilinks]]` and the paths of content files lead to.

use std::collections::BTreeMap;

use super::view::View;
use crate::content::UserPage;
use crate::words::LowerCase;

/// Finds pages by the names that people write.
#[derive(Debug, Default)]
pub struct NameIndex {
    /// Normalised canonical names, slugs and titles, with the page of each.
    names: BTreeMap<String, String>,
    /// Normalised other forms, with the names and pages of all entities that have them.
    aliases: BTreeMap<String, Vec<(String, String)>>,
    /// Content files relative to `content/`, with the page of each.
    files: BTreeMap<String, String>,
}

/// What a name leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'i> {
    /// A page, as a path relative to the site.
    Page(&'i str),
    /// Several entities: their canonical names.
    Several(Vec<&'i str>),
    /// No page.
    Nothing,
}

impl NameIndex {
    /// The index of everything that the site has a page for.
    ///
    /// A canonical name outweighs another entity's alias; of two entities with one name, the more
    /// widely reported is meant.
    pub fn new(view: &View<'_>, user_pages: &[UserPage]) -> Self {
        let mut index = Self::default();
        for entity in &view.dossier.entities {
            let page = format!("entities/{}/", entity.id);
            index.names.entry(normalise(&entity.name)).or_insert_with(|| page.clone());
            index.names.entry(normalise(&entity.id)).or_insert_with(|| page.clone());
            if let Some(editorial) = &entity.editorial {
                index.add_file(&editorial.path, page.clone());
            }
            for alias in &entity.aliases {
                let claims = index.aliases.entry(normalise(&alias.form)).or_default();
                if claims.iter().all(|(_, claimed)| *claimed != page) {
                    claims.push((entity.name.clone(), page.clone()));
                }
            }
        }
        for page in &view.pages {
            let address = format!("sources/{}/", page.slug);
            index.names.entry(normalise(&page.slug)).or_insert_with(|| address.clone());
            index.names.entry(normalise(&page.title)).or_insert_with(|| address.clone());
            index.add_file(&page.path, address);
        }
        // What a page written for an old address says still leads there.
        for entity in &view.dossier.entities {
            for id in &entity.former_ids {
                index.names.entry(normalise(id)).or_insert_with(|| format!("entities/{}/", entity.id));
            }
        }
        for page in user_pages {
            let address = if page.slug == "index" { String::new() } else { format!("{}/", page.slug) };
            index.add_file(&page.path, address);
        }
        index
    }

    fn add_file(&mut self, path: &str, address: String) {
        self.files.insert(path.strip_prefix("content/").unwrap_or(path).to_owned(), address);
    }

    /// What `name` leads to.
    pub fn find(&self, name: &str) -> Found<'_> {
        let name = normalise(name);
        if let Some(page) = self.names.get(&name) {
            return Found::Page(page);
        }
        match self.aliases.get(&name).map(Vec::as_slice) {
            None | Some([]) => Found::Nothing,
            Some([(_, page)]) => Found::Page(page),
            Some(several) => Found::Several(several.iter().map(|(name, _)| name.as_str()).collect()),
        }
    }

    /// The page of the content file at `path`, which is relative to `content/`.
    pub fn content_page(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}

/// Case, ё, and runs of white space make no difference.
fn normalise(name: &str) -> String {
    name.lower_plain().split_whitespace().collect::<Vec<_>>().join(" ")
}
