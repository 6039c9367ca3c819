//! Names in quotation marks, and outlets with or without them.

use std::ops::Range;

use super::document::{Candidate, Document, covered};
use super::quotation_marks::{closes, opens};
use super::words::{
    MONTHS, ORDINALS, ORGANIZATION_HEADS, OUTLET_HEADS, PLACE_HEADS, REPORTING_VERBS, THING_HEADS, Words,
};
use crate::language::{EntityKind, Pos};

/// A quotation longer than this is no name.
const LONGEST: usize = 8;

/// «телеграм-канал «Тайная канцелярия»», «стадион «Газпром Арена»», «роман «Чагин»»: what the noun before
/// the quotation marks makes of the words inside them.
pub(super) fn read_heads(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    for inside in quotations(document) {
        let Some(head) = inside.start.checked_sub(2) else { continue };
        if document.is_capitalised(head) && !document.begins_sentence(head) {
            continue;
        }
        let is_head = |heads: &Words| is_head(document, head, heads);
        if is_head(&ORGANIZATION_HEADS) || is_head(&OUTLET_HEADS) {
            replace(&mut names, inside, EntityKind::Organization);
        } else if is_head(&PLACE_HEADS) {
            replace(&mut names, inside, EntityKind::Place);
        } else if is_head(&THING_HEADS) {
            names.retain(|name| name.tokens != inside || name.kind == EntityKind::Person);
        }
    }
    join_lists(document, names)
}

/// ««Единая Россия», «Родина» и «Яблоко»»: of quoted names in a row, those that were not found are what
/// their neighbour is.
fn join_lists(document: &Document, mut names: Vec<Candidate>) -> Vec<Candidate> {
    let quotations = quotations(document);
    let is_organization = |names: &[Candidate], inside: &Range<usize>| {
        names.iter().any(|name| name.kind == EntityKind::Organization && name.tokens == *inside)
    };
    let is_new = |names: &[Candidate], inside: &Range<usize>| {
        let overlaps = |name: &Candidate| name.tokens.start < inside.end && inside.start < name.tokens.end;
        inside.len() <= 4 && document.is_capitalised(inside.start) && !names.iter().any(overlaps)
    };
    let mut pairs: Vec<(Range<usize>, Range<usize>)> = quotations
        .iter()
        .zip(quotations.iter().skip(1))
        .filter(|(one, other)| {
            let joint = one.end + 1;
            joint + 2 == other.start && matches!(document.word(joint), "," | "и" | "или" | "/")
        })
        .map(|(one, other)| (one.clone(), other.clone()))
        .collect();
    for _ in 0..2 {
        for (one, other) in &pairs {
            if is_organization(&names, one) && is_new(&names, other) {
                names.push(Candidate { tokens: other.clone(), kind: EntityKind::Organization });
            } else if is_organization(&names, other) && is_new(&names, one) {
                names.push(Candidate { tokens: one.clone(), kind: EntityKind::Organization });
            }
        }
        pairs.reverse();
    }
    names
}

/// The tokens that name a work, a product, a vessel («крейсер «Москва»»): no rule makes names of them.
pub(super) fn things(document: &Document) -> Vec<bool> {
    let mut things = vec![false; document.len()];
    for inside in quotations(document) {
        let head = inside.start.checked_sub(2);
        if head.is_some_and(|head| is_head(document, head, &THING_HEADS)) {
            things[inside].fill(true);
        }
    }
    things
}

/// «с 24 Каналом», «телеграм-канал Baza», ««Идель.Реалии» пишут», «сообщает Politico».
pub(super) fn find_outlets(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut names: Vec<Candidate> = names.into_iter().map(|name| without_head(document, name)).collect();
    // «в Telegram-канале Baza»: the kind alone is no name.
    names.retain(|name| {
        let kind = document.word(name.tokens.start).to_lowercase();
        name.tokens.len() > 1 || !(kind.contains("-канал") && kind.starts_with(char::is_alphabetic))
    });
    for inside in quotations(document) {
        let after = inside.end + 1;
        let before = inside.start.checked_sub(2);
        let is_short = inside.len() <= 4 && !document.word(inside.end - 1).ends_with(['.', ',', '!', '?', '…']);
        let reports = document.has_lemma(after, &REPORTING_VERBS);
        let is_reported = before.is_some_and(|index| document.has_lemma(index, &REPORTING_VERBS));
        if is_short && (reports || is_reported) {
            replace(&mut names, inside, EntityKind::Organization);
        }
    }
    for index in 1..document.len() {
        let is_number = document.word(index - 1).chars().all(|c| c.is_ascii_digit());
        let is_channel = document.lemma(index) == "канал";
        // «Пятый канал»
        let is_ordinal = document.is_capitalised(index - 1)
            && document.has_lemma(index - 1, &ORDINALS)
            && document.gap(index - 1) == " "
            && !document.has_lemma(index + 1, &OUTLET_HEADS);
        if is_channel && (is_number && document.is_capitalised(index) || is_ordinal) {
            replace(&mut names, index - 1..index + 1, EntityKind::Organization);
        }
    }
    for name in names.iter_mut().filter(|name| name.kind != EntityKind::Person && name.tokens.len() == 1) {
        if is_channel_number(document, name.tokens.end) {
            name.tokens.end += 1;
            name.kind = EntityKind::Organization;
        }
    }
    let taken = covered(document, &names);
    let mut index = 1;
    while index < document.len() {
        let end = unquoted_outlet(document, &taken, index);
        if end > index {
            names.push(Candidate { tokens: index..end, kind: EntityKind::Organization });
        }
        index = end.max(index + 1);
    }
    names
}

/// Whether the token is the number of a channel («Москва 24 сообщила»), and not of a day or of people.
fn is_channel_number(document: &Document, index: usize) -> bool {
    let next = document.word(index + 1);
    let counts = document
        .readings(index + 1)
        .first()
        .is_some_and(|best| matches!(best.pos, Pos::Noun | Pos::Adjective | Pos::Number));
    document.word(index) == "24"
        && document.gap(index - 1) == " "
        && !(counts || MONTHS.has(next) || next == "-" || next == ":")
}

/// Where an outlet's name that begins at `index` without quotation marks ends; `index` if none begins.
fn unquoted_outlet(document: &Document, taken: &[bool], index: usize) -> usize {
    let head = index - 1;
    let is_free = |index: usize| index < document.len() && !taken[index] && document.is_capitalised(index);
    if !is_free(index) || taken[head] || document.gap(head) != " " || document.begins_sentence(index) {
        return index;
    }
    let is_latin = |index: usize| document.word(index).starts_with(|c: char| c.is_ascii_uppercase());
    let after_outlet = is_head(document, head, &OUTLET_HEADS);
    let after_any =
        after_outlet || is_head(document, head, &ORGANIZATION_HEADS) || document.has_lemma(head, &REPORTING_VERBS);
    if is_latin(index) && after_any {
        let mut end = index + 1;
        while is_free(end) && is_latin(end) && document.gap(end - 1) == " " {
            end += 1;
        }
        return end;
    }
    // A Cyrillic name alone: in a row of capitalised words, more may be meant.
    let stands_alone = !document.is_capitalised(index + 1) && document.word(index).chars().count() > 2;
    if after_outlet && stands_alone { index + 1 } else { index }
}

/// «Telegram-канала Scriptorium»: the kind of outlet is no part of its name.
fn without_head(document: &Document, mut name: Candidate) -> Candidate {
    let first = name.tokens.start;
    let is_compound = document.word(first).to_lowercase().contains("-канал");
    let owes_capital = !document.is_capitalised(first) || document.begins_sentence(first);
    let is_kind = owes_capital && is_head(document, first, &OUTLET_HEADS) && document.is_capitalised(first + 1);
    if name.kind == EntityKind::Organization && name.tokens.len() > 1 && (is_compound || is_kind) {
        name.tokens.start += 1;
    }
    name
}

/// Whether the word is one of `heads`, in any form; its last part, where a hyphen joins several.
fn is_head(document: &Document, index: usize, heads: &Words) -> bool {
    document.is_word(index)
        && (document.has_lemma(index, heads) || heads.has(document.lemma(index).rsplit('-').next().unwrap_or("")))
}

/// What stands between two quotation marks of one line, where it may be a name: it begins with a
/// capital or a digit and is short.
pub(super) fn quotations(document: &Document) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    for open in (0..document.len()).filter(|&index| opens(document, index)) {
        let limit = (open + 1 + LONGEST).min(document.len());
        let end = (open + 1..limit + 1)
            .find(|&index| document.ends_line(index - 1) || closes(document, index) || opens(document, index));
        let begins_name = document.word(open + 1).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if let Some(end) = end.filter(|&end| end > open + 1 && begins_name && closes(document, end)) {
            quotations.push(open + 1..end);
        }
    }
    quotations
}

/// Makes a name of `tokens`, in place of all names that lie within. A longer name that holds them all
/// stays («ООО «Луч»»).
pub(super) fn replace(names: &mut Vec<Candidate>, tokens: Range<usize>, kind: EntityKind) {
    let overlaps = |name: &Candidate| name.tokens.start < tokens.end && tokens.start < name.tokens.end;
    let is_held =
        |name: &Candidate| name.tokens.start <= tokens.start && tokens.end <= name.tokens.end && name.tokens != tokens;
    if names.iter().any(is_held) {
        return;
    }
    names.retain(|name| !overlaps(name));
    names.push(Candidate { tokens, kind });
}
