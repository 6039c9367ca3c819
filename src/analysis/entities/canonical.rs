//! Which of an entity's forms is its name.

use crate::language::person_name::{PersonName, parse};

/// Whether the person's form `a` makes the better canonical name than `b`; each comes with how often
/// it is used. First name and family name in full count most, then use, then fullness.
pub fn better_person(a: (&str, usize), b: (&str, usize)) -> bool {
    let key = |(form, count): (&str, usize)| {
        let name = parse(form);
        let complete = name.has_full_given() && name.surname.is_some() && !name.ambiguous;
        let initials = name.given.first().is_some_and(|given| PersonName::is_initial(given)) && name.surname.is_some();
        let shouted = is_shouted(form);
        (complete, initials, !shouted, if complete { count } else { 0 }, name.fullness(), count)
    };
    let (first, second) = (key(a), key(b));
    // The alphabet decides the rest, so that no order of reading does.
    first > second || first == second && a.0 < b.0
}

/// `name` without the capitals of a headline: «КАСЫМ-ЖОМАРТ ТОКАЕВ» → «Касым-Жомарт Токаев». Words of
/// three letters or fewer may be abbreviations and stay.
pub fn calm(name: &str) -> String {
    if !is_shouted(name) {
        return name.to_owned();
    }
    let mut calm = String::with_capacity(name.len());
    let mut start = true;
    for letter in name.chars() {
        if start || !letter.is_alphabetic() {
            calm.push(letter);
        } else {
            calm.extend(letter.to_lowercase());
        }
        start = !letter.is_alphabetic();
    }
    calm
}

/// Whether a name is written in capitals throughout, and too long for an abbreviation.
fn is_shouted(name: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() > 5 && letters.iter().all(|c| c.is_uppercase())
}
