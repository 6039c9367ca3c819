//! What can go wrong, and what the user is told. The last good site is always left in place.

use std::fs;

use super::dossier_folder::DossierFolder;

/// Builds a good site, breaks something, and checks that the site is still the good one.
fn after_a_good_build(breaking: impl FnOnce(&DossierFolder), code: i32, said: &[&str]) {
    let dossier = DossierFolder::with_one();
    dossier.build(0);
    let good = dossier.tree("public");
    breaking(&dossier);
    let run = dossier.build(code);
    for words in said {
        assert!(run.stderr.contains(words), "{words:?} is not in: {}", run.stderr);
    }
    assert!(dossier.tree("public") == good, "the last good site is left in place");
}

#[test]
fn empty_seeds() {
    after_a_good_build(
        |dossier| fs::remove_file(dossier.path("seeds/port.txt")).unwrap(),
        1,
        &["seeds: holds no source", "hint: put articles"],
    );
}

#[test]
fn missing_seeds() {
    after_a_good_build(|dossier| fs::remove_dir_all(dossier.path("seeds")).unwrap(), 2, &["seeds: is not there"]);
}

#[test]
fn broken_configuration() {
    let broken = "title = \"a\"\nlanguage = ru\n";
    after_a_good_build(|dossier| dossier.write("dossier.toml", broken), 2, &["dossier.toml:2:12: "]);
    let unknown = "title = \"a\"\nbase = \"x\"\n";
    after_a_good_build(|dossier| dossier.write("dossier.toml", unknown), 2, &["dossier.toml:2:", "base"]);
    let address = "title = \"a\"\nbase_url = \"/repo\"\n";
    after_a_good_build(|dossier| dossier.write("dossier.toml", address), 2, &["dossier.toml:2: base_url `/repo`"]);
}

#[test]
fn a_template_with_an_error() {
    let misfit = "{% extends \"base.html\" %}\n{% block nowhere %}{% endblock %}\n";
    after_a_good_build(
        |dossier| dossier.write("templates/source.html", misfit),
        2,
        &["templates/source.html", "nowhere"],
    );
    let broken = "{% extends \"base.html\" %}\n{% block main %}\n{{ nothing.of.the.kind }}\n{% endblock %}\n";
    after_a_good_build(|dossier| dossier.write("templates/source.html", broken), 2, &["templates/source.html", ":3"]);
    let unclosed = "<p>\n{% if %}\n";
    after_a_good_build(|dossier| dossier.write("templates/source.html", unclosed), 2, &["templates/source.html", ":2"]);
}

#[cfg(unix)]
#[test]
fn a_read_only_site() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |mode| fs::Permissions::from_mode(mode);
    let dossier = DossierFolder::with_one();
    dossier.build(0);
    let good = dossier.tree("public");
    fs::set_permissions(dossier.path("public"), mode(0o555)).unwrap();
    dossier.write(
        "seeds/other.txt",
        "Суд в Омске отклонил жалобу завода. Завод выплатит 2 млн рублей, решил суд 3 мая 2023 года.",
    );
    let run = dossier.run(&["build"]);
    fs::set_permissions(dossier.path("public"), mode(0o755)).unwrap();
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("public"), "{}", run.stderr);
    assert!(dossier.tree("public") == good);
}

/// A bad source is named, and the others are built.
fn beside_a_good_source(name: &str, bytes: &[u8], said: &[&str]) {
    let dossier = DossierFolder::with_one();
    dossier.write(&format!("seeds/{name}"), bytes);
    let run = dossier.build(1);
    assert!(run.stderr.contains(&format!("error: seeds/{name}")), "{}", run.stderr);
    for words in said {
        assert!(run.stderr.contains(words), "{words:?} is not in: {}", run.stderr);
    }
    assert_eq!(dossier.pages().len(), 1, "the other source is built");
    assert!(dossier.read("public/index.html").contains("Мурманск"));
}

#[test]
fn an_empty_file() {
    beside_a_good_source("empty.txt", b"", &["hint: "]);
    beside_a_good_source("blank.txt", b" \n\n\t\n", &["hint: "]);
}

#[test]
fn binary_rubbish() {
    let rubbish: Vec<u8> = (0..4096u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    beside_a_good_source("rubbish.txt", &rubbish, &["hint: "]);
    beside_a_good_source("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", &["hint: "]);
}

#[test]
fn a_broken_line_of_json() {
    beside_a_good_source("dump.jsonl", "{\"text\": \"нет конца\n".as_bytes(), &["dump.jsonl:1"]);
}

#[test]
fn fifty_megabytes() {
    let dossier = DossierFolder::with_one();
    let sentence = "Порт Мурманска увеличил перевалку угля, сообщил Игорь Лаптев. ";
    dossier.write("seeds/large.txt", sentence.repeat(50 * 1024 * 1024 / sentence.len() + 1));
    let run = dossier.build(1);
    assert!(run.stderr.contains("error: seeds/large.txt") && run.stderr.contains("hint: "), "{}", run.stderr);
    assert_eq!(dossier.pages().len(), 1, "the other source is built");
}

#[test]
fn wrong_usage() {
    let dossier = DossierFolder::with_one();
    assert_eq!(dossier.run(&["build", "--no-such-flag"]).code, 2);
    assert_eq!(dossier.run(&["build", "--base-url", "nowhere"]).code, 2);
    assert_eq!(dossier.run(&["build", "--root", "no/such/folder"]).code, 2);
    assert_eq!(dossier.run(&[]).code, 2);
    assert!(!dossier.path("public").exists(), "nothing was done");
}

#[test]
fn a_missing_file_to_analyze() {
    let dossier = DossierFolder::with_one();
    let run = dossier.run(&["analyze", "seeds/port.txt", "seeds/none.txt"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stdout.lines().count(), 1, "the other article is printed");
    assert!(run.stderr.contains("seeds/none.txt"), "{}", run.stderr);
}
