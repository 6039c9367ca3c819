//! Which outlet published how much and when: bars over the list of sources.

use std::collections::BTreeMap;

use serde::Serialize;

use super::lists;
use super::months::Months;
use super::view::View;

/// How many outlets have bars of their own.
const OUTLETS: usize = 8;

/// Fewer sources with a date than this are seen at a glance in the list itself.
const FEWEST: usize = 4;

/// Height of the bars of one outlet, in the drawing's own units; a slot is 10 wide.
const HEIGHT: f64 = 24.0;
const SLOT: f64 = 10.0;
const LEAST: f64 = 2.0;

/// The bars, and the same as a table.
#[derive(Debug, Serialize)]
pub struct Coverage {
    width: f64,
    height: f64,
    /// The first slot and the last, in words.
    from: String,
    to: String,
    /// All sources, then those of each outlet.
    strips: Vec<Strip>,
    periods: Vec<Period>,
    /// How many sources have no date.
    undated: usize,
}

/// The bars of one outlet.
#[derive(Debug, Serialize)]
struct Strip {
    name: String,
    count: usize,
    bars: Vec<Bar>,
    /// When there was most, in words.
    label: String,
}

#[derive(Debug, Serialize)]
struct Bar {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    label: String,
    count: usize,
    url: String,
}

/// A row of the table: the counts of all strips in one slot.
#[derive(Debug, Serialize)]
struct Period {
    label: String,
    counts: Vec<Cell>,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Cell {
    count: usize,
    /// The newest of its sources in the list.
    url: Option<String>,
}

/// What was published in one slot: how much, and where it begins in the list.
type Counts = BTreeMap<usize, (usize, usize)>;

/// The bars of all published sources; `None` where they are few, of one outlet, or of one month.
pub fn coverage(view: &View<'_>) -> Option<Coverage> {
    let months = Months::new(view, 2)?;
    let mut all = Counts::new();
    let mut by_outlet: BTreeMap<Option<&str>, (usize, Counts)> = BTreeMap::new();
    let mut undated = 0;
    for (place, page) in view.pages.iter().enumerate() {
        let Some(slot) = page.published.as_ref().and_then(|moment| months.slot(moment)) else {
            undated += 1;
            continue;
        };
        let outlet = page.outlet.as_deref().map(str::trim).filter(|outlet| !outlet.is_empty());
        let of = by_outlet.entry(outlet).or_default();
        of.0 += 1;
        for counts in [&mut all, &mut of.1] {
            counts.entry(slot).or_insert((0, place)).0 += 1;
        }
    }
    let mut outlets: Vec<(String, usize, Counts)> = Vec::new();
    let mut nameless = None;
    for (name, (count, counts)) in by_outlet {
        match name {
            Some(name) => outlets.push((name.to_owned(), count, counts)),
            None => nameless = Some((view.locale.text("coverage-no-outlet"), count, counts)),
        }
    }
    // Stable: of equals, in the order of their names.
    outlets.sort_by_key(|outlet| std::cmp::Reverse(outlet.1));
    if outlets.is_empty() || outlets.len() + usize::from(nameless.is_some()) < 2 {
        return None;
    }
    if outlets.len() > OUTLETS {
        let rest = outlets.split_off(OUTLETS - 1);
        let name = view.locale.text_with("coverage-others", &[("count", rest.len().into())]);
        let mut together = (name, 0, Counts::new());
        for (_, count, counts) in rest {
            together.1 += count;
            for (slot, (count, place)) in counts {
                let sum = together.2.entry(slot).or_insert((0, place));
                *sum = (sum.0 + count, sum.1.min(place));
            }
        }
        outlets.push(together);
    }
    outlets.extend(nameless);
    let dated = view.pages.len() - undated;
    if dated < FEWEST {
        return None;
    }
    let most = outlets.iter().flat_map(|(_, _, counts)| counts.values().map(|count| count.0)).max()?;
    let most_of_all = all.values().map(|count| count.0).max()?;
    let mut strips = vec![strip(view, &months, (view.locale.text("coverage-all"), dated, all), most_of_all)];
    strips.extend(outlets.into_iter().map(|outlet| strip(view, &months, outlet, most)));
    let periods = (0..months.count).rev().map(|slot| period(view, &months, &strips, slot));
    Some(Coverage {
        width: months.count as f64 * SLOT,
        height: HEIGHT,
        from: months.label(view, 0),
        to: months.label(view, months.count - 1),
        periods: periods.filter(|period| period.counts[0].count > 0).collect(),
        strips,
        undated,
    })
}

fn strip(view: &View<'_>, months: &Months, (name, count, counts): (String, usize, Counts), most: usize) -> Strip {
    let bars: Vec<Bar> = counts
        .iter()
        .map(|(&slot, &(count, place))| {
            let height = (count as f64 / most as f64 * HEIGHT).max(LEAST);
            let height = (height * 10.0).round() / 10.0;
            Bar {
                x: slot as f64 * SLOT + 1.0,
                y: HEIGHT - height,
                width: SLOT - 2.0,
                height,
                label: months.label(view, slot),
                count,
                url: lists::address(view, place),
            }
        })
        .collect();
    let peak = bars.iter().rev().max_by_key(|bar| bar.count);
    let label = peak.map_or(String::new(), |bar| {
        view.locale.text_with("coverage-peak", &[("when", bar.label.as_str().into()), ("count", bar.count.into())])
    });
    Strip { label: format!("{name}. {label}"), name, count, bars }
}

fn period(view: &View<'_>, months: &Months, strips: &[Strip], slot: usize) -> Period {
    let x = slot as f64 * SLOT + 1.0;
    let cell = |strip: &Strip| {
        let bar = strip.bars.iter().find(|bar| bar.x == x);
        bar.map_or_else(Cell::default, |bar| Cell { count: bar.count, url: Some(bar.url.clone()) })
    };
    Period { label: months.label(view, slot), counts: strips.iter().map(cell).collect() }
}
