//! The model's arithmetic: products with matrices, and a recurrent layer that reads a sentence in both
//! directions.
//!
//! Every sum is taken in the same order whatever the width of the machine's registers: outputs are side
//! by side in them, the terms of one output follow each other. So results are equal bit by bit
//! everywhere, and equal those of `rumorph`.

use std::ops::Range;

use multiversion::multiversion;

/// Numbers that one direction remembers from word to word.
pub(super) const HIDDEN: usize = 64;
/// What is known of a word in its sentence: both directions.
pub(super) const WIDTH: usize = 2 * HIDDEN;
/// The four gates of one direction: what to let in, what to keep, what is new, what to give out.
const GATES: usize = 4 * HIDDEN;
/// What a word by itself gives to the gates of both directions.
pub(super) type Gates = [f32; 2 * GATES];

/// Outputs that are summed at once, so that the sums stay in registers.
const TILE: usize = 64;
const _: () = assert!(TILE == HIDDEN);

/// A matrix for products with one vector: `[tile][column][row in the tile]`.
pub(super) struct Tiles {
    columns: usize,
    weights: Vec<[f32; TILE]>,
}

impl Tiles {
    /// Lays out a matrix that is given row by row. The number of rows is a multiple of [`TILE`].
    pub fn new(matrix: &[f32], columns: usize) -> Self {
        let mut weights = Vec::with_capacity(matrix.len() / TILE);
        for tile in matrix.chunks_exact(TILE * columns) {
            weights.extend((0..columns).map(|column| std::array::from_fn(|row| tile[row * columns + column])));
        }
        Self { columns, weights }
    }

    /// Calls `finish` with the number of each tile and its sums of products.
    #[inline(always)]
    fn multiply(&self, input: &[f32], mut finish: impl FnMut(usize, &[f32; TILE])) {
        for (number, tile) in self.weights.chunks_exact(self.columns).enumerate() {
            let mut sums = [0.0; TILE];
            for (weights, value) in tile.iter().zip(input) {
                // A plain loop: the tests run it unoptimised, where iterators take several times as long.
                let mut i = 0;
                while i < TILE {
                    sums[i] += value * weights[i];
                    i += 1;
                }
            }
            finish(number, &sums);
        }
    }
}

/// A layer of products, and what is added to them.
pub(super) struct Linear {
    pub weights: Tiles,
    pub bias: Vec<f32>,
}

impl Linear {
    #[inline(always)]
    fn apply(&self, input: &[f32], output: &mut [f32]) {
        self.weights.multiply(input, |number, sums| {
            let at = number * TILE;
            for ((output, sum), bias) in output[at..].iter_mut().zip(sums).zip(&self.bias[at..]) {
                *output = sum + bias;
            }
        });
    }
}

/// One direction of the recurrent layer.
pub(super) struct Direction {
    /// What the word gives to the gates.
    pub word: Linear,
    /// What the state after the word before gives to them.
    pub state: Tiles,
}

/// What a word gives to the gates of both directions, by its signs.
pub(super) fn gates(first: &Linear, directions: &[Direction; 2], signs: &[f32]) -> Box<Gates> {
    let mut gates = Box::new([0.0; 2 * GATES]);
    fill_gates(first, directions, signs, &mut gates);
    gates
}

#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn fill_gates(first: &Linear, directions: &[Direction; 2], signs: &[f32], gates: &mut Gates) {
    let mut inner = [0.0; WIDTH];
    first.apply(signs, &mut inner);
    for value in &mut inner {
        *value = value.max(0.0);
    }
    for (direction, gates) in directions.iter().zip(gates.as_chunks_mut::<GATES>().0) {
        direction.word.apply(&inner, gates);
    }
}

/// What is known of each word of a sentence once it has been read in both directions; complete for the
/// words in `wanted`.
pub(super) fn read(directions: &[Direction; 2], words: &[&Gates], wanted: Range<usize>) -> Vec<[f32; WIDTH]> {
    let mut known = vec![[0.0; WIDTH]; words.len()];
    read_forwards(&directions[0], &words[..wanted.end], &mut known);
    read_backwards(&directions[1], &words[wanted.start..], &mut known[wanted.start..]);
    known
}

#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn read_forwards(direction: &Direction, words: &[&Gates], known: &mut [[f32; WIDTH]]) {
    let mut state = State::default();
    for (word, known) in words.iter().zip(known) {
        state.step(&direction.state, &word[..GATES]);
        known[..HIDDEN].copy_from_slice(&state.given);
    }
}

#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn read_backwards(direction: &Direction, words: &[&Gates], known: &mut [[f32; WIDTH]]) {
    let mut state = State::default();
    for (word, known) in words.iter().zip(known).rev() {
        state.step(&direction.state, &word[GATES..]);
        known[HIDDEN..].copy_from_slice(&state.given);
    }
}

/// What one direction remembers.
struct State {
    kept: [f32; HIDDEN],
    given: [f32; HIDDEN],
}

impl Default for State {
    fn default() -> Self {
        Self { kept: [0.0; HIDDEN], given: [0.0; HIDDEN] }
    }
}

impl State {
    /// Reads one word, of which `word` is what it gives to the gates.
    #[inline(always)]
    fn step(&mut self, weights: &Tiles, word: &[f32]) {
        let mut gates = [[0.0; HIDDEN]; 4];
        weights.multiply(&self.given, |number, sums| {
            let word = &word[number * HIDDEN..(number + 1) * HIDDEN];
            for ((gate, word), sum) in gates[number].iter_mut().zip(word).zip(sums) {
                *gate = word + sum;
            }
        });
        let [enter, keep, new, give] = gates;
        for (((kept, keep), enter), new) in self.kept.iter_mut().zip(keep).zip(enter).zip(new) {
            *kept = logistic(keep) * *kept + logistic(enter) * tangent(new);
        }
        for ((given, kept), give) in self.given.iter_mut().zip(&self.kept).zip(give) {
            *given = logistic(give) * tangent(*kept);
        }
    }
}

/// 1 / (1 + e^-x)
#[inline(always)]
fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + exponential(-x))
}

/// The hyperbolic tangent.
#[inline(always)]
fn tangent(x: f32) -> f32 {
    2.0 / (1.0 + exponential(-2.0 * x)) - 1.0
}

/// e^x to seven digits, by sums and products alone, which are the same everywhere and go side by side.
#[inline(always)]
fn exponential(x: f32) -> f32 {
    /// Added and taken away again, it leaves a whole number: 1.5 × 2²³.
    const WHOLE: f32 = 12_582_912.0;
    /// ln 2 in two parts, so that the remainder is exact: the first has few digits.
    const LN_2: [f32; 2] = [0.693_145_75, 1.428_606_8e-6];
    /// 1 / n! for n from 6 down to 0, the last term of e^r's series as its divisor.
    const TERMS: [f32; 6] = [1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let x = x.clamp(-87.0, 88.0);
    let power = (x * std::f32::consts::LOG2_E + WHOLE) - WHOLE;
    let rest = x - power * LN_2[0] - power * LN_2[1];
    let mut series = rest / 720.0;
    for (index, term) in TERMS.into_iter().enumerate() {
        series = if index == 0 { term + series } else { term + rest * series };
    }
    series * f32::from_bits(((power as i32 + 127) as u32) << 23)
}
