//! Names by their capitals: cautious, since a name that is missing harms less than one that is none.

use std::collections::BTreeMap;

use crate::language::sentences::Rules;
use crate::language::{EntityKind, Name, gazetteer};
use crate::span::Span;

/// The longest name of the reference tables that is looked for, in tokens.
const LONGEST: usize = 7;

/// Words that make an organization of the capitalised words they stand among.
const ORGANIZATION_WORDS: &[&str] = &[
    "academy",
    "agency",
    "airlines",
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "cabinet",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "congress",
    "corp",
    "corporation",
    "council",
    "court",
    "department",
    "federation",
    "forum",
    "foundation",
    "fund",
    "group",
    "holding",
    "inc",
    "institute",
    "league",
    "ltd",
    "ministry",
    "movement",
    "office",
    "organisation",
    "organization",
    "parliament",
    "party",
    "police",
    "senate",
    "service",
    "society",
    "times",
    "union",
    "university",
    "post",
    "journal",
];

/// Words that make a place of the capitalised words they stand among.
const PLACE_WORDS: &[&str] = &[
    "bay",
    "beach",
    "city",
    "county",
    "desert",
    "district",
    "island",
    "islands",
    "lake",
    "mountains",
    "ocean",
    "peninsula",
    "province",
    "region",
    "republic",
    "river",
    "sea",
    "square",
    "strait",
    "street",
    "valley",
];

/// Words before a name that make a person of it.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "president",
    "minister",
    "premier",
    "chancellor",
    "secretary",
    "senator",
    "governor",
    "mayor",
    "judge",
    "general",
    "colonel",
    "professor",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "spokesman",
    "spokeswoman",
    "director",
    "chairman",
    "ambassador",
    "leader",
    "президент",
    "міністр",
    "прем’єр",
    "губернатор",
    "депутат",
    "посол",
    "голова",
    "речник",
    "президенті",
    "министрі",
    "депутаты",
    "әкімі",
    "төрағасы",
    "елшісі",
];

/// Words before a name that make a place of it.
const PLACE_PREPOSITIONS: &[&str] = &["in", "at", "near", "from", "to", "across", "у", "в", "з", "із", "до", "біля"];

/// The names in `text`, in order.
pub(super) fn names(text: &str, tokens: &[Span], sentences: &[Span], rules: &Rules) -> Vec<Name> {
    let finder = Finder::new(text, tokens, sentences, rules);
    let mut names = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        match finder.known_at(index).or_else(|| finder.unknown_at(index)) {
            Some((count, kind)) => {
                let span = Span::new(tokens[index].start, tokens[index + count - 1].end);
                names.push(Name { span, kind, form: span.of(text).to_owned() });
                index += count;
            }
            None => index += 1,
        }
    }
    find_again(text, &mut names, &finder);
    names
}

struct Finder<'t> {
    text: &'t str,
    tokens: &'t [Span],
    /// Whether each token begins a sentence.
    begins: Vec<bool>,
    rules: &'t Rules,
    /// How often each lower-cased word stands with a capital within a sentence.
    capitalised: BTreeMap<String, usize>,
    /// How often each word stands without.
    small: BTreeMap<String, usize>,
}

impl<'t> Finder<'t> {
    fn new(text: &'t str, tokens: &'t [Span], sentences: &[Span], rules: &'t Rules) -> Self {
        let mut begins = vec![false; tokens.len()];
        for sentence in sentences {
            let first = tokens.partition_point(|token| token.start < sentence.start);
            let word = tokens[first..].iter().position(|token| token.of(text).starts_with(char::is_alphanumeric));
            if let Some(begin) = word.and_then(|offset| begins.get_mut(first + offset)) {
                *begin = true;
            }
        }
        let (mut capitalised, mut small) = (BTreeMap::new(), BTreeMap::new());
        for (token, begins) in tokens.iter().zip(&begins) {
            let word = token.of(text);
            let counts = if is_capitalised(word) { &mut capitalised } else { &mut small };
            if !begins {
                *counts.entry(word.to_lowercase()).or_insert(0) += 1;
            }
        }
        Self { text, tokens, begins, rules, capitalised, small }
    }

    fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| token.of(self.text))
    }

    /// The longest name of the reference tables that begins at `index`.
    fn known_at(&self, index: usize) -> Option<(usize, EntityKind)> {
        if !self.word(index).starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
            return None;
        }
        (1..=LONGEST.min(self.tokens.len() - index)).rev().find_map(|count| {
            let span = Span::new(self.tokens[index].start, self.tokens[index + count - 1].end);
            let name = span.of(self.text);
            if name.contains('\n') || (count == 1 && (self.is_common(index) || name.chars().count() < 2)) {
                return None;
            }
            let entry = gazetteer::lookup(name).into_iter().next()?;
            // «Nice» and «Reading» are towns; in the middle of a longer name they are nothing.
            (count > 1 || !self.is_inside_longer(index)).then_some((count, entry.kind))
        })
    }

    /// A run of capitalised words that begins at `index`, if it can be told what it names.
    fn unknown_at(&self, index: usize) -> Option<(usize, EntityKind)> {
        if !is_capitalised(self.word(index)) || self.is_common(index) {
            return None;
        }
        let mut count = 1;
        while count < LONGEST && self.continues(index + count) {
            count += 1;
        }
        let words: Vec<String> = (index..index + count).map(|i| self.word(i).to_lowercase()).collect();
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        let before = index.checked_sub(1).map(|i| self.word(i).to_lowercase()).unwrap_or_default();
        let first = self.word(index);
        let is_letters = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let kind = if has(ORGANIZATION_WORDS) {
            (count > 1).then_some(EntityKind::Organization)
        } else if has(PLACE_WORDS) {
            (count > 1).then_some(EntityKind::Place)
        } else if TITLES.contains(&before.as_str()) || (2..=3).contains(&count) && !is_letters(first) {
            Some(EntityKind::Person)
        } else if count == 1 && is_letters(first) {
            Some(EntityKind::Organization)
        } else if count == 1 && PLACE_PREPOSITIONS.contains(&before.as_str()) && first.chars().count() > 3 {
            Some(EntityKind::Place)
        } else {
            None
        };
        kind.map(|kind| (count, kind))
    }

    fn continues(&self, index: usize) -> bool {
        let word = self.word(index);
        let Some(token) = self.tokens.get(index) else { return false };
        let gap = &self.text[self.tokens[index - 1].end..token.start];
        gap == " " && is_capitalised(word) && !self.begins[index]
    }

    fn is_inside_longer(&self, index: usize) -> bool {
        self.continues(index + 1)
            || (index > 0 && !self.begins[index] && self.continues(index) && is_capitalised(self.word(index - 1)))
    }

    /// Whether the word at `index` owes its capital to its place: it begins a sentence, and is either a
    /// function word or stands elsewhere without a capital.
    fn is_common(&self, index: usize) -> bool {
        let lower = self.word(index).to_lowercase();
        if self.rules.starters.contains(&lower.as_str()) || TITLES.contains(&lower.as_str()) {
            return true;
        }
        self.begins[index]
            && (self.small.contains_key(&lower)
                || !(self.capitalised.contains_key(&lower)
                    || self.continues(index + 1)
                    || gazetteer_knows(self.word(index))))
    }
}

fn gazetteer_knows(word: &str) -> bool {
    !gazetteer::lookup(word).is_empty()
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A person named in full is the same person where the last name stands alone.
fn find_again(text: &str, names: &mut Vec<Name>, finder: &Finder) {
    let surnames: BTreeMap<String, EntityKind> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Person)
        .filter_map(|name| Some((name.form.rsplit_once(' ')?.1.to_owned(), name.kind)))
        .collect();
    let mut again = Vec::new();
    for token in finder.tokens {
        let Some(kind) = surnames.get(token.of(text)) else { continue };
        let next = names.partition_point(|name| name.span.end <= token.start);
        if !names.get(next).is_some_and(|name| name.span.overlaps(*token)) {
            again.push(Name { span: *token, kind: *kind, form: token.of(text).to_owned() });
        }
    }
    names.extend(again);
    names.sort_by_key(|name| name.span);
}
