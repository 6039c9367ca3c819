//! `dossier` turns a folder of source articles into a briefing that can be read, checked and published.
//!
//! ```text
//! seeds/ ──intake──▶ Article ──analysis──▶ Analysis ──dossier──▶ Dossier ──content──▶ pages ──site──▶ public/
//!                                ▲ language
//! ```
//!
//! Each room takes the type before it and returns the type after it; nothing further right is known
//! further left. [`pipeline`] runs the rooms one after the other; `ARCHITECTURE.md` says why each is
//! as it is.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

// The rooms, in the order of the pipeline.
pub mod arrival;
pub mod intake;
pub mod language;
pub mod analysis;
pub mod dossier;
pub mod content;
pub mod site;
pub mod preview;
pub mod export;
pub mod commands;

pub mod pipeline;

// What every room may use.
pub mod calendar;
pub mod characters;
pub mod config;
pub mod diagnostic;
pub mod locale;
pub mod pattern;
pub mod similarity;
pub mod slug;
pub mod span;
pub mod words;
