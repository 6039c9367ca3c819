//! What people decided about entities, as values; where it is written is not known here.

use crate::analysis::EntityKind;

/// One file of `content/entities/`: what a person says about one entity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Correction {
    /// The file, relative to the dossier's folder.
    pub path: String,
    /// The entity's canonical name: the field `name`, or what the file is called.
    pub name: Option<String>,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// Further forms that mean it.
    pub aliases: Vec<String>,
    /// Forms that mean someone else.
    pub not: Vec<String>,
    /// The same entity elsewhere: URLs or identifiers.
    pub same_as: Vec<String>,
    /// Names or slugs of entities that are this one.
    pub merge: Vec<String>,
    /// Whether it is no entity at all.
    pub hide: bool,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: Option<String>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// The editor's note, as Markdown.
    pub note: String,
}
