//! Which of many texts may share a passage with which.

use std::ops::Range;

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

/// Texts whose meetings with others are gathered at a time.
const BLOCK: u32 = 256;

/// Every pair of texts that share a passage by all appearance: two sampled shingles near each other in both,
/// and either a run of words that is more than a phrase or many shingles. The lower number first, sorted.
///
/// Phrases that many have («как сообщает пресс-служба министерства») pair no texts by themselves. Of more
/// than `widest` texts with one shingle each is paired with the next only, so that a report printed a
/// thousand times costs a thousand pairs and still holds together.
pub fn sharing_passages(texts: &[Words], widest: usize) -> Vec<(usize, usize)> {
    let traces: Vec<Vec<(u64, u32)>> = texts.par_iter().map(Words::traces).collect();
    let mut entries: Vec<Entry> = Vec::with_capacity(traces.iter().map(Vec::len).sum());
    for (text, traces) in traces.iter().enumerate() {
        entries.extend(traces.iter().map(|&(hash, at)| (hash, text as u32, at)));
    }
    entries.sort_unstable();
    let shared: Vec<&[Entry]> = entries.chunk_by(|a, b| a.0 == b.0).filter(|having| having.len() > 1).collect();
    let share = |places: &[Meeting]| {
        let (a, b) = (places[0].0 as usize, places[0].1 as usize);
        let rewritten = places.len() * REWRITTEN >= traces[a].len().min(traces[b].len());
        let long = |place: &Meeting| texts[a].run(place.2, &texts[b], place.3) >= MORE_THAN_A_PHRASE;
        in_a_row(places) && (rewritten || places.iter().any(long))
    };
    // Texts that have much in common meet millions of times: never are all these meetings held at once.
    let blocks: Vec<u32> = (0..texts.len() as u32).step_by(BLOCK as usize).collect();
    let of_block = |&first: &u32| {
        let met = meetings(&shared, first..first + BLOCK, widest);
        let pairs = met.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)).filter(|places| share(places));
        pairs.map(|places| (places[0].0 as usize, places[0].1 as usize)).collect::<Vec<_>>()
    };
    blocks.par_iter().with_max_len(1).flat_map_iter(of_block).collect()
}

/// Where texts of `firsts` meet later ones, sorted; `shared` has the texts with each shingle, in order.
fn meetings(shared: &[&[Entry]], firsts: Range<u32>, widest: usize) -> Vec<Meeting> {
    let mut met: Vec<Meeting> = Vec::new();
    for having in shared {
        let reach = if having.len() <= widest { having.len() } else { 2 };
        let before = |text: u32| having.partition_point(|entry| entry.1 < text);
        for at in before(firsts.start)..before(firsts.end) {
            let (_, a, place) = having[at];
            let others = having[at + 1..].iter().take(reach - 1);
            met.extend(others.map(|&(_, b, there)| (a, b, place, there)));
        }
    }
    met.sort_unstable();
    met
}

/// A sampled shingle, the text that has it, and the number of the word that it begins at there.
type Entry = (u64, u32, u32);

/// Two texts, and the number of the word at which a shingle of both begins in each.
type Meeting = (u32, u32, u32, u32);

/// Whether two of the places (of two texts, in the order of the first) are near each other in both texts.
fn in_a_row(places: &[Meeting]) -> bool {
    places.iter().enumerate().any(|(at, &(_, _, here, there))| {
        let mut after = places[at + 1..].iter().take_while(|place| place.2 <= here + REACH);
        after.any(|place| (place.2 - here).abs_diff(place.3.wrapping_sub(there)) <= SHIFT)
    })
}
