//! Which sentences tell a reader most: an extractive summary.
//!
//! A blend of centroid (Radev et al., 2004), degree centrality in the sentence graph (LexRank: Erkan
//! and Radev, 2004), overlap with the title, position and names, made diverse by maximal marginal
//! relevance (Carbonell and Goldstein, 1998). The weights are set by hand.

mod fitness;
mod vectors;

use std::collections::BTreeMap;

use fitness::{fitness, without_attribution};
pub use vectors::is_content;
use vectors::{Vector, Vocabulary, centroid, cosine};

use super::model::{KeySentence, Mention, Paragraph, Quote, Sentence};
use crate::language::{LanguagePack, Token};

/// What the summary is made from.
pub struct Material<'a> {
    /// The article's text.
    pub text: &'a str,
    /// BCP 47 code of the text.
    pub language: &'a str,
    /// What is known of that language.
    pub pack: &'a dyn LanguagePack,
    /// The article's own title, taken apart; empty when it has none.
    pub title: &'a [Token],
    /// Tokens of the text, in order.
    pub tokens: &'a [Token],
    /// Sentences of the text, in order.
    pub sentences: &'a [Sentence],
    /// Paragraphs of the text, in order.
    pub paragraphs: &'a [Paragraph],
    /// Mentions in the text, in order.
    pub mentions: &'a [Mention],
    /// Speech in the text, in order.
    pub quotes: &'a [Quote],
}

/// What is left of a sentence's fitness when the words that say whose it is stand elsewhere.
const ORPHANED: f64 = 0.3;

/// The fitness from which a sentence can be shown without the text round it.
const STANDS_ALONE: f64 = 0.2;

/// With how many sentences each is compared for its degree.
const SAMPLE: usize = 500;

/// How much alike two sentences of one paragraph are, beyond their words: they share their topic.
const SAME_PARAGRAPH: f64 = 0.15;

/// Share of relevance, against redundancy, in maximal marginal relevance.
const RELEVANCE: f64 = 0.72;

/// The key sentences, in reading order: `count` of them, or three to five by the article's length.
/// Fewer when the text has fewer.
pub fn summarise(material: &Material, count: Option<usize>) -> Vec<KeySentence> {
    let by_sentence = tokens_by_sentence(material);
    let vocabulary = Vocabulary::new(material.text, &by_sentence, material.pack);
    let described = describe(material, &by_sentence, &vocabulary);
    let fit = described.iter().filter(|sentence| sentence.fitness >= STANDS_ALONE).count();
    let wanted = count.unwrap_or(match fit {
        0 => 1,
        1..=8 => fit.min(3),
        9..=24 => 4,
        _ => 5,
    });
    // Sentences that cannot stand alone are better than none, and than fewer than were asked for.
    let floor = if fit >= wanted { STANDS_ALONE } else { 0.0 };
    let candidates: Vec<usize> = (0..described.len()).filter(|&index| described[index].fitness >= floor).collect();
    let scores = score(material, &described, &candidates, &vocabulary.vector(material.title));

    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < wanted.min(candidates.len()) {
        let gain = |&index: &usize| {
            let closeness = |&other: &usize| {
                let neighbours = material.sentences[index].paragraph == material.sentences[other].paragraph;
                cosine(&described[index].vector, &described[other].vector)
                    + if neighbours { SAME_PARAGRAPH } else { 0.0 }
            };
            let closest = chosen.iter().map(closeness).fold(0.0, f64::max);
            RELEVANCE * scores[index] - (1.0 - RELEVANCE) * closest
        };
        let open = candidates.iter().copied().filter(|index| !chosen.contains(index));
        // The first of equals: `max_by` would take the last.
        let Some(best) = open.rev().max_by(|a, b| gain(a).total_cmp(&gain(b))) else { break };
        chosen.push(best);
    }
    let ranked = chosen.iter().enumerate().map(|(rank, &sentence)| KeySentence { sentence, rank: rank + 1 });
    let mut summary: Vec<KeySentence> = ranked.collect();
    summary.sort_by_key(|key| key.sentence);
    summary
}

/// A sentence as the summary sees it.
struct Described {
    /// Content lemmas with their weights, of length 1.
    vector: Vector,
    /// From nearly 0 (cannot stand alone, or says nothing) to 1.
    fitness: f64,
}

fn describe(material: &Material, by_sentence: &[&[Token]], vocabulary: &Vocabulary) -> Vec<Described> {
    let quoted = without_attribution(material);
    let describe = |(index, tokens): (usize, &&[Token])| Described {
        vector: vocabulary.vector(tokens),
        fitness: fitness(material, index, tokens) * if quoted[index] { ORPHANED } else { 1.0 },
    };
    by_sentence.iter().enumerate().map(describe).collect()
}

/// The tokens of each sentence. Tokens outside every sentence are left out.
fn tokens_by_sentence<'a>(material: &Material<'a>) -> Vec<&'a [Token]> {
    let tokens = material.tokens;
    let range = |sentence: &Sentence| {
        let start = tokens.partition_point(|token| token.span.start < sentence.span.start);
        let end = tokens.partition_point(|token| token.span.start < sentence.span.end);
        &tokens[start..end.max(start)]
    };
    material.sentences.iter().map(range).collect()
}

/// Scores of all sentences, from 0 to 1; only those of `candidates` mean anything.
fn score(material: &Material, described: &[Described], candidates: &[usize], title: &Vector) -> Vec<f64> {
    let centroid = centroid(described.iter().map(|sentence| &sentence.vector));
    let names = name_weights(material);
    let best =
        |values: &dyn Fn(usize) -> f64| candidates.iter().map(|&index| values(index)).fold(f64::MIN_POSITIVE, f64::max);

    let central = |index: usize| cosine(&described[index].vector, &centroid);
    // A sample is enough in a very long text, where all pairs would take minutes.
    let step = described.len().div_ceil(SAMPLE).max(1);
    let degree = |index: usize| {
        let others = (0..described.len()).step_by(step).filter(|other| *other != index);
        let similarity = |other: usize| cosine(&described[index].vector, &described[other].vector);
        others.map(similarity).filter(|similarity| *similarity > 0.1).sum()
    };
    let titled = |index: usize| cosine(&described[index].vector, title);
    let named = |index: usize| names[index];
    let (most_central, most_connected) = (best(&central), best(&degree));
    let (most_titled, most_named) = (best(&titled), best(&named));

    let mut scores = vec![0.0; described.len()];
    for &index in candidates {
        let sentence = material.sentences[index];
        // News tells the most important thing first, and each paragraph its own.
        let lead = 1.0 / (1.0 + 0.5 * sentence.paragraph as f64 + 0.35 * sentence.number as f64);
        let opens_paragraph = if sentence.number == 0 { 1.0 } else { 0.0 };
        let blend = 0.24 * central(index) / most_central
            + 0.12 * degree(index) / most_connected
            + 0.18 * titled(index) / most_titled
            + 0.30 * lead
            + 0.05 * opens_paragraph
            + 0.11 * named(index) / most_named;
        scores[index] = blend * described[index].fitness;
    }
    scores
}

/// For each sentence, how much the entities it names matter in the article.
fn name_weights(material: &Material) -> Vec<f64> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for mention in material.mentions {
        *counts.entry(mention.entity).or_default() += 1;
    }
    material
        .sentences
        .iter()
        .map(|sentence| {
            let first = material.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
            let inside = material.mentions[first..].iter().take_while(|mention| mention.span.end <= sentence.span.end);
            let mut entities: Vec<usize> = inside.map(|mention| mention.entity).collect();
            entities.sort_unstable();
            entities.dedup();
            entities.iter().map(|entity| (1.0 + counts[entity] as f64).ln()).sum::<f64>().sqrt()
        })
        .collect()
}
