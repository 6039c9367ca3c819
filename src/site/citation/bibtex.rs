//! Entries for BibTeX and biblatex.

use super::author::Author;
use super::{Work, dated};
use crate::slug::slugify;

/// BibTeX's own macros for the months.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The entry of a source: an `@article` of its outlet, or where none is given a `@misc`.
pub fn entry(work: &Work) -> String {
    let day = work.published.map(|moment| moment.day);
    let year = day.and_then(|day| day.year);
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut field = |name: &'static str, value: Option<String>| {
        if let Some(value) = value {
            fields.push((name, value));
        }
    };
    let authors: Vec<String> = work.authors.iter().map(author).collect();
    field("author", (!authors.is_empty()).then(|| format!("{{{}}}", authors.join(" and "))));
    // Two braces: the title keeps its capitals.
    field("title", Some(format!("{{{{{}}}}}", escape(&work.title))));
    field("journal", work.outlet.as_ref().map(|outlet| format!("{{{}}}", escape(outlet))));
    field("year", year.map(|year| format!("{{{}}}", dated(work, year.to_string()))));
    field("month", day.and_then(|day| MONTHS.get(usize::try_from(day.month - 1).ok()?).map(|it| (*it).to_owned())));
    field("day", day.map(|day| format!("{{{}}}", day.day)));
    field("url", Some(format!("{{{}}}", address(work.url.as_ref().unwrap_or(&work.page)))));
    let retrieved = work.retrieved.filter(|_| work.url.is_some());
    field("urldate", retrieved.and_then(|moment| moment.day.date()).map(|day| format!("{{{day}}}")));
    field("langid", language(&work.language).map(|language| format!("{{{language}}}")));
    field("howpublished", work.url.is_none().then(|| format!("{{As cited in {}}}", escape(&work.dossier))));

    let kind = if work.outlet.is_some() { "article" } else { "misc" };
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("  {name} = {value}")).collect();
    format!("@{kind}{{{},\n{}\n}}", key(work, year), fields.join(",\n"))
}

/// Keys are letters and digits of ASCII in every program that reads them.
fn key(work: &Work, year: Option<i16>) -> String {
    let slug = slugify(&work.slug);
    let words: Vec<&str> = slug.split('-').filter(|word| !word.is_empty()).take(4).collect();
    let name = if words.is_empty() { "source".to_owned() } else { words.join("-") };
    match year {
        Some(year) => format!("{name}-{year}"),
        None => name,
    }
}

/// A name that cannot be taken apart stands in braces of its own, so that no program takes it apart.
fn author(author: &Author) -> String {
    match author {
        Author::Person { family, given, .. } => format!("{}, {}", escape(family), escape(&given.join(" "))),
        Author::AsGiven(name) => format!("{{{}}}", escape(name)),
    }
}

/// `text` with TeX's special characters as text.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', c]),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address is taken as it is but for braces and backslashes, which would end the field.
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

/// The language as `babel` and `polyglossia` call it.
fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "ru" => "russian",
        "en" => "english",
        "uk" => "ukrainian",
        "kk" => "kazakh",
        _ => return None,
    })
}
