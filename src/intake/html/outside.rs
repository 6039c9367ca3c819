//! What a page says of its article outside of it: the day below the text, the author in a box of its own.

use super::clean;
use super::main_text::Place;
use super::tree::{Block, Made, Tree};
use crate::calendar::Moment;
use crate::intake::article::Sourced;
use crate::intake::bylines;
use crate::intake::datelines::{self, DateLabel};

/// The day of publication that the page gives right below the article, outside of it: with words that say so, or else
/// alone, so that it is no stamp of another story.
pub(super) fn published_below(tree: &Tree, places: &[Place]) -> Option<Moment> {
    const NEAR: usize = 6;
    const NEXT: usize = 3;
    let last = places.iter().rposition(|place| *place == Place::Article)?;
    let below: Vec<&Block> = tree.blocks[last + 1..]
        .iter()
        .take(NEAR)
        .take_while(|block| !matches!(block.made, Made::Heading(_)) && !block.text.ends_with(':'))
        .collect();
    let dates = |block: &Block| datelines::read(&clean(&block.text)).map(|line| line.dates).unwrap_or_default();
    let labelled = |block: &&Block| dates(block).into_iter().find(|(label, _)| *label == DateLabel::Published);
    let alone = |at: usize| match dates(below[at]).as_slice() {
        [(DateLabel::Bare, moment)] if moment.day.year.is_some() => {
            let next = below.get(at + 1);
            let headline = next.is_some_and(|next| next.words() >= 4 && datelines::read(&clean(&next.text)).is_none());
            (!headline && below[at].link_share() < 0.5).then_some(*moment)
        }
        _ => None,
    };
    let first = below.iter().find_map(labelled).map(|(_, moment)| moment);
    first.or_else(|| (0..below.len().min(NEXT)).find_map(alone))
}

/// The authors that a label names («Беседовала …») in an element whose class says that it holds a byline.
pub(super) fn named_by_class(tree: &Tree, places: &[Place]) -> Vec<Sourced<String>> {
    let signed = tree.blocks.iter().zip(places).filter(|(_, place)| **place == Place::Out("page-byline"));
    let byline = signed
        .map(|(block, _)| clean(&block.text))
        .find_map(|line| bylines::read(&line).filter(|byline| !byline.authors.is_empty()));
    byline.map(|byline| byline.authors.into_iter().map(Sourced::source).collect()).unwrap_or_default()
}
