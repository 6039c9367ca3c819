//! Who says what: direct speech between marks or after a dash, and speech that the article reports.
//!
//! [`direct`] and [`reported`] find the words and what attributes them; [`speaker`] then reads the
//! attributions in order, since «сказал он» needs to know who spoke before.

mod dialogue;
mod direct;
mod marks;
mod reported;
mod chain;
mod speaker;
mod words;

use super::model::{LocalEntity, Mention, Quote};
use crate::language::Token;
use crate::span::Span;
use words::Words;

/// What the search for quotes needs to know of an article.
pub(super) struct Material<'m> {
    pub text: &'m str,
    /// BCP 47 code.
    pub language: &'m str,
    pub sentences: &'m [Span],
    pub tokens: &'m [Token],
    pub mentions: &'m [Mention],
    pub entities: &'m [LocalEntity],
}

/// A quote before its speaker is known.
#[derive(Debug, Clone)]
struct Draft {
    /// The quoted words.
    span: Span,
    direct: bool,
    /// The words that attribute it.
    cue: Option<Span>,
    /// The token of the verb in the cue.
    verb: Option<usize>,
    /// Whether it goes on with what the quote before it began: the same person speaks.
    follows: bool,
}

/// Every quote of an article, in order of where it begins.
pub(super) fn find(material: &Material<'_>) -> Vec<Quote> {
    let words = Words::new(material);
    let mut drafts = direct::direct(&words);
    reported::attribute_by_next(&words, &mut drafts);
    let reported = reported::reported(&words, &drafts);
    drafts.extend(reported);
    drafts.sort_by_key(|draft| (draft.span, !draft.direct));
    let mut speakers = speaker::speakers(&words, &drafts);
    dialogue::attribute_answers(&words, &drafts, &mut speakers);
    drafts
        .into_iter()
        .zip(speakers)
        .map(|(draft, speaker)| {
            let (speaker, via) = chain::chain(&words, &draft, speaker);
            Quote { span: draft.span, direct: draft.direct, cue: draft.cue, speaker, via }
        })
        .collect()
}
