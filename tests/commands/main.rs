//! The program as its user meets it: whole dossiers through the real binary.

mod corrections;
mod dossier_folder;
mod edits;
mod entities;
mod faults;
mod outputs;
mod remembering;
mod site_chrome;
