//! What articles have in common beside a name: the people, companies and towns that few others speak
//! of, and what they call a person.

use std::collections::{BTreeMap, HashSet};

use super::gather::Local;
use crate::analysis::EntityKind;
use crate::language::gazetteer::{self, Class};
use crate::language::person_name::parse;

/// What articles speak of, for all articles of a dossier.
pub struct Context<'a> {
    locals: &'a [Local<'a>],
    /// For each article the telling names in it.
    telling: Vec<Vec<(EntityKind, &'a str)>>,
}

impl<'a> Context<'a> {
    pub fn new(locals: &'a [Local<'a>]) -> Self {
        let sources = locals.iter().map(|local| local.source + 1).max().unwrap_or(0);
        let mut telling: Vec<Vec<(EntityKind, &str)>> = vec![Vec::new(); sources];
        let mut count: BTreeMap<(EntityKind, &str), usize> = BTreeMap::new();
        for local in locals.iter().filter(|local| is_telling(local)) {
            let name = (local.kind, local.name);
            telling[local.source].push(name);
            *count.entry(name).or_default() += 1;
        }
        // What every tenth article speaks of joins nothing.
        let most = (sources / 10).max(5);
        for names in &mut telling {
            names.retain(|name| count[name] <= most);
        }
        Self { locals, telling }
    }

    /// What the articles of one person, given as its members, speak of.
    pub fn of(&self, members: &[usize]) -> Surroundings<'a> {
        let mut found = Surroundings::default();
        for local in members.iter().map(|&member| &self.locals[member]) {
            found.names.extend(&self.telling[local.source]);
            // «депутат» alone is said of many.
            let roles = local.roles.iter().map(|role| role.text.as_str());
            found.roles.extend(roles.filter(|role| role.contains(' ')));
        }
        for &member in members {
            found.names.remove(&(EntityKind::Person, self.locals[member].name));
        }
        found
    }

    /// Whether the article of the vaguely named `member` speaks of something in `others`, or gives the
    /// person the same role.
    pub fn shares(&self, member: usize, others: &Surroundings<'_>) -> bool {
        let own = &self.locals[member];
        self.telling[own.source].iter().any(|name| others.names.contains(name))
            || own.roles.iter().any(|role| others.roles.contains(role.text.as_str()))
    }
}

/// What the articles of one person speak of beside the person.
#[derive(Debug, Default)]
pub struct Surroundings<'a> {
    names: HashSet<(EntityKind, &'a str)>,
    roles: HashSet<&'a str>,
}

/// Whether few articles would name the same by chance: people in full, companies, smaller towns.
fn is_telling(local: &Local<'_>) -> bool {
    let class = local.reference.and_then(gazetteer::get).map(|entry| (entry.class, entry.capital));
    match local.kind {
        EntityKind::Person => {
            let name = parse(local.name);
            name.has_full_given() && name.surname.is_some()
        }
        EntityKind::Organization => local.reference.is_none() || matches!(class, Some((Class::Company, _))),
        EntityKind::Place => matches!(class, Some((Class::City, false))) || local.reference.is_none(),
    }
}
