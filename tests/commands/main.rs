//! The program as its user meets it: whole dossiers through the real binary.

mod check;
mod corrections;
mod dossier_folder;
mod edits;
mod entities;
mod faults;
mod kept;
mod outputs;
mod remembering;
mod site_chrome;
mod unchanged;

#[path = "../arrival/server.rs"]
#[allow(dead_code, reason = "each test program uses its own part of this")]
mod server;
