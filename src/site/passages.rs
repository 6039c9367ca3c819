//! Places in sources as lists of short links: each source once, with its sentences behind it.

use serde::Serialize;

use super::occurrences::Place;
use super::view::{View, lang};

/// Sentences by source, newest source first.
#[derive(Debug, Default, Serialize)]
pub struct Passages {
    sources: Vec<PassagesOf>,
    /// How many sentences there are.
    count: usize,
    /// How many of them are not linked to here.
    more: usize,
}

/// Sentences of one source.
#[derive(Debug, Serialize)]
struct PassagesOf {
    /// The source's outlet, or else its title, and its date.
    line: String,
    lang: String,
    sentences: Vec<SentenceLink>,
}

/// A link to a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct SentenceLink {
    /// Its address.
    pub url: String,
    /// 1-based number of its paragraph.
    pub paragraph: usize,
}

impl Passages {
    /// Links to `places`, each once, and to no more than `most` of them. Sources without a page are
    /// left out.
    pub fn new(view: &View<'_>, mut places: Vec<Place>, most: usize) -> Self {
        places.retain(|&(source, _)| view.place_of(source).is_some());
        places.sort_by_key(|&(source, sentence)| (view.place_of(source), sentence));
        places.dedup();
        let count = places.len();
        places.truncate(most);
        let of_source = |places: &[Place]| {
            let source = places[0].0;
            let line = view.source_line(source)?;
            let lang = lang(&view.dossier.sources[source].analysis.language);
            let sentences = places.iter().filter_map(|&place| sentence_link(view, place)).collect();
            Some(PassagesOf { line, lang, sentences })
        };
        let sources = places.chunk_by(|a, b| a.0 == b.0).filter_map(of_source).collect();
        Self { sources, count, more: count - places.len() }
    }
}

/// The link to a sentence, when its source has a page.
pub fn sentence_link(view: &View<'_>, (source, sentence): Place) -> Option<SentenceLink> {
    let page = view.page_of(source)?;
    let sentence = view.source_of(page).analysis.sentences.get(sentence)?;
    Some(SentenceLink { url: view.links.anchor(&page.slug, &sentence.anchor()), paragraph: sentence.paragraph + 1 })
}
