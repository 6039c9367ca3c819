//! How telling who is who grows with the articles: `cargo bench --bench entities`.
//!
//! A generator makes articles with realistic repetition: few people are named everywhere, most hardly
//! ever (Zipf's law), and the world grows with the articles. An article gives a person's full name once
//! and then a short form; people share family names, some articles know a surname or initials only;
//! companies are introduced with an abbreviation; countries and their ministries are everywhere. Each
//! size runs in a process of its own, so that its peak memory is its own.

#[path = "../tests/support_entities/bare.rs"]
mod bare;
#[path = "support/numbers.rs"]
mod numbers;

use std::process::Command;
use std::time::Instant;

use dossier::analysis::{Analysis, Role, Sentence, Terms, entities};
use dossier::dossier::assemble;
use dossier::language::{EntityKind, Name};
use dossier::span::Span;
use numbers::Numbers;

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
/// Family names that many bear.
const USUAL: &[&str] = &["Иванов", "Петров", "Смирнов", "Ким", "Ахметов", "Попов", "Ли", "Волков"];
const COUNTRIES: &[&str] = &["Казахстан", "Россия", "РФ", "США", "Китай", "КНР", "Турция", "Узбекистан", "Москва"];
const BODIES: &[&str] =
    &["МИД", "Минфин", "Министерство обороны России", "МВД Казахстана", "Генпрокуратура", "ЕС", "ООН"];
const ROLES: &[&str] = &["министр", "депутат", "директор завода", "политолог", "глава района", "тренер сборной"];
/// Words that an article is about.
const TERMS: usize = 120;

/// A word that looks like a name, the same for the same number.
fn word(number: usize, syllables: usize) -> String {
    let (mut rest, mut word) = (number.wrapping_mul(2_654_435_761) % 1_000_000_007, String::new());
    for _ in 0..syllables {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// First name and family name of a person. Three people share a family name, some of them both names.
fn person(number: usize) -> (&'static str, String) {
    let family = number / 3;
    if family % 40 == 7 {
        return (GIVEN[number.wrapping_mul(7) % GIVEN.len()], USUAL[family / 40 % USUAL.len()].to_owned());
    }
    let surname = format!("{}{}", capitalised(&word(family, 4)), ["нов", "дзе", "ко", "рян", "лин"][family % 5]);
    (GIVEN[number.wrapping_mul(7) % GIVEN.len()], surname)
}

/// An article under construction.
#[derive(Default)]
struct Draft {
    text: String,
    names: Vec<Name>,
}

impl Draft {
    fn name(&mut self, form: String, kind: EntityKind, after: &str) {
        let start = self.text.len();
        self.text.push_str(&form);
        self.names.push(Name { span: Span::new(start, self.text.len()), kind, form });
        self.text.push_str(after);
    }

    fn person(&mut self, number: usize, numbers: &mut Numbers) {
        let (given, surname) = person(number);
        let initial = given.chars().next().unwrap_or('А');
        match numbers.below(10) {
            0 => self.name(surname.clone(), EntityKind::Person, " сказал. "),
            1 => self.name(format!("{initial}. {surname}"), EntityKind::Person, " сказал. "),
            2 => self.name(format!("{given} {surname}").replace('ё', "е"), EntityKind::Person, " сказал. "),
            _ => self.name(format!("{given} {surname}"), EntityKind::Person, " сказал. "),
        }
        if numbers.below(3) > 0 {
            self.name(surname, EntityKind::Person, " добавил. ");
        }
    }

    fn company(&mut self, number: usize, numbers: &mut Numbers) {
        let words = [word(number, 3), word(number + 1, 3), word(number / 2, 2)];
        let short: String = words.iter().filter_map(|word| capitalised(word).chars().next()).collect();
        let long = format!("{} {} {}", capitalised(&words[0]), words[1], words[2]);
        match numbers.below(6) {
            0 => {
                self.name(long, EntityKind::Organization, " (");
                self.name(short, EntityKind::Organization, ") ответила. ");
            }
            1 => self.name(short, EntityKind::Organization, " ответила. "),
            2 => self.name(format!("ООО «{long}»"), EntityKind::Organization, " ответила. "),
            _ => self.name(long, EntityKind::Organization, " ответила. "),
        }
    }
}

fn article(number: usize, things: usize, numbers: &mut Numbers) -> Analysis {
    let mut draft = Draft::default();
    let mut sentences = Vec::new();
    for _ in 0..8 {
        let start = draft.text.len();
        draft.person(numbers.rank(things), numbers);
        draft.company(numbers.rank(things / 2), numbers);
        draft.name(COUNTRIES[numbers.below(COUNTRIES.len())].to_owned(), EntityKind::Place, " ждёт. ");
        draft.name(BODIES[numbers.below(BODIES.len())].to_owned(), EntityKind::Organization, " молчит. ");
        let town = capitalised(&word(numbers.rank(things / 4) + 31, 3));
        draft.name(town, EntityKind::Place, " растёт. ");
        sentences.push(Sentence { span: Span::new(start, draft.text.len()), paragraph: 0, number: sentences.len() });
    }
    let (mentions, mut entities) = entities::resolve(&draft.text, &draft.names, "ru");
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        let text = ROLES[numbers.below(ROLES.len())].to_owned();
        entity.roles.push(Role { text, span: Span::new(0, 1), sentence: 0 });
    }
    let mut analysis = bare::analysis(&number.to_string(), draft.text, sentences, mentions, entities);
    let lemmas: Vec<String> = (0..TERMS).map(|_| word(numbers.rank(60_000), 4)).collect();
    analysis.terms = Terms::new(&lemmas.iter().map(|lemma| (lemma.as_str(), 1)).collect());
    analysis
}

/// Megabytes of memory that this process has held at most; `None` where the system does not tell.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

fn measure(count: usize) {
    let mut numbers = Numbers(0x0dd5_51e7);
    let start = Instant::now();
    let analyses: Vec<Analysis> = (0..count).map(|number| article(number, count * 5, &mut numbers)).collect();
    let within = start.elapsed().as_secs_f64();
    let mentions: usize = analyses.iter().map(|analysis| analysis.mentions.len()).sum();
    let before = peak_memory();
    let start = Instant::now();
    let dossier = assemble(analyses, &[]).0;
    let across = start.elapsed().as_secs_f64();
    let memory = |size: Option<f64>| size.map_or("-".to_owned(), |size| format!("{size:.0} MB"));
    println!(
        "{count:>9} {mentions:>9} {:>9} {within:>9.2} s {across:>9.2} s {:>12} {:>12}",
        dossier.entities.len(),
        memory(before),
        memory(peak_memory()),
    );
}

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if let [size] = sizes[..] {
        return measure(size);
    }
    println!(
        "{:>9} {:>9} {:>9} {:>11} {:>11} {:>12} {:>12}",
        "articles", "mentions", "entities", "in articles", "across", "articles", "peak"
    );
    for size in ["1000", "3000", "10000"] {
        let program = std::env::current_exe().expect("the benchmark's own path");
        let status = Command::new(program).arg(size).status().expect("the benchmark runs itself");
        assert!(status.success());
    }
}
