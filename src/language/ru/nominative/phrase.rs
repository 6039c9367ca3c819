//! Organizations and places: the head noun and what agrees with it to its left.

use std::collections::{BTreeMap, BTreeSet};

use super::governing::governed_cases;
use super::person_words::attestation;
use super::spelling::{bare_abbreviation, ends_in_capitals, is_abbreviation, is_cyrillic, restore};
use super::{Context, Evidence, Resolved, fold, is_known_place, shares, toponym};
use crate::language::ru::declension::{guesses, is_vowel};
use crate::language::ru::frequency::surprise;
use crate::language::ru::morphology::{self, AnalysedToken, Case, Gender, NamePart, Reading, readings};
use crate::language::ru::names::words::{CLUBS, COMPANIES, NEUTER_ABBREVIATIONS};
use crate::language::ru::toponyms::is_toponym;
use crate::language::{EntityKind, Pos};
use crate::words::LowerCase;

/// Case, and gender or plural (`None`), that head and modifiers share.
type Agreement = (Case, Option<Gender>);

/// Common nouns after which a place's own name agrees with them («города Москвы», «реки Волги»).
const AGREEING_HEADS: &[&str] =
    &["город", "река", "село", "деревня", "станица", "хутор", "столица", "область", "республика"];

pub fn resolve(context: &Context<'_>, kind: EntityKind, evidence: &Evidence) -> Resolved {
    let as_written = || Resolved { form: context.span.of(context.text).to_owned(), ..Resolved::default() };
    let Some(parts) = Parts::of(context, kind) else { return as_written() };
    if let Some(bare) = bare_abbreviation(context.word(parts.head)) {
        let form = format!(
            "{}{bare}{}",
            &context.text[context.span.start..context.tokens[parts.head].span.start],
            &context.text[context.tokens[parts.head].span.end.min(context.span.end)..context.span.end]
        );
        return Resolved { form, ..Resolved::default() };
    }
    if kind == EntityKind::Place && context.is_called_after() {
        return as_written();
    }
    if let Some(form) = one_of_several(context, &parts) {
        return Resolved { form, ..Resolved::default() };
    }
    let prior = context.case_prior();
    let mut options: BTreeMap<Agreement, f64> = BTreeMap::new();
    let mut forms: BTreeMap<Agreement, Vec<(usize, String)>> = BTreeMap::new();
    let head = head_options(context, &parts, kind, &prior, evidence);
    // «Дальневосточном УГМС»: the adjective's gender is the abbreviation's.
    let is_neuter = parts.head + 1 < context.after && NEUTER_ABBREVIATIONS.has(context.word(parts.head + 1));
    for (agreement, nominatives) in head {
        if is_neuter && agreement.1 == Some(Gender::Masculine) {
            continue;
        }
        for (nominative, weight) in nominatives {
            let mut score = weight.ln();
            let mut words = vec![(parts.head, nominative)];
            for &index in &parts.agreeing {
                let (nominative, weight) =
                    agreeing_option(context, index, agreement).unwrap_or_else(|| (context.word(index).lower(), 1e-4));
                score += weight.ln();
                words.push((index, nominative));
            }
            words.sort();
            if agreement.0 != Case::Nominative && kind == EntityKind::Place {
                let known = is_known_place(&render(context, &words, agreement.0));
                score += if known { 3.0 } else { 0.0 };
            } else if kind == EntityKind::Place && is_known_place(context.span.of(context.text)) {
                score += 3.0;
            }
            if options.get(&agreement).is_none_or(|&best| score > best) {
                options.insert(agreement, score);
                forms.insert(agreement, words);
            }
        }
    }
    let mut scored: Vec<(f64, Agreement)> = options.into_iter().map(|(agreement, score)| (score, agreement)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let Some(&(top, agreement)) = scored.first() else { return as_written() };
    let words = &forms[&agreement];
    let form = render(context, words, agreement.0);
    if let Some(form) = whole_known(context, kind, &form).or_else(|| last_word(context, &parts, kind, &form)) {
        return Resolved { form, ..Resolved::default() };
    }
    let rival = scored.iter().find(|(_, other)| render(context, &forms[other], other.0) != form);
    Resolved {
        words: words.iter().map(|(_, word)| fold(word)).collect(),
        gender: agreement.1,
        sure: rival.is_none_or(|rival| top - rival.0 > 2.0),
        person: false,
        form,
    }
}

/// The words of a name that change.
struct Parts {
    head: usize,
    /// Modifiers to the left of the head, and names that agree with it.
    agreeing: Vec<usize>,
}

impl Parts {
    /// `None` when nothing in the name changes.
    fn of(context: &Context<'_>, kind: EntityKind) -> Option<Self> {
        let mut modifiers: Vec<usize> = Vec::new();
        let mut head = None;
        for index in context.first..context.after {
            let word = context.word(index);
            let best = context.tokens[index].best();
            if bare_abbreviation(word).is_some() {
                head = Some(index);
                break;
            }
            match best.pos {
                Pos::Mark if modifiers.is_empty() || "«\"“„".contains(word) => continue,
                Pos::Number if !word.chars().any(char::is_alphabetic) => continue,
                _ => {}
            }
            let unchanging = is_abbreviation(word) || ends_in_capitals(word);
            if !is_cyrillic(word) || unchanging && !is_shouted(context) {
                break;
            }
            match best.pos {
                Pos::Adjective | Pos::Pronoun if best.case.is_some() => modifiers.push(index),
                Pos::Number if best.case.is_some() => modifiers.push(index),
                Pos::Noun | Pos::ProperNoun if modifiers.is_empty() && begins_possessive(context, index, kind) => {
                    modifiers.push(index);
                }
                Pos::Noun | Pos::ProperNoun => {
                    head = Some(index);
                    break;
                }
                // A word that the sentence reads as a verb or a particle can still be a name.
                _ if word.chars().next().is_some_and(char::is_uppercase) => {
                    head = Some(index);
                    break;
                }
                _ => break,
            }
        }
        // «Грозного», «Первого канала»: without a noun the last adjective is the name.
        let head = head.or_else(|| modifiers.pop())?;
        let mut agreeing = modifiers;
        if kind == EntityKind::Place {
            agreeing.extend(coordinated(context, head));
        }
        Some(Self { head, agreeing })
    }
}

/// «Часова Яра», «Павлова Посада»: whether the word is a possessive adjective that a place's name of two words
/// begins with.
fn begins_possessive(context: &Context<'_>, index: usize, kind: EntityKind) -> bool {
    let next = index + 1;
    kind == EntityKind::Place
        && next + 1 == context.after
        && is_cyrillic(context.word(next))
        && context.word(next).starts_with(char::is_uppercase)
        && !possessives(context.word(index)).is_empty()
        && shares(&context.tokens[next], |reading| matches!(reading.pos, Pos::Noun | Pos::ProperNoun)) > 0.2
}

/// What the word is as a masculine possessive adjective in an oblique case: the case, and the nominative.
fn possessives(word: &str) -> Vec<(Case, String)> {
    let is_possessive = |form: &str| ["ов", "ев", "ёв", "ин", "ын"].iter().any(|end| form.ends_with(end));
    let mut found: Vec<(Case, String)> = guesses(&word.lower())
        .into_iter()
        .filter(|guess| guess.gender == Gender::Masculine && guess.case != Case::Nominative)
        .filter(|guess| is_possessive(&guess.nominative))
        .map(|guess| (guess.case, guess.nominative))
        .collect();
    // «в Часовом Яру»
    let locative = word.lower().strip_suffix("ом").map(str::to_owned).filter(|stem| is_possessive(stem));
    found.extend(locative.map(|stem| (Case::Locative, stem)));
    found
}

/// A second name that stands in the head's case: «города Москвы», «Боснии и Герцеговины».
fn coordinated(context: &Context<'_>, head: usize) -> Option<usize> {
    let best = context.tokens[head].best();
    let next = head + 1;
    if next >= context.after {
        return None;
    }
    let proper = |index: usize| {
        index < context.after
            && context.word(index).chars().next().is_some_and(char::is_uppercase)
            && is_cyrillic(context.word(index))
            && !is_abbreviation(context.word(index))
    };
    let same_case = |index: usize| {
        best.case.is_some_and(|case| {
            context.tokens[index].readings.iter().any(|r| r.case == Some(case) && r.probability > 0.05)
        })
    };
    if AGREEING_HEADS[..6].contains(&&*best.lemma) && !best.plural && proper(next) && same_case(next) {
        return Some(next);
    }
    // «Ростова Великого»: an adjective after its noun.
    let follows = &context.tokens[next];
    let is_adjective = shares(follows, |reading| {
        reading.pos == Pos::Adjective && reading.case == best.case && reading.gender == best.gender && !reading.plural
    }) > 0.3;
    if is_adjective && next + 1 == context.after && proper(next) && best.name.is_some() {
        return Some(next);
    }
    (context.word(next) == "и" && best.pos == Pos::ProperNoun && proper(next + 1) && next + 2 == context.after)
        .then_some(next + 1)
        .filter(|&index| same_case(index))
}

/// «Над Брянской и Калужской областями»: the singular of a head that several adjectives share.
fn one_of_several(context: &Context<'_>, parts: &Parts) -> Option<String> {
    let [adjective] = parts.agreeing[..] else { return None };
    let head = context.tokens[parts.head].best();
    let modifier = &context.tokens[adjective];
    let is_one = |reading: &Reading| reading.pos == Pos::Adjective && !reading.plural && reading.case == head.case;
    if adjective >= parts.head || !head.plural || !head.known || head.pos != Pos::Noun || shares(modifier, is_one) < 0.5
    {
        return None;
    }
    let singular = morphology::readings(&head.lemma);
    let noun = singular.iter().find(|noun| {
        noun.pos == Pos::Noun && noun.lemma == head.lemma && noun.case == Some(Case::Nominative) && !noun.plural
    })?;
    let (nominative, _) = agreeing_option(context, adjective, (head.case?, noun.gender))?;
    Some(render(context, &[(adjective, nominative), (parts.head, head.lemma.to_string())], Case::Genitive))
}

/// «Папуа — Новой Гвинее»: where the reading found is no place that the tables know, but the name with
/// each of its words in the nominative is.
fn whole_known(context: &Context<'_>, kind: EntityKind, found: &str) -> Option<String> {
    if kind != EntityKind::Place || context.after - context.first < 3 || is_known_place(found) {
        return None;
    }
    Case::ALL[1..].iter().find_map(|&case| {
        let words: Vec<(usize, String)> = (context.first..context.after)
            .filter(|&index| is_cyrillic(context.word(index)))
            .filter_map(|index| {
                let reading = context.tokens[index].readings.iter().find(|reading| reading.case == Some(case))?;
                Some((index, reading.nominative(context.word(index))?))
            })
            .collect();
        let form = render(context, &words, case);
        is_known_place(&form).then_some(form)
    })
}

/// «Самолёт Эйр Астаны», «с «Газпром нефтью»»: a brand of which only the last word changes, where the
/// sentence asks for another case than the nominative and that word stands in it.
fn last_word(context: &Context<'_>, parts: &Parts, kind: EntityKind, found: &str) -> Option<String> {
    let closed = matches!(context.word(context.after - 1), "»" | "\"" | "”" | "“");
    let last = context.after - 1 - usize::from(closed);
    // As it is written: its head stands in the nominative, or never changes.
    let is_as_written = found == context.span.of(context.text);
    // «в «Крокус Сити Холле»»
    let is_hall = kind == EntityKind::Place && last > parts.head + 1;
    if kind != EntityKind::Organization && !is_hall || !is_as_written || last <= parts.head {
        return None;
    }
    let asked = asked_cases(context);
    let word = context.word(last);
    let between = &context.tokens[parts.head + 1..last];
    // A preposition, a conjunction or an adjective inside asks for the case itself: «Фонд помощи армии».
    let is_joint = |token: &AnalysedToken| !matches!(token.best().pos, Pos::Noun | Pos::ProperNoun | Pos::Other);
    if asked.is_empty() || !is_cyrillic(word) || is_abbreviation(word) || between.iter().any(is_joint) {
        return None;
    }
    // «Яндекс Маркета» is no Маркета.
    let is_person = |reading: &Reading| matches!(reading.name, Some(NamePart::Given | NamePart::Surname));
    let fits = |reading: &&Reading| {
        matches!(reading.pos, Pos::Noun | Pos::ProperNoun)
            && (reading.probability > 0.15 || reading.known && is_person(context.tokens[last].best()))
            && reading.case.is_some_and(|case| case != Case::Nominative && asked.contains(&case))
    };
    let reading = context.tokens[last].readings.iter().find(fits)?;
    // A genitive may be a name's own: «Дом книги», «Динамо Киева».
    if reading.case == Some(Case::Genitive) {
        let common = |reading: &Reading| {
            reading.known
                && reading.pos == Pos::Noun
                && reading.name.is_none()
                && !reading.indeclinable
                && reading.probability > 0.1
        };
        let unchanging = |token: &AnalysedToken| {
            token.readings.iter().all(|reading| !reading.known || reading.indeclinable || reading.name.is_some())
        };
        let is_brand = context.tokens[parts.head].readings.iter().all(|reading| !common(reading));
        let is_fixed = !between.is_empty() && between.iter().all(unchanging);
        let is_club = CLUBS.has(&fold(context.word(parts.head)));
        if reading.plural || !(is_brand && !is_club || is_fixed) || !word.starts_with(char::is_uppercase) {
            return None;
        }
    }
    let nominative = reading.nominative(word)?;
    Some(render(context, &[(last, nominative)], Case::Genitive))
}

/// The cases that the words before the name ask for: a preposition, also before what the name is listed with
/// («против «Озона» и «Яндекс Маркета»»), or a noun that it belongs to.
fn asked_cases(context: &Context<'_>) -> Vec<Case> {
    let Some(left) = context.left() else { return Vec::new() };
    let governed = governed_cases(&fold(context.word(left)));
    if !governed.is_empty() {
        return governed.to_vec();
    }
    if matches!(context.word(left), "и" | "," | "или") {
        let preposition = (left.saturating_sub(8)..left).rev().find_map(|index| {
            let cases = governed_cases(&fold(context.word(index)));
            (!cases.is_empty()).then_some(cases)
        });
        return preposition.unwrap_or_default().to_vec();
    }
    let is_noun = shares(&context.tokens[left], |reading| reading.pos == Pos::Noun) > 0.5;
    if is_noun && !context.is_apposed() { vec![Case::Genitive] } else { Vec::new() }
}

/// Whether the whole sentence is written in capitals, as headlines are.
fn is_shouted(context: &Context<'_>) -> bool {
    let words = context.tokens.iter().map(|token| token.span.of(context.text)).filter(|word| word.chars().count() > 3);
    let (count, loud) =
        words.fold((0, 0), |(count, loud), word| (count + 1, loud + usize::from(is_abbreviation(word))));
    count >= 3 && loud * 10 > count * 8
}

/// The word and the mark of «Гидростроя-М», «Океанприбора-2».
fn branded(word: &str) -> Option<(&str, &str)> {
    let (stem, mark) = word.split_at(word.rfind('-')?);
    let is_mark = mark.chars().skip(1).all(|c| c.is_uppercase() || c.is_ascii_digit()) && mark.chars().count() <= 3;
    (is_mark && mark.len() > 1 && is_cyrillic(stem) && stem.chars().count() > 4 && !is_abbreviation(stem))
        .then_some((stem, mark))
}

fn is_surname(reading: &Reading) -> bool {
    matches!(reading.name, Some(NamePart::Patronymic | NamePart::Surname))
}

/// Whether the reading is of several people of one name.
fn is_several(reading: &Reading) -> bool {
    let is_person = matches!(reading.name, Some(NamePart::Given | NamePart::Surname | NamePart::Patronymic));
    reading.plural && is_person
}

/// The town of «Славянске-на-Кубани» and what it lies on, where no dictionary has the whole.
fn situated<'a>(word: &'a str, readings: &[Reading]) -> Option<(&'a str, &'a str)> {
    const JOINTS: &[&str] =
        &["-на-", "-над-", "-под-", "-в-", "-у-", "-де-", "-дю-", "-сюр-", "-ан-", "-ам-", "-апон-"];
    if readings.iter().any(|reading| reading.known) {
        return None;
    }
    let at = JOINTS.iter().find_map(|joint| word.find(joint))?;
    Some(word.split_at(at)).filter(|(town, _)| town.chars().count() > 2)
}

/// What a form in -ова or -ина and the like is of a village in -ово or -ино: the case, and the nominative.
fn village(form: &str) -> Option<(Case, String)> {
    const ENDINGS: [(&str, Case); 4] =
        [("а", Case::Genitive), ("у", Case::Dative), ("ом", Case::Instrumental), ("е", Case::Locative)];
    let (stem, case) = ENDINGS.iter().find_map(|&(ending, case)| Some((form.strip_suffix(ending)?, case)))?;
    let is_possessive = ["ов", "ев", "ин", "ын"].iter().any(|end| stem.ends_with(end));
    (is_possessive && stem.chars().count() >= 5).then(|| (case, format!("{stem}о")))
}

/// For each agreement the nominatives of the head and their weights.
fn head_options(
    context: &Context<'_>,
    parts: &Parts,
    kind: EntityKind,
    prior: &[f64; 6],
    evidence: &Evidence,
) -> BTreeMap<Agreement, Vec<(String, f64)>> {
    let token = &context.tokens[parts.head];
    // «Гидростроя-М», «Славянске-на-Кубани»: what stands after the hyphen never changes.
    let whole = context.word(parts.head);
    let (text, mark) = branded(whole).or_else(|| situated(whole, &token.readings)).unwrap_or((whole, ""));
    let lower = text.lower();
    let mut options: BTreeMap<Agreement, BTreeMap<String, f64>> = BTreeMap::new();
    let mut add = |agreement: Agreement, nominative: String, weight: f64| {
        *options.entry(agreement).or_default().entry(nominative).or_default() += weight;
    };
    let mut known = false;
    // The sentence counts half: its model is too sure of surnames in quotation marks.
    let alone = morphology::readings(text);
    let here = if mark.is_empty() { &*token.readings } else { &[] };
    for reading in here.iter().chain(alone.iter()) {
        let factor = match (reading.name, reading.pos) {
            (Some(NamePart::Place), _) if kind == EntityKind::Place => 1.0,
            (Some(NamePart::Place | NamePart::Other), _) => 0.7,
            // «в Джейрах», «газета «Кларин»»: nothing is called after several people of one name.
            (Some(_), _) if is_several(reading) => 0.05,
            (Some(_), _) => 0.3,
            (None, Pos::Noun | Pos::ProperNoun) => 1.0,
            (None, Pos::Adjective) => 0.5,
            _ => continue,
        };
        let (Some(case), Some(nominative)) = (reading.case, reading.nominative(&lower)) else { continue };
        known |= reading.known && !is_several(reading);
        let gender = if reading.plural { None } else { reading.gender };
        // «в посёлок Искателей»: places are no living beings, whoever they are called after.
        let is_object = kind == EntityKind::Place && case == Case::Accusative && reading.animate == Some(true);
        // What the dictionary takes for people by their endings is a place here: «от Цукурина».
        let is_guessed = kind == EntityKind::Place && !reading.known && is_surname(reading);
        let factor = if is_object || is_guessed { factor * 0.1 } else { factor };
        let factor = if reading.plural && !reading.known { factor * 0.3 } else { factor };
        // «в Рукле»: towns in -е that never change are few.
        let is_kept = kind == EntityKind::Place && !reading.known && reading.indeclinable && lower.ends_with('е');
        let factor = if is_kept && case != Case::Nominative { factor * 0.05 } else { factor };
        // «Гуся-Хрустального»: a noun before an adjective declines with it.
        if let (Some((first, second)), Pos::Adjective) = (lower.split_once('-'), reading.pos) {
            for noun in readings(first)
                .iter()
                .filter(|noun| matches!(noun.pos, Pos::Noun | Pos::ProperNoun) && noun.case == Some(case))
            {
                let adjective = nominative.rsplit('-').next().unwrap_or(second);
                if let Some(noun) = noun.nominative(first) {
                    add((case, gender), format!("{noun}-{adjective}"), reading.probability * 2.0);
                }
            }
        }
        // «в Джейрах» is into a place that news has, and in no Джейры.
        let attested = match reading.known {
            true => 1.0,
            false if kind == EntityKind::Organization && COMPANIES.has(&lower) => 0.05,
            false => attestation(&nominative, &lower),
        };
        add((case, gender), nominative, factor * attested * reading.probability / 2.0);
    }
    let share = if known { 0.01 } else { 0.2 };
    for guess in guesses(&lower) {
        let case = prior[guess.case as usize].min(2.0);
        let is_listed =
            kind == EntityKind::Organization && guess.gender == Gender::Masculine && COMPANIES.has(&guess.nominative);
        let weight = if is_listed { 0.5 } else { guess.weight * share };
        add((guess.case, Some(guess.gender)), guess.nominative, weight * (0.1 + case));
    }
    if kind == EntityKind::Place
        && !known
        && let Some((case, nominative)) = village(&lower)
    {
        // «от Цукурина»: of the places that no dictionary has, those in -ово and -ино are villages.
        let likely = 0.9 * share * attestation(&nominative, &lower);
        add((case, Some(Gender::Neuter)), nominative, likely * (0.1 + prior[case as usize].min(2.0)));
    }
    // «Жогорку Кенеше»: words of another language, of which only the last declines.
    let is_foreign = kind == EntityKind::Organization
        && !known
        && parts.head + 1 < context.after
        && is_cyrillic(context.word(parts.head + 1))
        && context.word(parts.head + 1).starts_with(char::is_uppercase)
        && surprise(&lower).is_some_and(|bits| {
            let rarer = |form: &String| *form == lower || surprise(form).is_none_or(|other| other > bits + 2.0);
            options.values().flat_map(BTreeMap::keys).all(rarer)
        });
    // «до Мерке», «в Шали»: towns in a vowel that belongs to no ending of another's.
    let is_unchanging = kind == EntityKind::Place
        && context.after == context.first + 1
        && lower.ends_with(['е', 'и', 'о', 'у', 'э', 'ю'])
        && is_toponym(&lower)
        && !options.iter().any(|(agreement, names)| {
            agreement.0 != Case::Nominative && names.keys().any(|name| *name != lower && is_toponym(name))
        });
    let mut add = |agreement: Agreement, nominative: String, weight: f64| {
        *options.entry(agreement).or_default().entry(nominative).or_default() += weight;
    };
    let as_written = match kind {
        // «посетила посёлок Искателей»: no case of the settlement's own.
        EntityKind::Place if context.follows_settlement() => {
            let left = context.left().map(|left| &context.tokens[left]);
            let is_plain = |reading: &Reading| matches!(reading.case, Some(Case::Nominative | Case::Accusative));
            if left.is_some_and(|left| shares(left, is_plain) > 0.5) { 1.0 } else { 0.05 }
        }
        // «в Семей»: a town that the tables know so.
        EntityKind::Place if context.after == context.first + 1 && is_known_place(text) => 0.15,
        // «вошли в Рафах»: no Рафы.
        EntityKind::Place if !known && lower.ends_with('х') && is_toponym(&lower) => 0.6,
        EntityKind::Place if is_unchanging => 0.4,
        EntityKind::Place if context.after == context.first + 1 && is_toponym(&lower) => 0.15,
        EntityKind::Place if !known && lower.ends_with("ах") => 0.2,
        // «Росатом» is in no dictionary, and an instrumental by its looks.
        EntityKind::Organization if COMPANIES.has(&lower) => 0.5,
        EntityKind::Organization if is_foreign => 0.2,
        _ if !known && context.is_apposed() => 0.2,
        _ => 1e-4,
    };
    if is_foreign || is_unchanging {
        for case in [Case::Genitive, Case::Dative, Case::Accusative, Case::Instrumental, Case::Locative] {
            add((case, Some(Gender::Masculine)), lower.clone(), as_written);
        }
    }
    if kind == EntityKind::Place {
        // «этапируют в Семей», «через Иркештам»: of things the accusative looks the same.
        let is_masculine = !known && lower.ends_with(|end: char| !is_vowel(end));
        let guessed = 0.1 * share * (0.1 + prior[Case::Accusative as usize].min(2.0));
        let likely = if is_masculine { as_written.max(guessed) } else { as_written };
        add((Case::Accusative, Some(Gender::Masculine)), lower.clone(), likely);
    }
    add((Case::Nominative, Some(Gender::Masculine)), lower, as_written);
    let around = context.case_evidence(false);
    if kind == EntityKind::Place && mark.is_empty() && !context.is_apposed() {
        let is_place = |reading: &Reading| reading.known && reading.name == Some(NamePart::Place);
        if !token.readings.iter().any(is_place) {
            support_toponyms(&mut options, known);
        }
    }
    options
        .into_iter()
        .map(|(agreement, nominatives)| {
            let case = agreement.0 as usize;
            let weighed = nominatives
                .into_iter()
                .map(|(nominative, weight)| {
                    let support = evidence.support(&nominative, None);
                    let likely = 0.05 * around[case].min(1.0) + prior[case];
                    (nominative + &mark.lower(), weight * support * likely)
                })
                .collect();
            (agreement, weighed)
        })
        .collect()
}

/// Weighs the nominatives of a place by what towns and villages are called.
fn support_toponyms(options: &mut BTreeMap<Agreement, BTreeMap<String, f64>>, known: bool) {
    let names: BTreeSet<String> = options.values().flat_map(BTreeMap::keys).cloned().collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let support: BTreeMap<&str, f64> = names.iter().copied().zip(toponym::support(&names, known)).collect();
    for (name, weight) in options.values_mut().flatten() {
        *weight *= support.get(name.as_str()).copied().unwrap_or(1.0);
    }
}

/// The best nominative of a modifier in the head's case, gender and number.
fn agreeing_option(context: &Context<'_>, index: usize, (case, gender): Agreement) -> Option<(String, f64)> {
    let fits = |reading: &&Reading| {
        reading.case == Some(case)
            && match reading.pos {
                Pos::Noun | Pos::ProperNoun => true,
                _ => {
                    reading.plural == gender.is_none()
                        && (reading.plural || reading.gender.is_none() || reading.gender == gender)
                }
            }
    };
    let readings = context.tokens[index].readings.iter().filter(fits);
    let best = readings.max_by(|a, b| a.probability.total_cmp(&b.probability));
    let Some(best) = best else {
        let found = possessives(context.word(index)).into_iter().find(|&(found, _)| found == case);
        return found.filter(|_| gender == Some(Gender::Masculine)).map(|(_, nominative)| (nominative, 0.3));
    };
    // Masculine and neuter share their oblique forms: the head's gender is what counts.
    Some((with_stress(best.nominative(context.word(index))?), best.probability + 1e-4))
}

/// «Донской», «Тверской», «Каймановы»: where the dictionary knows only the adjective with the stress on its end, or
/// news has the other form of the two far more often.
fn with_stress(nominative: String) -> String {
    let is_known =
        |form: &str| morphology::readings(form).iter().any(|reading| reading.known && reading.pos == Pos::Adjective);
    // In bits: how seldom news has a word that it hardly ever has.
    let bits = |form: &str| surprise(form).unwrap_or(26.0);
    let is_commoner = |form: &str| bits(form) + 3.0 < bits(&nominative);
    if let Some(stressed) = nominative.strip_suffix("ский").map(|stem| format!("{stem}ской")) {
        let is_stressed = is_known(&stressed) && (!is_known(&nominative) || is_commoner(&stressed));
        return if is_stressed { stressed } else { nominative };
    }
    let possessive = ["овые", "евые", "иные", "ыные"]
        .iter()
        .find_map(|end| nominative.strip_suffix(end).map(|stem| format!("{stem}{}", end.replace("ые", "ы"))));
    // «в Пашковом доме»: no adjective in -овый, but a family name's own.
    let singular = ["овый", "евый"].iter().find(|end| nominative.ends_with(**end)).filter(|_| !is_known(&nominative));
    match (possessive, singular) {
        (Some(possessive), _) if is_commoner(&possessive) => possessive,
        (_, Some(_)) => nominative.trim_end_matches("ый").to_owned(),
        _ => nominative,
    }
}

fn render(context: &Context<'_>, words: &[(usize, String)], case: Case) -> String {
    if case == Case::Nominative {
        return context.span.of(context.text).to_owned();
    }
    let mut form = String::with_capacity(context.span.len());
    let mut written = context.span.start;
    for (index, nominative) in words {
        let span = context.tokens[*index].span;
        if span.start < written || span.end > context.span.end {
            continue;
        }
        form.push_str(&context.text[written..span.start]);
        form.push_str(&restore(span.of(context.text), nominative));
        written = span.end;
    }
    form.push_str(&context.text[written..context.span.end]);
    form
}
