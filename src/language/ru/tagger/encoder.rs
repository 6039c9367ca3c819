//! Three convolutions over three neighbouring words each: what the tagger sees of a word's context.
//!
//! Two facts make that fast. What a word gives to the first layer depends on the word and its shape
//! alone, so it is computed once for each different word. And what a layer hands on is mostly zero (half
//! or more of it was negative before), so the other layers skip most of their rows of weights.

use super::pack;
use super::products::{Blocks, Inputs, convolve, fill_rows, gather};
use super::word_rows::{Row, rows};

const QUANTIZERS: usize = 100;
const CENTROIDS: usize = 256;
/// Numbers that one quantizer stands for.
const PART: usize = 3;
pub(super) const DIMENSIONS: usize = QUANTIZERS * PART;
const SHAPES: usize = 66;
const SHAPE_DIMENSIONS: usize = 30;
/// Channels of the first layer.
pub(super) const FIRST: usize = 256;
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
    shape_rows: Vec<Row>,
    pub(super) first: Layer,
    second: Layer,
    third: Layer,
}

/// One convolution, the rectifier after it, and the normalization after that.
pub(super) struct Layer {
    bias: Vec<f32>,
    gain: Vec<f32>,
    shift: Vec<f32>,
    /// The weights, times the gain of the layer before: what rectified inputs are multiplied with.
    pub(super) blocks: Blocks,
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
        let mut shapes = Inputs::default();
        for vector in shape_vectors.chunks_exact(SHAPE_DIMENSIONS) {
            shapes.add(DIMENSIONS, vector.iter().copied());
            shapes.end_word();
        }
        let mut shape_rows = vec![[0.0; 3 * FIRST]; SHAPES];
        fill_rows(&mut shape_rows, &shapes, &first.blocks);
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
        let mut start = 0;
        while start < words.len() {
            let end = (start + CHUNK).min(words.len());
            let from = start.saturating_sub(REACH);
            let to = (end + REACH).min(words.len());
            let [.., third] = self.run(&words[from..to]);
            for output in &third.as_chunks::<OUTPUTS>().0[start - from..end - from] {
                emit(&normalized(output, &self.third));
            }
            start = end;
        }
    }

    /// Every layer's output.
    pub(super) fn activations(&self, words: &[(u32, u8)]) -> Activations {
        let layers = [&self.first, &self.second, &self.third];
        let [first, second, third] = self.run(words);
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

    /// The three convolutions, before the rectifier, of a text or of a part of one: `[word][channel]`.
    fn run(&self, words: &[(u32, u8)]) -> [Vec<f32>; 3] {
        let rows = rows(words.iter().map(|&(word, _)| word), self);
        let given: Vec<_> = words
            .iter()
            .zip(&rows)
            .map(|(&(_, shape), row)| [&self.shape_rows[shape as usize], &**row].map(|row| row.as_chunks::<FIRST>().0))
            .collect();
        let mut first = self.first.bias.repeat(words.len());
        gather::<FIRST>(first.as_chunks_mut().0, &given);
        let second = self.second.convolve(&first, FIRST);
        let third = self.third.convolve(&second, SECOND);
        [first, second, third]
    }
}

impl Layer {
    fn load(name: &[u8; 4], inputs: usize, outputs: usize, before: Option<&Layer>) -> Self {
        let mut weights = pack::floats(name, (inputs * 3 + 3) * outputs);
        let shift = weights.split_off((inputs * 3 + 2) * outputs);
        let gain = weights.split_off((inputs * 3 + 1) * outputs);
        let bias = weights.split_off(inputs * 3 * outputs);
        let mut constant = vec![0.0; 3 * outputs];
        if let Some(before) = before {
            for ((row, gain), shift) in weights.chunks_exact_mut(3 * outputs).zip(&before.gain).zip(&before.shift) {
                for (sum, weight) in constant.iter_mut().zip(row) {
                    *sum += *weight * shift;
                    *weight *= gain;
                }
            }
        }
        Self { bias, gain, shift, blocks: Blocks::new(&weights, 3 * outputs), constant }
    }

    /// This layer's outputs from those of the layer before, which has `inputs` channels.
    fn convolve(&self, before: &[f32], inputs: usize) -> Vec<f32> {
        let mut rectified = Inputs::default();
        for word in before.chunks_exact(inputs) {
            rectified.add(0, word.iter().map(|input| input.max(0.0)));
            rectified.end_word();
        }
        let channels = self.bias.len();
        let mut outputs = self.bias.repeat(before.len() / inputs);
        convolve(&mut outputs, channels, &rectified, &self.blocks, &self.constant);
        outputs
    }
}

/// `max(0, x) * gain + shift`.
fn normalized(output: &[f32; OUTPUTS], layer: &Layer) -> [f32; OUTPUTS] {
    let mut result = [0.0; OUTPUTS];
    for (i, value) in result.iter_mut().enumerate() {
        *value = output[i].max(0.0) * layer.gain[i] + layer.shift[i];
    }
    result
}
