//! Offices and occupations that an article gives its people: «президент Казахстана Токаев»,
//! «Михайличенко, политолог».
//!
//! Only what stands beside the name counts: a noun for a person in the name's case with what it is of,
//! right before the name, or after it between commas, in brackets or after a dash. Where two nouns could
//! be meant («помощника президента Иванова») there is no role.

mod head;
mod nouns;
mod phrase;

use super::line::Line;
use super::{Material, agreement};
use crate::analysis::model::{LocalEntity, Role};
use crate::language::EntityKind;
use crate::span::Span;

/// Roles before one name at most: «начальник Генштаба генерал армии Иванов».
const MOST_BEFORE: usize = 3;

/// Adds to `entities` the roles that the text gives them, in order of place. Knows Russian alone.
pub fn add_roles(material: &Material<'_>, entities: &mut [LocalEntity]) {
    if material.language.split('-').next() != Some("ru") {
        return;
    }
    for (index, named) in material.named() {
        if material.mentions[named.clone()].iter().all(|mention| mention.kind != EntityKind::Person) {
            continue;
        }
        let line = Line::new(material, material.sentences[index].span, named.clone());
        for mention in named.filter(|&mention| material.mentions[mention].kind == EntityKind::Person) {
            let entity = &mut entities[material.mentions[mention].entity];
            for (text, span) in of_mention(&line, mention) {
                entity.roles.push(Role { text, span, sentence: index });
            }
        }
    }
    for entity in entities {
        entity.roles.sort_by_key(|role| (role.span.start, role.span.end));
    }
}

/// The roles that stand beside one mention, with where they do.
fn of_mention(line: &Line<'_>, mention: usize) -> Vec<(String, Span)> {
    let Some(name) = line.words_of(mention) else { return Vec::new() };
    let cases = agreement::of_name(line, mention);
    let mut found = Vec::new();
    let mut end = name.start;
    while found.len() < MOST_BEFORE {
        let Some(role) = phrase::ending_at(line, end, cases) else { break };
        end = role.words.start;
        found.push((role.text, role.span));
    }
    found.extend(phrase::after(line, name.end, cases).into_iter().map(|role| (role.text, role.span)));
    found
}
