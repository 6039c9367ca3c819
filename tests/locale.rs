//! What the interface says, in each of its languages.

use std::collections::BTreeSet;

use dossier::calendar::{Day, Moment, Precision};
use dossier::locale::Locale;

fn locale(language: &str) -> Locale {
    let (locale, diagnostics) = Locale::new(language);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    locale
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// No-break spaces made visible, as `~`.
fn visible(text: &str) -> String {
    text.replace('\u{A0}', "~")
}

#[test]
fn russian_counts_take_their_forms() {
    let russian = locale("ru");
    let counted = |count: usize| visible(&russian.text_with("count-sources", &[("count", count.into())]));
    for (count, expected) in [
        (0, "0~источников"),
        (1, "1~источник"),
        (2, "2~источника"),
        (5, "5~источников"),
        (11, "11~источников"),
        (12, "12~источников"),
        (21, "21~источник"),
        (22, "22~источника"),
        (111, "111~источников"),
        (1001, "1001~источник"),
    ] {
        assert_eq!(counted(count), expected);
    }
    let english = locale("en");
    assert_eq!(visible(&english.text_with("count-sources", &[("count", 1.into())])), "1~source");
    assert_eq!(visible(&english.text_with("count-sources", &[("count", 21.into())])), "21~sources");
}

#[test]
fn days_are_written_as_the_language_does() {
    let (russian, english) = (locale("ru"), locale("en"));
    for (written, in_russian, in_english) in [
        ("2022-06-08", "8~июня~2022~г.", "8~June~2022"),
        ("--06-17", "17~июня", "17~June"),
        ("2022-06-08T10:16", "8~июня~2022~г., 10:16", "8~June~2022, 10:16"),
        ("--02-01T18:31", "1~февраля, 18:31", "1~February, 18:31"),
    ] {
        let moment: Moment = written.parse().unwrap();
        assert_eq!(visible(&russian.moment(&moment)), in_russian);
        assert_eq!(visible(&english.moment(&moment)), in_english);
    }
}

#[test]
fn periods_are_as_vague_as_their_source() {
    use Precision::*;
    let (russian, english) = (locale("ru"), locale("en"));
    for (from, to, precision, in_russian, in_english) in [
        ("2022-04-01", "2022-04-30", Month, "апрель~2022", "April~2022"),
        ("2022-07-01", "2022-07-10", EarlyMonth, "начало~июля~2022", "early~July~2022"),
        ("2022-07-11", "2022-07-20", MidMonth, "середина~июля~2022", "mid-July~2022"),
        ("2022-07-21", "2022-07-31", LateMonth, "конец~июля~2022", "late~July~2022"),
        ("--07-01", "--07-10", EarlyMonth, "начало~июля", "early~July"),
        ("--04-01", "--04-30", Month, "апрель", "April"),
        ("2024-08-09", "2024-08-11", Range, "9–11~августа~2024~г.", "9–11~August~2024"),
        ("--08-09", "--08-11", Range, "9–11~августа", "9–11~August"),
        ("2024-07-29", "2024-08-04", Week, "29~июля – 4~августа~2024~г.", "29~July – 4~August~2024"),
        ("--07-29", "--08-04", Week, "29~июля – 4~августа", "29~July – 4~August"),
        (
            "2023-12-28",
            "2024-01-03",
            Range,
            "28~декабря~2023~г. – 3~января~2024~г.",
            "28~December~2023 – 3~January~2024",
        ),
        ("2022-04-01", "2022-06-30", Quarter, "II квартал 2022", "Q2~2022"),
        ("2022-07-01", "2022-12-31", HalfYear, "второе полугодие 2022", "second half of 2022"),
        ("2022-06-01", "2022-08-31", Season, "лето 2022", "summer 2022"),
        ("2021-12-01", "2022-02-28", Season, "зима 2021–2022", "winter 2021–2022"),
        ("2022-01-01", "2022-12-31", Year, "2022~год", "2022"),
        ("1990-01-01", "1999-12-31", Decade, "1990-е~годы", "1990s"),
        ("2001-01-01", "2100-12-31", Century, "XXI~век", "21st~century"),
        ("1801-01-01", "1900-12-31", Century, "XIX~век", "19th~century"),
        ("2022-05-06", "2022-05-06", Minute, "6~мая~2022~г.", "6~May~2022"),
        ("2022-05-06", "2022-05-06", Range, "6~мая~2022~г.", "6~May~2022"),
    ] {
        assert_eq!(visible(&russian.period(day(from), day(to), precision)), in_russian);
        assert_eq!(visible(&english.period(day(from), day(to), precision)), in_english);
    }
}

#[test]
fn lists_are_in_alphabetical_order() {
    let mut names =
        ["NATO", "Яков", "Ёлкин", "Елена", "Жуков", "«Единая Россия»", "Әлия", "Ахмет", "24 Канал", "Айдар"];
    let russian = locale("ru");
    names.sort_by(|a, b| russian.compare(a, b));
    assert_eq!(
        names,
        ["24 Канал", "Айдар", "Ахмет", "Әлия", "«Единая Россия»", "Елена", "Ёлкин", "Жуков", "Яков", "NATO"]
    );
    let english = locale("en");
    let mut names = ["Яков", "Zürich", "zebra", "Émile", "Eastwood", "Ахмет"];
    names.sort_by(|a, b| english.compare(a, b));
    assert_eq!(names, ["Eastwood", "Émile", "zebra", "Zürich", "Ахмет", "Яков"]);
}

#[test]
fn names_stand_under_the_letter_they_sort_by() {
    let russian = locale("ru");
    for (name, letter) in
        [("«Ёлка»", "Е"), ("Émile", "E"), ("24 Канал", "0–9"), ("йод", "Й"), ("Әлия", "Ә"), ("北京", "北"), ("…", "#")]
    {
        assert_eq!(russian.initial(name), letter);
    }
    assert_eq!(locale("kk").initial("Ёлка"), "Ё");
}

#[test]
fn ukrainian_and_kazakh_have_their_own_order() {
    let ukrainian = locale("uk");
    let mut names = ["Їжак", "Яків", "Ґалаґан", "Іван", "Гнат", "Єва", "Ева", "Жанна", "Йосип", "Ирій"];
    names.sort_by(|a, b| ukrainian.compare(a, b));
    assert_eq!(names, ["Гнат", "Ґалаґан", "Ева", "Єва", "Жанна", "Ирій", "Іван", "Їжак", "Йосип", "Яків"]);
    let kazakh = locale("kk");
    let mut names =
        ["Ілияс", "Ыбырай", "Өмір", "Оразбек", "Әлия", "Айдар", "Ёлкин", "Еркін", "Ерлан", "Қайрат", "Кенже"];
    names.sort_by(|a, b| kazakh.compare(a, b));
    assert_eq!(
        names,
        ["Айдар", "Әлия", "Еркін", "Ерлан", "Ёлкин", "Кенже", "Қайрат", "Оразбек", "Өмір", "Ыбырай", "Ілияс"]
    );
}

#[test]
fn ukrainian_and_kazakh_write_numbers_days_and_places() {
    let (ukrainian, kazakh) = (locale("uk"), locale("kk"));
    let counted =
        |locale: &Locale, count: usize| visible(&locale.text_with("count-mentions", &[("count", count.into())]));
    for (count, in_ukrainian) in
        [(1, "1~згадка"), (3, "3~згадки"), (5, "5~згадок"), (12, "12~згадок"), (21, "21~згадка")]
    {
        assert_eq!(counted(&ukrainian, count), in_ukrainian);
    }
    assert_eq!(counted(&kazakh, 1), "1~рет аталған");
    assert_eq!(counted(&kazakh, 5), "5~рет аталған");
    let moment: Moment = "2022-06-08T10:16".parse().unwrap();
    assert_eq!(visible(&ukrainian.moment(&moment)), "8~червня~2022~р., 10:16");
    assert_eq!(visible(&kazakh.moment(&moment)), "2022~жылғы 8~маусым, 10:16");
    for (from, to, precision, in_ukrainian, in_kazakh) in [
        ("2022-07-01", "2022-07-10", Precision::EarlyMonth, "початок~липня~2022", "2022~жылғы шілденің~басы"),
        ("2024-08-09", "2024-08-11", Precision::Range, "9–11~серпня~2024~р.", "2024~жылғы 9–11~тамыз"),
        ("--07-29", "--08-04", Precision::Week, "29~липня – 4~серпня", "29~шілде – 4~тамыз"),
        ("2022-04-01", "2022-06-30", Precision::Quarter, "II квартал 2022", "2022~жылғы II тоқсан"),
        ("2021-12-01", "2022-02-28", Precision::Season, "зима 2021–2022", "2021–2022~жылғы қыс"),
        ("2022-01-01", "2022-12-31", Precision::Year, "2022~рік", "2022~жыл"),
    ] {
        assert_eq!(visible(&ukrainian.period(day(from), day(to), precision)), in_ukrainian);
        assert_eq!(visible(&kazakh.period(day(from), day(to), precision)), in_kazakh);
    }
    assert_eq!(visible(&ukrainian.coordinates(50.45, 30.523)), "50,45°~пн.~ш., 30,52°~сх.~д.");
    assert_eq!(visible(&kazakh.coordinates(-0.5, -71.0)), "0,5°~о.~е., 71°~б.~б.");
    assert_eq!(ukrainian.country("KZ"), Some("Казахстан"));
    assert_eq!(kazakh.country("KZ"), Some("Қазақстан"));
    assert_eq!(kazakh.country("XX"), None);
}

#[test]
fn an_unknown_language_falls_back_to_english_and_says_so() {
    let (fallback, diagnostics) = Locale::new("tlh");
    assert_eq!(fallback.language(), "en");
    assert_eq!(diagnostics.len(), 1);
    assert!(diagnostics[0].to_string().contains("tlh"), "{}", diagnostics[0]);
    assert_eq!(locale("ru-KZ").language(), "ru");
}

#[test]
fn every_language_has_every_key() {
    let keys = |language: &str| -> BTreeSet<String> {
        let file = format!("{}/locales/{language}.ftl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).unwrap();
        text.lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    };
    for language in ["ru", "uk", "kk"] {
        assert_eq!(keys(language), keys("en"), "{language}");
    }
    assert!(keys("ru").len() > 100);
}
