//! Offices and occupations across articles.

use std::collections::BTreeSet;

use crate::analysis::Analysis;
use crate::dossier::model::{DatedRole, Entity};

/// Fills in the roles of every entity: each once for each source, at its first sentence there.
pub fn collect(entities: &mut [Entity], analyses: &[Analysis], entity_of: &[Vec<usize>]) {
    let mut seen: BTreeSet<(usize, &str)> = BTreeSet::new();
    for (source, analysis) in analyses.iter().enumerate() {
        seen.clear();
        for (local, &entity) in analysis.entities.iter().zip(&entity_of[source]) {
            for role in &local.roles {
                if seen.insert((entity, &role.text)) {
                    let text = role.text.clone();
                    entities[entity].roles.push(DatedRole { text, source, sentence: role.sentence });
                }
            }
        }
    }
}
