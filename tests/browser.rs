//! The site as a browser shows it. Skipped, with a word, where no chromedriver is installed.

mod support;

#[path = "support/browser.rs"]
mod driver;

use std::collections::BTreeMap;
use std::sync::Arc;

use dossier::locale::Locale;
use dossier::preview::{Built, Options, Preview, start};
use dossier::site::{Material, Theme, publish, render};
use driver::{Browser, browser};
use serde_json::{Value, json};
use support::Fixture;

/// A page of each kind.
const PAGES: [&str; 10] = [
    "",
    "sources/",
    "sources/sud-vernul-smetu-mosta-na-pereschet/",
    "sources/auditors-question-the-price-of-a-kama-bridge/",
    "entities/",
    "entities/anna-sedova/",
    "timeline/",
    "about/",
    "contacts/",
    "nowhere/",
];

/// The fixture's site, served as `dossier serve` does.
struct Served {
    _folder: tempfile::TempDir,
    preview: Preview,
}

fn served(fixture: Fixture) -> Served {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let options = Options { root: folder.path().to_owned(), out: out.clone(), port: 0 };
    let preview = start(&options, move || {
        let locale = Arc::new(Locale::new(&fixture.config.language).0);
        let (site, _) = render(Material {
            dossier: &fixture.dossier,
            pages: &fixture.pages,
            user_pages: &fixture.user_pages,
            config: &fixture.config,
            locale: &locale,
            theme: &Theme::load(None, &locale)?,
            extra: &BTreeMap::new(),
        })?;
        publish(&site, &out).map_err(|wrong| vec![wrong])?;
        let base_path = fixture.config.base_path().to_owned();
        Ok(Built { base_path, changed: true, diagnostics: Vec::new() })
    })
    .unwrap();
    Served { _folder: folder, preview }
}

impl Served {
    fn open(&self, browser: &Browser, page: &str) {
        browser.open(&format!("{}{page}", self.preview.url()));
    }
}

#[test]
fn nothing_overflows_at_any_width() {
    let Some(browser) = browser() else { return };
    let mut fixture = support::bridge();
    for page in &mut fixture.pages {
        page.title =
            format!("{}, и ещё тридцать четыре слова превысокомногорассмотрительствующего заголовка", page.title);
        page.outlet = Some("Верхнекамский вестник строительства и транспорта".into());
    }
    fixture.dossier.entities[2].name = "Государственноеучреждениебезединогопробелавдлинномназвании".into();
    let site = served(fixture);
    for width in [360, 390, 768, 1440, 2560] {
        browser.resize(width);
        for page in PAGES {
            site.open(&browser, page);
            let wide = browser.run(
                "const wide = document.documentElement.clientWidth;
                 return [...document.body.querySelectorAll('*')]
                   .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest('.skip, table'))
                   .map(e => e.outerHTML.slice(0, 80))",
            );
            assert_eq!(wide, json!([]), "/{page} at {width} pixels");
            let scrolls =
                browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assert_eq!(scrolls, json!(0), "/{page} at {width} pixels");
        }
    }
}

#[test]
fn the_console_stays_empty_and_no_other_host_is_asked() {
    let Some(browser) = browser() else { return };
    let site = served(support::bridge());
    for page in PAGES {
        site.open(&browser, page);
        let elsewhere = browser.run(
            "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))",
        );
        assert_eq!(elsewhere, json!([]), "/{page}");
        let fonts = browser.run("return document.fonts.ready.then(() => document.fonts.check('16px Literata', 'Ёж'))");
        assert_eq!(fonts, json!(true), "/{page}");
        let mut said = browser.console();
        // The missing page itself is a 404, as it should be.
        said.retain(|line| page != "nowhere/" || !line.contains("404"));
        assert_eq!(said, Vec::<String>::new(), "/{page}");
    }
}

/// Text with less contrast than WCAG asks for (4.5, or 3 for large text), as `colour on ground: text`.
const FAINT: &str = r#"
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const rgba = colour => {
      canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
      return .2126 * r + .7152 * g + .0722 * b; };
    const ground = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; }
      return [255, 255, 255, 255]; };
    const faint = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim(), e = walker.currentNode.parentElement, style = getComputedStyle(e);
      if (!text || !e.checkVisibility() || e.closest('.skip, script')) continue;
      const [a, b] = [light(rgba(style.color)), light(ground(e))].sort((x, y) => y - x);
      const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
      if ((a + .05) / (b + .05) < (large ? 3 : 4.5)) faint.add(`${style.color} on ${ground(e)}: ${text.slice(0, 40)}`);
    }
    return [...faint];
"#;

#[test]
fn light_and_dark_are_both_readable() {
    let Some(browser) = browser() else { return };
    let site = served(support::bridge());
    for scheme in ["light", "dark"] {
        browser.prefer(scheme);
        for page in PAGES {
            site.open(&browser, page);
            assert_eq!(browser.run(FAINT), json!([]), "/{page} in {scheme}");
        }
    }
}

#[test]
fn the_readers_choice_of_scheme_is_kept() {
    let Some(browser) = browser() else { return };
    let site = served(support::bridge());
    let ground = |browser: &Browser| browser.run("return getComputedStyle(document.body).backgroundColor");
    browser.prefer("light");
    site.open(&browser, "");
    let light = ground(&browser);
    browser.run("document.querySelector('.theme-toggle').click()");
    let dark = ground(&browser);
    assert_ne!(light, dark);
    site.open(&browser, "sources/");
    assert_eq!(ground(&browser), dark);
    browser.run("document.querySelector('.theme-toggle').click()");
    assert_eq!(ground(&browser), light);
}

#[test]
fn everything_can_be_read_without_javascript() {
    let Some(browser) = browser() else { return };
    let site = served(support::bridge());
    browser.resize(390);
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    let text = browser.run("return document.body.innerText");
    for words in ["Ключевые тезисы", "Игорь Ветлугин", "Разница – 1,4 млрд рублей", "SHA-256", "Связанные источники"]
    {
        assert!(text.as_str().unwrap().contains(words), "{words}: {text}");
    }
    assert_eq!(browser.run("return document.querySelector('.theme-toggle').checkVisibility()"), json!(false));
}

#[test]
fn a_key_point_leads_to_its_sentence_and_marks_it() {
    let Some(browser) = browser() else { return };
    let site = served(support::bridge());
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    let marked = browser.run(
        "const link = document.querySelector('.summary a[href=\"#p4s2\"]'); link.click();
         const sentence = document.getElementById('p4s2');
         const other = document.getElementById('p4s1');
         const ground = e => getComputedStyle(e).backgroundColor;
         return sentence.innerText.startsWith('По словам Ветлугина') && ground(sentence) !== ground(other)",
    );
    assert_eq!(marked, json!(true));
}

#[test]
fn nothing_hostile_runs_with_and_without_the_policy() {
    let Some(browser) = browser() else { return };
    let site = served(support::hostile());
    for bypass in [false, true] {
        browser.devtools("Page.setBypassCSP", &json!({"enabled": bypass}));
        for page in PAGES {
            site.open(&browser, page);
            let hurt = browser.run(
                "document.querySelectorAll('a').forEach(a => { if (a.protocol === 'javascript:') window.hurt = a.href });
                 return window.hurt ?? null",
            );
            assert_eq!(hurt, Value::Null, "/{page}, policy taken away: {bypass}");
        }
        let blocked: Vec<String> = browser.console().into_iter().filter(|line| !line.contains("404")).collect();
        assert_eq!(blocked, Vec::<String>::new(), "the policy should have had nothing to stop");
    }
}

#[test]
fn long_lists_can_be_filtered_by_any_form_of_a_name() {
    let Some(browser) = browser() else { return };
    let mut fixture = support::bridge();
    let alias = dossier::dossier::Alias { form: "Ёлочка".into(), count: 1 };
    fixture.dossier.entities[0].aliases.push(alias);
    for index in 0..12 {
        let mut entity = fixture.dossier.entities[1].clone();
        entity.id = format!("other-{index}");
        entity.name = format!("Завод № {index}");
        fixture.dossier.entities.push(entity);
    }
    let site = served(fixture);
    site.open(&browser, "entities/");
    let shown = "return [...document.querySelectorAll('.index li')].filter(li => li.checkVisibility()).length";
    assert_eq!(browser.run(shown), json!(23));
    let type_in = |words: &str| {
        browser.run(&format!(
            "const field = document.querySelector('.filter input'); field.value = '{words}';
             field.dispatchEvent(new Event('input')); {shown}"
        ))
    };
    assert_eq!(type_in("ЕЛОЧКА"), json!(1));
    assert_eq!(type_in("завод 11"), json!(1));
    assert_eq!(type_in("нет такого"), json!(0));
    let said = browser.run("return document.querySelector('.filter output').textContent");
    assert_eq!(said, json!("Ничего не найдено"));
}
