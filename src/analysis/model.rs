//! What is known of one article.
//!
//! Analyses are remembered in a format without field names (`pipeline::cache`), which attributes like
//! `skip_serializing_if` and `flatten` would break.

use serde::{Deserialize, Serialize};

use super::terms::{SentenceTerms, Terms};
use crate::calendar::{Day, Precision, YearOrigin};
use crate::intake::{Article, BlockKind, Sourced};
pub use crate::language::EntityKind;
use crate::language::person_name::Likeness;
use crate::span::Span;

/// Everything that the program found in one article, each thing with the span it came from.
///
/// All spans are byte spans of `article.text`. A pure function of the article, the configuration and
/// the program's version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The article itself.
    pub article: Article,
    /// BCP 47 code of the text's language, `und` when it cannot be told.
    pub language: String,
    /// The article's own title, or one derived from its text.
    pub title: Sourced<String>,
    /// Paragraphs, in order; those of `article.blocks`.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Every mention of an entity, in order; no two overlap.
    pub mentions: Vec<Mention>,
    /// The entities of this article, in order of first mention.
    pub entities: Vec<LocalEntity>,
    /// Key sentences, in reading order.
    pub summary: Vec<KeySentence>,
    /// Direct and reported speech, in order.
    pub quotes: Vec<Quote>,
    /// Every expression of time that resolves, in order.
    pub dates: Vec<DateMention>,
    /// Sentences that report something at a stated time, in order.
    pub events: Vec<Event>,
    /// Amounts, counts and shares, in order.
    pub figures: Vec<Figure>,
    /// Content lemmas with how often each occurs: what the article is about.
    pub terms: Terms,
    /// For each sentence, the terms in it that belong to no name, date or figure, by their numbers in
    /// [`Analysis::terms`].
    pub words: SentenceTerms,
    /// For each sentence, the index in [`Analysis::quotes`] of the speech that it passes on; `None` for
    /// what the article says in its own name.
    pub passed_on: Vec<Option<usize>>,
    /// What a search finds the words of the text by.
    pub lexemes: Lexemes,
    /// What a search finds the words of the article's own title by.
    pub title_lexemes: Lexemes,
}

/// For each word of a text (`words::words`), the keys under which a search finds it.
///
/// A key is written as its difference from the word, and the same differences come again and again, so
/// an article's lexemes take some two bytes a word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Lexemes {
    /// The differences, a line for each set of keys: how many characters of the folded word
    /// (`words::fold`) are dropped, `+`, and what is put in their place; several keys parted by spaces.
    pub differences: String,
    /// For each word in order, the line of its keys.
    pub of_word: Vec<u16>,
}

impl Lexemes {
    /// Each set of keys, as [`Lexemes::differences`] has it.
    pub fn lines(&self) -> Vec<&str> {
        self.differences.lines().collect()
    }

    /// The keys of a folded word, given its line.
    pub fn keys<'a>(folded: &'a str, line: &'a str) -> impl Iterator<Item = String> + 'a {
        line.split(' ').filter_map(move |difference| {
            let (drop, put) = difference.split_once('+')?;
            let kept = match drop.parse::<usize>().ok()? {
                0 => folded.len(),
                drop => folded.char_indices().rev().nth(drop - 1).map_or(0, |(at, _)| at),
            };
            Some(format!("{}{put}", &folded[..kept]))
        })
    }
}

/// A paragraph, with the sentences in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// Index of its first sentence in [`Analysis::sentences`].
    pub first_sentence: usize,
    /// How many sentences it has.
    pub sentence_count: usize,
}

/// A sentence. Its anchor on a page is `p{paragraph + 1}s{number + 1}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Its place in the paragraph, from 0.
    pub number: usize,
}

impl Sentence {
    /// The sentence's anchor on its source's page, without `#`: `p3s2`, counted from 1.
    pub fn anchor(&self) -> String {
        format!("p{}s{}", self.paragraph + 1, self.number + 1)
    }
}

/// One place where an entity is named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// The mention itself in the nominative («Токаевым» → «Токаев»).
    pub form: String,
    /// Index in [`Analysis::entities`].
    pub entity: usize,
    /// The key in the reference tables of what the place named here stands for, where it does: Moscow
    /// for the government of Russia («country:RU»).
    pub stands_for: Option<String>,
}

/// An entity as one article knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocalEntity {
    /// The fullest canonical name that the article and the reference tables give, in the nominative.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its key in the reference tables («country:KZ», «org:NATO»), where it stands in one.
    pub reference: Option<String>,
    /// Slug of `name`, unique within the article.
    pub id: String,
    /// Why each of its other forms was taken for the same entity, in order of first mention.
    pub joins: Vec<Join>,
    /// What the article calls it by office or occupation, in order of place.
    pub roles: Vec<Role>,
    /// Others of this article that it may be, where the evidence does not decide.
    pub doubts: Vec<Doubt>,
    /// What joining it across articles goes by.
    pub particulars: Particulars,
}

/// What the name of an entity and the words beside it tell of which body it is, or what sort of thing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// The sorts of things that the nouns before its mentions call it («банк «Восход»»), each once, in order of place.
    pub sorts: Vec<String>,
    /// The key of a body that every state has one of («org:Минфин»), where the name does not say whose it is.
    pub body: Option<String>,
    /// The code of the state that the article is about, and the key of that state's such body.
    pub owned: Option<(String, String)>,
    /// Of a body that ordinary words name with its state, what equals for all its names, and the state's code.
    pub of_state: Option<(String, String)>,
}

/// An office or occupation that an article gives an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The role with what it is of, in the nominative: «президент Казахстана», «вице-министр торговли».
    pub text: String,
    /// Where the article says so.
    pub span: Span,
    /// Index in [`Analysis::sentences`].
    pub sentence: usize,
}

/// A join that was not made because the evidence does not decide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Doubt {
    /// The form in question, in the nominative.
    pub form: String,
    /// The canonical name of another entity that the form fits.
    pub with: String,
    /// What would speak for the join.
    pub reason: JoinReason,
}

/// Two forms taken for one entity, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The form that was joined, in the nominative.
    pub form: String,
    /// The form that it was joined to.
    pub with: String,
    /// What spoke for it.
    pub reason: JoinReason,
}

/// What spoke for taking two forms for one entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JoinReason {
    /// The same name, spelled differently (ё/е, a hyphen, capitals, quotation marks).
    Spelling,
    /// One form leaves out a middle name, a patronymic or a «младший».
    Shorter,
    /// One form has initials for names.
    Initials,
    /// One form is in Latin letters, the other in Cyrillic.
    Transliteration,
    /// A family name alone, which only one person that it fits bears in full.
    SurnameOnly,
    /// A first name alone, which only one person that it fits bears in full.
    GivenOnly,
    /// The reference tables list both for one thing («РФ», «Россия»).
    Table,
    /// The text introduces the one with the other («… (ОДКБ)», «далее — …»).
    Introduced,
    /// The letters of an abbreviation are those that the other's words begin with.
    InitialLetters,
    /// One form names the kind of organization as well («ООО», «компания»).
    LegalForm,
    /// One form leaves out the country that only one body of this name has here.
    Owner,
    /// A person says so in `content/entities/`.
    Editor,
    /// The other articles of the dossier take the same name for something of this kind.
    Kind,
}

impl From<Likeness> for JoinReason {
    fn from(likeness: Likeness) -> Self {
        match likeness {
            Likeness::Equal | Likeness::Spelling => Self::Spelling,
            Likeness::Shorter => Self::Shorter,
            Likeness::Initials => Self::Initials,
            Likeness::Transliteration => Self::Transliteration,
            Likeness::SurnameOnly => Self::SurnameOnly,
            Likeness::GivenOnly => Self::GivenOnly,
        }
    }
}

/// A sentence of the extractive summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySentence {
    /// Index in [`Analysis::sentences`].
    pub sentence: usize,
    /// 1 matters most.
    pub rank: usize,
}

/// Speech that the article attributes to someone, or quotes without saying whose it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The quoted words; for direct speech without the quotation marks, for reported speech the clause
    /// that says what was said.
    pub span: Span,
    /// Whether these are the speaker's own words, between quotation marks or after a dash; otherwise
    /// the article reports what was said.
    pub direct: bool,
    /// The words that attribute it («— объяснил журналист», «по данным WSJ»), where there are any.
    pub cue: Option<Span>,
    /// Index in [`Analysis::entities`] of who said it, where the text makes that certain.
    pub speaker: Option<usize>,
    /// Indices in [`Analysis::entities`] of who passes the words on, from the one nearest to this
    /// article: «как сообщает „24 Канал“ со ссылкой на Reuters, …».
    pub via: Vec<usize>,
}

/// An expression of time that resolves to days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// Where it stands.
    pub span: Span,
    /// First day, included.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// How exactly the text names it.
    pub precision: Precision,
    /// Time of day as `HH:MM`, where the text gives one.
    pub time: Option<String>,
    /// Who says which year it is.
    pub year: YearOrigin,
}

/// Whether a text says that something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventStatus {
    /// It happened, or is happening.
    Happened,
    /// It is still to come: announced, scheduled, expected.
    Planned,
    /// Someone says that it did not happen.
    Denied,
    /// It would happen, or would have happened, under some condition.
    Conditional,
}

/// Something that a sentence reports at a stated time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Index in [`Analysis::sentences`].
    pub sentence: usize,
    /// First day, included.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// How exactly the text names it.
    pub precision: Precision,
    /// Whether the sentence says that it happened.
    pub status: EventStatus,
}

/// An amount, a count or a share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Where it stands, with its unit.
    pub span: Span,
    /// The number, in units of `unit` («441 млрд тенге» is 441000000000).
    pub value: f64,
    /// ISO 4217 code of a currency, `%`, a unit's symbol, or the nominative of what is counted.
    pub unit: String,
    /// What is counted or measured, where the sentence says so near the number.
    pub of: Option<Counted>,
    /// The lemma of the verb in the figure's clause: «погибнуть» in «погибли 12 человек».
    pub predicate: Option<String>,
    /// How the text bounds the number («около», «более», «до»).
    #[serde(default)]
    pub bound: Bound,
    /// Whether this is by how much something changed («вырос на 12%»), and not what it is.
    #[serde(default)]
    pub change: bool,
}

/// What a figure counts or measures, in the text's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The phrase: «экспорт нефти» in «экспорт нефти вырос на 12%», «106 товаров» without its number.
    pub span: Span,
    /// The lemmas of its content words, the phrase's head first.
    pub lemmas: Vec<String>,
}

/// Which numbers agree with the one that a text gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The number as it stands, with no mark that it is rounded.
    #[default]
    Exact,
    /// Numbers near it: «около», «почти», «примерно».
    About,
    /// It or any greater one: «более», «свыше», «не менее»; the lower end of a range.
    AtLeast,
    /// It or any smaller one: «до», «менее», «не более»; the upper end of a range.
    AtMost,
}
