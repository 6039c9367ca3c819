//! How well names are found, on the labelled texts of `tests/data/names`.

use std::collections::{BTreeMap, BTreeSet};

use dossier::language::ru::{names, tokens::tokens};
use dossier::language::{EntityKind, pack};
use dossier::span::Span;

type Labelled = (Span, EntityKind);

/// The documents of a marked-up file: text without the marks, and the names.
fn documents(marked: &str) -> Vec<(String, BTreeSet<Labelled>)> {
    marked.split("\n===\n").map(|document| unmark(document.trim())).filter(|(text, _)| !text.is_empty()).collect()
}

fn unmark(marked: &str) -> (String, BTreeSet<Labelled>) {
    let (mut text, mut labelled) = (String::new(), BTreeSet::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once("[[") {
        let (name, after) = after.split_once("]]").expect("a name ends in ]]");
        let (label, name) = name.split_once(' ').expect("a label before each name");
        let kind = match label {
            "PER" => EntityKind::Person,
            "LOC" => EntityKind::Place,
            "ORG" => EntityKind::Organization,
            other => panic!("{other} is no label"),
        };
        text.push_str(before);
        labelled.insert((Span::new(text.len(), text.len() + name.len()), kind));
        text.push_str(name);
        rest = after;
    }
    text.push_str(rest);
    (text, labelled)
}

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    found: usize,
    expected: usize,
}

impl Score {
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let precision = self.right as f64 / self.found.max(1) as f64;
        let recall = self.right as f64 / self.expected.max(1) as f64;
        write!(f, "precision {precision:.3}  recall {recall:.3}  F1 {:.3}", self.f1())
    }
}

/// Exact spans and kinds; the scores of each kind, and of all together under `None`.
fn scores(find: impl Fn(&str) -> Vec<Labelled>, show: bool) -> BTreeMap<Option<EntityKind>, Score> {
    let path = format!("{}/tests/data/names/news.txt", env!("CARGO_MANIFEST_DIR"));
    let mut scores: BTreeMap<Option<EntityKind>, Score> = BTreeMap::new();
    for (text, expected) in documents(&std::fs::read_to_string(path).unwrap()) {
        let found: BTreeSet<Labelled> = find(&text).into_iter().collect();
        for key in [None, Some(EntityKind::Person), Some(EntityKind::Place), Some(EntityKind::Organization)] {
            let of_kind =
                |set: &BTreeSet<Labelled>| set.iter().filter(|(_, kind)| key.is_none_or(|key| key == *kind)).count();
            let score = scores.entry(key).or_default();
            score.right += of_kind(&found.intersection(&expected).copied().collect());
            score.found += of_kind(&found);
            score.expected += of_kind(&expected);
        }
        if show {
            for (span, kind) in expected.symmetric_difference(&found) {
                let fault = if expected.contains(&(*span, *kind)) { "missing" } else { "too much" };
                let context = names::line_around(&text, *span);
                println!("{fault:>9} {kind:?} «{}» in: {context}", span.of(&text));
            }
        }
    }
    scores
}

fn print(title: &str, scores: &BTreeMap<Option<EntityKind>, Score>) {
    println!("{title}");
    for (kind, score) in scores {
        println!("  {:<13} {score}", kind.map_or("all".to_owned(), |kind| format!("{kind:?}")));
    }
}

#[test]
fn the_rules_better_the_tagger() {
    let plain = scores(|text| names::plain(text, &tokens(text)), false);
    let ruled =
        scores(|text| pack("ru").parse(text).names.into_iter().map(|name| (name.span, name.kind)).collect(), true);
    print("tagger alone", &plain);
    print("with rules", &ruled);
    assert!(ruled[&None].f1() >= plain[&None].f1());
}
