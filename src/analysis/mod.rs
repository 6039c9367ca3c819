//! One [`Article`] in, one [`Analysis`] out: mentions, quotes, dated events, figures and key
//! sentences, each with its span.
//!
//! Knows nothing of other articles.

mod attribution;
pub mod entities;
mod events;
mod figures;
mod lexemes;
mod model;
mod quotes;
mod structure;
pub mod summary;
mod terms;
mod title;

pub use attribution::{ToldBy, missing_marks, short_cue, told_by};
pub use model::{
    Analysis, Bound, Counted, DateMention, Doubt, EntityKind, Event, EventStatus, Figure, Join, JoinReason,
    KeySentence, Lexemes, LocalEntity, Mention, Paragraph, Particulars, Quote, Role, Sentence,
};
pub use terms::{SentenceTerms, Terms};

use std::collections::{BTreeMap, HashMap};

use crate::intake::Article;
use crate::language::{self, FoundDate, Pos, Token};
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
    let mut parsed = pack.parse(text);
    let dateline = article.dateline.as_ref().map(|dateline| dateline.span);
    if let Some(dateline) = dateline {
        structure::set_apart(text, &mut parsed.sentences, dateline);
    }
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
    let title = article.title.clone().unwrap_or_else(|| title::derive(text, &sentences, &paragraphs, dateline));
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
            dateline,
        },
        options.key_sentences,
    );
    let anchor = article.published.as_ref().and_then(|published| published.value.day.date());
    let found = language::find_dates(text, &parsed.sentences, &language, anchor);
    let dated: Vec<Span> = found.iter().map(|date| date.span).collect();
    let mut figures = figures::find(text, &language, &parsed, &dated);
    figures.retain(|figure| dateline.is_none_or(|dateline| !dateline.overlaps(figure.span)));
    let mut events = events::find(&events::Material {
        text,
        language: &language,
        sentences: &sentences,
        tokens: &parsed.tokens,
        dates: &found,
        published: anchor,
    });
    events.retain(|event| dateline.is_none_or(|dateline| !dateline.contains(sentences[event.sentence].span)));
    let covered = covered(&mentions, &found, &figures);
    let terms = term_counts(&parsed.tokens);
    Analysis {
        words: words(&parsed.tokens, &sentences, &terms, &covered),
        terms: Terms::new(&terms),
        passed_on: attribution::passed_on(text, &sentences, &quotes),
        lexemes: lexemes::lexemes(text, &language, &parsed.tokens, &mentions),
        title_lexemes: lexemes::lexemes(&title.value, &language, &titled, &[]),
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

/// What the key sentences of an analysed article are chosen by: for fitting the weights.
pub fn key_evidence(analysis: &Analysis) -> summary::Evidence {
    let text = analysis.article.text.as_str();
    let pack = language::pack(&analysis.language);
    let titled = analysis.article.title.as_ref().map(|title| pack.tokens(&title.value)).unwrap_or_default();
    let tokens = pack.tokens(text);
    summary::Evidence::new(&summary::Material {
        text,
        language: &analysis.language,
        pack,
        title: &titled,
        tokens: &tokens,
        sentences: &analysis.sentences,
        paragraphs: &analysis.paragraphs,
        mentions: &analysis.mentions,
        quotes: &analysis.quotes,
        dateline: analysis.article.dateline.as_ref().map(|dateline| dateline.span),
    })
}

fn mention(date: FoundDate) -> DateMention {
    let FoundDate { span, from, to, precision, time, year, .. } = date;
    DateMention { span, from, to, precision, time, year }
}

/// Whether a token's lemma is a term.
fn is_term(token: &Token) -> bool {
    summary::is_content(token) && token.lemma.chars().count() > 2
}

/// Content lemmas with how often each occurs.
fn term_counts(tokens: &[Token]) -> BTreeMap<&str, u32> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for token in tokens.iter().filter(|token| is_term(token)) {
        *counts.entry(&token.lemma).or_default() += 1;
    }
    counts
}

/// Where names, dates and figures stand, in order.
fn covered(mentions: &[Mention], dates: &[FoundDate], figures: &[Figure]) -> Vec<Span> {
    let names = mentions.iter().map(|mention| mention.span);
    let mut covered: Vec<Span> =
        names.chain(dates.iter().map(|date| date.span)).chain(figures.iter().map(|figure| figure.span)).collect();
    covered.sort_unstable();
    covered
}

/// For each sentence the terms in it that stand in none of `covered`.
fn words(tokens: &[Token], sentences: &[Sentence], terms: &BTreeMap<&str, u32>, covered: &[Span]) -> SentenceTerms {
    let numbers: HashMap<&str, u32> = terms.keys().copied().zip(0..).collect();
    let mut tokens = tokens.iter().peekable();
    let mut covered = covered.iter().peekable();
    let mut words = SentenceTerms::default();
    for sentence in sentences {
        let mut inside = Vec::new();
        while let Some(token) = tokens.next_if(|token| token.span.start < sentence.span.end) {
            while covered.next_if(|span| span.end <= token.span.start).is_some() {}
            let apart = covered.peek().is_some_and(|span| span.overlaps(token.span));
            if is_term(token) && token.pos != Pos::Number && !apart {
                inside.extend(numbers.get(token.lemma.as_str()));
            }
        }
        inside.sort_unstable();
        inside.dedup();
        words.push(&inside);
    }
    words
}
