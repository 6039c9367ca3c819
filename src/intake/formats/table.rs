//! CSV and its kin: one article a row, under a row of names.

use super::gathered::Gathered;
use super::{Read, records};
use crate::diagnostic::Diagnostic;

/// Reads a table. A row without text is named, and the rest is read.
pub(super) fn read(name: &str, text: &str) -> Read {
    let text = text.trim_start_matches('\u{FEFF}');
    // Excel says by this which separator it used.
    let (separator, text) = match text.strip_prefix("sep=") {
        Some(rest) => (rest.bytes().next(), rest.split_once('\n').map_or("", |(_, rest)| rest)),
        None => (None, text),
    };
    let separator = separator.unwrap_or_else(|| separator_of(text));
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|name| name.trim().to_owned()).collect(),
        Err(error) => {
            return (
                Vec::new(),
                vec![Diagnostic::error(name, format!("is no table: {error}")).hint("save it as CSV in UTF-8")],
            );
        }
    };
    if !header.iter().any(|column| records::TEXT.contains(&records::plain(column).as_str())) {
        let message = format!(
            "has no column of texts; its columns are {}",
            header.iter().take(12).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        );
        let wrong = Diagnostic::error(name, message).at_line(1);
        return (Vec::new(), vec![wrong.hint("name the column with the articles `text` or «текст»")]);
    }
    // A table may have a million columns that nobody reads.
    let known: Vec<usize> = (0..header.len()).filter(|&column| records::is_known(&header[column])).collect();
    let mut gathered = Gathered::new(name);
    for (index, row) in reader.records().enumerate() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let wrong = Diagnostic::error(name, format!("row {}: {error}", index + 1));
                gathered.fault(wrong.hint("check its quotation marks"));
                continue;
            }
        };
        if row.iter().all(|cell| cell.trim().is_empty()) || gathered.is_full() {
            continue;
        }
        let line = row.position().map(|position| position.line() as usize);
        let cells = known.iter().filter_map(|&column| Some((column, row.get(column)?)));
        let fields = cells.filter(|(_, cell)| !cell.trim().is_empty());
        let fields = fields.map(|(column, cell)| (header[column].clone(), serde_json::Value::from(cell))).collect();
        match records::piece(name, &fields, index + 1, line) {
            Ok(found) => gathered.add(found),
            Err(_) => {
                let wrong = Diagnostic::error(name, format!("row {} has no text", index + 1));
                let wrong = line.map_or(wrong.clone(), |line| wrong.at_line(line));
                gathered.fault(wrong.hint("fill it in, or delete the row"));
            }
        }
    }
    let (pieces, mut diagnostics) = gathered.finish();
    if pieces.is_empty() && diagnostics.is_empty() {
        let wrong = Diagnostic::error(name, "has no row with anything in it under the names of its columns");
        diagnostics.push(wrong.hint("export it again, or remove it"));
    }
    (pieces, diagnostics)
}

/// The mark that parts the names of the first row: the one that stands there most often outside quotes.
fn separator_of(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let count = |mark: u8| {
        let mut quoted = false;
        first
            .bytes()
            .filter(|&byte| {
                quoted ^= byte == b'"';
                byte == mark && !quoted
            })
            .count()
    };
    [b',', b';', b'\t', b'|']
        .into_iter()
        .max_by_key(|&mark| (count(mark), std::cmp::Reverse(mark == b'|')))
        .unwrap_or(b',')
}
