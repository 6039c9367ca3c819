//! The names that news sites give to their sections and kinds of text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Section names in [`super::key`] form: Russian, Ukrainian, Kazakh, English. A line that is one of them
/// and nothing else is no sentence of any article.
static SECTIONS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    include_str!("sections.txt").split([';', '\n']).map(str::trim).filter(|name| !name.is_empty()).collect()
});

/// Whether the whole `key` is the name of a section, or several of them joined by «и» or a comma.
pub(super) fn is_section_label(key: &str) -> bool {
    SECTIONS.contains(key)
        || (key.len() < 80
            && key.contains([',', '&'])
            && key.split([',', '&']).all(|part| SECTIONS.contains(part.trim())))
}
