//! A dossier's drafts, and what people made of them: `content/`.
//!
//! The machine drafts and people decide: an untouched draft is redrawn freely, a page that a person
//! has changed is never written again. Knows front matter and Markdown; nothing of HTML.

mod change;
mod draft;
mod edited;
pub mod entities;
mod found;
mod front_matter;
mod markdown;
mod page;
mod plan;

/// The folder of the drafts, of a person's pages and corrections, below the dossier's folder.
pub const FOLDER: &str = "content";

pub use draft::Labels;
pub use markdown::options as markdown_options;
pub use page::{KeyPoint, SourcePage, UserPage};
pub use plan::{EditedDraft, Plan, plan};
