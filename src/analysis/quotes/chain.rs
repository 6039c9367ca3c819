//! Who passes a quote on: «сообщает „24 Канал“ со ссылкой на Reuters», «рассказал „Медузе“ биолог N».

use super::Draft;
use super::words::{Words, folded};
use crate::analysis::model::Mention;
use crate::language::EntityKind;
use crate::span::Span;

/// The speaker of a quote, and those through whom the words came, from the one nearest to the article.
/// Both are indices into the article's entities.
pub(super) fn chain(words: &Words<'_>, draft: &Draft, speaker: Option<usize>) -> (Option<usize>, Vec<usize>) {
    let Some(cue) = draft.cue else { return (speaker, Vec::new()) };
    let text = words.text();
    let sentence = words.sentence_at(cue.start);
    // The attribution with what follows it in its sentence, unless that is the quote itself.
    let end = if draft.span.start >= cue.end { cue.end } else { sentence.end.max(cue.end) };
    let whole = Span::new(cue.start, end);
    let mentions: Vec<&Mention> = words.material.mentions[words.mentions_in(whole)]
        .iter()
        .filter(|mention| !draft.span.overlaps(mention.span))
        .collect();
    if let Some(cited) = cited(words, whole) {
        let source = mentions.iter().find(|m| m.span.start >= cited && m.kind != EntityKind::Place);
        let outlet = speaker.filter(|outlet| mentions.iter().any(|m| m.entity == *outlet && m.span.start < cited));
        if let (Some(source), Some(outlet)) = (source, outlet)
            && source.entity != outlet
        {
            return (Some(source.entity), vec![outlet]);
        }
        return (speaker, Vec::new());
    }
    let passes_on = |mention: &&&Mention| {
        let nominative = folded(&mention.form) == folded(mention.span.of(text));
        Some(mention.entity) != speaker
            && mention.kind == EntityKind::Organization
            && (draft.verb.is_some_and(|verb| stands_at_verb(words, verb, mention.span, nominative))
                || is_spoken_to(words, whole, mention.span))
    };
    let via = mentions.iter().find(passes_on).map(|mention| mention.entity);
    // Without anybody who speaks, the outlet alone is known: it is no link in a chain.
    match (speaker, via) {
        (Some(_), Some(via)) => (speaker, vec![via]),
        _ => (speaker, Vec::new()),
    }
}

/// Where the words «со ссылкой на» end.
fn cited(words: &Words<'_>, whole: Span) -> Option<usize> {
    let said = whole.of(words.text());
    let lower = said.to_lowercase();
    if lower.len() != said.len() {
        return None;
    }
    let found = words.speech.citing.iter().filter_map(|phrase| lower.find(phrase).map(|at| at + phrase.len())).min()?;
    Some(whole.start + found)
}

/// «рассказал „Медузе“ биолог»: right behind the verb, and not its subject; «цитирует „Интерфакс“»: its
/// subject, where somebody else is quoted.
fn stands_at_verb(words: &Words<'_>, verb: usize, span: Span, nominative: bool) -> bool {
    let end = words.span(verb).end;
    let quoting = words.speech.quoting.contains(&words.lemma(verb));
    if quoting {
        return nominative;
    }
    span.start >= end && !words.inside(Span::new(end, span.start)).any(|at| words.is_word(at))
}

/// «в интервью „24 Каналу“», «изданию „Медуза“».
fn is_spoken_to(words: &Words<'_>, whole: Span, span: Span) -> bool {
    let before = folded(&words.text()[whole.start..span.start]);
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '"' | '„' | '“'));
    let ends_in = |phrase: &&str| {
        before.strip_suffix(*phrase).is_some_and(|rest| rest.is_empty() || !rest.ends_with(char::is_alphanumeric))
    };
    // «в эфире телеканала», «в интервью агентству»
    words.speech.spoken_to.iter().any(ends_in)
}
