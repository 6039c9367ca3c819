//! Measures how fast Russian text is taken apart, on one thread.
//!
//! ```text
//! cargo run --release --example measure_russian -- tests/data/names/*.txt seeds/*.txt
//! ```
//!
//! Documents in a file may be separated by lines of `===`; marks of labelled names are removed. Prints how
//! long loading takes, and tokens a second for each stage.

use std::hint::black_box;
use std::time::{Duration, Instant};

use dossier::language::ru::tagger::Tagger;
use dossier::language::ru::{analyse, names, nominative, sentences::sentences, tokens::tokens};

const ROUNDS: usize = 5;

fn main() -> std::io::Result<()> {
    let mut documents = Vec::new();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(path)?;
        let text = ["[[PER ", "[[LOC ", "[[ORG ", "]]"].iter().fold(text, |text, mark| text.replace(mark, ""));
        documents.extend(text.split("\n===\n").map(str::to_owned));
    }
    let (_, loading) = timed(Tagger::load);
    println!("loading the tagger: {:.1} ms", loading.as_secs_f64() * 1e3);
    let (_, first) = timed(|| dossier::language::pack("ru").parse("Река вскрылась под Псковом."));
    println!("first sentence, dictionary and tables included: {:.1} ms", first.as_secs_f64() * 1e3);

    let mut count = 0;
    let mut stages = [
        ("tokens", Duration::ZERO),
        ("sentences", Duration::ZERO),
        ("lemmas and forms", Duration::ZERO),
        ("names, tagger alone", Duration::ZERO),
        ("names, with rules", Duration::ZERO),
        ("nominatives", Duration::ZERO),
    ];
    for text in documents.iter().cycle().take(ROUNDS * documents.len()) {
        let (tokens, spent) = timed(|| tokens(text));
        stages[0].1 += spent;
        count += tokens.len();
        let (sentences, spent) = timed(|| sentences(text));
        stages[1].1 += spent;
        let (analysed, spent) = timed(|| analyse(text, &tokens, &sentences));
        stages[2].1 += spent;
        stages[3].1 += timed(|| black_box(Tagger::shared().tag(tokens.iter().map(|token| token.of(text))))).1;
        let (found, spent) = timed(|| names::find(text, &tokens, &analysed));
        stages[4].1 += spent;
        stages[5].1 += timed(|| black_box(nominative::nominatives(text, &analysed, &found))).1;
    }
    println!("{} documents, {} tokens, {ROUNDS} rounds", documents.len(), count / ROUNDS);
    for (name, spent) in stages {
        println!("{name:>20}: {:9.0} tokens a second", count as f64 / spent.as_secs_f64());
    }
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}
