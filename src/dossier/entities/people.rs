//! People across articles: the same comparison of names as within one, over all names of the dossier.
//!
//! A name that an article gives in full, or that few people bear, is compared by itself. What so many
//! bear that it names nobody («Иванов», «С. Иванов»), and a first name alone, stay with their article
//! until something beside the name speaks for a bearer: see [`context`](super::context).

use std::collections::BTreeMap;

use super::context::{Context, Surroundings};
use super::gather::Local;
use super::{Cluster, MOST_DOUBTS};
use crate::analysis::entities::{best_person, group, likeness};
use crate::analysis::{EntityKind, Join, JoinReason};
use crate::language::person_name::{Likeness, PersonName, is_first_name, is_usual, parse, skeleton};

/// Groups the people among `members`. A family name alone joins the only person of the dossier that
/// it fits; where there are several it stays by itself.
pub fn join(locals: &[Local<'_>], members: Vec<usize>) -> Vec<Cluster> {
    let (vague, telling): (Vec<usize>, Vec<usize>) =
        members.into_iter().partition(|&member| is_vague(locals[member].name));
    let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for member in telling {
        named.entry(locals[member].name).or_default().push(member);
    }
    let names: Vec<&str> = named.keys().copied().collect();
    let bearers: Vec<Vec<usize>> = named.into_values().collect();
    // Articles count, not mentions: one long article does not settle a spelling.
    let weights: Vec<usize> = bearers.iter().map(Vec::len).collect();
    let by_given = |name: usize| parse(names[name]).patronymic.is_some();
    let groups = group(&names, &weights, by_given);
    let mut clusters: Vec<Cluster> = groups
        .iter()
        .map(|found| {
            let best = best_person(&names, &weights, &found.members);
            let joins = found.joins.iter().map(|&(from, to, likeness)| Join {
                form: names[from].to_owned(),
                with: names[to].to_owned(),
                reason: JoinReason::from(likeness),
            });
            let doubts = found.doubts.iter().take(MOST_DOUBTS);
            Cluster {
                kind: EntityKind::Person,
                name: names[best].to_owned(),
                reference: None,
                joins: joins.collect(),
                members: found.members.iter().flat_map(|&name| bearers[name].iter().copied()).collect(),
                doubts: doubts
                    .map(|&(form, with, likeness)| (names[form].to_owned(), bearers[with][0], likeness.into()))
                    .collect(),
            }
        })
        .collect();
    place_vague(&mut clusters, vague, locals);
    clusters
}

/// Whether the name alone says too little to be looked for in other articles.
fn is_vague(name: &str) -> bool {
    let parsed = parse(name);
    if parsed.has_full_given() {
        return parsed.surname.is_none() && parsed.patronymic.is_none();
    }
    // A first name alone is kept as the surname.
    if parsed.ambiguous {
        return is_first_name(name);
    }
    parsed.generation.is_none() && parsed.surname.as_deref().is_some_and(is_usual)
}

/// Whether what the name has in common with a person is more than chance: «Асад» is a first name to the
/// dictionary, and Башар Асад's family name.
fn is_telling(name: &str, found: Likeness) -> bool {
    found <= Likeness::SurnameOnly && !parse(name).surname.as_deref().is_some_and(is_usual)
}

/// Gives every vague name to the only person that it fits, when the articles have more in common than
/// the name; otherwise it is somebody of its own, with doubts.
fn place_vague(clusters: &mut Vec<Cluster>, vague: Vec<usize>, locals: &[Local<'_>]) {
    if vague.is_empty() {
        return;
    }
    let context = Context::new(locals);
    let mut surroundings: BTreeMap<usize, Surroundings<'_>> = BTreeMap::new();
    let mut by_block: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let known: Vec<Vec<&str>> = clusters.iter().map(|cluster| names(cluster, locals)).collect();
    for (index, names) in known.iter().enumerate() {
        let mut blocks: Vec<String> = names.iter().flat_map(|name| blocks(&parse(name))).collect();
        blocks.sort();
        blocks.dedup();
        blocks.into_iter().for_each(|block| by_block.entry(block).or_default().push(index));
    }
    let mut fitting: BTreeMap<&str, Vec<(usize, Likeness)>> = BTreeMap::new();
    let mut placed: Vec<(usize, usize, Likeness)> = Vec::new();
    for member in vague {
        let name = locals[member].name;
        let fitting = fitting.entry(name).or_insert_with(|| {
            let mut found: Vec<usize> =
                parse(name).block().iter().filter_map(|block| by_block.get(block)).flatten().copied().collect();
            found.sort_unstable();
            found.dedup();
            found.into_iter().filter_map(|index| Some((index, likeness(name, &known[index])?))).collect()
        });
        match fitting.as_slice() {
            &[(index, found)]
                if !is_beside(member, &clusters[index], locals)
                    && (is_telling(name, found) || {
                        let others = surroundings.entry(index).or_insert_with(|| context.of(&clusters[index].members));
                        context.shares(member, others)
                    }) =>
            {
                placed.push((member, index, found));
            }
            _ => {
                let doubts = fitting.iter().take(MOST_DOUBTS);
                clusters.push(Cluster {
                    kind: EntityKind::Person,
                    name: name.to_owned(),
                    reference: None,
                    members: vec![member],
                    joins: Vec::new(),
                    doubts: doubts
                        .map(|&(index, likeness)| (name.to_owned(), clusters[index].members[0], likeness.into()))
                        .collect(),
                });
            }
        }
    }
    for (member, index, likeness) in placed {
        let with = clusters[index].name.clone();
        if locals[member].name != with {
            clusters[index].joins.push(Join { form: locals[member].name.to_owned(), with, reason: likeness.into() });
        }
        clusters[index].members.push(member);
    }
}

/// Whether the vaguely named `member` stands beside the person in one article, which kept them apart.
fn is_beside(member: usize, person: &Cluster, locals: &[Local<'_>]) -> bool {
    person.members.iter().any(|&other| locals[other].source == locals[member].source)
}

/// The names that a cluster's articles know it by, each once.
fn names<'a>(cluster: &Cluster, locals: &[Local<'a>]) -> Vec<&'a str> {
    let mut names: Vec<&str> = cluster.members.iter().map(|&member| locals[member].name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Keys under which a person is found by a vague name: the family name's, and the first name's.
fn blocks(name: &PersonName) -> Vec<String> {
    let mut blocks = name.block();
    if name.has_full_given() {
        blocks.extend(name.given.first().map(|given| skeleton(given)));
    }
    blocks
}
