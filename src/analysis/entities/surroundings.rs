//! What the words round a name say of it: whose body it is, whose relative.

use super::bodies::is_of_state;
use super::ordinary::is_ordinary;
use crate::language::gazetteer::{self, Class};
use crate::language::ru::morphology::{Gender, readings};
use crate::language::{EntityKind, Name, Pos};
use crate::span::Span;

/// Nouns for relatives and namesakes, by their stems: «его брат Владимир», «с дочерью Анной».
const RELATIVES: &[&str] = &[
    "брат",
    "сестр",
    "сын",
    "доч",
    "дочер",
    "жен",
    "муж",
    "супруг",
    "отец",
    "отц",
    "мат",
    "матер",
    "внук",
    "внучк",
    "племянник",
    "племянниц",
    "дяд",
    "тёт",
    "тет",
    "дед",
    "бабушк",
    "невест",
    "жених",
    "вдов",
    "вдовец",
    "зят",
    "тест",
    "мам",
    "пап",
    "сват",
    "кузен",
    "кузин",
    "однофамилец",
    "однофамильц",
    "однофамилиц",
    "тёзк",
    "тезк",
];

/// ISO code of the country that the words beside the name at `index` give as a body's owner:
/// «турецкий МИД», «МИД Турции» where the two are names of their own.
pub fn owner(text: &str, names: &[Name], index: usize) -> Option<&'static str> {
    let name = &names[index];
    // «Национальная гвардия» of a name that is nothing but ordinary words, and stands in no quotation marks.
    let is_plain = || {
        name.kind == EntityKind::Organization
            && !text[..name.span.start].ends_with(['«', '"', '„', '“'])
            && is_ordinary(&name.form)
    };
    if name.kind == EntityKind::Person || !is_of_state(&name.form) && !is_plain() {
        return None;
    }
    let next = names.get(index + 1).filter(|next| next.kind == EntityKind::Place);
    let after = next.filter(|next| text[name.span.end..next.span.start].chars().all(|c| matches!(c, ' ' | '\u{a0}')));
    if let Some(next) = after {
        let named = gazetteer::lookup(&next.form).into_iter().find(|entry| entry.class == Class::Country);
        if let Some(code) = named.and_then(|entry| entry.country) {
            return Some(code);
        }
    }
    // «Қазақстан Сыртқы істер министрлігі»: in Kazakh the owner comes first.
    let is_kazakh = ["лігі", "лығы", "сы", "сі"].iter().any(|end| name.form.ends_with(end));
    let first = index.checked_sub(1).map(|first| &names[first]).filter(|first| {
        is_kazakh && first.kind == EntityKind::Place && text[first.span.end..name.span.start].trim().is_empty()
    });
    if let Some(first) = first {
        let named = gazetteer::lookup(&first.form).into_iter().find(|entry| entry.class == Class::Country);
        if let Some(code) = named.and_then(|entry| entry.country) {
            return Some(code);
        }
    }
    let before = word_before(text, name.span)?;
    gazetteer::country_of_adjective(before).and_then(|entry| entry.country)
}

/// Whether the name is introduced as somebody's relative.
pub fn is_relative(text: &str, span: Span) -> bool {
    const ENDINGS: &[&str] = &["", "а", "у", "ом", "ем", "е", "ы", "и", "ой", "ей", "ью", "ь", "я", "ю", "ём"];
    let Some(word) = word_before(text, span) else { return false };
    // «Амангельды — брат Салтанат»: whose brother, not who.
    let before = text[..span.start].trim_end();
    let before = before.strip_suffix(word).unwrap_or(before);
    let says_whose = before.trim_end().ends_with(['—', '–']);
    !says_whose && {
        let word = word.to_lowercase();
        ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).any(|stem| RELATIVES.contains(&stem))
    }
}

/// «Нетаньяху опоздал»: whom the verb right after a name at the head of a sentence, in the nominative, is said of.
pub fn gender_of_subject(text: &str, name: &Name) -> Option<Gender> {
    let before = text[..name.span.start].trim_end_matches([' ', '\u{a0}']);
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '…', '\n']);
    if !begins || name.span.of(text) != name.form {
        return None;
    }
    let word = text[name.span.end..].strip_prefix([' ', '\u{a0}'])?;
    let word = word.strip_prefix("не ").unwrap_or(word);
    let word = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
    let readings = readings(word);
    let verb = readings.first().filter(|best| best.known && best.finite && best.pos == Pos::Verb)?;
    verb.gender.filter(|&gender| gender != Gender::Neuter)
}

/// The word right before `span`, when only a space is between.
fn word_before(text: &str, span: Span) -> Option<&str> {
    let before = text[..span.start].strip_suffix([' ', '\u{a0}', '\n'])?;
    let start = before
        .rfind(|c: char| !c.is_alphabetic() && c != '-')
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    Some(&before[start..]).filter(|word| !word.is_empty())
}
