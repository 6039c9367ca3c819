//! Joins that were not made, across articles.

use std::collections::BTreeSet;

use crate::analysis::{Analysis, JoinReason};
use crate::dossier::model::{Candidate, Entity};

/// Fills in the doubts of every entity: those that its articles left open, and `open`, those that their
/// comparison did, for each entity. What other articles have decided since is left out.
pub fn collect(
    entities: &mut [Entity],
    analyses: &[Analysis],
    entity_of: &[Vec<usize>],
    open: Vec<Vec<(String, usize, JoinReason)>>,
) {
    let mut found: Vec<BTreeSet<(String, usize, JoinReason)>> =
        open.into_iter().map(|open| open.into_iter().collect()).collect();
    for (analysis, entity_of) in analyses.iter().zip(entity_of) {
        for (local, &entity) in analysis.entities.iter().zip(entity_of) {
            for doubt in &local.doubts {
                let named = |other: &crate::analysis::LocalEntity| other.kind == local.kind && other.name == doubt.with;
                let Some(other) = analysis.entities.iter().position(named) else { continue };
                found[entity].insert((doubt.form.clone(), entity_of[other], doubt.reason));
            }
        }
    }
    for (index, (entity, mut found)) in entities.iter_mut().zip(found).enumerate() {
        found.retain(|(_, other, _)| *other != index);
        let mut doubts: Vec<Candidate> = Vec::with_capacity(found.len());
        for (form, entity, reason) in found {
            if doubts.last().is_none_or(|last| last.form != form || last.entity != entity) {
                doubts.push(Candidate { form, entity, reason });
            }
        }
        entity.doubts = doubts;
    }
}
