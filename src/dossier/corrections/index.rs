//! Finds entities by what people call them.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::entities::{identity_key, without_quotes};
use crate::analysis::{Analysis, EntityKind};
use crate::dossier::model::Entity;
use crate::words::LowerCase;

/// An entity (an index) and one of its forms.
pub type Holder<'e> = (usize, &'e str);

/// The entities that the program found, by id, by canonical name and by form.
pub struct Index<'e> {
    pub entities: &'e [Entity],
    by_id: HashMap<&'e str, usize>,
    by_name: HashMap<String, Vec<Holder<'e>>>,
    by_form: HashMap<String, Vec<Holder<'e>>>,
}

impl<'e> Index<'e> {
    pub fn new(entities: &'e [Entity], analyses: &'e [Analysis]) -> Self {
        let mut index = Self { entities, by_id: HashMap::new(), by_name: HashMap::new(), by_form: HashMap::new() };
        for (place, entity) in entities.iter().enumerate() {
            index.by_id.insert(entity.id.as_str(), place);
            index.by_name.entry(identity_key(&entity.name)).or_default().push((place, entity.name.as_str()));
            let mut forms: BTreeMap<&str, ()> = BTreeMap::from([(entity.name.as_str(), ())]);
            for mention in &entity.mentions {
                forms.insert(without_quotes(&analyses[mention.source].mentions[mention.mention].form), ());
            }
            for form in forms.into_keys() {
                index.by_form.entry(identity_key(form)).or_default().push((place, form));
            }
        }
        index
    }

    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Entities whose canonical name is `name`; those of `kind`, where there are any.
    pub fn named(&self, name: &str, kind: Option<EntityKind>) -> Vec<usize> {
        let mut found: Vec<usize> = self.fitting(&self.by_name, name, kind).into_iter().map(|found| found.0).collect();
        found.dedup();
        found
    }

    /// Entities that appear under `form`, with the form as they have it; those of `kind`, where there
    /// are any.
    pub fn holders(&self, form: &str, kind: Option<EntityKind>) -> Vec<Holder<'e>> {
        self.fitting(&self.by_form, form, kind)
    }

    /// The forms like `form` of those entities that pass `test`.
    pub fn holders_among(&self, form: &str, test: impl Fn(usize) -> bool) -> Vec<Holder<'e>> {
        let all = self.by_form.get(&identity_key(form)).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<Holder<'e>> = all.iter().filter(|holder| test(holder.0)).copied().collect();
        if found.iter().any(|holder| spelling(holder.1) == spelling(form)) {
            found.retain(|holder| spelling(holder.1) == spelling(form));
        }
        found
    }

    /// The only entity that appears under `form`, when there is just one (of `kind`).
    pub fn only_holder(&self, form: &str, kind: Option<EntityKind>) -> Option<usize> {
        let holders = self.holders(form, kind);
        let first = holders.first()?.0;
        holders.iter().all(|holder| holder.0 == first).then_some(first)
    }

    /// The very same spelling comes before one that differs in hyphens or quotation marks.
    fn fitting(&self, map: &HashMap<String, Vec<Holder<'e>>>, text: &str, kind: Option<EntityKind>) -> Vec<Holder<'e>> {
        let all = map.get(&identity_key(text)).map_or(&[][..], Vec::as_slice);
        let of_kind = |holder: &&Holder<'e>| kind.is_none_or(|kind| self.entities[holder.0].kind == kind);
        let spelled = |holder: &&Holder<'e>| spelling(holder.1) == spelling(text);
        for choice in [
            all.iter().filter(of_kind).filter(spelled).copied().collect::<Vec<_>>(),
            all.iter().filter(of_kind).copied().collect(),
            all.iter().filter(spelled).copied().collect(),
        ] {
            if !choice.is_empty() {
                return choice;
            }
        }
        all.to_vec()
    }
}

/// What makes two forms the same to a person who writes them: case, ё and quotation marks do not.
pub fn spelling(form: &str) -> String {
    without_quotes(form).lower_plain()
}

/// Whether two forms are one name up to spelling, hyphens and quotation marks.
pub fn same(a: &str, b: &str) -> bool {
    identity_key(a) == identity_key(b)
}
