//! Tables of contents: headings of the article that stand together before it.

use std::collections::HashMap;

use crate::intake::page::Page;
use crate::intake::rules;

/// Headings that a list of them has at least.
const LEAST: usize = 2;

/// What stands above such a list.
const LABELS: [&str; 10] = [
    "содержание",
    "оглавление",
    "в этой статье",
    "в этом материале",
    "зміст",
    "у цій статті",
    "мазмұны",
    "contents",
    "table of contents",
    "in this article",
];

/// Takes out lists of phrases each of which heads a part of the text below, numbered or not.
pub(in crate::intake) fn remove_contents(page: &mut Page) {
    let mut heads: HashMap<String, usize> = HashMap::new();
    for at in 0..page.entries.len().saturating_sub(1) {
        if page.entries[at].is_phrase() && page.entries[at + 1].is_body_text() {
            heads.insert(rules::key(page.entries[at].text()), at);
        }
    }
    let lists = |page: &Page, at: usize| {
        let listed = page.entries[at].is_unmarked() && !page.entries[at].is_out() && page.title != Some(at);
        let own = without_number(page.entries[at].text());
        listed && heads.get(&rules::key(own)).is_some_and(|head| *head > at)
    };
    let mut at = 0;
    while at < page.entries.len() {
        let length = (at..page.entries.len()).take_while(|&line| lists(page, line)).count();
        if length >= LEAST {
            for line in at..at + length {
                page.entries[line].remove("table-of-contents");
            }
            let labelled = at > 0 && LABELS.contains(&rules::key(page.entries[at - 1].text()).as_str());
            if labelled && !page.entries[at - 1].is_out() && page.title != Some(at - 1) {
                page.entries[at - 1].remove("table-of-contents");
            }
        }
        at += length.max(1);
    }
    while page.entries.get(page.body_start).is_some_and(|entry| entry.is_out()) {
        page.body_start += 1;
    }
}

/// The line without the number of its part: «2. Кто платит», «2) Кто платит».
fn without_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let numbered = rest.len() < line.len() && rest.starts_with([' ', ')']);
    if numbered { rest.trim_start_matches([')', ' ']) } else { line }
}
