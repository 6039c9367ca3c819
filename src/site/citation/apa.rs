//! References in the style of the American Psychological Association, seventh edition (2020), 9.4–9.36
//! and 8.10–8.28. Its words are English, whatever the language of the interface.

use super::author::{Author, initials};
use super::{Work, dated, stopped};
use crate::calendar::Moment;

/// Authors who are all named; of more, the first nineteen and the last are.
const MOST_AUTHORS: usize = 20;
/// Words of a title that stand for a source without an author.
const TITLE_WORDS: usize = 5;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Седова, А. (2024, March 3). Заголовок. Издание. https://…`
pub fn reference(work: &Work) -> String {
    let date = format!("({}).", date(work));
    let title = stopped(&work.title);
    let mut text = if work.authors.is_empty() {
        format!("{title} {date}")
    } else {
        format!("{} {date} {title}", stopped(&authors(work)))
    };
    if let Some(outlet) = &work.outlet {
        text.push_str(&format!(" {}", stopped(outlet)));
    }
    let Some(url) = &work.url else {
        return format!("{text} As cited in {} {}", stopped(&work.dossier), work.page);
    };
    // A day of retrieval belongs to what has no day of its own.
    match work.retrieved.filter(|_| year(work).is_none()) {
        Some(Moment { day, .. }) => match day.year {
            Some(year) => format!("{text} Retrieved {} {}, {year}, from {url}", month(day.month), day.day),
            None => format!("{text} {url}"),
        },
        None => format!("{text} {url}"),
    }
}

/// How a text refers to the source: `Седова & Ветлугин, 2024`.
pub fn in_text(work: &Work) -> String {
    let who = match work.authors.as_slice() {
        [] => {
            let mut words: Vec<&str> = work.title.trim_matches(['[', ']']).split(' ').collect();
            let is_cut = words.len() > TITLE_WORDS;
            words.truncate(TITLE_WORDS);
            format!("“{}{}”", words.join(" ").trim_end_matches([',', ':', ';', '.']), if is_cut { "…" } else { "" })
        }
        [one] => one.short().to_owned(),
        [one, other] => format!("{} & {}", one.short(), other.short()),
        [first, ..] => format!("{} et al.", first.short()),
    };
    format!("{who}, {}", year(work).map_or_else(|| "n.d.".to_owned(), |year| dated(work, year.to_string())))
}

fn authors(work: &Work) -> String {
    let name = |author: &Author| match author {
        Author::Person { family, given, .. } => format!("{family}, {}", initials(given)),
        Author::AsGiven(name) => name.clone(),
    };
    let names: Vec<String> = work.authors.iter().map(name).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        names if names.len() > MOST_AUTHORS => {
            format!("{}, . . . {}", names[..MOST_AUTHORS - 1].join(", "), names[names.len() - 1])
        }
        [first @ .., last] => format!("{}, & {last}", first.join(", ")),
    }
}

fn date(work: &Work) -> String {
    let Some(year) = year(work) else { return "n.d.".to_owned() };
    let day = work.published.map(|moment| moment.day);
    let date = day.map_or_else(|| year.to_string(), |day| format!("{year}, {} {}", month(day.month), day.day));
    dated(work, date)
}

fn year(work: &Work) -> Option<i16> {
    work.published?.day.year
}

fn month(month: i8) -> &'static str {
    MONTHS[usize::try_from(month - 1).unwrap_or_default().min(11)]
}
