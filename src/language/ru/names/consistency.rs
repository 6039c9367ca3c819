//! What is a name once in a document is one everywhere.

use std::collections::BTreeMap;

use super::document::{Candidate, Document, covered, in_order};
use super::initials::with_initials;
use super::quoted::things;
use super::stems::{may_be_same, stems};
use crate::language::ru::morphology::NamePart;
use crate::language::{EntityKind, Pos, gazetteer};

/// Longer names are looked for word by word no more.
const LONGEST: usize = 6;

/// What the document has shown.
#[derive(Default)]
struct Evidence {
    /// Stems of the last words of full names of people.
    surnames: BTreeMap<String, usize>,
    /// Stems of their first words.
    given: BTreeMap<String, usize>,
    /// Stems of names of one word, with their kinds.
    single: BTreeMap<String, EntityKind>,
    /// Names of several words, by the stems of their first word.
    several: BTreeMap<String, Vec<Candidate>>,
}

/// Finds the further mentions of names that were found somewhere, and gives a surname that was taken
/// for something else back to its person.
pub(super) fn find_everywhere(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    let evidence = Evidence::gather(document, &names);
    for name in &mut names {
        let word = document.word(name.tokens.start);
        let is_known = || !gazetteer::lookup(word).is_empty();
        if name.tokens.len() == 1 && name.kind != EntityKind::Person && evidence.is_surname(word) && !is_known() {
            name.kind = EntityKind::Person;
        }
    }
    let mut taken = covered(document, &names);
    for (taken, thing) in taken.iter_mut().zip(things(document)) {
        *taken |= thing;
    }
    for index in 0..document.len() {
        if taken[index] || !document.is_capitalised(index) {
            continue;
        }
        names.extend(
            evidence.several_at(document, &taken, index).or_else(|| evidence.single_at(document, &taken, index)),
        );
    }
    in_order(names)
}

impl Evidence {
    fn gather(document: &Document, names: &[Candidate]) -> Self {
        let mut evidence = Self::default();
        for name in names {
            let (first, last) = (name.tokens.start, name.tokens.end - 1);
            let is_full = name.tokens.len() > 1 && is_title(document.word(last));
            if name.kind == EntityKind::Person && is_full {
                stems(document.word(last))
                    .into_iter()
                    .for_each(|stem| *evidence.surnames.entry(stem).or_default() += 1);
                if is_title(document.word(first)) {
                    stems(document.word(first))
                        .into_iter()
                        .for_each(|stem| *evidence.given.entry(stem).or_default() += 1);
                }
            }
            if name.tokens.len() == 1 && document.word(first).chars().count() > 2 {
                for stem in stems(document.word(first)) {
                    evidence.single.entry(stem).or_insert(name.kind);
                }
            } else if name.kind != EntityKind::Person && name.tokens.len() <= LONGEST {
                for stem in stems(document.word(first)) {
                    evidence.several.entry(stem).or_default().push(name.clone());
                }
            }
        }
        for same in evidence.several.values_mut() {
            same.sort_by_key(|name| std::cmp::Reverse(name.tokens.len()));
            // Enough to match, however often a name is repeated.
            same.truncate(16);
        }
        evidence
    }

    fn is_surname(&self, word: &str) -> bool {
        is_title(word) && stems(word).iter().any(|stem| self.surnames.contains_key(stem))
    }

    /// A name of several words that begins at `index`.
    fn several_at(&self, document: &Document, taken: &[bool], index: usize) -> Option<Candidate> {
        let known = stems(document.word(index)).into_iter().filter_map(|stem| self.several.get(&stem)).flatten();
        known
            .filter(|name| {
                name.tokens.clone().zip(index..).all(|(known, here)| {
                    here < document.len()
                        && !taken[here]
                        && may_be_same(document.word(known), document.word(here))
                        && document.is_capitalised(known) == document.is_capitalised(here)
                })
            })
            .max_by_key(|name| name.tokens.len())
            .map(|name| Candidate { tokens: index..index + name.tokens.len(), kind: name.kind })
    }

    /// A person's surname or first name, or another name of one word, at `index`.
    fn single_at(&self, document: &Document, taken: &[bool], index: usize) -> Option<Candidate> {
        let word = document.word(index);
        if is_common(document, index) || !(is_title(word) || word.chars().count() > 2) {
            return None;
        }
        let is_free = |index: usize| taken.get(index).is_some_and(|taken| !taken) && document.is_capitalised(index);
        if self.is_surname(word) {
            let start = with_initials(document, index);
            return Some(Candidate { tokens: start..index + 1, kind: EntityKind::Person });
        }
        let beside_capital = is_free(index + 1) && document.gap(index) == " "
            || index.checked_sub(1).is_some_and(|before| is_free(before) && document.gap(before) == " ");
        if beside_capital {
            return None;
        }
        let is_given = document.readings(index).iter().any(|reading| reading.name == Some(NamePart::Given));
        if is_given && stems(word).iter().any(|stem| self.given.contains_key(stem)) {
            return Some(Candidate { tokens: index..index + 1, kind: EntityKind::Person });
        }
        let kind = stems(word).iter().find_map(|stem| self.single.get(stem))?;
        Some(Candidate { tokens: index..index + 1, kind: *kind })
    }
}

/// A capital, then small letters.
fn is_title(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.as_str().contains(char::is_lowercase)
}

/// Whether the word may owe its capital to its place: a known common word that begins a sentence, or an
/// adjective.
fn is_common(document: &Document, index: usize) -> bool {
    let Some(best) = document.readings(index).first() else { return true };
    let is_name = best.name.is_some() || best.pos == Pos::ProperNoun;
    best.known && !is_name && (document.begins_sentence(index) || best.pos == Pos::Adjective)
}
