//! Adjectives before the head.

use super::super::Context;
use super::Agreement;
use super::parts::possessives;
use crate::language::Pos;
use crate::language::ru::frequency::surprise;
use crate::language::ru::morphology::{Gender, Reading, readings};

/// The best nominative of a modifier in the head's case, gender and number.
pub(super) fn agreeing_option(context: &Context<'_>, index: usize, (case, gender): Agreement) -> Option<(String, f64)> {
    let fits = |reading: &&Reading| {
        reading.case == Some(case)
            && match reading.pos {
                Pos::Noun | Pos::ProperNoun => true,
                _ => {
                    reading.plural == gender.is_none()
                        && (reading.plural || reading.gender.is_none() || reading.gender == gender)
                }
            }
    };
    let readings = context.tokens[index].readings.iter().filter(fits);
    let best = readings.max_by(|a, b| a.probability.total_cmp(&b.probability));
    let Some(best) = best else {
        let found = possessives(context.word(index)).into_iter().find(|&(found, _)| found == case);
        return found.filter(|_| gender == Some(Gender::Masculine)).map(|(_, nominative)| (nominative, 0.3));
    };
    // Masculine and neuter share their oblique forms: the head's gender is what counts.
    Some((with_stress(best.nominative(context.word(index))?), best.probability + 1e-4))
}

/// «Донской», «Тверской», «Каймановы»: where the dictionary knows only the adjective with the stress on its end, or
/// news has the other form of the two far more often.
fn with_stress(nominative: String) -> String {
    let is_known = |form: &str| readings(form).iter().any(|reading| reading.known && reading.pos == Pos::Adjective);
    // In bits: how seldom news has a word that it hardly ever has.
    let bits = |form: &str| surprise(form).unwrap_or(26.0);
    let is_commoner = |form: &str| bits(form) + 3.0 < bits(&nominative);
    if let Some(stressed) = nominative.strip_suffix("ский").map(|stem| format!("{stem}ской")) {
        let is_stressed = is_known(&stressed) && (!is_known(&nominative) || is_commoner(&stressed));
        return if is_stressed { stressed } else { nominative };
    }
    let possessive = ["овые", "евые", "иные", "ыные"]
        .iter()
        .find_map(|end| nominative.strip_suffix(end).map(|stem| format!("{stem}{}", end.replace("ые", "ы"))));
    // «в Пашковом доме»: no adjective in -овый, but a family name's own.
    let singular = ["овый", "евый"].iter().find(|end| nominative.ends_with(**end)).filter(|_| !is_known(&nominative));
    match (possessive, singular) {
        (Some(possessive), _) if is_commoner(&possessive) => possessive,
        (_, Some(_)) => nominative.trim_end_matches("ый").to_owned(),
        _ => nominative,
    }
}
