//! The people of one article.

use super::canonical::best_person;
use super::{Form, Found, group as group_names};
use crate::analysis::model::{Join, JoinReason};
use crate::language::EntityKind;

pub fn group(forms: &[Form]) -> Vec<Found> {
    let people: Vec<usize> = (0..forms.len()).filter(|&index| forms[index].kind == EntityKind::Person).collect();
    let names: Vec<&str> = people.iter().map(|&index| forms[index].text.as_str()).collect();
    let weights: Vec<usize> = people.iter().map(|&index| forms[index].names.len()).collect();
    // «Его брат Владимир» is not the only Владимир of the article who has a surname; nor is the town.
    let is_place = |text: &str| forms.iter().any(|form| form.kind == EntityKind::Place && form.text == text);
    let by_given = |name: usize| !forms[people[name]].related && !is_place(names[name]);
    let gender = |name: usize| forms[people[name]].gender;
    let place = |name: usize| {
        let names = &forms[people[name]].names;
        Some((*names.first()?, *names.last()?))
    };
    group_names(&names, &weights, by_given, gender, place)
        .into_iter()
        .map(|found| {
            let best = best_person(&names, &weights, &found.members);
            let join = |&(from, to, likeness): &(usize, usize, _)| Join {
                form: names[from].to_owned(),
                with: names[to].to_owned(),
                reason: JoinReason::from(likeness),
            };
            Found {
                kind: EntityKind::Person,
                name: super::calm(names[best]),
                reference: None,
                joins: found.joins.iter().map(join).collect(),
                doubts: found
                    .doubts
                    .iter()
                    .map(|&(form, with, likeness)| (people[form], people[with], JoinReason::from(likeness)))
                    .collect(),
                members: found.members.iter().map(|&member| people[member]).collect(),
            }
        })
        .collect()
}
