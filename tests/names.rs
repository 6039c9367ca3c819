//! How well names are found, on the labelled texts of `tests/data/names`.

use std::collections::{BTreeMap, BTreeSet};

use dossier::language::EntityKind;
use dossier::language::ru::morphology::AnalysedToken;
use dossier::language::ru::names::{self, Rule};
use dossier::language::ru::nominative::nominatives;
use dossier::language::ru::{analyse, sentences::sentences, tokens::tokens};
use dossier::span::Span;

type Labelled = (Span, EntityKind);

/// A text without its marks: the names, and their nominatives where a bar gives them.
struct Marked {
    text: String,
    names: BTreeSet<Labelled>,
    nominatives: BTreeMap<Labelled, String>,
}

/// The documents of a marked-up file: text without the marks, and the names.
fn documents(marked: &str) -> Vec<Marked> {
    marked.split("\n===\n").map(|document| unmark(document.trim())).filter(|marked| !marked.text.is_empty()).collect()
}

fn unmark(marked: &str) -> Marked {
    let (mut text, mut names, mut nominatives) = (String::new(), BTreeSet::new(), BTreeMap::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once("[[") {
        let (name, after) = after.split_once("]]").expect("a name ends in ]]");
        let (label, name) = name.split_once(' ').expect("a label before each name");
        let (name, nominative) = name.split_once('|').unwrap_or((name, name));
        let kind = match label {
            "PER" => EntityKind::Person,
            "LOC" => EntityKind::Place,
            "ORG" => EntityKind::Organization,
            other => panic!("{other} is no label"),
        };
        text.push_str(before);
        let labelled = (Span::new(text.len(), text.len() + name.len()), kind);
        names.insert(labelled);
        nominatives.insert(labelled, nominative.to_owned());
        text.push_str(name);
        rest = after;
    }
    text.push_str(rest);
    Marked { text, names, nominatives }
}

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    found: usize,
    expected: usize,
}

impl Score {
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let precision = self.right as f64 / self.found.max(1) as f64;
        let recall = self.right as f64 / self.expected.max(1) as f64;
        write!(f, "precision {precision:.3}  recall {recall:.3}  F1 {:.3}", self.f1())
    }
}

/// Labelled texts, read and analysed once.
struct Documents(Vec<Document>);

struct Document {
    text: String,
    expected: BTreeSet<Labelled>,
    nominatives: BTreeMap<Labelled, String>,
    tokens: Vec<Span>,
    sentences: Vec<Vec<AnalysedToken>>,
}

type Scores = BTreeMap<Option<EntityKind>, Score>;

impl Documents {
    fn read(names: &[&str]) -> Self {
        let read = |name| std::fs::read_to_string(format!("{}/tests/data/names/{name}", env!("CARGO_MANIFEST_DIR")));
        let marked = names.iter().flat_map(|name| documents(&read(name).unwrap()));
        let analysed = marked.map(|Marked { text, names: expected, nominatives }| {
            let tokens = tokens(&text);
            let sentences = analyse(&text, &tokens, &sentences(&text));
            Document { text, expected, nominatives, tokens, sentences }
        });
        Self(analysed.collect())
    }

    /// Prints the faults and the scores of the tagger alone and with all rules; the scores.
    fn compare(&self, title: &str) -> (Scores, Scores) {
        let (plain, ruled) = (self.find(&[]), self.find(&Rule::ALL));
        self.print_faults(&ruled);
        let (plain, ruled) = (self.scores(&plain), self.scores(&ruled));
        print(&format!("{title}: the tagger alone"), &plain);
        print(&format!("{title}: with all rules"), &ruled);
        (plain, ruled)
    }

    fn find(&self, rules: &[Rule]) -> Vec<BTreeSet<Labelled>> {
        let find = |document: &Document| names::find_with(rules, &document.text, &document.tokens, &document.sentences);
        self.0.iter().map(|document| find(document).into_iter().collect()).collect()
    }

    /// How many of `names` that are labelled get the right nominative, and how many there are.
    fn nominatives(&self, names: &[BTreeSet<Labelled>], print: bool) -> (usize, usize) {
        let (mut right, mut all) = (0, 0);
        for (document, names) in self.0.iter().zip(names) {
            let names: Vec<Labelled> = names.iter().copied().collect();
            let found = nominatives(&document.text, &document.sentences, &names);
            for (name, found) in names.iter().zip(found) {
                let Some(expected) = document.nominatives.get(name) else { continue };
                all += 1;
                right += usize::from(found == *expected);
                if print && found != *expected {
                    println!("  «{}» became «{found}», not «{expected}»", name.0.of(&document.text));
                }
            }
        }
        (right, all)
    }

    /// Exact spans and kinds: the scores of each kind, and of all together under `None`.
    fn scores(&self, found: &[BTreeSet<Labelled>]) -> Scores {
        let mut scores = Scores::new();
        for (document, found) in self.0.iter().zip(found) {
            for key in [None, Some(EntityKind::Person), Some(EntityKind::Place), Some(EntityKind::Organization)] {
                let of_kind = |set: &BTreeSet<Labelled>| {
                    set.iter().filter(|(_, kind)| key.is_none_or(|key| key == *kind)).count()
                };
                let score = scores.entry(key).or_default();
                score.right += of_kind(&found.intersection(&document.expected).copied().collect());
                score.found += of_kind(found);
                score.expected += of_kind(&document.expected);
            }
        }
        scores
    }

    fn print_faults(&self, found: &[BTreeSet<Labelled>]) {
        for (document, found) in self.0.iter().zip(found) {
            for (span, kind) in document.expected.symmetric_difference(found) {
                let fault = if document.expected.contains(&(*span, *kind)) { "missing" } else { "too much" };
                let text = &document.text;
                let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
                let line = text[start..].lines().next().unwrap_or("");
                println!("{fault:>9} {kind:?} «{}» in: {line}", span.of(text));
            }
        }
    }
}

fn print(title: &str, scores: &Scores) {
    println!("{title}");
    for (kind, score) in scores {
        println!("  {:<13} {score}", kind.map_or("all".to_owned(), |kind| format!("{kind:?}")));
    }
}

/// Measures each rule on the texts that the rules were made on, and fails for one that loses there.
#[test]
fn the_rules_better_the_tagger() {
    let documents = Documents::read(&["news.txt", "wires.txt"]);
    let (plain_scores, ruled_scores) = documents.compare("development");
    println!("each rule: what all others and it find right, and wrongly, more than all others without it");
    for rule in Rule::ALL {
        let others: Vec<Rule> = Rule::ALL.into_iter().filter(|other| *other != rule).collect();
        let without = documents.scores(&documents.find(&others));
        let gain = |kind| ruled_scores[&kind].f1() - without[&kind].f1();
        let (with, without) = (ruled_scores[&None], without[&None]);
        println!(
            "  {:<15} right {:+}  wrong {:+}  F1 {:+.4}  organizations {:+.4}",
            format!("{rule:?}"),
            with.right as i64 - without.right as i64,
            (with.found - with.right) as i64 - (without.found - without.right) as i64,
            gain(None),
            gain(Some(EntityKind::Organization)),
        );
        // A rule that breaks more than it mends has no place.
        assert!(gain(None) >= 0.0, "{rule:?}");
    }
    for (kind, score) in &ruled_scores {
        assert!(score.f1() >= plain_scores[kind].f1(), "{kind:?}");
    }
    assert!(ruled_scores[&None].f1() >= 0.96);
}

#[test]
fn the_rules_better_the_tagger_on_other_texts() {
    for name in ["check.txt", "held_out_a.txt", "held_out_b.txt"] {
        let (plain_scores, ruled_scores) = Documents::read(&[name]).compare(name);
        assert!(ruled_scores[&None].f1() >= plain_scores[&None].f1(), "{name}");
    }
}

/// Running news whose names are labelled with their nominatives too: how well both are found, the
/// nominatives of the labelled names and of the names as they were found.
#[test]
fn names_and_their_nominatives() {
    for name in ["fifth_a.txt", "fifth_b.txt", "sixth.txt", "seventh.txt", "eighth.txt", "ninth.txt", "tenth.txt"] {
        let documents = Documents::read(&[name]);
        let (_, ruled) = documents.compare(name);
        let (given, of_all) =
            documents.nominatives(&documents.0.iter().map(|it| it.expected.clone()).collect::<Vec<_>>(), true);
        println!("{name}: nominatives of the labelled names {given} of {of_all}, {:.4}", given as f64 / of_all as f64);
        let (found, of_found) = documents.nominatives(&documents.find(&Rule::ALL), false);
        println!("{name}: nominatives of the names found {found} of {of_found}, {:.4}", found as f64 / of_found as f64);
        assert!(ruled[&None].f1() >= 0.9 && given as f64 >= 0.95 * of_all as f64, "{name}");
    }
}
