//! Russian.

pub mod declension;
pub mod morphology;
pub mod nominative;
pub mod sentences;
pub mod tagger;
pub mod tokens;
