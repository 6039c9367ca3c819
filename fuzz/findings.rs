//! What a run found: the inputs that matter, on disk before anything can go wrong with them.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Seconds after which an input is taken to have no end.
const ENDLESS: u64 = 300;
/// KiB by which an input must raise the peak of memory to be kept.
const MEMORY_STEP: u64 = 32 << 10;

/// The findings of one run.
pub struct Findings {
    name: &'static str,
    number: u64,
    folder: PathBuf,
    inputs: Arc<AtomicU64>,
    slowest: Duration,
    peak: u64,
    /// Where panics came from, each kept once.
    places: BTreeSet<String>,
    slow: usize,
    last_panic: Arc<Mutex<String>>,
}

impl Findings {
    /// Of the target `name` and the sequence `number`. Watches for inputs without end from now on.
    pub fn new(name: &'static str, number: u64) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/findings");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        let last_panic = Arc::new(Mutex::new(String::new()));
        let place = Arc::clone(&last_panic);
        std::panic::set_hook(Box::new(move |panic| {
            let told = panic.location().map_or_else(|| "nowhere".to_owned(), ToString::to_string);
            *place.lock().unwrap_or_else(PoisonError::into_inner) = format!("{told}: {panic}").replace('\n', " ");
        }));
        let inputs = Arc::new(AtomicU64::new(0));
        let findings = Self {
            name,
            number,
            folder,
            inputs,
            slowest: Duration::ZERO,
            peak: 0,
            places: BTreeSet::new(),
            slow: 0,
            last_panic,
        };
        findings.watch();
        findings
    }

    /// Ends the program when one input has no end; the input is then in the folder.
    fn watch(&self) {
        let (inputs, current) = (Arc::clone(&self.inputs), self.current());
        let endless = self.folder.join(format!("{}-{}-endless.bin", self.name, self.number));
        std::thread::spawn(move || {
            let (mut seen, mut since) = (u64::MAX, 0);
            loop {
                std::thread::sleep(Duration::from_secs(1));
                let now = inputs.load(Ordering::Relaxed);
                since = if now == seen { since + 1 } else { 0 };
                seen = now;
                if since >= ENDLESS {
                    eprintln!("input {now} has no end: {}", endless.display());
                    let _ = std::fs::rename(&current, &endless);
                    std::process::exit(1);
                }
            }
        });
    }

    /// The input that is being read: it stays here when the program is ended.
    fn current(&self) -> PathBuf {
        self.folder.join(format!("{}-{}-current.bin", self.name, self.number))
    }

    /// Before an input is read.
    pub fn begin(&mut self, input: &[u8]) {
        std::fs::write(self.current(), input).expect("the input can be written");
    }

    /// After an input was read.
    pub fn end(&mut self, input: &[u8], panicked: bool, took: Duration, limit: Duration) {
        let number = self.inputs.fetch_add(1, Ordering::Relaxed) + 1;
        if panicked {
            let place = self.last_panic.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let known = place.split_whitespace().next().unwrap_or_default().to_owned();
            if self.places.insert(known) {
                println!("{}: input {number} panics: {place}: {}", self.name, self.keep(&format!("{number:x}"), input));
            }
        } else if took > limit {
            self.slow += 1;
            if self.slow <= 10 {
                println!(
                    "{}: input {number} takes {took:.1?}: {}",
                    self.name,
                    self.keep(&format!("{number:x}"), input)
                );
            }
        }
        if took > self.slowest {
            self.slowest = took;
            self.keep("slowest", input);
        }
        let peak = peak_memory().unwrap_or(0);
        if peak > self.peak + MEMORY_STEP {
            self.peak = peak;
            self.keep("memory", input);
        }
    }

    fn keep(&self, what: &str, input: &[u8]) -> String {
        let path = self.folder.join(format!("{}-{}-{what}.bin", self.name, self.number));
        std::fs::write(&path, input).expect("the finding can be written");
        path.display().to_string()
    }

    /// The line of the report, and how many findings there were.
    pub fn finish(self, time: Duration) -> (String, usize) {
        let _ = std::fs::remove_file(self.current());
        let count = self.places.len() + self.slow;
        let summary = format!(
            "{} (sequence {}): {} inputs in {time:.0?}, slowest {:.2?}, at most {} MiB in memory, {} panics, {} too slow",
            self.name,
            self.number,
            self.inputs.load(Ordering::Relaxed),
            self.slowest,
            peak_memory().unwrap_or(0) >> 10,
            self.places.len(),
            self.slow,
        );
        let report = std::fs::OpenOptions::new().create(true).append(true).open(self.folder.join("report.txt"));
        let written = report.and_then(|mut report| writeln!(report, "{summary}"));
        written.expect("the report can be written");
        (summary, count)
    }
}

/// Processor time of all threads of the process, in hundredths of a second, where the system tells; else the time
/// since the first call.
pub fn processor_time() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    let told = std::fs::read_to_string("/proc/self/stat").ok().and_then(|stat| {
        // The program's name may have spaces in it, and ends at the last bracket.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at)?.parse::<u64>().ok();
        Some(Duration::from_millis(10 * (ticks(11)? + ticks(12)?)))
    });
    told.unwrap_or_else(|| BEGUN.elapsed())
}

/// KiB that the process has had in memory at most, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
