//! The site as a browser shows it. Skipped, with a word, where no chromedriver is installed.

mod support;

#[path = "support/browser.rs"]
mod driver;

use dossier::preview::{Built, Options, Preview, start};
use dossier::site::publish;
use driver::{Browser, browser};
use serde_json::{Value, json};
use support::Fixture;

/// A page of each kind.
const PAGES: [&str; 16] = [
    "",
    "sources/",
    "sources/sud-vernul-smetu-mosta-na-pereschet/",
    "sources/auditors-question-the-price-of-a-kama-bridge/",
    "entities/",
    "entities/anna-sedova/",
    "entities/igor-vetlugin/",
    "entities/verkhnekamsk/",
    "entities/kamdorstroy/mentions/",
    "timeline/",
    "search/",
    "network/",
    "places/",
    "about/",
    "contacts/",
    "nowhere/",
];

/// The bridge's dossier, with an entity whose mentions need pages of their own.
fn dossier() -> Fixture {
    support::bridge_with(&[support::repetitive(100)])
}

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
        let (site, _) = support::try_render(&fixture, None)?;
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
    let mut fixture = dossier();
    for page in &mut fixture.pages {
        page.title =
            format!("{}, и ещё тридцать четыре слова превысокомногорассмотрительствующего заголовка", page.title);
        page.outlet = Some("Верхнекамский вестник строительства и транспорта".into());
    }
    fixture.dossier.entities[2].name = "Государственноеучреждениебезединогопробелавдлинномназвании".into();
    let site = served(fixture);
    // The halves of 1440 and of 1280 pixels are what a window of that width shows at 200 % and at 400 %.
    for width in [320, 360, 390, 720, 768, 1440, 2560] {
        browser.resize(width);
        for page in PAGES {
            site.open(&browser, page);
            let wide = browser.run(
                "const wide = document.documentElement.clientWidth;
                 return [...document.body.querySelectorAll('*')]
                   .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest('.skip, table, .scrolls, svg use, .ground'))
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
    let site = served(dossier());
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
    let site = served(dossier());
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
    let site = served(dossier());
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
    let site = served(dossier());
    browser.resize(390);
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    let text = browser.run("return document.body.innerText");
    for words in ["Ключевые тезисы", "Игорь Ветлугин", "Разница – 1,4 млрд рублей", "SHA-256", "Связанные источники"]
    {
        assert!(text.as_str().unwrap().contains(words), "{words}: {text}");
    }
    assert_eq!(
        browser.run("return document.querySelector('.theme-toggle').checkVisibility({ checkVisibilityCSS: true })"),
        json!(false)
    );
}

#[test]
fn a_key_point_leads_to_its_sentence_and_marks_it() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
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

/// Catches what a page puts on the clipboard, as `window.copied`.
const CATCH: &str = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }";

#[test]
fn a_sentence_is_linked_to_and_cited_from_its_menu() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.resize(1440);
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    browser.run(CATCH);
    assert_eq!(browser.run("return document.querySelector('.sentence-button')"), Value::Null, "quiet until wanted");
    point_at(&browser, "document.getElementById('p2s2')");
    let shown = browser.run(
        "const it = document.querySelector('.sentence-button'); const box = it.getBoundingClientRect();
         const column = document.querySelector('.article').getBoundingClientRect();
         return [it.previousElementSibling.id, box.left >= column.right - 1, it.textContent, box.width >= 24]",
    );
    assert_eq!(shown, json!(["p2s2", true, "", true]));
    browser.run("document.querySelector('.sentence-button').click()");
    let copied = |what: &str| {
        browser
            .run(&format!("document.querySelector('.sentence-menu [data-what={what}]').click(); return window.copied"))
    };
    let link = "https://press.example/bridge/sources/sud-vernul-smetu-mosta-na-pereschet/#p2s2";
    assert_eq!(copied("link"), link);
    assert_eq!(
        copied("gost"),
        format!(
            "«Разница – 1,4 млрд рублей.»\nЁлкина Д. Суд вернул смету моста на пересчёт // [Камский вестник]. 2024. \
             12 сентября. URL: https://vestnik.example/2024/09/12/most.\nАбз. 2, предл. 2: {link}"
        )
    );
    let apa = copied("apa");
    assert!(
        apa.as_str().unwrap().starts_with("“Разница – 1,4 млрд рублей.” (Ёлкина, 2024, para. 2)\nЁлкина, Д. (2024")
    );
    let bibtex = copied("bibtex");
    let note = format!(",\n  note = {{«Разница – 1,4 млрд рублей.» {link}}}\n}}");
    assert!(bibtex.as_str().unwrap().ends_with(&note), "{bibtex}");
    let said = browser.run("return document.querySelector('.sentence-menu output').textContent");
    assert_eq!(said, "Скопировано");
    let original = browser.run("return document.querySelector('.sentence-menu .original').href");
    assert_eq!(
        original,
        "https://vestnik.example/2024/09/12/most#:~:text=%D0%A0%D0%B0%D0%B7%D0%BD%D0%B8%D1%86%D0%B0%20%E2%80%93%201%2C4%20\
         %D0%BC%D0%BB%D1%80%D0%B4%20%D1%80%D1%83%D0%B1%D0%BB%D0%B5%D0%B9."
    );
    press(&browser, "Escape", 27);
    let closed = browser.run("return [document.querySelector('.sentence-menu'), document.activeElement.className]");
    assert_eq!(closed, json!([null, "sentence-button"]), "the focus is where it was");
}

#[test]
fn links_of_the_page_and_of_its_menus_name_a_sentence_alike() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    // The page's own links are made by the program, those of the menu by the script.
    let pairs = browser.run(
        "return [...document.querySelectorAll('.cited-points li')].map(item => {
           location.hash = item.querySelector('.pilcrow').hash;
           window.dispatchEvent(new HashChangeEvent('hashchange'));
           document.querySelector('.sentence-button').click();
           const made = document.querySelector('.sentence-menu .original').href;
           document.querySelector('.sentence-button').click();
           return [made, item.querySelector('a[rel]').href] })",
    );
    let pairs = pairs.as_array().unwrap();
    assert_eq!(pairs.len(), 3);
    for pair in pairs {
        assert_eq!(pair[0], pair[1]);
        assert!(pair[0].as_str().unwrap().contains(":~:text="));
    }
}

#[test]
fn keys_lead_through_a_source_and_can_be_switched_off() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    browser.run(CATCH);
    let key = |key: &str, code: u32| {
        let text = json!({"type": "keyDown", "key": key, "text": key, "code": format!("Key{}", key.to_uppercase()), "windowsVirtualKeyCode": code});
        browser.devtools("Input.dispatchKeyEvent", &text);
        browser
            .devtools("Input.dispatchKeyEvent", &json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}));
    };
    let at = "const it = document.querySelector('.sentence-button'); return it && it.previousElementSibling.id";
    browser.run("document.getElementById('text').scrollIntoView({behavior: 'instant'})");
    key("j", 74);
    assert_eq!(browser.run(at), "p1s1");
    key("j", 74);
    key("j", 74);
    assert_eq!(browser.run(at), "p2s1");
    key("k", 75);
    assert_eq!(browser.run(at), "p1s2");
    key("c", 67);
    let first = browser.run("return document.activeElement.dataset.what");
    assert_eq!(first, "link", "the menu is open, and the focus in it");
    press(&browser, "Escape", 27);

    let question = json!({"type": "keyDown", "key": "?", "text": "?", "code": "Slash", "modifiers": 8, "windowsVirtualKeyCode": 191});
    browser.devtools("Input.dispatchKeyEvent", &question);
    let list = browser
        .run("return document.querySelector('dialog.keys').open && document.querySelector('dialog.keys').innerText");
    assert!(list.as_str().is_some_and(|list| list.contains("следующее предложение")), "{list}");
    browser.run("document.querySelector('dialog.keys input').click(); document.querySelector('.keys-close').click()");
    key("j", 74);
    assert_eq!(browser.run(at), "p1s2", "switched off");
    browser.run("document.querySelector('.keys-open').click(); document.querySelector('dialog.keys input').click()");
    press(&browser, "Escape", 27);
    key("p", 80);
    let there = browser.run("return new Promise(done => setTimeout(() => done(location.pathname), 500))");
    assert_ne!(there.as_str().map(|path| path.contains("sud-vernul")), Some(true), "{there}");
}

#[test]
fn pointing_at_a_source_shows_its_card() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.resize(1440);
    site.open(&browser, "entities/anna-sedova/");
    point_at(&browser, "document.querySelector('.mentions-of h3 a')");
    let card = browser.run(CARD);
    for words in ["Камский вестник", "Дарья Ёлкина", "Суд вернул смету", "Арбитражный суд"]
    {
        assert!(card.as_str().is_some_and(|card| card.contains(words)), "{words}: {card}");
    }
}

#[test]
fn a_reader_without_javascript_can_cite_too() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    let text = browser.run("return document.querySelector('.cite').innerText");
    for words in
        ["ГОСТ Р 7.0.5", "Ёлкина Д. Суд вернул", "APA 7", "(2024, September 12)", "@article{", "постоянная ссылка"]
    {
        assert!(text.as_str().unwrap().contains(words), "{words}: {text}");
    }
    for idle in [".keys-open", ".sentence-button", ".cite .copy", "dialog.keys"] {
        let seen =
            browser.run(&format!("const it = document.querySelector('{idle}'); return !!it && it.checkVisibility()"));
        assert_eq!(seen, json!(false), "{idle}");
    }
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

/// The bridge's dossier with twelve more firms.
fn with_firms() -> Fixture {
    let mut fixture = dossier();
    let alias = dossier::dossier::Alias { form: "Ёлочка".into(), count: 1 };
    fixture.dossier.entities[0].aliases.push(alias);
    let firm = fixture.dossier.entities.iter().find(|entity| entity.id == "kontrolnaya-palata").unwrap().clone();
    for index in 0..12 {
        let mut entity = firm.clone();
        entity.id = format!("other-{index}");
        entity.name = format!("Завод № {index}");
        fixture.dossier.entities.push(entity);
    }
    fixture
}

/// How many rows of the index are to be seen.
const SHOWN: &str =
    "return [...document.querySelectorAll('.index tr[data-words]')].filter(it => it.checkVisibility()).length";

#[test]
fn long_lists_can_be_filtered_by_any_form_of_a_name() {
    let Some(browser) = browser() else { return };
    let fixture = with_firms();
    let all = fixture.dossier.entities.len();
    let site = served(fixture);
    site.open(&browser, "entities/");
    assert_eq!(browser.run(SHOWN), json!(all));
    let type_in = |words: &str| {
        browser.run(&format!(
            "const field = document.querySelector('.filter input'); field.value = '{words}';
             field.dispatchEvent(new Event('input')); {SHOWN}"
        ))
    };
    assert_eq!(type_in("ЕЛОЧКА"), json!(1));
    assert_eq!(type_in("завод 11"), json!(1));
    assert_eq!(type_in("нет такого"), json!(0));
    let said = browser.run("return document.querySelector('.filter output').textContent");
    assert_eq!(said, json!("Ничего не найдено"));
    assert_eq!(type_in(""), json!(all));
}

#[test]
fn the_index_can_be_sorted_and_sorted_back() {
    let Some(browser) = browser() else { return };
    let site = served(with_firms());
    site.open(&browser, "entities/");
    let read = |what: &str| {
        browser.run(&format!(
            "const table = document.querySelector('[aria-labelledby=organization] table');
             return [...table.querySelectorAll('tr[data-words]')].map(row => {what})"
        ))
    };
    let press = |column: usize| {
        browser.run(&format!(
            "const head = document.querySelectorAll('[aria-labelledby=organization] th[data-sort]')[{column}];
             head.querySelector('button').click(); return head.getAttribute('aria-sort')"
        ))
    };
    let names = read("row.cells[0].innerText");
    assert_eq!(press(1), json!("descending"));
    let counts: Vec<u64> = serde_json::from_value(read("Number(row.cells[1].innerText)")).unwrap();
    assert!(counts.is_sorted_by(|a, b| a >= b) && counts.first() > counts.last(), "{counts:?}");
    assert_eq!(press(1), json!("ascending"));
    assert_eq!(press(2), json!("descending"));
    assert_eq!(press(0), json!("ascending"));
    assert_eq!(read("row.cells[0].innerText"), names);
}

/// The text of the card, as soon as there is one; null when none comes.
const CARD: &str = "return new Promise(done => {
    const look = setInterval(() => {
      const card = document.querySelector('.card');
      if (card) { clearInterval(look); done(card.innerText) }
    }, 20);
    setTimeout(() => { clearInterval(look); done(null) }, 1500)
  })";

/// A link to an entity.
const NAME: &str = "document.querySelector('.article a[href$=\"/entities/anna-sedova/\"]')";

/// A key point's link to its sentence.
const POINT: &str = "document.querySelector('.summary a[href=\"#p1s1\"]')";

/// Puts the pointer on a link.
fn point_at(browser: &Browser, link: &str) {
    let at = browser.run(&format!(
        "const link = {link}; link.scrollIntoView({{block: 'center', behavior: 'instant'}});
         const box = link.getClientRects()[0]; return [box.left + box.width / 2, box.top + box.height / 2]"
    ));
    for place in [json!([1, 1]), at] {
        let moved = json!({"type": "mouseMoved", "x": place[0], "y": place[1]});
        browser.devtools("Input.dispatchMouseEvent", &moved);
    }
}

fn press(browser: &Browser, key: &str, code: u32) {
    for kind in ["rawKeyDown", "keyUp"] {
        let event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
        browser.devtools("Input.dispatchKeyEvent", &event);
    }
}

#[test]
fn pointing_at_a_name_shows_its_card() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.resize(1440);
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    point_at(&browser, NAME);
    let card = browser.run(CARD);
    for words in ["Человек", "Анна Седова", "мэр Верхнекамска", "Камский вестник", "4\u{A0}упоминания"]
    {
        assert!(card.as_str().is_some_and(|card| card.contains(words)), "{words}: {card}");
    }
    let inside = browser.run(
        "const box = document.querySelector('.card').getBoundingClientRect();
         return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight",
    );
    assert_eq!(inside, json!(true));
    press(&browser, "Escape", 27);
    assert_eq!(browser.run("return document.querySelector('.card')"), Value::Null);
    // It stays while it is pointed at itself, and goes with the pointer.
    point_at(&browser, NAME);
    browser.run(CARD);
    let on_card = browser
        .run("const box = document.querySelector('.card').getBoundingClientRect(); return [box.left + 9, box.top + 9]");
    let moved = json!({"type": "mouseMoved", "x": on_card[0], "y": on_card[1]});
    browser.devtools("Input.dispatchMouseEvent", &moved);
    let later = "return new Promise(done => setTimeout(() => done(!!document.querySelector('.card')), 600))";
    assert_eq!(browser.run(later), json!(true));
    browser.devtools("Input.dispatchMouseEvent", &json!({"type": "mouseMoved", "x": 1, "y": 1}));
    assert_eq!(browser.run(later), json!(false));
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn pointing_at_a_key_points_mark_shows_the_paragraph_round_it() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.resize(1440);
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    point_at(&browser, POINT);
    let card = browser.run(CARD);
    assert!(card.as_str().is_some_and(|card| card.contains("Решение оглашено 12 сентября")), "{card}");
    let marked = browser.run("return document.querySelector('.card mark').textContent");
    assert!(marked.as_str().is_some_and(|marked| marked.ends_with("до конца сентября.")), "{marked}");
    // Nothing in it can be reached or has an id: it only repeats what stands below.
    let inside = browser.run("return document.querySelectorAll('.card a, .card [id]').length");
    assert_eq!(inside, json!(0));
}

#[test]
fn a_card_comes_and_goes_with_the_keyboard() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
    // From the link before it, one step on.
    browser.run(&format!(
        "const links = [...document.querySelectorAll('a, summary')];
         links[links.indexOf({NAME}) - 1].focus()"
    ));
    press(&browser, "Tab", 9);
    assert_eq!(browser.run(&format!("return document.activeElement === {NAME}")), json!(true));
    let card = browser.run(CARD);
    assert!(card.as_str().is_some_and(|card| card.contains("мэр Верхнекамска")), "{card}");
    let described = format!("return {NAME}.getAttribute('aria-describedby')");
    assert_eq!(browser.run(&described), json!("link-card"));
    assert_eq!(browser.run("return document.getElementById('link-card').getAttribute('role')"), json!("tooltip"));
    press(&browser, "Escape", 27);
    assert_eq!(browser.run("return document.querySelector('.card')"), Value::Null);
    assert_eq!(browser.run(&described), Value::Null);
    assert_eq!(browser.run(&format!("return document.activeElement === {NAME}")), json!(true));
}

#[test]
fn a_card_does_not_move_for_those_who_asked_for_stillness() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.resize(1440);
    for (wish, animation) in [("reduce", "none"), ("no-preference", "appear")] {
        let features = json!({"features": [{"name": "prefers-reduced-motion", "value": wish}]});
        browser.devtools("Emulation.setEmulatedMedia", &features);
        site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
        point_at(&browser, NAME);
        browser.run(CARD);
        let shown = browser.run("return getComputedStyle(document.querySelector('.card')).animationName");
        assert_eq!(shown, json!(animation));
    }
}

#[test]
fn a_finger_and_a_browser_without_scripts_follow_the_link() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.resize(390);
    browser.devtools("Emulation.setTouchEmulationEnabled", &json!({"enabled": true}));
    for without_scripts in [false, true] {
        browser.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": without_scripts}));
        site.open(&browser, "sources/sud-vernul-smetu-mosta-na-pereschet/");
        let at = browser.run(&format!(
            "const link = {NAME}; link.scrollIntoView({{block: 'center', behavior: 'instant'}});
             const box = link.getClientRects()[0]; return [box.left + box.width / 2, box.top + box.height / 2]"
        ));
        let touch = json!({"type": "touchStart", "touchPoints": [{"x": at[0], "y": at[1]}]});
        browser.devtools("Input.dispatchTouchEvent", &touch);
        browser.devtools("Input.dispatchTouchEvent", &json!({"type": "touchEnd", "touchPoints": []}));
        let arrived = (0..100).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(30));
            browser.run("return location.pathname") == json!("/bridge/entities/anna-sedova/")
        });
        assert!(arrived, "without scripts: {without_scripts}");
    }
}

#[test]
fn the_map_is_drawn_under_the_policy() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    site.open(&browser, "entities/verkhnekamsk/");
    let drawn = browser.run(
        "return new Promise(done => {
           const look = setInterval(() => {
             const box = document.querySelector('.map .land').getBBox();
             if (box.width > 700) { clearInterval(look); done(true) }
           }, 20);
           setTimeout(() => done(false), 3000)
         })",
    );
    assert_eq!(drawn, json!(true));
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn an_entity_page_is_complete_without_javascript() {
    let Some(browser) = browser() else { return };
    let site = served(dossier());
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    site.open(&browser, "entities/anna-sedova/");
    let text = browser.run("return document.body.textContent");
    for words in ["мэр Верхнекамска", "может означать и другое имя", "В чужих цитатах", "пишут Седовой"]
    {
        assert!(text.as_str().unwrap().contains(words), "{words}: {text}");
    }
    site.open(&browser, "entities/");
    assert_eq!(browser.run("return document.querySelectorAll('.filter, th button').length"), json!(0));
    assert_eq!(browser.run(SHOWN), json!(dossier().dossier.entities.len()));
}
