//! `dossier build`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::progress::Bar;
use super::{Exit, Root, report};
use crate::diagnostic::Diagnostic;
use crate::pipeline::{self, Built, Request};

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
    /// Print how long each stage took
    #[arg(long)]
    timings: bool,
    /// Print nothing but what is wrong
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let begun = Instant::now();
    let root = arguments.root.find().map_err(|wrong| vec![wrong])?;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("public"));
    let bar = Bar::new(arguments.quiet);
    let request = Request { root, out: out.clone(), base_url: arguments.base_url.clone() };
    let built = pipeline::build_telling(&request, &|progress| bar.show(progress));
    bar.clear();
    let built = built?;
    let exit = report::print(&built.diagnostics);
    if !arguments.quiet {
        closing_line(&built, &out, begun);
    }
    if arguments.timings {
        for (stage, time) in built.timings.stages() {
            println!("{:>10} {:>8.1} ms", stage.name(), time.as_secs_f64() * 1000.0);
        }
    }
    Ok(exit)
}

fn closing_line(built: &Built, out: &Path, begun: Instant) {
    match built.published {
        Some(published) => println!(
            "{} sources ({} remembered), {} entities, {} events: {} pages in {} ({} files changed, {} drafts changed) in {:.0?}",
            built.sources,
            built.remembered,
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
}
