//! Whom an attribution names.
//!
//! A name in the nominative beside the verb is certain. A pronoun or a role («сказал журналист») is
//! resolved only where a single person fits; otherwise the quote has no speaker.

mod bodies;
mod pronouns;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Draft;
use super::words::{Words, folded};
use crate::language::{EntityKind, Pos, is_animate};
use crate::span::Span;

/// How far back a pronoun may point, in bytes of text: some four sentences.
const MEMORY: usize = 1200;

/// The speaker of each of `drafts` (which are in order), as an index into the article's entities.
pub(super) fn speakers(words: &Words<'_>, drafts: &[Draft]) -> Vec<Option<usize>> {
    let roles = roles(words);
    let mut memory = Memory { words, drafts, roles, last: None };
    let mut found: Vec<Option<usize>> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let speaker = match draft.cue {
            _ if draft.follows => found.last().copied().flatten(),
            Some(cue) => memory.speaker(cue, draft),
            None => None,
        };
        if let (Some(entity), Some(cue)) = (speaker, draft.cue) {
            memory.last = Some((entity, cue.start.max(draft.span.end)));
        }
        found.push(speaker);
    }
    found
}

/// The nouns that introduce each person or body, with the byte where they do: «журналист» → Олевский.
type Roles = BTreeMap<String, BTreeMap<usize, usize>>;

/// Reads every mention's apposition: the nouns before it, back to a verb or the sentence's beginning.
fn roles(words: &Words<'_>) -> Roles {
    let mut roles: Roles = BTreeMap::new();
    for mention in words.material.mentions {
        if mention.kind == EntityKind::Place {
            continue;
        }
        let sentence = words.sentence_at(mention.span.start);
        let before = words.inside(Span::new(sentence.start.min(mention.span.start), mention.span.start));
        let mut nouns = Vec::new();
        for at in before.rev().take(9) {
            if words.pos(at) == Pos::Verb || matches!(words.lower(at), "." | ":" | ";" | "(" | ")") {
                break;
            }
            // «глава МИД Лавров и госсекретарь Рубио»: each has a role of their own.
            let span = words.span(at);
            let other = words.mentions_in(Span::new(span.start, span.end));
            if words.material.mentions[other].iter().any(|other| other.kind == EntityKind::Person) {
                break;
            }
            if words.pos(at) == Pos::Noun {
                nouns.push(words.lemma(at).to_owned());
            }
        }
        let reach = if mention.kind == EntityKind::Organization { 2 } else { nouns.len() };
        for noun in nouns.into_iter().take(reach) {
            roles.entry(noun).or_default().entry(mention.entity).or_insert(mention.span.start);
        }
    }
    roles
}

struct Memory<'s> {
    words: &'s Words<'s>,
    drafts: &'s [Draft],
    roles: Roles,
    /// Who spoke last, and where.
    last: Option<(usize, usize)>,
}

impl Memory<'_> {
    fn speaker(&self, cue: Span, draft: &Draft) -> Option<usize> {
        let range = self.words.inside(cue);
        // A long quote before its attribution is no distance.
        let at = cue.start.min(draft.span.start);
        let Some(verb) = draft.verb else { return self.source(cue, range, at) };
        if self.is_pronoun(verb + 1) || verb > range.start && self.is_pronoun(verb - 1) {
            return self.pronoun(at, range, verb);
        }
        self.quoted(cue, verb)
            .or_else(|| self.named(cue, verb))
            .or_else(|| self.pronoun(at, range.clone(), verb))
            .or_else(|| self.body(cue, verb))
            .or_else(|| self.outlet_that_cites(cue))
            .or_else(|| self.press_service(cue, verb))
            .or_else(|| self.role(at, range.clone(), verb))
            .or_else(|| self.publication(cue, at, range, verb))
    }

    /// «по словам N»: the first person named, or else the first body.
    fn source(&self, cue: Span, range: Range<usize>, at: usize) -> Option<usize> {
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let of_kind = |kind| mentions.iter().find(|mention| mention.kind == kind).map(|mention| mention.entity);
        let named = of_kind(EntityKind::Person).or_else(|| of_kind(EntityKind::Organization));
        if named.is_some() {
            return named;
        }
        let possessive =
            range.clone().take(3).find(|&at| self.words.speech.possessives.contains(&self.words.lower(at)));
        if let Some(word) = possessive {
            let feminine = match self.words.lower(word) {
                "ее" | "її" => Some(true),
                "его" | "його" => Some(false),
                _ => None,
            };
            return self.person_before(at, feminine);
        }
        let first = range.start;
        self.role(at, range, first)
    }

    /// «цитирует Делягина „Интерфакс“», «приводит ТАСС слова Делягина»: the person who is quoted.
    fn quoted(&self, cue: Span, verb: usize) -> Option<usize> {
        if !self.words.speech.quoting.contains(&self.words.lemma(verb))
            && !self.words.speech.quoting.contains(&self.words.lower(verb))
        {
            return None;
        }
        let text = self.words.text();
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let person = mentions.iter().find(|mention| {
            mention.kind == EntityKind::Person && folded(&mention.form) != folded(mention.span.of(text))
        });
        person.map(|mention| mention.entity)
    }

    /// A mention in the nominative: the person nearest to the verb, or a body right beside it.
    fn named(&self, cue: Span, verb: usize) -> Option<usize> {
        let text = self.words.text();
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let nominative = |form: &str, span: Span| folded(form) == folded(span.of(text));
        let distance = |span: Span| {
            let verb = self.words.span(verb);
            let between =
                if span.start > verb.start { Span::new(verb.end, span.start) } else { Span::new(span.end, verb.start) };
            let range = self.words.inside(Span::new(between.start.min(between.end), between.end));
            // A clause boundary puts a name out of the verb's reach.
            let commas = range.clone().filter(|&at| matches!(self.words.lower(at), "," | "—" | "–")).count();
            range.len() + commas * 3
        };
        let quoted = |span: Span| self.drafts.iter().any(|draft| draft.direct && draft.span.contains(span));
        let free = mentions.iter().filter(|mention| !quoted(mention.span));
        let persons = free.clone().filter(|m| m.kind == EntityKind::Person && nominative(&m.form, m.span));
        if let Some(person) = persons.min_by_key(|mention| (distance(mention.span), mention.span)) {
            return Some(person.entity);
        }
        // A name whose form deceives («Мората парировал») is still the subject right before its verb.
        let verb_start = self.words.span(verb).start;
        let named = free.clone().filter(|m| m.kind == EntityKind::Person);
        if let Some(person) = named.clone().find(|m| m.span.end < verb_start && distance(m.span) == 0)
            && named.count() == 1
        {
            return Some(person.entity);
        }
        let near = |kind: EntityKind| if kind == EntityKind::Place { 0 } else { 3 };
        free.filter(|m| m.kind != EntityKind::Person && nominative(&m.form, m.span))
            .filter(|m| distance(m.span) <= near(m.kind) && !self.follows_noun_of_person(m.span, verb))
            .filter(|m| !self.is_told(m.span, cue, verb))
            .min_by_key(|mention| (distance(mention.span), mention.span))
            .map(|mention| mention.entity)
    }

    /// «объяснил журналист», «пишет издание»: the only one introduced as such.
    fn role(&self, before: usize, range: Range<usize>, verb: usize) -> Option<usize> {
        let noun = (verb..range.end)
            .chain((range.start..verb).rev())
            .find(|&at| self.words.pos(at) == Pos::Noun && !self.in_according(at))?;
        let lemma = self.words.lemma(noun);
        // Somebody is named here who could not be read as the speaker: then nobody else is he.
        let cue = Span::new(self.words.span(range.start).start, self.words.span(range.end - 1).end);
        let names_somebody = self.words.material.mentions[self.words.mentions_in(cue)].iter().any(|mention| {
            mention.kind == EntityKind::Person
                && !self.drafts.iter().any(|draft| draft.direct && draft.span.contains(mention.span))
        });
        // «канал» is the «телеграм-канал» too.
        let same = |role: &str| role == lemma || role.rsplit_once('-').is_some_and(|(_, noun)| noun == lemma);
        let entities = self.roles.iter().filter(|(role, _)| same(role)).flat_map(|(_, entities)| entities);
        let known: BTreeSet<usize> =
            entities.filter(|(_, place)| **place < before).map(|(entity, _)| *entity).collect();
        let known: Vec<usize> = known.into_iter().collect();
        if let [only] = known[..] {
            return Some(only);
        }
        // «лидер страны отметил» where one person alone has been named so far.
        if known.is_empty() && self.words.speech.people.contains(&lemma) {
            let mentions = self.words.material.mentions.iter();
            let named: BTreeSet<usize> = mentions
                .filter(|mention| mention.kind == EntityKind::Person && mention.span.end <= before)
                .map(|mention| mention.entity)
                .collect();
            if named.len() == 1 {
                return named.first().copied();
            }
        }
        let (last, said) = self.last.filter(|(_, said)| *said + MEMORY >= before)?;
        let outlet = self.words.speech.outlets.contains(&lemma);
        let is_body = self.words.material.entities[last].kind == EntityKind::Organization;
        // Who wrote what the outlet published, where nobody is named as its author: its words are the outlet's.
        let outlets_own = self.words.speech.authors.contains(&lemma) && is_body && self.is_outlet(last);
        if known.is_empty() && outlets_own && !names_somebody {
            return Some(last);
        }
        if known.contains(&last) || (outlet && is_body) {
            return Some(last);
        }
        // «…», — сказал Петров. «…», — добавил эксперт: nobody else was named in between.
        let others = self.words.mentions_in(Span::new(said.min(before), before));
        let alone =
            self.words.material.mentions[others].iter().all(|m| m.entity == last || m.kind != EntityKind::Person);
        let human = is_animate(self.words.material.language, self.words.lower(noun));
        (known.is_empty()
            && human
            && !names_somebody
            && !outlet
            && !is_body
            && alone
            && before.saturating_sub(said) < MEMORY / 2)
            .then_some(last)
    }

    /// Whether a body was introduced as one that publishes: «телеграм-канал „Бережок“».
    fn is_outlet(&self, entity: usize) -> bool {
        self.words.speech.outlets.iter().any(|noun| self.roles.get(*noun).is_some_and(|of| of.contains_key(&entity)))
    }

    /// Whether the token is the noun of «по словам», which names nobody.
    fn in_according(&self, at: usize) -> bool {
        let lower = self.words.lower(at);
        self.words.speech.according.iter().any(|(_, nouns)| nouns.contains(&lower))
    }
}
