//! Russian.

pub mod tagger;
pub mod tokens;
