//! The ties of a network as lines, and the names without a label as dots.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::drawing::{kind, tenth};
use super::graph::{Graph, Tie};
use crate::site::text::kind_name;
use crate::site::view::View;

/// Ties are drawn alike from so many sentences on.
pub const BANDS: [usize; 9] = [1, 2, 3, 5, 10, 20, 50, 100, 200];

/// How many widths lines have; the style sheet numbers them from 0.
const WIDTHS: usize = 6;

/// Between two dots.
const DOT: f64 = 4.6;

/// Lines or dots that look alike.
#[derive(Debug, Serialize)]
pub struct Line {
    /// The kinds of the names at their ends.
    kinds: String,
    /// The least strength of the ties, and the number of their width.
    least: usize,
    width: usize,
    /// Whether the two ends stand in different boxes.
    is_across: bool,
    path: String,
}

/// The ties as one path for each pair of kinds and each band of strength, the weakest first.
pub fn lines(view: &View<'_>, graph: &Graph, drawn: &[Tie], places: &[(f64, f64)], box_of: &[usize]) -> Vec<Line> {
    let mut paths: BTreeMap<(bool, usize, [&str; 2]), String> = BTreeMap::new();
    let bands = band(drawn.first().map_or(1, |tie| tie.sentences));
    for tie in drawn {
        let mut kinds = [kind_name(kind(view, graph, tie.a)), kind_name(kind(view, graph, tie.b))];
        kinds.sort_unstable();
        let is_within = box_of[tie.a] == box_of[tie.b];
        let path = paths.entry((is_within, band(tie.sentences), kinds)).or_default();
        let ((ax, ay), (bx, by)) = (places[tie.a], places[tie.b]);
        let (ax, ay) = (ax.round(), ay.round());
        write!(path, "M{ax} {ay}l{} {}", bx.round() - ax, by.round() - ay).expect("writing to a string succeeds");
    }
    paths
        .into_iter()
        .map(|((is_within, band, kinds), path)| Line {
            kinds: kinds.join(" "),
            least: BANDS[band],
            width: if bands < WIDTHS { band } else { band * (WIDTHS - 1) / bands },
            is_across: !is_within,
            path,
        })
        .collect()
}

/// The dots as one path for each kind and each band of strength.
pub fn dot_paths(
    view: &View<'_>,
    graph: &Graph,
    dots: &[Vec<(usize, usize)>],
    mark: impl Fn(usize) -> ((f64, f64), f64),
) -> Vec<Line> {
    let mut paths: BTreeMap<(usize, &'static str), String> = BTreeMap::new();
    for (name, dots) in dots.iter().enumerate() {
        let ((x, y), radius) = mark(name);
        let mut dots: Vec<(&'static str, usize)> =
            dots.iter().map(|&(dot, strength)| (kind_name(kind(view, graph, dot)), strength)).collect();
        dots.sort_by_key(|&(kind, strength)| (kind, std::cmp::Reverse(strength)));
        for ((kind, strength), (dx, dy)) in dots.iter().zip(fan(radius, dots.len())) {
            let path = paths.entry((band(*strength), kind)).or_default();
            write!(path, "M{} {}h0", tenth(x + dx), tenth(y + dy)).expect("writing to a string succeeds");
        }
    }
    paths
        .into_iter()
        .map(|((band, kind), path)| Line {
            kinds: kind.to_owned(),
            least: BANDS[band],
            width: 0,
            is_across: false,
            path,
        })
        .collect()
}

/// The place of `strength` among the bands.
fn band(strength: usize) -> usize {
    BANDS.iter().rposition(|&least| strength >= least).unwrap_or(0)
}

/// `count` places in half rings over a mark, from left to right in each ring.
pub fn fan(radius: f64, count: usize) -> Vec<(f64, f64)> {
    let mut places = Vec::with_capacity(count);
    let mut ring = radius + DOT;
    while places.len() < count {
        let room = (ring * std::f64::consts::PI / DOT) as usize;
        let taken = room.min(count - places.len());
        for number in 0..taken {
            // From −1 to 1, and from it the point of a half circle: no sine is taken, which is another
            // one on each system.
            let part = (number as f64 + 0.5) / taken as f64 * 2.0 - 1.0;
            let tangent = part * (0.785 + 0.215 * part * part);
            let square = tangent * tangent;
            places.push((ring * 2.0 * tangent / (1.0 + square), -ring * (1.0 - square) / (1.0 + square)));
        }
        ring += DOT;
    }
    places
}
