//! What a person writes in `content/entities/` holds everywhere on the next build.

use serde_json::Value;

use super::dossier_folder::{DossierFolder, PORT, Run};

pub const PLANS: &str = "\
Лаптев рассказал о планах порта

14 марта 2023

Директор порта Игорь Лаптев приехал в Мурманск. «Мы построим причал к осени», – заявил Лаптев. По его словам, \
деньги выделит Министерство транспорта России.

Эколог Анна Громова с этим не согласна. Анна Громова считает, что пыль опасна.
";

pub fn two() -> DossierFolder {
    let dossier = DossierFolder::empty();
    dossier.write("seeds/port.txt", PORT);
    dossier.write("seeds/plans.txt", PLANS);
    dossier
}

impl DossierFolder {
    /// Writes a file of corrections: its front matter, and a note.
    pub fn correct(&self, stem: &str, front_matter: &str, note: &str) {
        self.write(&format!("content/entities/{stem}.md"), format!("---\n{front_matter}\n---\n\n{note}"));
    }

    /// The entity of this name in `dossier.json`.
    pub fn entity(&self, name: &str) -> Option<Value> {
        let json: Value = serde_json::from_str(&self.read("public/dossier.json")).unwrap();
        json["entities"].as_array().unwrap().iter().find(|entity| entity["name"] == name).cloned()
    }

    pub fn entity_page(&self, name: &str) -> String {
        let entity = self.entity(name).unwrap_or_else(|| panic!("no entity {name}"));
        self.read(&format!("public/entities/{}/index.html", entity["id"].as_str().unwrap()))
    }
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
}

#[test]
fn a_better_name_holds_everywhere_and_the_old_address_leads_on() {
    let dossier = two();
    dossier.build(0);
    let pages = |run: &Run| run.stdout.split(": ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    let before = pages(&dossier.build(0));
    dossier.correct("laptev", "name: Игорь Петрович Лаптев\naliases: [Игорь Лаптев]", "");
    let run = dossier.build(0);
    assert_eq!(run.stderr, "");
    assert_eq!(pages(&run), before, "what leads on is no page");

    let entity = dossier.entity("Игорь Петрович Лаптев").unwrap();
    assert!(dossier.entity("Игорь Лаптев").is_none());
    assert_eq!(entity["url"], "https://example.org/repo/entities/igor-petrovich-laptev/");
    assert!(strings(&entity["aliases"]).contains(&"Игорь Лаптев"));
    assert_eq!(entity["sources"].as_array().unwrap().len(), 2);
    let address = "/repo/entities/igor-petrovich-laptev/";
    for (path, bytes) in dossier.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("\"/repo/entities/igor-laptev/\""), "{path} links to the old address");
    }
    for page in dossier.pages() {
        assert!(!dossier.read(&page).contains("[[Игорь Лаптев"), "{}", dossier.read(&page));
    }
    for old in ["igor-laptev", "laptev"] {
        let page = dossier.read(&format!("public/entities/{old}/index.html"));
        assert!(page.contains(&format!("http-equiv=\"refresh\" content=\"0; url={address}\"")), "{page}");
        assert!(page.contains(&format!("<a href=\"{address}\">Игорь Петрович Лаптев</a>")), "{page}");
        assert!(page.contains(&format!("rel=\"canonical\" href=\"https://example.org{address}\"")), "{page}");
        assert!(page.contains("name=\"robots\" content=\"noindex\"") && !page.contains("<script"), "{page}");
        for list in ["sitemap.xml", "entities/index.html", "dossier.json"] {
            assert!(!dossier.read(&format!("public/{list}")).contains(&format!("entities/{old}/")), "{list}");
        }
    }
    assert!(dossier.build(0).stdout.contains("0 files changed, 0 drafts changed"));
}

#[test]
fn a_note_and_other_databases_stand_on_the_page() {
    let dossier = two();
    dossier.correct(
        "igor-laptev",
        "same_as:\n- Q42\n- NK-abc\n- https://people.example/laptev\ncountry: Россия\ncoordinates: [68.97, 33.07]",
        "Руководит портом; спорит с ним [[Анна Громова]]. <script>alert(1)</script> [x](javascript:alert(1))\n",
    );
    let run = dossier.build(1);
    assert!(
        run.stderr.contains("content/entities/igor-laptev.md:10: a link to `javascript:alert(1)`"),
        "{}",
        run.stderr
    );
    let entity = dossier.entity("Игорь Лаптев").unwrap();
    assert_eq!(strings(&entity["same_as"]), ["Q42", "NK-abc", "https://people.example/laptev"]);
    assert_eq!((&entity["country"], &entity["coordinates"]), (&"RU".into(), &serde_json::json!([68.97, 33.07])));
    let page = dossier.entity_page("Игорь Лаптев");
    assert!(page.contains("Руководит портом; спорит с ним <a href=\"/repo/entities/anna-gromova/\">Анна Громова</a>"));
    assert!(!page.contains("<script>alert") && !page.contains("href=\"javascript"), "{page}");
    for url in [
        "https://www.wikidata.org/wiki/Q42",
        "https://www.opensanctions.org/entities/NK-abc/",
        "https://people.example/laptev",
    ] {
        assert!(page.contains(&format!("href=\"{url}\"")), "{url}: {page}");
    }
}

#[test]
fn merged_entities_are_one_on_every_page() {
    let dossier = two();
    dossier.correct("laptev", "name: Игорь Лаптев\nmerge: Анна Громова", "");
    assert_eq!(dossier.build(0).stderr, "");
    assert!(dossier.entity("Анна Громова").is_none());
    let entity = dossier.entity("Игорь Лаптев").unwrap();
    assert!(strings(&entity["aliases"]).contains(&"Анна Громова"));
    assert!(dossier.read("public/entities/anna-gromova/index.html").contains("url=/repo/entities/igor-laptev/"));
    for page in dossier.pages() {
        let slug = page.trim_start_matches("content/sources/").trim_end_matches(".md");
        let html = dossier.read(&format!("public/sources/{slug}/index.html"));
        assert!(html.contains("href=\"/repo/entities/igor-laptev/\">Анна Громова</a>"), "{page}");
    }
}

#[test]
fn hidden_entities_are_plain_text_everywhere() {
    let dossier = two();
    dossier.build(0);
    assert!(dossier.entity("Анна Громова").is_some());
    dossier.correct("anna-gromova", "hide: true", "");
    assert_eq!(dossier.build(0).stderr, "");
    let mut named = 0;
    for (path, bytes) in dossier.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.contains("gromova") && !text.contains("entities/anna-gromova"), "{path}");
        named += usize::from(text.contains("Анна Громова"));
    }
    assert!(named >= 2, "the text itself is the source's");
    let json: Value = serde_json::from_str(&dossier.read("public/dossier.json")).unwrap();
    assert!(!json["entities"].to_string().contains("Громова"));
    for page in dossier.pages() {
        assert!(!dossier.read(&page).contains("[[Анна"), "{}", dossier.read(&page));
    }
}

#[test]
fn a_kind_moves_the_entity_in_every_list() {
    let dossier = two();
    dossier.correct("murmansk", "name: Мурманск\nkind: organization", "");
    assert_eq!(dossier.build(0).stderr, "");
    assert_eq!(dossier.entity("Мурманск").unwrap()["kind"], "organization");
    let slug = dossier.pages()[0].trim_start_matches("content/sources/").trim_end_matches(".md").to_owned();
    let page = dossier.read(&format!("public/sources/{slug}/index.html"));
    assert!(page.contains("class=\"name organization\" href=\"/repo/entities/murmansk/\""), "{page}");
}

#[test]
fn a_form_that_is_someone_else_takes_its_mentions_along() {
    let dossier = two();
    dossier.correct("igor-laptev", "not: Лаптев", "");
    assert_eq!(dossier.build(0).stderr, "");
    let (one, other) = (dossier.entity("Игорь Лаптев").unwrap(), dossier.entity("Лаптев").unwrap());
    assert!(!strings(&one["aliases"]).contains(&"Лаптев"));
    assert_eq!(other["sources"], serde_json::json!(["plans"]));
    assert_eq!(other["kind"], "person");
}

#[test]
fn what_is_wrong_is_named_and_the_rest_is_done() {
    let dossier = two();
    dossier.correct("igor-laptev", "name: И. П. Лаптев\nkind: ship\nmergee: x\ncssclasses: wide\ntags: [a]", "");
    dossier.correct("anna-gromova", "name: [\n", "");
    dossier.correct("murmansk", "country: Нарния\ncoordinates: [100, 0]\nsame_as: [Q42, 'javascript:alert(1)']", "");
    dossier.correct("nobody", "aliases:\n- Никто Такой", "");
    let run = dossier.build(1);
    for said in [
        "error: content/entities/anna-gromova.md:",
        "error: content/entities/igor-laptev.md:3: `kind` must be `person`, `organization` or `place`",
        "note: content/entities/igor-laptev.md:4: `mergee` is no field of a correction",
        "did you mean `merge`?",
        "error: content/entities/murmansk.md:2: `country` must be",
        "error: content/entities/murmansk.md:3: `coordinates` must be",
        "error: content/entities/murmansk.md:4: `javascript:alert(1)` under `same_as`",
        "note: content/entities/nobody.md:1: corrects nothing",
    ] {
        assert!(run.stderr.contains(said), "{said}\n{}", run.stderr);
    }
    assert!(!run.stderr.contains("cssclasses") && !run.stderr.contains("`tags`"), "{}", run.stderr);
    assert!(dossier.entity("И. П. Лаптев").is_some() && dossier.entity("Анна Громова").is_some());
    assert!(dossier.entity_page("Мурманск").contains("wikidata.org/wiki/Q42"));
    assert!(dossier.read("content/entities/anna-gromova.md").contains("name: ["), "nothing is written there");
}

#[test]
fn hostile_files_harm_nothing() {
    let dossier = two();
    let long = |text: &str, count: usize| text.repeat(count);
    dossier.correct("igor-laptev", "name: '<script>alert(1)</script>'\nslug: ../../../etc/passwd", "");
    dossier.correct("anna-gromova", "name: \"Анна\\u0000\\u202e\\nГромова\"\nslug: '..'", "");
    dossier.correct("deep", &format!("aliases: {}{}", long("[", 5000), long("]", 5000)), "");
    dossier.correct(
        "bomb",
        &{
            let mut yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
            for level in 1..12 {
                let item = format!("*a{}, ", level - 1);
                yaml.push_str(&format!("a{level}: &a{level} [{}]\n", item.repeat(10).trim_end_matches(", ")));
            }
            yaml + "aliases: *a11"
        },
        "",
    );
    dossier.correct("circle", "aliases: &a [*a]", "");
    dossier.correct("many", &format!("not: [{}]", long("Мурманск, ", 20_000)), "");
    dossier.correct("long", &format!("name: {}", long("ы", 100_000)), "");
    dossier.correct("wrong", "name: {a: b}\naliases: [{a: b}, [c, d], 24, true, ~, '']\nhide: maybe\nmerge: ~", "");
    dossier.write("content/entities/..md", "---\nhide: true\n---\n");
    dossier.write("content/entities/latin.md", b"---\nname: \xff\xfe\n---\n");
    let run = dossier.build(1);
    for path in ["deep", "bomb", "circle", "many", "long", "wrong", "latin", "anna-gromova"] {
        assert!(run.stderr.contains(&format!("content/entities/{path}.md")), "{path}: {}", run.stderr);
    }
    for (path, bytes) in dossier.tree("public") {
        assert!(!path.contains(".."), "{path}");
        if path.ends_with(".html") {
            assert!(!String::from_utf8_lossy(&bytes).contains("<script>alert"), "{path}");
        }
    }
    let entity = dossier.entity("<script>alert(1)</script>").unwrap();
    assert_eq!(entity["id"], "etc-passwd");
    assert!(dossier.entity("Анна Громова").is_some());
}

#[test]
fn a_contradiction_names_both_files() {
    let dossier = two();
    dossier.correct("igor-laptev", "aliases: [Мурманск]\nkind: place", "");
    dossier.correct("anna-gromova", "aliases: [Мурманск]\nkind: place", "");
    let run = dossier.build(1);
    assert!(
        run.stderr.contains("content/entities/igor-laptev.md")
            && run.stderr.contains("content/entities/anna-gromova.md")
    );
    assert!(dossier.build(1).stdout.contains("0 files changed, 0 drafts changed"));
}
