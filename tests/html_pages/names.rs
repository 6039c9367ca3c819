//! Names that stand only in the page round an article must not become its entities.

use std::collections::BTreeMap;
use std::path::Path;

use dossier::analysis::{Options, analyse};
use dossier::intake::read_bytes;

use super::{Page, pages};

/// How many entities a page's article has, and the names of those whose every mention stands in what is not marked as
/// the article or its title.
fn foreign(page: &Page) -> (usize, Vec<String>) {
    let (articles, _) = read_bytes(&format!("seeds/{}.html", page.name), &page.bytes(), false);
    let Some(article) = articles.into_iter().next() else { return (0, Vec::new()) };
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let gold = format!("{}\n{}", page.title(), words(&page.gold()));
    let analysis = analyse(article, Options::default());
    let mut own: BTreeMap<usize, bool> = BTreeMap::new();
    for mention in &analysis.mentions {
        let paragraph = analysis.paragraphs.iter().find(|paragraph| paragraph.span.contains(mention.span));
        let stands = paragraph.is_some_and(|found| gold.contains(&words(found.span.of(&analysis.article.text))));
        // Markup within a word makes the marked text differ by a space.
        let said = gold.contains(&words(mention.span.of(&analysis.article.text)));
        *own.entry(mention.entity).or_default() |= stands || said;
    }
    let names = own.iter().filter(|(_, own)| !**own).map(|(entity, _)| analysis.entities[*entity].name.clone());
    (own.len(), names.collect())
}

/// Prints the measure over a folder's pages, and returns how many foreign entities they have.
pub fn measure(folder: &Path) -> usize {
    let (mut count, mut entities, mut foreign_names) = (0, 0, 0);
    for page in pages(folder) {
        let (all, names) = foreign(&page);
        if !names.is_empty() {
            println!("    {}: {}", page.name, names.join(", "));
        }
        count += 1;
        entities += all;
        foreign_names += names.len();
    }
    println!("{}: {count} pages, {entities} entities, {foreign_names} of them only in noise", folder.display());
    foreign_names
}
