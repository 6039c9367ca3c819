//! Whether a sentence can stand alone, without the text round it.

use super::Material;
use super::vectors::is_content;
use crate::analysis::model::Sentence;
use crate::intake::BlockKind;
use crate::language::{Leaning, Pos, Token, leaning};

/// What is left of the fitness of a question, or of what only announces the next sentence.
const UNFINISHED: f64 = 0.15;
/// What is left when a sentence speaks of something that only the text before it names.
const DANGLING: f64 = 0.12;

/// How well a sentence can stand alone, whatever it is about.
pub fn fitness(material: &Material, index: usize, tokens: &[Token]) -> f64 {
    let sentence = material.sentences[index];
    if material.dateline.is_some_and(|dateline| dateline.contains(sentence.span)) {
        return 0.0;
    }
    let text = sentence.span.of(material.text);
    let content = tokens.iter().filter(|token| is_content(token)).count();
    let opens_small = text.chars().find(|c| c.is_alphanumeric()).is_none_or(char::is_lowercase);
    let is_heading = material.paragraphs[sentence.paragraph].kind == BlockKind::Heading;
    if is_heading || content < 3 || opens_small {
        return 0.05;
    }
    let mut fitness = 1.0;
    let last = text.trim_end_matches(['»', '"', '”', ')']).chars().next_back();
    if matches!(last, Some(':' | '?')) {
        fitness *= UNFINISHED;
    }
    if !matches!(last, Some('.' | '!' | '…' | ';' | ':' | '?')) {
        // A line without a full stop is more often a caption or a heading than a statement.
        fitness *= 0.7;
    }
    if material.paragraphs[sentence.paragraph].kind == BlockKind::ListItem {
        // Lists in news are more often background, or other news, than the news itself.
        fitness *= 0.85;
    }
    if content < 5 {
        fitness *= 0.6;
    } else if tokens.len() > 50 {
        fitness *= 0.85;
    }
    fitness
        * match opening(material, sentence, tokens) {
            Leaning::None => 1.0,
            Leaning::Connective => 0.85,
            Leaning::Anaphora => DANGLING,
        }
}

/// How the sentence's first words lean on the text before it.
fn opening(material: &Material, sentence: Sentence, tokens: &[Token]) -> Leaning {
    let words: Vec<&Token> = tokens.iter().filter(|token| token.pos != Pos::Mark).take(8).collect();
    let mention = material.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
    let first_name = material.mentions.get(mention).and_then(|mention| {
        words
            .iter()
            .position(|token| mention.span.contains(token.span))
            .filter(|_| sentence.span.contains(mention.span))
    });
    let lowered: Vec<String> = words.iter().map(|token| token.span.of(material.text).to_lowercase()).collect();
    leaning(material.language, &lowered, first_name)
}

/// Which sentences are someone's speech without the words that say whose: the attribution stands in
/// another sentence, or the quotation goes on beyond this one.
pub fn without_attribution(material: &Material) -> Vec<bool> {
    let mut orphaned = inside_long_quotes(material);
    for quote in material.quotes.iter().filter(|quote| quote.direct) {
        let first = material.sentences.partition_point(|sentence| sentence.span.end <= quote.span.start);
        let last = material.sentences.partition_point(|sentence| sentence.span.start < quote.span.end);
        for (sentence, orphaned) in material.sentences[first..last].iter().zip(&mut orphaned[first..last]) {
            let spoken =
                quote.span.end.min(sentence.span.end).saturating_sub(quote.span.start.max(sentence.span.start));
            let attributed = quote.cue.is_some_and(|cue| sentence.span.overlaps(cue));
            *orphaned |= 2 * spoken > sentence.span.len() && !attributed;
        }
    }
    orphaned
}

/// Which sentences are part of a quotation in marks that goes on beyond them.
fn inside_long_quotes(material: &Material) -> Vec<bool> {
    let mut quoted = vec![false; material.sentences.len()];
    let mut depth = 0i32;
    let mut paragraph = None;
    for (index, sentence) in material.sentences.iter().enumerate() {
        if paragraph != Some(sentence.paragraph) {
            // An unclosed mark does not swallow the rest of the article.
            depth = 0;
            paragraph = Some(sentence.paragraph);
        }
        let before = depth;
        for c in sentence.span.of(material.text).chars() {
            match c {
                '«' | '“' | '„' => depth += 1,
                '»' | '”' => depth = (depth - 1).max(0),
                '"' => depth = if depth == 0 { 1 } else { depth - 1 },
                _ => {}
            }
        }
        quoted[index] = before > 0 || depth > 0;
    }
    quoted
}
