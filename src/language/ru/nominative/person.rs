//! People: one case and one gender for all words of the name.

use std::collections::BTreeMap;

use super::spelling::{is_cyrillic, restore};
use super::{Context, Evidence, Resolved, fold, shares};
use crate::language::Pos;
use crate::language::ru::declension::{guesses, is_vowel};
use crate::language::ru::morphology::{AnalysedToken, Case, Gender, NamePart, Reading, readings};
use crate::span::Span;

/// Who a form can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bearer {
    Man,
    Woman,
    /// Several people of one name («братья Стругацкие»).
    Several,
}

const BEARERS: [(Bearer, f64); 3] = [(Bearer::Man, 0.6), (Bearer::Woman, 0.4), (Bearer::Several, 0.02)];

impl Bearer {
    const fn gender(self) -> Option<Gender> {
        match self {
            Self::Man => Some(Gender::Masculine),
            Self::Woman => Some(Gender::Feminine),
            Self::Several => None,
        }
    }
}

/// A word of the name, or a hyphenated part of one, with its possible nominatives.
struct Word {
    span: Span,
    /// For each case and bearer the nominatives (lower case) and their weights.
    options: BTreeMap<(Case, Bearer), Vec<(String, f64)>>,
}

/// Words that stand inside names and never change.
const PARTICLES: &[&str] = &[
    "фон",
    "дер",
    "ден",
    "ван",
    "де",
    "да",
    "ди",
    "дю",
    "ле",
    "ла",
    "дель",
    "делла",
    "дос",
    "душ",
    "дас",
    "аль",
    "эль",
    "аль-",
    "ас",
    "аш",
    "ар",
    "ад",
    "ан",
    "бин",
    "бен",
    "ибн",
    "абу",
    "оглы",
    "оглу",
    "кызы",
    "гызы",
    "улы",
    "уулу",
    "заде",
    "хан",
    "бей",
    "паша",
    "тер",
    "о",
    "и",
    "цу",
    "зу",
    "сен",
    "мак",
    "на",
];

pub fn resolve(context: &Context<'_>, evidence: &Evidence) -> Resolved {
    let prior = context.case_prior();
    let words = words(context, &prior, evidence);
    if words.is_empty() {
        return Resolved { form: context.span.of(context.text).to_owned(), person: true, ..Resolved::default() };
    }
    let several =
        context.first > 0 && shares(&context.tokens[context.first - 1], |r| r.plural && r.pos == Pos::Noun) > 0.5;
    let mut scored: Vec<(f64, Case, Bearer)> = Vec::new();
    for case in Case::ALL {
        for (bearer, share) in BEARERS {
            let mut score = if bearer == Bearer::Several && several { 0.8_f64.ln() } else { share.ln() };
            score += prior[case as usize].ln();
            score += predicate(context, case, bearer);
            for word in &words {
                let best = word.options.get(&(case, bearer)).and_then(|options| best(options));
                score += best.map_or(1e-7, |option| option.1).ln();
            }
            scored.push((score, case, bearer));
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let write = |case, bearer| render(context, &words, case, bearer);
    let (top, case, bearer) = scored[0];
    let form = write(case, bearer);
    let rival = scored[1..].iter().find(|&&(_, case, bearer)| write(case, bearer) != form);
    let nominatives = words
        .iter()
        .map(|word| {
            let option = word.options.get(&(case, bearer)).and_then(|options| best(options));
            fold(option.map_or(word.span.of(context.text), |option| &option.0))
        })
        .collect();
    Resolved {
        form,
        words: nominatives,
        gender: bearer.gender(),
        sure: rival.is_none_or(|rival| top - rival.0 > 2.0),
        person: true,
    }
}

fn best(options: &[(String, f64)]) -> Option<&(String, f64)> {
    options.iter().max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
}

/// A verb in the past beside the name speaks for a subject of its gender.
fn predicate(context: &Context<'_>, case: Case, bearer: Bearer) -> f64 {
    let Some(next) = context.tokens.get(context.after) else { return 0.0 };
    let verb = shares(next, |reading| reading.finite && reading.gender.is_some());
    if verb < 0.5 || case != Case::Nominative {
        return 0.0;
    }
    let agrees = shares(next, |reading| reading.finite && reading.gender == bearer.gender());
    if agrees > 0.5 { 0.7 } else { -1.5 }
}

fn words(context: &Context<'_>, prior: &[f64; 6], evidence: &Evidence) -> Vec<Word> {
    let range = context.first..context.after;
    let changing: Vec<usize> = range.clone().filter(|&index| changes(context, index)).collect();
    let mut words = Vec::new();
    for (place, &index) in changing.iter().enumerate() {
        let last = place + 1 == changing.len();
        let token = &context.tokens[index];
        let text = context.word(index);
        let whole = token.readings.iter().any(|reading| reading.known && reading.name.is_some());
        if text.contains('-') && !whole {
            let mut start = token.span.start;
            for part in text.split('-') {
                let span = Span::new(start, start + part.len());
                start = span.end + 1;
                let end = span.end == token.span.end;
                if part.chars().count() < 2 || (PARTICLES.contains(&fold(part).as_str())) {
                    continue;
                }
                let alone = readings(part);
                let weight = if end { 0.0005 } else { 0.03 };
                words.push(word(part, span, &alone, prior, weight, evidence, true));
            }
        } else {
            let weight = match (last, is_syllable(text)) {
                (false, true) => 0.06,
                (false, false) => 0.002,
                (true, _) => 0.0003,
            };
            words.push(word(text, token.span, &token.readings, prior, weight, evidence, false));
        }
    }
    words
}

/// Whether the token is a word of the name that takes endings.
fn changes(context: &Context<'_>, index: usize) -> bool {
    let text = context.word(index);
    let AnalysedToken { span, .. } = context.tokens[index];
    let letters = text.chars().count();
    let initial = letters <= 2
        && text.chars().next().is_some_and(char::is_uppercase)
        && context.text[span.end..].starts_with('.');
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    !initial
        && letters > 1
        && is_cyrillic(text)
        && !(PARTICLES.contains(&text.to_lowercase().as_str())
            && (!capital || is_syllable(text) && index + 1 < context.after))
        && (capital || context.tokens[index].readings.iter().any(|reading| reading.pos == Pos::Adjective))
}

/// One short syllable, as the parts of Chinese, Korean and Vietnamese names have.
fn is_syllable(word: &str) -> bool {
    let vowels = word.to_lowercase().chars().filter(|&c| is_vowel(c)).count();
    word.chars().count() <= 5 && vowels == 1
}

/// Collects what `text` can be the form of.
fn word(
    text: &str,
    span: Span,
    found: &[Reading],
    prior: &[f64; 6],
    undeclined: f64,
    evidence: &Evidence,
    alone: bool,
) -> Word {
    let lower = text.to_lowercase();
    let mut options: BTreeMap<(Case, Bearer), BTreeMap<String, f64>> = BTreeMap::new();
    let mut add = |case: Case, bearer: Bearer, nominative: String, weight: f64| {
        *options.entry((case, bearer)).or_default().entry(nominative).or_default() += weight;
    };
    let known = found.iter().any(|reading| reading.known && reading.name.is_some() && !reading.plural);
    for reading in found {
        let factor = match (reading.name, reading.pos, reading.animate) {
            (Some(NamePart::Given | NamePart::Patronymic | NamePart::Surname), ..) => 1.0,
            (Some(_), ..) => 0.2,
            (None, Pos::Adjective, _) => 0.4,
            (None, Pos::Noun, Some(true)) => 0.3,
            (None, Pos::Noun | Pos::ProperNoun, _) => 0.1,
            _ => continue,
        };
        let (Some(case), Some(nominative)) = (reading.case, reading.nominative()) else { continue };
        // A guess has been weighed once by how the ending is spread among all words, names or not.
        let factor = if reading.known { factor } else { factor * 0.5 };
        // A part of a word has no sentence of its own: the name's case stands in for it.
        let weight = factor * reading.probability * if alone { 0.2 + prior[case as usize] } else { 1.0 };
        if reading.plural {
            add(case, Bearer::Several, nominative, weight);
        } else if reading.indeclinable && reading.name == Some(NamePart::Surname) && !lower.ends_with(|c| !is_vowel(c))
        {
            add(case, Bearer::Man, nominative.clone(), weight);
            add(case, Bearer::Woman, nominative, weight);
        } else {
            match reading.gender {
                Some(Gender::Masculine) => add(case, Bearer::Man, nominative, weight),
                Some(Gender::Feminine) => add(case, Bearer::Woman, nominative, weight),
                _ => {}
            }
        }
    }
    for guess in guesses(&lower) {
        let bearer = if guess.gender == Gender::Feminine { Bearer::Woman } else { Bearer::Man };
        let weight = guess.weight * if known { 0.02 } else { 0.3 } * (0.1 + prior[guess.case as usize].min(2.0));
        add(guess.case, bearer, guess.nominative, weight);
    }
    for case in Case::ALL {
        for (bearer, _) in BEARERS {
            let share = if bearer == Bearer::Several { 0.1 } else { 1.0 };
            add(case, bearer, lower.clone(), undeclined * share);
        }
    }
    let options = options
        .into_iter()
        .map(|(key, nominatives)| {
            let weighed = nominatives
                .into_iter()
                .map(|(nominative, weight)| {
                    let support = evidence.support(&nominative, key.1.gender());
                    (nominative, weight * support)
                })
                .collect();
            (key, weighed)
        })
        .collect();
    Word { span, options }
}

/// The name with its words in the nominative, the rest as it is written.
fn render(context: &Context<'_>, words: &[Word], case: Case, bearer: Bearer) -> String {
    let mut form = String::with_capacity(context.span.len());
    let mut written = context.span.start;
    for word in words {
        let Some((nominative, _)) = word.options.get(&(case, bearer)).and_then(|options| best(options)) else {
            continue;
        };
        form.push_str(&context.text[written..word.span.start]);
        let original = word.span.of(context.text);
        if case == Case::Nominative {
            form.push_str(original);
        } else {
            form.push_str(&restore(original, nominative));
        }
        written = word.span.end;
    }
    form.push_str(&context.text[written..context.span.end.max(written)]);
    form
}
