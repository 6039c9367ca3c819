//! Addresses within the site, all under the path of the base URL.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Writes addresses under one base path.
#[derive(Debug, Clone)]
pub struct Links {
    base_path: String,
}

impl Links {
    /// Addresses under `base_path`, which begins and ends with `/`.
    pub fn new(base_path: &str) -> Self {
        Self { base_path: base_path.to_owned() }
    }

    /// The path that all addresses begin with; it begins and ends with `/`.
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// The address of `path`, which is relative to the site and unencoded (`sources/ёж/`).
    pub fn to(&self, path: &str) -> String {
        format!("{}{}", self.base_path, encode_path(path))
    }

    /// The address of a source's page.
    pub fn source(&self, slug: &str) -> String {
        self.to(&format!("sources/{slug}/"))
    }

    /// The address of a sentence or paragraph on a source's page.
    pub fn anchor(&self, slug: &str, anchor: &str) -> String {
        format!("{}#{}", self.source(slug), encode_path(anchor))
    }

    /// The address of an entity's page.
    pub fn entity(&self, id: &str) -> String {
        self.to(&format!("entities/{id}/"))
    }
}

/// What may stand in the path of a URL beside letters and digits.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// Percent-encodes everything that may not stand in the path of a URL.
pub fn encode_path(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

/// Undoes [`encode_path`]. A `%` that begins no encoded byte stays; what is no UTF-8 stays as a whole.
pub fn decode_path(path: &str) -> String {
    percent_decode_str(path).decode_utf8().map_or_else(|_| path.to_owned(), Into::into)
}

/// Whether `name` can be the name of a folder of the site: one visible part of a path that stays where
/// it is put, on every file system.
pub fn is_safe_name(name: &str) -> bool {
    let forbidden = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && !name.contains(forbidden)
}

/// Whether an address is shown as a link: http and https addresses, e-mail, and places on the site.
///
/// Everything with another scheme (`javascript:`, `data:`, `vbscript:`, …) is not. Browsers ignore
/// control characters and white space within a scheme, so none may stand in the address; nor may a
/// character reference, which could hide one.
pub fn is_safe_address(address: &str) -> bool {
    if address.chars().any(|c| c.is_control() || c.is_whitespace()) || address.contains('\\') || address.contains("&#")
    {
        return false;
    }
    match scheme(address) {
        Some(scheme) => ["http", "https", "mailto"].iter().any(|safe| safe.eq_ignore_ascii_case(scheme)),
        // `//host/…` would leave the site under whatever scheme the page has.
        None => !address.starts_with("//"),
    }
}

/// The scheme of an address, without the colon, when it has one.
pub fn scheme(address: &str) -> Option<&str> {
    let colon = address.find(':')?;
    let before = &address[..colon];
    (!before.contains(['/', '?', '#'])).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_round_trip() {
        for path in ["a/b", "sources/ёж и уж/", "100%", "a#b?c", "%zz", "%d0"] {
            assert_eq!(decode_path(&encode_path(path)), path);
        }
        assert_eq!(Links::new("/repo/").anchor("a", "p3s2"), "/repo/sources/a/#p3s2");
    }

    #[test]
    fn only_harmless_addresses_are_links() {
        for address in ["https://a.example/?q=1:2", "mailto:a@b.example", "a.html", "/a:b", "#p1", "?a:b", ""] {
            assert!(is_safe_address(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\nscript:x",
            " javascript:x",
            "data:text/html,x",
            "//evil.example",
            "\\\\evil",
            "&#106;avascript:x",
            "vbscript:x",
        ] {
            assert!(!is_safe_address(address), "{address}");
        }
    }

    #[test]
    fn folders_stay_where_they_are_put() {
        for name in ["tokaev", "ёж", "a.b"] {
            assert!(is_safe_name(name), "{name}");
        }
        for name in ["", ".", "..", "a/b", "..\\a", ".git", "c:", "a\0", "a."] {
            assert!(!is_safe_name(name), "{name}");
        }
    }
}
