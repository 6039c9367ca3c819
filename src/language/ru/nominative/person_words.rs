//! The words of a person's name, and what each can be the form of.

use std::collections::BTreeMap;

use super::spelling::is_cyrillic;
use super::{Context, Evidence};
use crate::language::ru::declension::{guesses, is_vowel};
use crate::language::ru::frequency::surprise;
use crate::language::ru::morphology::{self, AnalysedToken, Case, Gender, NamePart, Reading};
use crate::language::ru::names::words::{FRENCH_NAMES, MENS_NAMES, UNLISTED_NAMES, WOMENS_NAMES};
use crate::language::{Pos, person_name};
use crate::span::Span;
use crate::words::LowerCase;

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

/// Where a word stands among those of its name that change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is the only one.
    Alone,
    /// Others follow it.
    Inside,
    /// Others stand before it.
    Last,
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

/// First halves of names that only their second changes («Абдель Фаттаха»).
const HALVES: &[&str] = &["абд", "абдель", "абдул", "абу"];

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
        let standing = match (last, changing.len()) {
            (true, 1) => Place::Alone,
            (true, _) => Place::Last,
            (false, _) => Place::Inside,
        };
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
                    &morphology::readings(part),
                    span,
                    match end {
                        true => 0.0005,
                        false if is_oblique(part) => 0.0005,
                        false => 0.03,
                    },
                    standing,
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
            let mut word = word(text, &morphology::readings(text), token.span, weight, standing, evidence);
            if eastern && last && changing.len() == 2 && !ends_in_letter {
                let is_eastern = |given: &str| person_name::is_eastern_name(context.word(changing[0]), given);
                let lower = text.lower();
                let mut forms = word.options.values().flatten().map(|(nominative, _)| nominative);
                if is_eastern(&lower) && forms.all(|form| *form == lower || !is_eastern(form)) {
                    // «у Ван Чуаньфу»: no other name that it could be the form of.
                    for (nominative, weight) in word.options.values_mut().flatten() {
                        *weight = if *nominative == lower { weight.max(0.1) } else { *weight };
                    }
                }
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
                        let changed = nominative.ends_with(['а', 'я']) && *nominative != text.lower();
                        // Nor does a name of these languages end in -е but for its case.
                        let is_kept = *nominative == text.lower();
                        let unlikely = is_kept && text.ends_with('е') && key.0 != Case::Nominative;
                        *weight *= match (changed, unlikely) {
                            (true, _) => 0.001 * share,
                            (_, true) => 0.1,
                            _ => share,
                        };
                    }
                }
            }
            if place > 0 {
                // «Анхель Ди Мария»: rarer still, his surname.
                borrow_womens(&mut word, if last { 0.01 } else { 0.1 });
            }
            if last && place > 0 && is_french(context, changing[0]) {
                // «назначил Себастьена Лекорню»: nobody's of a Лекорня.
                let lower = text.lower();
                for (nominative, weight) in word.options.values_mut().flatten() {
                    *weight *= if *nominative == lower && lower.ends_with(is_vowel) { 8.0 } else { 1.0 };
                }
            }
            words.push(word);
        }
    }
    words
}

/// Whether the word at `index` is a form of a French first name.
fn is_french(context: &Context<'_>, index: usize) -> bool {
    let lower = context.word(index).lower();
    FRENCH_NAMES.has(&lower) || guesses(&lower).iter().any(|guess| FRENCH_NAMES.has(&guess.nominative))
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
    PARTICLES.contains(&word.lower().as_str())
}

/// What stands after the father's name and says whose child the bearer is.
const SON_OF: &[&str] = &["оглы", "оглу", "улы", "ұлы", "уулу"];
const DAUGHTER_OF: &[&str] = &["кызы", "қызы", "гызы"];

/// Whom a Turkic patronymic («Ариф кызы», «Нурланулы») or a man's first name that never changes says the name to be of.
pub fn marked_bearer(context: &Context<'_>) -> Option<Bearer> {
    let ends = |endings: &[&str]| {
        (context.first..context.after).any(|index| {
            let lower = context.word(index).lower();
            endings.iter().any(|end| lower.strip_suffix(end).is_some_and(|father| father.len() != 2))
        })
    };
    match (ends(SON_OF) || is_mans(context), ends(DAUGHTER_OF)) {
        (true, false) => Some(Bearer::Man),
        (false, true) => Some(Bearer::Woman),
        _ => None,
    }
}

/// «Муртузали Гитиномагомедова»: whether the name begins with one in -али that no woman is known to bear.
fn is_mans(context: &Context<'_>) -> bool {
    let first = context.word(context.first).to_lowercase();
    let is_womans = |reading: &Reading| {
        reading.name == Some(NamePart::Given) && reading.gender == Some(Gender::Feminine) && reading.known
    };
    context.after - context.first > 1
        && first.ends_with("али")
        && first.chars().count() > 5
        && is_cyrillic(&first)
        && !WOMENS_NAMES.has(&first)
        && !morphology::readings(context.word(context.first)).iter().any(is_womans)
}

/// Whether the token is a word of the name that takes endings.
pub fn changes(context: &Context<'_>, index: usize) -> bool {
    let text = context.word(index);
    let AnalysedToken { span, .. } = context.tokens[index];
    let letters = text.chars().count();
    let capital = text.split('-').any(|part| part.chars().next().is_some_and(char::is_uppercase));
    let initial = letters <= 2 && capital && context.text[span.end..].starts_with('.');
    let lower = text.lower();
    // Turkic patronymics: «son of», «daughter of» at the end of the word, or after the father's name.
    let patronymic = SON_OF
        .iter()
        .chain(DAUGHTER_OF)
        .any(|end| lower.strip_suffix(end).is_some_and(|father| father.chars().count() >= 4))
        || index > context.first && index + 1 < context.after && {
            let next = context.word(index + 1).lower();
            SON_OF.contains(&next.as_str()) || DAUGHTER_OF.contains(&next.as_str())
        };
    // «Ван Чуаньфу» is no Dutchman.
    let is_eastern =
        || capital && index + 2 == context.after && person_name::is_eastern_form(text, context.word(index + 1));
    let particle = is_particle(text) && (!capital || is_syllable(text) && index + 1 < context.after) && !is_eastern();
    let is_half = index + 1 < context.after && HALVES.contains(&lower.as_str());
    !initial
        && !is_half
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
fn word(text: &str, found: &[Reading], span: Span, undeclined: f64, place: Place, evidence: &Evidence) -> Word {
    let lower = text.lower();
    let last = place != Place::Inside;
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
        // A word that never changes is as likely in each case; counts of its cases are few.
        let probability = if reading.indeclinable { mean_of_cases(found, reading) } else { reading.probability };
        let weight = if known && !name(&reading) {
            naming(reading) * probability * if calling { 0.5 } else { 0.02 }
        } else {
            naming(reading) * probability / names
        };
        // No surname in -ы stays as it is but Turkic ones («Сатыбалды»).
        let declines = !reading.known && reading.indeclinable && lower.ends_with('ы') && !lower.ends_with("ды");
        let weight = weight * if declines { 0.01 } else { 1.0 };
        // «Минца» is of a Минц, whom news has, and of no Минец.
        let attested = attestation(&nominative, &lower);
        let weight = weight
            * match (reading.known, reading.plural) {
                (true, _) => 1.0,
                // «Скрипали» are spoken of together in every case alike.
                (_, true) => attested.max(1.0),
                _ => attested,
            };
        let weight = weight * if is_first_name(reading) { commonness(&nominative, most_common) } else { 1.0 };
        // «Ангеле» is of an Ангела, though a dictionary has the form as a name of its own.
        let is_form = |other: &Reading| {
            is_first_name(other) && !other.indeclinable && other.nominative(&lower).is_some_and(|name| name != lower)
        };
        let is_rare = is_first_name(reading) && reading.indeclinable && lower.ends_with('е');
        let weight = weight * if is_rare && found.iter().any(is_form) { 0.02 } else { 1.0 };
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
    // «Ангеле Меркель»: a man's surname in a consonant never changes as a woman's.
    let as_mans = found
        .iter()
        .filter(|reading| reading.known && reading.name == Some(NamePart::Surname) && !reading.plural)
        .filter(|reading| reading.case == Some(Case::Nominative) && reading.gender == Some(Gender::Masculine))
        .filter(|reading| *reading.lemma == *lower && !lower.ends_with(is_vowel))
        .filter(|_| !["ов", "ев", "ёв", "ин", "ын", "ий", "ый", "ой"].iter().any(|end| lower.ends_with(end)))
        .map(|reading| reading.probability)
        .fold(0.0, f64::max);
    if as_mans > 0.0 {
        for case in Case::ALL {
            add(case, Bearer::Woman, lower.clone(), 0.3 * as_mans / names);
        }
    }
    for guess in guesses(&lower) {
        let bearer = if guess.gender == Gender::Feminine { Bearer::Woman } else { Bearer::Man };
        // Such names decline where their endings let them: «Ина» is no name that never changes.
        let is_listed = guess.weight > 0.02
            && match guess.gender {
                Gender::Feminine => WOMENS_NAMES.has(&guess.nominative),
                _ => MENS_NAMES.has(&guess.nominative),
            };
        let is_unlisted = UNLISTED_NAMES.has(&guess.nominative)
            && (guess.gender == Gender::Masculine || guess.nominative.ends_with(is_vowel));
        let attested = attestation(&guess.nominative, &lower);
        let weight = match (is_listed || is_unlisted, known) {
            // «Эрика» is an Эрик's more often.
            (true, true) if !is_unlisted => 0.1,
            (true, _) => 0.6,
            // A woman's surname that the dictionary has of men alone.
            (_, true) if bearer == Bearer::Woman && last && is_possessive(&guess.nominative) => {
                // After a first name it is as likely hers as his, which the dictionary has.
                guess.weight * if place == Place::Last { 2.0 } else { 0.5 }
            }
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

/// The mean probability of the readings of `reading`'s word in all its cases.
fn mean_of_cases(found: &[Reading], reading: &Reading) -> f64 {
    let is_same = |other: &&Reading| {
        other.indeclinable
            && (&*other.lemma, other.name, other.gender, other.plural)
                == (&*reading.lemma, reading.name, reading.gender, reading.plural)
    };
    let same = found.iter().filter(is_same).map(|other| other.probability);
    let (count, sum) = same.fold((0, 0.0), |(count, sum), probability| (count + 1, sum + probability));
    sum / f64::from(count.max(1))
}

/// What it tells of a guessed nominative how often news has it beside the form in the text.
pub fn attestation(nominative: &str, form: &str) -> f64 {
    // Of so few letters anything is a word.
    if nominative == form || nominative.chars().count() < 4 {
        return 1.0;
    }
    // «в Оймяконе»: where news has both Оймякон and Оймякона, the one is a form of the other.
    let is_genitive = nominative.strip_suffix('а').is_some_and(|bare| match (surprise(bare), surprise(nominative)) {
        (Some(bare), Some(nominative)) => bare < nominative + 1.0,
        _ => false,
    });
    let share = if is_genitive { 0.2 } else { 1.0 };
    share
        * match (surprise(nominative), surprise(form)) {
            // «в Кундузе»: a name stands in the nominative more often than in another case.
            (Some(nominative), Some(form)) => (2.5 * f64::from((form - nominative) * 0.5).exp2()).clamp(0.4, 8.0),
            (Some(_), None) => 2.5,
            (None, Some(_)) => 0.4,
            (None, None) => 1.0,
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
