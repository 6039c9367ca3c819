//! Words for how states and bodies stand to one another: who draws near to whom, who moves away, who depends.
//!
//! «Плавное отслоение от России» and «дистанцироваться от России» share no word, and say the same.

/// How one stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It moves away from it.
    Away,
    /// It draws near to it, or means to.
    Closer,
    /// It depends on it.
    Depends,
}

/// A way to say a relation: beginnings of words in lower case, ё as е, and the words one of which stands before the other
/// party.
pub struct Phrase {
    /// What it says.
    pub relation: Relation,
    /// Beginnings of its words, in order; one or two others can stand between them.
    pub stems: &'static [&'static str],
    /// Before the other party.
    pub before_object: &'static [&'static str],
}

/// How a language says relations.
pub struct Relations {
    /// Its phrases.
    pub phrases: &'static [Phrase],
    /// Beginnings of words that take a relation back or leave it open, between who has it and its phrase.
    pub undoing: &'static [&'static str],
    /// What can stand between a phrase and its preposition, or before the other party («the»).
    pub between: &'static [&'static str],
    /// Words before a subject, even one whose form does not tell («США»): conjunctions and adverbs.
    pub before_subject: &'static [&'static str],
    /// Words behind which no subject stands, whatever its form.
    pub prepositions: &'static [&'static str],
    /// Endings of verbs, whose object a name behind them is.
    pub verb_endings: &'static [&'static str],
}

const fn phrase(relation: Relation, stems: &'static [&'static str], before_object: &'static [&'static str]) -> Phrase {
    Phrase { relation, stems, before_object }
}

const FROM: &[&str] = &["от"];
const WITH: &[&str] = &["с", "со"];

static RUSSIAN: Relations = Relations {
    phrases: &[
        phrase(Relation::Away, &["отслоени"], FROM),
        phrase(Relation::Away, &["отслаива"], FROM),
        phrase(Relation::Away, &["дистанцир"], FROM),
        phrase(Relation::Away, &["отдалени"], FROM),
        phrase(Relation::Away, &["отдаляет"], FROM),
        phrase(Relation::Away, &["отдалил"], FROM),
        phrase(Relation::Away, &["отдалит"], FROM),
        phrase(Relation::Away, &["отходит"], FROM),
        phrase(Relation::Away, &["отошл"], FROM),
        phrase(Relation::Away, &["отойти"], FROM),
        phrase(Relation::Away, &["отвернул"], FROM),
        phrase(Relation::Away, &["отворачив"], FROM),
        phrase(Relation::Closer, &["сближени"], WITH),
        phrase(Relation::Closer, &["сближа"], WITH),
        phrase(Relation::Closer, &["сблизи"], WITH),
        phrase(Relation::Closer, &["укреп", "связ"], WITH),
        phrase(Relation::Closer, &["укреп", "отношени"], WITH),
        phrase(Relation::Closer, &["укреп", "сотрудничеств"], WITH),
        phrase(Relation::Closer, &["развити", "отношени"], WITH),
        phrase(Relation::Closer, &["развити", "сотрудничеств"], WITH),
        phrase(Relation::Closer, &["развива", "отношени"], WITH),
        phrase(Relation::Closer, &["развива", "сотрудничеств"], WITH),
        phrase(Relation::Closer, &["наращива", "сотрудничеств"], WITH),
        phrase(Relation::Closer, &["тесн", "связ"], WITH),
        phrase(Relation::Closer, &["тесн", "отношени"], WITH),
        phrase(Relation::Closer, &["искать", "союзник"], &["в", "во"]),
        phrase(Relation::Closer, &["ищет", "союзник"], &["в", "во"]),
        phrase(Relation::Depends, &["завис"], FROM),
    ],
    undoing: &[
        "не",
        "ни",
        "отказ",
        "прекрат",
        "останов",
        "приостан",
        "свернул",
        "опроверг",
        "отрица",
        "если",
        "бы",
        "может",
        "могла",
        "могут",
        "мог",
        "перестал",
        "избеж",
        "вместо",
    ],
    between: &["сильно", "дальше", "больше", "всё", "все", "еще"],
    before_subject: &[
        "что",
        "и",
        "а",
        "но",
        "как",
        "однако",
        "также",
        "теперь",
        "поэтому",
        "сейчас",
        "постепенно",
        "где",
        "когда",
        "ведь",
        "пока",
    ],
    prepositions: &["в", "во", "на", "за", "через", "про", "под", "о", "об", "из", "у", "с", "со", "от", "для"],
    verb_endings: &["л", "ла", "ло", "ли", "ет", "ют", "ит", "ят", "ить", "ать"],
};

static UKRAINIAN: Relations = Relations {
    phrases: &[
        phrase(Relation::Away, &["дистанцію"], &["від"]),
        phrase(Relation::Away, &["віддаля"], &["від"]),
        phrase(Relation::Away, &["віддалил"], &["від"]),
        phrase(Relation::Closer, &["зближ"], &["з", "із", "зі"]),
        phrase(Relation::Closer, &["зблизи"], &["з", "із", "зі"]),
        phrase(Relation::Closer, &["зміцн", "зв"], &["з", "із", "зі"]),
        phrase(Relation::Closer, &["зміцн", "відносин"], &["з", "із", "зі"]),
        phrase(Relation::Closer, &["тісн", "зв"], &["з", "із", "зі"]),
        phrase(Relation::Closer, &["розви", "співпрац"], &["з", "із", "зі"]),
        phrase(Relation::Depends, &["залеж"], &["від"]),
    ],
    undoing: &["не", "ні", "відмов", "припин", "зупин", "спрост", "якщо", "би", "може", "могла", "могли", "замість"],
    between: &["сильно", "далі", "більше", "ще"],
    before_subject: &["що", "і", "й", "а", "але", "як", "однак", "також", "тепер", "тому", "зараз", "поступово"],
    prepositions: &["в", "у", "на", "за", "через", "про", "під", "о", "з", "із", "зі", "від", "для"],
    verb_endings: &["в", "ла", "ло", "ли", "ть", "ти"],
};

static ENGLISH: Relations = Relations {
    phrases: &[
        phrase(Relation::Away, &["distanc"], &["from"]),
        phrase(Relation::Away, &["drift", "away"], &["from"]),
        phrase(Relation::Away, &["moving", "away"], &["from"]),
        phrase(Relation::Closer, &["closer", "ties"], &["with", "to"]),
        phrase(Relation::Closer, &["strengthen", "ties"], &["with"]),
        phrase(Relation::Closer, &["moving", "closer"], &["to"]),
        phrase(Relation::Closer, &["moved", "closer"], &["to"]),
        phrase(Relation::Closer, &["draw", "closer"], &["to"]),
        phrase(Relation::Closer, &["rapprochement"], &["with"]),
        phrase(Relation::Depends, &["depends"], &["on"]),
        phrase(Relation::Depends, &["dependent"], &["on"]),
    ],
    undoing: &["not", "no", "never", "refus", "stopp", "denie", "if", "would", "could", "may", "might", "instead"],
    between: &["itself", "the", "heavily", "away"],
    before_subject: &["that", "and", "but", "as", "now", "while", "because"],
    prepositions: &["of", "by", "with", "from", "to", "in", "on", "for", "against", "at", "about", "the"],
    verb_endings: &["ed"],
};

/// How a language (a BCP 47 code) says relations; `None` where that is not known.
pub fn relations(language: &str) -> Option<&'static Relations> {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "ru" => Some(&RUSSIAN),
        "uk" => Some(&UKRAINIAN),
        "en" => Some(&ENGLISH),
        _ => None,
    }
}
