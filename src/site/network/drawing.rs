//! The network as shapes: boxes of groups, lines of ties, a mark and a label for each of the foremost
//! names, and a dot for each other one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;

use super::graph::{Graph, Tie};
use super::layout::{Cell, Frame, layout};
use crate::analysis::EntityKind;
use crate::site::label;
use crate::site::text::kind_name;
use crate::site::view::{EntityCard, View};

/// Ties are drawn alike from so many sentences on.
pub const BANDS: [usize; 9] = [1, 2, 3, 5, 10, 20, 50, 100, 200];

/// How many widths lines have; the style sheet numbers them from 0.
const WIDTHS: usize = 6;

/// A group with fewer labelled names has no box of its own, nor has one beyond so many.
const LEAST_IN_BOX: usize = 3;
const BOXES: usize = 9;

/// How many of its ties each name keeps, however weak.
const KEPT: usize = 1;

/// Radius of a mark: of the least and the most often mentioned.
const LEAST_RADIUS: f64 = 3.5;
const MOST_RADIUS: f64 = 9.0;

/// Between two dots.
const DOT: f64 = 4.6;

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

/// Lines or dots that look alike.
#[derive(Debug, Serialize)]
struct Line {
    /// The kinds of the names at their ends.
    kinds: String,
    /// The least strength of the ties, and the number of their width.
    least: usize,
    width: usize,
    /// Whether the two ends stand in different boxes.
    is_across: bool,
    path: String,
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

fn kind(view: &View<'_>, graph: &Graph, name: usize) -> EntityKind {
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

/// The number of each box, and the box of each of the first `count` names. Groups with few of them
/// share the last box, which has no number.
fn boxes(graph: &Graph, count: usize) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut sizes = vec![0; graph.groups];
    graph.names[..count].iter().for_each(|name| sizes[name.group] += 1);
    let mut own: Vec<usize> = (0..graph.groups).filter(|&group| sizes[group] >= LEAST_IN_BOX).take(BOXES).collect();
    // One small group need not hide among «all others».
    let others: Vec<usize> = (0..graph.groups).filter(|group| sizes[*group] > 0 && !own.contains(group)).collect();
    if let [only] = others[..] {
        own.push(only);
    }
    let box_of = graph.names[..count]
        .iter()
        .map(|name| own.iter().position(|&group| group == name.group).unwrap_or(own.len()))
        .collect::<Vec<_>>();
    let mut numbers: Vec<Option<usize>> = own.iter().map(|group| Some(group + 1)).collect();
    if box_of.contains(&own.len()) {
        numbers.push(None);
    }
    (numbers, box_of)
}

fn group_box(number: Option<usize>, frame: &Frame) -> GroupBox {
    GroupBox { number, x: tenth(frame.x), y: tenth(frame.y), width: tenth(frame.width), height: tenth(frame.height) }
}

/// The ties between the first `count` names that are drawn, the strongest first: the strongest of all,
/// and some of each name.
fn drawn(graph: &Graph, count: usize) -> Vec<Tie> {
    let most = (count * 5 / 4).max(50);
    let mut kept = vec![0; count];
    let mut chosen = Vec::new();
    for tie in graph.ties.iter().filter(|tie| tie.b < count) {
        if chosen.len() < most || kept[tie.a] < KEPT || kept[tie.b] < KEPT {
            chosen.push(*tie);
            kept[tie.a] += 1;
            kept[tie.b] += 1;
        }
    }
    chosen
}

/// For each of the first `count` names the others whose strongest tie to one of these is to it, each
/// with the strength of that tie.
fn dots(graph: &Graph, count: usize) -> Vec<Vec<(usize, usize)>> {
    let mut dots = vec![Vec::new(); count];
    let mut placed = BTreeSet::new();
    for tie in graph.ties.iter().filter(|tie| tie.a < count && tie.b >= count) {
        if placed.insert(tie.b) {
            dots[tie.a].push((tie.b, tie.sentences));
        }
    }
    dots
}

/// For each of the first `count` names the numbers of the others among them that it has ties with, and
/// the strength of its strongest tie of all.
fn near(graph: &Graph, count: usize) -> Vec<(String, usize)> {
    let mut near = vec![(String::new(), 0); count];
    for tie in &graph.ties {
        for (end, other) in [(tie.a, tie.b), (tie.b, tie.a)] {
            let Some((numbers, most)) = near.get_mut(end) else { continue };
            *most = tie.sentences.max(*most);
            if other < count {
                if !numbers.is_empty() {
                    numbers.push(' ');
                }
                write!(numbers, "{other}").expect("writing to a string succeeds");
            }
        }
    }
    near
}

/// The ties as one path for each pair of kinds and each band of strength, the weakest first.
fn lines(view: &View<'_>, graph: &Graph, drawn: &[Tie], places: &[(f64, f64)], box_of: &[usize]) -> Vec<Line> {
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
fn dot_paths(
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
fn fan(radius: f64, count: usize) -> Vec<(f64, f64)> {
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

/// A tenth of a unit is finer than any screen shows.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
