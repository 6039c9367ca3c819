//! Organizations whose names have words without a capital, or stand in quotation marks.

use super::text::{Text, is_capitalised};
use super::{Candidate, LONGEST};
use crate::language::EntityKind;

/// Words after which a name in quotation marks is an organization's.
const QUOTED_AFTER: &[&str] = &[
    "партія",
    "партії",
    "партію",
    "фракція",
    "фракції",
    "компанія",
    "компанії",
    "компанію",
    "видання",
    "газета",
    "газети",
    "газеті",
    "газету",
    "журнал",
    "журналу",
    "телеканал",
    "телеканалу",
    "канал",
    "каналу",
    "агентство",
    "агентства",
    "фонд",
    "фонду",
    "група",
    "групи",
    "групу",
    "завод",
    "заводу",
    "клуб",
    "клубу",
    "банк",
    "банку",
    "концерн",
    "концерну",
    "корпорація",
    "корпорації",
    "організація",
    "організації",
    "рух",
    "руху",
    "радіо",
    "партиясы",
    "компаниясы",
    "газеті",
    "агенттігі",
    "телеарнасы",
    "қоры",
    "клубы",
    "партыя",
    "пише",
    "повідомляє",
    "наводить",
    "передає",
    "інформує",
    "розповіло",
    "повідомило",
];

/// The organization that begins at `index`.
pub fn at(text: &Text<'_>, index: usize) -> Option<Candidate> {
    quoted(text, index)
        .or_else(|| ending(text, index))
        .or_else(|| headed(text, index))
        .or_else(|| adjectival(text, index))
}

/// «партія «Слуга народу»».
fn quoted(text: &Text<'_>, index: usize) -> Option<Candidate> {
    let opening = index.checked_sub(1)?;
    let closing = match text.word(opening) {
        "«" => "»",
        "“" | "„" => "”",
        "\"" => "\"",
        _ => return None,
    };
    if !is_capitalised(text.word(index)) || !QUOTED_AFTER.contains(&text.lower_before(opening).as_str()) {
        return None;
    }
    let count = (1..=LONGEST).find(|&count| text.word(index + count) == closing)?;
    let form = text.span(index, count).of(text.text).to_owned();
    (!form.contains('\n')).then_some(Candidate { skip: 0, count, kind: EntityKind::Organization, form })
}

/// «Сыртқы істер министрлігі»: a capital, words without one, and a noun that ends the name.
fn ending(text: &Text<'_>, index: usize) -> Option<Candidate> {
    let ends = &text.vocabulary.organization_ends;
    if ends.is_empty() || !is_capitalised(text.word(index)) || text.is_title(index) {
        return None;
    }
    for count in 2..=5 {
        let at = index + count - 1;
        let word = text.word(at).to_lowercase();
        if !text.follows_closely(at) {
            return None;
        }
        if ends.contains(&word.as_str()) {
            // The country before the name is a name of its own.
            if super::known::is_known(text, text.word(index)) {
                return None;
            }
            let base = ends.iter().filter(|base| word.starts_with(**base)).min_by_key(|base| base.len());
            let before = text.span(index, count - 1).of(text.text);
            let form = format!("{before} {}", base.copied().unwrap_or(&word));
            return Some(Candidate { skip: 0, count, kind: EntityKind::Organization, form });
        }
        if is_capitalised(text.word(at)) {
            return None;
        }
    }
    None
}

/// «Національний банк»: an adjective with a capital, and a noun without one that names a body of state.
fn adjectival(text: &Text<'_>, index: usize) -> Option<Candidate> {
    const BODIES: &[(&str, &str)] = &[
        ("банк", "ий"),
        ("банку", "ий"),
        ("банком", "ий"),
        ("суд", "ий"),
        ("суду", "ий"),
        ("судом", "ий"),
        ("комітет", "ий"),
        ("комітету", "ий"),
        ("служба", "а"),
        ("служби", "а"),
        ("палата", "а"),
        ("палати", "а"),
        ("гвардія", "а"),
        ("гвардії", "а"),
        ("поліція", "а"),
        ("поліції", "а"),
        ("бюро", "е"),
        ("агентство", "е"),
    ];
    if text.vocabulary.language != "uk" || !is_capitalised(text.word(index)) || !text.follows_closely(index + 1) {
        return None;
    }
    let noun = text.word(index + 1);
    let (_, ending) = BODIES.iter().find(|(form, _)| *form == noun)?;
    let (base, _) = BODIES.iter().filter(|(form, _)| shares_stem(form, noun)).min_by_key(|(form, _)| form.len())?;
    let adjective = text.vocabulary.endings.nominatives(text.word(index)).into_iter();
    let adjective = adjective.filter(|form| form.ends_with(ending)).find(|form| {
        form.ends_with("ський")
            || form.ends_with("ний")
            || form.ends_with("на")
            || form.ends_with("ська")
            || form.ends_with("не")
            || form.ends_with("ське")
    })?;
    let kind = EntityKind::Organization;
    Some(Candidate { skip: 0, count: 2, kind, form: format!("{adjective} {base}") })
}

/// «Міністерство закордонних справ»: a head with a capital, and genitives without one after it.
fn headed(text: &Text<'_>, index: usize) -> Option<Candidate> {
    const GENITIVES: &[&str] =
        &["у", "ю", "и", "і", "ї", "их", "ів", "ого", "ої", "а", "я", "прав", "справ", "та", "й"];
    let heads = &text.vocabulary.organization_heads;
    let head = text.word(index).to_lowercase();
    if !is_capitalised(text.word(index)) || !heads.contains(&head.as_str()) {
        return None;
    }
    let genitive = |at: usize| {
        let word = text.word(at);
        text.follows_closely(at)
            && word.starts_with(char::is_lowercase)
            && word.chars().count() > 1
            && GENITIVES.iter().any(|ending| word.ends_with(ending))
    };
    let mut count = 1;
    while count < LONGEST && genitive(index + count) {
        count += 1;
    }
    while count > 1 && matches!(text.word(index + count - 1), "та" | "й" | "на" | "за" | "у") {
        count -= 1;
    }
    if count == 1 {
        return None;
    }
    let base = heads.iter().find(|base| base.ends_with(['о', 'а']) && shares_stem(base, &head));
    let capital = base.map_or(text.word(index).to_owned(), |base| {
        let mut letters = base.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    });
    let rest = text.span(index + 1, count - 1).of(text.text);
    Some(Candidate { skip: 0, count, kind: EntityKind::Organization, form: format!("{capital} {rest}") })
}

fn shares_stem(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    common + 1 >= a.chars().count()
}
