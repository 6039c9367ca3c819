//! Raw bytes in, [`Article`]s out: formats, encodings, page noise, metadata.
//!
//! Knows nothing of language models or of the site. Files are read here and nowhere to the right.

mod article;

pub use article::{Article, Block, BlockKind, Origin, Removed, Sourced};
