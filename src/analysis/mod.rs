//! One [`Article`](crate::intake::Article) in, one [`Analysis`] out: mentions, quotes, dated events,
//! figures and key sentences, each with its span.
//!
//! Knows nothing of other articles.

pub mod entities;
mod model;
mod summary;

pub use model::{
    Analysis, DateMention, EntityKind, Event, Figure, Join, JoinReason, KeySentence, LocalEntity, Mention, Paragraph, Quote, Sentence,
};
