//! What the commands write: the same bytes every time, under the path of the base URL, in the formats
//! that other tools read.

use std::fs;

use serde_json::Value;

use super::dossier_folder::{DossierFolder, PORT};

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (DossierFolder::with_the_five(), DossierFolder::with_the_five());
    one.build(0);
    two.build(0);
    assert!(one.tree("public") == two.tree("public"));
    assert!(one.tree("content") == two.tree("content"));
    // A second build finds its own drafts and changes nothing.
    let (site, content) = (one.tree("public"), one.tree("content"));
    let again = one.build(0);
    assert!(one.tree("public") == site && one.tree("content") == content);
    assert!(again.stdout.contains("0 files changed, 0 drafts changed"), "{}", again.stdout);
}

#[test]
fn the_drafts_of_the_five_are_those_in_the_repository() {
    let dossier = DossierFolder::with_the_five();
    dossier.build(0);
    let repository = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in dossier.pages() {
        let kept = fs::read_to_string(repository.join(&page)).unwrap_or_else(|error| panic!("{page}: {error}"));
        assert_eq!(dossier.read(&page), kept, "{page}: build the dossier of the repository, and read what has changed");
    }
}

#[test]
fn the_site_has_every_file_that_it_promises() {
    let dossier = DossierFolder::with_the_five();
    dossier.build(0);
    let tree = dossier.tree("public");
    let has = |path: &str| tree.iter().any(|(name, _)| name == path);
    for path in [
        "index.html",
        "sources/index.html",
        "entities/index.html",
        "timeline/index.html",
        "about/index.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        ".nojekyll",
        "dossier.json",
    ] {
        assert!(has(path), "{path} is missing");
    }
    let sources = tree
        .iter()
        .filter(|(name, _)| {
            name.starts_with("sources/") && name.ends_with("/index.html") && name != "sources/index.html"
        })
        .count();
    assert_eq!(sources, 5);
}

#[test]
fn a_base_url_on_the_command_line_wins_everywhere() {
    let dossier = DossierFolder::with_one();
    let run = dossier.run(&["build", "--base-url", "https://other.example/a/b"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for (name, bytes) in dossier.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("example.org/repo"), "{name} still has the configured base URL");
        for attribute in ["href=\"/", "src=\"/"] {
            for (at, _) in text.match_indices(attribute) {
                let rest = &text[at + attribute.len() - 1..];
                assert!(rest.starts_with("/a/b/"), "{name}: {}", rest.chars().take(40).collect::<String>());
            }
        }
    }
    assert!(dossier.read("public/sitemap.xml").contains("https://other.example/a/b/"));
}

#[test]
fn the_site_goes_where_it_is_told() {
    let dossier = DossierFolder::with_one();
    assert_eq!(dossier.run(&["build", "--out", "elsewhere/site"]).code, 0);
    assert!(dossier.path("elsewhere/site/index.html").exists() && !dossier.path("public").exists());
    // The dossier is found from a folder below it.
    let below = dossier.path("seeds");
    let run =
        std::process::Command::new(env!("CARGO_BIN_EXE_dossier")).arg("build").current_dir(below).output().unwrap();
    assert!(run.status.success() && dossier.path("public/index.html").exists());
}

#[test]
fn files_of_others_survive_in_the_site() {
    let dossier = DossierFolder::with_one();
    dossier.build(0);
    dossier.write("public/CNAME", "dossier.example\n");
    dossier.write("seeds/port.txt", PORT.replace("на 12%", "на 15%"));
    dossier.build(0);
    assert_eq!(dossier.read("public/CNAME"), "dossier.example\n");
}

#[test]
fn analyze_prints_every_key_with_code_point_offsets() {
    let dossier = DossierFolder::with_the_five();
    let run = dossier.run(&["analyze", "seeds"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 5);
    for line in &lines {
        let keys: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
        for key in [
            "id",
            "language",
            "title",
            "published",
            "authors",
            "outlet",
            "url",
            "text",
            "removed",
            "sentences",
            "entities",
            "summary",
            "quotes",
            "dates",
            "events",
            "figures",
        ] {
            assert!(keys.contains(&key), "{key} is missing");
        }
        let text: Vec<char> = line["text"].as_str().unwrap().chars().collect();
        let slice = |item: &Value| -> String {
            let at = |key: &str| item[key].as_u64().unwrap() as usize;
            text[at("start")..at("end")].iter().collect()
        };
        for key in ["sentences", "entities", "summary", "quotes", "dates", "events", "figures"] {
            for item in line[key].as_array().unwrap() {
                let part = slice(item);
                assert_eq!(part.trim(), part, "{key} begins and ends with a word");
                assert!(!part.is_empty());
            }
        }
        let sentences: Vec<String> = line["sentences"].as_array().unwrap().iter().map(slice).collect();
        for key_sentence in line["summary"].as_array().unwrap() {
            assert!(sentences.contains(&slice(key_sentence)), "a key sentence is a sentence");
        }
        assert!((3..=5).contains(&line["summary"].as_array().unwrap().len()));
    }
}

#[test]
fn analyze_takes_raw_text_as_it_stands_and_lines_with_their_metadata() {
    let dossier = DossierFolder::empty();
    let text = "Реклама\n\nСуд в Омске отклонил жалобу завода.\nИстец — Анна Громова.";
    let line = serde_json::json!({
        "id": "omsk-1", "text": text, "title": "Суд", "date": "2023-05-03", "language": "ru",
        "url": "https://news.example/1", "outlet": "Омск сегодня",
    });
    dossier.write("articles.jsonl", format!("{line}\n\n{line}\n"));
    let run = dossier.run(&["analyze", "--raw", "--key-sentences", "1", "articles.jsonl"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    let first = &lines[0];
    assert_eq!(first["text"], text, "nothing is changed");
    assert_eq!(first["id"], "omsk-1");
    assert_eq!(first["title"], serde_json::json!({"text": "Суд", "origin": "metadata"}));
    assert_eq!(first["published"], serde_json::json!({"value": "2023-05-03", "origin": "metadata"}));
    assert_eq!(first["outlet"], "Омск сегодня");
    assert_eq!(first["url"], "https://news.example/1");
    assert_eq!(first["summary"].as_array().unwrap().len(), 1);
}

#[test]
fn dossier_json_names_sources_entities_and_events() {
    let dossier = DossierFolder::with_the_five();
    dossier.build(0);
    let json: Value = serde_json::from_str(&dossier.read("public/dossier.json")).unwrap();
    let ids = |key: &str| -> Vec<String> {
        json[key].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let (sources, entities) = (ids("sources"), ids("entities"));
    assert_eq!(sources.len(), 5);
    for source in json["sources"].as_array().unwrap() {
        for entity in source["entities"].as_array().unwrap() {
            assert!(entities.contains(&entity.as_str().unwrap().to_owned()));
        }
        for related in source["related"].as_array().unwrap() {
            assert!(sources.contains(&related["id"].as_str().unwrap().to_owned()));
            assert!(!related["reasons"].as_array().unwrap().is_empty());
        }
        let page = source["url"].as_str().unwrap().strip_prefix("https://example.org/repo/").unwrap();
        assert!(dossier.path(&format!("public/{page}index.html")).exists(), "{page}");
    }
    assert!(!json["events"].as_array().unwrap().is_empty());
}

#[test]
fn one_person_in_five_articles_is_one_entity() {
    let dossier = DossierFolder::with_the_five();
    dossier.build(0);
    let json: Value = serde_json::from_str(&dossier.read("public/dossier.json")).unwrap();
    let named: Vec<&Value> = json["entities"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["name"].as_str().unwrap().contains("Токаев"))
        .collect();
    assert_eq!(named.len(), 1, "{named:?}");
    assert_eq!(named[0]["name"], "Касым-Жомарт Токаев");
    assert_eq!(named[0]["kind"], "person");
    assert_eq!(named[0]["sources"].as_array().unwrap().len(), 4);
}

#[test]
fn names_of_removed_teasers_are_no_entities() {
    let dossier = DossierFolder::with_the_five();
    dossier.build(0);
    let json = dossier.read("public/dossier.json");
    for name in ["Пехлеви", "Зеленск", "Трамп"] {
        assert!(!json.contains(name), "{name} stands only in a teaser");
    }
}

#[test]
fn a_new_dossier_builds_once_it_has_a_source() {
    let dossier = DossierFolder::empty();
    let run = dossier.run(&["init", "new", "--title", "Новое \"дело\"", "--language", "ru"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(dossier.run(&["build", "--root", "new"]).code, 1, "no source yet");
    dossier.write("new/seeds/port.txt", PORT);
    let run = dossier.run(&["build", "--root", "new"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(dossier.read("new/public/index.html").contains("Новое"));
    assert!(fs::exists(dossier.path("new/.github/workflows/pages.yml")).unwrap());
    assert_eq!(dossier.run(&["init", "new"]).code, 2, "a dossier that is there is not touched");
}
