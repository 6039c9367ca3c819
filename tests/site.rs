//! The rendered site.

mod support;

use std::fs;
use std::path::Path;

use dossier::analysis::EntityKind;
use dossier::content::UserPage;
use dossier::dossier::Dossier;
use dossier::site::Site;
use support::{Fixture, text, try_render};

fn rendered(fixture: &Fixture) -> (Site, Vec<String>) {
    let (site, diagnostics) = try_render(fixture, None).unwrap();
    (site, diagnostics.iter().map(ToString::to_string).collect())
}

fn user_page(slug: &str, body: &str) -> UserPage {
    UserPage { path: format!("content/{slug}.md"), slug: slug.into(), title: None, body: body.into(), body_line: 4 }
}

const SOURCE: &str = "sources/sud-vernul-smetu-mosta-na-pereschet/index.html";

#[test]
fn every_page_is_there_and_every_link_leads_somewhere() {
    let (site, diagnostics) = rendered(&support::bridge());
    assert_eq!(diagnostics, Vec::<String>::new());
    for path in [
        "index.html",
        "sources/index.html",
        SOURCE,
        "entities/index.html",
        "entities/anna-sedova/index.html",
        "timeline/index.html",
        "about/index.html",
        "contacts/index.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        ".nojekyll",
        "dossier.json",
        "static/site.css",
        "static/fonts/LICENSE",
    ] {
        assert!(site.files.contains_key(path), "{path}");
    }
    // A folder to look at the pages in a browser.
    if let Ok(folder) = std::env::var("DOSSIER_TEST_SITE") {
        dossier::site::publish(&site, Path::new(&folder)).unwrap();
    }
}

#[test]
fn the_main_pages_read_as_they_should() {
    let (site, _) = rendered(&support::bridge());
    for (name, path) in [
        ("home", "index.html"),
        ("source", SOURCE),
        ("entity", "entities/kamdorstroy/index.html"),
        ("timeline", "timeline/index.html"),
        ("entities", "entities/index.html"),
        ("feed", "feed.xml"),
    ] {
        // The version of the static files changes with every touch of the style sheet.
        let html = text(&site, path);
        let version = html.find("site.css?v=").map(|at| &html[at + 11..at + 19]);
        let html = version.map_or_else(|| html.to_owned(), |version| html.replace(version, "VERSION"));
        insta::assert_snapshot!(name, html);
    }
}

#[test]
fn rendering_twice_gives_the_same_bytes() {
    let fixture = support::bridge();
    assert_eq!(rendered(&fixture).0, rendered(&fixture).0);
}

#[test]
fn every_address_is_under_the_base_path() {
    for (url, base) in [("https://a.example/", "/"), ("https://a.example/x/y", "/x/y/")] {
        let mut fixture = support::bridge();
        fixture.config.set_base_url(url).unwrap();
        let (site, diagnostics) = rendered(&fixture);
        assert_eq!(diagnostics, Vec::<String>::new());
        for (path, html) in site.files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = std::str::from_utf8(html).unwrap();
            for attribute in ["href=\"/", "src=\"/"] {
                for (at, _) in html.match_indices(attribute) {
                    let address = &html[at + attribute.len() - 1..];
                    assert!(address.starts_with(base), "{path}: {}", &address[..40.min(address.len())]);
                }
            }
        }
        assert!(text(&site, "feed.xml").contains(&format!("<id>{}sources/", fixture.config.base_url)));
        assert!(text(&site, "robots.txt").contains(&format!("Sitemap: {}sitemap.xml", fixture.config.base_url)));
    }
}

#[test]
fn feeds_and_maps_are_well_formed() {
    let mut fixture = support::bridge();
    fixture.config.title = "A & B <i>\"c\"</i>".into();
    fixture.pages[0].title = "Один & <два> ]]>".into();
    let (site, _) = rendered(&fixture);
    for path in ["feed.xml", "sitemap.xml"] {
        let mut reader = quick_xml::Reader::from_str(text(&site, path));
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) => assert_ne!(tag.name().as_ref(), "i"),
                _ => {}
            }
        }
    }
    let feed = text(&site, "feed.xml");
    assert!(feed.contains("<updated>2024-09-12T14:30:00+05:00</updated>"), "{feed}");
    // Nobody knows when the fourth source was published; a feed cannot say so, so it leaves it out.
    assert_eq!(feed.matches("<entry>").count(), 3);
}

#[test]
fn text_in_another_language_is_marked() {
    let (site, _) = rendered(&support::bridge());
    let english = text(&site, "sources/auditors-question-the-price-of-a-kama-bridge/index.html");
    assert!(english.contains("<html lang=\"ru\">") && english.contains("<h1 lang=\"en\">"));
    assert!(english.contains("<div class=\"article prose\" lang=\"en\">"));
    let mut fixture = support::bridge();
    fixture.config.language = "en".into();
    let (site, _) = rendered(&fixture);
    assert!(text(&site, "index.html").contains("<html lang=\"en\">"));
    assert!(text(&site, "index.html").contains("4\u{A0}sources"));
}

#[test]
fn what_is_only_expected_is_not_shown_as_done() {
    let (site, _) = rendered(&support::bridge());
    let timeline = text(&site, "timeline/index.html");
    let planned = timeline.find("декабрь\u{A0}2025</time> <span class=\"status\">ожидается</span>");
    assert!(planned.is_some(), "{timeline}");
    assert_eq!(timeline.matches("class=\"status\"").count(), 2);
}

#[test]
fn an_empty_dossier_says_what_to_do() {
    let mut fixture = support::bridge();
    fixture.dossier = Dossier::default();
    fixture.pages.clear();
    fixture.user_pages.clear();
    let (site, diagnostics) = rendered(&fixture);
    assert_eq!(diagnostics, Vec::<String>::new());
    assert!(text(&site, "index.html").contains("seeds/"));
    assert!(text(&site, "feed.xml").contains("<updated>1970-01-01T00:00:00Z</updated>"));
}

#[test]
fn broken_links_are_named_with_file_and_line() {
    let mut fixture = support::bridge();
    fixture.pages[0].body.push_str("\n[там](#p99s1), [тут](/nowhere/), [файл](../contacts.md), [х](../../../etc)\n");
    fixture.user_pages.push(user_page(
        "index",
        "О [[Камдорстрое]] и [[Никто]].\n\n[источник](sources/parom-do-zarechnogo-snova-vstal.md) [нет](sources/none/)",
    ));
    let (site, diagnostics) = rendered(&fixture);
    assert!(text(&site, SOURCE).contains("href=\"/bridge/contacts/\""));
    assert!(text(&site, "index.html").contains("href=\"/bridge/sources/parom-do-zarechnogo-snova-vstal/\""));
    let page = &fixture.pages[0].path;
    for expected in [
        format!("error: {page}:18: the link `../../../etc` leads out of the site"),
        format!("error: {page}:18: the link `#p99s1` leads nowhere: {SOURCE} has no `#p99s1`"),
        format!("error: {page}:18: the link `/bridge/nowhere/` leads nowhere: there is no nowhere/index.html"),
        "error: content/index.md:4: `[[Никто]]` names nothing in this dossier".to_owned(),
        "error: content/index.md:6: the link `/bridge/sources/none/` leads nowhere".to_owned(),
    ] {
        assert!(diagnostics.iter().any(|found| found.contains(&expected)), "{expected}\n{diagnostics:#?}");
    }
    // The form «Камдорстрое» is none of the entity's; each fault is told once.
    assert_eq!(diagnostics.len(), 6, "{diagnostics:#?}");
}

#[test]
fn a_name_that_fits_several_entities_is_not_guessed() {
    let mut fixture = support::bridge();
    let alias = dossier::dossier::Alias { form: "Директор".into(), count: 1 };
    fixture.dossier.entities[0].aliases.push(alias.clone());
    fixture.dossier.entities[1].aliases.push(alias);
    fixture.user_pages = vec![user_page("index", "[[директор]] и [[анна седова|мэр]]")];
    let (site, diagnostics) = rendered(&fixture);
    assert!(text(&site, "index.html").contains("<p>директор и <a href=\"/bridge/entities/anna-sedova/\">мэр</a></p>"));
    assert!(diagnostics.len() == 1 && diagnostics[0].contains("fits several names"), "{diagnostics:?}");
}

#[test]
fn pages_without_a_possible_address_are_named_and_left_out() {
    let mut fixture = support::bridge();
    fixture.pages[0].slug = "../../etc".into();
    fixture.pages[1].slug = fixture.pages[2].slug.clone();
    fixture.user_pages = vec![user_page("sources", "x"), user_page("..", "y")];
    let (site, diagnostics) = rendered(&fixture);
    assert!(site.files.keys().all(|path| !path.contains("..")), "{:?}", site.files.keys());
    assert_eq!(diagnostics.len(), 4, "{diagnostics:#?}");
}

#[test]
fn no_page_of_the_user_takes_the_place_of_the_sites_own() {
    let own = rendered(&support::bridge()).0;
    let folders: std::collections::BTreeSet<&str> =
        own.files.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    let taken: Vec<&str> = folders.into_iter().filter(|folder| !["about", "contacts"].contains(folder)).collect();
    assert!(taken.contains(&"search") && taken.contains(&"network"), "{taken:?}");
    for folder in taken {
        let mut fixture = support::bridge();
        fixture.user_pages.push(user_page(folder, "x"));
        let (site, diagnostics) = rendered(&fixture);
        assert!(diagnostics.iter().any(|wrong| wrong.contains(&format!("/{folder}/"))), "{folder}: {diagnostics:?}");
        assert_eq!(site.files.len(), own.files.len(), "{folder}");
    }
}

#[test]
fn own_templates_and_static_files_take_the_place_of_built_in_ones() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path();
    fs::create_dir_all(own.join("static")).unwrap();
    fs::write(own.join("page.html"), "{% extends \"base.html\" %}{% block main %}OWN {{ head.title }}{% endblock %}")
        .unwrap();
    fs::write(own.join("static/logo.txt"), "logo").unwrap();
    fs::write(own.join("static/site.css"), "p{}").unwrap();
    let (site, diagnostics) = try_render(&support::bridge(), Some(own)).unwrap();
    assert_eq!(diagnostics, Vec::new());
    assert!(text(&site, "contacts/index.html").contains("OWN Контакты"));
    assert_eq!(text(&site, "static/logo.txt"), "logo");
    assert_eq!(text(&site, "static/site.css"), "p{}");
}

#[test]
fn a_block_of_a_built_in_template_can_be_changed_alone() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path();
    fs::create_dir_all(own.join("static")).unwrap();
    let source = "{% extends \"built-in/source.html\" %}\n{% block cite %}{% endblock %}\n\
                  {% block provenance %}{{ super() }}<p>OWN {{ source.file }}</p>{% endblock %}";
    fs::write(own.join("source.html"), source).unwrap();
    fs::write(own.join("static/own.css"), ":root{--accent:#00f}").unwrap();
    fs::write(own.join("static/logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    let (site, diagnostics) = try_render(&support::bridge(), Some(own)).unwrap();
    assert_eq!(diagnostics, Vec::new());
    let html = text(&site, SOURCE);
    assert!(html.contains("OWN seeds") && html.contains("SHA-256") && html.contains("Ключевые тезисы"), "{html}");
    assert!(!html.contains("class=\"cite\""));
    // The own style comes after the built-in one, and the logo before the title, on every page.
    let (built_in, own) = (html.find("static/site.css").unwrap(), html.find("static/own.css").unwrap());
    assert!(built_in < own);
    assert!(text(&site, "index.html").contains("static/logo.svg"));
    let (plain, _) = rendered(&support::bridge());
    assert!(!text(&plain, "index.html").contains("own.css") && !text(&plain, "index.html").contains("class=\"logo\""));
}

#[test]
fn every_documented_block_can_be_overridden() {
    let documented = include_str!("../docs/theme.md");
    for (template, page) in [("source.html", SOURCE), ("entity.html", "entities/anna-sedova/index.html")] {
        let row = documented.lines().find(|line| line.starts_with(&format!("| `{template}`"))).expect("a row");
        let within = row.split("within `main`:").nth(1).expect("blocks");
        let blocks: Vec<&str> = within.split('`').skip(1).step_by(2).collect();
        assert!(blocks.len() >= 3, "{blocks:?}");
        for block in blocks.iter().chain(&["head", "masthead", "brand", "nav", "main", "colophon"]) {
            let folder = tempfile::tempdir().unwrap();
            let own = format!(
                "{{% extends \"built-in/{template}\" %}}{{% block {block} %}}{{# #}}<i>OWN-{block}</i>{{{{ super() }}}}{{% endblock %}}"
            );
            fs::write(folder.path().join(template), own).unwrap();
            let (site, _) = try_render(&support::bridge(), Some(folder.path()))
                .unwrap_or_else(|wrong| panic!("{template}, {block}: {wrong:?}"));
            assert!(text(&site, page).contains(&format!("<i>OWN-{block}</i>")), "{template}: {block}");
        }
    }
}

#[test]
fn a_template_error_names_the_variable() {
    let folder = tempfile::tempdir().unwrap();
    for (name, wrong, line, variable) in [
        (
            "source.html",
            "{% extends \"built-in/source.html\" %}\n{% block cite %}\n{{ source.titel }}\n{% endblock %}",
            3,
            "titel",
        ),
        ("404.html", "<p>\n<b>{{ sight.title }}</b>\n", 2, "sight"),
        ("page.html", "{% for a in nothing %}{% endfor %}", 1, "nothing"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, wrong).unwrap();
        let diagnostics = try_render(&support::bridge(), Some(folder.path())).unwrap_err();
        let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        let place = format!("templates/{name}:{line}:");
        assert!(
            told.iter().any(|told| told.contains(&place) && told.contains(variable)),
            "{place} {variable}: {told:?}"
        );
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_wrong_template_is_named_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    for (wrong, expected) in [
        ("{% extends \"base.html\" %}\n\n{% block main %}{{ nobody }}{% endblock %}", "templates/page.html:3:"),
        ("one\n{% if %}", "templates/page.html:2:"),
        ("{% extends \"none.html\" %}", "templates/page.html: extends `none.html`"),
        ("a\nb\n{{ text(key=\"no-such-key\") }}", "templates/page.html:3:"),
    ] {
        fs::write(folder.path().join("page.html"), wrong).unwrap();
        let diagnostics = try_render(&support::bridge(), Some(folder.path())).unwrap_err();
        assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
        let told = diagnostics[0].to_string();
        assert!(told.contains(expected) && told.contains("hint"), "{told}");
    }
}

#[test]
fn nothing_hostile_comes_through_as_markup() {
    let (site, diagnostics) = rendered(&support::hostile());
    assert!(diagnostics.iter().any(|told| told.contains("a link to `javascript:window.hurt=1` is not published")));
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for tag in tags(std::str::from_utf8(bytes).unwrap()) {
            let name = tag.split([' ', '>', '/', '\n']).next().unwrap();
            assert!(!["style", "base", "iframe", "object", "embed", "form"].contains(&name), "{path}: <{tag}");
            // What is no program does not run; that no word ends it is for its own test.
            let is_data = tag == "script type=\"application/ld+json\"";
            assert!(name != "script" || is_data || tag.starts_with("script src=\"/bridge/static/"), "{path}: <{tag}");
            assert!(name != "img" || !tag.contains("src=\"http"), "{path}: <{tag}");
            let unquoted: String = tag.split('"').step_by(2).collect();
            for attribute in unquoted.split_whitespace().skip(1) {
                assert!(!attribute.to_lowercase().starts_with("on"), "{path}: <{tag}");
                assert!(!attribute.to_lowercase().starts_with("style"), "{path}: <{tag}");
            }
            for attribute in ["href=\"", "src=\""] {
                if let Some(at) = tag.find(attribute) {
                    let address = tag[at + attribute.len()..].to_lowercase();
                    let harmless = ["/", "#", "https://", "http://", "mailto:"];
                    assert!(harmless.iter().any(|start| address.starts_with(start)), "{path}: <{tag}");
                    assert!(!address.starts_with("//"), "{path}: <{tag}");
                }
            }
        }
    }
    assert!(text(&site, SOURCE).contains("{{ 7 * 7 }}"), "template syntax stays text");
}

/// The tags of `html` without their `<`, up to and without their `>`; quoted values may hold either.
fn tags(html: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let mut quoted = false;
        let end = rest
            .find(|c: char| {
                quoted ^= c == '"';
                c == '>' && !quoted
            })
            .expect("a tag ends");
        tags.push(&rest[..end]);
        rest = &rest[end..];
    }
    tags
}

#[test]
fn kinds_are_told_apart_by_more_than_colour() {
    let css = include_str!("../templates/static/site.css");
    for kind in [EntityKind::Person, EntityKind::Place] {
        let name = format!("{kind:?}").to_lowercase();
        assert!(css.contains(&format!(".{name}.entity::before")), "{name}");
    }
}

#[test]
fn every_built_in_template_file_is_built_in() {
    let (site, _) = rendered(&support::bridge());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for entry in walkdir::WalkDir::new(root.join("static")) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            assert_eq!(site.files.get(&name), Some(&fs::read(entry.path()).unwrap()), "{name}");
        }
    }
}
