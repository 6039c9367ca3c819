//! `dossier add`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::{Exit, Root, report};
use crate::arrival::{self, Added, Adder, Client, Limits};
use crate::config::Config;
use crate::diagnostic::Diagnostic;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// Add what is there already, and what has no article, all the same
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    web: Web,
    /// A file, an http or https address, or - for standard input
    #[arg(required = true, value_name = "FILE|URL|-")]
    sources: Vec<PathBuf>,
}

/// How the web is asked.
#[derive(Args, Debug)]
pub(super) struct Web {
    /// Connect to loopback and private addresses too
    #[arg(long)]
    allow_private: bool,
    /// Seconds that one page may take
    #[arg(long, value_name = "S", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    timeout: u64,
}

impl Web {
    pub(super) fn client(&self) -> Client {
        let limits = Limits { whole: Duration::from_secs(self.timeout), ..Limits::default() };
        Client::new(limits, self.allow_private)
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let root = arguments.root.find().map_err(|wrong| vec![wrong])?;
    Config::load(&root).map_err(|wrong| vec![wrong])?;
    let client = arguments.web.client();
    let mut adder = Adder::new(&root, arguments.force);
    let mut exit = Exit::Fine;
    for source in &arguments.sources {
        match add(source, &client, &mut adder) {
            Ok(added) => println!("{}", line(&added)),
            // Told at once: the next page may take its time.
            Err(wrong) => exit = report::print(&[wrong]),
        }
    }
    Ok(exit)
}

fn add(source: &Path, client: &Client, adder: &mut Adder) -> Result<Added, Diagnostic> {
    let arriving = match source.to_str() {
        Some("-") => arrival::from_text(std::io::stdin().lock())?,
        Some(address) if is_address(address) => arrival::from_page(client, address)?,
        _ => arrival::from_file(source)?,
    };
    adder.add(arriving).map_err(arrival::NotAdded::into_diagnostic)
}

/// `scheme://`: no path begins so. Which schemes are asked is for the client to say.
fn is_address(source: &str) -> bool {
    source.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// `seeds/a.html: its title`.
pub(super) fn line(added: &Added) -> String {
    let title = added.title.as_deref().map(|title| format!(": {title}")).unwrap_or_default();
    report::printable(&match added.articles {
        0 | 1 => format!("{}{title}", added.path),
        count => format!("{}: {count} articles", added.path),
    })
}
