//! Corrections, written for the user into `content/entities/`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::find::{self, folded};
use super::{kind_name, survey};
use crate::commands::{Exit, Root, report};
use crate::content::entities::{self, Edit};
use crate::diagnostic::Diagnostic;
use crate::dossier::{Dossier, Entity};
use crate::pipeline::Survey;
use crate::slug::slugify;

#[derive(Args, Debug)]
struct Target {
    #[command(flatten)]
    root: Root,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct Merge {
    #[command(flatten)]
    target: Target,
    /// The entity that takes in the others: its name, an alias or its slug
    entity: String,
    /// The others
    #[arg(required = true)]
    others: Vec<String>,
}

#[derive(Args, Debug)]
pub(super) struct Split {
    #[command(flatten)]
    target: Target,
    /// The entity: its name, an alias or its slug
    entity: String,
    /// The forms that mean someone else
    #[arg(required = true)]
    forms: Vec<String>,
}

#[derive(Args, Debug)]
pub(super) struct Rename {
    #[command(flatten)]
    target: Target,
    /// The entity: its name, an alias or its slug
    entity: String,
    /// Its name from now on
    name: String,
}

#[derive(Args, Debug)]
pub(super) struct Hide {
    #[command(flatten)]
    target: Target,
    /// The entity: its name, an alias or its slug
    entity: String,
}

type Done = Result<Exit, Vec<Diagnostic>>;

pub(super) fn merge(arguments: &Merge) -> Done {
    let desk = Desk::open(&arguments.target)?;
    let into = desk.find(&arguments.entity)?;
    let mut others = Vec::new();
    for other in &arguments.others {
        let found = desk.find(other)?;
        if found == into {
            return Err(vec![Diagnostic::error(other, "is the same entity already")]);
        }
        if !others.contains(&found) {
            others.push(found);
        }
    }
    let entities = &desk.survey.dossier.entities;
    let names: Vec<String> = others.iter().map(|&other| desk.reference(other)).collect();
    let mut apart = names.clone();
    apart.extend(others.iter().map(|&other| entities[other].name.clone()));
    let edits = [Edit::Remove("not", apart), Edit::Add("merge", names)];
    let taken: Vec<String> = others.iter().map(|&other| counted(&entities[other])).collect();
    let done = format!("merges {} into {}", taken.join(", "), quoted(&entities[into]));
    desk.write(into, &entities[into].id, &edits, &done)
}

pub(super) fn split(arguments: &Split) -> Done {
    let desk = Desk::open(&arguments.target)?;
    let index = desk.find(&arguments.entity)?;
    let entity = &desk.survey.dossier.entities[index];
    let mut forms = Vec::new();
    for form in &arguments.forms {
        if folded(form) == folded(&entity.name) {
            let wrong = Diagnostic::error(form, format!("is the name of {} itself", entity.id));
            return Err(vec![wrong.hint("rename the entity first, or split off the other forms")]);
        }
        match entity.aliases.iter().find(|alias| folded(&alias.form) == folded(form)) {
            Some(alias) => forms.push(alias.form.clone()),
            None => {
                let all: Vec<&str> = entity.aliases.iter().map(|alias| alias.form.as_str()).collect();
                let hint = match all.is_empty() {
                    true => "it has no other form".to_owned(),
                    false => format!("its other forms are: {}", all.join("; ")),
                };
                return Err(vec![Diagnostic::error(form, format!("is no form of {}", quoted(entity))).hint(hint)]);
            }
        }
    }
    let edits =
        [Edit::Remove("aliases", forms.clone()), Edit::Remove("merge", forms.clone()), Edit::Add("not", forms.clone())];
    let done = format!("takes «{}» out of {}", forms.join("», «"), quoted(entity));
    desk.write(index, &entity.id, &edits, &done)
}

pub(super) fn rename(arguments: &Rename) -> Done {
    let desk = Desk::open(&arguments.target)?;
    let index = desk.find(&arguments.entity)?;
    let entities = &desk.survey.dossier.entities;
    let entity = &entities[index];
    let name: String = arguments.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(vec![Diagnostic::error(&arguments.name, "cannot be a name")]);
    }
    let twin = entities.iter().position(|other| folded(&other.name) == folded(&name) && other.kind == entity.kind);
    if let Some(twin) = twin.filter(|&twin| twin != index) {
        let wrong = Diagnostic::error(&name, format!("is the name of another entity ({})", entities[twin].id));
        let command = format!("dossier entities merge {} {}", entities[twin].id, entity.id);
        return Err(vec![wrong.hint(format!("`{command}` makes the two one"))]);
    }
    // The old name goes on meaning the entity. One that only a person has used leaves its address.
    let is_found = entity.editorial.is_none() || desk.is_form(index, &entity.name);
    let mut edits = vec![Edit::Text("name", name.clone()), Edit::Remove("aliases", vec![name.clone()])];
    // Of two entities of one name only the address tells which is meant.
    let has_twin = entities
        .iter()
        .any(|other| other.id != entity.id && other.kind == entity.kind && folded(&other.name) == folded(&entity.name));
    if folded(&entity.name) != folded(&name) && !has_twin {
        edits.push(match is_found {
            true => Edit::Add("aliases", vec![entity.name.clone()]),
            false => Edit::Add("former", vec![entity.id.clone()]),
        });
    }
    let done = format!("calls {} «{name}»; entities/{}/ leads on to it", quoted(entity), entity.id);
    let file = if has_twin { entity.id.clone() } else { slugify(&name) };
    desk.write(index, &file, &edits, &done)
}

pub(super) fn hide(arguments: &Hide) -> Done {
    let desk = Desk::open(&arguments.target)?;
    let index = desk.find(&arguments.entity)?;
    let entity = &desk.survey.dossier.entities[index];
    let done = format!("hides {} and leaves its mentions plain text", counted(entity));
    desk.write(index, &entity.id, &[Edit::True("hide")], &done)
}

pub(super) fn unhide(arguments: &Hide) -> Done {
    let desk = Desk::open(&arguments.target)?;
    let wanted = folded(&arguments.entity);
    let hidden: Vec<&crate::dossier::Correction> =
        desk.survey.corrections.corrections.iter().filter(|correction| correction.hide).collect();
    let is_meant = |correction: &&&crate::dossier::Correction| {
        let forms = correction.name.iter().chain(&correction.aliases);
        correction.stem == arguments.entity || forms.into_iter().any(|form| folded(&form.text) == wanted)
    };
    match hidden.iter().filter(is_meant).collect::<Vec<_>>()[..] {
        [correction] => {
            desk.write_file(&correction.path, &[Edit::Unset("hide")], &format!("shows «{}» again", arguments.entity))
        }
        [] => {
            let names: Vec<&str> = hidden
                .iter()
                .map(|correction| correction.name.as_ref().map_or(correction.stem.as_str(), |name| name.text.as_str()))
                .collect();
            let hint = match names.is_empty() {
                true => "nothing is hidden in this dossier".to_owned(),
                false => format!("what is hidden: {}", names.join("; ")),
            };
            Err(vec![Diagnostic::error(&arguments.entity, "is not hidden").hint(hint)])
        }
        ref several => {
            let files: Vec<&str> = several.iter().map(|correction| correction.path.as_str()).collect();
            let wrong = Diagnostic::error(&arguments.entity, "is hidden in several files");
            Err(vec![wrong.hint(format!("say which by the file's name: {}", files.join(", ")))])
        }
    }
}

fn quoted(entity: &Entity) -> String {
    format!("«{}»", entity.name)
}

fn counted(entity: &Entity) -> String {
    format!("«{}» ({} mentions in {} sources)", entity.name, entity.mentions.len(), entity.sources().len())
}

/// The dossier, and where corrections to it are written.
struct Desk {
    root: PathBuf,
    survey: Survey,
    dry_run: bool,
}

impl Desk {
    fn open(target: &Target) -> Result<Self, Vec<Diagnostic>> {
        let (root, survey) = survey(&target.root)?;
        Ok(Self { root, survey, dry_run: target.dry_run })
    }

    fn find(&self, argument: &str) -> Result<usize, Vec<Diagnostic>> {
        find::entity(&self.survey.dossier, argument).map_err(|wrong| vec![wrong])
    }

    /// How another file names this entity so that no other is meant.
    fn reference(&self, index: usize) -> String {
        let entities = &self.survey.dossier.entities;
        let entity = &entities[index];
        if entities.iter().filter(|other| folded(&other.name) == folded(&entity.name)).count() == 1 {
            return entity.name.clone();
        }
        let file = entity.editorial.as_ref().and_then(|editorial| Path::new(&editorial.path).file_stem());
        file.map_or_else(|| entity.id.clone(), |stem| slugify(&stem.to_string_lossy()))
    }

    /// Whether a source has `form` for the entity.
    fn is_form(&self, index: usize, form: &str) -> bool {
        let Dossier { sources, entities, .. } = &self.survey.dossier;
        entities[index].mentions.iter().any(|found| {
            let mention = &sources[found.source].analysis.mentions[found.mention];
            folded(mention.form.trim_matches(|c| "«»\"“”„".contains(c))) == folded(form)
        })
    }

    /// Writes `edits` into the file of the entity, or into a new one named after `slug`.
    fn write(&self, index: usize, slug: &str, edits: &[Edit], done: &str) -> Done {
        let entities = &self.survey.dossier.entities;
        let entity = &entities[index];
        if let Some(editorial) = &entity.editorial {
            return self.write_file(&editorial.path, edits, done);
        }
        let mut all = vec![Edit::Text("name", entity.name.clone())];
        let mut twins = entities.iter().filter(|other| other.id != entity.id && other.name == entity.name);
        if twins.any(|other| other.kind != entity.kind) {
            all.push(Edit::Text("kind", kind_name(entity.kind).to_owned()));
        }
        // The second of two of one name is told by its address.
        if entity.id != slugify(&entity.name)
            && slug == entity.id
            && !edits.iter().any(|edit| matches!(edit, Edit::Text("name", _)))
        {
            all.push(Edit::Text("slug", entity.id.clone()));
        }
        all.extend_from_slice(edits);
        self.write_file(&entities::free_path(&self.root, slug), &all, done)
    }

    fn write_file(&self, path: &str, edits: &[Edit], done: &str) -> Done {
        let rewrite = entities::edit(&self.root, path, edits).map_err(|wrong| vec![wrong])?;
        if !rewrite.changes_anything() {
            println!("{path}: says so already, so nothing was written");
            return Ok(Exit::Fine);
        }
        if self.dry_run {
            println!("{path}: would be written; it {done} on the next build");
            print!("{}", rewrite.text());
            return Ok(Exit::Fine);
        }
        rewrite.write(&self.root).map_err(|wrong| vec![wrong])?;
        let written = if rewrite.is_new() { "written" } else { "changed" };
        println!("{path}: {written}; it {done} on the next build");
        let of_corrections = |diagnostic: &&Diagnostic| diagnostic.path.starts_with(entities::ENTITIES);
        let known: Vec<Diagnostic> = self.survey.diagnostics.iter().filter(of_corrections).cloned().collect();
        report::print(&known);
        Ok(Exit::Fine)
    }
}
