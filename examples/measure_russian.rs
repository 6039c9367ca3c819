//! Measures how fast Russian text is taken apart, on one thread, each text once.
//!
//! ```text
//! cargo build --release --example measure_russian
//! target/release/examples/measure_russian tests/data/names/{news,wires,check,held_out_a,held_out_b}.txt
//! OMP_NUM_THREADS=1 python examples/measure_natasha.py tests/data/names/{news,wires,check,held_out_a,held_out_b}.txt
//! ```
//!
//! Texts in a file may be separated by lines of `===`; marks of labelled names are removed. Prints how long
//! loading takes, tokens a second for each stage and for the whole, and the process's peak memory
//! (Linux). The script beside it prints the same for Natasha; run both in turn and compare ratios.

use std::hint::black_box;
use std::time::{Duration, Instant};

use dossier::language::ru::tagger::{self, Tagger};
use dossier::language::ru::{analyse, names, nominative, sentences::sentences, tokens::tokens};

fn main() -> std::io::Result<()> {
    let mut texts = Vec::new();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(path)?;
        let text = ["[[PER ", "[[LOC ", "[[ORG ", "]]"].iter().fold(text, |text, mark| text.replace(mark, ""));
        texts.extend(text.split("\n===\n").map(str::to_owned));
    }
    let (_, loading) = timed(Tagger::shared);
    println!("loading the tagger: {:.1} ms", loading.as_secs_f64() * 1e3);
    // What Natasha's segmenter and name tagger do.
    let mut count = 0;
    let (_, tagging) = timed(|| {
        for text in &texts {
            let tokens = tokens(text);
            count += tokens.len();
            let tags = Tagger::shared().tag(tokens.iter().map(|token| token.of(text)));
            black_box((sentences(text), tagger::names(&tags)));
        }
    });
    println!("{} texts, {count} tokens", texts.len());
    let speed = |spent: Duration| count as f64 / spent.as_secs_f64();
    println!("{:>26}: {:9.0} tokens a second", "segments and tagger alone", speed(tagging));

    let (_, first) = timed(|| dossier::language::pack("ru").parse("Река вскрылась под Псковом."));
    println!("first sentence, dictionary and tables included: {:.1} ms", first.as_secs_f64() * 1e3);
    let (_, whole) = timed(|| {
        for text in &texts {
            black_box(dossier::language::pack("ru").parse(text));
        }
    });
    println!("{:>26}: {:9.0} tokens a second", "all of it", speed(whole));

    let mut stages =
        ["tokens", "sentences", "readings and lemmas", "names", "nominatives"].map(|name| (name, Duration::ZERO));
    for text in &texts {
        let (tokens, spent) = timed(|| tokens(text));
        stages[0].1 += spent;
        let (sentences, spent) = timed(|| sentences(text));
        stages[1].1 += spent;
        let (analysed, spent) = timed(|| analyse(text, &tokens, &sentences));
        stages[2].1 += spent;
        let (found, spent) = timed(|| names::find(text, &tokens, &analysed));
        stages[3].1 += spent;
        stages[4].1 += timed(|| black_box(nominative::nominatives(text, &analysed, &found))).1;
    }
    for (name, spent) in stages {
        println!("{name:>26}: {:9.0} tokens a second", speed(spent));
    }
    if let Some(peak) = peak_memory() {
        println!("peak memory: {peak}");
    }
    Ok(())
}

/// The most memory that the process has had, as Linux tells it.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(|peak| peak.trim().to_owned())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}
