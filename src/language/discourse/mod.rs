//! Words that tie a sentence to the one before it.
//!
//! A sentence that is to stand alone must not begin with «Об этом» or «Он»; one that begins with
//! «Однако» can, but reads worse. The lists are closed classes of each language, in lower case, and data (`ru.txt` and its
//! neighbours).

use std::sync::LazyLock;

use super::word_lists::phrases;

/// How a sentence leans on what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaning {
    /// It can be read alone.
    None,
    /// It begins with a connective («кроме того»): understandable, but part of a chain.
    Connective,
    /// It speaks of something that only the text before it names («об этом», «он»).
    Anaphora,
}

/// Classes of one language's leaning words.
struct Words {
    /// Pronouns and demonstratives that stand for something said before.
    anaphoric: Vec<&'static str>,
    /// Word sequences that give the reason for something said before, or its other side.
    answers: Vec<&'static str>,
    /// What promises another half («с одной стороны»), and what that begins with.
    halves: Vec<(&'static str, &'static str)>,
    /// What only seemed to be so, and what takes it back.
    apparent: Vec<&'static str>,
    turns: Vec<&'static str>,
    /// Conjunctions and parentheses that continue a thought, as word sequences.
    connectives: Vec<&'static str>,
}

impl Words {
    /// # Panics
    /// If the data lacks a list.
    fn read(data: &'static str) -> Self {
        let list = |name: &str| phrases(data, name).collect();
        Self {
            anaphoric: list("anaphoric"),
            answers: list("answers"),
            halves: phrases(data, "halves").filter_map(|pair| pair.split_once(" = ")).collect(),
            apparent: list("apparent"),
            turns: list("turns"),
            connectives: list("connectives"),
        }
    }
}

/// How the sentence with these words (lower case, in order, marks left out) leans on the text before.
///
/// Only its opening counts: three words after a connective, and fewer when a name (its index in `words` is `first_name`)
/// comes before: «По его словам» leans, «Токаев и его министр» does not.
pub fn leaning(language: &str, words: &[String], first_name: Option<usize>) -> Leaning {
    let Some(lists) = lists(language) else { return Leaning::None };
    if lists.answers.iter().any(|phrase| begins_with(words, phrase)) {
        return Leaning::Anaphora;
    }
    // The pronoun in «кроме того» points at nothing; one after it does.
    let phrases = lists.connectives.iter().filter(|phrase| begins_with(words, phrase));
    let connective = phrases.map(|phrase| phrase.split(' ').count()).max().unwrap_or(0);
    let opening = words.len().min(connective + 3).min(first_name.unwrap_or(usize::MAX)).max(connective);
    let points_back = |at: usize| {
        let follows = |word: &str| words.get(at + 1).is_some_and(|next| next == word);
        // «после того как», «из-за того что», «то, что» point forward, at their own clause.
        let opens_clause = ["как", "что", "чтобы", "о", "и"].iter().any(|word| follows(word));
        let correlative = matches!(words[at].as_str(), "того" | "тому" | "тем" | "том" | "те" | "тех");
        let this_year =
            language == "ru" && words[at].starts_with("эт") && words.get(at + 1).is_some_and(|word| is_time(word));
        lists.anaphoric.contains(&words[at].as_str()) && !(correlative && opens_clause) && !this_year
    };
    if (connective..opening).any(points_back) || (language == "ru" && has_demonstrative(words)) {
        return Leaning::Anaphora;
    }
    if connective > 0 { Leaning::Connective } else { Leaning::None }
}

/// Whether words (lower case) begin with those of a phrase.
fn begins_with(words: &[String], phrase: &str) -> bool {
    let mut at = words.iter();
    phrase.split(' ').all(|part| at.next().is_some_and(|word| word == part))
}

/// Whether a pronoun or demonstrative opens the sentence with these words (as for [`leaning`]), after a connective or a
/// preposition at most («Он», «но это», «из-за этого»), or it answers or explains («Речь идёт о»). Other sentences that
/// lean («Первая экспертиза поддержала эту версию») can be read behind the one that they lean on.
pub fn opens_with_pronoun(language: &str, words: &[String]) -> bool {
    let Some(lists) = lists(language) else { return false };
    if lists.answers.iter().any(|phrase| begins_with(words, phrase)) {
        return true;
    }
    let is_pronoun = |at: usize| words.get(at).is_some_and(|word| lists.anaphoric.contains(&word.as_str()));
    let is_connective = |word: &String| lists.connectives.contains(&word.as_str());
    let start = usize::from(words.first().is_some_and(is_connective));
    let preposition =
        words.get(start).is_some_and(|word| word.chars().count() <= 3 || word == "после" || word == "кроме");
    leaning(language, words, None) == Leaning::Anaphora && (is_pronoun(start) || preposition && is_pronoun(start + 1))
}

/// Whether a sentence (lower case) promises a second half that it does not have: «С одной стороны, цены растут.»
pub fn is_half(language: &str, sentence: &str) -> bool {
    let halves = lists(language).map_or(&[][..], |lists| &lists.halves[..]);
    halves.iter().any(|(first, second)| {
        sentence.find(first).is_some_and(|at| {
            let before = sentence[..at].chars().next_back();
            !before.is_some_and(char::is_alphanumeric) && !sentence[at..].contains(second)
        })
    })
}

/// Whether a sentence (lower case) tells what only seemed to be so («казалось, что»).
pub fn is_apparent(language: &str, sentence: &str) -> bool {
    lists(language).is_some_and(|lists| lists.apparent.iter().any(|phrase| sentence.contains(phrase)))
}

/// Whether a sentence (lower case) is an objection that its author expects, to answer it: «Мне возразят, что …».
pub fn is_expected_objection(language: &str, sentence: &str) -> bool {
    let openings: &[&str] = match language {
        "ru" => &["мне возразят", "меня упрекнут", "мне скажут", "скажут, что", "возразят", "могут возразить"],
        "uk" => &["мені заперечать", "мене звинуватять", "мені скажуть", "скажуть, що", "можуть заперечити"],
        "en" => &["critics will say", "some will say", "some will argue", "it will be objected", "you may object"],
        _ => &[],
    };
    openings.iter().any(|opening| sentence.starts_with(opening))
}

/// Whether a sentence (lower case) takes back what stands before it («Однако»).
pub fn takes_back(language: &str, sentence: &str) -> bool {
    let begins =
        |phrase: &&str| sentence.strip_prefix(*phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    lists(language).is_some_and(|lists| lists.turns.iter().any(begins))
}

/// Whether a word (lower case) is the object form of a pronoun that stands for somebody or something named before.
///
/// Some of them («его») are possessives too.
pub fn is_third_persons_object(language: &str, word: &str) -> bool {
    let pronouns: &[&str] = match language {
        "ru" => &["его", "её", "ее", "их", "ему", "ей", "им", "ими"],
        "uk" => &["його", "її", "їх", "йому", "їй", "їм", "ними"],
        "en" => &["him", "them"],
        _ => &[],
    };
    pronouns.contains(&word)
}

/// Whether a word (lower case) is the nominative of a pronoun that stands for somebody named before.
pub fn is_third_person(language: &str, word: &str) -> bool {
    let pronouns: &[&str] = match language {
        "ru" => &["он", "она", "они"],
        "uk" => &["він", "вона", "вони"],
        "en" => &["he", "she", "they"],
        "kk" => &["ол", "олар"],
        _ => &[],
    };
    pronouns.contains(&word)
}

fn lists(language: &str) -> Option<&'static Words> {
    static RUSSIAN: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("ru.txt")));
    static UKRAINIAN: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("uk.txt")));
    static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("en.txt")));
    static KAZAKH: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("kk.txt")));
    match language {
        "ru" => Some(&RUSSIAN),
        "uk" => Some(&UKRAINIAN),
        "en" => Some(&ENGLISH),
        "kk" => Some(&KAZAKH),
        _ => None,
    }
}

/// Whether a Russian sentence soon speaks of «этот» or «эта» something: what the text before it named.
fn has_demonstrative(words: &[String]) -> bool {
    const FORMS: [&str; 15] = [
        "этот",
        "эта",
        "эти",
        "эту",
        "этой",
        "этого",
        "этому",
        "этих",
        "этом",
        "данный",
        "данная",
        "данное",
        "данного",
        "данной",
        "данному",
    ];
    let near = words.iter().take(6).enumerate();
    near.filter(|(_, word)| FORMS.contains(&word.as_str()))
        .any(|(at, _)| words.get(at + 1).is_none_or(|word| !is_time(word)))
}

/// Whether a word (lower case) names a stretch of time: «в этом году» points at it by itself, and no «он» stands for it.
pub fn is_time(word: &str) -> bool {
    const STEMS: [&str; 16] = [
        "год",
        "месяц",
        "недел",
        "сезон",
        "лет",
        "осен",
        "весн",
        "зим",
        "раз",
        "день",
        "дня",
        "дней",
        "час",
        "минут",
        "рок",
        "тижд",
    ];
    const ENGLISH: [&str; 12] =
        ["year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes"];
    let short = word.chars().count() <= 7;
    short && STEMS.iter().any(|stem| word.starts_with(stem)) || ENGLISH.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, first_name: Option<usize>, expected: Leaning) {
        let words: Vec<String> = sentence.split(' ').map(str::to_lowercase).collect();
        assert_eq!(leaning("ru", &words, first_name), expected, "{sentence}");
    }

    #[test]
    fn openings_are_told_apart() {
        check("Об этом пишет газета", None, Leaning::Anaphora);
        check("По его словам рынок растёт", None, Leaning::Anaphora);
        check("Токаев и его министр прибыли", Some(0), Leaning::None);
        check("Кроме того Казахстан развивается", Some(2), Leaning::Connective);
        check("Однако он не согласился", None, Leaning::Anaphora);
        check("Суд отклонил жалобу", None, Leaning::None);
        check("В этом году завод закроют", None, Leaning::None);
        check("После того как суд отклонил жалобу", None, Leaning::None);
        check("Первая экспертиза поддержала эту версию", None, Leaning::Anaphora);
        check("В последний раз ставку снижали весной", None, Leaning::None);
    }

    #[test]
    fn pronouns_that_open_a_sentence_are_told_from_later_ones() {
        let opens = |sentence: &str| {
            let words: Vec<String> = sentence.split(' ').map(str::to_lowercase).collect();
            opens_with_pronoun("ru", &words)
        };
        assert!(opens("Об этом сообщил суд"));
        assert!(opens("Но она отказалась"));
        assert!(!opens("Первая экспертиза поддержала эту версию"));
        assert!(!opens("Этот год был засушливым"));
    }

    #[test]
    fn what_only_seemed_is_told_from_what_takes_it_back() {
        assert!(is_apparent("ru", "казалось, что спор решён."));
        assert!(takes_back("ru", "однако суд решил иначе."));
        assert!(!takes_back("ru", "новый суд решил иначе."));
    }

    #[test]
    fn expected_objections_are_told_from_claims() {
        assert!(is_expected_objection("ru", "мне возразят, что в швеции чиновников больше."));
        assert!(!is_expected_objection("ru", "депутаты возразили министру."));
    }

    #[test]
    fn half_a_thought_is_told_from_a_whole_one() {
        assert!(is_half("ru", "с одной стороны, цены растут."));
        assert!(is_half("ru", "решение, с одной стороны, укрепляет рубль."));
        assert!(!is_half("ru", "с одной стороны, цены растут, с другой – растут и доходы."));
        assert!(is_half("en", "on the one hand, prices rise."));
        assert!(!is_half("ru", "мост виден с одной стороны реки и с другой."));
    }
}
