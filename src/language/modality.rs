//! Whether a sentence denies what it speaks of, or leaves it open.
//!
//! Two sentences of the same words say the same only if neither denies what the other asserts, and neither
//! asserts what the other only holds possible. The lists are closed classes of each language, in lower case.

use crate::words::LowerCase;

/// How a sentence stands to what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Modality {
    /// It says that something is not so.
    pub negated: bool,
    /// It says that something may be, should be, or would be under some condition; or asks.
    pub open: bool,
    /// Which of [`OPPOSITES`] it speaks of, a bit for each: the one side, and the other.
    sides: (u32, u32),
}

impl Modality {
    /// Whether two sentences can say the same: both assert, deny or leave open, and none says that something was
    /// forbidden where the other says that it was allowed.
    pub fn fits(&self, other: &Self) -> bool {
        let only = |(here, there): (u32, u32)| (here & !there, there & !here);
        let (ours, theirs) = (only(self.sides), only(other.sides));
        let opposed = ours.0 & theirs.1 | ours.1 & theirs.0;
        (self.negated, self.open) == (other.negated, other.open) && opposed == 0
    }
}

/// Beginnings of words that say opposite things of one thing, in any of the languages.
const OPPOSITES: [(&[&str], &[&str]); 9] = [
    (&["запрет", "запрещ", "заборон", "ban", "forbid", "prohibit"], &["разреш", "дозвол", "allow", "permit", "legali"]),
    (
        &["вырос", "увелич", "повыс", "повыш", "подорож", "рост", "зріс", "збільш", "rise", "rose", "grew", "increas"],
        &["снизи", "сниж", "сократ", "упал", "паде", "подешев", "уменьш", "зменш", "fell", "fall", "decreas", "drop"],
    ),
    (&["откры", "відкри", "open"], &["закры", "закри", "clos"]),
    (&["купи", "покуп", "приобре", "buy", "bought", "acquir"], &["прода", "sell", "sold"]),
    (
        &["нача", "запуст", "почал", "begin", "began", "start"],
        &["законч", "заверш", "прекрат", "останов", "end", "stop"],
    ),
    (&["поддерж", "одобр", "підтрим", "support", "approv"], &["осуди", "осужд", "oppos", "condemn"]),
    (&["арест", "задерж", "arrest", "detain"], &["освобо", "отпуст", "звільн", "releas", "freed"]),
    (&["назнач", "признач", "appoint"], &["увол", "sack", "dismiss", "fired"]),
    (&["победи", "выигра", "обыгра", "won", "beat"], &["проигра", "уступи", "lost"]),
];

/// Negations, and beginnings of words that leave open whether something is so.
type Lists = (&'static [&'static str], &'static [&'static str]);

const RUSSIAN: Lists = (
    &[
        "не",
        "ни",
        "нет",
        "нельзя",
        "никогда",
        "никто",
        "отрицает",
        "отрицают",
        "опроверг",
        "опровергли",
        "опровергла",
        "отказал",
        "отказала",
        "отказали",
        "отказался",
        "отказалась",
        "отказались",
        "отверг",
        "отвергла",
        "отвергли",
        "отклонил",
        "отклонила",
        "отклонили",
        "отменил",
        "отменила",
        "отменили",
    ],
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
    &[
        "не",
        "ні",
        "немає",
        "ніколи",
        "ніхто",
        "заперечує",
        "спростував",
        "спростувала",
        "спростували",
        "відмовився",
        "відмовилася",
        "відмовилися",
        "відхилив",
        "відхилила",
        "скасував",
        "скасувала",
        "скасували",
    ],
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
    &[
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "cannot",
        "denies",
        "denied",
        "deny",
        "refused",
        "rejected",
        "cancelled",
        "canceled",
    ],
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
        _ => return Modality { open: sentence.contains('?'), ..Modality::default() },
    };
    let lowered = sentence.lower();
    let words: Vec<&str> =
        lowered.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| !word.is_empty()).collect();
    let opens = |word: &&str| {
        openings.iter().any(|it| if it.chars().count() < WHOLE { word == it } else { word.starts_with(it) })
    };
    let side = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let mut sides = (0, 0);
    for (bit, (here, there)) in OPPOSITES.iter().enumerate() {
        sides.0 |= u32::from(side(here)) << bit;
        sides.1 |= u32::from(side(there)) << bit;
    }
    Modality {
        sides,
        negated: words.iter().any(|word| negations.contains(word))
            || lowered.contains("n't")
            || lowered.contains("n’t"),
        open: sentence.contains('?') || words.iter().any(opens),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn denials_and_possibilities_are_told_from_statements() {
        let of = |sentence: &str| {
            let Modality { negated, open, .. } = modality("ru", sentence);
            (negated, open)
        };
        assert_eq!(of("Суд рассмотрел жалобу завода."), (false, false));
        assert_eq!(of("Суд не рассмотрел жалобу."), (true, false));
        assert_eq!(of("Завод могут закрыть."), (false, true));
        assert_eq!(of("Если суд рассмотрит жалобу, завод закроют."), (false, true));
        let fit = |a: &str, b: &str| modality("ru", a).fits(&modality("ru", b));
        assert!(fit("Власти запретили добычу.", "Добыча запрещена."));
        assert!(!fit("Власти запретили добычу.", "Власти разрешили добычу."));
        assert!(modality("en", "The court didn't agree.").negated);
    }
}
