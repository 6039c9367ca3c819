//! `dossier entities`: the list, and the files that it writes for the user.

use serde_json::Value;

use super::corrections::two;
use super::dossier_folder::{DossierFolder, Run};

const LAPTEV: &str = "content/entities/igor-laptev.md";

/// Runs `dossier entities`, and fails when the exit code is another.
fn entities(dossier: &DossierFolder, arguments: &[&str], code: i32) -> Run {
    let run = dossier.run(&[&["entities"], arguments].concat());
    assert_eq!(run.code, code, "stdout: {}\nstderr: {}", run.stdout, run.stderr);
    run
}

#[test]
fn entities_are_listed_for_people_and_for_programs() {
    let dossier = two();
    let all = entities(&dossier, &[], 0).stdout;
    let row = all.lines().find(|line| line.contains("Игорь Лаптев")).unwrap();
    let columns: Vec<&str> = row.split('\t').collect();
    assert_eq!((columns[0], columns[2], columns[4]), ("person", "2", "igor-laptev"));
    assert!(columns[5].contains("Лаптев ("), "{row}");
    let places = entities(&dossier, &["--kind", "place"], 0).stdout;
    assert!(places.contains("Мурманск") && !places.contains("person"), "{places}");
    let filtered = entities(&dossier, &["громов"], 0).stdout;
    assert_eq!(filtered.lines().count(), 1, "{filtered}");
    for line in entities(&dossier, &["--json"], 0).stdout.lines() {
        let entity: Value = serde_json::from_str(line).unwrap();
        assert!(entity["id"].is_string() && entity["mentions"].is_u64() && entity["doubts"].is_array(), "{line}");
    }
    let doubtful = entities(&dossier, &["--doubtful", "--json"], 0).stdout;
    for line in doubtful.lines() {
        let entity: Value = serde_json::from_str(line).unwrap();
        assert!(!entity["doubts"].as_array().unwrap().is_empty());
    }
}

#[test]
fn merge_writes_a_file_that_the_next_build_carries_out() {
    let dossier = two();
    let run = entities(&dossier, &["merge", "igor-laptev", "анна громова"], 0);
    assert!(run.stdout.starts_with(&format!("{LAPTEV}: written; it merges «Анна Громова»")), "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 1);
    assert_eq!(dossier.read(LAPTEV), "---\nname: Игорь Лаптев\nmerge:\n- Анна Громова\n---\n");
    assert_eq!(dossier.build(0).stderr, "");
    assert!(dossier.entity("Анна Громова").is_none());
    let again = dossier.run(&["entities", "merge", "Игорь Лаптев", "Анна Громова"]);
    assert_eq!(again.code, 2);
    assert!(again.stderr.contains("is the same entity already"), "{}", again.stderr);
}

#[test]
fn split_takes_a_form_out() {
    let dossier = two();
    entities(&dossier, &["split", "Игорь Лаптев", "лаптев"], 0);
    assert_eq!(dossier.read(LAPTEV), "---\nname: Игорь Лаптев\nnot:\n- Лаптев\n---\n");
    assert_eq!(dossier.build(0).stderr, "");
    assert!(dossier.entity("Лаптев").is_some());
    let run = entities(&dossier, &["split", "Игорь Лаптев", "Лаптёв-Кольский"], 2);
    assert!(run.stderr.contains("is no form of «Игорь Лаптев»"), "{}", run.stderr);
    let run = entities(&dossier, &["split", "igor-laptev", "Игорь Лаптев"], 2);
    assert!(run.stderr.contains("is the name of igor-laptev itself"), "{}", run.stderr);
}

#[test]
fn rename_keeps_the_old_address() {
    let dossier = two();
    dossier.build(0);
    let run = entities(&dossier, &["rename", "Игорь Лаптев", "Игорь Петрович Лаптев"], 0);
    let path = "content/entities/igor-petrovich-laptev.md";
    assert!(run.stdout.contains(path), "{}", run.stdout);
    assert_eq!(dossier.read(path), "---\nname: Игорь Петрович Лаптев\naliases:\n- Игорь Лаптев\n---\n");
    assert_eq!(dossier.build(0).stderr, "");
    assert_eq!(dossier.entity("Игорь Петрович Лаптев").unwrap()["id"], "igor-petrovich-laptev");
    assert!(
        dossier.read("public/entities/igor-laptev/index.html").contains("url=/repo/entities/igor-petrovich-laptev/")
    );
    // A second name leaves both old addresses behind it.
    entities(&dossier, &["rename", "igor-laptev", "Директор Лаптев"], 0);
    assert_eq!(dossier.build(0).stderr, "");
    for old in ["igor-laptev", "igor-petrovich-laptev"] {
        let page = dossier.read(&format!("public/entities/{old}/index.html"));
        assert!(page.contains("url=/repo/entities/direktor-laptev/"), "{page}");
    }
    let run = entities(&dossier, &["rename", "Анна Громова", "Директор Лаптев"], 2);
    assert!(run.stderr.contains("dossier entities merge"), "{}", run.stderr);
}

#[test]
fn hide_and_unhide() {
    let dossier = two();
    entities(&dossier, &["hide", "Анна Громова"], 0);
    dossier.build(0);
    assert!(dossier.entity("Анна Громова").is_none());
    let run = entities(&dossier, &["hide", "Анна Громова"], 2);
    assert!(run.stderr.contains("is no entity of this dossier"), "{}", run.stderr);
    entities(&dossier, &["unhide", "Анна Громова"], 0);
    dossier.build(0);
    assert!(dossier.entity("Анна Громова").is_some());
    let run = entities(&dossier, &["unhide", "Анна Громова"], 2);
    assert!(run.stderr.contains("nothing is hidden"), "{}", run.stderr);
}

#[test]
fn what_a_person_wrote_stays() {
    let dossier = two();
    let own = "---\n# Директор порта\nkind: person # точно\nx-desk: [1, 2]\naliases:\n  - И. Лаптев\n---\n\nСм. [[Мурманск]].\n";
    dossier.write(LAPTEV, own);
    entities(&dossier, &["merge", "Игорь Лаптев", "Анна Громова"], 0);
    assert_eq!(
        dossier.read(LAPTEV),
        "---\n# Директор порта\nkind: person # точно\nx-desk: [1, 2]\naliases:\n  - И. Лаптев\nmerge:\n- Анна Громова\n---\n\nСм. [[Мурманск]].\n"
    );
    // A file that cannot be read is not written over.
    let broken = "---\nname: [\n---\n";
    dossier.write("content/entities/murmansk.md", broken);
    entities(&dossier, &["hide", "Мурманск"], 0);
    assert_eq!(dossier.read("content/entities/murmansk.md"), broken);
    assert!(dossier.path("content/entities/murmansk-2.md").exists());
}

#[test]
fn a_dry_run_writes_nothing() {
    let dossier = two();
    let run = entities(&dossier, &["hide", "--dry-run", "Анна Громова"], 0);
    assert!(run.stdout.contains("would be written") && run.stdout.contains("hide: true"), "{}", run.stdout);
    assert!(!dossier.path("content/entities").exists());
}

#[test]
fn names_that_fit_none_or_several_are_refused() {
    let dossier = two();
    let run = entities(&dossier, &["hide", "Игорь Лаптевв"], 2);
    assert!(run.stderr.contains("the closest names are: Игорь Лаптев"), "{}", run.stderr);
    // Two entities may be meant by one alias.
    dossier.correct("igor-laptev", "aliases: [Кит]", "");
    dossier.correct("anna-gromova", "aliases: [Кит]", "");
    let run = entities(&dossier, &["hide", "кит"], 2);
    assert!(run.stderr.contains("igor-laptev") && run.stderr.contains("anna-gromova"), "{}", run.stderr);
    assert!(!dossier.path("content/entities/kit.md").exists());
}
