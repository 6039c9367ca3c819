//! What articles have in common beside a name: the people, companies and towns that few others speak
//! of, and what they call a person.

use std::collections::{BTreeMap, HashSet};

use super::Cluster;
use super::gather::Local;
use crate::analysis::EntityKind;
use crate::language::gazetteer::{self, Class};
use crate::language::person_name::parse;

/// What articles speak of, for all articles of a dossier.
pub struct Context<'a> {
    locals: &'a [Local<'a>],
    /// What each of them is called throughout the dossier.
    called: Vec<&'a str>,
    /// For each article the telling names in it.
    telling: Vec<Vec<(EntityKind, &'a str)>>,
    /// For each article the telling names that so many share that they join no people.
    common: Vec<Vec<(EntityKind, &'a str)>>,
    /// For each article the keys of the bodies of states in it.
    bodies: Vec<Vec<&'a str>>,
}

impl<'a> Context<'a> {
    /// `people` are the people of the dossier as far as they are known.
    pub fn new(locals: &'a [Local<'a>], people: &'a [Cluster]) -> Self {
        let mut called: Vec<&str> = locals.iter().map(|local| local.name).collect();
        for person in people {
            person.members.iter().for_each(|&member| called[member] = person.name.as_str());
        }
        let sources = locals.iter().map(|local| local.source + 1).max().unwrap_or(0);
        let mut telling: Vec<Vec<(EntityKind, &str)>> = vec![Vec::new(); sources];
        let mut count: BTreeMap<(EntityKind, &str), usize> = BTreeMap::new();
        for (local, &called) in locals.iter().zip(&called).filter(|(local, called)| is_telling(local, called)) {
            let name = (local.kind, called);
            telling[local.source].push(name);
            *count.entry(name).or_default() += 1;
        }
        // What every tenth article speaks of joins nothing.
        let most = (sources / 10).max(5);
        let is_common = |name: &(EntityKind, &str)| count[name] > most;
        let common = telling.iter().map(|names| names.iter().copied().filter(is_common).collect()).collect();
        for names in &mut telling {
            names.retain(|name| !is_common(name));
        }
        let mut bodies: Vec<Vec<&str>> = vec![Vec::new(); sources];
        for local in locals {
            bodies[local.source].extend(local.reference.filter(|key| key.contains('@')));
        }
        Self { locals, called, telling, common, bodies }
    }

    /// What the articles of one person, given as its members, speak of.
    pub fn of(&self, members: &[usize]) -> Surroundings<'a> {
        let mut found = Surroundings::default();
        for local in members.iter().map(|&member| &self.locals[member]) {
            found.names.extend(&self.telling[local.source]);
            found.common.extend(&self.common[local.source]);
            found.bodies.extend(&self.bodies[local.source]);
            // «депутат» alone is said of many.
            let roles = local.roles.iter().map(|role| role.text.as_str());
            found.roles.extend(roles.filter(|role| role.contains(' ')));
        }
        for &member in members {
            found.names.remove(&(EntityKind::Person, self.called[member]));
        }
        found
    }

    /// How much the article of the vaguely named `member` has in common with `others`: what both speak of, and
    /// the roles that both give the person.
    pub fn shared(&self, member: usize, others: &Surroundings<'_>) -> usize {
        let own = &self.locals[member];
        let names = self.telling[own.source].iter().filter(|name| others.names.contains(name)).count();
        names + own.roles.iter().filter(|role| others.roles.contains(role.text.as_str())).count()
    }

    /// How many bodies of a state («Минобороны России») both the article of `member` and `others` speak of: enough
    /// for somebody whose initials fit.
    pub fn shared_bodies(&self, member: usize, others: &Surroundings<'_>) -> usize {
        let own = &self.bodies[self.locals[member].source];
        own.iter().filter(|key| others.bodies.contains(*key)).count()
    }

    /// As [`shared`](Self::shared), with what many articles speak of: in a dossier about one thing that is the
    /// thing itself.
    pub fn shared_with_subjects(&self, member: usize, others: &Surroundings<'_>) -> usize {
        let common = &self.common[self.locals[member].source];
        self.shared(member, others) + common.iter().filter(|name| others.common.contains(name)).count()
    }
}

/// What the articles of one person speak of beside the person.
#[derive(Debug, Default)]
pub struct Surroundings<'a> {
    names: HashSet<(EntityKind, &'a str)>,
    common: HashSet<(EntityKind, &'a str)>,
    bodies: HashSet<&'a str>,
    roles: HashSet<&'a str>,
}

/// Whether few articles would name the same by chance: people in full, companies, bodies of one state that
/// are seldom in the news, smaller towns.
fn is_telling(local: &Local<'_>, called: &str) -> bool {
    let class = local.reference.and_then(gazetteer::get).map(|entry| (entry.class, entry.capital));
    match local.kind {
        EntityKind::Person => {
            let name = parse(called);
            name.has_full_given() && name.surname.is_some()
        }
        EntityKind::Organization => match class {
            Some((Class::National, _)) => !local.reference.is_some_and(|key| SEATS_OF_POWER.contains(&key)),
            Some((Class::Company, _)) => true,
            _ => local.reference.is_none() && local.particulars.body.is_none(),
        },
        EntityKind::Place => matches!(class, Some((Class::City, false))) || local.reference.is_none(),
    }
}

/// Bodies that half of the news names.
const SEATS_OF_POWER: &[&str] = &[
    "org:Белый дом",
    "org:Пентагон",
    "org:Кремль",
    "org:Госдума",
    "org:Совфед",
    "org:Бундестаг",
    "org:Рада",
    "org:Мажилис",
    "org:Госдеп",
    "org:ФСБ",
    "org:СК",
    "org:ВСУ",
];
