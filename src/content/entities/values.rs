//! Values of fields that are more than text.

use serde_norway::Value;

use crate::dossier::country_code;

/// A web address, a Wikidata item (`Q42`) or an OpenSanctions id, in its usual form.
pub fn identifier(text: &str) -> Option<String> {
    let bare = text.trim();
    if bare.chars().any(char::is_whitespace) {
        return None;
    }
    let lower = bare.to_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Some(bare.to_owned());
    }
    let bare = match bare.split_once(':') {
        Some((base, id)) if ["wikidata", "wd", "opensanctions"].contains(&base.to_lowercase().as_str()) => id.trim(),
        Some(_) => return None,
        None => bare,
    };
    let number = bare.strip_prefix(['Q', 'q']);
    if let Some(number) = number.filter(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())) {
        return Some(format!("Q{number}"));
    }
    let plain = bare.contains('-') && bare.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    plain.then(|| bare.to_owned())
}

/// The ISO 3166-1 alpha-2 code of a country that is given by its code or by a name.
pub fn country(text: &str) -> Option<String> {
    country_code(text.trim()).map(str::to_owned)
}

/// Latitude and longitude, from `"51.13, 71.43"` or `[51.13, 71.43]`; `None` when they are on no globe.
pub fn coordinates(value: &Value) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = match value {
        Value::String(text) => {
            // «51,13; 71,43» is how decimal commas are written.
            let text = if text.contains(';') { text.replace(',', ".").replace(';', ",") } else { text.clone() };
            let parts = text.split(',').map(|part| part.trim().trim_end_matches('°').parse().ok());
            parts.collect::<Option<Vec<f64>>>()?
        }
        Value::Sequence(items) => {
            let number = |item: &Value| item.as_f64().or_else(|| item.as_str()?.trim().parse().ok());
            items.iter().map(number).collect::<Option<Vec<f64>>>()?
        }
        _ => return None,
    };
    match numbers[..] {
        [latitude, longitude] if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 => Some((latitude, longitude)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_have_one_form() {
        for (text, id) in [
            ("Q42", Some("Q42")),
            ("q42", Some("Q42")),
            ("wikidata:Q42", Some("Q42")),
            ("https://www.wikidata.org/wiki/Q42", Some("https://www.wikidata.org/wiki/Q42")),
            ("NK-abc123", Some("NK-abc123")),
            ("opensanctions:ofac-36216", Some("ofac-36216")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("просто слово", None),
            ("Q", None),
        ] {
            assert_eq!(identifier(text).as_deref(), id, "{text}");
        }
    }

    #[test]
    fn places_lie_on_the_globe() {
        let read = |yaml: &str| coordinates(&serde_norway::from_str(yaml).unwrap());
        assert_eq!(read("\"51.13, 71.43\""), Some((51.13, 71.43)));
        assert_eq!(read("[51.13, 71.43]"), Some((51.13, 71.43)));
        assert_eq!(read("\"51,13; 71,43\""), Some((51.13, 71.43)));
        assert_eq!(read("[-33, \"151\"]"), Some((-33.0, 151.0)));
        for wrong in ["[91, 0]", "[0, 181]", "[1]", "[1, 2, 3]", "[.nan, 0]", "север", "{a: 1}"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
