//! How well names are found, and put into the nominative, in languages without a model.

use std::collections::BTreeSet;

use dossier::language::{EntityKind, pack};
use dossier::span::Span;

/// A mention: where it stands, its kind, its nominative.
type Labelled = (Span, EntityKind, String);

/// Text and mentions of `[[PER Дроздовим|Дроздов]]`; the nominative is given where it differs.
fn unmark(marked: &str) -> (String, BTreeSet<Labelled>) {
    let (mut text, mut labelled) = (String::new(), BTreeSet::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once("[[") {
        let (name, after) = after.split_once("]]").expect("a name ends in ]]");
        let (label, name) = name.split_once(' ').expect("a label before each name");
        let (name, form) = name.split_once('|').unwrap_or((name, name));
        let kind = match label {
            "PER" => EntityKind::Person,
            "LOC" => EntityKind::Place,
            "ORG" => EntityKind::Organization,
            other => panic!("{other} is no label"),
        };
        text.push_str(before);
        labelled.insert((Span::new(text.len(), text.len() + name.len()), kind, form.to_owned()));
        text.push_str(name);
        rest = after;
    }
    text.push_str(rest);
    (text, labelled)
}

/// F1 of spans with their kinds, and the share of those whose nominative is right.
fn score(language: &str, file: &str) -> (f64, f64) {
    let path = format!("{}/tests/data/names/{file}.txt", env!("CARGO_MANIFEST_DIR"));
    let marked = std::fs::read_to_string(path).unwrap();
    let (mut right, mut found, mut expected, mut formed) = (0, 0, 0, 0);
    for document in marked.split("\n===\n") {
        let (text, gold) = unmark(document.trim());
        let names = pack(language).parse(&text).names;
        found += names.len();
        expected += gold.len();
        for (span, kind, form) in &gold {
            match names.iter().find(|name| name.span == *span && name.kind == *kind) {
                Some(name) if name.form == *form => {
                    right += 1;
                    formed += 1;
                }
                Some(name) => {
                    right += 1;
                    println!("{file}: «{}» became «{}», not «{form}»", span.of(&text), name.form);
                }
                None => println!("{file}: {kind:?} «{}» was not found", span.of(&text)),
            }
        }
        for name in
            names.iter().filter(|name| !gold.iter().any(|(span, kind, _)| (*span, *kind) == (name.span, name.kind)))
        {
            println!("{file}: {:?} «{}» is none", name.kind, name.span.of(&text));
        }
    }
    let f1 = 2.0 * f64::from(right) / (found + expected) as f64;
    let forms = f64::from(formed) / f64::from(right.max(1));
    println!("{file}: F1 {f1:.3}, nominatives {forms:.3} of {right}");
    (f1, forms)
}

#[test]
fn names_in_english() {
    let scores = [score("en", "en"), score("en", "en_held_out")];
    assert!(scores.iter().all(|(f1, _)| *f1 >= 0.9), "{scores:?}");
}

#[test]
fn names_in_ukrainian() {
    let scores = [score("uk", "uk"), score("uk", "uk_held_out")];
    assert!(scores.iter().all(|(f1, forms)| *f1 >= 0.85 && *forms >= 0.9), "{scores:?}");
}

#[test]
fn names_in_kazakh() {
    let scores = [score("kk", "kk"), score("kk", "kk_held_out")];
    assert!(scores.iter().all(|(f1, forms)| *f1 >= 0.85 && *forms >= 0.9), "{scores:?}");
}
