//! What a page shows as a title: headings, what a class calls one, and lines in large letters.

use super::clean;
use super::head::Head;
use super::main_text::Place;
use super::tree::{Block, Made, Tree};
use crate::intake::rules;
use crate::intake::vocabulary::Vocabulary;

/// The rank of what only a class calls a title, and of lines that nothing does.
const TITLED: u8 = 4;
pub(super) const UNNAMED: u8 = 9;

/// Headings of the first three ranks with their ranks, and what else is called a title, those that stand in no menu or sidebar first.
pub(super) fn of_page(tree: &Tree) -> Vec<(u8, String)> {
    const FOREIGN: [&str; 6] =
        ["page-comments", "page-related", "page-navigation", "page-footer", "page-sidebar", "hidden"];
    let chrome = |block: &Block| {
        tree.with_ancestors(block.element).any(|at| {
            let name = tree.elements[at].name.as_str();
            let marks = &tree.elements[at].marks;
            !matches!(name, "body" | "html" | "main")
                && marks.iter().any(|mark| mark.sure || FOREIGN.contains(&mark.rule))
        })
    };
    let rank = |block: &Block| match block.made {
        Made::Heading(rank @ 1..=3) => Some(rank),
        _ => tree.elements[block.element].titled.then_some(TITLED),
    };
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for (rank, block) in tree.blocks.iter().filter_map(|block| Some((rank(block)?, block))).take(60) {
        let place = if chrome(block) { &mut other } else { &mut own };
        place.push((rank, clean(&block.text)));
    }
    own.append(&mut other);
    own
}

/// Whether a heading has the window's title too, or the page's data.
pub(super) fn is_told_elsewhere(head: &Head, tree: &Tree, title: &str) -> bool {
    let title_key = rules::key(title);
    let is_heading =
        |block: &Block| matches!(block.made, Made::Heading(_)) && rules::key(&clean(&block.text)) == title_key;
    head.titles().len() > 1 || tree.blocks.iter().any(is_heading)
}

/// The article's title where only the window has one, which may be the whole site's, or the issue's: that, if the
/// article speaks of what it says, unless it says more of what a line in large or bold letters above the text does.
pub(super) fn title_of_article(tree: &Tree, places: &[Place], window: Option<&str>) -> Option<String> {
    const ABOVE: usize = 5;
    let is_article = |at: &usize| places[*at] == Place::Article;
    let mut vocabulary = Vocabulary::default();
    for at in (0..tree.blocks.len()).filter(is_article) {
        vocabulary.add(&tree.blocks[at].text);
    }
    let of_window = window.map_or(0.0, |title| vocabulary.overlap(title));
    let first = (0..tree.blocks.len()).find(|at| is_article(at) && tree.blocks[*at].words() >= 15);
    let above = first.map_or(0..0, |first| first.saturating_sub(ABOVE)..first);
    let fits = |block: &&Block| {
        let line = clean(&block.text);
        let own = vocabulary.overlap(&line);
        let short = (3..=25).contains(&block.words()) && !line.ends_with(['.', ':', ',']);
        // What a class calls a title need not say more than the window, which may sum the text up for machines.
        let named = tree.elements[block.element].titled && own > 0.0 && own >= of_window / 2.0;
        short && block.link_share() < 0.3 && (named || block.bold && own > of_window)
    };
    let large = above.rev().map(|at| &tree.blocks[at]).find(fits).map(|block| clean(&block.text));
    let window = window.filter(|title| Vocabulary::weight(title) == 0 || of_window > 0.0);
    large.or_else(|| window.map(str::to_owned))
}
