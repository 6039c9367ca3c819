//! Throws damaged input at everything that reads what strangers wrote.
//!
//! ```console
//! $ ulimit -v 4000000; cargo run --release --example fuzz -- html 600     # one target, seconds
//! $ cargo run --release --example fuzz -- html fuzz/findings/html-1f2e.bin # a finding once more
//! ```
//!
//! Plain mutation on the stable toolchain: seeds are spliced, cut, repeated and sown with pieces that such formats
//! are made of. The sequence depends on the target's name and `FUZZ_SEED` alone. An input that panics, takes more
//! than [`SLOWEST`], or ends the program is a finding, and written to `fuzz/findings/` with the slowest one and the
//! one that took most memory; `report.txt` there has a line for each run.

mod findings;
mod mutate;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use findings::{Findings, processor_time};
use mutate::Mutator;
use targets::TARGETS;

/// Processor time that no input of at most [`mutate::LARGEST`] may take.
const SLOWEST: Duration = Duration::from_secs(10);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, what] = arguments.as_slice() else {
        let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        eprintln!("usage: fuzz TARGET SECONDS|FILE\ntargets: {}", names.join(" "));
        return ExitCode::from(2);
    };
    let Some(target) = TARGETS.iter().find(|target| target.name == name) else {
        eprintln!("there is no target {name}");
        return ExitCode::from(2);
    };
    match what.parse::<u64>() {
        Ok(seconds) => run(target, Duration::from_secs(seconds)),
        Err(_) => {
            let input = std::fs::read(what).expect("the file can be read");
            let begun = processor_time();
            (target.run)(&input);
            println!("{name}: {} bytes in {:.2?}", input.len(), processor_time().saturating_sub(begun));
            ExitCode::SUCCESS
        }
    }
}

fn run(target: &targets::Target, time: Duration) -> ExitCode {
    let seeds = target.seeds();
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    let number = std::env::var("FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let mut mutator = Mutator::new(target.name, number, seeds);
    let mut findings = Findings::new(target.name, number);
    let begun = Instant::now();
    while begun.elapsed() < time {
        let input = mutator.next();
        findings.begin(&input);
        let started = processor_time();
        let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(&input)));
        let took = processor_time().saturating_sub(started);
        findings.end(&input, outcome.is_err(), took, SLOWEST);
    }
    let (summary, count) = findings.finish(begun.elapsed());
    println!("{summary}");
    if count == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
