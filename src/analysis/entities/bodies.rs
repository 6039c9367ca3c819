//! Bodies that every state has one of, and whose they are: «МИД РФ», «Министерство финансов Казахстана».

use crate::language::gazetteer::{self, Class, Entry};
use crate::language::ru::morphology::{Case, analyse_sentence, readings};
use crate::language::ru::nominative::nominatives;
use crate::language::{EntityKind, Pos};
use crate::span::Span;

/// A body of some state.
#[derive(Debug, Clone)]
pub struct Body {
    /// The body, without its state.
    pub entry: &'static Entry,
    /// The state, where the form names it.
    pub owner: Option<&'static Entry>,
}

impl Body {
    /// The key in the reference tables, with the state's code: `org:МИД@RU`.
    pub fn key(&self) -> String {
        match self.owner.and_then(|owner| owner.country) {
            Some(code) => format!("{}@{code}", self.entry.key),
            None => self.entry.key.clone(),
        }
    }

    /// The name in full: «Министерство иностранных дел России».
    pub fn name(&self) -> String {
        let body = self.entry.name("ru");
        match self.owner {
            Some(owner) => format!("{body} {}", genitive(owner.name("ru"))),
            None => body.to_owned(),
        }
    }
}

/// Reads `form` as the body of a state; `None` when it is something else.
pub fn body(form: &str) -> Option<Body> {
    let words: Vec<&str> = form.split_whitespace().collect();
    (1..=words.len().min(12)).rev().find_map(|length| {
        let entry =
            *gazetteer::lookup(&words[..length].join(" ")).iter().find(|entry| entry.class == Class::Generic)?;
        if length == words.len() {
            return Some(Body { entry, owner: None });
        }
        let owner = country(&words[length..].join(" "))?;
        Some(Body { entry, owner: Some(owner) })
    })
}

/// The key of a body of some state («org:Минфин») when `name` does not say of which.
pub fn unowned_body(name: &str) -> Option<String> {
    body(name).filter(|body| body.owner.is_none()).map(|body| body.entry.key.clone())
}

/// The country that a genitive names: «Китая», «Республики Казахстан», «РФ».
fn country(owner: &str) -> Option<&'static Entry> {
    let known = |form: &str| gazetteer::lookup(form).into_iter().find(|entry| entry.class == Class::Country);
    known(owner).or_else(|| {
        let text = format!("власти {owner}");
        let mut at = 0;
        let tokens: Vec<Span> = text
            .split(' ')
            .map(|word| {
                let span = Span::new(at, at + word.len());
                at = span.end + 1;
                span
            })
            .collect();
        let span = Span::new(tokens[1].start, text.len());
        let sentence = analyse_sentence(&text, &tokens);
        known(nominatives(&text, &[sentence], &[(span, EntityKind::Place)]).first()?)
    })
}

/// `name` in the genitive; as it is where the dictionary does not know how.
fn genitive(name: &str) -> String {
    let inflected: Option<Vec<String>> = name
        .split(' ')
        .map(|word| {
            if word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains('-') {
                return Some(word.to_owned());
            }
            let found = readings(word);
            let nominative = found.iter().find(|reading| {
                reading.case == Some(Case::Nominative)
                    && matches!(reading.pos, Pos::Noun | Pos::ProperNoun | Pos::Adjective)
            })?;
            let form = nominative.genitive()?;
            let mut letters = form.chars();
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            Some(if capital {
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
            } else {
                form
            })
        })
        .collect();
    match inflected {
        Some(words) if !name.contains('-') => words.join(" "),
        _ => name.to_owned(),
    }
}
