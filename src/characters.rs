//! The characters that HTML writes as references (`&laquo;`, `&#171;`), where no parser of HTML reads them: in feeds,
//! in titles that were escaped twice, in the addresses of a finished site.

use std::sync::LazyLock;

use regex::Regex;

const NAMED: [(&str, &str); 32] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{A0}"),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("thinsp", "\u{2009}"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("bdquo", "„"),
    ("sbquo", "‚"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("minus", "−"),
    ("hellip", "…"),
    ("shy", "\u{AD}"),
    ("middot", "·"),
    ("bull", "•"),
    ("deg", "°"),
    ("sect", "§"),
    ("numero", "№"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("times", "×"),
];

/// What `&name;` stands for.
pub fn named_character(name: &str) -> Option<&'static str> {
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character)
}

/// `text` with its references to characters resolved, by name and by number, once. Unknown names stay as they are;
/// numbers of no character become U+FFFD.
pub fn unescape(text: &str) -> String {
    static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("&(?:#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}))|([A-Za-z][A-Za-z0-9]{1,31}));")
            .expect("the pattern is well-formed")
    });
    let replacement = |found: &regex::Captures<'_>| {
        if let Some(name) = found.get(3) {
            return named_character(name.as_str()).unwrap_or(&found[0]).to_owned();
        }
        let number = match found.get(1) {
            Some(digits) => u32::from_str_radix(digits.as_str(), 16),
            None => found[2].parse(),
        };
        number.ok().and_then(char::from_u32).unwrap_or('\u{FFFD}').to_string()
    };
    REFERENCE.replace_all(text, replacement).into_owned()
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn references_are_resolved_once() {
        assert_eq!(
            unescape("&laquo;A&#160;&#x2014; &amp;quot;&raquo; &nosuch; &#xD800;"),
            "«A\u{A0}— &quot;» &nosuch; \u{FFFD}"
        );
    }
}
