//! Finding names in Russian text: the pretrained tagger, and rules for what it cannot know.
//!
//! The tagger sees seven words at a time. The rules see the whole document, its lines, its quotation
//! marks, the dictionary and the reference tables. Each is a [`Rule`] of its own that can be left
//! out, so that what it gains and what it breaks can be measured (`tests/names.rs`).

mod bodies;
mod capitals;
mod consistency;
mod document;
mod edges;
mod initials;
mod kinds;
mod known;
mod people;
mod places;
mod quotation_marks;
mod quoted;
mod stems;
mod toponyms;
pub(super) mod words;

use std::borrow::Cow;

use super::morphology::AnalysedToken;
use super::tagger::{self, Tagger};
use crate::language::EntityKind;
use crate::span::Span;
use document::{Candidate, Document};

/// One thing that the rules know and the tagger does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Lines in capitals are given their usual letters before they are tagged.
    Capitals,
    /// The tagger is shown е for ё, as the news that it learnt from was written.
    Spelling,
    /// A line end ends a name, and the tagger is shown a full stop where a headline has none.
    Lines,
    /// An abbreviation in brackets after a name is a name of its own.
    Brackets,
    /// Quotation marks belong to a name in pairs or not at all.
    QuotationMarks,
    /// Initials belong to the surname after them, also when a hyphen joins them.
    Initials,
    /// A role before a name is no part of it.
    Roles,
    /// Abbreviations of things that are no organizations, and names run together with them.
    Abbreviations,
    /// A name begins and ends with a word that can be part of it.
    Edges,
    /// Two people run together, and a family name alone before its verb.
    People,
    /// Courts and military districts are organizations; «Управление» alone is none.
    Bodies,
    /// What a noun before quotation marks says about the words inside them.
    Quoted,
    /// Outlets: numbers that belong to them, Latin names after their kind, quoted names that report.
    Outlets,
    /// Adjectives are places only with the noun that makes them one.
    Adjectives,
    /// Names that the reference tables know.
    Known,
    /// Abbreviations, banks and clubs that were taken for people or places.
    Kinds,
    /// Towns that were taken for people.
    Toponyms,
    /// What is a name once in a document is one everywhere.
    Consistency,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 18] = [
        Self::Capitals,
        Self::Spelling,
        Self::Lines,
        Self::Brackets,
        Self::QuotationMarks,
        Self::Initials,
        Self::Roles,
        Self::Abbreviations,
        Self::Edges,
        Self::People,
        Self::Bodies,
        Self::Quoted,
        Self::Outlets,
        Self::Adjectives,
        Self::Known,
        Self::Kinds,
        Self::Toponyms,
        Self::Consistency,
    ];
}

/// The names in a document, in order; no two overlap.
///
/// `tokens` are all tokens of `text`, `sentences` the same tokens with their readings.
pub fn find(text: &str, tokens: &[Span], sentences: &[Vec<AnalysedToken>]) -> Vec<(Span, EntityKind)> {
    find_with(&Rule::ALL, text, tokens, sentences)
}

/// As [`find`], with some of the rules only.
pub fn find_with(
    rules: &[Rule],
    text: &str,
    tokens: &[Span],
    sentences: &[Vec<AnalysedToken>],
) -> Vec<(Span, EntityKind)> {
    let uses = |rule| rules.contains(&rule);
    let mut document = Document::new(text, tokens, sentences);
    if uses(Rule::Capitals) {
        capitals::restore(&mut document);
    }
    let mut names = tag(&document, uses(Rule::Spelling), uses(Rule::Lines));
    type Step = fn(&Document, Vec<Candidate>) -> Vec<Candidate>;
    let steps: [(Rule, Step); 16] = [
        (Rule::Lines, edges::end_at_line_ends),
        (Rule::Brackets, edges::split_brackets),
        (Rule::QuotationMarks, quotation_marks::balance),
        (Rule::Initials, initials::take),
        (Rule::Roles, edges::drop_roles),
        (Rule::Abbreviations, edges::drop_abbreviations),
        (Rule::Edges, edges::trim),
        (Rule::People, people::read_people),
        (Rule::Bodies, bodies::read_bodies),
        (Rule::Quoted, quoted::read_heads),
        (Rule::Outlets, quoted::find_outlets),
        (Rule::Adjectives, places::complete_or_drop_adjectives),
        (Rule::Known, known::add),
        (Rule::Kinds, kinds::correct),
        (Rule::Toponyms, toponyms::correct),
        (Rule::Consistency, consistency::find_everywhere),
    ];
    for (rule, step) in steps {
        if uses(rule) {
            names = document::in_order(step(&document, names));
        }
    }
    names.into_iter().map(|name| (document.span(&name), name.kind)).collect()
}

/// The names as the pretrained tagger alone finds them.
pub fn plain(text: &str, tokens: &[Span]) -> Vec<(Span, EntityKind)> {
    find_with(&[], text, tokens, &[])
}

/// Runs the tagger over the document's words. With `plain_letters`, ё is shown as е where the tagger
/// knows the word so; with `stops`, a line that ends without a mark is given a full stop, so that a
/// headline is not read as the beginning of the next line.
fn tag(document: &Document, plain_letters: bool, stops: bool) -> Vec<Candidate> {
    let vocabulary = Tagger::shared().vocabulary();
    let mut shown: Vec<Cow<str>> = Vec::with_capacity(document.len());
    // The token that each shown word stands for; none for an added stop.
    let mut tokens: Vec<Option<usize>> = Vec::with_capacity(document.len());
    for index in 0..document.len() {
        let word = document.word(index);
        let plain = (plain_letters && word.contains(['ё', 'Ё'])).then(|| word.replace('ё', "е").replace('Ё', "Е"));
        let plain = plain.filter(|plain| vocabulary.contains(&plain.to_lowercase()));
        shown.push(plain.map_or(Cow::Borrowed(word), Cow::Owned));
        tokens.push(Some(index));
        if stops && document.ends_line(index) && document.is_word(index) {
            shown.push(Cow::Borrowed("."));
            tokens.push(None);
        }
    }
    let tags = Tagger::shared().tag(shown.iter().map(Cow::as_ref));
    let names = tagger::names(&tags).into_iter().filter_map(|(range, kind)| {
        let mut inside = tokens[range].iter().flatten();
        let first = *inside.next()?;
        let last = inside.next_back().copied().unwrap_or(first);
        Some(Candidate { tokens: first..last + 1, kind })
    });
    names.collect()
}
