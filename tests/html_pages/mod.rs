//! Saved pages with their articles marked, and how well an article read from one agrees.
//!
//! A page starts with `@key: value` lines (`title`, `published`, `modified`, `authors`, `outlet`, `url`;
//! `none` where the page does not say it; `day` where only the day of publication is certain; `encoding`;
//! `container: mhtml` with `saved` and `url` for a page that the browser wraps), then a blank line and the page as it
//! was saved, with `⟦` and `⟧` round what belongs to the article. Scored as the field does: F1 over runs of four
//! words, each counted as often as it stands there. Noise is what else the page shows, block by block.

pub mod names;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use dossier::intake::{Article, read_bytes};

/// A marked page.
pub struct Page {
    pub name: String,
    expected: BTreeMap<String, String>,
    marked: String,
}

impl Page {
    /// The bytes as a browser saved them.
    pub fn bytes(&self) -> Vec<u8> {
        let page = self.marked.replace(['⟦', '⟧'], "");
        let bytes = match self.expected.get("encoding") {
            Some(label) => encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(&page).0.into_owned(),
            None => page.into_bytes(),
        };
        match self.expected.get("container").map(String::as_str) {
            Some("mhtml") => self.wrapped(&bytes),
            _ => bytes,
        }
    }

    /// The page in a message, as Chromium saves it.
    fn wrapped(&self, page: &[u8]) -> Vec<u8> {
        let (saved, url) = (&self.expected["saved"], &self.expected["url"]);
        let head = format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nDate: {saved}\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--x----\"\r\n\
             \r\n\r\n------MultipartBoundary--x----\r\nContent-Type: text/html\r\n\
             Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {url}\r\n\r\n"
        );
        let mut wrapped = head.into_bytes();
        for line in page.chunks(24) {
            wrapped.extend(line.iter().flat_map(|byte| format!("={byte:02X}").into_bytes()));
            wrapped.extend(b"=\r\n");
        }
        wrapped.extend(b"\r\n------MultipartBoundary--x------\r\n");
        wrapped
    }

    /// What the page shows beside the article and its title, one entry for each run of text between block elements.
    pub fn noise(&self) -> Vec<String> {
        let body = self.marked.find("<body").map_or("", |at| &self.marked[at..]);
        let mut rest = String::new();
        for (at, piece) in body.split('⟦').enumerate() {
            rest.push_str(if at == 0 { piece } else { piece.split_once('⟧').unwrap().1 });
        }
        let title = self.title();
        blocks(&rest).into_iter().filter(|block| block.chars().any(char::is_alphabetic) && block != title).collect()
    }

    /// The title that the article should have.
    pub fn title(&self) -> &str {
        self.expected.get("title").map_or("", String::as_str)
    }

    /// The article's text, tags and entities resolved.
    pub fn gold(&self) -> String {
        let pieces = self.marked.split('⟦').skip(1).map(|piece| piece.split('⟧').next().unwrap());
        pieces.map(plain).collect::<Vec<_>>().join("\n")
    }
}

/// The texts of markup between tags of blocks, without scripts.
fn blocks(html: &str) -> Vec<String> {
    const INLINE: [&str; 8] = ["b", "i", "em", "strong", "span", "a", "time", "font"];
    let mut marked = String::new();
    let mut skipped = false;
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
        if !skipped {
            marked.push_str(text);
        }
        let name = tag.trim_start_matches('/').split([' ', '>', '/']).next().unwrap().to_lowercase();
        if matches!(name.as_str(), "script" | "style") {
            skipped = !tag.starts_with('/');
        }
        marked.push(if INLINE.contains(&name.as_str()) { ' ' } else { '\n' });
    }
    let squeeze = |line: &str| plain(line).split_whitespace().collect::<Vec<_>>().join(" ");
    marked.lines().map(squeeze).filter(|line| !line.is_empty()).collect()
}

fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => (in_tag, _) = (true, text.push(' ')),
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    let entities = [
        ("&nbsp;", " "),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
        ("&mdash;", "—"),
        ("&ndash;", "–"),
        ("&shy;", ""),
        ("&quot;", "\""),
        ("&#8212;", "—"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text, |text, (name, c)| text.replace(name, c)).replace('\u{AD}', "")
}

/// Every page of `folder`, sorted by name.
pub fn pages(folder: &Path) -> Vec<Page> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let parse = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let (head, marked) = text.split_once("\n\n").unwrap();
        let field = |line: &str| {
            line.strip_prefix('@')
                .and_then(|line| line.split_once(": "))
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
        };
        let expected = head.lines().map(|line| field(line).unwrap()).collect();
        Page { name: path.file_stem().unwrap().to_string_lossy().into_owned(), expected, marked: marked.to_owned() }
    };
    paths.iter().map(parse).collect()
}

/// How well articles agree with their pages.
#[derive(Default)]
pub struct Score {
    pages: usize,
    f1: f64,
    foreign: f64,
    noise: usize,
    noise_gone: usize,
    fields: BTreeMap<&'static str, (usize, usize)>,
}

/// Reads a page and compares, printing what was wrong.
pub fn score(page: &Page) -> Score {
    let (articles, diagnostics) = read_bytes(&format!("seeds/{}.html", page.name), &page.bytes(), false);
    let gold = page.gold();
    let text = articles.first().map_or("", |article| article.text.as_str());
    let (precision, recall) = agreement(text, &gold);
    let f1 = if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
    println!("{}: F1 {f1:.3}, precision {precision:.3}, recall {recall:.3}", page.name);
    let mut score = Score { pages: 1, f1, foreign: 1.0 - precision, ..Score::default() };
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (text, gold_words) = (words(text), words(&gold));
    for line in gold.lines().filter(|line| !text.contains(&words(line))) {
        println!("    lost:  {}", words(line));
    }
    let own_blocks: Vec<String> =
        articles.first().map_or("", |article| &article.text).split("\n\n").map(words).collect();
    for block in page.noise() {
        score.noise += 1;
        score.noise_gone += usize::from(!own_blocks.contains(&block));
    }
    let Some(article) = articles.first() else {
        println!("    no article: {diagnostics:?}");
        return score;
    };
    for line in article.text.split("\n\n").filter(|line| !gold_words.contains(&words(line))) {
        println!("    noise: {line}");
    }
    for (field, value) in fields(article) {
        let expected = match (page.expected.get(field), page.expected.get("published")) {
            (Some(expected), _) => expected.clone(),
            (None, Some(published)) if field == "day" => published.chars().take(10).collect(),
            _ => continue,
        };
        let right = value.as_deref().unwrap_or("none").to_lowercase() == expected.to_lowercase();
        score.fields.insert(field, (1, usize::from(right)));
        if !right {
            println!("    {field}: {value:?}, not {expected}");
        }
    }
    score
}

fn fields(article: &Article) -> [(&'static str, Option<String>); 7] {
    let authors = article.authors.iter().map(|author| author.value.clone()).collect::<Vec<_>>().join(", ");
    let moment = |value: String| value.get(..16).map_or(value.clone(), str::to_owned);
    [
        ("title", article.title.as_ref().map(|title| title.value.clone())),
        ("published", article.published.as_ref().map(|date| moment(date.value.to_string()))),
        ("day", article.published.as_ref().map(|date| date.value.to_string().chars().take(10).collect())),
        ("modified", article.modified.as_ref().map(|date| moment(date.value.to_string()))),
        ("authors", (!authors.is_empty()).then_some(authors)),
        ("outlet", article.outlet.as_ref().map(|outlet| outlet.value.clone())),
        ("url", article.url.as_ref().map(|url| url.value.clone())),
    ]
}

/// Precision and recall over runs of four words.
fn agreement(found: &str, gold: &str) -> (f64, f64) {
    let (found, gold) = (runs(found), runs(gold));
    let common: usize = found.iter().map(|(run, count)| count.min(gold.get(run).unwrap_or(&0))).sum();
    let share = |all: &HashMap<Vec<String>, usize>| common as f64 / all.values().sum::<usize>().max(1) as f64;
    (share(&found), share(&gold))
}

fn runs(text: &str) -> HashMap<Vec<String>, usize> {
    let text = text.replace('\u{AD}', "").to_lowercase();
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut runs = HashMap::new();
    for run in words.windows(4) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

impl Score {
    /// Adds another page's score.
    pub fn add(&mut self, other: &Self) {
        self.pages += other.pages;
        self.f1 += other.f1;
        self.foreign += other.foreign;
        self.noise += other.noise;
        self.noise_gone += other.noise_gone;
        for (field, (all, right)) in &other.fields {
            let sum = self.fields.entry(field).or_default();
            *sum = (sum.0 + all, sum.1 + right);
        }
    }

    /// Prints the means, and fails below what readers were promised.
    pub fn assert_floor(&self, name: &str, least_f1: f64) {
        let pages = self.pages.max(1) as f64;
        let (f1, foreign) = (self.f1 / pages, self.foreign / pages);
        let fields: Vec<String> =
            self.fields.iter().map(|(field, (all, right))| format!("{field} {right}/{all}")).collect();
        println!(
            "{name}: {} pages, F1 {f1:.3}, not of the article {foreign:.3}, blocks of noise gone {}/{}, {}",
            self.pages,
            self.noise_gone,
            self.noise,
            fields.join(", ")
        );
        assert!(f1 >= least_f1, "{name}: F1 is only {f1:.3}");
        assert!(foreign <= 0.12, "{name}: {foreign:.3} of the output is not of the article");
        for field in ["title", "day"] {
            let (all, right) = self.fields[field];
            assert!(right as f64 >= 0.95 * all as f64, "{name}, {field}: {right} of {all}");
        }
    }
}
