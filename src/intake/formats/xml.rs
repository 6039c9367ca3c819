//! XML as its readers here need it: text with its entities, and attributes, lenient and never expanded.
//!
//! Entities that a document declares itself are not looked up, so none can grow; HTML's common ones are
//! known, since feeds use them without declaring them.

use quick_xml::events::{BytesRef, BytesStart};

use crate::characters::named_character;

/// The character that `&name;` or `&#NN;` stands for; the reference as it is written where it is unknown.
pub(in crate::intake) fn resolve(reference: &BytesRef) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name = reference.xml10_content();
    named_character(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

/// An attribute by its local name.
pub(in crate::intake) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    element.attributes().with_checks(false).flatten().find_map(|attribute| {
        let own = attribute.key.local_name();
        let found = AsRef::<str>::as_ref(&own) == name;
        found.then(|| unescaped(&attribute.value))
    })
}

fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |value| value.into_owned())
}
