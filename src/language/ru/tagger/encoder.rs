//! Three convolutions over three neighbouring words each: what the tagger sees of a word's context.
//!
//! All arithmetic is in a fixed order, whatever the width of the machine's registers, so results are
//! equal bit by bit everywhere. Each layer is computed by scattering: the products of one word's inputs
//! with the weights of all three positions are one long row, which is then added to its neighbours.
//! Two facts make that fast. The first layer's row depends on the word and its shape alone, so it
//! is computed once for each different word of a text. And what a layer hands on is mostly zero (half
//! or more of it was negative before), so the other layers skip most of their rows of weights.

use std::cell::Cell;
use std::collections::HashMap;

use super::pack;

const QUANTIZERS: usize = 100;
const CENTROIDS: usize = 256;
/// Numbers that one quantizer stands for.
const PART: usize = 3;
pub(super) const DIMENSIONS: usize = QUANTIZERS * PART;
const SHAPES: usize = 66;
const SHAPE_DIMENSIONS: usize = 30;
const FIRST: usize = 256;
const SECOND: usize = 128;
/// Channels of the last layer.
pub(super) const OUTPUTS: usize = 64;

/// Words that are computed at once. Bounds the memory that a text of any length needs.
const CHUNK: usize = 256;
/// How far a word's output depends on its neighbours: one word for each layer.
const REACH: usize = 3;

/// Word vectors and the weights of the three layers.
pub(super) struct Encoder {
    indexes: &'static [u8],
    codes: Vec<f32>,
    shape_vectors: Vec<f32>,
    /// The first layer's rows, by shape.
    shape_rows: Vec<f32>,
    first: Layer,
    second: Layer,
    third: Layer,
}

/// One convolution, the rectifier after it, and the normalization after that.
struct Layer {
    outputs: usize,
    /// `[in][position][out]`.
    weights: Vec<f32>,
    bias: Vec<f32>,
    gain: Vec<f32>,
    shift: Vec<f32>,
    /// The weights times the gain of the layer before: what rectified inputs are multiplied with.
    folded: Vec<f32>,
    /// What the shift of the layer before adds, `[position][out]`.
    constant: Vec<f32>,
}

/// Every layer's output for a few words, to compare with the original's.
#[derive(Debug, Clone, PartialEq)]
pub struct Activations {
    /// After each convolution: layer, word, channel.
    pub convolved: [Vec<Vec<f32>>; 3],
    /// After each normalization: layer, word, channel.
    pub normalized: [Vec<Vec<f32>>; 3],
}

impl Encoder {
    pub(super) fn load() -> Self {
        let first = Layer::load(b"CNV1", DIMENSIONS + SHAPE_DIMENSIONS, FIRST, None);
        let second = Layer::load(b"CNV2", FIRST, SECOND, Some(&first));
        let third = Layer::load(b"CNV3", SECOND, OUTPUTS, Some(&second));
        let shape_vectors = pack::floats(b"SEMB", SHAPES * SHAPE_DIMENSIONS);
        let mut shape_rows = vec![0.0; SHAPES * 3 * FIRST];
        let weights = &first.weights[DIMENSIONS * 3 * FIRST..];
        for (row, vector) in
            shape_rows.as_chunks_mut::<{ 3 * FIRST }>().0.iter_mut().zip(shape_vectors.chunks_exact(SHAPE_DIMENSIONS))
        {
            add_products(row, vector, weights);
        }
        let codes = pack::floats(b"PQCD", QUANTIZERS * CENTROIDS * PART);
        Self { indexes: pack::section(b"PQIX"), codes, shape_vectors, shape_rows, first, second, third }
    }

    /// How many words have a vector, the unknown word and the padding included.
    pub(super) fn words(&self) -> usize {
        self.indexes.len() / QUANTIZERS
    }

    /// Which centroid each quantizer chose for a word.
    pub(super) fn word_indexes(&self, id: u32) -> &'static [u8] {
        &self.indexes[id as usize * QUANTIZERS..(id as usize + 1) * QUANTIZERS]
    }

    /// The vector of a word, without its shape.
    pub(super) fn word_vector(&self, id: u32) -> [f32; DIMENSIONS] {
        let mut vector = [0.0; DIMENSIONS];
        let parts = vector.as_chunks_mut::<PART>().0;
        for (quantizer, (part, index)) in parts.iter_mut().zip(self.word_indexes(id)).enumerate() {
            let at = (quantizer * CENTROIDS + *index as usize) * PART;
            part.copy_from_slice(&self.codes[at..at + PART]);
        }
        vector
    }

    /// The vector of a shape.
    pub(super) fn shape_vector(&self, id: u8) -> &[f32] {
        &self.shape_vectors[id as usize * SHAPE_DIMENSIONS..(id as usize + 1) * SHAPE_DIMENSIONS]
    }

    /// Calls `emit` with the last layer's output of each word, in order.
    pub(super) fn encode(&self, words: &[(u32, u8)], mut emit: impl FnMut(&[f32; OUTPUTS])) {
        let mut rows = ROWS.take();
        let mut start = 0;
        while start < words.len() {
            let end = (start + CHUNK).min(words.len());
            let from = start.saturating_sub(REACH);
            let to = (end + REACH).min(words.len());
            let third = self.run(&words[from..to], &mut rows)[2].take();
            for output in &third.as_chunks::<OUTPUTS>().0[start - from..end - from] {
                emit(&normalized(output, &self.third));
            }
            start = end;
        }
        ROWS.set(rows);
    }

    /// Every layer's output.
    pub(super) fn activations(&self, words: &[(u32, u8)]) -> Activations {
        let layers = [&self.first, &self.second, &self.third];
        let [first, second, third] = self.run(words, &mut WordRows::default()).map(|mut layer| layer.take());
        let convolved = [(first, FIRST), (second, SECOND), (third, OUTPUTS)]
            .map(|(numbers, outputs)| numbers.chunks_exact(outputs).map(<[f32]>::to_vec).collect::<Vec<_>>());
        let mut normalized = convolved.clone();
        for (layer, words) in layers.iter().zip(&mut normalized) {
            for word in words {
                for ((value, gain), shift) in word.iter_mut().zip(&layer.gain).zip(&layer.shift) {
                    *value = value.max(0.0) * gain + shift;
                }
            }
        }
        Activations { convolved, normalized }
    }

    /// The three convolutions, before the rectifier, of a text or of a part of one.
    fn run(&self, words: &[(u32, u8)], rows: &mut WordRows) -> [Outputs; 3] {
        let mut first = Outputs::new(words.len(), &self.first);
        rows.learn(words.iter().map(|&(word, _)| word), self);
        for (position, &(word, shape)) in words.iter().enumerate() {
            let shape = shape as usize * 3 * FIRST;
            first.scatter(position, &self.shape_rows[shape..shape + 3 * FIRST]);
            first.scatter(position, rows.of(word));
        }
        let mut second = Outputs::new(words.len(), &self.second);
        let mut row = [0.0; 3 * SECOND];
        for (position, inputs) in first.0.as_chunks::<FIRST>().0.iter().enumerate() {
            row.copy_from_slice(&self.second.constant);
            add_products(&mut row, inputs.map(|input| input.max(0.0)).as_slice(), &self.second.folded);
            second.scatter(position, &row);
        }
        let mut third = Outputs::new(words.len(), &self.third);
        let mut row = [0.0; 3 * OUTPUTS];
        for (position, inputs) in second.0.as_chunks::<SECOND>().0.iter().enumerate() {
            row.copy_from_slice(&self.third.constant);
            add_products(&mut row, inputs.map(|input| input.max(0.0)).as_slice(), &self.third.folded);
            third.scatter(position, &row);
        }
        [first, second, third]
    }
}

impl Layer {
    fn load(name: &[u8; 4], inputs: usize, outputs: usize, before: Option<&Layer>) -> Self {
        let mut weights = pack::floats(name, (inputs * 3 + 3) * outputs);
        let shift = weights.split_off((inputs * 3 + 2) * outputs);
        let gain = weights.split_off((inputs * 3 + 1) * outputs);
        let bias = weights.split_off(inputs * 3 * outputs);
        let mut folded = Vec::new();
        let mut constant = vec![0.0; 3 * outputs];
        if let Some(before) = before {
            folded.reserve(weights.len());
            for ((row, gain), shift) in weights.chunks_exact(3 * outputs).zip(&before.gain).zip(&before.shift) {
                folded.extend(row.iter().map(|weight| weight * gain));
                for (sum, weight) in constant.iter_mut().zip(row) {
                    *sum += weight * shift;
                }
            }
        }
        Self { outputs, weights, bias, gain, shift, folded, constant }
    }
}

/// One layer's outputs, `[word][channel]`, while they are being summed.
struct Outputs(Vec<f32>, usize);

impl Outputs {
    fn new(words: usize, layer: &Layer) -> Self {
        Self(layer.bias.repeat(words), layer.outputs)
    }

    /// Adds what the word at `position` contributes to the word after it, to itself and to the word
    /// before it: `row` is `[position in the kernel][channel]`.
    fn scatter(&mut self, position: usize, row: &[f32]) {
        let outputs = self.1;
        let mut add = |word: usize, part: &[f32]| {
            if let Some(sums) = self.0.get_mut(word * outputs..(word + 1) * outputs) {
                for (sum, value) in sums.iter_mut().zip(part) {
                    *sum += value;
                }
            }
        };
        add(position + 1, &row[..outputs]);
        add(position, &row[outputs..2 * outputs]);
        if let Some(before) = position.checked_sub(1) {
            add(before, &row[2 * outputs..]);
        }
    }

    fn take(&mut self) -> Vec<f32> {
        std::mem::take(&mut self.0)
    }
}

thread_local! {
    /// The rows of the texts before, since the words of one dossier return from article to article.
    static ROWS: Cell<WordRows> = Cell::default();
}

/// The first layer's row of each word that was met so far.
#[derive(Default)]
struct WordRows {
    places: HashMap<u32, usize>,
    rows: Vec<[f32; 3 * FIRST]>,
}

/// Rows kept before a new start: 24 MB.
const KEPT_ROWS: usize = 8192;

/// New words whose rows are computed together: each weight is fetched once for all of them.
const TOGETHER: usize = 4;

impl WordRows {
    /// Makes sure that every one of `words` has its row.
    fn learn(&mut self, words: impl Iterator<Item = u32> + Clone, encoder: &Encoder) {
        if self.rows.len() + words.clone().count() > KEPT_ROWS {
            self.places.clear();
            self.rows.clear();
        }
        let known = self.rows.len();
        let mut new = Vec::new();
        for word in words {
            self.places.entry(word).or_insert_with(|| {
                new.push(word);
                known + new.len() - 1
            });
        }
        for words in new.chunks(TOGETHER) {
            let vectors: Vec<[f32; DIMENSIONS]> = words.iter().map(|&word| encoder.word_vector(word)).collect();
            let mut rows = [[0.0; 3 * FIRST]; TOGETHER];
            for (place, weights) in encoder.first.weights[..DIMENSIONS * 3 * FIRST].chunks_exact(BLOCK).enumerate() {
                for (row, vector) in rows.iter_mut().zip(&vectors) {
                    add_products(row, &vector[place * INPUTS..(place + 1) * INPUTS], weights);
                }
            }
            self.rows.extend(&rows[..words.len()]);
        }
    }

    /// The row of a word that has been learnt.
    fn of(&self, word: u32) -> &[f32] {
        &self.rows[self.places[&word]]
    }
}

/// Inputs whose weights are used for all words at hand before the next ones are fetched.
const INPUTS: usize = 4;
const BLOCK: usize = INPUTS * 3 * FIRST;

/// `max(0, x) * gain + shift`.
fn normalized(output: &[f32; OUTPUTS], layer: &Layer) -> [f32; OUTPUTS] {
    let mut result = [0.0; OUTPUTS];
    for (i, value) in result.iter_mut().enumerate() {
        *value = output[i].max(0.0) * layer.gain[i] + layer.shift[i];
    }
    result
}

/// Adds each input times its row of weights to `row`, leaving out the inputs that are zero.
///
/// Four inputs at a time, so that a sum is loaded and stored once for four multiplications.
fn add_products<const WIDTH: usize>(row: &mut [f32; WIDTH], inputs: &[f32], weights: &[f32]) {
    let weights = weights.as_chunks::<WIDTH>().0;
    let mut active = inputs.iter().zip(weights).filter(|(input, _)| **input != 0.0);
    const NOTHING: f32 = 0.0;
    while let Some((&a, row_a)) = active.next() {
        let (&b, row_b) = active.next().unwrap_or((&NOTHING, row_a));
        let (&c, row_c) = active.next().unwrap_or((&NOTHING, row_a));
        let (&d, row_d) = active.next().unwrap_or((&NOTHING, row_a));
        for i in 0..WIDTH {
            row[i] += (a * row_a[i] + b * row_b[i]) + (c * row_c[i] + d * row_d[i]);
        }
    }
}
