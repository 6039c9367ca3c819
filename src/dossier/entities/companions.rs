//! Who appears with whom.

use rayon::prelude::*;

use crate::dossier::model::{Companion, Entity};

/// Companions kept for one entity.
const MOST: usize = 30;

/// Fills in the companions of every entity. One entity is counted at a time, so that no table of pairs
/// is ever held.
pub fn find(entities: &mut [Entity], sources: usize) {
    // Entities of each source, and of each sentence in order, each once.
    let mut in_source: Vec<Vec<usize>> = vec![Vec::new(); sources];
    let mut in_sentence: Vec<Vec<(usize, usize)>> = vec![Vec::new(); sources];
    for (index, entity) in entities.iter().enumerate() {
        for mention in &entity.mentions {
            if in_source[mention.source].last() != Some(&index) {
                in_source[mention.source].push(index);
            }
            in_sentence[mention.source].push((mention.sentence, index));
        }
    }
    for sentences in &mut in_sentence {
        sentences.sort_unstable();
        sentences.dedup();
    }
    let found: Vec<Vec<Companion>> = entities
        .par_iter()
        .enumerate()
        .map(|(index, entity)| of_one(index, entity, &in_source, &in_sentence))
        .collect();
    for (entity, companions) in entities.iter_mut().zip(found) {
        entity.companions = companions;
    }
}

fn of_one(
    index: usize,
    entity: &Entity,
    in_source: &[Vec<usize>],
    in_sentence: &[Vec<(usize, usize)>],
) -> Vec<Companion> {
    let mut sentences: Vec<(usize, usize)> =
        entity.mentions.iter().map(|mention| (mention.source, mention.sentence)).collect();
    sentences.dedup();
    let mut together: Vec<usize> = Vec::new();
    for (source, sentence) in sentences {
        let all = &in_sentence[source];
        let first = all.partition_point(|&(other, _)| other < sentence);
        together.extend(all[first..].iter().take_while(|found| found.0 == sentence).map(|found| found.1));
    }
    let shared = entity.sources().into_iter().flat_map(|source| in_source[source].iter().copied()).collect();
    let mut companions = counted(shared, |entity, sources| Companion { entity, sentences: 0, sources });
    for (entity, count) in counted(together, |entity, count| (entity, count)) {
        if let Ok(place) = companions.binary_search_by_key(&entity, |companion| companion.entity) {
            companions[place].sentences = count;
        }
    }
    companions.retain(|companion| companion.entity != index);
    companions.sort_by_key(|companion| {
        (std::cmp::Reverse(companion.sentences), std::cmp::Reverse(companion.sources), companion.entity)
    });
    companions.truncate(MOST);
    companions
}

/// Each value with how often it occurs, sorted by value.
fn counted<T>(mut values: Vec<usize>, make: impl Fn(usize, usize) -> T) -> Vec<T> {
    values.sort_unstable();
    values.chunk_by(|a, b| a == b).map(|run| make(run[0], run.len())).collect()
}
