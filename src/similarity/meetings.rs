//! Which of many texts may share a passage with which.

use rayon::prelude::*;

use super::words::Words;

/// Words within which two shingles belong to one passage: a passage of twenty words nearly always leaves
/// two sampled ones.
const REACH: u32 = 32;

/// By how many words a passage may have grown or shrunk between two shingles: an editor changes some.
const SHIFT: u32 = 6;

/// Words in a row that are more than a phrase.
const MORE_THAN_A_PHRASE: usize = 9;

/// One in so many of a text's sampled shingles: sharing these with another, in phrases of whatever length,
/// a text is that text rewritten.
const REWRITTEN: usize = 8;

/// Every pair of texts that share a passage by all appearance: two sampled shingles near each other in both,
/// and either a run of words that is more than a phrase or many shingles. The lower number first, sorted.
///
/// Phrases that many have («как сообщает пресс-служба министерства») pair no texts by themselves. Of more
/// than `widest` texts with one shingle each is paired with the next only, so that a report printed a
/// thousand times costs a thousand pairs and still holds together.
pub fn sharing_passages(texts: &[Words], widest: usize) -> Vec<(usize, usize)> {
    let traces: Vec<Vec<(u64, u32)>> = texts.par_iter().map(Words::traces).collect();
    let mut entries: Vec<(u64, u32, u32)> = Vec::with_capacity(traces.iter().map(Vec::len).sum());
    for (text, traces) in traces.iter().enumerate() {
        entries.extend(traces.iter().map(|&(hash, at)| (hash, text as u32, at)));
    }
    entries.sort_unstable();
    let mut met: Vec<Meeting> = Vec::new();
    for having in entries.chunk_by(|a, b| a.0 == b.0) {
        let reach = if having.len() <= widest { having.len() } else { 2 };
        for (at, &(_, a, place)) in having.iter().enumerate() {
            let others = having[at + 1..].iter().take(reach - 1);
            met.extend(others.map(|&(_, b, there)| (a, b, place, there)));
        }
    }
    met.sort_unstable();
    let share = |places: &[Meeting]| {
        let (a, b) = (places[0].0 as usize, places[0].1 as usize);
        let rewritten = places.len() * REWRITTEN >= traces[a].len().min(traces[b].len());
        let long = |place: &Meeting| texts[a].run(place.2, &texts[b], place.3) >= MORE_THAN_A_PHRASE;
        in_a_row(places) && (rewritten || places.iter().any(long))
    };
    let pairs: Vec<&[Meeting]> = met.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)).collect();
    let shared = pairs.par_iter().filter(|places| share(places));
    shared.map(|places| (places[0].0 as usize, places[0].1 as usize)).collect()
}

/// Two texts, and the number of the word at which a shingle of both begins in each.
type Meeting = (u32, u32, u32, u32);

/// Whether two of the places (of two texts, in the order of the first) are near each other in both texts.
fn in_a_row(places: &[Meeting]) -> bool {
    places.iter().enumerate().any(|(at, &(_, _, here, there))| {
        let mut after = places[at + 1..].iter().take_while(|place| place.2 <= here + REACH);
        after.any(|place| (place.2 - here).abs_diff(place.3.wrapping_sub(there)) <= SHIFT)
    })
}
