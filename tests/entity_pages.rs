//! The pages of entities and their index, as they are rendered.

mod support;

use dossier::dossier::{Entity, MentionRef};
use dossier::locale::Locale;
use support::{Fixture, sound, text};

/// The section of a page whose heading has the id `id`, without its tags and with single spaces.
fn section(html: &str, id: &str) -> String {
    let at = html.find(&format!("aria-labelledby=\"{id}\"")).unwrap_or_else(|| panic!("no section {id}: {html}"));
    let end = html[at..].find("\n</section>\n<").map_or(html.len(), |end| at + end);
    plain(&html[at + html[at..].find('>').unwrap() + 1..end])
}

fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn roles_are_shown_as_their_sources_claims() {
    let site = sound(&support::bridge());
    let mayor = text(&site, "entities/anna-sedova/index.html");
    let role = mayor.lines().find(|line| line.contains("class=\"role\"")).unwrap();
    assert_eq!(plain(role), "мэр Верхнекамска источник: Камский вестник, 12 сентября 2024 г. ¶ 5");
    assert!(role.contains("href=\"/bridge/sources/sud-vernul-smetu-mosta-na-pereschet/#p5s1\""), "{role}");
    assert!(!mayor.contains("id=\"roles\""), "one role needs no list");
    let director = text(&site, "entities/igor-vetlugin/index.html");
    assert_eq!(
        section(director, "roles"),
        "Кем называют директор «Камдорстроя» Камский вестник, 12 сентября 2024 г. ¶ 4 \
         глава стройки Последняя опора встала на дно Камы, 3 июня 2024 г. ¶ 2"
    );
}

#[test]
fn quotes_stand_with_those_who_speak_and_those_who_are_spoken_of() {
    let site = sound(&support::bridge());
    let mayor = text(&site, "entities/anna-sedova/index.html");
    assert_eq!(
        section(mayor, "said"),
        "Цитаты 1 поводом наконец открыть расчёты Суд вернул смету моста на пересчёт Камский вестник \
         12 сентября 2024 г. ¶ 5"
    );
    assert_eq!(
        section(mayor, "about"),
        "В чужих цитатах 1 Седова обещала паром каждый час Кто говорит, в тексте однозначно не сказано \
         вспоминает паромщик Через: Минтранс Паром до Заречного снова встал без даты ¶ 2"
    );
    let director = text(&site, "entities/igor-vetlugin/index.html");
    assert!(section(director, "said").contains("сказал директор «Камдорстроя» Игорь Ветлугин"), "the source's own cue");
}

#[test]
fn every_form_leads_to_where_it_stands_and_doubts_are_told() {
    let site = sound(&support::bridge());
    let mayor = text(&site, "entities/anna-sedova/index.html");
    let forms = &mayor[mayor.find("<ul class=\"forms\">").unwrap()..mayor.find("<ul class=\"reasons-list\">").unwrap()];
    assert!(
        plain(forms).starts_with(
            "Седова 2 Камский вестник, 12 сентября 2024 г. ¶ 5 Паром до Заречного снова встал ¶ 2 Анна Седова 1"
        ),
        "{}",
        plain(forms)
    );
    let doubt = mayor.lines().find(|line| line.contains("class=\"doubt\"")).unwrap();
    assert_eq!(plain(doubt), "Форма «Седова» может означать и другое имя: Олег Парфёнов (та же фамилия)");
    assert!(doubt.contains("href=\"/bridge/entities/oleg-parfenov/\""), "{doubt}");
}

#[test]
fn neighbours_lead_to_the_sentences_that_they_share() {
    let site = sound(&support::bridge());
    let town = text(&site, "entities/verkhnekamsk/index.html");
    let together = &town[town.find("counted together").unwrap()..];
    let together = &together[..together.find("</aside>").unwrap()];
    assert!(
        plain(together).contains(
            "Заречный 2 вместе в 2 предложениях Последняя опора встала на дно Камы, 3 июня 2024 г. ¶ 3 \
             Паром до Заречного снова встал ¶ 1"
        ),
        "{}",
        plain(together)
    );
}

#[test]
fn a_place_is_on_the_map_with_words_beside_it() {
    let site = sound(&support::bridge());
    let town = text(&site, "entities/verkhnekamsk/index.html");
    assert_eq!(
        section(town, "where"),
        "Где это Россия · 58,21° с. ш., 56,34° в. д. Из справочника или от редактора, не из источников."
    );
    // (56.34 + 180) · 2 and (90 − 58.21) · 2 half degrees.
    assert!(town.contains("<circle cx=\"472.7\" cy=\"63.6\""), "{town}");
    assert!(town.contains("role=\"img\" aria-label=\"Карта: Верхнекамск, 58,21°\u{A0}с.\u{A0}ш.,"));
    let country = text(&site, "entities/rossiya/index.html");
    assert_eq!(
        section(country, "where"),
        "Где это Там же в досье: Верхнекамск , Заречный Из справочника или от редактора, не из источников."
    );
    assert_eq!(country.matches("<circle cx=\"4").count(), 2);
    let ministry = text(&site, "entities/mintrans/index.html");
    assert!(ministry.contains("<a href=\"/bridge/entities/rossiya/\">Россия</a>") && !ministry.contains("<svg class"));
    assert!(text(&site, "static/land.svg").contains("<symbol id=\"land\""));
}

#[test]
fn a_capital_that_stands_for_its_government_says_so() {
    let site = sound(&support::bridge());
    let capital = text(&site, "entities/moskva/index.html");
    assert!(section(capital, "mentions").ends_with("Здесь это о властях страны: Россия"), "{capital}");
    let country = text(&site, "entities/rossiya/index.html");
    assert!(plain(country).contains("О властях этой страны источники говорят и так: Москва"));
}

#[test]
fn cards_tell_name_kind_role_and_counts() {
    let site = sound(&support::bridge());
    let cards: serde_json::Value = serde_json::from_str(text(&site, "entities/cards/0.json")).unwrap();
    assert_eq!(
        cards["anna-sedova"],
        serde_json::json!({
            "name": "Анна Седова", "kind": "person", "label": "Человек",
            "counts": "4\u{A0}упоминания в 2\u{A0}источниках",
            "role": "мэр Верхнекамска", "by": "Камский вестник, 12\u{A0}сентября\u{A0}2024\u{A0}г.",
        })
    );
    assert_eq!(cards["verkhnekamsk"]["country"], "Россия");
}

/// The bridge's dossier with `count` more people, all named in one sentence.
fn crowded(count: usize) -> Fixture {
    let mut fixture = support::bridge();
    let model = fixture.dossier.entities.iter().find(|entity| entity.id == "anna-sedova").unwrap().clone();
    for index in 0..count {
        let letter = char::from_u32('А' as u32 + (index % 30) as u32).unwrap();
        let entity = Entity {
            id: format!("person-{index}"),
            name: format!("{letter}лексин {index:04}"),
            roles: Vec::new(),
            doubts: Vec::new(),
            ..model.clone()
        };
        fixture.dossier.entities.push(entity);
    }
    fixture
}

#[test]
fn a_long_index_has_pages_and_loses_nobody() {
    let fixture = crowded(1000);
    let site = sound(&fixture);
    let first = text(&site, "entities/index.html");
    assert!(first.contains("href=\"/bridge/entities/index/person/1/#person-u410\">А</a>"), "{first}");
    assert!(first.matches("<tr data-words").count() < 100, "the first page shows the foremost only");
    let pages: Vec<&str> = site
        .files
        .keys()
        .filter(|path| path.starts_with("entities/index/person/"))
        .map(|path| text(&site, path))
        .collect();
    assert!(pages.len() > 1);
    for entity in fixture.dossier.entities.iter().filter(|entity| entity.id.starts_with("person-")) {
        let link = format!("href=\"/bridge/entities/{}/\"", entity.id);
        assert_eq!(pages.iter().filter(|html| html.contains(&link)).count(), 1, "{}", entity.name);
    }
    assert!(pages[0].contains("<h1>Люди: Але – "), "{}", pages[0]);
    assert_eq!(pages[0].matches("rel=\"next\"").count(), 1);
    // The cards are in several files; the script finds each by the same hash.
    assert!(site.files.contains_key("entities/cards/3.json"));
}

#[test]
fn a_short_index_stands_on_one_page_in_alphabetical_order() {
    let site = sound(&crowded(60));
    let index = text(&site, "entities/index.html");
    assert!(index.contains("href=\"#person-u410\">А</a>") && index.contains("id=\"person-u410\""));
    let names: Vec<&str> = index
        .split("class=\"entity person\"")
        .skip(1)
        .map(|row| &row[row.find('>').unwrap() + 1..row.find('<').unwrap()])
        .collect();
    let locale = Locale::new("ru").0;
    assert!(names.len() > 60 && names.is_sorted_by(|a, b| locale.compare(a, b).is_le()), "{names:?}");
}

#[test]
fn a_long_list_of_mentions_has_pages_and_loses_none() {
    let sentences = 400;
    let fixture = support::bridge_with(&[support::repetitive(sentences)]);
    let source = fixture.dossier.sources.len() - 1;
    let site = sound(&fixture);
    let first = text(&site, "entities/kamdorstroy/index.html");
    assert!(first.len() < 60_000, "{}", first.len());
    assert!(first.contains("href=\"/bridge/entities/kamdorstroy/mentions/\""));
    let pages: String = site
        .files
        .keys()
        .filter(|path| path.starts_with("entities/kamdorstroy/mentions/"))
        .map(|path| text(&site, path))
        .collect();
    let mentions: &Vec<MentionRef> =
        &fixture.dossier.entities.iter().find(|it| it.id == "kamdorstroy").unwrap().mentions;
    assert_eq!(mentions.iter().filter(|mention| mention.source == source).count(), sentences);
    for mention in mentions {
        let page = fixture.pages.iter().find(|page| page.source == mention.source).unwrap();
        let anchor = fixture.dossier.sources[mention.source].analysis.sentences[mention.sentence].anchor();
        assert!(pages.contains(&format!("/sources/{}/#{anchor}\"", page.slug)), "{}#{anchor}", page.slug);
    }
}

#[test]
fn namesakes_are_told_apart_in_the_index() {
    let mut fixture = support::bridge();
    let mut namesake = fixture.dossier.entities.iter().find(|entity| entity.id == "anna-sedova").unwrap().clone();
    namesake.id = "anna-sedova-2".into();
    namesake.mentions.truncate(1);
    namesake.country = Some("KZ".into());
    fixture.dossier.entities.push(namesake);
    let site = sound(&fixture);
    let index = text(&site, "entities/index.html");
    let told: Vec<String> = index.lines().filter(|line| line.contains("class=\"apart\"")).map(plain).collect();
    assert_eq!(told, ["Анна Седова Камский вестник, 12 сентября 2024 г. 4 2", "Анна Седова Казахстан 1 1"]);
}
