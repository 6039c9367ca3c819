//! What the months and the days of the week are called, in every form that news prints.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The language that a month's name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameLanguage {
    /// Russian.
    Russian,
    /// Ukrainian.
    Ukrainian,
    /// Kazakh.
    Kazakh,
    /// English.
    English,
}

/// The grammatical form in which a month's name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameForm {
    /// Nominative, and the accusative that looks like it; the only full form in English.
    Nominative,
    /// Genitive («января»).
    Genitive,
    /// Dative («январю»).
    Dative,
    /// Instrumental («январём»).
    Instrumental,
    /// Locative («январе»).
    Locative,
    /// A shortened name, with or without a full stop («янв.»).
    Abbreviation,
    /// Any other form.
    Other,
}

/// A word that names a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthName {
    /// 1–12.
    pub month: i8,
    /// The language of the word.
    pub language: NameLanguage,
    /// The form of the word.
    pub form: NameForm,
}

/// Looks up a month's name. `word` is in lower case with ё written as е, without a full stop.
pub fn month_named(word: &str) -> Option<MonthName> {
    MONTHS.get(word).copied()
}

/// Looks up the name of a day of the week: 1 is Monday, 7 Sunday. `word` as for [`month_named`].
///
/// Two-letter abbreviations («ср») are found too; what makes them a date is for the caller to see.
pub fn weekday_named(word: &str) -> Option<i8> {
    WEEKDAYS.get(word).copied()
}

/// Russian: nominative, genitive, dative, instrumental, locative; then abbreviations.
const RUSSIAN: [(&str, &str); 12] = [
    ("январь января январю январем январе", "янв"),
    ("февраль февраля февралю февралем феврале", "фев февр"),
    ("март марта марту мартом марте", "мар"),
    ("апрель апреля апрелю апрелем апреле", "апр"),
    ("май мая маю маем мае", ""),
    ("июнь июня июню июнем июне", "июн"),
    ("июль июля июлю июлем июле", "июл"),
    ("август августа августу августом августе", "авг"),
    ("сентябрь сентября сентябрю сентябрем сентябре", "сен сент"),
    ("октябрь октября октябрю октябрем октябре", "окт"),
    ("ноябрь ноября ноябрю ноябрем ноябре", "ноя нояб"),
    ("декабрь декабря декабрю декабрем декабре", "дек"),
];

/// Ukrainian, in the same order of forms.
const UKRAINIAN: [(&str, &str); 12] = [
    ("січень січня січню січнем січні", "січ"),
    ("лютий лютого лютому лютим лютім", "лют"),
    ("березень березня березню березнем березні", "бер"),
    ("квітень квітня квітню квітнем квітні", "квіт кві"),
    ("травень травня травню травнем травні", "трав тра"),
    ("червень червня червню червнем червні", "черв чер"),
    ("липень липня липню липнем липні", "лип"),
    ("серпень серпня серпню серпнем серпні", "серп сер"),
    ("вересень вересня вересню вереснем вересні", "верес вер"),
    ("жовтень жовтня жовтню жовтнем жовтні", "жовт жов"),
    ("листопад листопада листопаду листопадом листопаді", "лист лис"),
    ("грудень грудня грудню груднем грудні", "груд гру"),
];

/// Kazakh names; suffixes are added to them. Abbreviations that are Russian words are left out.
const KAZAKH: [(&str, &str); 12] = [
    ("қаңтар", "қаң"),
    ("ақпан", "ақп"),
    ("наурыз", ""),
    ("сәуір", "сәу"),
    ("мамыр", ""),
    ("маусым", ""),
    ("шілде", "шіл"),
    ("тамыз", ""),
    ("қыркүйек", "қыр"),
    ("қазан", "қаз"),
    ("қараша", "қар"),
    ("желтоқсан", ""),
];

/// Kazakh case endings after a noun, in all their harmonies.
const KAZAKH_ENDINGS: [(&str, NameForm); 5] = [
    ("ның нің дың дің тың тің", NameForm::Genitive),
    ("ға ге қа ке", NameForm::Dative),
    ("мен бен пен", NameForm::Instrumental),
    ("да де та те", NameForm::Locative),
    ("ды ді ты ті ны ні дан ден тан тен нан нен дағы дегі тағы тегі ы і сы сі ында інде сында сінде", NameForm::Other),
];

/// English.
const ENGLISH: [(&str, &str); 12] = [
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", ""),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];

/// Days of the week from Monday, all languages together.
const WEEK: [&str; 7] = [
    "понедельник понедельника понедельнику понедельником понедельнике пн пнд \
     понеділок понеділка понеділку понеділком пон дүйсенбі дүйсенбіде дс monday mon",
    "вторник вторника вторнику вторником вторнике вт втр \
     вівторок вівторка вівторку вівторком сейсенбі сейсенбіде сс tuesday tue tues",
    "среда среды среде среду средой ср срд середа середи середі середу середою сәрсенбі сәрсенбіде wednesday wed",
    "четверг четверга четвергу четвергом четверге чт чтв \
     четвер четверга четвергу чт бейсенбі бейсенбіде бс thursday thu thur thurs",
    "пятница пятницы пятнице пятницу пятницей пт птн п'ятниця п'ятниці п'ятницю п'ятницею жұма жұмада жм friday fri",
    "суббота субботы субботе субботу субботой сб сбт субота суботи суботі суботу суботою сенбі сенбіде saturday sat",
    "воскресенье воскресенья воскресенью воскресеньем вс вск воскресение \
     неділя неділі неділю неділею нд жексенбі жексенбіде жс sunday sun",
];

static MONTHS: LazyLock<HashMap<String, MonthName>> = LazyLock::new(|| {
    use NameForm::{Abbreviation, Dative, Genitive, Instrumental, Locative, Nominative};
    let mut names = HashMap::new();
    let mut add = |word: &str, month: usize, language, form| {
        // The first language wins where two share an abbreviation: the month is the same.
        names.entry(word.to_owned()).or_insert(MonthName { month: month as i8 + 1, language, form });
    };
    let cases = [Nominative, Genitive, Dative, Instrumental, Locative];
    for (table, language) in [(&RUSSIAN, NameLanguage::Russian), (&UKRAINIAN, NameLanguage::Ukrainian)] {
        for (month, (forms, short)) in table.iter().enumerate() {
            for (word, form) in forms.split(' ').zip(cases) {
                add(word, month, language, form);
            }
            short.split_whitespace().for_each(|word| add(word, month, language, Abbreviation));
        }
    }
    for (table, language) in [(&KAZAKH, NameLanguage::Kazakh), (&ENGLISH, NameLanguage::English)] {
        for (month, (word, short)) in table.iter().enumerate() {
            add(word, month, language, Nominative);
            short.split_whitespace().for_each(|word| add(word, month, language, Abbreviation));
        }
    }
    for (month, (name, _)) in KAZAKH.iter().enumerate() {
        for (endings, form) in KAZAKH_ENDINGS {
            for ending in endings.split(' ') {
                add(&format!("{name}{ending}"), month, NameLanguage::Kazakh, form);
            }
        }
    }
    names
});

static WEEKDAYS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    let numbered = WEEK.iter().zip(1..).flat_map(|(words, day)| words.split_whitespace().map(move |word| (word, day)));
    numbered.collect()
});
