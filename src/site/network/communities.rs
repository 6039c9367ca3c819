//! Groups of names that stand together more than with others.
//!
//! Louvain's method (Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large
//! networks, 2008). Its gains are compared as whole numbers and its nodes visited in order, so that the
//! groups are the same on every machine.

use std::collections::BTreeMap;

/// The ties of each node: to which other node, and how strong.
pub type Ties = Vec<Vec<(usize, u64)>>;

/// The most times that nodes are moved on one level; each time brings less.
const ROUNDS: usize = 20;

/// For each node the number of its group. Groups are numbered by their first nodes; a node without ties
/// is a group of its own. `ties` lists each tie at both of its ends.
pub fn communities(ties: &Ties) -> Vec<usize> {
    let mut of: Vec<usize> = (0..ties.len()).collect();
    let mut level = Level { ties: ties.clone(), own: vec![0; ties.len()] };
    loop {
        let moved = level.groups();
        let count = moved.iter().max().map_or(0, |last| last + 1);
        for group in &mut of {
            *group = moved[*group];
        }
        if count == level.ties.len() {
            return of;
        }
        level = level.folded(&moved, count);
    }
}

/// The network at one level: its nodes are groups of the level before.
struct Level {
    ties: Ties,
    /// Twice the strength of the ties within each node.
    own: Vec<u64>,
}

impl Level {
    /// Moves each node to where it adds most to the modularity, until none moves.
    fn groups(&self) -> Vec<usize> {
        let degree: Vec<u64> = self
            .ties
            .iter()
            .zip(&self.own)
            .map(|(ties, own)| own + ties.iter().map(|tie| tie.1).sum::<u64>())
            .collect();
        let all = i128::from(degree.iter().sum::<u64>());
        let mut group: Vec<usize> = (0..degree.len()).collect();
        let mut total = degree.clone();
        for _ in 0..ROUNDS {
            let mut is_settled = true;
            for node in 0..degree.len() {
                let mut near: BTreeMap<usize, u64> = BTreeMap::from([(group[node], 0)]);
                for &(other, strength) in &self.ties[node] {
                    *near.entry(group[other]).or_default() += strength;
                }
                total[group[node]] -= degree[node];
                let gain = |group: usize, strength: u64| {
                    i128::from(strength) * all - i128::from(total[group]) * i128::from(degree[node])
                };
                let mut best = (group[node], gain(group[node], near[&group[node]]));
                for (&other, &strength) in &near {
                    let gained = gain(other, strength);
                    if gained > best.1 {
                        best = (other, gained);
                    }
                }
                is_settled &= best.0 == group[node];
                group[node] = best.0;
                total[best.0] += degree[node];
            }
            if is_settled {
                break;
            }
        }
        renumbered(&group)
    }

    /// The next level: each of the `count` groups becomes one node.
    fn folded(&self, group: &[usize], count: usize) -> Self {
        let mut folded: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); count];
        let mut own = vec![0; count];
        for (node, ties) in self.ties.iter().enumerate() {
            own[group[node]] += self.own[node];
            for &(other, strength) in ties {
                if group[other] == group[node] {
                    own[group[node]] += strength;
                } else {
                    *folded[group[node]].entry(group[other]).or_default() += strength;
                }
            }
        }
        Self { ties: folded.into_iter().map(|ties| ties.into_iter().collect()).collect(), own }
    }
}

/// The same groups, numbered in order of their first nodes.
fn renumbered(group: &[usize]) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    group
        .iter()
        .map(|group| {
            let next = numbers.len();
            *numbers.entry(*group).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ties(count: usize, pairs: &[(usize, usize, u64)]) -> Ties {
        let mut ties = vec![Vec::new(); count];
        for &(a, b, strength) in pairs {
            ties[a].push((b, strength));
            ties[b].push((a, strength));
        }
        ties
    }

    #[test]
    fn cliques_joined_by_a_bridge_are_two_groups() {
        let pairs = [(0, 1, 2), (1, 2, 2), (0, 2, 2), (3, 4, 2), (4, 5, 2), (3, 5, 2), (2, 3, 1)];
        assert_eq!(communities(&ties(7, &pairs)), [0, 0, 0, 1, 1, 1, 2]);
    }

    #[test]
    fn a_ring_of_cliques_falls_into_its_cliques() {
        let mut pairs = Vec::new();
        for clique in 0..8 {
            let at = clique * 4;
            for (a, b) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
                pairs.push((at + a, at + b, 3));
            }
            pairs.push((at + 3, (at + 4) % 32, 1));
        }
        let found = communities(&ties(32, &pairs));
        assert!((0..32).all(|node| found[node] == node / 4), "{found:?}");
    }
}
