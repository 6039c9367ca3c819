//! Where each name of a drawing stands: every group in a box of its own, no label on another.
//!
//! The boxes are laid in rows (squarified, after Bruls, Huizing, van Wijk: Squarified treemaps, 2000).
//! Within its box each name is moved by its ties (Fruchterman, Reingold: Graph drawing by force-directed
//! placement, 1991), and then put into the nearest place of a row in which its label has room, so that
//! no label can lie on another. Only sums, products, quotients and square roots are taken, which are the
//! same on every machine.

use super::rows;

/// Rounds of moving. The step shrinks to nothing over them.
const ROUNDS: usize = 150;
/// Between two boxes, and between a box's edge and what is in it.
const GAP: f64 = 10.0;
const PADDING: f64 = 8.0;
/// Room for the number of the group, on top.
const HEAD: f64 = 20.0;
/// The part of a box that labels and marks take.
const FILL: f64 = 0.62;
/// How much weaker a tie to another box pulls.
const ACROSS: f64 = 0.12;
/// Names of one row stand so much higher or lower than its middle, at most.
pub const PLAY: f64 = 6.0;

/// What one name needs: its mark stands in the middle of `width`, with `up` above and `down` below.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// The number of its box.
    pub group: usize,
    pub width: f64,
    pub up: f64,
    pub down: f64,
}

/// A tie between two cells, and its strength from 0 to 1.
pub type Pull = (usize, usize, f64);

/// A box, in the drawing's units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A finished drawing.
#[derive(Debug)]
pub struct Layout {
    /// Where the mark of each cell stands.
    pub places: Vec<(f64, f64)>,
    /// The box of each group.
    pub frames: Vec<Frame>,
    pub height: f64,
}

/// Lays out `cells`, whose groups are numbered without a gap, in a drawing of the given width. No cell
/// may be wider than that.
pub fn layout(cells: &[Cell], pulls: &[Pull], width: f64) -> Layout {
    let count = cells.iter().map(|cell| cell.group + 1).max().unwrap_or(0);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (index, cell) in cells.iter().enumerate() {
        members[cell.group].push(index);
    }
    let lines = lines(cells, &members, width);
    let mut frames = vec![Frame { x: 0.0, y: 0.0, width: 0.0, height: 0.0 }; count];
    let mut top = 0.0;
    for line in &lines {
        let mut left = 0.0;
        for &(group, wide) in &line.boxes {
            frames[group] = Frame { x: left, y: top, width: wide, height: line.height };
            left += wide + GAP;
        }
        top += line.height + GAP;
    }
    let mut places = scattered(cells, &members, &frames);
    relax(&mut places, cells, &members, &frames, pulls);

    // Rows may need another height than was reckoned with.
    top = 0.0;
    for line in &lines {
        let set: Vec<_> = line
            .boxes
            .iter()
            .map(|&(group, wide)| {
                (group, rows::rows(cells, &members[group], &places, wide - 2.0 * PADDING, line.height - HEAD))
            })
            .collect();
        let height = set.iter().map(|(_, rows)| rows.height).fold(0.0, f64::max) + HEAD + PADDING;
        for (group, rows) in set {
            let frame = &mut frames[group];
            (frame.y, frame.height) = (top, height);
            let spare = (height - HEAD - PADDING - rows.height) / (rows.count as f64);
            for (cell, row, x, y) in rows.places {
                places[cell] = (frame.x + PADDING + x, top + HEAD + y + spare * (row as f64 + 0.5));
            }
        }
        top += height + GAP;
    }
    Layout { places, frames, height: (top - GAP).max(0.0) }
}

/// Boxes beside each other, by group, with their widths.
struct Line {
    boxes: Vec<(usize, f64)>,
    height: f64,
}

/// Groups in order, so many in a line as make its boxes the most like squares.
fn lines(cells: &[Cell], members: &[Vec<usize>], width: f64) -> Vec<Line> {
    let need = |group: usize| {
        let cells = members[group].iter().map(|&cell| cells[cell]);
        cells.map(|cell| cell.width * (cell.up + cell.down + 2.0 * PLAY)).sum::<f64>() / FILL + HEAD * 120.0
    };
    let least = |group: usize| members[group].iter().map(|&cell| cells[cell].width).fold(0.0, f64::max) + 2.0 * PADDING;
    let line = |groups: &[usize]| {
        let room = width - GAP * (groups.len() as f64 - 1.0);
        let needs: Vec<(f64, f64)> = groups.iter().map(|&group| (need(group), least(group))).collect();
        let height = needs.iter().map(|need| need.0).sum::<f64>() / room;
        let widths = shares(&needs, room)?;
        let squareness = widths.iter().map(|&wide| (wide / height).max(height / wide)).fold(0.0, f64::max);
        Some((Line { boxes: groups.iter().copied().zip(widths).collect(), height }, squareness))
    };
    let mut lines = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut best: Option<(Line, f64)> = None;
    for group in 0..members.len() {
        open.push(group);
        let longer = line(&open);
        let is_better = match (&best, &longer) {
            (None, _) => true,
            (Some((_, before)), Some((_, after))) => after <= before,
            (Some(_), None) => false,
        };
        if is_better {
            best = longer;
        } else {
            lines.extend(best.take().map(|(line, _)| line));
            open = vec![group];
            best = line(&open);
        }
    }
    lines.extend(best.map(|(line, _)| line));
    lines
}

/// Parts `room` by needs, none getting less than its least width; `None` where that is not to be had.
fn shares(needs: &[(f64, f64)], room: f64) -> Option<Vec<f64>> {
    let mut fixed = vec![false; needs.len()];
    // The last may be a hair wider than the room for itself alone.
    if needs.iter().map(|need| need.1).sum::<f64>() > room && needs.len() > 1 {
        return None;
    }
    loop {
        let taken: f64 = needs.iter().zip(&fixed).filter(|(_, fixed)| **fixed).map(|(need, _)| need.1).sum();
        let open: f64 = needs.iter().zip(&fixed).filter(|(_, fixed)| !**fixed).map(|(need, _)| need.0).sum();
        let share = |need: f64| (room - taken) * need / open;
        let narrow = (0..needs.len()).find(|&at| !fixed[at] && share(needs[at].0) < needs[at].1);
        match narrow {
            Some(at) if needs.len() > 1 => fixed[at] = true,
            _ => {
                let wide = needs.iter().zip(&fixed).map(|(need, fixed)| if *fixed { need.1 } else { share(need.0) });
                return Some(wide.collect());
            }
        }
    }
}

/// The first places: in each box a spiral from its middle, the foremost first.
fn scattered(cells: &[Cell], members: &[Vec<usize>], frames: &[Frame]) -> Vec<(f64, f64)> {
    // The golden angle, as one turn of a point of the unit circle.
    const TURN: (f64, f64) = (-0.737_368_878_078_319_8, 0.675_490_294_261_523_8);
    let mut places = vec![(0.0, 0.0); cells.len()];
    for (members, frame) in members.iter().zip(frames) {
        let mut direction = (1.0, 0.0);
        for (number, &cell) in members.iter().enumerate() {
            let far = ((number as f64 + 0.5) / members.len() as f64).sqrt() * 0.45;
            places[cell] =
                (frame.x + frame.width * (0.5 + far * direction.0), frame.y + frame.height * (0.5 + far * direction.1));
            direction = (direction.0 * TURN.0 - direction.1 * TURN.1, direction.0 * TURN.1 + direction.1 * TURN.0);
        }
    }
    places
}

/// Moves names towards those that they have ties with and away from the others of their box.
fn relax(places: &mut [(f64, f64)], cells: &[Cell], members: &[Vec<usize>], frames: &[Frame], pulls: &[Pull]) {
    let ideal = |group: usize| {
        let frame = frames[group];
        (frame.width * frame.height / members[group].len().max(1) as f64).sqrt() * 0.8
    };
    for round in 0..ROUNDS {
        let cool = 1.0 - round as f64 / ROUNDS as f64;
        let mut forces = vec![(0.0, 0.0); places.len()];
        for (group, members) in members.iter().enumerate() {
            let square = ideal(group) * ideal(group);
            for (number, &a) in members.iter().enumerate() {
                for &b in &members[..number] {
                    let (x, y) = (places[a].0 - places[b].0, places[a].1 - places[b].1);
                    // Two that have come to stand on one point part along their numbers.
                    let (x, y) = if x * x + y * y < 1e-6 { (0.1, 0.05 * number as f64) } else { (x, y) };
                    let push = square / (x * x + y * y);
                    forces[a] = (forces[a].0 + x * push, forces[a].1 + y * push);
                    forces[b] = (forces[b].0 - x * push, forces[b].1 - y * push);
                }
            }
        }
        for &(a, b, strength) in pulls {
            let (x, y) = (places[a].0 - places[b].0, places[a].1 - places[b].1);
            let factor = if cells[a].group == cells[b].group { 1.0 } else { ACROSS };
            let pull = (x * x + y * y).sqrt() / ideal(cells[a].group) * (0.4 + strength) * factor;
            forces[a] = (forces[a].0 - x * pull, forces[a].1 - y * pull);
            forces[b] = (forces[b].0 + x * pull, forces[b].1 + y * pull);
        }
        for (at, (force, cell)) in places.iter_mut().zip(forces.iter().zip(cells)) {
            let frame = frames[cell.group];
            let long = (force.0 * force.0 + force.1 * force.1).sqrt().max(1e-9);
            let step = long.min(cool * frame.width / 8.0) / long;
            let within = |value: f64, from: f64, size: f64| value.clamp(from + size * 0.04, from + size * 0.96);
            at.0 = within(at.0 + force.0 * step, frame.x, frame.width);
            at.1 = within(at.1 + force.1 * step, frame.y, frame.height);
        }
    }
}
