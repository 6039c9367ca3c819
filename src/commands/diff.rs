//! `dossier diff`: a person's pages beside what would be drafted now.

use clap::Args;
use similar::TextDiff;

use super::{Exit, Root, report};
use crate::diagnostic::Diagnostic;
use crate::pipeline::{self, Request};

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let root = arguments.root.find().map_err(|wrong| vec![wrong])?;
    let request = Request { out: root.join("public"), root, base_url: None };
    let (edited, diagnostics) = pipeline::redraft(&request)?;
    for page in &edited {
        let diff = TextDiff::from_lines(&page.text, &page.draft);
        print!("{}", diff.unified_diff().header(page.path.as_str(), "what would be drafted now"));
    }
    if edited.is_empty() {
        println!("no page has been edited; every page is the program's own draft");
    }
    Ok(report::print(&diagnostics))
}
