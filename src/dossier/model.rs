//! What is known of all articles together.

use crate::analysis::{Analysis, EntityKind, Join, JoinReason};
use crate::calendar::{Day, Precision};

/// All sources of a dossier, and what links them.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// Sources, newest first; those without a date last, in order of path.
    pub sources: Vec<Source>,
    /// Entities, the most widely reported first.
    pub entities: Vec<Entity>,
    /// Dated events of all sources, oldest first.
    pub events: Vec<TimelineEvent>,
}

/// One article in its dossier.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What is known of the article by itself.
    pub analysis: Analysis,
    /// For each of the analysis' own entities, the index in [`Dossier::entities`].
    pub entity_of: Vec<usize>,
    /// Related sources, the closest first.
    pub related: Vec<Related>,
}

/// A link from one source to another, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Index in [`Dossier::sources`].
    pub source: usize,
    /// How close they are, from 0 to 1.
    pub score: f64,
    /// The shared entities that set the two apart from the rest (indexes in [`Dossier::entities`]),
    /// the most telling first.
    pub entities: Vec<usize>,
    /// Shared words (lemmas) that set the two apart, where the entities do not say enough.
    pub terms: Vec<String>,
}

/// An entity across the dossier.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Slug of the canonical name, unique in the dossier.
    pub id: String,
    /// Canonical name, in the nominative.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The other forms it appears under, in the nominative, the most frequent first.
    pub aliases: Vec<Alias>,
    /// Every mention, by source (in the dossier's order), then by place.
    pub mentions: Vec<MentionRef>,
    /// Entities that stand in the same sentence or article, the closest first.
    pub companions: Vec<Companion>,
    /// Its key in the reference tables («country:KZ», «org:НАТО»), where it stands in one.
    pub reference: Option<String>,
    /// Why its forms were taken for one entity, within articles and across them, by form.
    pub joins: Vec<Join>,
    /// Other entities that some of its forms may mean, where the evidence does not decide.
    pub doubts: Vec<Candidate>,
    /// Its offices and occupations, as the sources give them, newest source first.
    pub roles: Vec<DatedRole>,
    /// Slugs that it had, or would have without a person's corrections; none is another entity's.
    pub former_ids: Vec<String>,
    /// ISO 3166-1 alpha-2 code of the country it belongs to, where the tables or a person say so.
    pub country: Option<String>,
    /// Latitude and longitude in degrees, where the tables or a person give them.
    pub coordinates: Option<(f64, f64)>,
    /// What a person wrote of it in `content/entities/`.
    pub editorial: Option<Editorial>,
}

/// Another entity that a form may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The form in question, in the nominative.
    pub form: String,
    /// Index in [`Dossier::entities`].
    pub entity: usize,
    /// What would speak for the join.
    pub reason: JoinReason,
}

/// A role, and where a source gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedRole {
    /// The role in the nominative: «президент Казахстана».
    pub text: String,
    /// Index in [`Dossier::sources`].
    pub source: usize,
    /// Index in that source's [`Analysis::sentences`].
    pub sentence: usize,
}

/// What a person added to an entity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Editorial {
    /// The file it stands in, relative to the dossier's folder.
    pub path: String,
    /// The editor's note, as Markdown; empty when there is none.
    pub note: String,
    /// The file that the note stands in: another one where several were brought together.
    pub note_path: String,
    /// 1-based line of that file on which the note begins.
    pub note_line: usize,
    /// The same entity elsewhere: URLs or identifiers (Wikidata, OpenSanctions).
    pub same_as: Vec<String>,
}

impl Entity {
    /// Indexes of the sources that mention the entity, in the dossier's order, each once.
    pub fn sources(&self) -> Vec<usize> {
        let mut sources: Vec<usize> = self.mentions.iter().map(|mention| mention.source).collect();
        sources.dedup();
        sources
    }
}

/// A form under which an entity appears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The form, in the nominative.
    pub form: String,
    /// How many mentions have it.
    pub count: usize,
}

/// A mention, from the whole dossier's point of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MentionRef {
    /// Index in [`Dossier::sources`].
    pub source: usize,
    /// Index in that source's [`Analysis::mentions`].
    pub mention: usize,
    /// Index in that source's [`Analysis::sentences`].
    pub sentence: usize,
}

/// An entity that appears with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Companion {
    /// Index in [`Dossier::entities`].
    pub entity: usize,
    /// In how many sentences the two stand together.
    pub sentences: usize,
    /// In how many sources both are mentioned.
    pub sources: usize,
}

/// A dated event, with the sentence that reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEvent {
    /// First day, included.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// How exactly the source names it.
    pub precision: Precision,
    /// Index in [`Dossier::sources`].
    pub source: usize,
    /// Index in that source's [`Analysis::sentences`].
    pub sentence: usize,
}
