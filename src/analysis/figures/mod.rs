//! Amounts, counts and shares, with their units and what they count.

mod counted;
mod numbers;
mod shares;
mod units;
mod vocabulary;

use super::model::{Bound, Figure};
use crate::calendar::lexeme::{Kind, Lexeme, lexemes};
use crate::language::quantity::currency_sign;
use crate::language::{Parsed, Token};
use crate::span::Span;

/// Every amount in `text`, in order. What lies in one of `dates` is none.
///
/// A number without a unit is no figure: nobody could say what it counts.
pub(super) fn find(text: &str, language: &str, parsed: &Parsed, dates: &[Span]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    for sentence in &parsed.sentences {
        let known = figures.len();
        let lexemes = lexemes(sentence.of(text));
        let reader = Reader {
            lexemes: &lexemes,
            start: sentence.start,
            sentence: sentence.of(text),
            tokens: &parsed.tokens,
            language,
            dates,
        };
        let mut at = 0;
        while at < lexemes.len() {
            match reader.amounts(at) {
                Some((found, next)) => {
                    figures.extend(found);
                    at = next;
                }
                None => at = reader.after_number(at),
            }
        }
        let first = parsed.tokens.partition_point(|token| token.span.start < sentence.start);
        let end = parsed.tokens.partition_point(|token| token.span.start < sentence.end);
        let surroundings = counted::Surroundings { text, language, tokens: &parsed.tokens[first..end] };
        figures[known..].iter_mut().for_each(|figure| surroundings.describe(figure));
    }
    figures
}

/// A value, and the index of the lexeme after it.
type Read<T> = Option<(T, usize)>;

/// A number before its unit.
struct Number {
    value: f64,
    /// What the scale words multiplied it by («10 млн» → 1000000).
    scale: f64,
}

struct Reader<'r> {
    lexemes: &'r [Lexeme],
    /// Where the sentence begins in the text.
    start: usize,
    sentence: &'r str,
    tokens: &'r [Token],
    language: &'r str,
    dates: &'r [Span],
}

impl Reader<'_> {
    /// «441 млрд тенге», or two figures: «от 5 до 10 тысяч тенге», «10–15%».
    fn amounts(&self, at: usize) -> Option<(Vec<Figure>, usize)> {
        if let Some((value, next)) = self.factor(at) {
            return Some((vec![self.figure(at, next, value, "раз".to_owned())], next));
        }
        if let Some((value, next)) = self.share(at) {
            return Some((vec![self.figure(at, next, value, "%".to_owned())], next));
        }
        if let Some(read) = self.below_zero(at) {
            return Some(read);
        }
        if !self.begins_cleanly(at) {
            return None;
        }
        let signed = self.mark(at).and_then(currency_sign);
        let first_at = at + usize::from(signed.is_some());
        let (first, next) = self.number(first_at)?;
        if self.is_date(first_at) {
            return None;
        }
        if let Some(unit) = signed {
            return Some((vec![self.figure(at, next, first.value, unit.to_owned())], next));
        }
        // The second number of a range says for both what they count.
        if let Some((second_at, (second, after))) = self.joined(at, next)
            && let Some((unit, end)) = self.unit(second_at, after, &second)
            && first.value * second.scale / first.scale < second.value * 50.0
        {
            let value = if first.scale > 1.0 { first.value } else { first.value * second.scale };
            let own = self.unit(at, next, &first);
            let (unit_of_first, end_of_first) = own.unwrap_or((unit.clone(), next));
            let value = if unit_of_first == unit && end_of_first > next { first.value } else { value };
            let mut low = self.figure(at, end_of_first, value, unit_of_first);
            let mut high = self.figure(second_at, end, second.value, unit);
            // «с 40 до 25%» is a change from one to the other, and no range.
            let listed = !self.word(next).is_empty() && !matches!(self.word(next), "до" | "to" | "по");
            if !listed && !matches!(self.word(at.wrapping_sub(1)), "с" | "со" | "з") {
                (low.bound, high.bound) = (Bound::AtLeast, Bound::AtMost);
            }
            return Some((vec![low, high], end));
        }
        let (unit, end) = self.unit(at, next, &first)?;
        Some((vec![self.figure(at, end, first.value, unit)], end))
    }

    /// «минус 35 градусов», «−5 °C»
    fn below_zero(&self, at: usize) -> Option<(Vec<Figure>, usize)> {
        let word = matches!(self.word(at), "минус" | "мінус" | "minus");
        let mark = matches!(self.mark(at), Some('-' | '−' | '–'))
            && self.lexemes[at].spaced
            && self.glued(at + 1)
            && self.digits(at + 1) > 0;
        if !(word || mark) {
            return None;
        }
        let (number, next) = self.number(at + 1)?;
        let (unit, end) = self.unit(at + 1, next, &number)?;
        (unit == "°" || word && unit == "%").then(|| (vec![self.figure(at, end, -number.value, unit)], end))
    }

    /// The number that a dash or «до» joins to one that ends before `next`.
    fn joined(&self, at: usize, next: usize) -> Option<(usize, (Number, usize))> {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let joint = match (self.word(next), self.mark(next)) {
            // «150 тыс. и 200 тыс. рублей»
            ("и" | "или" | "і" | "and", _) if !self.is_label(at) && self.unit_word(next + 1) => next + 1,
            (_, Some('–' | '—' | '-')) => next + 1,
            ("до" | "to" | "по", _) if matches!(before, "от" | "с" | "со" | "from" | "від" | "з") => {
                next + 1
            }
            _ => return None,
        };
        Some((joint, self.number(joint)?))
    }

    /// Whether a number in digits with a scale or a unit that money or shares have begins at `at`.
    fn unit_word(&self, at: usize) -> bool {
        let Some((number, next)) = self.number(at).filter(|_| self.digits(at) > 0) else { return false };
        number.scale > 1.0 || self.share_or_currency(next).is_some()
    }

    fn begins_cleanly(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.glued(at)) else { return true };
        match self.lexemes[before].kind {
            // «+25 градусов»
            Kind::Mark('+') => self.lexemes[before].spaced,
            Kind::Mark(mark) => !matches!(mark, '-' | '.' | ',' | ':' | '/' | '#' | '№' | '_' | '+' | '=' | '&'),
            _ => false,
        }
    }

    /// Where to go on after something that begins with a number but is no amount: behind all its digits.
    fn after_number(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.digits(at) == 0 {
            return next;
        }
        while self.glued(next)
            && (self.digits(next) > 0 || self.mark(next).is_some() && self.glued(next + 1) && self.digits(next + 1) > 0)
        {
            next += 1;
        }
        while self.digits(next) > 0 && self.lexemes[next].spaced && self.digits(next - 1) > 0 {
            next += 1;
        }
        next
    }

    fn is_date(&self, at: usize) -> bool {
        let span = self.lexemes[at].span.shifted(self.start);
        let next = self.dates.partition_point(|date| date.end <= span.start);
        self.dates.get(next).is_some_and(|date| date.overlaps(span))
    }

    fn figure(&self, from: usize, to: usize, value: f64, unit: String) -> Figure {
        let span = Span::new(self.lexemes[from].span.start, self.lexemes[to - 1].span.end).shifted(self.start);
        // Decimal fractions times a scale leave dust behind the point.
        let value = if value.abs() >= 1e3 { (value * 1e3).round() / 1e3 } else { value };
        Figure { span, value, unit, of: None, predicate: None, bound: Bound::Exact, change: false }
    }

    /// The token that begins where the lexeme does.
    fn token(&self, at: usize) -> Option<&Token> {
        let start = self.lexemes.get(at)?.span.start + self.start;
        let index = self.tokens.partition_point(|token| token.span.start < start);
        self.tokens.get(index).filter(|token| token.span.start == start)
    }

    fn word(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", Lexeme::word)
    }

    fn mark(&self, at: usize) -> Option<char> {
        self.lexemes.get(at)?.mark()
    }

    fn digits(&self, at: usize) -> usize {
        self.lexemes.get(at).map_or(0, Lexeme::digits)
    }

    fn glued(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| !lexeme.spaced)
    }

    fn text_of(&self, at: usize) -> &str {
        // Not the lexeme's value, which is cut at what 32 bits hold.
        self.lexemes.get(at).map_or("", |lexeme| lexeme.span.of(self.sentence))
    }
}
