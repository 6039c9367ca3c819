//! Conversations set line by line: with dashes («— Когда пустят метро? — …»), or with the speaker's
//! name and a colon before each.

use super::Draft;
use super::marks::Marked;
use super::words::Words;
use crate::language::EntityKind;
use crate::span::Span;

/// How many words may name the speaker before a colon.
const LABEL: usize = 5;

/// Every line of a conversation, in order. Who speaks is known only where the line says so.
pub(super) fn dialogue(words: &Words<'_>, lines: &[Span], marked: &[Marked]) -> Vec<Draft> {
    let mut drafts = labelled(words, lines, marked);
    let text = words.text();
    let dashed = |line: &Span| line.of(text).starts_with(['—', '–', '―']);
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(|line| dashed(line)).count();
        let lines = &lines[at..at + run];
        // A list has dashes too, but nobody answers in it.
        let asked = lines.iter().rev().skip(1).any(|line| line.of(text).trim_end().ends_with('?'));
        if asked {
            drafts.extend(lines.iter().filter_map(|line| {
                let dash = line.of(text).chars().next().map_or(0, char::len_utf8);
                let span = Span::new(line.start + dash, line.end).trimmed(text);
                (!span.is_empty()).then_some(Draft { span, direct: true, cue: None, verb: None, follows: false })
            }));
        }
        at += run.max(1);
    }
    drafts
}

/// How many questions make an interview.
const QUESTIONS: usize = 3;

/// Gives the answers of an interview their speaker: the lines after a dash that follow such a line with a question, where
/// one person alone was named before the first.
pub(super) fn attribute_answers(words: &Words<'_>, drafts: &[Draft], speakers: &mut [Option<usize>]) {
    let text = words.text();
    let is_line = |draft: &Draft| {
        let before = text[..draft.span.start].trim_end_matches([' ', '\u{a0}']);
        let before = before.strip_suffix(['—', '–', '―']);
        draft.direct && draft.cue.is_none() && before.is_some_and(|before| before.is_empty() || before.ends_with('\n'))
    };
    let spoken: Vec<usize> = (0..drafts.len()).filter(|&at| is_line(&drafts[at])).collect();
    let asks = |at: usize| drafts[at].span.of(text).ends_with('?');
    let answers: Vec<usize> =
        spoken.windows(2).filter(|pair| asks(pair[0]) && !asks(pair[1])).map(|pair| pair[1]).collect();
    let Some(first) = spoken.first().filter(|_| answers.len() >= QUESTIONS) else { return };
    let before = words.mentions_in(Span::new(0, drafts[*first].span.start));
    let persons = words.material.mentions[before].iter().filter(|mention| mention.kind == EntityKind::Person);
    let mut persons: Vec<usize> = persons.map(|mention| mention.entity).collect();
    persons.sort_unstable();
    persons.dedup();
    let [person] = persons[..] else { return };
    for at in answers {
        speakers[at].get_or_insert(person);
    }
}

/// «Сергей Собянин: В декабре.» A person's name and a colon at the beginning of a line.
fn labelled(words: &Words<'_>, lines: &[Span], marked: &[Marked]) -> Vec<Draft> {
    let text = words.text();
    let label = |line: &Span| {
        let colon = line.of(text).find(':').map(|at| line.start + at)?;
        let label = Span::new(line.start, colon).trimmed(text);
        let range = words.inside(label);
        let short =
            !label.is_empty() && words.word_count(range.clone()) <= LABEL && !range.clone().any(|at| words.says(at));
        let span = Span::new(colon + 1, line.end).trimmed(text);
        let quoted = marked.iter().any(|pair| pair.outer.overlaps(span) && pair.outer.start <= span.start + 1);
        (short && !quoted && words.word_count(words.inside(span)) >= 1).then_some((label, span))
    };
    let is_person = |label: Span| {
        let mentions = &words.material.mentions[words.mentions_in(label)];
        matches!(mentions, [only] if only.kind == EntityKind::Person && only.span.end == label.end)
    };
    let named: Vec<(Span, Span)> = lines.iter().filter_map(label).filter(|(label, _)| is_person(*label)).collect();
    // One such line is a heading («Песков: Москва готова»), which reports; two are a conversation.
    let conversation = named.len() >= 2
        || lines.iter().filter_map(label).any(|(label, span)| {
            let question = span.of(text).trim_end().ends_with('?');
            question && words.word_count(words.inside(label)) == 1
        });
    named
        .into_iter()
        .map(|(label, span)| {
            let stop = usize::from(!conversation && span.of(text).ends_with('.'));
            let span = Span::new(span.start, span.end - stop);
            Draft { span, direct: conversation, cue: Some(label), verb: None, follows: false }
        })
        .collect()
}
