//! A page's title without its site's name.

use super::head::Head;
use crate::intake::rules::key;

/// What sites put between a title and their own name.
const SEPARATORS: [&str; 11] = [" | ", " — ", " – ", " - ", " :: ", " / ", " » ", " « ", " · ", " • ", " → "];

/// What they put between their name and a title after it.
const BEFORE: [&str; 12] = [" | ", " — ", " – ", " - ", " :: ", " / ", " » ", " « ", " · ", " • ", " → ", ": "];

/// The title, and the name of the site where `<title>` gives it behind the title.
///
/// The heading that readers see is the title, where the page's data agrees that it is one; the data
/// gives it otherwise. `headings` are those of the page with their ranks, the article's first, and at rank 9 lines that may be one.
pub(super) fn of(head: &Head, headings: &[(u8, String)]) -> (Option<String>, Option<String>) {
    let titles = head.titles();
    let outlet = head.outlet();
    let heading = exact(headings, &titles, outlet.as_deref()).or_else(|| similar(headings, &titles, outlet.as_deref()));
    let site = outlet.or_else(|| named_behind(head, heading.as_deref()));
    let lone = || {
        let is_site = |heading: &String| site.as_ref().is_some_and(|site| key(site) == key(heading));
        let mut first = headings
            .iter()
            .filter(|(rank, heading)| *rank == 1 && !is_site(heading) && heading.split(' ').count() >= 3);
        first.next().filter(|_| first.next().is_none()).map(|(_, heading)| heading.clone())
    };
    let data = || {
        let stripped = titles.iter().map(|title| without_site(title, site.as_deref()));
        stripped.into_iter().find(|title| title.split(' ').count() >= 2)
    };
    (heading.or_else(lone).or_else(data), site)
}

/// The first heading that is what the page's data calls itself, alone or before a site's name.
fn exact(headings: &[(u8, String)], titles: &[String], outlet: Option<&str>) -> Option<String> {
    let mut forms: Vec<String> = titles.iter().map(|title| key(title)).collect();
    for title in titles {
        forms.extend(middles(title));
        forms.extend(SEPARATORS.iter().flat_map(|mark| title.match_indices(mark)).map(|(at, _)| key(&title[..at])));
        forms.extend(
            BEFORE.iter().flat_map(|mark| title.match_indices(mark).map(|(at, found)| key(&title[at + found.len()..]))),
        );
    }
    let fits = |heading: &&(u8, String)| {
        let own = key(&heading.1);
        !own.is_empty()
            && forms.contains(&own)
            && outlet.is_none_or(|outlet| key(outlet) != own)
            && heading.1.split(' ').count() >= 2
    };
    // Of two parts of one title, the longer is the article's and the shorter the site's.
    let best = |rank: u8| {
        headings
            .iter()
            .filter(|(own, _)| *own == rank)
            .filter(fits)
            .max_by_key(|(_, heading)| heading.split(' ').count())
    };
    let words = |heading: &str| heading.split(' ').count();
    let found: Vec<&(u8, String)> = [1, 2, 3, 4, 9].into_iter().filter_map(best).collect();
    let first = found.iter().max_by_key(|(rank, heading)| (words(heading) >= 4, std::cmp::Reverse(*rank)))?;
    let apart = |a: &str, b: &str| !key(a).contains(&key(b)) && !key(b).contains(&key(a));
    let longer = found
        .iter()
        .filter(|(rank, heading)| *rank < 9 && words(heading) > words(&first.1) && apart(heading, &first.1))
        .max_by_key(|(_, heading)| words(heading));
    Some(longer.unwrap_or(first).1.clone())
}

/// What stands between two marks: «Новости - Заголовок - Газета».
fn middles(title: &str) -> Vec<String> {
    let mut marks: Vec<(usize, usize)> = SEPARATORS
        .iter()
        .flat_map(|mark| title.match_indices(mark).map(|(at, found)| (at, at + found.len())))
        .collect();
    marks.sort_unstable();
    let pairs = marks.iter().enumerate().flat_map(|(first, (_, from))| {
        marks[first + 1..].iter().filter(move |(to, _)| from < to).map(move |(to, _)| (*from, *to))
    });
    pairs.take(20).map(|(from, to)| key(&title[from..to])).collect()
}

/// A first heading that says nearly the same as the data.
fn similar(headings: &[(u8, String)], titles: &[String], outlet: Option<&str>) -> Option<String> {
    let agrees = |heading: &str| {
        let heading = key(heading);
        titles.iter().any(|title| {
            let title = key(title);
            !heading.is_empty()
                && (title.starts_with(&heading) || heading.starts_with(&title) || shared(&title, &heading) >= 0.6)
        })
    };
    let is_site = |heading: &str| outlet.is_some_and(|outlet| key(outlet) == key(heading));
    headings
        .iter()
        .filter(|(rank, heading)| matches!(rank, 1 | 4) && heading.split(' ').count() >= 3 && !is_site(heading))
        .find(|(_, heading)| agrees(heading))
        .map(|(_, heading)| heading.clone())
}

/// The site's name behind (or before) the heading in `<title>`: «Заголовок — Газета».
fn named_behind(head: &Head, heading: Option<&str>) -> Option<String> {
    let window = head.window_title.as_deref()?;
    if let Some(name) = heading.and_then(|heading| after(window, heading)) {
        return Some(name);
    }
    let mut heads: Vec<String> = heading.map(str::to_owned).into_iter().collect();
    heads.extend(head.titles().into_iter().filter(|title| title != window));
    let behind = heads.iter().find_map(|title| window.strip_prefix(title.as_str()));
    let behind = behind.and_then(|rest| SEPARATORS.iter().find_map(|mark| rest.strip_prefix(mark)));
    let before = || {
        let rest = heads.iter().find_map(|title| window.strip_suffix(title.as_str()))?;
        BEFORE.iter().find_map(|mark| rest.strip_suffix(mark))
    };
    // «Газета | Раздел | Заголовок», «Заголовок | Раздел | Газета»: the site's name stands outermost.
    let parts: Vec<&str> = match behind {
        Some(rest) => {
            SEPARATORS.iter().filter_map(|mark| rest.rsplit_once(mark)).map(|(_, last)| last).chain([rest]).collect()
        }
        None => {
            let rest = before()?;
            BEFORE.iter().filter_map(|mark| rest.split_once(mark)).map(|(first, _)| first).chain([rest]).collect()
        }
    };
    site_named(parts.into_iter().min_by_key(|part| part.len())?)
}

/// A part of a window's title as the name of a site, if it can be one.
fn site_named(part: &str) -> Option<String> {
    let name = part.trim();
    (!name.is_empty() && name.split(' ').count() <= 6 && !name.ends_with('.')).then(|| name.to_owned())
}

/// The last part behind a heading that stands in the middle of `window`, or has something in brackets after it.
fn after(window: &str, heading: &str) -> Option<String> {
    let rest = window.split_once(heading)?.1;
    let (between, last) =
        SEPARATORS.iter().filter_map(|mark| rest.rsplit_once(mark)).min_by_key(|(_, last)| last.len())?;
    let between = between.trim();
    let plain = between.is_empty()
        || between.starts_with('(')
        || SEPARATORS.iter().any(|mark| between.starts_with(mark.trim()));
    let last = last.trim();
    (plain && !last.is_empty() && last.split(' ').count() <= 6 && !last.ends_with('.')).then(|| last.to_owned())
}

fn without_site(title: &str, site: Option<&str>) -> String {
    let mut title = title.trim();
    loop {
        let cut = SEPARATORS.iter().filter_map(|mark| title.rsplit_once(mark)).min_by_key(|(_, last)| last.len());
        let Some((head, last)) = cut else { break };
        let named = site.is_some_and(|site| is_name_of(last, site));
        let address = last.contains('.') && !last.contains(' ');
        if !(named || address) || head.trim().is_empty() {
            break;
        }
        title = head.trim();
    }
    if let Some(site) = site {
        let cut = SEPARATORS
            .iter()
            .chain(&[": "])
            .filter_map(|mark| title.split_once(mark))
            .min_by_key(|(first, _)| first.len());
        if let Some((_, rest)) = cut.filter(|(first, _)| is_name_of(first, site)) {
            return rest.trim().to_owned();
        }
    }
    title.to_owned()
}

fn is_name_of(part: &str, site: &str) -> bool {
    let (part, site) = (key(part), key(site));
    !part.is_empty() && (part == site || site.contains(&part) && part.len() * 2 >= site.len() || part.contains(&site))
}

/// The share of the words of the shorter text that the other has.
fn shared(a: &str, b: &str) -> f32 {
    let words = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 3 {
        return 0.0;
    }
    short.iter().filter(|word| long.contains(word)).count() as f32 / short.len() as f32
}
