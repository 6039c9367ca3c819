//! Which entity an argument means.

use crate::diagnostic::Diagnostic;
use crate::dossier::{Dossier, Entity};
use crate::words::LowerCase;

/// How many names are offered where none fits.
const CLOSEST: usize = 5;

/// How names are compared: case and ё make no difference.
pub fn folded(text: &str) -> String {
    text.lower_plain().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entity that `argument` means: by slug, then by name, then by a slug that it had, then by alias.
///
/// # Errors
/// When several could be meant, with the list of them; when none is, with the closest names.
pub fn entity(dossier: &Dossier, argument: &str) -> Result<usize, Diagnostic> {
    let wanted = folded(argument);
    let tests: [&dyn Fn(&Entity) -> bool; 4] = [
        &|entity| entity.id == argument,
        &|entity| folded(&entity.name) == wanted,
        &|entity| entity.former_ids.iter().any(|id| id == argument),
        &|entity| entity.aliases.iter().any(|alias| folded(&alias.form) == wanted),
    ];
    for test in tests {
        let found: Vec<usize> = (0..dossier.entities.len()).filter(|&index| test(&dossier.entities[index])).collect();
        match found[..] {
            [] => {}
            [only] => return Ok(only),
            _ => return Err(ambiguous(dossier, argument, &found)),
        }
    }
    Err(unknown(dossier, argument))
}

fn ambiguous(dossier: &Dossier, argument: &str, found: &[usize]) -> Diagnostic {
    let candidates: Vec<String> = found
        .iter()
        .map(|&index| {
            let entity = &dossier.entities[index];
            format!("{} ({}, {} mentions)", entity.id, entity.name, entity.mentions.len())
        })
        .collect();
    Diagnostic::error(argument, "may be any of several entities")
        .hint(format!("say which by its slug: {}", candidates.join("; ")))
}

fn unknown(dossier: &Dossier, argument: &str) -> Diagnostic {
    let wanted = folded(argument);
    let names: Vec<String> = dossier.entities.iter().map(|entity| folded(&entity.name)).collect();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut close: Vec<&str> = similar::get_close_matches(wanted.as_str(), &known, CLOSEST, 0.6)
        .into_iter()
        .filter_map(|name| names.iter().position(|other| other == name))
        .map(|index| dossier.entities[index].name.as_str())
        .collect();
    close.dedup();
    let hint = if close.is_empty() {
        "`dossier entities` lists all names".to_owned()
    } else {
        format!("the closest names are: {}", close.join("; "))
    };
    Diagnostic::error(argument, "is no entity of this dossier").hint(hint)
}
