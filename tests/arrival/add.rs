//! `dossier add`: files and standard input.

use std::fs;

use super::{Folder, article, page, repository};

#[test]
fn a_file_is_copied_with_its_sidecar() {
    let folder = Folder::new();
    let text = article("Причал в Мурманске открыт", "Мурманск");
    folder.write("clips/Причал.TXT", &text);
    let path = folder.added("clips/Причал.TXT");
    assert_eq!(path, "seeds/prichal.txt");
    assert_eq!(folder.read(&path), text, "byte for byte");
    let sidecar = folder.sidecar(&path);
    assert_eq!(sidecar["name"], "Причал.TXT");
    assert_eq!(sidecar["sha256"].as_str().unwrap().len(), 64);
    assert!(sidecar["added"].as_str().unwrap().ends_with('Z'));
    assert_eq!(folder.read("clips/Причал.TXT"), text, "the original stays");
    let run = folder.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.starts_with("1 sources"), "the sidecar is no source: {}", run.out);
}

#[test]
fn names_are_safe_and_never_taken_twice() {
    let folder = Folder::new();
    folder.write("seeds/Prichal.md", article("Другой", "Омск"));
    for (number, name) in
        ["Причал.txt", "con.txt", "..%2f..%2fetc.txt", "1.txt", "-a.txt", ".hidden"].iter().enumerate()
    {
        folder.write(
            &format!("in/{name}"),
            article(&format!("Заголовок {number} о новом порту"), &format!("Город{number}")),
        );
    }
    let long = format!("in/{}.txt", "ж".repeat(110));
    folder.write(&long, article("Длинное имя", "Томск"));
    assert_eq!(folder.added("in/Причал.txt"), "seeds/prichal-2.txt", "Prichal.md has the stem, whatever its case");
    assert_eq!(folder.added("in/con.txt"), "seeds/con-1.txt");
    assert_eq!(folder.added("in/..%2f..%2fetc.txt"), "seeds/2f-2fetc.txt");
    assert_eq!(folder.added("in/1.txt"), "seeds/zagolovok-3-o-novom-portu.txt", "a number is no name, the title is");
    assert_eq!(folder.added("in/-a.txt"), "seeds/zagolovok-4-o-novom-portu.txt");
    assert_eq!(folder.added("in/.hidden"), "seeds/hidden.txt", "a source must be seen");
    assert!(folder.added(&long).len() < 100);
    let seeds = fs::canonicalize(folder.path("seeds")).unwrap();
    for name in folder.seeds() {
        assert!(fs::canonicalize(seeds.join(name)).unwrap().starts_with(&seeds));
    }
}

#[test]
fn the_same_article_is_not_added_twice() {
    let folder = Folder::new();
    let text = article("Причал в Мурманске открыт", "Мурманск");
    folder.write("a.txt", &text);
    let first = folder.added("a.txt");
    assert!(folder.refused(&["a.txt"]).contains(&format!("byte for byte, as {first}")));
    // The bytes are known even when the file has been edited since.
    folder.write(&first, format!("{text}\nИсправлено.\n"));
    assert!(folder.refused(&["a.txt"]).contains("byte for byte"));
    // A reprint, with a word changed and another form.
    let reprint = text.replace("четыре года", "пять лет").replace("губернатор", "глава");
    folder.write("reprint.md", format!("---\ntitle: Открыт причал\n---\n{}", reprint.split_once("\n\n").unwrap().1));
    let said = folder.refused(&["reprint.md"]);
    assert!(said.contains("% of it stands in ") && said.contains(&first), "{said}");
    folder.write("other.txt", article("Причал в Омске открыт", "Омск"));
    folder.added("other.txt");
    let run = folder.run(&["add", "--force", "a.txt", "reprint.md"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 2), "{}", run.err);
}

#[test]
fn within_one_run_too() {
    let folder = Folder::new();
    let text = article("Причал в Мурманске открыт", "Мурманск");
    folder.write("a.txt", &text);
    folder.write("b.txt", text.replace("Вчера", "Сегодня"));
    folder.write("bad.txt", "");
    let run = folder.run(&["add", "a.txt", "b.txt", "bad.txt", "none.txt", "."]);
    assert_eq!(run.code, 1);
    assert_eq!(folder.seeds().len(), 1, "{}", run.out);
    for name in ["error: b.txt", "error: bad.txt", "error: none.txt", "error: .: is a folder"] {
        assert!(run.err.contains(name), "{name}: {}", run.err);
    }
}

#[test]
fn standard_input_is_called_by_its_title_and_content() {
    let folder = Folder::new();
    let run = folder.run_with(&["add", "-"], article("Причал в Мурманске открыт", "Мурманск").as_bytes());
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "seeds/prichal-v-murmanske-otkryt.txt: Причал в Мурманске открыт\n"),
        "{}",
        run.err
    );
    let line = serde_json::json!({"text": article("Омск", "Омск"), "title": "Причал в Омске"}).to_string();
    let run = folder.run_with(&["add", "--force", "-"], format!("{line}\n{line}\n").as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.ends_with(".jsonl: 2 articles\n"), "{}", run.out);
    let run = folder.run_with(&["add", "--force", "-"], page("Суд в Казани", "Казань").as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains(".html"), "{}", run.out);
    let run = folder.run_with(&["add", "-"], b"");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error: -: is empty"), "{}", run.err);
}

#[test]
fn a_sidecar_comes_with_its_source() {
    let folder = Folder::new();
    folder.write("in/a.txt", article("Причал", "Мурманск"));
    folder.write("in/a.txt.meta.json", r#"{"url": "https://news.example/a", "outlet": "Новости порта"}"#);
    let path = folder.added("in/a.txt");
    assert_eq!(folder.sidecar(&path)["outlet"], "Новости порта");
    assert_eq!(folder.sidecar(&path)["url"], "https://news.example/a");
}

#[test]
fn the_five_are_five() {
    let folder = Folder::new();
    for entry in fs::read_dir(repository().join("seeds")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            folder.added(path.to_str().unwrap());
        }
    }
    assert_eq!(folder.seeds().len(), 5);
}

#[test]
fn wrong_usage_adds_nothing() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["add"]).code, 2);
    assert_eq!(folder.run(&["add", "--timeout", "0", "-"]).code, 2);
    fs::remove_file(folder.path("dossier.toml")).unwrap();
    folder.write("a.txt", article("Причал", "Мурманск"));
    assert_eq!(folder.run(&["add", "--root", ".", "a.txt"]).code, 2);
    assert!(folder.seeds().is_empty());
}
