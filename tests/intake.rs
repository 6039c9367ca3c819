//! Intake through its public interface: the five sources, marked pages, files of all kinds.

mod intake_pages;

use std::path::PathBuf;

use dossier::intake::read_bytes;
use intake_pages::{Score, pages, score};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Scores every page of a folder, prints what was missed, and returns the sum.
fn score_folder(folder: &str) -> Score {
    let mut total = Score::default();
    for page in pages(&root().join("tests/data/intake").join(folder)) {
        let (articles, _) = read_bytes(&format!("seeds/{}.txt", page.name), page.input.as_bytes(), false);
        let score = score(&page, articles.first());
        println!("{}", score.report(&page.name));
        total.add(&score);
    }
    println!("{}", total.report(folder));
    total
}

#[test]
fn development_pages_lose_their_noise_and_keep_their_content() {
    score_folder("development").assert_floor();
}

#[test]
fn held_out_pages_lose_their_noise_and_keep_their_content() {
    score_folder("held-out").assert_floor();
}
