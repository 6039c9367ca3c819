//! An article made of a text alone, for tests of what the analysis finds in it.

use dossier::analysis::{Analysis, Options, analyse};
use dossier::calendar::Moment;
use dossier::intake::{Article, Block, BlockKind, Sourced};
use dossier::span::Span;

/// What the analysis makes of `text`, whose paragraphs are separated by blank lines.
pub fn analysed(text: &str, language: &str, published: Option<jiff::civil::Date>) -> Analysis {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let span = Span::new(start, start + paragraph.len());
        blocks.push(Block { kind: BlockKind::Paragraph, span });
        start = span.end + 2;
    }
    let article = Article {
        id: "test".to_owned(),
        path: "seeds/test.txt".to_owned(),
        sha256: String::new(),
        title: None,
        published: published.map(|date| Sourced::source(Moment::on(date))),
        modified: None,
        dateline: None,
        retrieved: None,
        authors: vec![],
        outlet: None,
        url: None,
        language: Some(language.to_owned()),
        tags: vec![],
        text: text.to_owned(),
        blocks,
        removed: vec![],
    };
    analyse(article, Options::default())
}

/// The language of a case, told by its letters.
#[allow(dead_code)] // Not every test that shares this module asks.
pub fn language_of(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    if lower.contains(['қ', 'ғ', 'ң', 'ұ', 'ө', 'ә']) {
        "kk"
    } else if lower.contains(['і', 'ї', 'є', 'ґ']) {
        "uk"
    } else if lower.chars().any(|c| matches!(c, 'а'..='я')) {
        "ru"
    } else {
        "en"
    }
}
