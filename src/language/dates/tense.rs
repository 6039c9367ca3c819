//! Whether the words round a date speak of the past or of the future.

use super::cursor::{Cursor, REACH};
use super::senses::Sense;
use crate::language::ru::morphology::{self, Tense};

/// What a language tells from the form of a verb: `Some(true)` is the future, `Some(false)` the past.
pub(super) type IsFuture = fn(&Cursor<'_>, usize) -> Option<bool>;

/// On which side of the article's date a day lies that has no year of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outlook {
    /// Not after it.
    Past,
    /// Not before it.
    Future,
    /// On either: the nearer.
    Nearest,
}

/// Beginnings of words for what happens to days that are still to come as often as not: what was to be is called off,
/// moved, sold out, appointed.
const MOVED: [&str; 16] = [
    "отмен",
    "перенес",
    "перенос",
    "отлож",
    "распрод",
    "скасов",
    "скасув",
    "відкла",
    "перенест",
    "признач",
    "cancel",
    "postpon",
    "reschedul",
    "белгілен",
    "шегеріл",
    "кейінге",
];
/// Beginnings of words for what goes on, and may have begun or not: «выставка открыта с 20 сентября по 11 января».
const ONGOING: [&str; 14] = [
    "открыт",
    "работа",
    "действу",
    "проход",
    "идет",
    "длится",
    "відкрит",
    "працю",
    "діє",
    "трива",
    "runs",
    "lasts",
    "continues",
    "жүріп",
];
/// How far from a date such words are looked for, in words of its clause.
const CLAUSE_REACH: usize = 12;

/// On which side of the article's date the lexemes `from..to` lie. A `range` can surround it.
pub(super) fn outlook(cursor: &Cursor<'_>, from: usize, to: usize, range: bool, is_future: IsFuture) -> Outlook {
    if speaks_of_future(cursor, from, to, is_future) {
        return Outlook::Future;
    }
    let preposition = from.checked_sub(1).map_or("", |before| cursor.word(before));
    // «приказ от 2 апреля отменён»: the day of the paper.
    if matches!(preposition, "от" | "від") {
        return Outlook::Past;
    }
    let stops = |at: &usize| matches!(cursor.mark(*at), Some(',' | ';' | ':' | '—' | '–'));
    let before = (0..from).rev().take_while(|at| !stops(at)).take(CLAUSE_REACH);
    let after = (to..cursor.len()).take_while(|at| !stops(at)).take(CLAUSE_REACH);
    let opens = |at: usize, stems: &[&str]| stems.iter().any(|stem| cursor.word(at).starts_with(stem));
    let is_past = |at: usize| cursor.tense(at, || is_future(cursor, at)) == Some(false);
    let open = before.chain(after).any(|at| opens(at, &MOVED) || range && opens(at, &ONGOING) && !is_past(at));
    // «арестовали до 14 ноября»
    if open || matches!(preposition, "до" | "until" | "till") { Outlook::Nearest } else { Outlook::Past }
}

/// What a clause boundary adds to the distance between a date and a verb, in words.
const CLAUSE: usize = 6;

/// Whether the verb nearest to the lexemes `from..to` is one of the future. A term («до 25 мая») of
/// something that is going on lies ahead too.
///
/// Clause boundaries count as distance, so that in «сообщил
/// 5 мая, что матч состоится 17 июня» each date keeps to its own verb.
fn speaks_of_future(cursor: &Cursor<'_>, from: usize, to: usize, is_future: IsFuture) -> bool {
    // «отложили с 10 мая»: the day that had been meant.
    let moved_from = from.checked_sub(1).is_some_and(|before| cursor.word(before) == "с")
        && (0..from)
            .rev()
            .take(REACH)
            .any(|at| ["отлож", "перенес"].iter().any(|stem| cursor.word(at).starts_with(stem)));
    if moved_from {
        return false;
    }
    // «не позднее 1 декабря»
    let no_later = from >= 2 && matches!(cursor.word(from - 1), "позднее" | "позже" | "пізніше");
    if no_later && cursor.word(from - 2) == "не" || is_term_of_a_task(cursor, from, to) {
        return true;
    }
    let backward = nearest(cursor, (0..from).rev(), is_future);
    let forward = nearest(cursor, to..cursor.len(), is_future);
    match (backward, forward) {
        (Some(before), Some(after)) => {
            if before.0 <= after.0 {
                before.1
            } else {
                after.1
            }
        }
        (None, None) => matches!(from.checked_sub(1).map(|before| cursor.word(before)), Some("до" | "until" | "till")),
        (one, other) => one.or(other).is_some_and(|(_, future)| future),
    }
}

/// «поручил до 1 июля подготовить план»: a term before which something is to be done, not was done.
fn is_term_of_a_task(cursor: &Cursor<'_>, from: usize, to: usize) -> bool {
    let term = from.checked_sub(1).is_some_and(|before| matches!(cursor.word(before), "до" | "к" | "ко"));
    let stops = |at: &usize| matches!(cursor.mark(*at), Some(',' | ';' | ':' | '—' | '–'));
    let before = (0..from).rev().take_while(|at| !stops(at)).take(6);
    let after = (to..cursor.len()).take_while(|at| !stops(at)).take(4);
    term && before.chain(after).any(|at| {
        let word = cursor.word(at);
        let ending = ["ть", "ться", "ти", "тись", "чь"].iter().any(|ending| word.ends_with(ending));
        ending && word.chars().count() > 3 && morphology::is_infinitive(word)
    })
}

/// Distance to the nearest verb that tells its tense, and whether that is the future.
fn nearest(cursor: &Cursor<'_>, path: impl Iterator<Item = usize>, is_future: IsFuture) -> Option<(usize, bool)> {
    let mut distance = 0;
    for at in path.take(REACH) {
        distance += match cursor.mark(at) {
            Some(',' | ';' | ':' | '—' | '–' | '(' | ')') => CLAUSE,
            _ => 1,
        };
        if cursor.sense(at) == Some(Sense::Future) {
            return Some((distance, true));
        }
        if let Some(future) = cursor.tense(at, || is_future(cursor, at)) {
            return Some((distance, future));
        }
    }
    None
}

/// By the dictionary.
pub(super) fn russian(cursor: &Cursor<'_>, at: usize) -> Option<bool> {
    let word = cursor.word(at);
    // «выборы могли бы пройти» are still to come, if they ever do.
    if matches!(word, "мог" | "могла" | "могло" | "могли" | "хотел" | "хотела" | "хотели")
        && cursor.word(at + 1) == "бы"
    {
        return Some(true);
    }
    // «запустим» is an adjective too, but not in the company of a date.
    let ours = word.chars().count() > 4 && ["им", "ем", "имся", "емся"].iter().any(|ending| word.ends_with(ending));
    if ours && morphology::can_be_future(word) {
        return Some(true);
    }
    match morphology::tense(word)? {
        Tense::Past => Some(false),
        Tense::Future => Some(true),
        Tense::Present => None,
    }
}

/// A past form by its ending: «пройшла», «відбулися», «оголосив».
pub(super) fn ukrainian(cursor: &Cursor<'_>, at: usize) -> Option<bool> {
    let word = cursor.word(at);
    let endings = ["лася", "лося", "лися", "вся", "ала", "ила", "іла", "ула", "ало", "ило", "ули", "али", "или", "іли"];
    let masculine = ["ав", "ив", "ів", "ув", "шов"].iter().any(|ending| word.ends_with(ending));
    let past = (masculine || endings.iter().any(|ending| word.ends_with(ending))) && word.chars().count() >= 5;
    (past || matches!(word, "був" | "була" | "було" | "були")).then_some(false)
}

/// A past form by its ending, or a common irregular one.
pub(super) fn english(cursor: &Cursor<'_>, at: usize) -> Option<bool> {
    let word = cursor.word(at);
    const IRREGULAR: &[&str] = &[
        "was", "were", "had", "did", "said", "told", "took", "went", "came", "saw", "made", "met", "won", "lost",
        "held", "began", "rose", "fell", "gave", "left", "led", "sent", "became", "found", "cut", "hit", "broke",
        "ran", "spent",
    ];
    let regular = word.ends_with("ed") && word.len() > 4 && !matches!(word, "united" | "hundred");
    // «will be played»
    if matches!(cursor.word_before(at), "be" | "to") {
        return None;
    }
    (IRREGULAR.contains(&word) || regular).then_some(false)
}

/// A past form by its ending: «болды», «өтті», «жариялады».
pub(super) fn kazakh(cursor: &Cursor<'_>, at: usize) -> Option<bool> {
    let word = cursor.word(at);
    // Most of «-ады» may be the past of a verb in «-а» («ұстады»); these are not.
    const TO_COME: &[&str] = &[
        "болады",
        "өтеді",
        "енеді",
        "келеді",
        "береді",
        "басталады",
        "ашылады",
        "шығады",
        "барады",
        "жүреді",
        "аяқталады",
    ];
    if TO_COME.contains(&word) || word.ends_with("йды") || word.ends_with("йді") {
        return Some(true);
    }
    let endings = ["ды", "ді", "ты", "ті", "ған", "ген", "қан", "кен"];
    (word.chars().count() >= 4 && endings.iter().any(|ending| word.ends_with(ending))).then_some(false)
}
