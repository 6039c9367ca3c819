//! Whom a pronoun stands for.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{MEMORY, Memory, folded};
use crate::language::EntityKind;
use crate::span::Span;

impl Memory<'_> {
    /// «сказал он»: who spoke last, or the only person of the sentences before.
    pub(super) fn pronoun(&self, before: usize, range: Range<usize>, verb: usize) -> Option<usize> {
        let near = range.start.max(verb.saturating_sub(4))..range.end.min(verb + 4);
        let feminine = near.into_iter().find_map(|at| {
            let pronoun = self.words.speech.pronouns.iter().find(|(word, _)| *word == self.words.lower(at));
            pronoun.map(|(_, feminine)| *feminine)
        })?;
        self.person_before(before, feminine)
    }

    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        self.words.speech.pronouns.iter().any(|(word, _)| *word == self.words.lower(at))
    }

    pub(super) fn person_before(&self, at: usize, feminine: Option<bool>) -> Option<usize> {
        let entities = self.words.material.entities;
        let fits = |entity: usize| {
            let woman = is_womans_name(&entities[entity].name);
            entities[entity].kind == EntityKind::Person
                && feminine.is_none_or(|wanted| woman.is_none_or(|woman| woman == wanted))
        };
        let since = at.saturating_sub(MEMORY);
        if let Some((entity, said)) = self.last
            && said >= since
            && fits(entity)
        {
            // Whoever was named since may be meant as well: as the subject of the sentence before,
            // and alone, he is; otherwise nobody can tell.
            let between = self.words.mentions_in(Span::new(said.min(at), at));
            let others: BTreeSet<usize> = self.words.material.mentions[between.clone()]
                .iter()
                .filter(|mention| mention.entity != entity && fits(mention.entity))
                .map(|mention| mention.entity)
                .collect();
            let mut others = others.into_iter();
            return match (others.next(), others.next()) {
                (None, _) => Some(entity),
                (Some(other), None) if self.is_subject_before(other, at) => Some(other),
                _ => None,
            };
        }
        let recent: BTreeSet<usize> = self
            .words
            .material
            .mentions
            .iter()
            .filter(|mention| mention.span.start >= since && mention.span.end <= at && fits(mention.entity))
            .map(|mention| mention.entity)
            .collect();
        let only = recent.iter().next().copied()?;
        if recent.len() == 1 {
            return Some(only);
        }
        // Of several, the one whom the sentence before is about, if it names nobody else.
        let sentences = self.words.material.sentences;
        let last = sentences.partition_point(|sentence| sentence.end <= at).checked_sub(1)?;
        let named = &self.words.material.mentions[self.words.mentions_in(sentences[last])];
        let named: BTreeSet<usize> = named.iter().map(|mention| mention.entity).filter(|&it| fits(it)).collect();
        let subject = named.first().copied().filter(|_| named.len() == 1)?;
        self.is_subject_before(subject, at).then_some(subject)
    }

    /// Whether an entity is named in the nominative in the last sentence that ends before `at`.
    pub(super) fn is_subject_before(&self, entity: usize, at: usize) -> bool {
        let sentences = self.words.material.sentences;
        let Some(last) = sentences.partition_point(|sentence| sentence.end <= at).checked_sub(1) else { return false };
        self.words.material.mentions[self.words.mentions_in(sentences[last])].iter().any(|mention| {
            mention.entity == entity && folded(&mention.form) == folded(mention.span.of(self.words.text()))
        })
    }
}

/// Whether a full name reads as a woman's, where its ending tells.
fn is_womans_name(name: &str) -> Option<bool> {
    let last = folded(name.split_whitespace().next_back()?);
    let feminine = ["ова", "ева", "ина", "ына", "ская", "цкая", "ая"].iter().any(|ending| last.ends_with(ending));
    let masculine = ["ов", "ев", "ин", "ын", "ский", "цкий", "ий"].iter().any(|ending| last.ends_with(ending));
    match (feminine, masculine) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}
