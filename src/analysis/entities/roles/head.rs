//! The noun that a role is headed by.

use std::ops::Range;

use super::nouns;
use crate::analysis::entities::agreement::{Cases, of_reading};
use crate::analysis::entities::line::Line;
use crate::language::Pos;
use crate::language::ru::morphology::{Case, Reading, readings};

/// A noun that may head a role.
pub struct Head {
    /// From its first word to its last: «и. о.» has four.
    pub words: Range<usize>,
    pub lemma: String,
    /// In the nominative, in lower case.
    pub nominative: String,
    /// The cases that it shares with the name.
    pub cases: Cases,
    /// Whether its complement may be a bare genitive of an office: «врио губернатора».
    pub acting: bool,
}

/// The head of a role that begins at `at`, when it agrees with `cases`.
pub fn head_at(line: &Line<'_>, at: usize, cases: Cases) -> Option<Head> {
    if let Some(words) = acting(line, at) {
        let nominative = line.written(&words).to_lowercase();
        return Some(Head { lemma: nominative.clone(), nominative, words, cases, acting: true });
    }
    let (text, lower) = (line.text(at), line.lower(at));
    let short = text.chars().filter(|c| c.is_uppercase()).count() > 1;
    if short && lower != "врио" || matches!(line.pos(at), Pos::Mark | Pos::Function | Pos::Number) {
        return None;
    }
    if let Some(office) = lower.strip_prefix("зам").filter(|rest| rest.chars().count() > 3) {
        let deputy = readings(office).iter().any(|reading| {
            reading.known
                && reading.case == Some(Case::Genitive)
                && !reading.plural
                && (reading.animate == Some(true) || nouns::is_office(&reading.lemma))
        });
        if deputy {
            return Some(Head {
                words: at..at + 1,
                lemma: lower.to_owned(),
                nominative: text.to_lowercase(),
                cases,
                acting: true,
            });
        }
    }
    let fitting =
        |reading: &&Reading| !of_reading(reading).and(cases).is_empty() && (!reading.plural) && is_role(reading);
    let reading = line.readings(at).filter(fitting).max_by(|a, b| {
        let living = |reading: &Reading| reading.animate == Some(true);
        living(a).cmp(&living(b)).then(a.probability.total_cmp(&b.probability))
    })?;
    let shared =
        line.readings(at).filter(fitting).fold(Cases::NONE, |found, reading| found.or(of_reading(reading))).and(cases);
    let nominative = if reading.indeclinable { text.to_lowercase() } else { reading.nominative(text)? };
    Some(Head { words: at..at + 1, lemma: reading.lemma.replace('ё', "е"), nominative, cases: shared, acting: false })
}

fn is_role(reading: &Reading) -> bool {
    let lemma = reading.lemma.replace('ё', "е");
    let noun = reading.pos == Pos::Noun && reading.name.is_none() && reading.animate == Some(true);
    (noun || nouns::is_office(&lemma) && matches!(reading.pos, Pos::Noun | Pos::Adjective))
        && !nouns::is_no_role(&lemma)
}

/// «и. о.», «врио», «вр. и. о.», which stay as they are whatever the name's case.
fn acting(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    match line.lower(at) {
        "врио" | "ио" => return Some(at..at + 1),
        "и.о" | "и.о." | "вр" | "и" => {}
        _ => return None,
    }
    let written: String = (at..line.len().min(at + 6)).map(|at| line.lower(at)).collect();
    ["вр.и.о.", "и.о."].iter().find(|short| written.starts_with(**short)).and_then(|short| {
        let mut length = 0;
        (at..line.len()).take(6).find_map(|end| {
            length += line.lower(end).len();
            (length == short.len()).then_some(at..end + 1)
        })
    })
}
