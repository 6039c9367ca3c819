//! `dossier init`.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::Exit;
use crate::config;
use crate::diagnostic::Diagnostic;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// The new dossier's folder; it is made if it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The dossier's title
    #[arg(long, default_value = "A new dossier")]
    title: String,
    /// Language of the interface: ru, en, uk, kk
    #[arg(long, default_value = "en")]
    language: String,
}

/// The files of a new dossier.
const WORKFLOW: &str = include_str!("init/pages.yml");
const SEEDS_NOTE: &str = include_str!("init/seeds.md");
const ENTITIES_NOTE: &str = include_str!("init/entities.md");

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Vec<Diagnostic>> {
    let configuration = format!(
        "# The dossier's title, shown on every page.\ntitle = {}\n\
         # One or two sentences on what it is about.\ndescription = \"\"\n\
         # Language of the interface and of the drafts' headings.\nlanguage = {}\n\
         # Where the site will stand, with its path. Project pages live under /repo/.\n\
         base_url = \"https://example.github.io/dossier/\"\n",
        toml::Value::from(arguments.title.as_str()),
        toml::Value::from(arguments.language.as_str()),
    );
    let files: [(&str, &str); 6] = [
        (config::FILE_NAME, &configuration),
        (".gitignore", "/public/\n/.dossier/\n"),
        (".github/workflows/pages.yml", WORKFLOW),
        ("seeds/.about.md", SEEDS_NOTE),
        ("content/entities/.about.md", ENTITIES_NOTE),
        ("content/sources/.gitkeep", ""),
    ];
    let folder = &arguments.folder;
    // All or nothing: a dossier that is there already is not touched.
    if let Some((name, _)) = files.iter().find(|(name, _)| folder.join(name).exists()) {
        let message = "is there already; a new dossier would overwrite it";
        return Err(vec![
            Diagnostic::error(folder.join(name), message).hint("choose another folder, or remove the file"),
        ]);
    }
    for (name, text) in files {
        let path = folder.join(name);
        let written = fs::create_dir_all(path.parent().unwrap_or(folder)).and_then(|()| fs::write(&path, text));
        written.map_err(|error| vec![Diagnostic::error(&path, format!("cannot be written: {error}"))])?;
    }
    println!("{} is ready: put articles into {}, then run", folder.display(), folder.join("seeds").display());
    println!("  dossier serve --root {}", folder.display());
    Ok(Exit::Fine)
}
