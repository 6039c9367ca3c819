//! What the noun before a name in quotation marks says of its bearer: a bank is no farm, whatever both are called.

use std::sync::Arc;

use crate::language::ru::morphology::readings;
use crate::span::Span;

/// Nouns (by their lemmas) that only bearers of one sort are called. What any of them may be called («компания»,
/// «предприятие») is no sort.
const SORTS: &[(&str, &str)] = &[
    ("bank", "банк"),
    ("insurer", "страховщик"),
    ("farm", "колхоз совхоз агрофирма агрохолдинг хозяйство ферма птицефабрика агрокомбинат"),
    ("works", "завод комбинат фабрика шахта рудник мебелькомбинат хлебозавод мясокомбинат судоверфь верфь"),
    ("school", "школа лицей гимназия университет институт академия колледж вуз училище детсад сад"),
    ("club", "клуб команда футболист хоккеист баскетболист тренер вратарь нападающий защитник полузащитник форвард"),
    ("house", "ресторан кафе бар гостиница отель пансионат санаторий хостел"),
    ("shop", "магазин супермаркет гипермаркет рынок универмаг ритейлер торгсеть"),
    ("outlet", "газета журнал телеканал радиостанция еженедельник издание телеграм-канал радио сайт портал"),
    ("party", "партия"),
    ("stage", "театр кинотеатр ансамбль хор оркестр"),
    ("clinic", "больница клиника аптека госпиталь поликлиника"),
    ("carrier", "авиакомпания авиаперевозчик"),
];

/// Adjectives that make a sort of a noun which is none by itself: «страховая компания».
const ADJECTIVES: &[(&str, &str)] = &[
    ("insurer", "страховой"),
    ("builder", "строительный"),
    ("clinic", "медицинский"),
    ("shop", "торговый"),
    ("guard", "охранный"),
    ("space", "ракетный космический"),
    ("travel", "туристический"),
    ("law", "юридический"),
];

/// Nouns that take their sort from the adjective before them.
const PLAIN: &[&str] = &["компания", "фирма", "центр", "агентство", "организация", "предприятие"];

/// The sort of what the name at `span` of `text` names, by the words before its quotation mark; `None` where they say
/// none.
pub fn sort_of(text: &str, span: Span) -> Option<&'static str> {
    let before = text[..span.start].strip_suffix(['«', '"', '„', '“'])?.strip_suffix([' ', '\u{a0}'])?;
    let (noun, rest) = last_word(before)?;
    let nouns: Vec<Arc<str>> =
        readings(&noun).iter().filter(|found| found.known).map(|found| found.lemma.clone()).collect();
    let listed = |list: &[(&'static str, &str)], lemmas: &[Arc<str>]| {
        let has = |words: &str| words.split(' ').any(|word| lemmas.iter().any(|lemma| **lemma == *word));
        list.iter().find(|(_, words)| has(words)).map(|&(sort, _)| sort)
    };
    listed(SORTS, &nouns).or_else(|| {
        let is_plain = nouns.iter().any(|lemma| PLAIN.contains(&&**lemma));
        let (adjective, _) = is_plain.then(|| last_word(rest.trim_end())).flatten()?;
        let lemmas: Vec<Arc<str>> = readings(&adjective).iter().map(|found| found.lemma.clone()).collect();
        listed(ADJECTIVES, &lemmas)
    })
}

/// The word that `text` ends in, in lower case, and what stands before it.
fn last_word(text: &str) -> Option<(String, &str)> {
    let start = text
        .rfind(|c: char| !c.is_alphabetic() && c != '-')
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let word = &text[start..];
    (!word.is_empty()).then(|| (word.to_lowercase(), &text[..start]))
}
