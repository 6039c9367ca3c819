//! The cleaned text of a source as HTML: every sentence with its anchor, every name with its link.

use std::fmt::Write as _;

use super::fragment::Fragment;
use super::view::View;
use crate::analysis::{EntityKind, Paragraph};
use crate::dossier::Source;
use crate::intake::BlockKind;
use crate::span::Span;

/// `text` with everything escaped that means something in HTML, inside and outside of attributes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push_str("<br>\n"),
            // A NUL is no character that HTML may hold.
            '\0' => escaped.push('\u{FFFD}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// What names become within a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Names {
    /// A link to each entity's page.
    Linked,
    /// Nothing but text.
    Plain,
    /// The mentions of one entity (an index in the dossier) are marked, the others are text.
    Marked(usize),
}

/// How a kind of entity is called in class names and message keys.
pub fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
    }
}

/// All paragraphs of a source, as HTML.
///
/// With `fragments`, each sentence says how many words name it in a text fragment.
pub fn article(view: &View<'_>, source: &Source, fragments: &[Fragment]) -> String {
    let analysis = &source.analysis;
    let mut html = String::with_capacity(analysis.article.text.len() * 3);
    let mut in_list = false;
    for (index, paragraph) in analysis.paragraphs.iter().enumerate() {
        let is_item = paragraph.kind == BlockKind::ListItem;
        if is_item != in_list {
            html.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        let tag = match paragraph.kind {
            BlockKind::Paragraph => "p",
            // The page's own headings take levels 1 and 2.
            BlockKind::Heading => "h3",
            BlockKind::ListItem => "li",
        };
        write!(html, "<{tag} id=\"p{}\">", index + 1).expect("writing to a string succeeds");
        push_paragraph(&mut html, view, source, paragraph, fragments);
        writeln!(html, "</{tag}>").expect("writing to a string succeeds");
    }
    if in_list {
        html.push_str("</ul>\n");
    }
    html
}

fn push_paragraph(html: &mut String, view: &View<'_>, source: &Source, paragraph: &Paragraph, fragments: &[Fragment]) {
    let analysis = &source.analysis;
    let text = &analysis.article.text;
    let first = paragraph.first_sentence.min(analysis.sentences.len());
    let last = (first + paragraph.sentence_count).min(analysis.sentences.len());
    let mut at = paragraph.span.start;
    for (index, sentence) in analysis.sentences.iter().enumerate().take(last).skip(first) {
        html.push_str(&escape(&text[at..sentence.span.start]));
        write!(html, "<span class=\"sentence\" id=\"{}\"", sentence.anchor()).expect("writing to a string succeeds");
        if let Some(Fragment { prefix, start, end }) = fragments.get(index) {
            write!(html, " data-named=\"{prefix} {start} {end}\"").expect("writing to a string succeeds");
        }
        html.push('>');
        push_span(html, view, source, sentence.span, Names::Linked);
        html.push_str("</span>");
        at = sentence.span.end;
    }
    html.push_str(&escape(&text[at..paragraph.span.end]));
}

/// One sentence of a source (an index in its analysis), as HTML.
pub fn sentence(view: &View<'_>, source: &Source, sentence: usize, names: Names) -> String {
    let mut html = String::new();
    push_span(&mut html, view, source, source.analysis.sentences[sentence].span, names);
    html
}

/// The part of a source's text at `span`, as HTML.
pub fn span(view: &View<'_>, source: &Source, span: Span, names: Names) -> String {
    let mut html = String::new();
    push_span(&mut html, view, source, span, names);
    html
}

/// One sentence of a source (an index in its analysis), as HTML, with the words at `marked` set off.
pub fn sentence_marked(view: &View<'_>, source: &Source, sentence: usize, marked: Span) -> String {
    let span = source.analysis.sentences[sentence].span;
    if !span.contains(marked) {
        return self::sentence(view, source, sentence, Names::Plain);
    }
    let mut html = String::new();
    push_span(&mut html, view, source, Span::new(span.start, marked.start), Names::Plain);
    write!(html, "<mark>{}</mark>", escape(marked.of(&source.analysis.article.text)))
        .expect("writing to a string succeeds");
    push_span(&mut html, view, source, Span::new(marked.end, span.end), Names::Plain);
    html
}

fn push_span(html: &mut String, view: &View<'_>, source: &Source, span: Span, names: Names) {
    let analysis = &source.analysis;
    let text = &analysis.article.text;
    let mentions = &analysis.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < span.start);
    let mut at = span.start;
    for mention in mentions[first..].iter().take_while(|mention| mention.span.end <= span.end) {
        let Some(&entity) = source.entity_of.get(mention.entity) else { continue };
        let named = escape(mention.span.of(text));
        let marked = match names {
            Names::Plain => continue,
            Names::Marked(wanted) if wanted != entity => continue,
            Names::Marked(_) => format!("<mark>{named}</mark>"),
            Names::Linked => format!(
                "<a class=\"name {}\" href=\"{}\">{named}</a>",
                kind_name(mention.kind),
                escape(&view.links.entity(&view.dossier.entities[entity].id)),
            ),
        };
        html.push_str(&escape(&text[at..mention.span.start]));
        html.push_str(&marked);
        at = mention.span.end;
    }
    html.push_str(&escape(&text[at..span.end]));
}
