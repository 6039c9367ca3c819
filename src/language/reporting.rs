//! Words by which a sentence shows that it reports news, and words by which it shows that it only leads up to it.
//!
//! All lists are in lower case, ё as е.

use crate::words::LowerCase;

/// What a sentence says of itself as a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reporting {
    /// It names who told, decided or published something («сообщила пресс-служба», «подписал», «подсчитали»).
    pub official: bool,
    /// It tells what is so now and was not before («теперь», «отныне»).
    pub turn: bool,
    /// It tells what is usual, or has been so for long («обычно», «с 1906 года»).
    pub usual: bool,
}

struct Words {
    /// Beginnings of words of telling, deciding and publishing.
    official: &'static [&'static str],
    /// Beginnings of a sentence that turns to what is new.
    turns: &'static [&'static str],
    /// Phrases of what is usual, or was so for long.
    usual: &'static [&'static str],
    /// «с», before a year that ended long ago; what takes it back («впервые с 1996 года»); what follows the year.
    since: &'static str,
    first: &'static str,
    year: &'static str,
}

const RUSSIAN: Words = Words {
    official: &[
        "сообщ",
        "рассказал",
        "заяви",
        "объявил",
        "говорится",
        "уточнил",
        "пояснил",
        "подписал",
        "постанов",
        "приказ",
        "соглашени",
        "подсчитал",
        "опубликова",
        "одобрил",
        "приговорил",
        "обязал",
        "взыскал",
    ],
    turns: &["теперь", "отныне", "зато", "в этом году", "на этот раз"],
    usual: &[
        "обычно",
        "раньше",
        "прежде",
        "когда-то",
        "полвека",
        "веками",
        "больше века",
        "много лет",
        "многие годы",
        "всегда",
        "каждый",
        "каждое",
        "каждую",
    ],
    since: "с",
    first: "впервые",
    year: "года",
};

const UKRAINIAN: Words = Words {
    official: &[
        "повідом",
        "розповіл",
        "розповів",
        "заявил",
        "заявив",
        "оголосил",
        "оголосив",
        "йдеться",
        "уточнил",
        "уточнив",
        "пояснил",
        "пояснив",
        "підписал",
        "підписав",
        "постанов",
        "наказ",
        "угод",
        "підрахувал",
        "опублікува",
        "оприлюдн",
        "схвалил",
        "ухвалил",
        "засудил",
    ],
    turns: &["тепер", "відтепер", "зате", "цього року", "цього разу"],
    usual: &["зазвичай", "раніше", "колись", "півстоліття", "століттями", "багато років", "завжди", "кожен", "кожну"],
    since: "з",
    first: "вперше",
    year: "року",
};

const ENGLISH: Words = Words {
    official: &[
        "said",
        "announced",
        "reported",
        "told",
        "according",
        "signed",
        "published",
        "ordered",
        "approved",
        "ruled",
        "sentenced",
        "confirmed",
    ],
    turns: &["now", "this year", "this time", "from now on"],
    usual: &["usually", "used to", "once", "for decades", "for centuries", "for years", "always", "every"],
    since: "since",
    first: "first",
    year: "",
};

const KAZAKH: Words = Words {
    official: &["хабарла", "мәлімде", "айтты", "жариялады", "қол қойды", "бекітті", "шешім"],
    turns: &["енді", "биыл"],
    usual: &["әдетте", "бұрын", "әрдайым", "жылдар бойы"],
    since: "",
    first: "",
    year: "",
};

/// Beginnings of the words that open a relative clause.
const RELATIVE: [&str; 4] = ["котор", "який", "яка", "which"];

/// What a sentence says of itself as a report. Nothing, in a language without lists.
pub fn reporting(language: &str, sentence: &str) -> Reporting {
    let lists = match language {
        "ru" => &RUSSIAN,
        "uk" => &UKRAINIAN,
        "en" => &ENGLISH,
        "kk" => &KAZAKH,
        _ => return Reporting::default(),
    };
    let lower = sentence.lower_plain();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|it| !it.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    let has = |phrase: &&str| spaced.contains(&format!(" {phrase} "));
    Reporting {
        official: lists.official.iter().any(|stem| spaced.contains(&format!(" {stem}"))),
        turn: lists.turns.iter().any(|phrase| spaced.starts_with(&format!(" {phrase} "))),
        usual: lists.usual.iter().any(has) || says_since(lists, &words),
    }
}

/// «С 1906 года», but not «впервые с 1906 года».
fn says_since(lists: &Words, words: &[&str]) -> bool {
    let is_year =
        |word: &str| word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit());
    words.windows(2).enumerate().any(|(at, pair)| {
        let year = is_year(pair[1]) && (lists.year.is_empty() || words.get(at + 2) == Some(&lists.year));
        // «салют, который запускали с 1997 года, отменён»: said by the way.
        let aside = |word: &&str| RELATIVE.iter().any(|stem| word.starts_with(stem)) || *word == lists.first;
        !lists.since.is_empty() && pair[0] == lists.since && year && !words[..at].iter().any(aside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_told_from_what_leads_up_to_them() {
        let report = reporting("ru", "О запуске завода сообщила пресс-служба области.");
        assert_eq!(report, Reporting { official: true, ..Reporting::default() });
        assert!(reporting("ru", "Уголь на острове добывают с 1906 года.").usual);
        assert!(!reporting("ru", "Реактор запустили впервые с 2012 года.").usual);
        assert!(reporting("ru", "Теперь у завода новый хозяин.").turn);
        assert!(reporting("en", "For decades nobody crossed the river.").usual);
        assert_eq!(reporting("de", "Seit 1906 sagte niemand etwas."), Reporting::default());
    }
}
