//! Words that tie a sentence to the one before it.
//!
//! A sentence that is to stand alone must not begin with «Об этом» or «Он»; one that begins with
//! «Однако» can, but reads worse. The lists are closed classes of each language, in lower case.

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
    anaphoric: &'static [&'static str],
    /// Word sequences that give the reason for something said before, or its other side.
    answers: &'static [&'static str],
    /// Conjunctions and parentheses that continue a thought, as word sequences.
    connectives: &'static [&'static str],
}

static RUSSIAN: Words = Words {
    anaphoric: &[
        "он",
        "она",
        "оно",
        "они",
        "его",
        "её",
        "ее",
        "их",
        "ему",
        "ей",
        "им",
        "ими",
        "него",
        "неё",
        "нее",
        "них",
        "нему",
        "ней",
        "ним",
        "ними",
        "нём",
        "нем",
        "это",
        "этот",
        "эта",
        "эти",
        "этого",
        "этой",
        "этих",
        "этому",
        "этим",
        "этими",
        "этом",
        "эту",
        "тот",
        "та",
        "те",
        "того",
        "той",
        "тех",
        "тому",
        "тем",
        "том",
        "такой",
        "такая",
        "такое",
        "такие",
        "такого",
        "таких",
        "таким",
        "такими",
        "таком",
        "такую",
        "там",
        "туда",
        "оттуда",
        "тогда",
        "последний",
        "последняя",
        "последние",
        "указанный",
        "указанные",
        "данный",
        "данная",
        "данное",
        "данные",
        "поэтому",
        "иначе",
        "оба",
        "обе",
        "другой",
        "другая",
        "другое",
        "другие",
        "остальные",
        "остальное",
        "здесь",
        "тут",
        "отсюда",
    ],
    answers: &["потому что", "ибо", "с другой", "с другой стороны"],
    connectives: &[
        "но",
        "а",
        "и",
        "однако",
        "кроме того",
        "при этом",
        "также",
        "тоже",
        "вместе с тем",
        "в то же время",
        "причём",
        "причем",
        "ведь",
        "зато",
        "впрочем",
        "наоборот",
        "или",
        "итак",
        "таким образом",
        "в частности",
        "в свою очередь",
        "помимо этого",
        "более того",
        "к тому же",
        "между тем",
        "тем временем",
        "тем не менее",
        "так",
        "например",
        "следовательно",
        "в результате",
        "затем",
        "потом",
        "далее",
        "наконец",
        "вдобавок",
        "несмотря на это",
        "после этого",
        "как следствие",
    ],
};

static UKRAINIAN: Words = Words {
    anaphoric: &[
        "він",
        "вона",
        "воно",
        "вони",
        "його",
        "її",
        "їх",
        "йому",
        "їй",
        "їм",
        "нього",
        "неї",
        "них",
        "це",
        "цей",
        "ця",
        "ці",
        "цього",
        "цієї",
        "цих",
        "цьому",
        "цим",
        "той",
        "та",
        "те",
        "ті",
        "того",
        "тієї",
        "тих",
        "тому",
        "такий",
        "така",
        "таке",
        "такі",
        "там",
        "тоді",
        "тут",
        "звідти",
    ],
    answers: &["тому що", "бо", "з іншого боку"],
    connectives: &[
        "але",
        "а",
        "і",
        "й",
        "та",
        "однак",
        "проте",
        "крім того",
        "при цьому",
        "також",
        "водночас",
        "разом з тим",
        "адже",
        "зате",
        "втім",
        "навпаки",
        "або",
        "отже",
        "таким чином",
        "зокрема",
        "своєю чергою",
        "до того ж",
        "тим часом",
        "наприклад",
        "потім",
        "згодом",
        "нарешті",
    ],
};

static ENGLISH: Words = Words {
    anaphoric: &[
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
        "this",
        "that",
        "these",
        "those",
        "such",
        "there",
        "then",
        "here",
        "both",
        "the latter",
        "the former",
    ],
    answers: &["because", "on the other hand"],
    connectives: &[
        "but",
        "and",
        "however",
        "moreover",
        "also",
        "meanwhile",
        "at the same time",
        "in addition",
        "besides",
        "thus",
        "therefore",
        "for example",
        "for instance",
        "in particular",
        "in turn",
        "as a result",
        "nevertheless",
        "still",
        "yet",
        "so",
        "or",
        "finally",
        "furthermore",
        "instead",
    ],
};

static KAZAKH: Words = Words {
    anaphoric: &["ол", "олар", "оның", "олардың", "оны", "оған", "бұл", "бұның", "осы", "сол", "мұндай", "ондай"],
    answers: &["өйткені", "себебі", "екінші жағынан"],
    connectives: &["бірақ", "және", "алайда", "сондай-ақ", "сонымен қатар", "дегенмен", "ал", "сондықтан", "мысалы"],
};

/// How the sentence with these words (lower case, in order, marks left out) leans on the text before.
///
/// Only its opening counts: three words after a connective, and fewer when a name (its index in `words` is `first_name`)
/// comes before: «По его словам» leans, «Токаев и его министр» does not.
pub fn leaning(language: &str, words: &[String], first_name: Option<usize>) -> Leaning {
    let lists = match language {
        "ru" => &RUSSIAN,
        "uk" => &UKRAINIAN,
        "en" => &ENGLISH,
        "kk" => &KAZAKH,
        _ => return Leaning::None,
    };
    let begins_with = |phrase: &str| {
        let mut at = words.iter();
        phrase.split(' ').all(|part| at.next().is_some_and(|word| word == part))
    };
    if lists.answers.iter().any(|phrase| begins_with(phrase)) {
        return Leaning::Anaphora;
    }
    // The pronoun in «кроме того» points at nothing; one after it does.
    let phrases = lists.connectives.iter().filter(|phrase| begins_with(phrase));
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

/// Whether a Russian sentence soon speaks of «этот» or «эта» something: what the text before it named.
fn has_demonstrative(words: &[String]) -> bool {
    const FORMS: [&str; 9] = ["этот", "эта", "эти", "эту", "этой", "этого", "этому", "этих", "этом"];
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
    }
}
