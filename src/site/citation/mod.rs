//! How a source is cited: from what it gives, and with nothing that it does not give.
//!
//! What the program derived itself stands in square brackets, as GOST R 7.0.100–2018 (4.9) asks of
//! what is not taken from the document. A source without an address is cited by way of the dossier.

mod apa;
mod author;
mod bibtex;
mod gost;
mod points;

use serde::Serialize;

use super::feed::absolute;
use super::source_page::origin;
use super::view::View;
use crate::calendar::Moment;
use crate::content::SourcePage;
use crate::intake::Origin;
use author::Author;
use points::CitedPoint;

/// What a citation is made of.
#[derive(Debug, Clone)]
struct Work {
    authors: Vec<Author>,
    title: String,
    outlet: Option<String>,
    published: Option<Moment>,
    /// Whether the day of publication was derived, not read.
    is_dated_by_program: bool,
    retrieved: Option<Moment>,
    url: Option<String>,
    /// BCP 47 code of its language.
    language: String,
    /// The dossier's title, and the address of the source's page in it.
    dossier: String,
    page: String,
    /// The page's slug.
    slug: String,
}

/// What the template `source.html` is given as `source.cite`.
#[derive(Debug, Serialize)]
pub struct CiteView {
    /// The source's page with scheme and host: what permanent links begin with.
    page: String,
    /// The source's own address, without a place in it.
    original: Option<String>,
    /// References by style.
    styles: Vec<StyleView>,
    /// How APA refers to the source within a text (`Седова, 2024`).
    in_text: String,
    /// Links to the key sentences.
    points: Vec<CitedPoint>,
}

/// A reference in one style.
#[derive(Debug, Serialize)]
struct StyleView {
    /// As ids and class names have it.
    id: &'static str,
    name: &'static str,
    text: String,
}

/// How the source of `page` is cited.
pub fn view(view: &View<'_>, page: &SourcePage) -> CiteView {
    let work = work(view, page);
    let style = |id, name, text| StyleView { id, name, text };
    CiteView {
        styles: vec![
            style("gost", "ГОСТ Р 7.0.5–2008", gost::reference(&work)),
            style("gost-record", "ГОСТ Р 7.0.100–2018", gost::record(&work)),
            style("apa", "APA 7", apa::reference(&work)),
            style("bibtex", "BibTeX", bibtex::entry(&work)),
        ],
        in_text: apa::in_text(&work),
        points: points::points(view, page),
        page: work.page,
        original: work.url,
    }
}

fn work(view: &View<'_>, page: &SourcePage) -> Work {
    let analysis = &view.source_of(page).analysis;
    let article = &analysis.article;
    let bracketed = |value: String, found: Option<Origin>| match found {
        Some(Origin::Derived) => format!("[{value}]"),
        _ => value,
    };
    let title = view.title(page);
    let has_title = !page.title.trim().is_empty();
    let from = if has_title { origin(&page.title, Some(&analysis.title)) } else { Some(Origin::Derived) };
    Work {
        authors: page.authors.iter().map(|author| Author::new(&one_line(author))).collect(),
        title: bracketed(one_line(&title), from),
        outlet: page.outlet.as_ref().map(|outlet| bracketed(one_line(outlet), origin(outlet, article.outlet.as_ref()))),
        published: page.published,
        is_dated_by_program: page
            .published
            .is_some_and(|moment| origin(&moment, article.published.as_ref()) == Some(Origin::Derived)),
        retrieved: article.retrieved.as_ref().map(|retrieved| retrieved.value),
        url: view.outside_address(page),
        language: analysis.language.clone(),
        dossier: one_line(&view.config.title),
        page: absolute(view, &format!("sources/{}/", page.slug)),
        slug: page.slug.clone(),
    }
}

/// `text` with single spaces for every run of white space, and without control characters.
fn one_line(text: &str) -> String {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(visible).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` with a full stop, unless a mark ends it already.
fn stopped(text: &str) -> String {
    let last = text.trim_end_matches(['»', '"', '”']).chars().next_back();
    if last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…')) { text.to_owned() } else { format!("{text}.") }
}

/// The day of a moment in brackets, where the program derived it.
fn dated(work: &Work, date: String) -> String {
    if work.is_dated_by_program { format!("[{date}]") } else { date }
}
