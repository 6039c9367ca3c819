//! Sources that share text with a source, and where.

use serde::Serialize;

use crate::content::SourcePage;
use crate::dossier::{Copied, Source};
use crate::site::text::{self, Names};
use crate::site::view::{SourceCard, View};
use crate::span::Span;

/// Copies that are shown with their passages: a wire's report may stand in a hundred papers.
const MOST_COPIES: usize = 3;

/// Copies that are led to beside these.
const MOST_OTHER_COPIES: usize = 60;

/// Passages of one copy that are shown.
const MOST_PASSAGES: usize = 6;

/// A source that shares text with this one.
#[derive(Debug, Serialize)]
struct CopyView {
    #[serde(flatten)]
    card: SourceCard,
    /// Per cent of this text that stands in the other, and the other way round; rounded down.
    percent: usize,
    percent_of_other: usize,
    /// Whether the two are one report.
    is_reprint: bool,
    passages: Vec<PassageView>,
    /// How many passages are not shown.
    more: usize,
}

/// A source that shares text with this one and is only led to.
#[derive(Debug, Serialize)]
struct OtherCopy {
    #[serde(flatten)]
    card: SourceCard,
    /// Per cent of this text that stands in the other.
    percent: usize,
}

/// Sentences that follow each other in both texts.
#[derive(Debug, Serialize)]
struct PassageView {
    html: String,
    /// Where it begins here.
    anchor: String,
    /// Where it begins there.
    there: String,
}

/// The copies of a source, as its page shows them.
#[derive(Debug, Serialize)]
pub struct CopiesView {
    /// The closest, with the passages in common.
    copies: Vec<CopyView>,
    /// Copies beyond [`MOST_COPIES`], without their passages.
    other_copies: Vec<OtherCopy>,
    /// How many there are beside all these.
    copies_left: usize,
}

/// The published sources that share text with `source`, the closest first.
pub fn copies(view: &View<'_>, source: &Source) -> CopiesView {
    let copies: Vec<(&SourcePage, &Copied)> =
        source.copies.iter().filter_map(|copied| Some((view.page_of(copied.source)?, copied))).collect();
    let (closest, others) = copies.split_at(copies.len().min(MOST_COPIES));
    let other = |&(page, copied): &(&SourcePage, &Copied)| OtherCopy {
        card: view.source_card(page),
        percent: percent(copied.share),
    };
    CopiesView {
        copies: closest.iter().map(|(page, copied)| copy_view(view, source, page, copied)).collect(),
        other_copies: others.iter().take(MOST_OTHER_COPIES).map(other).collect(),
        copies_left: others.len().saturating_sub(MOST_OTHER_COPIES),
    }
}

fn copy_view(view: &View<'_>, source: &Source, page: &SourcePage, copied: &Copied) -> CopyView {
    let card = view.source_card(page);
    let (here, there) = (&source.analysis, &view.dossier.sources[copied.source].analysis);
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for &(own, other) in &copied.sentences {
        match runs.last_mut() {
            // The next sentence of the same paragraph, in both.
            Some((first, first_there, count))
                if own == *first + *count
                    && other == *first_there + *count
                    && here.sentences[own].paragraph == here.sentences[*first].paragraph =>
            {
                *count += 1;
            }
            _ => runs.push((own, other, 1)),
        }
    }
    let passage = |&(own, other, count): &(usize, usize, usize)| {
        let span = Span::new(here.sentences[own].span.start, here.sentences[own + count - 1].span.end);
        PassageView {
            html: text::span(view, source, span, Names::Plain),
            anchor: here.sentences[own].anchor(),
            there: format!("{}#{}", view.links.source(&page.slug), there.sentences[other].anchor()),
        }
    };
    CopyView {
        percent: percent(copied.share),
        percent_of_other: percent(copied.share_of_other),
        is_reprint: copied.is_reprint(),
        passages: runs.iter().take(MOST_PASSAGES).map(passage).collect(),
        more: runs.len().saturating_sub(MOST_PASSAGES),
        card,
    }
}

/// Rounded down: «100 %» is said of all and of nothing less.
fn percent(share: f64) -> usize {
    (share * 100.0).floor() as usize
}
