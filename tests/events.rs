//! Dated events and whether they happened, against a table written by hand.

mod article;

use article::analysed;

const CASES: &str = include_str!("data/events/ru.txt");

fn score(table: &str) -> f64 {
    let (mut right, mut all) = (0, 0);
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut fields = line.split('|').map(str::trim);
        let published = fields.next().expect("a date").parse().ok();
        let text = fields.next().expect("a text");
        let expected = fields.next().unwrap_or_default();
        let events = analysed(text, "ru", published).events;
        let shown: Vec<String> = events
            .iter()
            .map(|event| format!("{} {}", event.from, format!("{:?}", event.status).to_lowercase()))
            .collect();
        all += 1;
        right += i32::from(shown.join("; ") == expected);
        if shown.join("; ") != expected {
            println!("{line}\n    found {}", shown.join("; "));
        }
    }
    println!("{right} of {all} cases right");
    f64::from(right) / f64::from(all)
}

#[test]
fn russian_events() {
    assert!(score(CASES) >= 0.9);
}

#[test]
fn russian_events_second_table() {
    assert!(score(include_str!("data/events/second.txt")) >= 0.9);
}

/// 36 of 41 right on the first run.
#[test]
fn russian_events_held_out() {
    assert!(score(include_str!("data/events/held_out.txt")) >= 0.85);
}
