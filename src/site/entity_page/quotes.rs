//! What an entity says, and what others say of it, as the sources quote them.

use serde::Serialize;

use crate::analysis::short_cue;
use crate::site::occurrences::{QuoteRef, sentence_of};
use crate::site::passages::{SentenceLink, sentence_link};
use crate::site::text::{self, Names};
use crate::site::view::{EntityCard, SourceCard, View, lang};

/// A quote, with the source that gives it.
#[derive(Debug, Serialize)]
pub struct QuotedView {
    html: String,
    lang: String,
    /// Whether these are the speaker's own words, not the source's report of them.
    direct: bool,
    /// The source's words that say whose it is.
    cue: Option<String>,
    speaker: Option<EntityCard>,
    /// Who passes the words on, from the one nearest to the source.
    via: Vec<EntityCard>,
    /// The sentence in which it begins.
    link: Option<SentenceLink>,
    source: SourceCard,
}

/// Those of `places` whose sources are published.
pub fn published(view: &View<'_>, places: &[QuoteRef]) -> Vec<QuoteRef> {
    let is_there = |&&(source, quote): &&QuoteRef| {
        view.page_of(source).is_some_and(|page| quote < view.source_of(page).analysis.quotes.len())
    };
    places.iter().filter(is_there).copied().collect()
}

/// The quotes at `places`; the mentions of `entity` are marked in them.
pub fn quotes(view: &View<'_>, places: &[QuoteRef], entity: usize) -> Vec<QuotedView> {
    places.iter().filter_map(|&place| quoted(view, place, entity)).collect()
}

fn quoted(view: &View<'_>, (source_index, quote): QuoteRef, entity: usize) -> Option<QuotedView> {
    let page = view.page_of(source_index)?;
    let source = view.source_of(page);
    let analysis = &source.analysis;
    let quote = analysis.quotes.get(quote)?;
    let cue = quote.cue.map(|cue| short_cue(&analysis.article.text, cue, cue.end <= quote.span.start));
    let known = |local: usize| source.entity_of.get(local).copied().filter(|&entity| view.has_page(entity));
    Some(QuotedView {
        html: text::span(view, source, quote.span, Names::Marked(entity)),
        lang: lang(&analysis.language),
        direct: quote.direct,
        cue: cue.filter(|cue| !cue.is_empty()),
        speaker: quote.speaker.and_then(known).map(|speaker| view.entity_card(speaker)),
        via: quote.via.iter().filter_map(|&via| known(via)).map(|via| view.entity_card(via)).collect(),
        link: sentence_link(view, (source_index, sentence_of(analysis, quote))),
        source: view.source_card(page),
    })
}
