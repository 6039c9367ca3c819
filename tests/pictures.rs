//! The map of places, the bars of outlets and months, and the small bars beside names.

mod support;

use support::{Fixture, sound, text};

/// What stands between the first `from` and the next `to`.
fn part<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let text = &text[text.find(from).unwrap_or_else(|| panic!("no {from}")) + from.len()..];
    &text[..text.find(to).unwrap()]
}

fn place(fixture: &mut Fixture, name: &str, coordinates: Option<(f64, f64)>) {
    let entity = fixture.dossier.entities.iter_mut().find(|entity| entity.name == name).unwrap();
    entity.coordinates = coordinates;
}

#[test]
fn a_place_far_from_others_has_a_circle_of_its_own() {
    let mut fixture = support::bridge();
    place(&mut fixture, "Москва", Some((55.75, 37.62)));
    let site = sound(&fixture);
    let map = text(&site, "places/index.html");
    let wide = part(map, "<figure class=\"places-map wide\">", "</figure>");
    insta::assert_snapshot!("places", wide);
    // Verkhnekamsk and Zarechny are ten miles apart: one circle, under which both are named.
    assert!(wide.contains("Верхнекамск +1") && !wide.contains(">Москва +"), "{wide}");
    assert!(part(wide, "<ul class=\"shared\">", "</ul>").contains(">Заречный<"));
    assert!(
        map.contains("У\u{A0}3\u{A0}мест нет точки")
            || map.contains("мест нет точки")
            || map.contains("места нет точки")
    );
}

#[test]
fn areas_of_circles_are_as_the_mentions() {
    let mut fixture = support::bridge();
    place(&mut fixture, "Москва", Some((55.75, 37.62)));
    place(&mut fixture, "Заречный", None);
    let site = sound(&fixture);
    let wide = part(text(&site, "places/index.html"), "<figure class=\"places-map wide\">", "</figure>");
    let radius = |name: &str| -> f64 {
        let link = part(wide, &format!("<title>{name}: "), "</a>");
        link.rsplit(" r=\"").next().unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let mentions =
        |name: &str| fixture.dossier.entities.iter().find(|entity| entity.name == name).unwrap().mentions.len() as f64;
    let ratio = (radius("Верхнекамск") / radius("Москва")).powi(2);
    assert!((ratio / (mentions("Верхнекамск") / mentions("Москва")) - 1.0).abs() < 0.05, "{ratio}");
}

#[test]
fn without_located_places_there_is_no_map() {
    let mut fixture = support::bridge();
    for entity in &mut fixture.dossier.entities {
        entity.coordinates = None;
    }
    let site = sound(&fixture);
    assert!(!site.files.contains_key("places/index.html"));
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!std::str::from_utf8(bytes).unwrap().contains("/places/"), "{path}");
    }
}

#[test]
fn places_at_the_ends_of_the_earth_are_on_the_map() {
    let mut fixture = support::bridge();
    for (name, at) in [("Москва", (90.0, 180.0)), ("Верхнекамск", (-90.0, -180.0)), ("Заречный", (91.0, 0.0))]
    {
        place(&mut fixture, name, Some(at));
    }
    let site = sound(&fixture);
    let wide = part(text(&site, "places/index.html"), "<figure class=\"places-map wide\">", "</figure>");
    let [_, _, width, height] =
        part(wide, "viewBox=\"", "\"").split(' ').map(|it| it.parse::<f64>().unwrap()).collect::<Vec<_>>()[..]
    else {
        panic!("{wide}")
    };
    for name in ["Москва", "Верхнекамск"] {
        let link = part(wide, &format!("<title>{name}: "), "</a>");
        let number = |attribute: &str| part(link, attribute, "\"").parse::<f64>().unwrap();
        let (x, y) = (number(" cx=\""), number(" cy=\""));
        assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{name} at {x}, {y}");
    }
    assert!(!wide.contains("Заречный"), "91 degrees north is nowhere");
}

#[test]
fn sources_are_counted_by_outlet_and_month() {
    let mut fixture = support::bridge();
    for (page, (date, outlet)) in fixture.pages.iter_mut().zip([
        ("2024-09-12", Some("Камский вестник")),
        ("2024-09-02", Some("Камский вестник")),
        ("2024-06-03", Some("<b>Северное обозрение</b>")),
        ("2024-08-30", None),
    ]) {
        page.published = Some(date.parse().unwrap());
        page.outlet = outlet.map(str::to_owned);
    }
    let site = sound(&fixture);
    let figure = part(text(&site, "sources/index.html"), "<figure class=\"coverage\"", "</figure>");
    insta::assert_snapshot!("coverage", figure);

    // Of one outlet there is nothing to compare.
    for page in &mut fixture.pages {
        page.outlet = Some("Камский вестник".into());
    }
    assert!(!text(&sound(&fixture), "sources/index.html").contains("class=\"coverage\""));
}

#[test]
fn names_have_their_months_beside_them_where_dates_say_enough() {
    let mut fixture = support::bridge();
    assert!(!text(&sound(&fixture), "entities/index.html").contains("class=\"spark\""));
    for (page, date) in fixture.pages.iter_mut().zip(["2024-09-12", "2024-03-02", "2024-06-03", "2024-08-30"]) {
        page.published = Some(date.parse().unwrap());
    }
    let site = sound(&fixture);
    let row = part(text(&site, "entities/index.html"), "/entities/kamdorstroy/", "</tr>");
    let spark = part(row, "<svg class=\"spark\"", "</svg>");
    assert!(spark.contains("viewBox=\"0 0 7 12"), "from March to September: {spark}");
    assert!(spark.contains("Больше всего упоминаний"), "{spark}");
}
