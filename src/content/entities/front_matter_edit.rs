//! Changes single fields of a front matter and leaves everything else as a person wrote it.

use serde_norway::{Mapping, Value};

use crate::content::front_matter::{Malformed, closing_split, normalise, parse};

/// A change to one field.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// The field gets this text.
    Text(&'static str, String),
    /// The field is true.
    True(&'static str),
    /// The field goes.
    Unset(&'static str),
    /// These are added to the field's list, unless they are in it.
    Add(&'static str, Vec<String>),
    /// These are taken from the field's list; an empty list goes.
    Remove(&'static str, Vec<String>),
}

impl Edit {
    fn field(&self) -> &'static str {
        match self {
            Self::Text(field, _)
            | Self::True(field)
            | Self::Unset(field)
            | Self::Add(field, _)
            | Self::Remove(field, _) => field,
        }
    }

    /// What the field is to be, when it was `old`.
    fn value(&self, old: Option<&Value>) -> Option<Value> {
        match self {
            Self::Text(_, text) => Some(Value::String(text.clone())),
            Self::True(_) => Some(Value::Bool(true)),
            Self::Unset(_) => None,
            Self::Add(_, items) => {
                let mut all = list(old);
                for item in items {
                    let item = Value::String(item.clone());
                    if !all.contains(&item) {
                        all.push(item);
                    }
                }
                Some(Value::Sequence(all)).filter(|_| !items.is_empty() || old.is_some())
            }
            Self::Remove(_, items) => {
                let mut all = list(old);
                all.retain(|item| !items.iter().any(|gone| item.as_str() == Some(gone)));
                (!all.is_empty()).then_some(Value::Sequence(all))
            }
        }
    }
}

fn list(value: Option<&Value>) -> Vec<Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Sequence(items)) => items.clone(),
        Some(single) => vec![single.clone()],
    }
}

/// `text`, a whole Markdown file or an empty one, after `edits`. Line ends and a byte order mark stay.
///
/// # Errors
/// When the front matter is broken.
pub fn edited(text: &str, edits: &[Edit]) -> Result<String, Malformed> {
    let plain = normalise(text);
    let mut fields = parse(&plain)?.fields;
    let (mut yaml, rest) = match plain.strip_prefix("---\n").and_then(closing_split) {
        Some((yaml, rest)) => (yaml.to_owned(), rest.to_owned()),
        None if plain.is_empty() => (String::new(), String::new()),
        None => (String::new(), format!("\n{plain}")),
    };
    for edit in edits {
        let field = edit.field();
        let old = fields.get(field).cloned();
        let new = edit.value(old.as_ref());
        if new == old
            || (new.as_ref().map(|new| list(Some(new))) == old.as_ref().map(|old| list(Some(old)))
                && matches!(edit, Edit::Add(..) | Edit::Remove(..)))
        {
            continue;
        }
        yaml = put(&yaml, field, old.as_ref(), new.as_ref());
        match new {
            Some(new) => drop(fields.insert(field.into(), new)),
            None => drop(fields.shift_remove(field)),
        }
    }
    // YAML has more ways to write a field than are told apart here. What came out wrong is written anew.
    if serde_norway::from_str::<Option<Mapping>>(&yaml).ok().map(Option::unwrap_or_default) != Some(fields.clone()) {
        yaml = serde_norway::to_string(&fields).expect("fields that were read can be written");
    }
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let whole = format!("{mark}---\n{yaml}---\n{rest}");
    Ok(if text.contains("\r\n") { whole.replace('\n', "\r\n") } else { whole })
}

/// The lines of `yaml` with `field` made `new`.
fn put(yaml: &str, field: &str, old: Option<&Value>, new: Option<&Value>) -> String {
    let mut lines: Vec<String> = yaml.lines().map(str::to_owned).collect();
    let Some(start) = lines.iter().position(|line| is_field(line, field)) else {
        lines.extend(new.map(|new| written(field, new)).into_iter().flatten());
        return joined(&lines);
    };
    let end = block_end(&lines, start);
    let replaced = match (old, new) {
        (_, None) => Vec::new(),
        (Some(Value::Sequence(_)), Some(Value::Sequence(items))) if is_block_list(&lines[start..end]) => {
            changed_list(&lines[start..end], items)
        }
        (Some(Value::Sequence(_)), Some(Value::Sequence(items))) if end == start + 1 => {
            vec![format!("{field}: [{}]", items.iter().map(flow).collect::<Vec<_>>().join(", "))]
        }
        (_, Some(new)) => {
            let mut block = written(field, new);
            if let (1, 1, Some(comment)) = (block.len(), end - start, comment_of(&lines[start], old)) {
                block[0].push_str(&comment);
            }
            block
        }
    };
    lines.splice(start..end, replaced);
    joined(&lines)
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn is_field(line: &str, field: &str) -> bool {
    line.strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with(':'))
}

/// The end of the field that begins at `start`: blank lines and comments below it are the next one's.
fn block_end(lines: &[String], start: usize) -> usize {
    let mut end = start + 1;
    for (index, line) in lines.iter().enumerate().skip(start + 1) {
        if line.starts_with([' ', '\t', ']', '}']) && !line.trim().is_empty() || line == "-" || line.starts_with("- ") {
            end = index + 1;
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            break;
        }
    }
    end
}

fn is_block_list(block: &[String]) -> bool {
    let head = block[0].split_once(':').map_or("", |(_, rest)| rest.trim());
    (head.is_empty() || head.starts_with('#')) && block.len() > 1 && block[1].trim_start().starts_with('-')
}

/// A block list without the items that are not in `items`, and with the new ones at its end.
fn changed_list(block: &[String], items: &[Value]) -> Vec<String> {
    let item_of =
        |line: &str| -> Option<Value> { serde_norway::from_str(line.trim_start().strip_prefix('-')?.trim()).ok() };
    let mut kept: Vec<String> = Vec::with_capacity(block.len() + 1);
    let mut present: Vec<Value> = Vec::new();
    for line in block {
        match item_of(line) {
            Some(item) if !items.contains(&item) => {}
            Some(item) => {
                present.push(item);
                kept.push(line.clone());
            }
            None => kept.push(line.clone()),
        }
    }
    let indent = &block[1][..block[1].len() - block[1].trim_start().len()];
    let new = items.iter().filter(|item| !present.contains(item));
    kept.extend(new.map(|item| format!("{indent}- {}", scalar(item))));
    kept
}

/// A field, as lines.
fn written(field: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Sequence(items) => {
            let items = items.iter().map(|item| format!("- {}", scalar(item)));
            std::iter::once(format!("{field}:")).chain(items).collect()
        }
        single => vec![format!("{field}: {}", scalar(single))],
    }
}

fn scalar(value: &Value) -> String {
    serde_norway::to_string(value).unwrap_or_default().trim_end().to_owned()
}

/// An item of a list in brackets.
fn flow(value: &Value) -> String {
    match value.as_str() {
        Some(text)
            if text
                .contains([',', '[', ']', '{', '}', '"', '\'', '#', ':', '&', '*', '!', '|', '>', '%', '@', '`']) =>
        {
            serde_json::to_string(text).unwrap_or_default()
        }
        _ => scalar(value),
    }
}

/// The comment behind a value, with the white space before it.
fn comment_of(line: &str, old: Option<&Value>) -> Option<String> {
    let value = line.split_once(':')?.1;
    let at = value.find(" #")?;
    let before: Value = serde_norway::from_str(&value[..at]).ok()?;
    (Some(&before) == old).then(|| value[at..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, edits: &[Edit], expected: &str) {
        assert_eq!(edited(text, edits).unwrap(), expected);
    }

    #[test]
    fn a_persons_hand_is_left_as_it_is() {
        check(
            "---\n# Главное имя\nname: Токаев # пока\nx-own: [1, 2]\naliases:\n  - К. Токаев # так у WSJ\n  - КЖТ\n\n# ниже\nkind: person\n---\n\nТекст.\n",
            &[
                Edit::Text("name", "Касым-Жомарт Токаев".into()),
                Edit::Add("aliases", vec!["Токаев".into()]),
                Edit::Remove("aliases", vec!["КЖТ".into()]),
            ],
            "---\n# Главное имя\nname: Касым-Жомарт Токаев # пока\nx-own: [1, 2]\naliases:\n  - К. Токаев # так у WSJ\n  - Токаев\n\n# ниже\nkind: person\n---\n\nТекст.\n",
        );
    }

    #[test]
    fn lists_keep_their_style() {
        check("---\nnot: [а, б]\n---\n", &[Edit::Add("not", vec!["в, г".into()])], "---\nnot: [а, б, \"в, г\"]\n---\n");
        check("---\nnot: а\n---\n", &[Edit::Add("not", vec!["б".into()])], "---\nnot:\n- а\n- б\n---\n");
        check("---\nnot:\n- а\n---\n", &[Edit::Remove("not", vec!["а".into()])], "---\n---\n");
        check(
            "---\nnot: [\n  а,\n  б\n]\nhide: true\n---\n",
            &[Edit::Add("not", vec!["в".into()])],
            "---\nnot:\n- а\n- б\n- в\nhide: true\n---\n",
        );
    }

    #[test]
    fn files_without_front_matter_get_one() {
        check("", &[Edit::Text("name", "A: b".into()), Edit::True("hide")], "---\nname: 'A: b'\nhide: true\n---\n");
        check("Текст\n", &[Edit::True("hide")], "---\nhide: true\n---\n\nТекст\n");
        check(
            "\u{feff}---\r\nname: А\r\n---\r\nТекст\r\n",
            &[Edit::True("hide")],
            "\u{feff}---\r\nname: А\r\nhide: true\r\n---\r\nТекст\r\n",
        );
        check("---\nhide: true\nname: А\n---\n", &[Edit::Unset("hide")], "---\nname: А\n---\n");
    }

    #[test]
    fn a_broken_one_is_refused() {
        assert!(edited("---\nname: [\n---\n", &[Edit::True("hide")]).is_err());
        assert!(edited("---\nname: а\n", &[Edit::True("hide")]).is_err());
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(
            names in proptest::collection::vec("[ -~а-яё«»№]{1,20}", 1..4),
            style in 0..4usize,
        ) {
            let before = [
                "---\naliases: [x, 'y z']\n---\nт\n", "---\naliases:\n- x\n- \"y z\"\n---\nт\n",
                "---\naliases: x\nname: q\n---\nт\n", "т\n",
            ][style];
            let after = edited(before, &[Edit::Add("aliases", names.clone())]).unwrap();
            let document = parse(&after).unwrap();
            let all = list(document.fields.get("aliases"));
            for name in names {
                proptest::prop_assert!(all.contains(&Value::String(name)));
            }
            proptest::prop_assert_eq!(document.body, "т\n");
        }
    }
}
