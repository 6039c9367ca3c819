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

/// Joins each group with the only other that it fits. `fitting` gives those that the group at an index fits, each with the
/// form that speaks for it; of several, all are doubts.
fn join_only(groups: &mut Vec<Group>, reason: JoinReason, fitting: impl Fn(&[Group], usize) -> Vec<(usize, usize)>) {
    let mut from = 0;
    while from < groups.len() {
        let first = groups[from].members[0];
        let found = fitting(groups, from);
        if let [(into, with)] = found[..] {
            merge(groups, from, into, (first, with), reason);
        } else {
            groups[from].doubts.extend(found.into_iter().map(|(_, with)| (first, with, reason)));
            from += 1;
        }
    }
}

/// The groups that `fits` accepts by their indexes, each with its first form.
fn by_first_form(groups: &[Group], fits: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    (0..groups.len()).filter(|&at| fits(at)).map(|at| (at, groups[at].members[0])).collect()
}

/// «Минфин» is the one «Министерство финансов России» of the article, when there is one only.
fn join_owned(groups: &mut Vec<Group>, read: &BTreeMap<usize, Thing>) {
    join_only(groups, JoinReason::Owner, |groups, from| {
        let body = read[&groups[from].members[0]].body.as_ref().filter(|body| !body.is_owned());
        let Some(key) = body.map(|body| &body.entry.key) else { return Vec::new() };
        let is_owned =
            |member: &usize| read[member].body.as_ref().is_some_and(|body| body.is_owned() && &body.entry.key == key);
        by_first_form(groups, |at| groups[at].members.iter().any(is_owned))
    });
}

/// «Национальная гвардия» is the one «Национальная гвардия Казахстана» of the article, when there is one only.
fn join_ordinary(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    let called = |group: &Group, owned: bool| {
        let with_owner = group.members.iter().any(|&member| forms[member].owner.is_some());
        let key = group.members.iter().find_map(|member| read[member].ordinary.as_ref());
        key.filter(|_| with_owner == owned)
    };
    join_only(groups, JoinReason::Owner, |groups, from| match called(&groups[from], false) {
        Some(key) => by_first_form(groups, |at| called(&groups[at], true) == Some(key)),
        None => Vec::new(),
    });
}

/// An abbreviation whose letters only one other name of the article spells out.
fn join_abbreviations(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    join_only(groups, JoinReason::InitialLetters, |groups, from| {
        let first = groups[from].members[0];
        let short = &forms[first].text;
        if !is_abbreviation(short) || read[&first].reference.is_some() {
            return Vec::new();
        }
        let spelt_out = |group: &Group| group.members.iter().copied().find(|&at| spells_out(short, &forms[at].text));
        let others = groups.iter().enumerate().filter(|&(at, group)| at != from && group.kind == groups[from].kind);
        others.filter_map(|(at, group)| Some((at, spelt_out(group)?))).collect()
    });
}

/// One name in Latin and in Cyrillic letters.
fn join_alphabets(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    join_only(groups, JoinReason::Transliteration, |groups, from| {
        let Some((bones, true)) = alphabet_key(&forms[groups[from].members[0]].text) else { return Vec::new() };
        by_first_form(groups, |at| {
            groups[at].kind == groups[from].kind
                && alphabet_key(&forms[groups[at].members[0]].text)
                    .is_some_and(|(other, latin)| !latin && other == bones)
                && !distinct(&groups[from], &groups[at], read)
        })
    });
}
