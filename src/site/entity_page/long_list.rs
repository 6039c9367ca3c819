//! Lists that may be long: a part of them on the entity's page, the whole on pages of its own.

use serde::Serialize;
use tera::Value;

/// How much of a list is seen at once; what lies behind is folded.
const OPEN: usize = 8;

/// How much an entity's page holds of one list, folded or not. A longer list has pages of its own.
const ON_PAGE: usize = 60;

/// How much a page of a list holds.
const PER_PAGE: usize = 150;

/// A list as the entity's page shows it.
#[derive(Debug, Serialize)]
pub struct LongList {
    /// How many items the whole list has.
    count: usize,
    open: Vec<Value>,
    folded: Vec<Value>,
    /// How many items `folded` has.
    folded_count: usize,
    /// The first page of the whole list, where it has pages of its own.
    all: Option<String>,
}

impl LongList {
    /// How many items the whole list has.
    pub fn count(&self) -> usize {
        self.count
    }
}

/// A list in full: what stands on the entity's page, and what on pages of its own.
pub struct Parts {
    /// What the entity's page shows.
    pub list: LongList,
    /// The items of each further page.
    pub pages: Vec<Vec<Value>>,
}

/// Parts a list whose items weigh as much as `weigh` says (a source with three sentences weighs three).
/// `all` is the address of the list's own pages.
pub fn part<T: Serialize>(items: &[T], weigh: impl Fn(&T) -> usize, all: &str) -> Parts {
    let count = items.iter().map(&weigh).sum();
    let values: Vec<Value> = items.iter().map(Value::from_serializable).collect();
    // As many items as fit into `most`, and at least one.
    let fitting = |from: usize, most: usize| {
        let mut weight = 0;
        let fits = |item: &&T| {
            weight += weigh(item);
            weight <= most
        };
        items[from..].iter().take_while(fits).count().max(1).min(items.len() - from)
    };
    let open = fitting(0, OPEN);
    let mut pages = Vec::new();
    let is_long = count > ON_PAGE;
    if is_long {
        let mut from = 0;
        while from < items.len() {
            let length = fitting(from, PER_PAGE);
            pages.push(values[from..from + length].to_vec());
            from += length;
        }
    }
    let folded = if is_long { Vec::new() } else { values[open..].to_vec() };
    let folded_count = if is_long { 0 } else { items[open..].iter().map(&weigh).sum() };
    let list =
        LongList { count, open: values[..open].to_vec(), folded, folded_count, all: is_long.then(|| all.to_owned()) };
    Parts { list, pages }
}
