//! How well mentions are joined, on dossiers labelled by hand (tests/data/entities/README.md): with the
//! labelled names given, and from the bare text. `-- --nocapture` prints scores and every false merge.

mod article;
#[path = "support_entities/bare.rs"]
mod bare;

use std::collections::{BTreeMap, BTreeSet};

use dossier::analysis::{Analysis, Sentence, entities};
use dossier::dossier::assemble;
use dossier::language::{EntityKind, Name};
use dossier::span::Span;

/// A labelled article: its text, and its names with whom each names.
struct Labelled {
    text: String,
    names: Vec<Name>,
    who: Vec<String>,
}

fn labelled(marked: &str) -> Labelled {
    let (mut text, mut names, mut who) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked.trim();
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').expect("closed");
        let (inside, label) = inside.rsplit_once('#').expect("a label");
        let (forms, kind) = inside.rsplit_once('/').expect("a kind");
        let (written, nominative) = forms.split_once('|').unwrap_or((forms, forms));
        let kind = match kind {
            "p" => EntityKind::Person,
            "o" => EntityKind::Organization,
            "l" => EntityKind::Place,
            other => panic!("{other} is no kind: {marked}"),
        };
        text.push_str(before);
        let start = text.len();
        text.push_str(written);
        names.push(Name { span: Span::new(start, text.len()), kind, form: nominative.to_owned() });
        who.push(label.to_owned());
        rest = after;
    }
    text.push_str(rest);
    Labelled { text, names, who }
}

fn dossiers(file: &str) -> Vec<Vec<Labelled>> {
    let path = format!("{}/tests/data/entities/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the labelled dossiers");
    text.split("\n===\n").map(|dossier| dossier.split("\n---\n").map(labelled).collect()).collect()
}

fn given(article: &Labelled, id: &str) -> Analysis {
    let (mentions, entities) = entities::resolve(&article.text, &article.names, "ru");
    let sentences = vec![Sentence { span: Span::new(0, article.text.len()), paragraph: 0, number: 0 }];
    bare::analysis(id, article.text.clone(), sentences, mentions, entities)
}

fn found(article: &Labelled, id: &str) -> Analysis {
    let mut analysis = article::analysed(&article.text, "ru", None);
    analysis.article.id = id.to_owned();
    analysis.article.path = format!("seeds/{id}.txt");
    analysis
}

#[derive(Default)]
struct Score {
    /// Pairs of mentions: joined rightly, joined, labelled as one.
    right: usize,
    joined: usize,
    labelled: usize,
    /// B³: sums of precision and recall over mentions, and how many there are.
    cubed: (f64, f64, usize),
    missing: usize,
    false_merges: usize,
    splits: usize,
}

impl Score {
    fn print(&self, name: &str) {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!(
            "{name:<22} pairs P {:.3} R {:.3} | B3 P {:.3} R {:.3} | false merges {} missed joins {} | names missed {} of {}",
            share(self.right, self.joined),
            share(self.right, self.labelled),
            self.cubed.0 / self.cubed.2.max(1) as f64,
            self.cubed.1 / self.cubed.2.max(1) as f64,
            self.false_merges,
            self.splits,
            self.missing,
            self.missing + self.cubed.2,
        );
    }
}

fn measure(file: &str, analyse: impl Fn(&Labelled, &str) -> Analysis, print: bool) -> Score {
    let mut score = Score::default();
    for (number, articles) in dossiers(file).iter().enumerate() {
        let analyses = articles.iter().enumerate().map(|(index, article)| analyse(article, &format!("{index:02}")));
        let dossier = assemble(analyses.collect(), &[]).0;
        // What each labelled mention was called, where it was found with its exact span.
        let mut mentions: Vec<(&str, Option<usize>, String)> = Vec::new();
        for (index, article) in articles.iter().enumerate() {
            let id = format!("{index:02}");
            let source = dossier.sources.iter().find(|source| source.analysis.article.id == id).expect("kept");
            for (name, who) in article.names.iter().zip(&article.who) {
                let found = source.analysis.mentions.iter().find(|mention| mention.span == name.span);
                let entity = found.map(|mention| source.entity_of[mention.entity]);
                mentions.push((who, entity, name.span.of(&article.text).to_owned()));
            }
        }
        let mut merged: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        let mut split: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (at, (who, entity, _)) in mentions.iter().enumerate() {
            let (mut both, mut same, mut own) = (0, 0, 0);
            for (other, (whom, another, _)) in mentions.iter().enumerate() {
                let (labelled, joined) = (who == whom, entity.is_some() && entity == another);
                own += usize::from(labelled);
                same += usize::from(joined);
                both += usize::from(labelled && joined);
                if other > at {
                    score.labelled += usize::from(labelled);
                    score.joined += usize::from(joined);
                    score.right += usize::from(labelled && joined);
                }
            }
            let Some(entity) = entity else {
                score.missing += 1;
                continue;
            };
            merged.entry(*entity).or_default().insert(who);
            split.entry(who).or_default().insert(*entity);
            score.cubed.0 += both as f64 / same as f64;
            score.cubed.1 += both as f64 / own as f64;
            score.cubed.2 += 1;
        }
        let lists = |entity: usize| {
            let forms = mentions.iter().filter(|mention| mention.1 == Some(entity));
            forms.map(|mention| format!("{} #{}", mention.2, mention.0)).collect::<Vec<_>>().join(", ")
        };
        for (entity, who) in merged.iter().filter(|(_, who)| who.len() > 1) {
            score.false_merges += who.len() - 1;
            if print {
                println!("  false merge in dossier {number}: {}", lists(*entity));
            }
        }
        for (who, entities) in split.iter().filter(|(_, entities)| entities.len() > 1) {
            score.splits += entities.len() - 1;
            if print {
                let parts: Vec<String> = entities.iter().map(|&entity| lists(entity)).collect();
                println!("  missed join in dossier {number}, {who}: {}", parts.join(" | "));
            }
        }
    }
    score
}

#[test]
fn joins_on_labelled_dossiers() {
    for file in ["check.txt", "held.txt", "second.txt", "second_held.txt", "third.txt", "fourth.txt", "fifth.txt"] {
        let names = measure(file, given, true);
        let text = measure(file, found, true);
        names.print(&format!("{file}, names given"));
        text.print(&format!("{file}, from text"));
        let precision = |score: &Score| score.right as f64 / score.joined as f64;
        assert!(precision(&names) > 0.94 && precision(&text) > 0.88, "{file}: fewer joins are right than were");
    }
}
