//! The parts of the index: stretches of the alphabet, a line for each word.
//!
//! A line is the word and its fields, parted by tabs. The word's first character says, in base 36, how
//! many characters it shares with the line before. A field begins with what it is:
//!
//! | field | the word … |
//! |---|---|
//! | `=` | … is a form of these keys, as differences (`2+а`: two characters off, then «а») |
//! | `:` | … is a key: characters that its forms lack, a point, the number of their class of endings |
//! | `<` | … is a key that has these other forms too |
//! | `&` | … is a key, and these keys are the same word |
//! | `@` | … is in the names of these entities |
//! | `#` | … is a key that these documents have: the difference to the last document, and the weight |
//!
//! A part of places has a line for each line with `#`: for each document the places, parted by spaces.
//! Keys that stand almost everywhere have none, and a phrase takes any word for them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Grammar;
use super::endings::Classes;
use super::numbers;
use super::postings::Postings;

/// Bytes of a part before compression, about. A query fetches a part for each of its words.
const PART: usize = 30_000;
/// Bytes of the places of one key that are worth fetching.
const MOST_PLACES: usize = 40_000;
/// What a line of one of the parts says in fields other than its postings.
const FIELDS: usize = 12;

/// A stretch of the alphabet.
pub struct Part {
    /// Its first word.
    pub first: String,
    /// The file of words.
    pub words: Vec<u8>,
    /// The file of places.
    pub places: Vec<u8>,
}

/// A word of the index.
#[derive(Default)]
struct Word {
    /// It is this key.
    key: Option<u32>,
    /// It is a form of these.
    form_of: BTreeSet<u32>,
}

/// Cuts the alphabet into parts.
pub fn parts(postings: &Postings, classes: &Classes, grammar: &dyn Grammar) -> Vec<Part> {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    for (key, id) in postings.keys.iter().zip(0..) {
        words.entry(key.clone()).or_default().key = Some(id);
    }
    // Forms that neither a class of endings nor the rules for stems tell.
    let is_untold = |(form, key): &&(String, u32)| {
        let text = &postings.keys[*key as usize];
        let by_stem = || text.rsplit_once('~').is_some_and(|(_, code)| grammar.stem(code, form).as_ref() == Some(text));
        !classes.tell(*key, text, form) && !by_stem()
    };
    let untold: Vec<&(String, u32)> = postings.forms.par_iter().filter(is_untold).collect();
    let mut odd: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for (form, key) in untold {
        odd.entry(*key).or_default().insert(form.clone());
    }
    for (inflection, id) in classes.of_key.iter().zip(0..) {
        if !inflection.irregular.is_empty() {
            odd.entry(id).or_default().extend(inflection.irregular.iter().cloned());
        }
    }
    for (&key, forms) in &odd {
        for form in forms {
            words.entry(form.clone()).or_default().form_of.insert(key);
        }
    }
    for (bones, keys) in &postings.latin {
        words.entry(bones.clone()).or_default().form_of.extend(keys);
    }

    let firsts = cut(&words, postings);
    // A form finds its key by the class in the key's part only.
    let part_of = |word: &str| firsts.partition_point(|first| first.as_str() <= word).saturating_sub(1);
    for (key, id) in postings.keys.iter().zip(0..) {
        let Some((stem, _)) = classes.of_key[id as usize].class else { continue };
        let here = part_of(key);
        if part_of(&key[..stem]) == here && part_of(&format!("{}\u{ffff}", &key[..stem])) == here {
            continue;
        }
        for form in classes.regular(id, key).filter(|form| part_of(form) != here) {
            words.entry(form).or_default().form_of.insert(id);
        }
    }

    let all: Vec<(&String, &Word)> = words.iter().collect();
    let mut stretches: Vec<&[(&String, &Word)]> = Vec::with_capacity(firsts.len());
    let mut rest = &all[..];
    for next in firsts.iter().skip(1) {
        let (before, after) = rest.split_at(rest.partition_point(|(word, _)| *word < next));
        stretches.push(before);
        rest = after;
    }
    stretches.push(rest);
    stretches.into_par_iter().map(|stretch| part(stretch, postings, classes, &odd)).collect()
}

/// The first word of each part.
fn cut(words: &BTreeMap<String, Word>, postings: &Postings) -> Vec<String> {
    let mut firsts = vec![String::new()];
    let mut size = 0;
    for (word, about) in words {
        let bytes = word.len() + FIELDS + about.key.map_or(0, |key| postings.of(key).len() * 2);
        if size > 0 && size + bytes > PART {
            firsts.push(word.clone());
            size = 0;
        }
        size += bytes;
    }
    firsts
}

fn part(
    words: &[(&String, &Word)],
    postings: &Postings,
    classes: &Classes,
    odd: &BTreeMap<u32, BTreeSet<String>>,
) -> Part {
    let first = words.first().map(|(word, _)| (*word).clone()).unwrap_or_default();
    let mut part = Part { first, words: Vec::with_capacity(PART * 2), places: Vec::with_capacity(PART * 2) };
    let mut last = "";
    for (word, about) in words {
        let shared = shared(last, word);
        last = word;
        let out = &mut part.words;
        out.push(char::from_digit(shared as u32, 36).map_or(b'0', |digit| digit as u8));
        out.extend(word.chars().skip(shared).collect::<String>().as_bytes());
        if !about.form_of.is_empty() {
            let keys = about.form_of.iter().map(|&key| difference(word, &postings.keys[key as usize]));
            field(out, '=', &keys.collect::<Vec<_>>().join(" "));
        }
        if let Some(key) = about.key {
            push_key(&mut part, key, word, postings, classes, odd);
        }
        part.words.push(b'\n');
    }
    part
}

fn push_key(
    part: &mut Part,
    key: u32,
    word: &str,
    postings: &Postings,
    classes: &Classes,
    odd: &BTreeMap<u32, BTreeSet<String>>,
) {
    let out = &mut part.words;
    let inflection = &classes.of_key[key as usize];
    if let Some((stem, class)) = inflection.class {
        field(out, ':', &format!("{}.{class}", word[stem..].chars().count()));
    }
    if let Some(forms) = odd.get(&key) {
        field(out, '<', &forms.iter().map(|form| difference(word, form)).collect::<Vec<_>>().join(" "));
    }
    if !inflection.same.is_empty() {
        let same = inflection.same.iter().map(|&other| difference(word, &postings.keys[other as usize]));
        field(out, '&', &same.collect::<Vec<_>>().join(" "));
    }
    if let Some(entities) = postings.entities.get(&key) {
        out.extend(b"\t@");
        out.extend(numbers::ascending(entities.iter().copied()));
    }
    if postings.of(key).len() == 0 {
        return;
    }
    out.extend(b"\t#");
    let mut last = 0;
    for posting in postings.of(key) {
        numbers::push(out, posting.document() - last);
        numbers::push_weight(out, posting.weight());
        last = posting.document();
    }
    if postings.places(key).map(|places| places.len() + 1).sum::<usize>() <= MOST_PLACES {
        for places in postings.places(key) {
            part.places.extend(places);
            part.places.push(b' ');
        }
        part.places.pop();
    }
    part.places.push(b'\n');
}

fn field(out: &mut Vec<u8>, kind: char, value: &str) {
    out.push(b'\t');
    out.push(kind as u8);
    out.extend(value.as_bytes());
}

/// How many characters the two begin with alike, 35 at most. Words with characters that JavaScript
/// counts as two share nothing.
fn shared(last: &str, word: &str) -> usize {
    if word.chars().chain(last.chars()).any(|c| c.len_utf16() > 1) {
        return 0;
    }
    last.chars().zip(word.chars()).take_while(|(one, other)| one == other).count().min(35)
}

/// How `other` differs from `word`: characters off its end, `+`, and what is put there.
fn difference(word: &str, other: &str) -> String {
    let alike: usize = word.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let off: usize = word[alike..].chars().map(char::len_utf16).sum();
    format!("{off}+{}", &other[alike..])
}
