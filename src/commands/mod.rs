//! The commands: arguments, progress and exit codes. How any stage works is not known here.

mod add;
mod analyze;
mod build;
mod check;
mod diff;
mod entities;
mod fetch;
mod init;
mod progress;
mod report;
mod serve;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config;
use crate::diagnostic::Diagnostic;

/// Turn a folder of source articles into a briefing site.
#[derive(Parser, Debug)]
#[command(
    version,
    arg_required_else_help = true,
    after_help = "\
A dossier is a folder with a `dossier.toml`. Put articles into its seeds/, then:
  dossier add      copy an article into seeds/, from a file or from the web
  dossier serve    look at it while you work
  dossier build    write the site to public/
  dossier check    check its links
Pages drafted in content/sources/ are yours to edit: an edited page is never overwritten.

Exit codes: 0 fine; 1 something in the input is wrong, it was named, and the rest was done;
2 wrong usage or configuration, nothing was done."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Draft a page for each source and write the site
    #[command(after_help = "\
The site is written beside the old one and then put in its place in one step, so that a failed
build leaves the last good site as it was.")]
    Build(build::Arguments),
    /// Check that every link of the site leads somewhere
    #[command(after_help = "\
Reads the site as it was built, with what else lies in its folder. With --external the addresses of
other sites are asked for too, as `dossier add` asks; what answered is remembered for a week.")]
    Check(check::Arguments),
    /// Show the site locally, and rebuild and reload it on every change
    #[command(after_help = "\
The site stands under the path of the base URL, as it will when published, and is served to this
machine only.")]
    Serve(serve::Arguments),
    /// Copy sources into seeds/: files, pages of the web, standard input
    #[command(after_help = "\
A source gets a new name of its own and a sidecar that says where it came from; one that is there
already, or nearly so, is named and not added. The site's robots.txt is honoured.")]
    Add(add::Arguments),
    /// Bring in what is new in the feeds of dossier.toml
    #[command(after_help = "\
What was seen is remembered in seeds/.feeds.json, which belongs into the repository. A feed that
fails is named, and the others are read.")]
    Fetch(fetch::Arguments),
    /// Print what is found in articles, one JSON object a line
    #[command(after_help = "\
A PATH is a file, or a folder (every source below it). A .jsonl file holds one article a line, with
`text` and optionally `id`, `title`, `date`, `language`, `url`, `outlet`. Offsets count Unicode code
points in `text`.")]
    Analyze(analyze::Arguments),
    /// Show what would be drafted now for the pages you have edited
    Diff(diff::Arguments),
    /// List who and what the dossier names; merge, split, rename or hide entities
    #[command(after_help = "\
Entities are named by slug, name or alias. What merge, split, rename and hide decide is written to a
file in content/entities/, for you to read and change; the next build carries it out everywhere.")]
    Entities(entities::Arguments),
    /// Make a new dossier, with its folders and a GitHub Pages workflow
    Init(init::Arguments),
}

/// Which dossier is meant.
#[derive(Args, Debug)]
struct Root {
    /// The dossier's folder [default: the nearest folder upwards with a dossier.toml]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
}

impl Root {
    /// The folder that was named, or the nearest upwards that has a configuration.
    fn find(&self) -> Result<PathBuf, Diagnostic> {
        if let Some(root) = &self.root {
            return Ok(root.clone());
        }
        let here =
            std::env::current_dir().map_err(|error| Diagnostic::error(".", format!("cannot be entered: {error}")))?;
        match here.ancestors().find(|folder| folder.join(config::FILE_NAME).is_file()) {
            Some(root) => Ok(relative_to(&here, root)),
            None => Err(Diagnostic::error(config::FILE_NAME, "was found neither here nor in a folder above")
                .hint("run `dossier init DIR` to make a dossier, or name one with --root DIR")),
        }
    }
}

/// `root` as `.`, `..` and so on, so that messages and outputs do not depend on where the folder lies.
fn relative_to(here: &Path, root: &Path) -> PathBuf {
    let up = here.strip_prefix(root).map_or(0, |below| below.components().count());
    if up == 0 { PathBuf::from(".") } else { std::iter::repeat_n("..", up).collect() }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Fine,
    /// Something in the input is wrong; it was named, and the rest was done.
    Findings,
    /// Nothing could be done.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => ExitCode::SUCCESS,
            Exit::Findings => ExitCode::from(1),
            Exit::CouldNotRun => ExitCode::from(2),
        }
    }
}

/// Runs the command that the arguments name.
pub fn run(arguments: Arguments) -> Exit {
    let done = match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Add(arguments) => add::run(&arguments),
        Command::Fetch(arguments) => fetch::run(&arguments),
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Entities(arguments) => entities::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
    };
    done.unwrap_or_else(|diagnostics: Vec<Diagnostic>| {
        report::print(&diagnostics);
        Exit::CouldNotRun
    })
}
