//! Sentences that report something that happened, or will, at a stated time.

mod vocabulary;

use jiff::civil::Date;

use super::model::{Event, EventStatus, Sentence};
use crate::calendar::Precision;
use crate::language::{self, FoundDate, Pos, Token};
use crate::span::Span;
use crate::words::LowerCase;
use vocabulary::{CANCELS, COMPARISONS, CONDITIONS, DENIALS, PROPOSALS, RELATIVES, STATES};

/// What the search for events needs to know of an article.
pub(super) struct Material<'m> {
    pub text: &'m str,
    /// BCP 47 code.
    pub language: &'m str,
    pub sentences: &'m [Sentence],
    pub tokens: &'m [Token],
    pub dates: &'m [FoundDate],
    /// When the article was published.
    pub published: Option<Date>,
}

/// One event for each sentence that reports one, in order: at the most exact of its dates.
pub(super) fn find(material: &Material<'_>) -> Vec<Event> {
    let mut events = Vec::new();
    for (index, sentence) in material.sentences.iter().enumerate() {
        let first = material.dates.partition_point(|date| date.span.start < sentence.span.start);
        let end = material.dates.partition_point(|date| date.span.start < sentence.span.end);
        let dates = material.dates.get(first..end).unwrap_or_default();
        if dates.is_empty() {
            continue;
        }
        let reading = Reading::new(material, sentence);
        let usable = dates.iter().filter(|date| date.precision <= Precision::Year && !reading.is_aside(date));
        // Of equally exact dates the first that its own clause tells of: what follows it in the
        // sentence, and what stands in a participle's phrase, is mostly background.
        let chosen = usable.min_by_key(|date| (date.precision, reading.is_of_participle(date), date.span.start));
        let Some(date) = chosen else { continue };
        if sentence.span.of(material.text).trim_end_matches(['»', '"', '”']).ends_with('?') {
            continue;
        }
        if let Some(status) = reading.status(date) {
            events.push(Event { sentence: index, from: date.from, to: date.to, precision: date.precision, status });
        }
    }
    events
}

/// A sentence as the search for events reads it.
struct Reading<'m> {
    material: &'m Material<'m>,
    sentence: Span,
    tokens: &'m [Token],
    /// Each token in lower case.
    lower: Vec<String>,
}

impl<'m> Reading<'m> {
    fn new(material: &'m Material<'m>, sentence: &Sentence) -> Self {
        let tokens = tokens_in(material.tokens, sentence.span);
        let lower = tokens.iter().map(|token| token.span.of(material.text).lower()).collect();
        Self { material, sentence: sentence.span, tokens, lower }
    }

    /// The first token of a date.
    fn place_of(&self, date: &FoundDate) -> usize {
        self.tokens.partition_point(|token| token.span.start < date.span.start)
    }

    fn word_before(&self, date: &FoundDate) -> &str {
        self.place_of(date).checked_sub(1).map_or("", |before| &self.lower[before])
    }

    fn pos_before(&self, date: &FoundDate) -> Option<Pos> {
        self.place_of(date).checked_sub(1).map(|before| self.tokens[before].pos)
    }

    /// A date that dates nothing: in brackets by itself («(2019)»), there for comparison, or part of
    /// what something is called («договор от 5 мая», «форум 2019 года», «апрель выдался»).
    fn is_aside(&self, date: &FoundDate) -> bool {
        let text = self.material.text;
        let before = text[self.sentence.start..date.span.start].trim_end();
        let after = &text[date.span.end.min(self.sentence.end)..self.sentence.end];
        let bracketed = before.ends_with('(') && after.starts_with([')', ',']);
        let opened = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
        let lower = before.lower();
        let compared = lower.ends_with(" чем") || COMPARISONS.iter().any(|words| lower.ends_with(words));
        let coarse = date.precision >= Precision::Month;
        let noun_before = matches!(self.pos_before(date), Some(Pos::Noun | Pos::ProperNoun));
        // «форум 2019 года», but «совет летом 2019 года сменил …».
        let words: Vec<String> = date.span.of(text).split_whitespace().map(str::to_lowercase).collect();
        let attribute = words.iter().all(|word| {
            let letters = word.chars().all(char::is_alphabetic) && word.chars().count() > 2;
            !letters || language::is_genitive("ru", word)
        });
        // «после январских событий 2022 года»: what follows has another date.
        let afterwards = matches!(self.word_before(date), "после" | "кроме" | "after" | "since" | "після");
        let named =
            self.material.language == "ru" && coarse && noun_before && attribute || self.word_before(date) == "от";
        let subject = self.material.language == "ru" && coarse && before.trim_matches(['«', '"', ' ']).is_empty() && {
            let noun = words.iter().find(|word| word.chars().all(char::is_alphabetic));
            noun.is_some_and(|noun| language::is_nominative("ru", noun) && !language::is_adverb_of_time(noun))
        };
        bracketed || afterwards || opened && coarse || compared || named || subject
    }

    /// The tokens between the commas round a date.
    fn segment(&self, at: usize) -> std::ops::Range<usize> {
        let stops = |at: &usize| matches!(self.lower[*at].as_str(), "," | ";" | "(" | ")" | "—" | "–");
        let start = (0..at.min(self.lower.len())).rev().find(stops).map_or(0, |comma| comma + 1);
        let end = (at..self.lower.len()).find(stops).unwrap_or(self.lower.len());
        start..end
    }

    /// Whether a date stands in a participle's phrase: «матч, намеченный на 25 мая, перенесли».
    fn is_of_participle(&self, date: &FoundDate) -> bool {
        let segment = self.segment(self.place_of(date));
        let verbless = !segment.clone().any(|at| self.tokens[at].pos == Pos::Verb);
        let opens = segment.start > 0
            && self.lower[segment.start - 1] == ","
            && self.tokens.get(segment.start).is_some_and(|token| token.pos == Pos::Adjective);
        self.material.language == "ru" && verbless && opens
    }

    /// The verb nearest to a date, of its own clause if that has one.
    fn verb(&self, date: &FoundDate) -> Option<usize> {
        let at = self.place_of(date);
        let is_verb = |i: &usize| match self.tokens[*i].pos {
            Pos::Verb => !date.span.overlaps(self.tokens[*i].span),
            // A pack without parts of speech: any sentence of some length is taken to have one.
            Pos::Other => {
                self.material.language != "ru" && self.tokens.len() >= 5 && !date.span.overlaps(self.tokens[*i].span)
            }
            _ => false,
        };
        // «был построен»: what was done says more than that it was.
        let weight = |i: &usize| (usize::from(self.tokens[*i].lemma == "быть"), i.abs_diff(at));
        let own = self.segment(at).filter(is_verb).min_by_key(weight);
        own.or_else(|| (0..self.tokens.len()).filter(is_verb).min_by_key(weight))
    }

    /// Whether the sentence reports something at `date`, and what it says of its happening.
    fn status(&self, date: &FoundDate) -> Option<EventStatus> {
        let verb = self.verb(date)?;
        let at = self.place_of(date);
        let to_come = match (date.from.date(), self.material.published) {
            (Some(from), Some(published)) => from > published,
            _ => date.future,
        };
        let ahead = to_come
            || date.future
                && date.to.date().is_none_or(|to| self.material.published.is_none_or(|published| to >= published));
        let words = without_asides(&self.lower, &[at, verb]);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
        let called_off = self.is_called_off(date, ahead);
        if called_off {
            return Some(EventStatus::Denied);
        }
        if has(CONDITIONS) || ahead && has(PROPOSALS) {
            return Some(EventStatus::Conditional);
        }
        let participle = self.is_of_participle(date);
        let negated = !participle && language::is_negated(self.material.language, &self.lower[..verb]);
        // «не проигрывает с декабря» tells how something is.
        if negated && date.precision >= Precision::Month && self.word_before(date) == "с" {
            return None;
        }
        if has(DENIALS) || negated {
            return Some(EventStatus::Denied);
        }
        if !participle && STATES.contains(&self.tokens[verb].lemma.as_str()) {
            return None;
        }
        Some(if ahead { EventStatus::Planned } else { EventStatus::Happened })
    }

    /// «концерт 1 июня отменили»: what was to happen on that day will not. Not «5 мая отменили концерт».
    fn is_called_off(&self, date: &FoundDate, ahead: bool) -> bool {
        let begins = |stems: &[&str]| self.lower.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
        let noun_before = matches!(self.pos_before(date), Some(Pos::Noun | Pos::ProperNoun));
        let before = self.word_before(date);
        let moved_from = before == "с" && begins(&["перенес", "отлож"]);
        // «отменены до 28 мая», «перенесли на 1 июня»
        let moved_to =
            before == "до" || before == "на" && begins(&["перенес", "отлож"]) && !self.is_of_participle(date);
        let refused = ahead && begins(&["отказал", "отказыва"]) && !self.lower.iter().any(|word| word == "что");
        moved_from || refused || begins(CANCELS) && !moved_to && (ahead || noun_before)
    }
}

fn tokens_in(tokens: &[Token], span: Span) -> &[Token] {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let last = tokens.partition_point(|token| token.span.start < span.end);
    &tokens[first..last]
}

/// The words of a sentence without the relative clauses that have none of the tokens in `about`: what
/// «могут» in «объявил о запрете товаров, которые могут быть использованы» says is not said of the ban.
fn without_asides<'w>(words: &'w [String], about: &[usize]) -> Vec<&'w str> {
    let relative = |word: &String| RELATIVES.iter().any(|stem| word.starts_with(stem));
    let mut kept = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let next_comma =
            words[at + 1..].iter().position(|word| word == ",").map_or(words.len(), |ahead| at + 1 + ahead);
        // The relative word may follow a preposition: «, в которых».
        let opens = words[at] == "," && words[at + 1..next_comma].iter().take(2).any(relative);
        let end =
            if opens && !about.iter().any(|token| (at..next_comma).contains(token)) { next_comma } else { at + 1 };
        if end == at + 1 {
            kept.push(words[at].as_str());
        }
        at = end;
    }
    kept
}
