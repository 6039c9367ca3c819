//! `dossier check`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::add::Web;
use super::{Exit, Root, report};
use crate::arrival::{LinkReport, Pace, check_links};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::{Checked, check_published};

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// Where the site lies [default: public/ in the dossier's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Where the site will stand [default: what its home page says]
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Ask for the addresses of other sites too
    #[arg(long)]
    external: bool,
    /// Ask for what answered within the last week too
    #[arg(long, requires = "external")]
    again: bool,
    /// Pages of one host in one run
    #[arg(long, value_name = "N", default_value_t = 60, requires = "external")]
    per_host: usize,
    /// Milliseconds between two pages of one host
    #[arg(long, value_name = "MS", default_value_t = 1000, requires = "external")]
    pause: u64,
    #[command(flatten)]
    web: Web,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let root = arguments.root.find().map_err(|wrong| vec![wrong])?;
    let mut config = Config::load(&root).map_err(|wrong| vec![wrong])?;
    if let Some(url) = &arguments.base_url {
        let wrong = |message| vec![Diagnostic::error("--base-url", message)];
        config.set_base_url(url).map_err(wrong)?;
    }
    let (folder, shown) = match &arguments.out {
        Some(out) => (out.clone(), out.clone()),
        None => (root.join("public"), PathBuf::from("public")),
    };
    let said = arguments.base_url.as_ref().map(|_| config.base_url.as_str());
    let checked = check_published(&folder, &shown, said, &config.base_url).map_err(|wrong| vec![wrong])?;
    let mut exit = report::print(&checked.diagnostics);
    let broken = checked.diagnostics.iter().filter(|wrong| wrong.severity == Severity::Error).count();
    println!("{} pages, {} links within the site: {broken} broken", checked.pages, checked.links);
    if arguments.external {
        let pace = Pace {
            pause: Duration::from_millis(arguments.pause),
            of_one_host: arguments.per_host,
            again: arguments.again,
            ..Pace::default()
        };
        let addresses: Vec<String> = checked.outside.keys().cloned().collect();
        let asked = check_links(&root, &addresses, &arguments.web.client(), pace);
        if report::print(&outside(&checked, &asked)) != Exit::Fine {
            exit = Exit::Findings;
        }
        println!("{}", outside_line(addresses.len(), &asked));
    }
    Ok(exit)
}

/// What did not answer, with the file and line that links to it. What may answer the next time is worth
/// knowing, and no fault of the site.
fn outside(checked: &Checked, asked: &LinkReport) -> Vec<Diagnostic> {
    let mut found = asked.diagnostics.clone();
    for (address, unreached) in &asked.unreached {
        let Some((file, line)) = checked.outside.get(address) else { continue };
        let message = format!("the link `{address}` {}", unreached.diagnostic.message);
        let wrong = match unreached.may_pass {
            true => Diagnostic::note(file, message),
            false => Diagnostic::error(file, message),
        };
        let hint = unreached.diagnostic.hint.clone();
        found.push(Diagnostic { hint, ..wrong.at_line(*line) });
    }
    found
}

fn outside_line(count: usize, asked: &LinkReport) -> String {
    let uncertain = asked.unreached.values().filter(|unreached| unreached.may_pass).count();
    let counted = [
        (asked.answered, "answered"),
        (asked.remembered, "answered within a week"),
        (asked.unreached.len() - uncertain, "broken"),
        (uncertain, "could not be told"),
        (asked.waiting, "wait for the next run"),
    ];
    let parts: Vec<String> = counted.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let tail = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("{count} addresses of other sites{tail}")
}
