//! What the words beside a name say of the case that it stands in.

use std::borrow::Cow;

use super::spelling::{is_abbreviation, is_cyrillic};
use super::{Context, fold, shares};
use crate::language::Pos;
use crate::language::ru::morphology::{self, AnalysedToken, Case, NamePart, Reading};
use crate::language::ru::names::words::{
    APPOSED_HEADS, DATIVE_NOUNS, DATIVE_VERBS, FEATURES, ORGANIZATION_HEADS, OUTLET_HEADS, OWNED_THINGS, RELATIONS,
    RELATIVES, ROLES, SETTLEMENTS,
};
use crate::words::LowerCase;

impl Context<'_> {
    /// The name that stands before this one in a list, where a dictionary knows it.
    fn listed_with(&self) -> Option<&AnalysedToken> {
        let joint = self.left().filter(|&left| left + 1 == self.first && matches!(self.word(left), "и" | ","))?;
        let other = &self.tokens[joint.checked_sub(1)?];
        let is_name = |reading: &Reading| reading.known && reading.name.is_some();
        let capital = other.span.of(self.text).starts_with(char::is_uppercase);
        (capital && shares(other, is_name) > 0.5).then_some(other)
    }

    /// The cases that are asked of the quoted name before this one in a list, where a preposition or a noun that belongs
    /// to nobody else asks for any.
    fn list_cases(&self) -> Option<&'static [Case]> {
        let joint = self.left().filter(|&left| matches!(self.word(left), "и" | ","))?;
        let closed = joint.checked_sub(1).filter(|&index| self.word(index) == "»")?;
        let open = (0..closed).rev().take(6).find(|&index| self.word(index) == "«")?;
        let before = open.checked_sub(1)?;
        let governed = governed_cases(&fold(self.word(before)));
        if !governed.is_empty() {
            return Some(governed);
        }
        let token = &self.tokens[before];
        let is_owned = |reading: &Reading| OWNED_THINGS.has(&reading.lemma);
        token.readings.iter().any(is_owned).then_some(&[Case::Genitive])
    }

    /// Whether the noun before the name is one that names of places seldom decline after.
    pub fn follows_settlement(&self) -> bool {
        let is_settlement = |reading: &Reading| SETTLEMENTS.has(&reading.lemma);
        self.left().is_some_and(|before| self.tokens[before].readings.iter().any(is_settlement))
    }

    /// «вулкана Крашенинникова», «на пике Победы»: whether the name is in the genitive whatever its noun stands in, as
    /// mountains, capes and streets are that are called after people and events.
    pub fn is_called_after(&self) -> bool {
        let Some(before) = self.left().filter(|&left| left + 1 == self.first) else { return false };
        let is_feature = |reading: &Reading| FEATURES.has(&reading.lemma);
        if self.after != self.first + 1 || !self.tokens[before].readings.iter().any(is_feature) {
            return false;
        }
        let own = morphology::readings(self.word(self.first));
        let is_place = |reading: &Reading| reading.known && reading.name == Some(NamePart::Place);
        let is_genitive = |reading: &Reading| {
            reading.case == Some(Case::Genitive)
                && !reading.indeclinable
                && (reading.name == Some(NamePart::Surname) || reading.known && reading.name.is_none())
        };
        // «гора Белуха» is nobody's.
        let is_own = |reading: &Reading| {
            reading.known
                && reading.case == Some(Case::Nominative)
                && !reading.plural
                && reading.name != Some(NamePart::Surname)
        };
        !own.iter().any(is_place) && own.iter().any(is_genitive) && !own.iter().any(is_own)
    }

    /// The token at `index`; a word that is unknown by the capital of its sentence is read as a common noun.
    pub fn as_common(&self, index: usize) -> Cow<'_, AnalysedToken> {
        let token = &self.tokens[index];
        if index > 0 || token.readings.iter().any(|reading| reading.known) {
            return Cow::Borrowed(token);
        }
        let lower = morphology::readings(&self.word(index).lower());
        Cow::Owned(AnalysedToken { span: token.span, readings: lower })
    }

    /// How much the words to the left speak for each case: above 1 for, below 1 against.
    pub fn case_evidence(&self, person: bool) -> [f64; 6] {
        let mut evidence = [1.0; 6];
        // The locative never stands without a preposition or a title that has one.
        evidence[Case::Locative as usize] = 0.05;
        let Some(before) = self.left() else { return evidence };
        let left = &*self.as_common(before);
        let governed = governed_cases(&fold(self.word(before)));
        if !governed.is_empty() {
            for case in Case::ALL {
                evidence[case as usize] = if governed.contains(&case) { 3.0 } else { 0.04 };
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
        if !person && let Some(cases) = self.list_cases() {
            // «Матч «Лацио» и «Ромы»»: whatever the first of the names stands in.
            for case in Case::ALL {
                evidence[case as usize] = if cases.contains(&case) { 3.0 } else { 0.2 };
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
                let otherwise = match case {
                    Case::Locative => 0.02,
                    // «уволил советника Саиду Мирзиёеву»: seldom is anything said to whom straight after another title.
                    Case::Dative | Case::Instrumental => 0.05,
                    _ => 0.1,
                };
                evidence[case as usize] = otherwise + 3.0 * agrees;
            }
            // «Сестра Ким Чен Ына»: whose again.
            let kin = RELATIVES.has(&left.best().lemma);
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
    pub fn follows_thing(&self) -> bool {
        let is_thing = |reading: &Reading| reading.pos == Pos::Noun && reading.animate == Some(false);
        self.left().is_some_and(|left| shares(&self.tokens[left], is_thing) > 0.5)
    }
}

/// The cases that a preposition (lower case) asks for; none for other words.
pub fn governed_cases(preposition: &str) -> &'static [Case] {
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
