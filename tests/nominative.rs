//! Names in the nominative, measured on hand-written mentions.

use dossier::language::ru::morphology::{AnalysedToken, analyse_sentence};
use dossier::language::ru::nominative::nominatives;
use dossier::language::{EntityKind, ru};
use dossier::span::Span;
use proptest::prelude::*;

/// Words with their inner hyphens and apostrophes, and every other mark by itself.
fn tokens(text: &str) -> Vec<Span> {
    let mut tokens: Vec<Span> = Vec::new();
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut word = None;
    for (place, &(at, letter)) in letters.iter().enumerate() {
        let joins = "-’'".contains(letter)
            && place > 0
            && letters[place - 1].1.is_alphanumeric()
            && letters.get(place + 1).is_some_and(|next| next.1.is_alphanumeric());
        if letter.is_alphanumeric() || joins {
            word.get_or_insert(at);
            continue;
        }
        if let Some(start) = word.take() {
            tokens.push(Span::new(start, at));
        }
        if !letter.is_whitespace() {
            tokens.push(Span::new(at, at + letter.len_utf8()));
        }
    }
    if let Some(start) = word {
        tokens.push(Span::new(start, text.len()));
    }
    tokens
}

fn analyse(text: &str) -> Vec<AnalysedToken> {
    analyse_sentence(text, &tokens(text))
}

/// Takes the brackets out of `marked`; the text and the spans that stood in them.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), 0);
    for letter in marked.chars() {
        match letter {
            '[' => open = text.len(),
            ']' => spans.push(Span::new(open, text.len())),
            _ => text.push(letter),
        }
    }
    (text, spans)
}

fn kind(label: &str) -> EntityKind {
    match label {
        "PER" => EntityKind::Person,
        "LOC" => EntityKind::Place,
        "ORG" => EntityKind::Organization,
        _ => panic!("unknown kind {label}"),
    }
}

/// The share of mentions whose nominative is right; prints the others.
fn measure(name: &str, table: &str) -> f64 {
    let rows: Vec<Vec<&str>> =
        table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    let mut wrong = 0;
    for row in &rows {
        let (text, spans) = unmark(row[2]);
        let found = nominatives(&text, &[analyse(&text)], &[(spans[0], kind(row[0]))]);
        if found[0] != row[1] {
            wrong += 1;
            println!("{} → {}, not {}: {text}", spans[0].of(&text), found[0], row[1]);
        }
    }
    let right = (rows.len() - wrong) as f64 / rows.len() as f64;
    println!("{name}: {} mentions, {right:.4} right", rows.len());
    right
}

#[test]
fn mentions_that_the_rules_were_made_on() {
    assert!(measure("development", include_str!("data/language/nominative.tsv")) >= 0.99);
}

#[test]
fn mentions_held_out() {
    assert!(measure("held out", include_str!("data/language/nominative_held_out.tsv")) >= 0.97);
}

/// The share of mentions in running text whose nominative is right; prints the others. A line is a text; a
/// mention is marked `[[PER Токаевым|Токаев]]`, without the bar where it stands in the nominative.
fn measure_running(name: &str, texts: &str) -> f64 {
    let (mut count, mut wrong) = (0, 0);
    for marked in texts.lines().filter(|line| !line.starts_with('#')) {
        let (mut text, mut mentions, mut expected) = (String::new(), Vec::new(), Vec::new());
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once("[[") {
            let (mention, after) = after.split_once("]]").expect("a mention ends in ]]");
            let (label, mention) = mention.split_once(' ').expect("a kind before each mention");
            let (mention, nominative) = mention.split_once('|').unwrap_or((mention, mention));
            text.push_str(before);
            mentions.push((Span::new(text.len(), text.len() + mention.len()), kind(label)));
            expected.push(nominative);
            text.push_str(mention);
            rest = after;
        }
        text.push_str(rest);
        let analysed = ru::analyse(&text, &ru::tokens::tokens(&text), &ru::sentences::sentences(&text));
        let found = nominatives(&text, &analysed, &mentions);
        for ((found, expected), (span, _)) in found.iter().zip(&expected).zip(&mentions) {
            count += 1;
            if found != expected {
                wrong += 1;
                println!("{} → {found}, not {expected}: {text}", span.of(&text));
            }
        }
    }
    let right = (count - wrong) as f64 / count as f64;
    println!("{name}: {count} mentions, {right:.4} right");
    right
}

#[test]
fn mentions_in_news() {
    assert!(measure_running("news", include_str!("data/language/nominative_news.txt")) >= 0.98);
}

/// Texts that were written before the rules had read them. On first sight: news .981 (the first list), .941 (the
/// second, of rarer names) and, after mending what both showed, .986 (the third); hard kinds .931 and .921.
#[test]
fn mentions_of_a_second_round() {
    let news = measure_running("news, second round", include_str!("data/language/nominative_news_2.txt"));
    let hard = measure_running("hard, second round", include_str!("data/language/nominative_hard_2.txt"));
    let last = measure_running("news, third round", include_str!("data/language/nominative_news_3.txt"));
    assert!(news >= 0.95 && hard >= 0.91 && last >= 0.98, "{news} {hard} {last}");
}

/// Written last; on first sight .978.
#[test]
fn mentions_of_a_last_round() {
    let news = measure_running("news, fourth round", include_str!("data/language/nominative_news_4.txt"));
    assert!(news >= 0.98, "{news}");
}

/// Everyday news, each list written before the rules had read it and run after mending what the one before it showed.
/// On first sight: 277 of 281, 175 of 180, 170 of 174, 144 of 151, 125 of 128; together 891 of 914, .975.
#[test]
fn mentions_in_everyday_news() {
    for (name, texts) in [
        ("news, fifth round", include_str!("data/language/nominative_news_5.txt")),
        ("news, sixth round", include_str!("data/language/nominative_news_6.txt")),
        ("news, seventh round", include_str!("data/language/nominative_news_7.txt")),
        ("news, eighth round", include_str!("data/language/nominative_news_8.txt")),
        ("news, ninth round", include_str!("data/language/nominative_news_9.txt")),
    ] {
        let right = measure_running(name, texts);
        assert!(right >= 0.96, "{name}: {right}");
    }
}

#[test]
fn mentions_of_the_hard_kinds() {
    assert!(measure_running("hard", include_str!("data/language/nominative_hard.txt")) >= 0.98);
}

proptest! {
    #[test]
    fn never_panics(text in "[А-Яа-яёA-z0-9 .,«»\"\\-’]{0,60}", from in 0usize..60, len in 0usize..30, label in 0usize..3) {
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = boundaries[from.min(boundaries.len() - 1)];
        let end = boundaries[(from + len).min(boundaries.len() - 1)].max(start);
        let kind = [EntityKind::Person, EntityKind::Place, EntityKind::Organization][label];
        let found = nominatives(&text, &[analyse(&text)], &[(Span::new(start, end), kind)]);
        prop_assert_eq!(found.len(), 1);
    }
}
