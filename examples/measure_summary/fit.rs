//! Finds the weights of the key sentences' signs.
//!
//! Hill climbing on what is measured itself: of a summary, and of its best sentence against the headline and the
//! summary. A weight is held to where it began, and several runs are averaged, so that what forty articles
//! happen to favour counts little.

use std::collections::HashMap;

use dossier::analysis::summary::{Evidence, NAMES, Table, Weights};
use rayon::prelude::*;

use crate::rouge;

/// How often each run tries to better itself.
const STEPS: usize = 1000;
/// How many runs there are.
const RUNS: u64 = 3;
/// The greatest change of a weight in one step.
const STEP: f64 = 0.1;
/// What it costs to leave the beginning as far as the beginning is from nothing.
const HELD: f64 = 0.02;
/// Signs of place: these count differently in news and elsewhere.
const OF_PLACE: [&str; 4] = ["place", "in-lead", "opens", "depth"];
/// Signs of likeness to a title: a summary of news needs none, it says the same already.
const OF_TITLE: [&str; 2] = ["titled", "titled-close"];

/// Words, each with its lemma.
pub type Forms = Vec<(String, String)>;

/// An article as the weights are fitted on it.
pub struct Sample {
    pub evidence: Evidence,
    pub sentences: Vec<Forms>,
    pub headline: Forms,
    pub summary: Forms,
}

/// Where the climbing begins, set by hand.
fn beginning() -> Weights {
    let of = |name: &str| match name {
        "place" => (0.35, 0.05),
        "in-lead" => (0.4, 0.0),
        "opens" => (0.04, 0.05),
        "depth" => (0.0, -0.03),
        "titled" => (0.1, 0.25),
        "central" => (0.03, 0.03),
        "near" | "alike" => (0.06, 0.06),
        "connected" | "covers" => (0.12, 0.12),
        "titled-close" => (0.05, 0.1),
        "close" | "names" | "foremost" => (0.05, 0.05),
        "spoken" => (-0.07, -0.07),
        "told" | "self" => (-0.05, -0.05),
        _ => (0.0, 0.0),
    };
    let summary = NAMES.map(of);
    let single = NAMES.map(|name| match name {
        "place" => (0.5, 0.05),
        "in-lead" => (0.12, 0.0),
        "titled" => (0.25, 0.25),
        "titled-close" => (0.12, 0.12),
        _ => of(name),
    });
    Weights { single, summary }
}

/// Prints the weights that fit `samples` best.
pub fn fit(samples: &[Sample]) {
    let begin = beginning();
    let summaries: Vec<Weights> = (0..RUNS).into_par_iter().map(|seed| climb(samples, &begin, false, seed)).collect();
    let singles: Vec<Weights> = (0..RUNS).into_par_iter().map(|seed| climb(samples, &begin, true, seed)).collect();
    let mean = |of: &dyn Fn(usize) -> Vec<(f64, f64)>| -> Table {
        std::array::from_fn(|sign| {
            let all = of(sign);
            let count = all.len() as f64;
            (all.iter().map(|it| it.0).sum::<f64>() / count, all.iter().map(|it| it.1).sum::<f64>() / count)
        })
    };
    let fitted = Weights {
        single: mean(&|sign| singles.iter().map(|weights| weights.single[sign]).collect()),
        summary: mean(&|sign| summaries.iter().map(|weights| weights.summary[sign]).collect()),
    };
    for (name, table) in [("single", fitted.single), ("summary", fitted.summary)] {
        println!("{name}: [");
        for (sign, (news, slow)) in NAMES.iter().zip(table) {
            println!("    ({news:.2}, {slow:.2}), // {sign}");
        }
        println!("],");
    }
    for single in [true, false] {
        println!("{:.4} → {:.4}", score(samples, &begin, single, None), score(samples, &fitted, single, None));
    }
}

fn climb(samples: &[Sample], begin: &Weights, single: bool, seed: u64) -> Weights {
    let mut random = Random(seed * 7919 + 1);
    let mut memory = HashMap::new();
    let mut best = begin.clone();
    let of = |weights: &Weights| if single { weights.single } else { weights.summary };
    let mut score_of = |weights: &Weights| {
        let pairs = || of(weights).into_iter().zip(of(begin));
        let moved: f64 = pairs().map(|(a, b)| (a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sum();
        let length: f64 = pairs().map(|(_, b)| b.0.powi(2) + b.1.powi(2)).sum();
        score(samples, weights, single, Some(&mut memory)) - HELD * moved / length
    };
    let mut highest = score_of(&best);
    for _ in 0..STEPS {
        let mut next = best.clone();
        let table = if single { &mut next.single } else { &mut next.summary };
        for _ in 0..1 + random.below(4) {
            let sign = random.below(NAMES.len());
            let (news, slow) = (random.change(), random.change());
            let apart = OF_PLACE.contains(&NAMES[sign]) || OF_TITLE.contains(&NAMES[sign]);
            table[sign].0 += news;
            table[sign].1 += if apart { slow } else { news };
        }
        let reached = score_of(&next);
        if reached > highest {
            (best, highest) = (next, reached);
        }
    }
    best
}

/// Scores of sentences that were chosen before, by sample.
type Memory = HashMap<(usize, Vec<usize>), f64>;

/// The mean score of what these weights choose.
fn score(samples: &[Sample], weights: &Weights, single: bool, memory: Option<&mut Memory>) -> f64 {
    let mut none = Memory::new();
    let memory = memory.unwrap_or(&mut none);
    let of = |(number, sample): (usize, &Sample)| {
        let mut chosen = sample.evidence.choose(weights, single.then_some(1));
        chosen.sort_unstable();
        let text = |chosen: &[usize]| chosen.iter().flat_map(|&it| sample.sentences[it].clone()).collect::<Forms>();
        *memory.entry((number, chosen)).or_insert_with_key(|(_, chosen)| {
            let text = text(chosen);
            let against = |reference: &Forms| {
                let scores = rouge::scores(&text, reference);
                (scores.one + scores.two + scores.longest + scores.lemmas) / 4.0
            };
            let summary = against(&sample.summary);
            if single { (summary + against(&sample.headline)) / 2.0 } else { summary }
        })
    };
    samples.iter().enumerate().map(of).sum::<f64>() / samples.len() as f64
}

/// A linear congruential generator (Knuth's MMIX): the same numbers every time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, limit: usize) -> usize {
        self.next() as usize % limit
    }

    /// From minus to plus [`STEP`], small changes more often.
    fn change(&mut self) -> f64 {
        let part = |value: u64| value as f64 / f64::from(1u32 << 31) - 0.5;
        STEP * (part(self.next()) + part(self.next()))
    }
}
