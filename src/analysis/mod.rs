//! One [`Article`](crate::intake::Article) in, one [`Analysis`] out: mentions, quotes, dated events,
//! figures and key sentences, each with its span.
//!
//! Knows nothing of other articles.

mod model;
mod summary;

pub use model::{
    Analysis, DateMention, EntityKind, Event, Figure, KeySentence, LocalEntity, Mention, Paragraph, Quote, Sentence,
};
