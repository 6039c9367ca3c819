//! What people decided about entities, and how it is carried out; where it is written is not known here.
//!
//! The entities that the program found come first; corrections then move whole entities, and single
//! forms with all their mentions, to where people say they belong. The articles' own entities follow, so
//! that everything made of them afterwards (related sources, pages, data) knows the corrected ones only.
//! Every mention stays with exactly one entity, or is hidden.

mod addresses;
mod claims;
mod countries;
mod decisions;
mod index;
mod regroup;
mod rewrite;

pub use addresses::lead_on;
pub use countries::country_code;

use std::collections::BTreeSet;

use super::model::Entity;
use crate::analysis::{Analysis, EntityKind};
use crate::diagnostic::Diagnostic;

/// A text that a person wrote, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stated {
    /// The text itself.
    pub text: String,
    /// 1-based line of the file.
    pub line: usize,
}

/// One file of `content/entities/`: what a person says about one entity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Correction {
    /// The file, relative to the dossier's folder.
    pub path: String,
    /// Slug of the file's name. It is the entity's id where neither `slug` nor `name` says otherwise.
    pub stem: String,
    /// The entity's id.
    pub slug: Option<Stated>,
    /// The entity's canonical name.
    pub name: Option<Stated>,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// Further forms that mean it.
    pub aliases: Vec<Stated>,
    /// Forms that mean someone else.
    pub not: Vec<Stated>,
    /// The same entity elsewhere: URLs or identifiers.
    pub same_as: Vec<String>,
    /// Names or ids of entities that are this one.
    pub merge: Vec<Stated>,
    /// Ids that it had.
    pub former: Vec<String>,
    /// Whether it is no entity at all.
    pub hide: bool,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: Option<String>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// The editor's note, as Markdown.
    pub note: String,
    /// 1-based line of the file on which the note begins.
    pub note_line: usize,
}

impl Correction {
    /// The form by which the file says what it is about, for messages: its name, else the file's.
    fn title(&self) -> &str {
        self.name.as_ref().map_or(self.stem.as_str(), |name| name.text.as_str())
    }

    /// The forms that the file says mean its entity: the name, then the aliases.
    fn forms(&self) -> impl Iterator<Item = &Stated> {
        self.name.iter().chain(&self.aliases)
    }
}

/// Carries `corrections` out on the entities that were found in `analyses` (`entity_of` maps each
/// analysis' own entities to them). The analyses are rewritten to fit. The order of the corrections makes
/// no difference: where two contradict each other, the first by path holds, and both are reported.
pub fn apply(
    analyses: &mut [Analysis],
    entities: Vec<Entity>,
    entity_of: &[Vec<usize>],
    corrections: &[Correction],
) -> (Vec<Entity>, Vec<Vec<usize>>, Vec<Diagnostic>) {
    let mut sorted: Vec<&Correction> = corrections.iter().collect();
    sorted.sort_by(|a, b| (&a.path, &a.stem).cmp(&(&b.path, &b.stem)));
    let mut diagnostics = Vec::new();
    let decisions = decisions::decide(&entities, analyses, &sorted, &mut diagnostics);
    let places = rewrite::rewrite(analyses, entity_of, &decisions);
    let (entities, entity_of) = regroup::regroup(analyses, entities, places, &decisions, &mut diagnostics);
    // Two fields may fall foul of one thing.
    let mut said = BTreeSet::new();
    diagnostics.retain(|diagnostic| said.insert(diagnostic.to_string()));
    (entities, entity_of, diagnostics)
}
