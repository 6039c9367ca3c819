//! A feed for each of the entities that more than a few sources name.

use std::collections::BTreeMap;

use super::{ENTRIES, EntryView, FeedView, absolute, entry, feed_of};
use crate::content::SourcePage;
use crate::site::view::View;

/// Sources that name an entity before it has a feed: one or two are news of the past.
const FEWEST: usize = 3;
/// Entities that have one, the most widely reported first. A feed costs as much as a page.
const MOST: usize = 300;
/// Sentences of a source that an entry quotes.
const SENTENCES: usize = 3;

/// Path of an entity's feed, relative to the site.
pub fn path(id: &str) -> String {
    format!("entities/{id}/feed.xml")
}

/// Whether an entity (an index in the dossier) has a feed.
///
/// The dossier lists the most widely reported entities first, so that the bound needs no sorting.
pub fn has_feed(view: &View<'_>, entity: usize) -> bool {
    entity < MOST && view.sources_of(entity).len() >= FEWEST
}

/// The feeds by path. Each entry has the sentences that name the entity.
pub fn feeds(view: &View<'_>) -> Vec<(String, FeedView)> {
    let with_feed = (0..view.dossier.entities.len()).filter(|&entity| has_feed(view, entity));
    with_feed
        .map(|index| {
            let entity = &view.dossier.entities[index];
            let mut sentences: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for mention in &entity.mentions {
                let of = sentences.entry(mention.source).or_default();
                if of.len() < SENTENCES && of.last() != Some(&mention.sentence) {
                    of.push(mention.sentence);
                }
            }
            let entries: Vec<EntryView> = view
                .sources_of(index)
                .iter()
                .filter_map(|&source| view.page_of(source))
                .filter_map(|page| entry(view, page, words(view, page, sentences.get(&page.source)?)))
                .take(ENTRIES)
                .collect();
            let title = format!("{} · {}", entity.name, view.config.title);
            let subtitle = view.locale.text_with("feed-of", &[("name", entity.name.as_str().into())]);
            let page = absolute(view, &format!("entities/{}/", entity.id));
            let path = path(&entity.id);
            let url = absolute(view, &path);
            (path, feed_of(title, subtitle, page, url, entries))
        })
        .collect()
}

fn words(view: &View<'_>, page: &SourcePage, sentences: &[usize]) -> Vec<String> {
    let analysis = &view.source_of(page).analysis;
    let found = sentences.iter().filter_map(|&sentence| analysis.sentences.get(sentence));
    found.map(|sentence| sentence.span.of(&analysis.article.text).to_owned()).collect()
}
