//! Where entities are found beside their mentions: who said what about whom, what stands for what.
//!
//! Counted once for all pages, in time that grows with the mentions.

use std::collections::BTreeMap;

use crate::analysis::{Analysis, EntityKind, Quote};
use crate::content::SourcePage;
use crate::dossier::Dossier;
use crate::span::Span;

/// A quote: the index of its source in the dossier, and its own in the source's analysis.
pub type QuoteRef = (usize, usize);

/// A sentence: the index of its source in the dossier, and its own in the source's analysis.
pub type Place = (usize, usize);

/// What the published sources say of each entity (an index in the dossier), newest source first.
#[derive(Debug, Default)]
pub struct Occurrences {
    /// The quotes that each entity speaks.
    said: Vec<Vec<QuoteRef>>,
    /// The quotes of others that name each entity.
    about: Vec<Vec<QuoteRef>>,
    /// For each key of the reference tables, the first entity that bears it.
    by_reference: BTreeMap<String, usize>,
    /// For each key of the reference tables, the places that stand for it, and where.
    standing: BTreeMap<String, BTreeMap<usize, Vec<Place>>>,
    /// For each country's code, the places in it whose coordinates are known.
    places_in: BTreeMap<String, Vec<usize>>,
}

impl Occurrences {
    /// Goes once through all published sources; `pages` are theirs, newest first.
    pub fn new(dossier: &Dossier, pages: &[&SourcePage], is_published: impl Fn(usize) -> bool) -> Self {
        let none = || vec![Vec::new(); dossier.entities.len()];
        let mut found = Self { said: none(), about: none(), ..Self::default() };
        for page in pages {
            found.read(dossier, page.source);
        }
        for (index, entity) in dossier.entities.iter().enumerate().filter(|&(index, _)| is_published(index)) {
            if let Some(reference) = &entity.reference {
                found.by_reference.entry(reference.clone()).or_insert(index);
            }
            if let (EntityKind::Place, Some(code), Some(_)) = (entity.kind, &entity.country, entity.coordinates) {
                found.places_in.entry(code.clone()).or_default().push(index);
            }
        }
        found
    }

    fn read(&mut self, dossier: &Dossier, source: usize) {
        let of = &dossier.sources[source];
        for (index, quote) in of.analysis.quotes.iter().enumerate() {
            let speaker = quote.speaker.and_then(|speaker| of.entity_of.get(speaker)).copied();
            if let Some(speaker) = speaker {
                self.said[speaker].push((source, index));
            }
            let mut named: Vec<usize> = mentions_in(&of.analysis, quote.span)
                .filter_map(|mention| of.entity_of.get(of.analysis.mentions[mention].entity).copied())
                .filter(|&entity| Some(entity) != speaker)
                .collect();
            named.sort_unstable();
            named.dedup();
            for entity in named {
                self.about[entity].push((source, index));
            }
        }
        for mention in &of.analysis.mentions {
            let (Some(key), Some(&entity)) = (&mention.stands_for, of.entity_of.get(mention.entity)) else { continue };
            let place = (source, sentence_at(&of.analysis, mention.span.start));
            self.standing.entry(key.clone()).or_default().entry(entity).or_default().push(place);
        }
    }

    /// The quotes that an entity speaks.
    pub fn said(&self, entity: usize) -> &[QuoteRef] {
        &self.said[entity]
    }

    /// The quotes of others that name an entity.
    pub fn about(&self, entity: usize) -> &[QuoteRef] {
        &self.about[entity]
    }

    /// The entity that bears a key of the reference tables.
    pub fn by_reference(&self, key: &str) -> Option<usize> {
        self.by_reference.get(key).copied()
    }

    /// The places that stand for the bearer of a key, each with the sentences where it does.
    pub fn standing_for(&self, key: &str) -> impl Iterator<Item = (usize, &[Place])> {
        self.standing.get(key).into_iter().flatten().map(|(&entity, places)| (entity, places.as_slice()))
    }

    /// The places in a country whose coordinates are known, the most widely reported first.
    pub fn places_in(&self, country: &str) -> &[usize] {
        self.places_in.get(country).map_or(&[], Vec::as_slice)
    }
}

/// Indexes of the mentions that lie within `span`.
pub fn mentions_in(analysis: &Analysis, span: Span) -> impl Iterator<Item = usize> + '_ {
    let first = analysis.mentions.partition_point(|mention| mention.span.start < span.start);
    (first..analysis.mentions.len()).take_while(move |&index| analysis.mentions[index].span.end <= span.end)
}

/// Index of the sentence that holds the byte at `offset`, or of the last one before it.
pub fn sentence_at(analysis: &Analysis, offset: usize) -> usize {
    analysis.sentences.partition_point(|sentence| sentence.span.start <= offset).saturating_sub(1)
}

/// Index of the sentence in which a quote begins.
pub fn sentence_of(analysis: &Analysis, quote: &Quote) -> usize {
    sentence_at(analysis, quote.span.start)
}
