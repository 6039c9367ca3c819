//! Where each form of each entity goes.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{Claim, Claims, both_claim};
use super::index::{Holder, Index, same};
use super::{Correction, Stated};
use crate::analysis::{Analysis, EntityKind};
use crate::diagnostic::Diagnostic;
use crate::dossier::model::Entity;

/// Where mentions belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// An entity as the program found it.
    Automatic(usize),
    /// The entity of a correction.
    Corrected(usize),
    /// A form that a correction set apart: an index of [`Decisions::apart`].
    Apart(usize),
}

/// What the corrections come to.
pub struct Decisions<'c> {
    pub claims: Claims<'c>,
    /// Forms that leave their entity, by entity.
    moved: BTreeMap<usize, BTreeMap<String, Place>>,
    /// Forms that became entities of their own, each with its kind.
    pub apart: Vec<(String, EntityKind)>,
}

impl<'c> Decisions<'c> {
    /// Where the mentions of `entity` under `form` (without quotation marks) belong.
    pub fn place(&self, entity: usize, form: &str) -> Place {
        let moved = self.moved.get(&entity).and_then(|forms| forms.get(form));
        moved.copied().unwrap_or_else(|| self.home(entity))
    }

    /// Where what is left of `entity` belongs.
    pub fn home(&self, entity: usize) -> Place {
        self.claims.root_of(entity).map_or(Place::Automatic(entity), Place::Corrected)
    }

    /// The forms that leave `entity`.
    pub fn moved_from(&self, entity: usize) -> impl Iterator<Item = (&str, Place)> {
        self.moved.get(&entity).into_iter().flatten().map(|(form, place)| (form.as_str(), *place))
    }

    /// Whether mentions at `place` are no entity's.
    pub fn is_hidden(&self, place: Place) -> bool {
        matches!(place, Place::Corrected(root) if self.claims.corrections[root].hide)
    }

    /// Corrections that ended up in `root`, itself first.
    pub fn members(&self, root: usize) -> impl Iterator<Item = usize> + '_ {
        let others = (0..self.claims.corrections.len()).filter(move |&other| other != root);
        std::iter::once(root).chain(others.filter(move |&other| self.claims.root(other) == root))
    }

    fn send(&mut self, (entity, form): Holder<'_>, place: Place) {
        self.moved.entry(entity).or_default().insert(form.to_owned(), place);
    }

    fn is_moved(&self, (entity, form): Holder<'_>) -> Option<Place> {
        self.moved.get(&entity)?.get(form).copied()
    }
}

/// Works the decisions out. Reports contradictions, and what fits nothing any more.
pub fn decide<'c>(
    entities: &[Entity],
    analyses: &[Analysis],
    corrections: &'c [&'c Correction],
    diagnostics: &mut Vec<Diagnostic>,
) -> Decisions<'c> {
    let index = Index::new(entities, analyses);
    let claims = Claims::new(&index, corrections, diagnostics);
    let mut decisions = Decisions { claims, moved: BTreeMap::new(), apart: Vec::new() };
    let refused = refused_by_root(&decisions.claims);
    // What a file calls its entity outweighs what another lists as one more form.
    for (number, correction) in corrections.iter().enumerate() {
        decisions.claim_forms(number, correction.name.iter(), &refused, &index, diagnostics);
    }
    for (number, correction) in corrections.iter().enumerate() {
        decisions.claim_forms(number, correction.aliases.iter(), &refused, &index, diagnostics);
    }
    for number in 0..corrections.len() {
        decisions.set_apart(number, &index);
    }
    for number in 0..corrections.len() {
        decisions.report_stale(number, &index, diagnostics);
    }
    decisions
}

/// For each final correction, what it and the files merged into it call someone else.
fn refused_by_root<'c>(claims: &Claims<'c>) -> Vec<Vec<&'c Stated>> {
    let mut refused: Vec<Vec<&Stated>> = vec![Vec::new(); claims.corrections.len()];
    for (number, correction) in claims.corrections.iter().enumerate() {
        refused[claims.root(number)].extend(&correction.not);
    }
    refused
}

impl<'c> Decisions<'c> {
    /// Brings the mentions under `forms` home from wherever the program has put them.
    fn claim_forms(
        &mut self,
        number: usize,
        forms: impl Iterator<Item = &'c Stated>,
        refused: &[Vec<&Stated>],
        index: &Index<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if self.claims.void[number] {
            return;
        }
        let (root, correction) = (self.claims.root(number), self.claims.corrections[number]);
        for form in forms {
            if let Some(not) = refused[root].iter().find(|not| same(&not.text, &form.text)) {
                let message = format!("`{}` is a form of this entity and, on line {}, of another", form.text, not.line);
                let wrong = Diagnostic::error(&correction.path, message).at_line(form.line);
                diagnostics.push(wrong.hint("delete it under `not` or here; until then `not` holds"));
                continue;
            }
            let kind = self.claims.kind(root, index);
            let mut disputed = BTreeSet::new();
            for holder in index.holders(&form.text, kind) {
                if self.claims.root_of(holder.0) == Some(root) {
                    continue;
                }
                match self.rival(holder, root, &form.text, refused, index) {
                    None => self.send(holder, Place::Corrected(root)),
                    Some(other) => {
                        if disputed.insert(other) {
                            diagnostics.push(both_claim(correction, form, self.claims.corrections[other]));
                        }
                    }
                }
            }
        }
    }

    /// The other correction that has a better claim to a form.
    fn rival(
        &self,
        holder: Holder<'_>,
        root: usize,
        form: &str,
        refused: &[Vec<&Stated>],
        index: &Index<'_>,
    ) -> Option<usize> {
        if let Some(Place::Corrected(other)) = self.is_moved(holder) {
            return (other != root).then_some(other);
        }
        let other = self.claims.root_of(holder.0)?;
        if refused[other].iter().any(|not| same(&not.text, form)) {
            return None;
        }
        let claimed =
            self.members(other).any(|member| self.claims.corrections[member].forms().any(|own| same(&own.text, form)));
        let is_name = same(&index.entities[holder.0].name, form);
        let is_subject = self.claims.owner.get(&holder.0).is_some_and(|owner| owner.1 == Claim::Subject);
        (claimed || is_name && is_subject).then_some(other)
    }

    /// Takes what the file calls someone else out of its entity: to the entity that bears the form as
    /// its name, where there is one, else to one of its own.
    fn set_apart(&mut self, number: usize, index: &Index<'_>) {
        let (root, correction) = (self.claims.root(number), self.claims.corrections[number]);
        if self.claims.void[number] {
            return;
        }
        for not in &correction.not {
            for holder in index.holders_among(&not.text, |entity| self.claims.root_of(entity) == Some(root)) {
                if self.is_moved(holder).is_some() {
                    continue;
                }
                let kind = index.entities[holder.0].kind;
                let bearer = index
                    .named(&not.text, Some(kind))
                    .into_iter()
                    .find(|&entity| index.entities[entity].kind == kind && self.claims.root_of(entity) != Some(root));
                let place = match bearer {
                    Some(entity) => self.home(entity),
                    None => Place::Apart(self.own_place(holder.1, kind)),
                };
                self.send(holder, place);
            }
        }
    }

    fn own_place(&mut self, form: &str, kind: EntityKind) -> usize {
        let known = self.apart.iter().position(|(other, of)| *of == kind && same(other, form));
        known.unwrap_or_else(|| {
            self.apart.push((form.to_owned(), kind));
            self.apart.len() - 1
        })
    }

    /// Names what a file says and the dossier has no more.
    fn report_stale(&self, number: usize, index: &Index<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let correction = self.claims.corrections[number];
        if self.claims.void[number] {
            return;
        }
        let stands = |form: &Stated| !index.holders(&form.text, None).is_empty();
        if self.claims.owned[number].is_empty() && !correction.forms().any(stands) {
            let line = correction.name.as_ref().map_or(1, |name| name.line);
            let message = format!("corrects nothing: no source names `{}` any more", correction.title());
            let note = Diagnostic::note(&correction.path, message).at_line(line);
            let hint = "delete the file, or write the name or an alias as `dossier entities` lists it";
            diagnostics.push(note.hint(hint));
            return;
        }
        if let (Some(name), Some(other)) = (&correction.name, index.by_id(&correction.stem))
            && self.claims.root_of(other).is_none()
        {
            let (other, called) = (&index.entities[other].name, &correction.stem);
            let message = format!("is called like «{other}», but its `name` is another entity, which it is taken for");
            let note = Diagnostic::note(&correction.path, message).at_line(name.line);
            diagnostics.push(note.hint(format!("add `merge: [{called}]` if the two are one, else rename the file")));
        }
        let mut stale = |stated: &Stated, message: String| {
            let note = Diagnostic::note(&correction.path, message).at_line(stated.line);
            diagnostics.push(note.hint("delete it, or write it as `dossier entities` lists it"));
        };
        for alias in correction.aliases.iter().filter(|alias| !stands(alias)) {
            stale(alias, format!("no source has the alias `{}` any more", alias.text));
        }
        for not in correction.not.iter().filter(|not| !stands(not)) {
            stale(not, format!("no source has `{}` (under `not`) any more", not.text));
        }
        for target in &correction.merge {
            let (entities, files) = self.claims.targets(number, &target.text, index);
            if entities.is_empty() && files.is_empty() {
                stale(target, format!("there is no entity `{}` to merge any more", target.text));
            }
        }
    }
}
