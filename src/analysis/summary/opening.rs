//! Whether a text tells its news first.
//!
//! News does; a long read opens with a scene and comes to the point later.

use super::meaning::{closeness, whole};
use super::signs::Speech;
use super::vectors::{centroid, cosine, is_content};
use super::{Described, Material, Title, first_statement};
use crate::language::Token;

/// Texts of so many sentences are short, and long.
const SHORT: f64 = 14.0;
const LONG: f64 = 60.0;
/// How many sentences are looked at for who says so.
const FIRST: usize = 3;
/// How much it counts whether the first sentences have the title's words, and how much of it news has at least.
const TITLED: f64 = 0.2;
const USUAL: f64 = 0.5;
/// Content words from which a first sentence is no mere opening line.
const FULL: f64 = 12.0;

/// How much a text tells its news first, from 0 to 1: its first sentence covers the rest, is a full one, it
/// is soon said whose report it is, and the whole is short. Ridge regression on how much of the summaries of
/// `tests/data/summaries` the first three sentences have, with its slope doubled; the length, which in these
/// texts tells news from long reads by itself, counts less than it would by them.
pub(super) fn newsworthiness(
    material: &Material,
    by_sentence: &[&[Token]],
    described: &[Described],
    title: &Title,
    speech: &Speech,
) -> f64 {
    let start = first_statement(material);
    let first = by_sentence.get(start).copied().unwrap_or_default();
    let content = first.iter().filter(|token| is_content(token)).count() as f64;
    let told = f64::from(u8::from(speech.told.iter().take(start + FIRST).any(|told| *told)));
    let full = (content / FULL).min(1.0);
    let short = ((LONG - described.len() as f64) / (LONG - SHORT)).clamp(0.0, 1.0);
    let rest = &described[start.min(described.len())..];
    let by_text = 0.48 * covering(rest) + 0.5 * told + 0.3 * full + 0.45 * short.powi(3) - 0.3;
    (by_text + TITLED * titled(rest, title)).clamp(0.0, 1.0)
}

/// How much more than usual the first two sentences have of the title, beside the sentence that has most; 0 without
/// a title.
fn titled(described: &[Described], title: &Title) -> f64 {
    let greatest = |sentences: &[Described]| {
        sentences.iter().map(|sentence| cosine(&sentence.vector, &title.vector)).fold(0.0, f64::max)
    };
    let most = greatest(described);
    if most > 0.0 { greatest(&described[..described.len().min(2)]) / most - USUAL } else { 0.0 }
}

/// The part of the sentences that the first covers the text better than.
fn covering(described: &[Described]) -> f64 {
    let vectors = || described.iter().map(|sentence| &sentence.vector);
    let centre = centroid(vectors());
    let whole = whole(described.iter().map(|sentence| &sentence.meaning));
    let worse = |values: Vec<f64>| {
        let first = values.first().copied().unwrap_or_default();
        values.iter().filter(|value| **value < first).count() as f64 / (values.len().max(2) - 1) as f64
    };
    let by_words = worse(vectors().map(|vector| cosine(vector, &centre)).collect());
    if whole.is_empty() {
        return by_words;
    }
    (by_words + worse(described.iter().map(|sentence| closeness(&sentence.meaning, &whole)).collect())) / 2.0
}
