//! People: one case and one gender for all words of the name.

use std::collections::BTreeMap;

use super::person_words::{BEARERS, Bearer, Word, bearers, best, changes, marked_bearer, naming, words};
use super::spelling::{is_cyrillic, restore};
use super::{Context, Evidence, Resolved, fold, shares};
use crate::language::Pos;
use crate::language::ru::morphology::{self, AnalysedToken, Case, Gender, NamePart, Reading};
use crate::language::ru::names::words::{RELATIONS, RELATIVES};

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

/// «уступили «Салавату Юлаеву»»: whether a club, ship or company is called by a person's first and family name
/// and stands in an oblique case, in which both decline.
pub fn is_named_after(context: &Context<'_>) -> bool {
    let Some(first) = (context.first..context.after).find(|&index| context.word(index).contains(char::is_alphabetic))
    else {
        return false;
    };
    let last = first + 1;
    let closes = |index: usize| !context.word(index).contains(char::is_alphanumeric);
    if last >= context.after || !(last + 1..context.after).all(closes) {
        return false;
    }
    let cases = |index: usize, part: NamePart| -> Vec<Case> {
        // A surname in -ов or -ин is one whether or not a dictionary has it.
        let is_sure = |reading: &Reading| {
            reading.known
                || part == NamePart::Surname && ["ов", "ев", "ин"].iter().any(|end| reading.lemma.ends_with(end))
        };
        let named = |reading: &&Reading| reading.name == Some(part) && !reading.plural && is_sure(reading);
        let readings = morphology::readings(context.word(index));
        readings.iter().filter(named).filter_map(|reading| reading.case).collect()
    };
    let is_name =
        |index: usize| is_cyrillic(context.word(index)) && context.word(index).starts_with(char::is_uppercase);
    let surname = cases(last, NamePart::Surname);
    let given = cases(first, NamePart::Given);
    is_name(first)
        && is_name(last)
        && !given.contains(&Case::Nominative)
        && given.iter().any(|case| surname.contains(case))
}

/// A verb in the past beside the name speaks for a subject of its gender, and a plural one against a subject
/// that is one person.
fn predicate(context: &Context<'_>, case: Case, bearer: Bearer) -> f64 {
    if case != Case::Nominative {
        return 0.0;
    }
    let agreement = |place: usize| -> f64 {
        let verb = &context.tokens[place];
        let finite = shares(verb, |reading| reading.finite && reading.gender.is_some());
        if finite < 0.5 {
            return 0.0;
        }
        let agrees = shares(verb, |reading| reading.finite && reading.gender == bearer.gender());
        match agrees > 0.5 {
            false => -1.5,
            // «Президент регулятора Натия Турнава сослалась»: the verb is said of nobody else.
            true => match other_subject(context, place, bearer) {
                None => 4.0,
                Some(other) if context.left() == Some(other) && !is_relative(&context.tokens[other]) => 1.5,
                Some(_) => 0.5,
            },
        }
    };
    // «Назарбаева не появилась»
    let is_between = |&place: &usize| matches!(context.word(place), "не" | "уже" | "также" | "тоже" | "ещё" | "еще");
    let after = (context.after..context.tokens.len()).find(|place| !is_between(place));
    // «В Астане Назарбаева не появляется»: somebody must.
    let present = after.filter(|&verb| {
        let is_present = |reading: &Reading| reading.finite && reading.gender.is_none() && !reading.plural;
        shares(&context.tokens[verb], is_present) > 0.5
    });
    let alone = present.filter(|&verb| {
        [Bearer::Man, Bearer::Woman].iter().all(|&bearer| other_subject(context, verb, bearer).is_none())
    });
    let takes_object = |reading: &Reading| STATES_OF_MIND.contains(&&*reading.lemma);
    let needed = match alone {
        Some(verb) if context.tokens[verb].readings.iter().any(takes_object) => 0.0,
        Some(_) => 2.5,
        None => 0.0,
    };
    // «Евгения Васильева из Магадана пожаловалась»
    let later = (context.after..context.tokens.len())
        .take(5)
        .skip(1)
        .take_while(|&place| context.tokens[place].best().pos != Pos::Mark)
        .find(|&place| shares(&context.tokens[place], |reading| reading.finite) > 0.5)
        .map_or(0.0, |verb| agreement(verb).clamp(0.0, 4.0) / 2.0);
    let is_plural = |reading: &Reading| reading.finite && reading.plural;
    let several = after.map_or(0.0, |verb| shares(&context.tokens[verb], is_plural));
    // «сказала Петрова»
    let before = context.first.checked_sub(1);
    let against = if several > 0.5 && bearer != Bearer::Several { -1.5 } else { 0.0 };
    needed + after.map_or(0.0, agreement) + before.map_or(0.0, agreement) / 2.0 + later + against
}

/// Verbs whose subject is what somebody feels or faces: «Назарбаева ждёт 10 лет тюрьмы».
const STATES_OF_MIND: &[&str] = &[
    "ждать",
    "ожидать",
    "интересовать",
    "беспокоить",
    "волновать",
    "устраивать",
    "раздражать",
    "тревожить",
    "касаться",
];

/// «Мать Сидорова нашла»: it is the mother who did.
fn is_relative(token: &AnalysedToken) -> bool {
    RELATIVES.has(&token.best().lemma)
}

/// Another noun of the clause that the verb at `verb` can be said of; the nearest before the name, else the first
/// after the verb.
fn other_subject(context: &Context<'_>, verb: usize, bearer: Bearer) -> Option<usize> {
    let is_subject = |reading: &Reading| {
        matches!(reading.pos, Pos::Noun | Pos::ProperNoun | Pos::Pronoun)
            && reading.case == Some(Case::Nominative)
            && !reading.plural
            && reading.gender == bearer.gender()
    };
    let ends_clause = |&place: &usize| matches!(context.word(place), "," | ";" | ":" | "—" | "–" | "(" | ")");
    let after = context.after.max(verb + 1);
    let is_governed = |place: usize| place > 0 && context.tokens[place - 1].best().pos == Pos::Function;
    // «читала Майра»: a name that no dictionary has.
    let is_oblique = |place: usize| {
        let may_act = |reading: &Reading| !reading.known || reading.case == Some(Case::Nominative);
        shares(&context.tokens[place], may_act) < 0.1
    };
    let is_named =
        |place: usize| place == after && context.word(place).starts_with(char::is_uppercase) && !is_oblique(place);
    let before = (0..context.first).rev().take_while(|place| !ends_clause(place));
    let behind = (after..context.tokens.len()).take(5).take_while(|place| !ends_clause(place));
    before
        .chain(behind)
        .find(|&place| !is_governed(place) && (shares(&context.tokens[place], is_subject) > 0.2 || is_named(place)))
}

/// How likely each case and bearer is, by the sentence: what its context model has learnt of the
/// name's words beyond the words themselves, and what stands to the left.
fn prior(context: &Context<'_>) -> BTreeMap<(Case, Bearer), f64> {
    let learnt: Vec<BTreeMap<(Case, Bearer), f64>> = (context.first..context.after)
        .filter(|&index| changes(context, index))
        .map(|index| learnt(&context.tokens[index].readings, &morphology::readings(context.word(index))))
        .collect();
    let left = context.left().map(|index| context.as_common(index));
    let left = left.as_deref();
    let share_left = |fits: fn(&Reading) -> bool| left.map_or(0.0, |left| shares(left, fits));
    let several = share_left(|r| r.plural && r.pos == Pos::Noun && r.animate == Some(true)) > 0.5;
    let thing = |r: &Reading| r.pos == Pos::Noun && r.animate == Some(false);
    let owned = left.map_or(0.0, |left| shares(left, thing)) > 0.5;
    let subject = left.map_or(0.0, |left| shares(left, |r| thing(r) && r.case == Some(Case::Nominative))) > 0.5;
    let evidence = context.case_evidence(true);
    let marked = marked_bearer(context);
    // «Полузащитница Айтана Бонмати»: what only a woman is called; «министр» tells nothing.
    let is_womans = |case: Case| {
        let fits = |r: &Reading| {
            r.pos == Pos::Noun
                && r.animate == Some(true)
                && r.gender == Some(Gender::Feminine)
                && r.name.is_none()
                && !r.plural
                && r.case == Some(case)
        };
        left.is_some_and(|left| shares(left, fits) > 0.5)
    };
    let is_somebodys = left.is_some_and(|left| left.readings.iter().any(|reading| RELATIONS.has(&reading.lemma)));
    let is_titled_woman = is_womans(Case::Nominative) && !is_somebodys;
    let mut prior = BTreeMap::new();
    for case in Case::ALL {
        for (bearer, share) in BEARERS {
            let share = if bearer == Bearer::Several && several { 0.8 } else { share };
            let share = if marked.is_some_and(|marked| marked != bearer) { share * 0.01 } else { share };
            let share = if bearer == Bearer::Man && is_womans(case) { share * 0.05 } else { share };
            // Nor is she often somebody's, but of those who are.
            let share = if case == Case::Genitive && is_titled_woman { share * 0.3 } else { share };
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
