//! What stands for the dictionary's tags in the context model.

use super::weights::Weights;
use super::{PARTS, numbered};

/// What stands for a tag of the dictionary: the sum of what stands for its parts.
#[derive(Clone)]
pub(super) struct Tag {
    pub input: [f32; PARTS],
    pub output: [f32; PARTS],
    pub bias: f32,
}

impl Tag {
    /// What stands for each of the dictionary's tags.
    pub fn of_dictionary(dictionary: &rumorph::Dictionary, weights: &mut Weights) -> Option<Vec<Self>> {
        // Row 0 stands for nothing.
        let known = numbered(weights.strings("tags")?, 1);
        let rows = known.len() + 1;
        let inputs = weights.rows::<PARTS>("tag_in", rows)?;
        let outputs = weights.rows::<PARTS>("tag_out", rows)?;
        let biases = weights.rows::<1>("tag_bias", rows)?;
        let tag = |tag: rumorph::UdTag| {
            let mut sum = Self { input: [0.0; PARTS], output: [0.0; PARTS], bias: 0.0 };
            for row in parts(tag).iter().filter_map(|part| known.get(part.as_str())) {
                for i in 0..PARTS {
                    sum.input[i] += inputs[*row][i];
                    sum.output[i] += outputs[*row][i];
                }
                sum.bias += biases[*row][0];
            }
            sum
        };
        Some(dictionary.ud_tags().map(tag).collect())
    }
}

/// A tag's parts by the model's names: the part of speech, each feature, and all of them together.
fn parts(tag: rumorph::UdTag) -> Vec<String> {
    let mut features: Vec<(&str, &str)> = tag.feats().collect();
    features.sort_unstable();
    let mut parts = vec![format!("P={}", tag.pos())];
    let mut whole = format!("C={}", tag.pos());
    for (name, value) in features {
        parts.push(format!("F={name}={value}"));
        whole.push_str(&format!("|{name}={value}"));
    }
    parts.push(whole);
    parts
}
