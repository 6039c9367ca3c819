//! The list of all sources, in pages where it is long.

use serde::Serialize;

use super::home::repeats;
use super::view::{SourceCard, View, lang};
use crate::content::{KeyPoint, SourcePage};

/// How many sources a page of the list has.
const PER_PAGE: usize = 300;

/// What the template `sources.html` is given as `list`: a page of the list.
#[derive(Debug, Serialize)]
pub struct SourcesPage {
    /// Its path relative to the site.
    #[serde(skip)]
    pub path: String,
    /// 1-based number among the list's pages.
    pub number: usize,
    /// The addresses of all pages of the list.
    urls: Vec<String>,
    /// How many sources there are on all pages.
    total: usize,
    /// How many of them stand on the pages before.
    before: usize,
    /// Those of this page.
    sources: Vec<ListedSource>,
}

/// A source in the list, with its weightiest point.
#[derive(Debug, Serialize)]
struct ListedSource {
    #[serde(flatten)]
    card: SourceCard,
    point: Option<String>,
    point_lang: String,
}

impl SourcesPage {
    /// Which of the list's pages this is, in words; `None` where it is the only one.
    pub fn place(&self, view: &View<'_>) -> Option<String> {
        let numbers = [("page", self.number.into()), ("pages", self.urls.len().into())];
        (self.urls.len() > 1).then(|| view.locale.text_with("list-page", &numbers))
    }
}

/// The pages of the list of all published sources, newest first; one at least.
pub fn sources(view: &View<'_>) -> Vec<SourcesPage> {
    let count = view.pages.len().div_ceil(PER_PAGE).max(1);
    let urls: Vec<String> = (1..=count).map(|number| view.links.to(&path(number))).collect();
    let page = |number: usize| {
        let before = (number - 1) * PER_PAGE;
        SourcesPage {
            path: path(number),
            number,
            urls: urls.clone(),
            total: view.pages.len(),
            before,
            sources: view.pages.iter().skip(before).take(PER_PAGE).map(|page| listed(view, page)).collect(),
        }
    };
    (1..=count).map(page).collect()
}

/// Where in the list the source at `place` stands, as seen from the list's first page.
pub fn address(view: &View<'_>, place: usize) -> String {
    let number = place / PER_PAGE + 1;
    let page = if number == 1 { String::new() } else { view.links.to(&path(number)) };
    format!("{page}#source-{}", place + 1)
}

fn path(number: usize) -> String {
    if number == 1 { "sources/".to_owned() } else { format!("sources/page/{number}/") }
}

/// A point that says what the title says already is passed over, while there are others.
fn listed(view: &View<'_>, page: &SourcePage) -> ListedSource {
    // A title that was made of a text's first sentence is that sentence, cut.
    let cut = page.title.strip_suffix('…');
    let is_title = |text: &str| repeats(&page.title, text) || cut.is_some_and(|cut| text.starts_with(cut.trim_end()));
    let says_more = page.key_points.iter().find(|point| !is_title(&point.text));
    ListedSource {
        card: view.source_card(page),
        point: says_more.map(KeyPoint::attributed),
        point_lang: lang(&view.source_of(page).analysis.language),
    }
}
