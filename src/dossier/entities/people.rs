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
use crate::language::person_name::{Likeness, PersonName, fold, is_first_name, is_usual, parse, skeleton};

/// Groups the people among `members`. A family name alone joins the only person of the dossier that
/// it fits; where there are several it stays by itself.
pub fn join(locals: &[Local<'_>], members: Vec<usize>) -> Vec<Cluster> {
    let (mut vague, telling): (Vec<usize>, Vec<usize>) =
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
    let mut groups = group(&names, &weights, by_given, |_| None, |_| None);
    // «Шакиров» between an Аскар and a Рустам: what else the article speaks of may decide.
    groups.retain(|found| {
        let is_open = found.members.len() == 1 && !found.doubts.is_empty();
        let name = found.members[0];
        let is_kept = !is_open || parse(names[name]).has_full_given();
        if !is_kept {
            vague.extend(&bearers[name]);
        }
        is_kept
    });
    vague.sort_unstable();
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
        return parsed.surname.is_none();
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
/// the name, and of several to the only one whom the article's title names, or with whose articles alone it
/// has something in common; otherwise it is somebody of its own, with doubts.
fn place_vague(clusters: &mut Vec<Cluster>, vague: Vec<usize>, locals: &[Local<'_>]) {
    if vague.is_empty() {
        return;
    }
    let mut by_block: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let known: Vec<Vec<&str>> = clusters.iter().map(|cluster| names(cluster, locals)).collect();
    for (index, names) in known.iter().enumerate() {
        let mut blocks: Vec<String> = names.iter().flat_map(|name| blocks(&parse(name))).collect();
        blocks.sort();
        blocks.dedup();
        blocks.into_iter().for_each(|block| by_block.entry(block).or_default().push(index));
    }
    let mut fitting: BTreeMap<&str, Vec<(usize, Likeness)>> = BTreeMap::new();
    let mut chooser =
        Chooser { context: Context::new(locals, clusters), surroundings: BTreeMap::new(), clusters, locals };
    let chosen: Vec<(usize, Option<(usize, Likeness)>)> = vague
        .into_iter()
        .map(|member| {
            let name = locals[member].name;
            let fitting = fitting.entry(name).or_insert_with(|| {
                let mut found: Vec<usize> =
                    parse(name).block().iter().filter_map(|block| by_block.get(block)).flatten().copied().collect();
                found.sort_unstable();
                found.dedup();
                found.into_iter().filter_map(|index| Some((index, likeness(name, &known[index])?))).collect()
            });
            (member, chooser.choose(member, fitting))
        })
        .collect();
    let mut alone: BTreeMap<&str, usize> = BTreeMap::new();
    for (member, chosen) in chosen {
        let name = locals[member].name;
        if let Some((index, likeness)) = chosen {
            let with = clusters[index].name.clone();
            if name != with {
                clusters[index].joins.push(Join { form: name.to_owned(), with, reason: likeness.into() });
            }
            clusters[index].members.push(member);
            continue;
        }
        // Lone names that nobody bears in full are one, as far as the names say who they are.
        if let Some(&same) = alone.get(name).filter(|_| !is_vague(name)) {
            clusters[same].members.push(member);
            continue;
        }
        alone.insert(name, clusters.len());
        let doubts = fitting.get(name).map_or(&[][..], Vec::as_slice).iter().take(MOST_DOUBTS);
        let doubts =
            doubts.map(|&(index, likeness)| (name.to_owned(), clusters[index].members[0], likeness.into())).collect();
        clusters.push(Cluster {
            kind: EntityKind::Person,
            name: name.to_owned(),
            reference: None,
            members: vec![member],
            joins: Vec::new(),
            doubts,
        });
    }
}

/// Decides whom a vague name means.
struct Chooser<'a> {
    context: Context<'a>,
    surroundings: BTreeMap<usize, Surroundings<'a>>,
    clusters: &'a [Cluster],
    locals: &'a [Local<'a>],
}

impl Chooser<'_> {
    fn choose(&mut self, member: usize, fitting: &[(usize, Likeness)]) -> Option<(usize, Likeness)> {
        let locals = self.locals;
        if fitting.iter().any(|&(index, _)| is_beside(member, &self.clusters[index], locals)) {
            return None;
        }
        let mut titled = fitting.iter().filter(|&&(index, _)| is_in_title(&self.clusters[index], locals[member].title));
        if let (Some(&only), None) = (titled.next(), titled.next()) {
            return Some(only);
        }
        match fitting {
            &[(index, found)] => {
                let is_telling = is_telling(locals[member].name, found);
                (is_telling || self.shared(member, index) > 0).then_some((index, found))
            }
            _ => {
                let sharing: Vec<_> =
                    fitting.iter().copied().filter(|&(index, _)| self.shared(member, index) > 0).collect();
                let [only] = sharing[..] else { return None };
                // «Такиев» in an article on the ministry of one, and on the town of another.
                let is_contested =
                    fitting.iter().any(|&(index, _)| index != only.0 && self.shared_bodies(member, index) > 0);
                (!is_contested).then_some(only)
            }
        }
    }

    /// How many bodies of states both the member's article and those of the person speak of.
    fn shared_bodies(&mut self, member: usize, person: usize) -> usize {
        let members = &self.clusters[person].members;
        let others = self.surroundings.entry(person).or_insert_with(|| self.context.of(members));
        self.context.shared_bodies(member, others)
    }

    /// How much the member's article has in common with those of the person.
    fn shared(&mut self, member: usize, person: usize) -> usize {
        let members = &self.clusters[person].members;
        let others = self.surroundings.entry(person).or_insert_with(|| self.context.of(members));
        let has_initials = !parse(self.locals[member].name).given.is_empty();
        let bodies = if has_initials { self.context.shared_bodies(member, others) } else { 0 };
        self.context.shared(member, others) + bodies
    }
}

/// Whether an article's title has the person's family name, in any form.
fn is_in_title(person: &Cluster, title: &str) -> bool {
    let Some(surname) = parse(&person.name).surname.map(|surname| fold(&surname)) else { return false };
    let stem = surname.trim_end_matches(['а', 'я', 'и', 'о']);
    let begins = |word: &str| {
        let word = fold(word);
        word.starts_with(stem) && word.chars().count() <= surname.chars().count() + 2
    };
    stem.chars().count() >= 3
        && title.split(|c: char| !c.is_alphabetic() && c != '-').any(|word| !word.is_empty() && begins(word))
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
