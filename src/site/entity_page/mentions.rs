//! Every mention of an entity in its sentence.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::dossier::Entity;
use crate::site::text::{self, Names};
use crate::site::view::{SourceCard, View, lang};

/// The most sentences under one heading: a long article's are parted, so that a page can end between.
const UNDER_ONE_HEADING: usize = 20;

/// Sentences of one source that name the entity.
#[derive(Debug, Serialize)]
pub struct SourceMentions {
    #[serde(flatten)]
    card: SourceCard,
    sentences: Vec<SentenceView>,
}

/// A sentence that names the entity.
#[derive(Debug, Serialize)]
struct SentenceView {
    url: String,
    /// 1-based number of its paragraph.
    paragraph: usize,
    lang: String,
    html: String,
    /// What the name stands for here.
    stands_for: Option<StandsFor>,
}

/// What a place stands for: its country's government.
#[derive(Debug, Serialize)]
pub struct StandsFor {
    name: String,
    url: Option<String>,
}

/// Sentences of one source that name the entity, not yet drawn.
pub struct Part<'v> {
    /// The source's place among the published pages.
    page: usize,
    /// The sentences, each with what the name stands for there.
    sentences: Vec<(usize, Option<&'v str>)>,
}

impl Part<'_> {
    /// How many sentences there are.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }
}

/// Each sentence that names the entity, once, by source, newest source first.
pub fn parts<'v>(view: &'v View<'_>, entity: &Entity) -> Vec<Part<'v>> {
    // For each source by its page's place, its sentences with what the name stands for there.
    let mut places: BTreeMap<usize, Vec<(usize, Option<&str>)>> = BTreeMap::new();
    for mention in &entity.mentions {
        let Some(place) = view.place_of(mention.source) else { continue };
        let found = &view.dossier.sources[mention.source].analysis.mentions[mention.mention];
        let sentences = places.entry(place).or_default();
        match sentences.last_mut() {
            Some((sentence, stands_for)) if *sentence == mention.sentence => {
                *stands_for = stands_for.or(found.stands_for.as_deref());
            }
            _ => sentences.push((mention.sentence, found.stands_for.as_deref())),
        }
    }
    let under_headings = |(page, sentences): (usize, Vec<(usize, Option<&'v str>)>)| {
        let parts: Vec<Part<'v>> =
            sentences.chunks(UNDER_ONE_HEADING).map(|sentences| Part { page, sentences: sentences.to_vec() }).collect();
        parts
    };
    places.into_iter().flat_map(under_headings).collect()
}

/// The sentences of `parts`; the mentions of the entity at `index` are marked in them.
pub fn mentions(view: &View<'_>, parts: &[Part<'_>], index: usize) -> Vec<SourceMentions> {
    let of_part = |part: &Part<'_>| {
        let page = view.pages[part.page];
        let source = view.source_of(page);
        let lang = lang(&source.analysis.language);
        let shown = |&(sentence, stands_for): &(usize, Option<&str>)| SentenceView {
            url: view.links.anchor(&page.slug, &source.analysis.sentences[sentence].anchor()),
            paragraph: source.analysis.sentences[sentence].paragraph + 1,
            lang: lang.clone(),
            html: text::sentence(view, source, sentence, Names::Marked(index)),
            stands_for: stands_for.and_then(|key| standing(view, key)),
        };
        SourceMentions { card: view.source_card(page), sentences: part.sentences.iter().map(shown).collect() }
    };
    parts.iter().map(of_part).collect()
}

/// The bearer of a key of the reference tables, by name.
fn standing(view: &View<'_>, key: &str) -> Option<StandsFor> {
    if let Some(entity) = view.occurrences.by_reference(key) {
        let entity = &view.dossier.entities[entity];
        return Some(StandsFor { name: entity.name.clone(), url: Some(view.links.entity(&entity.id)) });
    }
    let name = view.locale.country(key.strip_prefix("country:")?)?;
    Some(StandsFor { name: name.to_owned(), url: None })
}
