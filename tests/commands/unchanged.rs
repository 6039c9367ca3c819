//! A dossier in which nothing has changed is recognised, and one in which something has is built.

use std::fs;
use std::path::Path;

use super::dossier_folder::{DossierFolder, Run};

/// Builds with `--timings`; a build that found nothing to do has one stage.
fn build(dossier: &DossierFolder) -> Run {
    let run = dossier.run(&["build", "--timings"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run
}

fn is_recognised(run: &Run) -> bool {
    let compared = run.stdout.contains("comparing");
    assert_ne!(compared, run.stdout.contains("rendering"), "{}", run.stdout);
    compared
}

#[test]
fn nothing_is_done_where_nothing_changed() {
    let dossier = DossierFolder::with_one();
    let first = build(&dossier);
    assert!(!is_recognised(&first));
    let second = build(&dossier);
    assert!(is_recognised(&second), "{}", second.stdout);
    // But for the files, the line that ends a build is the same.
    let counts = |run: &Run| {
        let line = run.stdout.lines().next().unwrap_or_default().to_owned();
        let (sources, rest) =
            (line.split(" (").next().unwrap().to_owned(), line.split("), ").nth(1).unwrap().to_owned());
        (sources, rest.split(" (").next().unwrap().to_owned())
    };
    assert_eq!(counts(&first), counts(&second));
    assert!(second.stdout.contains("(0 files changed, 0 drafts changed)"), "{}", second.stdout);
    // Another place and another address are other sites.
    let elsewhere = dossier.run(&["build", "--timings", "--out", "other"]);
    assert!(!is_recognised(&elsewhere));
    let moved = dossier.run(&["build", "--timings", "--base-url", "https://example.net/"]);
    assert!(!is_recognised(&moved));
    assert!(dossier.read("public/index.html").contains("https://example.net/"));
    assert!(!is_recognised(&build(&dossier)), "public/ holds the site of another address");
    assert!(!dossier.read("public/index.html").contains("https://example.net/"));
}

#[test]
fn every_change_is_seen() {
    let dossier = DossierFolder::with_one();
    build(&dossier);
    let good = dossier.tree("public");
    let home = dossier.read("public/index.html");
    let draft = dossier.pages().remove(0);
    let changes: [(&str, &dyn Fn()); 9] = [
        ("a source's text", &|| dossier.replace("seeds/port.txt", "Индию", "Китай")),
        ("a new source", &|| dossier.write("seeds/new.txt", "Мост\n\n1 мая 2023\n\nМост в Томске открыли вовремя.\n")),
        ("a source's sidecar", &|| dossier.write("seeds/port.txt.meta.json", "{\"outlet\": \"Вестник\"}")),
        ("the configuration", &|| dossier.replace("dossier.toml", "Проба", "Другое")),
        ("a draft", &|| dossier.replace(&draft, "title:", "title: Иначе #")),
        ("a page of one's own", &|| dossier.write("content/method.md", "# Метод\n\nТак.\n")),
        ("a correction", &|| {
            dossier.write("content/entities/laptev.md", "---\nname: Игорь Лаптев\n---\nДиректор с 2019 года.\n")
        }),
        ("a template", &|| dossier.write("templates/404.html", "нет такой страницы")),
        ("a style", &|| dossier.write("templates/static/own.css", "a { color: red }")),
    ];
    for (what, change) in changes {
        assert!(is_recognised(&build(&dossier)) || is_recognised(&build(&dossier)), "before {what}");
        change();
        assert!(!is_recognised(&build(&dossier)), "{what}");
        assert!(dossier.tree("public") != good, "{what}");
    }
    // The site itself: a page that is lost, changed, or added.
    for change in [
        &|| fs::remove_file(dossier.path("public/about/index.html")).unwrap(),
        &|| dossier.write("public/index.html", &home),
        &|| dossier.write("public/CNAME", "press.example\n"),
    ] as [&dyn Fn(); 3]
    {
        let before = dossier.tree("public");
        assert!(is_recognised(&build(&dossier)));
        change();
        assert!(!is_recognised(&build(&dossier)));
        let after = dossier.tree("public");
        let ours =
            |tree: &[(String, Vec<u8>)]| tree.iter().filter(|(path, _)| path != "CNAME").cloned().collect::<Vec<_>>();
        assert!(ours(&before) == ours(&after), "the site is whole again");
    }
}

#[test]
fn a_change_that_keeps_size_and_time_is_seen() {
    let dossier = DossierFolder::with_one();
    build(&dossier);
    let path = dossier.path("seeds/port.txt");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    // Also right after the build, when a clock may not have moved on.
    dossier.replace("seeds/port.txt", "Игорь Лаптев", "Игорь Лаптин");
    fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    assert!(!is_recognised(&build(&dossier)));
    assert!(dossier.read("public/dossier.json").contains("Лаптин"));
}

#[test]
fn what_is_wrong_is_said_again() {
    let dossier = DossierFolder::with_one();
    dossier.write("seeds/empty.txt", "");
    let first = dossier.build(1);
    let second = dossier.run(&["build", "--timings"]);
    assert!(is_recognised(&second));
    assert_eq!(second.code, 1);
    assert_eq!(first.stderr, second.stderr);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_may_change_unseen() {
    let dossier = DossierFolder::with_one();
    dossier.write("elsewhere.css", "a { color: red }");
    fs::create_dir_all(dossier.path("templates/static")).unwrap();
    std::os::unix::fs::symlink(dossier.path("elsewhere.css"), dossier.path("templates/static/linked.css")).unwrap();
    build(&dossier);
    assert!(!is_recognised(&build(&dossier)), "so such a dossier is built each time");
}

#[test]
fn a_damaged_record_is_no_record() {
    let dossier = DossierFolder::with_one();
    build(&dossier);
    let records = dossier.tree(".dossier/built");
    assert_eq!(records.len(), 1);
    let (name, bytes) = &records[0];
    for at in (0..bytes.len()).step_by(bytes.len() / 5) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        dossier.write(&format!(".dossier/built/{name}"), &damaged);
        assert!(!is_recognised(&build(&dossier)), "byte {at}");
    }
    assert!(Path::new(&dossier.path(".dossier/.gitignore")).exists(), "git does not see it");
}
