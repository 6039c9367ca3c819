//! Which endings a key takes: forms that no text has find their word by these, without a dictionary in
//! the browser.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::Grammar;
use super::postings::Postings;

/// What is known of one key's forms.
#[derive(Debug, Clone, Default)]
pub struct Inflection {
    /// Bytes of the key that all its regular forms begin with, and the class of what follows.
    pub class: Option<(usize, usize)>,
    /// Forms that begin otherwise.
    pub irregular: Vec<String>,
    /// Other keys that are forms of this one, where no dictionary knows either: one word, of which some
    /// texts did not show the lemma.
    pub same: Vec<u32>,
    known: bool,
}

/// The inflection of every key.
pub struct Classes {
    /// For each class its endings, sorted, parted by spaces; the empty ending is `-`. The most frequent
    /// class first.
    pub endings: Vec<String>,
    /// By key.
    pub of_key: Vec<Inflection>,
}

/// Letters that a regular form shares with its key, unless the key is shorter.
const SHARED: usize = 3;

impl Classes {
    /// What `grammar` knows of the keys of `postings`.
    pub fn of(postings: &Postings, grammar: &dyn Grammar) -> Self {
        let ids: HashMap<&str, u32> = postings.keys.iter().zip(0..).map(|(key, id)| (key.as_str(), id)).collect();
        let told: Vec<(Inflection, String)> = postings
            .keys
            .par_iter()
            .map(|key| {
                let (forms, known) = grammar.forms(key);
                inflection(key, forms, known, &ids)
            })
            .collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, endings) in told.iter().filter(|(inflection, _)| inflection.class.is_some()) {
            *counts.entry(endings).or_default() += 1;
        }
        let mut by_count: Vec<(&str, usize)> = counts.into_iter().collect();
        by_count.sort_by_key(|&(endings, count)| (std::cmp::Reverse(count), endings));
        let numbers: HashMap<&str, usize> =
            by_count.iter().enumerate().map(|(number, &(endings, _))| (endings, number)).collect();
        let endings = by_count.iter().map(|&(endings, _)| endings.to_owned()).collect();
        let known: Vec<bool> = told.iter().map(|(inflection, _)| inflection.known).collect();
        let classes: Vec<Option<usize>> =
            told.iter().map(|(_, endings)| numbers.get(endings.as_str()).copied()).collect();
        let of_key = told
            .into_iter()
            .zip(classes)
            .map(|((mut inflection, _), class)| {
                inflection.class = inflection.class.and_then(|(stem, _)| Some((stem, class?)));
                inflection.same.retain(|&other| !known[other as usize]);
                inflection
            })
            .collect();
        Self { endings, of_key }
    }

    /// Whether a browser that has `key` (and its class) sees that `form` is one of its forms.
    pub fn tell(&self, id: u32, key: &str, form: &str) -> bool {
        let Some((stem, class)) = self.of_key[id as usize].class else { return false };
        let Some(rest) = form.strip_prefix(&key[..stem]) else { return false };
        let rest = if rest.is_empty() { "-" } else { rest };
        self.endings[class].split(' ').any(|ending| ending == rest)
    }

    /// The regular forms of a key.
    pub fn regular<'c>(&'c self, id: u32, key: &'c str) -> impl Iterator<Item = String> + 'c {
        let class = self.of_key[id as usize].class;
        class.into_iter().flat_map(move |(stem, class)| {
            let ending = |ending| if ending == "-" { "" } else { ending };
            self.endings[class].split(' ').map(move |it| format!("{}{}", &key[..stem], ending(it)))
        })
    }
}

/// The inflection with a class whose number is not known yet, and the class's endings.
fn inflection(key: &str, forms: Vec<String>, known: bool, ids: &HashMap<&str, u32>) -> (Inflection, String) {
    if forms.is_empty() {
        return (Inflection { known: true, ..Inflection::default() }, String::new());
    }
    let same = match known {
        true => Vec::new(),
        false => forms.iter().filter(|form| *form != key).filter_map(|form| ids.get(form.as_str()).copied()).collect(),
    };
    let least = SHARED.min(key.chars().count().saturating_sub(1)).max(1);
    let (regular, irregular): (Vec<String>, Vec<String>) = forms
        .into_iter()
        .partition(|form| form.chars().zip(key.chars()).take_while(|(one, other)| one == other).count() >= least);
    let stem = regular.iter().map(|form| shared(form, key)).min().unwrap_or(key.len());
    let mut endings: Vec<&str> = regular.iter().map(|form| &form[stem..]).collect();
    endings.push(&key[stem..]);
    endings.sort_unstable();
    endings.dedup();
    let endings: Vec<&str> = endings.into_iter().map(|ending| if ending.is_empty() { "-" } else { ending }).collect();
    (Inflection { class: Some((stem, 0)), irregular, same, known }, endings.join(" "))
}

/// How many bytes the two begin with alike.
fn shared(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}
