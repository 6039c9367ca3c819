//! From scores for each word to the best sequence of tags (a linear-chain CRF).

use super::Tag;
use super::encoder::OUTPUTS;
use super::pack;

/// How many tags the model knows, its padding included.
pub(super) const TAGS: usize = 8;

/// The scores of one word.
pub(super) type Emission = [f32; TAGS];

/// The head of the network and the transitions between tags.
pub(super) struct Decoder {
    weights: Vec<f32>,
    bias: [f32; TAGS],
    /// `[from][to]`.
    pub(super) transitions: [[f32; TAGS]; TAGS],
    tags: [Tag; TAGS],
}

impl Decoder {
    pub(super) fn load() -> Self {
        let mut weights = pack::floats(b"HEAD", (OUTPUTS + 1) * TAGS);
        let bias = weights.split_off(OUTPUTS * TAGS).try_into().expect("a bias for each tag");
        let flat = pack::floats(b"CRFT", TAGS * TAGS);
        let mut transitions = [[0.0; TAGS]; TAGS];
        transitions.as_flattened_mut().copy_from_slice(&flat);
        let names = pack::lines(b"TAGS");
        let tags = std::array::from_fn(|i| Tag::from_name(names[i]).expect("a tag of the model"));
        Self { weights, bias, transitions, tags }
    }

    /// The scores of a word from the encoder's output for it.
    pub(super) fn emission(&self, encoded: &[f32; OUTPUTS]) -> Emission {
        let mut scores = self.bias;
        for (value, weights) in encoded.iter().zip(self.weights.as_chunks::<TAGS>().0) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += value * weight;
            }
        }
        scores
    }

    /// The best sequence of tags (Viterbi); of equal ones, the first in the model's order.
    pub(super) fn best(&self, emissions: &[Emission]) -> Vec<Tag> {
        let Some((first, rest)) = emissions.split_first() else { return Vec::new() };
        let mut scores = *first;
        let mut came_from: Vec<[u8; TAGS]> = Vec::with_capacity(rest.len());
        for emission in rest {
            let mut best = [f32::NEG_INFINITY; TAGS];
            let mut from = [0; TAGS];
            for (i, score) in scores.iter().enumerate() {
                for to in 0..TAGS {
                    let candidate = score + self.transitions[i][to] + emission[to];
                    if candidate > best[to] {
                        best[to] = candidate;
                        from[to] = i as u8;
                    }
                }
            }
            scores = best;
            came_from.push(from);
        }
        let mut tag = (0..TAGS).rev().max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
        let mut path = vec![self.tags[tag]];
        for from in came_from.iter().rev() {
            tag = from[tag] as usize;
            path.push(self.tags[tag]);
        }
        path.reverse();
        path
    }
}
