//! Speech that the article reports: «по словам N», «N заявил, что», «как отметил N», «пишет канал N».

use std::ops::Range;

use super::Draft;
use super::words::Words;
use crate::language::Pos;
use crate::span::Span;

/// How far a verb may stand from the conjunction that opens its clause, in tokens.
const CLAUSE: usize = 16;

/// Every piece of reported speech that no direct quote covers, in order.
pub(super) fn reported(words: &Words<'_>, direct: &[Draft]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (i, sentence) in words.material.sentences.iter().enumerate() {
        let search = Sentence { words, span: *sentence, tokens: words.inside(*sentence), direct };
        let found = search
            .about_the_sentence_before(i)
            .or_else(|| search.according())
            .or_else(|| search.that_clause())
            .or_else(|| search.colon_clause())
            .or_else(|| search.as_said())
            .or_else(|| search.trailing());
        let Some(draft) = found else { continue };
        let covered = |known: &Draft| {
            known.span.overlaps(draft.span)
                && (known.span.contains(draft.span) || known.span.len() * 2 > draft.span.len())
        };
        if !draft.span.is_empty() && !direct.iter().chain(&drafts).any(covered) {
            drafts.push(draft);
        }
    }
    drafts
}

/// Gives a quote that stands alone («…». Об этом сообщил N.) the attribution in the sentence behind it.
pub(super) fn attribute_by_next(words: &Words<'_>, direct: &mut [Draft]) {
    for (i, sentence) in words.material.sentences.iter().enumerate() {
        let search = Sentence { words, span: *sentence, tokens: words.inside(*sentence), direct };
        let Some(Draft { cue, verb, .. }) = search.about_the_sentence_before(i) else { continue };
        let before = words.material.sentences[i - 1];
        let alone = |draft: &&mut Draft| draft.cue.is_none() && !draft.follows && draft.span.overlaps(before);
        for draft in direct.iter_mut().filter(alone) {
            (draft.cue, draft.verb) = (cue, verb);
        }
    }
}

struct Sentence<'s> {
    words: &'s Words<'s>,
    span: Span,
    tokens: Range<usize>,
    direct: &'s [Draft],
}

impl Sentence<'_> {
    /// «Об этом сообщает N.»: what was said is the sentence before.
    fn about_the_sentence_before(&self, i: usize) -> Option<Draft> {
        let text = self.words.text();
        let lower = super::words::folded(self.span.of(text));
        self.words.speech.about_this.iter().find(|beginning| {
            lower.strip_prefix(**beginning).is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
        })?;
        let tells = |at: usize| self.words.says(at) || self.follows_from(at) || self.became_known(at);
        let told = self.tokens.clone().take(CLAUSE).find(|&at| tells(at))?;
        let verb = Some(told).filter(|&at| self.words.says(at));
        let before = *self.words.material.sentences.get(i.checked_sub(1)?)?;
        let gap = &text[before.end..self.span.start];
        let near = gap.matches('\n').count() <= 2;
        let span = self.without_stop(before);
        // «Всё готово к запуску». Об этом заявил N: the words are his own.
        let said = span.of(text);
        let own = said.starts_with('«') && said.ends_with('»') && said.matches('«').count() == 1;
        let span = if own { Span::new(span.start + '«'.len_utf8(), span.end - '»'.len_utf8()) } else { span };
        // The attribution of a direct quote adds nothing to it.
        near.then(|| Draft { span, direct: own, cue: Some(self.without_stop(self.span)), verb, follows: false })
    }

    /// «По словам N, …», «…, по данным N», «согласно N».
    fn according(&self) -> Option<Draft> {
        let start = self.tokens.clone().find(|&at| self.free(at) && self.opens_according(at).is_some())?;
        let noun = self.opens_according(start)?;
        let comma = self.comma_after(noun).filter(|comma| *comma <= noun + 14);
        let mention = self.words.mentions_in(Span::new(self.words.span(noun).start, self.span.end)).next();
        let mention_end = mention.map(|index| self.words.material.mentions[index].span);
        let cue_end = match (comma, mention_end) {
            (Some(comma), _) => self.words.span(comma).start,
            // Without a comma the source is what stands right behind.
            (None, Some(mention))
                if self.words.inside(Span::new(self.words.span(noun).end, mention.start)).len() <= 4 =>
            {
                mention.end
            }
            (None, _) => {
                let last = (noun + 1).min(self.tokens.end.saturating_sub(1));
                self.words.span(last).end
            }
        };
        let cue = Span::new(self.words.span(start).start, cue_end.min(self.span.end)).trimmed(self.words.text());
        Some(Draft { span: self.rest(cue), direct: false, cue: Some(cue), verb: None, follows: false })
    }

    /// The token of the noun («словам») if the token opens «по словам», «по его словам», «согласно».
    fn opens_according(&self, at: usize) -> Option<usize> {
        let (_, nouns) = self.words.speech.according.iter().find(|(word, _)| *word == self.words.lower(at))?;
        if nouns.is_empty() {
            return Some(at);
        }
        let follows = |at: usize| at < self.tokens.end && nouns.contains(&self.words.lower(at));
        if follows(at + 1) {
            return Some(at + 1);
        }
        // «по его словам», «по предварительным данным»
        let between = self.words.speech.possessives.contains(&self.words.lower(at + 1))
            || self.words.pos(at + 1) == Pos::Adjective;
        (between && follows(at + 2)).then_some(at + 2)
    }

    /// «N заявил, что …»
    fn that_clause(&self) -> Option<Draft> {
        let comma_needed = self.words.material.language != "en";
        for verb in self.tokens.clone() {
            let predicate = self.words.speech.predicates.contains(&self.words.lower(verb));
            if !self.free(verb) || !(self.words.says(verb) || predicate) || self.words.denies(verb) {
                continue;
            }
            let that = (verb + 1..self.tokens.end.min(verb + CLAUSE)).find(|&at| {
                let opens = self.words.speech.that.contains(&self.words.lower(at));
                opens && (!comma_needed || self.words.lower(at - 1) == ",")
            });
            let Some(that) = that else { continue };
            // Another verb of saying nearer to the clause is the one that opens it.
            if (verb + 1..that).any(|at| self.words.says(at)) {
                continue;
            }
            let span =
                self.without_stop(Span::new(self.words.span(that).end, self.span.end).trimmed(self.words.text()));
            let end = self.words.span(that.saturating_sub(usize::from(comma_needed))).start;
            let cue = Span::new(self.cue_start(verb), end).trimmed(self.words.text());
            return Some(Draft { span, direct: false, cue: Some(cue), verb: Some(verb), follows: false });
        }
        None
    }

    /// «N предупредил: ставка вырастет», «Bloomberg: ставка вырастет».
    fn colon_clause(&self) -> Option<Draft> {
        let text = self.words.text();
        let colon = self.tokens.clone().find(|&at| self.words.lower(at) == ":")?;
        if !self.free(colon) {
            return None;
        }
        let span = self.without_stop(Span::new(self.words.span(colon).end, self.span.end).trimmed(text));
        let quoted = self.direct.iter().any(|draft| draft.span.overlaps(span));
        let clause = self.words.is_clause(span) || self.words.word_count(self.words.inside(span)) >= 2;
        if quoted || !clause || span.of(text).starts_with(['«', '"', '“', '„']) {
            return None;
        }
        let cue = Span::new(self.span.start, self.words.span(colon).start).trimmed(text);
        let range = self.words.inside(cue);
        let before = colon.checked_sub(1)?;
        // The verb, or what it says of whom it told, stands right before the colon.
        let verb = range.clone().rev().take(4).find(|&at| self.words.says_plainly(at) || self.words.is_predicate(at));
        let ends_with_verb = verb.is_some_and(|verb| {
            !self.words.denies(verb) && (verb == before || !self.words.mentions_in(cue).is_empty())
        });
        let mentions = &self.words.material.mentions[self.words.mentions_in(cue)];
        let label = matches!(mentions, [only] if only.span == cue
            && only.kind == crate::language::EntityKind::Organization)
            && self.words.is_clause(span);
        if ends_with_verb {
            return Some(Draft { span, direct: false, cue: Some(cue), verb, follows: false });
        }
        label.then_some(Draft { span, direct: false, cue: Some(cue), verb: None, follows: false })
    }

    /// Where the clause of a verb begins: behind a direct quote before it in the sentence.
    fn cue_start(&self, verb: usize) -> usize {
        let before = self.words.span(verb).start;
        let quoted =
            self.direct.iter().map(|draft| draft.span.end).filter(|end| *end <= before && *end > self.span.start).max();
        quoted.unwrap_or(self.span.start)
    }

    /// «Как отметил N, …», «…, как пишет N».
    fn as_said(&self) -> Option<Draft> {
        let start = self.tokens.clone().find(|&at| {
            let opens = self.words.speech.as_word.contains(&self.words.lower(at)) && self.free(at);
            let first = at == self.tokens.start || matches!(self.words.lower(at - 1), "," | "(" | "—" | "–");
            opens
                && first
                && (at + 1..(at + 4).min(self.tokens.end)).any(|verb| self.words.says(verb) || self.became_known(verb))
        })?;
        let at = (start + 1..self.tokens.end).find(|&at| self.words.says(at) || self.became_known(at))?;
        let verb = Some(at).filter(|&at| !self.became_known(at));
        let end = match self.comma_after(at) {
            Some(comma) => self.words.span(comma).start,
            None => self.without_stop(self.span).end,
        };
        let cue = Span::new(self.words.span(start).start, end).trimmed(self.words.text());
        let span = self.rest(cue);
        let said = self.words.word_count(self.words.inside(span)) >= 2;
        said.then_some(Draft { span, direct: false, cue: Some(cue), verb, follows: false })
    }

    /// «как стало известно „Коммерсанту“»: whom it became known to tells it.
    fn became_known(&self, at: usize) -> bool {
        matches!(self.words.lower(at), "известно" | "відомо")
    }

    /// «…, сообщает N.», «… — пишет N.»
    fn trailing(&self) -> Option<Draft> {
        let verb = self.tokens.clone().rev().take(CLAUSE).find(|&at| {
            let joint = at > self.tokens.start && matches!(self.words.lower(at - 1), "," | "—" | "–" | "-");
            joint && self.free(at) && (self.words.says_plainly(at) || self.follows_from(at))
        })?;
        let cue = self.without_stop(Span::new(self.words.span(verb).start, self.span.end));
        let outlet = (verb + 1..(verb + 3).min(self.tokens.end))
            .any(|at| self.words.speech.outlets.contains(&self.words.lemma(at)));
        let named = !self.words.mentions_in(cue).is_empty();
        let no_clause = !(verb + 1..self.tokens.end).any(|at| self.words.speech.that.contains(&self.words.lower(at)));
        let said = &self.words.text()[self.span.start..self.words.span(verb - 1).start];
        let said = said.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '—' | '–' | '-'));
        let said = Span::new(self.span.start, self.span.start + said.len());
        let long = self.words.word_count(self.words.inside(said)) >= 2;
        let verb = Some(verb).filter(|&verb| !self.follows_from(verb));
        ((outlet || named) && no_clause && long).then_some(Draft {
            span: said,
            direct: false,
            cue: Some(cue),
            verb,
            follows: false,
        })
    }

    /// «следует из отчёта N»
    fn follows_from(&self, at: usize) -> bool {
        matches!(self.words.lower(at), "следует" | "випливає") && matches!(self.words.lower(at + 1), "из" | "з" | "із")
    }

    /// The sentence without a cue at its beginning or end; all of it where the cue stands inside.
    fn rest(&self, cue: Span) -> Span {
        let text = self.words.text();
        let whole = self.without_stop(self.span);
        let before = text[whole.start..cue.start]
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '—' | '–' | '-' | '('));
        let after = &text[cue.end.min(whole.end)..whole.end];
        let after =
            after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '—' | '–' | '-' | ')' | ':'));
        match (before.is_empty(), after.is_empty()) {
            (true, _) => Span::new(whole.end - after.len(), whole.end),
            (false, true) => Span::new(whole.start, whole.start + before.len()),
            (false, false) => whole,
        }
    }

    fn without_stop(&self, span: Span) -> Span {
        let kept =
            span.of(self.words.text()).trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '!' | '…'));
        Span::new(span.start, span.start + kept.len())
    }

    fn comma_after(&self, at: usize) -> Option<usize> {
        (at + 1..self.tokens.end).find(|&at| self.words.lower(at) == ",")
    }

    /// Whether the token stands in no direct quote.
    fn free(&self, at: usize) -> bool {
        let span = self.words.span(at);
        !self.direct.iter().any(|draft| draft.span.contains(span))
    }
}
