//! Who is who within one article: joins the mentions of one entity, and keeps apart what only looks
//! alike.
//!
//! Forms are compared, not places: each distinct form in the nominative is joined to others for a
//! recorded reason. A short form joins a full one only when there is exactly one that it fits; where
//! the evidence does not decide, nothing is joined and the candidates are kept as doubts.

mod abbreviations;
mod bodies;
mod canonical;
mod groups;
mod joining;
mod naming;
mod people;
mod roles;
mod things;

use std::collections::{BTreeMap, BTreeSet};

pub use bodies::unowned_body;
pub use canonical::{best_person, calm};
pub use groups::{Grouping, group};
pub use naming::{alphabet_key, identity_key, without_quotes};
pub use roles::{Material, add_roles};
pub use things::main_country;

use super::model::{Doubt, Join, JoinReason, LocalEntity, Mention};
use crate::language::{EntityKind, Name};
use crate::slug;

/// A form under which the article names something, with all its mentions.
#[derive(Debug, Clone)]
struct Form {
    /// In the nominative, without quotation marks round the whole.
    text: String,
    kind: EntityKind,
    /// Indexes of the names that have it.
    names: Vec<usize>,
}

/// Joins `names`, the names found in `text` in order, into entities.
///
/// `language` is the article's BCP 47 code; the names of what the reference tables know are in it.
/// Returns a mention for each name, in order, and the entities in order of first mention.
pub fn resolve(text: &str, names: &[Name], language: &str) -> (Vec<Mention>, Vec<LocalEntity>) {
    let forms = forms(names);
    let introduced = abbreviations::introduced(text, names, &forms);
    let people = people::group(&forms);
    let things = things::group(&forms, &introduced, language);

    let mut found: Vec<Found> = people.into_iter().chain(things).collect();
    found.sort_by_key(|entity| entity.members.iter().map(|&form| forms[form].names[0]).min());

    let mut taken = BTreeSet::new();
    let mut entity_of = vec![0; names.len()];
    for (index, entity) in found.iter().enumerate() {
        for place in entity.members.iter().flat_map(|&form| &forms[form].names) {
            entity_of[*place] = index;
        }
    }
    let kinds: Vec<EntityKind> = found.iter().map(|entity| entity.kind).collect();
    let doubts: Vec<Vec<Doubt>> = (0..found.len()).map(|index| doubts(index, &found, &forms, &entity_of)).collect();
    let locals = found
        .into_iter()
        .zip(doubts)
        .map(|(Found { kind, name, reference, joins, .. }, doubts)| {
            let id = slug::unique(&slug::slugify(&name), &mut taken);
            LocalEntity { name, kind, reference, id, joins, roles: Vec::new(), doubts }
        })
        .collect();
    let mentions = names
        .iter()
        .zip(entity_of)
        .map(|(name, entity)| Mention {
            span: name.span,
            kind: kinds[entity],
            form: name.form.clone(),
            entity,
            stands_for: None,
        })
        .collect();
    (mentions, locals)
}

/// One entity before it has an id.
#[derive(Debug, Clone)]
struct Found {
    kind: EntityKind,
    name: String,
    reference: Option<String>,
    /// Indexes of its forms.
    members: Vec<usize>,
    joins: Vec<Join>,
    /// Index of a form, of another entity's form that it may mean, and what would speak for it.
    doubts: Vec<(usize, usize, JoinReason)>,
}

/// What is left open about the entity at `index`, each candidate once for each form.
fn doubts(index: usize, found: &[Found], forms: &[Form], entity_of: &[usize]) -> Vec<Doubt> {
    let open = found[index].doubts.iter().filter_map(|&(form, other, reason)| {
        let with = entity_of[forms[other].names[0]];
        (with != index).then(|| Doubt { form: forms[form].text.clone(), with: found[with].name.clone(), reason })
    });
    let mut doubts: Vec<Doubt> = open.collect();
    doubts.sort();
    doubts.dedup_by(|a, b| a.form == b.form && a.with == b.with);
    doubts
}

fn forms(names: &[Name]) -> Vec<Form> {
    let mut places: BTreeMap<(String, EntityKind), Vec<usize>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        places.entry((naming::without_quotes(&name.form).to_owned(), name.kind)).or_default().push(index);
    }
    let mut forms: Vec<Form> = places.into_iter().map(|((text, kind), names)| Form { text, kind, names }).collect();
    settle_kinds(&mut forms);
    forms.sort_by_key(|form| form.names[0]);
    forms
}

/// A name that the tagger took now for an organization, now for a place is one thing; which, the
/// tables say, or the majority. A person is never taken for a thing: Владимир may be both.
fn settle_kinds(forms: &mut [Form]) {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for form in forms.iter() {
        let count = counts.entry(naming::identity_key(&form.text)).or_default();
        match form.kind {
            EntityKind::Place => count.0 += form.names.len(),
            EntityKind::Organization => count.1 += form.names.len(),
            EntityKind::Person => {}
        }
    }
    for form in forms {
        let known = things::known_kind(&form.text);
        form.kind = match (form.kind, known) {
            (EntityKind::Person, _) => continue,
            (_, Some(kind)) => kind,
            _ => {
                let (places, organizations) = counts[&naming::identity_key(&form.text)];
                match places.cmp(&organizations) {
                    std::cmp::Ordering::Greater => EntityKind::Place,
                    std::cmp::Ordering::Less => EntityKind::Organization,
                    std::cmp::Ordering::Equal => form.kind,
                }
            }
        };
    }
}
