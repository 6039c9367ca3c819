//! Which cases words and names can stand in.

use super::line::Line;
use crate::language::EntityKind;
use crate::language::person_name::parse;
use crate::language::ru::morphology::{Case, Gender, Reading};
use crate::words::LowerCase;

/// A set of grammatical cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cases(u8);

impl Cases {
    pub const NONE: Self = Self(0);
    pub const ALL: Self = Self(0b11_1111);

    pub const fn only(case: Case) -> Self {
        Self(1 << case as u8)
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub const fn without(self, case: Case) -> Self {
        Self(self.0 & !Self::only(case).0)
    }

    pub const fn has(self, case: Case) -> bool {
        self.0 & Self::only(case).0 != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The cases that one reading of a word allows.
pub fn of_reading(reading: &Reading) -> Cases {
    match reading.case {
        _ if reading.indeclinable => Cases::ALL,
        Some(case) => Cases::only(case),
        None => Cases::NONE,
    }
}

/// The cases that a name can stand in, by its form in the text and in the nominative.
pub fn of_name(line: &Line<'_>, mention: usize) -> Cases {
    let (Some(words), form) = (line.words_of(mention), line.mention(mention).form.as_str()) else {
        return Cases::NONE;
    };
    let same = |a: &str, b: &str| a.lower_plain() == b.lower_plain();
    if same(&line.written(&words), form) {
        if line.mention(mention).kind != EntityKind::Person {
            return of_thing(form);
        }
        let name = parse(form);
        let parts = name.given.iter().chain(&name.patronymic).chain(&name.surname);
        let declines = parts.flat_map(|part| part.split(' ')).any(|part| is_declined(part, name.gender));
        return if declines { Cases::only(Case::Nominative) } else { Cases::ALL };
    }
    let oblique = Cases::ALL.without(Case::Nominative);
    let nominatives: Vec<&str> = form.split_whitespace().collect();
    words.fold(oblique, |cases, at| {
        let unchanged = nominatives.iter().any(|word| same(word, line.text(at)));
        let here = line.cases(at).and(cases);
        // What does not change tells nothing; nor does what the dictionary misreads.
        if unchanged || here.is_empty() { cases } else { here }
    })
}

/// The cases in which a place or a body looks as in the nominative.
fn of_thing(form: &str) -> Cases {
    let nominative = Cases::only(Case::Nominative);
    match form.chars().last() {
        Some('а' | 'я') => nominative,
        Some('й' | 'ь' | 'б'..='д' | 'ж' | 'з' | 'к'..='н' | 'п'..='т' | 'ф'..='щ' | 'ы') => {
            nominative.or(Cases::only(Case::Accusative))
        }
        _ => Cases::ALL,
    }
}

/// Whether a part of a name, in the nominative, would look otherwise in another case.
fn is_declined(part: &str, gender: Option<Gender>) -> bool {
    if part.ends_with('.') || part.chars().count() < 2 {
        return false;
    }
    match part.chars().last() {
        Some('а' | 'я' | 'А' | 'Я') => true,
        // A woman's name in a consonant stays; a man's declines.
        Some('й' | 'ь' | 'б'..='д' | 'ж' | 'з' | 'к'..='н' | 'п'..='т' | 'ф'..='щ') => {
            gender == Some(Gender::Masculine)
        }
        _ => false,
    }
}
