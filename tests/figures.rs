//! Amounts against a table written by hand. The score is printed; the floor keeps it.

mod article;

use article::analysed;
use proptest::prelude::*;

const CASES: &str = include_str!("data/figures/cases.txt");

#[test]
fn figures() {
    let (mut right, mut all) = (0, 0);
    for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
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
    assert!(f64::from(right) >= 0.95 * f64::from(all));
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
