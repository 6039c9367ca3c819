//! What sources call an entity by office or occupation, and when.

use serde::Serialize;

use crate::dossier::Entity;
use crate::site::occurrences::Place;
use crate::site::passages::Passages;
use crate::site::view::{View, lang};

/// How many places of one role are linked to.
const PLACES: usize = 20;

/// A role, with everyone who gives it.
#[derive(Debug, Serialize)]
pub struct RoleView {
    text: String,
    lang: String,
    passages: Passages,
}

/// The roles that published sources give, the one given last first.
pub fn roles(view: &View<'_>, entity: &Entity) -> Vec<RoleView> {
    let mut roles: Vec<(&str, String, Vec<Place>)> = Vec::new();
    let mut given: Vec<_> = entity.roles.iter().filter(|role| view.place_of(role.source).is_some()).collect();
    given.sort_by_key(|role| (view.place_of(role.source), role.sentence));
    for role in given {
        let place = (role.source, role.sentence);
        match roles.iter_mut().find(|(text, ..)| *text == role.text) {
            Some((_, _, places)) => places.push(place),
            None => {
                let language = lang(&view.dossier.sources[role.source].analysis.language);
                roles.push((&role.text, language, vec![place]));
            }
        }
    }
    roles
        .into_iter()
        .map(|(text, lang, places)| RoleView {
            text: text.to_owned(),
            lang,
            passages: Passages::new(view, places, PLACES),
        })
        .collect()
}
