//! The network as shapes: boxes of groups, lines of ties, a mark and a label for each of the foremost
//! names, and a dot for each other one.

use serde::Serialize;

use super::choice::{boxes, dots, drawn, near};
use super::graph::Graph;
use super::layout::{Cell, Frame, layout};
use super::paths::{Line, dot_paths, fan, lines};
use crate::analysis::EntityKind;
use crate::site::label;
use crate::site::view::{EntityCard, View};

/// Radius of a mark: of the least and the most often mentioned.
const LEAST_RADIUS: f64 = 3.5;
const MOST_RADIUS: f64 = 9.0;

/// From one line of a label to the next, in font sizes.
const LEADING: f64 = 1.12;

/// Between two labels, and between a label and what stands over it.
const AIR: f64 = 12.0;

/// What a drawing has room for.
pub struct Shape {
    name: &'static str,
    width: f64,
    font: f64,
    label: f64,
    /// Up to so many names all have labels; of more, the foremost `foremost` have.
    all: usize,
    foremost: usize,
    has_dots: bool,
}

impl Shape {
    /// For screens wide enough to show it at about its own size.
    pub const WIDE: Self =
        Self { name: "wide", width: 960.0, font: 13.0, label: 124.0, all: 200, foremost: 120, has_dots: true };
    /// For a telephone.
    pub const NARROW: Self =
        Self { name: "narrow", width: 350.0, font: 12.0, label: 108.0, all: 24, foremost: 24, has_dots: false };
}

/// A drawing.
#[derive(Debug, Serialize)]
pub struct Picture {
    name: &'static str,
    width: f64,
    height: f64,
    boxes: Vec<GroupBox>,
    lines: Vec<Line>,
    dots: Vec<Line>,
    marks: Vec<Mark>,
    dot_count: usize,
    line_count: usize,
}

impl Picture {
    /// The groups that have boxes of their own.
    pub fn groups(&self) -> impl Iterator<Item = usize> {
        self.boxes.iter().filter_map(|group| group.number).map(|number| number - 1)
    }
}

/// The box of a group; without a number, that of all small groups.
#[derive(Debug, Serialize)]
struct GroupBox {
    number: Option<usize>,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// A name with its mark and label.
#[derive(Debug, Serialize)]
struct Mark {
    #[serde(flatten)]
    card: EntityCard,
    /// The label's lines, and whether they are not all of the name.
    label: Vec<String>,
    is_short: bool,
    /// Name and kind in words, and the label too where it is another form.
    spoken: String,
    x: f64,
    y: f64,
    radius: f64,
    /// Where the base line of the label's first line is, and how far the next is below it.
    base: f64,
    leading: f64,
    /// The room round mark and label, which can be touched.
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    /// The strength of its strongest tie.
    most: usize,
    /// The numbers of the other marks that it has ties with.
    near: String,
}

/// Draws the network.
pub fn draw(view: &View<'_>, graph: &Graph, shape: &Shape) -> Picture {
    let count = if graph.names.len() <= shape.all { graph.names.len() } else { shape.foremost.min(graph.names.len()) };
    let (boxes, box_of) = boxes(graph, count);
    let dots = if shape.has_dots { dots(graph, count) } else { vec![Vec::new(); count] };
    let drawn = drawn(graph, count);
    let most = (0..count).map(|name| mentions(view, graph, name)).max().unwrap_or(1);
    let radius = |name: usize| {
        let share = mentions(view, graph, name) as f64 / most as f64;
        LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * share.sqrt()
    };
    let labels: Vec<Vec<String>> = (0..count).map(|name| label(view, graph, name, shape)).collect();
    let below = |name: usize| radius(name) + shape.font * (0.3 + labels[name].len() as f64 * LEADING) + 2.0;
    let cells: Vec<Cell> = (0..count)
        .map(|name| {
            let fan = fan(radius(name), dots[name].len());
            let above = fan.iter().map(|dot| -dot.1).fold(radius(name), f64::max);
            let wide = fan.iter().map(|dot| dot.0.abs()).fold(MOST_RADIUS, f64::max) * 2.0;
            Cell {
                group: box_of[name],
                width: labels[name].iter().map(|line| label::width(line, shape.font)).fold(wide, f64::max) + AIR,
                up: above + 3.0,
                down: below(name),
            }
        })
        .collect();
    let strongest = drawn.first().map_or(1, |tie| tie.sentences) as f64;
    let pulls: Vec<_> = drawn.iter().map(|tie| (tie.a, tie.b, (tie.sentences as f64 / strongest).sqrt())).collect();
    let laid = layout(&cells, &pulls, shape.width);
    let near = near(graph, count);
    let marks = (0..count)
        .map(|name| {
            let (x, y) = laid.places[name];
            let (radius, cell) = (radius(name), cells[name]);
            let (top, low) = (y - radius - 3.0, y + below(name));
            let (spoken, is_short) = spoken(view, graph, name, &labels[name]);
            Mark {
                card: view.entity_card(graph.names[name].entity),
                spoken,
                is_short,
                label: labels[name].clone(),
                x: tenth(x),
                y: tenth(y),
                radius: tenth(radius),
                base: tenth(y + radius + shape.font),
                leading: shape.font * LEADING,
                left: tenth(x - cell.width / 2.0 + 1.0),
                top: tenth(top),
                width: tenth(cell.width - 2.0),
                height: tenth(low - top),
                most: near[name].1,
                near: near[name].0.clone(),
            }
        })
        .collect();
    Picture {
        name: shape.name,
        width: shape.width,
        height: laid.height.ceil(),
        boxes: boxes.into_iter().zip(&laid.frames).map(|(number, frame)| group_box(number, frame)).collect(),
        lines: lines(view, graph, &drawn, &laid.places, &box_of),
        dot_count: dots.iter().map(Vec::len).sum(),
        dots: dot_paths(view, graph, &dots, |name| (laid.places[name], radius(name))),
        marks,
        line_count: drawn.len(),
    }
}

fn mentions(view: &View<'_>, graph: &Graph, name: usize) -> usize {
    view.dossier.entities[graph.names[name].entity].mentions.len()
}

pub fn kind(view: &View<'_>, graph: &Graph, name: usize) -> EntityKind {
    view.dossier.entities[graph.names[name].entity].kind
}

/// A name's label. A long name gives way to its abbreviation, where the sources use one.
fn label(view: &View<'_>, graph: &Graph, name: usize, shape: &Shape) -> Vec<String> {
    let entity = &view.dossier.entities[graph.names[name].entity];
    let short = entity.aliases.iter().map(|alias| alias.form.as_str()).find(|form| {
        let letters = form.chars().count();
        (2..=6).contains(&letters) && form.chars().all(char::is_uppercase)
    });
    let is_long = label::width(&entity.name, shape.font) > shape.label;
    label::lines(short.filter(|_| is_long).unwrap_or(&entity.name), shape.font, shape.label)
}

/// What a link is called for those who do not see it: it holds what is to be seen. And whether the
/// label is not all of the name.
fn spoken(view: &View<'_>, graph: &Graph, name: usize, label: &[String]) -> (String, bool) {
    let entity = graph.names[name].entity;
    let (full, kind) = (&view.dossier.entities[entity].name, view.entity_card(entity).kind_label);
    let shown = label.concat();
    // Half a word is no part of what is called so.
    let ends_in_word = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let said = match shown.trim_end_matches('…') {
        part if full.strip_prefix(part).is_some_and(ends_in_word) => format!("{full}, {kind}"),
        other => format!("{other}, {full}, {kind}"),
    };
    (said, &shown != full)
}

fn group_box(number: Option<usize>, frame: &Frame) -> GroupBox {
    GroupBox { number, x: tenth(frame.x), y: tenth(frame.y), width: tenth(frame.width), height: tenth(frame.height) }
}

/// A tenth of a unit is finer than any screen shows.
pub fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
