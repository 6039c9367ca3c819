//! The organizations and places of one article.

use std::collections::BTreeMap;

use super::abbreviations::{Introduced, is_abbreviation, spells_out};
use super::bodies::{Body, body};
use super::{Form, Found, calm};
use crate::analysis::model::{Join, JoinReason};
use crate::language::EntityKind;
use crate::language::gazetteer::{self, Class, Entry};
use crate::language::person_name::{fold, skeleton};

/// Words for kinds of organization that may stand before a name in quotation marks, or be left out.
const LEGAL_FORMS: &[&str] = &[
    "ооо",
    "оао",
    "зао",
    "ао",
    "пао",
    "тоо",
    "нао",
    "нпо",
    "нко",
    "ано",
    "гк",
    "ип",
    "фк",
    "хк",
    "бк",
    "мфк",
    "ск",
    "нк",
    "гуп",
    "фгуп",
    "муп",
    "компания",
    "корпорация",
    "концерн",
    "холдинг",
    "группа",
    "агентство",
    "информагентство",
    "издание",
    "газета",
    "журнал",
    "телеканал",
    "канал",
    "телеграм-канал",
    "telegram-канал",
    "радиостанция",
    "сайт",
    "портал",
    "партия",
    "движение",
    "клуб",
    "сеть",
    "банк",
    "издательство",
    "the",
    "llc",
    "ltd",
    "inc",
    "corp",
];

/// Words for kinds of place that add nothing to the name after them.
const PLACE_KINDS: &[&str] = &["город", "г", "село", "посёлок", "поселок", "деревня", "столица", "республика"];

/// The form without quotation marks round the whole of it.
pub fn without_quotes(form: &str) -> &str {
    let bare = form.trim().trim_matches(|c| "«»\"“”„‟'".contains(c)).trim();
    // «ООО «Ромашка»»: what is left unbalanced was no pair round the whole.
    if bare.is_empty() || bare.contains(['«', '»']) && bare.matches('«').count() != bare.matches('»').count() {
        form.trim()
    } else {
        bare
    }
}

/// What is equal for all spellings of one organization's or place's name: lower case, ё as е, no
/// quotation marks or hyphens, no legal form before a name in quotation marks.
pub fn identity_key(form: &str) -> String {
    let plain = |text: &str| {
        let lower = text.to_lowercase().replace('ё', "е");
        lower
            .split(|c: char| !c.is_alphanumeric() && c != '+')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let bare = without_quotes(form);
    let key = plain(core(bare).unwrap_or(bare));
    if key.is_empty() { bare.to_lowercase() } else { key }
}

/// The name after a legal form or another word for the kind of organization.
fn core(form: &str) -> Option<&str> {
    let (first, rest) = form.split_once(' ')?;
    let kind = LEGAL_FORMS.contains(&first.trim_end_matches('.').to_lowercase().as_str());
    let quoted = rest.starts_with(['«', '"', '“', '„']);
    let short = first.chars().count() <= 4 && first.chars().all(char::is_uppercase);
    // «Telegram-канал Scriptorium», «газета The Times»
    let latin = rest.starts_with(|c: char| c.is_ascii_uppercase()) && !first.is_ascii();
    (kind && (quoted || short || latin)).then(|| core(without_quotes(rest)).unwrap_or(without_quotes(rest)))
}

/// The kind of what the tables know under this form, when all that they know is of one kind.
pub fn known_kind(form: &str) -> Option<EntityKind> {
    let found = gazetteer::lookup(form);
    // Small towns share their names with much else; countries and organizations do not.
    let first = found.first().filter(|entry| entry.class != Class::City || entry.population >= 1000)?;
    found.iter().all(|entry| entry.kind == first.kind).then_some(first.kind)
}

/// What one form may be.
struct Thing {
    key: String,
    reference: Option<String>,
    name: Option<String>,
    body: Option<Body>,
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
            });
        }
    }
    join_introduced(&mut groups, introduced, &read);
    join_owned(&mut groups, &read);
    join_abbreviations(&mut groups, forms, &read);
    join_alphabets(&mut groups, forms, &read);
    groups.into_iter().map(|group| found(group, forms, &read)).collect()
}

/// Forms taken for one thing.
struct Group {
    kind: EntityKind,
    key: String,
    members: Vec<usize>,
    /// Form, form that it joined, why.
    joins: Vec<(usize, usize, JoinReason)>,
}

impl Group {
    fn join(&mut self, form: usize, with: usize, reason: JoinReason) {
        self.members.push(form);
        self.joins.push((form, with, reason));
    }
}

fn reason(form: &str, with: &str, thing: &Thing) -> JoinReason {
    if super::things::plain_equal(form, with) {
        JoinReason::Spelling
    } else if thing.reference.is_some() {
        JoinReason::Table
    } else {
        JoinReason::LegalForm
    }
}

/// Whether the two differ in spelling alone.
fn plain_equal(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
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
        && let Some(body) = body(&form.text)
    {
        let reference = body.owner.map(|_| body.key());
        return Thing { key: body.key(), reference, name: Some(body.name()), body: Some(body) };
    }
    match entry(form, countries) {
        Some(entry) => Thing {
            key: entry.key.clone(),
            reference: Some(entry.key.clone()),
            name: Some(entry.name(language).to_owned()),
            body: None,
        },
        None => Thing { key: identity_key(&form.text), reference: None, name: None, body: None },
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

fn position(groups: &[Group], form: usize) -> Option<usize> {
    groups.iter().position(|group| group.members.contains(&form))
}

/// Puts all of `from` into `into`.
fn merge(groups: &mut Vec<Group>, from: usize, into: usize, (form, with): (usize, usize), reason: JoinReason) {
    if from == into {
        return;
    }
    let taken = groups.remove(from);
    let into = if from < into { into - 1 } else { into };
    groups[into].members.extend(taken.members);
    groups[into].joins.extend(taken.joins);
    groups[into].joins.push((form, with, reason));
}

/// Whether the two are known to be different things.
fn distinct(a: &Group, b: &Group, read: &BTreeMap<usize, Thing>) -> bool {
    let reference = |group: &Group| group.members.iter().find_map(|member| read[member].reference.as_deref());
    matches!((reference(a), reference(b)), (Some(a), Some(b)) if a != b)
}

fn join_introduced(groups: &mut Vec<Group>, introduced: &Introduced, read: &BTreeMap<usize, Thing>) {
    for &(short, long) in introduced {
        let (Some(from), Some(into)) = (position(groups, short), position(groups, long)) else { continue };
        if from != into && !distinct(&groups[from], &groups[into], read) {
            merge(groups, from, into, (short, long), JoinReason::Introduced);
        }
    }
}

/// «Минфин» is the one «Министерство финансов России» of the article, when there is one only.
fn join_owned(groups: &mut Vec<Group>, read: &BTreeMap<usize, Thing>) {
    let mut from = 0;
    while from < groups.len() {
        let first = groups[from].members[0];
        let unowned = read[&first].body.as_ref().filter(|body| body.owner.is_none()).map(|body| &body.entry.key);
        let owned: Vec<usize> = match unowned {
            Some(key) => (0..groups.len())
                .filter(|&other| {
                    groups[other].members.iter().any(|member| {
                        read[member].body.as_ref().is_some_and(|body| body.owner.is_some() && &body.entry.key == key)
                    })
                })
                .collect(),
            None => Vec::new(),
        };
        if let [into] = owned[..] {
            let with = groups[into].members[0];
            merge(groups, from, into, (first, with), JoinReason::Owner);
        } else {
            from += 1;
        }
    }
}

/// An abbreviation whose letters only one other name of the article spells out.
fn join_abbreviations(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    let mut from = 0;
    while from < groups.len() {
        let first = groups[from].members[0];
        let short = &forms[first].text;
        let fitting: Vec<(usize, usize)> = if is_abbreviation(short) && read[&first].reference.is_none() {
            groups
                .iter()
                .enumerate()
                .filter(|&(other, group)| other != from && group.kind == groups[from].kind)
                .filter_map(|(other, group)| {
                    group
                        .members
                        .iter()
                        .find(|&&member| spells_out(short, &forms[member].text))
                        .map(|&member| (other, member))
                })
                .collect()
        } else {
            Vec::new()
        };
        if let [(into, with)] = fitting[..] {
            merge(groups, from, into, (first, with), JoinReason::InitialLetters);
        } else {
            from += 1;
        }
    }
}

/// What a name's Latin and Cyrillic spellings have in common, and whether this one is Latin; `None`
/// for names too short to be told by it.
pub fn alphabet_key(form: &str) -> Option<(String, bool)> {
    let bones = skeleton(form);
    let latin = form.chars().find(|c| c.is_alphabetic())?.is_ascii();
    (bones.len() >= 4).then_some((bones, latin))
}

/// The key of a body of some state («org:Минфин») when `name` does not say of which.
pub fn unowned_body(name: &str) -> Option<String> {
    body(name).filter(|body| body.owner.is_none()).map(|body| body.entry.key.clone())
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

/// One name in Latin and in Cyrillic letters.
fn join_alphabets(groups: &mut Vec<Group>, forms: &[Form], read: &BTreeMap<usize, Thing>) {
    let mut from = 0;
    while from < groups.len() {
        let first = groups[from].members[0];
        let fitting: Vec<usize> = match alphabet_key(&forms[first].text) {
            Some((bones, true)) => (0..groups.len())
                .filter(|&other| groups[other].kind == groups[from].kind)
                .filter(|&other| {
                    let with = alphabet_key(&forms[groups[other].members[0]].text);
                    with.is_some_and(|(other, latin)| !latin && other == bones)
                })
                .filter(|&other| !distinct(&groups[from], &groups[other], read))
                .collect(),
            _ => Vec::new(),
        };
        if let [into] = fitting[..] {
            let with = groups[into].members[0];
            merge(groups, from, into, (first, with), JoinReason::Transliteration);
        } else {
            from += 1;
        }
    }
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
    }
}
