//! What other tools read: `dossier analyze`'s lines and `dossier.json`.
//!
//! Names and formats are fixed (see `ARCHITECTURE.md`). Offsets count Unicode code points here.

mod analysis_line;
mod dossier_json;

pub use analysis_line::analysis_line;
pub use dossier_json::{Addresses, PublishedSource, dossier_json};
