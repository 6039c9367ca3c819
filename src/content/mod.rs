//! A dossier's drafts, and what people made of them: `content/`.
//!
//! The machine drafts and people decide: an untouched draft is redrawn freely, a page that a person
//! has changed is never written again. Knows front matter and Markdown; nothing of HTML.

mod draft;
mod edited;
mod front_matter;
mod markdown;
mod page;
mod store;

pub use draft::Labels;
pub use markdown::options as markdown_options;
pub use page::{KeyPoint, SourcePage, UserPage};
pub use store::{EditedDraft, Plan, plan};
