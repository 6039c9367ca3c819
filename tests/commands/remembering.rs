//! What a build remembers, and that nobody can tell from its site.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use proptest::prelude::*;

use super::dossier_folder::{DossierFolder, PORT};

/// Forgets that the last build had nothing left to do, so that the next one asks the cache.
fn forget_builds(dossier: &DossierFolder) {
    fs::remove_dir_all(dossier.path(".dossier/built")).unwrap();
}

/// The files of the cache, in order.
fn entries(dossier: &DossierFolder) -> Vec<String> {
    dossier.tree(".dossier/cache").into_iter().map(|(path, _)| path).collect()
}

#[test]
fn an_article_is_analysed_once() {
    let dossier = DossierFolder::with_the_five();
    let first = dossier.build(0);
    assert!(first.stdout.starts_with("5 sources (0 remembered)"), "{}", first.stdout);
    let good = dossier.tree("public");
    forget_builds(&dossier);
    let second = dossier.build(0);
    assert!(second.stdout.starts_with("5 sources (5 remembered)"), "{}", second.stdout);
    assert!(second.stdout.contains("0 files changed, 0 drafts changed"), "{}", second.stdout);
    assert!(dossier.tree("public") == good);
    // One changes: by its text, by its sidecar, by its name.
    dossier.replace("seeds/000_ced4585387f2cb2a.txt", "Казахстан", "Казахстан ");
    assert!(dossier.build(0).stdout.starts_with("5 sources (4 remembered)"));
    dossier.write("seeds/001_a0daa20cc5b068fc.txt.meta.json", "{\"outlet\": \"Новое имя\"}");
    assert!(dossier.build(0).stdout.starts_with("5 sources (4 remembered)"));
    assert!(dossier.read("public/dossier.json").len() > 100);
    fs::rename(dossier.path("seeds/002_a5a9ea1ecdb7ddd3.txt"), dossier.path("seeds/renamed.txt")).unwrap();
    assert!(dossier.build(0).stdout.starts_with("5 sources (4 remembered)"));
    // Another setting makes other analyses.
    dossier.replace("dossier.toml", "language", "key_sentences = 2\nlanguage");
    assert!(dossier.build(0).stdout.starts_with("5 sources (0 remembered)"));
    // Git does not see it.
    assert_eq!(dossier.read(".dossier/.gitignore"), "*\n");
}

#[test]
fn diagnostics_are_remembered_too() {
    let dossier = DossierFolder::with_one();
    dossier.write("seeds/empty.txt", "");
    let first = dossier.build(1);
    forget_builds(&dossier);
    let second = dossier.build(1);
    assert_eq!(first.stderr, second.stderr);
    assert!(second.stdout.contains("(2 remembered)"), "{}", second.stdout);
}

#[test]
fn the_cache_may_be_damaged_or_deleted() {
    let dossier = DossierFolder::with_the_five();
    dossier.build(0);
    let good = dossier.tree("public");
    for (number, entry) in entries(&dossier).iter().enumerate() {
        let path = dossier.path(&format!(".dossier/cache/{entry}"));
        let mut bytes = fs::read(&path).unwrap();
        match number {
            0 => bytes.clear(),
            1 => bytes.truncate(bytes.len() / 2),
            2 => bytes[100] ^= 1,
            3 => bytes = b"rubbish".repeat(1000),
            _ => continue,
        }
        fs::write(path, bytes).unwrap();
    }
    fs::remove_dir_all(dossier.path("public")).unwrap();
    let run = dossier.build(0);
    assert!(run.stdout.starts_with("5 sources (1 remembered)"), "{}", run.stdout);
    assert!(run.stderr.contains("note: .dossier/cache: 4 remembered analyses were damaged"), "{}", run.stderr);
    assert!(dossier.tree("public") == good);
    assert!(dossier.build(0).stdout.starts_with("5 sources (5 remembered)"), "they were made again");
    fs::remove_dir_all(dossier.path(".dossier")).unwrap();
    fs::write(dossier.path(".dossier"), "no folder").unwrap();
    dossier.build(0);
    assert!(dossier.tree("public") == good, "a cache that cannot be written costs time only");
}

#[test]
fn an_export_that_grows_is_analysed_where_it_has_grown() {
    let line = |town: &str, day: u32| {
        let text = format!(
            "В {town} открыли новый мост через реку. Об этом сообщил мэр города Олег Седов. Движение пустили утром."
        );
        format!(
            "{{\"id\": \"bridge-{day}\", \"title\": \"Мост в {town}\", \"date\": \"2023-05-{day:02}\", \"text\": \"{text}\"}}\n"
        )
    };
    let three = line("Томске", 1) + &line("Омске", 2) + &line("Кургане", 3);
    let dossier = DossierFolder::empty();
    dossier.write("seeds/export.jsonl", &three);
    assert!(dossier.build(0).stdout.starts_with("3 sources (0 remembered)"));
    let before = dossier.tree(".dossier/cache");
    assert_eq!(before.len(), 4, "one for each article, and one for the file");
    let written = |dossier: &DossierFolder, entry: &str| {
        fs::metadata(dossier.path(&format!(".dossier/cache/{entry}"))).unwrap().modified().unwrap()
    };
    let times: Vec<_> = before.iter().map(|(entry, _)| written(&dossier, entry)).collect();
    // Grown, and one of the old ones is gone.
    dossier.write("seeds/export.jsonl", line("Омске", 2) + &line("Кургане", 3) + &line("Чите", 4));
    dossier.build(0);
    let after = dossier.tree(".dossier/cache");
    assert_eq!(after.len(), before.len() + 2, "the new article, and the file as it is now");
    for ((entry, bytes), time) in before.iter().zip(times) {
        assert!(after.contains(&(entry.clone(), bytes.clone())));
        assert_eq!(written(&dossier, entry), time, "not written again");
    }
    let reference = DossierFolder::empty();
    reference.write("seeds/export.jsonl", line("Омске", 2) + &line("Кургане", 3) + &line("Чите", 4));
    reference.build(0);
    assert!(dossier.tree("public") == reference.tree("public"));
    // The entry of one article is damaged: it is made again.
    let fresh = after.iter().filter(|(entry, _)| !before.iter().any(|(old, _)| old == entry));
    let article = fresh.max_by_key(|(_, bytes)| bytes.len()).unwrap();
    fs::write(dossier.path(&format!(".dossier/cache/{}", article.0)), &article.1[..article.1.len() / 2]).unwrap();
    forget_builds(&dossier);
    let run = dossier.build(0);
    assert!(run.stderr.contains("1 remembered analyses were damaged"), "{}", run.stderr);
    assert!(dossier.tree(".dossier/cache") == after);
    assert!(dossier.tree("public") == reference.tree("public"));
}

#[test]
fn what_nobody_asks_for_goes() {
    let dossier = DossierFolder::with_one();
    dossier.build(0);
    let old = dossier.path(".dossier/cache/00/old");
    fs::create_dir_all(old.parent().unwrap()).unwrap();
    fs::write(&old, "x").unwrap();
    let long_ago = std::time::SystemTime::now() - Duration::from_secs(100 * 24 * 3600);
    fs::File::options().write(true).open(&old).unwrap().set_modified(long_ago).unwrap();
    let recent = dossier.path(".dossier/cache/00/recent");
    fs::write(&recent, "x").unwrap();
    forget_builds(&dossier);
    dossier.build(0);
    assert!(!old.exists() && recent.exists());
    assert_eq!(entries(&dossier).len(), 2);
}

#[test]
fn timings_and_quiet() {
    let dossier = DossierFolder::with_one();
    let run = dossier.run(&["build", "--timings"]);
    assert_eq!(run.code, 0);
    for stage in ["settings", "analysis", "linking", "drafts", "rendering", "publishing", "writing"] {
        assert!(
            run.stdout.lines().any(|line| line.trim_start().starts_with(stage) && line.ends_with(" ms")),
            "{}",
            run.stdout
        );
    }
    let run = dossier.run(&["build", "--quiet"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    dossier.write("seeds/empty.txt", "");
    let run = dossier.run(&["build", "-q"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("error: seeds/empty.txt"));
}

/// A change that someone makes to a dossier between two builds.
#[derive(Debug, Clone)]
enum Change {
    Write(usize, String),
    Remove(usize),
    Rename(usize, usize),
    Sidecar(usize, String),
    UserPage(String),
    EditDraft(String),
    DeleteDraft,
    Template(bool),
    Title(String),
    KeySentences(usize),
    CorruptCache(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let word = "[А-Я][а-я]{3,8}";
    prop_oneof![
        4 => (0usize..5, word).prop_map(|(at, word)| Change::Write(at, word)),
        2 => (0usize..5).prop_map(Change::Remove),
        2 => (0usize..5, 0usize..5).prop_map(|(a, b)| Change::Rename(a, b)),
        1 => (0usize..5, word).prop_map(|(at, word)| Change::Sidecar(at, word)),
        1 => word.prop_map(Change::UserPage),
        1 => word.prop_map(Change::EditDraft),
        1 => Just(Change::DeleteDraft),
        1 => any::<bool>().prop_map(Change::Template),
        1 => word.prop_map(Change::Title),
        1 => (1usize..4).prop_map(Change::KeySentences),
        1 => (0usize..9).prop_map(Change::CorruptCache),
    ]
}

/// The article about a port whose place and director are `word`'s.
fn port(word: &str) -> String {
    PORT.replace("Мурманска", &format!("{word}ска")).replace("Лаптев", &format!("{word}ов"))
}

fn apply(dossier: &DossierFolder, change: &Change) {
    let seed = |at: usize| dossier.path(&format!("seeds/s{at}.txt"));
    match change {
        Change::Write(at, word) => dossier.write(&format!("seeds/s{at}.txt"), port(word)),
        Change::Remove(at) => drop(fs::remove_file(seed(*at))),
        Change::Rename(from, to) => drop(fs::rename(seed(*from), seed(*to))),
        Change::Sidecar(at, word) => {
            dossier.write(&format!("seeds/s{at}.txt.meta.json"), format!("{{\"outlet\": \"{word}\"}}"));
        }
        Change::UserPage(word) => dossier.write("content/about.md", format!("О том, что {word} сказал.\n")),
        Change::EditDraft(word) => {
            if let Some(page) = dossier.pages().first() {
                dossier.write(page, format!("{}\n{word}.\n", dossier.read(page)));
            }
        }
        Change::DeleteDraft => {
            if let Some(page) = dossier.pages().last() {
                fs::remove_file(dossier.path(page)).unwrap();
            }
        }
        Change::Template(present) => match present {
            true => dossier.write("templates/404.html", "<!doctype html><title>{{ site.title }}</title>нет\n"),
            false => drop(fs::remove_file(dossier.path("templates/404.html"))),
        },
        Change::Title(word) => dossier.write("dossier.toml", format!("title = \"{word}\"\nlanguage = \"ru\"\n")),
        Change::KeySentences(count) => {
            dossier.write("dossier.toml", format!("title = \"Проба\"\nlanguage = \"ru\"\nkey_sentences = {count}\n"));
        }
        Change::CorruptCache(at) => {
            let entries = entries(dossier);
            if let Some(entry) = entries.get(*at % entries.len().max(1)) {
                fs::write(dossier.path(&format!(".dossier/cache/{entry}")), "rubbish").unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 20, ..ProptestConfig::default() })]

    /// After any sequence of changes, a build that remembers gives the site and the pages that one
    /// gives which begins from nothing but the same sources, pages and settings.
    #[test]
    fn remembering_changes_nothing(changes in prop::collection::vec(change(), 1..6)) {
        let dossier = DossierFolder::empty();
        dossier.write("seeds/s0.txt", port("Туруханов"));
        dossier.write("seeds/s9.txt", port("Верхоянов"));
        dossier.run(&["build"]);
        for change in &changes {
            apply(&dossier, change);
            // The same input, in a folder that has never seen a build.
            let clean = DossierFolder::empty();
            for top in ["seeds", "content", "templates"].into_iter().filter(|top| dossier.path(top).exists()) {
                for (path, bytes) in dossier.tree(top) {
                    clean.write(&format!("{top}/{path}"), bytes);
                }
            }
            clean.write("dossier.toml", dossier.read("dossier.toml"));
            let (remembering, fresh) = (dossier.run(&["build"]), clean.run(&["build"]));
            prop_assert_eq!(remembering.code, fresh.code, "{:?}: {}", change, remembering.stderr);
            prop_assert!(dossier.tree("public") == clean.tree("public"), "public after {change:?}");
            prop_assert!(dossier.tree("content") == clean.tree("content"), "content after {change:?}");
        }
    }
}

/// Starts a build and kills it after a while, wherever it is then.
fn kill_after(dossier: &DossierFolder, wait: Duration) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .arg("build")
        .current_dir(dossier.path("."))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(wait);
    // SIGKILL on Unix. One that has ended by itself is as good.
    drop(child.kill());
    child.wait().unwrap();
}

#[test]
fn a_killed_build_leaves_a_whole_site() {
    let dossier = DossierFolder::with_the_five();
    dossier.write("public/CNAME", "press.example\n");
    let begun = std::time::Instant::now();
    dossier.build(0);
    let whole = begun.elapsed();
    let old = dossier.tree("public");
    dossier.write("seeds/port.txt", PORT);
    let reference = DossierFolder::with_the_five();
    reference.write("seeds/port.txt", PORT);
    reference.write("public/CNAME", "press.example\n");
    reference.build(0);
    let new = reference.tree("public");
    for step in 0..24u32 {
        // Without what was remembered, the next build has all of the way to go.
        if step % 3 == 0 {
            drop(fs::remove_dir_all(dossier.path(".dossier")));
        }
        kill_after(&dossier, whole * step / 20);
        let found = dossier.tree("public");
        assert!(found == old || found == new, "a mixture, after {step} twentieths");
        // Back to the old site, so that the next one has something to exchange.
        fs::remove_file(dossier.path("seeds/port.txt")).unwrap();
        dossier.build(0);
        assert!(dossier.tree("public") == old, "the next build recovers by itself, after {step}");
        let left: Vec<String> = fs::read_dir(dossier.path("."))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with(".public"))
            .collect();
        assert!(left.is_empty(), "{left:?}");
        dossier.write("seeds/port.txt", PORT);
    }
}

#[test]
fn two_builds_at_once_give_one_whole_site() {
    let dossier = DossierFolder::with_the_five();
    let runs: Vec<_> = (0..3)
        .map(|_| {
            Command::new(env!("CARGO_BIN_EXE_dossier"))
                .arg("build")
                .current_dir(dossier.path("."))
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for run in runs {
        let output = run.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let reference = DossierFolder::with_the_five();
    reference.build(0);
    assert!(dossier.tree("public") == reference.tree("public"));
    assert!(dossier.tree("content") == reference.tree("content"));
}
