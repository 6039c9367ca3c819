//! Quotes and their speakers against a table written by hand. The scores are printed; floors keep them.

mod article;

use article::analysed;
use proptest::prelude::*;

const CASES: &str = include_str!("data/quotes/ru.txt");

#[test]
fn russian_quotes() {
    let cases = CASES.split("\n= ").skip(1);
    let (mut found, mut expected, mut matched, mut speakers) = (0, 0, 0, 0);
    for case in cases {
        let mut lines = case.lines();
        let unfold = |words: &str| words.replace(" ¶ ", "\n\n").replace('↵', "\n");
        let text = unfold(lines.next().expect("a text"));
        let wanted: Vec<(bool, &str, String)> = lines
            .filter(|line| !line.is_empty())
            .map(|line| {
                let (head, words) = line.split_once(": ").expect("a speaker and the words");
                (head.starts_with("D "), &head[2..], unfold(words))
            })
            .collect();
        let analysis = analysed(&text, "ru", None);
        let quotes: Vec<(bool, String, String)> = analysis
            .quotes
            .iter()
            .map(|quote| {
                let forms =
                    |entity| analysis.mentions.iter().filter(move |m| m.entity == entity).map(|m| m.form.as_str());
                let speaker =
                    quote.speaker.map_or("-".to_owned(), |entity| forms(entity).collect::<Vec<_>>().join(" / "));
                (quote.direct, speaker, quote.span.of(&text).to_owned())
            })
            .collect();
        found += quotes.len();
        expected += wanted.len();
        let mut wrong = quotes.len() != wanted.len();
        for (direct, speaker, words) in &wanted {
            let Some(quote) = quotes.iter().find(|quote| quote.0 == *direct && quote.2 == *words) else {
                wrong = true;
                continue;
            };
            matched += 1;
            // A surname may be given in the text's own case; its stem tells.
            let stem: String = speaker
                .chars()
                .take(speaker.chars().count().max(3) - usize::from(speaker.chars().count() > 4))
                .collect();
            let right = if *speaker == "-" { quote.1 == "-" } else { quote.1.contains(&stem) };
            speakers += usize::from(right);
            wrong |= !right;
        }
        if wrong {
            println!("{text}\n    found {quotes:?}");
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let f1 = 2.0 * matched as f64 / (found + expected) as f64;
    println!("quotes F1 {f1:.3} ({matched} of {expected}, {found} found); speakers {:.3}", share(speakers, matched));
    assert!(f1 >= 0.9 && share(speakers, matched) >= 0.9);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_safe(
        text in "([«»“”„\"—–:,.!?\n]|сказал|заявил, что|по словам|Иванов|он|Об этом|как|мы пойдём домой сегодня|\\PC| ){0,30}",
        language in "ru|en|uk|kk",
    ) {
        let analysis = analysed(&text, &language, None);
        for quote in analysis.quotes {
            prop_assert!(text.get(quote.span.start..quote.span.end).is_some());
            if let Some(cue) = quote.cue {
                prop_assert!(text.get(cue.start..cue.end).is_some());
            }
        }
    }
}
