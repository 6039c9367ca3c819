//! Sources on their way into `seeds/`: files, pages of the web, entries of feeds.
//!
//! The only room that opens a connection, and only when a person asks for it (`dossier add`,
//! `dossier fetch`, `dossier check --external`). What it writes are new files below `seeds/`, each with a
//! sidecar that says where it came from; no file that is there is ever changed.

mod add;
mod addresses;
mod client;
mod feed;
mod fetch;
mod kind;
mod known;
mod links;
mod robots;
mod seen;
mod store;

pub use add::{Added, Adder, Arriving, NotAdded, from_file, from_page, from_text};
pub use addresses::is_public;
pub use client::{Client, Limits, Page, Unreached, Validators};
pub use feed::{Entry, Feed};
pub use fetch::{FeedReport, fetch};
pub use links::{LINKS_FILE, LinkReport, Pace, check_links};
pub use robots::Robots;
pub use seen::STATE_FILE;
