//! Raw bytes in, [`Article`]s out: formats, encodings, page noise, metadata.
//!
//! Knows nothing of language models or of the site. Files are read here and nowhere to the right.
//!
//! What a file is, and which articles it holds, is for `formats`; which of a web page's text is its article,
//! for `html`. A pasted page goes through these steps, and the lines of any other format through the later
//! of them: [`decode`](decode()) its bytes, bring the text into one form, split it into lines (`lines`), measure them (`shape`), ask the rules over single lines (`rules`,
//! `datelines`, `bylines`, `outlets`, `channels`), find the title and the author (`titles`, `authors`), decide by
//! place (`zones`), tell the dates apart (`publication`), and put what is kept together again (`blocks`). What
//! an agency puts before its story is told apart (`wires`), and stays.
//! Every line of the input ends up in [`Article::text`] or in [`Article::removed`]; in doubt it is kept.

mod article;
mod authors;
mod blocks;
mod bylines;
mod channels;
mod chrome;
mod cyrillic;
mod datelines;
mod decode;
mod feeds;
mod faults;
mod files;
mod formats;
mod html;
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
mod values;
mod vocabulary;
mod wires;
mod zones;

pub use article::{Article, Block, BlockKind, Dateline, Origin, Removed, Sourced};
pub use bylines::is_given_name;
pub use chrome::{Census, Chrome};
pub use decode::{Decoded, Unreadable, decode, normalise};
pub use feeds::{FeedFields, FeedText, read_feed};
pub use files::{
    MAX_ARTICLE_BYTES, MAX_FILE_BYTES, Options, display_name, read_bytes, read_bytes_as, read_bytes_with, read_file,
    read_file_as, sources,
};
pub use sidecar::{SIDECAR_SUFFIX, Sidecar, companions, is_sidecar, sidecar_path};
