//! Text in; sentences, tokens, lemmas, names and dates out. One language at a time, behind one
//! interface ([`LanguagePack`]), with a pack for each language.
//!
//! Knows nothing of articles, files or the site. All spans are byte spans of the text handed in.

mod announcements;
mod dates;
mod detection;
mod discourse;
pub mod gazetteer;
mod general;
mod modality;
pub mod person_name;
pub mod quantity;
mod relations;
mod reporting;
pub mod ru;
pub mod search;
pub mod sentences;
pub mod speech;
mod word_lists;

pub use announcements::is_announcement;
pub use dates::{FoundDate, find_dates};
pub use detection::detect;
pub use discourse::{
    Leaning, is_apparent, is_expected_objection, is_half, is_third_person, is_third_persons_object, is_time, leaning,
    opens_with_pronoun, takes_back,
};
pub use modality::{Modality, modality};
pub use relations::{Phrase, Relation, Relations, relations};
pub use reporting::{Reporting, reporting};
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What kind of thing a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, party, ministry, outlet, alliance, team…
    Organization,
    /// A country, city, region, river, building…
    Place,
}

/// A word, number or mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its lemma in lower case; the token itself in lower case where none is known.
    pub lemma: String,
    /// Its part of speech in this sentence.
    pub pos: Pos,
}

/// Parts of speech, after the Universal Dependencies tag set, as far as the program tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pos {
    /// Common noun.
    Noun,
    /// Proper noun.
    ProperNoun,
    /// Adjective, participle used as one.
    Adjective,
    /// Verb, auxiliary, participle, converb.
    Verb,
    /// Adverb.
    Adverb,
    /// Pronoun or determiner.
    Pronoun,
    /// Number, in digits or words.
    Number,
    /// Preposition, conjunction, particle.
    Function,
    /// Punctuation or symbol.
    Mark,
    /// Anything else.
    Other,
}

/// A name as it stands in the text, with its dictionary form.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// The mention itself in the nominative, in its own spelling («Токаевым» → «Токаев»).
    pub form: String,
}

/// A text taken apart by a [`LanguagePack`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    /// Sentences in order; none crosses a line end.
    pub sentences: Vec<Span>,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// Names in order; no two overlap.
    pub names: Vec<Name>,
}

/// What the program knows of one language.
pub trait LanguagePack: Sync {
    /// The language's BCP 47 code; `und` for the pack that serves all others.
    fn code(&self) -> &'static str;

    /// Takes a text apart. Never fails: what a pack cannot tell is absent.
    fn parse(&self, text: &str) -> Parsed;

    /// The tokens of [`parse`](Self::parse) alone, for texts whose names nobody asks for.
    fn tokens(&self, text: &str) -> Vec<Token> {
        self.parse(text).tokens
    }

    /// How surprising a word form in lower case is in news, in bits; `None` where that is not known.
    fn surprise(&self, _word: &str) -> Option<f32> {
        None
    }

    /// The numbers that stand for the meaning of a word form in lower case, of length 1: words that are
    /// used alike have a high cosine. `None` where the word, or the language's vectors, are not known.
    fn vector(&self, _word: &str) -> Option<Vec<f32>> {
        None
    }
}

/// The pack for a language, given its BCP 47 code (`ru`, `ru-RU`, `EN`). A language without a pack of its
/// own gets the general one, which knows sentences, words and capitals.
pub fn pack(code: &str) -> &'static dyn LanguagePack {
    let language = code.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    match language.as_str() {
        "ru" => &ru::RussianPack,
        other => general::pack(other),
    }
}

/// Whether `word` can stand for what a number counts: in Russian a noun in a case that numbers govern.
pub fn counted_in(language: &str, word: &str) -> bool {
    if language != "ru" {
        return true;
    }
    let counts = |reading: &ru::morphology::Reading| {
        reading.pos == Pos::Noun && reading.case.is_some_and(|case| case != ru::morphology::Case::Nominative)
    };
    ru::morphology::readings(word).iter().any(counts)
}

/// Whether `word` can be a noun in the genitive: «зерна» in «тонн зерна».
pub fn is_genitive(language: &str, word: &str) -> bool {
    has_case(language, word, ru::morphology::Case::Genitive)
}

/// Whether `word` can be the subject of a sentence.
pub fn is_nominative(language: &str, word: &str) -> bool {
    has_case(language, word, ru::morphology::Case::Nominative)
}

/// Whether `word` can name a living being; where a language's forms do not tell, every word can.
pub fn is_animate(language: &str, word: &str) -> bool {
    language != "ru" || ru::morphology::readings(word).iter().any(|reading| reading.animate == Some(true))
}

/// Where a language's forms do not tell, every word can have any case.
fn has_case(language: &str, word: &str, case: ru::morphology::Case) -> bool {
    language != "ru" || ru::morphology::readings(word).iter().any(|reading| reading.case == Some(case))
}

/// Whether `word`, in lower case, tells when by itself («вчера», «летом»), without a preposition.
pub fn is_adverb_of_time(word: &str) -> bool {
    ru::morphology::readings(word).iter().any(|reading| reading.pos == Pos::Adverb)
        || ["вчера", "сегодня", "завтра", "накануне"].contains(&word)
}

/// Whether `word` can be a finite verb in the second or third person: what a person who is spoken of
/// does. Where a language's forms do not tell, every word can.
pub fn is_told_of(language: &str, word: &str) -> bool {
    if language != "ru" {
        return true;
    }
    // «отметим», «напомню» are the writer's own.
    let own = ["им", "ем", "ём", "ю", "у"].iter().any(|ending| word.ends_with(ending));
    ru::morphology::tense(word).is_some_and(|tense| !own || tense == ru::morphology::Tense::Past)
}

/// Whether the words before a verb negate it; `before` is in lower case.
pub fn is_negated(language: &str, before: &[String]) -> bool {
    let last = before.last().map_or("", String::as_str);
    match language {
        "en" => matches!(last, "not" | "never") || last.ends_with("n't"),
        _ => matches!(last, "не" | "ни"),
    }
}
