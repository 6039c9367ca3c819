//! `dossier fetch`.

use clap::Args;

use super::add::{Web, line};
use super::{Exit, Root, report};
use crate::arrival::{self, FeedReport};
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    web: Web,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let root = arguments.root.find().map_err(|wrong| vec![wrong])?;
    let config = Config::load(&root).map_err(|wrong| vec![wrong])?;
    if config.feeds.is_empty() {
        let wrong = Diagnostic::error(config::FILE_NAME, "names no feed, so there is nothing to fetch");
        return Err(vec![wrong.hint("add lines like:\n    [[feed]]\n    url = \"https://site.example/rss\"")]);
    }
    let mut exit = Exit::Fine;
    arrival::fetch(&root, &config.feeds, &arguments.web.client(), |feed| {
        for added in &feed.added {
            println!("{}", line(added));
        }
        println!("{}", summary(feed));
        if report::print(&feed.diagnostics) != Exit::Fine {
            exit = Exit::Findings;
        }
    })
    .map_err(|wrong| vec![wrong])?;
    Ok(exit)
}

/// `https://…: 3 new, 20 known`.
fn summary(feed: &FeedReport) -> String {
    if feed.unchanged {
        return format!("{}: nothing new", feed.url);
    }
    let counted = [
        (feed.known, "known"),
        (feed.repeated, "already there"),
        (feed.left_out, "left out by its settings"),
        (feed.waiting, "wait for the next run"),
    ];
    let counted: String = counted.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!(", {n} {what}")).collect();
    format!("{}: {} new{counted}", feed.url, feed.added.len())
}
