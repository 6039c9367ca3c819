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

/// The weights that are used. They began with what hill climbing found on the development part of
/// `tests/data/summaries`, and were moved by hand since, where that helped on more than one part of these; no run of a
/// program yields just these. `cargo run --release --example measure_summary -- --fit tests/data/summaries/*.txt`
/// climbs from its own beginning. In news most of them decide little: there the first three sentences are taken before
/// any other.
pub const WEIGHTS: Weights = Weights {
    single: [
        (0.60, 0.06),   // place
        (0.12, 0.00),   // in-lead
        (0.06, 0.05),   // opens
        (0.00, -0.03),  // depth
        (0.03, 0.03),   // central
        (0.03, 0.03),   // close
        (0.12, 0.30),   // connected
        (0.06, 0.06),   // near
        (0.06, 0.06),   // alike
        (0.12, 0.12),   // covers
        (0.24, 0.26),   // titled
        (0.12, 0.12),   // titled-close
        (0.05, 0.05),   // names
        (0.03, 0.03),   // foremost
        (-0.01, -0.01), // figures
        (0.00, 0.18),   // length
        (-0.07, -0.07), // spoken
        (-0.05, -0.05), // told
        (-0.05, -0.05), // self
    ],
    summary: [
        (0.60, 0.03),   // place
        (0.43, -0.02),  // in-lead
        (0.05, 0.09),   // opens
        (-0.04, 0.01),  // depth
        (0.05, 0.05),   // central
        (0.05, 0.05),   // close
        (0.09, 0.20),   // connected
        (0.27, 0.07),   // near
        (0.04, 0.04),   // alike
        (0.11, 0.11),   // covers
        (0.03, 0.20),   // titled
        (0.00, 0.10),   // titled-close
        (-0.02, -0.02), // names
        (0.05, 0.05),   // foremost
        (-0.07, -0.07), // figures
        (0.00, 0.08),   // length
        (-0.06, -0.06), // spoken
        (-0.05, -0.05), // told
        (-0.06, -0.06), // self
    ],
};

/// The worth of a sentence with these signs, in a text that is `news` from 0 to 1.
pub fn worth(signs: &Signs, news: f64, table: &Table) -> f64 {
    signs.iter().zip(table).map(|(sign, (fast, slow))| sign * (news * fast + (1.0 - news) * slow)).sum()
}
