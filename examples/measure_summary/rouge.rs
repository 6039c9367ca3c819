//! ROUGE (Lin, 2004): how much two texts share, as F1.

use std::collections::HashMap;

/// F1 of unigrams, of bigrams and of the longest common subsequence of words, and of unigrams of lemmas.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    pub one: f64,
    pub two: f64,
    pub longest: f64,
    pub lemmas: f64,
}

impl std::ops::AddAssign for Scores {
    fn add_assign(&mut self, other: Self) {
        self.one += other.one;
        self.two += other.two;
        self.longest += other.longest;
        self.lemmas += other.lemmas;
    }
}

/// The scores of a text against a reference, both as words with their lemmas.
pub fn scores(text: &[(String, String)], reference: &[(String, String)]) -> Scores {
    let words = |text: &[(String, String)]| text.iter().map(|(word, _)| word.clone()).collect::<Vec<_>>();
    let lemmas = |text: &[(String, String)]| text.iter().map(|(_, lemma)| lemma.clone()).collect::<Vec<_>>();
    let (ours, theirs) = (words(text), words(reference));
    Scores {
        one: grams(&ours, &theirs, 1),
        two: grams(&ours, &theirs, 2),
        longest: f1(longest(&ours, &theirs), ours.len(), theirs.len()),
        lemmas: grams(&lemmas(text), &lemmas(reference), 1),
    }
}

fn grams(ours: &[String], theirs: &[String], n: usize) -> f64 {
    let mut counts: HashMap<&[String], usize> = HashMap::new();
    theirs.windows(n).for_each(|gram| *counts.entry(gram).or_default() += 1);
    let mut shared = 0;
    for gram in ours.windows(n) {
        if let Some(count) = counts.get_mut(gram).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    f1(shared, (ours.len() + 1).saturating_sub(n), (theirs.len() + 1).saturating_sub(n))
}

fn longest(ours: &[String], theirs: &[String]) -> usize {
    let mut row = vec![0; theirs.len() + 1];
    for word in ours {
        let mut diagonal = 0;
        for (at, other) in theirs.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[theirs.len()]
}

fn f1(shared: usize, ours: usize, theirs: usize) -> f64 {
    if shared == 0 { 0.0 } else { 2.0 * shared as f64 / (ours + theirs) as f64 }
}
