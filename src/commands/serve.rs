//! `dossier serve`.

use clap::Args;

use super::{Exit, Root};
use crate::diagnostic::Diagnostic;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 4000)]
    port: u16,
}

pub(super) fn run(_: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    Ok(Exit::Fine)
}
