//! Names of the reference tables, in any form.

use super::text::Text;
use super::{Candidate, LONGEST};
use crate::language::gazetteer::{self, Class, Entry};
use crate::language::general::endings::Endings;

/// Inhabitants, in thousands, of the smallest town that is recognised by an inflected form.
const TOWN: u32 = 100;

/// The longest name of the reference tables that begins at `index`.
pub fn at(text: &Text<'_>, index: usize) -> Option<Candidate> {
    if !text.word(index).starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
        return None;
    }
    (1..=LONGEST.min(text.tokens.len() - index)).rev().find_map(|count| {
        let name = text.span(index, count).of(text.text);
        if name.contains('\n') || (count == 1 && (text.is_common(index) || name.chars().count() < 2)) {
            return None;
        }
        let (entry, form) = entry(text, name)?;
        // «Nice» and «Reading» are towns; in the middle of a longer name they are nothing. But where
        // names are declined, a country or a genitive stands before names that it is no part of.
        let apart = text.vocabulary.endings != Endings::None && (entry.class == Class::Country || form != name);
        let alone = count > 1 || !text.is_inside_longer(index) || apart;
        alone.then_some(Candidate { skip: 0, count, kind: entry.kind, form })
    })
}

/// Whether the tables know the word in some form.
pub fn is_known(text: &Text<'_>, word: &str) -> bool {
    entry(text, word).is_some()
}

/// What the tables know of `name` or of a nominative that it may be a form of, and that nominative.
fn entry(text: &Text<'_>, name: &str) -> Option<(&'static Entry, String)> {
    // A name of the text's own language before one that only looks like it: «Львова» is Львів.
    let own = |entry: &Entry, form: &str| {
        let names = match text.vocabulary.language {
            "uk" => &entry.uk,
            "kk" => &entry.kk,
            _ => return true,
        };
        names.iter().any(|name| name.to_lowercase() == form.to_lowercase())
    };
    if let Some(entry) = gazetteer::lookup(name).into_iter().next() {
        return Some((entry, name.to_owned()));
    }
    let mut foreign = None;
    let (first, rest) = name.split_once(' ').map_or((name, None), |(first, rest)| (first, Some(rest)));
    let endings = text.vocabulary.endings;
    let found = endings.nominatives(first).into_iter().skip(1).find_map(|first| {
        let rests = match rest {
            None => vec![first.clone()],
            // The adjective agrees with its noun, or a genitive after the noun stays as it is.
            Some(rest) => endings.nominatives(rest).into_iter().map(|rest| format!("{first} {rest}")).collect(),
        };
        rests.into_iter().find_map(|form| {
            let entry = gazetteer::lookup(&form).into_iter().next()?;
            if entry.class == Class::City && entry.population < TOWN && !entry.capital {
                return None;
            }
            if own(entry, &form) {
                return Some((entry, form));
            }
            foreign.get_or_insert((entry, form));
            None
        })
    });
    found.or(foreign)
}
