//! Which of an entity's forms is its name.

use crate::language::person_name::{PersonName, parse};
use crate::language::ru::frequency::surprise;
use crate::language::ru::morphology::{Case, readings};

/// Which of `members`, indexes of `names`, makes the best canonical name of the person they all name;
/// `weights` says how often each name is used. 0 when there are none.
pub fn best_person(names: &[&str], weights: &[usize], members: &[usize]) -> usize {
    let better = |best, next| {
        if better_person((names[next], weights[next]), (names[best], weights[best])) { next } else { best }
    };
    members.iter().copied().reduce(better).unwrap_or(0)
}

/// Whether the person's form `a` makes the better canonical name than `b`; each comes with how often
/// it is used. First name and family name in full, in this order, count most, then ё and hyphens
/// where the other has е and spaces, then use, then words that the dictionary knows, then fullness.
fn better_person(a: (&str, usize), b: (&str, usize)) -> bool {
    let key = |(form, count): (&str, usize), other: &str| {
        let name = parse(form);
        let complete = name.has_full_given() && name.surname.is_some() && !name.ambiguous;
        let initials = name.given.first().is_some_and(|given| PersonName::is_initial(given)) && name.surname.is_some();
        let patronymic = name.patronymic.as_deref().is_some_and(|patronymic| form.ends_with(patronymic));
        let careful = form != other && (form.replace('ё', "е") == other || form.replace('-', " ") == other);
        let use_count = if complete { count } else { 0 };
        let known = complete && name.given.iter().flat_map(|given| given.split('-')).all(is_known);
        // «Наталья» before «Наталия»: the more usual spelling, in whole bits.
        let bits = |part: &String| surprise(&part.to_lowercase()).map_or(30, |bits| bits as i32);
        let usual = std::cmp::Reverse(name.given.iter().chain(&name.patronymic).map(bits).sum::<i32>());
        (complete, initials, !is_shouted(form), !patronymic, careful, use_count, known, name.fullness(), usual, count)
    };
    let (first, second) = (key(a, b.0), key(b, a.0));
    // The alphabet decides the rest, so that no order of reading does.
    first > second || first == second && a.0 < b.0
}

/// Whether the dictionary knows the word in the nominative.
fn is_known(word: &str) -> bool {
    readings(word).iter().any(|reading| reading.known && reading.case == Some(Case::Nominative))
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
