//! The list of all sources.

use serde::Serialize;

use super::view::{SourceCard, View, lang};
use crate::content::KeyPoint;

/// A source in the list, with its weightiest point.
#[derive(Debug, Serialize)]
pub struct ListedSource {
    #[serde(flatten)]
    card: SourceCard,
    point: Option<String>,
    point_lang: String,
}

/// All published sources, newest first.
pub fn sources(view: &View<'_>) -> Vec<ListedSource> {
    view.pages
        .iter()
        .map(|page| ListedSource {
            card: view.source_card(page),
            point: page.key_points.first().map(KeyPoint::attributed),
            point_lang: lang(&view.source_of(page).analysis.language),
        })
        .collect()
}
