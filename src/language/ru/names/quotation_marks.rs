//! Quotation marks and the names that stand in them.

use super::document::{Candidate, Document, in_order};
use super::words::LEGAL_FORMS;
use crate::language::EntityKind;

/// Tokens between the marks of a long official name.
const LONGEST: usize = 20;

/// Quotation marks round a name are no part of it; those within it come in pairs.
pub(super) fn balance(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let within_marks = |mut name: Candidate| {
        while name.tokens.len() > 1 && opens(document, name.tokens.end - 1) {
            name.tokens.end -= 1;
        }
        if name.tokens.len() > 1 && closes(document, name.tokens.start) {
            name.tokens.start += 1;
        }
        let mut open: Option<usize> = None;
        for index in name.tokens.clone() {
            if opens(document, index) {
                open = Some(index);
            } else if closes(document, index) && open.take().is_none() {
                // The mark that this one closes stands before the name.
                name.tokens.end = index;
                break;
            }
        }
        match open {
            Some(open) if open == name.tokens.start => name.tokens.start += 1,
            Some(_) if closes(document, name.tokens.end) => name.tokens.end += 1,
            _ => {}
        }
        let is_wrapped =
            name.tokens.len() > 2 && opens(document, name.tokens.start) && closes(document, name.tokens.end - 1);
        let has_more_inside =
            (name.tokens.start + 1..name.tokens.end.saturating_sub(1)).any(|index| opens(document, index));
        if is_wrapped && !has_more_inside {
            name.tokens = name.tokens.start + 1..name.tokens.end - 1;
        }
        name
    };
    drop_heads(document, with_legal_forms(document, names.into_iter().map(within_marks).collect()))
}

/// «ЧВК «Вагнер»» is one name, like «АО «КазТрансОйл»», and whatever was found between the marks is part of it.
fn with_legal_forms(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    for form in (0..document.len()).filter(|&index| LEGAL_FORMS.has(document.word(index))) {
        let open = form + 1;
        if document.gap(form) != " " || !opens(document, open) {
            continue;
        }
        let Some(close) = closing(document, open) else { continue };
        let begins_name = document.word(open + 1).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if begins_name && !(open + 1..close).any(|index| document.word(index) == ".") {
            names.retain(|name| name.tokens.end <= form || close < name.tokens.start);
            names.push(Candidate { tokens: form..close + 1, kind: EntityKind::Organization });
        }
    }
    in_order(names)
}

/// The mark that closes what the one at `open` opens, on the same line and not far. Of two marks that would
/// stand together, many write one («ОАО «Завод «Луч»»).
fn closing(document: &Document, open: usize) -> Option<usize> {
    let end = (open + 1 + LONGEST).min(document.len());
    let line = (open..end).find(|&index| document.ends_line(index)).map_or(end, |last| last + 1);
    let mut depth = 1;
    let mut last = None;
    for index in open + 1..line {
        if opens(document, index) {
            depth += 1;
        } else if closes(document, index) {
            depth -= 1;
            if last.is_none_or(|last| last + 1 == index) {
                last = Some(index);
            }
            if depth == 0 {
                return Some(index);
            }
        }
    }
    last
}

/// «Группа «Аквариум»»: a common noun at the beginning of a sentence is no part of the name in the marks
/// after it, as it is none within a sentence.
fn drop_heads(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let without_head = |mut name: Candidate| {
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let is_head = || {
            document.begins_sentence(first)
                && !LEGAL_FORMS.has(document.word(first))
                && document.readings(first).first().is_some_and(|best| best.known && best.name.is_none())
        };
        if last > first + 1 && opens(document, first + 1) && closes(document, last) && is_head() {
            name.tokens = first + 2..last;
        }
        name
    };
    names.into_iter().map(without_head).collect()
}

/// Whether the token is a quotation mark that opens.
pub(super) fn opens(document: &Document, index: usize) -> bool {
    match document.word(index) {
        "«" | "„" => true,
        // Both close in some typographies and open in others.
        "“" | "\"" | "”" => document.touches_next(index) && !follows_word(document, index),
        _ => false,
    }
}

/// Whether the token is a quotation mark that closes.
pub(super) fn closes(document: &Document, index: usize) -> bool {
    match document.word(index) {
        "»" => true,
        "“" | "\"" | "”" => follows_word(document, index),
        _ => false,
    }
}

fn follows_word(document: &Document, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| {
        document.touches_next(before)
            && (document.is_word(before) || matches!(document.word(before), "." | "!" | "?" | "…" | "»"))
    })
}
