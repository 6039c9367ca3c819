//! What is fuzzed, and what with.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use dossier::analysis::{self, analyse};
use dossier::calendar::find_printed;
use dossier::intake::{self, Options, decode, normalise, read_bytes_as};
use dossier::language;
use dossier::pipeline::{self, Request};

/// One thing that reads what strangers wrote.
pub struct Target {
    pub name: &'static str,
    /// Files and folders with seeds, below the repository.
    seeds: &'static [&'static str],
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "html", seeds: &["tests/data/html"], run: |input| read("a.html", input) },
    Target { name: "mhtml", seeds: &["tests/data/formats/page.mhtml"], run: |input| read("a.mhtml", input) },
    Target {
        name: "eml",
        seeds: &["tests/data/formats/newsletter.eml", "tests/data/formats/forwarded.eml"],
        run: |input| read("a.eml", input),
    },
    Target { name: "docx", seeds: &["tests/data/formats/spravka.docx"], run: docx },
    Target { name: "pdf", seeds: &["tests/data/formats/report.pdf"], run: |input| read("a.pdf", input) },
    Target {
        name: "feed",
        seeds: &["tests/data/formats/feed.rss", "tests/data/formats/feed.atom"],
        run: |input| {
            read("a.xml", input);
            drop(dossier::arrival::Feed::parse(input, None, "https://a.example/"));
        },
    },
    Target { name: "telegram", seeds: &["tests/data/formats/result.json"], run: |input| read("result.json", input) },
    Target {
        name: "csv",
        seeds: &["tests/data/formats/articles.csv"],
        run: |input| {
            read("a.csv", input);
            read("a.tsv", input);
        },
    },
    Target {
        name: "jsonl",
        seeds: &["tests/data/formats/dump.json"],
        run: |input| {
            read("a.jsonl", input);
            read("a.json", input);
        },
    },
    Target { name: "csl", seeds: &["tests/data/formats/zotero"], run: csl },
    Target {
        name: "front-matter",
        seeds: &["tests/data/formats/obsidian.md", "tests/data/formats/markdownload.md"],
        run: |input| read("a.md", input),
    },
    Target {
        name: "cleaner",
        seeds: &["tests/data/intake", "tests/data/articles", "seeds"],
        run: |input| read("a.txt", input),
    },
    Target {
        name: "encodings",
        seeds: &["tests/data/articles", "tests/data/formats"],
        run: |input| {
            if let Ok(decoded) = decode(input) {
                normalise(&decoded.text);
            }
        },
    },
    Target { name: "sentences", seeds: &["tests/data/sentences", "tests/data/articles"], run: sentences },
    Target { name: "dates", seeds: &["tests/data/articles", "tests/data/intake/wires", "seeds"], run: dates },
    Target { name: "analysis", seeds: &["tests/data/articles", "seeds"], run: analysed },
    Target { name: "markdown", seeds: &["content", "README.md", "tests/data/formats/obsidian.md"], run: page },
];

impl Target {
    /// The seeds, in order of their paths.
    pub fn seeds(&self) -> Vec<Vec<u8>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = |path: &PathBuf| {
            walkdir::WalkDir::new(path).sort_by_file_name().into_iter().flatten().filter(|it| it.file_type().is_file())
        };
        let own = root.join("fuzz/seeds").join(self.name);
        let paths: Vec<PathBuf> = self.seeds.iter().map(|path| root.join(path)).chain([own]).collect();
        paths.iter().flat_map(files).filter_map(|entry| std::fs::read(entry.path()).ok()).collect()
    }
}

/// Every line of what was read is an article's or named: nothing here asks for more than no panic.
fn read(name: &str, input: &[u8]) {
    for raw in [false, true] {
        let options = Options { raw, ..Options::default() };
        let (articles, _) = read_bytes_as(name, input, &options, None);
        for article in articles {
            for block in &article.blocks {
                assert!(!block.span.of(&article.text).is_empty());
            }
            let dateline = article.dateline.map(|dateline| dateline.span.of(&article.text).to_owned());
            assert!(dateline.is_none_or(|dateline| !dateline.is_empty()));
        }
    }
}

/// The archive as it is; and with its document damaged in a sound archive.
fn docx(input: &[u8]) {
    read("a.docx", input);
    let seed = include_bytes!("../tests/data/formats/spravka.docx");
    let mut archive = zip::ZipArchive::new(Cursor::new(seed.as_slice())).expect("the seed is sound");
    let mut xml = Vec::new();
    archive.by_name("word/document.xml").expect("the seed has it").read_to_end(&mut xml).expect("and it can be read");
    // What was damaged in the archive's bytes is damaged at the same places of the document.
    for (at, (damaged, sound)) in input.iter().zip(seed.iter()).enumerate().take(xml.len()) {
        xml[at] ^= damaged ^ sound;
    }
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    packed.start_file("word/document.xml", options).expect("memory can be written");
    packed.write_all(&xml).expect("memory can be written");
    read("a.docx", packed.finish().expect("memory can be written").get_ref());
}

/// A library's export beside a text.
fn csl(input: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let text = folder.path().join("port-strike.txt");
    std::fs::write(&text, include_bytes!("../tests/data/formats/zotero/port-strike.txt")).expect("it can be written");
    std::fs::write(folder.path().join("port-strike.json"), input).expect("it can be written");
    drop(intake::read_file(folder.path(), &text, false));
}

fn sentences(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let text = intake::normalise(text.get(..50_000.min(text.len())).unwrap_or_default());
    for code in ["ru", "en", "uk", "kk"] {
        let parsed = language::pack(code).parse(&text);
        let mut end = 0;
        for sentence in parsed.sentences {
            assert!(sentence.start >= end && !sentence.of(&text).trim().is_empty());
            end = sentence.end;
        }
    }
}

fn dates(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let text = text.get(..50_000.min(text.len())).unwrap_or_default();
    for found in find_printed(text) {
        assert!(!found.span.of(text).is_empty());
    }
    for code in ["ru", "en", "uk", "kk"] {
        let whole = [dossier::span::Span::new(0, text.len())];
        let found = language::find_dates(text, &whole, code, jiff::civil::Date::new(2024, 2, 29).ok());
        assert!(found.iter().all(|date| !date.span.of(text).is_empty()));
    }
}

/// A text through all that is found in one.
fn analysed(input: &[u8]) {
    let input = &input[..input.len().min(20_000)];
    let (articles, _) = intake::read_bytes("a.txt", input, true);
    for article in articles {
        let found = analyse(article, analysis::Options::default());
        dossier::export::analysis_line(&found);
    }
}

/// A page in `content/`, through front matter, Markdown and templates to the site.
///
/// The folder stays from one input to the next with nothing in it but what the program remembers of its only source,
/// whose analysis is no different for any input.
fn page(input: &[u8]) {
    static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder");
        put(folder.path(), "dossier.toml", b"title = \"a\"\nlanguage = \"ru\"\n");
        put(folder.path(), "seeds/a.txt", include_bytes!("../tests/data/articles/wire.txt"));
        folder
    });
    // What a whole megabyte costs is a question of its own; more inputs find more.
    let input = &input[..input.len().min(100_000)];
    let root = FOLDER.path();
    let own = std::fs::read_dir(root.join(".dossier")).into_iter().flatten().flatten().map(|entry| entry.path());
    let left = own.filter(|path| !path.ends_with("cache"));
    for path in left.chain(["content", "public"].map(|name| root.join(name))) {
        drop(std::fs::remove_dir_all(&path).or_else(|_| std::fs::remove_file(&path)));
    }
    for path in ["content/note.md", "content/sources/a.md", "content/entities/a.md"] {
        put(root, path, input);
    }
    let request = Request { root: root.to_owned(), out: root.join("public"), base_url: None };
    drop(pipeline::build(&request));
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
    std::fs::write(path, bytes).expect("it can be written");
}
