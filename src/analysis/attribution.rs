//! Which sentences an article passes on from others, and which it says in its own name.

use super::model::{Quote, Sentence};
use crate::span::Span;

/// From which part of what a sentence says, attribution aside, the sentence as a whole is passed on.
const MOST: f64 = 0.5;

/// For each sentence the index in `quotes` of the speech that it passes on; `None` for what the article
/// says in its own name.
///
/// A sentence is passed on when most of it, the words of attribution left out, lies within one piece of
/// speech: a quotation of several sentences hands its speaker on to each of them.
pub(super) fn passed_on(text: &str, sentences: &[Sentence], quotes: &[Quote]) -> Vec<Option<usize>> {
    let mut best: Vec<Option<(f64, usize)>> = vec![None; sentences.len()];
    for (index, quote) in quotes.iter().enumerate() {
        let first = sentences.partition_point(|sentence| sentence.span.end <= quote.span.start);
        for (at, sentence) in sentences.iter().enumerate().skip(first) {
            if sentence.span.start >= quote.span.end {
                break;
            }
            let share = share(text, sentence.span, quote);
            if share >= MOST && best[at].is_none_or(|(known, _)| share > known) {
                best[at] = Some((share, index));
            }
        }
    }
    best.into_iter().map(|found| found.map(|(_, index)| index)).collect()
}

/// The part of a sentence that is the quote's, by letters and digits. The attribution counts for neither.
fn share(text: &str, sentence: Span, quote: &Quote) -> f64 {
    let letters = |span: Span| span.of(text).chars().filter(|c| c.is_alphanumeric()).count();
    let inside = |span: Span| {
        let (start, end) = (span.start.max(sentence.start), span.end.min(sentence.end));
        if start < end { letters(Span::new(start, end)) } else { 0 }
    };
    let attribution = quote.cue.map_or(0, |cue| {
        // What a cue in the middle of reported speech covers is part of the speech's span too.
        let shared = if quote.span.contains(cue) { 0 } else { inside(cue) };
        shared.min(letters(sentence))
    });
    let said = letters(sentence).saturating_sub(attribution).max(1);
    inside(quote.span) as f64 / said as f64
}
