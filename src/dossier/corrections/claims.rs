//! Which entities each correction is about.

use std::collections::BTreeMap;

use super::index::{Index, same};
use super::{Correction, Stated};
use crate::analysis::EntityKind;
use crate::diagnostic::Diagnostic;

/// What speaks for a correction's being about an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// The file is about it: by name, by the file's own name, or by a form.
    Subject,
    /// One of the file's aliases is its canonical name.
    Alias,
    /// The file says that it is part of its subject.
    Merge,
}

/// Which correction has which entity.
pub struct Claims<'c> {
    pub corrections: &'c [&'c Correction],
    /// For each entity that someone claims, the correction and why.
    pub owner: BTreeMap<usize, (usize, Claim)>,
    /// For each correction, its entities, its subject first.
    pub owned: Vec<Vec<usize>>,
    /// For each correction, the one that it was merged into.
    pub parent: Vec<Option<usize>>,
    /// Corrections that another file makes void; they were reported.
    pub void: Vec<bool>,
}

impl<'c> Claims<'c> {
    /// Works out who is about what. A file is about what its `name` names; without one, about what the
    /// file itself is called like. Aliases that are names come next, then forms that only one entity
    /// has, and last the merges.
    pub fn new(index: &Index<'_>, corrections: &'c [&'c Correction], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let count = corrections.len();
        let mut claims = Self {
            corrections,
            owner: BTreeMap::new(),
            owned: vec![Vec::new(); count],
            parent: vec![None; count],
            void: vec![false; count],
        };
        for number in 0..count {
            claims.by_name(number, index, diagnostics);
        }
        let (named, nameless): (Vec<usize>, Vec<usize>) =
            (0..count).partition(|&number| corrections[number].name.is_some());
        for &number in &nameless {
            claims.by_file(number, index);
        }
        for number in 0..count {
            claims.by_aliases(number, index, diagnostics);
        }
        for &number in &named {
            claims.by_form(number, corrections[number].name.iter(), index);
        }
        for &number in &named {
            claims.by_file(number, index);
        }
        for (number, correction) in corrections.iter().enumerate() {
            claims.by_form(number, correction.aliases.iter(), index);
        }
        for number in 0..count {
            claims.by_merges(number, index, diagnostics);
        }
        claims
    }

    /// The correction that `number` ends up in.
    pub fn root(&self, mut number: usize) -> usize {
        while let Some(parent) = self.parent[number] {
            number = parent;
        }
        number
    }

    /// The correction that an entity belongs to, merges included.
    pub fn root_of(&self, entity: usize) -> Option<usize> {
        self.owner.get(&entity).map(|&(owner, _)| self.root(owner))
    }

    /// The kind that a correction speaks of, where it is known.
    pub fn kind(&self, number: usize, index: &Index<'_>) -> Option<EntityKind> {
        self.corrections[number].kind.or_else(|| self.owned[number].first().map(|&entity| index.entities[entity].kind))
    }

    fn own(&mut self, number: usize, entity: usize, claim: Claim) {
        self.owner.insert(entity, (number, claim));
        self.owned[number].push(entity);
    }

    fn by_name(&mut self, number: usize, index: &Index<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let correction = self.corrections[number];
        let Some(name) = &correction.name else { return };
        let mut found = index.named(&name.text, correction.kind);
        if found.len() > 1 {
            // The file's own name, or the slug, tells twins apart.
            let ids = [correction.slug.as_ref().map(|slug| slug.text.as_str()), Some(correction.stem.as_str())];
            let meant = found.iter().copied().find(|&entity| ids.contains(&Some(&index.entities[entity].id)));
            let kinds = found.iter().any(|&entity| index.entities[entity].kind != index.entities[found[0]].kind);
            match meant {
                Some(entity) => found = vec![entity],
                None if kinds => {
                    diagnostics.push(which_kind(correction, name));
                    self.void[number] = true;
                    return;
                }
                None => {}
            }
        }
        for entity in found {
            match self.owner.get(&entity) {
                None => self.own(number, entity, Claim::Subject),
                Some(&(other, _)) => {
                    let message = format!("`{}` is what {} is about already", name.text, self.corrections[other].path);
                    let wrong = Diagnostic::error(&correction.path, message).at_line(name.line);
                    diagnostics.push(wrong.hint("bring the two files together in one; until then the first holds"));
                    self.void[number] = self.owned[number].is_empty();
                }
            }
        }
    }

    fn by_aliases(&mut self, number: usize, index: &Index<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let correction = self.corrections[number];
        if self.void[number] {
            return;
        }
        for alias in &correction.aliases {
            if correction.not.iter().any(|not| same(&not.text, &alias.text)) {
                continue;
            }
            let found = index.named(&alias.text, self.kind(number, index));
            if found.iter().any(|&entity| index.entities[entity].kind != index.entities[found[0]].kind) {
                diagnostics.push(which_kind(correction, alias));
                continue;
            }
            for entity in found {
                match self.owner.get(&entity) {
                    None => self.own(number, entity, Claim::Alias),
                    Some(&(other, _)) if other == number => {}
                    Some(&(other, _)) => diagnostics.push(both_claim(correction, alias, self.corrections[other])),
                }
            }
        }
    }

    fn by_file(&mut self, number: usize, index: &Index<'_>) {
        let correction = self.corrections[number];
        if self.void[number] || !self.owned[number].is_empty() {
            return;
        }
        let slug = correction.slug.as_ref().map(|slug| slug.text.as_str());
        let found = slug.into_iter().chain([correction.stem.as_str()]).find_map(|id| index.by_id(id));
        if let Some(entity) = found.filter(|entity| !self.owner.contains_key(entity)) {
            self.own(number, entity, Claim::Subject);
        }
    }

    /// The only entity that appears under one of `forms` is meant, unless another file has it.
    fn by_form<'a>(&mut self, number: usize, forms: impl Iterator<Item = &'a Stated>, index: &Index<'_>) {
        let correction = self.corrections[number];
        if self.void[number] || !self.owned[number].is_empty() {
            return;
        }
        let apart = |form: &&Stated| !correction.not.iter().any(|not| same(&not.text, &form.text));
        let mut found = forms.filter(apart).filter_map(|form| index.only_holder(&form.text, correction.kind));
        if let Some(entity) = found.find(|entity| !self.owner.contains_key(entity)) {
            self.own(number, entity, Claim::Subject);
        }
    }

    fn by_merges(&mut self, number: usize, index: &Index<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let correction = self.corrections[number];
        if self.void[number] {
            return;
        }
        for target in &correction.merge {
            if let Some(not) = correction.not.iter().find(|not| same(&not.text, &target.text)) {
                let message = format!("`{}` stands under `merge` and, on line {}, under `not`", target.text, not.line);
                let wrong = Diagnostic::error(&correction.path, message).at_line(target.line);
                diagnostics.push(wrong.hint("delete one of the two; until then it stays apart"));
                continue;
            }
            let (entities, files) = self.targets(number, &target.text, index);
            for entity in entities {
                match self.owner.get(&entity).copied() {
                    None => self.own(number, entity, Claim::Merge),
                    Some((other, _)) if self.root(other) == self.root(number) => {
                        // Merging what is merged already is no fault; merging each other is.
                        if other != number && self.parent[number].is_some() && self.root(number) == other {
                            diagnostics.push(circle(correction, target, self.corrections[other]));
                        }
                    }
                    Some((other, Claim::Subject)) => self.join(number, other, target, index, diagnostics),
                    Some((other, _)) => diagnostics.push(both_claim(correction, target, self.corrections[other])),
                }
            }
            for other in files {
                self.join(number, other, target, index, diagnostics);
            }
        }
    }

    /// What a `merge` names: entities, or, where there is none of that name, the files about one.
    pub fn targets(&self, number: usize, text: &str, index: &Index<'_>) -> (Vec<usize>, Vec<usize>) {
        if let Some(entity) = index.by_id(text) {
            return (vec![entity], Vec::new());
        }
        let named = index.named(text, self.kind(number, index));
        if !named.is_empty() {
            return (named, Vec::new());
        }
        let calls =
            |other: &Correction| other.stem == text || other.name.as_ref().is_some_and(|name| same(&name.text, text));
        let files: Vec<usize> = (0..self.corrections.len())
            .filter(|&other| other != number && !self.void[other] && calls(self.corrections[other]))
            .collect();
        if !files.is_empty() {
            return (Vec::new(), files);
        }
        (index.only_holder(text, self.kind(number, index)).into_iter().collect(), Vec::new())
    }

    /// Puts all of `other` into `number`.
    fn join(
        &mut self,
        number: usize,
        other: usize,
        target: &Stated,
        index: &Index<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let (correction, taken) = (self.corrections[number], self.corrections[other]);
        if self.root(other) == self.root(number) {
            if self.parent[other] != Some(number) {
                diagnostics.push(circle(correction, target, taken));
            }
            return;
        }
        let is_called = |form: &Stated| {
            correction.forms().any(|own| same(&own.text, &form.text))
                || self.owned[number].iter().any(|&entity| same(&index.entities[entity].name, &form.text))
        };
        if let Some(not) = taken.not.iter().find(|not| is_called(not)) {
            let message = format!(
                "`{}` cannot be merged: {}:{} says that `{}` is someone else",
                target.text, taken.path, not.line, not.text
            );
            let wrong = Diagnostic::error(&correction.path, message).at_line(target.line);
            diagnostics.push(wrong.hint("delete one of the two; until then they stay apart"));
            return;
        }
        if self.parent[other].is_some() {
            let into = self.corrections[self.root(other)];
            diagnostics.push(both_claim(correction, target, into));
            return;
        }
        if taken.hide && !correction.hide {
            let message = format!("`{}` is merged here, and hidden in {}", target.text, taken.path);
            let wrong = Diagnostic::error(&correction.path, message).at_line(target.line);
            diagnostics.push(wrong.hint("delete one of the two; until then it is merged"));
        }
        self.parent[other] = Some(number);
    }
}

/// Two files want one thing.
pub fn both_claim(correction: &Correction, stated: &Stated, other: &Correction) -> Diagnostic {
    let message = format!("`{}` belongs to `{}` by {}", stated.text, other.title(), other.path);
    Diagnostic::error(&correction.path, message)
        .at_line(stated.line)
        .hint(format!("delete it here or there, or merge the two; until then {} holds", other.path))
}

fn which_kind(correction: &Correction, name: &Stated) -> Diagnostic {
    let message = format!("`{}` is the name of entities of different kinds", name.text);
    Diagnostic::error(&correction.path, message)
        .at_line(name.line)
        .hint("say which is meant: `kind: person`, `organization` or `place`")
}

fn circle(correction: &Correction, target: &Stated, other: &Correction) -> Diagnostic {
    let message = format!("`{}` is merged here, and {} merges this one", target.text, other.path);
    Diagnostic::error(&correction.path, message)
        .at_line(target.line)
        .hint(format!("keep one of the two `merge`s; until then {} holds", other.path))
}
