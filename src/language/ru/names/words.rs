//! Words that say what the name beside them is. The lists are data: `words.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use crate::language::word_lists::list;

const LISTS: &str = include_str!("words.txt");

/// One list of words.
pub struct Words(HashSet<&'static str, RandomState>);

impl Words {
    /// Whether the list has `word`, spelled as the list spells it.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// The words, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied()
    }

    /// # Panics
    /// If the data has no such list.
    fn read(name: &str) -> Self {
        Self(list(LISTS, name).collect())
    }
}

/// Declares lists by their names in the data; each is read when it is first asked.
macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident = $name:literal;)*) => {
        $($(#[$doc])* pub(in crate::language::ru) static $list: LazyLock<Words> = LazyLock::new(|| Words::read($name));)*
    };
}

lists! {
    /// Nouns before quotation marks that make an organization of the words inside them.
    ORGANIZATION_HEADS = "organization heads";
    /// Nouns before the name of an outlet, with or without quotation marks.
    OUTLET_HEADS = "outlet heads";
    /// Nouns before quotation marks that make a place of the words inside them.
    PLACE_HEADS = "place heads";
    /// Nouns before quotation marks that make a work, a product, an event or a vessel of the words inside.
    THING_HEADS = "thing heads";
    /// Verbs of reporting: what stands in quotation marks before them is an outlet.
    REPORTING_VERBS = "reporting verbs";
    /// Abbreviations that stand for no organization, person or place.
    PLAIN_ABBREVIATIONS = "plain abbreviations";
    /// Nouns that a geographical adjective makes a place of («Тульской области», «Голанских высотах»).
    PLACE_NOUNS = "place nouns";
    /// Common nouns that begin the name of a place or a country.
    PLACE_FIRST_WORDS = "place first words";
    /// Offices and callings that stand before a name and may be written with a capital.
    ROLES = "roles";
    /// Kinds of enterprises that are written before the quotation marks and belong to the name.
    LEGAL_FORMS = "legal forms";
    /// The months, as they stand after a day.
    MONTHS = "months";
    /// Kinds of bodies that every state, town or company has: alone at the beginning of a sentence they name none.
    GENERIC_BODIES = "generic bodies";
    /// Adjectives that make no name of such a body.
    GENERIC_ADJECTIVES = "generic adjectives";
    /// Adjectives between the name of a court and the word for court.
    COURT_ADJECTIVES = "court adjectives";
    /// Abbreviations of departments that are one name with the abbreviation after them («ГУ МВД», «СУ СК»).
    BODY_PREFIXES = "body prefixes";
    /// Small words within names of people.
    PARTICLES = "particles";
    /// Common nouns and abbreviations for addressing people, no part of their names.
    REFERENCES = "references";
    /// Ends of names of one word that only organizations bear, without their case endings.
    ORGANIZATION_ENDINGS = "organization endings";
    /// Sports clubs that are called so without quotation marks too, and no town or person is.
    CLUBS = "clubs";
    /// Towns and regions whose sports clubs are called so without quotation marks too.
    CLUB_TOWNS = "club towns";
    /// What teams do to each other.
    MATCH_VERBS = "match verbs";
    /// Buildings and grounds that are places, whoever owns them.
    BUILDINGS = "buildings";
    /// What is traded under a symbol.
    SECURITIES = "securities";
    /// Names of people that are frequent in news and stand in no dictionary of ours, in the nominative.
    UNLISTED_NAMES = "unlisted names";
    /// What companies, clubs and outlets have: «акции «Самолёта»», «бойцы «Вагнера»».
    OWNED_THINGS = "owned things";
    /// Relatives and the like: whose they are is said more often than their names.
    RELATIVES = "relatives";
    /// Who people are to somebody: «адвокат Петрова» is no Петров.
    RELATIONS = "relations";
    /// First names of the French, whose family names in a vowel never change.
    FRENCH_NAMES = "french names";
    /// Men's first names that stand in no dictionary of ours, in the nominative.
    MENS_NAMES = "men's names";
    /// Women's first names that stand in no dictionary of ours, in the nominative.
    WOMENS_NAMES = "women's names";
    /// Verbs that say to whom something is done, by their infinitives.
    DATIVE_VERBS = "dative verbs";
    /// Nouns that say to whom something is done: «письмо Токаеву».
    DATIVE_NOUNS = "dative nouns";
    /// Nouns that a name in quotation marks after them only explains, and so stands in the nominative.
    APPOSED_HEADS = "apposed heads";
    /// Nouns that say of the name beside them that it is a place's.
    NAMED_PLACES = "named places";
    /// Pronouns that say whose or which a thing is: «наш институт» is no name.
    OWNERS = "owners";
    /// Companies and agencies that no other thing is called by.
    COMPANIES = "companies";
    /// Nouns before the names of places that seldom decline after them («из посёлка Тура»).
    SETTLEMENTS = "settlements";
    /// Ordinal numbers that channels are called by.
    ORDINALS = "ordinals";
    /// Abbreviations of neuter nouns: «Дальневосточное УГМС».
    NEUTER_ABBREVIATIONS = "neuter abbreviations";
    /// Bodies that are called after people: «Музей Анны Ахматовой».
    NAMED_AFTER = "named after";
    /// Mountains, waters and streets: what stands in the genitive after them is whom or what they are called after.
    FEATURES = "features";
    /// What parties call themselves: «Народно-республиканская партия».
    PARTY_ADJECTIVES = "party adjectives";
    /// Words that show that a sentence is about a match or a club.
    MATCH_WORDS = "match words";
}
