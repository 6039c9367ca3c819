//! The patterns of all rules, of which a line is asked only the few that it can fit.
//!
//! Hundreds of patterns over Unicode take longer to compile than an article takes to read, and most never meet a
//! line that begins as they do. So each is filed under the letters that a match must begin with, or under letters that
//! must stand somewhere in it, and compiled when a line has them. The few that tell neither are tried together.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use regex::{Regex, RegexSet};
use regex_syntax::hir::literal::Extractor;
use regex_syntax::hir::{Hir, HirKind};

use crate::pattern::narrowed;

/// So many bytes of a beginning are looked up.
const BEGINNING: usize = 8;
/// Letters in the middle must be so many bytes, or every line had them.
const SHORTEST_INNER: usize = 3;

/// The patterns of many rules, each of them anchored at the start of the text.
pub(super) struct Patterns {
    patterns: Vec<Pattern>,
    /// Patterns by the bytes that a match begins with, at most [`BEGINNING`].
    beginnings: HashMap<Vec<u8>, Vec<usize>>,
    /// Byte strings of which a match has one.
    inner: AhoCorasick,
    /// Whose each of [`Self::inner`] is.
    inner_of: Vec<usize>,
    /// The others: without their word boundaries, which throw the engine back to its slowest way of matching
    /// between letters that are not ASCII. These match all that the patterns do and sometimes more.
    loose: RegexSet,
    /// Whose each of [`Self::loose`] is.
    loose_of: Vec<usize>,
}

struct Pattern {
    written: String,
    /// Index of its rule.
    rule: usize,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    fn matches(&self, text: &str) -> bool {
        let compile = || Regex::new(&self.written).expect("the rules' patterns are well-formed");
        self.compiled.get_or_init(compile).is_match(text)
    }
}

/// What tells that a text cannot match.
enum Needed {
    /// It begins with one of these.
    Beginning(Vec<Vec<u8>>),
    /// It has one of these.
    Inner(Vec<Vec<u8>>),
    Nothing,
}

impl Patterns {
    /// Files `patterns`: pairs of a rule's index, which never falls, and a regular expression that the program has itself.
    pub fn new(patterns: impl Iterator<Item = (usize, &'static str)>) -> Self {
        let mut filed = Vec::new();
        let mut beginnings: HashMap<Vec<u8>, Vec<usize>> = HashMap::new();
        let (mut inner, mut inner_of) = (Vec::new(), Vec::new());
        let (mut loose, mut loose_of) = (Vec::new(), Vec::new());
        for (index, (rule, pattern)) in patterns.enumerate() {
            let pattern = narrowed(pattern);
            let written = format!("^(?:{pattern})");
            match needed(&pattern) {
                Needed::Beginning(literals) => {
                    for literal in literals {
                        beginnings.entry(literal).or_default().push(index);
                    }
                }
                Needed::Inner(literals) => {
                    inner_of.extend(literals.iter().map(|_| index));
                    inner.extend(literals);
                }
                Needed::Nothing => {
                    loose.push(written.replace(r"\b", ""));
                    loose_of.push(index);
                }
            }
            filed.push(Pattern { written, rule, compiled: OnceLock::new() });
        }
        Self {
            patterns: filed,
            beginnings,
            inner: AhoCorasick::new(inner).expect("a few hundred short strings fit"),
            inner_of,
            loose: RegexSet::new(loose).expect("the rules' patterns are well-formed"),
            loose_of,
        }
    }

    /// The first rule that `applies` and knows `text`, by its index.
    pub fn first(&self, text: &str, applies: impl Fn(usize) -> bool) -> Option<usize> {
        let bytes = text.as_bytes();
        let begun = (1..=bytes.len().min(BEGINNING)).filter_map(|length| self.beginnings.get(&bytes[..length]));
        let held = self.inner.find_overlapping_iter(text).map(|found| self.inner_of[found.pattern().as_usize()]);
        let loose = self.loose.matches(text).into_iter().map(|index| self.loose_of[index]);
        let mut candidates: Vec<usize> = begun.flatten().copied().chain(held).chain(loose).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut patterns = candidates.into_iter().map(|index| &self.patterns[index]);
        patterns.find(|pattern| applies(pattern.rule) && pattern.matches(text)).map(|pattern| pattern.rule)
    }
}

/// What every match of `pattern` must have.
fn needed(pattern: &str) -> Needed {
    let hir = regex_syntax::parse(pattern).expect("the rules' patterns are well-formed");
    if let Some(mut literals) = literals_at_start(&hir) {
        for literal in &mut literals {
            literal.truncate(BEGINNING);
        }
        literals.sort_unstable();
        literals.dedup();
        return Needed::Beginning(literals);
    }
    // «.{0,60} (?:фото|photo)»: what comes after the part that may be anything.
    let HirKind::Concat(parts) = hir.kind() else { return Needed::Nothing };
    let inner = (1..parts.len()).find_map(|from| {
        let literals = literals_at_start(&Hir::concat(parts[from..].to_vec()))?;
        literals.iter().all(|literal| literal.len() >= SHORTEST_INNER).then_some(literals)
    });
    inner.map_or(Needed::Nothing, Needed::Inner)
}

/// The byte strings of which every match begins with one; `None` where there are too many, or an empty one.
fn literals_at_start(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    let found = Extractor::new().limit_total(400).extract(hir);
    let literals: Vec<Vec<u8>> = found.literals()?.iter().map(|literal| literal.as_bytes().to_vec()).collect();
    (!literals.is_empty() && literals.iter().all(|literal| !literal.is_empty())).then_some(literals)
}
