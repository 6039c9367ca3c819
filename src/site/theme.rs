//! Templates and static files: the built-in ones, and those of a dossier that take their place.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::{ErrorKind, Kwargs, State, Tera, Value};
use walkdir::WalkDir;

use super::land;
use crate::diagnostic::Diagnostic;
use crate::locale::{Argument, Locale};

/// The folder of a dossier whose files take the place of built-in ones.
pub const FOLDER: &str = "templates";

/// Files that are the logo beside the dossier's title, where there is one.
const LOGOS: [&str; 3] = ["static/logo.svg", "static/logo.png", "static/logo.webp"];

/// A style sheet that comes after the built-in one, where there is one.
const OWN_STYLE: &str = "static/own.css";

macro_rules! built_in {
    ($read:ident: $($name:literal),* $(,)?) => {
        &[$(($name, $read!(concat!("../../templates/", $name)))),*]
    };
}

/// The built-in templates, by name.
const TEMPLATES: &[(&str, &str)] = built_in!(include_str:
    "base.html",
    "parts.html",
    "claims.html",
    "home.html",
    "source.html",
    "sources.html",
    "entity.html",
    "entity-list.html",
    "entities.html",
    "entities-kind.html",
    "timeline.html",
    "network.html",
    "places.html",
    "about.html",
    "page.html",
    "search.html",
    "redirect.html",
    "404.html",
    "feed.xml",
    "sitemap.xml",
);

/// The built-in static files, by their path below `static/`.
const STATIC_FILES: &[(&str, &[u8])] = built_in!(include_bytes:
    "static/site.css",
    "static/site.js",
    "static/cards.js",
    "static/lists.js",
    "static/keys.js",
    "static/sentences.js",
    "static/timeline.js",
    "static/search/words.js",
    "static/search/index.js",
    "static/search/query.js",
    "static/search/results.js",
    "static/search/page.js",
    "static/network.js",
    "static/favicon.svg",
    "static/fonts/literata-cyrillic.woff2",
    "static/fonts/literata-cyrillic-ext.woff2",
    "static/fonts/literata-latin.woff2",
    "static/fonts/golos-text-cyrillic.woff2",
    "static/fonts/golos-text-cyrillic-ext.woff2",
    "static/fonts/golos-text-latin.woff2",
    "static/fonts/LICENSE",
);

/// What the name of a built-in template begins with where a dossier's own of the same name stands before
/// it: `{% extends "built-in/source.html" %}` changes single blocks of it.
const BUILT_IN: &str = "built-in/";

/// Templates that define components: read twice, each would be defined twice.
const COMPONENTS: [&str; 2] = ["parts.html", "claims.html"];

/// The looks of a site.
pub struct Theme {
    tera: Tera,
    /// Static files by their path in the site (`static/site.css`).
    pub files: BTreeMap<String, Vec<u8>>,
    /// The templates that are the dossier's own, by name: what an error is about is quoted from them.
    own: BTreeMap<String, String>,
}

impl Theme {
    /// The built-in theme, with the files of `folder` (a dossier's `templates/`) in place of those of
    /// the same name, speaking the language of `locale`.
    ///
    /// # Errors
    /// A diagnostic for each file that cannot be read or is no template; it names file and line.
    pub fn load(folder: Option<&Path>, locale: &Arc<Locale>) -> Result<Self, Vec<Diagnostic>> {
        let mut templates: BTreeMap<String, String> =
            TEMPLATES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let mut theme = Self {
            tera: Tera::new(),
            files: STATIC_FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect(),
            own: BTreeMap::new(),
        };
        theme.files.insert("static/land.svg".to_owned(), land::drawing());
        if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
            theme.own_files(folder, &mut templates)?;
            if !theme.own.is_empty() {
                let others = TEMPLATES.iter().filter(|(name, _)| !COMPONENTS.contains(name));
                templates.extend(others.map(|(name, text)| (format!("{BUILT_IN}{name}"), (*text).to_owned())));
            }
        }
        let words = Arc::clone(locale);
        theme.tera.register_function("text", move |arguments: Kwargs, _: &State| text(&words, &arguments));
        match theme.tera.add_raw_templates(&templates) {
            Ok(()) => Ok(theme),
            Err(error) => {
                let culprit = theme.misfit(&templates).unwrap_or_default();
                Err(vec![theme.blame(&error, &culprit)])
            }
        }
    }

    /// The template of the dossier's own that does not fit the others, for errors that name none: the
    /// first whose absence lets the rest be read.
    fn misfit(&self, templates: &BTreeMap<String, String>) -> Option<String> {
        let fits = |left_out: &String| {
            let mut tera = Tera::new();
            tera.register_from(&self.tera);
            let built_in = |name: &str| TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
            let others = templates.iter().filter_map(|(name, text)| {
                let text = if name == left_out { built_in(name)? } else { text.as_str() };
                Some((name.as_str(), text))
            });
            tera.add_raw_templates(others).is_ok()
        };
        self.own.keys().find(|name| fits(name)).cloned()
    }

    /// Reads the dossier's own templates and static files.
    fn own_files(&mut self, folder: &Path, templates: &mut BTreeMap<String, String>) -> Result<(), Vec<Diagnostic>> {
        let mut wrong = Vec::new();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) if entry.file_type().is_file() => entry,
                Ok(_) => continue,
                Err(error) => {
                    wrong.push(Diagnostic::error(FOLDER, format!("cannot be read: {error}")));
                    continue;
                }
            };
            let relative = entry.path().strip_prefix(folder).expect("walked from there");
            let Some(name) = relative.to_str().map(|name| name.replace('\\', "/")) else { continue };
            let shown = Path::new(FOLDER).join(relative);
            let unreadable = |error: std::io::Error| Diagnostic::error(&shown, format!("cannot be read: {error}"));
            if name.starts_with("static/") {
                match fs::read(entry.path()) {
                    Ok(bytes) => drop(self.files.insert(name, bytes)),
                    Err(error) => wrong.push(unreadable(error)),
                }
            } else if name.ends_with(".html") || name.ends_with(".xml") {
                match fs::read_to_string(entry.path()) {
                    Ok(text) => {
                        templates.insert(name.clone(), text.clone());
                        self.own.insert(name, text);
                    }
                    Err(error) => wrong.push(unreadable(error)),
                }
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// The dossier's own logo, as a path in the site.
    pub fn logo(&self) -> Option<&str> {
        LOGOS.into_iter().find(|path| self.files.contains_key(*path))
    }

    /// The dossier's own style sheet, which comes after the built-in one, as a path in the site.
    pub fn own_style(&self) -> Option<&str> {
        self.files.contains_key(OWN_STYLE).then_some(OWN_STYLE)
    }

    /// Changes whenever a static file does: eight hex digits of their SHA-256.
    pub fn version(&self) -> String {
        let mut hash = Sha256::new();
        for (path, bytes) in &self.files {
            hash.update(path.as_bytes());
            hash.update(bytes.len().to_le_bytes());
            hash.update(bytes);
        }
        hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Renders the template `name`.
    ///
    /// # Errors
    /// A diagnostic that names the template and the line that is wrong.
    pub fn render(&self, name: &str, context: &tera::Context) -> Result<String, Diagnostic> {
        self.tera.render(name, context).map_err(|error| self.blame(&error, name))
    }

    /// Says where a template is wrong.
    fn blame(&self, error: &tera::Error, rendered: &str) -> Diagnostic {
        let (name, message, place) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                (report.filename(), report.message().to_owned(), Some(report.span()))
            }
            ErrorKind::MissingParent { current, parent } => {
                (current.as_str(), format!("extends `{parent}`, which does not exist"), None)
            }
            ErrorKind::CircularExtend { tpl, .. } => (tpl.as_str(), "extends itself".to_owned(), None),
            ErrorKind::CircularInclude { tpl, .. } => (tpl.as_str(), "includes itself".to_owned(), None),
            other => (rendered, other.to_string(), None),
        };
        let mut message = message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned();
        // Some errors say what is wrong, but not with which variable.
        let about = place.and_then(|place| self.own.get(name)?.get(place.range.clone()));
        if let Some(about) =
            about.filter(|about| about.len() <= 80 && !about.contains('\n') && !message.contains(*about))
        {
            message.push_str(&format!(": `{about}`"));
        }
        let mut wrong = Diagnostic::error(Path::new(FOLDER).join(name), message);
        if let Some(place) = place {
            wrong = wrong.at_line(place.start_line).at_column(place.start_col + 1);
        }
        if self.own.contains_key(name) {
            wrong.hint("mend this file, or delete it to use the built-in one")
        } else {
            wrong.hint("this template is built in; one of your own templates does not fit it")
        }
    }
}

/// `{{ text(key="count-sources", count=3) }}`: a text of the interface, with its arguments put in.
fn text(locale: &Locale, arguments: &Kwargs) -> tera::TeraResult<String> {
    let key = arguments.must_get::<&str>("key")?;
    let given: Vec<(&str, Argument<'_>)> = arguments
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, argument(value))))
        .filter(|(name, _)| *name != "key")
        .collect();
    locale
        .find(key, &given)
        .ok_or_else(|| tera::Error::message(format!("the interface has no text `{key}` with these arguments")))
}

fn argument(value: &Value) -> Argument<'static> {
    match (value.as_i64(), value.as_str()) {
        (Some(number), _) => Argument::from(number),
        (None, Some(text)) => Argument::from(text.to_owned()),
        (None, None) => Argument::from(value.to_string()),
    }
}
