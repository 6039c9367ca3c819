//! Texts and passages that stand in several sources.

use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::analysis::Analysis;
use crate::dossier::model::Copied;
use crate::similarity::{Passage, SHINGLE, Shelf, Words, share, sharing_passages};

/// Sources with one shingle that are compared all with all; of more, each with the next.
const WIDEST: usize = 64;

/// Share of one text in the other from which the two are told of.
const LEAST_SHARE: f64 = 0.2;

/// Words in a row that are told of by themselves: a sentence of news has about fifteen.
const LONG_PASSAGE: usize = 16;

/// Share of a sentence's words that must stand in the other text for the sentence to count as copied.
const LEAST_OF_SENTENCE: f64 = 0.6;

/// For each analysis, the others that share text with it, the closest first.
pub fn copies(analyses: &[Analysis]) -> Vec<Vec<Copied>> {
    let words: Vec<Words> = analyses.par_iter().map(|analysis| Words::of(&analysis.article.text)).collect();
    let pairs = sharing_passages(&words, WIDEST);
    let shelves: Vec<OnceLock<Shelf<'_>>> = words.iter().map(|_| OnceLock::new()).collect();
    let shelf = |source: usize| shelves[source].get_or_init(|| Shelf::new(&words[source]));
    let by_first: Vec<&[(usize, usize)]> = pairs.chunk_by(|x, y| x.0 == y.0).collect();
    let compared: Vec<Vec<(usize, Copied, Copied)>> = by_first
        .par_iter()
        .map(|pairs| {
            let a = pairs[0].0;
            let compare = |&(_, b): &(usize, usize)| {
                let text = |source: usize| (source, &analyses[source], &words[source], shelf(source));
                let (here, there) = compare(text(a), text(b))?;
                Some((b, here, there))
            };
            pairs.iter().filter_map(compare).collect()
        })
        .collect();
    let mut copies: Vec<Vec<Copied>> = vec![Vec::new(); analyses.len()];
    for (pairs, found) in by_first.iter().zip(compared) {
        for (b, of_a, of_b) in found {
            copies[pairs[0].0].push(of_a);
            copies[b].push(of_b);
        }
    }
    for copies in &mut copies {
        let weight = |copied: &Copied| copied.share.max(copied.share_of_other);
        copies.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.source.cmp(&b.source)));
    }
    copies
}

/// A source as others are compared with it.
type Text<'t> = (usize, &'t Analysis, &'t Words, &'t Shelf<'t>);

/// What two sources share, as each of them sees it; `None` when it is too little to tell.
fn compare((a, of_a, words_a, shelf_a): Text<'_>, (b, of_b, words_b, shelf_b): Text<'_>) -> Option<(Copied, Copied)> {
    let (most_of_a, most_of_b) = shelf_a.most_shared(shelf_b);
    let enough = |most: usize, words: &Words| most as f64 + 0.5 >= LEAST_SHARE * words.len() as f64;
    if !enough(most_of_a, words_a) && !enough(most_of_b, words_b) && most_of_b / SHINGLE + SHINGLE <= LONG_PASSAGE {
        return None;
    }
    let in_a = shelf_a.passages(shelf_b);
    let in_b = shelf_b.passages(shelf_a);
    let (share_of_a, share_of_b) = (share(&in_b, words_a), share(&in_a, words_b));
    let longest = in_b.iter().map(|passage| passage.here.len()).max().unwrap_or(0);
    if share_of_a.max(share_of_b) < LEAST_SHARE && longest < LONG_PASSAGE {
        return None;
    }
    let mut pairs = matching_sentences(of_a, words_a, &in_b, of_b, words_b);
    let back = matching_sentences(of_b, words_b, &in_a, of_a, words_a);
    pairs.extend(back.iter().map(|&(there, here)| (here, there)));
    pairs.sort_unstable();
    pairs.dedup();
    let mut turned: Vec<(usize, usize)> = pairs.iter().map(|&(here, there)| (there, here)).collect();
    turned.sort_unstable();
    Some((
        Copied { source: b, share: share_of_a, share_of_other: share_of_b, sentences: pairs },
        Copied { source: a, share: share_of_b, share_of_other: share_of_a, sentences: turned },
    ))
}

/// Each sentence that is mostly copied, with the sentence of the other text that has most of it.
fn matching_sentences(
    here: &Analysis,
    words: &Words,
    passages: &[Passage],
    there: &Analysis,
    other_words: &Words,
) -> Vec<(usize, usize)> {
    let of_other: Vec<Range<usize>> =
        there.sentences.iter().map(|sentence| other_words.within(sentence.span)).collect();
    let mut matching = Vec::new();
    let mut next = 0;
    for (index, sentence) in here.sentences.iter().enumerate() {
        let range = words.within(sentence.span);
        while passages.get(next).is_some_and(|passage| passage.here.end <= range.start) {
            next += 1;
        }
        let mut covered = 0;
        let mut best: Option<(usize, usize)> = None;
        for passage in passages[next..].iter().take_while(|passage| passage.here.start < range.end) {
            let part = passage.here.start.max(range.start)..passage.here.end.min(range.end);
            covered += part.len();
            let start = passage.there.start + (part.start - passage.here.start);
            let part_there = start..start + part.len();
            // The sentences of the other text that this part falls into.
            let first = of_other.partition_point(|other| other.end <= part_there.start);
            for (offset, other) in of_other[first..].iter().take_while(|other| other.start < part_there.end).enumerate()
            {
                let common = other.end.min(part_there.end) - other.start.max(part_there.start);
                if best.is_none_or(|(most, _)| common > most) {
                    best = Some((common, first + offset));
                }
            }
        }
        let enough = covered >= SHINGLE && covered as f64 >= LEAST_OF_SENTENCE * range.len() as f64;
        if let Some((_, other)) = best.filter(|_| enough) {
            matching.push((index, other));
        }
    }
    matching
}
