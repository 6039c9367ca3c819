//! Puts names into the nominative.
//!
//! Each word of a name has readings: those of the dictionary, weighed by the sentence, and those that
//! its ending allows. The name as a whole takes the one case, gender and number in which its words
//! together read best, so that «К.-Ж. Токаевым» is a man in the instrumental and «Дариги Назарбаевой»
//! a woman in the genitive, whatever each word might be alone. Nominatives that stand elsewhere in the
//! document weigh in as evidence.

mod person;
mod person_words;
mod phrase;
mod spelling;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::morphology::{self, AnalysedToken, Case, Gender, Reading};
use super::names::words::{
    APPOSED_HEADS, DATIVE_NOUNS, DATIVE_VERBS, ORGANIZATION_HEADS, OUTLET_HEADS, OWNED_THINGS, RELATIONS, ROLES,
    SETTLEMENTS,
};
use crate::language::{EntityKind, Pos, gazetteer};
use crate::span::Span;
use spelling::{is_abbreviation, is_cyrillic};

/// Puts every name of a document into the nominative, in the order of `names`.
///
/// `sentences` are the document's analysed sentences in order; a name that crosses them is read as far
/// as its first sentence goes. A form that is nominative already stays exactly as it is written, and
/// so do abbreviations, Latin words and what stands in quotation marks after a common noun.
pub fn nominatives(text: &str, sentences: &[Vec<AnalysedToken>], names: &[(Span, EntityKind)]) -> Vec<String> {
    let words = Words::default();
    let resolve = |name, evidence: &Evidence| resolve(text, sentences, &words, name, evidence);
    let nothing = Evidence::default();
    let first: Vec<Resolved> = names.iter().map(|&name| resolve(name, &nothing)).collect();
    let mut evidence = Evidence::default();
    for resolved in &first {
        evidence.learn(resolved);
    }
    let alone = |resolved: &Resolved| resolved.sure && resolved.words.len() > 1;
    first
        .into_iter()
        .zip(names)
        .map(|(resolved, &name)| if alone(&resolved) { resolved.form } else { resolve(name, &evidence).form })
        .collect()
}

/// A name with its nominative and how it was read.
#[derive(Debug, Clone, Default)]
struct Resolved {
    form: String,
    /// The nominative of each inflected word, in lower case, with ё as е.
    words: Vec<String>,
    gender: Option<Gender>,
    /// Whether the next best reading gives the same form or is far behind.
    sure: bool,
    person: bool,
}

/// Nominatives known from other names of the document.
#[derive(Debug, Default)]
struct Evidence {
    /// Words of names that stand in the nominative, or that were certain, with how often.
    seen: BTreeMap<String, usize>,
    /// Last words of people's full names, with their bearers' genders.
    surnames: BTreeMap<String, Vec<Gender>>,
}

impl Evidence {
    fn learn(&mut self, resolved: &Resolved) {
        if !resolved.sure {
            return;
        }
        for word in &resolved.words {
            *self.seen.entry(word.clone()).or_default() += 1;
        }
        if let (true, Some(last), Some(gender)) =
            (resolved.person && resolved.words.len() > 1, resolved.words.last(), resolved.gender)
        {
            self.surnames.entry(last.clone()).or_default().push(gender);
        }
    }

    /// How much likelier `nominative` becomes by what the document says elsewhere.
    fn support(&self, nominative: &str, gender: Option<Gender>) -> f64 {
        let folded = fold(nominative);
        let mut factor = 1.0;
        if self.seen.contains_key(&folded) {
            factor *= 3.0;
        }
        if let Some(genders) = self.surnames.get(&folded) {
            factor *= if gender.is_some_and(|gender| genders.contains(&gender)) { 8.0 } else { 1.0 };
        }
        factor
    }
}

/// Lower case with ё as е: how words are compared.
fn fold(word: &str) -> String {
    word.to_lowercase().replace('ё', "е")
}

/// What the dictionary says of words by themselves; names repeat, so each is looked up once.
#[derive(Debug, Default)]
struct Words(RefCell<HashMap<String, Rc<[Reading]>>>);

impl Words {
    fn readings(&self, word: &str) -> Rc<[Reading]> {
        if let Some(known) = self.0.borrow().get(word) {
            return Rc::clone(known);
        }
        let found: Rc<[Reading]> = morphology::readings(word).into();
        self.0.borrow_mut().insert(word.to_owned(), Rc::clone(&found));
        found
    }
}

fn resolve(
    text: &str,
    sentences: &[Vec<AnalysedToken>],
    words: &Words,
    (span, kind): (Span, EntityKind),
    evidence: &Evidence,
) -> Resolved {
    let at = sentences.partition_point(|tokens| tokens.last().is_none_or(|token| token.span.end <= span.start));
    let tokens = sentences.get(at).map_or(&[][..], Vec::as_slice);
    // Only whole tokens: a name that begins or ends inside one keeps that part as it is written.
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let after = tokens.partition_point(|token| token.span.end <= span.end);
    if first >= after {
        return Resolved { form: span.of(text).to_owned(), ..Resolved::default() };
    }
    let context = Context { text, tokens, words, first, after, span };
    match kind {
        EntityKind::Person => person::resolve(&context, evidence),
        EntityKind::Organization if person::is_named_after(&context) => person::resolve(&context, evidence),
        EntityKind::Organization | EntityKind::Place => phrase::resolve(&context, kind, evidence),
    }
}

/// A name's tokens in their sentence.
struct Context<'a> {
    text: &'a str,
    tokens: &'a [AnalysedToken],
    words: &'a Words,
    /// Index of the name's first token.
    first: usize,
    /// Index after the name's last token.
    after: usize,
    span: Span,
}

impl Context<'_> {
    fn word(&self, index: usize) -> &str {
        self.tokens[index].span.of(self.text)
    }

    /// How likely each case is for the name as a whole, by its own words and those round it.
    fn case_prior(&self) -> [f64; 6] {
        let mut prior = [0.02; 6];
        let mut total = 0.0;
        for token in &self.tokens[self.first..self.after] {
            for reading in &token.readings {
                if let Some(case) = reading.case {
                    prior[case as usize] += reading.probability;
                    total += reading.probability;
                }
            }
        }
        let evidence = self.case_evidence(false);
        for case in Case::ALL {
            prior[case as usize] *= evidence[case as usize] / f64::max(total, 0.1);
        }
        prior
    }

    /// Index of the token before the name, quotation marks left aside.
    fn left(&self) -> Option<usize> {
        (0..self.first).rev().find(|&index| !matches!(self.word(index), "«" | "\"" | "“" | "„"))
    }

    /// «партию «Шор»»: whether the name stands in marks after a noun that declines instead of it.
    fn is_apposed(&self) -> bool {
        let Some(before) = self.left() else { return false };
        let quoted =
            self.first > before + 1 || self.tokens[self.first].span.of(self.text).starts_with(['«', '"', '„', '“']);
        quoted && self.tokens[before].readings.iter().any(|reading| APPOSED_HEADS.has(&reading.lemma))
    }

    /// The name that stands before this one in a list, where a dictionary knows it.
    fn listed_with(&self) -> Option<&AnalysedToken> {
        let joint = self.left().filter(|&left| left + 1 == self.first && matches!(self.word(left), "и" | ","))?;
        let other = &self.tokens[joint.checked_sub(1)?];
        let is_name = |reading: &Reading| reading.known && reading.name.is_some();
        let capital = other.span.of(self.text).starts_with(char::is_uppercase);
        (capital && shares(other, is_name) > 0.5).then_some(other)
    }

    /// Whether the noun before the name is one that names of places seldom decline after.
    fn follows_settlement(&self) -> bool {
        let is_settlement = |reading: &Reading| SETTLEMENTS.has(&reading.lemma);
        self.left().is_some_and(|before| self.tokens[before].readings.iter().any(is_settlement))
    }

    /// The token at `index`; a word that is unknown by the capital of its sentence is read as a common noun.
    fn as_common(&self, index: usize) -> Cow<'_, AnalysedToken> {
        let token = &self.tokens[index];
        if index > 0 || token.readings.iter().any(|reading| reading.known) {
            return Cow::Borrowed(token);
        }
        let lower = self.words.readings(&self.word(index).to_lowercase());
        Cow::Owned(AnalysedToken { span: token.span, readings: lower.to_vec() })
    }

    /// How much the words to the left speak for each case: above 1 for, below 1 against.
    fn case_evidence(&self, person: bool) -> [f64; 6] {
        let mut evidence = [1.0; 6];
        // The locative never stands without a preposition or a title that has one.
        evidence[Case::Locative as usize] = 0.05;
        let Some(before) = self.left() else { return evidence };
        let left = &*self.as_common(before);
        let governed = governed_cases(&fold(self.word(before)));
        if !governed.is_empty() {
            for case in Case::ALL {
                evidence[case as usize] = if governed.contains(&case) { 3.0 } else { 0.1 };
            }
            return evidence;
        }
        if let Some(other) = self.listed_with() {
            // «жители Воруха и Ак-Сая»: names in a row stand in one case.
            for case in Case::ALL {
                evidence[case as usize] *= 0.5 + 2.0 * shares(other, |reading| reading.case == Some(case));
            }
            return evidence;
        }
        if !person && self.is_apposed() {
            evidence = [0.1; 6];
            evidence[Case::Nominative as usize] = 20.0;
            return evidence;
        }
        if !person && self.follows_settlement() {
            // «вулкан Ключевской», «посёлка Тура»: the nominative, or the noun's own case.
            for case in Case::ALL {
                evidence[case as usize] = 0.02 + 0.5 * shares(left, |reading| reading.case == Some(case));
            }
            let nominative = &mut evidence[Case::Nominative as usize];
            *nominative = f64::max(*nominative, 3.0);
            return evidence;
        }
        if person && let Some(title) = self.title() {
            // «Глава Банка Японии Кадзуо Уэда»: whose is said, so the name is the title's own.
            for case in Case::ALL {
                let agrees = shares(&self.tokens[title], |reading| reading.case == Some(case) && !reading.plural);
                evidence[case as usize] = if case == Case::Locative { 0.02 } else { 0.1 } + 3.0 * agrees;
            }
            return evidence;
        }
        if shares(left, |reading| reading.pos == Pos::Verb) > 0.5 {
            // «заняли Гому», «проверит Камилу Валиеву»: to whom, few verbs say.
            let says_to_whom = left.readings.iter().any(|reading| DATIVE_VERBS.has(&reading.lemma));
            evidence[Case::Dative as usize] = if says_to_whom { 2.0 } else { 0.1 };
        }
        let people =
            shares(left, |reading| reading.animate == Some(true) && reading.pos == Pos::Noun && reading.name.is_none());
        let title = people > 0.5;
        let is_called = |reading: &Reading| {
            let lemma = &reading.lemma;
            APPOSED_HEADS.has(lemma) || ORGANIZATION_HEADS.has(lemma) || OUTLET_HEADS.has(lemma)
        };
        let is_owned = !person && left.readings.iter().any(|reading| OWNED_THINGS.has(&reading.lemma));
        if !person
            && self.follows_thing()
            && self.left() == self.first.checked_sub(1)
            && !left.readings.iter().any(is_called)
        {
            // «самолёт Таифа»: unquoted, and of no kind that companies are.
            evidence[Case::Genitive as usize] = 3.0;
            evidence[Case::Nominative as usize] = 0.3;
        }
        if is_owned || people > 0.2 && !person {
            // «Нападающий «Ростова»»: whose, not who.
            evidence[Case::Genitive as usize] = 6.0;
            evidence[Case::Nominative as usize] = 0.05;
        } else if title {
            // A title or post before the name stands in the name's case: «генерала Куриллы».
            for case in Case::ALL {
                let agrees = shares(left, |reading| reading.case == Some(case));
                let otherwise = if case == Case::Locative { 0.02 } else { 0.1 };
                evidence[case as usize] = otherwise + 3.0 * agrees;
            }
            // «Сестра Ким Чен Ына»: whose again.
            let kin = RELATIVES.contains(&left.best().lemma.as_str());
            let is_relation = left.readings.iter().any(|reading| RELATIONS.has(&reading.lemma));
            let whose = &mut evidence[Case::Genitive as usize];
            // But «вдова Антонина Боброва» may be either.
            let full = self.after - self.first == 2;
            *whose = f64::max(
                *whose,
                match (kin, full, is_relation) {
                    (true, false, _) => 3.0,
                    (true, true, _) | (_, _, true) => 1.0,
                    // «Рэпер Баста»: nobody's.
                    _ => 0.3,
                },
            );
            // «назначил премьером Себастьена Лекорню», «стал министром Иван Петров»
            if shares(left, |reading| reading.case == Some(Case::Instrumental)) > 0.5 {
                for case in [Case::Nominative, Case::Genitive, Case::Accusative] {
                    let likely = &mut evidence[case as usize];
                    *likely = f64::max(*likely, 1.0);
                }
            }
        } else if self.follows_thing() {
            // «письмо Камилу Валиеву» is to a man, «допрос Камилы» of a woman: a thing has no object.
            let says_to_whom = left.readings.iter().any(|reading| DATIVE_NOUNS.has(&reading.lemma));
            evidence[Case::Dative as usize] = if says_to_whom { 1.0 } else { 0.2 };
            evidence[Case::Accusative as usize] = 0.2;
        }
        evidence
    }

    /// Index of the title that stands before the name with the body or country that it is held in between, in the
    /// genitive: «министр культуры Франции».
    fn title(&self) -> Option<usize> {
        let is_title = |token: &AnalysedToken| {
            let person = |reading: &Reading| {
                reading.pos == Pos::Noun
                    && reading.name.is_none()
                    && (reading.animate == Some(true) || ROLES.has(&reading.lemma))
            };
            shares(token, person) > 0.5
        };
        let is_complement = |index: usize| {
            let word = self.word(index);
            let is_genitive = |reading: &Reading| {
                reading.case == Some(Case::Genitive)
                    && (reading.animate != Some(true) || reading.name.is_some())
                    && matches!(reading.pos, Pos::Noun | Pos::ProperNoun | Pos::Adjective)
            };
            matches!(word, "«" | "»" | "\"" | "и")
                || is_abbreviation(word)
                || !is_cyrillic(word) && word.contains(char::is_alphabetic)
                || shares(&self.tokens[index], is_genitive) > 0.3
        };
        let mut left = self.first.checked_sub(1)?;
        // A name in quotation marks or with «и» before it is none of a title's.
        if matches!(self.word(left), "«" | "\"" | "и") || is_title(&self.tokens[left]) {
            return None;
        }
        for _ in 0..8 {
            if !is_complement(left) {
                return None;
            }
            left = left.checked_sub(1)?;
            if is_title(&self.tokens[left]) {
                return Some(left);
            }
        }
        None
    }

    /// Whether the word before the name is a noun for a thing.
    fn follows_thing(&self) -> bool {
        let is_thing = |reading: &Reading| reading.pos == Pos::Noun && reading.animate == Some(false);
        self.left().is_some_and(|left| shares(&self.tokens[left], is_thing) > 0.5)
    }
}

/// People who are named by whom they belong to.
const RELATIVES: &[&str] = &[
    "сестра",
    "брат",
    "сын",
    "дочь",
    "жена",
    "муж",
    "супруга",
    "супруг",
    "вдова",
    "вдовец",
    "мать",
    "отец",
    "внук",
    "внучка",
    "племянник",
    "племянница",
    "дядя",
    "тётя",
    "зять",
    "невестка",
    "друг",
    "подруга",
    "соратник",
    "сторонник",
    "преемник",
    "предшественник",
    "адвокат",
    "защитник",
];

/// The share of `token`'s readings that `fits` accepts.
fn shares(token: &AnalysedToken, fits: impl Fn(&Reading) -> bool) -> f64 {
    token.readings.iter().filter(|reading| fits(reading)).map(|reading| reading.probability).sum()
}

/// The cases that a preposition (lower case) asks for; none for other words.
fn governed_cases(preposition: &str) -> &'static [Case] {
    use Case::{Accusative, Dative, Genitive, Instrumental, Locative};
    match preposition {
        "от"
        | "из"
        | "до"
        | "для"
        | "без"
        | "у"
        | "против"
        | "после"
        | "около"
        | "вокруг"
        | "кроме"
        | "среди"
        | "возле"
        | "из-за"
        | "из-под"
        | "помимо"
        | "вместо"
        | "насчет"
        | "относительно"
        | "напротив"
        | "близ"
        | "вблизи"
        | "внутри"
        | "вне" => &[Genitive],
        "к" | "ко" | "благодаря" | "вопреки" | "согласно" | "навстречу" => {
            &[Dative]
        }
        "про" | "через" | "сквозь" => &[Accusative],
        "с" | "со" => &[Instrumental, Genitive],
        "над" | "надо" | "перед" | "передо" | "между" => &[Instrumental],
        "под" | "за" => &[Instrumental, Accusative],
        "о" | "об" | "обо" | "при" => &[Locative],
        "в" | "во" | "на" => &[Locative, Accusative],
        "по" => &[Dative],
        _ => &[],
    }
}

/// Whether the reference tables know a place under this nominative.
fn is_known_place(form: &str) -> bool {
    gazetteer::lookup(form).iter().any(|entry| entry.kind == EntityKind::Place)
}
