//! What a person wrote of an entity: the note, and where else the entity is described.

use serde::Serialize;

use super::links::{encode_path, is_safe_address};
use super::markdown::{self, Body, Reference};
use super::names::NameIndex;
use super::view::View;
use crate::diagnostic::Diagnostic;
use crate::dossier::Entity;

/// What the template `entity.html` is given as `editorial`.
#[derive(Debug, Serialize)]
pub struct EditorialView {
    /// The note as HTML that is safe to publish; empty when there is none.
    note_html: String,
    same_as: Vec<Elsewhere>,
}

/// The entity in another database.
#[derive(Debug, Serialize, PartialEq, Eq)]
struct Elsewhere {
    url: String,
    label: String,
}

/// What a person wrote of the entity `index`. The links of the note go to `references`, to be checked.
pub fn view(
    view: &View<'_>,
    index: usize,
    names: &NameIndex,
    references: &mut Vec<Reference>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<EditorialView> {
    let entity = &view.dossier.entities[index];
    let editorial = entity.editorial.as_ref()?;
    let page = format!("entities/{}/", entity.id);
    let (path, first_line) = (editorial.note_path.as_str(), editorial.note_line);
    let body = Body { markdown: &editorial.note, path, first_line, page: &page };
    let note = markdown::render(body, &view.links, names, diagnostics);
    references.extend(note.references);
    let same_as = editorial.same_as.iter().filter_map(|id| elsewhere(id)).collect();
    Some(EditorialView { note_html: note.html, same_as })
}

/// The addresses at which other databases describe an entity.
pub fn same_as(entity: &Entity) -> Vec<String> {
    let ids = entity.editorial.iter().flat_map(|editorial| &editorial.same_as);
    ids.filter_map(|id| elsewhere(id)).map(|found| found.url).collect()
}

/// The link for a web address, a Wikidata item (`Q2`) or an OpenSanctions id (`NK-…`, `ofac-36216`).
fn elsewhere(id: &str) -> Option<Elsewhere> {
    if id.starts_with("https://") || id.starts_with("http://") {
        let rest = id.split_once("://")?.1;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        // `https://known.example@evil.example/` shows another host than it leads to.
        let misleads = host.is_empty() || host.contains('@');
        return (is_safe_address(id) && !misleads).then(|| Elsewhere { url: id.to_owned(), label: host.to_owned() });
    }
    let number = id.strip_prefix('Q').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())) {
        let url = format!("https://www.wikidata.org/wiki/{id}");
        return Some(Elsewhere { url, label: format!("Wikidata {id}") });
    }
    let plain = id.contains('-') && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    plain.then(|| Elsewhere {
        url: format!("https://www.opensanctions.org/entities/{}/", encode_path(id)),
        label: format!("OpenSanctions {id}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_become_addresses() {
        let url = |id: &str| elsewhere(id).map(|found| found.url);
        assert_eq!(url("Q42").as_deref(), Some("https://www.wikidata.org/wiki/Q42"));
        assert_eq!(url("ofac-36216").as_deref(), Some("https://www.opensanctions.org/entities/ofac-36216/"));
        assert_eq!(url("https://www.example.org/x?y=1").as_deref(), Some("https://www.example.org/x?y=1"));
        assert_eq!(elsewhere("https://www.example.org/x").unwrap().label, "example.org");
    }

    #[test]
    fn nothing_else_becomes_one() {
        for id in ["javascript:alert(1)", "Q", "Q1x", "data:text/html,x", "//evil.example", "https://a\nb", "", "слово"]
        {
            assert_eq!(elsewhere(id), None, "{id}");
        }
        assert_eq!(elsewhere("https://wikidata.org@evil.example/"), None);
        assert_eq!(elsewhere("https:///x"), None);
    }
}
