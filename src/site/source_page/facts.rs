//! What is known about a source, each thing with how it was found.

use serde::Serialize;

use crate::content::SourcePage;
use crate::intake::{Origin, Sourced};
use crate::site::view::View;

/// A source's metadata, each with a sentence on how it was found.
#[derive(Debug, Serialize)]
pub struct Facts {
    title: Fact,
    published: Option<Fact>,
    modified: Option<Fact>,
    authors: Vec<Fact>,
    outlet: Option<Fact>,
}

/// A value, and where it comes from, in words and as a class name.
#[derive(Debug, Serialize)]
struct Fact {
    value: String,
    origin: &'static str,
    origin_label: String,
}

/// The metadata of a page's source.
pub fn facts(view: &View<'_>, page: &SourcePage) -> Facts {
    let analysis = &view.source_of(page).analysis;
    let article = &analysis.article;
    let fact = |value: String, found: Option<Origin>| {
        let origin = match found {
            Some(Origin::Source) => "source",
            Some(Origin::Metadata) => "metadata",
            Some(Origin::Derived) => "derived",
            // What the page says and the analysis did not find, a person wrote.
            None => "edited",
        };
        Fact { value, origin, origin_label: view.locale.text(&format!("origin-{origin}")) }
    };
    Facts {
        title: fact(view.title(page), origin(&page.title, Some(&analysis.title))),
        published: page
            .published
            .map(|moment| fact(view.locale.moment(&moment), origin(&moment, article.published.as_ref()))),
        modified: article
            .modified
            .as_ref()
            .map(|modified| fact(view.locale.moment(&modified.value), Some(modified.origin))),
        authors: page
            .authors
            .iter()
            .map(|author| {
                let found = article.authors.iter().find(|found| found.value == *author);
                fact(author.clone(), origin(author, found))
            })
            .collect(),
        outlet: page.outlet.as_ref().map(|outlet| fact(outlet.clone(), origin(outlet, article.outlet.as_ref()))),
    }
}

/// Where the page's value comes from: `None` when the analysis did not find this value.
pub fn origin<T: PartialEq>(shown: &T, found: Option<&Sourced<T>>) -> Option<Origin> {
    found.filter(|found| found.value == *shown).map(|found| found.origin)
}
