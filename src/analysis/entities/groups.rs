//! People's names into people: full names first, then what is shorter where only one fits.

use crate::language::person_name::{Likeness, PersonName, Relation, parse, relate};

/// One person among names.
#[derive(Debug, Clone, Default)]
pub struct Grouping {
    /// Indexes of the names, the one that the group began with first.
    pub members: Vec<usize>,
    /// For each member but the first, the member it was joined to and why.
    pub joins: Vec<(usize, usize, Likeness)>,
    /// Where a member fits others as well and nothing decides: the member, the name in the other group
    /// that it is most like, and why.
    pub doubts: Vec<(usize, usize, Likeness)>,
}

/// Groups names (in the nominative) that are one person's. `weights` say how often each is used, so
/// that the most usual spelling leads. A short name that fits several people stays by itself.
///
/// Compares only names that share a family name (or first name) up to spelling, so that the cost grows
/// with the names, not with their square.
pub fn group(names: &[&str], weights: &[usize]) -> Vec<Grouping> {
    let parsed: Vec<PersonName> = names.iter().map(|name| parse(name)).collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    // The fullest first; among equals the most usual, then the alphabet, never the order given.
    order.sort_by_key(|&index| {
        (std::cmp::Reverse(rank(&parsed[index])), std::cmp::Reverse(weights[index]), names[index])
    });
    let mut groups: Vec<Grouping> = Vec::new();
    let mut by_block: std::collections::BTreeMap<String, Vec<usize>> = std::collections::BTreeMap::new();
    for index in order {
        let blocks = parsed[index].block();
        let mut candidates: Vec<usize> =
            blocks.iter().flat_map(|block| by_block.get(block)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let fitting: Vec<(usize, usize, Likeness)> = candidates
            .into_iter()
            .filter_map(|group| {
                fits(&parsed, index, &groups[group]).map(|(member, likeness)| (group, member, likeness))
            })
            .collect();
        let chosen = match fitting.as_slice() {
            [only] => Some(*only),
            // The very same words are one person, whoever else could be meant.
            several => several.iter().find(|found| found.2 <= Likeness::Spelling).copied(),
        };
        let group = match chosen {
            Some((group, member, likeness)) => {
                groups[group].members.push(index);
                groups[group].joins.push((index, member, likeness));
                group
            }
            None => {
                let doubts = fitting.iter().map(|&(_, member, likeness)| (index, member, likeness)).collect();
                groups.push(Grouping { members: vec![index], joins: Vec::new(), doubts });
                groups.len() - 1
            }
        };
        for block in own_blocks(&parsed[index]) {
            let known = by_block.entry(block).or_default();
            if !known.contains(&group) {
                known.push(group);
            }
        }
    }
    groups
}

/// Full names before initials, initials before lone words.
fn rank(name: &PersonName) -> (usize, usize) {
    let class = match (name.has_full_given(), name.surname.is_some() && !name.ambiguous, name.given.is_empty()) {
        (true, true, _) => 3,
        (false, true, false) => 2,
        (true, false, _) => 1,
        _ => 0,
    };
    (class, name.fullness())
}

/// The keys under which a group can be found: by family name, and by first name for those who are
/// called by it alone.
fn own_blocks(name: &PersonName) -> Vec<String> {
    let mut blocks = name.block();
    if name.has_full_given() {
        blocks.extend(name.given.first().map(|given| crate::language::person_name::skeleton(given)));
    }
    blocks
}

/// The member that the name is most like, when it can be the same person as every member.
fn fits(parsed: &[PersonName], index: usize, group: &Grouping) -> Option<(usize, Likeness)> {
    let mut best: Option<(usize, Likeness)> = None;
    for &member in &group.members {
        match relate(&parsed[index], &parsed[member]) {
            Relation::Compatible(likeness) => {
                if best.is_none_or(|(_, found)| likeness < found) {
                    best = Some((member, likeness));
                }
            }
            Relation::Different(crate::language::person_name::Difference::Nothing) => {}
            Relation::Different(_) => return None,
        }
    }
    best
}
