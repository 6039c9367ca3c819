//! The rooms' arrows go one way: no room imports one that it must not know.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// What every room may use.
const BASE: [&str; 10] =
    ["calendar", "characters", "config", "diagnostic", "locale", "pattern", "similarity", "slug", "span", "words"];

/// Each room, and the rooms to its left that it may know.
const ROOMS: [(&str, &[&str]); 10] = [
    ("arrival", &["intake"]),
    ("intake", &[]),
    ("language", &[]),
    ("analysis", &["intake", "language"]),
    ("dossier", &["intake", "language", "analysis"]),
    ("content", &["intake", "analysis", "dossier"]),
    ("site", &["intake", "analysis", "dossier", "content"]),
    ("preview", &[]),
    ("export", &["intake", "analysis", "dossier"]),
    ("commands", &["arrival", "intake", "analysis", "dossier", "content", "site", "preview", "export", "pipeline"]),
];

/// Every `crate::<module>` in the Rust files of a folder of `src/`, with the file that has it.
fn imports(module: &str) -> BTreeMap<String, String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(source.join(module)).into_iter().chain(WalkDir::new(source.join(format!("{module}.rs"))));
    let mut imported = BTreeMap::new();
    for file in files.filter_map(Result::ok).filter(|file| file.path().extension().is_some_and(|it| it == "rs")) {
        let text = fs::read_to_string(file.path()).unwrap();
        for (at, _) in text.match_indices("crate::") {
            let rest = &text[at + "crate::".len()..];
            for name in first_names(rest) {
                imported.entry(name).or_insert_with(|| file.path().display().to_string());
            }
        }
    }
    imported
}

/// The modules at the head of an import path: one, or several in braces.
fn first_names(path: &str) -> Vec<String> {
    let name =
        |text: &str| -> String { text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    match path.strip_prefix('{') {
        None => vec![name(path)],
        Some(group) => {
            let mut names = Vec::new();
            let (mut depth, mut start) = (1, 0);
            for (at, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => {
                        names.push(name(&group[start..at]));
                        start = at + 1;
                    }
                    _ => {}
                }
                if depth == 0 {
                    names.push(name(&group[start..at]));
                    break;
                }
            }
            names
        }
    }
}

#[test]
fn no_room_knows_what_it_must_not() {
    for (room, left) in ROOMS {
        for (imported, file) in imports(room) {
            let allowed = imported == room || BASE.contains(&imported.as_str()) || left.contains(&imported.as_str());
            assert!(allowed, "{file} of `{room}` imports `{imported}`, which `{room}` must not know");
        }
    }
}

#[test]
fn what_every_room_uses_knows_no_room() {
    for module in BASE {
        for (imported, file) in imports(module) {
            assert!(BASE.contains(&imported.as_str()), "{file} imports `{imported}`: the base knows no room");
        }
    }
}

#[test]
fn every_module_is_accounted_for() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(source).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        let known = BASE.contains(&name.as_str()) || ROOMS.iter().any(|(room, _)| *room == name);
        assert!(known || ["lib", "main", "pipeline"].contains(&name.as_str()), "src/{name} is in no list of this test");
    }
}

#[test]
fn imports_are_seen_in_every_form() {
    assert_eq!(first_names("span::Span;"), ["span"]);
    assert_eq!(first_names("{span::{Span, CodePoints}, site, config::Config};"), ["span", "site", "config"]);
    assert!(imports("analysis").contains_key("language"), "the test reads the real sources");
}
