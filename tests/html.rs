//! Saved web pages through the public interface.

mod html_pages;

use std::path::PathBuf;

use html_pages::{Score, pages, score};

/// Scores the pages of a folder whose names begin so, and holds the mean to a floor.
fn hold(folder: &str, russian: bool, least_f1: f64) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/html").join(folder);
    let mut total = Score::default();
    for page in pages(&path).iter().filter(|page| page.name.starts_with("en-") != russian) {
        total.add(&score(page));
    }
    total.assert_floor(&format!("{folder}, {}", if russian { "Russian and Ukrainian" } else { "English" }), least_f1);
}

#[test]
fn development_pages_give_their_articles() {
    hold("development", true, 0.88);
    hold("development", false, 0.955);
}

#[test]
fn held_out_pages_give_their_articles() {
    hold("held-out", true, 0.88);
    hold("held-out", false, 0.955);
}

#[test]
fn titles_and_dates_of_many_systems_are_right() {
    for folder in ["heads/development", "heads/held-out"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/html").join(folder);
        let mut total = Score::default();
        for page in pages(&path) {
            total.add(&score(&page));
        }
        total.assert_floor(folder, 0.95);
    }
}

/// Twenty pages of as many systems. Titles and dates are what this is about; articles are held to the same floors.
#[test]
fn pages_of_many_systems_are_read() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/html/systems");
    let mut all = Score::default();
    let mut english = Score::default();
    let mut other = Score::default();
    for page in pages(&path) {
        let own = score(&page);
        all.add(&own);
        if page.name.starts_with("en-") { english.add(&own) } else { other.add(&own) }
    }
    other.assert_floor("systems, Russian, Ukrainian and Kazakh", 0.88);
    english.assert_floor("systems, English", 0.955);
    all.assert_floor("systems", 0.88);
}

/// Pages of as many content systems and outlets as there are pages, by round.
#[test]
fn pages_of_many_outlets_are_read() {
    for folder in ["outlets", "outlets-2", "outlets-3", "outlets-4"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/html").join(folder);
        let mut all = Score::default();
        for page in pages(&path) {
            all.add(&score(&page));
        }
        all.assert_floor(folder, 0.88);
    }
}

#[test]
fn names_that_stand_only_in_noise_become_no_entities() {
    for folder in ["outlets", "outlets-2", "outlets-3", "outlets-4"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/html").join(folder);
        let foreign = html_pages::names::measure(&path);
        assert!(foreign < 8, "{folder}: {foreign} names of the page round the articles became entities");
    }
}
