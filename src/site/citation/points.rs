//! Links to the key sentences of a source: here, and where it was published.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::SourcePage;
use crate::site::feed::absolute;
use crate::site::fragment;
use crate::site::view::View;

/// A key sentence, as it is linked to from outside.
#[derive(Debug, Serialize)]
pub struct CitedPoint {
    anchor: String,
    /// 1-based number of its paragraph.
    paragraph: usize,
    /// Its address in the dossier, with scheme and host.
    link: String,
    /// Its address in the original.
    original: Option<String>,
}

/// The key sentences of the source of `page` that its page links to.
pub fn points(view: &View<'_>, page: &SourcePage) -> Vec<CitedPoint> {
    let analysis = &view.source_of(page).analysis;
    let by_anchor: BTreeMap<String, usize> =
        analysis.sentences.iter().enumerate().map(|(index, sentence)| (sentence.anchor(), index)).collect();
    let original = view.outside_address(page);
    let fragments = if original.is_some() { fragment::fragments(analysis) } else { Vec::new() };
    let point = |anchor: &String| {
        let sentence = *by_anchor.get(anchor)?;
        let place = |address: &String| fragment::address(address, analysis, sentence, fragments.get(sentence)?);
        Some(CitedPoint {
            anchor: anchor.clone(),
            paragraph: analysis.sentences[sentence].paragraph + 1,
            link: format!("{}#{anchor}", absolute(view, &format!("sources/{}/", page.slug))),
            original: original.as_ref().and_then(place),
        })
    };
    page.key_points.iter().filter_map(|key| point(key.anchor.as_ref()?)).collect()
}
