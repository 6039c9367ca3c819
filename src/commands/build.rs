//! `dossier build`.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::{Exit, Root, report};
use crate::diagnostic::Diagnostic;
use crate::pipeline::{self, Request};

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// Where to write the site [default: public/ in the dossier's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Where the site will stand, with its path; overrides `base_url` of dossier.toml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let begun = Instant::now();
    let root = arguments.root.find().map_err(|wrong| vec![wrong])?;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("public"));
    let built = pipeline::build(&Request { root, out: out.clone(), base_url: arguments.base_url.clone() })?;
    let exit = report::print(&built.diagnostics);
    match built.published {
        Some(published) => println!(
            "{} sources, {} entities, {} events: {} pages in {} ({} files changed, {} drafts changed) in {:.0?}",
            built.sources,
            built.entities,
            built.events,
            published.pages,
            out.display(),
            published.written,
            built.drafts_changed,
            begun.elapsed(),
        ),
        None => println!("no site was written; the last one, if any, is as it was"),
    }
    Ok(exit)
}
