//! Measures the key sentences against summaries and headlines that people wrote, beside what is usual.
//!
//! ```text
//! cargo run --release --example measure_summary -- [--held-out] [--with-titles | --fit] tests/data/summaries/*.txt
//! ```
//!
//! A file holds articles after lines `=== kind` or `=== kind, held out`: the lines `headline:` and `summary:`,
//! a blank line, the text. What is held out is measured with `--held-out` alone, the others without it; on them
//! `--fit` looks for weights (see `src/analysis/summary/weights.rs`). Prints ROUGE-1, -2 and -L (F1, over lower-case words and over lemmas) of each method's
//! sentences against the summary, and of its best sentence against the headline. All methods choose from
//! the same sentences, and as many as the program does by itself (Lead-3 aside).

mod baselines;
mod fit;
mod rouge;

use std::collections::BTreeMap;

use dossier::analysis::{Analysis, Options, analyse, key_evidence};
use dossier::intake::{Article, Block, BlockKind, Sourced};
use dossier::language::{self, Pos};
use dossier::span::Span;
use fit::Sample;
use rouge::Scores;

/// An article with what people wrote of it.
struct Case {
    kind: String,
    /// Measured once, at the end.
    held_out: bool,
    headline: String,
    summary: String,
    text: String,
}

fn main() -> std::io::Result<()> {
    let (mut held_out, mut titled, mut fitting, mut files) = (false, false, false, Vec::new());
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--held-out" => held_out = true,
            "--with-titles" => titled = true,
            "--fit" => fitting = true,
            _ => files.push(argument),
        }
    }
    let (mut table, mut samples) = (Table::default(), Vec::new());
    for file in files {
        let text = std::fs::read_to_string(file)?;
        for case in text.split("=== ").skip(1).filter_map(case).filter(|case| case.held_out == held_out) {
            if fitting {
                samples.extend([sample(&case, false), sample(&case, true)]);
            } else {
                table.add(&case, titled);
            }
        }
    }
    if fitting {
        fit::fit(&samples);
    } else {
        table.print();
    }
    Ok(())
}

fn case(text: &str) -> Option<Case> {
    let (head, body) = text.split_once("\n\n")?;
    let mut lines = head.lines();
    let kind = lines.next()?.trim();
    let (kind, held_out) = kind.strip_suffix(", held out").map_or((kind, false), |kind| (kind, true));
    let headline = lines.next()?.strip_prefix("headline: ")?.to_owned();
    let summary = lines.next()?.strip_prefix("summary: ")?.to_owned();
    Some(Case { kind: kind.to_owned(), held_out, headline, summary, text: body.trim().to_owned() })
}

/// Sums of scores: against the summary, and of the best sentence against the headline and the summary.
type Sums = (Scores, Scores, Scores);

/// By kind of article, the number of articles and the sums of each method.
#[derive(Default)]
struct Table {
    kinds: BTreeMap<String, (usize, BTreeMap<&'static str, Sums>)>,
}

impl Table {
    fn add(&mut self, case: &Case, titled: bool) {
        let analysis = analysed(case, titled, None);
        let best = analysed(case, titled, Some(1));
        let sentences = baselines::vectors(&analysis);
        let count = analysis.summary.len();
        let ranked = |ranks: Vec<f64>| {
            let mut order: Vec<usize> = (0..ranks.len()).collect();
            order.sort_by(|&a, &b| ranks[b].total_cmp(&ranks[a]).then(a.cmp(&b)));
            order
        };
        let lead: Vec<usize> = (0..analysis.sentences.len()).collect();
        let (lexrank, textrank) = (ranked(baselines::lexrank(&sentences)), ranked(baselines::textrank(&sentences)));
        let own: Vec<usize> = analysis.summary.iter().map(|key| key.sentence).collect();
        let single = best.summary[0].sentence;
        let methods: [(&'static str, Vec<usize>, usize); 5] = [
            ("this program", own, single),
            ("Lead-3", lead[..lead.len().min(3)].to_vec(), 0),
            ("Lead", lead[..count].to_vec(), 0),
            ("LexRank", lexrank[..count].to_vec(), lexrank[0]),
            ("TextRank", textrank[..count].to_vec(), textrank[0]),
        ];
        for kind in [case.kind.as_str(), "~ all"] {
            let (articles, scores) = self.kinds.entry(kind.to_owned()).or_default();
            *articles += 1;
            for (name, chosen, single) in &methods {
                let mut chosen = chosen.clone();
                chosen.sort_unstable();
                let text = |sentence: &usize| analysis.sentences[*sentence].span.of(&case.text);
                let summary = chosen.iter().map(text).collect::<Vec<_>>().join(" ");
                let entry = scores.entry(name).or_default();
                let language = &analysis.language;
                entry.0 += rouge::scores(&forms(&summary, language), &forms(&case.summary, language));
                let best = forms(text(single), language);
                entry.1 += rouge::scores(&best, &forms(&case.headline, language));
                entry.2 += rouge::scores(&best, &forms(&case.summary, language));
            }
        }
    }

    fn print(&self) {
        println!("{:<14}{:<14}{:>32}{:>34}{:>26}", "", "", "summary", "best sentence, headline", "and summary");
        println!(
            "{:<14}{:<14}{:>8}{:>8}{:>8}{:>8}  {:>8}{:>8}{:>8}{:>8}  {:>8}{:>8}{:>8}",
            "kind", "method", "R-1", "R-2", "R-L", "R-1 lem", "R-1", "R-2", "R-L", "R-1 lem", "R-1", "R-L", "R-1 lem"
        );
        for (kind, (articles, methods)) in &self.kinds {
            for (name, (summary, headline, single)) in methods {
                let mean = |sum: f64| 100.0 * sum / *articles as f64;
                println!(
                    "{:<14}{name:<14}{:>8.1}{:>8.1}{:>8.1}{:>8.1}  {:>8.1}{:>8.1}{:>8.1}{:>8.1}  {:>8.1}{:>8.1}{:>8.1}",
                    format!("{kind} ({articles})"),
                    mean(summary.one),
                    mean(summary.two),
                    mean(summary.longest),
                    mean(summary.lemmas),
                    mean(headline.one),
                    mean(headline.two),
                    mean(headline.longest),
                    mean(headline.lemmas),
                    mean(single.one),
                    mean(single.longest),
                    mean(single.lemmas),
                );
            }
        }
    }
}

/// The article as weights are fitted on it.
fn sample(case: &Case, titled: bool) -> Sample {
    let analysis = analysed(case, titled, None);
    let forms = |text: &str| forms(text, &analysis.language);
    Sample {
        evidence: key_evidence(&analysis),
        sentences: analysis.sentences.iter().map(|sentence| forms(sentence.span.of(&case.text))).collect(),
        headline: forms(&case.headline),
        summary: forms(&case.summary),
    }
}

/// Each word in lower case, with its lemma.
fn forms(text: &str, language: &str) -> Vec<(String, String)> {
    let tokens = language::pack(language).tokens(text);
    let words = tokens.into_iter().filter(|token| token.pos != Pos::Mark);
    words.map(|token| (token.span.of(text).to_lowercase().replace('ё', "е"), token.lemma.replace('ё', "е"))).collect()
}

fn analysed(case: &Case, titled: bool, key_sentences: Option<usize>) -> Analysis {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in case.text.split("\n\n") {
        let span = Span::new(start, start + paragraph.len());
        blocks.push(Block { kind: BlockKind::Paragraph, span });
        start = span.end + 2;
    }
    let article = Article {
        id: "case".to_owned(),
        path: "case.txt".to_owned(),
        sha256: String::new(),
        title: titled.then(|| Sourced::source(case.headline.clone())),
        published: None,
        modified: None,
        dateline: None,
        retrieved: None,
        authors: Vec::new(),
        outlet: None,
        url: None,
        language: None,
        tags: Vec::new(),
        text: case.text.clone(),
        blocks,
        removed: Vec::new(),
    };
    analyse(article, Options { key_sentences })
}
