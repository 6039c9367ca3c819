//! Word forms that were met before: the words of news return from sentence to sentence and from article
//! to article, and what is known of a form by itself is always the same.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::context::{self, Context, Seen};
use super::{Pos, Reading, dictionary, to_reading};
use crate::language::ru::recent::Recent;
use crate::words::LowerCase;

/// Forms that are kept at the least; twice as many take some 25 MB.
const KEPT: usize = 4096;

thread_local! {
    static FORMS: RefCell<Recent<Box<str>, Rc<Form>>> = RefCell::new(Recent::new(KEPT));
}

/// A word form by itself.
pub(super) struct Form {
    /// Its readings; never empty.
    pub readings: Arc<[Reading]>,
    /// The only reading, where there is one, as certain as it is in a sentence.
    certain: Option<Arc<[Reading]>>,
    /// How many of the readings the dictionary gave: all, or none.
    given: usize,
    /// Whether the context model sees it as it is written.
    pub as_written: bool,
    /// What the context model sees of it, within a sentence and at its beginning.
    seen: [OnceCell<Seen>; 2],
}

/// The form that `word` is.
pub(super) fn form(word: &str) -> Rc<Form> {
    FORMS.with_borrow_mut(|forms| forms.find(word, || Rc::new(Form::new(word))))
}

impl Form {
    fn new(word: &str) -> Self {
        let analyses = dictionary().analyze(word);
        let given = analyses.len();
        let readings = to_readings(word, analyses);
        let certain = match &*readings {
            [only] if only.probability == 1.0 => Some(Arc::clone(&readings)),
            [only] => Some([Reading { probability: 1.0, ..only.clone() }].into()),
            _ => None,
        };
        let as_written = context::sees_as_written(word);
        Self { readings, certain, given, as_written, seen: Default::default() }
    }

    /// The readings that the dictionary gave.
    pub fn given(&self) -> &[Reading] {
        &self.readings[..self.given]
    }

    /// What the context model sees of this form, which is written `word`.
    pub fn seen(&self, context: &Context, word: &str, begins: bool) -> &Seen {
        self.seen[usize::from(begins)].get_or_init(|| {
            let analyses: Vec<&rumorph::Analysis> =
                self.given().iter().map(|reading| &reading.source.analysis).collect();
            context.sees(word, begins, &analyses)
        })
    }

    /// The readings in a sentence, the likeliest first, by the context model's scores of the readings
    /// that it saw; those that it did not see come last, and are not likely at all.
    pub fn in_sentence(&self, scores: &[f32]) -> Arc<[Reading]> {
        if let Some(certain) = &self.certain {
            return Arc::clone(certain);
        }
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shares: Vec<f64> = scores.iter().map(|score| f64::from(score - top).exp()).collect();
        let total: f64 = shares.iter().sum();
        let mut order: Vec<usize> = (0..self.readings.len()).collect();
        order[..scores.len()].sort_by(|&one, &other| scores[other].total_cmp(&scores[one]));
        let probability = |index: usize| shares.get(index).map_or(0.0, |share| share / total);
        let reading = |index: usize| Reading { probability: probability(index), ..self.readings[index].clone() };
        order.into_iter().map(reading).collect()
    }
}

/// The readings that the dictionary gives for `word`; where it gives none, one that says nothing.
pub(super) fn to_readings(word: &str, analyses: Vec<rumorph::Analysis>) -> Arc<[Reading]> {
    if !analyses.is_empty() {
        return analyses.into_iter().map(to_reading).collect();
    }
    let unread = rumorph::Analysis::new(word.to_owned(), word.lower(), 0, 1.0, rumorph::Source::Guess);
    Arc::new([Reading {
        pos: Pos::Other,
        case: None,
        gender: None,
        plural: false,
        animate: None,
        name: None,
        finite: false,
        indeclinable: true,
        ..to_reading(unread)
    }])
}
