//! What the words of an expression of time mean, whatever the language.

use std::collections::HashMap;

use super::meaning::{Part, Season, Unit};
use crate::calendar::months::{MonthName, NameLanguage, month_named, weekday_named};

/// What a word can contribute to an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A month's full name, in any form.
    Month(MonthName),
    /// «январский».
    MonthAdjective(i8),
    /// A day of the week, 1–7.
    Weekday(i8),
    /// A season, in a form that needs a preposition or a year to mean a time.
    Season(Season),
    /// «летом».
    InSeason(Season),
    /// A unit in the singular.
    Unit(Unit),
    /// A unit in the plural.
    Units(Unit),
    /// «прошлый» −1, «этот» 0, «следующий» 1.
    Shift(i32),
    /// «вчера» −1, «завтра» 1.
    Deictic(i32),
    /// «торік» −1: the year in one word.
    YearAdverb(i32),
    /// «начало», «конец».
    Part(Part),
    /// «половина».
    Half,
    /// «декада» and «числа», of which a month has three.
    Third,
    /// «три».
    Number(u32),
    /// «третий».
    Ordinal(u32),
    /// «последний».
    Last,
    /// «девяностые»: the first year of the ten, within its century if below 100.
    Decade(u32),
    /// «назад».
    Ago,
    /// «с», which opens a range.
    From,
    /// «по», which goes on with it.
    To,
    /// «и».
    And,
    /// Any other word before which a bare month or weekday is a time.
    Preposition,
    /// «около», «более»: the number after it is no exact one.
    Roughly,
    /// «улица»: a date beside it is a street's name.
    Street,
    /// «завод»: a date beside it is its name if it has a capital («завод 1 Мая»).
    Place,
    /// A word that tells that the sentence speaks of the future.
    Future,
    /// A time of day in a word, as an hour to add or «утра»: AM is 0, PM is 12.
    HalfDay(u8),
    /// «часов».
    Hours,
    /// «минут».
    Minutes,
}

/// The words of one language.
pub(super) struct Vocabulary {
    words: HashMap<String, Sense>,
    months: NameLanguage,
}

/// Endings of adjectives by the way they decline; a stem names its own as `стем-класс`.
const DECLENSIONS: [(&str, &str); 8] = [
    ("ый", "ый ая ое ые ого ой ому ую ом ым ых ыми"),
    ("ой", "ой ая ое ые ого ому ую ом ым ых ыми"),
    ("щий", "щий щая щее щие щего щей щему щую щем щим щих щими"),
    ("ший", "ший шая шее шие шего шей шему шую шем шим ших шими"),
    ("ний", "ний няя нее ние него ней нему нюю нем ним них ними"),
    ("ский", "ский ская ское ские ского ской скому скую ском ским ских скими"),
    ("ий_uk", "ий а е і ого ої ому у ій им их ими ою"),
    ("ній_uk", "ній ня нє ні нього ньої ньому ню нім ніх німи ньою"),
];

impl Vocabulary {
    /// Builds a vocabulary from lines of words that share a sense. A word `стем-ый` stands for all
    /// forms of an adjective of that declension.
    pub fn new(months: NameLanguage, table: &[(Sense, &str)]) -> Self {
        let mut words = HashMap::new();
        for (sense, forms) in table {
            for form in forms.split_whitespace() {
                let declension = form
                    .split_once('-')
                    .and_then(|(stem, class)| Some((stem, DECLENSIONS.iter().find(|(name, _)| *name == class)?.1)));
                match declension {
                    Some((stem, endings)) => {
                        for ending in endings.split(' ') {
                            words.entry(format!("{stem}{ending}")).or_insert(*sense);
                        }
                    }
                    None => {
                        words.entry(form.to_owned()).or_insert(*sense);
                    }
                }
            }
        }
        Self { words, months }
    }

    /// What `word` (in lower case, ё as е) means here.
    pub fn sense(&self, word: &str) -> Option<Sense> {
        if let Some(sense) = self.words.get(word) {
            return Some(*sense);
        }
        if let Some(name) = month_named(word).filter(|name| name.language == self.months) {
            return Some(Sense::Month(name));
        }
        // Two letters are an abbreviation, which prose does not use.
        weekday_named(word).filter(|_| word.chars().count() > 3).map(Sense::Weekday)
    }
}
