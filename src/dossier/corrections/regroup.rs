//! The corrected entities, from where the articles' own entities belong now.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Correction;
use super::addresses;
use super::decisions::{Decisions, Place};
use super::index::same;
use crate::analysis::entities::without_quotes;
use crate::analysis::{Analysis, Join, JoinReason};
use crate::diagnostic::Diagnostic;
use crate::dossier::entities::companions;
use crate::dossier::model::{Alias, Candidate, DatedRole, Editorial, Entity, MentionRef};

/// Puts the entities together anew. `places` says where each analysis' own entities belong. Returns
/// the entities, the most widely reported first, and for each analysis the indexes of its own.
pub fn regroup(
    analyses: &mut [Analysis],
    old: Vec<Entity>,
    places: Vec<Vec<Place>>,
    decisions: &Decisions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Entity>, Vec<Vec<usize>>) {
    let mut mentions: BTreeMap<Place, Vec<MentionRef>> = BTreeMap::new();
    for (source, analysis) in analyses.iter().enumerate() {
        for (mention, found) in analysis.mentions.iter().enumerate() {
            let after = analysis.sentences.partition_point(|sentence| sentence.span.start <= found.span.start);
            let place = places[source][found.entity];
            let reference = MentionRef { source, mention, sentence: after.saturating_sub(1) };
            mentions.entry(place).or_default().push(reference);
        }
    }
    // What has no mention is no entity, but an article's entity must belong somewhere.
    for &place in places.iter().flatten() {
        mentions.entry(place).or_default();
    }

    let parts = Parts::new(&old, decisions, analyses);
    let mut made: Vec<(Place, Entity)> =
        mentions.into_iter().map(|(place, mentions)| (place, parts.entity(place, mentions))).collect();
    made.sort_by_cached_key(|(_, entity)| rank(entity));
    let number: BTreeMap<Place, usize> = made.iter().enumerate().map(|(index, (place, _))| (*place, index)).collect();

    parts.hand_out_doubts(&mut made, &number);
    addresses::name(&mut made, &old, decisions, diagnostics);
    let mut entities: Vec<Entity> = made.into_iter().map(|(_, entity)| entity).collect();
    let entity_of: Vec<Vec<usize>> =
        places.into_iter().map(|places| places.into_iter().map(|place| number[&place]).collect()).collect();
    companions::find(&mut entities, analyses.len());
    for (analysis, entity_of) in analyses.iter_mut().zip(&entity_of) {
        set_kinds(analysis, entity_of, &entities);
    }
    (entities, entity_of)
}

/// The most widely reported first; where counts are equal the names decide, never the sources' order.
fn rank(entity: &Entity) -> impl Ord + use<> {
    let forms: Vec<String> = entity.aliases.iter().map(|alias| alias.form.clone()).collect();
    let counts = (std::cmp::Reverse(entity.sources().len()), std::cmp::Reverse(entity.mentions.len()));
    (counts, entity.name.clone(), entity.kind, entity.reference.clone(), forms)
}

fn set_kinds(analysis: &mut Analysis, entity_of: &[usize], entities: &[Entity]) {
    for (local, &entity) in analysis.entities.iter_mut().zip(entity_of) {
        local.kind = entities[entity].kind;
    }
    for mention in &mut analysis.mentions {
        mention.kind = entities[entity_of[mention.entity]].kind;
    }
}

/// What the corrected entities are made of.
struct Parts<'p> {
    old: &'p [Entity],
    decisions: &'p Decisions<'p>,
    analyses: &'p [Analysis],
    /// For each place, the forms that came to it, and from which entity.
    arrivals: BTreeMap<Place, Vec<(usize, &'p str)>>,
}

impl<'p> Parts<'p> {
    fn new(old: &'p [Entity], decisions: &'p Decisions<'p>, analyses: &'p [Analysis]) -> Self {
        let mut arrivals: BTreeMap<Place, Vec<(usize, &str)>> = BTreeMap::new();
        for index in 0..old.len() {
            for (form, place) in decisions.moved_from(index) {
                arrivals.entry(place).or_default().push((index, form));
            }
        }
        Self { old, decisions, analyses, arrivals }
    }

    fn arrived(&self, place: Place) -> &[(usize, &'p str)] {
        self.arrivals.get(&place).map_or(&[], Vec::as_slice)
    }

    fn entity(&self, place: Place, mentions: Vec<MentionRef>) -> Entity {
        let forms = self.forms(&mentions);
        let mut entity = match place {
            Place::Automatic(index) => self.rest_of(index),
            Place::Apart(index) => {
                let (name, kind) = &self.decisions.apart[index];
                let mut apart = self.blank(&mentions);
                apart.name.clone_from(name);
                apart.kind = *kind;
                apart
            }
            Place::Corrected(root) => self.corrected(root, &mentions),
        };
        // A name whose mentions have all left is the other's; the most usual form takes its place.
        let given = matches!(place, Place::Corrected(root) if self.decisions.claims.corrections[root].name.is_some());
        let has_left = |index: usize| {
            let left = |(form, to): (&str, Place)| to != place && same(form, &entity.name);
            self.decisions.moved_from(index).any(left)
        };
        let sources: Vec<usize> = match place {
            Place::Automatic(index) => vec![index],
            Place::Corrected(root) => self.owned(root),
            Place::Apart(_) => Vec::new(),
        };
        if !given && sources.into_iter().any(has_left) {
            let usual = forms.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
            if let Some((form, _)) = usual {
                entity.name = (*form).to_owned();
            }
        }
        let mut aliases: Vec<Alias> = forms
            .iter()
            .filter(|(form, _)| **form != entity.name)
            .map(|(form, &count)| Alias { form: (*form).to_owned(), count })
            .collect();
        aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.form.cmp(&b.form)));
        if let Place::Corrected(root) = place {
            self.add_names(root, &entity.name, &mut aliases);
        }
        entity.aliases = aliases;
        entity.roles = self.roles(place, &mentions);
        entity.mentions = mentions;
        entity
    }

    /// Each form of the mentions (without quotation marks), with how many have it.
    fn forms(&self, mentions: &[MentionRef]) -> BTreeMap<&str, usize> {
        let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
        for found in mentions {
            let mention = &self.analyses[found.source].mentions[found.mention];
            *forms.entry(without_quotes(&mention.form)).or_default() += 1;
        }
        forms
    }

    /// What the program found, without what has left it.
    fn rest_of(&self, index: usize) -> Entity {
        let mut entity = self.old[index].clone();
        let left: Vec<&str> = self.decisions.moved_from(index).map(|(form, _)| form).collect();
        entity.joins.retain(|join| !left.contains(&join.form.as_str()) && !left.contains(&join.with.as_str()));
        entity
    }

    /// An entity of which only the mentions are known.
    fn blank(&self, mentions: &[MentionRef]) -> Entity {
        let first = mentions.first().map(|found| &self.analyses[found.source].mentions[found.mention]);
        Entity {
            id: String::new(),
            name: first.map(|mention| without_quotes(&mention.form).to_owned()).unwrap_or_default(),
            kind: first.map_or(crate::analysis::EntityKind::Organization, |mention| mention.kind),
            aliases: Vec::new(),
            mentions: Vec::new(),
            companions: Vec::new(),
            reference: None,
            joins: Vec::new(),
            doubts: Vec::new(),
            roles: Vec::new(),
            former_ids: Vec::new(),
            country: None,
            coordinates: None,
            editorial: None,
        }
    }

    /// The entities that a correction and those merged into it are about, its subject first.
    fn owned(&self, root: usize) -> Vec<usize> {
        let members = self.decisions.members(root);
        members.flat_map(|member| self.decisions.claims.owned[member].iter().copied()).collect()
    }

    fn corrected(&self, root: usize, mentions: &[MentionRef]) -> Entity {
        let claims = &self.decisions.claims;
        let owned = self.owned(root);
        let mut entity = owned.first().map_or_else(|| self.blank(mentions), |&subject| self.rest_of(subject));
        let subject = entity.name.clone();
        for &other in owned.iter().skip(1) {
            let other = self.rest_of(other);
            entity.joins.extend(other.joins);
            entity.reference = entity.reference.or(other.reference);
            entity.country = entity.country.or(other.country);
            entity.coordinates = entity.coordinates.or(other.coordinates);
        }
        let corrections: Vec<&Correction> =
            self.decisions.members(root).map(|member| claims.corrections[member]).collect();
        let first = corrections[0];
        if let Some(name) = &first.name {
            entity.name.clone_from(&name.text);
        }
        if let Some(kind) = first.kind {
            entity.kind = kind;
        }
        let country = corrections.iter().find_map(|correction| correction.country.clone());
        entity.country = country.or(entity.country);
        let coordinates = corrections.iter().find_map(|correction| correction.coordinates);
        entity.coordinates = coordinates.or(entity.coordinates);
        self.say_why(&mut entity, &subject, root, &owned);
        entity.editorial = Some(editorial(&corrections));
        entity
    }

    /// Records what a person joined.
    fn say_why(&self, entity: &mut Entity, subject: &str, root: usize, owned: &[usize]) {
        let mut joined: BTreeSet<&str> = owned.iter().map(|&other| self.old[other].name.as_str()).collect();
        joined.insert(subject);
        joined.extend(self.arrived(Place::Corrected(root)).iter().map(|(_, form)| *form));
        let name = entity.name.clone();
        let joins = joined.into_iter().filter(|form| *form != name);
        let joins = joins.map(|form| Join { form: form.to_owned(), with: name.clone(), reason: JoinReason::Editor });
        entity.joins.extend(joins.collect::<Vec<_>>());
        entity.joins.sort_by(|a, b| (&a.form, &a.with, a.reason).cmp(&(&b.form, &b.with, b.reason)));
        entity.joins.dedup();
    }

    /// Names that people use for the entity, though no source has them, are aliases without a mention.
    fn add_names(&self, root: usize, name: &str, aliases: &mut Vec<Alias>) {
        let claims = &self.decisions.claims;
        let not: Vec<&str> = self
            .decisions
            .members(root)
            .flat_map(|member| claims.corrections[member].not.iter().map(|not| not.text.as_str()))
            .collect();
        let old = self.owned(root).into_iter().map(|other| self.old[other].name.clone()).collect::<Vec<_>>();
        let said = self.decisions.members(root).flat_map(|member| claims.corrections[member].forms());
        // What another correction took is not this one's.
        let elsewhere = |form: &str| {
            let owned = self.owned(root);
            let away = |(moved, place): (&str, Place)| place != Place::Corrected(root) && same(moved, form);
            owned.into_iter().any(|entity| self.decisions.moved_from(entity).any(away))
        };
        let mut more: Vec<&str> = old.iter().map(String::as_str).chain(said.map(|form| form.text.as_str())).collect();
        more.retain(|form| *form != name && !not.iter().any(|not| same(not, form)) && !elsewhere(form));
        more.sort_unstable();
        more.dedup();
        for form in more {
            if aliases.iter().all(|alias| alias.form != form) {
                aliases.push(Alias { form: form.to_owned(), count: 0 });
            }
        }
    }

    /// The roles of the old entities that belong to `place`: where an entity was divided, those of the
    /// sentences that name this part of it and no other.
    fn roles(&self, place: Place, mentions: &[MentionRef]) -> Vec<DatedRole> {
        let named: HashSet<(usize, usize)> = mentions.iter().map(|found| (found.source, found.sentence)).collect();
        let sources: BTreeSet<usize> = match place {
            Place::Automatic(index) => BTreeSet::from([index]),
            Place::Corrected(root) => self.owned(root).into_iter().collect(),
            Place::Apart(_) => BTreeSet::new(),
        };
        let mut roles = Vec::new();
        let others = self.arrived(place).iter().map(|(index, _)| *index);
        let sources: BTreeSet<usize> = sources.into_iter().chain(others).collect();
        if let (Place::Automatic(index), 1) = (place, sources.len())
            && self.decisions.moved_from(index).next().is_none()
        {
            return self.old[index].roles.clone();
        }
        for index in sources {
            let divided = self.decisions.moved_from(index).next().is_some();
            let here = |role: &&DatedRole| !divided || named.contains(&(role.source, role.sentence));
            roles.extend(self.old[index].roles.iter().filter(here).cloned());
        }
        roles.sort_by_key(|role| (role.source, role.sentence));
        let mut seen = HashSet::new();
        roles.retain(|role: &DatedRole| seen.insert((role.source, role.text.clone())));
        roles
    }

    /// Doubts point to the corrected entities; those that a person has decided are none any more.
    fn hand_out_doubts(&self, made: &mut [(Place, Entity)], number: &BTreeMap<Place, usize>) {
        for (place, entity) in made {
            let place = *place;
            let sources = match place {
                Place::Automatic(old) => vec![old],
                Place::Corrected(root) => self.owned(root),
                Place::Apart(_) => Vec::new(),
            };
            let mut doubts: Vec<Candidate> = Vec::new();
            for doubt in sources.iter().flat_map(|&old| &self.old[old].doubts) {
                let with = self.decisions.home(doubt.entity);
                let here = sources.iter().all(|&old| self.decisions.place(old, &doubt.form) == place);
                if !here || with == place || self.is_decided(&doubt.form, place) || self.is_decided(&doubt.form, with) {
                    continue;
                }
                if let Some(&other) = number.get(&with) {
                    doubts.push(Candidate { form: doubt.form.clone(), entity: other, reason: doubt.reason });
                }
            }
            doubts.dedup();
            entity.doubts = doubts;
        }
    }

    /// Whether a person has said whose `form` is, or is not.
    fn is_decided(&self, form: &str, place: Place) -> bool {
        let Place::Corrected(root) = place else { return false };
        self.decisions.members(root).any(|member| {
            let correction = self.decisions.claims.corrections[member];
            correction.aliases.iter().chain(&correction.not).chain(&correction.merge).any(|own| same(&own.text, form))
        })
    }
}

fn editorial(corrections: &[&Correction]) -> Editorial {
    let noted = corrections.iter().find(|correction| !correction.note.trim().is_empty()).unwrap_or(&corrections[0]);
    let mut same_as: Vec<String> =
        corrections.iter().flat_map(|correction| correction.same_as.iter().cloned()).collect();
    let mut seen = BTreeSet::new();
    same_as.retain(|id| seen.insert(id.clone()));
    Editorial {
        path: corrections[0].path.clone(),
        note_path: noted.path.clone(),
        note: noted.note.clone(),
        note_line: noted.note_line,
        same_as,
    }
}
