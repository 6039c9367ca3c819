//! The program: arguments in, one call into the library, an exit code out.

use std::process::ExitCode;

use clap::Parser;
use dossier::commands::{self, Arguments};

fn main() -> ExitCode {
    // Usage errors end here, with clap's message and exit code 2.
    commands::run(Arguments::parse()).into()
}
