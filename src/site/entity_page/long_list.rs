//! Lists that may be long: a part of them on the entity's page, the whole on pages of its own.

use std::ops::Range;

use serde::Serialize;

/// How much of a list is seen at once; what lies behind is folded.
const OPEN: usize = 8;

/// How much an entity's page holds of one list, folded or not. A longer list has pages of its own.
const ON_PAGE: usize = 60;

/// How much a page of a list holds.
const PER_PAGE: usize = 150;

/// A list as the entity's page shows it.
#[derive(Debug, Serialize)]
pub struct LongList<T> {
    /// How many items the whole list has.
    count: usize,
    open: Vec<T>,
    folded: Vec<T>,
    /// How many items `folded` has.
    folded_count: usize,
    /// The first page of the whole list, where it has pages of its own.
    all: Option<String>,
}

/// Which items of a list stand where.
#[derive(Debug)]
pub struct Parts {
    /// What all items weigh together.
    pub count: usize,
    open: Range<usize>,
    folded: Range<usize>,
    folded_count: usize,
    /// The items of each further page.
    pub pages: Vec<Range<usize>>,
}

impl Parts {
    /// Parts a list whose items weigh as much as `weights` says (a source with three sentences weighs three).
    pub fn of(weights: &[usize]) -> Self {
        let count = weights.iter().sum();
        // As many items as fit into `most`, and at least one.
        let fitting = |from: usize, most: usize| {
            let mut weight = 0;
            let fits = |item: &&usize| {
                weight += **item;
                weight <= most
            };
            weights[from..].iter().take_while(fits).count().max(1).min(weights.len() - from)
        };
        let open = fitting(0, OPEN);
        let mut pages = Vec::new();
        if count > ON_PAGE {
            let mut from = 0;
            while from < weights.len() {
                let length = fitting(from, PER_PAGE);
                pages.push(from..from + length);
                from += length;
            }
        }
        let folded = if count > ON_PAGE { open..open } else { open..weights.len() };
        Self { count, open: 0..open, folded_count: weights[folded.clone()].iter().sum(), folded, pages }
    }

    /// What stands on the entity's page, as `show` draws the items. `all` is the address of the list's own pages.
    pub fn on_page<T>(&self, all: &str, show: impl Fn(Range<usize>) -> Vec<T>) -> LongList<T> {
        LongList {
            count: self.count,
            open: show(self.open.clone()),
            folded: show(self.folded.clone()),
            folded_count: self.folded_count,
            all: (!self.pages.is_empty()).then(|| all.to_owned()),
        }
    }
}
