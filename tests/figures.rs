//! Amounts against a table written by hand. The score is printed; the floor keeps it.

mod article;

use article::analysed;
use proptest::prelude::*;

const CASES: &str = include_str!("data/figures/cases.txt");

fn score(table: &str) -> f64 {
    let (mut right, mut all) = (0, 0);
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut fields = line.split('|').map(str::trim);
        let (language, text) = (fields.next().expect("a language"), fields.next().expect("a text"));
        let expected = fields.next().unwrap_or_default();
        let analysis = analysed(text, language, None);
        let shown = analysis
            .figures
            .iter()
            .map(|figure| format!("{} {} «{}»", figure.value, figure.unit, figure.span.of(text)))
            .collect::<Vec<_>>()
            .join("; ");
        all += 1;
        if shown == expected {
            right += 1;
        } else {
            println!("{line}\n    found {shown}");
        }
    }
    println!("{right} of {all} cases right");
    f64::from(right) / f64::from(all)
}

#[test]
fn figures() {
    assert!(score(CASES) >= 0.95);
}

#[test]
fn figures_of_the_second_table() {
    assert!(score(include_str!("data/figures/second.txt")) >= 0.93);
}

/// 27 of 28 right on the first run.
#[test]
fn figures_held_out() {
    assert!(score(include_str!("data/figures/held_out.txt")) >= 0.95);
}

/// What the first figure of each text counts, how it is bounded, and whether it is a change.
fn context_score(table: &str) -> f64 {
    let (mut right, mut all) = (0, 0);
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, expected) = line.split_once(" | ").expect("a text");
        let shown = match analysed(text, "ru", None).figures.first() {
            Some(figure) => {
                let head = figure.of.as_ref().and_then(|of| of.lemmas.first()).map_or("-", String::as_str);
                let bound = serde_json::to_string(&figure.bound).expect("a name");
                format!("{head} | {} | {}", bound.trim_matches('"'), if figure.change { "change" } else { "level" })
            }
            None => "nothing".to_owned(),
        };
        all += 1;
        right += i32::from(shown == expected);
        if shown != expected {
            println!("{line}\n    found {shown}");
        }
    }
    println!("{right} of {all} contexts right");
    f64::from(right) / f64::from(all)
}

#[test]
fn what_figures_count() {
    assert!(context_score(include_str!("data/figures/context.txt")) >= 0.85);
}

/// 10 of 13 right on the first run.
#[test]
fn what_figures_count_held_out() {
    assert!(context_score(include_str!("data/figures/context_held_out.txt")) >= 0.85);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_safe(
        text in "([0-9]{1,4}|[.,%$€–-]|млн|тыс|полтора|рублей|человек|п\\.|кв|от|до|\\PC| ){0,30}",
        language in "ru|en|kk",
    ) {
        for figure in analysed(&text, &language, None).figures {
            prop_assert!(text.get(figure.span.start..figure.span.end).is_some_and(|words| !words.is_empty()));
        }
    }
}
