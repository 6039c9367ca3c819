//! What sentences of different sources say alike: their words, names and amounts, compared.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::model::Entity;
use crate::analysis::{Analysis, EntityKind, Mention};
use crate::language::{self, speech::speech};
use crate::span::beginning_in;

/// The surprise, in bits, at which a word tells nothing of what a sentence is about, and at which it
/// tells most.
const COMMON: f32 = 8.0;
const RARE: f32 = 18.0;
/// What a word weighs that says no more than that someone speaks.
const SAYING: f32 = 0.1;

/// Cosines from which two words are used a little alike, and much alike.
const UNALIKE: f64 = 0.3;
const ALIKE: f64 = 0.65;
/// How alike words of one root are taken to be used: «встреча», «встретиться».
const ONE_ROOT: f64 = 0.8;
/// Letters that words of one root begin with at the least, and the part of the shorter word that these make up.
const ROOT: usize = 4;
const MOST: f64 = 0.6;
/// What stands against the few words of a terse sentence.
const DOUBT: f64 = 0.4;

/// The sentences of all sources, made comparable.
pub struct Wording<'a> {
    analyses: &'a [Analysis],
    entity_of: &'a [Vec<usize>],
    entities: &'a [Entity],
    /// Entities by their keys in the reference tables.
    by_reference: HashMap<&'a str, usize>,
    /// For each analysis, the number of each of its terms.
    numbers: Vec<Vec<u32>>,
    /// The lemma of each numbered term.
    terms: Vec<&'a str>,
    /// The weight of each numbered term, from 0 to 1.
    weights: Vec<f32>,
    /// The meaning of each numbered term, where its language has vectors.
    meanings: Vec<Option<Vec<f32>>>,
    /// A number for the letters that each numbered term begins with; `None` where it is shorter than [`ROOT`].
    roots: Vec<Option<u32>>,
}

/// What one sentence says, as others are compared with it.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Words that belong to no name, date or figure, as sorted numbers.
    words: Vec<u32>,
    /// The squares of their weights, added up.
    squared: f32,
    /// Entities it names, as sorted indexes in the dossier.
    pub entities: Vec<usize>,
    /// Its figures: unit and value.
    figures: Vec<(String, f64)>,
    /// The meanings of its words, added up, of length 1 (empty where none is known): told when it is first asked for.
    meaning: OnceLock<Vec<f32>>,
}

/// How much two sentences share, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Likeness {
    /// Their words, by weight.
    pub words: f64,
    /// Their names, by how much each tells, against the fewer of the two.
    pub names: f64,
    /// How much the shared names tell, added up.
    pub shared_names: f64,
    /// Whether a name that only one of them has tells more than any that they share.
    pub other_names: bool,
    /// How many amounts are equal.
    pub figures: usize,
    /// How many words are shared that tell something.
    pub shared_words: usize,
}

impl<'a> Wording<'a> {
    /// Prepares the comparison of `analyses`, whose entities `entity_of` maps to `entities`.
    pub fn new(analyses: &'a [Analysis], entity_of: &'a [Vec<usize>], entities: &'a [Entity]) -> Self {
        let mut ids: HashMap<(&str, &str), u32> = HashMap::new();
        let mut terms: Vec<(&str, &str)> = Vec::new();
        let numbers = analyses
            .iter()
            .map(|analysis| {
                let language = analysis.language.as_str();
                let number = |(lemma, _): (&'a str, u32)| {
                    *ids.entry((language, lemma)).or_insert_with(|| {
                        terms.push((language, lemma));
                        (terms.len() - 1) as u32
                    })
                };
                analysis.terms.iter().map(number).collect()
            })
            .collect();
        let weights = terms.iter().map(|(language, lemma)| weight(language, lemma)).collect();
        let meanings = terms.iter().map(|(language, lemma)| language::pack(language).vector(lemma)).collect();
        let terms: Vec<&str> = terms.into_iter().map(|(_, lemma)| lemma).collect();
        let roots = numbered_roots(&terms);
        let by_reference =
            entities.iter().enumerate().filter_map(|(index, it)| Some((it.reference.as_deref()?, index)));
        let by_reference = by_reference.collect();
        Self { analyses, entity_of, entities, by_reference, numbers, terms, weights, meanings, roots }
    }

    /// What a sentence (indexes of source and sentence) says.
    pub fn said(&self, source: usize, sentence: usize) -> Said {
        let analysis = &self.analyses[source];
        let span = analysis.sentences[sentence].span;
        let numbered = |&term: &u32| self.numbers[source][term as usize];
        let mut words: Vec<u32> = analysis.words.of(sentence).iter().map(numbered).collect();
        words.sort_unstable();
        let named = analysis.mentions[beginning_in(&analysis.mentions, span, |mention| mention.span)].iter();
        // A capital that stands for its country's government is that country: «Астана», «Казахстан».
        let meant = |mention: &Mention| {
            let country = mention.stands_for.as_deref().and_then(|key| self.by_reference.get(key));
            country.or_else(|| self.entity_of[source].get(mention.entity)).copied()
        };
        let mut entities: Vec<usize> = named.filter_map(meant).collect();
        entities.sort_unstable();
        entities.dedup();
        let amounts = analysis.figures[beginning_in(&analysis.figures, span, |figure| figure.span)].iter();
        let figures = amounts.map(|figure| (figure.unit.clone(), figure.value)).collect();
        Said { squared: self.squared(&words), words, entities, figures, meaning: OnceLock::new() }
    }

    fn squared(&self, words: &[u32]) -> f32 {
        words.iter().map(|&word| self.weights[word as usize].powi(2)).sum()
    }

    /// How close the words of two sentences are in meaning, from 0 to 1; 0 where it is not known.
    pub fn meaning(&self, a: &Said, b: &Said) -> f64 {
        let [a, b] = [a, b].map(|said| said.meaning.get_or_init(|| self.sum_of_meanings(&said.words)));
        f64::from(product(a, b)).max(0.0)
    }

    /// How much of what the terser of two sentences says the other says too, in the same words or in words that are used
    /// alike («загорелся», «пожар»), from 0 to 1; `None` where that is below `least`.
    pub fn covered_at_least(&self, a: &Said, b: &Said, least: f64) -> Option<f64> {
        if a.words.len() <= b.words.len() { self.covered_from(a, b, least) } else { self.covered_from(b, a, least) }
    }

    /// How much of each of two sentences the other says too, the lesser; `None` where that is below `least`.
    pub fn both_covered(&self, a: &Said, b: &Said, least: f64) -> Option<f64> {
        Some(self.covered_from(a, b, least)?.min(self.covered_from(b, a, least)?))
    }

    /// How much of what a sentence says another says too; `None` as soon as it is certain to be below `least`.
    fn covered_from(&self, said: &Said, other: &Said, least: f64) -> Option<f64> {
        let weights = || said.words.iter().map(|&word| f64::from(self.weights[word as usize]));
        let all = DOUBT + weights().sum::<f64>();
        let (mut covered, mut missed) = (0.0, DOUBT);
        for (&word, weight) in said.words.iter().zip(weights()) {
            let closest = other.words.iter().map(|&other| self.alike(word, other)).fold(0.0, f64::max);
            covered += weight * closest;
            missed += weight * (1.0 - closest);
            // A little more than must be, as sums in another order end a little otherwise.
            if missed > (1.0 - least) * all + 1e-9 {
                return None;
            }
        }
        let covered = covered / all;
        (covered >= least).then_some(covered)
    }

    /// How alike two words are used, from 0 to 1; words that are hardly alike are not at all.
    fn alike(&self, a: u32, b: u32) -> f64 {
        if a == b {
            return 1.0;
        }
        let roots = (self.roots[a as usize], self.roots[b as usize]);
        if roots.0.is_some() && roots.0 == roots.1 && of_one_root(self.terms[a as usize], self.terms[b as usize]) {
            return ONE_ROOT;
        }
        let (Some(a), Some(b)) = (&self.meanings[a as usize], &self.meanings[b as usize]) else { return 0.0 };
        let cosine = f64::from(product(a, b));
        ((cosine - UNALIKE) / (ALIKE - UNALIKE)).clamp(0.0, 1.0)
    }

    /// The meanings of `words`, added up, of length 1; empty where none is known.
    fn sum_of_meanings(&self, words: &[u32]) -> Vec<f32> {
        let mut sum: Vec<f32> = Vec::new();
        for &word in words {
            let Some(vector) = &self.meanings[word as usize] else { continue };
            sum.resize(vector.len(), 0.0);
            let weight = self.weights[word as usize];
            sum.iter_mut().zip(vector).for_each(|(sum, number)| *sum += weight * number);
        }
        let length = sum.iter().map(|number| number * number).sum::<f32>().sqrt();
        if length > 0.0 {
            sum.iter_mut().for_each(|number| *number /= length);
        }
        sum
    }

    /// How much two sentences share.
    pub fn likeness(&self, a: &Said, b: &Said) -> Likeness {
        let shared: Vec<u32> = a.words.iter().filter(|word| b.words.binary_search(word).is_ok()).copied().collect();
        let lengths = (a.squared * b.squared).sqrt();
        let words = if lengths > 0.0 { self.squared(&shared) / lengths } else { 0.0 };
        let telling = |entities: &[usize]| entities.iter().map(|&entity| self.telling(entity)).sum::<f64>();
        let both: Vec<usize> =
            a.entities.iter().filter(|entity| b.entities.binary_search(entity).is_ok()).copied().collect();
        let (shared_names, fewer) = (telling(&both), telling(&a.entities).min(telling(&b.entities)));
        let most = |entities: &mut dyn Iterator<Item = usize>| entities.map(|it| self.telling(it)).fold(0.0, f64::max);
        let apart = a.entities.iter().chain(&b.entities).copied().filter(|entity| !both.contains(entity));
        Likeness {
            other_names: most(&mut { apart }) > most(&mut both.iter().copied()),
            words: f64::from(words),
            names: if fewer > 0.0 { shared_names / fewer } else { 0.0 },
            shared_names,
            figures: a.figures.iter().filter(|figure| b.figures.contains(figure)).count(),
            shared_words: shared.iter().filter(|&&word| self.weights[word as usize] > 0.3).count(),
        }
    }

    /// Whether two sentences give different amounts in the same unit: they cannot say the same.
    pub fn figures_differ(&self, a: &Said, b: &Said) -> bool {
        a.figures.iter().any(|(unit, _)| {
            let of_unit = |said: &'_ Said| {
                let mut values: Vec<u64> =
                    said.figures.iter().filter(|(other, _)| other == unit).map(|(_, value)| value.to_bits()).collect();
                values.sort_unstable();
                values
            };
            let (ours, theirs) = (of_unit(a), of_unit(b));
            !theirs.is_empty() && ours.iter().all(|value| theirs.binary_search(value).is_err())
        })
    }

    /// How much naming an entity tells of what a sentence is about: a person most, a country least.
    fn telling(&self, entity: usize) -> f64 {
        let entity = &self.entities[entity];
        match entity.kind {
            EntityKind::Person => 1.0,
            EntityKind::Organization => 0.8,
            EntityKind::Place if entity.reference.as_deref().is_some_and(|key| key.starts_with("country:")) => 0.35,
            EntityKind::Place => 0.6,
        }
    }

    /// The sources' words for what a sentence says, by the number of each word that tells something:
    /// where to look for others like it.
    pub fn telling_words<'s>(&'s self, said: &'s Said) -> impl Iterator<Item = u32> + 's {
        said.words.iter().copied().filter(|&word| self.weights[word as usize] > 0.45)
    }
}

/// The scalar product. Eight sums at a time, as processors can add up; always in the same order.
fn product(a: &[f32], b: &[f32]) -> f32 {
    const LANES: usize = 8;
    let mut sums = [0.0f32; LANES];
    let (ours, theirs) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    let rest: f32 = ours.remainder().iter().zip(theirs.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in ours.zip(theirs) {
        sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += a * b);
    }
    sums.iter().sum::<f32>() + rest
}

/// For each lemma a number for its first [`ROOT`] letters.
fn numbered_roots<'l>(lemmas: &[&'l str]) -> Vec<Option<u32>> {
    let mut numbers: HashMap<&'l str, u32> = HashMap::new();
    let number = |&lemma: &&'l str| {
        let (last, letter) = lemma.char_indices().nth(ROOT - 1)?;
        let next = numbers.len() as u32;
        Some(*numbers.entry(&lemma[..last + letter.len_utf8()]).or_insert(next))
    };
    lemmas.iter().map(number).collect()
}

/// Whether two lemmas begin with the same letters, and with most of the shorter.
fn of_one_root(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    common >= ROOT && common as f64 >= MOST * shorter as f64
}

/// How much a word tells of what a sentence is about.
fn weight(language: &str, lemma: &str) -> f32 {
    if speech(language).verbs.contains(&lemma) {
        return SAYING;
    }
    match language::pack(language).surprise(lemma) {
        Some(bits) => ((bits - COMMON) / (RARE - COMMON)).clamp(0.1, 1.0),
        // Short words of a language without counts are mostly common.
        None => (lemma.chars().count() as f32 / 8.0).clamp(0.3, 0.9),
    }
}
