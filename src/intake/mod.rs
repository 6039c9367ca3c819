//! Raw bytes in, [`Article`]s out: formats, encodings, page noise, metadata.
//!
//! Knows nothing of language models or of the site. Files are read here and nowhere to the right.
//!
//! A pasted page goes through these steps: [`decode`](decode()) its bytes, bring the text into one form, split
//! it into lines (`lines`), measure them (`shape`), ask the rules over single lines (`rules`,
//! `datelines`, `bylines`, `outlets`), find the title and the author (`titles`, `authors`), decide by
//! place (`zones`), tell the dates apart (`publication`), and put what is kept together again (`blocks`). Every line of the input ends up in [`Article::text`] or in
//! [`Article::removed`]; in doubt it is kept.

mod article;
mod authors;
mod blocks;
mod bylines;
mod datelines;
mod decode;
mod files;
mod jsonl;
mod lines;
mod markdown;
mod metadata;
mod outlets;
mod page;
mod pasted;
mod publication;
mod rules;
mod shape;
mod sidecar;
mod titles;
mod vocabulary;
mod zones;

pub use article::{Article, Block, BlockKind, Origin, Removed, Sourced};
pub use decode::{Decoded, Unreadable, decode, normalise};
pub use files::{MAX_ARTICLE_BYTES, MAX_FILE_BYTES, display_name, read_bytes, read_bytes_with, read_file, sources};
pub use sidecar::{SIDECAR_SUFFIX, Sidecar, companions, is_sidecar, sidecar_path};
