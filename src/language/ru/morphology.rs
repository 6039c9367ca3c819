//! Lemmas, parts of speech and word forms of Russian, by the dictionary and the context model of
//! `rumorph`.

use std::sync::OnceLock;

use rumorph::Dictionary;

use crate::language::Pos;
use crate::span::Span;

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
    pub lemma: String,
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
    source: rumorph::Analysis,
}

impl Reading {
    /// The same lexeme in the nominative of the reading's own number and gender, in lower case;
    /// `None` where the dictionary has no such form.
    ///
    /// Where `written`, the form in the text, has е for a ё that the dictionary would write, so has the
    /// nominative; a ё that only the nominative has is kept («Петра» → «пётр»).
    pub fn nominative(&self, written: &str) -> Option<String> {
        let form = if self.case == Some(Case::Nominative) {
            self.source.word.to_lowercase()
        } else {
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
            dictionary().inflect(&self.source, &wanted)?.word.to_lowercase()
        };
        let dictionary_form = self.source.word.to_lowercase();
        let mut here = dictionary_form.chars().zip(written.chars().flat_map(char::to_lowercase));
        let spelled = form.chars().map(|letter| match here.next() {
            Some(('ё', 'е')) if letter == 'ё' => 'е',
            _ => letter,
        });
        Some(spelled.collect())
    }

    /// The same lexeme in the genitive of the same number, in lower case; `None` where the dictionary
    /// has no such form.
    pub fn genitive(&self) -> Option<String> {
        let number = if self.plural { "Plur" } else { "Sing" };
        let mut wanted = vec![("Case", "Gen"), ("Number", number)];
        if self.pos == Pos::Adjective && !self.plural {
            wanted.push(("Gender", if self.gender == Some(Gender::Feminine) { "Fem" } else { "Masc" }));
        }
        dictionary().inflect(&self.source, &wanted).map(|form| form.word.to_lowercase())
    }

    /// All forms of the lexeme, in lower case and without order or repetition worth relying on.
    pub fn forms(&self) -> Vec<String> {
        dictionary().forms(&self.source).into_iter().map(|form| form.word.to_lowercase()).collect()
    }
}

/// A token with the ways it can be read.
#[derive(Debug, Clone)]
pub struct AnalysedToken {
    /// Where it stands in the text.
    pub span: Span,
    /// Its readings, the likeliest in this sentence first. Never empty.
    pub readings: Vec<Reading>,
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
pub fn readings(word: &str) -> Vec<Reading> {
    to_readings(word, dictionary().analyze(word))
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
    let readings = dictionary().analyze(word);
    let best = readings.iter().max_by(|one, other| one.prob.total_cmp(&other.prob))?;
    let tag = dictionary().ud_tag(best.ud).filter(|tag| matches!(tag.pos(), "VERB" | "AUX"))?;
    if tag.feat("VerbForm") != Some("Fin") {
        return None;
    }
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
    let readings = dictionary().analyze(word);
    let best = readings.iter().max_by(|one, other| one.prob.total_cmp(&other.prob));
    best.and_then(|best| dictionary().ud_tag(best.ud))
        .is_some_and(|tag| matches!(tag.pos(), "VERB" | "AUX") && tag.feat("VerbForm") == Some("Inf"))
}

/// Whether any reading of `word` is a finite verb in the future.
pub fn can_be_future(word: &str) -> bool {
    dictionary()
        .analyze(word)
        .iter()
        .filter_map(|reading| dictionary().ud_tag(reading.ud))
        .any(|tag| tag.pos() == "VERB" && tag.feat("VerbForm") == Some("Fin") && tag.feat("Tense") == Some("Fut"))
}

/// Reads the tokens of one sentence of `text`, each in the context of the others.
pub fn analyse_sentence(text: &str, tokens: &[Span]) -> Vec<AnalysedToken> {
    let words: Vec<&str> = tokens.iter().map(|span| span.of(text)).collect();
    let dictionary = dictionary();
    // The context model comes with the bundled dictionary; the reading by frequency stands in all the same.
    let analyses = dictionary
        .analyze_sentence(&words)
        .unwrap_or_else(|_| words.iter().map(|word| dictionary.analyze(word)).collect());
    tokens
        .iter()
        .zip(words)
        .zip(analyses)
        .map(|((&span, word), analyses)| AnalysedToken { span, readings: to_readings(word, analyses) })
        .collect()
}

fn to_readings(word: &str, analyses: Vec<rumorph::Analysis>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = analyses.into_iter().map(to_reading).collect();
    if readings.is_empty() {
        let unread = rumorph::Analysis::new(word.to_owned(), word.to_lowercase(), 0, 1.0, rumorph::Source::Guess);
        readings.push(Reading {
            pos: Pos::Other,
            case: None,
            gender: None,
            plural: false,
            animate: None,
            name: None,
            finite: false,
            indeclinable: true,
            ..to_reading(unread)
        });
    }
    readings
}

fn to_reading(source: rumorph::Analysis) -> Reading {
    let grammar = grammars().get(usize::from(source.ud)).copied().unwrap_or_default();
    Reading {
        lemma: source.lemma.to_lowercase(),
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
        source,
    }
}

/// What one of the dictionary's tags says.
#[derive(Debug, Clone, Copy, Default)]
struct Grammar {
    pos: Option<Pos>,
    case: Option<Case>,
    gender: Option<Gender>,
    plural: bool,
    animate: Option<bool>,
    name: Option<NamePart>,
    finite: bool,
    indeclinable: bool,
}

/// The dictionary's tags, by their numbers. A word has several readings and a tag many features, so tags
/// are read once.
fn grammars() -> &'static [Grammar] {
    static GRAMMARS: OnceLock<Vec<Grammar>> = OnceLock::new();
    GRAMMARS.get_or_init(|| dictionary().ud_tags().map(Grammar::of).collect())
}

impl Grammar {
    fn of(tag: rumorph::UdTag) -> Self {
        let case = tag.feat("Case").and_then(Case::from_ud);
        let verb_form = tag.feat("VerbForm");
        let pos = match tag.pos() {
            "NOUN" => Pos::Noun,
            "PROPN" => Pos::ProperNoun,
            "ADJ" => Pos::Adjective,
            "VERB" | "AUX" if verb_form == Some("Part") && case.is_some() => Pos::Adjective,
            "VERB" | "AUX" => Pos::Verb,
            "ADV" => Pos::Adverb,
            "PRON" | "DET" => Pos::Pronoun,
            "NUM" => Pos::Number,
            "ADP" | "CCONJ" | "SCONJ" | "PART" => Pos::Function,
            "PUNCT" | "SYM" => Pos::Mark,
            _ => Pos::Other,
        };
        Self {
            pos: Some(pos),
            case,
            gender: match tag.feat("Gender") {
                Some("Masc") => Some(Gender::Masculine),
                Some("Fem") => Some(Gender::Feminine),
                Some("Neut") => Some(Gender::Neuter),
                _ => None,
            },
            plural: tag.feat("Number") == Some("Plur"),
            animate: tag.feat("Animacy").map(|value| value == "Anim"),
            name: match tag.feat("NameType") {
                Some("Giv") => Some(NamePart::Given),
                Some("Pat") => Some(NamePart::Patronymic),
                Some("Sur") => Some(NamePart::Surname),
                Some("Geo") => Some(NamePart::Place),
                Some(_) => Some(NamePart::Other),
                None => None,
            },
            finite: verb_form == Some("Fin"),
            indeclinable: tag.feat("InflClass") == Some("Ind"),
        }
    }
}
