//! Who is who across articles.
//!
//! Each article's entities come resolved; here those of different articles are joined: by their key
//! in the reference tables, by name, by what an article said that an abbreviation stands for, and for
//! people by comparing the parts of their names. Candidates are found by keys, never by comparing all
//! with all, so that the cost grows with the entities. Nothing depends on the order of the sources but
//! the order of mentions.

pub mod companions;
mod context;
mod doubts;
mod gather;
pub mod kinds;
mod namesakes;
mod people;
mod roles;
mod things;

use std::collections::{BTreeMap, BTreeSet};

use self::gather::{Local, gather};
use super::model::{Alias, Entity, MentionRef};
use crate::analysis::{Analysis, EntityKind, Join, JoinReason};
use crate::language::gazetteer;
use crate::slug::{self, Taken};

/// Joins the entities of all articles. Returns the dossier's entities, the most widely reported first,
/// and for each analysis, for each of its own entities, the index among them.
pub fn resolve(analyses: &[Analysis]) -> (Vec<Entity>, Vec<Vec<usize>>) {
    let locals = gather(analyses);
    let (people, others): (Vec<usize>, Vec<usize>) =
        (0..locals.len()).partition(|&index| locals[index].kind == EntityKind::Person);
    let mut clusters = people::join(&locals, people);
    let things = things::join(&locals, others, &clusters);
    clusters.extend(things);

    let mut reported: Vec<Reported> = clusters.into_iter().map(|cluster| report(cluster, &locals)).collect();
    reported.sort_by(|a, b| a.rank().cmp(&b.rank()));

    let open: Vec<Vec<(String, usize, JoinReason)>> =
        reported.iter_mut().map(|found| std::mem::take(&mut found.cluster.doubts)).collect();
    let mut entity_of: Vec<Vec<usize>> = analyses.iter().map(|analysis| vec![0; analysis.entities.len()]).collect();
    let mut taken = Taken::default();
    let mut entities = Vec::with_capacity(reported.len());
    for (index, found) in reported.into_iter().enumerate() {
        for &member in &found.cluster.members {
            entity_of[locals[member].source][locals[member].index] = index;
        }
        let (country, coordinates) = found.cluster.reference.as_deref().map_or((None, None), whereabouts);
        entities.push(Entity {
            id: taken.unique(&slug::slugify(&found.cluster.name)),
            kind: found.cluster.kind,
            reference: found.cluster.reference,
            name: found.cluster.name,
            aliases: found.aliases,
            mentions: Vec::new(),
            companions: Vec::new(),
            joins: found.joins,
            doubts: Vec::new(),
            roles: Vec::new(),
            former_ids: Vec::new(),
            country,
            coordinates,
            editorial: None,
        });
    }
    for (source, analysis) in analyses.iter().enumerate() {
        for (mention, found) in analysis.mentions.iter().enumerate() {
            let after = analysis.sentences.partition_point(|sentence| sentence.span.start <= found.span.start);
            let entity = entity_of[source][found.entity];
            entities[entity].mentions.push(MentionRef { source, mention, sentence: after.saturating_sub(1) });
        }
    }
    roles::collect(&mut entities, analyses, &entity_of);
    let open = open.into_iter().map(|open| {
        let candidate = |(form, local, reason): (String, usize, JoinReason)| {
            (form, entity_of[locals[local].source][locals[local].index], reason)
        };
        open.into_iter().map(candidate).collect()
    });
    doubts::collect(&mut entities, analyses, &entity_of, open.collect());
    companions::find(&mut entities, analyses.len());
    (entities, entity_of)
}

/// Candidates kept for a form that may mean several.
const MOST_DOUBTS: usize = 12;

/// Entities of articles taken for one, by their indexes among all.
#[derive(Debug, Clone)]
struct Cluster {
    kind: EntityKind,
    name: String,
    reference: Option<String>,
    members: Vec<usize>,
    /// Joins across articles.
    joins: Vec<Join>,
    /// Forms that may mean another entity too: one of that entity's members, and what would speak for it.
    doubts: Vec<(String, usize, JoinReason)>,
}

/// A cluster with what is shown of it.
struct Reported {
    cluster: Cluster,
    aliases: Vec<Alias>,
    joins: Vec<Join>,
    sources: usize,
    mentions: usize,
}

impl Reported {
    fn rank(&self) -> impl Ord + '_ {
        let Cluster { name, kind, reference, .. } = &self.cluster;
        // Where names and counts are equal the forms decide, never the order of the sources.
        let forms: Vec<&str> = self.aliases.iter().map(|alias| alias.form.as_str()).collect();
        (std::cmp::Reverse(self.sources), std::cmp::Reverse(self.mentions), name, *kind, reference, forms)
    }
}

fn report(cluster: Cluster, locals: &[Local<'_>]) -> Reported {
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sources = BTreeSet::new();
    let mut mentions = 0;
    let mut joins = cluster.joins.clone();
    for &member in &cluster.members {
        let local = &locals[member];
        sources.insert(local.source);
        for (form, count) in &local.forms {
            *forms.entry(form).or_default() += count;
            mentions += count;
        }
        joins.extend(local.joins.iter().cloned());
    }
    joins.sort_by(|a, b| (&a.form, &a.with, a.reason).cmp(&(&b.form, &b.with, b.reason)));
    joins.dedup();
    let mut aliases: Vec<Alias> = forms
        .into_iter()
        .filter(|&(form, _)| form != cluster.name)
        .map(|(form, count)| Alias { form: form.to_owned(), count })
        .collect();
    aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.form.cmp(&b.form)));
    Reported { sources: sources.len(), cluster, aliases, joins, mentions }
}

/// The country that an entity of the reference tables is or belongs to, and where it lies.
fn whereabouts(reference: &str) -> (Option<String>, Option<(f64, f64)>) {
    // A body of some state: «org:МИД@KZ».
    if let Some((_, code)) = reference.split_once('@') {
        return (Some(code.to_owned()), None);
    }
    gazetteer::get(reference).map_or((None, None), |entry| (entry.country.map(str::to_owned), entry.coordinates))
}
