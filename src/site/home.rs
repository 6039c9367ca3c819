//! The home page: the dossier as a briefing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::claims::{ClaimView, ConflictView, VoiceView, claim, conflict, voice};
use super::text::kind_name;
use super::timeline::{EventView, event_view};
use super::view::{EntityCard, KINDS, SourceCard, View, lang};
use crate::analysis::EventStatus;
use crate::content::{KeyPoint, SourcePage};
use crate::dossier::{Claim, MergedEvent};

/// How many key points, sources, entities of a kind and events the page shows.
const KEY_POINTS: usize = 7;
const AGREEMENTS: usize = 5;
/// How many agreements can be unfolded below those.
const MORE_AGREEMENTS: usize = 95;
const CONFLICTS: usize = 5;
const SOURCES: usize = 6;
const ENTITIES: usize = 8;
const EVENTS: usize = 6;
const EXPECTED: usize = 4;

/// Two key points that share more than this part of their words say the same.
const SAME: f64 = 0.6;

/// What the template `home.html` is given as `home`.
#[derive(Debug, Serialize)]
pub struct HomeView {
    source_count: usize,
    entity_count: usize,
    event_count: usize,
    /// The span of publication dates, in words.
    period: Option<String>,
    /// What several sources say, each time in the words of each.
    agreements: Vec<AgreementView>,
    /// What can be unfolded below, in the same order, and how many more there are.
    more_agreements: Vec<AgreementView>,
    agreements_left: usize,
    /// Where sources contradict each other.
    conflicts: Vec<ConflictView>,
    /// How many more of both there are.
    more_conflicts: usize,
    /// What one source says, with nothing that another says too; all key points of a single source.
    key_points: Vec<KeyPointView>,
    sources: Vec<SourceCard>,
    groups: Vec<HomeGroup>,
    /// What happened last.
    events: Vec<EventView>,
    /// What is still to come, as seen from the newest source.
    expected: Vec<EventView>,
}

/// A statement of several sources.
#[derive(Debug, Serialize)]
struct AgreementView {
    claims: Vec<ClaimView>,
    /// Whether all say it in the very same words.
    verbatim: bool,
}

/// A key point, with its source.
#[derive(Debug, Serialize)]
struct KeyPointView {
    text: String,
    lang: String,
    /// The sentence it comes from, or the source's page.
    url: String,
    /// Whose words the source passes on with it, if it does.
    voice: Option<VoiceView>,
    source: SourceCard,
    /// Whether the point before it is of the same source.
    again: bool,
}

/// The main entities of one kind.
#[derive(Debug, Serialize)]
struct HomeGroup {
    kind: &'static str,
    label: String,
    entities: Vec<HomeEntity>,
}

#[derive(Debug, Serialize)]
struct HomeEntity {
    #[serde(flatten)]
    card: EntityCard,
    sources: usize,
    mentions: usize,
}

/// The view of the home page.
pub fn view(view: &View<'_>) -> HomeView {
    let (mut agreements, agreements_left, mut told) = agreements(view);
    let more_agreements = agreements.split_off(agreements.len().min(AGREEMENTS));
    let conflicts: Vec<(ConflictView, &[Claim])> = view
        .dossier
        .conflicts
        .iter()
        .filter_map(|found| Some((conflict(view, found)?, found.claims.as_slice())))
        .collect();
    told.extend(conflicts.iter().flat_map(|(_, claims)| *claims).map(|claim| (claim.source, claim.sentence)));
    HomeView {
        source_count: view.pages.len(),
        entity_count: view.dossier.entities.len(),
        event_count: view.dossier.merged.len(),
        period: period(view),
        key_points: key_points(view, &told),
        agreements,
        more_agreements,
        agreements_left,
        more_conflicts: conflicts.len().saturating_sub(CONFLICTS),
        conflicts: conflicts.into_iter().map(|(shown, _)| shown).take(CONFLICTS).collect(),
        sources: view.pages.iter().take(SOURCES).map(|page| view.source_card(page)).collect(),
        groups: groups(view),
        events: latest_events(view),
        expected: expected_events(view),
    }
}

fn period(view: &View<'_>) -> Option<String> {
    let days = || view.pages.iter().filter_map(|page| page.published).map(|moment| moment.day);
    let mut dated = days().filter(|day| day.year.is_some()).collect::<Vec<_>>();
    dated.sort();
    let (first, last) = (*dated.first()?, *dated.last()?);
    Some(view.locale.period(first, last, crate::calendar::Precision::Range))
}

/// Sentences by source (indexes in the dossier and in its analysis).
type Places = BTreeSet<(usize, usize)>;

/// What several published sources say, the most widely said first, as far as it is shown; how much more there is; and
/// where all of it stands.
fn agreements(view: &View<'_>) -> (Vec<AgreementView>, usize, Places) {
    let is_published = |claim: &&Claim| view.page_of(claim.source).is_some();
    let shared = view.dossier.agreements.iter().filter(|it| it.claims.iter().filter(is_published).count() > 1);
    let (mut shown, mut left, mut told) = (Vec::new(), 0, Places::new());
    for agreement in shared {
        told.extend(agreement.claims.iter().map(|claim| (claim.source, claim.sentence)));
        if shown.len() == AGREEMENTS + MORE_AGREEMENTS {
            left += 1;
            continue;
        }
        let claims = agreement.claims.iter().filter_map(|found| claim(view, found)).collect();
        shown.push(AgreementView { claims, verbatim: agreement.verbatim });
    }
    (shown, left, told)
}

/// The weightiest point of each source, then the second of each, and so on, newest source first; shown in
/// the order of the sources. What is `told` already is left out.
fn key_points(view: &View<'_>, told: &Places) -> Vec<KeyPointView> {
    let fresh = |page: &SourcePage, point: &KeyPoint| {
        sentence_of(view, page, point).is_none_or(|sentence| !told.contains(&(page.source, sentence)))
    };
    let ranked: Vec<Vec<&KeyPoint>> = view
        .pages
        .iter()
        .map(|page| {
            let mut points = by_rank(view, page);
            points.retain(|point| fresh(page, point));
            // The source's title stands beside its point: one that says no more comes last.
            points.sort_by_key(|point| repeats(&page.title, &point.text));
            points
        })
        .collect();
    let deepest = ranked.iter().map(Vec::len).max().unwrap_or_default();
    let mut chosen: Vec<(usize, usize, &KeyPoint, BTreeSet<String>)> = Vec::new();
    for (rank, place) in (0..deepest).flat_map(|rank| (0..ranked.len()).map(move |place| (rank, place))) {
        if chosen.len() == KEY_POINTS {
            break;
        }
        let Some(point) = ranked[place].get(rank) else { continue };
        let words = words(&point.text);
        if chosen.iter().all(|(_, _, _, other)| likeness(&words, other) <= SAME) {
            chosen.push((place, rank, point, words));
        }
    }
    chosen.sort_by_key(|(place, rank, ..)| (*place, *rank));
    let mut last = None;
    let shown = chosen.into_iter().map(|(place, _, point, _)| {
        let again = last.replace(place) == Some(place);
        KeyPointView { again, ..key_point_view(view, view.pages[place], point) }
    });
    shown.collect()
}

/// The sentence (an index in the source's analysis) that a key point comes from.
fn sentence_of(view: &View<'_>, page: &SourcePage, point: &KeyPoint) -> Option<usize> {
    let anchor = point.anchor.as_deref()?;
    view.source_of(page).analysis.sentences.iter().position(|sentence| sentence.anchor() == anchor)
}

/// The points of a page, the weightiest first. Points that the analysis did not rank follow in the
/// page's own order.
fn by_rank<'p>(view: &View<'_>, page: &'p SourcePage) -> Vec<&'p KeyPoint> {
    let analysis = &view.source_of(page).analysis;
    let rank = |point: &KeyPoint| {
        let anchor = point.anchor.as_deref()?;
        let key = analysis.summary.iter().find(|key| analysis.sentences[key.sentence].anchor() == anchor)?;
        Some(key.rank)
    };
    let mut points: Vec<&KeyPoint> = page.key_points.iter().collect();
    if !page.edited {
        points.sort_by_key(|point| rank(point).unwrap_or(usize::MAX));
    }
    points
}

fn key_point_view(view: &View<'_>, page: &SourcePage, point: &KeyPoint) -> KeyPointView {
    KeyPointView {
        text: point.shown(),
        lang: lang(&view.source_of(page).analysis.language),
        url: match &point.anchor {
            Some(anchor) => view.links.anchor(&page.slug, anchor),
            None => view.links.source(&page.slug),
        },
        voice: sentence_of(view, page, point).and_then(|sentence| voice(view, view.source_of(page), sentence)),
        source: view.source_card(page),
        again: false,
    }
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
}

/// Whether a key point is its source's title, with a word or two more at the most.
pub fn repeats(title: &str, point: &str) -> bool {
    let (title, point) = (words(title), words(point));
    !point.is_empty() && point.difference(&title).count() <= 1 && likeness(&title, &point) > 0.8
}

/// The part of the shorter text's words that the other has too.
fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shorter = a.len().min(b.len());
    if shorter == 0 { 0.0 } else { a.intersection(b).count() as f64 / shorter as f64 }
}

fn groups(view: &View<'_>) -> Vec<HomeGroup> {
    let group = |kind| {
        let entities: Vec<HomeEntity> = (0..view.dossier.entities.len())
            .filter(|&entity| view.dossier.entities[entity].kind == kind)
            .map(|entity| (entity, view.sources_of(entity).len()))
            .filter(|&(_, sources)| sources > 0)
            .take(ENTITIES)
            .map(|(entity, sources)| HomeEntity {
                card: view.entity_card(entity),
                sources,
                mentions: view.dossier.entities[entity].mentions.len(),
            })
            .collect();
        let label = view.locale.text(&format!("kind-{}s", kind_name(kind)));
        (!entities.is_empty()).then_some(HomeGroup { kind: kind_name(kind), label, entities })
    };
    KINDS.into_iter().filter_map(group).collect()
}

/// The latest events of known years that a source reports as having happened, the latest first.
fn latest_events(view: &View<'_>) -> Vec<EventView> {
    let dated = view.dossier.merged.iter().rev().filter(|event| event.from.year.is_some());
    let happened = dated.filter(|event| is_reported_as(view, event, EventStatus::Happened));
    happened.filter_map(|event| event_view(view, event, None)).take(EVENTS).collect()
}

/// What sources expect on days after the newest of them, the nearest first.
fn expected_events(view: &View<'_>) -> Vec<EventView> {
    let days = view.pages.iter().filter_map(|page| page.published).map(|moment| moment.day);
    let Some(newest) = days.filter(|day| day.year.is_some()).max() else { return Vec::new() };
    let to_come = view.dossier.merged.iter().filter(|event| event.from.year.is_some() && event.from > newest);
    let planned = to_come.filter(|event| is_reported_as(view, event, EventStatus::Planned));
    planned.filter_map(|event| event_view(view, event, None)).take(EXPECTED).collect()
}

fn is_reported_as(view: &View<'_>, event: &MergedEvent, status: EventStatus) -> bool {
    event.reports.iter().any(|&report| view.dossier.events[report].status == status)
}
