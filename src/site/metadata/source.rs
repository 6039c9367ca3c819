//! A source: the article, what it claims, the events that it dates.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{Crumbs, article_id, entity_reference, events, object, own_page, put};
use crate::content::SourcePage;
use crate::intake::{Origin, is_given_name};
use crate::site::feed::absolute;
use crate::site::source_page::origin;
use crate::site::view::{View, lang, machine_date};

/// Entities that an article is said to mention, the first ones.
const MENTIONED: usize = 30;

/// The page, the article, its key sentences as claims, its dated events.
pub fn source(view: &View<'_>, page: &SourcePage, crumbs: Crumbs<'_>) -> Vec<Value> {
    let path = format!("sources/{}/", page.slug);
    let mut own = own_page(view, "WebPage", &path, &view.title(page), crumbs);
    put(&mut own, "mainEntity", Some(json!({"@id": article_id(view, page)})));
    let mut nodes = vec![Value::Object(own), Value::Object(article(view, page))];
    nodes.extend(claims(view, page, &absolute(view, &path)));
    nodes.extend(events::of_source(view, page));
    nodes
}

fn article(view: &View<'_>, page: &SourcePage) -> Map<String, Value> {
    let source = view.source_of(page);
    let analysis = &source.analysis;
    let found = &analysis.article;
    let is_derived = |origin: Option<Origin>| origin == Some(Origin::Derived);
    let mut article = object(&[("@type", "NewsArticle"), ("@id", &article_id(view, page))]);
    let has_title = !page.title.trim().is_empty() && !is_derived(origin(&page.title, Some(&analysis.title)));
    put(&mut article, "headline", has_title.then(|| page.title.clone()));
    put(&mut article, "url", view.outside_address(page));
    put(&mut article, "inLanguage", Some(lang(&analysis.language)).filter(|code| !code.is_empty()));
    let published = page.published.filter(|moment| !is_derived(origin(moment, found.published.as_ref())));
    let modified = found.modified.as_ref().filter(|modified| modified.origin != Origin::Derived);
    let date = |moment: crate::calendar::Moment| moment.day.date().and_then(|_| machine_date(&moment));
    put(&mut article, "datePublished", published.and_then(date));
    put(&mut article, "dateModified", modified.and_then(|modified| date(modified.value)));
    let authors: Vec<Value> = page.authors.iter().map(|author| author_value(author)).collect();
    put(&mut article, "author", (!authors.is_empty()).then_some(authors));
    put(&mut article, "publisher", publisher(view, page));
    put(&mut article, "keywords", (!page.tags.is_empty()).then(|| page.tags.clone()));
    let mut seen = BTreeSet::new();
    let entities = analysis.mentions.iter().filter_map(|mention| source.entity_of.get(mention.entity).copied());
    let mentioned: Vec<Value> = entities
        .filter(|&entity| seen.insert(entity))
        .take(MENTIONED)
        .map(|entity| entity_reference(view, entity))
        .collect();
    put(&mut article, "mentions", (!mentioned.is_empty()).then_some(mentioned));
    article
}

/// A byline is not always a person's: one without a given name is left as text.
fn author_value(name: &str) -> Value {
    if name.split(' ').any(is_given_name) { json!({"@type": "Person", "name": name}) } else { Value::from(name) }
}

/// The outlet. One that was not read but derived says so.
fn publisher(view: &View<'_>, page: &SourcePage) -> Option<Value> {
    let outlet = page.outlet.as_ref()?;
    let mut publisher = object(&[("@type", "Organization"), ("name", outlet)]);
    let found = view.source_of(page).analysis.article.outlet.as_ref();
    let is_derived = origin(outlet, found) == Some(Origin::Derived);
    put(&mut publisher, "disambiguatingDescription", is_derived.then(|| view.locale.text("origin-derived")));
    Some(Value::Object(publisher))
}

/// Each key sentence as a claim: of whom the article passes on, else of the outlet.
fn claims(view: &View<'_>, page: &SourcePage, url: &str) -> Vec<Value> {
    let source = view.source_of(page);
    let analysis = &source.analysis;
    let by_anchor: BTreeMap<String, usize> =
        analysis.sentences.iter().enumerate().map(|(index, sentence)| (sentence.anchor(), index)).collect();
    let claim = |anchor: &String| {
        let sentence = *by_anchor.get(anchor)?;
        let text = analysis.sentences[sentence].span.of(&analysis.article.text);
        let link = format!("{url}#{anchor}");
        let mut claim = object(&[("@type", "Claim"), ("@id", &link), ("url", &link), ("text", text)]);
        put(&mut claim, "appearance", Some(json!({"@id": article_id(view, page)})));
        let author = match analysis.passed_on.get(sentence).copied().flatten().and_then(|at| analysis.quotes.get(at)) {
            // Words that somebody unknown said are not the outlet's.
            Some(quote) => quote
                .speaker
                .and_then(|speaker| source.entity_of.get(speaker))
                .map(|&entity| entity_reference(view, entity)),
            None => publisher(view, page),
        };
        put(&mut claim, "author", author);
        Some(Value::Object(claim))
    };
    page.key_points.iter().filter_map(|point| claim(point.anchor.as_ref()?)).collect()
}
