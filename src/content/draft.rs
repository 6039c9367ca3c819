//! What the program drafts for one source: front matter, and the key points as Markdown.

use std::collections::BTreeSet;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::markdown::{escape, wikilink};
use crate::analysis::{Analysis, missing_marks, told_by};
use crate::calendar::Moment;
use crate::dossier::{Dossier, Source};

/// The field of the front matter that holds the digest of the draft.
pub const MARK: &str = "draft";

/// The words that a draft needs in the dossier's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// Heading of the key points.
    pub key_points: String,
}

/// The front matter of a draft, in the order in which it is written.
#[derive(Serialize)]
struct Fields<'d> {
    title: &'d str,
    slug: &'d str,
    source: &'d str,
    sha256: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Moment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'d str>,
    language: &'d str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'d [String],
}

/// The whole draft of `source`, marked with its digest.
pub fn draft(dossier: &Dossier, source: &Source, slug: &str, labels: &Labels) -> String {
    let analysis = &source.analysis;
    let article = &analysis.article;
    let fields = Fields {
        title: &analysis.title.value,
        slug,
        source: &article.path,
        sha256: &article.sha256,
        published: article.published.as_ref().map(|published| published.value),
        authors: article.authors.iter().map(|author| author.value.as_str()).collect(),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.as_str()),
        url: article.url.as_ref().map(|url| url.value.as_str()),
        language: &analysis.language,
        tags: &article.tags,
    };
    let yaml = serde_norway::to_string(&fields).expect("strings and lists always make YAML");
    let body = body(dossier, source, labels);
    let digest = digest(&format!("---\n{yaml}---\n\n{body}"));
    format!("---\n{yaml}{MARK}: {digest}\n---\n\n{body}")
}

/// The body of a draft: each key point is a sentence of the source, word for word, with a link to it. One that does not
/// say whose words it is has that behind it, in brackets, with a link to the sentence that does. Quotation marks that a
/// point lacks, because the quotation opens or closes in another sentence, are added in brackets.
pub fn body(dossier: &Dossier, source: &Source, labels: &Labels) -> String {
    let analysis = &source.analysis;
    let mut linked = BTreeSet::new();
    let mut body = format!("## {}\n\n", labels.key_points);
    for key in &analysis.summary {
        let sentence = analysis.sentences[key.sentence];
        let text = with_wikilinks(dossier, source, key.sentence, &mut linked);
        let (before, behind) = missing_marks(sentence.span.of(&analysis.article.text));
        let text = format!("{}{text}{}", added(&before), added(&behind));
        body.push_str(&format!("- {text} [¶ {}](#{})", sentence.paragraph + 1, sentence.anchor()));
        if let Some(told) = told_by(analysis, key.sentence) {
            let anchor = analysis.sentences[told.sentence].anchor();
            body.push_str(&format!(" [\\[{}\\]](#{anchor})", escape(&told.words).replace('\n', " ")));
        }
        body.push('\n');
    }
    body
}

/// Marks that the source does not have in this sentence, as Markdown.
fn added(marks: &str) -> String {
    if marks.is_empty() { String::new() } else { format!("\\[{}\\]", escape(marks)) }
}

/// A sentence as Markdown, each entity linked where the page first names it.
fn with_wikilinks(dossier: &Dossier, source: &Source, sentence: usize, linked: &mut BTreeSet<usize>) -> String {
    let Analysis { article, sentences, mentions, .. } = &source.analysis;
    let span = sentences[sentence].span;
    let mut markdown = String::new();
    let mut at = span.start;
    for mention in mentions.iter().filter(|mention| span.contains(mention.span)) {
        let entity = source.entity_of[mention.entity];
        if !linked.insert(entity) {
            continue;
        }
        markdown.push_str(&escape(&article.text[at..mention.span.start]));
        markdown.push_str(&wikilink(&dossier.entities[entity].name, mention.span.of(&article.text)));
        at = mention.span.end;
    }
    markdown.push_str(&escape(&article.text[at..span.end]));
    markdown.replace('\n', " ")
}

/// Digest of a page, its mark left out: the first 16 hex digits of SHA-256 over the normalised text.
///
/// White space at line ends is not counted: editors trim it on their own.
pub fn digest(page: &str) -> String {
    let mut hash = Sha256::new();
    let mut front_matter = 0;
    for line in page.trim_end().lines() {
        let line = line.trim_end();
        if line == "---" && front_matter < 2 {
            front_matter += 1;
        }
        if front_matter == 1 && line.strip_prefix(MARK).is_some_and(|rest| rest.starts_with(':')) {
            continue;
        }
        hash.update(line.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
