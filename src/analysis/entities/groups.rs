//! People's names into people: full names first, then what is shorter where only one fits.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::person_name::{Difference, Likeness, PersonName, Relation, fold, parse, relate};
use crate::language::ru::morphology::Gender;

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
/// that the most usual spelling leads. A short name that fits several people stays by itself, and so
/// does a first name alone where `by_given` (asked with its index) does not allow it to join a full one, nor a family
/// name alone that stands before such a full one. `gender`
/// (asked likewise) says what the text tells of a bearer whose name tells nothing, and `place` where a name stands:
/// the numbers of its first and its last mention, where the names are of one text.
///
/// Compares only names that share a family name (or first name) up to spelling, so that the cost grows
/// with the names, not with their square.
pub fn group(
    names: &[&str],
    weights: &[usize],
    by_given: impl Fn(usize) -> bool,
    gender: impl Fn(usize) -> Option<Gender>,
    place: impl Fn(usize) -> Option<(usize, usize)>,
) -> Vec<Grouping> {
    let mut parsed: Vec<PersonName> = names.iter().map(|name| parse(name)).collect();
    for (index, name) in parsed.iter_mut().enumerate() {
        name.gender = name.gender.or_else(|| gender(index));
    }
    note_first_names(&mut parsed);
    let mut order: Vec<usize> = (0..names.len()).collect();
    // The fullest first; among equals the most usual, then the alphabet, never the order given.
    order.sort_by_key(|&index| {
        (std::cmp::Reverse(rank(&parsed[index])), std::cmp::Reverse(weights[index]), names[index])
    });
    let mut groups: Vec<Grouping> = Vec::new();
    let mut by_block: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for index in order {
        let blocks = parsed[index].block();
        let mut candidates: Vec<usize> =
            blocks.iter().flat_map(|block| by_block.get(block)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let fitting: Vec<Fit> = candidates
            .into_iter()
            .filter_map(|group| {
                let (member, likeness, sure) = fits(&parsed, index, &groups[group])?;
                // «Смирнова поспорила … Её однофамилица Ольга Смирнова»: there are two.
                let is_other =
                    likeness == Likeness::SurnameOnly && !by_given(member) && precedes(&place, index, member);
                let sure = sure && !is_other && (likeness < Likeness::GivenOnly || by_given(index));
                Some(Fit { group, member, likeness, sure })
            })
            .collect();
        let chosen = choose(&parsed, index, &fitting, &groups)
            .or_else(|| only_introduced(&parsed[index], index, &fitting, &groups, &place));
        let group = match chosen {
            Some(Fit { group, member, likeness, .. }) => {
                groups[group].members.push(index);
                groups[group].joins.push((index, member, likeness));
                group
            }
            None => {
                let doubts = fitting.iter().map(|fit| (index, fit.member, fit.likeness)).collect();
                groups.push(Grouping { members: vec![index], joins: Vec::new(), doubts });
                groups.len() - 1
            }
        };
        for block in own_blocks(&parsed[index]) {
            by_block.entry(block).or_default().insert(group);
        }
    }
    groups
}

/// A lone word that is the first name of somebody named in full here may be a first name, though no dictionary
/// has it: «Салтанат» beside «Салтанат Нукенова».
fn note_first_names(parsed: &mut [PersonName]) {
    let given: BTreeSet<String> = parsed
        .iter()
        .filter(|name| name.surname.is_some() && name.has_full_given())
        .filter_map(|name| name.given.first().map(|given| fold(given)))
        .collect();
    for name in parsed.iter_mut().filter(|name| name.given.is_empty() && name.patronymic.is_none()) {
        name.ambiguous |= name.surname.as_deref().is_some_and(|word| given.contains(&fold(word)));
    }
}

/// What would speak for `name` being the person of all of `others`; `None` when it cannot be.
pub fn likeness(name: &str, others: &[&str]) -> Option<Likeness> {
    let parsed: Vec<PersonName> = std::iter::once(&name).chain(others).map(|name| parse(name)).collect();
    let group = Grouping { members: (1..parsed.len()).collect(), ..Grouping::default() };
    fits(&parsed, 0, &group).map(|(_, likeness, _)| likeness)
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

/// A group that a name can belong to.
#[derive(Debug, Clone, Copy)]
struct Fit {
    group: usize,
    /// The member that the name is most like.
    member: usize,
    likeness: Likeness,
    /// Whether nothing speaks against it.
    sure: bool,
}

/// The group that the name at `index` belongs to, when the names decide.
fn choose(parsed: &[PersonName], index: usize, fitting: &[Fit], groups: &[Grouping]) -> Option<Fit> {
    if let [only] = fitting {
        return Some(*only).filter(|fit| fit.sure);
    }
    // The very same words are one person, whoever else could be meant.
    let same = fitting.iter().find(|fit| fit.sure && fit.likeness <= Likeness::Spelling);
    if same.is_some() {
        return same.copied();
    }
    let name = &parsed[index];
    let members = |fit: &Fit| groups[fit.group].members.iter().map(|&member| &parsed[member]);
    let only = |told: &dyn Fn(&Fit) -> bool| {
        let mut found = fitting.iter().filter(|fit| told(fit));
        found.next().filter(|first| first.sure && found.next().is_none()).copied()
    };
    // «С. И. Петров» is Сергей Иванович before a Сергей Петров of whom no more is known.
    if name.patronymic.is_some() {
        return only(&|fit| members(fit).any(|member| member.patronymic.is_some()));
    }
    if name.generation.is_some() {
        return only(&|fit| members(fit).any(|member| member.generation == name.generation));
    }
    // «Трамп» beside Дональд Трамп and Дональд Трамп-младший is the father: the son is called so. Where
    // the father is marked as well, or there are several sons, the name tells nothing.
    let marked = |fit: &Fit| members(fit).find_map(|member| member.generation.as_deref());
    let sons = fitting.iter().filter_map(marked).filter(|generation| is_son(generation)).count();
    let others = fitting.iter().filter(|fit| marked(fit).is_none()).count();
    (sons == 1 && others == 1 && fitting.len() == 2).then(|| only(&|fit| marked(fit).is_none())).flatten()
}

/// «Его брат Андрей Пушкарёв» comes only after «Пушкарёва обвиняют»: of several bearers of a family name that stands
/// alone, the only one whom the text has named by then, where it names all others later.
fn only_introduced(
    name: &PersonName,
    index: usize,
    fitting: &[Fit],
    groups: &[Grouping],
    place: &impl Fn(usize) -> Option<(usize, usize)>,
) -> Option<Fit> {
    let (first, last) = place(index).filter(|_| name.given.is_empty() && !name.ambiguous)?;
    let begins = |fit: &Fit| groups[fit.group].members.iter().filter_map(|&member| place(member)).map(|it| it.0).min();
    let (before, after): (Vec<&Fit>, Vec<&Fit>) =
        fitting.iter().partition(|fit| begins(fit).is_some_and(|begins| begins < first));
    let [only] = before[..] else { return None };
    let is_later = |fit: &&Fit| begins(fit).is_some_and(|begins| begins > last);
    (only.sure && only.likeness == Likeness::SurnameOnly && after.iter().all(is_later)).then_some(*only)
}

/// Whether the first mention of one name stands before that of the other.
fn precedes(place: &impl Fn(usize) -> Option<(usize, usize)>, one: usize, other: usize) -> bool {
    place(one).zip(place(other)).is_some_and(|(one, other)| one.0 < other.0)
}

/// Whether the mark says that the bearer is a father's namesake.
fn is_son(generation: &str) -> bool {
    matches!(generation, "младший" | "мл." | "jr" | "jr." | "junior")
}

/// The member that the name is most like, when it can be the same person as every member, and whether
/// it can without a doubt.
fn fits(parsed: &[PersonName], index: usize, group: &Grouping) -> Option<(usize, Likeness, bool)> {
    let mut best: Option<(usize, Likeness)> = None;
    let mut sure = true;
    for &member in &group.members {
        let likeness = match relate(&parsed[index], &parsed[member]) {
            Relation::Compatible(likeness) => likeness,
            Relation::Doubtful(likeness) => {
                sure = false;
                likeness
            }
            Relation::Different(Difference::Nothing) => continue,
            Relation::Different(_) => return None,
        };
        if best.is_none_or(|(_, found)| likeness < found) {
            best = Some((member, likeness));
        }
    }
    best.map(|(member, likeness)| (member, likeness, sure))
}
