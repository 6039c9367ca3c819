//! `dossier analyze`: the machine interface.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::{Exit, report};
use crate::analysis::{self, Options};
use crate::diagnostic::Diagnostic;
use crate::export::analysis_line;
use crate::intake::{self, Census, Chrome};

#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// Take the text as it stands: remove nothing
    #[arg(long)]
    raw: bool,
    /// How many key sentences to choose [default: three to five, by the article's length]
    #[arg(long, value_name = "N")]
    key_sentences: Option<usize>,
    /// Files, or folders with sources below them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Files that are in work together: enough for all cores, and bounded in memory.
const BATCH: usize = 64;

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let options = Options { key_sentences: arguments.key_sentences };
    let mut diagnostics = Vec::new();
    let mut stdout = BufWriter::new(std::io::stdout().lock());
    let files = arguments.paths.iter().flat_map(|path| files_of(path, &mut diagnostics)).collect::<Vec<_>>();
    let chrome = if arguments.raw || files.len() < 2 { Chrome::default() } else { chrome(&files) };
    for batch in files.chunks(BATCH) {
        // The order of the files decides the order of lines and diagnostics, whichever core is first.
        let read: Vec<(Vec<String>, Vec<Diagnostic>)> =
            batch.par_iter().map(|file| lines_of(file, arguments.raw, &chrome, options)).collect();
        for (lines, found) in read {
            diagnostics.extend(found);
            for line in lines {
                if let Err(error) = writeln!(stdout, "{line}") {
                    return closed(&error);
                }
            }
        }
    }
    if let Err(error) = stdout.flush() {
        return closed(&error);
    }
    Ok(report::print(&diagnostics))
}

/// The lines that sites put round their articles, as all files together show.
fn chrome(files: &[PathBuf]) -> Chrome {
    let mut census = Census::default();
    for batch in files.chunks(BATCH) {
        let read: Vec<_> = batch.par_iter().map(|file| intake::read_file(Path::new(""), file, false).0).collect();
        read.iter().flatten().for_each(|article| census.add(article));
    }
    census.finish()
}

/// One line for each article of a file.
fn lines_of(file: &Path, raw: bool, chrome: &Chrome, options: Options) -> (Vec<String>, Vec<Diagnostic>) {
    let (mut articles, mut found) = intake::read_file(Path::new(""), file, raw);
    let shared = chrome.of(&articles);
    if !shared.is_empty() {
        let sources = intake::Options { raw, chrome: shared, ..intake::Options::default() };
        (articles, found) = intake::read_file_as(Path::new(""), file, &sources);
    }
    let line = |article| analysis_line(&analysis::analyse(article, options));
    (articles.into_par_iter().map(line).collect(), found)
}

/// A path's files: itself, or every source below a folder.
fn files_of(path: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let (files, found) = intake::sources(path);
    diagnostics.extend(found);
    files
}

/// A reader that has seen enough (`| head`) is no fault.
fn closed(error: &std::io::Error) -> Result<Exit, Vec<Diagnostic>> {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        return Ok(Exit::Fine);
    }
    Err(vec![Diagnostic::error("standard output", format!("cannot be written: {error}"))])
}
