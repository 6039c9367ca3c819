//! Pages with marked lines, and how well an article read from one agrees with the marks.
//!
//! A `.page` file starts with `@key: value` lines (`title`, `published`, `modified`, `authors`,
//! `outlet`, `paragraphs`, `dateline`, `place`; `none` where the page does not say it), then the page itself: each line with
//! one mark before it. `+` content, `-` noise, `T` the title, `?` either.

pub mod names;

use std::collections::BTreeMap;
use std::path::Path;

use dossier::intake::Article;

/// A marked page.
pub struct Page {
    pub name: String,
    expected: BTreeMap<String, String>,
    lines: Vec<(char, String)>,
}

/// Browsers differ in where they put blank lines when a page is copied.
#[derive(Clone, Copy, PartialEq)]
pub enum Spacing {
    /// As the page has them.
    AsWritten,
    /// After each line, except within wrapped paragraphs.
    BlankLinesEverywhere,
}

impl Page {
    /// Whether some line of content, or the title, has the words of `paragraph` in it, or they have it.
    pub fn is_content(&self, paragraph: &str) -> bool {
        let wanted = squeeze(paragraph);
        let own = self.lines.iter().filter(|(mark, _)| matches!(mark, '+' | 'T' | '?')).map(|(_, line)| squeeze(line));
        own.into_iter().any(|line| line.contains(&wanted) || !line.is_empty() && wanted.contains(&line))
    }

    /// What a person would have pasted.
    pub fn input(&self, spacing: Spacing) -> String {
        let wrapped = self.expected.contains_key("paragraphs");
        let end = if spacing == Spacing::AsWritten || wrapped { "\n" } else { "\n\n" };
        self.lines.iter().flat_map(|(_, line)| [line.as_str(), end]).collect()
    }
}

/// Every page of `folder`, sorted by name.
pub fn pages(folder: &Path) -> Vec<Page> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| parse(path)).collect()
}

fn parse(path: &Path) -> Page {
    let text = std::fs::read_to_string(path).unwrap();
    let (head, body) = text.split_once("\n\n").unwrap();
    let expected = head
        .lines()
        .map(|line| line.strip_prefix('@').and_then(|line| line.split_once(": ")).unwrap())
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    let mut lines = Vec::new();
    for line in body.lines() {
        if let Some(mark) = line.chars().next() {
            assert!("+-T?".contains(mark), "{}: {line}", path.display());
            lines.push((mark, line[mark.len_utf8()..].to_owned()));
        } else {
            lines.push((' ', String::new()));
        }
    }
    Page { name: path.file_stem().unwrap().to_string_lossy().into_owned(), expected, lines }
}

/// How well articles agree with their pages.
#[derive(Default)]
pub struct Score {
    noise: usize,
    noise_gone: usize,
    content: usize,
    content_kept: usize,
    fields: BTreeMap<&'static str, (usize, usize)>,
    faults: Vec<String>,
}

/// Compares an article with its page, line by line and field by field.
pub fn score(page: &Page, article: Option<&Article>) -> Score {
    let mut score = Score::default();
    let text = article.map_or("", |article| article.text.as_str());
    // Joined lines of wrapped text still hold each line's words in order.
    let squeezed = squeeze(text);
    let blocks: Vec<String> = text.split("\n\n").map(squeeze).collect();
    for (mark, line) in &page.lines {
        let key = squeeze(line.trim_start_matches(['•', '-', '🔹']));
        match mark {
            '+' => {
                score.content += 1;
                let kept = squeezed.contains(&key);
                score.content_kept += usize::from(kept);
                if !kept {
                    score.faults.push(format!("lost:  {line}"));
                }
            }
            '-' => {
                score.noise += 1;
                let kept = blocks.contains(&key);
                score.noise_gone += usize::from(!kept);
                if kept {
                    score.faults.push(format!("noise: {line}"));
                }
            }
            _ => {}
        }
    }
    let Some(article) = article else {
        score.faults.push("no article".to_owned());
        return score;
    };
    let authors = article.authors.iter().map(|author| author.value.clone()).collect::<Vec<_>>().join(", ");
    let found = [
        ("title", article.title.as_ref().map(|title| title.value.clone())),
        ("published", article.published.as_ref().map(|date| date.value.to_string())),
        ("modified", article.modified.as_ref().map(|date| date.value.to_string())),
        ("authors", (!authors.is_empty()).then_some(authors)),
        ("outlet", article.outlet.as_ref().map(|outlet| outlet.value.clone())),
        ("dateline", article.dateline.as_ref().map(|dateline| dateline.span.of(&article.text).to_owned())),
        ("place", article.dateline.as_ref().map(|dateline| dateline.place.clone())),
        ("paragraphs", Some(article.blocks.len().to_string())),
    ];
    for (field, value) in found {
        let Some(expected) = page.expected.get(field) else { continue };
        let right = value.as_deref().unwrap_or("none").to_lowercase() == expected.to_lowercase();
        let (all, correct) = score.fields.entry(field).or_default();
        *all += 1;
        *correct += usize::from(right);
        if !right {
            score.faults.push(format!("{field}: {value:?}, not {expected}"));
        }
    }
    score
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Score {
    /// Adds another page's score.
    pub fn add(&mut self, other: &Self) {
        self.noise += other.noise;
        self.noise_gone += other.noise_gone;
        self.content += other.content;
        self.content_kept += other.content_kept;
        for (field, (all, correct)) in &other.fields {
            let sum = self.fields.entry(field).or_default();
            sum.0 += all;
            sum.1 += correct;
        }
    }

    /// The figures, and the faults below them.
    pub fn report(&self, name: &str) -> String {
        let fields: Vec<String> =
            self.fields.iter().map(|(field, (all, correct))| format!("{field} {correct}/{all}")).collect();
        let mut report = format!(
            "{name}: noise gone {:.3} ({}/{}), content kept {:.3} ({}/{}), {}",
            share(self.noise_gone, self.noise),
            self.noise_gone,
            self.noise,
            share(self.content_kept, self.content),
            self.content_kept,
            self.content,
            fields.join(", "),
        );
        for fault in &self.faults {
            report.push_str("\n    ");
            report.push_str(fault);
        }
        report
    }

    /// Fails below what readers were promised.
    pub fn assert_floor(&self) {
        let noise = share(self.noise_gone, self.noise);
        let content = share(self.content_kept, self.content);
        assert!(noise >= 0.90, "only {noise:.3} of the noise is gone");
        assert!(content >= 0.97, "only {content:.3} of the content is kept");
        for field in ["title", "published"] {
            let Some((all, correct)) = self.fields.get(field).copied() else { continue };
            assert!(share(correct, all) >= 0.95, "{field}: {correct} of {all}");
        }
    }
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}
