//! A dossier's drafts, and what people made of them: `content/`.
//!
//! Knows front matter and Markdown; nothing of HTML.

mod page;

pub use page::{KeyPoint, SourcePage, UserPage};
