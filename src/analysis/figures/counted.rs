//! What a figure counts or measures, how the text bounds it, and whether it is a change.
//!
//! All three are read from the words around it in its sentence: «экспорт нефти вырос почти на 12%» is
//! about 12 per cent of change in the exports of oil.

use super::super::model::{Bound, Counted, Figure};
use super::vocabulary::{ABOUT, AT_LEAST, AT_MOST, CHANGES, COMPARED};
use crate::language::quantity::quantity;
use crate::language::{Pos, Token, is_genitive, is_nominative};
use crate::span::Span;
use crate::words::LowerCase;

/// How far from a figure what it measures may stand, in tokens.
const REACH: usize = 18;

/// A figure's sentence.
pub(super) struct Surroundings<'s> {
    pub text: &'s str,
    /// BCP 47 code.
    pub language: &'s str,
    /// The sentence's tokens.
    pub tokens: &'s [Token],
}

impl Surroundings<'_> {
    /// Fills in what only the words around `figure` tell.
    pub fn describe(&self, figure: &mut Figure) {
        let first = self.tokens.partition_point(|token| token.span.start < figure.span.start);
        let end = self.tokens.partition_point(|token| token.span.start < figure.span.end);
        let opening = self.opening(first);
        if figure.bound == Bound::Exact {
            figure.bound = self.bound(opening, first);
        }
        figure.change = self.is_change(figure, opening, end);
        // «в 2,5 раза» counts nothing itself.
        let own =
            if figure.unit == "раз" { None } else { self.counted(first, end).or_else(|| self.genitive(end, end)) };
        figure.of = own.or_else(|| self.subject(opening, end));
        figure.predicate = self.predicate(opening, end);
    }

    fn lower(&self, at: usize) -> String {
        self.tokens.get(at).map_or_else(String::new, |token| token.span.of(self.text).lower_plain())
    }

    fn pos(&self, at: usize) -> Pos {
        self.tokens.get(at).map_or(Pos::Mark, |token| token.pos)
    }

    /// The index before which nothing bounds or introduces the figure any more: back over «более чем на».
    fn opening(&self, first: usize) -> usize {
        let mut at = first;
        while at > 0 && first - at < 5 {
            let word = self.lower(at - 1);
            let introduces = matches!(
                word.as_str(),
                "на" | "в"
                    | "до"
                    | "с"
                    | "от"
                    | "по"
                    | "чем"
                    | "не"
                    | "за"
                    | "как"
                    | "$"
                    | "€"
                    | "£"
                    | "₽"
                    | "by"
                    | "to"
                    | "than"
                    | "from"
                    | "at"
                    | "of"
                    | "up"
            );
            let bounds = [ABOUT, AT_LEAST, AT_MOST]
                .iter()
                .any(|list| list.iter().any(|phrase| phrase.split(' ').any(|part| part == word)));
            if !introduces && !bounds {
                break;
            }
            at -= 1;
        }
        at
    }

    fn bound(&self, opening: usize, first: usize) -> Bound {
        let words: Vec<String> = (opening..first).map(|at| self.lower(at)).collect();
        let said = format!(" {} ", words.join(" "));
        let has = |list: &[&str]| list.iter().any(|phrase| said.contains(&format!(" {phrase} ")));
        // «не более» before «более», «не менее» before «менее».
        let negated = |list: &[&str]| {
            list.iter().any(|phrase| phrase.starts_with("не ") && said.contains(&format!(" {phrase} ")))
        };
        if negated(AT_MOST) {
            Bound::AtMost
        } else if negated(AT_LEAST) || has(AT_LEAST) {
            Bound::AtLeast
        } else if has(AT_MOST) {
            Bound::AtMost
        } else if has(ABOUT) {
            Bound::About
        } else if words.last().is_some_and(|word| word == "до") && !self.changes_near(opening) {
            Bound::AtMost
        } else {
            Bound::Exact
        }
    }

    /// Whether the clause before `at` speaks of growth or decline: «вырос до 5%» is no upper bound.
    fn changes_near(&self, at: usize) -> bool {
        (at.saturating_sub(10)..at).any(|at| self.is_change_word(at))
    }

    fn is_change_word(&self, at: usize) -> bool {
        let word = self.lower(at);
        let stem = CHANGES.iter().find(|stem| word.starts_with(**stem));
        // «скорость», «ростовский», «упаковка»
        stem.is_some_and(|stem| {
            matches!(self.pos(at), Pos::Verb | Pos::Adjective | Pos::Other) || word.len() <= stem.len() + 4
        })
    }

    fn is_change(&self, figure: &Figure, opening: usize, end: usize) -> bool {
        if figure.unit == "раз" {
            return true;
        }
        let by = (opening..end).any(|at| matches!(self.lower(at).as_str(), "на" | "by"));
        let compared = COMPARED.contains(&self.lower(end).as_str());
        let after = (end..self.tokens.len().min(end + 6)).any(|at| self.is_change_word(at));
        compared && (by || self.language != "ru") || by && (self.changes_near(opening) || after)
    }

    /// «106 товаров двойного назначения»: the noun that is the unit, with what stands behind it.
    fn counted(&self, first: usize, end: usize) -> Option<Counted> {
        let is_counted = |at: &usize| {
            matches!(self.pos(*at), Pos::Noun | Pos::Adjective | Pos::Other)
                && quantity(&self.lower(*at)).is_none()
                && { self.lower(*at).chars().all(|c| c.is_alphabetic() || c == '-') }
        };
        let head = end.checked_sub(1).filter(|at| *at > first && is_counted(at) && self.pos(*at) != Pos::Adjective)?;
        let mut start = head;
        while start > first + 1 && is_counted(&(start - 1)) {
            start -= 1;
        }
        match self.genitive(end, end) {
            Some(more) => {
                Some(self.phrase(start, self.tokens.partition_point(|token| token.span.end <= more.span.end), head))
            }
            None => Some(self.phrase(start, end, head)),
        }
    }

    /// A noun phrase in the genitive that begins at `at`: «зерна» behind «20 млн тонн».
    fn genitive(&self, from: usize, at: usize) -> Option<Counted> {
        if self.language != "ru" {
            return None;
        }
        let mut next = at;
        while matches!(self.pos(next), Pos::Adjective) && next < at + 3 {
            next += 1;
        }
        let is_head = |at: usize| {
            matches!(self.pos(at), Pos::Noun | Pos::ProperNoun)
                && is_genitive(self.language, &self.lower(at))
                && quantity(&self.lower(at)).is_none()
        };
        if !is_head(next) {
            return None;
        }
        let end = self.behind_genitives(next + 1);
        Some(self.phrase(from, end, next))
    }

    /// Behind the nouns in the genitive, with their adjectives, that go on from `at`.
    fn behind_genitives(&self, at: usize) -> usize {
        let mut end = at;
        for _ in 0..3 {
            let mut next = end;
            while self.pos(next) == Pos::Adjective && next < end + 2 {
                next += 1;
            }
            let noun =
                matches!(self.pos(next), Pos::Noun | Pos::ProperNoun) && is_genitive(self.language, &self.lower(next));
            if !noun || self.lower(next).chars().next().is_some_and(|c| !c.is_alphabetic()) {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// The subject of the figure's clause: «ущерб от пожара» in «ущерб от пожара составил 2 млн рублей»;
    /// behind the figure where the clause begins with it («на 12% выросли цены»).
    fn subject(&self, opening: usize, end: usize) -> Option<Counted> {
        if self.language != "ru" {
            return None;
        }
        let clause = |at: usize| matches!(self.lower(at).as_str(), "," | ";" | ":" | "(" | ")");
        let start = (opening.saturating_sub(REACH)..opening)
            .rev()
            .find(|&at| clause(at))
            .map_or(opening.saturating_sub(REACH), |at| at + 1);
        // «налог в 5%», «контракт на 3 млн»: what stands right before the preposition.
        if opening > start
            && self.pos(opening - 1) == Pos::Noun
            && !self.is_change_word(opening - 1)
            && !is_dash(&self.lower(opening - 1))
        {
            let head = self.head_before(start, opening);
            return Some(self.phrase(head, opening, head));
        }
        let is_subject = |at: &usize| {
            matches!(self.pos(*at), Pos::Noun | Pos::ProperNoun)
                && is_nominative(self.language, &self.lower(*at))
                && !self.after_preposition(*at)
                && !(*at > start
                    && matches!(self.pos(*at - 1), Pos::Noun)
                    && is_genitive(self.language, &self.lower(*at)))
        };
        // «ставку повысили до 16%»: without a subject, what it was done to.
        let is_object =
            |at: &usize| self.pos(*at) == Pos::Noun && !self.after_preposition(*at) && !self.is_change_word(*at);
        let head = (start..opening).find(is_subject).or_else(|| (start..opening).find(is_object)).or_else(|| {
            let stop =
                (end..self.tokens.len().min(end + 8)).find(|&at| clause(at)).unwrap_or(self.tokens.len().min(end + 8));
            (end..stop).find(is_subject)
        })?;
        let limit = if head < opening { opening } else { self.tokens.len() };
        let mut last = self.behind_genitives(head + 1).min(limit);
        // «ущерб от пожара», «экспорт в Китай»
        if self.pos(last) == Pos::Function
            && last + 1 < limit
            && matches!(self.pos(last + 1), Pos::Noun | Pos::ProperNoun)
            && !matches!(self.lower(last).as_str(), "и" | "за" | "не")
        {
            last = self.behind_genitives(last + 2).min(limit);
        }
        Some(self.phrase(self.with_adjectives(head, start), last, head))
    }

    /// The head of the noun phrase that ends before `end`: «стоимость» in «стоимость билета».
    fn head_before(&self, start: usize, end: usize) -> usize {
        let mut head = end - 1;
        while head > start && matches!(self.pos(head), Pos::Noun | Pos::ProperNoun | Pos::Adjective) {
            let before = (start..head).rev().find(|&at| self.pos(at) != Pos::Adjective);
            match before {
                Some(noun) if self.pos(noun) == Pos::Noun && is_genitive(self.language, &self.lower(head)) => {
                    head = noun
                }
                _ => break,
            }
        }
        head
    }

    fn with_adjectives(&self, head: usize, start: usize) -> usize {
        let mut at = head;
        while at > start && head - at < 2 && self.pos(at - 1) == Pos::Adjective {
            at -= 1;
        }
        at
    }

    fn after_preposition(&self, at: usize) -> bool {
        let before = (at.saturating_sub(3)..at).rev().find(|&before| self.pos(before) != Pos::Adjective);
        before.is_some_and(|before| {
            self.pos(before) == Pos::Function
                && !matches!(
                    self.lower(before).as_str(),
                    "и" | "а" | "но" | "что" | "также" | "не" | "ни" | "или" | "же" | "ли"
                )
        })
    }

    /// From token `start` to token `end`, excluded, with the noun `head` first among its lemmas.
    fn phrase(&self, start: usize, end: usize, head: usize) -> Counted {
        let end = end.max(start + 1).min(self.tokens.len());
        let start = start.min(end - 1);
        let span = Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end);
        let content = |at: &usize| matches!(self.pos(*at), Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Other);
        let lemma = |at: usize| self.tokens[at].lemma.replace('ё', "е");
        let others = (start..end).filter(|at| *at != head).filter(content).map(lemma);
        let lemmas = std::iter::once(lemma(head.min(end - 1))).chain(others).collect();
        Counted { span, lemmas }
    }

    /// The lemma of the verb nearest to the figure in its clause: «погибнуть» for «погибли 12 человек».
    fn predicate(&self, opening: usize, end: usize) -> Option<String> {
        let stops = |at: usize| matches!(self.lower(at).as_str(), "," | ";" | ":" | "(" | ")");
        let is_verb = |at: usize| self.pos(at) == Pos::Verb;
        let before =
            (opening.saturating_sub(REACH)..opening).rev().take_while(|&at| !stops(at)).find(|&at| is_verb(at));
        let after = (end..self.tokens.len().min(end + REACH)).take_while(|&at| !stops(at)).find(|&at| is_verb(at));
        let nearest = match (before, after) {
            (Some(before), Some(after)) => Some(if opening - before <= after - end + 1 { before } else { after }),
            (before, after) => before.or(after),
        };
        nearest.map(|at| self.tokens[at].lemma.replace('ё', "е"))
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "-")
}
