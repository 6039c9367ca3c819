//! Whether the words round a date speak of the past or of the future.

use super::cursor::Cursor;
use super::senses::Sense;

/// What a clause boundary adds to the distance between a date and a verb, in words.
const CLAUSE: usize = 6;

/// Whether the verb nearest to the lexemes `from..to` is one of the future.
///
/// `is_past` tells a past verb by its form. Clause boundaries count as distance, so that in «сообщил
/// 5 мая, что матч состоится 17 июня» each date keeps to its own verb.
pub(super) fn speaks_of_future(cursor: &Cursor<'_>, from: usize, to: usize, is_past: fn(&str) -> bool) -> bool {
    let backward = nearest(cursor, (0..from).rev(), is_past);
    let forward = nearest(cursor, to..cursor.len(), is_past);
    match (backward, forward) {
        (Some(before), Some(after)) => {
            if before.0 <= after.0 {
                before.1
            } else {
                after.1
            }
        }
        (one, other) => one.or(other).is_some_and(|(_, future)| future),
    }
}

/// Distance to the nearest verb that tells its tense, and whether that is the future.
fn nearest(cursor: &Cursor<'_>, path: impl Iterator<Item = usize>, is_past: fn(&str) -> bool) -> Option<(usize, bool)> {
    let mut distance = 0;
    for at in path {
        distance += match cursor.mark(at) {
            Some(',' | ';' | ':' | '—' | '–' | '(' | ')') => CLAUSE,
            _ => 1,
        };
        if cursor.sense(at) == Some(Sense::Future) {
            return Some((distance, true));
        }
        if is_past(cursor.word(at)) {
            return Some((distance, false));
        }
    }
    None
}

/// A past form by its ending: «прошла», «состоялись».
pub(super) fn russian_past(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "если",
        "или",
        "дела",
        "тела",
        "села",
        "школа",
        "сила",
        "цели",
        "роли",
        "доли",
        "недели",
        "финал",
        "финала",
        "канал",
        "канала",
        "журнал",
        "материал",
        "материала",
        "материалы",
        "сигнал",
        "капитал",
        "капитала",
        "стола",
        "квартал",
        "квартала",
        "отдел",
        "отдела",
        "раздел",
        "футбол",
        "протокол",
        "посол",
        "посла",
        "доклад",
        "генерал",
        "генерала",
        "портал",
        "портала",
        "тыла",
        "правила",
        "предел",
        "начало",
        "около",
        "мало",
        "было бы",
        "дело",
        "число",
        "тело",
        "село",
        "вокзал",
        "зал",
        "зала",
        "филиал",
        "филиала",
        "потенциал",
        "персонал",
        "модели",
    ];
    let stem =
        ["лся", "лась", "лось", "лись", "ла", "ло", "ли", "л"].iter().find_map(|ending| word.strip_suffix(ending));
    let Some(stem) = stem else {
        return matches!(word, "погиб" | "вырос" | "смог" | "помог" | "умер" | "возник");
    };
    let vowel = stem.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'я', 'ш', 'г', 'с', 'б', 'к', 'з']);
    vowel && stem.chars().count() >= 2 && !NOUNS.contains(&word)
}

/// A past form by its ending: «пройшла», «відбулися», «оголосив».
pub(super) fn ukrainian_past(word: &str) -> bool {
    let endings = ["лася", "лося", "лися", "вся", "ала", "ила", "іла", "ула", "ало", "ило", "ули", "али", "или", "іли"];
    let masculine = ["ав", "ив", "ів", "ув", "шов"].iter().any(|ending| word.ends_with(ending));
    let known = matches!(word, "був" | "була" | "було" | "були" | "коли" | "або");
    (masculine || endings.iter().any(|ending| word.ends_with(ending))) && word.chars().count() >= 5
        || known && word.starts_with("бу")
}

/// A past form by its ending, or a common irregular one.
pub(super) fn english_past(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "was", "were", "had", "did", "said", "told", "took", "went", "came", "saw", "made", "met", "won", "lost",
        "held", "began", "rose", "fell", "gave", "left", "led", "sent", "became", "found", "cut", "hit", "broke",
        "ran", "spent",
    ];
    IRREGULAR.contains(&word)
        || (word.ends_with("ed") && word.len() > 4 && !matches!(word, "united" | "hundred" | "need"))
}

/// A past form by its ending: «болды», «өтті», «жариялады».
pub(super) fn kazakh_past(word: &str) -> bool {
    let endings = ["ды", "ді", "ты", "ті", "ған", "ген", "қан", "кен"];
    word.chars().count() >= 4 && endings.iter().any(|ending| word.ends_with(ending))
}
