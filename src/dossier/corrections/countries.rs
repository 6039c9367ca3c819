//! Countries, as people write them.

use crate::language::gazetteer::{self, Class};

/// The ISO 3166-1 alpha-2 code of a country that is given by this code or by a name that the reference
/// tables know.
pub fn country_code(text: &str) -> Option<&'static str> {
    let code = text.to_ascii_uppercase();
    let by_code = gazetteer::get(&format!("country:{code}")).and_then(|entry| entry.country);
    by_code.or_else(|| {
        let known = gazetteer::lookup(text);
        known.into_iter().find(|entry| entry.class == Class::Country)?.country
    })
}
