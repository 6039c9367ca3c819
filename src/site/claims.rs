//! Sentences as their sources' claims: what is said, where it stands, and whose words it passes on.

use serde::Serialize;

use super::text::{self, Names};
use super::view::{EntityCard, SourceCard, View, lang};
use crate::analysis::short_cue;
use crate::dossier::{Claim, Conflict, Dispute, Source};
use crate::span::Span;

/// A sentence of a source.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimView {
    html: String,
    lang: String,
    /// Where the sentence stands.
    url: String,
    /// 1-based number of its paragraph.
    paragraph: usize,
    /// Whose words the source passes on with it, if it does.
    voice: Option<VoiceView>,
    source: SourceCard,
}

/// Whom a source passes on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VoiceView {
    /// Who said it, where the text makes that certain.
    pub speaker: Option<EntityCard>,
    /// The words that attribute it, where nobody certain said it.
    pub cue: Option<String>,
    /// Through whom the words came, the nearest to the source first.
    pub via: Vec<EntityCard>,
}

/// Claims that contradict each other.
#[derive(Debug, Clone, Serialize)]
pub struct ConflictView {
    /// What they disagree about, as a key of the interface's texts.
    about: &'static str,
    claims: Vec<ClaimView>,
}

/// The view of a claim, when its source is published.
pub fn claim(view: &View<'_>, claim: &Claim) -> Option<ClaimView> {
    let page = view.page_of(claim.source)?;
    let source = view.source_of(page);
    let sentence = source.analysis.sentences.get(claim.sentence)?;
    Some(ClaimView {
        html: match claim.words {
            Some(words) => text::sentence_marked(view, source, claim.sentence, words),
            None => text::sentence(view, source, claim.sentence, Names::Linked),
        },
        lang: lang(&source.analysis.language),
        url: view.links.anchor(&page.slug, &sentence.anchor()),
        paragraph: sentence.paragraph + 1,
        voice: voice(view, source, claim.sentence),
        source: view.source_card(page),
    })
}

/// The view of a conflict, when two of its sources are published.
pub fn conflict(view: &View<'_>, conflict: &Conflict) -> Option<ConflictView> {
    let published = |claim: &&Claim| view.page_of(claim.source).is_some();
    let mut sources: Vec<usize> = conflict.claims.iter().filter(published).map(|claim| claim.source).collect();
    sources.dedup();
    let about = match conflict.about {
        Dispute::Figure => "conflict-figure",
        Dispute::Date => "conflict-date",
        Dispute::Status => "conflict-status",
    };
    let claims = conflict.claims.iter().filter_map(|found| claim(view, found)).collect();
    (sources.len() > 1).then_some(ConflictView { about, claims })
}

/// Whose words a sentence of a source passes on; `None` for what the source says in its own name.
pub fn voice(view: &View<'_>, source: &Source, sentence: usize) -> Option<VoiceView> {
    let quote = source.analysis.passed_on.get(sentence).copied().flatten()?;
    voice_of(view, source, quote)
}

/// Whose words a quote (an index in the source's analysis) is.
pub fn voice_of(view: &View<'_>, source: &Source, quote: usize) -> Option<VoiceView> {
    let analysis = &source.analysis;
    let quote = analysis.quotes.get(quote)?;
    let card = |&entity: &usize| Some(view.entity_card(*source.entity_of.get(entity)?));
    let speaker = quote.speaker.as_ref().and_then(card);
    let before = |cue: Span| cue.end <= quote.span.start;
    let cue = quote.cue.filter(|_| speaker.is_none());
    let cue = cue.map(|cue| short_cue(&analysis.article.text, cue, before(cue)));
    Some(VoiceView { speaker, cue, via: quote.via.iter().filter_map(card).collect() })
}
