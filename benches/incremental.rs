//! What remembering is worth: `cargo bench --bench incremental [-- COUNT…]`.
//!
//! Makes dossiers of COUNT articles (1,000 unless told), 300 to 900 words each, in which names repeat as
//! in news (Zipf's law) and one article in ten is a reprint of another; then builds each from nothing,
//! again without a change, and again with one new article. Compare figures of one run only.

#[path = "support/numbers.rs"]
mod numbers;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use dossier::pipeline::{self, Request};
use numbers::Numbers;

const SYLLABLES: [&str; 12] = ["ба", "ве", "ги", "до", "за", "ка", "ле", "ми", "но", "ра", "се", "ту"];
const GIVEN: [&str; 8] = ["Иван", "Марат", "Ержан", "Олег", "Андрей", "Павел", "Виктор", "Роман"];
const SENTENCES: [&str; 10] = [
    "{P} заявил в {C}, что {n} млрд рублей пойдут на {w} и {w}.",
    "По словам {p}, {w} в {C} откроют {d} апреля 2023 года.",
    "«Мы не ждали, что {w} обойдётся так дорого», – сказал {P}.",
    "Компания «{c}» увеличила {w} на {n}%, сообщил директор {P}.",
    "В {C} рассчитывают на {w}, но {w} откладывают уже {n} лет.",
    "Эксперты считают {w} причиной того, что {w} подорожала.",
    "Суд в {C} отклонил жалобу компании «{c}» на {w}.",
    "{P} и {P} обсудили {w} и договорились продолжить переговоры.",
    "За год {w} выросла на {n}%, а {w} сократилась вдвое.",
    "Жители {C} просят {p} вернуть {w} и отменить {w}.",
];

fn word(mut number: usize, ending: &str) -> String {
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    word + ending
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn article(count: usize, numbers: &mut Numbers) -> String {
    let person = numbers.rank(count);
    let mut text = format!("{} назвал срок\n\n{} марта 2023\n\n", capital(&word(person, "ов")), 1 + numbers.below(28));
    let length = 20 + numbers.below(40);
    for number in 0..length {
        let mut rest = SENTENCES[numbers.below(SENTENCES.len())];
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let rank = numbers.rank(count);
            match &after[..1] {
                "P" => write!(text, "{} {}", GIVEN[rank % GIVEN.len()], capital(&word(rank, "ов"))),
                "p" => write!(text, "{}", capital(&word(rank, "ова"))),
                "C" => write!(text, "{}", ["Астане", "Москве", "Омске", "Алма-Ате", "Казани", "Томске"][rank % 6]),
                "c" => write!(text, "{}", capital(&word(rank + 5, "рос"))),
                "w" => write!(text, "{}", word(numbers.below(3000), "ку")),
                _ => write!(text, "{}", 2 + numbers.below(27)),
            }
            .expect("a string takes everything");
            rest = &after[2..];
        }
        text.push_str(rest);
        text.push_str(if number % 4 == 3 { "\n\n" } else { " " });
    }
    text
}

fn build(root: &Path, what: &str) -> Duration {
    let request = Request { root: root.to_owned(), out: root.join("public"), base_url: None };
    let begun = Instant::now();
    let built = pipeline::build(&request).expect("the dossier is sound");
    let whole = begun.elapsed();
    let stages: String = built.timings.stages().iter().fold(String::new(), |mut line, (stage, time)| {
        write!(line, " {} {:.2}", stage.name(), time.as_secs_f64()).expect("a string takes everything");
        line
    });
    println!(
        "{:>7} {what:<16} {:>7.2} s ({} remembered;{stages})",
        built.sources,
        whole.as_secs_f64(),
        built.remembered
    );
    whole
}

fn main() {
    let counts: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    for count in if counts.is_empty() { vec![1000] } else { counts } {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let root = folder.path();
        fs::write(root.join("dossier.toml"), "title = \"Проба\"\nlanguage = \"ru\"\n").expect("writing");
        fs::create_dir(root.join("seeds")).expect("writing");
        let mut numbers = Numbers(0x0dd5_51e7);
        let mut last = String::new();
        for number in 0..count {
            let text = match number % 10 {
                9 => last.replace("рублей", "тенге"),
                _ => article(count, &mut numbers),
            };
            fs::write(root.join(format!("seeds/{number:05}.txt")), &text).expect("writing");
            last = text;
        }
        build(root, "from nothing");
        build(root, "nothing changed");
        fs::write(root.join("seeds/new.txt"), article(count, &mut numbers)).expect("writing");
        build(root, "one new");
    }
}
