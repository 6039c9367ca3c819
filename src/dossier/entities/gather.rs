//! The entities of all articles in one list.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::entities::{main_country, without_quotes};
use crate::analysis::{Analysis, EntityKind, Join, JoinReason, Particulars, Role};

/// An entity of one article.
#[derive(Debug)]
pub struct Local<'a> {
    /// Index of the article.
    pub source: usize,
    /// Index among the article's entities.
    pub index: usize,
    pub kind: EntityKind,
    pub name: &'a str,
    pub reference: Option<&'a str>,
    /// Its forms in the article, with how often each occurs.
    pub forms: BTreeMap<&'a str, usize>,
    pub joins: &'a [Join],
    pub roles: &'a [Role],
    /// The country that the article is about, for bodies whose state goes without saying.
    pub country: Option<String>,
    /// The country that most of the article's places are or lie in.
    pub home: Option<String>,
    /// Whether the article names bodies of several states that it may be, and does not say which.
    pub open_owner: bool,
    /// What its name and the words beside it tell of which body it is.
    pub particulars: &'a Particulars,
    /// Of an organization, the sorts of things that the nouns before its mentions call it: «банк «Восход»».
    pub sorts: BTreeSet<&'a str>,
    /// The article's title; empty where it has none.
    pub title: &'a str,
}

impl Local<'_> {
    pub fn mentions(&self) -> usize {
        self.forms.values().sum()
    }
}

pub fn gather(analyses: &[Analysis]) -> Vec<Local<'_>> {
    let mut locals = Vec::new();
    for (source, analysis) in analyses.iter().enumerate() {
        let mut forms: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new(); analysis.entities.len()];
        for mention in &analysis.mentions {
            *forms[mention.entity].entry(without_quotes(&mention.form)).or_default() += 1;
        }
        let home = home(analysis.entities.iter().map(|entity| entity.reference.as_deref()).zip(&forms));
        let references = analysis.entities.iter().zip(&forms).filter_map(|(entity, forms)| {
            entity.reference.as_deref().map(|reference| (reference, forms.values().sum()))
        });
        let country = main_country(references);
        let title = analysis.article.title.as_ref().map_or("", |title| title.value.as_str());
        for (index, (entity, forms)) in analysis.entities.iter().zip(forms).enumerate() {
            let is_sorted = entity.kind == EntityKind::Organization;
            locals.push(Local {
                source,
                index,
                kind: entity.kind,
                name: &entity.name,
                reference: entity.reference.as_deref(),
                forms,
                joins: &entity.joins,
                roles: &entity.roles,
                country: country.clone(),
                home: home.clone(),
                open_owner: entity.doubts.iter().any(|doubt| doubt.reason == JoinReason::Owner),
                particulars: &entity.particulars,
                sorts: entity.particulars.sorts.iter().filter(|_| is_sorted).map(String::as_str).collect(),
                title,
            });
        }
    }
    locals
}

/// The code of the country that more than half of the mentions of countries and towns are of, by the keys of entities
/// in the reference tables and their forms.
fn home<'a>(entities: impl Iterator<Item = (Option<&'a str>, &'a BTreeMap<&'a str, usize>)>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (reference, forms) in entities {
        let mut parts = reference.unwrap_or("").split(':');
        if let (Some("country" | "city"), Some(code)) = (parts.next(), parts.next()) {
            *counts.entry(code).or_default() += forms.values().sum::<usize>();
        }
    }
    let total: usize = counts.values().sum();
    let (code, count) = counts.into_iter().max_by_key(|&(code, count)| (count, std::cmp::Reverse(code)))?;
    (2 * count > total).then(|| code.to_owned())
}
