//! Intake through its public interface: the five sources, marked pages, files of all kinds.

mod intake_pages;

use std::fs;
use std::path::PathBuf;

use dossier::diagnostic::Severity;
use dossier::intake::{Article, BlockKind, Sourced, normalise, read_bytes, read_file, sources};
use proptest::prelude::*;

use intake_pages::names::measure;
use intake_pages::{Score, Spacing, pages, score};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Scores every page of a folder, prints what was missed, and returns the sum.
fn score_folder(folder: &str, spacing: Spacing) -> Score {
    let mut total = Score::default();
    for page in pages(&root().join("tests/data/intake").join(folder)) {
        let (articles, _) = read_bytes(&format!("seeds/{}.txt", page.name), page.input(spacing).as_bytes(), false);
        let score = score(&page, articles.first());
        println!("{}", score.report(&page.name));
        total.add(&score);
    }
    println!("{}", total.report(folder));
    total
}

#[test]
fn development_pages_lose_their_noise_and_keep_their_content() {
    score_folder("development", Spacing::AsWritten).assert_floor();
}

#[test]
fn blank_lines_everywhere_change_nothing_much() {
    score_folder("development", Spacing::BlankLinesEverywhere).assert_floor();
}

#[test]
fn the_second_held_out_pages_lose_their_noise_and_keep_their_content() {
    score_folder("held-out-2", Spacing::AsWritten).assert_floor();
}

#[test]
fn the_third_held_out_pages_lose_their_noise_and_keep_their_content() {
    score_folder("held-out-3", Spacing::AsWritten).assert_floor();
    score_folder("held-out-3", Spacing::BlankLinesEverywhere).assert_floor();
}

#[test]
fn the_fourth_held_out_pages_lose_their_noise_and_keep_their_content() {
    score_folder("held-out-4", Spacing::AsWritten).assert_floor();
    score_folder("held-out-4", Spacing::BlankLinesEverywhere).assert_floor();
}

#[test]
fn held_out_pages_lose_their_noise_and_keep_their_content() {
    score_folder("held-out", Spacing::AsWritten).assert_floor();
    score_folder("held-out", Spacing::BlankLinesEverywhere).assert_floor();
}

#[test]
fn datelines_and_channel_headers_are_told_apart() {
    score_folder("wires/development", Spacing::AsWritten).assert_floor();
    score_folder("wires/held-out", Spacing::AsWritten).assert_floor();
    score_folder("wires/development", Spacing::BlankLinesEverywhere).assert_floor();
}

#[test]
fn pages_full_of_other_peoples_names_keep_their_content() {
    score_folder("names/development", Spacing::AsWritten).assert_floor();
    score_folder("names/held-out", Spacing::AsWritten).assert_floor();
}

#[test]
fn names_in_noise_are_no_entities() {
    let found = measure("names/development") + measure("names/held-out");
    assert!(found < 8, "{found} names of the page round the article became entities");
    let found = measure("development") + measure("held-out") + measure("held-out-2") + measure("held-out-3");
    let found = found + measure("held-out-4");
    assert!(found < 16, "{found} names of the page round the other articles became entities");
}

/// An article as a person would check it.
fn describe(article: &Article) -> String {
    let mut out = String::new();
    let mut field = |name: &str, value: Option<String>| {
        out.push_str(&format!("{name}: {}\n", value.unwrap_or_else(|| "–".to_owned())));
    };
    field("title", article.title.as_ref().map(|title| title.value.clone()));
    field("published", article.published.as_ref().map(|date| date.value.to_string()));
    field("modified", article.modified.as_ref().map(|date| date.value.to_string()));
    let authors: Vec<&str> = article.authors.iter().map(|author| author.value.as_str()).collect();
    field("authors", (!authors.is_empty()).then(|| authors.join(", ")));
    field("outlet", article.outlet.as_ref().map(|outlet| outlet.value.clone()));
    field("url", article.url.as_ref().map(|url| url.value.clone()));
    field("tags", (!article.tags.is_empty()).then(|| article.tags.join(", ")));
    for block in &article.blocks {
        let text = block.span.of(&article.text);
        let start: String = text.chars().take(60).collect();
        let more = if start.len() < text.len() { "…" } else { "" };
        let mark = match block.kind {
            BlockKind::Paragraph => "¶",
            BlockKind::Heading => "#",
            BlockKind::ListItem => "•",
        };
        out.push_str(&format!("{mark} {start}{more}\n"));
    }
    for removed in &article.removed {
        out.push_str(&format!("- {}, line {}: {}\n", removed.rule, removed.line, removed.text));
    }
    out
}

#[test]
fn the_five_sources_are_taken_apart_as_a_person_would() {
    let (paths, diagnostics) = sources(&root().join("seeds"));
    assert!(diagnostics.is_empty());
    for path in paths.iter().take(5) {
        let (articles, diagnostics) = read_file(&root(), path, false);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        insta::assert_snapshot!(articles[0].id.clone(), describe(&articles[0]));
    }
}

/// What a reader gets of `text` pasted into a file.
fn paste(text: &str) -> Article {
    let (mut articles, diagnostics) = read_bytes("seeds/pasted.txt", text.as_bytes(), false);
    assert!(!articles.is_empty(), "{diagnostics:?}");
    articles.remove(0)
}

const STORY: &str = "Порт Мурманска увеличил перевалку угля на четверть. Об этом сообщила пресс-служба порта в понедельник.\n\n\
    За девять месяцев через причалы прошло одиннадцать миллионов тонн, больше всего угля ушло в Турцию.\n\n\
    В порту готовят новый причал, который примет суда длиной до трёхсот метров.\n";

#[test]
fn words_of_a_rule_within_prose_remove_nothing() {
    let text = "Реклама на асфальте стала главной темой заседания городской думы. Депутаты спорили о ней два часа.\n\n\
        Комментарии экспертов разделились, хотя подписаться под законом готовы были почти все депутаты.\n\n\
        Поделиться опытом пригласили коллег из Казани, где реклама на асфальте запрещена с прошлого года.\n\n\
        Фотография на обложке отчёта никого не убедила. Источник в мэрии сообщил, что решение отложат.\n";
    let article = paste(text);
    assert_eq!(article.blocks.len(), 4, "{:#?}", article.removed);
    assert!(article.removed.is_empty());
}

#[test]
fn one_encoding_is_as_good_as_another() {
    let expected = paste(STORY).text;
    let russian = |encoding: &'static encoding_rs::Encoding| encoding.encode(STORY).0.into_owned();
    let utf16 = |big: bool| -> Vec<u8> {
        STORY.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let inputs = [
        ("windows-1251", russian(encoding_rs::WINDOWS_1251)),
        ("KOI8-R", russian(encoding_rs::KOI8_R)),
        ("CP866", russian(encoding_rs::IBM866)),
        ("UTF-8 with a mark", marked(b"\xEF\xBB\xBF", STORY.into())),
        ("UTF-16LE with a mark", marked(b"\xFF\xFE", utf16(false))),
        ("UTF-16BE with a mark", marked(b"\xFE\xFF", utf16(true))),
        ("UTF-16LE", utf16(false)),
        ("UTF-16BE", utf16(true)),
        ("CRLF", STORY.replace('\n', "\r\n").into()),
        ("CR", STORY.replace('\n', "\r").into()),
        ("decomposed", STORY.replace('й', "и\u{306}").replace('ё', "е\u{308}").into()),
        ("invisible", STORY.replace(' ', "\u{A0}").replace("порт", "по\u{AD}рт\u{200B}").into()),
    ];
    for (name, bytes) in inputs {
        let (articles, diagnostics) = read_bytes("seeds/a.txt", &bytes, false);
        assert!(diagnostics.is_empty(), "{name}: {diagnostics:?}");
        assert_eq!(articles[0].text, expected, "{name}");
    }
}

#[test]
fn a_few_words_tell_their_encoding() {
    let lines = [
        "Порт закрыт.",
        "Токаев прибыл в Астану",
        "Цены на сахар выросли на четверть, сообщил союз.",
        "«Лёд не прощает спешки», — сказал Тюрин (№ 5).",
        "У Києві відкрили міст",
        "ВЛАСТИ ЗАКРЫЛИ МОСТ",
        "Apple и Google объявили о сделке в Москве",
    ];
    for line in lines {
        for encoding in [encoding_rs::WINDOWS_1251, encoding_rs::KOI8_U] {
            let (bytes, _, lossy) = encoding.encode(line);
            if lossy {
                continue;
            }
            let decoded = dossier::intake::decode(&bytes).unwrap();
            assert_eq!(decoded.text, line, "{} as {}", encoding.name(), decoded.encoding);
        }
        let little: Vec<u8> = line.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(dossier::intake::decode(&little).unwrap().text, line);
    }
    let western = encoding_rs::WINDOWS_1252.encode("Le président a dîné à l'Élysée, près de la forêt.").0;
    assert_eq!(dossier::intake::decode(&western).unwrap().text, "Le président a dîné à l'Élysée, près de la forêt.");
}

#[test]
fn what_holds_no_article_is_named_and_not_invented() {
    let cases: [(&str, &[u8], &str); 9] = [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", " \n\u{A0}\n\t\n".as_bytes(), "is empty"),
        (
            "noise.txt",
            "Главная\nНовости\nПоделиться\nРеклама\n© 2024 Все права защищены\n".as_bytes(),
            "holds no article",
        ),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "is a PNG image"),
        ("rubbish", &[0, 159, 146, 150, 0, 1, 2, 3, 250, 0, 7, 7, 7, 1, 0, 9], "is not text"),
        ("page.html", b"<!DOCTYPE html><p>x", "holds no"),
        ("page.txt", b"<!DOCTYPE html><html><p>text", "holds no"),
        ("letter.eml", b"From: a", "without text"),
        ("paper.pdf", b"%PDF-1.4", "cannot be read"),
    ];
    for (name, bytes, reason) in cases {
        let (articles, diagnostics) = read_bytes(name, bytes, false);
        assert!(articles.is_empty(), "{name}");
        assert_eq!(diagnostics.len(), 1, "{name}");
        assert_eq!(diagnostics[0].severity, Severity::Error);
        assert!(diagnostics[0].message.contains(reason), "{name}: {}", diagnostics[0].message);
        assert!(diagnostics[0].hint.is_some(), "{name}");
    }
}

#[test]
fn a_book_in_one_file_is_refused_without_being_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seeds/huge.txt");
    std::fs::create_dir(folder.path().join("seeds")).unwrap();
    std::fs::File::create(&path).unwrap().set_len(50 << 20).unwrap();
    let (articles, diagnostics) = read_file(folder.path(), &path, false);
    assert!(articles.is_empty());
    assert_eq!(diagnostics[0].path, PathBuf::from("seeds/huge.txt"));
    assert!(diagnostics[0].message.contains("50 MiB"), "{}", diagnostics[0].message);
}

#[test]
fn a_cut_file_is_read_with_a_note() {
    let mut bytes = STORY.as_bytes().to_vec();
    bytes.truncate(bytes.len() - 4);
    bytes[20] = 0xFF;
    let (articles, diagnostics) = read_bytes("a.txt", &bytes, false);
    assert_eq!(articles.len(), 1);
    assert_eq!(diagnostics[0].severity, Severity::Note);
    assert!(diagnostics[0].message.contains("is damaged"), "{}", diagnostics[0].message);
}

#[test]
fn raw_text_stands_as_it_is() {
    let text = "Реклама\r\n\r\n  Читайте также: всё\u{A0}подряд\u{AD} \nБи\u{306}тва\n";
    let (articles, diagnostics) = read_bytes("a.txt", text.as_bytes(), true);
    assert!(diagnostics.is_empty());
    assert_eq!(articles[0].text, text);
    assert!(articles[0].removed.is_empty());
    let blocks: Vec<&str> = articles[0].blocks.iter().map(|block| block.span.of(text)).collect();
    assert_eq!(blocks, ["Реклама", "Читайте также: всё\u{A0}подряд\u{AD}", "Би\u{306}тва"]);
}

#[test]
fn lines_of_json_are_articles_and_bad_ones_are_named() {
    let story = serde_json::to_string(STORY).unwrap();
    let text = format!(
        "{{\"text\": {story}, \"id\": \"a\", \"title\": \"Уголь\", \"date\": \"2024-10-07\", \"url\": \"https://a.example/x\", \"outlet\": \"Север\", \"language\": \"ru\"}}\n\
         {{\"text\": \"Реклама\"}}\n\nnot json\n{{\"text\": {story}, \"id\": 7, \"date\": \"когда-то\"}}\n{{\"text\": {story}}}\n{{\"title\": \"no text\"}}\n"
    );
    let (articles, diagnostics) = read_bytes("seeds/dump.jsonl", text.as_bytes(), false);
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["a", "7", "dump-6"]);
    let first = &articles[0];
    assert_eq!(first.title, Some(Sourced::metadata("Уголь".to_owned())));
    assert_eq!(first.published.as_ref().unwrap().value.to_string(), "2024-10-07");
    assert_eq!(first.outlet, Some(Sourced::metadata("Север".to_owned())));
    assert_eq!(first.language.as_deref(), Some("ru"));
    let lines: Vec<Option<usize>> = diagnostics.iter().map(|diagnostic| diagnostic.line).collect();
    assert_eq!(lines, [Some(2), Some(4), Some(5), Some(7)]);
}

#[test]
fn a_clipping_has_its_front_matter_and_no_markup() {
    let text = format!(
        "---\ntitle: \"Порт: итоги\"\nsource: \"https://port.example/news/1\"\nauthor:\n  - \"[[Анна Гладких]]\"\npublished: 2024-10-07\ncreated: 2024-11-20\ntags:\n  - clippings\n  - уголь\n---\n\
         ![причал](a.jpg)\n\n## Порт растёт\n\n{STORY}\n- первый [пункт](https://x.example) списка, в нём несколько слов;\n- второй пункт списка, и в нём слова тоже есть.\n\nЕщё **один** абзац, в котором порт и уголь стоят\nв одной строке.\n"
    );
    let (articles, diagnostics) = read_bytes("seeds/clip.md", text.as_bytes(), false);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let article = &articles[0];
    assert_eq!(article.title, Some(Sourced::metadata("Порт: итоги".to_owned())));
    assert_eq!(article.published.as_ref().unwrap().value.to_string(), "2024-10-07");
    assert_eq!(article.authors, [Sourced::metadata("Анна Гладких".to_owned())]);
    assert_eq!(article.url, Some(Sourced::metadata("https://port.example/news/1".to_owned())));
    assert_eq!(article.tags, ["уголь"]);
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{ListItem, Paragraph};
    assert_eq!(kinds, [Paragraph, Paragraph, Paragraph, ListItem, ListItem, Paragraph]);
    assert!(article.text.ends_with("Ещё один абзац, в котором порт и уголь стоят в одной строке."));
    let place = article.removed.iter().find(|removed| removed.text == "Порт растёт").unwrap().line;
    assert_eq!(text.lines().nth(place - 1).unwrap(), "## Порт растёт");
}

#[test]
fn hidden_files_are_no_sources_and_order_is_by_name() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.txt", "a/z.txt", ".hidden.txt", ".git/x.txt", "a.txt", "b.txt~"] {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, STORY).unwrap();
    }
    let (paths, diagnostics) = sources(folder.path());
    assert!(diagnostics.is_empty());
    let names: Vec<_> = paths.iter().map(|path| path.strip_prefix(folder.path()).unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["a/z.txt", "a.txt", "b.txt"]);
    assert_eq!(sources(&folder.path().join("none")), (Vec::new(), Vec::new()));
}

/// Lines that pages are made of, and lines of nothing.
fn any_line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Реклама",
        "Читайте также:",
        "8 июня 2022, 10:16",
        "By Admin Авг11,2024 #Экономика",
        "Комментарии (12)",
        "© 2024 Газета",
        "Порт увеличил перевалку угля. Об этом сообщили в порту.",
        "Порт построит причал",
        "– сказал он.",
        "• пункт",
        "Источник: Порт",
        "Автор: Иван Петров",
        "Теги: порт, уголь",
        "",
        "   ",
        "🔹",
        "«",
        "https://a.example/b",
        "Порт, который не спит",
        "№ 5",
    ]);
    prop_oneof![known.prop_map(str::to_owned), any::<String>()]
}

proptest! {
    #[test]
    fn no_text_panics_and_no_line_is_lost(lines in prop::collection::vec(any_line(), 0..30)) {
        let text = lines.join("\n");
        let (articles, _) = read_bytes("a.txt", text.as_bytes(), false);
        let Some(article) = articles.first() else { return Ok(()) };
        for block in &article.blocks {
            prop_assert!(!block.span.of(&article.text).trim().is_empty());
        }
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
        let everything = words(&format!("{} {}", article.text, article.removed.iter().map(|removed| removed.text.as_str()).collect::<Vec<_>>().join(" ")));
        for line in normalise(&text).lines() {
            let line = words(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
            prop_assert!(everything.contains(&line), "lost: {line:?}");
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), raw in any::<bool>()) {
        for name in ["a.txt", "a.md", "a.jsonl"] {
            let (articles, diagnostics) = read_bytes(name, &bytes, raw);
            prop_assert!(!articles.is_empty() || !diagnostics.is_empty() || bytes.is_empty());
        }
    }
}

#[test]
fn a_sidecar_says_what_the_file_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let seeds = folder.path().join("seeds");
    fs::create_dir(&seeds).unwrap();
    let text = "Порт увеличил перевалку угля на 12%, сообщил директор порта Игорь Лаптев. Грузы идут в Индию.\n";
    fs::write(seeds.join("port.txt"), text).unwrap();
    let sidecar = seeds.join("port.txt.meta.json");
    fs::write(
        &sidecar,
        r#"{"url": "https://news.example/port", "title": "Порт растёт", "outlet": "Новости порта", "published":
        "2023-03-12T09:30:00Z", "authors": ["Анна Громова"], "retrieved": "2026-01-02T03:04:05Z", "later": [1]}"#,
    )
    .unwrap();
    let (files, wrong) = sources(&seeds);
    assert_eq!((files.len(), wrong.len()), (1, 0), "the sidecar is no source: {files:?}");
    let (articles, wrong) = read_file(folder.path(), &files[0], false);
    assert_eq!(wrong, []);
    let article = &articles[0];
    assert_eq!(article.title, Some(Sourced::metadata("Порт растёт".to_owned())));
    assert_eq!(article.url.as_ref().unwrap().value, "https://news.example/port");
    assert_eq!(article.published.as_ref().unwrap().value.to_string(), "2023-03-12T09:30Z");
    assert_eq!(article.authors[0].value, "Анна Громова");

    // The file's own front matter wins.
    fs::write(seeds.join("own.md"), format!("---\ntitle: Свой заголовок\n---\n{text}")).unwrap();
    fs::copy(&sidecar, seeds.join("own.md.meta.json")).unwrap();
    let (articles, _) = read_file(folder.path(), &seeds.join("own.md"), false);
    assert_eq!(articles[0].title.as_ref().unwrap().value, "Свой заголовок");
    assert_eq!(articles[0].outlet.as_ref().unwrap().value, "Новости порта");

    // One whose source has been renamed is told of: what it knows is lost with it.
    fs::write(seeds.join("gone.txt.meta.json"), "{}").unwrap();
    let (both, found) = sources(&seeds);
    assert_eq!((both.len(), found.len()), (2, 1));
    assert!(found[0].to_string().contains("tells of gone.txt, which is not there"), "{}", found[0]);

    // A broken one is named, and the source is read.
    fs::write(&sidecar, "{\n\"url\": 3").unwrap();
    let (articles, wrong) = read_file(folder.path(), &files[0], false);
    assert_eq!(articles.len(), 1);
    assert!(wrong[0].to_string().starts_with("error: seeds/port.txt.meta.json:2: is no sidecar"), "{}", wrong[0]);
}
