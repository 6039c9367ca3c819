//! Throws damaged input at everything that reads what strangers wrote.
//!
//! ```console
//! $ ulimit -v 4000000; cargo run --release --example fuzz -- html 600     # one target, seconds
//! $ cargo run --release --example fuzz -- html fuzz/findings/html-1f2e.bin # a finding once more
//! ```
//!
//! Plain mutation on the stable toolchain: seeds are spliced, cut, repeated and sown with pieces that such formats
//! are made of. The sequence depends on the target's name and `FUZZ_SEED` alone. An input that panics, or takes more
//! than [`SLOWEST`], ends the run and is written to `fuzz/findings/`.

mod mutate;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use mutate::Mutator;
use targets::TARGETS;

/// No input of at most [`mutate::LARGEST`] may take longer.
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
            let begun = Instant::now();
            (target.run)(&input);
            println!("{name}: {} bytes in {:.2?}", input.len(), begun.elapsed());
            ExitCode::SUCCESS
        }
    }
}

fn run(target: &targets::Target, time: Duration) -> ExitCode {
    let seeds = target.seeds();
    assert!(!seeds.is_empty(), "{} has no seeds", target.name);
    let number = std::env::var("FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let mut mutator = Mutator::new(target.name, number, seeds);
    let begun = Instant::now();
    let (mut inputs, mut slowest) = (0_u64, Duration::ZERO);
    while begun.elapsed() < time {
        let input = mutator.next();
        let started = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(&input)));
        let took = started.elapsed();
        inputs += 1;
        slowest = slowest.max(took);
        if outcome.is_err() || took > SLOWEST {
            let path = keep(target.name, inputs, &input);
            println!(
                "{}: input {inputs} {}: {path}",
                target.name,
                if outcome.is_err() { "panics" } else { "is too slow" }
            );
            return ExitCode::FAILURE;
        }
    }
    println!(
        "{}: {inputs} inputs in {:.0?}, slowest {slowest:.2?}, at most {} MiB in memory, no findings",
        target.name,
        begun.elapsed(),
        peak_memory().unwrap_or(0) >> 10,
    );
    ExitCode::SUCCESS
}

fn keep(name: &str, number: u64, input: &[u8]) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/findings");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let path = folder.join(format!("{name}-{number:x}.bin"));
    std::fs::write(&path, input).expect("the finding can be written");
    path.display().to_string()
}

/// KiB that the process has had in memory at most, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
