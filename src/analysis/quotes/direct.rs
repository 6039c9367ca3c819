//! Direct speech: between marks, after a dash, or a paragraph with its attribution on the next line.

use super::Draft;
use super::dialogue;
use super::marks::{Marked, lines, marked};
use super::words::Words;
use crate::span::Span;

/// How far into a cue its verb may stand, in tokens.
const CUE: usize = 30;

/// Every piece of direct speech, in order.
pub(super) fn direct(words: &Words<'_>) -> Vec<Draft> {
    let lines = lines(words.text());
    let marked = marked(words.text(), &lines);
    let mut drafts: Vec<Draft> = Vec::new();
    for (i, pair) in marked.iter().enumerate() {
        let search = Search { words, marked: &marked };
        if let Some(parts) = search.interrupted(pair.inner) {
            drafts.extend(parts);
            continue;
        }
        // What a colon introduces belongs to who stands before it, whoever is named behind it.
        let introduced = words.text()[..pair.outer.start].trim_end().ends_with(':');
        let before = if introduced { search.attributed_before(i, drafts.last()) } else { None };
        let attributed = before
            .filter(|(_, verb)| verb.is_some())
            .or_else(|| search.attributed_after(i))
            .or_else(|| search.attributed_before(i, drafts.last()));
        let draft = match attributed {
            Some((cue, verb)) => Some(Draft { span: pair.inner, direct: true, cue, verb, follows: false }),
            None => search
                .continued(i, drafts.last())
                .or_else(|| search.unattributed(i, drafts.last()))
                .or_else(|| search.embedded(i)),
        };
        drafts.extend(draft);
    }
    let spoken: Vec<Draft> = lines.iter().enumerate().flat_map(|(i, _)| dashed(words, &lines, i, &marked)).collect();
    let spoken = spoken.into_iter().chain(dialogue::dialogue(words, &lines, &marked));
    for draft in spoken {
        if !drafts.iter().any(|known| known.span.overlaps(draft.span)) {
            drafts.push(draft);
        }
    }
    for draft in &mut drafts {
        // The comma of «"Prices will rise," said N» belongs to the attribution.
        let kept = draft.span.of(words.text()).trim_end_matches([',', ' ', '\u{a0}']).len();
        draft.span = Span::new(draft.span.start, draft.span.start + kept);
    }
    drafts.retain(|draft| !draft.span.is_empty());
    drafts.sort_by_key(|draft| draft.span);
    drafts
}

/// The words that attribute a quote, if they are known, and the verb among them.
type Attribution = (Option<Span>, Option<usize>);

struct Search<'s> {
    words: &'s Words<'s>,
    marked: &'s [Marked],
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '-' | '―' | '−')
}

fn is_stop(c: char) -> bool {
    matches!(c, ',' | '.' | '!' | '?' | '…' | ';')
}

impl Search<'_> {
    /// «…», — сказал N. «…», сообщил N.
    fn attributed_after(&self, i: usize) -> Option<Attribution> {
        let pair = self.marked[i];
        let text = self.words.text();
        let rest = &text[pair.outer.end..];
        let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || is_stop(c)).len();
        let between = &rest[..skipped];
        let after = &rest[skipped..];
        let dash = after.chars().next().filter(|c| is_dash(*c));
        let stopped = between.contains(is_stop) || pair.inner.of(text).ends_with(is_stop);
        let start = pair.outer.end + skipped + dash.map_or(0, char::len_utf8);
        if start >= text.len() || (dash.is_none() && (between.contains('\n') || between.contains('.'))) {
            return None;
        }
        let cue = self.cue_from(start)?;
        let range = self.words.inside(cue);
        let reach = if dash.is_some() { CUE } else { 5 };
        let verb = range.clone().take(reach).find(|&at| self.words.says(at));
        let first = verb.is_some_and(|verb| verb <= range.start + 1);
        let dashed = dash.is_some() && (stopped || first);
        // «Вы уйдёте?» Орбан ответил: a sentence of its own.
        let plain = dash.is_none() && between.contains([',', ';']) && verb.is_some()
            || dash.is_none() && stopped && after.starts_with(char::is_lowercase)
            || dash.is_none() && stopped && self.words.material.language != "ru";
        if verb.is_some() && (dashed || plain) {
            // «Спартак», — сообщил N: one word with a stop is speech only before its own verb.
            let speech = self.words.word_count(self.words.inside(pair.inner)) >= 2
                || first
                || pair.inner.of(text).ends_with(['!', '?']);
            return speech.then_some((Some(cue), verb));
        }
        // «…», — Токаев.
        let named = dash.is_some() && stopped && self.words.word_count(range.clone()) <= 8;
        let signed = named && !self.words.mentions_in(cue).is_empty() && self.words.is_clause(pair.inner);
        signed.then_some((Some(cue), None))
    }

    /// From `start` to the end of the sentence, or to the next quote of the same speaker.
    fn cue_from(&self, start: usize) -> Option<Span> {
        let text = self.words.text();
        let start = start + (text[start..].len() - text[start..].trim_start().len());
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = self.words.sentence_at(start).end.min(line_end);
        let next = self.marked.iter().find(|pair| {
            pair.outer.start >= start && pair.outer.start < end && {
                let before = text[start..pair.outer.start].trim_end();
                before.ends_with(|c| is_dash(c) || c == ':')
            }
        });
        let end = next.map_or(end, |pair| pair.outer.start);
        if end <= start {
            return None;
        }
        let trimmed = text[start..end]
            .trim_end_matches(|c: char| c.is_whitespace() || is_dash(c) || matches!(c, '.' | ',' | ':'));
        (!trimmed.is_empty()).then_some(Span::new(start, start + trimmed.len()))
    }

    /// N заявил: «…»
    fn attributed_before(&self, i: usize, last: Option<&Draft>) -> Option<Attribution> {
        let pair = self.marked[i];
        let text = self.words.text();
        let before = text[..pair.outer.start].trim_end();
        let before = before.strip_suffix(is_dash).unwrap_or(before).trim_end().strip_suffix(':')?;
        let sentence = self.words.sentence_at(before.len().saturating_sub(1));
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let quoted = last.map_or(0, |draft| {
            let pair = self.marked[..i].iter().rfind(|pair| pair.outer.contains(draft.span));
            pair.map_or(draft.span.end, |pair| pair.outer.end).min(before.len())
        });
        let mut start = sentence.start.min(before.len()).max(line);
        // In «A», — сказал N и добавил: «B» the cue begins behind the first quote.
        if quoted > start {
            let gap =
                text[quoted..before.len()].trim_start_matches(|c: char| c.is_whitespace() || is_stop(c) || is_dash(c));
            start = before.len() - gap.len();
        }
        let cue = Span::new(start, before.len()).trimmed(text);
        let range = self.words.inside(cue);
        let verb = range.clone().rev().take(CUE).find(|&at| self.words.says(at) || self.words.is_predicate(at));
        let short = self.words.word_count(range) <= 8;
        let named = short && !self.words.mentions_in(cue).is_empty();
        let speech = self.words.is_clause(pair.inner) || pair.inner.of(text).ends_with(['.', '!', '?', '…']);
        match verb {
            Some(_) => Some((Some(cue), verb)),
            None => (speech && (named || self.words.is_clause(pair.inner))).then_some((Some(cue), None)),
        }
    }

    /// «A», — сказал N. — «B»: nothing but marks between the attribution and the quote.
    fn continued(&self, i: usize, last: Option<&Draft>) -> Option<Draft> {
        let pair = self.marked[i];
        let cue = last?
            .cue
            .filter(|cue| cue.start >= last.map_or(0, |draft| draft.span.end) && cue.end <= pair.outer.start)?;
        let between = &self.words.text()[cue.end..pair.outer.start];
        let marks = between.chars().all(|c| c.is_whitespace() && c != '\n' || is_stop(c) || is_dash(c));
        let clause = between.contains(is_dash) || self.words.is_clause(pair.inner);
        (marks && clause).then(|| Draft {
            span: pair.inner,
            direct: true,
            cue: Some(cue),
            verb: last.and_then(|draft| draft.verb),
            follows: true,
        })
    }

    /// A whole sentence, or paragraph, in marks.
    fn unattributed(&self, i: usize, last: Option<&Draft>) -> Option<Draft> {
        let pair = self.marked[i];
        let text = self.words.text();
        let before = text[..pair.outer.start].trim_end_matches([' ', '\u{a0}']);
        let after = text[pair.outer.end..].trim_start_matches([' ', '\u{a0}', '.', '!', '?', '…']);
        let ended = pair.inner.of(text).ends_with(['.', '!', '?', '…'])
            || text[pair.outer.end..].trim_start().starts_with(['.', '!', '?', '…']);
        let alone_before = before.is_empty() || before.ends_with(['\n', '.', '!', '?', '…', '»', '”', '"']);
        let alone_after = after.is_empty()
            || after.starts_with('\n')
            || ended && after.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"' | '“'));
        let capital = pair.inner.of(text).starts_with(char::is_uppercase);
        if !(alone_before && alone_after && ended && capital && self.words.is_clause(pair.inner)) {
            return None;
        }
        let follows = last.is_some_and(|last| {
            let end = last.cue.map_or(last.span.end, |cue| cue.end.max(last.span.end));
            end <= pair.outer.start && text[end..pair.outer.start].chars().all(|c| c != '\n' && !c.is_alphanumeric())
        });
        Some(Draft { span: pair.inner, direct: true, cue: None, verb: None, follows })
    }

    /// N назвал решение «ошибкой, о которой все пожалеют».
    fn embedded(&self, i: usize) -> Option<Draft> {
        let pair = self.marked[i];
        let text = self.words.text();
        let sentence = self.words.sentence_at(pair.outer.start);
        let inner = self.words.inside(pair.inner);
        let own_words = pair.inner.of(text).starts_with(char::is_lowercase) || self.words.is_clause(pair.inner);
        let before = self.words.inside(Span::new(sentence.start, pair.outer.start.max(sentence.start)));
        let named = before.clone().rev().take(2).any(|at| self.words.speech.naming.contains(&self.words.lemma(at)));
        let titled = pair.inner.of(text).starts_with("О ") || pair.inner.of(text).starts_with("Об ");
        if self.words.word_count(inner) < 4 || !own_words || named || titled {
            return None;
        }
        let after = self.words.inside(Span::new(pair.outer.end, sentence.end.max(pair.outer.end)));
        let free = |at: &usize| !self.marked.iter().any(|other| other.outer.contains(self.words.span(*at)));
        let verb = before.clone().rev().filter(free).find(|&at| self.words.says(at));
        let verb = verb.or_else(|| after.filter(free).find(|&at| self.words.says(at)))?;
        let cue = if self.words.span(verb).start < pair.outer.start {
            Span::new(sentence.start, pair.outer.start).trimmed(text)
        } else {
            Span::new(pair.outer.end, sentence.end).trimmed(text)
        };
        Some(Draft { span: pair.inner, direct: true, cue: Some(cue), verb: Some(verb), follows: false })
    }

    /// «Мы победим, — сказал N, — и вернёмся»: the attribution stands inside the marks.
    fn interrupted(&self, inner: Span) -> Option<Vec<Draft>> {
        split_by_cue(self.words, inner)
    }
}

/// Takes `span` apart where a dash after a stop opens an attribution: the words before it, and those
/// behind the dash that closes it.
fn split_by_cue(words: &Words<'_>, span: Span) -> Option<Vec<Draft>> {
    let text = words.text();
    let dashes: Vec<(usize, usize)> = span
        .of(text)
        .char_indices()
        .filter(|(_, c)| is_dash(*c))
        .map(|(at, c)| (span.start + at, span.start + at + c.len_utf8()))
        .filter(|(start, _)| {
            text[span.start..*start].trim_end().ends_with(is_stop) && text[..*start].ends_with(char::is_whitespace)
        })
        .collect();
    for (i, &(start, end)) in dashes.iter().enumerate() {
        let limit = words.sentence_at(end).end.min(span.end).max(end);
        let close = dashes.get(i + 1).filter(|(next, _)| *next <= limit || text[end..*next].len() < 200);
        let cue_end = close.map_or(limit, |(next, _)| *next);
        let cue = Span::new(end, cue_end).trimmed(text);
        let range = words.inside(cue);
        let Some(verb) = range.clone().take(4).find(|&at| words.says(at)) else { continue };
        let cue = Span::new(
            cue.start,
            cue.start + cue.of(text).trim_end_matches(|c: char| is_stop(c) || c.is_whitespace()).len(),
        );
        let first = Span::new(span.start, start).trimmed(text);
        let first = Span::new(first.start, first.start + first.of(text).trim_end_matches([',', ' ']).len());
        let mut parts = vec![Draft { span: first, direct: true, cue: Some(cue), verb: Some(verb), follows: false }];
        if let Some((_, behind)) = close {
            let rest = Span::new(*behind, span.end).trimmed(text);
            if words.word_count(words.inside(rest)) > 0 {
                parts.push(Draft { span: rest, direct: true, cue: Some(cue), verb: Some(verb), follows: true });
            }
        }
        if words.word_count(words.inside(first)) > 0 {
            return Some(parts);
        }
    }
    None
}

/// A line that begins with a dash: speech with its attribution, or the attribution of the line before.
fn dashed(words: &Words<'_>, lines: &[Span], i: usize, marked: &[Marked]) -> Vec<Draft> {
    let text = words.text();
    let line = lines[i];
    let Some(dash) = line.of(text).chars().next().filter(|c| is_dash(*c)) else { return Vec::new() };
    let body = Span::new(line.start + dash.len_utf8(), line.end).trimmed(text);
    let verb = words.inside(body).take(3).find(|&at| words.says(at));
    if let (Some(verb), Some(before)) = (verb, i.checked_sub(1).map(|before| lines[before])) {
        let quoted = marked.iter().any(|pair| {
            pair.outer.end + 2 >= before.end && pair.outer.end <= before.end && before.contains(pair.outer)
        });
        let words_before = before.of(text).trim_end_matches([',', ' ', ';', ':']);
        let span = Span::new(before.start, before.start + words_before.len());
        let short = words.word_count(words.inside(body)) <= 25;
        if !quoted && short && words.word_count(words.inside(span)) >= 4 && !before.of(text).starts_with(is_dash) {
            let cue = Span::new(body.start, body.start + body.of(text).trim_end_matches(['.', ' ']).len());
            return vec![Draft { span, direct: true, cue: Some(cue), verb: Some(verb), follows: false }];
        }
    }
    let mut drafts = split_by_cue(words, body).unwrap_or_default();
    // «— Когда? — К осени, — ответил N»: the question is somebody else's.
    if let Some(answer) = drafts.first().map(|draft| draft.span)
        && let Some(turn) = ["? — ", "? – "].iter().filter_map(|joint| answer.of(text).rfind(joint)).max()
    {
        let asked = Span::new(answer.start, answer.start + turn + 1);
        let rest = Span::new(asked.end, answer.end);
        let skipped = rest.len() - rest.of(text).trim_start_matches(|c: char| c.is_whitespace() || is_dash(c)).len();
        drafts[0].span = Span::new(rest.start + skipped, rest.end);
        drafts.insert(0, Draft { span: asked, direct: true, cue: None, verb: None, follows: false });
    }
    drafts
}
