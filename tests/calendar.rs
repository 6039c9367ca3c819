//! Dates as pages print them, against a table written by hand.

use dossier::calendar::find_printed;
use proptest::prelude::*;

/// `line => moment moment …`, one case a line; nothing after the arrow where the line has no date.
const PRINTED: &str = include_str!("data/calendar/printed.txt");

#[test]
fn printed_dates() {
    let mut wrong = Vec::new();
    for case in PRINTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (line, expected) = case.split_once("=>").expect("an arrow in every case");
        let found: Vec<String> = find_printed(line.trim()).iter().map(|date| date.moment.to_string()).collect();
        if found.join(" ") != expected.trim() {
            wrong.push(format!("{}\n    found {}", case, found.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_printed_date_spans_all_that_belongs_to_it() {
    for (line, date) in [
        ("Опубликовано: Ср. Ноя 27th, 2024, админ", "Ср. Ноя 27th, 2024"),
        ("By Admin Авг11,2024 #Экономика", "Авг11,2024"),
        ("(Wed, 08 Jun 2022 10:16:00 +0300)", "Wed, 08 Jun 2022 10:16:00 +0300"),
        ("Обновлено 8 июня 2022 г. в 10:16 (МСК).", "8 июня 2022 г. в 10:16 (МСК)"),
    ] {
        let found = find_printed(line);
        assert_eq!(found.len(), 1, "{line}");
        assert_eq!(found[0].span.of(line), date);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn reading_any_line_is_safe(line in "([0-9]{1,4}|[.:/,T+ -]|мая|Nov|ср|г|AM|Z|\\PC){0,24}") {
        let mut end = 0;
        for date in find_printed(&line) {
            prop_assert!(date.span.start >= end);
            end = date.span.end;
            prop_assert!(line.get(date.span.start..date.span.end).is_some());
        }
    }
}
