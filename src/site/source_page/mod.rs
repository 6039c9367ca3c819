//! The page of one source: summary first, the evidence below, who is named beside it.

mod copies;
mod facts;

use serde::Serialize;

use self::copies::CopiesView;
use self::facts::Facts;
pub use self::facts::origin;
use super::citation::{self, CiteView};
use super::claims::{ConflictView, conflict};
use super::fragment;
use super::markdown::{self, Body, Reference};
use super::names::NameIndex;
use super::text::{self, Names, kind_name};
use super::timeline::{self, EventView};
use super::view::{EntityCard, KINDS, SourceCard, View, lang};
use super::voices::{VoicesView, voices};
use crate::content::SourcePage;
use crate::diagnostic::Diagnostic;
use crate::dossier::{Related, Retold, Source};

/// Words that a reader takes in within a minute, for the estimate over the text.
const WORDS_PER_MINUTE: usize = 180;

/// What the template `source.html` is given as `source`.
#[derive(Debug, Serialize)]
pub struct SourceView {
    #[serde(flatten)]
    card: SourceCard,
    /// Each piece of metadata with how it was found.
    facts: Facts,
    original: Option<String>,
    tags: Vec<String>,
    minutes: usize,
    edited: bool,
    body_html: String,
    article_html: String,
    groups: Vec<EntityGroup>,
    related: Vec<RelatedView>,
    #[serde(flatten)]
    copies: CopiesView,
    retells: Vec<RetoldView>,
    quotes: Vec<QuoteView>,
    /// Who speaks in it: the source itself, or others.
    voices: Option<VoicesView>,
    /// Where others contradict it.
    conflicts: Vec<ConflictView>,
    /// The dated events that it reports, oldest first.
    events: Vec<EventView>,
    removed: Vec<RemovedView>,
    file: String,
    sha256: String,
    content_file: String,
    language: String,
    /// How it is cited.
    cite: CiteView,
    newer: Option<SourceCard>,
    older: Option<SourceCard>,
}

/// The entities of one kind.
#[derive(Debug, Serialize)]
struct EntityGroup {
    kind: &'static str,
    label: String,
    entities: Vec<CountedEntity>,
}

/// An entity, how often the source names it, and where first.
#[derive(Debug, Serialize)]
struct CountedEntity {
    #[serde(flatten)]
    card: EntityCard,
    count: usize,
    /// Whether other sources name it too.
    shared: bool,
}

/// A related source, and why it is.
#[derive(Debug, Serialize)]
struct RelatedView {
    #[serde(flatten)]
    card: SourceCard,
    entities: Vec<EntityCard>,
    terms: Vec<String>,
}

/// An outlet whose report the source retells.
#[derive(Debug, Serialize)]
struct RetoldView {
    outlet: EntityCard,
    /// The sentence that says so.
    anchor: Option<String>,
    /// The outlet's article, where it is in the dossier.
    article: Option<SourceCard>,
}

/// Speech, with its speaker.
#[derive(Debug, Serialize)]
struct QuoteView {
    html: String,
    /// Whether these are the speaker's own words, not the source's report of them.
    direct: bool,
    speaker: Option<EntityCard>,
    /// The sentence it begins in.
    anchor: Option<String>,
}

/// Something that intake took out.
#[derive(Debug, Serialize)]
struct RemovedView {
    text: String,
    rule: String,
    /// What the rule removes, in words.
    reason: String,
    line: usize,
}

/// The view of `page`, and the links of its body.
pub fn view(
    view: &View<'_>,
    page: &SourcePage,
    names: &NameIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> (SourceView, Vec<Reference>) {
    let source = view.source_of(page);
    let analysis = &source.analysis;
    let article = &analysis.article;
    let address = format!("sources/{}/", page.slug);
    let body = Body { markdown: &page.body, path: &page.path, first_line: page.body_line, page: &address };
    let rendered = markdown::render(body, &view.links, names, diagnostics);
    let place = view.place_of(page.source).unwrap_or_default();
    let neighbour = |place: Option<usize>| Some(view.source_card(view.pages.get(place?)?));
    // Only where the original can be linked to does anybody need them.
    let fragments = if view.outside_address(page).is_some() { fragment::fragments(analysis) } else { Vec::new() };
    let shown = SourceView {
        card: view.source_card(page),
        facts: facts::facts(view, page),
        original: view.outside_address(page),
        tags: page.tags.clone(),
        minutes: article.text.split_whitespace().count().div_ceil(WORDS_PER_MINUTE).max(1),
        edited: page.edited,
        body_html: rendered.html,
        article_html: text::article(view, source, &fragments),
        groups: entity_groups(view, source),
        related: source.related.iter().filter_map(|related| related_view(view, related)).collect(),
        copies: copies::copies(view, source),
        retells: source.retells.iter().map(|retold| retold_view(view, source, retold)).collect(),
        quotes: quotes(view, source),
        voices: voices(view, source),
        conflicts: view.conflicts_of(page.source).filter_map(|found| conflict(view, found)).collect(),
        events: timeline::of_source(view, page.source),
        removed: removed(view, source),
        file: article.path.clone(),
        sha256: article.sha256.clone(),
        content_file: page.path.clone(),
        language: lang(&analysis.language),
        cite: citation::view(view, page),
        newer: neighbour(place.checked_sub(1)),
        older: neighbour(Some(place + 1)),
    };
    (shown, rendered.references)
}

/// The entities of a source by kind, the most often named first.
fn entity_groups(view: &View<'_>, source: &Source) -> Vec<EntityGroup> {
    let mut counted: Vec<(usize, usize)> = source.mention_counts().into_iter().collect();
    // Stable: among equals, the dossier's order, the most widely reported first.
    counted.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let group = |kind| {
        let entities: Vec<CountedEntity> = counted
            .iter()
            .filter(|&&(entity, _)| view.dossier.entities[entity].kind == kind)
            .map(|&(entity, count)| CountedEntity {
                card: view.entity_card(entity),
                count,
                shared: view.sources_of(entity).len() > 1,
            })
            .collect();
        let label = view.locale.text(&format!("kind-{}s", kind_name(kind)));
        (!entities.is_empty()).then_some(EntityGroup { kind: kind_name(kind), label, entities })
    };
    KINDS.into_iter().filter_map(group).collect()
}

fn related_view(view: &View<'_>, related: &Related) -> Option<RelatedView> {
    Some(RelatedView {
        card: view.source_card(view.page_of(related.source)?),
        entities: related.entities.iter().map(|&entity| view.entity_card(entity)).collect(),
        terms: related.terms.clone(),
    })
}

fn retold_view(view: &View<'_>, source: &Source, retold: &Retold) -> RetoldView {
    RetoldView {
        outlet: view.entity_card(retold.entity),
        anchor: source.analysis.sentences.get(retold.sentence).map(|sentence| sentence.anchor()),
        article: retold.source.and_then(|article| Some(view.source_card(view.page_of(article)?))),
    }
}

fn quotes(view: &View<'_>, source: &Source) -> Vec<QuoteView> {
    let analysis = &source.analysis;
    analysis
        .quotes
        .iter()
        .map(|quote| {
            let sentence = analysis.sentences.iter().find(|sentence| quote.span.start < sentence.span.end);
            QuoteView {
                html: text::span(view, source, quote.span, Names::Plain),
                direct: quote.direct,
                speaker: quote
                    .speaker
                    .and_then(|speaker| source.entity_of.get(speaker))
                    .map(|&entity| view.entity_card(entity)),
                anchor: sentence.map(|sentence| sentence.anchor()),
            }
        })
        .collect()
}

fn removed(view: &View<'_>, source: &Source) -> Vec<RemovedView> {
    source
        .analysis
        .article
        .removed
        .iter()
        .map(|removed| RemovedView {
            text: removed.text.clone(),
            rule: removed.rule.clone(),
            reason: view.locale.find(&format!("removed-rule-{}", removed.rule), &[]).unwrap_or_else(|| {
                view.locale.text_with("removed-rule-unknown", &[("rule", removed.rule.as_str().into())])
            }),
            line: removed.line,
        })
        .collect()
}
