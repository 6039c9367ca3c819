//! What each word gives to the first layer: it depends on the word alone.

use std::cell::Cell;
use std::collections::HashMap;

use super::encoder::{DIMENSIONS, Encoder, FIRST};
use super::products::{Inputs, fill_rows};

/// What a word gives to its neighbours and to itself: `[position in the kernel][channel]`.
pub(super) type Row = [f32; 3 * FIRST];

/// Rows kept before a new start: 24 MB.
const KEPT: usize = 8192;

/// Inputs whose products are added up before they are added to the others.
const TOGETHER: usize = 4;

thread_local! {
    /// The rows of the texts before, since the words of one dossier return from article to article.
    static ROWS: Cell<WordRows> = Cell::default();
}

/// The row of each word that was met so far.
#[derive(Default)]
pub(super) struct WordRows {
    places: HashMap<u32, usize>,
    rows: Vec<Row>,
}

impl WordRows {
    /// Lends the rows that this thread has.
    pub fn with<T>(use_rows: impl FnOnce(&mut Self) -> T) -> T {
        let mut rows = ROWS.take();
        let result = use_rows(&mut rows);
        ROWS.set(rows);
        result
    }

    /// Makes sure that every one of `words` has its row.
    pub fn learn(&mut self, words: impl Iterator<Item = u32> + Clone, encoder: &Encoder) {
        if self.rows.len() + words.clone().count() > KEPT {
            self.places.clear();
            self.rows.clear();
        }
        let known = self.rows.len();
        let mut new = Inputs::default();
        let mut count = known;
        for word in words {
            self.places.entry(word).or_insert_with(|| {
                let vector = encoder.word_vector(word);
                for (first, values) in (0..DIMENSIONS).step_by(TOGETHER).zip(vector.chunks(TOGETHER)) {
                    new.add(first, values.iter().copied());
                }
                new.end_word();
                count += 1;
                count - 1
            });
        }
        self.rows.resize(count, [0.0; 3 * FIRST]);
        fill_rows(&mut self.rows[known..], &new, &encoder.first.blocks);
    }

    /// The row of a word that has been learnt.
    pub fn of(&self, word: u32) -> &Row {
        &self.rows[self.places[&word]]
    }
}
