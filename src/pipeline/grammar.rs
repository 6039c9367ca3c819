//! What the site's search index asks of the languages: the site knows none itself.

use serde_json::{Value, json};

use crate::language::search::{self, STEMS};
use crate::site::Grammar;

/// The program's languages.
pub struct Languages;

impl Grammar for Languages {
    fn forms(&self, key: &str) -> (Vec<String>, bool) {
        search::forms(key)
    }

    fn stem(&self, language: &str, folded: &str) -> Option<String> {
        search::stem(language, folded)
    }

    fn stem_rules(&self) -> Value {
        let rules = STEMS.iter().map(|rules| {
            json!({
                "language": rules.language,
                "shortest": rules.shortest,
                "repeats": rules.repeats,
                "steps": rules.steps,
            })
        });
        rules.collect()
    }
}
