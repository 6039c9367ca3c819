//! The page of one source: summary first, the evidence below, who is named beside it.

use serde::Serialize;

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
use crate::dossier::{Copied, Related, Retold, Source};
use crate::intake::{Origin, Sourced};
use crate::span::Span;

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
    copies: Vec<CopyView>,
    /// Copies beyond [`MOST_COPIES`], without their passages.
    other_copies: Vec<OtherCopy>,
    /// How many there are beside all these.
    copies_left: usize,
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

/// A source's metadata, each with a sentence on how it was found.
#[derive(Debug, Serialize)]
struct Facts {
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

/// A source that shares text with this one.
#[derive(Debug, Serialize)]
struct CopyView {
    #[serde(flatten)]
    card: SourceCard,
    /// Per cent of this text that stands in the other, and the other way round; rounded down.
    percent: usize,
    percent_of_other: usize,
    /// Whether the two are one report.
    is_reprint: bool,
    passages: Vec<PassageView>,
    /// How many passages are not shown.
    more: usize,
}

/// A source that shares text with this one and is only led to.
#[derive(Debug, Serialize)]
struct OtherCopy {
    #[serde(flatten)]
    card: SourceCard,
    /// Per cent of this text that stands in the other.
    percent: usize,
}

/// Sentences that follow each other in both texts.
#[derive(Debug, Serialize)]
struct PassageView {
    html: String,
    /// Where it begins here.
    anchor: String,
    /// Where it begins there.
    there: String,
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

/// Copies that are shown with their passages: a wire's report may stand in a hundred papers.
const MOST_COPIES: usize = 3;

/// Copies that are led to beside these.
const MOST_OTHER_COPIES: usize = 60;

/// Passages of one copy that are shown.
const MOST_PASSAGES: usize = 6;

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
    let copies: Vec<(&SourcePage, &Copied)> =
        source.copies.iter().filter_map(|copied| Some((view.page_of(copied.source)?, copied))).collect();
    let shown = SourceView {
        card: view.source_card(page),
        facts: facts(view, page),
        original: view.outside_address(page),
        tags: page.tags.clone(),
        minutes: article.text.split_whitespace().count().div_ceil(WORDS_PER_MINUTE).max(1),
        edited: page.edited,
        body_html: rendered.html,
        article_html: text::article(view, source, &fragments),
        groups: entity_groups(view, source),
        related: source.related.iter().filter_map(|related| related_view(view, related)).collect(),
        copies: copies.iter().take(MOST_COPIES).map(|(page, copied)| copy_view(view, source, page, copied)).collect(),
        other_copies: copies
            .iter()
            .skip(MOST_COPIES)
            .take(MOST_OTHER_COPIES)
            .map(|(page, copied)| OtherCopy { card: view.source_card(page), percent: percent(copied.share) })
            .collect(),
        copies_left: copies.len().saturating_sub(MOST_COPIES + MOST_OTHER_COPIES),
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

fn facts(view: &View<'_>, page: &SourcePage) -> Facts {
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

fn copy_view(view: &View<'_>, source: &Source, page: &SourcePage, copied: &Copied) -> CopyView {
    let card = view.source_card(page);
    let (here, there) = (&source.analysis, &view.dossier.sources[copied.source].analysis);
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for &(own, other) in &copied.sentences {
        match runs.last_mut() {
            // The next sentence of the same paragraph, in both.
            Some((first, first_there, count))
                if own == *first + *count
                    && other == *first_there + *count
                    && here.sentences[own].paragraph == here.sentences[*first].paragraph =>
            {
                *count += 1;
            }
            _ => runs.push((own, other, 1)),
        }
    }
    let passage = |&(own, other, count): &(usize, usize, usize)| {
        let span = Span::new(here.sentences[own].span.start, here.sentences[own + count - 1].span.end);
        PassageView {
            html: text::span(view, source, span, Names::Plain),
            anchor: here.sentences[own].anchor(),
            there: format!("{}#{}", view.links.source(&page.slug), there.sentences[other].anchor()),
        }
    };
    CopyView {
        percent: percent(copied.share),
        percent_of_other: percent(copied.share_of_other),
        is_reprint: copied.is_reprint(),
        passages: runs.iter().take(MOST_PASSAGES).map(passage).collect(),
        more: runs.len().saturating_sub(MOST_PASSAGES),
        card,
    }
}

/// Rounded down: «100 %» is said of all and of nothing less.
fn percent(share: f64) -> usize {
    (share * 100.0).floor() as usize
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
