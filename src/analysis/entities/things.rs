//! The organizations and places of one article.

use std::collections::BTreeMap;

use super::abbreviations::{Introduced, is_abbreviation};
use super::bodies::{Body, body};
use super::naming::{LEGAL_FORMS, core, identity_key, plain_key, without_quotes};
use super::{Form, Found, calm, joining, ordinary};
use crate::analysis::model::{Join, JoinReason};
use crate::language::EntityKind;
use crate::language::gazetteer::{self, Class, Entry};
use crate::language::person_name::fold;

/// Words for kinds of place that add nothing to the name after them.
const PLACE_KINDS: &[&str] = &["город", "г", "село", "посёлок", "поселок", "деревня", "столица", "республика"];

/// The kind and class of what the tables know under this form, when all that they know is of one kind.
pub fn known_kind(form: &str) -> Option<(EntityKind, Class)> {
    let found = gazetteer::lookup(form);
    // Small towns share their names with much else; countries and organizations do not.
    let first = found.first().filter(|entry| entry.class != Class::City || entry.population >= 1000)?;
    found.iter().all(|entry| entry.kind == first.kind).then_some((first.kind, first.class))
}

/// The key of the company or outlet that the tables know under this form.
pub fn company(form: &str) -> Option<&'static str> {
    let found = gazetteer::lookup(form).into_iter().find(|entry| matches!(entry.class, Class::Company | Class::Media));
    found.map(|entry| entry.key.as_str())
}

/// What one form may be.
pub struct Thing {
    pub key: String,
    pub reference: Option<String>,
    pub name: Option<String>,
    pub body: Option<Body>,
    /// Of a body that is called by ordinary words, their key.
    pub ordinary: Option<String>,
}

pub fn group(forms: &[Form], introduced: &Introduced, language: &str) -> Vec<Found> {
    let things: Vec<usize> = (0..forms.len()).filter(|&index| forms[index].kind != EntityKind::Person).collect();
    let countries = countries(forms);
    let read: BTreeMap<usize, Thing> =
        things.iter().map(|&index| (index, thing(&forms[index], &countries, language))).collect();

    let mut groups: Vec<Group> = Vec::new();
    for &index in &things {
        let thing = &read[&index];
        let same = |group: &&mut Group| group.kind == forms[index].kind && group.key == thing.key;
        if let Some(group) = groups.iter_mut().find(same) {
            let with = group.members[0];
            let reason = reason(&forms[index].text, &forms[with].text, thing);
            group.join(index, with, reason);
        } else {
            groups.push(Group {
                kind: forms[index].kind,
                key: thing.key.clone(),
                members: vec![index],
                joins: Vec::new(),
                doubts: Vec::new(),
            });
        }
    }
    joining::join(&mut groups, forms, introduced, &read);
    groups.into_iter().map(|group| found(group, forms, &read)).collect()
}

/// Forms taken for one thing.
pub struct Group {
    pub kind: EntityKind,
    pub key: String,
    pub members: Vec<usize>,
    /// Form, form that it joined, why.
    pub joins: Vec<(usize, usize, JoinReason)>,
    /// Form, a form of another group that it may mean, what would speak for it.
    pub doubts: Vec<(usize, usize, JoinReason)>,
}

impl Group {
    fn join(&mut self, form: usize, with: usize, reason: JoinReason) {
        self.members.push(form);
        self.joins.push((form, with, reason));
    }
}

fn reason(form: &str, with: &str, thing: &Thing) -> JoinReason {
    if fold(form) == fold(with) || thing.reference.is_none() && plain_key(form) == plain_key(with) {
        JoinReason::Spelling
    } else if thing.reference.is_some() {
        JoinReason::Table
    } else if core(form).is_none() && core(with).is_none() {
        JoinReason::InitialLetters
    } else {
        JoinReason::LegalForm
    }
}

/// ISO codes of the countries that the article names, with how often.
fn countries(forms: &[Form]) -> BTreeMap<&'static str, usize> {
    let mut countries = BTreeMap::new();
    for form in forms.iter().filter(|form| form.kind == EntityKind::Place) {
        let found = gazetteer::lookup(&form.text);
        if let Some(code) = found.first().filter(|entry| entry.class == Class::Country).and_then(|entry| entry.country)
        {
            *countries.entry(code).or_default() += form.names.len();
        }
    }
    countries
}

fn thing(form: &Form, countries: &BTreeMap<&'static str, usize>, language: &str) -> Thing {
    if form.kind == EntityKind::Organization
        && let Some(body) = body(&form.text, form.owner)
    {
        let reference = body.is_owned().then(|| body.key());
        return Thing { key: body.key(), reference, name: Some(body.name()), body: Some(body), ordinary: None };
    }
    match entry(form, countries) {
        Some(entry) => Thing {
            key: entry.key.clone(),
            reference: Some(entry.key.clone()),
            name: Some(entry.name(language).to_owned()),
            body: None,
            ordinary: None,
        },
        None => {
            let name = form.owner.map(|code| ordinary::in_full(&form.text, code));
            let key = identity_key(name.as_deref().unwrap_or(&form.text));
            let is_ordinary = form.kind == EntityKind::Organization && ordinary::is_ordinary(&form.text);
            let ordinary = is_ordinary.then(|| identity_key(&form.text));
            Thing { key, reference: None, name, body: None, ordinary }
        }
    }
}

/// What the tables know under the form, where it is certain which.
fn entry(form: &Form, countries: &BTreeMap<&'static str, usize>) -> Option<&'static Entry> {
    let find = |text: &str| {
        let found: Vec<&'static Entry> =
            gazetteer::lookup(text).into_iter().filter(|entry| entry.kind == form.kind).collect();
        let first = *found.first()?;
        if first.class != Class::City {
            return Some(first);
        }
        // Of namesakes the town in a country that the article speaks of, or one far larger than the rest.
        let near: Vec<&&Entry> =
            found.iter().filter(|city| city.country.is_some_and(|code| countries.contains_key(code))).collect();
        match (near.as_slice(), found.get(1)) {
            ([only], _) => Some(**only),
            (_, None) => Some(first),
            (_, Some(second)) => (first.capital || first.population >= 3 * second.population).then_some(first),
        }
    };
    let text = without_quotes(&form.text);
    find(text).or_else(|| {
        let (first, rest) = text.split_once(' ')?;
        let kind = first.trim_end_matches('.').to_lowercase();
        let skipped = match form.kind {
            EntityKind::Place => PLACE_KINDS.contains(&kind.as_str()),
            _ => LEGAL_FORMS.contains(&kind.as_str()),
        };
        if skipped { find(without_quotes(rest)) } else { None }
    })
}

fn found(group: Group, forms: &[Form], read: &BTreeMap<usize, Thing>) -> Found {
    let known = group.members.iter().find(|member| read[member].reference.is_some());
    let named = known.or_else(|| group.members.iter().find(|member| read[member].name.is_some()));
    let name = named.and_then(|member| read[member].name.clone()).unwrap_or_else(|| {
        let fullest = group.members.iter().copied().min_by_key(|&member| {
            let text = &forms[member].text;
            let introduced = group.joins.iter().any(|join| join.0 == member && join.2 == JoinReason::Introduced);
            let short = introduced || is_abbreviation(text) && group.members.len() > 1;
            // Without the legal form, then the most usual, then the earliest.
            (short, core(text).is_some(), std::cmp::Reverse(forms[member].names.len()), forms[member].names[0])
        });
        let text = fullest.map_or("", |member| forms[member].text.as_str());
        calm(core(text).unwrap_or(text))
    });
    let mut joins = group.joins;
    joins.sort_by_key(|&(form, ..)| forms[form].names[0]);
    let join = |(form, with, reason): (usize, usize, JoinReason)| Join {
        form: forms[form].text.clone(),
        with: forms[with].text.clone(),
        reason,
    };
    Found {
        kind: group.kind,
        name,
        reference: known.and_then(|member| read[member].reference.clone()),
        members: group.members,
        joins: joins.into_iter().map(join).collect(),
        doubts: group.doubts,
    }
}

/// The country that an article is about: its code, when it is named more often than all others
/// together. `references` are the article's entities in the reference tables with their mentions.
pub fn main_country<'a>(references: impl Iterator<Item = (&'a str, usize)>) -> Option<String> {
    let counts: BTreeMap<&str, usize> =
        references.filter_map(|(key, count)| key.strip_prefix("country:").map(|code| (code, count))).collect();
    let total: usize = counts.values().sum();
    let (code, &count) = counts.iter().max_by_key(|&(code, count)| (count, std::cmp::Reverse(code)))?;
    (2 * count > total).then(|| (*code).to_owned())
}
