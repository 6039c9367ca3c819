//! Where a name begins and where it ends.

use super::document::{Candidate, Document, covered};
use super::quotation_marks::{closes, opens};
use super::stems::may_be_same;
use super::words::{
    BODY_PREFIXES, NAMED_AFTER, OWNERS, PARTICLES, PLACE_FIRST_WORDS, PLACE_NOUNS, PLAIN_ABBREVIATIONS, REFERENCES,
    ROLES, SECURITIES,
};
use crate::language::ru::morphology::{Case, NamePart, Reading};
use crate::language::{EntityKind, Pos, gazetteer};

/// A name goes on to no second line. Each part that begins with a capital stays a name.
pub(super) fn end_at_line_ends(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut parts = Vec::with_capacity(names.len());
    for name in names {
        let mut start = name.tokens.start;
        for index in name.tokens.clone() {
            if document.ends_line(index) || index + 1 == name.tokens.end {
                parts.push(Candidate { tokens: start..index + 1, kind: name.kind });
                start = index + 1;
            }
        }
    }
    parts.retain(|part| {
        document.word(part.tokens.start).starts_with(|c: char| !c.is_lowercase()) || part.tokens.len() == 1
    });
    parts
}

/// «Международный олимпийский комитет (МОК)»: the name, and its abbreviation. The symbol under which shares
/// are traded («акции «Распадской» (RASP)») is no name.
pub(super) fn split_brackets(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut parts = Vec::with_capacity(names.len());
    for name in names {
        let open = name.tokens.clone().skip(1).find(|&index| document.word(index) == "(");
        let Some(open) = open else {
            parts.push(name);
            continue;
        };
        let close = (open..name.tokens.end).find(|&index| document.word(index) == ")").unwrap_or(name.tokens.end);
        parts.push(Candidate { tokens: name.tokens.start..open, kind: name.kind });
        parts.push(Candidate { tokens: open + 1..close, kind: name.kind });
        if close + 1 < name.tokens.end {
            parts.push(Candidate { tokens: close + 1..name.tokens.end, kind: name.kind });
        }
    }
    let taken = covered(document, &parts);
    for place in 0..parts.len() {
        let end = parts[place].tokens.end;
        let is_abbreviated = parts[place].kind == EntityKind::Organization
            && document.word(end) == "("
            && document.word(end + 2) == ")"
            && !taken[end + 1]
            && is_abbreviation(document.word(end + 1));
        if is_abbreviated {
            parts.push(Candidate { tokens: end + 1..end + 2, kind: EntityKind::Organization });
        }
    }
    // «Казахстанская фондовая биржа (KASE)» is an abbreviation all the same.
    let long_ends: Vec<usize> = parts.iter().filter(|name| name.tokens.len() > 1).map(|name| name.tokens.end).collect();
    let follows_long =
        |name: &Candidate| name.tokens.start.checked_sub(1).is_some_and(|open| long_ends.contains(&open));
    parts.retain(|name| name.tokens.is_empty() || follows_long(name) || !is_symbol(document, name));
    parts
}

/// Two capitals or more, and no small letter.
fn is_abbreviation(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase)
}

fn is_symbol(document: &Document, name: &Candidate) -> bool {
    let index = name.tokens.start;
    let word = document.word(index);
    name.tokens.len() == 1
        && (3..=5).contains(&word.len())
        && word.chars().all(|c| c.is_ascii_uppercase())
        && document.word(index + 1) == ")"
        && document.sentence(index).any(|index| document.has_lemma(index, &SECURITIES))
}

/// «Посол А. С. Ким», «Сельхозпроизводители Кубани»: a common noun that owes its capital to the sentence
/// is no part of the name after it.
pub(super) fn drop_roles(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let trim = |mut name: Candidate| {
        while name.tokens.len() > 1 && name.kind != EntityKind::Organization && is_role(document, &name) {
            name.tokens.start += 1;
        }
        if name.kind == EntityKind::Organization && name.tokens.len() == 2 && is_members(document, name.tokens.start) {
            name.tokens.start += 1;
        }
        name
    };
    names.into_iter().map(trim).filter(|name| !is_nobody(document, name)).collect()
}

/// «Физики МИФИ»: whether several people stand before an abbreviation at the head of a sentence.
fn is_members(document: &Document, first: usize) -> bool {
    let is_people = |reading: &Reading| {
        reading.known
            && reading.pos == Pos::Noun
            && reading.animate == Some(true)
            && reading.plural
            && reading.name.is_none()
    };
    document.begins_sentence(first)
        && document.readings(first).iter().all(is_people)
        && !document.readings(first).is_empty()
        && is_abbreviation(document.word(first + 1))
        && document.gap(first) == " "
}

/// «P.S. Гендиректор», «Наш институт»: a calling after initials that are none, or what somebody calls theirs.
fn is_nobody(document: &Document, name: &Candidate) -> bool {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    if name.tokens.len() < 2 {
        return false;
    }
    let is_latin = |index: usize| document.word(index).chars().all(|c| c.is_ascii_alphabetic() || c == '.');
    match name.kind {
        EntityKind::Person => document.has_lemma(last, &ROLES) && (first..last).all(is_latin),
        EntityKind::Organization => {
            document.has_lemma(first, &OWNERS) && document.word(first + 1).starts_with(char::is_lowercase)
        }
        EntityKind::Place => false,
    }
}

fn is_role(document: &Document, name: &Candidate) -> bool {
    let first = name.tokens.start;
    let readings = document.readings(first);
    let Some(best) = readings.first() else { return false };
    let next_is_name = document.is_capitalised(first + 1);
    if name.kind == EntityKind::Person && next_is_name && document.has_lemma(first, &ROLES) && best.name.is_none() {
        return true;
    }
    let is_common = best.known && best.pos == Pos::Noun && readings.iter().all(|reading| reading.name.is_none());
    let suits = match name.kind {
        EntityKind::Person => best.animate == Some(true),
        _ => !document.has_lemma(first, &PLACE_FIRST_WORDS),
    };
    document.begins_sentence(first) && next_is_name && is_common && suits
}

/// «СВО», «БПЛА», «ЧС» name no organization, person or place, and are no part of the place after them.
pub(super) fn drop_abbreviations(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let is_plain = |index: usize| PLAIN_ABBREVIATIONS.has(document.word(index));
    let trim = |mut name: Candidate| {
        if name.tokens.len() > 1 && name.kind != EntityKind::Organization {
            if is_plain(name.tokens.start) {
                name.tokens.start += 1;
            }
            if is_plain(name.tokens.end - 1) {
                name.tokens.end -= 1;
            }
        }
        name
    };
    let mut names: Vec<Candidate> = names.into_iter().map(trim).collect();
    names.retain(|name| {
        let quoted = opens(document, name.tokens.start.wrapping_sub(1));
        // «Банк «Восток» (ПАО)»: a legal form alone names no one.
        let is_form = matches!(document.word(name.tokens.start), "ООО" | "ОАО" | "ЗАО" | "ПАО" | "АО" | "ТОО" | "ИП");
        let is_plain_word = name.tokens.len() == 1 && (is_form || is_plain(name.tokens.start)) && !quoted;
        // «Евро-2024», «Ан-2»: people have no numbers but Roman ones.
        let is_numbered = name.kind == EntityKind::Person
            && name.tokens.clone().any(|index| document.word(index).contains(|c: char| c.is_ascii_digit()));
        !is_plain_word && !is_numbered
    });
    names
}

/// A name begins and ends with a word that can be part of it: no verb, preposition, dash or comma, and a
/// person's not with a small letter but for «ван», «аль», «бин». «ГУ МВД» is one name.
pub(super) fn trim(document: &Document, names: Vec<Candidate>) -> Vec<Candidate> {
    let trim = |mut name: Candidate| {
        while name.tokens.len() > 1 && ends_badly(document, &name) {
            name.tokens.end -= 1;
        }
        while name.tokens.len() > 1 && begins_badly(document, &name) {
            name.tokens.start += 1;
        }
        if lacks_noun(document, &name) {
            name.tokens.end += 1;
        }
        let last = name.tokens.end - 1;
        if is_domain(document, last) {
            name.tokens.end += 2;
        } else if name.kind == EntityKind::Organization && document.word(last) == "." && is_national(document, last) {
            name.tokens.end += 1;
        }
        let last = name.tokens.end - 1;
        let is_legal = matches!(document.word(last), "Inc" | "Ltd" | "Corp" | "Co");
        if is_legal && document.word(last + 1) == "." && document.touches_next(last) {
            name.tokens.end += 1;
        }
        name
    };
    let mut trimmed: Vec<Candidate> = Vec::with_capacity(names.len());
    let names = names.into_iter().flat_map(|name| split_head(document, name)).filter(|name| !is_common(document, name));
    for name in names.map(trim) {
        let continues = |before: &Candidate| {
            before.tokens.len() == 1
                && before.tokens.end == name.tokens.start
                && [before.kind, name.kind] == [EntityKind::Organization; 2]
                && BODY_PREFIXES.has(document.word(before.tokens.start))
                && document.gap(before.tokens.start) == " "
                && is_abbreviation(document.word(name.tokens.start))
        };
        match trimmed.last_mut().filter(|before| continues(before)) {
            Some(before) => before.tokens.end = name.tokens.end,
            None => trimmed.push(name),
        }
    }
    trimmed
}

/// «Банка ДОМ.РФ»: whether the full stop at `stop` joins an abbreviation to the state's.
fn is_national(document: &Document, stop: usize) -> bool {
    stop > 0
        && document.word(stop + 1) == "РФ"
        && is_abbreviation(document.word(stop - 1))
        && document.touches_next(stop - 1)
        && document.touches_next(stop)
}

/// «Biletebi.ge», «ВЭБ.РФ»: whether the word at `index` goes on as the address of a site.
fn is_domain(document: &Document, index: usize) -> bool {
    // «ВЭБ.РФ»
    if document.word(index + 1) == "." && is_national(document, index + 1) {
        return true;
    }
    let is_latin = |index: usize| document.word(index).chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let zone = document.word(index + 2);
    index + 2 < document.len()
        && is_latin(index)
        && document.word(index + 1) == "."
        && document.touches_next(index)
        && document.touches_next(index + 1)
        && is_latin(index + 2)
        && (2..=5).contains(&zone.len())
        && zone.chars().all(|c| c.is_ascii_lowercase())
}

/// «ректора Казанского университета Ленара Сафина»: a body, and the person who holds the office before it.
fn split_head(document: &Document, name: Candidate) -> Vec<Candidate> {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let Some(office) = first.checked_sub(1).filter(|_| name.kind == EntityKind::Organization && name.tokens.len() > 2)
    else {
        return vec![name];
    };
    let is_name = |index: usize, part: NamePart| {
        document.is_capitalised(index)
            && document.readings(index).first().is_some_and(|best| best.name == Some(part) && !best.plural)
    };
    let has_noun = (first..last - 1)
        .any(|index| document.readings(index).first().is_some_and(|best| best.pos == Pos::Noun && best.name.is_none()));
    let agrees = document.readings(office).first().is_some_and(|office| {
        let given = document.readings(last - 1).first();
        office.animate == Some(true)
            && office.case != Some(Case::Nominative)
            && given.is_some_and(|given| given.case == office.case && given.gender == office.gender)
    });
    // «директора Музея Анны Ахматовой», «главы Фонда Егора Гайдара»: called after the person.
    let is_memorial = document.has_lemma(first, &NAMED_AFTER) || document.has_lemma(last - 2, &NAMED_AFTER);
    let is_held = is_name(last - 1, NamePart::Given) && is_name(last, NamePart::Surname);
    if is_held && has_noun && agrees && !is_memorial && document.has_lemma(office, &ROLES) {
        let person = Candidate { tokens: last - 1..last + 1, kind: EntityKind::Person };
        return vec![Candidate { tokens: first..last - 1, kind: name.kind }, person];
    }
    vec![name]
}

/// «Экстрадиции добивается …», «Банкира ищут …»: a common noun that owes its capital to the sentence is no
/// place, and in an oblique case no person.
fn is_common(document: &Document, name: &Candidate) -> bool {
    let index = name.tokens.start;
    let is_noun = |reading: &Reading| reading.known && reading.name.is_none() && reading.pos == Pos::Noun;
    let is_known = || {
        let forms = document.readings(index).iter().filter_map(|reading| reading.nominative(document.word(index)));
        forms.chain([document.word(index).to_owned()]).any(|form| !gazetteer::lookup(&form).is_empty())
    };
    let word = document.word(index);
    let is_oblique = document.readings(index).iter().all(|reading| reading.case != Some(Case::Nominative));
    // «Археологи нашли»: several people are no body.
    let is_people = document.readings(index).first().is_some_and(|best| best.animate == Some(true) && best.plural);
    let is_suspect = match name.kind {
        EntityKind::Place => true,
        EntityKind::Person => is_oblique,
        EntityKind::Organization => is_people && !opens(document, index.wrapping_sub(1)),
    };
    is_suspect
        && name.tokens.len() == 1
        && document.begins_sentence(index)
        && word.chars().skip(1).all(char::is_lowercase)
        && !document.readings(index).is_empty()
        && document.readings(index).iter().all(is_noun)
        && !(0..document.len()).any(|other| {
            !document.begins_sentence(other)
                && document.is_capitalised(other)
                && may_be_same(document.word(other), word)
        })
        && !is_known()
}

/// «Российской энергетической» недели: an adjective at the end goes with the noun after it.
fn lacks_noun(document: &Document, name: &Candidate) -> bool {
    let last = name.tokens.end - 1;
    let next = name.tokens.end;
    let adjective = document.readings(last).first().filter(|best| best.pos == Pos::Adjective && best.known);
    let noun = document.readings(next).first().filter(|best| best.pos == Pos::Noun);
    let agree = adjective.zip(noun).is_some_and(|(adjective, noun)| {
        adjective.case == noun.case
            && adjective.plural == noun.plural
            && adjective.gender.or(noun.gender) == noun.gender
    });
    name.kind == EntityKind::Organization
        && name.tokens.len() > 1
        && document.gap(last) == " "
        && document.word(next).starts_with(char::is_lowercase)
        && !opens(document, name.tokens.start.wrapping_sub(1))
        && agree
}

fn ends_badly(document: &Document, name: &Candidate) -> bool {
    let last = name.tokens.end - 1;
    let word = document.word(last);
    if closes(document, name.tokens.end) || opens(document, name.tokens.start) {
        return false;
    }
    let is_wrong_word = word.starts_with(char::is_lowercase)
        && document.readings(last).first().is_some_and(|best| match best.pos {
            Pos::Verb => best.finite,
            Pos::Function => true,
            _ => false,
        });
    let closes_nothing = word == ")" && !name.tokens.clone().any(|index| document.word(index) == "(");
    // «под Суздалем клад»
    let first = name.tokens.start;
    let is_town = name.kind == EntityKind::Place
        && first + 1 == last
        && document
            .readings(first)
            .first()
            .is_some_and(|best| best.known && best.pos == Pos::ProperNoun && best.name == Some(NamePart::Place));
    let is_thing = || {
        word.starts_with(char::is_lowercase)
            && document.readings(last).first().is_some_and(|best| best.known && best.pos == Pos::Noun)
            && !document.has_lemma(last, &PLACE_NOUNS)
    };
    // A full stop ends the sentence but after initials and «Inc».
    let stops = word == "." && last > first && document.word(last - 1).chars().count() > 4;
    stops
        || is_town && is_thing()
        || is_wrong_word
        || closes_nothing
        || matches!(word, "," | ":" | ";" | "-" | "–" | "—" | "(" | "/")
}

fn begins_badly(document: &Document, name: &Candidate) -> bool {
    let first = name.tokens.start;
    let word = document.word(first);
    let is_small = word.starts_with(char::is_lowercase);
    let is_function =
        || document.readings(first).first().is_some_and(|best| matches!(best.pos, Pos::Function | Pos::Verb));
    match name.kind {
        EntityKind::Person => {
            REFERENCES.has(&word.to_lowercase())
                || is_small && !PARTICLES.has(word.split('-').next().unwrap_or(""))
                || matches!(word, "," | ":" | ";" | "-" | "–" | "—" | ")")
        }
        _ => is_small && is_function() || matches!(word, "," | ":" | ";" | "-" | "–" | "—" | ")"),
    }
}
