//! Sentences that announce something without saying it: «сделал ряд серьёзных заявлений», «подробности – на сайте».
//!
//! As a key point such a sentence tells nothing. The lists are beginnings of words, in lower case, ё as е.

use crate::words::{LowerCase, is_alphanumeric};

/// What announcements of one language are made of.
struct Words {
    /// Verbs of telling that can have an empty object.
    telling: &'static [&'static str],
    /// What can be told without anything being said.
    vague: &'static [&'static str],
    /// Words after which it is said after all.
    opening: &'static [&'static str],
    /// Beginnings of a sentence that leads elsewhere.
    leading: &'static [&'static str],
    /// The preposition before what was told of, at the head of a sentence that says no more than by whom: «О проекте
    /// рассказал мэр»; and verbs that stand behind it.
    of: &'static [&'static str],
    told: &'static [&'static str],
}

const RUSSIAN: Words = Words {
    telling: &[
        "рассказ",
        "расскаж",
        "сделал",
        "поделил",
        "прокомментир",
        "озвучил",
        "раскрыл",
        "высказал",
        "ответил",
        "затронул",
        "коснул",
        "обсудил",
        "обсужда",
        "назвал",
        "объяснил",
        "выступил",
    ],
    vague: &[
        "заявлени",
        "планы",
        "планах",
        "планами",
        "подробност",
        "детали",
        "деталях",
        "деталями",
        "результатах",
        "результатами",
        "итоги",
        "итогах",
        "мнением",
        "мнение",
        "мнения",
        "ситуаци",
        "вопрос",
        "причины",
        "причинах",
        "проблемы",
        "проблемах",
        "перспектив",
        "выводами",
        "комментари",
        "впечатлени",
    ],
    opening: &["что", "чтобы"],
    leading: &["подробност", "подробнее", "читайте"],
    of: &["о", "об", "обо"],
    told: &["рассказ", "сообщ", "заяви", "объяви", "упомян", "напомни", "говорится", "стало"],
};

const UKRAINIAN: Words = Words {
    telling: &[
        "розпов",
        "зробив",
        "зробила",
        "зробили",
        "поділи",
        "прокоментув",
        "озвучи",
        "висловив",
        "висловила",
        "відпові",
        "обговори",
        "назвав",
        "назвала",
        "пояснив",
        "пояснила",
        "виступи",
    ],
    vague: &[
        "заяв",
        "плани",
        "планами",
        "подробиц",
        "деталі",
        "деталями",
        "результати",
        "результатами",
        "підсумк",
        "думку",
        "думкою",
        "ситуаці",
        "питання",
        "причини",
        "проблеми",
        "перспектив",
        "враженнями",
    ],
    opening: &["що", "щоб"],
    leading: &["подробиц", "докладніше", "читайте"],
    of: &["про"],
    told: &["розпов", "повідом", "заяви", "оголоси", "згада", "нагада", "йдеться", "стало"],
};

const ENGLISH: Words = Words {
    telling: &["made", "spoke", "talked", "shared", "commented", "answered", "discussed", "gave"],
    vague: &[
        "statement",
        "remarks",
        "plans",
        "details",
        "results",
        "views",
        "opinion",
        "situation",
        "questions",
        "issues",
        "comments",
        "reasons",
        "prospects",
        "impressions",
    ],
    opening: &["that", "to"],
    leading: &["details are", "details on", "read more"],
    of: &[],
    told: &[],
};

const KAZAKH: Words = Words {
    telling: &["айтты", "баяндады", "бөлісті", "түсіндірді", "жауап", "талқылады", "жасады"],
    vague: &["мәлімдеме", "жоспары", "жоспарлары", "пікірі", "мәселе", "жағдай", "сұрақ", "себептері", "нәтижелері"],
    opening: &["деп"],
    leading: &["толығырақ", "оқыңыз"],
    of: &[],
    told: &[],
};

/// How far what is told may stand from the verb, in words.
const NEAR: usize = 6;
/// The longest announcement, and the longest line that leads elsewhere, in words.
const LONGEST: usize = 18;
const SHORT: usize = 9;

/// Whether a sentence only announces that something was told, or leads elsewhere.
///
/// A number, a clause («что …»), a colon or a quotation says something.
pub fn is_announcement(language: &str, sentence: &str) -> bool {
    let lists = match language {
        "ru" => &RUSSIAN,
        "uk" => &UKRAINIAN,
        "en" => &ENGLISH,
        "kk" => &KAZAKH,
        _ => return false,
    };
    let lowered = sentence.lower_plain();
    let words: Vec<&str> = lowered.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty()).collect();
    let is = |list: &[&str], word: &str| list.iter().any(|stem| word.starts_with(stem));
    if words.len() <= SHORT && is(lists.leading, &words.join(" ")) {
        return true;
    }
    // «О проекте рассказал в четверг глава города Иван Носков.»
    let clauses = lowered.contains([',', ':', ';', '—', '–']);
    if !clauses && words.first().is_some_and(|word| lists.of.contains(word)) {
        return words.iter().take(NEAR).any(|word| is(lists.told, word));
    }
    let says = lowered.contains([':', '«', '"', '“', '„']) || lowered.contains(|c: char| c.is_ascii_digit());
    if says || words.len() > LONGEST {
        return false;
    }
    let Some(verb) = words.iter().position(|word| is(lists.telling, word)) else { return false };
    let near = words.iter().enumerate().skip(verb.saturating_sub(NEAR)).take_while(|(at, _)| *at <= verb + NEAR);
    let vague = near.filter(|(at, word)| *at != verb && is(lists.vague, word)).map(|(at, _)| at).next();
    vague.is_some_and(|vague| !words[verb.min(vague)..].iter().any(|word| lists.opening.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn announcements_are_told_from_statements() {
        let announces = |sentence: &str| is_announcement("ru", sentence);
        assert!(announces("Премьер сделал ряд серьёзных заявлений."));
        assert!(announces("О планах музея рассказала директор."));
        assert!(announces("Подробности – на сайте театра."));
        assert!(announces("О 12 погибших сообщило агентство «Заря»."));
        assert!(!announces("О том, что мост закрыт, сообщила мэрия."));
        assert!(!announces("Министр рассказал, что ситуация улучшилась."));
        assert!(!announces("Тренер назвал причиной поражения усталость."));
        assert!(!announces("Завод сделал 300 машин."));
        assert!(!announces("Суд отклонил жалобу."));
        assert!(is_announcement("en", "The mayor made several remarks on Monday."));
        assert!(!is_announcement("en", "The mayor shared plans to close two schools."));
        assert!(is_announcement("uk", "Міністр розповів про плани уряду."));
    }
}
