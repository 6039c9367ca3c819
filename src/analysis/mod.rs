//! One [`Article`](crate::intake::Article) in, one [`Analysis`] out: mentions, quotes, dated events,
//! figures and key sentences, each with its span.
//!
//! Knows nothing of other articles.

mod model;

pub use model::{
    Analysis, DateMention, EntityKind, Event, EventStatus, Figure, KeySentence, LocalEntity, Mention, Paragraph, Quote, Sentence,
};
