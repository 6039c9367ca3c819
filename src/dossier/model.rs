//! What is known of all articles together.

use std::collections::BTreeMap;

use crate::analysis::{Analysis, EntityKind, EventStatus, Join, JoinReason};
use crate::calendar::{Day, Precision};
use crate::span::Span;

/// All sources of a dossier, and what links them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dossier {
    /// Sources, newest first; those without a date last, in order of path.
    pub sources: Vec<Source>,
    /// Entities, the most widely reported first.
    pub entities: Vec<Entity>,
    /// Every report of a dated event, oldest first.
    pub events: Vec<TimelineEvent>,
    /// The events that these reports tell of, oldest first: those of several sources that are the same
    /// are one. Every report belongs to exactly one.
    pub merged: Vec<MergedEvent>,
    /// Where sources disagree, the most widely shared matters first.
    pub conflicts: Vec<Conflict>,
    /// What several sources say, the most widely said first.
    pub agreements: Vec<Agreement>,
}

/// One article in its dossier.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What is known of the article by itself.
    pub analysis: Analysis,
    /// For each of the analysis' own entities, the index in [`Dossier::entities`].
    pub entity_of: Vec<usize>,
    /// Related sources, the closest first. Those that are one report with this one, or with another
    /// that is listed, are left out.
    pub related: Vec<Related>,
    /// Sources that share text with this one, the closest first.
    pub copies: Vec<Copied>,
    /// The outlets whose reports it retells, in order of place.
    pub retells: Vec<Retold>,
}

impl Source {
    /// How often the source mentions each of its entities, by their indexes in [`Dossier::entities`].
    pub fn mention_counts(&self) -> BTreeMap<usize, usize> {
        let mut counts = BTreeMap::new();
        for &entity in self.analysis.mentions.iter().filter_map(|mention| self.entity_of.get(mention.entity)) {
            *counts.entry(entity).or_default() += 1;
        }
        counts
    }
}

/// Text that a source shares with another, word for word.
#[derive(Debug, Clone, PartialEq)]
pub struct Copied {
    /// Index of the other in [`Dossier::sources`].
    pub source: usize,
    /// Share of this source's words that stand in the other, from 0 to 1.
    pub share: f64,
    /// Share of the other's words that stand in this one, from 0 to 1.
    pub share_of_other: f64,
    /// Sentences that are mostly the same words, sorted: index in this source's
    /// [`Analysis::sentences`], and in the other's.
    pub sentences: Vec<(usize, usize)>,
}

/// An outlet whose report a source retells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retold {
    /// Index of the outlet in [`Dossier::entities`].
    pub entity: usize,
    /// Index of the sentence that first says so in [`Analysis::sentences`].
    pub sentence: usize,
    /// Index in [`Dossier::sources`] of the outlet's article that it may have it from.
    pub source: Option<usize>,
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

/// One source's report of a dated event, with the sentence that reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEvent {
    /// First day, included.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// How exactly the source names it.
    pub precision: Precision,
    /// Whether the source says that it happened.
    pub status: EventStatus,
    /// Index in [`Dossier::sources`].
    pub source: usize,
    /// Index in that source's [`Analysis::sentences`].
    pub sentence: usize,
}

/// One event, as one or several reports tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedEvent {
    /// First day, included, in the most exact report.
    pub from: Day,
    /// Last day, included, in the most exact report.
    pub to: Day,
    /// How exactly that report names it.
    pub precision: Precision,
    /// Indexes in [`Dossier::events`], the most exact report first.
    pub reports: Vec<usize>,
    /// What the reports disagree about.
    pub disputes: Vec<Dispute>,
}

/// What reports of one event, or of one matter, can disagree about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dispute {
    /// How many, or how much.
    Figure,
    /// When.
    Date,
    /// Whether it happened: one says so, another denies it.
    Status,
}

/// Statements of different sources about the same thing that cannot all be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What they disagree about.
    pub about: Dispute,
    /// The statements, two or more, in the order of the sources; one for each source and value.
    pub claims: Vec<Claim>,
}

/// A statement that several sources make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The statement in the words of each source, one for each, in the order of the sources.
    pub claims: Vec<Claim>,
    /// Whether all say it in the very same words: one text printed several times is one voice.
    pub verbatim: bool,
}

/// A sentence of a source that makes a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim {
    /// Index in [`Dossier::sources`].
    pub source: usize,
    /// Index in that source's [`Analysis::sentences`].
    pub sentence: usize,
    /// The words that it turns on (a figure), as a span of the source's text.
    pub words: Option<Span>,
}
