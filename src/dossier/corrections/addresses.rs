//! The ids of entities, and the old ones that lead on to them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Correction;
use super::decisions::{Decisions, Place};
use crate::diagnostic::Diagnostic;
use crate::dossier::model::Entity;
use crate::slug::{Taken, slugify};

/// How many of its other forms lead on to one entity.
const MOST_FORMS: usize = 5;
/// How many forms lead on in one dossier, the most widely reported entities first: each is a file.
const MOST_IN_ALL: usize = 20_000;
/// The slug of what has no letters.
const NOTHING: &str = "untitled";

/// Gives the corrected entities their ids: what people say first, then what they had before. What an
/// entity was called before a person called it otherwise leads on to it.
pub fn name(
    made: &mut [(Place, Entity)],
    old: &[Entity],
    decisions: &Decisions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let claims = &decisions.claims;
    let by_place: BTreeMap<Place, usize> = made.iter().enumerate().map(|(index, (place, _))| (*place, index)).collect();
    let mut taken = Taken::default();
    let mut given: BTreeMap<String, &Correction> = BTreeMap::new();
    let mut former: BTreeMap<usize, Vec<String>> = BTreeMap::new();

    let corrected = by_place.iter().filter_map(|(place, &index)| match place {
        Place::Corrected(root) => Some((*root, index)),
        _ => None,
    });
    for (root, index) in corrected {
        let correction = claims.corrections[root];
        let wanted = wanted(correction, claims.owned[root].first().map(|&entity| &old[entity]));
        if let Some(other) = given.get(&wanted) {
            let stated = correction.slug.as_ref().or(correction.name.as_ref());
            let message = format!("the address `{wanted}` is that of {} already", other.path);
            let wrong = Diagnostic::error(&correction.path, message).at_line(stated.map_or(1, |stated| stated.line));
            diagnostics.push(wrong.hint("give one of the two another `slug`; until then this one is numbered"));
        }
        made[index].1.id = taken.unique(&wanted);
        given.entry(wanted).or_insert(correction);
        let ids = decisions.members(root).flat_map(|member| {
            let correction = claims.corrections[member];
            let own = claims.owned[member].iter().map(|&entity| old[entity].id.clone());
            let name = correction.name.iter().map(|name| slugify(&name.text));
            own.chain(name).chain([correction.stem.clone()]).chain(correction.former.iter().cloned())
        });
        former.insert(index, ids.collect());
    }
    // What nobody corrected keeps its address, unless a person has given it away.
    let mut numbered = Vec::new();
    for (index, (place, entity)) in made.iter_mut().enumerate() {
        match place {
            Place::Corrected(_) => {}
            Place::Automatic(number) if taken.insert(&old[*number].id) => entity.id.clone_from(&old[*number].id),
            _ => numbered.push(index),
        }
    }
    for index in numbered {
        made[index].1.id = taken.unique(&slugify(&made[index].1.name));
    }
    // An entity that left nothing behind leads on to where its name went.
    for (number, entity) in old.iter().enumerate() {
        if !by_place.contains_key(&decisions.home(number))
            && let Some(&index) = by_place.get(&decisions.place(number, &entity.name))
        {
            former.entry(index).or_default().push(entity.id.clone());
        }
    }
    let mut claimed: BTreeSet<String> = taken.into_slugs();
    for (index, ids) in former {
        for id in ids {
            if id != NOTHING && claimed.insert(id.clone()) {
                made[index].1.former_ids.push(id);
            }
        }
    }
}

/// The id that a file asks for: its `slug`, else that of its `name`, else what the file is called.
fn wanted(correction: &Correction, automatic: Option<&Entity>) -> String {
    if let Some(slug) = &correction.slug {
        return slug.text.clone();
    }
    let Some(name) = &correction.name else { return correction.stem.clone() };
    let slug = slugify(&name.text);
    // The second of two entities of one name stays the second.
    let twin = automatic.filter(|entity| slugify(&entity.name) == slug);
    twin.map_or(slug, |entity| entity.id.clone())
}

/// Lets the slugs of forms that only one entity has lead on to it: when another source changes which
/// form is the canonical name, the address under the old one still does. Bounded, since each is a file.
pub fn lead_on(entities: &mut [Entity]) {
    let slugs: Vec<Vec<String>> = entities.iter().map(slugs_of_forms).collect();
    let mut holders: HashMap<&str, usize> = HashMap::new();
    let mut shared: HashSet<&str> = HashSet::from([NOTHING]);
    // A form that may mean another entity leads to neither.
    let doubtful: HashSet<String> =
        entities.iter().flat_map(|entity| &entity.doubts).map(|doubt| slugify(&doubt.form)).collect();
    shared.extend(doubtful.iter().map(String::as_str));
    for entity in entities.iter() {
        shared.insert(&entity.id);
        shared.extend(entity.former_ids.iter().map(String::as_str));
    }
    for (index, slug) in slugs.iter().enumerate().flat_map(|(index, slugs)| slugs.iter().map(move |slug| (index, slug)))
    {
        if *holders.entry(slug).or_insert(index) != index {
            shared.insert(slug);
        }
    }
    let mut added: Vec<Vec<String>> = vec![Vec::new(); entities.len()];
    let mut left = MOST_IN_ALL;
    for (index, slugs) in slugs.iter().enumerate() {
        let mut own = BTreeSet::new();
        for slug in slugs.iter().filter(|slug| !shared.contains(slug.as_str())).take(MOST_FORMS) {
            if left > 0 && own.insert(slug) {
                added[index].push(slug.clone());
                left -= 1;
            }
        }
    }
    for (entity, slugs) in entities.iter_mut().zip(added) {
        entity.former_ids.extend(slugs);
    }
}

fn slugs_of_forms(entity: &Entity) -> Vec<String> {
    entity.aliases.iter().map(|alias| slugify(&alias.form)).collect()
}
