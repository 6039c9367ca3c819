//! Which sentences tell a reader most: an extractive summary.
//!
//! Each sentence has a worth by its `signs`: its place, how central it is in words and in meaning, how much
//! it covers of what the text comes back to, how it fits the title, whom it names, whose words it is. What they count
//! (`weights`) depends on whether the text tells its news first (`opening`). The first by rank is the
//! best sentence if there were to be but one; the others make up a summary with it: of news one that is diverse, by
//! maximal marginal relevance (Carbonell and Goldstein, 1998), of other texts one that agrees with the whole text
//! (`consensus`).

mod consensus;
mod fitness;
mod graph;
mod meaning;
mod opening;
mod signs;
mod start;
mod vectors;
mod weights;

use consensus::Consensus;
use fitness::{Attributed, attributed, fitness};
use meaning::{Meaning, closeness};
use opening::newsworthiness;
pub use signs::NAMES;
use signs::{SPOKEN, Signs, TITLED, signs, speech};
pub use vectors::is_content;
use vectors::{Vector, Vocabulary, cosine};
pub use weights::{Table, Weights};
use weights::{WEIGHTS, worth};

use super::model::{KeySentence, Mention, Paragraph, Quote, Sentence};
use crate::language::{LanguagePack, Token, is_apparent, takes_back};
use crate::span::Span;

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
    /// The agency's dateline, a sentence that states nothing.
    pub dateline: Option<Span>,
}

/// What is left of a sentence's fitness when the words that say whose it is stand elsewhere and are shown with it; when
/// nothing says whose it is; and where that is so of most of the text, as in an interview.
const ATTRIBUTED_ELSEWHERE: f64 = 0.5;
const ORPHANED: f64 = 0.15;
const ORPHANED_AMONG_MANY: f64 = 0.6;
/// How many of ten sentences are most of the text.
const MANY: usize = 7;

/// From how much news first a text has its lead kept: a short one, and a long one, which must be plainly news; and
/// texts of how many sentences are so.
const TELLS_NEWS: f64 = 0.4;
const PLAINLY_NEWS: f64 = 0.8;
const SHORT: f64 = 20.0;
const LONG: f64 = 35.0;
/// How many sentences the lead has.
const LEAD: usize = 3;
/// How much more than the first sentence of news the second must tell to be the best, and have of the title.
const SECOND: f64 = 0.25;
const SECOND_TITLED: f64 = 0.5;
/// How many sentences a text begins with at most to take them back.
const TAKEN_BACK: usize = 4;
/// What is left of their fitness.
const CONCEDED: f64 = 0.15;

/// The fitness from which a sentence can be shown without the text round it.
const STANDS_ALONE: f64 = 0.2;

/// How much alike two sentences of one paragraph are, beyond their words: they share their topic.
const SAME_PARAGRAPH: f64 = 0.15;
/// What words count for the likeness of two sentences, against meaning.
const BY_WORDS: f64 = 0.55;
/// How close in meaning any two sentences of a text are.
const ALWAYS_CLOSE: f64 = 0.3;
/// What a sentence loses by saying again what was chosen before.
const REDUNDANCY: f64 = 0.15;
/// How much of a sentence's worth hangs on whether it can stand alone.
const FITNESS: f64 = 0.9;

/// The key sentences, in reading order: `count` of them, or three to five by the article's length.
/// Fewer when the text has fewer.
pub fn summarise(material: &Material, count: Option<usize>) -> Vec<KeySentence> {
    let chosen = Evidence::new(material).choose(&WEIGHTS, count);
    let ranked = chosen.iter().enumerate().map(|(rank, &sentence)| KeySentence { sentence, rank: rank + 1 });
    let mut summary: Vec<KeySentence> = ranked.collect();
    summary.sort_by_key(|key| key.sentence);
    summary
}

/// What key sentences are chosen by.
pub struct Evidence {
    /// How much the text tells its news first, from 0 to 1.
    news: f64,
    /// The signs of each sentence.
    signs: Vec<Signs>,
    described: Vec<Described>,
    consensus: Consensus,
    /// The sentence from which the news is told.
    start: usize,
    /// The first sentence that states something.
    first: usize,
    /// The paragraph of each sentence.
    paragraphs: Vec<usize>,
}

impl Evidence {
    /// Gathers what can be seen of the sentences.
    pub fn new(material: &Material) -> Self {
        let by_sentence = tokens_by_sentence(material);
        let vocabulary = Vocabulary::new(material.text, &by_sentence, material.pack);
        let (described, title) = describe(material, &by_sentence, &vocabulary);
        let stands = |index: &usize| described[*index].fitness >= STANDS_ALONE;
        let mut candidates: Vec<usize> = (0..described.len()).filter(stands).collect();
        if candidates.is_empty() {
            candidates = (0..described.len()).collect();
        }
        let speech = speech(material);
        let signs = signs(material, &by_sentence, &described, &candidates, &title, &speech);
        let first = first_statement(material);
        Self {
            news: newsworthiness(material, &by_sentence, &described, &title, &speech),
            start: start::start(material, &by_sentence, &described, &signs, first),
            first,
            signs,
            consensus: Consensus::new(&by_sentence),
            paragraphs: material.sentences.iter().map(|sentence| sentence.paragraph).collect(),
            described,
        }
    }

    /// The sentences that are chosen by these weights, the most important first: `count` of them, or three to
    /// five by the article's length.
    pub fn choose(&self, weights: &Weights, count: Option<usize>) -> Vec<usize> {
        let fit = self.described.iter().filter(|sentence| sentence.fitness >= STANDS_ALONE).count();
        let news = self.tells_news();
        // News is told in its first sentences however long it goes on.
        let (short, middling) = if news { (30, 60) } else { (20, 45) };
        let wanted = count.unwrap_or(match fit {
            0 => 1,
            _ if fit <= short => fit.min(3),
            _ if fit <= middling => 4,
            _ => 5,
        });
        let single = self.worths(&weights.single);
        let mut chosen = self.lead(&single);
        chosen.truncate(wanted);
        let candidates = self.candidates(wanted, &chosen);
        let summary = if news { self.worths(&weights.summary) } else { self.own(&weights.summary) };
        while chosen.len() < wanted {
            let gains = match chosen[..] {
                [] => single.clone(),
                _ if news => self.diverse(&summary, &chosen),
                _ => self.agreeing(&summary, &candidates, &chosen),
            };
            let open = candidates.iter().copied().filter(|index| !chosen.contains(index));
            // The first of equals: `max_by` would take the last.
            let Some(best) = open.rev().max_by(|&a, &b| gains[a].total_cmp(&gains[b])) else { break };
            chosen.push(best);
        }
        chosen
    }

    /// What each sentence adds to those of news that are `chosen`: its worth, less for what it says again.
    fn diverse(&self, worths: &[f64], chosen: &[usize]) -> Vec<f64> {
        let repeated = |index: usize| chosen.iter().map(|&other| self.likeness(index, other)).fold(0.0, f64::max);
        worths.iter().enumerate().map(|(index, worth)| worth - REDUNDANCY * repeated(index)).collect()
    }

    /// What each sentence of another text adds to those that are `chosen`: how well they agree with the text together,
    /// and its `own` signs, one as much as the other.
    fn agreeing(&self, own: &[f64], candidates: &[usize], chosen: &[usize]) -> Vec<f64> {
        let agreements = within(&self.consensus.agreements(chosen), candidates, chosen);
        let fit = |sentence: &Described| 1.0 - FITNESS * (1.0 - sentence.fitness);
        agreements.iter().zip(own).zip(&self.described).map(|((a, b), sentence)| (a + b) * fit(sentence)).collect()
    }

    /// What the signs of each sentence count, from 0 to 1.
    fn own(&self, table: &Table) -> Vec<f64> {
        let own: Vec<f64> = self.signs.iter().map(|signs| worth(signs, self.news, table)).collect();
        let all: Vec<usize> = (0..own.len()).collect();
        within(&own, &all, &[])
    }

    /// The first sentences of a text that tells its news first, from where it does, the best before the others: people
    /// who sum up news write what these say. Left out are speech, what cannot be understood even behind the sentence
    /// before it, and what opens with a connective, which others may be as good as.
    fn lead(&self, worths: &[f64]) -> Vec<usize> {
        let mut lead: Vec<usize> = Vec::new();
        if !self.tells_news() {
            return lead;
        }
        for index in self.start..self.described.len().min(self.start + LEAD) {
            let sentence = &self.described[index];
            let behind = lead.last().is_some_and(|last| last + 1 == index) && sentence.behind >= STANDS_ALONE;
            if self.signs[index][SPOKEN] == 0.0 && !sentence.connected && (sentence.fitness >= STANDS_ALONE || behind) {
                lead.push(index);
            }
        }
        let stands = |index: usize| self.described[index].fitness >= STANDS_ALONE;
        if let [first, second, ..] = lead[..]
            && self.start == self.first
            && stands(second)
            && (worths[second] > worths[first] + SECOND
                || self.signs[second][TITLED] > self.signs[first][TITLED] + SECOND_TITLED)
        {
            lead.swap(0, 1);
        }
        lead
    }

    /// Whether the first sentences tell the news.
    fn tells_news(&self) -> bool {
        let long = ((self.described.len() as f64 - SHORT) / (LONG - SHORT)).clamp(0.0, 1.0);
        self.news >= TELLS_NEWS + (PLAINLY_NEWS - TELLS_NEWS) * long
    }

    /// What can be chosen beside what is: sentences that stand alone. Others are better than none, and than fewer
    /// than were asked for; last comes what states nothing.
    fn candidates(&self, wanted: usize, chosen: &[usize]) -> Vec<usize> {
        let of = |floor: f64| -> Vec<usize> {
            let open = |index: &usize| self.described[*index].fitness >= floor || chosen.contains(index);
            (0..self.described.len()).filter(open).collect()
        };
        let floors = [STANDS_ALONE, f64::MIN_POSITIVE, 0.0];
        floors.into_iter().map(of).find(|candidates| candidates.len() >= wanted).unwrap_or_else(|| of(0.0))
    }

    /// The worth of every sentence, from 0; much less where it cannot stand alone.
    fn worths(&self, table: &Table) -> Vec<f64> {
        let worths: Vec<f64> = self.signs.iter().map(|signs| worth(signs, self.news, table)).collect();
        let least = worths.iter().copied().fold(f64::INFINITY, f64::min);
        let fit = |(worth, sentence): (&f64, &Described)| (worth - least) * (1.0 - FITNESS * (1.0 - sentence.fitness));
        worths.iter().zip(&self.described).map(fit).collect()
    }

    /// How much two sentences say the same.
    fn likeness(&self, a: usize, b: usize) -> f64 {
        let neighbours = self.paragraphs[a] == self.paragraphs[b];
        let (a, b) = (&self.described[a], &self.described[b]);
        let meaning = (closeness(&a.meaning, &b.meaning) - ALWAYS_CLOSE).max(0.0);
        let by_words = BY_WORDS * cosine(&a.vector, &b.vector);
        by_words + (1.0 - BY_WORDS) * meaning + if neighbours { SAME_PARAGRAPH } else { 0.0 }
    }
}

/// `values`, from 0 for the least to 1 for the greatest of those that may still be chosen.
fn within(values: &[f64], candidates: &[usize], chosen: &[usize]) -> Vec<f64> {
    let open = || candidates.iter().filter(|index| !chosen.contains(index)).map(|&index| values[index]);
    let least = open().fold(f64::INFINITY, f64::min);
    let range = open().fold(f64::NEG_INFINITY, f64::max) - least;
    values.iter().map(|value| if range > 0.0 { (value - least) / range } else { 0.0 }).collect()
}

/// The first sentence that states something: the one after the dateline, and after what the text begins with only
/// to take it back («Казалось, что … Однако …»).
fn first_statement(material: &Material) -> usize {
    let inside = |sentence: &Sentence| material.dateline.is_some_and(|dateline| dateline.contains(sentence.span));
    let first = material.sentences.iter().take_while(|sentence| inside(sentence)).count();
    let text = |index: usize| Some(material.sentences.get(index)?.span.of(material.text).to_lowercase());
    if !text(first).is_some_and(|text| is_apparent(material.language, &text)) {
        return first;
    }
    let takes_back = |index: &usize| text(*index).is_some_and(|text| takes_back(material.language, &text));
    (first + 1..first + 1 + TAKEN_BACK).find(takes_back).unwrap_or(first)
}

/// The title, as sentences are compared with it.
struct Title {
    vector: Vector,
    meaning: Meaning,
}

/// A sentence as the summary sees it.
struct Described {
    /// Content lemmas with their weights, of length 1.
    vector: Vector,
    /// What its words mean together.
    meaning: Meaning,
    /// From nearly 0 (cannot stand alone, or says nothing) to 1.
    fitness: f64,
    /// The same, for a reader of the sentence before it.
    behind: f64,
    /// Whether it opens with a connective.
    connected: bool,
}

fn describe(material: &Material, by_sentence: &[&[Token]], vocabulary: &Vocabulary) -> (Vec<Described>, Title) {
    let (attributed, first) = (attributed(material), first_statement(material));
    let apart = attributed.iter().filter(|attributed| **attributed != Attributed::Here).count();
    let many = 10 * apart > MANY * attributed.len();
    let left = |attributed: Attributed| match attributed {
        Attributed::Here => 1.0,
        _ if many => ORPHANED_AMONG_MANY,
        Attributed::Elsewhere => ATTRIBUTED_ELSEWHERE,
        Attributed::Nowhere => ORPHANED,
    };
    let (meanings, meaning) = meaning::meanings(material.text, by_sentence, material.title, vocabulary, material.pack);
    let describe = |((index, tokens), meaning): ((usize, &&[Token]), Meaning)| {
        let fitness = fitness(material, index, tokens);
        let conceded = if index < first { CONCEDED } else { 1.0 };
        let left = conceded * left(attributed[index]);
        let vector = vocabulary.vector(tokens);
        Described {
            vector,
            meaning,
            fitness: fitness.alone * left,
            behind: fitness.behind * left,
            connected: fitness.connected,
        }
    };
    let described = by_sentence.iter().enumerate().zip(meanings).map(describe).collect();
    (described, Title { vector: vocabulary.vector(material.title), meaning })
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
