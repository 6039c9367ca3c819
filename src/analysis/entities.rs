//! Joins mentions of one form into entities.
use std::collections::BTreeMap;

use super::model::{LocalEntity, Mention};
use crate::language::Name;
use crate::slug;

/// Mentions and entities of a text.
pub fn resolve(names: &[Name], _text: &str) -> (Vec<Mention>, Vec<LocalEntity>) {
    let mut known = BTreeMap::new();
    let mut entities: Vec<LocalEntity> = Vec::new();
    let mut taken = Default::default();
    let mentions = names
        .iter()
        .map(|name| {
            let entity = *known.entry((name.form.clone(), name.kind)).or_insert_with(|| {
                let id = slug::unique(&slug::slugify(&name.form), &mut taken);
                entities.push(LocalEntity { name: name.form.clone(), kind: name.kind, reference: None, id });
                entities.len() - 1
            });
            Mention { span: name.span, kind: name.kind, form: name.form.clone(), entity }
        })
        .collect();
    (mentions, entities)
}
