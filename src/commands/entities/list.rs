//! The list of entities, with their doubtful joins.

use std::io::{BufWriter, IsTerminal, Write};

use clap::Args;
use serde::Serialize;

use super::find::folded;
use super::{Kind, kind_name, survey};
use crate::commands::{Exit, Root, report};
use crate::diagnostic::Diagnostic;
use crate::dossier::{Dossier, Entity};

#[derive(Args, Debug)]
pub(super) struct List {
    #[command(flatten)]
    root: Root,
    /// Only entities of this kind
    #[arg(long)]
    kind: Option<Kind>,
    /// Only entities with forms that may mean another
    #[arg(long)]
    doubtful: bool,
    /// Print one JSON object a line
    #[arg(long)]
    json: bool,
    /// Only entities whose name, alias or slug contains this
    filter: Option<String>,
}

/// One entity as `--json` prints it.
#[derive(Serialize)]
struct Row<'d> {
    id: &'d str,
    name: &'d str,
    kind: &'static str,
    mentions: usize,
    sources: usize,
    aliases: Vec<Alias<'d>>,
    doubts: Vec<Doubt<'d>>,
    former_ids: &'d [String],
    /// The file of corrections.
    file: Option<&'d str>,
}

#[derive(Serialize)]
struct Alias<'d> {
    form: &'d str,
    count: usize,
}

/// A form that may mean another entity.
#[derive(Serialize)]
struct Doubt<'d> {
    form: &'d str,
    id: &'d str,
    name: &'d str,
}

pub(super) fn run(arguments: &List) -> Result<Exit, Vec<Diagnostic>> {
    let (_, survey) = survey(&arguments.root)?;
    let dossier = &survey.dossier;
    let rows: Vec<Row<'_>> = dossier
        .entities
        .iter()
        .filter(|entity| arguments.kind.is_none_or(|kind| entity.kind == kind.into()))
        .filter(|entity| !arguments.doubtful || !entity.doubts.is_empty())
        .filter(|entity| arguments.filter.as_ref().is_none_or(|filter| contains(entity, filter)))
        .map(|entity| row(dossier, entity))
        .collect();
    let terminal = std::io::stdout().is_terminal();
    let mut stdout = BufWriter::new(std::io::stdout().lock());
    let printed = if arguments.json {
        rows.iter().try_for_each(|row| {
            writeln!(stdout, "{}", serde_json::to_string(row).expect("texts and numbers always make JSON"))
        })
    } else {
        print(&mut stdout, &rows, terminal)
    };
    match printed.and_then(|()| stdout.flush()) {
        // A reader that has seen enough (`| head`) is no fault.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            return Err(vec![Diagnostic::error("standard output", format!("cannot be written: {error}"))]);
        }
        _ => {}
    }
    Ok(report::print(&survey.diagnostics))
}

fn contains(entity: &Entity, filter: &str) -> bool {
    let wanted = folded(filter);
    let forms = entity.aliases.iter().map(|alias| alias.form.as_str());
    forms.chain([entity.name.as_str(), entity.id.as_str()]).any(|form| folded(form).contains(&wanted))
}

fn row<'d>(dossier: &'d Dossier, entity: &'d Entity) -> Row<'d> {
    let doubt = |doubt: &'d crate::dossier::Candidate| {
        let other = &dossier.entities[doubt.entity];
        Doubt { form: &doubt.form, id: &other.id, name: &other.name }
    };
    Row {
        id: &entity.id,
        name: &entity.name,
        kind: kind_name(entity.kind),
        mentions: entity.mentions.len(),
        sources: entity.sources().len(),
        aliases: entity.aliases.iter().map(|alias| Alias { form: &alias.form, count: alias.count }).collect(),
        doubts: entity.doubts.iter().map(doubt).collect(),
        former_ids: &entity.former_ids,
        file: entity.editorial.as_ref().map(|editorial| editorial.path.as_str()),
    }
}

/// Aligned on a terminal, with tabs between the columns elsewhere.
fn print(out: &mut impl Write, rows: &[Row<'_>], terminal: bool) -> std::io::Result<()> {
    const HEAD: [&str; 7] = ["kind", "mentions", "sources", "name", "slug", "aliases", "may also be"];
    let mut table: Vec<[String; 7]> = rows.iter().map(columns).collect();
    if !terminal {
        return table.iter().try_for_each(|row| writeln!(out, "{}", row.join("\t")));
    }
    table.insert(0, HEAD.map(str::to_owned));
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).min(40);
    let widths: [usize; 7] = std::array::from_fn(width);
    for row in &table {
        let mut line = String::new();
        for (text, width) in row.iter().zip(widths) {
            line.push_str(&format!("{text:width$}  "));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn columns(row: &Row<'_>) -> [String; 7] {
    let aliases: Vec<String> = row.aliases.iter().map(|alias| format!("{} ({})", alias.form, alias.count)).collect();
    let doubts: Vec<String> =
        row.doubts.iter().map(|doubt| format!("{}: {} ({})", doubt.form, doubt.name, doubt.id)).collect();
    let columns = [
        row.kind.to_owned(),
        row.mentions.to_string(),
        row.sources.to_string(),
        row.name.to_owned(),
        row.id.to_owned(),
        aliases.join(", "),
        doubts.join(", "),
    ];
    // A column break within a name would break the table.
    columns.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}
