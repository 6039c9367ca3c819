//! Joins entities of one name.
use std::collections::BTreeMap;

use super::model::{Alias, Entity, MentionRef};
use crate::analysis::Analysis;
use crate::slug;

/// Entities of all analyses.
pub fn resolve(analyses: &[Analysis]) -> (Vec<Entity>, Vec<Vec<usize>>) {
    let mut known = BTreeMap::new();
    let mut entities: Vec<Entity> = Vec::new();
    let mut taken = Default::default();
    let mut of = Vec::new();
    for (source, analysis) in analyses.iter().enumerate() {
        let map: Vec<usize> = analysis
            .entities
            .iter()
            .map(|local| {
                *known.entry((local.name.clone(), local.kind)).or_insert_with(|| {
                    let id = slug::unique(&slug::slugify(&local.name), &mut taken);
                    entities.push(Entity {
                        id,
                        name: local.name.clone(),
                        kind: local.kind,
                        aliases: vec![Alias { form: local.name.clone(), count: 1 }],
                        mentions: vec![],
                        companions: vec![],
                    });
                    entities.len() - 1
                })
            })
            .collect();
        for (index, mention) in analysis.mentions.iter().enumerate() {
            let sentence = analysis.sentences.iter().position(|s| s.span.contains(mention.span)).unwrap_or(0);
            entities[map[mention.entity]].mentions.push(MentionRef { source, mention: index, sentence });
        }
        of.push(map);
    }
    (entities, of)
}
