//! Sentences put into their paragraphs.

use super::model::{Paragraph, Sentence};
use crate::intake::Block;
use crate::span::Span;

/// Makes the dateline before an article's first words a sentence of its own, and lets the next begin after it.
pub fn set_apart(text: &str, sentences: &mut Vec<Span>, dateline: Span) {
    let Some(first) = sentences.iter().position(|sentence| sentence.end > dateline.start) else { return };
    let rest = sentences.split_off(first);
    sentences.push(dateline);
    let after = rest.iter().filter(|sentence| sentence.end > dateline.end);
    sentences.extend(after.map(|sentence| Span::new(sentence.start.max(dateline.end), sentence.end).trimmed(text)));
}

/// Gives every sentence its paragraph and every paragraph its sentences.
///
/// A sentence belongs to the block in which it begins. One that begins in none (a raw text may have
/// no blocks) belongs to the block before it.
pub fn structure(spans: &[Span], blocks: &[Block]) -> (Vec<Sentence>, Vec<Paragraph>) {
    let mut paragraphs: Vec<Paragraph> = blocks
        .iter()
        .map(|block| Paragraph { kind: block.kind, span: block.span, first_sentence: 0, sentence_count: 0 })
        .collect();
    let mut sentences: Vec<Sentence> = Vec::with_capacity(spans.len());
    let mut current = 0;
    for span in spans {
        while current + 1 < blocks.len() && blocks[current + 1].span.start <= span.start {
            current += 1;
        }
        let Some(paragraph) = paragraphs.get_mut(current) else { break };
        if paragraph.sentence_count == 0 {
            paragraph.first_sentence = sentences.len();
        }
        sentences.push(Sentence { span: *span, paragraph: current, number: paragraph.sentence_count });
        paragraph.sentence_count += 1;
    }
    (sentences, paragraphs)
}
