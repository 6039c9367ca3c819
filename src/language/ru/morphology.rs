//! Lemmas, parts of speech and word forms of Russian, by the dictionary and the context model of
//! `rumorph`.

mod context;
mod forms;
mod grammar;

use std::rc::Rc;
use std::sync::{Arc, OnceLock};

use rumorph::Dictionary;

use crate::language::Pos;
use crate::span::Span;
use crate::words::LowerCase;
use context::{Context, Seen};
use forms::{Form, form, to_readings};
use grammar::grammars;

/// Grammatical case. The partitive and the locative in -у are counted under the case whose place
/// they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Who? what?
    Nominative,
    /// Of whom? of what?
    Genitive,
    /// To whom? to what?
    Dative,
    /// Whom? what?
    Accusative,
    /// By whom? by what?
    Instrumental,
    /// About whom? about what?
    Locative,
}

impl Case {
    /// All six, in the grammar's order.
    pub const ALL: [Self; 6] =
        [Self::Nominative, Self::Genitive, Self::Dative, Self::Accusative, Self::Instrumental, Self::Locative];

    fn from_ud(value: &str) -> Option<Self> {
        Some(match value {
            "Nom" | "Voc" => Self::Nominative,
            "Gen" | "Par" => Self::Genitive,
            "Dat" => Self::Dative,
            "Acc" => Self::Accusative,
            "Ins" => Self::Instrumental,
            "Loc" => Self::Locative,
            _ => return None,
        })
    }
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// он
    Masculine,
    /// она
    Feminine,
    /// оно
    Neuter,
}

/// What part of a name the dictionary knows a word as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamePart {
    /// A first name.
    Given,
    /// A patronymic.
    Patronymic,
    /// A family name.
    Surname,
    /// A place.
    Place,
    /// An organization, or another name.
    Other,
}

/// One way to read a word.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The lemma, in lower case.
    pub lemma: Arc<str>,
    /// Part of speech.
    pub pos: Pos,
    /// Case, where the word has one.
    pub case: Option<Case>,
    /// Gender, where the word has one.
    pub gender: Option<Gender>,
    /// Whether the form is a plural.
    pub plural: bool,
    /// Whether the form stands for a living being, where the dictionary says so.
    pub animate: Option<bool>,
    /// What kind of name it is, where it is one.
    pub name: Option<NamePart>,
    /// Whether it is a past tense or a finite verb form with a gender (a predicate that agrees).
    pub finite: bool,
    /// Whether the word is of a kind that never changes («кофе», «США»).
    pub indeclinable: bool,
    /// Whether the word form itself stands in the dictionary; otherwise the reading is a guess.
    pub known: bool,
    /// Probability: in the sentence for [`analyse_sentence`], by itself for [`readings`]. All readings
    /// of one word sum to one.
    pub probability: f64,
    source: Arc<Source>,
}

/// Where a reading is from.
#[derive(Debug)]
struct Source {
    analysis: rumorph::Analysis,
    /// The form itself and the nominative, both as the dictionary writes them, in lower case: names are asked for
    /// theirs again and again.
    nominative: OnceLock<(String, Option<String>)>,
}

impl Reading {
    /// The same lexeme in the nominative of the reading's own number and gender, in lower case;
    /// `None` where the dictionary has no such form.
    ///
    /// Where `written`, the form in the text, has е for a ё that the dictionary would write, so has the
    /// nominative; a ё that only the nominative has is kept («Петра» → «пётр»).
    pub fn nominative(&self, written: &str) -> Option<String> {
        let (dictionary_form, form) = self.source.nominative.get_or_init(|| self.forms_of_dictionary());
        let form = form.as_ref()?;
        let mut here = dictionary_form.chars().zip(written.chars().flat_map(char::to_lowercase));
        let spelled = form.chars().map(|letter| match here.next() {
            Some(('ё', 'е')) if letter == 'ё' => 'е',
            _ => letter,
        });
        Some(spelled.collect())
    }

    /// The form itself and the nominative.
    fn forms_of_dictionary(&self) -> (String, Option<String>) {
        let own = self.source.analysis.word.lower();
        if self.case == Some(Case::Nominative) {
            return (own.clone(), Some(own));
        }
        let number = if self.plural { "Plur" } else { "Sing" };
        let mut wanted = vec![("Case", "Nom"), ("Number", number)];
        if self.pos == Pos::Adjective && !self.plural {
            wanted.push((
                "Gender",
                match self.gender {
                    Some(Gender::Feminine) => "Fem",
                    Some(Gender::Neuter) => "Neut",
                    _ => "Masc",
                },
            ));
        }
        let nominative = dictionary().inflect(&self.source.analysis, &wanted);
        (own, nominative.map(|form| form.word.lower()))
    }

    /// The same lexeme in the genitive of the same number, in lower case; `None` where the dictionary
    /// has no such form.
    pub fn genitive(&self) -> Option<String> {
        let number = if self.plural { "Plur" } else { "Sing" };
        let mut wanted = vec![("Case", "Gen"), ("Number", number)];
        if self.pos == Pos::Adjective && !self.plural {
            wanted.push(("Gender", if self.gender == Some(Gender::Feminine) { "Fem" } else { "Masc" }));
        }
        dictionary().inflect(&self.source.analysis, &wanted).map(|form| form.word.lower())
    }

    /// All forms of the lexeme, in lower case and without order or repetition worth relying on.
    pub fn forms(&self) -> Vec<String> {
        dictionary().forms(&self.source.analysis).into_iter().map(|form| form.word.lower()).collect()
    }
}

/// A token with the ways it can be read.
#[derive(Debug, Clone)]
pub struct AnalysedToken {
    /// Where it stands in the text.
    pub span: Span,
    /// Its readings, the likeliest in this sentence first. Never empty.
    pub readings: Arc<[Reading]>,
}

impl AnalysedToken {
    /// The likeliest reading.
    pub fn best(&self) -> &Reading {
        &self.readings[0]
    }
}

/// The dictionary: loaded once (some 5 ms), shared by all threads.
fn dictionary() -> &'static Dictionary {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    DICTIONARY.get_or_init(|| Dictionary::bundled().expect("the bundled dictionary was checked when it was built"))
}

/// All readings of one word form, without its sentence, the likeliest first. Never empty.
pub fn readings(word: &str) -> Arc<[Reading]> {
    Arc::clone(&form(word).readings)
}

/// The tense of a finite verb, by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// «прошёл»
    Past,
    /// «проходит»
    Present,
    /// «пройдёт», «будет»
    Future,
}

/// The tense of `word` where its likeliest reading, without its sentence, is a finite verb.
pub fn tense(word: &str) -> Option<Tense> {
    let tag = best_tag(&form(word)).filter(is_verb).filter(|tag| tag.feat("VerbForm") == Some("Fin"))?;
    match tag.feat("Tense")? {
        "Past" => Some(Tense::Past),
        "Pres" => Some(Tense::Present),
        "Fut" => Some(Tense::Future),
        _ => None,
    }
}

/// Whether the likeliest reading of `word` is a predicate of something completed, or that will be: «закрыл», «закроют»,
/// «закрыт».
pub fn is_completing(word: &str) -> bool {
    let readings = dictionary().analyze(word);
    let best = readings.iter().max_by(|one, other| one.prob.total_cmp(&other.prob));
    best.and_then(|best| dictionary().ud_tag(best.ud)).is_some_and(|tag| {
        tag.feat("Aspect") == Some("Perf")
            && (tag.feat("VerbForm") == Some("Fin") || tag.feat("Variant") == Some("Short"))
            && tag.feat("Mood") != Some("Imp")
    })
}

/// Whether the likeliest reading of `word` is an infinitive.
pub fn is_infinitive(word: &str) -> bool {
    best_tag(&form(word)).is_some_and(|tag| is_verb(&tag) && tag.feat("VerbForm") == Some("Inf"))
}

/// The tag of a form's likeliest reading.
fn best_tag(form: &Form) -> Option<rumorph::UdTag<'static>> {
    let best = form.given().iter().max_by(|one, other| one.probability.total_cmp(&other.probability))?;
    dictionary().ud_tag(best.source.analysis.ud)
}

fn is_verb(tag: &rumorph::UdTag) -> bool {
    matches!(tag.pos(), "VERB" | "AUX")
}

/// Whether any reading of `word` is a finite verb in the future.
pub fn can_be_future(word: &str) -> bool {
    form(word)
        .given()
        .iter()
        .filter_map(|reading| dictionary().ud_tag(reading.source.analysis.ud))
        .any(|tag| tag.pos() == "VERB" && tag.feat("VerbForm") == Some("Fin") && tag.feat("Tense") == Some("Fut"))
}

/// Reads the tokens of one sentence of `text`, each in the context of the others.
pub fn analyse_sentence(text: &str, tokens: &[Span]) -> Vec<AnalysedToken> {
    // Longer sentences are read in parts, as `rumorph` does.
    tokens.chunks(rumorph::SENTENCE_CHUNK).flat_map(|tokens| analyse_part(text, tokens)).collect()
}

fn analyse_part(text: &str, tokens: &[Span]) -> Vec<AnalysedToken> {
    let words: Vec<&str> = tokens.iter().map(|token| token.of(text)).collect();
    let forms: Vec<Rc<Form>> = words.iter().map(|word| form(word)).collect();
    let alone = || forms.iter().map(|form| Arc::clone(&form.readings)).collect();
    let readings: Vec<Arc<[Reading]>> = match Context::shared(dictionary()) {
        // A word alone has no context.
        _ if words.len() < 2 => alone(),
        Some(context) if forms.iter().all(|form| form.as_written) => in_context(context, &words, &forms),
        // The context model comes with the bundled dictionary; the reading by frequency stands in all the same.
        _ => match dictionary().analyze_sentence(&words) {
            Ok(analyses) => words.iter().zip(analyses).map(|(word, analyses)| to_readings(word, analyses)).collect(),
            Err(_) => alone(),
        },
    };
    tokens.iter().zip(readings).map(|(&span, readings)| AnalysedToken { span, readings }).collect()
}

/// The readings of the words of a sentence, or of a part of a long one.
fn in_context(context: &Context, words: &[&str], forms: &[Rc<Form>]) -> Vec<Arc<[Reading]>> {
    let seen: Vec<&Seen> =
        forms.iter().zip(words).enumerate().map(|(at, (form, word))| form.seen(context, word, at == 0)).collect();
    forms.iter().zip(context.scores(&seen)).map(|(form, scores)| form.in_sentence(&scores)).collect()
}

/// Nearly all lemmas are in lower case.
fn lower_lemma(lemma: &str) -> Arc<str> {
    if lemma.chars().all(|c| matches!(c, 'а'..='я' | 'ё' | '-')) { lemma.into() } else { lemma.lower().into() }
}

fn to_reading(source: rumorph::Analysis) -> Reading {
    let grammar = grammars().get(usize::from(source.ud)).copied().unwrap_or_default();
    Reading {
        lemma: lower_lemma(&source.lemma),
        pos: grammar.pos.unwrap_or(Pos::Other),
        case: grammar.case,
        gender: grammar.gender,
        plural: grammar.plural,
        animate: grammar.animate,
        name: grammar.name,
        finite: grammar.finite,
        indeclinable: grammar.indeclinable,
        known: source.source == rumorph::Source::Dictionary,
        probability: source.prob,
        source: Arc::new(Source { analysis: source, nominative: OnceLock::new() }),
    }
}
