//! Whether a sentence can stand alone, without the text round it.

use super::Material;
use super::vectors::is_content;
use crate::analysis::attribution::announced_by;
use crate::analysis::model::Sentence;
use crate::intake::BlockKind;
use crate::language::speech::speech;
use crate::language::{
    Leaning, Pos, Token, is_announcement, is_expected_objection, is_half, is_third_person, is_third_persons_object,
    is_time, leaning, opens_with_pronoun,
};
use crate::span::Span;
use crate::words::LowerCase;

/// What is left of the fitness of a question, of what only announces the next sentence, of half a thought, and of an
/// objection that is about to be answered.
const UNFINISHED: f64 = 0.15;
/// What is left when a sentence speaks of something that only the text before it names.
const DANGLING: f64 = 0.12;
/// What is left when it opens with a connective: understandable, but the second half of something. Less than what stands
/// alone, so that it is chosen only where too little else can be.
const CONNECTED: f64 = 0.15;
/// What is left of a sentence that only announces that something was told.
const ANNOUNCED: f64 = 0.15;

/// How well a sentence can be read, from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub struct Fitness {
    /// Without the text round it, whatever it is about.
    pub alone: f64,
    /// Right behind the sentence before it.
    pub behind: f64,
    /// Whether it opens with a connective («однако»).
    pub connected: bool,
}

/// How well a sentence can be read.
pub fn fitness(material: &Material, index: usize, tokens: &[Token]) -> Fitness {
    let sentence = material.sentences[index];
    let complete = completeness(material, sentence, tokens);
    let own = behind_cue(material, sentence, tokens);
    let words = opening_words(own);
    let lowered: Vec<String> = words.iter().map(|token| token.span.of(material.text).lower()).collect();
    let stray = has_stray_pronoun(material, sentence, own)
        || has_stray_object(material, own)
        || is_told_by_a_pronoun(material, sentence);
    let leaning = if stray {
        Leaning::Anaphora
    } else {
        leaning(material.language, &lowered, first_name(material, sentence, &words))
    };
    let alone = match leaning {
        // «Биологи рассказали о результатах. Они вывели …»: shown with the sentence before it.
        Leaning::Anaphora if announced_by(material.text, material.language, material.sentences, index).is_some() => 1.0,
        Leaning::None => 1.0,
        Leaning::Connective => CONNECTED,
        Leaning::Anaphora => DANGLING,
    };
    let behind = if opens_with_pronoun(material.language, &lowered) { DANGLING } else { 1.0 };
    let connected = leaning == Leaning::Connective;
    Fitness { alone: complete * alone, behind: complete * behind.max(alone), connected }
}

/// The tokens of a sentence behind «он заявил, что», «по его словам», when it is certain who that is: whoever shows the
/// sentence says so (`attribution::told_by`).
fn behind_cue<'t>(material: &Material, sentence: Sentence, tokens: &'t [Token]) -> &'t [Token] {
    let known = material.quotes.iter().filter(|quote| quote.speaker.is_some() && !quote.direct);
    let inside = known.filter(|quote| sentence.span.contains(quote.span));
    let cues = inside.filter_map(|quote| quote.cue.filter(|cue| cue.end <= quote.span.start));
    let end = cues.filter(|cue| cue.start == sentence.span.start).map(|cue| cue.end).max();
    &tokens[end.map_or(0, |end| tokens.partition_point(|token| token.span.start < end))..]
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
    let lower = text.lower();
    if is_half(material.language, &lower) || is_expected_objection(material.language, &lower) {
        fitness *= UNFINISHED;
    }
    if is_announcement(material.language, text) {
        fitness *= ANNOUNCED;
    }
    fitness
}

/// Whether a sentence speaks of «он» or «they» before it names anybody or anything: «Два года спустя он вылечил пятерых».
fn has_stray_pronoun(material: &Material, sentence: Sentence, tokens: &[Token]) -> bool {
    let mention = material.mentions.partition_point(|mention| mention.span.start < sentence.span.start);
    let named = material.mentions.get(mention).map_or(usize::MAX, |mention| mention.span.start);
    for token in tokens.iter().take_while(|token| token.span.start < named) {
        let word = token.span.of(material.text).lower();
        if is_third_person(material.language, &word) {
            return true;
        }
        if matches!(token.pos, Pos::Noun | Pos::ProperNoun) && !is_time(&word) {
            return false;
        }
    }
    false
}

/// Whether the object of the first clause is a pronoun: «Группа купила её у города». Nobody's own clause names whom that
/// stands for.
fn has_stray_object(material: &Material, tokens: &[Token]) -> bool {
    let lower = |token: &Token| token.span.of(material.text).to_lowercase();
    let ends = |token: &Token| match token.pos {
        Pos::Function => matches!(lower(token).as_str(), "и" | "а" | "но" | "і" | "й" | "and"),
        Pos::Mark => matches!(token.span.of(material.text), "," | ":" | ";" | "—" | "–" | "-"),
        _ => false,
    };
    let clause: Vec<&Token> = tokens.iter().take_while(|token| !ends(token)).collect();
    clause.windows(2).enumerate().any(|(at, pair)| {
        // «встретил его коллега»: a possessive.
        let owner = clause.get(at + 2).is_some_and(|next| {
            matches!(next.pos, Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Number | Pos::Other)
        });
        pair[0].pos == Pos::Verb && is_third_persons_object(material.language, &lower(pair[1])) && !owner
    })
}

/// Whether a sentence says itself that it is somebody's words, by a pronoun, and nobody knows whose: «напоминает он».
fn is_told_by_a_pronoun(material: &Material, sentence: Sentence) -> bool {
    let unknown = material.quotes.iter().filter(|quote| quote.speaker.is_none());
    let mut cues = unknown.filter_map(|quote| quote.cue).filter(|cue| sentence.span.contains(*cue));
    cues.any(|cue| {
        let mut words = cue.of(material.text).split(|c: char| !c.is_alphanumeric());
        words.any(|word| is_third_person(material.language, &word.to_lowercase())) && !names_somebody(material, cue)
    })
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

/// Whose words a sentence is, as far as the sentence itself tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attributed {
    /// It is nobody's direct speech, or says whose it is.
    Here,
    /// Another sentence says whose words it is.
    Elsewhere,
    /// Nothing does.
    Nowhere,
}

/// Which sentences are someone's speech without the words that say whose: the attribution stands in
/// another sentence, or the quotation goes on beyond this one.
pub fn attributed(material: &Material) -> Vec<Attributed> {
    let inside = inside_long_quotes(material);
    let mut found: Vec<Attributed> =
        inside.iter().map(|inside| if *inside { Attributed::Nowhere } else { Attributed::Here }).collect();
    for quote in material.quotes.iter().filter(|quote| quote.direct) {
        let first = material.sentences.partition_point(|sentence| sentence.span.end <= quote.span.start);
        let last = material.sentences.partition_point(|sentence| sentence.span.start < quote.span.end);
        for (sentence, attributed) in material.sentences[first..last].iter().zip(&mut found[first..last]) {
            let spoken =
                quote.span.end.min(sentence.span.end).saturating_sub(quote.span.start.max(sentence.span.start));
            let here = quote.cue.is_some_and(|cue| sentence.span.overlaps(cue));
            if 2 * spoken <= sentence.span.len() {
                continue;
            }
            if quote.speaker.is_some() || quote.cue.is_some_and(|cue| names_somebody(material, cue)) {
                if !here || *attributed == Attributed::Nowhere {
                    *attributed = Attributed::Elsewhere;
                }
            } else {
                *attributed = Attributed::Nowhere;
            }
        }
    }
    found
}

/// Whether an attribution without a certain speaker names anybody at all: not «заключает автор», «сказал он».
fn names_somebody(material: &Material, cue: Span) -> bool {
    let speech = speech(material.language);
    let first = material.tokens.partition_point(|token| token.span.start < cue.start);
    let tokens = material.tokens[first..].iter().take_while(|token| token.span.start < cue.end);
    let noun = |token: &Token| matches!(token.pos, Pos::Noun | Pos::ProperNoun | Pos::Other);
    let nobody = |token: &Token| speech.authors.contains(&token.lemma.as_str());
    material.mentions.iter().any(|mention| cue.contains(mention.span))
        || tokens.clone().any(|token| noun(token) && !nobody(token))
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
