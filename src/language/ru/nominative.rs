//! Puts names into the nominative.
//!
//! Each word of a name has readings: those of the dictionary, weighed by the sentence, and those that
//! its ending allows. The name as a whole takes the one case, gender and number in which its words
//! together read best, so that «К.-Ж. Токаевым» is a man in the instrumental and «Дариги Назарбаевой»
//! a woman in the genitive, whatever each word might be alone. Nominatives that stand elsewhere in the
//! document weigh in as evidence.

mod governing;
mod person;
mod person_words;
mod phrase;
mod spelling;
mod toponym;

use std::collections::BTreeMap;

use super::morphology::{AnalysedToken, Case, Gender, Reading};
use super::names::words::APPOSED_HEADS;
use crate::language::{EntityKind, gazetteer};
use crate::span::Span;
use crate::words::LowerCase;

/// Puts every name of a document into the nominative, in the order of `names`.
///
/// `sentences` are the document's analysed sentences in order; a name that crosses them is read as far
/// as its first sentence goes. A form that is nominative already stays exactly as it is written, and
/// so do abbreviations, Latin words and what stands in quotation marks after a common noun.
pub fn nominatives(text: &str, sentences: &[Vec<AnalysedToken>], names: &[(Span, EntityKind)]) -> Vec<String> {
    let resolve = |name, evidence: &Evidence| resolve(text, sentences, name, evidence);
    let nothing = Evidence::default();
    let first: Vec<Resolved> = names.iter().map(|&name| resolve(name, &nothing)).collect();
    let mut evidence = Evidence::default();
    for resolved in &first {
        evidence.learn(resolved);
    }
    let alone = |resolved: &Resolved| resolved.sure && resolved.words.len() > 1;
    first
        .into_iter()
        .zip(names)
        .map(|(resolved, &name)| if alone(&resolved) { resolved.form } else { resolve(name, &evidence).form })
        .collect()
}

/// A name with its nominative and how it was read.
#[derive(Debug, Clone, Default)]
struct Resolved {
    form: String,
    /// The nominative of each inflected word, in lower case, with ё as е.
    words: Vec<String>,
    gender: Option<Gender>,
    /// Whether the next best reading gives the same form or is far behind.
    sure: bool,
    person: bool,
}

/// Nominatives known from other names of the document.
#[derive(Debug, Default)]
struct Evidence {
    /// Words of names that stand in the nominative, or that were certain, with how often.
    seen: BTreeMap<String, usize>,
    /// Last words of people's full names, with their bearers' genders.
    surnames: BTreeMap<String, Vec<Gender>>,
}

impl Evidence {
    fn learn(&mut self, resolved: &Resolved) {
        if !resolved.sure {
            return;
        }
        for word in &resolved.words {
            *self.seen.entry(word.clone()).or_default() += 1;
        }
        if let (true, Some(last), Some(gender)) =
            (resolved.person && resolved.words.len() > 1, resolved.words.last(), resolved.gender)
        {
            self.surnames.entry(last.clone()).or_default().push(gender);
        }
    }

    /// How much likelier `nominative` becomes by what the document says elsewhere.
    fn support(&self, nominative: &str, gender: Option<Gender>) -> f64 {
        let folded = fold(nominative);
        let mut factor = 1.0;
        if self.seen.contains_key(&folded) {
            factor *= 3.0;
        }
        if let Some(genders) = self.surnames.get(&folded) {
            factor *= if gender.is_some_and(|gender| genders.contains(&gender)) { 8.0 } else { 1.0 };
        }
        factor
    }
}

/// Lower case with ё as е: how words are compared.
fn fold(word: &str) -> String {
    word.lower_plain()
}

fn resolve(
    text: &str,
    sentences: &[Vec<AnalysedToken>],
    (span, kind): (Span, EntityKind),
    evidence: &Evidence,
) -> Resolved {
    let at = sentences.partition_point(|tokens| tokens.last().is_none_or(|token| token.span.end <= span.start));
    let tokens = sentences.get(at).map_or(&[][..], Vec::as_slice);
    // Only whole tokens: a name that begins or ends inside one keeps that part as it is written.
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let after = tokens.partition_point(|token| token.span.end <= span.end);
    if first >= after {
        return Resolved { form: span.of(text).to_owned(), ..Resolved::default() };
    }
    let context = Context { text, tokens, first, after, span };
    match kind {
        EntityKind::Person => person::resolve(&context, evidence),
        EntityKind::Organization if person::is_named_after(&context) => person::resolve(&context, evidence),
        EntityKind::Organization | EntityKind::Place => phrase::resolve(&context, kind, evidence),
    }
}

/// A name's tokens in their sentence.
struct Context<'a> {
    text: &'a str,
    tokens: &'a [AnalysedToken],
    /// Index of the name's first token.
    first: usize,
    /// Index after the name's last token.
    after: usize,
    span: Span,
}

impl Context<'_> {
    fn word(&self, index: usize) -> &str {
        self.tokens[index].span.of(self.text)
    }

    /// How likely each case is for the name as a whole, by its own words and those round it.
    fn case_prior(&self) -> [f64; 6] {
        let mut prior = [0.02; 6];
        let mut total = 0.0;
        for token in &self.tokens[self.first..self.after] {
            for reading in token.readings.iter() {
                if let Some(case) = reading.case {
                    prior[case as usize] += reading.probability;
                    total += reading.probability;
                }
            }
        }
        let evidence = self.case_evidence(false);
        for case in Case::ALL {
            prior[case as usize] *= evidence[case as usize] / f64::max(total, 0.1);
        }
        prior
    }

    /// Index of the token before the name, quotation marks left aside.
    fn left(&self) -> Option<usize> {
        (0..self.first).rev().find(|&index| !matches!(self.word(index), "«" | "\"" | "“" | "„"))
    }

    /// «партию «Шор»»: whether the name stands in marks after a noun that declines instead of it.
    fn is_apposed(&self) -> bool {
        let Some(before) = self.left() else { return false };
        let quoted =
            self.first > before + 1 || self.tokens[self.first].span.of(self.text).starts_with(['«', '"', '„', '“']);
        quoted && self.tokens[before].readings.iter().any(|reading| APPOSED_HEADS.has(&reading.lemma))
    }
}

/// The share of `token`'s readings that `fits` accepts.
fn shares(token: &AnalysedToken, fits: impl Fn(&Reading) -> bool) -> f64 {
    token.readings.iter().filter(|reading| fits(reading)).map(|reading| reading.probability).sum()
}

/// Whether the reference tables know a place under this nominative.
fn is_known_place(form: &str) -> bool {
    gazetteer::lookup(form).iter().any(|entry| entry.kind == EntityKind::Place)
}
