//! `dossier` turns a folder of source articles into a briefing that can be read, checked and published.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod analysis;
pub mod calendar;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod dossier;
pub mod intake;
pub mod language;
pub mod locale;
pub mod preview;
pub mod site;
pub mod slug;
pub mod span;
