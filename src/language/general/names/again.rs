//! A name found once is found everywhere: people by their family names, others as they stand.

use std::collections::BTreeMap;

use super::text::{Text, is_capitalised};
use crate::language::{EntityKind, Name};

/// Adds the places where the names in `names` stand again, and keeps `names` in order.
pub fn find(text: &Text<'_>, names: &mut Vec<Name>) {
    let known = known(text, names);
    let mut again = Vec::new();
    for (index, token) in text.tokens.iter().enumerate() {
        let word = text.word(index);
        if !is_capitalised(word) {
            continue;
        }
        let next = names.partition_point(|name| name.span.end <= token.start);
        if names.get(next).is_some_and(|name| name.span.overlaps(*token)) {
            continue;
        }
        let forms = text.vocabulary.endings.nominatives(word);
        if let Some((form, kind)) =
            forms.into_iter().find_map(|form| known.get(&form).map(|kind| (form.clone(), *kind)))
        {
            again.push(Name { span: *token, kind, form });
        }
    }
    names.extend(again);
    names.sort_by_key(|name| name.span);
    settle_single(text, names, &known);
}

/// Words that mean something named elsewhere in the text.
fn known(text: &Text<'_>, names: &[Name]) -> BTreeMap<String, EntityKind> {
    let mut known = BTreeMap::new();
    for name in names {
        match (name.kind, name.form.rsplit_once(' ')) {
            (EntityKind::Person, Some((_, surname))) => {
                known.insert(surname.to_owned(), name.kind);
            }
            (EntityKind::Organization, Some((_, last)))
                if text.vocabulary.organization_words.contains(&last.to_lowercase().as_str())
                    && !text.vocabulary.joints.is_empty() =>
            {
                known.entry(last.to_owned()).or_insert(name.kind);
            }
            (_, None) if name.form.chars().count() > 2 => {
                known.entry(name.form.clone()).or_insert(name.kind);
            }
            _ => {}
        }
    }
    known
}

/// A family name alone that was taken for a place, or for another name in an oblique form of its own.
fn settle_single(text: &Text<'_>, names: &mut [Name], known: &BTreeMap<String, EntityKind>) {
    for name in names.iter_mut().filter(|name| !name.form.contains(' ')) {
        if name.kind != EntityKind::Person && super::known::is_known(text, &name.form) {
            continue;
        }
        let forms = text.vocabulary.endings.nominatives(&name.form);
        if let Some(form) = forms.into_iter().find(|form| known.get(form) == Some(&EntityKind::Person)) {
            name.form = form;
            name.kind = EntityKind::Person;
        }
    }
}
