//! Who is who within one article: joins the mentions of one entity, and keeps apart what only looks
//! alike.
//!
//! Forms are compared, not places: each distinct form in the nominative is joined to others for a
//! recorded reason. A short form joins a full one only when there is exactly one that it fits; where
//! the evidence does not decide, nothing is joined and the candidates are kept as doubts.

mod abbreviations;
mod agreement;
mod bodies;
mod canonical;
mod groups;
mod joining;
mod line;
mod metonymy;
mod naming;
mod ordinary;
mod particulars;
mod people;
mod roles;
mod sorts;
mod surroundings;
mod things;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use canonical::{best_person, calm};
pub use groups::{Grouping, group, likeness};
pub use metonymy::stand_ins;
pub use naming::{alphabet_key, identity_key, without_quotes};
pub use roles::add_roles;
pub use things::main_country;

use super::model::{Doubt, Join, JoinReason, LocalEntity, Mention, Particulars, Sentence};
use crate::language::gazetteer::{self, Class};
use crate::language::ru::morphology::Gender;
use crate::language::{EntityKind, Name, Token};
use crate::slug::{self, Taken};
use crate::span::beginning_in;

/// What roles and stand-ins are read from.
pub struct Material<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Its BCP 47 code.
    pub language: &'a str,
    /// Its sentences, in order.
    pub sentences: &'a [Sentence],
    /// Its tokens, in order.
    pub tokens: &'a [Token],
    /// Its mentions, in order, each with its entity.
    pub mentions: &'a [Mention],
}

impl Material<'_> {
    /// The sentences that name something, each with its index and the indexes of its mentions.
    fn named(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.sentences.iter().enumerate().filter_map(|(index, sentence)| {
            let inside = beginning_in(self.mentions, sentence.span, |mention| mention.span);
            (!inside.is_empty()).then_some((index, inside))
        })
    }
}

/// A form under which the article names something, with all its mentions.
#[derive(Debug, Clone)]
struct Form {
    /// In the nominative, without quotation marks round the whole.
    text: String,
    kind: EntityKind,
    /// ISO code of the country whose body the text around it says it is («турецкий МИД», «МИД Турции»).
    owner: Option<&'static str>,
    /// Whether the text introduces it as somebody's relative («его брат Владимир»).
    related: bool,
    /// Whether a verb after it says that it is a man's or a woman's.
    gender: Option<Gender>,
    /// Indexes of the names that have it.
    names: Vec<usize>,
}

/// Joins `names`, the names found in `text` in order, into entities.
///
/// `language` is the article's BCP 47 code; the names of what the reference tables know are in it.
/// Returns a mention for each name, in order, and the entities in order of first mention.
pub fn resolve(text: &str, names: &[Name], language: &str) -> (Vec<Mention>, Vec<LocalEntity>) {
    let forms = forms(text, names);
    let introduced = abbreviations::introduced(text, names, &forms);
    let people = people::group(&forms);
    let things = things::group(&forms, &introduced, language);

    let mut found: Vec<Found> = people.into_iter().chain(things).collect();
    found.sort_by_key(|entity| entity.members.iter().map(|&form| forms[form].names[0]).min());

    let mut taken = Taken::default();
    let mut entity_of = vec![0; names.len()];
    for (index, entity) in found.iter().enumerate() {
        for place in entity.members.iter().flat_map(|&form| &forms[form].names) {
            entity_of[*place] = index;
        }
    }
    let kinds: Vec<EntityKind> = found.iter().map(|entity| entity.kind).collect();
    let doubts: Vec<Vec<Doubt>> = (0..found.len()).map(|index| doubts(index, &found, &forms, &entity_of)).collect();
    let mut locals: Vec<LocalEntity> = found
        .into_iter()
        .zip(doubts)
        .map(|(Found { kind, name, reference, joins, .. }, doubts)| {
            let id = taken.unique(&slug::slugify(&name));
            LocalEntity {
                name,
                kind,
                reference,
                id,
                joins,
                roles: Vec::new(),
                doubts,
                particulars: Particulars::default(),
            }
        })
        .collect();
    let mentions: Vec<Mention> = names
        .iter()
        .zip(entity_of)
        .map(|(name, entity)| Mention {
            span: name.span,
            kind: kinds[entity],
            form: name.form.clone(),
            entity,
            stands_for: None,
        })
        .collect();
    particulars::add(text, &mentions, &mut locals);
    (mentions, locals)
}

/// One entity before it has an id.
#[derive(Debug, Clone)]
struct Found {
    kind: EntityKind,
    name: String,
    reference: Option<String>,
    /// Indexes of its forms.
    members: Vec<usize>,
    joins: Vec<Join>,
    /// Index of a form, of another entity's form that it may mean, and what would speak for it.
    doubts: Vec<(usize, usize, JoinReason)>,
}

/// What is left open about the entity at `index`, each candidate once for each form.
fn doubts(index: usize, found: &[Found], forms: &[Form], entity_of: &[usize]) -> Vec<Doubt> {
    let open = found[index].doubts.iter().filter_map(|&(form, other, reason)| {
        let with = entity_of[forms[other].names[0]];
        (with != index).then(|| Doubt { form: forms[form].text.clone(), with: found[with].name.clone(), reason })
    });
    let mut doubts: Vec<Doubt> = open.collect();
    doubts.sort();
    doubts.dedup_by(|a, b| a.form == b.form && a.with == b.with);
    doubts
}

fn forms(text: &str, names: &[Name]) -> Vec<Form> {
    let mut places: BTreeMap<(&str, EntityKind, Option<&str>), Vec<usize>> = BTreeMap::new();
    let kinds = kinds(text, names);
    for (index, (name, kind)) in names.iter().zip(kinds).enumerate() {
        let owner = surroundings::owner(text, names, index).filter(|_| kind == EntityKind::Organization);
        places.entry((naming::without_quotes(&name.form), kind, owner)).or_default().push(index);
    }
    let mut forms: Vec<Form> = places
        .into_iter()
        .map(|((form, kind, owner), places)| Form {
            text: form.to_owned(),
            kind,
            owner,
            related: kind == EntityKind::Person
                && places.iter().any(|&place| surroundings::is_relative(text, names[place].span)),
            gender: (kind == EntityKind::Person && !form.contains(' '))
                .then(|| places.iter().find_map(|&place| surroundings::gender_of_subject(text, &names[place])))
                .flatten(),
            names: places,
        })
        .collect();
    forms.sort_by_key(|form| form.names[0]);
    forms
}

/// What each name is. A name that the tagger took now for an organization, now for a place is one
/// thing; which, the tables say, or the majority. A person is never taken for a thing: Владимир may be
/// both. Nor is a club for the city that it is called after.
fn kinds(text: &str, names: &[Name]) -> Vec<EntityKind> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let keys: Vec<String> = names.iter().map(|name| naming::identity_key(&name.form)).collect();
    for (name, key) in names.iter().zip(&keys) {
        let count = counts.entry(key.clone()).or_default();
        match name.kind {
            EntityKind::Place => count.0 += 1,
            EntityKind::Organization => count.1 += 1,
            EntityKind::Person => {}
        }
    }
    let outlets = outlets(names);
    let kind = |(name, key): (&Name, &String)| {
        if name.kind == EntityKind::Person {
            let outlet = things::company(&name.form).is_some_and(|key| outlets.contains(key));
            return if outlet { EntityKind::Organization } else { name.kind };
        }
        let quoted = text[..name.span.start].ends_with(['«', '“', '„', '"']) || name.form.starts_with(['«', '“', '„']);
        match things::known_kind(naming::without_quotes(&name.form)) {
            Some((_, Class::City)) => name.kind,
            Some((EntityKind::Place, _)) if quoted && name.kind == EntityKind::Organization => name.kind,
            Some((kind, _)) => kind,
            // «Ливерпуль» is a city and a club.
            None if gazetteer::lookup(&name.form).iter().any(|entry| entry.class == Class::City) => name.kind,
            None => match counts[key] {
                (places, organizations) if places > organizations => EntityKind::Place,
                (places, organizations) if places < organizations => EntityKind::Organization,
                _ if abbreviations::is_abbreviation(&name.form) => EntityKind::Organization,
                _ => name.kind,
            },
        }
    };
    names.iter().zip(&keys).map(kind).collect()
}

/// Companies and outlets of the tables that the article names as such, and that no person of the article
/// is called like: there «Блумберг» beside «Bloomberg» is no person.
fn outlets(names: &[Name]) -> BTreeSet<&'static str> {
    let of_kind = |person: bool| names.iter().filter(move |name| (name.kind == EntityKind::Person) == person);
    let surnames: BTreeSet<&str> =
        of_kind(true).filter_map(|name| name.form.rsplit_once(' ')).map(|name| name.1).collect();
    let keys = of_kind(false).filter_map(|name| things::company(&name.form));
    keys.filter(|key| gazetteer::get(key).is_some_and(|entry| !entry.names().any(|name| surnames.contains(name))))
        .collect()
}
