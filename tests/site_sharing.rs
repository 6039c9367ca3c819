//! What a site gives away: citations, links into the original, descriptions for programs, feeds, a
//! picture.

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use dossier::characters::unescape;
use dossier::dossier::Retold;
use dossier::intake::Sourced;
use dossier::site::Site;
use serde_json::Value;
use support::{Draft, Fixture, text, try_render};

fn render_with(fixture: &Fixture, templates: Option<&Path>) -> Site {
    let (site, diagnostics) = try_render(fixture, templates).unwrap();
    let broken: Vec<String> = diagnostics.iter().map(ToString::to_string).filter(|it| it.contains("leads")).collect();
    assert_eq!(broken, Vec::<String>::new());
    site
}

fn rendered(fixture: &Fixture) -> Site {
    render_with(fixture, None)
}

const COURT: &str = "sources/sud-vernul-smetu-mosta-na-pereschet/index.html";
const FERRY: &str = "sources/parom-do-zarechnogo-snova-vstal/index.html";

/// The reference in a style, as the page shows it.
fn reference(html: &str, style: &str) -> String {
    let from = html.find(&format!("<h3 id=\"cite-{style}\">")).unwrap_or_else(|| panic!("no {style}: {html}"));
    let from = from + html[from..].find("class=\"reference\"").unwrap();
    let from = from + html[from..].find('>').unwrap() + 1;
    unescape(&html[from..from + html[from..].find("</").unwrap()])
}

/// The bridge's first source, retrieved the day after.
fn retrieved() -> Fixture {
    let mut fixture = support::bridge();
    let article = &mut fixture.dossier.sources[0].analysis.article;
    article.retrieved = Some(Sourced::metadata("2024-09-13T08:00Z".parse().unwrap()));
    fixture
}

#[test]
fn a_source_is_cited_by_what_it_gives() {
    let site = rendered(&retrieved());
    let html = text(&site, COURT);
    // The outlet was derived, not read.
    assert_eq!(
        reference(html, "gost"),
        "Ёлкина Д. Суд вернул смету моста на пересчёт // [Камский вестник]. 2024. 12 сентября. URL: \
         https://vestnik.example/2024/09/12/most (дата обращения: 13.09.2024)."
    );
    assert_eq!(
        reference(html, "gost-record"),
        "Ёлкина, Д. Суд вернул смету моста на пересчёт / Дарья Ёлкина. – Текст : электронный // [Камский вестник]. \
         – 2024. – 12 сентября. – URL: https://vestnik.example/2024/09/12/most (дата обращения: 13.09.2024)."
    );
    assert_eq!(
        reference(html, "apa"),
        "Ёлкина, Д. (2024, September 12). Суд вернул смету моста на пересчёт. [Камский вестник]. \
         https://vestnik.example/2024/09/12/most"
    );
    assert_eq!(
        reference(html, "bibtex"),
        "@article{sud-vernul-smetu-mosta-2024,\n  author = {Ёлкина, Дарья},\n  \
         title = {{Суд вернул смету моста на пересчёт}},\n  journal = {[Камский вестник]},\n  year = {2024},\n  \
         month = sep,\n  day = {12},\n  url = {https://vestnik.example/2024/09/12/most},\n  urldate = {2024-09-13},\n  \
         langid = {russian}\n}"
    );
    assert!(html.contains("data-in-text=\"Ёлкина, 2024\""));
}

#[test]
fn nothing_is_made_up_for_what_a_source_does_not_give() {
    let site = rendered(&support::bridge());
    let html = text(&site, FERRY);
    let page = "https://press.example/bridge/sources/parom-do-zarechnogo-snova-vstal/";
    assert_eq!(
        reference(html, "gost"),
        format!("Паром до Заречного снова встал. Цит. по: Мост в Верхнекамске. URL: {page}.")
    );
    assert_eq!(
        reference(html, "apa"),
        format!("Паром до Заречного снова встал. (n.d.). As cited in Мост в Верхнекамске. {page}")
    );
    let entry = reference(html, "bibtex");
    for field in ["author", "journal", "year", "month", "urldate"] {
        assert!(!entry.contains(&format!("  {field} =")), "{field}: {entry}");
    }
    assert!(entry.starts_with("@misc{parom-do-zarechnogo-snova,"), "{entry}");
    assert!(html.contains("data-in-text=\"“Паром до Заречного снова встал”, n.d.\""));
    assert!(!html.contains("data-original"));
    assert!(!html.contains("data-named"));
}

/// The reference to the first source by other authors.
fn by(authors: &[&str], style: &str) -> String {
    let mut fixture = support::bridge();
    fixture.pages[0].authors = authors.iter().map(|&author| author.to_owned()).collect();
    let site = rendered(&fixture);
    let reference = reference(text(&site, COURT), style);
    reference.split(" // ").next().unwrap().split(" (2024").next().unwrap().to_owned()
}

#[test]
fn a_name_is_taken_apart_only_where_its_order_is_certain() {
    let title = "Суд вернул смету моста на пересчёт";
    for (author, gost, apa) in [
        ("Седова Анна", "Седова А.", "Седова, А."),
        ("Анна Петровна Седова", "Седова А. П.", "Седова, А. П."),
        ("Иван Петрович Сидоров", "Сидоров И. П.", "Сидоров, И. П."),
        ("John Smith", "Smith J.", "Smith, J."),
        ("И. Сидоров", "Сидоров И.", "Сидоров, И."),
    ] {
        assert_eq!(by(&[author], "gost"), format!("{gost} {title}"), "{author}");
        assert_eq!(by(&[author], "apa"), apa, "{author}");
    }
    // Who knows which of the two is the family name, or whether this is a person?
    for author in ["Си Цзиньпин", "РИА Новости", "Редакция", "Иван Андрей", "Мария-Луиза фон дер Грюн"]
    {
        assert_eq!(by(&[author], "gost"), format!("{title} / {author}"), "{author}");
        assert_eq!(by(&[author], "apa"), if author.ends_with('.') { author.into() } else { format!("{author}.") });
    }
    assert_eq!(by(&["Анна Седова", "Иван Сидоров"], "gost"), format!("Седова А., Сидоров И. {title}"));
    assert_eq!(by(&["Анна Седова", "Иван Сидоров"], "apa"), "Седова, А., & Сидоров, И.");
    let four = ["Анна Седова", "Иван Сидоров", "Пётр Ильин", "Олег Галкин"];
    assert_eq!(by(&four, "gost"), format!("{title} / Анна Седова [и др.]"));
}

#[test]
fn what_tex_and_html_would_read_is_text() {
    let mut fixture = support::bridge();
    fixture.pages[0].title = "100 % & {скидка} #1_a ~ ^ \\ <b>\"x\"</b>".into();
    let site = rendered(&fixture);
    let html = text(&site, COURT);
    assert!(!html.contains("<b>\"x\""));
    let entry = reference(html, "bibtex");
    let title = "title = {{100 \\% \\& \\{скидка\\} \\#1\\_a \\textasciitilde{} \\textasciicircum{} \\textbackslash{}";
    assert!(entry.contains(title), "{entry}");
}

// Links into the original ---------------------------------------------------------------------------

/// An article whose sentences begin alike.
const ALIKE: Draft = Draft {
    id: "alike",
    language: "ru",
    title: "Похожие предложения",
    published: Some("2024-10-01"),
    outlet: None,
    author: None,
    url: Some("https://vestnik.example/alike?a=1&b=2#top"),
    text: &[
        "Суд вернул смету заказчику на пересчёт в сентябре этого года. | Суд вернул смету подрядчику, который её и составил ещё в прошлом году. | Точка – тире, запятая & амперсанд-дефис. | Точка – тире, запятая & амперсанд-дефис.",
    ],
    key: &[0, 1, 2, 3],
    events: &[],
    quotes: &[],
    removed: &[],
};

#[test]
fn a_sentence_is_linked_to_in_the_original_by_its_own_words() {
    let site = rendered(&support::bridge_with(&[ALIKE]));
    let html = text(&site, "sources/pokhozhie-predlozheniya/index.html");
    for (anchor, named) in [("p1s1", "0 3 3"), ("p1s2", "0 5 3"), ("p1s3", "0 6 0"), ("p1s4", "3 6 0")] {
        let span = format!("id=\"{anchor}\" data-named=\"{named}\"");
        assert!(html.contains(&span), "{span}: {html}");
    }
    let links: Vec<String> = html
        .match_indices("href=\"")
        .map(|(at, _)| unescape(html[at + 6..].split('"').next().unwrap()))
        .filter(|link| link.contains(":~:text="))
        .collect();
    let decoded: Vec<Vec<String>> = links
        .iter()
        .map(|link| {
            let (address, directive) = link.split_once(":~:text=").unwrap();
            assert_eq!(address, "https://vestnik.example/alike?a=1&b=2#top");
            let decode = |part: &str| percent_encoding::percent_decode_str(part).decode_utf8().unwrap().into_owned();
            directive.split(',').map(decode).collect()
        })
        .collect();
    assert_eq!(
        decoded,
        [
            vec!["Суд вернул смету", "сентябре этого года."],
            vec!["Суд вернул смету подрядчику, который", "в прошлом году."],
            vec!["Точка – тире, запятая & амперсанд-дефис."],
            vec!["запятая & амперсанд-дефис.-", "Точка – тире, запятая & амперсанд-дефис."],
        ]
    );
    // A hyphen and an ampersand mean something in a directive, so that those of the text are encoded.
    assert!(
        links[2].ends_with(
            "%26%20%D0%B0%D0%BC%D0%BF%D0%B5%D1%80%D1%81%D0%B0%D0%BD%D0%B4%2D%D0%B4%D0%B5%D1%84%D0%B8%D1%81."
        )
    );
}

// What programs are told --------------------------------------------------------------------------------

/// The JSON-LD of a page: every node, or none.
fn graph(html: &str) -> Vec<Value> {
    let open = "<script type=\"application/ld+json\">";
    let Some(at) = html.find(open) else { return Vec::new() };
    let json = html[at + open.len()..].split("</script>").next().unwrap();
    let read: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(read["@context"], "https://schema.org");
    read["@graph"].as_array().unwrap().clone()
}

fn of_type<'g>(graph: &'g [Value], kind: &str) -> Vec<&'g Value> {
    graph.iter().filter(|node| node["@type"] == kind).collect()
}

#[test]
fn every_kind_of_page_says_what_it_is() {
    let site = rendered(&support::bridge());
    for (path, kinds) in [
        ("index.html", vec!["WebSite"]),
        ("sources/index.html", vec!["CollectionPage"]),
        (COURT, vec!["WebPage", "NewsArticle", "Claim", "Event"]),
        ("entities/index.html", vec!["CollectionPage"]),
        ("entities/anna-sedova/index.html", vec!["ProfilePage", "Person"]),
        ("entities/kamdorstroy/index.html", vec!["ProfilePage", "Organization"]),
        ("entities/verkhnekamsk/index.html", vec!["ProfilePage", "Place"]),
        ("timeline/index.html", vec!["CollectionPage", "Event"]),
        ("about/index.html", vec!["AboutPage"]),
        ("contacts/index.html", vec!["WebPage"]),
    ] {
        let graph = graph(text(&site, path));
        for kind in kinds {
            assert!(!of_type(&graph, kind).is_empty(), "{path}: {kind} is not in {graph:#?}");
        }
    }
    assert!(graph(text(&site, "404.html")).is_empty());
}

#[test]
fn an_article_is_its_outlets_and_its_claims_are_its_own() {
    let site = rendered(&support::bridge());
    let graph = graph(text(&site, COURT));
    let article = of_type(&graph, "NewsArticle")[0];
    let page = "https://press.example/bridge/sources/sud-vernul-smetu-mosta-na-pereschet/";
    assert_eq!(article["headline"], "Суд вернул смету моста на пересчёт");
    assert_eq!(article["url"], "https://vestnik.example/2024/09/12/most");
    assert_eq!(article["datePublished"], "2024-09-12T14:30+05:00");
    assert_eq!(article["author"][0]["name"], "Дарья Ёлкина");
    assert_eq!(article["publisher"]["name"], "Камский вестник");
    assert_eq!(article["publisher"]["disambiguatingDescription"], "выведено программой");
    let claims = of_type(&graph, "Claim");
    assert_eq!(claims.len(), 3);
    for claim in &claims {
        assert_eq!(claim["appearance"]["@id"], article["@id"]);
    }
    assert_eq!(claims[0]["url"], format!("{page}#p1s1"));
    assert!(claims[0]["text"].as_str().unwrap().starts_with("Арбитражный суд Пермского края обязал"));
    assert_eq!(claims[0]["author"]["name"], "Камский вестник");
    // Planned, and by the month.
    let planned = of_type(&graph, "Event").into_iter().find(|event| !event["eventStatus"].is_null()).unwrap();
    assert_eq!((&planned["startDate"], &planned["endDate"]), (&"2025-12".into(), &"2025-12".into()));

    let undated = rendered(&support::bridge());
    let graph = self::graph(text(&undated, FERRY));
    let article = of_type(&graph, "NewsArticle")[0];
    for absent in ["url", "datePublished", "author", "publisher"] {
        assert!(article[absent].is_null(), "{absent}: {article}");
    }
    assert!(of_type(&graph, "Event").is_empty(), "a day without a year is no date");
}

#[test]
fn words_of_others_are_not_the_outlets_claims() {
    let mut fixture = support::bridge();
    // «Мы не скрывали…» is said by Ветлугин; the article's seventh sentence is made to pass it on.
    let analysis = &mut fixture.dossier.sources[0].analysis;
    analysis.passed_on = vec![None; analysis.sentences.len()];
    analysis.passed_on[6] = Some(0);
    let site = rendered(&fixture);
    let graph = graph(text(&site, COURT));
    let claims = of_type(&graph, "Claim");
    let passed = claims.iter().find(|claim| claim["text"].as_str().unwrap().starts_with("По словам")).unwrap();
    assert_eq!(passed["author"]["@type"], "Person");
    assert_eq!(passed["author"]["name"], "Игорь Ветлугин");
}

#[test]
fn what_is_denied_is_no_event() {
    let mut fixture = support::bridge();
    for source in &mut fixture.dossier.sources {
        for event in &mut source.analysis.events {
            event.status = dossier::analysis::EventStatus::Denied;
        }
    }
    for event in &mut fixture.dossier.events {
        event.status = dossier::analysis::EventStatus::Conditional;
    }
    let site = rendered(&fixture);
    for path in [COURT, "timeline/index.html"] {
        assert!(of_type(&graph(text(&site, path)), "Event").is_empty(), "{path}");
    }
}

#[test]
fn hostile_words_stay_within_the_data() {
    let fixture = support::hostile();
    let site = rendered(&fixture);
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        let nodes = graph(html);
        if path.as_str() == COURT {
            assert_eq!(of_type(&nodes, "NewsArticle")[0]["headline"], fixture.pages[0].title.as_str());
        }
        // Scripts of the page's own (the search has most), and one of data: no word of a source began another.
        let scripts = html.matches("<script").count();
        assert_eq!(html.matches("</script>").count(), scripts, "{path}");
        assert!(scripts <= 8, "{path}: {scripts}");
    }
}

#[test]
fn a_shared_link_has_a_picture_and_words() {
    let site = rendered(&support::bridge());
    let html = text(&site, COURT);
    for expected in [
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:title\" content=\"Суд вернул смету моста на пересчёт\">",
        "<meta property=\"og:locale\" content=\"ru_RU\">",
        "<meta property=\"article:published_time\" content=\"2024-09-12T14:30+05:00\">",
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(html.contains(expected), "{expected}: {}", &html[..4000]);
    }
    assert!(
        unescape(html)
            .contains("<meta property=\"og:image\" content=\"https://press.example/bridge/static/share.png\">")
    );
    let picture = &site.files["static/share.png"];
    assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"));
    let size = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (1200, 630));
    assert!(picture.len() < 120_000, "{} bytes", picture.len());

    let decoder = png::Decoder::new(std::io::Cursor::new(picture));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let dark = pixels.chunks(3).filter(|pixel| pixel.iter().all(|&part| part < 0x40)).count();
    // The title is written in ink: some per cent of the ground.
    assert!((6_000..150_000).contains(&dark), "{dark} dark pixels");
}

#[test]
fn a_title_that_cannot_be_drawn_is_not_drawn_wrong() {
    let mut fixture = support::bridge();
    fixture.config.title = "大桥".into();
    let site = rendered(&fixture);
    assert!(!site.files.contains_key("static/share.png"));
    assert!(!text(&site, "index.html").contains("og:image"));
    assert!(text(&site, "index.html").contains("<meta name=\"twitter:card\" content=\"summary\">"));
    // The longest title still fits, by being cut.
    fixture.config.title = "Превысокомногорассмотрительствующего ".repeat(40);
    assert!(rendered(&fixture).files.contains_key("static/share.png"));

    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("static")).unwrap();
    fs::File::create(folder.path().join("static/share.png")).unwrap().write_all(b"own").unwrap();
    let own = render_with(&fixture, Some(folder.path()));
    assert_eq!(own.files["static/share.png"], b"own");
}

// Feeds ---------------------------------------------------------------------------------------------------

#[test]
fn the_json_feed_has_what_the_sources_give() {
    let site = rendered(&support::bridge());
    let feed: Value = serde_json::from_slice(&site.files["feed.json"]).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], "https://press.example/bridge/feed.json");
    assert_eq!(feed["language"], "ru");
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 4);
    assert_eq!(items[0]["date_published"], "2024-09-12T14:30:00+05:00");
    assert_eq!(items[0]["external_url"], "https://vestnik.example/2024/09/12/most");
    assert_eq!(items[0]["authors"][0]["name"], "Дарья Ёлкина");
    assert_eq!(items[1]["language"], "en");
    // JSON Feed asks no date of an item, and none is made up.
    assert_eq!(items[3]["title"], "Паром до Заречного снова встал");
    assert!(items[3]["date_published"].is_null() && items[3]["authors"].is_null());
}

#[test]
fn an_entity_of_several_sources_has_a_feed() {
    let site = rendered(&support::bridge());
    let feed = text(&site, "entities/kamdorstroy/feed.xml");
    let address = "https://press.example/bridge/entities/kamdorstroy/";
    assert!(
        unescape(feed)
            .contains(&format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{address}feed.xml\"/>"))
    );
    assert!(unescape(feed).contains(&format!("<id>{address}</id>")));
    assert_eq!(feed.matches("<entry>").count(), 3);
    assert!(feed.contains("Последнюю") || feed.contains("последнюю, девятую опору"), "the sentence that names it");
    let page = unescape(text(&site, "entities/kamdorstroy/index.html"));
    assert!(page.contains("href=\"/bridge/entities/kamdorstroy/feed.xml\">"), "{page}");
    // Two sources are no news to follow.
    assert!(!site.files.contains_key("entities/rustam-galeev/feed.xml"));
    let home = text(&site, "index.html");
    assert!(home.contains("type=\"application/feed+json\"") && home.contains("type=\"application/atom+xml\""));
}

// Getting about -------------------------------------------------------------------------------------------

#[test]
fn a_source_says_who_leads_to_it() {
    let mut fixture = support::bridge();
    fixture.dossier.sources[3].retells = vec![Retold { entity: 0, sentence: 1, source: Some(0) }];
    fixture.user_pages[0].body.push_str(
        "\n\nНачните с [решения суда](sources/sud-vernul-smetu-mosta-na-pereschet.md): в нём <b>сумма</b>.\n\nДальше.\n",
    );
    let site = rendered(&fixture);
    let html = text(&site, COURT);
    let at = html.find("<section class=\"backlinks\"").expect("a section");
    let section = unescape(&html[at..at + html[at..].find("</section>").unwrap()]);
    assert!(section.contains("в Минтрансе не говорят"), "{section}");
    assert!(section.contains("/bridge/sources/parom-do-zarechnogo-snova-vstal/#p1s2"), "{section}");
    assert!(section.contains("Начните с решения суда: в нём <b>сумма</b>."), "{section}");
    assert!(section.contains("/bridge/contacts/") && !section.contains("Дальше"), "{section}");
    assert!(!html[at..].split("</section>").next().unwrap().contains("<b>"), "escaped still");
    assert!(!text(&site, FERRY).contains("class=\"backlinks\""));
}

#[test]
fn cards_tell_of_sources_too() {
    let site = rendered(&support::bridge());
    let cards: Value = serde_json::from_slice(&site.files["sources/cards/0.json"]).unwrap();
    let card = &cards["sud-vernul-smetu-mosta-na-pereschet"];
    assert_eq!(card["title"], "Суд вернул смету моста на пересчёт");
    assert_eq!(card["line"], "Камский вестник · Дарья Ёлкина · 12\u{A0}сентября\u{A0}2024\u{A0}г.");
    assert!(card["point"].as_str().unwrap().starts_with("Арбитражный суд"));
}

#[test]
fn a_long_article_stays_light() {
    // 1,500 words of no sense in 100 sentences: they pack worse than a language does.
    let mut state = 7_u32;
    let mut next = move |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    let mut paragraphs: Vec<&'static str> = Vec::new();
    for _ in 0..25 {
        let mut sentences = Vec::new();
        for _ in 0..4 {
            let mut word = || -> String {
                let letters = 2 + next(3);
                (0..letters)
                    .map(|_| ["ка", "ро", "ми", "ст", "ен", "ово", "ла", "ть", "ву", "при"][next(10) as usize])
                    .collect()
            };
            let words: Vec<String> = (0..15).map(|_| word()).collect();
            sentences.push(format!("{{Камдорстрой=Камдорстрой/o}} {}.", words[1..].join(" ")));
        }
        paragraphs.push(sentences.join(" | ").leak());
    }
    let long = Draft {
        id: "long", title: "Длинная статья", text: paragraphs.leak(), key: &[0, 9, 40, 77], ..ALIKE
    };
    let site = rendered(&support::bridge_with(&[long]));
    let packed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let (html, css) =
        (packed(&site.files["sources/dlinnaya-statya/index.html"]), packed(&site.files["static/site.css"]));
    assert!(html + css < 60_000, "{html} + {css} bytes");
}
