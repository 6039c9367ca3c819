//! What the search index costs to make and to ask: `cargo bench --bench search`.
//!
//! A generator makes articles of some 430 words: function words everywhere, other words by Zipf's law
//! from 60,000 lemmas with Russian endings, a dozen names in each article. They are given as the
//! analysis leaves them, so that the index alone is timed. Each size runs in a process of its own, so
//! that its peak memory is its own. Sizes are those of gzip, as the pages are served. A query fetches
//! `index.json`, the part of each of its words, a file of names, and the texts of the ten sources that it shows
//! first: all that before the first of them is seen.

#[path = "../tests/support_entities/bare.rs"]
mod bare;
#[path = "support/numbers.rs"]
mod numbers;

use std::io::Write;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use dossier::analysis::{Analysis, EntityKind, Lexemes, LocalEntity, Mention, Paragraph, Particulars, Sentence};
use dossier::config::Config;
use dossier::content::SourcePage;
use dossier::dossier::{Dossier, Entity, MentionRef, Source};
use dossier::intake::BlockKind;
use dossier::locale::Locale;
use dossier::pipeline::Languages;
use dossier::site::{Material, Searchable, Theme};
use dossier::span::Span;
use flate2::Compression;
use flate2::write::GzEncoder;
use numbers::Numbers;

const SYLLABLES: [&str; 24] = [
    "ба", "при", "ги", "до", "жа", "про", "ка", "ле", "ми", "но", "раз", "се", "ту", "фо", "пере", "че", "ста", "вы",
    "по", "на", "от", "ко", "за", "об",
];
const FUNCTION: [&str; 12] = ["и", "в", "на", "с", "по", "что", "не", "за", "из", "от", "к", "о"];
/// Endings of a class of words, that of the lemma first.
const CLASSES: [&[&str]; 5] = [
    &["ка", "ки", "ке", "ку", "кой", "ками"],
    &["ный", "ного", "ному", "ным", "ная", "ной", "ные", "ных"],
    &["ать", "ал", "ала", "али", "ает", "ают"],
    &["тор", "тора", "тору", "тором", "торы", "торов"],
    &["ние", "ния", "нию", "нием"],
];
const LEMMAS: usize = 60_000;
const OUTLETS: usize = 40;
/// Sources that the page shows at once, each with a file of texts.
const SHOWN: usize = 10;

fn stem(number: usize) -> String {
    let (mut rest, mut word) = (number.wrapping_mul(2_654_435_761) % 1_000_000_007, String::new());
    for _ in 0..3 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn entity_name(number: usize) -> String {
    format!("{} {}ев", capitalised(&stem(number % 90 + 70_000)), capitalised(&stem(number + 80_000)))
}

/// An article as the analysis leaves it, and the numbers of the entities that it names.
fn article(number: usize, entities: usize, numbers: &mut Numbers) -> (Analysis, Vec<usize>) {
    let (mut text, mut sentences, mut mentions) = (String::new(), Vec::new(), Vec::new());
    let (mut locals, mut ids): (Vec<LocalEntity>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut lines, mut of_word): (Vec<String>, Vec<u16>) = (Vec::new(), Vec::new());
    let mut paragraphs = Vec::new();
    let mut say = |difference: String, of_word: &mut Vec<u16>| {
        let at = lines.iter().position(|line| *line == difference).unwrap_or(lines.len());
        if at == lines.len() {
            lines.push(difference);
        }
        of_word.push(at as u16);
    };
    for paragraph in 0..8 {
        if paragraph > 0 {
            text.push_str("\n\n");
        }
        let begin = text.len();
        for sentence in 0..4 {
            if sentence > 0 {
                text.push(' ');
            }
            let start = text.len();
            if sentence % 3 == 0 {
                let id = numbers.rank(entities);
                let name = entity_name(id);
                let entity = ids.iter().position(|&known| known == id).unwrap_or(ids.len());
                if entity == ids.len() {
                    ids.push(id);
                    let local = LocalEntity {
                        name: name.clone(),
                        kind: EntityKind::Person,
                        reference: None,
                        id: id.to_string(),
                        joins: Vec::new(),
                        roles: Vec::new(),
                        doubts: Vec::new(),
                        particulars: Particulars::default(),
                    };
                    locals.push(local);
                }
                text.push_str(&name);
                let span = Span::new(start, text.len());
                mentions.push(Mention { span, kind: EntityKind::Person, form: name, entity, stands_for: None });
                (0..2).for_each(|_| say("0+".to_owned(), &mut of_word));
                text.push(' ');
            }
            for word in 0..12 {
                if word > 0 {
                    text.push(' ');
                }
                if numbers.below(4) == 0 {
                    text.push_str(FUNCTION[numbers.rank(FUNCTION.len())]);
                    say("0+".to_owned(), &mut of_word);
                } else {
                    let lemma = numbers.rank(LEMMAS);
                    let class = CLASSES[lemma % CLASSES.len()];
                    let ending = class[numbers.below(class.len())];
                    text.push_str(&stem(lemma));
                    text.push_str(ending);
                    say(format!("{}+{}", ending.chars().count(), class[0]), &mut of_word);
                }
            }
            text.push('.');
            sentences.push(Sentence { span: Span::new(start, text.len()), paragraph, number: sentence });
        }
        let span = Span::new(begin, text.len());
        paragraphs.push(Paragraph {
            kind: BlockKind::Paragraph,
            span,
            first_sentence: paragraph * 4,
            sentence_count: 4,
        });
    }
    let mut analysis = bare::analysis(&number.to_string(), text, sentences, mentions, locals);
    analysis.paragraphs = paragraphs;
    analysis.lexemes = Lexemes { differences: lines.iter().map(|line| format!("{line}\n")).collect(), of_word };
    (analysis, ids)
}

fn entity(number: usize, mentions: Vec<MentionRef>) -> Entity {
    Entity {
        id: number.to_string(),
        name: entity_name(number),
        kind: EntityKind::Person,
        aliases: Vec::new(),
        mentions,
        companions: Vec::new(),
        reference: None,
        joins: Vec::new(),
        doubts: Vec::new(),
        roles: Vec::new(),
        former_ids: Vec::new(),
        country: None,
        coordinates: None,
        editorial: None,
    }
}

fn page(number: usize, analysis: &Analysis) -> SourcePage {
    let first = analysis.sentences[0].span.of(&analysis.article.text);
    SourcePage {
        path: format!("content/sources/{number}.md"),
        slug: format!("article-{number}"),
        source: number,
        title: first.split(' ').take(8).collect::<Vec<_>>().join(" "),
        published: format!("20{:02}-{:02}-{:02}", 24 - number % 20, number % 12 + 1, number % 28 + 1).parse().ok(),
        authors: Vec::new(),
        outlet: Some(format!("Вестник {}", number % OUTLETS)),
        url: None,
        tags: Vec::new(),
        body: String::new(),
        body_line: 1,
        key_points: Vec::new(),
        edited: false,
    }
}

/// Megabytes of memory that this process holds, or has held at most; `None` where the system does not tell.
fn memory(what: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(what))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

fn compressed(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).expect("writing to memory succeeds");
    gzip.finish().expect("writing to memory succeeds").len()
}

fn measure(count: usize) {
    let mut numbers = Numbers(0x0dd5_51e7);
    let world = count * 3;
    let mut mentions: Vec<Vec<MentionRef>> = vec![Vec::new(); world];
    let mut sources = Vec::with_capacity(count);
    let mut pages = Vec::with_capacity(count);
    for number in 0..count {
        let (analysis, entity_of) = article(number, world, &mut numbers);
        for (place, mention) in analysis.mentions.iter().enumerate() {
            mentions[entity_of[mention.entity]].push(MentionRef { source: number, mention: place, sentence: 0 });
        }
        pages.push(page(number, &analysis));
        let (related, copies, retells) = (Vec::new(), Vec::new(), Vec::new());
        sources.push(Source { analysis, entity_of, related, copies, retells });
    }
    let entities = mentions.into_iter().enumerate().map(|(number, mentions)| entity(number, mentions)).collect();
    let dossier = Dossier { sources, entities, ..Dossier::default() };
    let config: Config = toml::from_str("title = \"Проба\"\nlanguage = \"ru\"").expect("a sound configuration");
    let locale = Arc::new(Locale::new("ru").0);
    let theme = Theme::load(None, &locale).expect("the built-in theme is sound");
    let material = Material {
        dossier: &dossier,
        pages: &pages,
        user_pages: &[],
        config: &config,
        locale: &locale,
        theme: &theme,
        grammar: &Languages,
        data: None,
    };
    // The dictionary loads on first use, in every build anyway.
    dossier::language::search::forms("порт");
    let searchable = Searchable::new(material);
    let held = memory("VmRSS:");
    let start = Instant::now();
    let index = searchable.index();
    let took = start.elapsed().as_secs_f64();
    let peak = memory("VmHWM:");
    let megabytes = held.zip(peak).map_or("-".to_owned(), |(held, peak)| format!("{:.0} MB", peak - held));

    let size = |path: &str| compressed(&index[path]);
    let all = |folder: &str| {
        let sizes: Vec<usize> = index.keys().filter(|path| path.starts_with(folder)).map(|path| size(path)).collect();
        (sizes.len(), sizes.iter().sum::<usize>(), sizes.iter().max().copied().unwrap_or_default())
    };
    let (root, words, places) = (size("search/index.json"), all("search/words/"), all("search/places/"));
    let (texts, names) = (all("search/texts/"), all("search/names/"));
    let shown = SHOWN * texts.1 / texts.0 + names.2;
    let kilobytes = |bytes: usize| format!("{:.0} KB", bytes as f64 / 1000.0);
    let query = |words_in_it: usize| kilobytes(root + words_in_it * words.1 / words.0 + shown);
    println!(
        "{count:>9} {took:>7.2} s {megabytes:>8} {:>9} {:>6} × {:>7} {:>9} {:>9} {:>9} {:>9} {:>10}",
        kilobytes(root),
        words.0,
        kilobytes(words.1 / words.0),
        kilobytes(words.2),
        query(1),
        query(3),
        kilobytes(root + 3 * words.2 + shown),
        kilobytes(words.1 + places.1),
    );
}

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if let [size] = sizes[..] {
        return measure(size);
    }
    println!(
        "{:>9} {:>9} {:>8} {:>9} {:>16} {:>9} {:>9} {:>9} {:>9} {:>10}",
        "articles", "time", "memory", "root", "parts", "largest", "1 word", "3 words", "3 worst", "all parts"
    );
    for size in ["1000", "10000"] {
        let program = std::env::current_exe().expect("the benchmark's own path");
        let status = Command::new(program).arg(size).status().expect("the benchmark runs itself");
        assert!(status.success());
    }
}
