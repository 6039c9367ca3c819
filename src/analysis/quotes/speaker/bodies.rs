//! Bodies that speak: outlets, press services, ministries.

use std::ops::Range;

use super::{MEMORY, Memory};
use crate::language::{EntityKind, Pos, is_animate};
use crate::span::Span;

impl Memory<'_> {
    /// «сообщил глава Минфина»: the body belongs to someone who is not named. An outlet's own noun
    /// («пишет издание N») says what the body is.
    pub(super) fn follows_noun_of_person(&self, span: Span, verb: usize) -> bool {
        let verb_end = self.words.span(verb).end;
        if span.start < verb_end {
            return false;
        }
        let between = self.words.inside(Span::new(verb_end, span.start));
        between
            .into_iter()
            .any(|at| self.words.pos(at) == Pos::Noun && !self.words.speech.outlets.contains(&self.words.lemma(at)))
    }

    /// «В публикации отмечается», «Подчёркивается, что»: the body whose words the article passed on last.
    pub(super) fn publication(&self, cue: Span, before: usize, range: Range<usize>, verb: usize) -> Option<usize> {
        const PUBLICATIONS: &[&str] = &["публикация", "статья", "материал", "заметка", "пост", "текст"];
        let impersonal = self.words.lower(verb).ends_with("тся") && self.words.mentions_in(cue).is_empty();
        let mut nouns = range.filter(|&at| self.words.pos(at) == Pos::Noun);
        let (last, said) = self.last.filter(|(_, said)| *said + MEMORY >= before)?;
        let named_since = self.words.mentions_in(Span::new(said.min(before), before));
        let alone =
            self.words.material.mentions[named_since].iter().all(|m| m.entity == last || m.kind == EntityKind::Place);
        let is_body = self.words.material.entities[last].kind == EntityKind::Organization;
        let fits = impersonal && is_body && alone && nouns.all(|at| PUBLICATIONS.contains(&self.words.lemma(at)));
        fits.then_some(last)
    }

    /// «рассказали РБК два источника», «сообщил ТАСС представитель завода», «сообщили ТАСС в пресс-службе суда»: the body
    /// right behind the verb is told, when somebody else follows it. A name that has no cases does not show it.
    pub(super) fn is_told(&self, span: Span, cue: Span, verb: usize) -> bool {
        let verb_end = self.words.span(verb).end;
        if span.start < verb_end || self.words.inside(Span::new(verb_end, span.start)).any(|at| self.words.is_word(at))
        {
            return false;
        }
        let rest = self.words.inside(Span::new(span.end, cue.end.max(span.end)));
        let plural = self.words.lower(verb).ends_with("ли") || self.words.lower(verb).ends_with("лись");
        let mut next = rest.filter(|&at| self.words.is_word(at)).take(3);
        if plural {
            return next.next().is_some();
        }
        let language = self.words.material.language;
        next.take_while(|&at| self.words.pos(at) != Pos::Function)
            .any(|at| self.words.pos(at) == Pos::Noun && is_animate(language, self.words.lower(at)))
    }

    /// «сообщили в N», «говорится в сообщении N».
    pub(super) fn body(&self, cue: Span, verb: usize) -> Option<usize> {
        if let Some(body) = self.body_before(cue, verb) {
            return Some(body);
        }
        let linked = self.words.speech.inner_link.contains(&self.words.lower(verb + 1));
        let plural = self.words.lower(verb).ends_with("ли")
            || self.words.lower(verb).ends_with("ся")
            || self.words.lower(verb).ends_with("ют");
        if !linked || !plural {
            return None;
        }
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let verb_end = self.words.span(verb).end;
        let mut bodies = mentions.iter().filter(|m| m.kind == EntityKind::Organization && m.span.start >= verb_end);
        let body = bodies.next()?;
        let near = self.words.inside(Span::new(verb_end, body.span.start)).len() <= 4;
        near.then_some(body.entity)
    }

    /// «издание „Медуза“ со ссылкой на два источника в правительстве сообщило»
    pub(super) fn outlet_that_cites(&self, cue: Span) -> Option<usize> {
        let said = cue.of(self.words.text()).to_lowercase();
        let cites = self.words.speech.citing.iter().any(|phrase| said.contains(phrase));
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let first = mentions.first().filter(|mention| cites && mention.kind == EntityKind::Organization)?;
        // At most what kind of outlet it is stands before it.
        let before = self.words.inside(Span::new(cue.start, first.span.start));
        let opens = self.words.word_count(before) <= 2;
        opens.then_some(first.entity)
    }

    /// «сообщила пресс-служба „Казахтелекома“»
    pub(super) fn press_service(&self, cue: Span, verb: usize) -> Option<usize> {
        const SERVICES: &[&str] = &["пресс-служба", "пресс-центр", "прес-служба", "служба", "администрация"];
        if !SERVICES.contains(&self.words.lemma(verb + 1)) {
            return None;
        }
        let end = self.words.span(verb + 1).end;
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let body = mentions.iter().find(|m| m.kind == EntityKind::Organization && m.span.start >= end)?;
        let between = self.words.inside(Span::new(end, body.span.start));
        (self.words.word_count(between) == 0).then_some(body.entity)
    }

    /// «в Кремле заявили», «в пресс-службе „Газпрома“ уточнили», «в заявлении N говорится».
    pub(super) fn body_before(&self, cue: Span, verb: usize) -> Option<usize> {
        let word = self.words.lower(verb);
        let impersonal = ["ли", "лись", "ся", "ют", "ят", "ут"].iter().any(|ending| word.ends_with(ending));
        if !impersonal {
            return None;
        }
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let verb_start = self.words.span(verb).start;
        let body = mentions.iter().rfind(|m| m.kind == EntityKind::Organization && m.span.end <= verb_start)?;
        let between = self.words.inside(Span::new(body.span.end, verb_start));
        let first = self.words.inside(Span::new(body.span.start, body.span.end)).start;
        // Back over a quotation mark and what the body's own part is called.
        let opens = (first.saturating_sub(5)..first).rev().find(|&at| {
            !matches!(self.words.pos(at), Pos::Noun | Pos::Adjective | Pos::Mark) || self.words.lower(at) == ","
        })?;
        let linked = self.words.speech.inner_link.contains(&self.words.lower(opens)) || self.words.lower(opens) == "у";
        (linked && between.len() <= 3).then_some(body.entity)
    }
}
