//! Which documents have which keys, where, and which entities are named by them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::documents::{self, Reading};
use super::{latin, numbers};
use crate::site::view::View;
use crate::words::{fold, words};

/// Documents that one thread reads before its results are put to the others.
const TOGETHER: usize = 2000;

/// A document that has a key.
#[derive(Debug, Clone, Copy)]
pub struct Posting {
    /// Its place among the published pages: 0 is the newest.
    pub document: u32,
    /// How much it has of the key: more for its title and its key points. 1 to 31.
    pub weight: u8,
    /// Where its places are written, in `Postings::places`.
    start: u32,
    end: u32,
}

/// Everything that the parts are made of.
#[derive(Default)]
pub struct Postings {
    /// The keys. `@7` is the seventh entity.
    pub keys: Vec<String>,
    /// Folded words that texts have, sorted, each with the keys that it was given.
    pub forms: Vec<(String, Vec<u32>)>,
    /// For each key, the entities that it is part of a name of.
    pub entities: BTreeMap<u32, BTreeSet<u32>>,
    /// The bones of names in Latin letters, with the keys of the names.
    pub latin: BTreeMap<String, BTreeSet<u32>>,
    /// Words of each document.
    pub lengths: Vec<u32>,
    all: Vec<Posting>,
    places: Vec<u8>,
    /// For each key, where its postings begin in `order`; one more at the end.
    starts: Vec<u32>,
    order: Vec<u32>,
    ids: HashMap<String, u32>,
    names: Vec<(String, u32)>,
}

impl Postings {
    /// Reads all published documents.
    pub fn gather(view: &View<'_>) -> Self {
        let documents: Vec<usize> = (0..view.pages.len()).collect();
        let stretches: Vec<Stretch> = documents
            .par_chunks(TOGETHER)
            .map(|chunk| {
                let mut stretch = Stretch::default();
                chunk.iter().for_each(|&document| stretch.read(view, document));
                stretch
            })
            .collect();
        let mut postings = Self::default();
        let mut keys_of_postings: Vec<u32> = Vec::new();
        let mut forms: HashMap<String, Vec<u32>> = HashMap::new();
        for stretch in stretches {
            let ids: Vec<u32> = stretch.keys.into_iter().map(|key| postings.id(key)).collect();
            let offset = postings.places.len() as u32;
            postings.places.extend(stretch.places);
            for (key, posting) in stretch.postings {
                keys_of_postings.push(ids[key as usize]);
                postings.all.push(Posting { start: posting.start + offset, end: posting.end + offset, ..posting });
            }
            for (form, readings) in stretch.words {
                let known = forms.entry(form).or_default();
                for key in readings.into_iter().flat_map(|(_, keys)| keys).map(|key| ids[key as usize]) {
                    if !known.contains(&key) {
                        known.push(key);
                    }
                }
            }
            for (key, entity) in stretch.named {
                postings.entities.entry(ids[key as usize]).or_default().insert(entity);
            }
            postings.lengths.extend(stretch.lengths);
        }
        postings.forms = forms.into_iter().collect();
        postings.forms.par_sort_unstable();
        postings.add_names(view);
        postings.arrange(&keys_of_postings);
        postings
    }

    fn id(&mut self, key: String) -> u32 {
        let next = self.keys.len() as u32;
        *self.ids.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            next
        })
    }

    /// The words of entities' names, also of those that a person gave and no text has.
    fn add_names(&mut self, view: &View<'_>) {
        for (number, entity) in view.dossier.entities.iter().enumerate().filter(|&(number, _)| view.has_page(number)) {
            for name in std::iter::once(&entity.name).chain(entity.aliases.iter().map(|alias| &alias.form)) {
                for span in words(name) {
                    let word = span.of(name);
                    let key = self.id(fold(word));
                    self.entities.entry(key).or_default().insert(number as u32);
                    self.names.push((word.to_owned(), key));
                }
            }
        }
    }

    /// Lets names be found in Latin letters.
    pub fn add_latin(&mut self) {
        for (word, key) in std::mem::take(&mut self.names) {
            for bones in latin::skeletons(&word) {
                self.latin.entry(format!("{bones}~tr")).or_default().insert(key);
            }
        }
    }

    /// Puts the postings of each key together; within a key the documents stay in order.
    fn arrange(&mut self, keys_of_postings: &[u32]) {
        let mut counts = vec![0_u32; self.keys.len() + 1];
        keys_of_postings.iter().for_each(|&key| counts[key as usize + 1] += 1);
        for key in 1..counts.len() {
            counts[key] += counts[key - 1];
        }
        self.starts = counts.clone();
        self.order = vec![0; keys_of_postings.len()];
        for (posting, &key) in keys_of_postings.iter().enumerate() {
            self.order[counts[key as usize] as usize] = posting as u32;
            counts[key as usize] += 1;
        }
    }

    /// The documents that have a key, in order.
    pub fn of(&self, key: u32) -> impl ExactSizeIterator<Item = Posting> {
        let range = self.starts[key as usize] as usize..self.starts[key as usize + 1] as usize;
        self.order[range].iter().map(|&posting| self.all[posting as usize])
    }

    /// Where a document has a key: numbers as [`numbers::ascending`] writes them.
    pub fn places(&self, posting: Posting) -> &[u8] {
        &self.places[posting.start as usize..posting.end as usize]
    }
}

/// What one thread has read.
#[derive(Default)]
struct Stretch {
    keys: Vec<String>,
    ids: HashMap<String, u32>,
    /// Folded words with the keys that each line of differences gives them.
    words: HashMap<String, Vec<(Box<str>, Vec<u32>)>>,
    postings: Vec<(u32, Posting)>,
    places: Vec<u8>,
    /// Keys of words in names, and whose names.
    named: BTreeSet<(u32, u32)>,
    lengths: Vec<u32>,
}

impl Stretch {
    fn read(&mut self, view: &View<'_>, document: usize) {
        let mut found: Vec<(u32, u32, u8)> = Vec::new();
        let mut length = 0;
        documents::read(view, view.pages[document], |reading: Reading<'_>| {
            length += 1;
            for &key in &Self::keys(&mut self.ids, &mut self.keys, &mut self.words, &reading)[..] {
                found.push((key, reading.place, reading.weight));
                if let Some(entity) = reading.entity {
                    self.named.insert((key, entity));
                }
            }
        });
        for (entity, mentions) in documents::entities(view, view.pages[document]) {
            let key = id(&mut self.ids, &mut self.keys, &format!("@{entity}"));
            let weight = mentions.clamp(1, 31) as u8;
            self.postings.push((key, Posting { document: document as u32, weight, start: 0, end: 0 }));
        }
        found.sort_unstable();
        for of_key in found.chunk_by(|one, other| one.0 == other.0) {
            let start = self.places.len() as u32;
            self.places.extend(numbers::ascending(of_key.iter().map(|&(_, place, _)| place)));
            let weight = of_key.iter().map(|&(.., weight)| u32::from(weight)).sum::<u32>().clamp(1, 31) as u8;
            let end = self.places.len() as u32;
            self.postings.push((of_key[0].0, Posting { document: document as u32, weight, start, end }));
        }
        self.lengths.push(length);
    }

    /// The keys of a word, made once for each way to read it.
    fn keys<'s>(
        ids: &mut HashMap<String, u32>,
        keys: &mut Vec<String>,
        words: &'s mut HashMap<String, Vec<(Box<str>, Vec<u32>)>>,
        reading: &Reading<'_>,
    ) -> &'s [u32] {
        if !words.contains_key(reading.word) {
            words.insert(reading.word.to_owned(), Vec::new());
        }
        let known = words.get_mut(reading.word).expect("it was just put there");
        let at = known.iter().position(|(line, _)| **line == *reading.line).unwrap_or_else(|| {
            let made =
                crate::analysis::Lexemes::keys(reading.word, reading.line).map(|key| id(ids, keys, &key)).collect();
            known.push((reading.line.into(), made));
            known.len() - 1
        });
        &known[at].1
    }
}

fn id(ids: &mut HashMap<String, u32>, keys: &mut Vec<String>, key: &str) -> u32 {
    if let Some(&id) = ids.get(key) {
        return id;
    }
    let id = keys.len() as u32;
    ids.insert(key.to_owned(), id);
    keys.push(key.to_owned());
    id
}
