//! What joining across articles goes by that only a dictionary can tell; asked once, and kept with the article.

use super::bodies::{owned_body, unowned_body};
use super::ordinary::body_of_state;
use super::sorts::sort_of;
use super::things::main_country;
use crate::analysis::model::{LocalEntity, Mention, Particulars};

/// Writes down of each of `entities` what its name and the nouns before its `mentions` in `text` tell.
pub fn add(text: &str, mentions: &[Mention], entities: &mut [LocalEntity]) {
    let mut counts = vec![0; entities.len()];
    for mention in mentions {
        counts[mention.entity] += 1;
        if let Some(sort) = sort_of(text, mention.span) {
            let sorts = &mut entities[mention.entity].particulars.sorts;
            if !sorts.iter().any(|known| known == sort) {
                sorts.push(sort.to_owned());
            }
        }
    }
    let references =
        entities.iter().zip(counts).filter_map(|(entity, count)| entity.reference.as_deref().map(|key| (key, count)));
    let country = main_country(references);
    for entity in entities {
        let body = unowned_body(&entity.name);
        let owned = body.as_ref().zip(country.as_ref()).map(|(body, code)| (code.clone(), owned_body(body, code)));
        let sorts = std::mem::take(&mut entity.particulars.sorts);
        let of_state = body_of_state(&entity.name).map(|(body, code)| (body, code.to_owned()));
        entity.particulars = Particulars { sorts, body, owned, of_state };
    }
}
