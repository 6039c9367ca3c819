//! What a number counts or measures.

use super::vocabulary::{COLLECTIVE, LABELS, RELATIONAL};
use super::{Number, Read, Reader};
use crate::language::quantity::{Quantity, belongs_to_currency, currency_sign, qualified_currency, quantity};
use crate::language::{Pos, counted_in};

impl Reader<'_> {
    /// The unit that begins at `at`, after a number that began at `number_at`.
    pub(super) fn unit(&self, number_at: usize, at: usize, number: &Number) -> Read<String> {
        if let Some(read) = self.share_or_currency(at) {
            return Some(read);
        }
        if self.is_label(number_at)
            || (self.glued(at) && !self.word(at).is_empty() && self.digits(at - 1) > 0 && self.measure(at).is_none())
        {
            return None;
        }
        self.measure(at).or_else(|| self.counted(number_at, at, number)).or_else(|| self.people(number_at, at))
    }

    /// «двое погибли, семеро ранены»: collective numerals without a noun count people.
    pub(super) fn people(&self, number_at: usize, at: usize) -> Read<String> {
        let collective = COLLECTIVE.contains(&self.word(number_at)) && at == number_at + 1;
        let before = number_at.checked_sub(1).map_or("", |before| self.word(before));
        let definite =
            matches!(before, "на" | "все" | "всех" | "мы" | "нас" | "они" | "их" | "для" | "эти" | "этих" | "за");
        let of = matches!(self.word(at), "из" | "суток" | "сутки");
        (collective && !definite && !of).then(|| ("человек".to_owned(), at))
    }

    pub(super) fn share_or_currency(&self, at: usize) -> Read<String> {
        match self.mark(at) {
            Some('%') => return Some(("%".to_owned(), at + 1)),
            Some('°') => {
                let scale = matches!(self.word(at + 1), "c" | "с" | "f") && self.glued(at + 1);
                return Some(("°".to_owned(), at + 1 + usize::from(scale)));
            }
            Some('‰') => return Some(("‰".to_owned(), at + 1)),
            Some(mark) => return currency_sign(mark).map(|unit| (unit.to_owned(), at + 1)),
            None => {}
        }
        match (quantity(self.word(at)), self.word(at), self.word(at + 1)) {
            (Some(Quantity::Percent), ..) => return Some(("%".to_owned(), at + 1)),
            (_, "per", "cent") => return Some(("%".to_owned(), at + 2)),
            (_, word, next) if word.starts_with("процентн") && next.starts_with("пункт") => {
                return Some(("п. п.".to_owned(), at + 2));
            }
            (_, "п", _) if self.mark(at + 1) == Some('.') && self.word(at + 2) == "п" => {
                return Some(("п. п.".to_owned(), at + 3 + usize::from(self.mark(at + 3) == Some('.'))));
            }
            (Some(Quantity::Currency(code)), word, next) => {
                let short = matches!(word, "руб" | "долл" | "грн") && self.mark(at + 1) == Some('.');
                let named = next == "сша" || next.starts_with("стерлинг");
                return Some((code.to_owned(), at + 1 + usize::from(short || named)));
            }
            _ => {}
        }
        let Some(Quantity::Currency(code)) = quantity(self.word(at + 1)) else { return None };
        let adjective = self.word(at);
        match qualified_currency(adjective, code) {
            Some(code) => Some((code.to_owned(), at + 2)),
            None => belongs_to_currency(adjective).then(|| (code.to_owned(), at + 2)),
        }
    }

    /// «км», «тонн», «кв. м».
    pub(super) fn measure(&self, at: usize) -> Read<String> {
        let dotted = usize::from(self.mark(at + 1) == Some('.'));
        let power = match self.word(at) {
            "кв" => "²",
            "куб" => "³",
            word if word.starts_with("квадратн") => "²",
            word if word.starts_with("кубическ") => "³",
            _ => "",
        };
        let noun = if power.is_empty() { at } else { at + 1 + dotted };
        let Some(Quantity::Unit(symbol)) = quantity(self.word(noun)) else { return None };
        // «5 м» is a length, «5 М…» the beginning of a name.
        let letter = self.word(noun).chars().count() == 1;
        if letter && self.lexemes[noun].capital {
            return None;
        }
        // «30 м/с», «75 кВт·ч»
        let joint = self.mark(noun + 1).filter(|mark| matches!(mark, '/' | '·' | '*') && self.glued(noun + 1));
        let rate = self.word(noun + 2);
        if let Some(joint) = joint
            && matches!(rate, "ч" | "с" | "час" | "сек" | "сут" | "сутки" | "год" | "мин" | "h" | "s")
            && self.glued(noun + 2)
        {
            let joint = if joint == '/' { '/' } else { '·' };
            return Some((format!("{symbol}{power}{joint}{rate}"), noun + 3));
        }
        Some((format!("{symbol}{power}"), noun + 1))
    }

    /// «12 новых школ»: the noun, with up to two adjectives before it.
    pub(super) fn counted(&self, number_at: usize, at: usize, number: &Number) -> Read<String> {
        let mut noun = at;
        while noun < at + 2 && self.token(noun).is_some_and(|token| token.pos == Pos::Adjective) {
            noun += 1;
        }
        let token = self.token(noun)?;
        let lexeme = self.lexemes.get(noun)?;
        let is_noun = match self.language {
            "ru" => token.pos == Pos::Noun,
            _ => token.pos == Pos::Noun || (token.pos == Pos::Other && noun == at),
        };
        let is_person = matches!(token.lemma.as_str(), "человек" | "ребенок" | "ребёнок" | "женщина" | "мужчина");
        // «24 Каналом» is a name; «один из» counts nothing.
        if !is_noun || lexeme.capital || number.value == 1.0 && number.scale == 1.0 && !is_person {
            return None;
        }
        let word = lexeme.word();
        let before = number_at.checked_sub(1).map_or("", |before| self.word(before));
        let time_of_day =
            matches!(word, "час" | "часа" | "часов" | "утра" | "вечера") && matches!(before, "в" | "к" | "до" | "с");
        let age = matches!(word, "лет" | "года" | "год")
            && matches!(before, "возрасте" | "старше" | "младше" | "исполнилось");
        if time_of_day || age || !counted_in(self.language, word) {
            return None;
        }
        // «лидеры двух стран», «первые три места»: grammar more than a count.
        let small = self.digits(number_at) == 0 && number.value < 5.0 && number.scale == 1.0;
        let definite = ["перв", "последн", "эти", "этих", "всех", "все", "остальн", "следующ", "други", "обе", "оба"]
            .iter()
            .any(|stem| before.starts_with(stem));
        if small && (definite || RELATIONAL.contains(&token.lemma.as_str())) {
            return None;
        }
        let unit = match token.lemma.as_str() {
            _ if matches!(word, "лет" | "года" | "год") && noun > at && self.word(noun - 1).starts_with("светов") => {
                "световой год".to_owned()
            }
            "люди" => "человек".to_owned(),
            "лета" | "лето" if word == "лет" => "год".to_owned(),
            "дети" => "ребенок".to_owned(),
            _ if self.language == "ru" => token.lemma.replace('ё', "е"),
            _ => word.to_owned(),
        };
        Some((unit, noun + 1))
    }

    /// Whether the number at `at` follows a word that makes it a label.
    pub(super) fn is_label(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = if self.mark(before) == Some('.') { before.saturating_sub(1) } else { before };
        matches!(self.mark(before), Some('№' | '#')) || self.digits(at) > 0 && LABELS.contains(&self.word(word))
    }
}
