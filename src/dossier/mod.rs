//! All analyses in, one [`Dossier`] out: entities across articles, related articles, the timeline.
//!
//! Knows nothing of Markdown or HTML.

mod model;

pub use model::{Alias, Companion, Dossier, Entity, MentionRef, Related, Source, TimelineEvent};
