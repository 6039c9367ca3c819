//! A role as a phrase: its noun, the adjectives before it, and what it is of.

use std::ops::Range;

use super::head::{Head, head_at};
use super::nouns;
use crate::analysis::entities::agreement::{Cases, of_name, of_reading};
use crate::analysis::entities::line::Line;
use crate::language::Pos;
use crate::language::ru::morphology::Case;
use crate::span::Span;

/// How many words back a role may begin.
const REACH: usize = 20;
/// Words that a role may go on with after its noun, in another case than the genitive.
const PREPOSITIONS: &[&str] =
    &["по", "в", "во", "на", "при", "от", "из", "с", "со", "для", "за", "над", "к", "о", "об"];

/// A role where it stands.
pub struct Phrase {
    /// In the nominative.
    pub text: String,
    pub words: Range<usize>,
    pub span: Span,
}

/// The role that ends right before the word at `end`, for a name in one of `cases`.
pub fn ending_at(line: &Line<'_>, end: usize, cases: Cases) -> Option<Phrase> {
    let first = (0..end).rev().take(REACH).take_while(|&at| !is_boundary(line, at, cases)).last()?;
    let mut heads = (first..end)
        .filter(|&at| line.mention_at(at).is_none())
        .filter_map(|at| head_at(line, at, cases))
        .filter(|head| head.words.end <= end && !modifies_next(line, head, end))
        .filter(|head| is_complement(line, head, end, cases));
    let head = heads.next()?;
    let others = heads.any(|other| other.words.start >= head.words.end && !head.acting);
    if is_open(&head, others) {
        return None;
    }
    Some(phrase(line, &head, end))
}

/// Whether the head is an adjective of the noun after it: «ведущий аналитик» is no «ведущий».
fn modifies_next(line: &Line<'_>, head: &Head, end: usize) -> bool {
    head.lemma.ends_with("ий")
        && head.words.end < end
        && head_at(line, head.words.end, head.cases).is_some_and(|next| !next.acting)
}

/// Whether the name may belong to a noun inside the role, or be a genitive of its own.
fn is_open(head: &Head, others: bool) -> bool {
    !head.cases.has(Case::Nominative) && head.cases.has(Case::Genitive) && (others || nouns::is_relation(&head.lemma))
}

/// The roles that follow the word before `start`: between commas, in brackets, after a dash.
pub fn after(line: &Line<'_>, start: usize, cases: Cases) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = start;
    while at < line.len() && found.len() < 3 {
        let (closing, cases): (&[&str], Cases) = match line.lower(at) {
            "," => (&[",", ".", ";", "!", "?", "—", "–", ")", "»"], cases),
            "(" if found.is_empty() => (&[",", ")"], cases),
            "—" | "–" if found.is_empty() && cases.has(Case::Nominative) => {
                (&[",", ".", ";", "!", "?"], Cases::only(Case::Nominative))
            }
            _ => break,
        };
        let Some(phrase) = between(line, at + 1, closing, cases) else { break };
        at = phrase.words.end;
        found.push(phrase);
    }
    // «Путин, министр обороны и глава МИД»: a list of people, no description of one.
    if at < line.len() && matches!(line.lower(at), "и" | "или" | "а") {
        return Vec::new();
    }
    found
}

/// The role that takes up all from `start` to the next of the `closing` marks.
fn between(line: &Line<'_>, start: usize, closing: &[&str], cases: Cases) -> Option<Phrase> {
    let mut at = start;
    let head = loop {
        if at >= line.len() || at > start + 5 || line.mention_at(at).is_some() {
            return None;
        }
        match head_at(line, at, cases) {
            Some(head) => break head,
            None if modifies(line, at, cases) => at += 1,
            None => return None,
        }
    };
    let mut ends: Vec<usize> =
        (head.words.end..line.len()).filter(|&end| closing.contains(&line.lower(end))).take(4).collect();
    if ends.is_empty() {
        ends.push(line.len());
    }
    let end = ends.into_iter().find(|&end| is_complement(line, &head, end, cases))?;
    let others = (head.words.end..end).any(|at| line.is_person(at));
    if is_open(&head, others) && others {
        return None;
    }
    let phrase = phrase(line, &head, end);
    (phrase.words.start >= start).then_some(phrase)
}

/// Whether no role reaches over this word from the left.
fn is_boundary(line: &Line<'_>, at: usize, cases: Cases) -> bool {
    if let Some(mention) = line.mention_at(at) {
        // A person in the name's own case is the next in a list.
        return line.is_person(at) && !of_name(line, mention).and(cases).is_empty() && cases.has(Case::Nominative);
    }
    match line.lower(at) {
        "." => !is_abbreviated(line, at),
        ":" | ";" | "(" | ")" | "—" | "–" | "!" | "?" | "…" | "-" => true,
        _ => line.pos(at) == Pos::Verb && line.cases(at).is_empty(),
    }
}

/// Whether the full stop at `at` belongs to a short form: «и. о.», «ст. лейтенант».
fn is_abbreviated(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.touches_next(at - 1) && line.text(at - 1).chars().count() <= 3
}

/// Whether the words from `head` to `end` are what the role is of.
fn is_complement(line: &Line<'_>, head: &Head, end: usize, cases: Cases) -> bool {
    let mut governed = Cases::only(Case::Genitive);
    if nouns::governs_instrumental(&head.lemma) {
        governed = governed.or(Cases::only(Case::Instrumental));
    }
    if matches!(head.lemma.as_str(), "исполняющий" | "исполняющая") {
        governed = governed.or(Cases::only(Case::Accusative));
    }
    let mut at = head.words.end;
    let mut quoted = 0_i32;
    let mut linked = false;
    while at < end {
        let word = line.lower(at);
        match word {
            "«" | "“" | "„" => quoted += 1,
            "»" | "”" => quoted -= 1,
            "\"" => quoted = 1 - quoted.min(1),
            _ if quoted > 0 => {}
            "и" | "или" if at > head.words.end && at + 1 < end => {
                // «директор завода и депутат Иванов» are two roles.
                if (at + 1..(at + 4).min(end)).any(|next| {
                    line.mention_at(next).is_none() && head_at(line, next, cases).is_some_and(|other| !other.acting)
                }) {
                    return false;
                }
                linked = true;
                at += 1;
                continue;
            }
            "," => {
                let listed = at > head.words.end && (at + 1..end).any(|later| line.lower(later) == "и");
                if !listed {
                    return false;
                }
                linked = true;
                at += 1;
                continue;
            }
            "." if is_abbreviated(line, at) => {}
            "-" | "/" | "№" => {}
            _ if PREPOSITIONS.contains(&word) && line.mention_at(at).is_none() => {
                if at + 1 >= end {
                    return false;
                }
                governed = Cases::ALL.without(Case::Nominative);
            }
            _ => match line.mention_at(at) {
                Some(mention) if line.is_person(at) => {
                    let own = of_name(line, mention);
                    if own.and(governed).is_empty() {
                        return false;
                    }
                    at = line.words_of(mention).map_or(at, |words| words.end - 1);
                }
                Some(_) => {}
                None if !belongs(line, at, governed) => return false,
                None => {}
            },
        }
        linked = false;
        at += 1;
    }
    quoted == 0 && !linked
}

/// Whether a word that is part of no mention can stand in what a role is of.
fn belongs(line: &Line<'_>, at: usize, governed: Cases) -> bool {
    let text = line.text(at);
    let name_like = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        || text.chars().count() >= 2 && text.chars().all(|c| c.is_uppercase() || c == '-');
    name_like || line.pos(at) != Pos::Mark && !line.cases(at).and(governed).is_empty()
}

/// Whether the word is an adjective or number before a role, in one of `cases`.
fn modifies(line: &Line<'_>, at: usize, cases: Cases) -> bool {
    is_ordinal(line.text(at))
        || line.mention_at(at).is_none()
            && line
                .readings(at)
                .any(|reading| reading.pos == Pos::Adjective && !of_reading(reading).and(cases).is_empty())
}

/// «44-й»
fn is_ordinal(word: &str) -> bool {
    word.split_once('-').is_some_and(|(number, end)| {
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) && end.chars().count() <= 3
    })
}

/// The role of `head` up to `end`, with the adjectives before it that belong to it.
fn phrase(line: &Line<'_>, head: &Head, end: usize) -> Phrase {
    let mut start = head.words.start;
    let mut before: Vec<String> = Vec::new();
    while start > 0 && line.mention_at(start - 1).is_none() {
        let at = start - 1;
        let Some(word) = modifier(line, at, head.cases) else { break };
        before.push(word);
        start = at;
    }
    before.reverse();
    before.push(head.nominative.clone());
    if end > head.words.end {
        before.push(line.written(&(head.words.end..end)));
    }
    let words = start..end;
    Phrase { text: before.join(" "), span: line.span(&words), words }
}

/// The word before a role in the nominative, when it belongs to it.
fn modifier(line: &Line<'_>, at: usize, cases: Cases) -> Option<String> {
    let text = line.text(at);
    if is_ordinal(text) {
        return Some(text.to_owned());
    }
    if text.chars().filter(|c| c.is_uppercase()).count() > 1 {
        return None;
    }
    let reading = line.readings(at).find(|reading| {
        reading.pos == Pos::Adjective && !reading.plural && !of_reading(reading).and(cases).is_empty()
    })?;
    reading.nominative(text).filter(|word| !nouns::is_no_part(&word.replace('ё', "е")))
}
