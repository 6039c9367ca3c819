//! The network of names: that it is there when there is something to see, says the same as the sources,
//! and can be read.

mod support;

#[path = "support/browser.rs"]
mod driver;

use std::fmt::Write as _;

use dossier::site::publish;
use driver::{Browser, browser};
use serde_json::json;
use support::{Draft, Fixture, sound, text};

const NETWORK: &str = "network/index.html";

/// A dossier whose sources name `count` invented people, firms and towns, each at least once beside
/// another: some in most sources and most in few.
fn crowd(count: usize) -> Fixture {
    const PARTS: [&str; 12] =
        ["Вет", "Парф", "Гал", "Сед", "Ёлк", "Карав", "Журавл", "Щук", "Ахмет", "Баран", "Шир", "Мух"];
    const ENDS: [&str; 9] = ["лугин", "ёнов", "еев", "ов", "ин", "цев", "ский", "енко", "бай"];
    const FIRMS: [&str; 4] =
        ["Министерство внешних связей и речного транспорта", "Камдорстрой", "Совет по мостам и дорогам", "Степьагро"];
    let name = |index: usize| {
        let base = format!("{}{}", PARTS[index % 12], ENDS[index / 12 % 9]);
        match index % 4 {
            0 | 1 => format!("{}-{} {base}/p", PARTS[index / 108 % 12], ENDS[index / 7 % 9]),
            2 => format!("{} {base} {index}/o", FIRMS[index / 4 % 4]),
            _ => format!("{base} {index}/l"),
        }
    };
    let names: Vec<String> = (0..count).map(name).collect();
    let mut drafts = Vec::new();
    for (number, group) in names.chunks(6).enumerate() {
        let mut sentences = Vec::new();
        for (place, pair) in group.windows(2).enumerate() {
            let mut sentence = String::new();
            // The first of a stretch of sixty are named by all articles of the stretch.
            let hub = &names[number / 10 * 60 + place % 3];
            for named in [&pair[0], &pair[1], hub] {
                write!(sentence, "{{{}={named}}} и ", named.rsplit_once('/').unwrap().0).unwrap();
            }
            sentences.push(format!("{sentence}другие встретились."));
        }
        if sentences.is_empty() {
            sentences.push(format!("{{а={}}} и {{б={}}} встретились.", group[0], names[0]));
        }
        drafts.push(Draft {
            id: Box::leak(format!("a{number}").into_boxed_str()),
            language: "ru",
            title: Box::leak(format!("Встреча № {number}").into_boxed_str()),
            published: Some("2024-09-20"),
            outlet: None,
            author: None,
            url: None,
            text: vec![&*Box::leak(sentences.join(" | ").into_boxed_str())].leak(),
            key: &[0],
            events: &[],
            quotes: &[],
            removed: &[],
        });
    }
    let config = support::bridge().config;
    support::fixture(&drafts.iter().collect::<Vec<_>>(), Vec::new(), config)
}

/// A page of a site, in a browser, with everything that it needs.
struct Shown {
    browser: Browser,
    _folder: tempfile::TempDir,
    preview: dossier::preview::Preview,
}

impl Shown {
    fn new(browser: Browser, fixture: Fixture) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        let options = dossier::preview::Options { root: folder.path().to_owned(), out: out.clone(), port: 0 };
        let preview = dossier::preview::start(&options, move || {
            publish(&sound(&fixture), &out).map_err(|wrong| vec![wrong])?;
            let base_path = fixture.config.base_path().to_owned();
            Ok(dossier::preview::Built { base_path, changed: true, diagnostics: Vec::new() })
        })
        .unwrap();
        Self { browser, _folder: folder, preview }
    }

    fn open(&self, width: u32, page: &str) {
        self.browser.resize(width);
        self.browser.open(&format!("{}{page}", self.preview.url()));
        self.browser.run("return document.fonts.ready.then(() => true)");
    }
}

/// Pairs of labels whose boxes overlap, labels beyond the edge of the drawing, and how many labels there
/// are, in the drawing that is to be seen.
const LABELS: &str = "
    const svg = [...document.querySelectorAll('figure svg')].find(it => it.checkVisibility());
    const view = svg.viewBox.baseVal;
    const labels = [...svg.querySelectorAll('a text')].map(it => [it.textContent, it.getBBox()]);
    const wrong = [];
    labels.forEach(([a, p], i) => {
      if (p.x < 0 || p.y < 0 || p.x + p.width > view.width || p.y + p.height > view.height) wrong.push(a + ' is cut off');
      for (const [b, q] of labels.slice(0, i))
        if (p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height) wrong.push(a + ' lies on ' + b);
    });
    return {count: labels.length, wrong};";

#[test]
fn no_label_lies_on_another_at_any_size() {
    for (count, wide, narrow) in [(20, 20, 20), (200, 200, 24), (2000, 120, 24)] {
        let Some(browser) = browser() else { return };
        let fixture = crowd(count);
        assert_eq!(fixture.dossier.entities.len(), count);
        let shown = Shown::new(browser, fixture);
        for (width, labels) in [(1440, wide), (390, narrow)] {
            shown.open(width, "network/");
            let found = shown.browser.run(LABELS);
            assert_eq!(found["wrong"], json!([]), "{count} names at {width} pixels");
            assert_eq!(found["count"], json!(labels), "{count} names at {width} pixels");
        }
    }
}

#[test]
fn what_a_large_network_leaves_out_is_said() {
    let site = sound(&crowd(2000));
    let html = text(&site, NETWORK);
    assert!(html.contains("Подписаны 120\u{A0}из 2000\u{A0}имён") || html.contains("Подписаны 120 из 2000 имён"));
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut packed, html.as_bytes()).unwrap();
    let size = packed.finish().unwrap().len();
    assert!(size < 60_000, "{size} bytes compressed");
}

#[test]
fn a_small_network_is_drawn_whole() {
    let site = sound(&support::bridge());
    let html = text(&site, NETWORK);
    let svg = &html[html.find("<figure class=\"network narrow\"").unwrap()..];
    insta::assert_snapshot!("network", &svg[..svg.find("</main>").unwrap()]);
    for from in ["index.html", "entities/index.html"] {
        assert!(text(&site, from).contains("href=\"/bridge/network/\""), "{from}");
    }
}

#[test]
fn without_names_that_stand_together_there_is_no_network() {
    let mut fixture = support::bridge();
    for entity in &mut fixture.dossier.entities {
        entity.companions.clear();
    }
    let site = sound(&fixture);
    assert!(!site.files.contains_key(NETWORK));
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!std::str::from_utf8(bytes).unwrap().contains("/network/"), "{path}");
    }
}

/// How many marks, and how many rows of the table, are to be seen.
const SEEN: &str = "
    const seen = of => [...document.querySelectorAll(of)].filter(it => it.checkVisibility()).length;
    return [seen('.wide .mark.person'), seen('.wide .mark.place'), seen('.pairs tbody tr')];";

#[test]
fn the_network_is_filtered_by_kind_and_strength() {
    let Some(browser) = browser() else { return };
    let shown = Shown::new(browser, support::bridge());
    shown.open(1440, "network/");
    let all = shown.browser.run(SEEN);
    assert!(all[0].as_u64() > Some(0) && all[1].as_u64() > Some(0) && all[2].as_u64() > Some(0), "{all}");
    let people = "const box = document.querySelector('.picture-filter input[value=person]'); box.click();";
    let without = shown.browser.run(&format!("{people} {SEEN}"));
    assert_eq!(without[0], json!(0));
    assert_eq!(without[1], all[1]);
    assert!(without[2].as_u64() < all[2].as_u64());
    shown.browser.run("document.querySelector('.picture-filter button').click()");
    assert_eq!(shown.browser.run(SEEN), all);
    let strong = shown.browser.run(&format!(
        "const least = document.querySelector('.picture-filter select'); least.selectedIndex = least.options.length - 1;
         least.dispatchEvent(new Event('change')); {SEEN}"
    ));
    assert!(strong[2].as_u64() > Some(0) && strong[2].as_u64() < all[2].as_u64(), "{strong}");
    assert_eq!(shown.browser.console(), Vec::<String>::new());
}

#[test]
fn pointing_at_a_name_shows_whom_it_stands_with() {
    let Some(browser) = browser() else { return };
    let shown = Shown::new(browser, support::bridge());
    shown.open(1440, "network/");
    let near = shown.browser.run(
        "const named = name => [...document.querySelectorAll('.wide .mark')].find(it => it.textContent === name);
         named('Верхнекамск').dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));
         const is = name => named(name).classList.contains('near');
         const lit = document.querySelector('.wide .lit').getAttribute('d').length > 0;
         const others = document.querySelectorAll('.wide .mark:not(.near)').length;
         return [is('Заречный'), is('Верхнекамск'), is('Россия'), lit, others > 0];",
    );
    // The ferry between the two is in one sentence; Russia is named in another.
    assert_eq!(near, json!([true, true, false, true, true]));
}

#[test]
fn the_network_is_complete_without_javascript() {
    let Some(browser) = browser() else { return };
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    let shown = Shown::new(browser, support::bridge());
    shown.open(390, "network/");
    let seen = shown.browser.run(
        "return [document.querySelector('.picture-filter').checkVisibility(),
                 [...document.querySelectorAll('.narrow .mark')].filter(it => it.checkVisibility()).length > 2,
                 document.querySelector('.pairs tbody tr').checkVisibility()]",
    );
    assert_eq!(seen, json!([false, true, true]));
}
