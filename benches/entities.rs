//! How joining entities across articles grows, and rendering their pages: `cargo bench --bench entities`.
//!
//! A generator makes articles with realistic repetition: few people are named everywhere, most hardly
//! ever (Zipf's law); an article gives a person's full name once and the surname after it.

#[path = "../tests/support_entities/bare.rs"]
mod bare;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use dossier::analysis::{Analysis, Paragraph, Sentence, entities};
use dossier::config::Config;
use dossier::content::SourcePage;
use dossier::dossier::{Dossier, assemble};
use dossier::intake::BlockKind;
use dossier::language::{EntityKind, Name};
use dossier::locale::Locale;
use dossier::site::{Material, Site, Theme, render};
use dossier::span::Span;

/// A small generator of numbers that look random: xorshift, seeded, the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    /// A rank below `limit`, the first ones far more often: the logarithm of the rank is even.
    fn rank(&mut self, limit: usize) -> usize {
        let even = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((limit as f64).powf(even) - 1.0) as usize
    }
}

const SYLLABLES: &[&str] =
    &["ба", "ве", "ги", "до", "жа", "зу", "ка", "ле", "ми", "но", "ра", "се", "ту", "фо", "ша", "че"];
const GIVEN: &[&str] = &[
    "Иван",
    "Пётр",
    "Марат",
    "Ержан",
    "Олег",
    "Тимур",
    "Кайрат",
    "Андрей",
    "Сергей",
    "Анна",
    "Мария",
    "Дарига",
    "Ольга",
    "Айгуль",
    "Елена",
    "Ирина",
    "Роман",
    "Виктор",
    "Асель",
    "Павел",
];

fn surname(number: usize) -> String {
    let (mut rest, mut word) = (number, String::new());
    for _ in 0..3 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    let mut letters = word.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}{}", letters.as_str(), ["нов", "дзе", "ко", "рян", "лин"][rest % 5])
}

fn article(number: usize, things: usize, numbers: &mut Numbers) -> Analysis {
    let (mut text, mut names, mut sentences) = (String::new(), Vec::new(), Vec::new());
    for _ in 0..12 {
        let start = text.len();
        let person = numbers.rank(things);
        let (given, family) = (GIVEN[person % GIVEN.len()], surname(person));
        let company = format!("Компания {}", surname(numbers.rank(things) + 7));
        for (form, kind) in [
            (format!("{given} {family}"), EntityKind::Person),
            (family, EntityKind::Person),
            (company, EntityKind::Organization),
            ("Казахстан".to_owned(), EntityKind::Place),
        ] {
            let from = text.len();
            text.push_str(&form);
            names.push(Name { span: Span::new(from, text.len()), kind, form });
            text.push(' ');
        }
        sentences.push(Sentence { span: Span::new(start, text.len()), paragraph: 0, number: sentences.len() });
    }
    let (mentions, entities) = entities::resolve(&text, &names, "ru");
    let span = Span::new(0, text.len());
    let paragraph = Paragraph { kind: BlockKind::Paragraph, span, first_sentence: 0, sentence_count: sentences.len() };
    let bare = bare::analysis(&number.to_string(), text, sentences, mentions, entities);
    Analysis { paragraphs: vec![paragraph], ..bare }
}

/// The site of a dossier whose pages are as the program drafts them.
fn site(dossier: &Dossier) -> Site {
    let page = |source: usize| SourcePage {
        path: format!("content/sources/s{source}.md"),
        slug: format!("s{source}"),
        source,
        title: format!("Статья {source}"),
        published: None,
        authors: Vec::new(),
        outlet: Some("Вестник".to_owned()),
        url: None,
        tags: Vec::new(),
        body: String::new(),
        body_line: 1,
        key_points: Vec::new(),
        edited: false,
    };
    let pages: Vec<SourcePage> = (0..dossier.sources.len()).map(page).collect();
    let config: Config = toml::from_str("title = \"x\"\nlanguage = \"ru\"").expect("a sound configuration");
    let locale = Arc::new(Locale::new("ru").0);
    let theme = Theme::load(None, &locale).expect("the built-in theme is sound");
    let material = Material {
        dossier,
        pages: &pages,
        user_pages: &[],
        config: &config,
        locale: &locale,
        theme: &theme,
        extra: &BTreeMap::new(),
    };
    let (site, diagnostics) = render(material).expect("the built-in templates are sound");
    assert_eq!(diagnostics, Vec::new());
    site
}

fn main() {
    println!(
        "{:>9} {:>9} {:>9} {:>11} {:>11} {:>9} {:>8} {:>7}",
        "articles", "mentions", "entities", "in articles", "across", "site", "pages", "MB"
    );
    for count in [1_000, 3_000, 10_000] {
        let mut numbers = Numbers(0x0dd5_51e7);
        let start = Instant::now();
        let analyses: Vec<Analysis> = (0..count).map(|number| article(number, count * 6, &mut numbers)).collect();
        let within = start.elapsed();
        let mentions: usize = analyses.iter().map(|analysis| analysis.mentions.len()).sum();
        let start = Instant::now();
        let dossier = assemble(analyses, &[]).0;
        let across = start.elapsed();
        let start = Instant::now();
        let site = site(&dossier);
        println!(
            "{count:>9} {mentions:>9} {:>9} {:>9.2} s {:>9.2} s {:>7.2} s {:>8} {:>7}",
            dossier.entities.len(),
            within.as_secs_f64(),
            across.as_secs_f64(),
            start.elapsed().as_secs_f64(),
            site.page_count(),
            site.files.values().map(Vec::len).sum::<usize>() / 1_000_000,
        );
    }
}
