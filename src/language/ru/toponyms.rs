//! Names of towns and villages beyond the gazetteer's: which there are, and how they end.

use std::cmp::Ordering;
use std::sync::OnceLock;

/// One name in lower case a line, sorted by its letters from the last to the first, so that the names with one
/// ending stand together.
const NAMES: &str = include_str!("../../../models/reference/toponyms_ru.txt");

/// Names that an ending must have among them before it tells anything.
const ENOUGH: usize = 8;

fn names() -> &'static [&'static str] {
    static LINES: OnceLock<Vec<&str>> = OnceLock::new();
    LINES.get_or_init(|| NAMES.lines().collect())
}

fn from_the_end(a: &str, b: &str) -> Ordering {
    a.chars().rev().cmp(b.chars().rev())
}

/// Whether a town or village is called `name`, a nominative in lower case with its ё.
pub fn is_toponym(name: &str) -> bool {
    names().binary_search_by(|known| from_the_end(known, name)).is_ok()
}

/// How many names end in `ending` (lower case).
fn ending_in(ending: &str) -> usize {
    let letters = ending.chars().count();
    let beside = |name: &str| name.chars().rev().take(letters).cmp(ending.chars().rev());
    let first = names().partition_point(|name| beside(name) == Ordering::Less);
    names()[first..].partition_point(|name| beside(name) == Ordering::Equal)
}

/// Of the nominatives in `candidates` (lower case) that one form can come from, the share of each by how the names
/// of towns end that have the same letters before the ending: of «кудепст» and «кудепста» the second.
///
/// As many letters of the common stem are compared as still leave enough names. `None` where too few names end so.
pub fn ending_shares(candidates: &[&str]) -> Option<Vec<f64>> {
    let stem = candidates.iter().copied().reduce(|a, b| common_start(a, b))?;
    let starts: Vec<usize> = stem.char_indices().rev().map(|(at, _)| at).take(4).collect();
    starts.into_iter().rev().find_map(|start| {
        let counts: Vec<usize> = candidates.iter().map(|name| ending_in(&name[start..])).collect();
        let all: usize = counts.iter().sum();
        let total = all as f64 + 0.5 * counts.len() as f64;
        (all >= ENOUGH).then(|| counts.iter().map(|&count| (count as f64 + 0.5) / total).collect())
    })
}

fn common_start<'a>(a: &'a str, b: &str) -> &'a str {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum();
    &a[..shared]
}

#[cfg(test)]
mod tests {
    use super::{ending_shares, is_toponym, names};

    #[test]
    fn names_are_sorted_from_their_last_letter() {
        assert!(names().is_sorted_by(|a, b| super::from_the_end(a, b).is_lt()));
        assert!(is_toponym("вилючинск") && !is_toponym("вилючинске"));
    }

    #[test]
    fn an_ending_tells_of_the_letters_before_it() {
        let shares = ending_shares(&["воргаш", "воргашор", "воргашора"]);
        assert!(shares.is_some_and(|shares| shares[1] > shares[2]));
        assert!(ending_shares(&["вайниккал", "вайниккала"]).is_some_and(|shares| shares[1] > shares[0]));
        assert_eq!(ending_shares(&[]), None);
    }
}
