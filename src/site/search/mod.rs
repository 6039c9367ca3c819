//! The full-text search: an index in parts small enough for a browser to fetch one by one, and a page
//! that asks it.
//!
//! | file | what |
//! |---|---|
//! | `search/index.json` | what every query needs: the documents' lengths, dates and outlets, which part begins with which word, the endings of each class of words |
//! | `search/words/<n>.txt` | a stretch of the alphabet: keys with the documents and entities that have them, and forms that no class of endings tells |
//! | `search/places/<n>.txt` | where in the documents the keys of that part stand; fetched for phrases |
//! | `search/texts/<n>.json` | titles and sentences of a few documents, to show them |
//! | `search/names/<n>.json` | names and addresses of entities, to show them |
//!
//! What a line of a part means is told in [`parts`]; `templates/static/search/` reads them.

mod documents;
mod endings;
mod latin;
mod numbers;
mod parts;
mod postings;
mod root;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::view::View;
use endings::Classes;
use postings::Postings;

/// What an index needs to know of languages. The site has no language of its own.
pub trait Grammar: Sync {
    /// All forms of a key in the folded spelling, sorted, and whether they come from a dictionary;
    /// nothing where they cannot be told.
    fn forms(&self, key: &str) -> (Vec<String>, bool);

    /// The key of a folded word of a language whose keys are stems; `None` for other languages.
    fn stem(&self, language: &str, folded: &str) -> Option<String>;

    /// The rules by which [`Grammar::stem`] cuts words, as JSON for the browser.
    fn stem_rules(&self) -> serde_json::Value;
}

/// A grammar that knows nothing: every key has itself as its only form.
pub struct NoGrammar;

impl Grammar for NoGrammar {
    fn forms(&self, _key: &str) -> (Vec<String>, bool) {
        (Vec::new(), false)
    }

    fn stem(&self, _language: &str, _folded: &str) -> Option<String> {
        None
    }

    fn stem_rules(&self) -> serde_json::Value {
        serde_json::json!([])
    }
}

/// The index of a site.
pub struct Index {
    /// Its files by path relative to the site.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Changes whenever one of them does.
    pub version: String,
}

/// The index of everything that `view` publishes.
pub fn index(view: &View<'_>, grammar: &dyn Grammar) -> Index {
    let mut postings = Postings::gather(view);
    postings.add_latin();
    let classes = Classes::of(&postings, grammar);
    let parts = parts::parts(&postings, &classes, grammar);
    let mut files = BTreeMap::new();
    let root = root::root(view, &postings, &classes, &parts, grammar);
    // The texts need the room.
    drop((postings, classes));
    files.insert("search/index.json".to_owned(), root);
    for (number, part) in parts.into_iter().enumerate() {
        files.insert(format!("search/words/{number}.txt"), part.words);
        files.insert(format!("search/places/{number}.txt"), part.places);
    }
    files.extend(documents::texts(view));
    files.extend(documents::names(view));
    let mut digest = Sha256::new();
    for (path, bytes) in &files {
        digest.update(path.as_bytes());
        digest.update(bytes.len().to_le_bytes());
        digest.update(bytes);
    }
    let version = digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    Index { files, version }
}
