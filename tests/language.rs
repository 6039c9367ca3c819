//! The language room through its public interface, with real data.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use dossier::language::ru::{
    self,
    tagger::{self, Tag, Tagger},
    tokens::tokens,
};
use dossier::language::{EntityKind, detect, pack};
use dossier::span::{CodePoints, Span};

fn golden(name: &str) -> Value {
    let path = format!("{}/tests/data/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn number(value: &Value) -> f32 {
    value.as_f64().expect("a number") as f32
}

fn in_code_points(text: &str, spans: &[Span]) -> Vec<(usize, usize)> {
    let points = CodePoints::new(text);
    spans.iter().map(|span| (points.at(span.start), points.at(span.end))).collect()
}

fn label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organization => "ORG",
        EntityKind::Place => "LOC",
    }
}

fn tag_name(tag: Tag) -> String {
    match tag {
        Tag::Outside => "O".to_owned(),
        Tag::Begin(kind) => format!("B-{}", label(kind)),
        Tag::Inside(kind) => format!("I-{}", label(kind)),
        Tag::Padding => "<pad>".to_owned(),
    }
}

#[track_caller]
fn assert_near(found: &[f32], expected: &[Value], what: &str) {
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let expected = number(expected);
        // The original's numbers are rounded to six decimals.
        assert!((found - expected).abs() < 1e-3, "{what}[{i}]: {found}, expected {expected}");
    }
}

#[test]
fn tokens_ids_shapes_and_tags_equal_the_original() {
    let shape_ids = shape_ids();
    for sentence in list(&golden("sentences.json")["sentences"]) {
        let text = sentence["text"].as_str().unwrap();
        let spans = tokens(text);
        let expected = list(&sentence["tokens"]);
        let offsets: Vec<(usize, usize)> = expected
            .iter()
            .map(|token| (token["start"].as_u64().unwrap() as usize, token["stop"].as_u64().unwrap() as usize))
            .collect();
        assert_eq!(in_code_points(text, &spans), offsets, "{text}");

        let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        let tags = Tagger::shared().tag(words.iter().copied());
        for ((word, tag), expected) in words.iter().zip(&tags).zip(expected) {
            let (word_id, shape_id) = Tagger::shared().input(word);
            assert_eq!(word_id as u64, expected["word_id"].as_u64().unwrap(), "{word}");
            assert_eq!(Tagger::shared().shape(word), expected["shape"].as_str().unwrap(), "{word}");
            assert_eq!(shape_id as u64, expected["shape_id"].as_u64().unwrap(), "{word}");
            assert_eq!(shape_ids.get(expected["shape"].as_str().unwrap()), Some(&shape_id));
            assert_eq!(tag_name(*tag), expected["ner"].as_str().unwrap(), "{word} in {text}");
        }
    }
}

fn shape_ids() -> BTreeMap<String, u8> {
    let mut ids = BTreeMap::new();
    for sentence in list(&golden("sentences.json")["sentences"]) {
        for token in list(&sentence["tokens"]) {
            ids.insert(token["shape"].as_str().unwrap().to_owned(), token["shape_id"].as_u64().unwrap() as u8);
        }
    }
    ids
}

#[test]
fn word_vectors_equal_the_original() {
    for row in list(&golden("tensors.json")["navec"]) {
        let word = row["word"].as_str().unwrap();
        let id = row["id"].as_u64().unwrap() as u32;
        if row["in_vocab"].as_bool().unwrap() && !word.starts_with('<') {
            assert_eq!(Tagger::shared().vocabulary().id(word), id, "{word}");
        }
        let (vector, indexes) = Tagger::shared().word_vector(id);
        let first: Vec<u64> = list(&row["pq_indexes_first5"]).iter().map(|index| index.as_u64().unwrap()).collect();
        assert_eq!(indexes[..5].iter().map(|&index| index as u64).collect::<Vec<_>>(), first, "{word}");
        assert_near(&vector[..5], list(&row["first5"]), word);
        assert_near(&vector[298..], list(&row["last2"]), word);
        let norm = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
        assert!((norm - number(&row["l2"])).abs() < 1e-3, "{word}");
    }
}

#[test]
fn every_layer_equals_the_original() {
    let golden = golden("tensors.json");
    let expected = &golden["sentence_1"]["ner"];
    let words: Vec<&str> = list(&expected["words"]).iter().map(|word| word.as_str().unwrap()).collect();
    let tagger = Tagger::shared();

    let (word, shape) = tagger.input(words[0]);
    let mut input = tagger.word_vector(word).0;
    input.extend(tagger.shape_vector(shape));
    assert_near(&input[298..304], list(&expected["emb_token0_dims_298_304"]), "input");

    let activations = tagger.activations(words.iter().copied());
    for layer in 0..3 {
        let (convolved, normalized) = (&activations.convolved[layer], &activations.normalized[layer]);
        for (place, index) in [("token0", 0), ("token5", 5), ("lasttoken", words.len() - 1)] {
            let name = format!("layer{}_out_{place}_first5", layer + 1);
            assert_near(&normalized[index][..5], list(&expected[&name]), &name);
        }
        let name = format!("layer{}_conv_token0_first5", layer + 1);
        assert_near(&convolved[0][..5], list(&expected[&name]), &name);
    }

    let emissions = tagger.emissions(words.iter().copied());
    assert_eq!(emissions.len(), words.len());
    for (index, (found, expected)) in emissions.iter().zip(list(&expected["emissions"])).enumerate() {
        assert_near(found, list(expected), &format!("emissions of word {index}"));
    }
    assert_near(&tagger.transitions()[1], list(&expected["crf_transitions_row_O"]), "transitions");
}

#[test]
fn a_whole_document_is_tagged_as_the_original_does() {
    let document = golden("document.json");
    let text = document["text"].as_str().unwrap();
    let spans = tokens(text);
    let points = CodePoints::new(text);
    let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    let expected: Vec<&str> = list(&document["tokens"]).iter().map(|token| token[2].as_str().unwrap()).collect();
    assert_eq!(words, expected);

    let tags = Tagger::shared().tag(words);
    let found: Vec<(u64, u64, &str)> = tagger::names(&tags)
        .into_iter()
        .map(|(range, kind)| {
            let (start, end) = (spans[range.start].start, spans[range.end - 1].end);
            (points.at(start) as u64, points.at(end) as u64, label(kind))
        })
        .collect();
    let expected: Vec<(u64, u64, &str)> = list(&document["ner_spans_whole_document"])
        .iter()
        .map(|span| (span[0].as_u64().unwrap(), span[1].as_u64().unwrap(), span[2].as_str().unwrap()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn readings_in_their_sentence_equal_those_of_the_original() {
    let dictionary = rumorph::Dictionary::bundled().unwrap();
    let mut texts = vec![golden("document.json")["text"].as_str().unwrap().to_owned()];
    // A stress mark, a Latin letter in a Russian word, an English name, a word that nothing is known of, a sentence of
    // one word, and one that is longer than what is read at once.
    texts.push("За́мок стoял на горе. The New York Times пишет о Бжыщъ. Да. Он — в Ростове‑на‑Дону.".to_owned());
    texts.push(format!("{}конец.", "Банк стали, мыла и пил не дал, ".repeat(70)));
    let mut choices = 0;
    for text in texts {
        let tokens = tokens(&text);
        for sentence in ru::analyse(&text, &tokens, &ru::sentences::sentences(&text)) {
            let words: Vec<&str> = sentence.iter().map(|token| token.span.of(&text)).collect();
            let expected = dictionary.analyze_sentence(&words).unwrap();
            for (token, expected) in sentence.iter().zip(expected) {
                let found: Vec<(&str, f64)> =
                    token.readings.iter().map(|reading| (&*reading.lemma, reading.probability)).collect();
                let lemmas: Vec<String> = expected.iter().map(|reading| reading.lemma.to_lowercase()).collect();
                let expected: Vec<(&str, f64)> =
                    lemmas.iter().zip(&expected).map(|(lemma, reading)| (lemma.as_str(), reading.prob)).collect();
                assert_eq!(found, expected, "{} in {words:?}", token.span.of(&text));
                choices += usize::from(found.len() > 1);
            }
        }
    }
    assert!(choices > 300, "{choices}");
}

#[test]
fn a_long_text_is_tagged_as_its_parts_are() {
    // Longer than what the network computes at once; the seams must not show.
    let document = golden("document.json");
    let text = document["text"].as_str().unwrap();
    let words: Vec<&str> = tokens(text).iter().map(|span| span.of(text)).collect();
    let long: Vec<&str> = words.iter().copied().cycle().take(words.len() * 7).collect();
    let once = Tagger::shared().emissions(words.iter().copied());
    let many = Tagger::shared().emissions(long);
    for copy in 1..6 {
        for inner in 3..words.len() - 3 {
            assert_eq!(once[inner], many[copy * words.len() + inner], "copy {copy}, word {inner}");
        }
    }
}

/// Each sentence of `marked` ends at a `|` (or at a line end).
#[track_caller]
fn check_russian_sentences(marked: &str) {
    let text = marked.replace('|', "");
    let expected: Vec<&str> =
        marked.split(['|', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty()).collect();
    let found = ru::sentences::sentences(&text);
    assert_eq!(found.iter().map(|span| span.of(&text)).collect::<Vec<_>>(), expected);
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let document = golden("document.json");
    let expected: Vec<&str> =
        list(&document["sentences_after_splitting_lines"]).iter().map(|row| row[2].as_str().unwrap()).collect();
    let text = document["text"].as_str().unwrap();
    let found = ru::sentences::sentences(text);
    assert_eq!(found.iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected);

    for marked in [
        "В январе 2022 г. Россия увеличила добычу.| Это рекорд.",
        "Завод построили в 1987 г.| Россия закупила для него станки.",
        "На армию выделили 441 млрд. тенге.| Ещё 5 млн. долл. США дал банк.",
        "К.-Ж. Токаев прибыл в г. Алматы.| Его встретил А. С. Ким.",
        "Санкции, т. е. ограничения, ввели против банков, бирж и т. д.| Рынок упал.",
        "Продали сахар, муку и др. товары.| Купили соль и пр.| Она подорожала.",
        "В XIX в. Петербург рос быстро.| Город основан в 1703 г.| Построил его Пётр I.",
        "— Мы готовы! — заявил тренер.| — Завтра начнём.",
        "«Это важно.| Это нужно», — сказал он.| Зал молчал.",
        "Он спросил: «Когда?»| Ответа не было.",
        "Глава МИД С. Лавров прилетел в Сочи (там прошёл форум).| Переговоры длились 3 ч. 40 мин.| Их итог неизвестен.",
        "Матч группы «Б».| Команда выиграла со счётом 3:1.",
        "Группа В.| Она самая сильная.",
        "Так заявил д. э. н. Петров.| В т. ч. Казань и Самара.",
        "Он ушёл.|Россия осталась.|  Сайт kremlin.ru не работал.",
        "1. Экономика.| 2. Безопасность.",
        "По словам Дж. Байдена, всё идёт по плану... | Посмотрим.",
        "«Россия зависит от Казахстана!» — сказал он.| \"Это так\".| Точка.",
        "Первая строка без точки\nВторая строка.| Третья",
        "Apple Inc. показала телефон.| Сделка на 2 млрд.| Её одобрил суд.",
        "Он пришёл к выводу.[1]| Другие спорят.",
    ] {
        check_russian_sentences(marked);
    }
}

#[test]
fn languages_are_told_apart() {
    for (code, text) in [
        ("ru", "Центробанк сохранил ставку"),
        ("ru", "В Алматы прошла встреча министров. «Қазақстан» показал её в эфире, сообщает ҚазАқпарат."),
        ("ru", "Издание The Wall Street Journal пишет, что Apple и Google договорились."),
        ("uk", "Уряд ухвалив рішення про підтримку лікарень"),
        ("be", "Урад прыняў рашэнне аб падтрымцы бальніц, паведаміла міністэрства"),
        ("kk", "Үкімет ауруханаларды қолдау туралы шешім қабылдады"),
        ("ky", "Өкмөт ооруканаларды колдоо жөнүндө чечим кабыл алды жана аны менен бөлүштү"),
        ("en", "The council approved the budget on Tuesday"),
        ("en", "Apple unveils cheaper phones"),
        ("de", "Der Bundestag hat am Dienstag das Gesetz beschlossen"),
        ("fr", "Le Parlement a adopté la loi sur les retraites"),
        ("es", "El Congreso aprobó la ley de vivienda el martes"),
        ("tr", "Meclis yeni yasayı kabul etti ve bunun için oy kullandı"),
        ("pl", "Sejm przyjął ustawę o wsparciu szpitali"),
        ("zh", "议会通过了新的法律"),
        ("ja", "議会は新しい法律を可決した"),
        ("ar", "وافق البرلمان على القانون الجديد"),
        ("und", ""),
        ("und", "12.05.2021 — 15:30"),
    ] {
        assert_eq!(detect(text), code, "{text}");
    }
}

#[test]
fn other_languages_do_not_fall_apart() {
    let found = |code: &str, text: &str| {
        let parsed = pack(code).parse(text);
        let sentences: Vec<String> = parsed.sentences.iter().map(|span| span.of(text).to_owned()).collect();
        let names: Vec<String> =
            parsed.names.iter().map(|name| format!("{} {}", label(name.kind), name.span.of(text))).collect();
        (sentences, names)
    };
    let (sentences, names) = found(
        "en",
        "Dr. Maria Lopez of the University of Oslo met U.S. officials in Geneva. Lopez's team had asked Acme Holding Inc. for data. It refused.",
    );
    assert_eq!(sentences.len(), 3, "{sentences:?}");
    for name in ["PER Maria Lopez", "PER Lopez", "LOC Geneva", "ORG Acme Holding Inc"] {
        assert!(names.iter().any(|found| found == name), "{name} in {names:?}");
    }
    let (sentences, names) =
        found("uk", "У 2021 р. Київ відремонтував міст на вул. Хрещатик. Про це повідомив Петро Коваль.");
    assert_eq!(sentences.len(), 2, "{sentences:?}");
    assert!(names.contains(&"PER Петро Коваль".to_owned()), "{names:?}");
    let (sentences, _) = found("kk", "Үкімет 2022 ж. жаңа жоба бастады. Оған 5 млрд. теңге бөлінді.");
    assert_eq!(sentences.len(), 2, "{sentences:?}");
}

/// Pieces that texts are made of, chosen to meet every rule in every order.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\u{a0}",
    ".",
    "…",
    "?!",
    ",",
    "-",
    " — ",
    "«",
    "»",
    "\"",
    "“",
    "„",
    "(",
    ")",
    "[1]",
    "К.",
    "-Ж.",
    "г.",
    "млрд.",
    "т. д.",
    "Токаев",
    "Иван",
    "Москве",
    "РОССИЯ",
    "СВО",
    "НАТО",
    "24",
    "Канал",
    "газета",
    "сообщает",
    "область",
    "Тульской",
    "The Insider",
    "Қазақстан",
    "ёж",
    "é",
    "🇰🇿",
    "\u{301}",
    "ООО",
    "'s",
    "U.S.",
    "Ж",
    "\u{2028}",
    "1)",
    "№",
    "{",
    "ǅ",
    "ß",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_taken_apart(text in texts()) {
        for code in ["ru", "en", "uk", "kk", "und"] {
            let parsed = pack(code).parse(&text);
            let spans = |spans: &[Span]| {
                for span in spans {
                    prop_assert!(text.get(span.start..span.end).is_some_and(|inside| !inside.is_empty()), "{span:?}");
                }
                prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
                Ok(())
            };
            spans(&parsed.sentences)?;
            spans(&parsed.tokens.iter().map(|token| token.span).collect::<Vec<_>>())?;
            spans(&parsed.names.iter().map(|name| name.span).collect::<Vec<_>>())?;
            for sentence in &parsed.sentences {
                prop_assert!(!sentence.of(&text).contains('\n'));
            }
            let in_sentences: usize = parsed.sentences.iter().map(|span| span.of(&text).chars().filter(|c| !c.is_whitespace()).count()).sum();
            prop_assert_eq!(in_sentences, text.chars().filter(|c| !c.is_whitespace()).count());
            for name in &parsed.names {
                prop_assert!(parsed.tokens.iter().any(|token| token.span.start == name.span.start));
                prop_assert!(parsed.tokens.iter().any(|token| token.span.end == name.span.end));
                prop_assert!(!name.form.is_empty());
            }
        }
        detect(&text);
    }
}
