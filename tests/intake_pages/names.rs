//! Names that stand only in the page round an article must not become its entities.

use std::collections::BTreeMap;
use std::path::PathBuf;

use dossier::analysis::{Options, analyse};
use dossier::intake::read_bytes;

use super::{Page, Spacing, pages};

/// The entities of a page whose every mention stands in what is not content, by canonical name.
fn foreign(page: &Page) -> (usize, Vec<String>) {
    let (articles, _) =
        read_bytes(&format!("seeds/{}.txt", page.name), page.input(Spacing::AsWritten).as_bytes(), false);
    let analysis = analyse(articles.into_iter().next().expect("an article"), Options::default());
    let mut own: BTreeMap<usize, bool> = BTreeMap::new();
    for mention in &analysis.mentions {
        let paragraph = analysis.paragraphs.iter().find(|paragraph| paragraph.span.contains(mention.span));
        let stands = paragraph.is_some_and(|found| page.is_content(found.span.of(&analysis.article.text)));
        *own.entry(mention.entity).or_default() |= stands;
    }
    let names = own.iter().filter(|(_, own)| !**own).map(|(entity, _)| analysis.entities[*entity].name.clone());
    (own.len(), names.collect())
}

/// Prints the measure over a folder's pages, and returns how many foreign entities they have.
pub fn measure(folder: &str) -> usize {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake").join(folder);
    let (mut count, mut entities, mut foreign_names) = (0, 0, 0);
    for page in pages(&path) {
        let (all, names) = foreign(&page);
        if !names.is_empty() {
            println!("    {}: {}", page.name, names.join(", "));
        }
        count += 1;
        entities += all;
        foreign_names += names.len();
    }
    println!("{folder}: {count} pages, {entities} entities, {foreign_names} of them only in noise");
    foreign_names
}
