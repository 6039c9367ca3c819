//! What the site puts round its articles, as other pages of it show.

use crate::intake::page::{Fate, Page};
use crate::intake::rules;

/// The rule's name.
const RULE: &str = "site-chrome";

/// The overlap with the rest of the text from which a sentence that pages share is reporting: a paragraph on
/// what went before speaks of the same people and places.
const RELATED: f32 = 0.25;

/// Takes out the lines that pages of the site share (`chrome`, sorted): at the edges of the text; and within it,
/// sentences that have no word in common with the rest, and phrases beside what was taken out. Never all that is left.
pub(in crate::intake) fn remove_shared(page: &mut Page, chrome: &[String]) {
    if chrome.is_empty() {
        return;
    }
    let kept: Vec<usize> = (0..page.entries.len()).filter(|&at| !page.entries[at].is_out()).collect();
    let shared: Vec<bool> =
        kept.iter().map(|&at| chrome.binary_search(&rules::key(page.entries[at].text())).is_ok()).collect();
    if shared.iter().all(|shared| *shared) {
        return;
    }
    let foreign = |at: usize, limit: f32| !page.entries[at].is_body_text() || page.overlap(at) < limit;
    let edge = |places: &mut dyn Iterator<Item = usize>| {
        places.take_while(|&place| shared[place] && foreign(kept[place], RELATED)).collect::<Vec<_>>()
    };
    let mut out = edge(&mut (0..kept.len()));
    out.extend(edge(&mut (0..kept.len()).rev()));
    for place in (0..kept.len()).filter(|place| shared[*place] && !out.contains(place)).collect::<Vec<_>>() {
        let at = kept[place];
        let beside =
            at > 0 && page.entries[at - 1].is_out() || page.entries.get(at + 1).is_some_and(|next| next.is_out());
        let heads = page.entries.get(at + 1).is_some_and(|next| next.is_body_text() && !next.is_out());
        let phrase = page.entries[at].is_phrase();
        let alone = !phrase && page.entries[at].shape.words <= 25 && page.overlap(at) == 0.0 && at > page.body_start;
        if alone || phrase && beside && !heads {
            out.push(place);
        }
    }
    for place in out {
        page.entries[kept[place]].fate = Fate::Out(RULE);
    }
}
