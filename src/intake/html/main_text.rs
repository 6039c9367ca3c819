//! Which blocks of a page are its article.
//!
//! Two witnesses are heard. Our own looks for the element whose running text most outweighs the links
//! and labels in it, after all that elements say against themselves has been believed. The other is
//! `dom_smoothie`, a port of Mozilla's Readability. What both hold for the article is the article, and
//! gives the vocabulary by which the blocks in dispute are judged.

use std::collections::{BTreeSet, HashSet};
use std::hash::{Hash, Hasher};

use super::tree::{Block, Made, Tree};
use super::weighed::{Weighed, ends_sentence};
use crate::intake::vocabulary::Vocabulary;

/// Words of running text that an article has at least.
const LEAST_WORDS: usize = 15;

/// What a block is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Of the article, as far as its place tells.
    Article,
    /// Before the article: the title, the date and the author may stand there.
    Header,
    /// Not of the article, by the rule of this name.
    Out(&'static str),
}

/// Decides on every block of `tree`. `title` is the article's, as far as it is known; `readability` the
/// text that the other witness holds for the article; `declared` the text that the page's own data gives.
pub(super) fn place(tree: &Tree, title: Option<&str>, readability: &str, declared: Option<&str>) -> Vec<Place> {
    let page = Weighed::new(tree, title);
    let (ours, theirs) = (page.container(), page.spoken_by(readability));
    let declared = declared.map(|text| page.spoken_by(text)).unwrap_or_default();
    let agreed = page.settle(ours, &theirs, &declared);
    page.places(&agreed)
}

/// The same for markup that is all article but for what its elements say against themselves.
pub(super) fn place_all(tree: &Tree) -> Vec<Place> {
    let page = Weighed::new(tree, None);
    page.out.iter().map(|rule| rule.map_or(Place::Article, Place::Out)).collect()
}

impl Weighed<'_> {
    /// The blocks of the element whose running text most outweighs what else is in it.
    fn container(&self) -> BTreeSet<usize> {
        let mut score = vec![0.0_f32; self.tree.elements.len()];
        for (at, block) in self.tree.blocks.iter().enumerate() {
            let worth = if self.out[at].is_some() { 0.0 } else { self.worth(at, block) };
            for element in self.tree.with_ancestors(block.element) {
                score[element] += worth;
            }
        }
        let mut best = 0;
        if score.iter().all(|&score| score <= 0.0) {
            return BTreeSet::new();
        }
        // Parents come first: a child is preferred when it has nearly all that its parent has.
        for at in 1..score.len() {
            let inner = self.tree.is_within(at, best);
            let factor = if inner { 0.85 } else { 1.0 };
            if score[at] >= score[best] * factor && score[at] > 0.0 {
                best = at;
            }
        }
        (0..self.tree.blocks.len())
            .filter(|&block| self.out[block].is_none() && self.tree.is_within(self.tree.blocks[block].element, best))
            .collect()
    }

    fn worth(&self, at: usize, block: &Block) -> f32 {
        let words = block.words() as f32;
        match block.made {
            _ if self.prose[at] > 0 => words,
            Made::Heading(_) => 0.0,
            Made::Item | Made::Row if block.link_share() < 0.3 => 0.3 * words,
            _ if block.link_share() < 0.3 && ends_sentence(&block.text) => 0.5 * words,
            _ => -0.5 * words - 1.0,
        }
    }

    /// The blocks that stand in `text`: most of their runs of four words do.
    fn spoken_by(&self, text: &str) -> BTreeSet<usize> {
        let said: HashSet<u64> = runs(text).collect();
        let stands = |block: &Block| {
            let (all, common) = runs(&block.text)
                .fold((0, 0), |(all, common), run| (all + 1, common + usize::from(said.contains(&run))));
            all > 0 && common * 10 >= all * 7
        };
        (0..self.tree.blocks.len()).filter(|&at| !said.is_empty() && stands(&self.tree.blocks[at])).collect()
    }

    fn weight(&self, blocks: &BTreeSet<usize>) -> usize {
        blocks.iter().map(|&block| self.prose[block]).sum()
    }

    /// The article's blocks, from what the witnesses say.
    fn settle(&self, ours: BTreeSet<usize>, theirs: &BTreeSet<usize>, declared: &BTreeSet<usize>) -> BTreeSet<usize> {
        let common: BTreeSet<usize> = ours.intersection(theirs).copied().collect();
        let disjoint = self.weight(&common) * 3 < self.weight(&ours).min(self.weight(theirs));
        let mut chosen = ours;
        if disjoint && !theirs.is_empty() && self.affinity(theirs) > 1.2 * self.affinity(&chosen) {
            chosen = self.filled(theirs);
        }
        if self.weight(declared) >= 60
            && self.weight(&chosen.intersection(declared).copied().collect()) * 3 < self.weight(declared)
        {
            chosen = self.filled(declared);
        }
        let chosen = self.without_next_articles(chosen);
        let chosen = self.with_disputed(chosen, theirs, declared);
        // An error page has a sentence too.
        if self.weight(&chosen) < LEAST_WORDS { BTreeSet::new() } else { chosen }
    }

    /// How well a choice fits its title, and how much it is.
    fn affinity(&self, blocks: &BTreeSet<usize>) -> f32 {
        let mut vocabulary = Vocabulary::default();
        for &block in blocks.iter().filter(|&&block| self.prose[block] > 0) {
            vocabulary.add(&self.tree.blocks[block].text);
        }
        let title = self.title.map_or(0.5, |title| vocabulary.overlap(&self.tree.blocks[title].text));
        (0.2 + title) * (self.weight(blocks) as f32).sqrt()
    }

    /// `blocks` with the unmarked blocks between the first and the last of them.
    fn filled(&self, blocks: &BTreeSet<usize>) -> BTreeSet<usize> {
        let (Some(&first), Some(&last)) = (blocks.first(), blocks.last()) else { return BTreeSet::new() };
        (first..=last).filter(|block| self.out[*block].is_none() || blocks.contains(block)).collect()
    }

    /// Pages that scroll on without end put the next articles below the first, each with a title of the
    /// same rank.
    fn without_next_articles(&self, chosen: BTreeSet<usize>) -> BTreeSet<usize> {
        let is_title = |&block: &usize| self.tree.blocks[block].made == Made::Heading(1);
        let start = self.title.filter(|title| chosen.contains(title)).unwrap_or(0);
        let mut words = 0;
        for &block in chosen.range(start..) {
            words += self.prose[block];
            if block > start && words >= 50 && is_title(&block) {
                let after: usize = chosen.range(block..).map(|&block| self.prose[block]).sum();
                if after >= 30 {
                    return chosen.range(..block).copied().collect();
                }
            }
        }
        chosen
    }

    /// `chosen`, with what stands outside and yet belongs to it: the lead above the body, the parts of
    /// a body that lie in elements of their own.
    fn with_disputed(
        &self,
        mut chosen: BTreeSet<usize>,
        theirs: &BTreeSet<usize>,
        declared: &BTreeSet<usize>,
    ) -> BTreeSet<usize> {
        let mut vocabulary = Vocabulary::default();
        for &block in chosen.iter().filter(|&&block| self.prose[block] > 0) {
            vocabulary.add(&self.tree.blocks[block].text);
        }
        let (Some(&first), Some(&last)) = (chosen.first(), chosen.last()) else { return chosen };
        let title = self.title.unwrap_or(first);
        for at in 0..self.tree.blocks.len() {
            let block = &self.tree.blocks[at];
            if chosen.contains(&at) || block.link_share() > 0.4 {
                continue;
            }
            let related = vocabulary.overlap(&block.text);
            let sure = declared.contains(&at) && block.words() >= 6;
            let lead = at > title && at < first && self.out[at].is_none() && self.prose[at] > 0 && related >= 0.25;
            let seconded = theirs.contains(&at) && self.prose[at] > 0 && related >= 0.25;
            let soft = self.out[at].is_none_or(|rule| {
                !matches!(
                    rule,
                    "page-comments"
                        | "page-caption"
                        | "hidden"
                        | "page-advert"
                        | "page-subscribe"
                        | "page-footer"
                        | "page-byline"
                )
            });
            let near = at > title.min(first) && at <= last + 40;
            if sure && soft || lead || (seconded && soft && near && self.out[at].is_none()) {
                chosen.insert(at);
            }
        }
        chosen
    }

    fn places(&self, chosen: &BTreeSet<usize>) -> Vec<Place> {
        let first = chosen.iter().copied().find(|&block| self.prose[block] > 0).unwrap_or(self.tree.blocks.len());
        let header = self.title.map_or(first.saturating_sub(12), |title| title.min(first).saturating_sub(8));
        (0..self.tree.blocks.len())
            .map(|at| {
                let lead = self.title.is_some_and(|title| at > title) && self.tree.blocks[at].link_share() < 0.2;
                // Some systems put author and date into a `footer` above the text.
                let submitted = self.out[at] == Some("page-footer") && self.tree.blocks[at].words() <= 20;
                let stamp = matches!(self.out[at], None | Some("page-byline"))
                    || lead && (submitted || self.out[at] == Some("page-related"));
                if at < first && at >= header && stamp {
                    Place::Header
                } else if chosen.contains(&at) {
                    Place::Article
                } else {
                    Place::Out(self.out[at].unwrap_or("outside-article"))
                }
            })
            .collect()
    }
}

/// The runs of four words of a text, as digests.
fn runs(text: &str) -> impl Iterator<Item = u64> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let digest = |run: &[String]| {
        let mut hasher = std::hash::DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(4).map(digest).collect::<Vec<_>>().into_iter()
}
