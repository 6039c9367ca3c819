//! Names that the reference tables know: countries, cities, parts of the world, organizations.
//!
//! The tables lie in `models/reference/` (origin and licences in its README), are part of the binary
//! and are read once, when the first name is looked up.

mod adjectives;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

pub use adjectives::country_of_adjective;

use super::EntityKind;

const COUNTRIES: &str = include_str!("../../models/reference/countries.tsv");
const CITIES: &str = include_str!("../../models/reference/cities.tsv");
const ORGANIZATIONS: &str = include_str!("../../models/reference/orgs_ru.tsv");
const USUAL_NAMES: &str = include_str!("../../models/reference/usual_names_ru.tsv");
const REGIONS: &str = include_str!("../../models/reference/regions.tsv");

/// What an [`Entry`] is, more finely than its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A state or a territory with a code of its own in ISO 3166.
    Country,
    /// A city or town.
    City,
    /// A part of the world or of a country, a sea.
    Region,
    /// An organization of states, or of many countries.
    International,
    /// A body of one state, known by its name alone.
    National,
    /// A body that every state has one of («Минфин»): the name does not say whose.
    Generic,
    /// An outlet or agency.
    Media,
    /// A company or another organization.
    Company,
    /// A forum or another event that acts like an organization.
    Event,
}

/// One thing that the tables know.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What the program calls it: `country:KZ`, `city:KZ:Almaty`, `region:europe`, `org:НАТО`.
    pub key: String,
    /// Person, organization or place.
    pub kind: EntityKind,
    /// What it is, more finely.
    pub class: Class,
    /// Names in Russian: the canonical one, then the others, abbreviations included.
    pub ru: Vec<&'static str>,
    /// Names in English, in the same order.
    pub en: Vec<&'static str>,
    /// Names in Kazakh, in the same order.
    pub kk: Vec<&'static str>,
    /// Names in Ukrainian, in the same order.
    pub uk: Vec<&'static str>,
    /// ISO 3166 alpha-2 code of the country it is, lies in or, for a body of a state, belongs to.
    pub country: Option<&'static str>,
    /// Latitude and longitude in degrees, for cities.
    pub coordinates: Option<(f64, f64)>,
    /// Whether it is the capital of `country`.
    pub capital: bool,
    /// Inhabitants in thousands, for cities; 0 elsewhere.
    pub population: u32,
}

impl Entry {
    /// The canonical name in `language` (a BCP 47 code); where the tables have none, in Russian or English.
    pub fn name(&self, language: &str) -> &'static str {
        let own = match language.split('-').next().unwrap_or("") {
            "en" => &self.en,
            "kk" => &self.kk,
            "uk" => &self.uk,
            _ => &self.ru,
        };
        own.first().or(self.ru.first()).or(self.en.first()).copied().unwrap_or("")
    }

    /// All names in all languages, the canonical Russian one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.ru.iter().chain(&self.en).chain(&self.kk).chain(&self.uk).copied()
    }
}

/// Everything known under `form`, a name in the nominative in any of the tables' languages.
///
/// Capitals do not matter, ё equals е, and quotation marks round the name are left aside; but an
/// abbreviation is only found in its own capitals, so that «Ес» is no union. Countries come first, then
/// organizations and regions, then cities from the largest; namesakes all come.
pub fn lookup(form: &str) -> Vec<&'static Entry> {
    let tables = tables();
    let form = form.trim_matches(|c: char| c.is_whitespace() || "«»\"“”„".contains(c));
    let Some(found) = tables.by_name.get(&fold(form)) else { return Vec::new() };
    let shouted = !form.chars().any(char::is_lowercase);
    found
        .iter()
        .filter(|&&(_, abbreviation)| shouted || !abbreviation)
        .map(|&(index, _)| &tables.entries[index])
        .collect()
}

/// The entry with this key.
pub fn get(key: &str) -> Option<&'static Entry> {
    let tables = tables();
    tables.by_key.get(key).map(|&index| &tables.entries[index])
}

/// All entries, in the order that [`lookup`] uses.
pub fn entries() -> &'static [Entry] {
    &tables().entries
}

struct Tables {
    entries: Vec<Entry>,
    by_key: HashMap<String, usize>,
    /// Entries by folded name; whether the name is an abbreviation there.
    by_name: HashMap<String, Vec<(usize, bool)>>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(Tables::read)
}

/// How names are compared: lower case, ё as е, one kind of apostrophe and of dash.
fn fold(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ё' => 'е',
            '’' | 'ʼ' | '`' => '\'',
            '—' | '–' | '‑' => '-',
            c => c,
        })
        .collect()
}

/// Capitals (and digits) alone, at least two: «РФ», «G7», «ОПЕК+».
fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphanumeric()).count() >= 2
        && name.chars().count() <= 7
        && !name.chars().any(|c| c.is_lowercase() || c.is_whitespace())
}

impl Tables {
    fn read() -> Self {
        let usual: BTreeMap<&str, (&str, &str)> =
            rows(USUAL_NAMES).map(|row| (cell(&row, 0), (cell(&row, 1), cell(&row, 2)))).collect();
        let mut entries: Vec<Entry> = rows(COUNTRIES).map(|row| country(&row)).collect();
        entries.extend(rows(ORGANIZATIONS).filter_map(|row| organization(&row)));
        entries.extend(rows(REGIONS).map(|row| region(&row)));
        let mut cities: Vec<Entry> = rows(CITIES).map(|row| city(&row)).collect();
        cities.sort_by_key(|city| (std::cmp::Reverse(city.population), city.key.clone()));
        mark_capitals(&mut cities);
        entries.extend(cities);
        for entry in &mut entries {
            if let Some((canonical, others)) = usual.get(entry.key.as_str()) {
                let more = std::iter::once(*canonical).filter(|name| !name.is_empty());
                let own = std::mem::take(&mut entry.ru);
                entry.ru = more.chain(own).chain(split(others, ';')).collect();
            }
            for names in [&mut entry.ru, &mut entry.en, &mut entry.kk, &mut entry.uk] {
                let mut seen = Vec::new();
                names.retain(|name| {
                    !seen.contains(name) && {
                        seen.push(*name);
                        true
                    }
                });
            }
        }
        let mut by_key = HashMap::with_capacity(entries.len());
        let mut by_name: HashMap<String, Vec<(usize, bool)>> = HashMap::with_capacity(entries.len() * 4);
        for (index, entry) in entries.iter().enumerate() {
            // Where two towns of one country share a name, the key is the larger one's.
            by_key.entry(entry.key.clone()).or_insert(index);
            for name in entry.names() {
                let places = by_name.entry(fold(name)).or_default();
                if places.iter().all(|&(known, _)| known != index) {
                    places.push((index, is_abbreviation(name)));
                }
            }
        }
        Self { entries, by_key, by_name }
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn cell(row: &[&'static str], column: usize) -> &'static str {
    row.get(column).copied().unwrap_or("").trim()
}

fn split(cell: &'static str, separator: char) -> impl Iterator<Item = &'static str> {
    cell.split(separator).map(str::trim).filter(|name| !name.is_empty())
}

fn entry(key: String, kind: EntityKind, class: Class) -> Entry {
    Entry {
        key,
        kind,
        class,
        ru: Vec::new(),
        en: Vec::new(),
        kk: Vec::new(),
        uk: Vec::new(),
        country: None,
        coordinates: None,
        capital: false,
        population: 0,
    }
}

fn country(row: &[&'static str]) -> Entry {
    // «о-ва Кука», «Гонконг (САР)»: notes of the table, not names that a text would use.
    let names =
        |column| split(cell(row, column), '/').filter(|name| !name.contains('(') && !name.contains("о-в")).collect();
    Entry {
        ru: names(2),
        en: names(3),
        kk: names(4),
        uk: names(5),
        country: Some(cell(row, 0)),
        ..entry(format!("country:{}", cell(row, 0)), EntityKind::Place, Class::Country)
    }
}

fn city(row: &[&'static str]) -> Entry {
    let name = |column| split(cell(row, column), ';').collect();
    let degrees = |column| cell(row, column).parse::<f64>().ok();
    Entry {
        en: name(0),
        ru: name(1),
        kk: name(2),
        uk: name(3),
        country: Some(cell(row, 4)),
        coordinates: degrees(5).zip(degrees(6)),
        population: cell(row, 7).parse().unwrap_or(0),
        capital: cell(row, 8) == "C",
        ..entry(format!("city:{}:{}", cell(row, 4), cell(row, 0)), EntityKind::Place, Class::City)
    }
}

/// The table of cities leaves some capitals unmarked, which the table of countries names, and marks
/// namesakes of others. Of those the largest is meant, so `cities` come from the largest down.
fn mark_capitals(cities: &mut [Entry]) {
    let capitals: HashMap<&str, (&str, &str)> =
        rows(COUNTRIES).map(|row| (cell(&row, 0), (cell(&row, 6), cell(&row, 7)))).collect();
    let mut marked: BTreeSet<(&str, &str)> = BTreeSet::new();
    for city in cities {
        let Some(code) = city.country else { continue };
        let (en, ru) = capitals.get(code).copied().unwrap_or_default();
        let named = |names: &[&str], name: &str| !name.is_empty() && names.contains(&name);
        let named = named(&city.en, en) || named(&city.ru, ru);
        let name = city.en.first().copied().unwrap_or("");
        city.capital = (city.capital || named) && marked.insert((code, name));
    }
}

fn region(row: &[&'static str]) -> Entry {
    let names = |column| split(cell(row, column), ';').collect();
    Entry {
        ru: names(1),
        en: names(2),
        kk: names(3),
        uk: names(4),
        ..entry(cell(row, 0).to_owned(), EntityKind::Place, Class::Region)
    }
}

/// `None` for rows that only explain an abbreviation.
fn organization(row: &[&'static str]) -> Option<Entry> {
    let class = match cell(row, 7) {
        "intl" => Class::International,
        "gov" => Class::National,
        "ministry" => Class::Generic,
        "media" => Class::Media,
        "org" => Class::Company,
        "event" => Class::Event,
        "disputed" => Class::Region,
        _ => return None,
    };
    let kind = if class == Class::Region { EntityKind::Place } else { EntityKind::Organization };
    let names = |column| split(cell(row, column), ';');
    let quoted = |name: &'static str| name.trim_matches(['«', '»']);
    Some(Entry {
        ru: names(1).chain(names(0)).chain(names(2)).map(quoted).collect(),
        en: names(4).chain(names(3)).collect(),
        kk: names(5).collect(),
        uk: names(6).map(quoted).collect(),
        country: Some(cell(row, 8)).filter(|code| !code.is_empty()),
        ..entry(format!("org:{}", cell(row, 0)), kind, class)
    })
}
