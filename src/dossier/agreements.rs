//! What several sources say.
//!
//! A key sentence of one source is looked for in the sources related to it. Only a sentence that shares
//! most of its words and names says the same, and only if neither denies or leaves open what the other
//! asserts; everything less is left to the reader. Sources that are one report, or that have a sentence from one
//! another, are one witness, and a witness alone agrees with nobody. How states and bodies stand to one another is known
//! in other words too (`relations`).

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::model::{Agreement, Claim, Conflict, Copied, Entity, MergedEvent, Related, TimelineEvent};
use super::wording::{Said, Wording};
use super::{provenance, relations};
use crate::analysis::{Analysis, EventStatus};
use crate::language::{Leaning, Modality, leaning, modality};

/// How much of two sentences must be shared for them to say the same.
const SAME: f64 = 0.5;
/// Below this part of shared words two sentences are not compared further.
const COMPARABLE: f64 = 0.15;

/// What words, names and meaning count of it, and what words that are used alike count beside equal ones.
const OF_WORDS: f64 = 0.6;
const OF_NAMES: f64 = 0.25;
const OF_MEANING: f64 = 0.15;
const OF_COVERED: f64 = 0.9;

/// A dossier of no more sources is small.
const SMALL: usize = 12;

/// How much of each sentence the other must say too.
const LEAST_COVERED: f64 = 0.5;
const LEAST_COVERED_WITH_FIGURES: f64 = 0.35;

/// How much it matters how states and bodies stand to one another, as the rank of a key sentence.
const OF_STANCES: usize = 3;

/// What agreements are found in.
pub struct Material<'m> {
    pub analyses: &'m [Analysis],
    /// For each analysis, those related to it.
    pub related: &'m [Vec<Related>],
    /// For each analysis, those that share text with it.
    pub copies: &'m [Vec<Copied>],
    pub wording: &'m Wording<'m>,
    /// For each analysis, the entities of the dossier that its own are; and these.
    pub entity_of: &'m [Vec<usize>],
    pub entities: &'m [Entity],
}

/// Every agreement, the most widely shared first. `reports` come with the events that they tell of.
pub fn agreements(
    material: &Material<'_>,
    (reports, merged): (&[TimelineEvent], &[MergedEvent]),
    conflicts: &[Conflict],
) -> Vec<Agreement> {
    let disputed: BTreeSet<(usize, usize)> =
        conflicts.iter().flat_map(|conflict| &conflict.claims).map(|claim| (claim.source, claim.sentence)).collect();
    let mut found: Vec<(usize, Vec<Claim>)> = merged.iter().filter_map(|event| of_event(reports, event)).collect();
    let stated = Statements { material, of_source: material.analyses.iter().map(|_| OnceLock::new()).collect() };
    let of_keys: Vec<Vec<(usize, Vec<Claim>)>> =
        (0..material.analyses.len()).into_par_iter().with_max_len(8).map(|source| of_source(&stated, source)).collect();
    found.extend(of_keys.into_iter().flatten());
    let stances = relations::shared(material.analyses, material.entity_of, material.entities);
    found.extend(stances.into_iter().map(|claims| (OF_STANCES, claims)));
    found.retain(|(_, claims)| claims.iter().all(|claim| !disputed.contains(&(claim.source, claim.sentence))));
    let mut found: Vec<(usize, usize, Vec<Claim>)> = found
        .into_iter()
        .map(|(rank, claims)| {
            let places: Vec<_> = claims.iter().map(|claim| (claim.source, claim.sentence)).collect();
            (provenance::witnesses(material.copies, &places), rank, claims)
        })
        .filter(|(witnesses, ..)| *witnesses > 1)
        .collect();
    // What more witnesses say comes first; of equals, what matters more in one of them.
    found.sort_by_key(|(witnesses, rank, claims)| (std::cmp::Reverse(*witnesses), *rank, claims.clone()));
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut agreements = Vec::new();
    for (_, _, claims) in found {
        let places = || claims.iter().map(|claim| (claim.source, claim.sentence));
        if places().any(|place| told.contains(&place)) {
            continue;
        }
        told.extend(places());
        agreements.push(Agreement { verbatim: is_verbatim(material.analyses, &claims), claims });
    }
    agreements
}

/// An event that several sources report as having happened or as planned, each in its own words.
fn of_event(reports: &[TimelineEvent], event: &MergedEvent) -> Option<(usize, Vec<Claim>)> {
    let first = reports[event.reports[0]].status;
    let agreed = matches!(first, EventStatus::Happened | EventStatus::Planned)
        && event.disputes.is_empty()
        && event.reports.iter().all(|&index| reports[index].status == first);
    let claims = event.reports.iter().map(|&index| Claim {
        source: reports[index].source,
        sentence: reports[index].sentence,
        words: None,
    });
    let claims = one_for_each_source(claims.collect());
    (agreed && claims.len() > 1).then_some((1, claims))
}

fn one_for_each_source(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by_key(|claim| claim.source);
    claims.dedup_by_key(|claim| claim.source);
    claims
}

/// A sentence as others are compared with it.
struct Stated<'m> {
    sentence: usize,
    said: Said,
    analysis: &'m Analysis,
    reading: OnceLock<Reading>,
}

/// What only reading a sentence tells.
struct Reading {
    /// Whether it can be read without the one before it.
    stands_alone: bool,
    modality: Modality,
}

impl Stated<'_> {
    /// Told when it is asked for: most sentences have too few words in common with any other.
    fn reading(&self) -> &Reading {
        self.reading.get_or_init(|| {
            let text = self.analysis.sentences[self.sentence].span.of(&self.analysis.article.text);
            Reading {
                stands_alone: stands_alone(self.analysis, self.sentence),
                modality: modality(&self.analysis.language, text),
            }
        })
    }
}

/// The sentences of every source, made comparable when the source is first compared.
struct Statements<'m> {
    material: &'m Material<'m>,
    of_source: Vec<OnceLock<Vec<Stated<'m>>>>,
}

impl<'m> Statements<'m> {
    /// Every sentence of a source, in order.
    fn of(&self, source: usize) -> &[Stated<'m>] {
        self.of_source[source].get_or_init(|| {
            let analysis = &self.material.analyses[source];
            let stated = |sentence: usize| Stated {
                sentence,
                said: self.material.wording.said(source, sentence),
                analysis,
                reading: OnceLock::new(),
            };
            (0..analysis.sentences.len()).map(stated).collect()
        })
    }
}

/// The key sentences of a source that related sources say too, each with its rank.
fn of_source(statements: &Statements<'_>, source: usize) -> Vec<(usize, Vec<Claim>)> {
    let material = statements.material;
    let others = compared_with(material, source);
    let keys = material.analyses[source].summary.iter().filter_map(|key| {
        let own = &statements.of(source)[key.sentence];
        let mut claims = vec![Claim { source, sentence: key.sentence, words: None }];
        claims.extend(others.iter().filter_map(|&other| {
            let (sentence, _) = statements
                .of(other)
                .iter()
                .filter_map(|theirs| Some((theirs.sentence, sameness(own, theirs, material.wording)?)))
                .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
            Some(Claim { source: other, sentence, words: None })
        }));
        claims.sort_unstable();
        (claims.len() > 1).then_some((key.rank, claims))
    });
    keys.collect()
}

/// The sources in which a source's key sentences are looked for: those related to it; in a small dossier, all, as
/// what sets two sources apart from the rest tells little there.
fn compared_with(material: &Material<'_>, source: usize) -> Vec<usize> {
    if material.analyses.len() > SMALL {
        return material.related[source].iter().map(|related| related.source).collect();
    }
    let reprint = |other: usize| material.copies[source].iter().any(|it| it.source == other && it.is_reprint());
    (0..material.analyses.len()).filter(|&other| other != source && !reprint(other)).collect()
}

/// Whether a sentence can be read without the one before it.
fn stands_alone(analysis: &Analysis, sentence: usize) -> bool {
    let span = analysis.sentences[sentence].span;
    let text = span.of(&analysis.article.text);
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .take(8)
        .map(str::to_lowercase)
        .collect();
    // A name at the head is what the pronouns after it stand for.
    let first = analysis.mentions.partition_point(|mention| mention.span.start < span.start);
    let named = analysis.mentions.get(first).is_some_and(|mention| mention.span.start < span.start + 2);
    leaning(&analysis.language, &words, named.then_some(0)) != Leaning::Anaphora
}

/// How much two sentences say the same, from [`SAME`] to 1; `None` where they don't, or the other needs the sentence
/// before it. What costs least to tell is told first.
fn sameness(one: &Stated<'_>, other: &Stated<'_>, wording: &Wording<'_>) -> Option<f64> {
    let (a, b) = (&one.said, &other.said);
    let likeness = wording.likeness(a, b);
    let aside = likeness.other_names && likeness.words < 0.6;
    let close = likeness.words >= COMPARABLE
        && likeness.shared_words >= 2
        && !aside
        && (likeness.shared_names > 0.0 || likeness.words > 0.6);
    if !close || wording.figures_differ(a, b) {
        return None;
    }
    // Sentences without names can only agree in their words.
    let names = if a.entities.is_empty() && b.entities.is_empty() { likeness.words } else { likeness.names };
    // What is more in one than in the other must not be most of it, unless both give the same amounts.
    let least = if likeness.figures > 0 { LEAST_COVERED_WITH_FIGURES } else { LEAST_COVERED };
    // The part of the words without which even the same meaning would not make them the same.
    let needed = (SAME - OF_NAMES * names - OF_MEANING) / OF_WORDS - 1e-9;
    let least = if likeness.words < needed { least.max(needed / OF_COVERED) } else { least };
    let both = wording.both_covered(a, b, least)?;
    let (own, theirs) = (one.reading(), other.reading());
    if !theirs.stands_alone || !own.modality.fits(&theirs.modality) {
        return None;
    }
    let words = likeness.words.max(OF_COVERED * both);
    let sameness = OF_WORDS * words + OF_NAMES * names + OF_MEANING * wording.meaning(a, b);
    (sameness >= SAME).then_some(sameness)
}

/// Whether all claims are the same words.
fn is_verbatim(analyses: &[Analysis], claims: &[Claim]) -> bool {
    let words = |claim: &Claim| {
        let analysis = &analyses[claim.source];
        let sentence = analysis.sentences[claim.sentence].span.of(&analysis.article.text);
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>()
    };
    claims.windows(2).all(|pair| words(&pair[0]) == words(&pair[1]))
}
