//! Organizations and places: the head noun and what agrees with it to its left.

mod brands;
mod heads;
mod modifiers;
mod parts;

use std::collections::BTreeMap;

use self::brands::{last_word, whole_known};
use self::heads::head_options;
use self::modifiers::agreeing_option;
use self::parts::Parts;
use super::spelling::{bare_abbreviation, restore};
use super::{Context, Evidence, Resolved, fold, is_known_place, shares};
use crate::language::ru::morphology::{Case, Gender, Reading, readings};
use crate::language::ru::names::words::NEUTER_ABBREVIATIONS;
use crate::language::{EntityKind, Pos};
use crate::words::LowerCase;

/// Case, and gender or plural (`None`), that head and modifiers share.
type Agreement = (Case, Option<Gender>);

pub fn resolve(context: &Context<'_>, kind: EntityKind, evidence: &Evidence) -> Resolved {
    let as_written = || Resolved { form: context.span.of(context.text).to_owned(), ..Resolved::default() };
    let Some(parts) = Parts::of(context, kind) else { return as_written() };
    if let Some(bare) = bare_abbreviation(context.word(parts.head)) {
        let form = format!(
            "{}{bare}{}",
            &context.text[context.span.start..context.tokens[parts.head].span.start],
            &context.text[context.tokens[parts.head].span.end.min(context.span.end)..context.span.end]
        );
        return Resolved { form, ..Resolved::default() };
    }
    if kind == EntityKind::Place && context.is_called_after() {
        return as_written();
    }
    if let Some(form) = one_of_several(context, &parts) {
        return Resolved { form, ..Resolved::default() };
    }
    let prior = context.case_prior();
    let mut options: BTreeMap<Agreement, f64> = BTreeMap::new();
    let mut forms: BTreeMap<Agreement, Vec<(usize, String)>> = BTreeMap::new();
    let head = head_options(context, &parts, kind, &prior, evidence);
    // «Дальневосточном УГМС»: the adjective's gender is the abbreviation's.
    let is_neuter = parts.head + 1 < context.after && NEUTER_ABBREVIATIONS.has(context.word(parts.head + 1));
    for (agreement, nominatives) in head {
        if is_neuter && agreement.1 == Some(Gender::Masculine) {
            continue;
        }
        for (nominative, weight) in nominatives {
            let mut score = weight.ln();
            let mut words = vec![(parts.head, nominative)];
            for &index in &parts.agreeing {
                let (nominative, weight) =
                    agreeing_option(context, index, agreement).unwrap_or_else(|| (context.word(index).lower(), 1e-4));
                score += weight.ln();
                words.push((index, nominative));
            }
            words.sort();
            if agreement.0 != Case::Nominative && kind == EntityKind::Place {
                let known = is_known_place(&render(context, &words, agreement.0));
                score += if known { 3.0 } else { 0.0 };
            } else if kind == EntityKind::Place && is_known_place(context.span.of(context.text)) {
                score += 3.0;
            }
            if options.get(&agreement).is_none_or(|&best| score > best) {
                options.insert(agreement, score);
                forms.insert(agreement, words);
            }
        }
    }
    let mut scored: Vec<(f64, Agreement)> = options.into_iter().map(|(agreement, score)| (score, agreement)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let Some(&(top, agreement)) = scored.first() else { return as_written() };
    let words = &forms[&agreement];
    let form = render(context, words, agreement.0);
    if let Some(form) = whole_known(context, kind, &form).or_else(|| last_word(context, &parts, kind, &form)) {
        return Resolved { form, ..Resolved::default() };
    }
    let rival = scored.iter().find(|(_, other)| render(context, &forms[other], other.0) != form);
    Resolved {
        words: words.iter().map(|(_, word)| fold(word)).collect(),
        gender: agreement.1,
        sure: rival.is_none_or(|rival| top - rival.0 > 2.0),
        person: false,
        form,
    }
}

/// «Над Брянской и Калужской областями»: the singular of a head that several adjectives share.
fn one_of_several(context: &Context<'_>, parts: &Parts) -> Option<String> {
    let [adjective] = parts.agreeing[..] else { return None };
    let head = context.tokens[parts.head].best();
    let modifier = &context.tokens[adjective];
    let is_one = |reading: &Reading| reading.pos == Pos::Adjective && !reading.plural && reading.case == head.case;
    if adjective >= parts.head || !head.plural || !head.known || head.pos != Pos::Noun || shares(modifier, is_one) < 0.5
    {
        return None;
    }
    let singular = readings(&head.lemma);
    let noun = singular.iter().find(|noun| {
        noun.pos == Pos::Noun && noun.lemma == head.lemma && noun.case == Some(Case::Nominative) && !noun.plural
    })?;
    let (nominative, _) = agreeing_option(context, adjective, (head.case?, noun.gender))?;
    Some(render(context, &[(adjective, nominative), (parts.head, head.lemma.to_string())], Case::Genitive))
}

fn render(context: &Context<'_>, words: &[(usize, String)], case: Case) -> String {
    if case == Case::Nominative {
        return context.span.of(context.text).to_owned();
    }
    let mut form = String::with_capacity(context.span.len());
    let mut written = context.span.start;
    for (index, nominative) in words {
        let span = context.tokens[*index].span;
        if span.start < written || span.end > context.span.end {
            continue;
        }
        form.push_str(&context.text[written..span.start]);
        form.push_str(&restore(span.of(context.text), nominative));
        written = span.end;
    }
    form.push_str(&context.text[written..context.span.end]);
    form
}
