//! What of a network is drawn: which names have a box, which ties a line, which names only a dot.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::graph::{Graph, Tie};

/// A group with fewer labelled names has no box of its own, nor has one beyond so many.
const LEAST_IN_BOX: usize = 3;
const BOXES: usize = 9;

/// How many of its ties each name keeps, however weak.
const KEPT: usize = 1;

/// The number of each box, and the box of each of the first `count` names. Groups with few of them
/// share the last box, which has no number.
pub fn boxes(graph: &Graph, count: usize) -> (Vec<Option<usize>>, Vec<usize>) {
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

/// The ties between the first `count` names that are drawn, the strongest first: the strongest of all,
/// and some of each name.
pub fn drawn(graph: &Graph, count: usize) -> Vec<Tie> {
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
pub fn dots(graph: &Graph, count: usize) -> Vec<Vec<(usize, usize)>> {
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
pub fn near(graph: &Graph, count: usize) -> Vec<(String, usize)> {
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
