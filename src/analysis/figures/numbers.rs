//! Numbers, in digits and in words, with what multiplies them.

use super::{Number, Read, Reader};
use crate::language::quantity::{Quantity, quantity};

impl Reader<'_> {
    /// A number in digits or words, with its scale.
    pub(super) fn number(&self, at: usize) -> Read<Number> {
        let (mut value, mut next) = self.simple_number(at)?;
        let mut scale = 1.0;
        while let Some((by, after)) = self.scale(next) {
            value *= by;
            scale *= by;
            next = after;
        }
        // «2 млн 300 тыс.»
        if scale > 1.0
            && let Some((more, after)) = self.simple_number(next)
            && let Some((by, after)) = self.scale(after).filter(|(by, _)| *by < scale)
        {
            value += more * by;
            next = after;
        }
        // «сто двадцать пять тысяч триста»
        if scale > 1.0
            && self.digits(at) == 0
            && matches!(quantity(self.word(next)), Some(Quantity::Number(_)))
            && let Some((more, after)) = self.simple_number(next)
            && more < scale
        {
            value += more;
            next = after;
        }
        Some((Number { value, scale }, next))
    }

    pub(super) fn scale(&self, at: usize) -> Read<f64> {
        let Some(Quantity::Scale(by, _)) = quantity(self.word(at)) else { return None };
        let short = matches!(self.word(at), "тыс" | "млн" | "млрд" | "трлн" | "тис");
        Some((by, at + 1 + usize::from(short && self.mark(at + 1) == Some('.') && self.has_more(at + 2))))
    }

    /// Whether the full stop before `at` belongs to an abbreviation: the sentence goes on.
    pub(super) fn has_more(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| !lexeme.capital)
    }

    /// «1 234 567», «3,5», «двадцать пять», «полтора», «миллион».
    pub(super) fn simple_number(&self, at: usize) -> Read<f64> {
        if self.digits(at) > 0 {
            return self.digit_number(at);
        }
        match quantity(self.word(at))? {
            Quantity::Odd(value) => Some((value, at + 1)),
            Quantity::Scale(_, true) if self.word(at).chars().count() > 4 && !self.word(at).is_ascii() => {
                Some((1.0, at))
            }
            Quantity::Number(first) => {
                let (mut value, mut last, mut next) = (first, first, at + 1);
                while let Some(Quantity::Number(more)) = quantity(self.word(next)) {
                    // Each further word is of a lower order: «двести сорок пять».
                    let lower = (last >= 100.0 && more < 100.0) || ((20.0..100.0).contains(&last) && more < 10.0);
                    if !lower {
                        break;
                    }
                    (value, last, next) = (value + more, more, next + 1);
                }
                Some((value, next))
            }
            _ => None,
        }
    }

    pub(super) fn digit_number(&self, at: usize) -> Read<f64> {
        let mut digits = self.text_of(at).to_owned();
        let mut next = at + 1;
        // «1.000.000»: two groups of three after points are no decimals.
        let point_group = |next: usize| {
            self.mark(next) == Some('.') && self.glued(next) && self.digits(next + 1) == 3 && self.glued(next + 1)
        };
        if digits.len() <= 3 && !digits.starts_with('0') && point_group(next) && point_group(next + 2) {
            while point_group(next) {
                digits.push_str(self.text_of(next + 1));
                next += 2;
            }
        }
        if digits.len() <= 3 {
            // «1 234 567»: groups of three after a space.
            while self.digits(next) == 3 && self.lexemes[next].spaced && !digits.starts_with('0') {
                digits.push_str(self.text_of(next));
                next += 1;
            }
        }
        let comma = |next: usize| self.mark(next) == Some(',') && self.glued(next) && self.glued(next + 1);
        if self.language == "en" {
            while comma(next) && self.digits(next + 1) == 3 {
                digits.push_str(self.text_of(next + 1));
                next += 2;
            }
        }
        let decimal = |next: usize| {
            let mark = matches!(self.mark(next), Some(',' | '.')) && self.glued(next) && self.glued(next + 1);
            mark && self.digits(next + 1) > 0
        };
        if decimal(next) {
            digits.push('.');
            digits.push_str(self.text_of(next + 1));
            next += 2;
            if decimal(next) {
                return None;
            }
        }
        Some((digits.parse().ok()?, next))
    }
}
