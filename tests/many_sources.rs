//! A site of many hundred sources: what is parted into pages loses nobody, and every link leads somewhere.

mod support;

use std::collections::BTreeMap;

use dossier::analysis::EventStatus;
use dossier::calendar::Precision;
use dossier::site::Site;
use support::{Draft, sound, text};

/// More than two pages of the list of sources hold.
const ISSUES: usize = 650;

/// A draft of one issue of a newspaper: a title, a day of its own, a dated sentence.
fn issue(number: usize) -> Draft {
    let day = format!("{}-{:02}-{:02}", 2021 + number / 336, 1 + number / 28 % 12, 1 + number % 28);
    let day: &'static str = day.leak();
    let sentence = format!("{{Камдорстрой=Камдорстрой/o}} сдал {number}-й пролёт.");
    Draft {
        id: format!("vypusk-{number}").leak(),
        language: "ru",
        title: format!("Выпуск номер {number}").leak(),
        published: Some(day),
        outlet: Some(if number.is_multiple_of(2) {
            "Камские вести"
        } else {
            "Верхнекамск сегодня"
        }),
        author: None,
        url: None,
        text: vec![&*sentence.leak()].leak(),
        key: &[0],
        events: vec![(0, day, day, Precision::Day, EventStatus::Happened)].leak(),
        quotes: &[],
        removed: &[],
    }
}

/// How often each address stands behind `mark` on the pages whose paths `is_part` takes, as far as it is one of an
/// issue's.
fn counted(site: &Site, is_part: impl Fn(&str) -> bool, mark: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for path in site.files.keys().filter(|path| path.ends_with(".html") && is_part(path)) {
        for rest in text(site, path).split(mark).skip(1) {
            let Some(link) = rest.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()) else { continue };
            let Some(slug) = link.strip_prefix("/bridge/sources/").and_then(|rest| rest.split('/').next()) else {
                continue;
            };
            if slug.starts_with("vypusk-") {
                *counts.entry(slug.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}

#[test]
fn a_site_of_many_sources_loses_none_and_links_hold() {
    let issues: Vec<Draft> = (0..ISSUES).map(issue).collect();
    let fixture = support::bridge_with(&issues);
    let site = sound(&fixture);
    let slugs: Vec<&str> =
        fixture.pages.iter().map(|page| page.slug.as_str()).filter(|slug| slug.starts_with("vypusk-")).collect();
    assert_eq!(slugs.len(), ISSUES);
    let each_once = |counts: BTreeMap<String, usize>, what: &str| {
        let wrong: Vec<_> = slugs.iter().filter(|slug| counts.get(**slug) != Some(&1)).collect();
        assert!(
            wrong.is_empty() && counts.len() == ISSUES,
            "{what}: {} stand there not once: {:?}",
            wrong.len(),
            wrong.first()
        );
    };

    let is_list = |path: &str| path == "sources/index.html" || path.starts_with("sources/page/");
    assert!(site.files.contains_key("sources/page/3/index.html"));
    assert!(!site.files.contains_key("sources/page/4/index.html"));
    each_once(counted(&site, is_list, "<li id=\"source-"), "the list of sources");

    let years = ["timeline/2021/index.html", "timeline/2022/index.html"];
    assert!(years.iter().all(|year| site.files.contains_key(*year)), "a page for each year");
    let is_year = |path: &str| path.starts_with("timeline/2");
    each_once(counted(&site, is_year, "<p class=\"evidence\"><a "), "the timeline");

    let is_mentions = |path: &str| path.starts_with("entities/kamdorstroy/mentions/");
    each_once(counted(&site, is_mentions, "<section class=\"mentions-of\""), "the sentences that name the firm");

    let map = text(&site, "sitemap.xml");
    let pages = site.files.keys().filter_map(|path| path.strip_suffix("index.html"));
    for page in pages.filter(|page| page.starts_with("sources/")) {
        assert!(map.contains(&format!("<loc>https://press.example/bridge/{page}</loc>")), "{page}");
    }
}
