//! From `seeds/` and the corrections to the dossier.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::cache::{Cache, OfFile};
use super::timing::{Stage, Timings};
use super::{Progress, Request, SEEDS};
use crate::analysis::{self, Options};
use crate::config::Config;
use crate::content;
use crate::diagnostic::{Diagnostic, Severity};
use crate::dossier::{self, Dossier};
use crate::intake;

/// What a dossier's folder holds.
pub struct Read {
    /// The dossier, as people corrected it.
    pub dossier: Dossier,
    /// The paths of files that could not be read.
    pub unread: BTreeSet<String>,
    /// The corrections.
    pub corrections: content::entities::Corrections,
    /// How many files there are.
    pub files: usize,
    /// How many of them were remembered.
    pub remembered: usize,
}

/// Reads every source, analyses those that are not remembered from an earlier build, and puts them
/// together as people corrected them.
pub fn read(
    request: &Request,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
    timings: &mut Timings,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Read, Vec<Diagnostic>> {
    let seeds = request.root.join(SEEDS);
    if !seeds.is_dir() {
        let missing = Diagnostic::error(SEEDS, "is not there: a dossier's sources are the files in this folder");
        return Err(vec![missing.hint(format!("make the folder {} and put articles into it", seeds.display()))]);
    }
    let (files, found) = intake::sources(&seeds);
    diagnostics.extend(found);
    let options = Options { key_sentences: config.key_sentences };
    let sources = intake::Options { raw: false, shortest_post: config.shortest_post, ..intake::Options::default() };
    let cache = Cache::open(&request.root, options, &sources);
    let file_count = files.len();
    tell(Progress::Files(file_count));
    // The order of the files decides the order of results and diagnostics, whichever core is first.
    let analysed = |file: &Path, name: &str, chrome: &[String]| {
        let sources = || intake::Options { chrome: chrome.to_vec(), ..sources.clone() };
        let read = || intake::read_file_as(&request.root, file, &sources());
        cache.of_file(file, name, chrome, read, |article| analysis::analyse(article, options))
    };
    let mut read: Vec<(String, OfFile)> = files
        .par_iter()
        .with_max_len(1)
        .map(|file| {
            let name = intake::display_name(&request.root, file);
            let found = analysed(file, &name, &[]);
            tell(Progress::FileDone);
            (name, found)
        })
        .collect();
    let remembered = cache.hits();
    let chrome = chrome(&read);
    if !chrome.is_empty() {
        read.par_iter_mut().zip(&files).for_each(|((name, found), file)| {
            let lines = chrome.of(found.analyses.iter().map(|analysis| &analysis.article));
            if !lines.is_empty() {
                *found = analysed(file, name, &lines);
            }
        });
    }
    tell(Progress::AllDone);
    let mut analyses = Vec::new();
    let mut unread = BTreeSet::new();
    for (name, found) in read {
        if found.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
            unread.insert(name);
        }
        analyses.extend(found.analyses);
        diagnostics.extend(found.diagnostics);
    }
    diagnostics.extend(cache.finish());
    timings.end(Stage::Analysis);
    let (corrections, found) = content::entities::corrections(&request.root);
    diagnostics.extend(found);
    let (dossier, found) = dossier::assemble(analyses, &corrections.corrections);
    diagnostics.extend(found);
    timings.end(Stage::Linking);
    Ok(Read { dossier, unread, corrections, files: file_count, remembered })
}

/// The lines that sites put round their articles, as all sources together show.
fn chrome(read: &[(String, OfFile)]) -> intake::Chrome {
    let mut census = intake::Census::default();
    for analysis in read.iter().flat_map(|(_, found)| &found.analyses) {
        census.add(&analysis.article);
    }
    census.finish()
}
