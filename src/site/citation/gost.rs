//! References after GOST R 7.0.5–2008, and records after GOST R 7.0.100–2018.
//!
//! Both standards are Russian, and so are their words («дата обращения»), whatever the language of the
//! interface.

use super::author::{Author, initials};
use super::{Work, dated, stopped};
use crate::calendar::Moment;

/// Authors who are all named; of more, the first is.
const MOST_AUTHORS: usize = 3;

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// A reference as a list of sources has it (7.0.5, part 7): `Седова А. Заголовок // Издание. 2024.
/// 3 марта. URL: … (дата обращения: 04.03.2024).`
pub fn reference(work: &Work) -> String {
    let mut text = match heading(work, " ") {
        Some(heading) => format!("{heading} {}", work.title),
        None if work.authors.is_empty() => work.title.clone(),
        None => format!("{} / {}", work.title, responsible(work)),
    };
    match &work.outlet {
        Some(outlet) => text = format!("{} // {}", text.trim_end_matches('.'), stopped(outlet)),
        None => text = stopped(&text),
    }
    for part in when(work) {
        text.push_str(&format!(" {}", stopped(&part)));
    }
    format!("{text} {}", stopped(&where_from(work)))
}

/// A record as a bibliography has it (7.0.100): `Седова, А. Заголовок / Анна Седова. – Текст :
/// электронный // Издание. – 2024. – 3 марта. – URL: … (дата обращения: 04.03.2024).`
pub fn record(work: &Work) -> String {
    let mut text = String::new();
    if work.authors.len() <= MOST_AUTHORS
        && let Some(Author::Person { family, given, .. }) = work.authors.first()
    {
        text = format!("{family}, {} ", initials(given));
    }
    text.push_str(work.title.trim_end_matches('.'));
    if !work.authors.is_empty() {
        text.push_str(&format!(" / {}", responsible(work)));
    }
    text = format!("{} – Текст : электронный", stopped(&text));
    match &work.outlet {
        Some(outlet) => text = format!("{text} // {}", stopped(outlet)),
        None => text.push('.'),
    }
    for part in when(work) {
        text.push_str(&format!(" – {}", stopped(&part)));
    }
    format!("{text} – {}", stopped(&where_from(work)))
}

/// «Седова А., Ветлугин И.», when all authors are persons whose names are known, and not too many.
fn heading(work: &Work, between: &str) -> Option<String> {
    if work.authors.is_empty() || work.authors.len() > MOST_AUTHORS {
        return None;
    }
    let name = |author: &Author| match author {
        Author::Person { family, given, .. } => Some(format!("{family}{between}{}", initials(given))),
        Author::AsGiven(_) => None,
    };
    Some(work.authors.iter().map(name).collect::<Option<Vec<_>>>()?.join(", "))
}

/// The authors as the source names them.
fn responsible(work: &Work) -> String {
    let names: Vec<&str> = work.authors.iter().map(Author::whole).collect();
    if names.len() > MOST_AUTHORS { format!("{} [и др.]", names[0]) } else { names.join(", ") }
}

/// The year, and the day.
fn when(work: &Work) -> Vec<String> {
    let Some(Moment { day, .. }) = work.published else { return Vec::new() };
    let month = MONTHS[usize::try_from(day.month - 1).unwrap_or_default().min(11)];
    let date = format!("{} {month}", day.day);
    let year = day.year.map(|year| dated(work, year.to_string()));
    year.into_iter().chain([dated(work, date)]).collect()
}

fn where_from(work: &Work) -> String {
    let Some(url) = &work.url else {
        return format!("Цит. по: {} URL: {}", stopped(&work.dossier), work.page);
    };
    match work.retrieved.and_then(|moment| moment.day.date()) {
        Some(day) => {
            format!("URL: {url} (дата обращения: {:02}.{:02}.{:04})", day.day(), day.month(), day.year())
        }
        None => format!("URL: {url}"),
    }
}
