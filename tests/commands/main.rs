//! The program as its user meets it: whole dossiers through the real binary.

mod dossier_folder;
mod edits;
mod faults;
mod outputs;
mod remembering;
