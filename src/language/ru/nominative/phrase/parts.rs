//! The words of a phrase that change: its head, and what agrees with it.

use super::super::spelling::{bare_abbreviation, ends_in_capitals, is_abbreviation, is_cyrillic};
use super::super::{Context, shares};
use crate::language::ru::declension::guesses;
use crate::language::ru::morphology::{Case, Gender};
use crate::language::{EntityKind, Pos};
use crate::words::LowerCase;

/// Common nouns after which a place's own name agrees with them («города Москвы», «реки Волги»).
const AGREEING_HEADS: &[&str] =
    &["город", "река", "село", "деревня", "станица", "хутор", "столица", "область", "республика"];

/// The words of a name that change.
pub(super) struct Parts {
    pub(super) head: usize,
    /// Modifiers to the left of the head, and names that agree with it.
    pub(super) agreeing: Vec<usize>,
}

impl Parts {
    /// `None` when nothing in the name changes.
    pub(super) fn of(context: &Context<'_>, kind: EntityKind) -> Option<Self> {
        let mut modifiers: Vec<usize> = Vec::new();
        let mut head = None;
        for index in context.first..context.after {
            let word = context.word(index);
            let best = context.tokens[index].best();
            if bare_abbreviation(word).is_some() {
                head = Some(index);
                break;
            }
            match best.pos {
                Pos::Mark if modifiers.is_empty() || "«\"“„".contains(word) => continue,
                Pos::Number if !word.chars().any(char::is_alphabetic) => continue,
                _ => {}
            }
            let unchanging = is_abbreviation(word) || ends_in_capitals(word);
            if !is_cyrillic(word) || unchanging && !is_shouted(context) {
                break;
            }
            match best.pos {
                Pos::Adjective | Pos::Pronoun if best.case.is_some() => modifiers.push(index),
                Pos::Number if best.case.is_some() => modifiers.push(index),
                Pos::Noun | Pos::ProperNoun if modifiers.is_empty() && begins_possessive(context, index, kind) => {
                    modifiers.push(index);
                }
                Pos::Noun | Pos::ProperNoun => {
                    head = Some(index);
                    break;
                }
                // A word that the sentence reads as a verb or a particle can still be a name.
                _ if word.chars().next().is_some_and(char::is_uppercase) => {
                    head = Some(index);
                    break;
                }
                _ => break,
            }
        }
        // «Грозного», «Первого канала»: without a noun the last adjective is the name.
        let head = head.or_else(|| modifiers.pop())?;
        let mut agreeing = modifiers;
        if kind == EntityKind::Place {
            agreeing.extend(coordinated(context, head));
        }
        Some(Self { head, agreeing })
    }
}

/// «Часова Яра», «Павлова Посада»: whether the word is a possessive adjective that a place's name of two words
/// begins with.
fn begins_possessive(context: &Context<'_>, index: usize, kind: EntityKind) -> bool {
    let next = index + 1;
    kind == EntityKind::Place
        && next + 1 == context.after
        && is_cyrillic(context.word(next))
        && context.word(next).starts_with(char::is_uppercase)
        && !possessives(context.word(index)).is_empty()
        && shares(&context.tokens[next], |reading| matches!(reading.pos, Pos::Noun | Pos::ProperNoun)) > 0.2
}

/// What the word is as a masculine possessive adjective in an oblique case: the case, and the nominative.
pub(super) fn possessives(word: &str) -> Vec<(Case, String)> {
    let is_possessive = |form: &str| ["ов", "ев", "ёв", "ин", "ын"].iter().any(|end| form.ends_with(end));
    let mut found: Vec<(Case, String)> = guesses(&word.lower())
        .into_iter()
        .filter(|guess| guess.gender == Gender::Masculine && guess.case != Case::Nominative)
        .filter(|guess| is_possessive(&guess.nominative))
        .map(|guess| (guess.case, guess.nominative))
        .collect();
    // «в Часовом Яру»
    let locative = word.lower().strip_suffix("ом").map(str::to_owned).filter(|stem| is_possessive(stem));
    found.extend(locative.map(|stem| (Case::Locative, stem)));
    found
}

/// A second name that stands in the head's case: «города Москвы», «Боснии и Герцеговины».
fn coordinated(context: &Context<'_>, head: usize) -> Option<usize> {
    let best = context.tokens[head].best();
    let next = head + 1;
    if next >= context.after {
        return None;
    }
    let proper = |index: usize| {
        index < context.after
            && context.word(index).chars().next().is_some_and(char::is_uppercase)
            && is_cyrillic(context.word(index))
            && !is_abbreviation(context.word(index))
    };
    let same_case = |index: usize| {
        best.case.is_some_and(|case| {
            context.tokens[index].readings.iter().any(|r| r.case == Some(case) && r.probability > 0.05)
        })
    };
    if AGREEING_HEADS[..6].contains(&&*best.lemma) && !best.plural && proper(next) && same_case(next) {
        return Some(next);
    }
    // «Ростова Великого»: an adjective after its noun.
    let follows = &context.tokens[next];
    let is_adjective = shares(follows, |reading| {
        reading.pos == Pos::Adjective && reading.case == best.case && reading.gender == best.gender && !reading.plural
    }) > 0.3;
    if is_adjective && next + 1 == context.after && proper(next) && best.name.is_some() {
        return Some(next);
    }
    (context.word(next) == "и" && best.pos == Pos::ProperNoun && proper(next + 1) && next + 2 == context.after)
        .then_some(next + 1)
        .filter(|&index| same_case(index))
}

/// Whether the whole sentence is written in capitals, as headlines are.
fn is_shouted(context: &Context<'_>) -> bool {
    let words = context.tokens.iter().map(|token| token.span.of(context.text)).filter(|word| word.chars().count() > 3);
    let (count, loud) =
        words.fold((0, 0), |(count, loud), word| (count + 1, loud + usize::from(is_abbreviation(word))));
    count >= 3 && loud * 10 > count * 8
}
