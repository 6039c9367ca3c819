//! Which reading of a word fits its sentence: the context model of `rumorph` 0.5.0 (MIT), carried out
//! here with the same results, bit by bit, in a tenth of the time.
//!
//! A word's signs (what it looks like, its readings, itself, its endings) go through a layer into the
//! gates of a recurrent layer that reads the sentence in both directions. What it knows of a word then
//! becomes a query, and a reading's score is the product of the query and what stands for the reading.
//! All before the recurrent layer depends on the word alone ([`Context::sees`]), so it is computed once
//! for each different word; and only where there is a choice is there a query.

mod lstm;
mod shape;
mod tags;
mod weights;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::words::{LowerCase, is_alphabetic};
use foldhash::fast::RandomState;
use lstm::{Direction, Gates, HIDDEN, Linear, Tiles, WIDTH};
use multiversion::multiversion;
use tags::Tag;
use weights::Weights;

/// Numbers that stand for a tag, for a source, for a rank, for a word.
const PARTS: usize = 32;
/// Numbers that stand for a shape or an ending.
const SMALL: usize = 16;
const SHAPES: usize = 64;
const SOURCES: usize = 3;
/// Readings of a word that the model sees.
const SEEN: usize = 32;
const RANKS: usize = 8;
/// Endings of one, two, three and four letters, each known by its length and itself.
const ENDINGS: usize = 4;
const SIGNS: usize = SMALL + 2 * PARTS + PARTS + ENDINGS * SMALL;
/// The sizes above as the model states them.
const SIZES: [usize; 9] = [WIDTH, 1, PARTS, SMALL, PARTS, SMALL, SEEN, RANKS, ENDINGS];

/// Rows for "nothing" and "unknown" come before those of the words and of the endings.
const UNKNOWN: usize = 1;
const FIRST_KNOWN: usize = 2;

/// Whether `rumorph` leaves `word` as it is written. It takes out stress marks and soft hyphens, and puts
/// right letters of another script that look alike; that is left to it, with the sentence that has such a
/// word.
pub(super) fn sees_as_written(word: &str) -> bool {
    if word.is_ascii() {
        return true;
    }
    let is_mark = |c: char| {
        matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\u{2060}' | '\u{feff}')
            || matches!(c, 'ѐ' | 'ѝ' | 'Ѐ' | 'Ѝ')
    };
    let mixes_scripts = |letters: &str| {
        letters.contains(|c: char| c.is_ascii_alphabetic())
            && letters.contains(|c| ('а'..='ё').contains(&c) || ('А'..='Я').contains(&c) || c == 'Ё')
    };
    !word.contains(is_mark) && !word.split(|c: char| !is_alphabetic(c)).any(mixes_scripts)
}

/// The model, loaded.
pub(super) struct Context {
    words: HashMap<&'static str, usize, RandomState>,
    word_rows: Vec<[f32; PARTS]>,
    endings: HashMap<&'static str, usize, RandomState>,
    ending_rows: Vec<[f32; SMALL]>,
    shapes: Vec<[f32; SMALL]>,
    /// Of each of the dictionary's tags.
    tags: Vec<Tag>,
    sources: Vec<[f32; PARTS]>,
    ranks: Vec<[f32; PARTS]>,
    rank_bias: Vec<[f32; 1]>,
    /// Probabilities that divide readings into the likely and the unlikely.
    limits: Vec<f64>,
    likelihoods: Vec<[f32; PARTS]>,
    likelihood_bias: Vec<[f32; 1]>,
    first: Linear,
    directions: [Direction; 2],
    gain: [f32; WIDTH],
    shift: [f32; WIDTH],
    query: Vec<[f32; WIDTH]>,
    query_bias: [f32; PARTS],
}

/// What the model sees of a reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    tag: u16,
    source: u8,
    rank: u8,
    likelihood: u8,
}

/// What the model sees of a word.
pub(super) struct Seen {
    gates: Box<Gates>,
    /// Empty where there is no choice.
    candidates: Vec<Candidate>,
}

impl Context {
    /// The model in the bundled dictionary; `None` where it is not the one that this module knows.
    pub fn shared(dictionary: &rumorph::Dictionary) -> Option<&'static Self> {
        static CONTEXT: OnceLock<Option<Context>> = OnceLock::new();
        CONTEXT.get_or_init(|| Self::load(dictionary)).as_ref()
    }

    fn load(dictionary: &rumorph::Dictionary) -> Option<Self> {
        let mut weights = Weights::of(rumorph_dict_ru::DICTIONARY)?;
        if weights.sizes("config")? != SIZES {
            return None;
        }
        let limits = weights.limits("edges")?;
        let words = numbered(weights.strings("words")?, FIRST_KNOWN);
        let endings = numbered(weights.strings("suffixes")?, FIRST_KNOWN);
        let mut direction = |name: &str| -> Option<Direction> {
            let mut matrix =
                |part: &str, rows, columns| weights.matrix(&format!("lstm.0.{name}.{part}"), rows, columns);
            Some(Direction {
                word: Linear {
                    weights: Tiles::new(&matrix("ih", 4 * HIDDEN, WIDTH)?, WIDTH),
                    bias: matrix("bias", 1, 4 * HIDDEN)?,
                },
                state: Tiles::new(&matrix("hh", 4 * HIDDEN, HIDDEN)?, HIDDEN),
            })
        };
        Some(Self {
            directions: [direction("forward")?, direction("backward")?],
            word_rows: weights.rows("word", words.len() + FIRST_KNOWN)?,
            ending_rows: weights.rows("suffix", endings.len() + FIRST_KNOWN)?,
            shapes: weights.rows("shape", SHAPES)?,
            tags: Tag::of_dictionary(dictionary, &mut weights)?,
            sources: weights.rows("source", SOURCES)?,
            ranks: weights.rows("rank", RANKS)?,
            rank_bias: weights.rows("rank_bias", RANKS)?,
            likelihoods: weights.rows("bucket", limits.len() + 1)?,
            likelihood_bias: weights.rows("bucket_bias", limits.len() + 1)?,
            first: Linear {
                weights: Tiles::new(&weights.matrix("input.weight", WIDTH, SIGNS)?, SIGNS),
                bias: weights.matrix("input.bias", 1, WIDTH)?,
            },
            gain: weights.row("norm.weight")?,
            shift: weights.row("norm.bias")?,
            query: weights.rows("query.weight", PARTS)?,
            query_bias: weights.row("query.bias")?,
            words,
            endings,
            limits,
        })
    }

    /// What the model sees of `word`, whose readings by themselves are `readings`; `begins` says whether
    /// it is the first of its sentence.
    pub fn sees(&self, word: &str, begins: bool, readings: &[&rumorph::Analysis]) -> Seen {
        let readings = &readings[..readings.len().min(SEEN)];
        let mut signs = [0.0; SIGNS];
        let mut rest = &mut signs[..];
        let mut put = |part: &[f32]| {
            let (here, after) = std::mem::take(&mut rest).split_at_mut(part.len());
            here.copy_from_slice(part);
            rest = after;
        };
        put(&self.shapes[shape::of(word, begins)]);
        let [mean, weighted] = self.tag_signs(readings);
        put(&mean);
        put(&weighted);
        let folded = word.lower_plain();
        put(&self.word_rows[self.words.get(folded.as_str()).copied().unwrap_or(UNKNOWN)]);
        let marked = format!("^{folded}");
        let mut starts = marked.char_indices().rev().map(|(start, _)| start);
        let (mut start, mut ending) = (0, String::with_capacity(16));
        for length in ['1', '2', '3', '4'] {
            start = starts.next().unwrap_or(start);
            ending.clear();
            ending.push(length);
            ending.push_str(&marked[start..]);
            put(&self.ending_rows[self.endings.get(ending.as_str()).copied().unwrap_or(UNKNOWN)]);
        }
        let candidates = if readings.len() > 1 { self.candidates(readings) } else { Vec::new() };
        Seen { gates: lstm::gates(&self.first, &self.directions, &signs), candidates }
    }

    /// What the readings' tags are together: their mean, and their sum weighted by their probabilities.
    fn tag_signs(&self, readings: &[&rumorph::Analysis]) -> [[f32; PARTS]; 2] {
        let (mut mean, mut weighted) = ([0.0; PARTS], [0.0; PARTS]);
        let total: f64 = readings.iter().map(|reading| reading.prob).sum();
        for reading in readings {
            let Some(tag) = self.tags.get(usize::from(reading.ud)) else { continue };
            let weight = (reading.prob / total.max(1e-9)) as f32;
            for i in 0..PARTS {
                mean[i] += tag.input[i];
                weighted[i] += tag.input[i] * weight;
            }
        }
        [mean.map(|sum| sum / readings.len().max(1) as f32), weighted]
    }

    fn candidates(&self, readings: &[&rumorph::Analysis]) -> Vec<Candidate> {
        let mut order: Vec<usize> = (0..readings.len()).collect();
        order.sort_by(|&one, &other| readings[other].prob.total_cmp(&readings[one].prob));
        let mut candidates: Vec<Candidate> = readings
            .iter()
            .map(|reading| Candidate {
                tag: reading.ud,
                source: match reading.source {
                    rumorph::Source::Dictionary => 0,
                    rumorph::Source::Rule => 1,
                    _ => 2,
                },
                rank: 0,
                likelihood: self.limits.iter().filter(|&&limit| limit < reading.prob).count() as u8,
            })
            .collect();
        for (rank, index) in order.into_iter().enumerate() {
            candidates[index].rank = rank.min(RANKS - 1) as u8;
        }
        candidates
    }

    /// How well each candidate of each word of a sentence fits; empty for a word without a choice.
    pub fn scores(&self, sentence: &[&Seen]) -> Vec<Vec<f32>> {
        let has_choice = |word: &&Seen| !word.candidates.is_empty();
        let mut scores = vec![Vec::new(); sentence.len()];
        let (Some(first), Some(last)) = (sentence.iter().position(has_choice), sentence.iter().rposition(has_choice))
        else {
            return scores;
        };
        let gates: Vec<&Gates> = sentence.iter().map(|word| &*word.gates).collect();
        let known = lstm::read(&self.directions, &gates, first..last + 1);
        for ((word, known), scores) in sentence.iter().zip(&known).zip(&mut scores) {
            if has_choice(word) {
                scores.resize(word.candidates.len(), 0.0);
                score(self, known, &word.candidates, scores);
            }
        }
        scores
    }
}

#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn score(context: &Context, known: &[f32; WIDTH], candidates: &[Candidate], scores: &mut [f32]) {
    let mean = known.iter().sum::<f32>() / WIDTH as f32;
    let variance = known.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>() / WIDTH as f32;
    let scale = 1.0 / (variance + 1e-5).sqrt();
    let normalised: [f32; WIDTH] =
        std::array::from_fn(|i| (known[i] - mean) * scale * context.gain[i] + context.shift[i]);
    let query: [f32; PARTS] = std::array::from_fn(|i| product(&context.query[i], &normalised) + context.query_bias[i]);
    for (score, candidate) in scores.iter_mut().zip(candidates) {
        let (source, rank) = (usize::from(candidate.source), usize::from(candidate.rank));
        let likelihood = usize::from(candidate.likelihood);
        let tag = context.tags.get(usize::from(candidate.tag));
        *score = tag.map_or(0.0, |tag| product(&query, &tag.output))
            + product(&query, &context.sources[source])
            + product(&query, &context.ranks[rank])
            + product(&query, &context.likelihoods[likelihood])
            + tag.map_or(0.0, |tag| tag.bias)
            + context.rank_bias[rank][0]
            + context.likelihood_bias[likelihood][0];
    }
}

/// The scalar product, in eight sums that are added up at the end.
#[inline(always)]
fn product<const LENGTH: usize>(one: &[f32; LENGTH], other: &[f32; LENGTH]) -> f32 {
    const { assert!(LENGTH.is_multiple_of(8)) };
    let mut sums = [0.0; 8];
    for (one, other) in one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0) {
        for i in 0..8 {
            sums[i] += one[i] * other[i];
        }
    }
    sums.iter().sum()
}

fn numbered(strings: Vec<&'static str>, first: usize) -> HashMap<&'static str, usize, RandomState> {
    strings.into_iter().enumerate().map(|(number, string)| (string, number + first)).collect()
}
