//! The page of who appears with whom: a drawing of the names that stand in one sentence, in groups.

mod choice;
mod communities;
mod drawing;
mod graph;
mod layout;
mod paths;
mod rows;

use serde::Serialize;

use super::entity_page;
use super::view::{EntityCard, View};
use drawing::{Picture, Shape};
use graph::{Graph, Tie};

/// With fewer names there is nothing to see.
const LEAST_NAMES: usize = 3;

/// How many ties the table lists.
const PAIRS: usize = 100;

/// How many names of a group are listed.
const FOREMOST: usize = 8;

/// What the template `network.html` is given as `network`.
#[derive(Debug, Serialize)]
pub struct NetworkView {
    /// The drawing for wide screens, and the one for narrow ones.
    pictures: Vec<Picture>,
    /// How many names stand with another, and how many pairs they make.
    names: usize,
    ties: usize,
    /// How many names never do.
    alone: usize,
    groups: Vec<GroupView>,
    /// The strongest ties.
    pairs: Vec<PairView>,
    more_pairs: usize,
    /// The least numbers of sentences that one may ask for.
    strengths: Vec<usize>,
}

/// A group of names.
#[derive(Debug, Serialize)]
struct GroupView {
    number: usize,
    foremost: Vec<EntityCard>,
    more: usize,
}

/// Two names that stand together.
#[derive(Debug, Serialize)]
struct PairView {
    a: EntityCard,
    b: EntityCard,
    sentences: usize,
    sources: usize,
    /// Where these sentences are listed.
    url: Option<String>,
}

/// The view of the page; `None` where too few names stand together.
pub fn view(view: &View<'_>) -> Option<NetworkView> {
    let graph = Graph::new(view);
    if graph.names.len() < LEAST_NAMES {
        return None;
    }
    let pictures: Vec<Picture> =
        [Shape::WIDE, Shape::NARROW].iter().map(|shape| drawing::draw(view, &graph, shape)).collect();
    let groups = pictures[0].groups().map(|group| group_view(view, &graph, group)).collect();
    let strongest = graph.ties.first().map_or(0, |tie| tie.sentences);
    let with_page = (0..view.dossier.entities.len()).filter(|&entity| view.has_page(entity)).count();
    Some(NetworkView {
        names: graph.names.len(),
        ties: graph.ties.len(),
        alone: with_page - graph.names.len(),
        groups,
        pairs: graph.ties.iter().take(PAIRS).map(|tie| pair_view(view, &graph, tie)).collect(),
        more_pairs: graph.ties.len().saturating_sub(PAIRS),
        strengths: paths::BANDS.into_iter().filter(|&least| least <= strongest).collect(),
        pictures,
    })
}

fn group_view(view: &View<'_>, graph: &Graph, group: usize) -> GroupView {
    let members: Vec<usize> = graph.names.iter().filter(|name| name.group == group).map(|name| name.entity).collect();
    GroupView {
        number: group + 1,
        foremost: members.iter().take(FOREMOST).map(|&entity| view.entity_card(entity)).collect(),
        more: members.len().saturating_sub(FOREMOST),
    }
}

fn pair_view(view: &View<'_>, graph: &Graph, tie: &Tie) -> PairView {
    let (a, b) = (graph.names[tie.a].entity, graph.names[tie.b].entity);
    PairView {
        a: view.entity_card(a),
        b: view.entity_card(b),
        sentences: tie.sentences,
        sources: tie.sources,
        url: entity_page::together(view, a, b).or_else(|| entity_page::together(view, b, a)),
    }
}
