//! A pasted page while it is being taken apart: its lines, what is known of each, what becomes of it.

mod dates;

use super::bylines::{self, Byline};
use super::channels;
use super::datelines::{self, DateLine};
use super::lines::{self, Line, Markup};
use super::outlets::{self, SourceLine};
use super::rules::{self, Opens, Verdict};
use super::shape::{Class, Shape};
use super::vocabulary::Vocabulary;

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nobody has decided; in doubt it is kept.
    Open,
    /// Part of the article.
    Keep,
    /// Taken out, by the rule of this name.
    Out(&'static str),
}

/// One line and what is known about it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub line: Line,
    pub shape: Shape,
    /// What the rules over single lines say.
    pub verdict: Option<Verdict>,
    pub dates: Option<DateLine>,
    pub byline: Option<Byline>,
    /// Whether a label says that the byline is one.
    pub is_labelled: bool,
    pub source: Option<SourceLine>,
    pub fate: Fate,
}

impl Entry {
    fn new(line: Line) -> Self {
        let shape = Shape::of(&line.text);
        let dates = (shape.words <= 20).then(|| datelines::read(&line.text)).flatten();
        let labelled = bylines::read(dates.as_ref().map_or(&line.text, |dates| &dates.rest));
        let is_labelled = labelled.is_some();
        // «12 марта 2024, Иван Петров»
        let byline = labelled.or_else(|| bylines::read_beside_date(&dates.as_ref()?.rest));
        // «Иван Петров © Агентство» is the author, «Фото: Иван Петров © Агентство» is not.
        let byline = byline.or_else(|| {
            let signed = line.text.contains(" ©") && bylines::has_given_name(&line.text);
            signed.then(|| bylines::read_unlabelled(&line.text)).flatten()
        });
        let source = if dates.is_none() && byline.is_none() { outlets::read_source_line(&line.text) } else { None };
        let mut verdict =
            if dates.is_none() && byline.is_none() { rules::judge(&line.text, shape.words) } else { None };
        if verdict.is_none() && bylines::is_credit(&line.text) {
            verdict = Some(Verdict { rule: "photo-credit", opens: Opens::Nothing });
        }
        if verdict.is_none() && !line.text.contains(char::is_alphanumeric) {
            verdict = Some(Verdict { rule: "separator", opens: Opens::Nothing });
        }
        if verdict.is_none() && outlets::bare_url(&line.text).is_some() {
            verdict = Some(Verdict { rule: "bare-url", opens: Opens::Nothing });
        }
        Self { line, shape, verdict, dates, byline, is_labelled, source, fate: Fate::Open }
    }

    /// The line itself.
    pub fn text(&self) -> &str {
        &self.line.text
    }

    /// Whether nothing marks the line as part of the page round the article.
    pub fn is_unmarked(&self) -> bool {
        self.verdict.is_none() && self.dates.is_none() && self.byline.is_none() && self.source.is_none()
    }

    /// Whether the file's markup makes the line a part of the article's text, and no rule knows it.
    pub fn is_made_text(&self) -> bool {
        matches!(self.line.markup, Some(Markup::Text | Markup::Heading | Markup::Bold | Markup::Item))
            && self.is_unmarked()
    }

    /// Whether the line is running text that no rule knows.
    pub fn is_body_text(&self) -> bool {
        self.is_unmarked() && self.shape.is_text()
    }

    /// Whether the line is a phrase without a full stop, as headings and teasers are.
    pub fn is_phrase(&self) -> bool {
        self.is_unmarked() && matches!(self.shape.class, Class::Headline | Class::Label)
    }

    /// What the line opens, if a rule knows it.
    pub fn opens(&self) -> Opens {
        self.verdict.map_or(Opens::Nothing, |verdict| verdict.opens)
    }

    /// Takes the line out by its own rule, or else by `rule`.
    pub fn remove(&mut self, rule: &'static str) {
        self.fate = Fate::Out(match self {
            Self { verdict: Some(verdict), .. } => verdict.rule,
            Self { byline: Some(_), .. } => "byline",
            Self { dates: Some(_), .. } => "date-line",
            Self { source: Some(_), .. } => "source-line",
            _ => rule,
        });
    }

    /// Forgets what the line says of some other text: a comment, another story.
    pub fn forget_metadata(&mut self) {
        (self.dates, self.byline, self.source) = (None, None, None);
    }

    /// Whether the line is taken out.
    pub fn is_out(&self) -> bool {
        matches!(self.fate, Fate::Out(_))
    }
}

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    pub entries: Vec<Entry>,
    /// The words of its running text.
    pub vocabulary: Vocabulary,
    /// The first line of the article's body. `entries.len()` where there is none.
    pub body_start: usize,
    /// Whether some of its lines have a blank line before them and some have not.
    pub gaps_tell: bool,
    /// The line that is the title.
    pub title: Option<usize>,
    /// The channel whose post it is, where a messenger's lines name it.
    pub channel: Option<String>,
}

impl Page {
    /// Reads the lines of `text`; nothing is decided yet.
    pub fn read(text: &str) -> Self {
        let mut page = Self::of_lines(lines::split(text));
        page.body_start = page.find_body_start();
        page
    }

    /// Reads lines, whose body begins nowhere yet; nothing is decided.
    pub fn of_lines(lines: Vec<Line>) -> Self {
        let mut entries: Vec<Entry> = lines.into_iter().map(Entry::new).collect();
        let channel = channels::mark(&mut entries);
        dates::settle(&mut entries);
        let gaps = entries.iter().filter(|entry| entry.line.gap_before).count();
        let gaps_tell = gaps * 10 > entries.len() && gaps * 10 < entries.len() * 9;
        let mut page =
            Self { entries, vocabulary: Vocabulary::default(), body_start: 0, gaps_tell, title: None, channel };
        for entry in page.entries.iter().filter(|entry| entry.is_body_text()) {
            page.vocabulary.add(entry.text());
        }
        page
    }

    /// The first running text that belongs to the rest of the running text.
    fn find_body_start(&self) -> usize {
        let texts: Vec<usize> = (0..self.entries.len()).filter(|&i| self.entries[i].is_body_text()).collect();
        let prose = |&i: &usize| self.entries[i].shape.class == Class::Prose;
        let many = texts.iter().filter(|i| prose(i)).count() >= 3;
        for &at in &texts {
            let entry = &self.entries[at];
            let related = self.vocabulary.overlap_with_others(entry.text());
            // A lone teaser or a subheading may come between.
            let followed_by_text = (at + 1..self.entries.len())
                .filter(|&i| self.entries[i].is_unmarked())
                .take(3)
                .any(|i| self.entries[i].is_body_text());
            let accepted = match entry.shape.class {
                // A slogan or the lead of some other story stands among menus and headlines.
                Class::Prose => {
                    !many
                        || at == 0
                        || followed_by_text && entry.shape.sentences >= 2
                        || followed_by_text && related > 0.0
                        || related >= 0.2
                        || entry.shape.words >= 40
                }
                _ => {
                    (entry.shape.words >= 4 && related >= 0.25)
                        || (followed_by_text && entry.shape.full_stop && related > 0.0)
                }
            };
            if accepted {
                return at;
            }
        }
        texts.first().copied().unwrap_or(self.entries.len())
    }

    /// Whether the line is a name that a byline above the body gives.
    pub fn is_known_author(&self, at: usize) -> bool {
        let name = self.entries[at].text().to_lowercase();
        let bylines = self.entries[..self.body_start].iter().filter_map(|entry| entry.byline.as_ref());
        bylines.flat_map(|byline| &byline.authors).any(|author| author.to_lowercase() == name)
    }

    /// The next line after `at` that no rule knows.
    pub fn next_unmarked(&self, at: usize) -> Option<usize> {
        (at + 1..self.entries.len()).find(|&i| self.entries[i].is_unmarked() && !self.entries[i].is_out())
    }

    /// How much of a line's vocabulary the article's running text has.
    pub fn overlap(&self, at: usize) -> f32 {
        let entry = &self.entries[at];
        if entry.is_body_text() {
            self.vocabulary.overlap_with_others(entry.text())
        } else {
            self.vocabulary.overlap(entry.text())
        }
    }
}
