//! Sums of products, in a fixed order whatever the width of the machine's registers, so that results are
//! equal bit by bit everywhere.
//!
//! Outputs are taken a block at a time: the sums of a block stay in registers, and its weights in the
//! nearest cache, for all words at hand. Inputs go in fours, and those that are zero are left out.

use multiversion::multiversion;

/// Outputs that are summed at once.
pub(super) const BLOCK: usize = 32;

/// Weights: `[block of outputs][input][output in the block]`.
pub(super) struct Blocks {
    inputs: usize,
    weights: Vec<[f32; BLOCK]>,
}

impl Blocks {
    /// Lays out weights that are given as `[input][output]`, with this many outputs: a multiple of [`BLOCK`].
    pub fn new(weights: &[f32], outputs: usize) -> Self {
        let rows = weights.chunks_exact(outputs);
        let inputs = rows.len();
        let part = |block: usize| rows.clone().map(move |row| row.as_chunks().0[block]);
        Self { inputs, weights: (0..outputs / BLOCK).flat_map(part).collect() }
    }

    fn blocks(&self) -> impl Iterator<Item = &[[f32; BLOCK]]> {
        self.weights.chunks_exact(self.inputs)
    }
}

/// Inputs that can be added together.
const MOST: usize = 256;

/// Four inputs of a word that are not zero, and which they are; less than four have zeros behind them.
struct Four {
    values: [f32; 4],
    inputs: [u32; 4],
}

/// The inputs of several words that are not zero.
#[derive(Default)]
pub(super) struct Inputs {
    fours: Vec<Four>,
    /// Where each word's fours end.
    ends: Vec<usize>,
}

impl Inputs {
    /// Adds at most [`MOST`] inputs to the last word, of which the first is number `first`. Only those that
    /// are added together share their fours.
    pub fn add(&mut self, first: usize, values: impl IntoIterator<Item = f32>) {
        let (mut kept, mut numbers, mut count) = ([0.0; MOST], [0; MOST], 0);
        for (input, value) in (first as u32..).zip(values) {
            // Half of the inputs are zero, in no order that a processor could foresee: no branch.
            kept[count] = value;
            numbers[count] = input;
            count += usize::from(value != 0.0);
        }
        for (values, inputs) in kept[..count].chunks(4).zip(numbers[..count].chunks(4)) {
            let mut four = Four { values: [0.0; 4], inputs: [inputs[0]; 4] };
            four.values[..values.len()].copy_from_slice(values);
            four.inputs[..inputs.len()].copy_from_slice(inputs);
            self.fours.push(four);
        }
    }

    /// Adds the four inputs from number `first` on, which share nothing with others.
    pub fn add_four(&mut self, first: usize, values: [f32; 4]) {
        let first = first as u32;
        if values.contains(&0.0) {
            self.add(first as usize, values);
        } else {
            self.fours.push(Four { values, inputs: [first, first + 1, first + 2, first + 3] });
        }
    }

    /// The last word is complete.
    pub fn end_word(&mut self) {
        self.ends.push(self.fours.len());
    }

    fn words(&self) -> impl Iterator<Item = &[Four]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.fours[start..end])
    }
}

/// Each word's products with all weights, as one row; `rows` is all zero.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(super) fn fill_rows<const WIDTH: usize>(rows: &mut [[f32; WIDTH]], inputs: &Inputs, weights: &Blocks) {
    for (number, block) in weights.blocks().enumerate() {
        for (row, fours) in rows.iter_mut().zip(inputs.words()) {
            add_products(&mut row.as_chunks_mut().0[number], fours, block);
        }
    }
}

/// Adds to each word's outputs the products of the word before it, its own and those of the word after
/// it: the weights' outputs are `[position in the kernel][channel]`, and `constant` is part of each.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(super) fn convolve(outputs: &mut [f32], channels: usize, inputs: &Inputs, weights: &Blocks, constant: &[f32]) {
    let blocks = channels / BLOCK;
    let outputs = outputs.as_chunks_mut::<BLOCK>().0;
    for (number, (block, constant)) in weights.blocks().zip(constant.as_chunks::<BLOCK>().0).enumerate() {
        for (word, fours) in inputs.words().enumerate() {
            // Position 0 is what the word before gives.
            let Some(target) = (word + 1).checked_sub(number / blocks) else { continue };
            let Some(sums) = outputs.get_mut(target * blocks + number % blocks) else { continue };
            let mut products = *constant;
            add_products(&mut products, fours, block);
            for (sum, product) in sums.iter_mut().zip(&products) {
                *sum += product;
            }
        }
    }
}

/// Adds to each word's outputs the rows of the word before it, of itself and of the word after it, which
/// are `[position in the kernel][channel]`.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(super) fn gather<const CHANNELS: usize>(outputs: &mut [[f32; CHANNELS]], rows: &[[&[[f32; CHANNELS]]; 2]]) {
    for (word, sums) in outputs.iter_mut().enumerate() {
        for position in 0..3 {
            let Some(rows) = (word + position).checked_sub(1).and_then(|neighbour| rows.get(neighbour)) else {
                continue;
            };
            for row in rows {
                for (sum, value) in sums.iter_mut().zip(&row[position]) {
                    *sum += value;
                }
            }
        }
    }
}

#[inline(always)]
fn add_products(sums: &mut [f32; BLOCK], fours: &[Four], weights: &[[f32; BLOCK]]) {
    let mut total = *sums;
    for Four { values: [a, b, c, d], inputs } in fours {
        let [of_a, of_b, of_c, of_d] = inputs.map(|input| &weights[input as usize]);
        // A plain loop: the tests run it unoptimised, where iterators take several times as long.
        let mut i = 0;
        while i < BLOCK {
            total[i] += (a * of_a[i] + b * of_b[i]) + (c * of_c[i] + d * of_d[i]);
            i += 1;
        }
    }
    *sums = total;
}
