//! The words of a person's name, and what each can be the form of.

use std::collections::BTreeMap;

use super::spelling::is_cyrillic;
use super::{Context, Evidence};
use crate::language::ru::declension::{guesses, is_vowel};
use crate::language::ru::frequency::surprise;
use crate::language::ru::morphology::{AnalysedToken, Case, Gender, NamePart, Reading};
use crate::language::ru::names::words::UNLISTED_NAMES;
use crate::language::{Pos, person_name};
use crate::span::Span;

/// Who a form can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearer {
    Man,
    Woman,
    /// Several people of one name («братья Стругацкие»).
    Several,
}

pub const BEARERS: [(Bearer, f64); 3] = [(Bearer::Man, 0.6), (Bearer::Woman, 0.4), (Bearer::Several, 0.02)];

impl Bearer {
    pub const fn gender(self) -> Option<Gender> {
        match self {
            Self::Man => Some(Gender::Masculine),
            Self::Woman => Some(Gender::Feminine),
            Self::Several => None,
        }
    }
}

/// A word of the name, or a hyphenated part of one, with its possible nominatives.
pub struct Word {
    pub span: Span,
    /// For each case and bearer the nominatives (lower case) and their weights.
    pub options: BTreeMap<(Case, Bearer), Vec<(String, f64)>>,
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

/// How likely a reading of this kind is inside a person's name.
pub fn naming(reading: &Reading) -> f64 {
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
pub fn bearers(reading: &Reading) -> Vec<Bearer> {
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

pub fn words(context: &Context<'_>, evidence: &Evidence) -> Vec<Word> {
    let changing: Vec<usize> = (context.first..context.after).filter(|&index| changes(context, index)).collect();
    // «Ким Чен Ын», «Мун Чжэ Ин»: such names are men's and women's alike, and only the last part declines.
    let syllables = changing.len() >= 3 && changing[..2].iter().all(|&index| is_syllable(context.word(index)));
    let eastern = match changing[..] {
        [surname, given] => person_name::is_eastern_form(context.word(surname), context.word(given)),
        _ => syllables,
    };
    // «Ким Чжу Э»: the letter is a name too, and the last.
    let ends_in_letter = changing.len() > 1 && {
        let end = context.word(context.after - 1);
        end.chars().count() == 1 && end.chars().all(|c| c.is_uppercase() && is_cyrillic(end))
    };
    let syllables = syllables || ends_in_letter;
    let eastern = eastern || ends_in_letter;
    let mut words = Vec::new();
    for (place, &index) in changing.iter().enumerate() {
        let last = place + 1 == changing.len() && !ends_in_letter;
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
                words.push(word(
                    part,
                    &context.words.readings(part),
                    span,
                    match end {
                        true => 0.0005,
                        false if is_oblique(part) => 0.0005,
                        false => 0.03,
                    },
                    last,
                    evidence,
                ));
            }
        } else {
            let weight = match (last, is_syllable(text)) {
                (false, true) if eastern => 0.5,
                (false, true) => 0.06,
                (false, false) => 0.002,
                (true, _) => 0.0003,
            };
            let mut word = word(text, &context.words.readings(text), token.span, weight, last, evidence);
            if eastern && last && changing.len() == 2 && !ends_in_letter {
                for (nominative, weight) in word.options.values_mut().flatten() {
                    // «с Чжан Юся»: no name of two syllables ends so.
                    if !person_name::is_eastern_name(context.word(changing[0]), nominative) {
                        *weight *= 0.02;
                    }
                }
            }
            if syllables && last {
                for (key, options) in &mut word.options {
                    let share = if key.0 == Case::Nominative && text.ends_with('а') { 0.002 } else { 1.0 };
                    for (nominative, weight) in options {
                        // «о Ким Чен Ире» is of no Ира.
                        let changed = nominative.ends_with(['а', 'я']) && *nominative != text.to_lowercase();
                        *weight *= if changed { 0.05 * share } else { share };
                    }
                }
            }
            if place > 0 {
                // «Анхель Ди Мария»: rarer still, his surname.
                borrow_womens(&mut word, if last { 0.01 } else { 0.1 });
            }
            words.push(word);
        }
    }
    words
}

/// «Эрих Мария Ремарк»: a man's middle name may be a woman's.
fn borrow_womens(word: &mut Word, share: f64) {
    for case in Case::ALL {
        let Some(hers) = word.options.get(&(case, Bearer::Woman)).cloned() else { continue };
        let his = word.options.entry((case, Bearer::Man)).or_default();
        his.extend(hers.into_iter().map(|(nominative, weight)| (nominative, weight * share)));
    }
}

/// Whether a feminine nominative is the counterpart of a man's surname in -ов, -ин or -ий.
fn is_possessive(nominative: &str) -> bool {
    ["ова", "ева", "ёва", "ина", "ына", "ая"].iter().any(|end| nominative.ends_with(end))
}

/// Whether the word ends as only an oblique form of a surname in -ов, -ин or -ский does.
fn is_oblique(word: &str) -> bool {
    let ends = ["овой", "евой", "иной", "ской", "цкой", "ского", "цкого", "скому", "цкому", "ским", "овым", "евым"];
    ends.iter().any(|end| word.ends_with(end))
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Whether the token is a word of the name that takes endings.
pub fn changes(context: &Context<'_>, index: usize) -> bool {
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

/// One short syllable, as the parts of Chinese, Korean and Vietnamese names have («Ким», «Аун»).
fn is_syllable(word: &str) -> bool {
    let mut vowels = 0;
    let mut before = false;
    for letter in word.chars().flat_map(char::to_lowercase) {
        let vowel = is_vowel(letter);
        vowels += usize::from(vowel && !before);
        before = vowel;
    }
    word.chars().count() <= 5 && vowels == 1
}

/// Collects what `text` can be the form of; `undeclined` is how likely it never changes.
///
/// The weights say nothing of the sentence, which [`prior`] has judged for the name as a whole.
fn word(text: &str, found: &[Reading], span: Span, undeclined: f64, last: bool, evidence: &Evidence) -> Word {
    let lower = text.to_lowercase();
    // First names in -а are many, surnames in -а few.
    let place_share = |nominative: &str, bearer| match nominative.ends_with(['а', 'я']) && !is_possessive(nominative)
    {
        true if last => 0.7,
        true if bearer == Bearer::Woman => 3.0,
        _ => 1.0,
    };
    let mut options: BTreeMap<(Case, Bearer), BTreeMap<String, f64>> = BTreeMap::new();
    let mut add = |case: Case, bearer: Bearer, nominative: String, weight: f64| {
        *options.entry((case, bearer)).or_default().entry(nominative).or_default() += weight;
    };
    let name = |reading: &&Reading| naming(reading) >= 0.5 && !reading.plural;
    let known = found.iter().any(|reading| reading.known && name(&reading));
    // Among names the word is read as a name: «Маска» is no mask.
    let names: f64 = found.iter().filter(name).map(|reading| reading.probability).sum();
    let names = if known { names.max(0.01) } else { 1.0 };
    let most_common = commonest(found, &lower);
    for reading in found {
        let (Some(case), Some(nominative)) = (reading.case, reading.nominative(&lower)) else { continue };
        // «Андрея Сороку»: animals and callings are surnames more often than things are.
        let calling = last
            && reading.name.is_none()
            && reading.animate == Some(true)
            && reading.pos == Pos::Noun
            && nominative.ends_with(['а', 'я']);
        let weight = if known && !name(&reading) {
            naming(reading) * reading.probability * if calling { 0.5 } else { 0.02 }
        } else {
            naming(reading) * reading.probability / names
        };
        // No surname in -ы stays as it is but Turkic ones («Сатыбалды»).
        let declines = !reading.known && reading.indeclinable && lower.ends_with('ы') && !lower.ends_with("ды");
        let weight = weight * if declines { 0.01 } else { 1.0 };
        // «Минца» is of a Минц, whom news has, and of no Минец.
        let weight = weight * if reading.known { 1.0 } else { attestation(&nominative, &lower) };
        let weight = weight * if is_first_name(reading) { commonness(&nominative, most_common) } else { 1.0 };
        for bearer in bearers(reading) {
            add(case, bearer, nominative.clone(), weight);
            // A surname in -а that the dictionary knows of men serves women too, and the reverse.
            if (reading.name == Some(NamePart::Surname) || calling)
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
        let is_listed = UNLISTED_NAMES.has(&guess.nominative)
            && (guess.gender == Gender::Masculine || guess.nominative.ends_with(is_vowel));
        let attested = attestation(&guess.nominative, &lower);
        let weight = match (is_listed, known) {
            (true, _) => 0.6,
            // A woman's surname that the dictionary has of men alone.
            (_, true) if bearer == Bearer::Woman && last && is_possessive(&guess.nominative) => guess.weight * 0.5,
            (_, true) => guess.weight * 0.05 * attested * place_share(&guess.nominative, bearer),
            _ => guess.weight * 0.3 * attested * place_share(&guess.nominative, bearer),
        };
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

/// What it tells of a guessed nominative that news has it, or that news has the form in the text alone.
pub fn attestation(nominative: &str, form: &str) -> f64 {
    // Of so few letters anything is a word.
    if nominative == form || nominative.chars().count() < 4 {
        return 1.0;
    }
    match (surprise(nominative).is_some(), surprise(form).is_some()) {
        (true, _) => 2.5,
        (false, true) => 0.4,
        (false, false) => 1.0,
    }
}

fn is_first_name(reading: &Reading) -> bool {
    reading.known && reading.name == Some(NamePart::Given)
}

/// Bits of a name that news hardly ever has.
const RARE: f32 = 26.0;

/// How surprising the commonest first name is that `form` can be a form of, in bits.
fn commonest(found: &[Reading], form: &str) -> f32 {
    let names = found.iter().filter(|reading| is_first_name(reading)).filter_map(|reading| reading.nominative(form));
    names.map(|name| surprise(&name).unwrap_or(RARE)).fold(RARE, f32::min)
}

/// What a first name weighs beside the commonest that has the form: «Арину» is of an Арина, though there
/// are men called Арин.
fn commonness(name: &str, commonest: f32) -> f64 {
    let rarer = surprise(name).unwrap_or(RARE) - commonest;
    (f64::from(rarer) * -0.7).exp2().clamp(0.02, 1.0)
}

pub fn best(options: &[(String, f64)]) -> Option<&(String, f64)> {
    options.iter().max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
}
