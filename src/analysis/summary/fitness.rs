//! Whether a sentence can stand alone, without the text round it.

use super::Material;
use super::vectors::is_content;
use crate::analysis::model::Sentence;
use crate::intake::BlockKind;
use crate::language::{Leaning, Pos, Token, is_half, is_time, leaning, opens_with_pronoun};

/// What is left of the fitness of a question, of what only announces the next sentence, and of half a thought.
const UNFINISHED: f64 = 0.15;
/// What is left when a sentence speaks of something that only the text before it names.
const DANGLING: f64 = 0.12;

/// How well a sentence can be read, from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub struct Fitness {
    /// Without the text round it, whatever it is about.
    pub alone: f64,
    /// Right behind the sentence before it.
    pub behind: f64,
}

/// How well a sentence can be read.
pub fn fitness(material: &Material, index: usize, tokens: &[Token]) -> Fitness {
    let sentence = material.sentences[index];
    let complete = completeness(material, sentence, tokens);
    let words = opening_words(tokens);
    let lowered: Vec<String> = words.iter().map(|token| token.span.of(material.text).to_lowercase()).collect();
    let leaning = if has_stray_pronoun(material, sentence, tokens) {
        Leaning::Anaphora
    } else {
        leaning(material.language, &lowered, first_name(material, sentence, &words))
    };
    let alone = match leaning {
        Leaning::None => 1.0,
        Leaning::Connective => 0.6,
        Leaning::Anaphora => DANGLING,
    };
    let behind = if opens_with_pronoun(material.language, &lowered) { DANGLING } else { 1.0 };
    Fitness { alone: complete * alone, behind: complete * behind.max(alone) }
}

/// How much of a statement a sentence is by itself, whatever it speaks of.
fn completeness(material: &Material, sentence: Sentence, tokens: &[Token]) -> f64 {
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
    if is_half(material.language, &text.to_lowercase()) {
        fitness *= UNFINISHED;
    }
    fitness
}

/// Whether a sentence speaks of «он» or «they» before it names anybody or anything: «Два года спустя он вылечил пятерых».
fn has_stray_pronoun(material: &Material, sentence: Sentence, tokens: &[Token]) -> bool {
    let mention = material.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
    let named = material.mentions.get(mention).map_or(usize::MAX, |mention| mention.span.start);
    for token in tokens.iter().take_while(|token| token.span.start < named) {
        let word = token.span.of(material.text).to_lowercase();
        if is_third_person(material.language, &word) {
            return true;
        }
        if matches!(token.pos, Pos::Noun | Pos::ProperNoun) && !is_time(&word) {
            return false;
        }
    }
    false
}

/// Nominatives of the pronouns that stand for somebody named before.
fn is_third_person(language: &str, word: &str) -> bool {
    let pronouns: &[&str] = match language {
        "ru" => &["он", "она", "они"],
        "uk" => &["він", "вона", "вони"],
        "en" => &["he", "she", "they"],
        "kk" => &["ол", "олар"],
        _ => &[],
    };
    pronouns.contains(&word)
}

/// The first words of a sentence, by which it can lean on the text before it.
fn opening_words(tokens: &[Token]) -> Vec<&Token> {
    tokens.iter().filter(|token| token.pos != Pos::Mark).take(8).collect()
}

/// Which of the words is the first that names somebody or something.
fn first_name(material: &Material, sentence: Sentence, words: &[&Token]) -> Option<usize> {
    let mention = material.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
    material.mentions.get(mention).and_then(|mention| {
        words
            .iter()
            .position(|token| mention.span.contains(token.span))
            .filter(|_| sentence.span.contains(mention.span))
    })
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
