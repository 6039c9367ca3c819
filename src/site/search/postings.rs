//! Which documents have which keys, where, and which entities are named by them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::documents::{self, Reading};
use super::{latin, numbers};
use crate::analysis::Lexemes;
use crate::site::view::View;
use crate::words::{fold, words};

/// Documents that one thread reads before its results are put to the others.
const TOGETHER: usize = 500;

/// A document that has a key.
#[derive(Debug, Clone, Copy)]
pub struct Posting {
    /// The document's place among the published pages (0 is the newest), and in the last five bits how
    /// much it has of the key: more for its title and its key points.
    packed: u32,
    /// Where its places begin in `Postings::places`; they end where those of the next posting begin.
    start: u32,
}

impl Posting {
    fn new(document: usize, weight: u32, start: usize) -> Self {
        Self { packed: (document as u32) << 5 | weight.clamp(1, 31), start: start as u32 }
    }

    /// The document.
    pub fn document(self) -> u32 {
        self.packed >> 5
    }

    /// The weight, 1 to 31.
    pub fn weight(self) -> u8 {
        (self.packed & 31) as u8
    }
}

/// Numbers of texts.
type Ids = HashMap<String, u32, RandomState>;

/// Everything that the parts are made of.
#[derive(Default)]
pub struct Postings {
    /// The keys. `@7` is the seventh entity.
    pub keys: Vec<String>,
    /// Folded words that texts have, each with a key of another spelling that it was given; sorted.
    pub forms: Vec<(String, u32)>,
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
    ids: Ids,
    names: Vec<(String, u32)>,
}

impl Postings {
    /// Reads all published documents.
    pub fn gather(view: &View<'_>) -> Self {
        let documents: Vec<usize> = (0..view.pages.len()).collect();
        let stretches: Vec<&[usize]> = documents.chunks(TOGETHER).collect();
        let mut postings = Self::default();
        let mut keys_of_postings: Vec<u32> = Vec::new();
        let mut forms: HashSet<(String, u32), RandomState> = HashSet::default();
        // As many at once as there are threads: what they have read takes room until it is put together.
        for at_once in stretches.chunks(rayon::current_num_threads()) {
            let read: Vec<Stretch> = at_once.par_iter().map(|documents| Stretch::of(view, documents)).collect();
            read.into_iter().for_each(|stretch| postings.add(stretch, &mut keys_of_postings, &mut forms));
        }
        postings.forms = forms.into_iter().collect();
        postings.forms.par_sort_unstable();
        postings.add_names(view);
        // No key comes after these.
        postings.ids = HashMap::default();
        postings.arrange(&keys_of_postings);
        postings
    }

    /// Puts what one thread has read behind what there is.
    fn add(
        &mut self,
        stretch: Stretch,
        keys_of_postings: &mut Vec<u32>,
        forms: &mut HashSet<(String, u32), RandomState>,
    ) {
        let ids: Vec<u32> = stretch.keys.into_iter().map(|key| self.id(key)).collect();
        let offset = self.places.len() as u32;
        self.places.extend(stretch.places);
        for (key, posting) in stretch.postings {
            keys_of_postings.push(ids[key as usize]);
            self.all.push(Posting { start: posting.start + offset, ..posting });
        }
        let mut words: Vec<String> = vec![String::new(); stretch.words.len()];
        stretch.words.into_iter().for_each(|(word, number)| words[number as usize] = word);
        for ((word, _), keys) in stretch.readings {
            for &key in &stretch.lists[keys.0 as usize..keys.1 as usize] {
                let (word, key) = (&words[word as usize], ids[key as usize]);
                // A word that is its own key has nothing to tell.
                if *word != self.keys[key as usize] {
                    forms.insert((word.clone(), key));
                }
            }
        }
        for (key, entity) in stretch.named {
            self.entities.entry(ids[key as usize]).or_default().insert(entity);
        }
        self.lengths.extend(stretch.lengths);
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

    /// For each document that has a key, where: numbers as [`numbers::ascending`] writes them.
    pub fn places(&self, key: u32) -> impl Iterator<Item = &[u8]> {
        let range = self.starts[key as usize] as usize..self.starts[key as usize + 1] as usize;
        self.order[range].iter().map(|&posting| {
            let end = self.all.get(posting as usize + 1).map_or(self.places.len(), |next| next.start as usize);
            &self.places[self.all[posting as usize].start as usize..end]
        })
    }
}

/// What one thread has read.
#[derive(Default)]
struct Stretch {
    keys: Vec<String>,
    ids: Ids,
    /// Folded words, numbered.
    words: Ids,
    /// Lines of differences, numbered.
    lines: Ids,
    /// For a word with a line, where its keys stand in `lists`.
    readings: HashMap<(u32, u32), (u32, u32), RandomState>,
    lists: Vec<u32>,
    postings: Vec<(u32, Posting)>,
    places: Vec<u8>,
    /// Keys of words in names, and whose names.
    named: HashSet<(u32, u32), RandomState>,
    lengths: Vec<u32>,
}

impl Stretch {
    fn of(view: &View<'_>, documents: &[usize]) -> Self {
        let mut stretch = Self::default();
        documents.iter().for_each(|&document| stretch.read(view, document));
        stretch
    }

    fn read(&mut self, view: &View<'_>, document: usize) {
        let mut found: Vec<(u32, u32, u8)> = Vec::new();
        let mut length = 0;
        documents::read(view, view.pages[document], |reading: Reading<'_>| {
            length += 1;
            let (first, end) = self.keys_of(&reading);
            for &key in &self.lists[first as usize..end as usize] {
                found.push((key, reading.place, reading.weight));
                if let Some(entity) = reading.entity {
                    self.named.insert((key, entity));
                }
            }
        });
        for (entity, mentions) in documents::entities(view, view.pages[document]) {
            let key = number(&mut self.ids, &format!("@{entity}"));
            if key as usize == self.keys.len() {
                self.keys.push(format!("@{entity}"));
            }
            self.postings.push((key, Posting::new(document, mentions as u32, self.places.len())));
        }
        found.sort_unstable();
        for of_key in found.chunk_by(|one, other| one.0 == other.0) {
            let weight = of_key.iter().map(|&(.., weight)| u32::from(weight)).sum::<u32>();
            self.postings.push((of_key[0].0, Posting::new(document, weight, self.places.len())));
            self.places.extend(numbers::ascending(of_key.iter().map(|&(_, place, _)| place)));
        }
        self.lengths.push(length);
    }

    /// Where the keys of a word stand in `lists`; made once for each way to read it.
    fn keys_of(&mut self, reading: &Reading<'_>) -> (u32, u32) {
        let both = (number(&mut self.words, reading.word), number(&mut self.lines, reading.line));
        if let Some(&known) = self.readings.get(&both) {
            return known;
        }
        let first = self.lists.len() as u32;
        for key in Lexemes::keys(reading.word, reading.line) {
            let id = number(&mut self.ids, &key);
            if id as usize == self.keys.len() {
                self.keys.push(key);
            }
            self.lists.push(id);
        }
        let made = (first, self.lists.len() as u32);
        self.readings.insert(both, made);
        made
    }
}

/// The number of `text`: the next one where it has none yet.
fn number(numbers: &mut Ids, text: &str) -> u32 {
    if let Some(&known) = numbers.get(text) {
        return known;
    }
    let next = numbers.len() as u32;
    numbers.insert(text.to_owned(), next);
    next
}
