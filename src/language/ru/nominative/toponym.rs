//! What the names of towns and villages say of a place that the dictionary does not know.

use crate::language::ru::toponyms::{ending_shares, is_toponym};

/// How much likelier each of `nominatives` (lower case) is than the others, by which of them are names of towns or,
/// where none is, by how such names end. 1 where neither tells anything.
///
/// `known` is whether a dictionary has the form as some other word: then only the names themselves count.
pub fn support(nominatives: &[&str], known: bool) -> Vec<f64> {
    let listed: Vec<bool> = nominatives.iter().map(|name| is_toponym(name)).collect();
    if listed.contains(&true) {
        let likelier = if known { 6.0 } else { 20.0 };
        return listed.into_iter().map(|listed| if listed { likelier } else { 1.0 }).collect();
    }
    let even = vec![1.0; nominatives.len()];
    if known {
        return even;
    }
    let count = nominatives.len() as f64;
    ending_shares(nominatives)
        .map_or(even, |shares| shares.into_iter().map(|share| (share * count).clamp(0.1, 4.0)).collect())
}
