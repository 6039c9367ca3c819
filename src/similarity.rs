//! How much of one text stands in another, word for word.
//!
//! Texts are compared as runs of words: letters and digits in lower case, ё as е, whatever stands between
//! them. A **shingle** is [`SHINGLE`] words in a row. To find candidates among many texts each is known by
//! a **sketch**: every shingle whose hash falls into a fixed quarter (scaled MinHash: Irber et al.,
//! "Lightweight compositional analysis of metagenomes with FracMinHash and minimum metagenome covers", 2022),
//! so that a passage of thirty words leaves its trace in both sketches wherever it stands. What the
//! candidates really share is then read off their words.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::span::Span;

/// Words in a shingle: fewer are common by chance («президент Казахстана Касым-Жомарт Токаев»), more are
/// lost with every word that an editor changes.
pub const SHINGLE: usize = 5;

/// One shingle in so many is in a sketch.
const SAMPLED: u64 = 4;

/// Places of one shingle that are tried in a text: a chorus repeats itself.
const PLACES: usize = 8;

/// A text as words that can be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Where each word stands, in bytes.
    pub spans: Vec<Span>,
    hashes: Vec<u64>,
}

impl Words {
    /// The words of `text`. A hyphen or an apostrophe between letters is part of a word.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        let mut open: Option<(usize, u64)> = None;
        let mut letters = text.char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            let joins = matches!(c, '-' | '\'' | '’' | '‑')
                && open.is_some()
                && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            // A combining mark (й as two characters in NFD, a stress mark) neither counts nor parts.
            if joins || is_mark(c) {
                continue;
            }
            if c.is_alphanumeric() {
                let (start, mut hash) = open.unwrap_or((at, FNV_OFFSET));
                for lower in c.to_lowercase() {
                    hash = fnv(hash, if lower == 'ё' { 'е' } else { lower });
                }
                open = Some((start, hash));
            } else if let Some((start, hash)) = open.take() {
                words.push(start, at, hash);
            }
        }
        if let Some((start, hash)) = open {
            words.push(start, text.len(), hash);
        }
        words
    }

    fn push(&mut self, start: usize, end: usize, hash: u64) {
        self.spans.push(Span::new(start, end));
        self.hashes.push(hash);
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The hash of every run of [`SHINGLE`] words, in order.
    fn shingles(&self) -> impl Iterator<Item = u64> + '_ {
        self.hashes.windows(SHINGLE).map(|words| words.iter().fold(0, |hash, word| mix(hash ^ word)))
    }

    /// The sampled shingles, sorted, each once.
    pub fn sketch(&self) -> Vec<u64> {
        self.traces().into_iter().map(|(hash, _)| hash).collect()
    }

    /// The sampled shingles with the number of the word each begins at, sorted; of a shingle that comes back
    /// in the text, the first.
    fn traces(&self) -> Vec<(u64, u32)> {
        let numbered = self.shingles().enumerate().map(|(at, hash)| (hash, at as u32));
        let mut sampled: Vec<(u64, u32)> = numbered.filter(|(hash, _)| hash % SAMPLED == 0).collect();
        sampled.sort_unstable();
        sampled.dedup_by_key(|&mut (hash, _)| hash);
        sampled
    }

    /// How many words in a row are the same round word `here` and word `there` of another text.
    fn run(&self, here: u32, other: &Self, there: u32) -> usize {
        let (here, there) = (here as usize, there as usize);
        let before = self.hashes[..here].iter().rev().zip(other.hashes[..there].iter().rev());
        common(&self.hashes[here..], &other.hashes[there..]) + before.take_while(|(a, b)| a == b).count()
    }

    /// The numbers of the words that stand in `span`.
    pub fn within(&self, span: Span) -> Range<usize> {
        let start = self.spans.partition_point(|word| word.start < span.start);
        start..self.spans.partition_point(|word| word.start < span.end).max(start)
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over a character's value.
fn fnv(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

/// The finaliser of SplitMix64: every bit of the input moves every bit of the output.
fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}')
}

/// A run of words that stands in two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words' numbers in the first text.
    pub here: Range<usize>,
    /// The words' numbers in the second.
    pub there: Range<usize>,
}

/// A text that others are compared with: where each of its shingles stands.
pub struct Shelf<'w> {
    words: &'w Words,
    /// Every shingle with the number of the word that it begins at, sorted.
    places: Vec<(u64, u32)>,
}

impl<'w> Shelf<'w> {
    /// Prepares `words` to be compared with.
    pub fn new(words: &'w Words) -> Self {
        let mut places: Vec<(u64, u32)> = words.shingles().zip(0..).collect();
        places.sort_unstable();
        Self { words, places }
    }

    /// The first places of a shingle.
    fn places(&self, shingle: u64) -> impl Iterator<Item = u32> + '_ {
        let first = self.places.partition_point(|&(other, _)| other < shingle);
        let same = self.places[first..].iter().take_while(move |&&(other, _)| other == shingle);
        same.take(PLACES).map(|&(_, at)| at)
    }

    /// The passages of `here` that stand in this text too, in order; no two share a word of `here`. From
    /// left to right, the longest run that begins at a word is taken.
    pub fn passages(&self, here: &Words) -> Vec<Passage> {
        let mut passages = Vec::new();
        let mut at = 0;
        let shingles: Vec<u64> = here.shingles().collect();
        while at < shingles.len() {
            let longest = self
                .places(shingles[at])
                .map(|there| (common(&here.hashes[at..], &self.words.hashes[there as usize..]), there as usize))
                .filter(|&(length, _)| length >= SHINGLE)
                .max_by_key(|&(length, there)| (length, std::cmp::Reverse(there)));
            match longest {
                Some((length, there)) => {
                    passages.push(Passage { here: at..at + length, there: there..there + length });
                    at += length;
                }
                None => at += 1,
            }
        }
        passages
    }
}

fn common(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The share of `words` that the passages cover, from 0 to 1.
pub fn share(passages: &[Passage], words: &Words) -> f64 {
    let covered: usize = passages.iter().map(|passage| passage.here.len()).sum();
    if words.is_empty() { 0.0 } else { covered as f64 / words.len() as f64 }
}

/// The sketches of many texts, to find those that may share a passage.
#[derive(Debug, Clone, Default)]
pub struct Sketches {
    /// Sampled shingles with the number of a text that has them, sorted.
    entries: Vec<(u64, u32)>,
}

impl Sketches {
    /// Takes the sketches of texts 0, 1, ….
    pub fn new<'s>(sketches: impl IntoIterator<Item = &'s [u64]>) -> Self {
        let mut entries: Vec<(u64, u32)> = Vec::new();
        for (text, sketch) in sketches.into_iter().enumerate() {
            entries.extend(sketch.iter().map(|&hash| (hash, text as u32)));
        }
        entries.sort_unstable();
        Self { entries }
    }

    /// How many sampled shingles each text shares with `sketch`, by text. A shingle that more than
    /// `widest` texts have is boilerplate and says nothing.
    pub fn sharing(&self, sketch: &[u64], widest: usize) -> HashMap<u32, usize> {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        for &hash in sketch {
            let start = self.entries.partition_point(|entry| entry.0 < hash);
            let having = self.entries[start..].iter().take_while(|entry| entry.0 == hash);
            if having.clone().nth(widest).is_none() {
                having.for_each(|&(_, text)| *counts.entry(text).or_default() += 1);
            }
        }
        counts
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> f64 {
        let (a, b) = (Words::of(a), Words::of(b));
        share(&Shelf::new(&b).passages(&a), &a)
    }

    #[test]
    fn case_punctuation_and_yo_do_not_count() {
        let a = "Ещё в мае порт Мурманска увеличил перевалку угля на 12%, – сообщил директор.";
        let b = "«еще в мае порт мурманска увеличил перевалку угля на 12 %», сообщил директор!";
        assert!((shared(a, b) - 1.0).abs() < 1e-9);
        assert_eq!(Words::of("Касым-Жомарт Токаев — президент").len(), 3);
        assert_eq!(Words::of("кра\u{301}й").hashes, Words::of("край").hashes);
    }

    #[test]
    fn a_changed_word_costs_that_word_only() {
        let a = "раз два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать";
        let b = a.replace("шесть", "6");
        assert!((shared(a, &b) - 11.0 / 12.0).abs() < 1e-9, "{}", shared(a, &b));
        assert_eq!(shared(a, "двенадцать одиннадцать десять девять восемь семь шесть пять четыре"), 0.0);
    }

    #[test]
    fn texts_meet_by_passages_and_not_by_phrases() {
        let words =
            |from: usize, count: usize| -> String { (from..from + count).map(|n| format!("слово{n} ")).collect() };
        let phrase = |n: usize| format!("как сообщили нам в пресс-службе министерства номер{n} ");
        let passage = words(0, 40);
        let texts = [
            words(1000, 50) + &phrase(1) + &words(1100, 50) + &phrase(2) + &passage,
            words(2000, 20) + &passage + &words(2100, 90),
            words(3000, 30) + &phrase(1) + &words(3100, 30) + &phrase(2) + &words(3200, 30),
        ];
        let texts: Vec<Words> = texts.iter().map(|text| Words::of(text)).collect();
        assert_eq!(sharing_passages(&texts, 10), [(0, 1)]);
        let reprints = vec![Words::of(&passage); 50];
        assert_eq!(sharing_passages(&reprints, 10).len(), 49, "each with the next");
    }

    #[test]
    fn a_repeated_text_is_no_trap() {
        let chorus = "ля ".repeat(20_000);
        assert!(shared(&chorus, &chorus) > 0.9);
    }
}
