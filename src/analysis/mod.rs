//! One [`Article`] in, one [`Analysis`] out: mentions, quotes, dated events, figures and key
//! sentences, each with its span.
//!
//! Knows nothing of other articles.

pub mod entities;
mod events;
mod figures;
mod model;
mod quotes;
mod structure;
mod summary;
mod title;

pub use model::{
    Analysis, Bound, Counted, DateMention, Doubt, EntityKind, Event, EventStatus, Figure, Join, JoinReason,
    KeySentence, LocalEntity, Mention, Paragraph, Quote, Role, Sentence,
};

use std::collections::BTreeMap;

use crate::intake::Article;
use crate::language::{self, FoundDate, Token};
use crate::span::Span;

/// What a user can set about the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// How many key sentences to choose; three to five by the article's length where `None`.
    pub key_sentences: Option<usize>,
}

/// Everything that can be found in `article` by itself.
pub fn analyse(article: Article, options: Options) -> Analysis {
    let text = article.text.as_str();
    let language = match &article.language {
        Some(declared) => declared.clone(),
        None => language::detect(text).to_owned(),
    };
    let pack = language::pack(&language);
    let parsed = pack.parse(text);
    let (sentences, paragraphs) = structure::structure(&parsed.sentences, &article.blocks);
    let (mut mentions, mut entities) = entities::resolve(text, &parsed.names, &language);
    let told = entities::Material {
        text,
        language: &language,
        sentences: &sentences,
        tokens: &parsed.tokens,
        mentions: &mentions,
    };
    entities::add_roles(&told, &mut entities);
    let stand_ins = entities::stand_ins(&told, &entities);
    for (mention, stands_for) in mentions.iter_mut().zip(stand_ins) {
        mention.stands_for = stands_for;
    }
    let quotes = quotes::find(&quotes::Material {
        text,
        language: &language,
        sentences: &parsed.sentences,
        tokens: &parsed.tokens,
        mentions: &mentions,
        entities: &entities,
    });
    let title = article.title.clone().unwrap_or_else(|| title::derive(text, &sentences, &paragraphs));
    let titled = article.title.as_ref().map(|title| pack.tokens(&title.value)).unwrap_or_default();
    let summary = summary::summarise(
        &summary::Material {
            text,
            language: &language,
            pack,
            title: &titled,
            tokens: &parsed.tokens,
            sentences: &sentences,
            paragraphs: &paragraphs,
            mentions: &mentions,
            quotes: &quotes,
        },
        options.key_sentences,
    );
    let anchor = article.published.as_ref().and_then(|published| published.value.day.date());
    let found = language::find_dates(text, &parsed.sentences, &language, anchor);
    let dated: Vec<Span> = found.iter().map(|date| date.span).collect();
    let figures = figures::find(text, &language, &parsed, &dated);
    let events = events::find(&events::Material {
        text,
        language: &language,
        sentences: &sentences,
        tokens: &parsed.tokens,
        dates: &found,
        published: anchor,
    });
    Analysis {
        terms: terms(&parsed.tokens),
        language,
        title,
        paragraphs,
        sentences,
        mentions,
        entities,
        summary,
        quotes,
        dates: found.into_iter().map(mention).collect(),
        events,
        figures,
        article,
    }
}

fn mention(date: FoundDate) -> DateMention {
    let FoundDate { span, from, to, precision, time, year, .. } = date;
    DateMention { span, from, to, precision, time, year }
}

/// Content lemmas with how often each occurs, sorted by lemma.
fn terms(tokens: &[Token]) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for token in tokens.iter().filter(|token| summary::is_content(token) && token.lemma.chars().count() > 2) {
        *counts.entry(&token.lemma).or_default() += 1;
    }
    counts.into_iter().map(|(lemma, count)| (lemma.to_owned(), count)).collect()
}
