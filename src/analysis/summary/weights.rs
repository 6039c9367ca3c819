//! What each sign of a sentence counts.

use super::signs::{COUNT, Signs};

/// What the signs count for the one sentence that tells most, and for each sentence of a summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// For the best single sentence, which is the first by rank.
    pub single: Table,
    /// For the others.
    pub summary: Table,
}

/// What each sign counts in a text that tells its news first, and in one that does not; in the order of
/// [`NAMES`](super::NAMES).
pub type Table = [(f64, f64); COUNT];

/// The weights that are used. Found on the development part of `tests/data/summaries`, each article once
/// with its headline for a title and once without, by
/// `cargo run --release --example measure_summary -- --fit tests/data/summaries/*.txt`: hill climbing on
/// ROUGE itself from several beginnings, held to them, and averaged.
pub const WEIGHTS: Weights = Weights {
    single: [
        (0.246, 0.045),   // place
        (0.087, -0.005),  // in-lead
        (0.04, 0.057),    // opens
        (0.0, -0.03),     // depth
        (0.033, 0.033),   // central
        (0.05, 0.05),     // close
        (0.145, 0.145),   // connected
        (0.04, 0.04),     // near
        (0.089, 0.089),   // alike
        (0.132, 0.132),   // covers
        (0.25, 0.25),     // titled
        (0.12, 0.12),     // titled-close
        (0.036, 0.036),   // names
        (0.018, 0.018),   // foremost
        (-0.01, -0.01),   // figures
        (0.0, 0.0),       // length
        (-0.07, -0.07),   // spoken
        (-0.109, -0.109), // told
        (-0.049, -0.049), // self
    ],
    summary: [
        (0.371, 0.034),   // place
        (0.387, 0.008),   // in-lead
        (0.076, 0.084),   // opens
        (0.0, -0.026),    // depth
        (0.049, 0.049),   // central
        (0.068, 0.068),   // close
        (0.133, 0.133),   // connected
        (0.039, 0.039),   // near
        (0.048, 0.048),   // alike
        (0.119, 0.119),   // covers
        (0.0, 0.25),      // titled
        (0.0, 0.1),       // titled-close
        (0.0, 0.0),       // names
        (0.003, 0.003),   // foremost
        (0.001, 0.001),   // figures
        (-0.006, -0.006), // length
        (-0.06, -0.06),   // spoken
        (-0.047, -0.047), // told
        (-0.043, -0.043), // self
    ],
};

/// The worth of a sentence with these signs, in a text that is `news` from 0 to 1.
pub fn worth(signs: &Signs, news: f64, table: &Table) -> f64 {
    signs.iter().zip(table).map(|(sign, (fast, slow))| sign * (news * fast + (1.0 - news) * slow)).sum()
}
