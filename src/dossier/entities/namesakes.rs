//! Things of one name that are not one: bodies by ordinary names that several states have, and a bank and a farm that are
//! both called «Восход».

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, Surroundings};
use super::gather::Local;
use super::things::{Key, LEAST_SHARED};
use super::{Cluster, MOST_DOUBTS};
use crate::analysis::{EntityKind, Join, JoinReason};

/// Parts groups of one name whose members are called by nouns for different sorts of things. A member that no noun
/// tells goes with the only sort whose articles its own shares something with, or stays by itself.
pub fn part_sorts(
    groups: BTreeMap<Key, Vec<usize>>,
    locals: &[Local<'_>],
    context: &Context<'_>,
) -> BTreeMap<Key, Vec<usize>> {
    let mut parted = BTreeMap::new();
    for (key, members) in groups {
        let Key::Name(EntityKind::Organization, name) = &key else {
            parted.insert(key, members);
            continue;
        };
        let mut sorted = by_sort(&members, locals);
        if sorted.len() < 2 {
            parted.insert(key, members);
            continue;
        }
        let around: Vec<Surroundings<'_>> = sorted.iter().map(|(_, members)| context.of(members)).collect();
        let mut open = Vec::new();
        for &member in members.iter().filter(|&&member| locals[member].sorts.is_empty()) {
            let sharing: Vec<usize> = (0..sorted.len()).filter(|&at| context.shared(member, &around[at]) > 0).collect();
            match sharing[..] {
                [only] => sorted[only].1.push(member),
                _ => open.push(member),
            }
        }
        for (sorts, mut members) in sorted {
            members.sort_unstable();
            let Some(&sort) = sorts.first() else { continue };
            parted.insert(Key::Sorted(name.clone(), sort.to_owned()), members);
        }
        if !open.is_empty() {
            parted.insert(key, open);
        }
    }
    parted
}

/// The members that a noun tells the sort of, those of a common sort together.
fn by_sort<'a>(members: &[usize], locals: &[Local<'a>]) -> Vec<(BTreeSet<&'a str>, Vec<usize>)> {
    let mut sorted: Vec<(BTreeSet<&'a str>, Vec<usize>)> = Vec::new();
    for &member in members.iter().filter(|&&member| !locals[member].sorts.is_empty()) {
        let mut own = (locals[member].sorts.clone(), vec![member]);
        let (same, others): (Vec<_>, Vec<_>) = sorted.into_iter().partition(|(sorts, _)| !sorts.is_disjoint(&own.0));
        for (sorts, members) in same {
            own.0.extend(sorts);
            own.1.extend(members);
        }
        sorted = others;
        sorted.push(own);
    }
    sorted
}

/// «Национальная гвардия» of an article that does not say whose is that of the state that the article is about, where
/// the dossier has such a body; or the only one here, where the articles have more in common.
pub fn join_ordinary(clusters: &mut BTreeMap<Key, Cluster>, locals: &[Local<'_>], context: &Context<'_>) {
    let mut owned: BTreeMap<String, Vec<(String, Key)>> = BTreeMap::new();
    for key in clusters.keys() {
        if let Key::OfState(body, code) = key {
            owned.entry(body.clone()).or_default().push((code.clone(), key.clone()));
        }
    }
    for (body, owned) in owned {
        let from = Key::Name(EntityKind::Organization, body);
        let Some(mut open) = clusters.remove(&from) else { continue };
        let around: Vec<Surroundings<'_>> = owned.iter().map(|(_, key)| context.of(&clusters[key].members)).collect();
        let mut left = Vec::new();
        for member in std::mem::take(&mut open.members) {
            let country = locals[member].country.as_deref();
            let stated = owned.iter().find(|(code, _)| country == Some(code.as_str()));
            let only = match owned.as_slice() {
                [only] if country.is_none() => {
                    (context.shared_with_subjects(member, &around[0]) >= LEAST_SHARED).then_some(only)
                }
                _ => None,
            };
            let Some(target) = stated.or(only).and_then(|(_, key)| clusters.get_mut(key)) else {
                left.push(member);
                continue;
            };
            let form = locals[member].name.to_owned();
            target.joins.push(Join { form, with: target.name.clone(), reason: JoinReason::Owner });
            target.members.push(member);
        }
        if !left.is_empty() {
            let candidates = owned.iter().take(MOST_DOUBTS).map(|(_, key)| clusters[key].members[0]);
            open.doubts
                .extend(candidates.map(|member| (open.name.clone(), member, JoinReason::Owner)).collect::<Vec<_>>());
            open.members = left;
            clusters.insert(from, open);
        }
    }
}
