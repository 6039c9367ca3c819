//! What each word gives to the first layer: it depends on the word alone, and the words of one dossier return
//! from article to article.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::encoder::{DIMENSIONS, Encoder, FIRST};
use super::products::{Inputs, fill_rows};
use crate::language::ru::recent::Recent;

/// What a word gives to its neighbours and to itself: `[position in the kernel][channel]`.
pub(super) type Row = [f32; 3 * FIRST];

/// Rows that are kept at the least; twice as many take 24 MB.
const KEPT: usize = 4096;

thread_local! {
    static ROWS: RefCell<Recent<u32, Rc<Row>>> = RefCell::new(Recent::new(KEPT));
}

/// The row of each of `words`.
pub(super) fn rows(words: impl Iterator<Item = u32> + Clone, encoder: &Encoder) -> Vec<Rc<Row>> {
    ROWS.with_borrow_mut(|known| {
        let found: Vec<Option<Rc<Row>>> = words.clone().map(|word| known.get(&word)).collect();
        let missing: BTreeSet<u32> =
            words.clone().zip(&found).filter(|(_, row)| row.is_none()).map(|(word, _)| word).collect();
        let new: BTreeMap<u32, Rc<Row>> = missing.iter().copied().zip(compute(&missing, encoder)).collect();
        for (&word, row) in &new {
            known.insert(word, Rc::clone(row));
        }
        words.zip(found).map(|(word, row)| row.unwrap_or_else(|| Rc::clone(&new[&word]))).collect()
    })
}

fn compute(words: &BTreeSet<u32>, encoder: &Encoder) -> impl Iterator<Item = Rc<Row>> {
    let mut inputs = Inputs::default();
    for &word in words {
        let vector = encoder.word_vector(word);
        for (first, &values) in (0..DIMENSIONS).step_by(4).zip(vector.as_chunks().0) {
            inputs.add_four(first, values);
        }
        inputs.end_word();
    }
    let mut rows = vec![[0.0; 3 * FIRST]; words.len()];
    fill_rows(&mut rows, &inputs, &encoder.first.blocks);
    rows.into_iter().map(Rc::new)
}
