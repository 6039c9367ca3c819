//! People across articles: the same comparison of names as within one, over all names of the dossier.

use std::collections::BTreeMap;

use super::Cluster;
use super::gather::Local;
use crate::analysis::entities::{best_person, group};
use crate::analysis::{EntityKind, Join, JoinReason};

/// Groups the people among `members`. A family name alone joins the only person of the dossier that
/// it fits; where there are several it stays by itself.
pub fn join(locals: &[Local<'_>], members: Vec<usize>) -> Vec<Cluster> {
    let mut named: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    for member in members {
        let entry = named.entry(locals[member].name).or_default();
        // Articles count, not mentions: one long article does not settle a spelling.
        entry.0 += 1;
        entry.1.push(member);
    }
    let names: Vec<&str> = named.keys().copied().collect();
    let bearers: Vec<(usize, Vec<usize>)> = named.into_values().collect();
    let weights: Vec<usize> = bearers.iter().map(|bearer| bearer.0).collect();
    group(&names, &weights)
        .into_iter()
        .map(|found| {
            let best = best_person(&names, &weights, &found.members);
            let joins = found.joins.iter().map(|&(from, to, likeness)| Join {
                form: names[from].to_owned(),
                with: names[to].to_owned(),
                reason: JoinReason::from(likeness),
            });
            Cluster {
                kind: EntityKind::Person,
                name: names[best].to_owned(),
                reference: None,
                joins: joins.collect(),
                doubts: found
                    .doubts
                    .iter()
                    .map(|&(form, with, likeness)| (names[form].to_owned(), bearers[with].1[0], likeness.into()))
                    .collect(),
                members: found.members.iter().flat_map(|&name| bearers[name].1.iter().copied()).collect(),
            }
        })
        .collect()
}
