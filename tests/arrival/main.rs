//! Sources on their way in: through the real binary, from servers on loopback that behave badly.

mod add;
mod feeds;
mod server;
mod tls;
mod web;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A dossier in a temporary folder.
pub struct Folder(TempDir);

/// How a run ended, and what it said.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Folder {
    pub fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        folder.write("dossier.toml", "title = \"Проба\"\nlanguage = \"ru\"\n");
        folder
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.0.path().join(relative)
    }

    pub fn write(&self, relative: &str, contents: impl AsRef<[u8]>) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    pub fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
    }

    /// Runs the program in the folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"")
    }

    /// The same, with something on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dossier"))
            .args(arguments)
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A program that fails early reads nothing.
        let _ = stdin.write_all(input);
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        let run = Run {
            code: output.status.code().expect("the program ends by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!run.err.contains("panicked"), "{}", run.err);
        run
    }

    /// `dossier add` that must work, and the path it printed.
    pub fn added(&self, source: &str) -> String {
        let run = self.run(&["add", "--allow-private", source]);
        assert_eq!(run.code, 0, "{}", run.err);
        let (path, _) = run.out.trim_end().split_once(": ").unwrap_or((run.out.trim_end(), ""));
        path.to_owned()
    }

    /// `dossier add` that must fail for the one source, and what it said. Nothing is left behind.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let before = self.seeds();
        let run = self.run(&[&["add"], arguments].concat());
        assert_eq!(run.code, 1, "out: {}\nerr: {}", run.out, run.err);
        assert!(run.err.contains("hint: "), "an error says what to do: {}", run.err);
        assert_eq!(self.seeds(), before);
        run.err
    }

    /// The names in `seeds/`, sidecars left out.
    pub fn seeds(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path("seeds"))
            .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
            .unwrap_or_default();
        names.retain(|name| !name.ends_with(".meta.json") && name != ".feeds.json");
        names.sort();
        names
    }

    /// The sidecar of a source.
    pub fn sidecar(&self, source: &str) -> serde_json::Value {
        serde_json::from_str(&self.read(&format!("{source}.meta.json"))).unwrap()
    }
}

/// An article about `place`, which stands so often in it that two of them share no run of five words.
pub fn article(title: &str, place: &str) -> String {
    format!(
        "{title}\n\n12 марта 2023\n\nВчера в порту {place} губернатор Игорь Лаптев {place} открыл причал, который {place} \
         строил четыре года. По словам {place} порт теперь примет {place} суда с осадкой {place} одиннадцать \
         метров.\n\nБюджету стройка {place} обошлась в 3 млрд {place} рублей. Эколог Анна Громова {place} считает, что \
         жителей {place} никто не спросил, {place} и собирает подписи.\n"
    )
}

/// The article as a web page.
pub fn page(title: &str, place: &str) -> String {
    let paragraphs: String =
        article(title, place).split("\n\n").skip(2).map(|paragraph| format!("<p>{}</p>\n", paragraph.trim())).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"ru\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><article>\n\
         <h1>{title}</h1>\n{paragraphs}</article></body></html>\n"
    )
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
