//! YAML front matter: the block between two `---` lines at the top of a Markdown file.

use serde_norway::{Mapping, Value};

/// A Markdown file, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The fields of the front matter; empty when the file has none.
    pub fields: Mapping,
    /// Everything after the front matter, without the blank lines before it.
    pub body: String,
    /// The 1-based line of the file on which `body` begins.
    pub body_line: usize,
}

/// Why a front matter could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// 1-based line of the file.
    pub line: usize,
    /// 1-based column, where it is known.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
}

/// Line ends as `\n`, and no byte order mark: what editors on other systems change is no edit.
pub fn normalise(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

/// Takes a [normalised](normalise) file apart. A file without front matter is all body.
///
/// # Errors
/// When the front matter is not closed, is no YAML, or is no mapping of fields.
pub fn parse(text: &str) -> Result<Document, Malformed> {
    let Some(rest) = text.strip_prefix("---\n") else {
        return Ok(document(Mapping::new(), text, 1));
    };
    let Some((yaml, body)) = closing_split(rest) else {
        let message = "the front matter is not closed: no second line `---`".to_owned();
        return Err(Malformed { line: 1, column: None, message });
    };
    let body_line = 3 + yaml.matches('\n').count();
    let fields = match serde_norway::from_str::<Value>(yaml) {
        Ok(Value::Mapping(fields)) => fields,
        Ok(Value::Null) => Mapping::new(),
        Ok(_) => {
            let message = "the front matter is no list of `field: value` lines".to_owned();
            return Err(Malformed { line: 2, column: None, message });
        }
        Err(error) => {
            let place = error.location();
            let described = error.to_string();
            let message = described.split(" at line ").next().unwrap_or("unreadable").to_owned();
            return Err(Malformed {
                // The YAML begins on the file's second line.
                line: place.as_ref().map_or(2, |place| place.line() + 1),
                column: place.as_ref().map(|place| place.column()),
                message: format!("the front matter is no YAML: {message}"),
            });
        }
    };
    Ok(document(fields, body, body_line))
}

/// Splits what follows the opening line at the line that closes the front matter.
pub fn closing_split(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&text[..at], &text[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn document(fields: Mapping, body: &str, line: usize) -> Document {
    let trimmed = body.trim_start_matches('\n');
    Document { fields, body: trimmed.to_owned(), body_line: line + (body.len() - trimmed.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_knows_its_line() {
        let page = parse("---\ntitle: Ёж\n---\n\n\nТекст\n").unwrap();
        assert_eq!((page.body.as_str(), page.body_line), ("Текст\n", 6));
        let bare = parse("Текст").unwrap();
        assert_eq!((bare.body.as_str(), bare.body_line), ("Текст", 1));
    }

    #[test]
    fn errors_name_the_line_of_the_file() {
        assert_eq!(parse("---\ntitle: a\n").unwrap_err().line, 1);
        assert_eq!(parse("---\ntitle: a\ntags: [b\n---\n").unwrap_err().line, 4);
        assert_eq!(parse("---\n- a\n---\n").unwrap_err().line, 2);
    }

    proptest::proptest! {
        #[test]
        fn anything_is_read_or_refused(text in "(---\n)?[a-z:\\[\\]{}\"'#\\-\n я]{0,60}(---\n)?.{0,40}") {
            let text = normalise(&text);
            if let Ok(page) = parse(&text) {
                proptest::prop_assert!(text.ends_with(&page.body));
            }
        }
    }
}
