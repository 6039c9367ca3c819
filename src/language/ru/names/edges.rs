//! Where a name begins and where it ends.

use super::document::{Candidate, Document, covered, in_order};
use super::words::{LEGAL_FORMS, PLACE_FIRST_WORDS, PLAIN_ABBREVIATIONS, ROLES};
use crate::language::EntityKind;
use crate::language::Pos;
use crate::language::ru::morphology::NamePart;

/// A name goes on to no second line. Each part that begins with a capital stays a name.
pub(super) fn end_at_line_ends(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut parts = Vec::with_capacity(names.len());
    for name in names {
        let mut start = name.tokens.start;
        for index in name.tokens.clone() {
            if document.ends_line(index) || index + 1 == name.tokens.end {
                parts.push(Candidate { tokens: start..index + 1, kind: name.kind });
                start = index + 1;
            }
        }
    }
    parts.retain(|part| {
        document.word(part.tokens.start).starts_with(|c: char| !c.is_lowercase()) || part.tokens.len() == 1
    });
    parts
}

/// «Международный олимпийский комитет (МОК)»: the name, and its abbreviation.
pub(super) fn split_brackets(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut parts = Vec::with_capacity(names.len());
    for name in names {
        let open = name.tokens.clone().skip(1).find(|&index| document.word(index) == "(");
        let Some(open) = open else {
            parts.push(name);
            continue;
        };
        let close = (open..name.tokens.end).find(|&index| document.word(index) == ")").unwrap_or(name.tokens.end);
        parts.push(Candidate { tokens: name.tokens.start..open, kind: name.kind });
        parts.push(Candidate { tokens: open + 1..close, kind: name.kind });
        if close + 1 < name.tokens.end {
            parts.push(Candidate { tokens: close + 1..name.tokens.end, kind: name.kind });
        }
    }
    parts
}

/// Quotation marks round a name are no part of it; those within it come in pairs.
pub(super) fn balance_quotation_marks(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let balance = |mut name: Candidate| {
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
    with_legal_forms(document, names.into_iter().map(balance).collect())
}

/// «ЧВК «Вагнер»» is one name, like «АО «КазТрансОйл»».
fn with_legal_forms(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Organization) {
        let (Some(open), Some(form)) = (name.tokens.start.checked_sub(1), name.tokens.start.checked_sub(2)) else {
            continue;
        };
        let is_form = LEGAL_FORMS.contains(&document.word(form)) && document.gap(form) == " ";
        if is_form && opens(document, open) && closes(document, name.tokens.end) {
            name.tokens = form..name.tokens.end + 1;
        }
    }
    names
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

/// «К.-Ж. Токаев», «А. С. Пушкин»: initials belong to the surname after them, whether the tagger found
/// both, or the surname alone, or neither; «Лавров С. В.»: also to that before them. So do first names.
pub(super) fn take_initials(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut names: Vec<Candidate> = names
        .into_iter()
        .map(|mut name| {
            if name.kind == EntityKind::Person {
                let last = name.tokens.end - 1;
                let next = name.tokens.end;
                if document.word(last) == "." && begins_initials(document, last).is_some() && is_surname(document, next)
                {
                    name.tokens.end += 1;
                }
                name.tokens.start = with_initials(document, name.tokens.start);
            }
            name
        })
        .collect();
    for place in 1..names.len() {
        let (surname, initials) = (names[place - 1].clone(), names[place].clone());
        let are_people = [&surname, &initials].iter().all(|name| name.kind == EntityKind::Person);
        let are_initials = begins_initials(document, initials.tokens.end - 1).is_some()
            && with_initials(document, initials.tokens.end) <= initials.tokens.start;
        let adjacent = surname.tokens.end == initials.tokens.start && document.gap(surname.tokens.end - 1) == " ";
        if are_people && are_initials && adjacent && is_surname(document, surname.tokens.end - 1) {
            names[place].tokens.start = surname.tokens.start;
            names[place - 1].tokens.end = surname.tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
    let taken = covered(document, &names);
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        let Some(before) = name.tokens.start.checked_sub(1) else { continue };
        if !taken[before]
            && document.gap(before) == " "
            && is_first_name(document, before)
            && is_surname(document, name.tokens.start)
        {
            name.tokens.start = before;
        }
    }
    let taken = covered(document, &names);
    for (index, taken) in taken.into_iter().enumerate() {
        let start = with_initials(document, index);
        if start < index && !taken && is_surname(document, index) {
            names.push(Candidate { tokens: start..index + 1, kind: EntityKind::Person });
        }
    }
    // Two names that grew together are the longer one.
    names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    in_order(names)
}

/// Where the initials before the token at `index` begin; `index` itself if there are none.
pub(super) fn with_initials(document: &Document, index: usize) -> usize {
    if document.begins_sentence(index) {
        return index;
    }
    let mut start = index;
    loop {
        let end = match start.checked_sub(1) {
            Some(dash) if document.word(dash) == "-" && document.touches_next(dash) => dash,
            _ => start,
        };
        match end.checked_sub(1).and_then(|stop| begins_initials(document, stop)) {
            Some(earlier) => start = earlier,
            None => return start,
        }
    }
}

/// The initial that the full stop at `stop` belongs to.
fn begins_initials(document: &Document, stop: usize) -> Option<usize> {
    let initial = stop.checked_sub(1)?;
    let word = document.word(initial);
    let is_initial = word.chars().count() == 1 && word.chars().all(|c| c.is_uppercase())
        || matches!(word, "Дж" | "Вс" | "Дм" | "Ал" | "Ст" | "Ник");
    (document.word(stop) == "." && is_initial && document.touches_next(initial) && !document.ends_line(stop))
        .then_some(initial)
}

/// Whether the dictionary knows the word as a first name and as nothing likelier.
fn is_first_name(document: &Document, index: usize) -> bool {
    is_surname(document, index)
        && !document.has_lemma(index, ROLES)
        && document.readings(index).first().is_some_and(|best| best.name == Some(NamePart::Given))
}

/// A capital and at least two small letters.
fn is_surname(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    document.is_capitalised(index) && word.chars().filter(|c| c.is_lowercase()).count() >= 2
}

/// «Посол А. С. Ким», «Сельхозпроизводители Кубани»: a common noun that owes its capital to the sentence
/// is no part of the name after it.
pub(super) fn drop_roles(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let trim = |mut name: Candidate| {
        while name.tokens.len() > 1 && name.kind != EntityKind::Organization && is_role(document, &name) {
            name.tokens.start += 1;
        }
        name
    };
    names.into_iter().map(trim).collect()
}

fn is_role(document: &Document, name: &Candidate) -> bool {
    let first = name.tokens.start;
    let readings = document.readings(first);
    let Some(best) = readings.first() else { return false };
    let next_is_name = document.is_capitalised(first + 1);
    if name.kind == EntityKind::Person && next_is_name && document.has_lemma(first, ROLES) && best.name.is_none() {
        return true;
    }
    let is_common = best.known && best.pos == Pos::Noun && readings.iter().all(|reading| reading.name.is_none());
    let suits = match name.kind {
        EntityKind::Person => best.animate == Some(true),
        _ => !document.has_lemma(first, PLACE_FIRST_WORDS),
    };
    document.begins_sentence(first) && next_is_name && is_common && suits
}

/// «СВО», «БПЛА», «ЧС» name no organization, person or place, and are no part of the place after them.
pub(super) fn drop_abbreviations(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let is_plain = |index: usize| PLAIN_ABBREVIATIONS.contains(&document.word(index));
    let trim = |mut name: Candidate| {
        if name.tokens.len() > 1 && name.kind != EntityKind::Organization {
            if is_plain(name.tokens.start) {
                name.tokens.start += 1;
            }
            if is_plain(name.tokens.end - 1) {
                name.tokens.end -= 1;
            }
        }
        name
    };
    let mut names: Vec<Candidate> = names.into_iter().map(trim).collect();
    names.retain(|name| {
        let quoted = opens(document, name.tokens.start.wrapping_sub(1));
        let is_plain_word = name.tokens.len() == 1 && is_plain(name.tokens.start) && !quoted;
        // «Евро-2024», «Ан-2»: people have no numbers but Roman ones.
        let is_numbered = name.kind == EntityKind::Person
            && name.tokens.clone().any(|index| document.word(index).contains(|c: char| c.is_ascii_digit()));
        !is_plain_word && !is_numbered
    });
    names
}
