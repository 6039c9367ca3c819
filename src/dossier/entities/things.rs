//! Organizations and places across articles.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, Surroundings};
use super::gather::Local;
use super::namesakes::{join_ordinary, part_sorts};
use super::{Cluster, MOST_DOUBTS};
use crate::analysis::entities::{alphabet_key, identity_key};
use crate::analysis::{EntityKind, Join, JoinReason};
use crate::language::gazetteer::{self, Class};

/// What makes two of them one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The same entry of the reference tables.
    Reference(String),
    /// The same name, up to spelling.
    Name(EntityKind, String),
    /// The same name of a body made of ordinary words, and the code of its state.
    OfState(String, String),
    /// The same name and sort, where several sorts of things are called so.
    Sorted(String, String),
    /// A body whose state the article leaves open, or a town that has namesakes: one for each article.
    Undecided(String, usize),
}

/// Groups the organizations and places among `members`.
///
/// `people` are the people of the dossier.
pub fn join(locals: &[Local<'_>], members: Vec<usize>, people: &[Cluster]) -> Vec<Cluster> {
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for member in members {
        groups.entry(key(&locals[member])).or_default().push(member);
    }
    let context = Context::new(locals, people);
    let mut clusters: BTreeMap<Key, Cluster> = part_sorts(groups, locals, &context)
        .into_iter()
        .map(|(key, members)| (key, cluster(members, locals)))
        .collect();
    join_learnt(&mut clusters, locals);
    join_alphabets(&mut clusters);
    join_bodies(&mut clusters, locals, &context);
    join_ordinary(&mut clusters, locals, &context);
    doubt_bodies(&mut clusters);
    clusters.into_values().collect()
}

fn key(local: &Local<'_>) -> Key {
    if let Some(reference) = local.reference {
        return Key::Reference(reference.to_owned());
    }
    if local.kind == EntityKind::Organization
        && let Some(body) = &local.particulars.body
    {
        return match &local.country {
            Some(code) if !local.open_owner => Key::Reference(match &local.particulars.owned {
                Some((own, key)) if own == code => key.clone(),
                _ => format!("{body}@{code}"),
            }),
            _ => Key::Undecided(body.clone(), local.source),
        };
    }
    // Towns of one name, between which the article does not decide.
    if local.kind == EntityKind::Place
        && gazetteer::lookup(local.name).iter().filter(|entry| entry.class == Class::City).count() > 1
    {
        return Key::Undecided(identity_key(local.name), local.source);
    }
    if local.kind == EntityKind::Organization
        && let Some((body, code)) = &local.particulars.of_state
    {
        return Key::OfState(body.clone(), code.clone());
    }
    Key::Name(local.kind, identity_key(local.name))
}

fn cluster(members: Vec<usize>, locals: &[Local<'_>]) -> Cluster {
    let mut names: BTreeMap<(bool, &str), usize> = BTreeMap::new();
    for &member in &members {
        let local = &locals[member];
        *names.entry((local.reference.is_some(), local.name)).or_default() += local.mentions();
    }
    // A name from the tables before one from a text, then the most usual, the fullest, and the alphabet's first.
    let rank = |&(&(referenced, name), count): &(&(bool, &str), &usize)| (referenced, *count, name.split(' ').count());
    let best = names.iter().max_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| b.0.1.cmp(a.0.1)));
    let name = best.map_or("", |(&(_, name), _)| name).to_owned();
    let known = members.iter().find_map(|&member| locals[member].reference);
    let joins = names
        .keys()
        .filter(|(_, other)| *other != name)
        .map(|&(referenced, other)| Join {
            form: other.to_owned(),
            with: name.clone(),
            reason: match (known.is_some(), referenced) {
                (true, false) => JoinReason::Owner,
                (true, true) => JoinReason::Table,
                _ => JoinReason::Spelling,
            },
        })
        .collect();
    Cluster {
        kind: locals[members[0]].kind,
        name,
        reference: known.map(str::to_owned),
        members,
        joins,
        doubts: Vec::new(),
    }
}

/// How much two articles must have in common for a body that neither says the state of to be one.
pub const LEAST_SHARED: usize = 2;

/// «Минтранс» of an article that names no state is the ministry of the only state that has one here, where
/// the articles have more in common or most of its places lie there; where none says whose, those that have much in
/// common or are about one country speak of one.
fn join_bodies(clusters: &mut BTreeMap<Key, Cluster>, locals: &[Local<'_>], context: &Context<'_>) {
    let body = |key: &Key| match key {
        Key::Reference(reference) => reference.split_once('@').map(|(body, _)| body.to_owned()),
        Key::Undecided(body, _) => body.starts_with("org:").then(|| body.clone()),
        Key::Name(..) | Key::OfState(..) | Key::Sorted(..) => None,
    };
    let mut same: BTreeMap<String, (Vec<Key>, Vec<Key>)> = BTreeMap::new();
    for key in clusters.keys() {
        let Some(body) = body(key) else { continue };
        let (owned, open) = same.entry(body).or_default();
        if matches!(key, Key::Reference(_)) { owned.push(key.clone()) } else { open.push(key.clone()) }
    }
    for (owned, open) in same.into_values().filter(|(owned, _)| owned.len() <= 1) {
        let mut targets: Vec<(Key, Surroundings<'_>)> =
            owned.iter().map(|key| (key.clone(), context.of(&clusters[key].members))).collect();
        for key in open {
            let member = clusters[&key].members[0];
            let shares = |others: &Surroundings<'_>| context.shared_with_subjects(member, others) >= LEAST_SHARED;
            let home = locals[member].home.as_deref();
            let is_at_home = |key: &Key| {
                let other = match key {
                    Key::Reference(reference) => reference.split_once('@').map(|(_, code)| code),
                    _ => locals[clusters[key].members[0]].home.as_deref(),
                };
                home.is_some() && home == other
            };
            let found = targets.iter().find(|(_, others)| shares(others));
            let found = found.or_else(|| targets.iter().find(|(key, _)| !locals[member].open_owner && is_at_home(key)));
            match found.map(|(target, _)| target.clone()) {
                Some(target) => {
                    let form = clusters[&key].name.clone();
                    merge(clusters, &key, &target, &form, JoinReason::Owner);
                }
                None if owned.is_empty() => targets.push((key.clone(), context.of(&clusters[&key].members))),
                None => {}
            }
        }
    }
}

/// «Минфин» of an article that does not say whose may be that of every state that has one here.
fn doubt_bodies(clusters: &mut BTreeMap<Key, Cluster>) {
    let mut owned: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (key, cluster) in clusters.iter() {
        if let Key::Reference(reference) = key
            && let Some((body, _)) = reference.split_once('@')
        {
            owned.entry(body).or_default().push(cluster.members[0]);
        }
    }
    let found = clusters.iter().filter_map(|(key, cluster)| {
        let Key::Undecided(body, _) = key else { return None };
        let doubts = owned
            .get(body.as_str())?
            .iter()
            .take(MOST_DOUBTS)
            .map(|&member| (cluster.name.clone(), member, JoinReason::Owner));
        Some((key.clone(), doubts.collect::<Vec<_>>()))
    });
    for (key, doubts) in found.collect::<Vec<_>>() {
        if let Some(cluster) = clusters.get_mut(&key) {
            cluster.doubts = doubts;
        }
    }
}

/// An abbreviation that one article explained means the same in the others, when no other name of the
/// dossier was given the same one.
fn join_learnt(clusters: &mut BTreeMap<Key, Cluster>, locals: &[Local<'_>]) {
    let mut learnt: BTreeMap<(EntityKind, String), BTreeSet<(Key, String)>> = BTreeMap::new();
    for (key, cluster) in clusters.iter() {
        for &member in &cluster.members {
            let taught = locals[member]
                .joins
                .iter()
                .filter(|join| matches!(join.reason, JoinReason::Introduced | JoinReason::InitialLetters));
            for join in taught {
                let alias = (cluster.kind, identity_key(&join.form));
                learnt.entry(alias).or_default().insert((key.clone(), join.form.clone()));
            }
        }
    }
    for ((kind, alias), meanings) in learnt {
        let targets: BTreeSet<&Key> = meanings.iter().map(|(key, _)| key).collect();
        let from = Key::Name(kind, alias);
        let Some((into, form)) = meanings.iter().next().filter(|_| targets.len() == 1) else { continue };
        if *into != from && clusters.contains_key(into) {
            merge(clusters, &from, into, form, JoinReason::Introduced);
        }
    }
}

/// A name in Latin letters joins the only name in Cyrillic that it transliterates.
fn join_alphabets(clusters: &mut BTreeMap<Key, Cluster>) {
    let mut spelled: BTreeMap<(EntityKind, String), (Vec<Key>, Vec<Key>)> = BTreeMap::new();
    for (key, cluster) in clusters.iter() {
        let Some((bones, latin)) = alphabet_key(&cluster.name) else { continue };
        let found = spelled.entry((cluster.kind, bones)).or_default();
        if latin { found.0.push(key.clone()) } else { found.1.push(key.clone()) }
    }
    for (latin, cyrillic) in spelled.into_values() {
        if let ([from @ Key::Name(..)], [into]) = (latin.as_slice(), cyrillic.as_slice()) {
            let form = clusters[from].name.clone();
            merge(clusters, from, into, &form, JoinReason::Transliteration);
        }
    }
}

fn merge(clusters: &mut BTreeMap<Key, Cluster>, from: &Key, into: &Key, form: &str, reason: JoinReason) {
    let Some(taken) = clusters.remove(from) else { return };
    let Some(target) = clusters.get_mut(into) else { return };
    target.joins.push(Join { form: form.to_owned(), with: target.name.clone(), reason });
    target.joins.extend(taken.joins);
    target.members.extend(taken.members);
    target.doubts.extend(taken.doubts);
}
