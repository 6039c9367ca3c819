//! Labels beside the circles of a map, as many as have room.

use serde::Serialize;

use super::clusters::Cluster;
use crate::site::label;

/// Between a circle and its label.
const AIR: f64 = 4.0;
/// Ascent and descent of the font, in font sizes.
const ASCENT: f64 = 1.0;
const DESCENT: f64 = 0.3;
/// A longer label is cut, in units.
const MOST: f64 = 140.0;

/// A label.
#[derive(Debug, Clone, Serialize)]
pub struct Label {
    text: String,
    x: f64,
    y: f64,
    /// `start`, `middle` or `end`, as in `text-anchor`.
    anchor: &'static str,
}

/// A rectangle: left, top, right, bottom.
type Rectangle = (f64, f64, f64, f64);

/// For each cluster (the biggest first) its label, where there is a free place beside its circle within
/// a drawing of the given `size`: right, left, below or above.
pub fn labels(clusters: &[Cluster], names: &[String], font: f64, size: (f64, f64)) -> Vec<Option<Label>> {
    let circles: Vec<Rectangle> =
        clusters.iter().map(|it| (it.x - it.radius, it.y - it.radius, it.x + it.radius, it.y + it.radius)).collect();
    let mut taken: Vec<Rectangle> = Vec::new();
    clusters
        .iter()
        .zip(names)
        .enumerate()
        .map(|(number, (cluster, name))| {
            let text = label::shortened(name, font, MOST);
            let wide = label::width(&text, font);
            let away = cluster.radius + AIR;
            let middle = cluster.y + font * (ASCENT - DESCENT) / 2.0;
            let places = [
                (cluster.x + away, middle, "start", 0.0),
                (cluster.x - away, middle, "end", wide),
                (cluster.x, cluster.y + away + font * (ASCENT - 0.2), "middle", wide / 2.0),
                (cluster.x, cluster.y - away - font * (DESCENT - 0.1), "middle", wide / 2.0),
            ];
            let free = places.into_iter().find_map(|(x, y, anchor, before)| {
                let at = (x - before, y - font * ASCENT, x - before + wide, y + font * DESCENT);
                let is_inside = at.0 >= 0.0 && at.1 >= 0.0 && at.2 <= size.0 && at.3 <= size.1;
                let others = circles.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, it)| it);
                (is_inside && !others.chain(&taken).any(|other| overlap(at, *other))).then_some((at, x, y, anchor))
            });
            let (at, x, y, anchor) = free?;
            taken.push(at);
            Some(Label { text, x: super::tenth(x), y: super::tenth(y), anchor })
        })
        .collect()
}

fn overlap(a: Rectangle, b: Rectangle) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}
