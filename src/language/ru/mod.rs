//! Russian.

pub mod declension;
pub mod morphology;
pub mod nominative;
