//! Languages without a model of their own: sentences by their abbreviations, words by their letters,
//! names by their capitals and by the reference tables.

mod endings;
mod names;
mod rules;
pub(super) mod speech;
mod tokens;
mod vocabulary;

use rust_stemmers::{Algorithm, Stemmer};

use super::sentences::{Rules, sentences};
use super::{LanguagePack, Parsed, Pos, Token};

/// A language known by its rules alone.
struct GeneralPack {
    code: &'static str,
    rules: &'static Rules,
    stemmer: Option<Algorithm>,
}

static PACKS: &[GeneralPack] = &[
    GeneralPack { code: "en", rules: &rules::ENGLISH, stemmer: Some(Algorithm::English) },
    GeneralPack { code: "uk", rules: &rules::UKRAINIAN, stemmer: None },
    GeneralPack { code: "kk", rules: &rules::KAZAKH, stemmer: None },
    GeneralPack { code: "be", rules: &rules::UKRAINIAN, stemmer: None },
    GeneralPack { code: "ky", rules: &rules::KAZAKH, stemmer: None },
    GeneralPack { code: "de", rules: &rules::OTHER, stemmer: Some(Algorithm::German) },
    GeneralPack { code: "fr", rules: &rules::OTHER, stemmer: Some(Algorithm::French) },
    GeneralPack { code: "es", rules: &rules::OTHER, stemmer: Some(Algorithm::Spanish) },
    GeneralPack { code: "it", rules: &rules::OTHER, stemmer: Some(Algorithm::Italian) },
    GeneralPack { code: "pt", rules: &rules::OTHER, stemmer: Some(Algorithm::Portuguese) },
    GeneralPack { code: "tr", rules: &rules::OTHER, stemmer: Some(Algorithm::Turkish) },
    GeneralPack { code: "und", rules: &rules::OTHER, stemmer: None },
];

/// The pack of the language `code`, or the one for all languages without one.
pub(super) fn pack(code: &str) -> &'static dyn LanguagePack {
    PACKS.iter().find(|pack| pack.code == code).unwrap_or(&PACKS[PACKS.len() - 1])
}

impl LanguagePack for GeneralPack {
    fn code(&self) -> &'static str {
        self.code
    }

    fn parse(&self, text: &str) -> Parsed {
        let sentences = sentences(text, self.rules);
        let spans = tokens::tokens(text);
        let names = names::names(text, &spans, &sentences, self.rules, vocabulary::vocabulary(self.code));
        let stemmer = self.stemmer.map(Stemmer::create);
        let tokens = spans
            .iter()
            .map(|&span| {
                let word = span.of(text);
                let lower = word.to_lowercase();
                let next = names.partition_point(|name| name.span.end <= span.start);
                let is_name = names.get(next).is_some_and(|name| name.span.contains(span));
                let pos = part_of_speech(&lower, is_name, self.rules);
                let lemma = match &stemmer {
                    Some(stemmer) if pos == Pos::Other => stemmer.stem(&lower).into_owned(),
                    _ => lower,
                };
                Token { span, lemma, pos }
            })
            .collect();
        Parsed { sentences, tokens, names }
    }
}

/// As far as the word alone shows it; [`Pos::Other`] for all that may be nouns, verbs or adjectives.
fn part_of_speech(lower: &str, is_name: bool, rules: &Rules) -> Pos {
    let is_function = || rules.starters.contains(&lower);
    match lower.chars().next() {
        Some(first) if first.is_numeric() => Pos::Number,
        Some(first) if !first.is_alphabetic() => Pos::Mark,
        _ if is_name => Pos::ProperNoun,
        _ if is_function() => Pos::Function,
        _ => Pos::Other,
    }
}
