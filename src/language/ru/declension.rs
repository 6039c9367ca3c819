//! How names that no dictionary knows decline, by their endings.
//!
//! News is full of people whom no dictionary lists. Russian gives them one of five patterns: surnames
//! in -ов and -ин, adjectives, men's names in a consonant, names in -а and -я, and names that never
//! change. Each pattern read backwards turns a form into the nominatives it may come from.

use super::morphology::{Case, Gender};

/// A form read as one case of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The case that the form would stand in.
    pub case: Case,
    /// The gender of the bearer.
    pub gender: Gender,
    /// The nominative, in lower case.
    pub nominative: String,
    /// How usual the pattern is among names, as a share.
    pub weight: f64,
}

const VOWELS: &str = "аеёиоуыэюя";
const HUSHING: &str = "гкхжшчщц";

/// Whether `letter` is a Russian vowel (lower case).
pub fn is_vowel(letter: char) -> bool {
    VOWELS.contains(letter)
}

/// Every reading of `word` (lower case) as a singular form of a person's name.
pub fn guesses(word: &str) -> Vec<Guess> {
    let mut found = Vec::new();
    possessive(word, &mut found);
    adjectival(word, &mut found);
    consonantal(word, &mut found);
    in_a(word, &mut found);
    unchanging(word, &mut found);
    found
}

use Case::{Accusative, Dative, Genitive, Instrumental, Locative, Nominative};
use Gender::{Feminine, Masculine};

fn push(found: &mut Vec<Guess>, cases: &[Case], gender: Gender, nominative: String, weight: f64) {
    for &case in cases {
        found.push(Guess { case, gender, nominative: nominative.clone(), weight });
    }
}

/// Surnames in -ов, -ев, -ёв, -ин, -ын, and their feminine in -а.
fn possessive(word: &str, found: &mut Vec<Guess>) {
    const WEIGHT: f64 = 0.3;
    let stem = |ending: &str| {
        word.strip_suffix(ending).filter(|stem| {
            ["ов", "ев", "ёв", "ин", "ын"].iter().any(|end| stem.ends_with(end) && stem.len() > end.len())
        })
    };
    if let Some(stem) = stem("") {
        push(found, &[Nominative], Masculine, stem.to_owned(), WEIGHT);
    }
    if let Some(stem) = stem("а") {
        push(found, &[Genitive, Accusative], Masculine, stem.to_owned(), WEIGHT);
        push(found, &[Nominative], Feminine, word.to_owned(), WEIGHT);
    }
    if let Some(stem) = stem("у") {
        push(found, &[Dative], Masculine, stem.to_owned(), WEIGHT);
        push(found, &[Accusative], Feminine, format!("{stem}а"), WEIGHT);
    }
    if let Some(stem) = stem("ым") {
        push(found, &[Instrumental], Masculine, stem.to_owned(), WEIGHT);
    }
    if let Some(stem) = stem("е") {
        push(found, &[Locative], Masculine, stem.to_owned(), WEIGHT);
    }
    if let Some(stem) = stem("ой") {
        push(found, &[Genitive, Dative, Instrumental, Locative], Feminine, format!("{stem}а"), WEIGHT);
    }
}

/// Surnames that are adjectives: -ский, -цкий, and the rarer -ый, -ой, -ий.
fn adjectival(word: &str, found: &mut Vec<Guess>) {
    let endings: [(&str, &[Case], Gender); 14] = [
        ("ий", &[Nominative], Masculine),
        ("ый", &[Nominative], Masculine),
        ("ого", &[Genitive, Accusative], Masculine),
        ("ому", &[Dative], Masculine),
        ("им", &[Instrumental], Masculine),
        ("ым", &[Instrumental], Masculine),
        ("ом", &[Locative], Masculine),
        ("ая", &[Nominative], Feminine),
        ("ую", &[Accusative], Feminine),
        ("ой", &[Genitive, Dative, Instrumental, Locative], Feminine),
        ("ою", &[Instrumental], Feminine),
        ("его", &[Genitive, Accusative], Masculine),
        ("ему", &[Dative], Masculine),
        ("ем", &[Locative], Masculine),
    ];
    for (ending, cases, gender) in endings {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3) else { continue };
        let typical = stem.ends_with("ск") || stem.ends_with("цк");
        let soft = ending.starts_with('и') && !typical;
        // «Непомнящего»: a participle.
        let participle = ["ющ", "ящ", "ущ", "ащ", "вш"].iter().any(|end| stem.ends_with(end));
        let weight = match (typical, participle) {
            (true, _) => 0.3,
            (_, true) => 0.1,
            _ => 0.01,
        };
        if (soft || ending.starts_with('е')) && !participle {
            continue;
        }
        let nominative = match gender {
            Feminine => format!("{stem}ая"),
            _ if stem.ends_with(|c| HUSHING.contains(c)) => format!("{stem}ий"),
            _ => format!("{stem}ый"),
        };
        push(found, cases, gender, nominative, weight);
    }
}

/// Men's names in a consonant, -й or -ь; women's in a consonant, which never change.
fn consonantal(word: &str, found: &mut Vec<Guess>) {
    const WEIGHT: f64 = 0.1;
    let Some(last) = word.chars().last() else { return };
    if !is_vowel(last) {
        push(found, &[Nominative], Masculine, word.to_owned(), WEIGHT);
        push(found, &Case::ALL, Feminine, word.to_owned(), if last == 'ь' { 0.05 } else { 0.04 });
    }
    let endings: [(&str, &[Case]); 8] = [
        ("а", &[Genitive, Accusative]),
        ("у", &[Dative]),
        ("ом", &[Instrumental]),
        ("ем", &[Instrumental]),
        ("е", &[Locative]),
        ("я", &[Genitive, Accusative]),
        ("ю", &[Dative]),
        ("ии", &[Locative]),
    ];
    for (ending, cases) in endings {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let Some(end) = stem.chars().last() else { continue };
        let hard = matches!(ending, "а" | "у" | "ом" | "е");
        if hard && !is_vowel(end) && end != 'ь' && end != 'й' {
            push(found, cases, Masculine, stem.to_owned(), WEIGHT);
        }
        match ending {
            // Сергея, Байрамгалию: the й shows only in the nominative.
            "я" | "ю" | "ем" | "е" if is_vowel(end) => push(found, cases, Masculine, format!("{stem}й"), WEIGHT),
            "ем" if HUSHING.contains(end) => push(found, cases, Masculine, stem.to_owned(), WEIGHT),
            "я" | "ю" | "ем" if !is_vowel(end) => push(found, cases, Masculine, format!("{stem}ь"), WEIGHT / 2.0),
            "ии" => push(found, cases, Masculine, format!("{stem}ий"), WEIGHT),
            _ => {}
        }
    }
}

/// Names in -а and -я, of men and women alike (Окуджава, Курилла, Дарига).
fn in_a(word: &str, found: &mut Vec<Guess>) {
    let endings: [(&str, &[Case], &str); 15] = [
        ("а", &[Nominative], "а"),
        ("ы", &[Genitive], "а"),
        ("и", &[Genitive], "а"),
        ("е", &[Dative, Locative], "а"),
        ("у", &[Accusative], "а"),
        ("ой", &[Instrumental], "а"),
        ("ою", &[Instrumental], "а"),
        ("ей", &[Instrumental], "а"),
        ("я", &[Nominative], "я"),
        ("и", &[Genitive], "я"),
        ("е", &[Dative, Locative], "я"),
        ("ю", &[Accusative], "я"),
        ("ей", &[Instrumental], "я"),
        ("ёй", &[Instrumental], "я"),
        ("ии", &[Genitive, Dative, Locative], "ия"),
    ];
    for (ending, cases, nominative) in endings {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let Some(end) = stem.chars().last() else { continue };
        let hushing = HUSHING.contains(end);
        let fits = match (ending, nominative) {
            // After к, г, х and the hushing letters ы is written и; after ж, ш, ч, щ, ц the ending is -ей.
            ("ы", _) => !hushing || end == 'ц',
            ("и", "а") => hushing && end != 'ц',
            ("ей", "а") => "жшчщц".contains(end),
            ("и" | "е" | "я" | "ю" | "ей", "я") => {
                !hushing && end != 'и' || end == 'и' && ending != "и" && ending != "е"
            }
            ("а" | "е" | "у" | "ой", "а") => !is_vowel(end) && end != 'ь' && end != 'й' || "уэ".contains(end),
            _ => true,
        };
        if fits {
            let is_possessive = |ends: &[&str]| ends.iter().any(|possessive| stem.ends_with(possessive));
            let usual = match nominative {
                // «Бузовы» are several; of one it is «Бузовой», «Бузовой».
                "а" if matches!(ending, "ы" | "е") && is_possessive(&["ов", "ев", "ёв"]) => 0.02,
                "а" if matches!(ending, "ы" | "е") && is_possessive(&["ин", "ын"]) => 0.2,
                "а" if "кгх".contains(end) => 1.6,
                // «Пашиняна» is of Пашинян; women in -яна bear first names that the dictionary knows.
                "а" if stem.ends_with("ян") => 0.1,
                // «Ассими», «Майли»: seldom of a name in -мя or -ля.
                "я" if ending == "и" && !is_vowel(end) && end != 'ь' => 0.3,
                _ => 1.0,
            };
            for (gender, weight) in [(Masculine, 0.04), (Feminine, 0.05)] {
                push(found, cases, gender, format!("{stem}{nominative}"), weight * usual);
            }
        }
    }
}

/// Names that never change: in a vowel other than -а, -я, and surnames in -ых, -их.
fn unchanging(word: &str, found: &mut Vec<Guess>) {
    let weight = if ["ко", "дзе", "швили", "аго", "ово", "ых", "их", "заде"].iter().any(|end| word.ends_with(end))
    {
        0.3
    } else {
        match word.chars().last() {
            // Forms of adjectives far more often than names.
            Some('о') if word.ends_with("ого") || word.ends_with("его") => 0.005,
            // «Судзуки», «Миядзаки»; but «Дерипаски» is of Дерипаска.
            Some('и') if ["ки", "ги", "хи"].iter().any(|end| word.ends_with(end)) => {
                if ["саки", "заки", "зуки", "маки"].iter().any(|end| word.ends_with(end)) {
                    0.2
                } else {
                    0.03
                }
            }
            // «Джикию», «Хании»: forms of names in -ия.
            // «Кайю», «Дарью»: of a Кайя, a Дарья.
            Some('ю') if word.ends_with("йю") || word.ends_with("ью") => 0.01,
            Some('и' | 'ю') if word.ends_with("ию") || word.ends_with("ии") => 0.01,
            Some('о' | 'э' | 'и' | 'ю') => 0.12,
            Some('у' | 'е' | 'ё') => 0.05,
            Some('ы') => 0.01,
            Some('а' | 'я') => 0.003,
            _ => return,
        }
    };
    // «Довиле Шакалене», «Ингрида Шимоните»: Lithuanian women's.
    let is_lithuanian =
        word.chars().count() > 5 && ["ене", "айте", "ите", "уте", "юте"].iter().any(|end| word.ends_with(end));
    for gender in [Masculine, Feminine] {
        let weight = if is_lithuanian && gender == Feminine { f64::max(weight, 0.3) } else { weight };
        push(found, &Case::ALL, gender, word.to_owned(), weight);
    }
}
