//! The search, as a reader uses it: queries typed into the page in a real browser, over a dossier of
//! twenty-one short articles whose people and events are invented. Skipped, with a word, where no
//! chromedriver is installed.

#[path = "support/browser.rs"]
mod driver;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dossier::pipeline::{self, Request};
use dossier::preview::{Built, Options, Preview, start};
use driver::{Browser, browser};
use serde_json::{Value, json};

/// What the golden set says of a query.
struct Expected {
    query: String,
    found: Vec<String>,
    /// `*` for every other page.
    missing: Vec<String>,
    /// The name that must come first.
    name: Option<String>,
}

fn golden() -> Vec<Expected> {
    let text = fs::read_to_string(data().join("golden.txt")).unwrap();
    let list = |field: &str| field.split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('|');
            let mut next = || fields.next().unwrap_or_default();
            Expected {
                query: next().to_owned(),
                found: list(next()),
                missing: list(next()),
                name: Some(next().to_owned()).filter(|name| !name.is_empty()),
            }
        })
        .collect()
}

fn data() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/search"))
}

/// The built dossier, served.
struct Served {
    _folder: tempfile::TempDir,
    preview: Preview,
    /// The id of each article, by its page's slug.
    ids: BTreeMap<String, String>,
}

fn served() -> Served {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("seeds")).unwrap();
    for file in ["dossier.toml", "seeds/articles.jsonl"] {
        fs::copy(data().join(file), folder.path().join(file)).unwrap();
    }
    let out = folder.path().join("public");
    let request = Request { root: folder.path().to_owned(), out: out.clone(), base_url: None };
    // Once before it is served: what the first build drafts would make the page load anew.
    pipeline::build(&request).unwrap();
    let options = Options { root: folder.path().to_owned(), out: out.clone(), port: 0 };
    let preview = start(&options, move || {
        let built = pipeline::build(&request)?;
        let base_path = built.config.base_path().to_owned();
        let changed = built.published.is_some_and(|published| published.written > 0);
        Ok(Built { base_path, changed, diagnostics: built.diagnostics })
    })
    .unwrap();
    let articles = fs::read_to_string(folder.path().join("seeds/articles.jsonl")).unwrap();
    let id_of: BTreeMap<String, String> = articles
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|article| (article["title"].as_str().unwrap().to_owned(), article["id"].as_str().unwrap().to_owned()))
        .collect();
    let published: Value = serde_json::from_slice(&fs::read(out.join("dossier.json")).unwrap()).unwrap();
    let sources = published["sources"].as_array().unwrap();
    let ids = sources
        .iter()
        .map(|source| {
            let slug = source["url"].as_str().unwrap().trim_end_matches('/').rsplit('/').next().unwrap();
            (slug.to_owned(), id_of[source["title"].as_str().unwrap()].clone())
        })
        .collect();
    Served { _folder: folder, preview, ids }
}

impl Served {
    /// Opens the search page at `width` pixels and waits for it.
    fn open(&self, browser: &Browser, query: &str) {
        browser.open(&format!("{}search/{query}", self.preview.url()));
        let ready = browser.run(
            "return new Promise(done => { const look = n => document.querySelector('#search[data-ready]') ? done(true)
               : n ? setTimeout(look, 20, n - 1) : done(false); look(500); })",
        );
        assert_eq!(ready, json!(true), "the search page is ready");
    }

    /// Types a query: the ids of the pages that are shown, the first name, and what the status says.
    fn ask(&self, browser: &Browser, query: &str) -> (Vec<String>, Option<String>, String) {
        let answer = browser.run(&format!(
            "const input = document.getElementById('search-query'), results = document.getElementById('search-results');
             delete results.dataset.query;
             input.value = {query}; input.dispatchEvent(new Event('input'));
             return new Promise(done => {{ const look = n => {{
               if (results.dataset.query !== {query} && n) return setTimeout(look, 20, n - 1);
               done({{ pages: [...results.querySelectorAll('.result h3 a')].map(a => a.pathname.split('/').at(-2)),
                 name: results.querySelector('.found-names a')?.textContent ?? null,
                 status: document.getElementById('search-status').textContent,
                 asked: results.dataset.query ?? null }}); }}; look(500); }})",
            query = json!(query),
        ));
        assert_eq!(answer["asked"], json!(query), "«{query}» was answered: {answer}");
        let slugs = answer["pages"].as_array().unwrap().iter().map(|slug| slug.as_str().unwrap());
        let pages = slugs.map(|slug| self.ids[slug].clone()).collect();
        (pages, answer["name"].as_str().map(str::to_owned), answer["status"].as_str().unwrap().to_owned())
    }
}

#[test]
fn the_golden_queries_find_what_they_must_and_nothing_that_they_must_not() {
    let Some(browser) = browser() else { return };
    let site = served();
    site.open(&browser, "");
    let mut wrong = Vec::new();
    let golden = golden();
    for Expected { query, found, missing, name } in &golden {
        let (query, is_known_to_fail) = query.strip_prefix('?').map_or((query.as_str(), false), |query| (query, true));
        let before = wrong.len();
        let (pages, first, status) = site.ask(&browser, query);
        let shown: BTreeSet<&String> = pages.iter().collect();
        let lost: Vec<&String> = found.iter().filter(|id| !shown.contains(id)).collect();
        let all = missing.iter().any(|id| id == "*");
        let extra: Vec<&&String> =
            shown.iter().filter(|id| if all { !found.contains(id) } else { missing.contains(id) }).collect();
        if !lost.is_empty() || !extra.is_empty() {
            wrong.push(format!("«{query}» loses {lost:?}, finds {extra:?} too"));
        }
        if name.is_some() && *name != first {
            wrong.push(format!("«{query}» names {first:?} first, not {name:?}"));
        }
        if found.is_empty() && all && first.is_none() && !status.contains("Ничего не найдено") {
            wrong.push(format!("«{query}» finds nothing and says {status:?}"));
        }
        if is_known_to_fail {
            assert!(wrong.len() > before, "«{query}» is found now: take its mark away");
            wrong.truncate(before);
        }
    }
    assert!(golden.len() >= 60, "{} queries", golden.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), golden.len(), wrong.join("\n"));
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn a_sentence_that_answers_is_marked_and_leads_to_its_place() {
    let Some(browser) = browser() else { return };
    let site = served();
    site.open(&browser, "");
    site.ask(&browser, "стройкою рабочий");
    let hits = browser.run(
        "return [...document.querySelectorAll('.hit a')].map(a => [a.hash, [...a.querySelectorAll('mark')].map(m => m.textContent)])",
    );
    assert_eq!(hits, json!([["#p1s1", ["Стройка"]], ["#p2s2", ["стройку", "рабочих"]]]));
    let target = browser.run("return document.querySelector('.hit a[href$=\"#p2s2\"]').href");
    browser.open(target.as_str().unwrap());
    let text = browser.run("return document.querySelector(':target').textContent");
    assert_eq!(text, json!("На стройку привезут сто рабочих."));
}

#[test]
fn filters_narrow_what_is_found_and_stay_in_the_address() {
    let Some(browser) = browser() else { return };
    let site = served();
    site.open(&browser, "");
    let set = |field: &str, value: &str| {
        browser.run(&format!("document.getElementById('search-{field}').value = {}", json!(value)));
    };
    let (all, ..) = site.ask(&browser, "ремонт");
    assert_eq!(all.len(), 2);
    set("from", "2024-05-01");
    assert_eq!(site.ask(&browser, "ремонт").0, ["tok"]);
    set("to", "2024-05-10");
    let (none, name, status) = site.ask(&browser, "ремонт");
    assert_eq!((none, name, status.as_str()), (Vec::new(), None, "Ничего не найдено."));
    set("to", "");
    set("from", "");
    let outlets = browser.run("return [...document.querySelectorAll('#search-outlet option')].map(o => o.textContent)");
    let outlet = outlets.as_array().unwrap().iter().position(|outlet| outlet == "Степная газета").unwrap();
    set("outlet", &outlet.to_string());
    let (pages, ..) = site.ask(&browser, "казахстан");
    assert_eq!(BTreeSet::from_iter(pages), BTreeSet::from(["dogovor", "futbol", "zerno"].map(str::to_owned)));
    set("kind", "place");
    let (pages, name, _) = site.ask(&browser, "казахстан");
    assert_eq!((pages, name.as_deref()), (Vec::new(), Some("Казахстан")));
    set("kind", "");
    site.ask(&browser, "токаев");
    browser.run("document.querySelector('.found-names .only').click()");
    let (pages, ..) = site.ask(&browser, "договор");
    assert_eq!(pages, ["dogovor"]);
    let (pages, ..) = site.ask(&browser, "матч");
    assert_eq!(pages, Vec::<String>::new());
    let address = browser.run("return location.search").as_str().unwrap().to_owned();
    site.open(&browser, &address);
    // The name of the entity comes with a file of its own, after the page is ready.
    let about = browser.run(
        "return new Promise(done => { const look = n => { const about = document.querySelector('#search-about:not([hidden]) span');
           about ? done(about.textContent) : n ? setTimeout(look, 20, n - 1) : done(null); }; look(500); })",
    );
    assert_eq!(about, json!("Касым-Жомарт Токаев"));
}

#[test]
fn a_word_is_completed_with_the_keyboard() {
    let Some(browser) = browser() else { return };
    let site = served();
    site.open(&browser, "");
    browser.run("document.getElementById('search-query').focus()");
    site.ask(&browser, "хирур");
    let press = |key: &str| {
        browser.run(&format!(
            "document.getElementById('search-query').dispatchEvent(new KeyboardEvent('keydown', {{key: {}, bubbles: true, cancelable: true}}))",
            json!(key)
        ));
    };
    let state = || {
        browser.run(
            "const input = document.getElementById('search-query');
             return [input.getAttribute('aria-expanded'), document.getElementById(input.getAttribute('aria-activedescendant'))?.textContent ?? null, input.value]",
        )
    };
    assert_eq!(state(), json!(["true", null, "хирур"]));
    press("ArrowDown");
    assert_eq!(state(), json!(["true", "хирург", "хирур"]));
    press("Enter");
    assert_eq!(state(), json!(["false", null, "хирург "]));
    site.ask(&browser, "хирур");
    press("Escape");
    assert_eq!(state(), json!(["false", null, "хирур"]));
}

#[test]
fn a_slash_begins_a_search_from_any_page() {
    let Some(browser) = browser() else { return };
    let site = served();
    browser.open(&format!("{}sources/", site.preview.url()));
    browser
        .run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true, cancelable: true}))");
    let focused = browser.run(
        "return new Promise(done => { const look = n => document.activeElement?.id === 'search-query' || !n
           ? done(document.activeElement?.id) : setTimeout(look, 20, n - 1); look(500); })",
    );
    assert_eq!(focused, json!("search-query"));
}

#[test]
fn the_page_says_what_to_do_without_javascript() {
    let Some(browser) = browser() else { return };
    let site = served();
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    browser.open(&format!("{}search/", site.preview.url()));
    let text = browser.run("return document.querySelector('main').innerText");
    assert!(text.as_str().unwrap().contains("нужен JavaScript"), "{text}");
    let links = browser.run("return [...document.querySelectorAll('main a')].map(a => a.getAttribute('href'))");
    assert_eq!(links, json!(["/search/entities/", "/search/sources/"]));
    assert_eq!(browser.run("return document.getElementById('search').checkVisibility()"), json!(false));
}

#[test]
fn nothing_overflows_and_no_other_host_is_asked() {
    let Some(browser) = browser() else { return };
    let site = served();
    for width in [360, 390, 768, 1440] {
        browser.resize(width);
        site.open(&browser, "");
        site.ask(&browser, "Токаева");
        let scrolls = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(scrolls, json!(0), "at {width} pixels");
    }
    let elsewhere = browser.run(
        "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))",
    );
    assert_eq!(elsewhere, json!([]));
    assert_eq!(browser.console(), Vec::<String>::new());
}
