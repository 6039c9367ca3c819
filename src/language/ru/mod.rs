//! Russian.

pub mod morphology;
pub mod sentences;
pub mod tagger;
pub mod tokens;
