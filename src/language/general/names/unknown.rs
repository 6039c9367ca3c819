//! Runs of capitalised words that the tables do not know.

use super::text::{Text, is_capitalised};
use super::{Candidate, LONGEST};
use crate::language::EntityKind;
use crate::language::general::endings::Endings;

/// The run of capitalised words that begins at `index`, if it can be told what it names.
pub fn at(text: &Text<'_>, index: usize) -> Option<Candidate> {
    let skipped = text.is_title(index) || text.is_starter(index) || is_office(text, index);
    if !is_capitalised(text.word(index)) || skipped {
        return None;
    }
    let count = run(text, index);
    if count > 1 && is_only_a_beginning(text, index) {
        return None;
    }
    if let Some(place) = place(text, index, count) {
        return Some(place);
    }
    let kind = kind(text, index, count)?;
    if is_origin(text, index, count) {
        return None;
    }
    if text.is_common(index) && !(kind == EntityKind::Organization && count > 1) {
        return None;
    }
    let form = form(text, index, count, kind);
    Some(Candidate { skip: 0, count, kind, form })
}

/// Where names are declined and common nouns are many, a word that begins a sentence is no name until
/// something says so: a first name, or a family name after it.
fn is_only_a_beginning(text: &Text<'_>, index: usize) -> bool {
    const FAMILY: &[&str] = &[
        "енко",
        "ський",
        "цький",
        "ська",
        "цька",
        "чук",
        "юк",
        "ук",
        "ко",
        "ик",
        "як",
        "ак",
        "ян",
        "дзе",
        "швілі",
        "ов",
        "ев",
        "єв",
        "ін",
        "їн",
        "ова",
        "ева",
        "єва",
        "іна",
        "їна",
        "ич",
        "ів",
        "баев",
        "баева",
        "ұлы",
        "қызы",
    ];
    let endings = text.vocabulary.endings;
    endings != Endings::None
        && text.owes_capital_to_place(index)
        && !endings.is_first_name(text.word(index))
        && !FAMILY.iter().any(|ending| text.word(index + 1).ends_with(ending))
}

/// How many words from `index` belong together.
fn run(text: &Text<'_>, index: usize) -> usize {
    let mut count = 1;
    while count < LONGEST {
        // «НБУ Андрій Пишний»
        let declined = text.vocabulary.endings != Endings::None;
        let parted = || is_shouted(text.word(index)) || begins_another(text, index + count);
        if declined && text.continues(index + count) && parted() {
            break;
        }
        if text.continues(index + count) {
            count += 1;
        } else if let Some(joined) = joint(text, index, count) {
            count = joined;
        } else {
            break;
        }
    }
    count
}

/// Whether a name of its own begins at `index`: a place in an oblique case, a country, a ministry.
fn begins_another(text: &Text<'_>, index: usize) -> bool {
    super::organizations::at(text, index).is_some() || super::known::at(text, index).is_some()
}

/// Over small words to the next capital: «Bank of England», «National Search and Rescue Agency».
fn joint(text: &Text<'_>, index: usize, count: usize) -> Option<usize> {
    const OPENING: &[&str] = &["national", "federal", "royal", "international", "state", "central", "general", "world"];
    const BODIES: &[&str] = &["ministry", "department", "office", "institute", "agency", "committee", "council"];
    let lower = |at: usize| text.word(at).to_lowercase();
    let small = |at: usize| text.follows_closely(at) && text.vocabulary.joints.contains(&text.word(at));
    let at = index + count;
    if !small(at) {
        return None;
    }
    let next = if small(at + 1) { at + 2 } else { at + 1 };
    if !text.continues(next) || text.is_common(next) {
        return None;
    }
    let organization = (index..at).any(|at| text.vocabulary.organization_words.contains(&lower(at).as_str()));
    let allowed = match text.word(at) {
        "and" => {
            let closes = (next..next + 3)
                .take_while(|&at| is_capitalised(text.word(at)))
                .any(|at| text.vocabulary.organization_words.contains(&lower(at).as_str()));
            // «the Truth and Reconciliation Commission»: a second body would have an article of its own.
            let one =
                count == 1 && text.lower_before(index) == "the" && !super::known::is_known(text, text.word(index));
            BODIES.contains(&lower(index).as_str()) && text.word(index + 1) == "of"
                || (OPENING.contains(&lower(index).as_str()) || one) && closes
        }
        _ => organization,
    };
    allowed.then_some(next - index + 1)
}

/// Whether a run says only where somebody comes from: «a South Korean court», «West African leaders».
fn is_origin(text: &Text<'_>, index: usize, count: usize) -> bool {
    const SIDES: [&str; 8] = ["north", "south", "east", "west", "northern", "southern", "eastern", "western"];
    let mut rest = index + 1..index + count;
    count > 1 && SIDES.contains(&text.word(index).to_lowercase().as_str()) && rest.all(|at| text.is_common(at))
}

/// Whether an office follows the run, so that it names no one: «Transport Minister».
fn is_office(text: &Text<'_>, index: usize) -> bool {
    let at = index + 1 + (index + 1..index + 4).take_while(|&at| text.continues(at)).count();
    at - index < 4
        && text.vocabulary.joints.contains(&"of")
        && text.follows_closely(at)
        && is_capitalised(text.word(at))
        && text.is_title(at)
}

/// «Харківської області»: an adjective with a capital, and a noun without.
fn place(text: &Text<'_>, index: usize, count: usize) -> Option<Candidate> {
    let at = index + count;
    // «Ямало-Ненецького автономного округу»
    let autonomous = text.follows_closely(at) && text.word(at).starts_with("автономн");
    let at = if autonomous { at + 1 } else { at };
    let (_, noun) = text.vocabulary.place_ends.iter().find(|(form, _)| *form == text.word(at))?;
    if !text.follows_closely(at) || count > 2 {
        return None;
    }
    let adjective = |word: &str| {
        let ending = match *noun {
            "область" | "республіка" | "затока" | "протока" => "а",
            "море" => "е",
            "район" | "край" | "округ" | "острів" | "півострів" => "ий",
            _ => return Some(word.to_owned()),
        };
        let forms = text.vocabulary.endings.nominatives(word);
        forms.into_iter().find(|form| form.ends_with(ending))
    };
    let words: Option<Vec<String>> = (index..at).map(|at| adjective(text.word(at))).collect();
    let words = words?;
    let form = format!("{} {noun}", words.join(" "));
    Some(Candidate { skip: 0, count: at + 1 - index, kind: EntityKind::Place, form })
}

fn kind(text: &Text<'_>, index: usize, count: usize) -> Option<EntityKind> {
    let words: Vec<String> = (index..index + count).map(|at| text.word(at).to_lowercase()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let vocabulary = text.vocabulary;
    let before = text.lower_before(index);
    let first = text.word(index);
    let titled = vocabulary.titles.contains(&before.as_str()) || before == "." && titled_by_abbreviation(text, index);
    // A competition is no organization.
    if count == 2 && words[1] == "league" && ["champions", "europa", "premier", "nations"].contains(&words[0].as_str())
    {
        return None;
    }
    // «видання Northern Shipping Review»: a foreign name, by its own words.
    let foreign = count > 1 && words.iter().all(|word| word.is_ascii());
    if foreign && has(&super::super::vocabulary::vocabulary("en").organization_words) {
        return Some(EntityKind::Organization);
    }
    if has(&vocabulary.organization_words) {
        return (count > 1).then_some(EntityKind::Organization);
    }
    if has(&vocabulary.place_words) {
        return (count > 1).then_some(EntityKind::Place);
    }
    if is_shouted(first) && count == 1 {
        return Some(EntityKind::Organization);
    }
    // «analysts at Goldman Sachs», «contractor Severny Tranzit»
    if count > 1 && (before == "at" || COMPANY_NOUNS.contains(&before.as_str())) {
        return Some(EntityKind::Organization);
    }
    if titled || (2..=4).contains(&count) && !is_shouted(first) {
        return Some(EntityKind::Person);
    }
    if count == 1 && vocabulary.place_nouns_after.contains(&text.word(index + 1)) {
        return Some(EntityKind::Place);
    }
    if count == 1 && has_inner_capital(first) {
        return Some(EntityKind::Organization);
    }
    let place = count == 1 && vocabulary.place_prepositions.contains(&before.as_str()) && first.chars().count() > 3;
    (place && (before != "of" || place_noun_before(text, index))).then_some(EntityKind::Place)
}

/// Words that only a company's name follows.
const COMPANY_NOUNS: &[&str] = &[
    "contractor",
    "subcontractor",
    "company",
    "firm",
    "conglomerate",
    "retailer",
    "airline",
    "carrier",
    "operator",
    "startup",
    "publisher",
    "broadcaster",
    "newspaper",
    "subsidiary",
    "developer",
    "shipper",
    "supplier",
    "automaker",
    "shipbuilder",
    "lender",
    "insurer",
    "brokerage",
    "chipmaker",
    "drugmaker",
    "miner",
    "shipyard",
];

/// «Dr. Amina Yusuf».
fn titled_by_abbreviation(text: &Text<'_>, index: usize) -> bool {
    index.checked_sub(2).is_some_and(|at| text.is_title(at))
}

/// «the port of Sabetta».
fn place_noun_before(text: &Text<'_>, index: usize) -> bool {
    const NOUNS: &[&str] = &[
        "port", "city", "town", "village", "region", "province", "district", "island", "coast", "state", "suburb",
        "capital", "south", "north", "east", "west",
    ];
    index.checked_sub(2).is_some_and(|at| NOUNS.contains(&text.word(at).to_lowercase().as_str()))
}

/// Capitals alone, at least two.
fn is_shouted(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// «AstraZeneca», «JPMorgan».
fn has_inner_capital(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.iter().all(|c| c.is_alphanumeric())
        && letters.iter().skip(1).any(|c| c.is_uppercase())
        && letters.iter().any(|c| c.is_lowercase())
        && !word.starts_with("Mc")
        && !word.starts_with("Mac")
}

/// The run in the nominative, as far as endings and the rest of the text tell it.
fn form(text: &Text<'_>, index: usize, count: usize, kind: EntityKind) -> String {
    let span = text.span(index, count);
    let words: Vec<&str> = (index..index + count).map(|at| text.word(at)).collect();
    match kind {
        EntityKind::Person => text.vocabulary.endings.person(&words).map(|words| words.join(" ")),
        _ if count == 1 => text.confirmed(words[0]),
        _ => None,
    }
    .unwrap_or_else(|| span.of(text.text).to_owned())
}
