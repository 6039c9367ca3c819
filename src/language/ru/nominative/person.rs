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
    let words = words(context, evidence);
    if words.is_empty() {
        return Resolved { form: context.span.of(context.text).to_owned(), person: true, ..Resolved::default() };
    }
    let prior = prior(context);
    let mut scored: Vec<(f64, Case, Bearer)> = Vec::new();
    for case in Case::ALL {
        for (bearer, _) in BEARERS {
            let mut score = prior[&(case, bearer)].ln() + predicate(context, case, bearer);
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

/// How likely each case and bearer is, by the sentence: what its context model has learnt of the
/// name's words beyond the words themselves, and what stands to the left.
fn prior(context: &Context<'_>) -> BTreeMap<(Case, Bearer), f64> {
    let learnt: Vec<BTreeMap<(Case, Bearer), f64>> = (context.first..context.after)
        .filter(|&index| changes(context, index))
        .map(|index| learnt(&context.tokens[index].readings, &readings(context.word(index))))
        .collect();
    let left = context.left().map(|index| &context.tokens[index]);
    let share_left = |fits: fn(&Reading) -> bool| left.map_or(0.0, |left| shares(left, fits));
    let several = share_left(|r| r.plural && r.pos == Pos::Noun && r.animate == Some(true)) > 0.5;
    let thing = |r: &Reading| r.pos == Pos::Noun && r.animate == Some(false);
    let owned = left.map_or(0.0, |left| shares(left, thing)) > 0.5;
    let subject = left.map_or(0.0, |left| shares(left, |r| thing(r) && r.case == Some(Case::Nominative))) > 0.5;
    let evidence = context.case_evidence();
    let mut prior = BTreeMap::new();
    for case in Case::ALL {
        for (bearer, share) in BEARERS {
            let share = if bearer == Bearer::Several && several { 0.8 } else { share };
            let mut likely = share * evidence[case as usize] * if case == Case::Nominative { 2.0 } else { 1.0 };
            let words: Vec<f64> = learnt.iter().filter_map(|word| word.get(&(case, bearer)).copied()).collect();
            if !words.is_empty() {
                likely *= (words.iter().map(|share| share.ln()).sum::<f64>() / words.len() as f64).exp();
            }
            // After a thing the name says whose it is: «Состояние Илона Маска».
            likely *= match case {
                Case::Genitive if owned => 4.0,
                Case::Nominative if subject => 0.03,
                _ => 1.0,
            };
            prior.insert((case, bearer), likely);
        }
    }
    prior
}

/// How much likelier the sentence makes each case and bearer of one word, among its readings as a name.
fn learnt(here: &[Reading], alone: &[Reading]) -> BTreeMap<(Case, Bearer), f64> {
    let spread = |readings: &[Reading]| {
        let mut spread: BTreeMap<(Case, Bearer), f64> = BTreeMap::new();
        for reading in readings {
            let Some(case) = reading.case else { continue };
            for bearer in bearers(reading) {
                *spread.entry((case, bearer)).or_default() += naming(reading) * reading.probability;
            }
        }
        let total: f64 = spread.values().sum();
        spread.values_mut().for_each(|share| *share /= total.max(1e-9));
        spread
    };
    let here = spread(here);
    spread(alone)
        .into_iter()
        .map(|(key, before)| (key, (here.get(&key).copied().unwrap_or(0.0) + 0.05) / (before + 0.05)))
        .collect()
}

/// How likely a reading of this kind is inside a person's name.
fn naming(reading: &Reading) -> f64 {
    match (reading.name, reading.pos, reading.animate) {
        (Some(NamePart::Patronymic), ..) if !reading.known => 0.05,
        (Some(NamePart::Given | NamePart::Patronymic | NamePart::Surname), ..) if reading.known => 1.0,
        (Some(NamePart::Given | NamePart::Patronymic | NamePart::Surname), ..) => 0.5,
        (Some(_), ..) => 0.03,
        (None, Pos::Adjective, _) => 0.2,
        (None, Pos::Noun, Some(true)) => 0.1,
        (None, Pos::Noun | Pos::ProperNoun, _) => 0.03,
        _ => 0.0,
    }
}

/// Whom a reading can stand for.
fn bearers(reading: &Reading) -> Vec<Bearer> {
    if reading.plural {
        return vec![Bearer::Several];
    }
    // The dictionary marks surnames that never change as masculine; those in a vowel serve both.
    if reading.indeclinable && reading.name == Some(NamePart::Surname) && reading.lemma.ends_with(is_vowel) {
        return vec![Bearer::Man, Bearer::Woman];
    }
    match reading.gender {
        Some(Gender::Masculine) => vec![Bearer::Man],
        Some(Gender::Feminine) => vec![Bearer::Woman],
        _ => Vec::new(),
    }
}

fn words(context: &Context<'_>, evidence: &Evidence) -> Vec<Word> {
    let changing: Vec<usize> = (context.first..context.after).filter(|&index| changes(context, index)).collect();
    // «Ким Чен Ын», «Мун Чжэ Ин»: such names are men's and women's alike, and only the last part declines.
    let syllables = changing.len() >= 3 && changing[..2].iter().all(|&index| is_syllable(context.word(index)));
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
                if part.chars().count() < 2 || is_particle(part) {
                    continue;
                }
                words.push(word(part, span, if end { 0.0005 } else { 0.03 }, last, evidence));
            }
        } else {
            let weight = match (last, is_syllable(text)) {
                (false, true) => 0.06,
                (false, false) => 0.002,
                (true, _) => 0.0003,
            };
            let mut word = word(text, token.span, weight, last, evidence);
            if syllables && last {
                for (key, options) in &mut word.options {
                    let share = if key.0 == Case::Nominative && text.ends_with('а') { 0.002 } else { 1.0 };
                    options.iter_mut().for_each(|option| option.1 *= share);
                }
            }
            words.push(word);
        }
    }
    words
}

/// Whether a feminine nominative is the counterpart of a man's surname in -ов, -ин or -ий.
fn is_possessive(nominative: &str) -> bool {
    ["ова", "ева", "ёва", "ина", "ына", "ая"].iter().any(|end| nominative.ends_with(end))
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Whether the token is a word of the name that takes endings.
fn changes(context: &Context<'_>, index: usize) -> bool {
    let text = context.word(index);
    let AnalysedToken { span, .. } = context.tokens[index];
    let letters = text.chars().count();
    let capital = text.split('-').any(|part| part.chars().next().is_some_and(char::is_uppercase));
    let initial = letters <= 2 && capital && context.text[span.end..].starts_with('.');
    let lower = text.to_lowercase();
    // Turkic patronymics: «son of», «daughter of» at the end of the word.
    let patronymic = ["кызы", "қызы", "гызы", "улы", "ұлы", "уулу", "оглы", "оглу"]
        .iter()
        .any(|end| lower.strip_suffix(end).is_some_and(|father| father.chars().count() >= 4));
    let particle = is_particle(text) && (!capital || is_syllable(text) && index + 1 < context.after);
    !initial
        && letters > 1
        && is_cyrillic(text)
        && !patronymic
        && !particle
        && (capital || context.tokens[index].readings.iter().any(|reading| reading.pos == Pos::Adjective))
}

/// One short syllable, as the parts of Chinese, Korean and Vietnamese names have.
fn is_syllable(word: &str) -> bool {
    let vowels = word.to_lowercase().chars().filter(|&c| is_vowel(c)).count();
    word.chars().count() <= 5 && vowels == 1
}

/// Collects what `text` can be the form of; `undeclined` is how likely it never changes.
///
/// The weights say nothing of the sentence, which [`prior`] has judged for the name as a whole.
fn word(text: &str, span: Span, undeclined: f64, last: bool, evidence: &Evidence) -> Word {
    let lower = text.to_lowercase();
    // First names in -а are many, surnames in -а few.
    let place_share = |nominative: &str| match nominative.ends_with(['а', 'я']) && !is_possessive(nominative) {
        true if last => 0.7,
        true => 3.0,
        false => 1.0,
    };
    let mut options: BTreeMap<(Case, Bearer), BTreeMap<String, f64>> = BTreeMap::new();
    let mut add = |case: Case, bearer: Bearer, nominative: String, weight: f64| {
        *options.entry((case, bearer)).or_default().entry(nominative).or_default() += weight;
    };
    let found = readings(text);
    let name = |reading: &&Reading| naming(reading) >= 0.5 && !reading.plural;
    let known = found.iter().any(|reading| reading.known && name(&reading));
    // Among names the word is read as a name: «Маска» is no mask.
    let names: f64 = found.iter().filter(name).map(|reading| reading.probability).sum();
    let names = if known { names.max(0.01) } else { 1.0 };
    for reading in &found {
        let (Some(case), Some(nominative)) = (reading.case, reading.nominative(&lower)) else { continue };
        let weight = if known && !name(&reading) {
            naming(reading) * reading.probability * 0.02
        } else {
            naming(reading) * reading.probability / names
        };
        for bearer in bearers(reading) {
            add(case, bearer, nominative.clone(), weight);
            // A surname in -а that the dictionary knows of men serves women too, and the reverse.
            if reading.name == Some(NamePart::Surname)
                && nominative.ends_with(['а', 'я'])
                && !is_possessive(&nominative)
            {
                let other = if bearer == Bearer::Man { Bearer::Woman } else { Bearer::Man };
                if bearer != Bearer::Several {
                    add(case, other, nominative.clone(), weight * 0.3);
                }
            }
        }
    }
    for guess in guesses(&lower) {
        let bearer = if guess.gender == Gender::Feminine { Bearer::Woman } else { Bearer::Man };
        let weight = guess.weight * if known { 0.05 } else { 0.3 } * place_share(&guess.nominative);
        add(guess.case, bearer, guess.nominative, weight);
    }
    let undeclined = if known && !is_syllable(text) { undeclined * 0.1 } else { undeclined };
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
