//! Whether a sentence denies what it speaks of, or leaves it open.
//!
//! Two sentences of the same words say the same only if neither denies what the other asserts, and neither
//! asserts what the other only holds possible. The lists are closed classes of each language, in lower case.

/// How a sentence stands to what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Modality {
    /// It says that something is not so.
    pub negated: bool,
    /// It says that something may be, should be, or would be under some condition; or asks.
    pub open: bool,
}

/// Negations, and beginnings of words that leave open whether something is so.
type Lists = (&'static [&'static str], &'static [&'static str]);

const RUSSIAN: Lists = (
    &["не", "ни", "нет", "нельзя", "никогда", "никто", "отрицает", "отрицают", "опроверг", "опровергли", "опровергла"],
    &[
        "мог",
        "могла",
        "могли",
        "могут",
        "может",
        "можно",
        "бы",
        "если",
        "вероятно",
        "возможно",
        "якобы",
        "видимо",
        "хотел",
        "планиру",
        "намерен",
        "собирается",
        "собираются",
        "предлага",
        "предложи",
        "призва",
        "призыва",
        "должн",
        "нужно",
        "следует",
        "предположи",
        "ожида",
        "скорее",
        "рискует",
    ],
);
const UKRAINIAN: Lists = (
    &["не", "ні", "немає", "ніколи", "ніхто", "заперечує", "спростував", "спростувала", "спростували"],
    &[
        "може",
        "можуть",
        "міг",
        "могла",
        "могли",
        "би",
        "б",
        "якщо",
        "ймовірно",
        "можливо",
        "нібито",
        "мабуть",
        "план",
        "намір",
        "збира",
        "пропону",
        "заклик",
        "повин",
        "слід",
        "очіку",
    ],
);
const ENGLISH: Lists = (
    &["not", "no", "never", "none", "nobody", "cannot", "denies", "denied", "deny"],
    &[
        "may", "might", "could", "would", "should", "if", "probabl", "possibl", "alleged", "plans", "planned",
        "planning", "propos", "urge", "must", "expect", "likely",
    ],
);
const KAZAKH: Lists = (&["емес", "жоқ", "ешқашан", "ешкім"], &["мүмкін", "егер", "керек", "жоспарла", "ұсын", "тиіс"]);

/// Short words that are meant as they stand, not as beginnings.
const WHOLE: usize = 4;

/// How a sentence in `language` stands to what it says. A question leaves it open.
pub fn modality(language: &str, sentence: &str) -> Modality {
    let (negations, openings) = match language {
        "ru" => RUSSIAN,
        "uk" => UKRAINIAN,
        "en" => ENGLISH,
        "kk" => KAZAKH,
        _ => return Modality { negated: false, open: sentence.contains('?') },
    };
    let lowered = sentence.to_lowercase();
    let words = || lowered.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| !word.is_empty());
    let opens = |word: &str| {
        openings.iter().any(|it| if it.chars().count() < WHOLE { word == *it } else { word.starts_with(it) })
    };
    Modality {
        negated: words().any(|word| negations.contains(&word)) || lowered.contains("n't") || lowered.contains("n’t"),
        open: sentence.contains('?') || words().any(opens),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn denials_and_possibilities_are_told_from_statements() {
        let of = |sentence: &str| {
            let Modality { negated, open } = modality("ru", sentence);
            (negated, open)
        };
        assert_eq!(of("Суд отклонил жалобу завода."), (false, false));
        assert_eq!(of("Суд не отклонил жалобу."), (true, false));
        assert_eq!(of("Завод могут закрыть."), (false, true));
        assert_eq!(of("Если суд отклонит жалобу, завод закроют."), (false, true));
        assert!(modality("en", "The court didn't agree.").negated);
    }
}
