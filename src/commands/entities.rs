//! `dossier entities`: who is in the dossier, and corrections written for the user.

mod change;
mod find;
mod list;

use clap::{Args, Subcommand, ValueEnum};

use super::{Exit, Root};
use crate::analysis::EntityKind;
use crate::diagnostic::Diagnostic;
use crate::pipeline::{self, Request, Survey};

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    list: list::List,
}

#[derive(Subcommand, Debug)]
enum Action {
    /// Make entities one: the first takes in the others
    Merge(change::Merge),
    /// Take forms out of an entity: they mean someone else
    Split(change::Split),
    /// Give an entity another name
    Rename(change::Rename),
    /// Leave out what is no entity
    Hide(change::Hide),
    /// Show again what was hidden
    Unhide(change::Hide),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Person,
    Organization,
    Place,
}

impl From<Kind> for EntityKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::Person,
            Kind::Organization => Self::Organization,
            Kind::Place => Self::Place,
        }
    }
}

fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    match &arguments.action {
        None => list::run(&arguments.list),
        Some(Action::Merge(merge)) => change::merge(merge),
        Some(Action::Split(split)) => change::split(split),
        Some(Action::Rename(rename)) => change::rename(rename),
        Some(Action::Hide(hide)) => change::hide(hide),
        Some(Action::Unhide(hide)) => change::unhide(hide),
    }
}

/// The dossier as it stands, corrections included.
fn survey(root: &Root) -> Result<(std::path::PathBuf, Survey), Vec<Diagnostic>> {
    let root = root.find().map_err(|wrong| vec![wrong])?;
    let survey = pipeline::survey(&Request { out: root.join("public"), root: root.clone(), base_url: None })?;
    Ok((root, survey))
}
