//! Sentences as the sums of their words' vectors.
//!
//! Two sentences that share no word («подорожал бензин», «цены на топливо выросли») are still close. After
//! Arora et al. (2017): rare words weigh more, and what all sentences of the text have in common is taken
//! out, as it tells none from another.

use super::vectors::{Vocabulary, is_content};
use crate::language::{LanguagePack, Token};
use crate::words::LowerCase;

/// What a sentence means: 300 numbers of length 1; empty where the language has no vectors.
pub type Meaning = Vec<f32>;

/// The meanings of all sentences, and of a title.
pub fn meanings(
    text: &str,
    sentences: &[&[Token]],
    title: &[Token],
    vocabulary: &Vocabulary<'_>,
    pack: &dyn LanguagePack,
) -> (Vec<Meaning>, Meaning) {
    let meaning = |tokens: &[Token], in_text: bool| {
        let mut sum = Meaning::new();
        for token in tokens.iter().filter(|token| is_content(token)) {
            let form = || in_text.then(|| token.span.of(text).lower());
            let vector = pack.vector(&token.lemma).or_else(|| pack.vector(&form()?));
            // A title's word that the text does not have tells less of the text.
            let weight = vocabulary.weight(&token.lemma).unwrap_or(0.5);
            vector.iter().for_each(|vector| add(&mut sum, vector, weight as f32));
        }
        scaled(sum)
    };
    (sentences.iter().map(|tokens| meaning(tokens, true)).collect(), meaning(title, false))
}

fn add(sum: &mut Meaning, vector: &[f32], weight: f32) {
    sum.resize(vector.len(), 0.0);
    sum.iter_mut().zip(vector).for_each(|(sum, number)| *sum += weight * number);
}

/// The sum of meanings, of length 1.
pub fn whole<'m>(meanings: impl Iterator<Item = &'m Meaning>) -> Meaning {
    let mut sum = Meaning::new();
    meanings.filter(|meaning| !meaning.is_empty()).for_each(|meaning| add(&mut sum, meaning, 1.0));
    scaled(sum)
}

/// Cosine of two meanings; 0 where one is not known.
pub fn closeness(a: &Meaning, b: &Meaning) -> f64 {
    f64::from(a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>())
}

fn scaled(mut meaning: Meaning) -> Meaning {
    let length = meaning.iter().map(|number| number * number).sum::<f32>().sqrt();
    if length > 0.0 {
        meaning.iter_mut().for_each(|number| *number /= length);
    }
    meaning
}
