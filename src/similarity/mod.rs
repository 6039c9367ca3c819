//! How much of one text stands in another, word for word.
//!
//! Texts are compared as runs of words: letters and digits in lower case, ё as е, whatever stands between
//! them. A **shingle** is [`SHINGLE`] words in a row. To find candidates among many texts each is known by
//! a **sketch**: every shingle whose hash falls into a fixed quarter (scaled MinHash: Irber et al.,
//! "Lightweight compositional analysis of metagenomes with FracMinHash and minimum metagenome covers", 2022),
//! so that a passage of thirty words leaves its trace in both sketches wherever it stands. What the
//! candidates really share is then read off their words.

mod meetings;
mod passages;
mod sketches;
mod words;

pub use meetings::sharing_passages;
pub use passages::{Passage, Shelf, share};
pub use sketches::Sketches;
pub use words::Words;

/// Words in a shingle: fewer are common by chance («президент Казахстана Касым-Жомарт Токаев»), more are
/// lost with every word that an editor changes.
pub const SHINGLE: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> f64 {
        let (a, b) = (Words::of(a), Words::of(b));
        share(&Shelf::new(&b).passages(&Shelf::new(&a)), &a)
    }

    #[test]
    fn case_punctuation_and_yo_do_not_count() {
        let a = "Ещё в мае порт Мурманска увеличил перевалку угля на 12%, – сообщил директор.";
        let b = "«еще в мае порт мурманска увеличил перевалку угля на 12 %», сообщил директор!";
        assert!((shared(a, b) - 1.0).abs() < 1e-9);
        assert_eq!(Words::of("Касым-Жомарт Токаев — президент").len(), 3);
        assert_eq!(Words::of("кра\u{301}йний срок").hashes(), Words::of("крайний срок").hashes());
    }

    #[test]
    fn a_changed_word_costs_that_word_only() {
        let a = "раз два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать";
        let b = a.replace("шесть", "6");
        assert!((shared(a, &b) - 11.0 / 12.0).abs() < 1e-9, "{}", shared(a, &b));
        assert_eq!(shared(a, "двенадцать одиннадцать десять девять восемь семь шесть пять четыре"), 0.0);
    }

    #[test]
    fn texts_meet_by_passages_and_not_by_phrases() {
        let words =
            |from: usize, count: usize| -> String { (from..from + count).map(|n| format!("слово{n} ")).collect() };
        let phrase = |n: usize| format!("как сообщили нам в пресс-службе министерства номер{n} ");
        let passage = words(0, 40);
        let texts = [
            words(1000, 50) + &phrase(1) + &words(1100, 50) + &phrase(2) + &passage,
            words(2000, 20) + &passage + &words(2100, 90),
            words(3000, 30) + &phrase(1) + &words(3100, 30) + &phrase(2) + &words(3200, 30),
        ];
        let texts: Vec<Words> = texts.iter().map(|text| Words::of(text)).collect();
        assert_eq!(sharing_passages(&texts, 10), [(0, 1)]);
        let reprints = vec![Words::of(&passage); 50];
        assert_eq!(sharing_passages(&reprints, 10).len(), 49, "each with the next");
    }

    #[test]
    fn a_repeated_text_is_no_trap() {
        let chorus = "ля ".repeat(20_000);
        assert!(shared(&chorus, &chorus) > 0.9);
    }
}
