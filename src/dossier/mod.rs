//! All analyses in, one [`Dossier`] out: entities across articles, related articles, events, what
//! the sources agree on and where they differ.
//!
//! Knows nothing of Markdown or HTML.

mod agreements;
mod conflicts;
mod corrections;
mod entities;
mod events;
mod model;
mod provenance;
mod related;
mod relations;
mod shared;
mod wording;

pub use corrections::{Correction, Stated, country_code};
pub use model::{
    Agreement, Alias, Candidate, Claim, Companion, Conflict, Copied, DatedRole, Dispute, Dossier, Editorial, Entity,
    MentionRef, MergedEvent, Related, Retold, Source, TimelineEvent,
};

use crate::analysis::Analysis;
use crate::diagnostic::Diagnostic;

/// Puts the analyses of all articles together, in an order that does not depend on theirs, as people
/// corrected them. Beside the dossier comes what is wrong with the corrections.
pub fn assemble(mut analyses: Vec<Analysis>, corrections: &[Correction]) -> (Dossier, Vec<Diagnostic>) {
    analyses.sort_by(|a, b| newest_first(a).cmp(&newest_first(b)));
    entities::kinds::agree(&mut analyses);
    let (mut entities, mut entity_of) = entities::resolve(&analyses);
    let mut diagnostics = Vec::new();
    if !corrections.is_empty() {
        (entities, entity_of, diagnostics) = corrections::apply(&mut analyses, entities, &entity_of, corrections);
    }
    corrections::lead_on(&mut entities);
    // Who has text from whom, and who reports the same, are told by themselves, and each in part on one core only.
    let ((copies, related, retold), (wording, events, merged, conflicts)) = rayon::join(
        || {
            let copies = provenance::copies(&analyses);
            let related = related::relate(&analyses, &entities, &entity_of, &provenance::reprints(&copies));
            let retold = provenance::retold(&analyses, &entities, &entity_of, &copies, &related);
            (copies, related, retold)
        },
        || {
            let wording = wording::Wording::new(&analyses, &entity_of, &entities);
            let events = events::reports(&analyses);
            let merged = events::merge(&events, &wording);
            let conflicts = conflicts::conflicts(&analyses, (&events, &merged), &wording);
            (wording, events, merged, conflicts)
        },
    );
    let agreements = agreements::agreements(
        &agreements::Material {
            analyses: &analyses,
            related: &related,
            copies: &copies,
            wording: &wording,
            entity_of: &entity_of,
            entities: &entities,
        },
        (&events, &merged),
        &conflicts,
    );
    let sources = analyses.into_iter().zip(entity_of).zip(related).zip(copies.into_iter().zip(retold));
    let sources = sources
        .map(|(((analysis, entity_of), related), (copies, retells))| Source {
            analysis,
            entity_of,
            related,
            copies,
            retells,
        })
        .collect();
    (Dossier { sources, entities, events, merged, conflicts, agreements }, diagnostics)
}

/// The newest first; what has no date, or none with a year, last; then by path and by place in the file.
fn newest_first(analysis: &Analysis) -> impl Ord {
    let article = &analysis.article;
    let published =
        article.published.as_ref().map(|published| published.value).filter(|moment| moment.day.year.is_some());
    (published.is_none(), std::cmp::Reverse(published), article.path.clone(), article.id.clone())
}
