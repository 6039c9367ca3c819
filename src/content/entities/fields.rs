//! The fields of one file of corrections.

use serde_norway::Value;

use super::values;
use super::{line_of, names};
use crate::analysis::EntityKind;
use crate::content::front_matter::Document;
use crate::diagnostic::Diagnostic;
use crate::dossier::{Correction, Stated};
use crate::slug;

/// The fields that a correction may have.
const FIELDS: [&str; 12] =
    ["name", "kind", "aliases", "not", "same_as", "merge", "hide", "country", "coordinates", "slug", "former", "alias"];

/// What Obsidian and its like write into any note; none of our business.
const OF_OTHERS: [&str; 14] = [
    "tags",
    "tag",
    "cssclasses",
    "cssclass",
    "publish",
    "permalink",
    "description",
    "image",
    "cover",
    "created",
    "updated",
    "modified",
    "date",
    "position",
];

/// The longest name, in characters, and the longest list.
const LONGEST_NAME: usize = 200;
const LONGEST_LIST: usize = 500;

/// Reads the file at `path`; `text` is the whole of it, normalised.
pub fn read(
    path: &str,
    stem: String,
    text: &str,
    document: &Document,
    diagnostics: &mut Vec<Diagnostic>,
) -> Correction {
    let mut reader = Reader { path, text, document, diagnostics };
    reader.unknown_fields();
    let mut aliases = reader.names("aliases");
    aliases.extend(reader.names("alias"));
    let coordinates = reader.coordinates();
    Correction {
        path: path.to_owned(),
        stem,
        slug: reader.slug(),
        name: reader.name(),
        kind: reader.kind(),
        aliases,
        not: reader.names("not"),
        same_as: reader.same_as(),
        merge: reader.names("merge"),
        former: reader.names("former").into_iter().map(|stated| slug::slugify(&stated.text)).collect(),
        hide: reader.flag("hide"),
        country: reader.country(),
        coordinates,
        note: document.body.clone(),
        note_line: document.body_line,
    }
}

struct Reader<'f> {
    path: &'f str,
    text: &'f str,
    document: &'f Document,
    diagnostics: &'f mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn unknown_fields(&mut self) {
        for name in names(self.document) {
            if FIELDS.contains(&name) || OF_OTHERS.contains(&name) {
                continue;
            }
            let shown = shown(name);
            let note =
                Diagnostic::note(self.path, format!("`{shown}` is no field of a correction, so it does nothing"));
            let close = similar::get_close_matches(name.to_lowercase().replace('-', "_").as_str(), &FIELDS, 1, 0.7);
            let hint = match close.first() {
                Some(close) => format!("did you mean `{close}`?"),
                None => "the fields are name, kind, aliases, not, same_as, merge, hide, country, coordinates, slug, \
                         former"
                    .to_owned(),
            };
            self.diagnostics.push(note.at_line(line_of(self.text, name, None)).hint(hint));
        }
    }

    fn value(&self, field: &str) -> Option<&Value> {
        self.document.fields.get(field).filter(|value| !value.is_null())
    }

    fn refuse(&mut self, field: &str, item: Option<&str>, wanted: &str) {
        let wrong = Diagnostic::error(self.path, format!("`{field}` must be {wanted}"));
        let wrong = wrong.at_line(line_of(self.text, field, item));
        self.diagnostics.push(wrong.hint("until it is mended, the field is left out and the rest of the file holds"));
    }

    fn name(&mut self) -> Option<Stated> {
        let value = self.value("name")?.clone();
        let text = scalar(&value).and_then(|text| clean(&text));
        if text.is_none() {
            self.refuse("name", None, &format!("one line of text, at most {LONGEST_NAME} characters"));
        }
        Some(Stated { text: text?, line: line_of(self.text, "name", None) })
    }

    /// A list of names; a single one may stand without a list.
    fn names(&mut self, field: &str) -> Vec<Stated> {
        let Some(value) = self.value(field).cloned() else { return Vec::new() };
        let mut items = match value {
            Value::Sequence(items) => items,
            single => vec![single],
        };
        if items.len() > LONGEST_LIST {
            self.refuse(field, None, &format!("a list of at most {LONGEST_LIST} names"));
            items.truncate(LONGEST_LIST);
        }
        let mut names: Vec<Stated> = Vec::with_capacity(items.len());
        for item in items.iter().filter(|item| !item.is_null()) {
            let raw = scalar(item);
            let Some(text) = raw.as_deref().and_then(clean) else {
                let wanted = format!("a list of names, each at most {LONGEST_NAME} characters");
                self.refuse(field, raw.as_deref(), &wanted);
                continue;
            };
            let line = line_of(self.text, field, raw.as_deref());
            if names.iter().all(|name| name.text != text) {
                names.push(Stated { text, line });
            }
        }
        names
    }

    fn kind(&mut self) -> Option<EntityKind> {
        let kind = match self.value("kind")?.as_str().map(|kind| kind.trim().to_lowercase()).as_deref() {
            Some("person" | "человек" | "персона") => Some(EntityKind::Person),
            Some("organization" | "organisation" | "организация") => Some(EntityKind::Organization),
            Some("place" | "место") => Some(EntityKind::Place),
            _ => None,
        };
        if kind.is_none() {
            self.refuse("kind", None, "`person`, `organization` or `place`");
        }
        kind
    }

    fn flag(&mut self, field: &str) -> bool {
        match self.value(field) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) if ["yes", "да"].contains(&text.trim()) => true,
            Some(Value::String(text)) if ["no", "нет"].contains(&text.trim()) => false,
            Some(_) => {
                self.refuse(field, None, "`true` or `false`");
                false
            }
        }
    }

    fn slug(&mut self) -> Option<Stated> {
        let value = self.value("slug")?.clone();
        let line = line_of(self.text, "slug", None);
        let Some(raw) = scalar(&value) else {
            self.refuse("slug", None, "the last part of an address, such as `kasym-zhomart-tokaev`");
            return None;
        };
        let text = slug::slugify(&raw);
        if !raw.chars().any(char::is_alphanumeric) {
            self.refuse("slug", None, "letters, digits and hyphens");
            return None;
        }
        if raw.contains(['/', '\\']) || raw.contains("..") {
            let note = Diagnostic::note(self.path, format!("the address `{}` is written `{text}`", shown(&raw)));
            self.diagnostics.push(note.at_line(line).hint("a slug is one part of an address, without `/` and `..`"));
        }
        Some(Stated { text, line })
    }

    fn same_as(&mut self) -> Vec<String> {
        let stated = self.names("same_as");
        let mut ids = Vec::with_capacity(stated.len());
        for Stated { text, line } in stated {
            match values::identifier(&text) {
                Some(id) => ids.push(id),
                None => {
                    let message = format!("`{}` under `same_as` is no address and no identifier", shown(&text));
                    let wrong = Diagnostic::error(self.path, message).at_line(line);
                    self.diagnostics.push(wrong.hint(
                        "write https://…, a Wikidata item such as Q42, or an OpenSanctions id such as NK-… or \
                         ofac-36216",
                    ));
                }
            }
        }
        ids
    }

    fn country(&mut self) -> Option<String> {
        let value = self.value("country")?.clone();
        // `NO` is false to some who write YAML, not to this reader; quoted or not it is Norway.
        let code = scalar(&value).and_then(|text| values::country(&text));
        if code.is_none() {
            self.refuse("country", None, "an ISO code such as KZ, or a country's name");
        }
        code
    }

    fn coordinates(&mut self) -> Option<(f64, f64)> {
        let coordinates = values::coordinates(self.value("coordinates")?);
        if coordinates.is_none() {
            let wanted = "latitude and longitude in degrees, such as \"51.13, 71.43\" or [51.13, 71.43]";
            self.refuse("coordinates", None, wanted);
        }
        coordinates
    }
}

/// A text, or a number that stands for one (`24`).
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        // Unquoted, `[[Имя]]` is a list within a list to YAML, and a link to Obsidian.
        Value::Sequence(items) if items.len() == 1 => scalar(&items[0]),
        _ => None,
    }
}

/// A name on one line, without control characters and without the brackets of a wikilink; `None` where
/// nothing is left, or far too much.
fn clean(text: &str) -> Option<String> {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let plain: String = text.chars().filter(|c| !is_direction(*c)).map(visible).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = match plain.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
        Some(link) => link.split(['|', '#']).next().unwrap_or_default().trim().to_owned(),
        None => plain,
    };
    (!plain.is_empty() && plain.chars().count() <= LONGEST_NAME).then_some(plain)
}

/// Marks that turn the direction of writing round: a name must read as it is.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !is_direction(*c)).take(60).collect()
}
