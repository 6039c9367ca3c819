//! `dossier serve`.

use clap::Args;

use super::{Exit, Root, report};
use crate::diagnostic::Diagnostic;
use crate::pipeline::{self, Request};
use crate::preview;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 4000)]
    port: u16,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let root = arguments.root.find().map_err(|wrong| vec![wrong])?;
    // What cannot be mended while serving is told at once, with the exit code of `build`.
    crate::config::Config::load(&root).map_err(|wrong| vec![wrong])?;
    let out = root.join("public");
    let options = preview::Options { root: root.clone(), out: out.clone(), port: arguments.port };
    let request = Request { root, out, base_url: None };
    let mut kept = pipeline::Kept::default();
    let preview = preview::start(&options, move || rebuild(&request, &mut kept)).map_err(|wrong| vec![wrong])?;
    println!("the site is at {} (Ctrl+C ends)", preview.url());
    preview.wait();
    Ok(Exit::Fine)
}

/// Builds, and tells the terminal what the page tells the browser.
fn rebuild(request: &Request, kept: &mut pipeline::Kept) -> Result<preview::Built, Vec<Diagnostic>> {
    let built = pipeline::build_again(request, kept).inspect_err(|diagnostics| {
        report::print(diagnostics);
    })?;
    report::print(&built.diagnostics);
    let changed = built.published.is_some_and(|published| published.written > 0);
    println!("{} sources, {} entities{}", built.sources, built.entities, if changed { "" } else { ", nothing new" });
    Ok(preview::Built { base_path: built.config.base_path().to_owned(), changed, diagnostics: built.diagnostics })
}
