//! All analyses in, one [`Dossier`] out: entities across articles, related articles, the timeline.
//!
//! Knows nothing of Markdown or HTML.

mod corrections;
mod entities;
mod model;
mod related;
mod timeline;

pub use corrections::{Correction, Stated, country_code};
pub use model::{
    Alias, Candidate, Companion, DatedRole, Dossier, Editorial, Entity, MentionRef, Related, Source, TimelineEvent,
};

use crate::analysis::Analysis;
use crate::diagnostic::Diagnostic;

/// Puts the analyses of all articles together, in an order that does not depend on theirs, as people
/// corrected them. Beside the dossier comes what is wrong with the corrections.
pub fn assemble(mut analyses: Vec<Analysis>, corrections: &[Correction]) -> (Dossier, Vec<Diagnostic>) {
    analyses.sort_by(|a, b| newest_first(a).cmp(&newest_first(b)));
    let (mut entities, mut entity_of) = entities::resolve(&analyses);
    let mut diagnostics = Vec::new();
    if !corrections.is_empty() {
        (entities, entity_of, diagnostics) = corrections::apply(&mut analyses, entities, &entity_of, corrections);
    }
    corrections::lead_on(&mut entities);
    let related = related::relate(&analyses, &entities, &entity_of);
    let events = timeline::timeline(&analyses);
    let sources = analyses.into_iter().zip(entity_of).zip(related);
    let sources = sources.map(|((analysis, entity_of), related)| Source { analysis, entity_of, related }).collect();
    (Dossier { sources, entities, events }, diagnostics)
}

/// The newest first; what has no date, or none with a year, last; then by path and by place in the file.
fn newest_first(analysis: &Analysis) -> impl Ord {
    let article = &analysis.article;
    let published =
        article.published.as_ref().map(|published| published.value).filter(|moment| moment.day.year.is_some());
    (published.is_none(), std::cmp::Reverse(published), article.path.clone(), article.id.clone())
}
