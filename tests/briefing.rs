//! What is brought together from several sources, against pairs labelled by hand.

mod article;

use article::{analysed, language_of};
use dossier::dossier::{Dispute, Dossier, assemble};

const EVENTS: &str = include_str!("data/events/pairs.txt");
const MORE_EVENTS: &str = include_str!("data/events/pairs_second.txt");
const AGREEMENTS: &str = include_str!("data/agreements/pairs.txt");
const STANCES: &str = include_str!("data/agreements/relations.txt");
const CONFLICTS: &str = include_str!("data/conflicts/pairs.txt");

/// The dossier of two articles of one sentence each, and the fields of its case.
fn pair(line: &str) -> (String, Dossier) {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let article = |id: usize| {
        let published = fields[2 * id + 1].parse().ok();
        let text = fields[2 * id + 2];
        let mut analysis = analysed(text, language_of(text), published);
        analysis.article.id = format!("article-{id}");
        analysis.article.path = format!("seeds/article-{id}.txt");
        analysis
    };
    (fields[0].to_owned(), assemble(vec![article(0), article(1)], &[]).0)
}

/// Precision and recall of what `found` says of the cases whose mark is `positive`; of all cases, or of the half
/// whose numbers leave the remainder `half`.
fn score(cases: &str, positive: &str, half: Option<usize>, found: impl Fn(&Dossier) -> bool) -> (f64, f64) {
    let lines = cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    // A case that is and one that is not stand side by side: both go to one half.
    let (mut right, mut claimed, mut wanted) = (0, 0, 0);
    for (_, line) in lines.enumerate().filter(|(number, _)| half.is_none_or(|half| (number / 2) % 2 == half)) {
        let (mark, dossier) = pair(line);
        let (is, says) = (mark == positive, found(&dossier));
        right += usize::from(is && says);
        claimed += usize::from(says);
        wanted += usize::from(is);
        if is != says && half != Some(1) {
            println!("{line}\n    {} events, {} conflicts", dossier.merged.len(), dossier.conflicts.len());
        }
    }
    (right as f64 / f64::from(claimed.max(1) as u32), right as f64 / f64::from(wanted as u32))
}

#[test]
fn reports_of_one_event_are_brought_together() {
    let merged = |dossier: &Dossier| dossier.merged.iter().any(|event| event.reports.len() > 1);
    for (name, cases) in [("development", EVENTS), ("held out", MORE_EVENTS)] {
        let (precision, recall) = score(cases, "+", None, merged);
        println!("{name}: precision {precision:.3}, recall {recall:.3}");
        assert!(precision >= 0.9 && recall >= 0.45, "{name}");
    }
}

#[test]
fn sentences_that_say_the_same_are_found() {
    for (name, half) in [("development", 0), ("held out", 1)] {
        let (precision, recall) = score(AGREEMENTS, "+", Some(half), |dossier| !dossier.agreements.is_empty());
        println!("agreements, {name}: precision {precision:.3}, recall {recall:.3}");
        assert!(precision >= 0.9 && recall >= 0.4, "{name}");
    }
}

/// Precision 1.000, recall .857 on the first run.
#[test]
fn how_bodies_stand_to_one_another_is_known_in_other_words() {
    let (precision, recall) = score(STANCES, "+", None, |dossier| !dossier.agreements.is_empty());
    println!("stances: precision {precision:.3}, recall {recall:.3}");
    assert!(precision >= 0.95 && recall >= 0.7);
}

#[test]
fn a_copy_agrees_with_nobody() {
    let report = "Пожар на пароме «Ладога-2» начался 13 мая в машинном отделении. Капитан Юрий Ефимов посадил судно на мель \
                  у посёлка Берёзово. Погибли четыре человека, сообщило МЧС.";
    let own = "Паром «Ладога-2» загорелся 13 мая: огонь вспыхнул в машинном отделении. Судовладелец пообещал выплаты.";
    let agreements = |texts: &[&str]| {
        let articles = texts.iter().enumerate().map(|(number, text)| {
            let mut analysis = analysed(text, "ru", "2024-05-14".parse().ok());
            analysis.article.id = format!("article-{number}");
            analysis.article.path = format!("seeds/article-{number}.txt");
            analysis
        });
        assemble(articles.collect(), &[]).0.agreements
    };
    assert!(agreements(&[report, report]).is_empty());
    assert!(!agreements(&[report, own]).is_empty());
}

#[test]
fn figures_that_contradict_each_other_are_found() {
    let clash = |dossier: &Dossier| dossier.conflicts.iter().any(|conflict| conflict.about == Dispute::Figure);
    for (name, half) in [("development", 0), ("held out", 1)] {
        let (precision, recall) = score(CONFLICTS, "!", Some(half), clash);
        println!("{name}: precision {precision:.3}, recall {recall:.3}");
        assert!(precision >= 0.9 && recall >= 0.5, "{name}");
    }
}
