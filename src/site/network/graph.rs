//! Who stands in a sentence with whom, in all published sources.

use std::collections::BTreeMap;

use super::communities::communities;
use crate::site::view::View;

/// Names and ties.
pub struct Graph {
    /// The strongest tied first.
    pub names: Vec<Name>,
    /// The strongest first.
    pub ties: Vec<Tie>,
    /// How many groups there are. They are numbered by the strength of their names together.
    pub groups: usize,
}

/// A name that stands with another.
pub struct Name {
    /// Index in the dossier.
    pub entity: usize,
    /// In how many sentences it stands with each other name, added up.
    pub strength: usize,
    /// The number of its group.
    pub group: usize,
}

/// Two names that stand together, as indexes in [`Graph::names`], the smaller first.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    pub a: usize,
    pub b: usize,
    /// In how many sentences they stand together.
    pub sentences: usize,
    /// In how many sources both are named.
    pub sources: usize,
}

impl Graph {
    /// The network of all entities with a page.
    pub fn new(view: &View<'_>) -> Self {
        let mut pairs: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
        for (index, entity) in view.dossier.entities.iter().enumerate().filter(|(index, _)| view.has_page(*index)) {
            for companion in entity.companions.iter().filter(|it| it.sentences > 0 && view.has_page(it.entity)) {
                let pair = (index.min(companion.entity), index.max(companion.entity));
                pairs.insert(pair, (companion.sentences, companion.sources));
            }
        }
        let mut strength: BTreeMap<usize, usize> = BTreeMap::new();
        for (&(a, b), &(sentences, _)) in &pairs {
            *strength.entry(a).or_default() += sentences;
            *strength.entry(b).or_default() += sentences;
        }
        let mut names: Vec<Name> =
            strength.into_iter().map(|(entity, strength)| Name { entity, strength, group: 0 }).collect();
        // Stable: of equals, the more widely reported stays first.
        names.sort_by_key(|name| std::cmp::Reverse(name.strength));
        let number: BTreeMap<usize, usize> =
            names.iter().enumerate().map(|(index, name)| (name.entity, index)).collect();
        let mut ties: Vec<Tie> = pairs
            .into_iter()
            .map(|((a, b), (sentences, sources))| {
                let (a, b) = (number[&a], number[&b]);
                Tie { a: a.min(b), b: a.max(b), sentences, sources }
            })
            .collect();
        ties.sort_by_key(|tie| (std::cmp::Reverse((tie.sentences, tie.sources)), tie.a, tie.b));
        let mut graph = Self { names, ties, groups: 0 };
        graph.find_groups();
        graph
    }

    fn find_groups(&mut self) {
        let mut ties = vec![Vec::new(); self.names.len()];
        for tie in &self.ties {
            ties[tie.a].push((tie.b, tie.sentences as u64));
            ties[tie.b].push((tie.a, tie.sentences as u64));
        }
        let found = communities(&ties);
        let mut strength: BTreeMap<usize, usize> = BTreeMap::new();
        for (name, group) in self.names.iter().zip(&found) {
            *strength.entry(*group).or_default() += name.strength;
        }
        let mut order: Vec<(usize, usize)> = strength.into_iter().collect();
        order.sort_by_key(|&(group, strength)| (std::cmp::Reverse(strength), group));
        self.groups = order.len();
        let number: BTreeMap<usize, usize> =
            order.iter().enumerate().map(|(number, &(group, _))| (group, number)).collect();
        for (name, group) in self.names.iter_mut().zip(found) {
            name.group = number[&group];
        }
    }
}
