//! The sources that are there already, to tell what is new.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::intake::{self, Article, Sidecar};
use crate::similarity::{Shelf, Sketches, Words, share};

/// Share of its words above which a text that stands in another adds nothing to it.
const NEAR: f64 = 0.8;

/// Words below which a text is a repetition only when it is the very same: four shared words out of five
/// say little.
const FEWEST: usize = 20;

/// A shingle that more sources share is a phrase of the trade.
const WIDEST: usize = 200;

/// What a new source repeats.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Repeats {
    /// The same bytes, or the same words.
    Same(String),
    /// A text that nearly all of it stands in, and the share of it that does.
    Near(String, f64),
}

/// The sources of a dossier, by digest and by sketch.
pub(super) struct KnownSources {
    root: PathBuf,
    by_digest: BTreeMap<String, String>,
    texts: Vec<KnownText>,
    /// Of the first [`indexed`](Self::indexed) texts; those that came since are compared one by one.
    sketches: Sketches,
    indexed: usize,
}

/// One article of a source.
struct KnownText {
    /// The source's file, relative to the dossier's folder.
    path: String,
    sketch: Vec<u64>,
}

impl KnownSources {
    /// Reads every source below `seeds`. What cannot be read is known by its bytes alone; to name it is
    /// the business of a build.
    pub(super) fn read(root: &Path, seeds: &Path) -> Self {
        let (files, _) = intake::sources(seeds);
        let read: Vec<(String, Vec<String>, Vec<Vec<u64>>)> = files
            .par_iter()
            .map(|file| {
                let name = intake::display_name(root, file);
                let arrived_as = Sidecar::beside(file, &name).0.and_then(|sidecar| sidecar.sha256);
                let now = std::fs::read(file).ok().map(|bytes| digest(&bytes));
                let (articles, _) = intake::read_file(root, file, false);
                let sketches = articles.iter().map(|article| Words::of(&article.text).sketch()).collect();
                (name, now.into_iter().chain(arrived_as).collect(), sketches)
            })
            .collect();
        let mut known = Self {
            root: root.to_owned(),
            by_digest: BTreeMap::new(),
            texts: Vec::new(),
            sketches: Sketches::default(),
            indexed: 0,
        };
        for (name, digests, sketches) in read {
            for digest in digests {
                known.by_digest.entry(digest).or_insert_with(|| name.clone());
            }
            known.texts.extend(sketches.into_iter().map(|sketch| KnownText { path: name.clone(), sketch }));
        }
        known.sketches = Sketches::new(known.texts.iter().map(|text| text.sketch.as_slice()));
        known.indexed = known.texts.len();
        known
    }

    /// Takes note of a source that has just come.
    pub(super) fn insert(&mut self, path: &str, digest: String, articles: &[Article]) {
        self.by_digest.entry(digest).or_insert_with(|| path.to_owned());
        self.texts.extend(
            articles
                .iter()
                .map(|article| KnownText { path: path.to_owned(), sketch: Words::of(&article.text).sketch() }),
        );
    }

    /// The source with these very bytes, now or when it arrived.
    pub(super) fn with_digest(&self, digest: &str) -> Option<&str> {
        self.by_digest.get(digest).map(String::as_str)
    }

    /// What `articles` repeat, when each of them repeats something: the closest of all.
    pub(super) fn repeated(&self, articles: &[Article]) -> Option<Repeats> {
        let mut closest: Option<(String, f64)> = None;
        for article in articles {
            let found = self.repeated_by(&article.text)?;
            if closest.as_ref().is_none_or(|(_, share)| found.1 > *share) {
                closest = Some(found);
            }
        }
        closest.map(|(path, share)| if share >= 1.0 { Repeats::Same(path) } else { Repeats::Near(path, share) })
    }

    fn repeated_by(&self, text: &str) -> Option<(String, f64)> {
        let words = Words::of(text);
        let sketch = words.sketch();
        let mut sharing: Vec<(usize, usize)> =
            self.sketches.sharing(&sketch, WIDEST).into_iter().map(|(text, count)| (text as usize, count)).collect();
        for (index, text) in self.texts.iter().enumerate().skip(self.indexed) {
            sharing.push((index, sketch.iter().filter(|hash| text.sketch.binary_search(hash).is_ok()).count()));
        }
        // A text that four fifths of the words stand in has by far more of the sketch than this.
        sharing.retain(|&(_, count)| count > 0 && count * 4 >= sketch.len());
        sharing.sort_by_key(|&(text, count)| (std::cmp::Reverse(count), text));
        let mut closest: Option<(String, f64)> = None;
        for (candidate, _) in sharing.into_iter().take(8) {
            let path = &self.texts[candidate].path;
            let share = self.share_in(path, &words);
            let enough = share >= 1.0 || (share >= NEAR && words.len() >= FEWEST);
            if enough && closest.as_ref().is_none_or(|(_, high)| share > *high) {
                closest = Some((path.clone(), share));
            }
        }
        closest
    }

    /// The share of `words` that stands in the article of the file at `path` that has most of them.
    fn share_in(&self, path: &str, words: &Words) -> f64 {
        let (articles, _) = intake::read_file(&self.root, &self.root.join(path), false);
        let here = Shelf::new(words);
        articles.iter().fold(0.0, |most, article| {
            let there = Words::of(&article.text);
            share(&Shelf::new(&there).passages(&here), words).max(most)
        })
    }
}

/// SHA-256 in lower-case hexadecimal digits.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
