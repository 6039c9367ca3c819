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
    /// The key in the reference tables: that of a body with a name of its own (the Pentagon is the United
    /// States' ministry of defence), or with the state's code: `org:МИД@RU`.
    pub fn key(&self) -> String {
        if let Some(own) = self.own() {
            return own.key.clone();
        }
        match self.owner.and_then(|owner| owner.country) {
            Some(code) if self.entry.country != Some(code) => format!("{}@{code}", self.entry.key),
            _ => self.entry.key.clone(),
        }
    }

    /// The entry of this very state's body, where the tables have one.
    fn own(&self) -> Option<&'static Entry> {
        self.owner?;
        gazetteer::lookup(&self.name_in_full()).into_iter().find(|entry| entry.class == Class::National)
    }

    /// Whether the state is known, by the form or by the tables.
    pub fn is_owned(&self) -> bool {
        self.owner.is_some() || self.entry.class == Class::National
    }

    /// The name in full: «Министерство иностранных дел России».
    pub fn name(&self) -> String {
        match self.own() {
            Some(own) => own.name("ru").to_owned(),
            None if self.entry.class == Class::National && self.key() == self.entry.key => {
                self.entry.name("ru").to_owned()
            }
            None => self.name_in_full(),
        }
    }

    fn name_in_full(&self) -> String {
        let body = self.entry.name("ru");
        // «Комитет национальной безопасности Казахстана» of another state is not Kazakhstan's.
        let state = self.entry.country.and_then(|code| gazetteer::get(&format!("country:{code}")));
        let ending = state.map(|state| format!(" {}", genitive(state.name("ru"))));
        let body = ending.and_then(|ending| body.strip_suffix(&ending)).unwrap_or(body);
        match self.owner {
            Some(owner) => format!("{body} {}", genitive(owner.name("ru"))),
            None => body.to_owned(),
        }
    }
}

/// Reads `form` as the body of a state; `None` when it is something else. `owner` is the code of the
/// state that the text around it names.
pub fn body(form: &str, owner: Option<&str>) -> Option<Body> {
    let around = owner.and_then(|code| gazetteer::get(&format!("country:{code}")));
    let words: Vec<&str> = form.split_whitespace().collect();
    if let [first, rest @ ..] = words.as_slice()
        && !rest.is_empty()
        && let Some(state) = gazetteer::country_of_adjective(first)
        && let Some(entry) = of_states(&rest.join(" "))
    {
        return Some(Body { entry, owner: Some(state) });
    }
    (1..=words.len().min(12)).rev().find_map(|length| {
        let entry = of_states(&words[..length].join(" "))?;
        if length == words.len() {
            return Some(Body { entry, owner: around });
        }
        let owner = country(&words[length..].join(" "))?;
        Some(Body { entry, owner: Some(owner) })
    })
}

/// Whether the tables know the form as the body of some state, which it does not name.
pub fn is_of_state(form: &str) -> bool {
    of_states(form).is_some()
}

/// A body that every state has, or that one state has.
fn of_states(form: &str) -> Option<&'static Entry> {
    gazetteer::lookup(form).into_iter().find(|entry| matches!(entry.class, Class::Generic | Class::National))
}

/// The key of a body that every state has one of («org:Минфин») when `name` does not say whose it is.
pub fn unowned_body(name: &str) -> Option<String> {
    body(name, None).filter(|body| !body.is_owned()).map(|body| body.entry.key.clone())
}

/// The key of the body `unowned` (as [`unowned_body`] gives it) of the state with this code.
pub fn owned_body(unowned: &str, code: &str) -> String {
    let owner = gazetteer::get(&format!("country:{code}"));
    match gazetteer::get(unowned) {
        Some(entry) => Body { entry, owner }.key(),
        None => format!("{unowned}@{code}"),
    }
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
pub(super) fn genitive(name: &str) -> String {
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
