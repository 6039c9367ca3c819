//! Joins groups of forms whose names differ: introduced short forms, bodies whose state goes without
//! saying, abbreviations, other alphabets.

use std::collections::BTreeMap;

use super::Form;
use super::abbreviations::{Introduced, is_abbreviation, spells_out};
use super::naming::alphabet_key;
use super::things::{Group, Thing};
use crate::analysis::model::JoinReason;

/// Joins what can be joined, the surest reasons first.
pub fn join(groups: &mut Vec<Group>, forms: &[Form], introduced: &Introduced, read: &BTreeMap<usize, Thing>) {
    join_introduced(groups, introduced, read);
    join_owned(groups, read);
    join_ordinary(groups, forms, read);
    join_abbreviations(groups, forms, read);
    join_alphabets(groups, forms, read);
}

fn position(groups: &[Group], form: usize) -> Option<usize> {
    groups.iter().position(|group| group.members.contains(&form))
}

/// Puts all of `from` into `into`.
fn merge(groups: &mut Vec<Group>, from: usize, into: usize, (form, with): (usize, usize), reason: JoinReason) {
    if from == into {
        return;
    }
    let taken = groups.remove(from);
    let into = if from < into { into - 1 } else { into };
    groups[into].members.extend(taken.members);
    groups[into].joins.extend(taken.joins);
    groups[into].doubts.extend(taken.doubts);
    groups[into].joins.push((form, with, reason));
}

/// Whether the two are known to be different things.
fn distinct(a: &Group, b: &Group, read: &BTreeMap<usize, Thing>) -> bool {
    let reference = |group: &Group| group.members.iter().find_map(|member| read[member].reference.as_deref());
    matches!((reference(a), reference(b)), (Some(a), Some(b)) if a != b)
}

fn join_introduced(groups: &mut Vec<Group>, introduced: &Introduced, read: &BTreeMap<usize, Thing>) {
    for &(short, long) in introduced {
        let (Some(from), Some(into)) = (position(groups, short), position(groups, long)) else { continue };
        if from != into && !distinct(&groups[from], &groups[into], read) {
            merge(groups, from, into, (short, long), JoinReason::Introduced);
        }
    }
}

/// «Минфин» is the one «Министерство финансов России» of the article, when there is one only.
fn join_owned(groups: &mut Vec<Group>, read: &BTreeMap<usize, Thing>) {
    let mut from = 0;
    while from < groups.len() {
        let first = groups[from].members[0];
        let unowned = read[&first].body.as_ref().filter(|body| !body.is_owned()).map(|body| &body.entry.key);
        let owned: Vec<usize> = match unowned {
            Some(key) => (0..groups.len())
                .filter(|&other| {
                    groups[other].members.iter().any(|member| {
                        read[member].body.as_ref().is_some_and(|body| body.is_owned() && &body.entry.key == key)
                    })
                })
                .collect(),
            None => Vec::new(),
        };
        if let [into] = owned[..] {
            let with = groups[into].members[0];
            merge(groups, from, into, (first, with), JoinReason::Owner);
        } else {
            let doubts: Vec<_> =
                owned.into_iter().map(|other| (first, groups[other].members[0], JoinReason::Owner)).collect();
            groups[from].doubts.extend(doubts);
            from += 1;
        }
    }
}

/// «Национальная гвардия» is the one «Национальная гвардия Казахстана» of the article, when there is one only.
fn join_ordinary(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    let called = |group: &Group, owned: bool| {
        let with_owner = group.members.iter().any(|&member| forms[member].owner.is_some());
        let key = group.members.iter().find_map(|member| read[member].ordinary.clone());
        key.filter(|_| with_owner == owned)
    };
    let mut from = 0;
    while from < groups.len() {
        let owned: Vec<usize> = match called(&groups[from], false) {
            Some(key) => (0..groups.len()).filter(|&at| called(&groups[at], true).as_ref() == Some(&key)).collect(),
            None => Vec::new(),
        };
        let first = groups[from].members[0];
        if let [into] = owned[..] {
            let with = groups[into].members[0];
            merge(groups, from, into, (first, with), JoinReason::Owner);
        } else {
            let doubts: Vec<_> =
                owned.into_iter().map(|other| (first, groups[other].members[0], JoinReason::Owner)).collect();
            groups[from].doubts.extend(doubts);
            from += 1;
        }
    }
}

/// An abbreviation whose letters only one other name of the article spells out.
fn join_abbreviations(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    let mut from = 0;
    while from < groups.len() {
        let first = groups[from].members[0];
        let short = &forms[first].text;
        let fitting: Vec<(usize, usize)> = if is_abbreviation(short) && read[&first].reference.is_none() {
            groups
                .iter()
                .enumerate()
                .filter(|&(other, group)| other != from && group.kind == groups[from].kind)
                .filter_map(|(other, group)| {
                    group
                        .members
                        .iter()
                        .find(|&&member| spells_out(short, &forms[member].text))
                        .map(|&member| (other, member))
                })
                .collect()
        } else {
            Vec::new()
        };
        if let [(into, with)] = fitting[..] {
            merge(groups, from, into, (first, with), JoinReason::InitialLetters);
        } else {
            let doubts = fitting.into_iter().map(|(_, with)| (first, with, JoinReason::InitialLetters));
            groups[from].doubts.extend(doubts);
            from += 1;
        }
    }
}

/// One name in Latin and in Cyrillic letters.
fn join_alphabets(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    let mut from = 0;
    while from < groups.len() {
        let first = groups[from].members[0];
        let fitting: Vec<usize> = match alphabet_key(&forms[first].text) {
            Some((bones, true)) => (0..groups.len())
                .filter(|&other| groups[other].kind == groups[from].kind)
                .filter(|&other| {
                    let with = alphabet_key(&forms[groups[other].members[0]].text);
                    with.is_some_and(|(other, latin)| !latin && other == bones)
                })
                .filter(|&other| !distinct(&groups[from], &groups[other], read))
                .collect(),
            _ => Vec::new(),
        };
        if let [into] = fitting[..] {
            let with = groups[into].members[0];
            merge(groups, from, into, (first, with), JoinReason::Transliteration);
        } else {
            let doubts: Vec<_> = fitting
                .into_iter()
                .map(|other| (first, groups[other].members[0], JoinReason::Transliteration))
                .collect();
            groups[from].doubts.extend(doubts);
            from += 1;
        }
    }
}
