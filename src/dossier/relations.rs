//! Which sentences say how one state or body stands to another.
//!
//! They are found by phrases (`language::relations`) between two names, as codings of political events do (Schrodt and
//! Gerner's KEDS, 1994). What is denied, left open, or not certainly said of the first of them is left out.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::model::{Claim, Entity};
use crate::analysis::{Analysis, EntityKind, Mention};
use crate::language::{Phrase, Relation, Relations, relations};
use crate::span::{Span, beginning_in};
use crate::words::{self, LowerCase};

/// How many other words can stand between two of a phrase, or between it and its preposition.
const BETWEEN: usize = 2;
/// How many words can stand between the preposition and the other party («с западными странами, США»: none is meant).
const ADJECTIVES: usize = 1;

/// Who stands how to whom, by index in the dossier.
type Stance = (usize, Relation, usize);

/// What several sources say of how one body stands to another: a claim for each source, its first.
pub fn shared(analyses: &[Analysis], entity_of: &[Vec<usize>], entities: &[Entity]) -> Vec<Vec<Claim>> {
    let countries: BTreeMap<&str, usize> =
        entities.iter().enumerate().filter_map(|(index, entity)| Some((entity.reference.as_deref()?, index))).collect();
    let of_source = |source: usize| {
        let reader =
            Reader { analysis: &analyses[source], entity_of: &entity_of[source], entities, countries: &countries };
        reader.stances().into_iter().map(|(stance, sentence)| (stance, source, sentence)).collect::<Vec<_>>()
    };
    let found: Vec<Vec<(Stance, usize, usize)>> = (0..analyses.len()).into_par_iter().map(of_source).collect();
    let mut by_stance: BTreeMap<Stance, Vec<Claim>> = BTreeMap::new();
    for (stance, source, sentence) in found.into_iter().flatten() {
        let claims = by_stance.entry(stance).or_default();
        if claims.last().is_none_or(|last| last.source != source) {
            claims.push(Claim { source, sentence, words: None });
        }
    }
    by_stance.into_values().filter(|claims| claims.len() > 1).collect()
}

/// Reads one source.
struct Reader<'a> {
    analysis: &'a Analysis,
    entity_of: &'a [usize],
    entities: &'a [Entity],
    countries: &'a BTreeMap<&'a str, usize>,
}

/// A sentence's words, in lower case with ё as е.
struct Said<'t> {
    spans: Vec<Span>,
    words: Vec<String>,
    text: &'t str,
}

impl Reader<'_> {
    /// Every stance and the first sentence that says it, in order of the text.
    fn stances(&self) -> Vec<(Stance, usize)> {
        let Some(lists) = relations(&self.analysis.language) else { return Vec::new() };
        let first_stems = || lists.phrases.iter().map(|phrase| phrase.stems[0]);
        let telling = |lemma: &str| first_stems().any(|stem| lemma.starts_with(stem));
        // Most articles have none of the words, most sentences of the others neither.
        let terms: Vec<bool> = self.analysis.terms.iter().map(|(lemma, _)| telling(lemma)).collect();
        let tells = |sentence: usize| {
            self.analysis.words.of(sentence).iter().any(|&term| terms.get(term as usize) == Some(&true))
        };
        let any = terms.contains(&true);
        let mut found: Vec<(Stance, usize)> = Vec::new();
        let sentences = self.analysis.sentences.iter().enumerate();
        for (sentence, structure) in sentences.filter(|(sentence, _)| any && tells(*sentence)) {
            let span = structure.span;
            let mentions = &self.analysis.mentions;
            let mentions = &mentions[beginning_in(mentions, span, |mention| mention.span)];
            if mentions.len() < 2 {
                continue;
            }
            for stance in self.of_sentence(lists, span, mentions) {
                if found.iter().all(|(known, _)| *known != stance) {
                    found.push((stance, sentence));
                }
            }
        }
        found
    }

    fn of_sentence(&self, lists: &Relations, span: Span, mentions: &[Mention]) -> Vec<Stance> {
        let text = self.analysis.article.text.as_str();
        let spans: Vec<Span> = words::words(span.of(text)).map(|word| word.shifted(span.start)).collect();
        let words = spans.iter().map(|word| word.of(text).lower_plain()).collect();
        let said = Said { spans, words, text };
        let mut stances = Vec::new();
        for phrase in lists.phrases {
            for start in 0..said.words.len() {
                let Some(behind) = said.read(phrase, lists, start) else { continue };
                let Some(subject) = self.subject(&said, lists, mentions, start) else { continue };
                for object in self.objects(&said, mentions, behind) {
                    if object != subject {
                        stances.push((subject, phrase.relation, object));
                    }
                }
            }
        }
        stances
    }

    /// The state or body of which the words from `start` on are said: the nearest before them that can be a subject.
    fn subject(&self, said: &Said, lists: &Relations, mentions: &[Mention], start: usize) -> Option<usize> {
        let at = said.spans[start].start;
        let before = mentions.iter().rev().filter(|mention| mention.span.end <= at);
        for mention in before {
            let number = said.spans.partition_point(|word| word.start < mention.span.start);
            let previous = number.checked_sub(1).map(|previous| said.words[previous].as_str());
            let breaks = number.checked_sub(1).is_none_or(|previous| said.is_broken(previous));
            let form = mention.span.of(said.text);
            let verb = |word: &str| lists.verb_endings.iter().any(|ending| word.ends_with(ending));
            // «политика США»: what has no cases is a subject only where its place tells so.
            let may_be = |word: &str| {
                lists.before_subject.contains(&word)
                    || form.chars().any(char::is_lowercase) && !lists.prepositions.contains(&word) && !verb(word)
            };
            if mention.form == form && (breaks || previous.is_some_and(may_be)) {
                let inner = said.spans.partition_point(|word| word.start < mention.span.end)..start;
                let undone = said.words[inner].iter().any(|word| lists.undoing.iter().any(|stem| undoes(word, stem)));
                return self.body(mention).filter(|_| !undone);
            }
            // «Польша обвинила Венгрию в сближении с Россией»: of whom is it said?
            if !breaks && previous.is_some_and(verb) {
                return None;
            }
        }
        None
    }

    /// The other party, and those that are listed with it.
    fn objects(&self, said: &Said, mentions: &[Mention], behind: usize) -> Vec<usize> {
        let Some(begin) = said.spans.get(behind).map(|word| word.start) else { return Vec::new() };
        let mut listed = mentions.iter().skip_while(|mention| mention.span.start < begin).peekable();
        let near = |mention: &&&Mention| {
            said.spans.partition_point(|word| word.start < mention.span.start) <= behind + ADJECTIVES
        };
        let Some(first) = listed.peek().filter(near) else { return Vec::new() };
        let mut end = first.span.start;
        let mut objects = Vec::new();
        for mention in listed {
            let gap = said.text.get(end..mention.span.start).unwrap_or(".").trim();
            if !matches!(gap, "" | "," | "и" | "and" | "і" | "та" | ", and") {
                break;
            }
            end = mention.span.end;
            objects.extend(self.body(mention));
        }
        objects
    }

    /// The state that a mention names or stands for, or the organization.
    fn body(&self, mention: &Mention) -> Option<usize> {
        if let Some(country) = mention.stands_for.as_deref().and_then(|key| self.countries.get(key)) {
            return Some(*country);
        }
        let entity = *self.entity_of.get(mention.entity)?;
        let is_country = self.entities[entity].reference.as_deref().is_some_and(|key| key.starts_with("country:"));
        (is_country || self.entities[entity].kind == EntityKind::Organization).then_some(entity)
    }
}

/// Whether a word takes back what is said: «не» is a whole word, longer ones are beginnings.
fn undoes(word: &str, stem: &str) -> bool {
    if stem.chars().count() <= 3 { word == stem } else { word.starts_with(stem) }
}

impl Said<'_> {
    /// The number of the word behind the phrase's preposition, where the phrase begins at `start`.
    fn read(&self, phrase: &Phrase, lists: &Relations, start: usize) -> Option<usize> {
        let mut at = start;
        for (number, stem) in phrase.stems.iter().enumerate() {
            let reach = if number == 0 { at } else { at + BETWEEN };
            at = (at..=reach).find(|&at| self.words.get(at).is_some_and(|word| word.starts_with(stem)))? + 1;
        }
        let end = self.words.len().min(at + 1 + BETWEEN);
        let preposition = (at..end).find(|&at| phrase.before_object.contains(&self.words[at].as_str()))?;
        let plain = |word: &String| lists.between.contains(&word.as_str());
        let unbroken = (at - 1..preposition).all(|at| !self.is_broken(at));
        let behind = preposition + 1;
        let article = self.words.get(behind).is_some_and(|word| word == "the");
        (self.words[at..preposition].iter().all(plain) && unbroken).then_some(behind + usize::from(article))
    }

    /// Whether a mark other than a space stands behind the word numbered `at`.
    fn is_broken(&self, at: usize) -> bool {
        let end = self.spans.get(at + 1).map_or(self.text.len(), |next| next.start);
        self.text.get(self.spans[at].end..end).is_some_and(|gap| !gap.trim().is_empty())
    }
}
