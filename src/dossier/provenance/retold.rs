//! Whose report a source retells: «пишет WSJ», «по данным Reuters», "citing The Times".
//!
//! What is retold must be an outlet: one that the reference tables know for one, whose own articles are
//! in the dossier, or that the text or its name calls one. A ministry that «сообщает» is no outlet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use any_ascii::any_ascii;
use regex::Regex;

use crate::analysis::{Analysis, EntityKind, Mention};
use crate::dossier::model::{Copied, Entity, Related, Retold};
use crate::language::gazetteer::{self, Class};
use crate::pattern::pattern;
use crate::span::{beginning, ending};

/// Words before the name of an outlet that is being retold.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    beside(
        r"(?:пиш[её]т|пишут|писал[аои]?|написал[аои]?|сообща[её]т|сообщают|сообщил[аои]?|переда[её]т|передают|передал[аои]?|рассказал[аои]?|рассказывает|отмеча[её]т|отметил[аои]?|уточня[её]т|уточнил[аои]?|публикует|опубликовал[аои]?|цитирует|приводит|ссылкой на|ссылаясь на|ссылается на|по данным|по информации|по сведениям|по сообщению|по материалам|по версии|источник[аиу]?|источников|собеседник[аи]?|интервью|статье|материале|публикации|расследовани[ие]|стало известно|повідомля[єю]\S*|повідоми\S+|пише|посиланням на|за даними|according to|citing|cited by|reported by|reports?|report in|told|interview with|quoted by|writes|via)",
        r"(?:\s+\S+){0,3}?\s*[«„“'(]*$",
    )
});

/// Words after it.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[»”'’)]*(?:\s+\([^)]{1,40}\))?,?(?:\s+[\p{L}-]+){0,2}?\s+(?:пиш[её]т|пишут|писал[аои]?|написал[аои]?|сообща[её]т|сообщают|сообщил[аои]?|переда[её]т|передал[аои]?|рассказал[аои]?|отмеча[её]т|утвержда[её]т|публикует|опубликовал[аои]?|приводит|пише|повідомля[єю]\S*|повідомил\S*|хабарла\S+|жаз\S+|reports?|reported|writes|wrote|said in|quoted|quotes|cited)(?:\P{L}|$)",
    )
});

/// What a text calls an outlet, directly before its name.
static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    beside(
        r"(?:издани[еяюй]\S*|газет[аыеу]|газетой|журнал[аеу]?|журналом|агентств[оаеу]|информагентств[оаеу]|телеканал[аеу]?|телеканалом|радиостанци\S+|интернет-портал[ае]?|новостно\S+ (?:портал|сайт)[ае]?|видання|агентств\S*|newspaper|magazine|news agency|broadcaster|outlet|басылымы?|агенттігі)",
        r"\s*[«„“']*$",
    )
});

/// What outlets have in their names.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\P{L})(?:times|post|journal|news|herald|tribune|guardian|gazette|magazine|telegraph|newsweek|tv|radio|daily|weekly|ведомости|известия|вести|новости|вестник|газета|комсомолец|хроника|обозреватель|таймс|джорнал|ньюс|телеграф|24)(?:\P{L}|$)",
    )
});

fn beside(words: &str, rest: &str) -> Regex {
    pattern(&format!(r"(?i)(?:^|\P{{L}}){words}{rest}"))
}

/// Bytes on each side of a name that are looked at: some eight words.
const WINDOW: usize = 120;

/// For each analysis, what it retells, in order of place; each outlet once.
pub fn retold(
    analyses: &[Analysis],
    entities: &[Entity],
    entity_of: &[Vec<usize>],
    copies: &[Vec<Copied>],
    related: &[Vec<Related>],
) -> Vec<Vec<Retold>> {
    let mut by_outlet: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (source, analysis) in analyses.iter().enumerate() {
        for name in own_names(analysis) {
            by_outlet.entry(name).or_default().push(source);
        }
    }
    let outlets = Outlets { analyses, entities, by_outlet, copies, related };
    (0..analyses.len()).map(|source| outlets.retold_by(source, &entity_of[source])).collect()
}

struct Outlets<'d> {
    analyses: &'d [Analysis],
    entities: &'d [Entity],
    /// The sources of each outlet, by its folded name.
    by_outlet: BTreeMap<String, Vec<usize>>,
    copies: &'d [Vec<Copied>],
    related: &'d [Vec<Related>],
}

impl Outlets<'_> {
    fn retold_by(&self, source: usize, entity_of: &[usize]) -> Vec<Retold> {
        let analysis = &self.analyses[source];
        let own = own_names(analysis);
        let speakers: BTreeSet<usize> =
            analysis.quotes.iter().flat_map(|quote| quote.speaker.iter().chain(&quote.via)).copied().collect();
        let mut seen = BTreeSet::new();
        let mut retold = Vec::new();
        for mention in analysis.mentions.iter().filter(|mention| mention.kind == EntityKind::Organization) {
            let entity = entity_of[mention.entity];
            let names = self.names(entity);
            if seen.contains(&entity) || names.iter().any(|name| own.contains(name)) {
                continue;
            }
            let (before, after) = around(analysis, mention);
            let is_outlet = self.is_outlet(entity, &names) || CALLED.is_match(before);
            let is_cited = speakers.contains(&mention.entity) || BEFORE.is_match(before) || AFTER.is_match(after);
            if is_outlet && is_cited {
                seen.insert(entity);
                let sentence = analysis.sentences.partition_point(|it| it.span.start <= mention.span.start);
                retold.push(Retold {
                    entity,
                    sentence: sentence.saturating_sub(1),
                    source: self.article_of(source, &names),
                });
            }
        }
        retold
    }

    /// The names of an entity as outlets are compared by.
    fn names(&self, entity: usize) -> BTreeSet<String> {
        let entity = &self.entities[entity];
        let mut names: BTreeSet<String> = entity.aliases.iter().map(|alias| fold(&alias.form)).collect();
        names.insert(fold(&entity.name));
        if let Some(known) = entity.reference.as_deref().and_then(gazetteer::get) {
            names.extend(known.names().map(fold));
        }
        names.retain(|name| name.len() > 1);
        names
    }

    fn is_outlet(&self, entity: usize, names: &BTreeSet<String>) -> bool {
        let reference = self.entities[entity].reference.as_deref().and_then(gazetteer::get);
        match reference.map(|entry| entry.class) {
            Some(class) => class == Class::Media,
            None => {
                NAMED.is_match(&self.entities[entity].name) || names.iter().any(|it| self.by_outlet.contains_key(it))
            }
        }
    }

    /// The outlet's article that `source` may have it from: one that shares text with it or is related to
    /// it, and is not younger.
    fn article_of(&self, source: usize, names: &BTreeSet<String>) -> Option<usize> {
        let published = |source: usize| {
            let moment = self.analyses[source].article.published.as_ref()?.value;
            moment.day.date()
        };
        let closeness = |other: usize| {
            let copied = self.copies[source].iter().find(|copied| copied.source == other);
            let related = self.related[source].iter().find(|related| related.source == other);
            let back = self.related[other].iter().find(|related| related.source == source);
            let related = related.into_iter().chain(back).map(|related| related.score).fold(0.0, f64::max);
            copied.map_or(0.0, |copied| 1.0 + copied.share.max(copied.share_of_other)) + related
        };
        let of_outlet: BTreeSet<usize> =
            names.iter().filter_map(|name| self.by_outlet.get(name)).flatten().copied().collect();
        of_outlet
            .into_iter()
            .filter(|&other| other != source)
            .filter(|&other| match (published(source), published(other)) {
                (Some(own), Some(its)) => its <= own,
                _ => true,
            })
            .map(|other| (closeness(other), other))
            .filter(|(closeness, _)| *closeness > 0.0)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .map(|(_, other)| other)
    }
}

/// What stands before and after a mention, within its sentence.
fn around<'a>(analysis: &'a Analysis, mention: &Mention) -> (&'a str, &'a str) {
    let text = &analysis.article.text;
    let index = analysis.sentences.partition_point(|sentence| sentence.span.start <= mention.span.start);
    let sentence = analysis.sentences.get(index.saturating_sub(1)).map(|sentence| sentence.span);
    let (start, end) = sentence.map_or((0, text.len()), |span| (span.start, span.end.max(mention.span.end)));
    let before = &text[start.min(mention.span.start)..mention.span.start];
    let after = &text[mention.span.end..end.max(mention.span.end)];
    (ending(before, WINDOW), beginning(after, WINDOW))
}

/// The names of the outlet that published an article: as it is called, and as its address is.
fn own_names(analysis: &Analysis) -> BTreeSet<String> {
    let article = &analysis.article;
    let outlet = article.outlet.as_ref().map(|outlet| outlet.value.as_str());
    let host = article.url.as_ref().and_then(|url| {
        let host = url.value.split_once("://")?.1.split(['/', ':', '?']).next()?;
        let labels: Vec<&str> = host.trim_start_matches("www.").split('.').collect();
        labels.get(labels.len().checked_sub(2)?).copied()
    });
    outlet.into_iter().chain(host).map(fold).filter(|name| name.len() > 1).collect()
}

/// A name in lower-case Latin letters and digits, without «the»: «The Wall Street Journal», `wsj`.
fn fold(name: &str) -> String {
    let ascii = any_ascii(name).to_lowercase();
    let bare = ascii.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let bare = bare.strip_prefix("the ").unwrap_or(bare);
    bare.chars().filter(char::is_ascii_alphanumeric).collect()
}
