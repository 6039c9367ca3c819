//! Whether two names can be one person's.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::spelling::{fold, is_cyrillic, romanised, skeleton};
use super::{PersonName, bare_surname};

/// Why two names can be one person's. The weakest of the reasons that it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// The same words.
    Equal,
    /// The same words, spelled differently (ё/е, ы/и, a hyphen, a doubled letter).
    Spelling,
    /// One leaves out a middle name, a patronymic or a «младший».
    Shorter,
    /// One has initials where the other has names.
    Initials,
    /// One is written in Latin letters, the other in Cyrillic.
    Transliteration,
    /// One is the family name alone.
    SurnameOnly,
    /// One is the first name alone, or first name and patronymic.
    GivenOnly,
}

/// Why two names cannot be one person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// Other family names.
    Surname,
    /// Other first names, or other initials.
    Given,
    /// Other patronymics.
    Patronymic,
    /// A man and a woman.
    Gender,
    /// «старший» and «младший», or other numbers.
    Generation,
    /// They have no part in common that could be compared.
    Nothing,
}

/// What two names are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They can be one person's, for this reason.
    Compatible(Likeness),
    /// They may be, but the names speak as much against it: «Роберт Кеннеди» and «Роберт Кеннеди-младший».
    Doubtful(Likeness),
    /// They cannot, for this reason.
    Different(Difference),
}

/// First names that are one name in different tongues, or short for one another.
const VARIANTS: &[&str] = &[
    "Владимир Володимир Володимер Уладзимир",
    "Николай Микола Мыкола",
    "Александр Олександр Аляксандр",
    "Алексей Олексий",
    "Дмитрий Дмитро Дзмитрий",
    "Сергей Сергий Сяргей",
    "Андрей Андрий",
    "Михаил Михайло",
    "Василий Василь",
    "Евгений Евген",
    "Елена Олена",
    "Анна Ганна",
    "Кирилл Кирило",
    "Павел Павло",
    "Пётр Петро",
    "Григорий Хрыгорий",
    "Наталья Наталия Наталя",
    "Татьяна Тетяна",
    "Екатерина Катерина",
    "Светлана Свитлана",
    "Юлия Юля",
    "Даниил Данил Данила",
    "Артём Артемий",
    "Фёдор Федир",
    "Никита Микита",
    "Илья Илля",
    "Джозеф Джо",
    "Уильям Вильям Билл",
    "Дональд Доналд",
    "Эммануэль Эмманюэль",
    "Биньямин Биниямин Беньямин",
    "Мухаммед Мохаммед Мохамед Мохаммад Мухаммад Мухамед",
    "Ахмед Ахмад",
    "Абдулла Абдуллах",
];

/// The groups of [`VARIANTS`], by the folded names in them.
fn variant_groups() -> &'static HashMap<String, usize> {
    static GROUPS: OnceLock<HashMap<String, usize>> = OnceLock::new();
    GROUPS.get_or_init(|| {
        let groups = VARIANTS.iter().enumerate();
        groups.flat_map(|(group, names)| names.split(' ').map(move |name| (fold(name), group))).collect()
    })
}

/// Whether two folded first names are variants of one.
fn are_variants(a: &str, b: &str) -> bool {
    let groups = variant_groups();
    matches!((groups.get(a), groups.get(b)), (Some(a), Some(b)) if a == b)
}

/// What a first name is called in other tongues, and itself.
fn variants(name: &str) -> impl Iterator<Item = &'static str> {
    let group = variant_groups().get(&fold(name)).copied();
    group.into_iter().flat_map(|group| VARIANTS[group].split(' '))
}

/// Compares two names.
pub fn relate(a: &PersonName, b: &PersonName) -> Relation {
    let mut likeness = Likeness::Equal;
    if is_family(a) != is_family(b) {
        return Relation::Different(Difference::Surname);
    }
    // «Эмманюэль» is a woman's name to the dictionary, and a spelling of «Эммануэль».
    let is_one_name = || match (a.given.first(), b.given.first()) {
        (Some(first), Some(second)) => are_variants(&fold(first), &fold(second)),
        _ => false,
    };
    if a.gender.is_some() && b.gender.is_some() && a.gender != b.gender && !is_one_name() {
        return Relation::Different(Difference::Gender);
    }
    if let (Some(a), Some(b)) = (&a.generation, &b.generation)
        && generation(a) != generation(b)
    {
        return Relation::Different(Difference::Generation);
    }
    if a.generation.is_some() != b.generation.is_some() {
        likeness = Likeness::Shorter;
    }
    match (&a.surname, &b.surname) {
        (Some(first), Some(second)) => match same_surname(first, second) {
            Some(found) => likeness = likeness.max(found),
            None if a.ambiguous || b.ambiguous => return lone_given(a, b),
            None => return Relation::Different(Difference::Surname),
        },
        (None, None) => {}
        // «Нурсултан Абишевич» beside the full name.
        _ => likeness = likeness.max(Likeness::GivenOnly),
    }
    match same_given(&a.given, &b.given) {
        Ok(Some(found)) => likeness = likeness.max(found),
        Ok(None) if a.surname.is_some() && b.surname.is_some() => {
            likeness = likeness.max(if a.given.is_empty() && b.given.is_empty() {
                Likeness::Equal
            } else {
                Likeness::SurnameOnly
            });
        }
        Ok(None) => return Relation::Different(Difference::Nothing),
        Err(difference) => return Relation::Different(difference),
    }
    match (&a.patronymic, &b.patronymic) {
        (Some(first), Some(second)) => match same_part(first, second) {
            Some(found) => likeness = likeness.max(found),
            None => return Relation::Different(Difference::Patronymic),
        },
        (None, None) => {}
        _ => likeness = likeness.max(Likeness::Shorter),
    }
    // Two first names or initials, one of them marked as the son's: most often the other is the father's.
    let named = |name: &PersonName| !name.given.is_empty() && name.surname.is_some();
    let differ = a.generation.is_some() != b.generation.is_some();
    // «Трамп-младший» is called so because another is Трамп.
    let marked = if a.generation.is_some() { a } else { b };
    if differ && (named(a) && named(b) || marked.given.is_empty()) {
        return Relation::Doubtful(likeness);
    }
    Relation::Compatible(likeness)
}

/// «Бузовы», «Вишневские»: several people of one family name.
fn is_family(name: &PersonName) -> bool {
    const ENDINGS: &[&str] = &["овы", "евы", "ёвы", "ины", "ыны", "ские", "цкие"];
    let ends = |surname: &str| ENDINGS.iter().any(|end| surname.ends_with(end));
    name.given.is_empty() && name.patronymic.is_none() && name.surname.as_deref().is_some_and(ends)
}

/// A lone word may be the other's first name after all: «Дарига» and «Дарига Назарбаева».
fn lone_given(a: &PersonName, b: &PersonName) -> Relation {
    let (lone, other) = if a.ambiguous { (a, b) } else { (b, a) };
    let given = other.given.first().filter(|given| !PersonName::is_initial(given));
    match (&lone.surname, given) {
        (Some(word), Some(given)) if same_part(word, given).is_some() => Relation::Compatible(Likeness::GivenOnly),
        _ => Relation::Different(Difference::Surname),
    }
}

/// «мл.» and «jr» are «младший».
fn generation(word: &str) -> &str {
    match word {
        "мл." | "jr" | "jr." | "junior" => "младший",
        "ст." | "sr" | "sr." | "senior" => "старший",
        other => other,
    }
}

/// Compares family names; particles may be left out («Асад», «аль-Асад»), never differ.
fn same_surname(a: &str, b: &str) -> Option<Likeness> {
    same_part(a, b).or_else(|| {
        let (first, second) = (bare_surname(a), bare_surname(b));
        let left_out = (first == a) != (second == b);
        same_part(first, second).filter(|_| left_out).map(|found| found.max(Likeness::Shorter))
    })
}

/// Compares one part, in full or as initials.
fn same_part(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Equal);
    }
    if PersonName::is_initial(a) || PersonName::is_initial(b) {
        return same_initials(a, b).then_some(Likeness::Initials);
    }
    let (first, second) = (fold(a), fold(b));
    if first == second || are_variants(&first, &second) {
        return Some(Likeness::Spelling);
    }
    let transliterated = match (is_cyrillic(a), is_cyrillic(b)) {
        (true, false) => is_transliterated(a, b),
        (false, true) => is_transliterated(b, a),
        _ => false,
    };
    transliterated.then_some(Likeness::Transliteration)
}

/// Whether two spellings in two alphabets have the same consonants. A Latin ch is «ч» or, as in German,
/// «х».
fn is_transliterated(cyrillic: &str, latin: &str) -> bool {
    let bones = skeleton(cyrillic);
    bones == skeleton(latin)
        || latin.to_lowercase().contains("ch") && bones == skeleton(&latin.to_lowercase().replace("ch", "kh"))
}

/// «К.-Ж.», «К.» and, where a text drops the first, «Ж.» all stand for «Касым-Жомарт». In full nothing is
/// dropped: «Ж.-П.» is no «Поль».
fn same_initials(a: &str, b: &str) -> bool {
    fn pieces(part: &str) -> Vec<&str> {
        part.split(['-', ' ']).filter(|piece| !piece.is_empty()).collect()
    }
    let (first, second) = (pieces(a), pieces(b));
    let (long, short) = if first.len() >= second.len() { (first, second) } else { (second, first) };
    let same = |(a, b): (&&str, &&str)| same_initial(a, b);
    let may_drop = short.len() < long.len() && short.iter().all(|piece| PersonName::is_initial(piece));
    !short.is_empty()
        && (long.iter().zip(&short).all(same) || may_drop && long.iter().rev().zip(short.iter().rev()).all(same))
}

/// Whether an initial begins a name, or the same name in another tongue or alphabet: «А.» is «Олексій» as he
/// is called in Russian.
fn same_initial(a: &str, b: &str) -> bool {
    let (initial, name) = if PersonName::is_initial(a) { (a, b) } else { (b, a) };
    if is_cyrillic(initial) != is_cyrillic(name) {
        return same_sound(initial, name);
    }
    let begins = |name: &str| {
        let (initial, name) = (fold(initial.trim_end_matches('.')), fold(name.trim_end_matches('.')));
        name.starts_with(&initial) || initial.starts_with(&name)
    };
    begins(name) || variants(name).any(begins)
}

/// Whether two words in different alphabets can begin alike.
fn same_sound(a: &str, b: &str) -> bool {
    const ALIKE: &[&str] = &["jdzy", "hkg", "ckstz", "vwu", "kqx", "fp", "yijeu"];
    let first = |word: &str| romanised(word).chars().next();
    let (Some(a), Some(b)) = (first(a), first(b)) else { return false };
    a == b || ALIKE.iter().any(|letters| letters.contains(a) && letters.contains(b))
}

/// Compares first and middle names. `Ok(None)` when one side has none.
fn same_given(a: &[String], b: &[String]) -> Result<Option<Likeness>, Difference> {
    let (Some(first), Some(second)) = (a.first(), b.first()) else { return Ok(None) };
    // «Касым Жомарт» written apart, «Чен Ын» written together.
    if a.len() != b.len() && fold(&a.concat()) == fold(&b.concat()) {
        return Ok(Some(Likeness::Spelling));
    }
    let mut likeness = same_part(first, second).ok_or(Difference::Given)?;
    if a.len() > 1 && b.len() > 1 {
        if a.len() != b.len() {
            return Err(Difference::Given);
        }
        for (a, b) in a[1..].iter().zip(&b[1..]) {
            likeness = likeness.max(same_part(a, b).ok_or(Difference::Given)?);
        }
    } else if a.len() != b.len() {
        likeness = likeness.max(Likeness::Shorter);
    }
    Ok(Some(likeness))
}
