//! What makes two spellings of an organization's or a place's name one.

use crate::language::person_name::{romanised, skeleton};
use crate::words::LowerCase;

/// Words for kinds of organization that may stand before a name in quotation marks, or be left out.
pub(super) const LEGAL_FORMS: &[&str] = &[
    "ооо",
    "оао",
    "зао",
    "ао",
    "пао",
    "тоо",
    "нао",
    "нпо",
    "нко",
    "ано",
    "гк",
    "ип",
    "фк",
    "хк",
    "бк",
    "мфк",
    "ск",
    "нк",
    "чвк",
    "мфо",
    "чоп",
    "гуп",
    "фгуп",
    "муп",
    "компания",
    "корпорация",
    "концерн",
    "холдинг",
    "группа",
    "агентство",
    "информагентство",
    "издание",
    "газета",
    "журнал",
    "телеканал",
    "канал",
    "телеграм-канал",
    "telegram-канал",
    "радиостанция",
    "сайт",
    "портал",
    "партия",
    "движение",
    "клуб",
    "сеть",
    "банк",
    "издательство",
    "the",
    "llc",
    "ltd",
    "inc",
    "corp",
];

/// The form without quotation marks round the whole of it.
pub fn without_quotes(form: &str) -> &str {
    let bare = form.trim().trim_matches(|c| "«»\"“”„‟'".contains(c)).trim();
    // «ООО «Ромашка»»: what is left unbalanced was no pair round the whole.
    if bare.is_empty() || bare.contains(['«', '»']) && bare.matches('«').count() != bare.matches('»').count() {
        form.trim()
    } else {
        bare
    }
}

/// What is equal for all spellings of one organization's or place's name: lower case, ё as е, no
/// quotation marks or hyphens, no legal form before a name in quotation marks.
pub fn identity_key(form: &str) -> String {
    blended(plain_key(form))
}

/// As [`identity_key`], with «Национальная гвардия» and «Нацгвардия» told apart.
pub(super) fn plain_key(form: &str) -> String {
    let bare = without_quotes(form);
    let lower = core(bare).unwrap_or(bare).lower_plain();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '+').filter(|word| !word.is_empty());
    let key = words.collect::<Vec<_>>().join(" ");
    if key.is_empty() { bare.lower() } else { key }
}

/// «национальная гвардия» as it is shortened in one word: «нацгвардия».
fn blended(key: String) -> String {
    const ADJECTIVES: [(&str, &str); 3] = [("национальн", "нац"), ("государственн", "гос"), ("генеральн", "ген")];
    let Some((first, rest)) = key.split_once(' ') else { return key };
    let endings = ["ый", "ая", "ое", "ые"];
    let short =
        ADJECTIVES.iter().find(|(stem, _)| first.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending)));
    match short {
        Some((_, short)) => format!("{short}{rest}"),
        None => key,
    }
}

/// The name after a legal form or another word for the kind of organization.
pub(super) fn core(form: &str) -> Option<&str> {
    let (first, rest) = form.split_once(' ')?;
    let kind = LEGAL_FORMS.contains(&first.trim_end_matches('.').lower().as_str());
    let quoted = rest.starts_with(['«', '"', '“', '„']);
    let short = first.chars().count() <= 4 && first.chars().all(char::is_uppercase);
    // «Telegram-канал Scriptorium», «газета The Times»
    let latin = rest.starts_with(|c: char| c.is_ascii_uppercase()) && !first.is_ascii();
    (kind && (quoted || short || latin)).then(|| core(without_quotes(rest)).unwrap_or(without_quotes(rest)))
}

/// What a name's Latin and Cyrillic spellings have in common, and whether this one is Latin: the
/// consonants, or, where these are few, the whole name in Latin letters. `None` for names too short to be
/// told by it.
pub fn alphabet_key(form: &str) -> Option<(String, bool)> {
    let latin = form.chars().find(|c| c.is_alphabetic())?.is_ascii();
    let bones = skeleton(form);
    if bones.len() >= 4 {
        return Some((bones, latin));
    }
    let mut whole = String::from("=");
    for letter in romanised(form).chars().map(|letter| if matches!(letter, 'y' | 'j') { 'i' } else { letter }) {
        if !whole.ends_with(letter) {
            whole.push(letter);
        }
    }
    (whole.len() >= 5).then_some((whole, latin))
}
