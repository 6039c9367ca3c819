//! Finding names in Russian text.

use super::morphology::AnalysedToken;
use super::tagger::{self, Tagger};
use crate::language::EntityKind;
use crate::span::Span;

/// The names in a document, in order; no two overlap.
///
/// `tokens` are all tokens of `text`, `sentences` the same tokens with their readings.
pub fn find(text: &str, tokens: &[Span], _sentences: &[Vec<AnalysedToken>]) -> Vec<(Span, EntityKind)> {
    plain(text, tokens)
}

/// The names as the pretrained tagger alone finds them.
pub fn plain(text: &str, tokens: &[Span]) -> Vec<(Span, EntityKind)> {
    let tags = Tagger::shared().tag(tokens.iter().map(|token| token.of(text)));
    tagger::names(&tags)
        .into_iter()
        .map(|(range, kind)| (Span::new(tokens[range.start].start, tokens[range.end - 1].end), kind))
        .collect()
}

/// The line of `text` that a span stands in.
pub fn line_around(text: &str, span: Span) -> &str {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    &text[start..end]
}
