//! Shares and factors that a text gives in words alone: «треть», «каждый пятый», «вдвое».

use super::{Read, Reader};
use crate::language::is_genitive;
use crate::language::quantity::{Quantity, quantity};

/// By how many times, in one word.
const FACTORS: &[(&str, f64)] = &[
    ("вдвое", 2.0),
    ("втрое", 3.0),
    ("вчетверо", 4.0),
    ("впятеро", 5.0),
    ("вшестеро", 6.0),
    ("вдесятеро", 10.0),
    ("вполовину", 0.5),
    ("вдвічі", 2.0),
    ("утричі", 3.0),
    ("втричі", 3.0),
];

/// «каждый второй»: how many of which one is meant.
const ORDINALS: &[(&str, f64)] = &[
    ("втор", 2.0),
    ("трет", 3.0),
    ("четверт", 4.0),
    ("пят", 5.0),
    ("шест", 6.0),
    ("седьм", 7.0),
    ("восьм", 8.0),
    ("девят", 9.0),
    ("десят", 10.0),
    ("двадцат", 20.0),
    ("сот", 100.0),
];

/// Of what «четверть» and «половина» are a time, a place or a stage, and no share.
const NO_WHOLE: &[&str] = &[
    "века",
    "столетия",
    "часа",
    "года",
    "срока",
    "матча",
    "игры",
    "дня",
    "ночи",
    "месяца",
    "финала",
    "сезона",
    "тайма",
    "пути",
    "недели",
    "лета",
    "зимы",
    "осени",
    "весны",
    "встречи",
    "суток",
];

impl Reader<'_> {
    /// A factor in one word, as a number of times.
    pub(super) fn factor(&self, at: usize) -> Read<f64> {
        let (_, value) = FACTORS.iter().find(|(word, _)| *word == self.word(at))?;
        Some((*value, at + 1))
    }

    /// A share in words, in per cent to one decimal.
    pub(super) fn share(&self, at: usize) -> Read<f64> {
        self.every(at).or_else(|| self.fraction(at))
    }

    /// «каждый третий житель»
    fn every(&self, at: usize) -> Read<f64> {
        if !matches!(self.word(at), "каждый" | "каждая" | "каждое" | "каждого" | "каждую" | "каждой" | "каждому")
        {
            return None;
        }
        let word = self.word(at + 1);
        let (_, of) = ORDINALS.iter().find(|(stem, _)| word.starts_with(stem) && word.len() <= stem.len() + 6)?;
        let time = matches!(
            self.word(at + 2),
            "день" | "час" | "год" | "месяц" | "раз" | "неделю" | "минуту" | "секунду" | "вечер"
        );
        (!time).then_some((percent(1.0 / of), at + 2))
    }

    /// «треть депутатов», «две трети голосов», «на четверть».
    fn fraction(&self, at: usize) -> Read<f64> {
        let part = |at: usize| match self.word(at) {
            "треть" | "трети" | "третью" => Some(3.0),
            "четверть" | "четверти" | "четвертью" => Some(4.0),
            "пятая" | "пятую" | "пятой" if matches!(self.word(at + 1), "часть" | "части") => {
                Some(5.0)
            }
            "десятая" | "десятую" | "десятой" if matches!(self.word(at + 1), "часть" | "части") => {
                Some(10.0)
            }
            "половина" | "половину" | "половины" | "половине" => Some(2.0),
            _ => None,
        };
        let (count, noun) = match quantity(self.word(at)) {
            Some(Quantity::Number(count)) if count < 10.0 => (count, at + 1),
            _ => (1.0, at),
        };
        let of = part(noun)?;
        let next = noun + 1 + usize::from(of >= 5.0);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        // «вторая половина», «в первой четверти», «третья четверть»
        let ordinal = ORDINALS.iter().any(|(stem, _)| before.starts_with(stem))
            || before.starts_with("перв")
            || before.starts_with("последн");
        let whole = self.word(next);
        // Behind an adjective: «треть российских компаний».
        let noun_of = if self.token(next).is_some_and(|token| token.pos == crate::language::Pos::Adjective) {
            self.word(next + 1)
        } else {
            whole
        };
        let counts_whole = !noun_of.is_empty()
            && is_genitive(self.language, noun_of)
            && !NO_WHOLE.contains(&noun_of)
            && !NO_WHOLE.contains(&whole);
        let changed = before == "на" && !NO_WHOLE.contains(&whole);
        let whole_part = count >= of || ordinal || of == 2.0 && count > 1.0;
        (!whole_part && (counts_whole || changed)).then_some((percent(count / of), next))
    }
}

fn percent(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}
