//! What the dictionary's tags say.

use std::sync::OnceLock;

use super::{Case, Gender, NamePart, dictionary};
use crate::language::Pos;

/// What one of the dictionary's tags says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Grammar {
    pub pos: Option<Pos>,
    pub case: Option<Case>,
    pub gender: Option<Gender>,
    pub plural: bool,
    pub animate: Option<bool>,
    pub name: Option<NamePart>,
    pub finite: bool,
    pub indeclinable: bool,
}

/// The dictionary's tags, by their numbers. A word has several readings and a tag many features, so tags
/// are read once.
pub(super) fn grammars() -> &'static [Grammar] {
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
