//! What a name names, where the articles disagree: a lone word that one took for a person and the others for
//! a place is the place.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::entities::identity_key;
use crate::analysis::{Analysis, EntityKind, Join, JoinReason, LocalEntity};
use crate::language::person_name::{fold, is_first_name, parse};

/// What the articles say of one name.
#[derive(Default)]
struct Votes {
    /// How many articles take it for each kind.
    articles: BTreeMap<EntityKind, usize>,
    /// Its key in the reference tables for each kind, where an article found one.
    references: BTreeMap<EntityKind, String>,
}

impl Votes {
    fn articles(&self, kind: EntityKind) -> usize {
        self.articles.get(&kind).copied().unwrap_or(0)
    }
}

/// Gives names of one word the kind that the articles have evidence for, and records it as a join.
///
/// A person becomes a thing that at least two other articles name, or one with the reference tables, when
/// nobody of the dossier bears that name in full and it is no first name. A place and an organization, which may well share a name,
/// become one only against three times as many articles, and when the tables know neither.
pub fn agree(analyses: &mut [Analysis]) {
    let mut votes: BTreeMap<String, Votes> = BTreeMap::new();
    let mut bearers: BTreeSet<String> = BTreeSet::new();
    for entity in analyses.iter().flat_map(|analysis| &analysis.entities) {
        if entity.kind == EntityKind::Person && entity.name.contains(' ') {
            let name = parse(&entity.name);
            bearers.extend(name.surname.iter().chain(&name.given).map(|part| fold(part)));
        } else if is_one_word(entity) {
            let found = votes.entry(identity_key(&entity.name)).or_default();
            *found.articles.entry(entity.kind).or_default() += 1;
            if let Some(reference) = &entity.reference {
                found.references.insert(entity.kind, reference.clone());
            }
        }
    }
    for analysis in analyses {
        let mut changed: BTreeMap<usize, EntityKind> = BTreeMap::new();
        let keys: Vec<String> = analysis.entities.iter().map(|entity| identity_key(&entity.name)).collect();
        let own: BTreeSet<(&str, EntityKind)> =
            keys.iter().zip(&analysis.entities).map(|(key, entity)| (key.as_str(), entity.kind)).collect();
        for (index, entity) in analysis.entities.iter_mut().enumerate().filter(|(_, entity)| is_one_word(entity)) {
            let Some(found) = votes.get(&keys[index]) else { continue };
            let is_borne = entity.kind == EntityKind::Person
                && (bearers.contains(&fold(&entity.name)) || is_first_name(&entity.name));
            // The article itself tells the two apart: «Владимир» and Владимир.
            let is_apart = |kind| own.contains(&(keys[index].as_str(), kind));
            let Some(kind) = kind_of(entity, found).filter(|&kind| !is_borne && !is_apart(kind)) else { continue };
            entity.kind = kind;
            entity.reference = found.references.get(&kind).cloned();
            let name = entity.name.clone();
            entity.joins.push(Join { form: name.clone(), with: name, reason: JoinReason::Kind });
            changed.insert(index, kind);
        }
        for mention in &mut analysis.mentions {
            if let Some(&kind) = changed.get(&mention.entity) {
                mention.kind = kind;
            }
        }
    }
}

fn is_one_word(entity: &LocalEntity) -> bool {
    !entity.name.contains([' ', '.']) && entity.name.chars().count() > 2
}

/// The kind that the other articles have evidence for; `None` where the entity's own stands.
fn kind_of(entity: &LocalEntity, votes: &Votes) -> Option<EntityKind> {
    let own = votes.articles(entity.kind);
    let things = [EntityKind::Place, EntityKind::Organization];
    let other = things.into_iter().filter(|&kind| kind != entity.kind).max_by_key(|&kind| votes.articles(kind))?;
    let others = votes.articles(other);
    let is_known = votes.references.contains_key(&other);
    let is_decided = match entity.kind {
        EntityKind::Person => others > own && (others >= 2 || is_known),
        _ => votes.references.is_empty() && others >= 3 * own,
    };
    is_decided.then_some(other)
}
