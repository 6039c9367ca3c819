//! Articles and dossiers made of marked names: `{Касым-Жомарт Токаев/p}`, with `p`, `o` or `l` for
//! person, organization and location.

#![allow(dead_code, reason = "each test program uses its own part of this")]

mod bare;

use std::collections::BTreeSet;

use dossier::analysis::{Analysis, Sentence, entities};
use dossier::dossier::assemble;
use dossier::language::{EntityKind, Name};
use dossier::span::Span;

/// The text without its marks, and the names that were marked.
pub fn names(marked: &str) -> (String, Vec<Name>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').expect("closed");
        let (form, kind) = inside.rsplit_once('/').expect("a kind");
        let kind = match kind {
            "p" => EntityKind::Person,
            "o" => EntityKind::Organization,
            _ => EntityKind::Place,
        };
        text.push_str(before);
        let start = text.len();
        text.push_str(form);
        names.push(Name { span: Span::new(start, text.len()), kind, form: form.to_owned() });
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

/// Resolves one article and compares its entities, each written as `name = other form, other form`.
#[track_caller]
pub fn article(marked: &str, expected: &[&str]) {
    let (text, names) = names(marked);
    let (mentions, locals) = entities::resolve(&text, &names, "ru");
    let found: Vec<String> = locals
        .iter()
        .enumerate()
        .map(|(index, local)| {
            let mut forms: Vec<&str> = Vec::new();
            for mention in mentions.iter().filter(|mention| mention.entity == index) {
                let form = entities::without_quotes(&mention.form);
                if form != local.name && !forms.contains(&form) {
                    forms.push(form);
                }
            }
            if forms.is_empty() { local.name.clone() } else { format!("{} = {}", local.name, forms.join(", ")) }
        })
        .collect();
    assert_eq!(found, expected);
    for local in &locals {
        let forms: BTreeSet<&str> = mentions
            .iter()
            .filter(|mention| locals[mention.entity] == *local)
            .map(|mention| entities::without_quotes(&mention.form))
            .collect();
        assert_eq!(local.joins.len(), forms.len() - 1, "every other form has a reason: {local:?}");
    }
}

/// An analysis that has names, and one sentence.
pub fn analysis(marked: &str) -> Analysis {
    let (text, names) = names(marked);
    let (mentions, entities) = entities::resolve(&text, &names, "ru");
    let sentences = vec![Sentence { span: Span::new(0, text.len()), paragraph: 0, number: 0 }];
    bare::analysis(marked, text, sentences, mentions, entities)
}

/// Assembles articles and compares the dossier's entities, each written as
/// `name [sources] = other form, other form`.
#[track_caller]
pub fn dossier(marked: &[&str], expected: &[&str]) {
    let found: Vec<String> = assemble(marked.iter().map(|marked| analysis(marked)).collect(), &[])
        .0
        .entities
        .iter()
        .map(|entity| {
            let forms: Vec<&str> = entity.aliases.iter().map(|alias| alias.form.as_str()).collect();
            let head = format!("{} [{}]", entity.name, entity.sources().len());
            if forms.is_empty() { head } else { format!("{head} = {}", forms.join(", ")) }
        })
        .collect();
    assert_eq!(found, expected);
}
