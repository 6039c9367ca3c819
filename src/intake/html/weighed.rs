//! A page's blocks, each weighed: which are running text, and which of the signs against them hold.

use std::collections::BTreeSet;

use super::marks::Mark;
use super::tree::{Block, Made, Tree};
use crate::intake::rules::key;

/// A page whose blocks have been weighed.
pub(super) struct Weighed<'a> {
    pub tree: &'a Tree,
    /// For each block, its words if it is running text, else 0.
    pub prose: Vec<usize>,
    /// For each block, the rule that something round it bears.
    pub out: Vec<Option<&'static str>>,
    /// The block that is the title.
    pub title: Option<usize>,
}

impl<'a> Weighed<'a> {
    /// Weighs the blocks of `tree`, of which one may be the `title`.
    pub fn new(tree: &'a Tree, title: Option<&str>) -> Self {
        let prose: Vec<usize> = tree.blocks.iter().map(words_of_prose).collect();
        let title = title.and_then(|title| heading_of(tree, title));
        let mut page = Self { tree, prose, out: vec![None; tree.blocks.len()], title };
        page.believe_marks();
        page.mark_captions();
        page
    }

    /// Decides which marks to believe. A sign that stands on nearly all of the page's text, or on an
    /// element with the title and the article in it, is how the site names its articles.
    fn believe_marks(&mut self) {
        let signs: BTreeSet<Mark> =
            self.tree.elements.iter().flat_map(|element| element.marks.iter().copied()).collect();
        let total: usize = self.prose.iter().sum();
        let holds_article = self.holding_article();
        for sign in signs {
            let mut under = vec![false; self.tree.elements.len()];
            for (at, element) in self.tree.elements.iter().enumerate() {
                let bears = element.marks.contains(&sign) && (sign.sure || !holds_article[at]);
                under[at] = bears || (element.parent != at && under[element.parent]);
            }
            let blocks: Vec<usize> =
                (0..self.tree.blocks.len()).filter(|&block| under[self.tree.blocks[block].element]).collect();
            let rest = total - blocks.iter().map(|&block| self.prose[block]).sum::<usize>();
            let enough = if sign.rule == "page-comments" { rest >= 40 } else { rest * 4 >= total };
            if sign.sure || enough || rest == total {
                for block in blocks {
                    let rule = self.out[block].get_or_insert(sign.rule);
                    if sign.rule == "page-comments" {
                        *rule = sign.rule;
                    }
                }
            }
        }
    }

    /// A box with a picture and a few words in it holds the picture's caption.
    fn mark_captions(&mut self) {
        const MOST: usize = 45;
        let total: usize = self.prose.iter().sum();
        let mut words = vec![0_usize; self.tree.elements.len()];
        let mut prose = vec![0_usize; self.tree.elements.len()];
        for (at, block) in self.tree.blocks.iter().enumerate() {
            let own = block.words();
            for element in self.tree.with_ancestors(block.element) {
                words[element] += own;
                prose[element] += self.prose[at];
            }
        }
        let holds = self.holding_article();
        let mut boxes = vec![false; self.tree.elements.len()];
        for at in (0..self.tree.elements.len()).filter(|&at| self.tree.elements[at].pictured) {
            let Some(found) = self.tree.with_ancestors(at).find(|&outer| words[outer] > 0) else { continue };
            let name = self.tree.elements[found].name.as_str();
            let small = words[found] <= MOST && prose[found] * 3 < total;
            let running = matches!(name, "p" | "li" | "td" | "article" | "main" | "body" | "html");
            boxes[found] |= small && !running && !holds[found];
        }
        for at in 1..boxes.len() {
            boxes[at] |= boxes[self.tree.elements[at].parent];
        }
        for (at, block) in self.tree.blocks.iter().enumerate() {
            let heading = matches!(block.made, Made::Heading(_));
            if boxes[block.element] && !heading && Some(at) != self.title {
                self.out[at].get_or_insert("page-caption");
            }
        }
    }

    /// For each element, whether it holds the title together with text, as only the article's own do.
    fn holding_article(&self) -> Vec<bool> {
        let names = ["html", "body", "main"];
        let mut holds: Vec<bool> =
            self.tree.elements.iter().map(|element| names.contains(&element.name.as_str())).collect();
        let Some(title) = self.title else { return holds };
        let mut prose = vec![0; self.tree.elements.len()];
        for (block, words) in self.prose.iter().enumerate().skip(title).filter(|(_, words)| **words > 0) {
            for element in self.tree.with_ancestors(self.tree.blocks[block].element) {
                prose[element] += words;
            }
        }
        for element in self.tree.with_ancestors(self.tree.blocks[title].element) {
            holds[element] |= prose[element] >= 60;
        }
        holds
    }
}

/// The words of a block that is running text: long enough for a sentence, hardly linked, and ending as
/// sentences do. 0 for any other.
fn words_of_prose(block: &Block) -> usize {
    let words = block.words();
    let text = matches!(block.made, Made::Text | Made::Item) && block.link_share() < 0.5;
    if text && (words >= 10 && ends_sentence(&block.text) || words >= 35) { words } else { 0 }
}

/// Whether a text ends as sentences do, or as lines that go on.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '»', '”', ')', ' ', '\u{A0}', '’', '\'']).ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// The first heading of the highest rank that says what `title` says.
fn heading_of(tree: &Tree, title: &str) -> Option<usize> {
    let wanted = key(title);
    if wanted.is_empty() {
        return None;
    }
    let rank = |at: &usize| match tree.blocks[*at].made {
        Made::Heading(level) => level,
        _ => 7,
    };
    (0..tree.blocks.len())
        .filter(|&at| {
            let other = key(&tree.blocks[at].text);
            other == wanted || (rank(&at) <= 2 && other.len() * 2 > wanted.len() && wanted.starts_with(&other))
        })
        .min_by_key(|at| (rank(at), *at))
}
