//! Every format of a source file, as its exporter writes it, and what becomes of damaged ones.

use std::io::Write;
use std::path::{Path, PathBuf};

use dossier::diagnostic::{Diagnostic, Severity};
use dossier::intake::{Article, BlockKind, Options, read_bytes, read_bytes_as, read_file};
use proptest::prelude::*;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats")
}

fn sample(name: &str) -> (Vec<Article>, Vec<Diagnostic>) {
    read_file(&folder(), &folder().join(name), false)
}

/// The only article of a sample that nothing is wrong with.
fn only(name: &str) -> Article {
    let (mut articles, diagnostics) = sample(name);
    assert!(diagnostics.iter().all(|found| found.severity == Severity::Note), "{name}: {diagnostics:#?}");
    assert_eq!(articles.len(), 1, "{name}");
    articles.remove(0)
}

/// Title, outlet, URL, day of publication, authors and day of retrieval, `–` for each that is unknown.
fn card(article: &Article) -> String {
    let text = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let authors = article.authors.iter().map(|author| author.value.as_str()).collect::<Vec<_>>().join(", ");
    [
        text(article.title.as_ref().map(|title| title.value.clone())),
        text(article.outlet.as_ref().map(|outlet| outlet.value.clone())),
        text(article.url.as_ref().map(|url| url.value.clone())),
        text(article.published.as_ref().map(|date| date.value.to_string())),
        text((!authors.is_empty()).then_some(authors)),
        text(article.retrieved.as_ref().map(|date| date.value.day.to_string())),
    ]
    .join(" | ")
}

fn paragraphs(article: &Article) -> Vec<&str> {
    article.blocks.iter().map(|block| block.span.of(&article.text)).collect()
}

#[test]
fn pages_saved_by_browsers_name_where_they_are_from() {
    let article = only("singlefile.html");
    assert_eq!(
        card(&article),
        "Порт Усть-Луга отгрузил рекордный объём угля | Портовые новости | https://port-news.example/2024/03/12/ugol/ | 2024-03-12T10:00+03:00 | – | 2024-03-14"
    );
    assert_eq!(article.blocks.len(), 3, "{:#?}", paragraphs(&article));
    assert!(article.text.contains("Погрузка одного судна теперь занимает сутки."));
    assert!(article.removed.iter().any(|removed| removed.text.starts_with("Войдите, чтобы читать")));

    let article = only("saved-from.html");
    assert_eq!(
        card(&article),
        "Паромы вернулись на линию Актау — Баку | Каспий | https://kaspiy.example/news/2021/paromy-vernulis/ | 2021-10-05T14:20 | – | –"
    );
    assert_eq!(article.blocks.len(), 3, "{:#?}", paragraphs(&article));

    let article = only("page.mhtml");
    assert_eq!(
        card(&article),
        "В Дербенте нашли мастерскую гончара VII века | Юг сегодня | https://yug.example/news/derbent-goncharnaya | 2023-06-30T11:45+03:00 | – | 2023-07-01"
    );
    assert_eq!(article.blocks.len(), 3, "{:#?}", paragraphs(&article));
}

#[test]
fn clippings_say_when_they_were_clipped_and_that_is_no_publication() {
    let article = only("obsidian.md");
    assert_eq!(
        card(&article),
        "Как Норвегия учит китов обходить порты | – | https://polar.example/science/kity | 2024-05-21 | Нина Рогова | 2024-06-02"
    );
    assert_eq!(article.tags, ["океан"]);
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Heading, ListItem, Paragraph};
    assert_eq!(kinds, [Paragraph, Heading, Paragraph, Paragraph, ListItem, ListItem], "{:#?}", paragraphs(&article));

    let article = only("markdownload.md");
    assert_eq!(
        card(&article),
        "Очередь у Босфора выросла до сорока судов | – | https://more.example/article/77 | – | Глеб Лаптев | 2023-11-20"
    );
    assert!(
        paragraphs(&article)[0].starts_with("Очередь танкеров") || paragraphs(&article)[0].starts_with("Танкеры ждут")
    );
}

#[test]
fn letters_give_their_text_without_the_footer_and_name_their_attachments() {
    let (articles, diagnostics) = sample("newsletter.eml");
    assert_eq!(card(&articles[0]), "Почему зерно дешевеет | Вечерний обзор | – | 2023-09-13T19:00+03:00 | – | –");
    assert_eq!(articles[0].blocks.len(), 3, "{:#?}", paragraphs(&articles[0]));
    assert_eq!(diagnostics.len(), 1);
    assert!(diagnostics[0].message.contains("таблица.pdf"), "{}", diagnostics[0]);

    let article = only("forwarded.eml");
    assert_eq!(
        card(&article),
        "На руднике \"Ключевой\" возобновили добычу | Горный вестник | – | 2024-02-06T12:30 | – | –"
    );
    assert_eq!(article.blocks.len(), 3, "{:#?}", paragraphs(&article));
}

#[test]
fn posts_of_a_channel_are_articles_from_a_length_on() {
    let (articles, diagnostics) = sample("result.json");
    let cards: Vec<String> = articles.iter().map(card).collect();
    assert_eq!(
        cards,
        [
            "Вода в Урале поднялась на 14 сантиметров | Атырау сейчас | – | 2024-04-17T09:30+05:00 | – | –",
            "– | Атырау сейчас | – | 2024-04-17T12:00+05:00 | Вестник Каспия | –",
        ]
    );
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["result-846", "result-847"]);
    assert_eq!(articles[1].path, "result.json#result-847");
    assert_eq!(articles[0].modified.as_ref().unwrap().value.to_string(), "2024-04-17T10:02+05:00");
    assert!(articles[1].text.contains("четыре бригады связистов"));
    assert!(diagnostics.iter().all(|found| found.severity == Severity::Note), "{diagnostics:?}");

    let bytes = std::fs::read(folder().join("result.json")).unwrap();
    let options = Options { shortest_post: 2000, ..Options::default() };
    let (articles, diagnostics) = read_bytes_as("result.json", &bytes, &options, None);
    assert!(articles.is_empty() && diagnostics[0].message.contains("3 posts shorter than 2000"), "{diagnostics:?}");
}

#[test]
fn posts_on_a_page_of_a_channel_are_articles() {
    let bytes = std::fs::read(folder().join("channel.html")).unwrap();
    let options = Options { shortest_post: 100, ..Options::default() };
    let (articles, diagnostics) = read_bytes_as("channel.html", &bytes, &options, None);
    let told: Vec<(&str, String, &str)> = articles
        .iter()
        .map(|article| {
            let published = article.published.as_ref().map(|date| date.value.to_string()).unwrap_or_default();
            (article.path.rsplit('#').next().unwrap(), published, article.url.as_ref().unwrap().value.as_str())
        })
        .collect();
    let expected = [
        ("channel-811", "2024-05-13T01:20Z".to_owned(), "https://t.me/prichal5/811"),
        ("channel-813", "2024-05-14T22:41Z".to_owned(), "https://t.me/prichal5/813"),
    ];
    assert_eq!(told, expected);
    assert_eq!(articles[0].title.as_ref().unwrap().value, "Паром на Русский остров вернули");
    assert!(articles.iter().all(|article| article.outlet.as_ref().unwrap().value == "Причал № 5"));
    assert_eq!(articles[1].authors[0].value, "Порт сегодня");
    assert!(articles[1].text.starts_with("Портовый кран «Витязь»"), "{}", articles[1].text);
    assert!(diagnostics[0].message.contains("1 posts shorter"), "{diagnostics:?}");
}

#[test]
fn entries_of_feeds_are_articles_with_lasting_ids() {
    let (articles, diagnostics) = sample("feed.rss");
    let cards: Vec<String> = articles.iter().map(card).collect();
    assert_eq!(
        cards,
        [
            "В Коми потушили последний крупный пожар | Лесная газета | https://les.example/news/100 | 2024-08-19T14:05+03:00 | Ирина Чупрова | –",
            "Лесопилки просят отложить маркировку & учёт | Лесная газета | https://les.example/news/101 | 2024-08-20T09:00+03:00 | – | –",
        ]
    );
    assert_eq!(articles[0].blocks.len(), 2, "{:#?}", paragraphs(&articles[0]));
    assert!(articles[1].text.contains("а поставки из Китая"), "{}", articles[1].text);
    assert!(diagnostics[0].message.contains("1 entries without text"), "{diagnostics:?}");
    // The entry keeps its id when others come before it.
    let text = std::fs::read_to_string(folder().join("feed.rss")).unwrap();
    let start = text.find("<item>").unwrap();
    let later = format!("{}{}", &text[..start], &text[text.match_indices("<item>").nth(1).unwrap().0..]);
    assert_eq!(read_bytes("feed.rss", later.as_bytes(), false).0[0].id, articles[1].id);

    let article = only("feed.atom");
    assert_eq!(
        card(&article),
        "Ferry service returns after storm | Harbor Log | https://harbor.example/ferry | 2024-02-02T08:30-05:00 | Lee Moss | –"
    );
    assert_eq!(article.blocks.len(), 2, "{:#?}", paragraphs(&article));
}

#[test]
fn tables_and_dumps_give_an_article_a_row() {
    let (articles, diagnostics) = sample("articles.csv");
    assert_eq!(
        card(&articles[0]),
        "Навигация на Каме откроется раньше | Речной вестник | https://reka.example/1 | 2024-03-12 | – | –"
    );
    assert_eq!(
        paragraphs(&articles[0])[1],
        "Первыми пойдут баржи с щебнем. \"Вода высокая, пройдём везде\", — сказал диспетчер Олег Ким."
    );
    assert_eq!(articles.len(), 2);
    assert!(diagnostics.len() == 1 && diagnostics[0].message.contains("row 2 has no text"), "{diagnostics:?}");

    let (articles, diagnostics) = sample("dump.json");
    let cards: Vec<String> = articles.iter().map(card).collect();
    assert_eq!(
        cards,
        [
            "Қостанайда жаңа зауыт ашылды | – | https://kostanai.example/k1 | 2024-09-02T11:00+05:00 | Айгүл Сәрсенова | –",
            "Bridge reopens | Valley Times | – | 2024-09-03 | – | –",
        ]
    );
    assert!(diagnostics[0].message.contains("record 2"), "{diagnostics:?}");
}

#[test]
fn documents_give_paragraphs_headings_and_lists() {
    let article = only("spravka.docx");
    assert_eq!(article.authors[0].value, "Павел Ершов");
    let text = paragraphs(&article);
    assert!(
        text.contains(&"Строительство оценивали в 236 миллиардов рублей, позднее смета выросла, сообщили \"РЖД\"."),
        "{text:#?}"
    );
    assert!(text.contains(&"Обская — Салехард | 40"), "{text:#?}");
    let kind = |start: &str| {
        article.blocks.iter().find(|block| block.span.of(&article.text).starts_with(start)).map(|block| block.kind)
    };
    assert_eq!(kind("Что предстоит"), Some(BlockKind::Heading));
    assert_eq!(kind("мост через Обь"), Some(BlockKind::ListItem));

    let article = only("report.pdf");
    assert_eq!(card(&article), "Отчёт о дноуглублении на Нижней Оби | – | – | – | Служба пути | –");
    assert_eq!(article.blocks.len(), 3, "{:#?}", paragraphs(&article));
    assert!(
        article.text.contains("миллион кубических метров грунта, и глубина на перекатах выросла до трёх метров."),
        "{}",
        article.text
    );
    assert!(!article.text.contains("страница"));
}

#[test]
fn a_library_beside_a_text_is_its_metadata_and_no_source() {
    let article = only("zotero/port-strike.txt");
    assert_eq!(
        card(&article),
        "Hafenarbeiter kehren zurück | Hafen Heute | https://hafen.example/streik | 2022-07-16 | Uwe Brandt | 2022-07-20"
    );
    assert_eq!(sample("zotero/port-strike.json"), (vec![], vec![]));
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(
            *name,
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated),
        )
        .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn damaged_and_hostile_files_are_named_with_the_reason() {
    let bomb = archive(&[("word/document.xml", &vec![b' '; 40 << 20])]);
    assert!(bomb.len() < 1 << 20);
    let deep = format!("<html><body>{}<p>Текст.", "<div>".repeat(50_000));
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><item><title>x</title><description>&b;</description></item></channel></rss>";
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("bomb.docx", bomb, "MiB once it is unpacked"),
        ("empty.docx", archive(&[("word/other.xml", b"x")]), "is an archive"),
        ("book.epub", archive(&[("META-INF/container.xml", b"x")]), "is a book"),
        ("cut.docx", std::fs::read(folder().join("spravka.docx")).unwrap()[..900].to_vec(), "is no Word document"),
        ("deep.html", deep.into_bytes(), "deep in each other"),
        ("cut.pdf", std::fs::read(folder().join("report.pdf")).unwrap()[..700].to_vec(), ""),
        ("scan.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj\ntrailer<</Root 1 0 R>>".to_vec(), "cannot be read"),
        ("broken.json", b"{\"name\": \"x\", \"messages\": [".to_vec(), "is no valid JSON"),
        ("other.json", b"{\"a\": 1}".to_vec(), "is no article"),
        ("columns.csv", "а;б\n1;2\n".into(), "has no column of texts"),
        ("other.xml", b"<?xml version=\"1.0\"?><svg><g/></svg>".to_vec(), "no feed"),
        ("menu.html", "<!DOCTYPE html><html><body><nav><a href=/>Главная</a></nav><form>Войти</form></body></html>".into(), "holds no"),
        ("sheet.xlsx", archive(&[("xl/workbook.xml", b"x")]), "is a spreadsheet"),
        ("box.mbox", b"From a@b.example Mon Jan 1\n\nx".to_vec(), "is a mailbox"),
    ];
    for (name, bytes, reason) in cases {
        let (articles, diagnostics) = read_bytes(name, &bytes, false);
        assert!(articles.is_empty(), "{name}: {}", articles[0].text);
        assert!(diagnostics.iter().any(|found| found.message.contains(reason)), "{name}: {diagnostics:#?}");
        assert!(diagnostics.iter().all(|found| found.hint.is_some()), "{name}: {diagnostics:#?}");
    }
    let (articles, _) = read_bytes("laughs.xml", laughs.as_bytes(), false);
    assert!(articles.iter().all(|article| article.text.len() < 100));
}

#[test]
fn a_table_without_rows_is_named() {
    let (articles, diagnostics) = read_bytes("a.csv", "Дата;Заголовок;Текст\n;;\n".as_bytes(), false);
    assert!(articles.is_empty() && diagnostics[0].message.contains("no row"), "{diagnostics:?}");
}

#[test]
fn one_broken_entry_loses_no_other() {
    let text = std::fs::read_to_string(folder().join("feed.rss")).unwrap();
    let cut = &text[..text.find("<item><title>Фото").unwrap() + 30];
    let (articles, _) = read_bytes("feed.rss", cut.as_bytes(), false);
    assert_eq!(articles.len(), 2);
}

/// Each sample with some of its bytes replaced, doubled or cut.
fn mangled() -> impl Strategy<Value = (String, Vec<u8>)> {
    let samples = [
        "singlefile.html",
        "page.mhtml",
        "obsidian.md",
        "newsletter.eml",
        "forwarded.eml",
        "result.json",
        "feed.rss",
        "feed.atom",
        "articles.csv",
        "dump.json",
        "spravka.docx",
        "report.pdf",
    ];
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..12);
    (prop::sample::select(samples.to_vec()), edits, any::<prop::sample::Index>(), any::<bool>()).prop_map(
        |(name, edits, cut, cuts)| {
            let mut bytes = std::fs::read(folder().join(name)).unwrap();
            for (at, byte, edit) in edits {
                let at = at.index(bytes.len());
                match edit {
                    0 => bytes[at] = byte,
                    1 => bytes.insert(at, byte),
                    _ => drop(bytes.remove(at)),
                }
            }
            if cuts {
                bytes.truncate(cut.index(bytes.len()));
            }
            (name.to_owned(), bytes)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn mangled_files_never_panic_and_never_vanish((name, bytes) in mangled()) {
        let (articles, diagnostics) = read_bytes(&name, &bytes, false);
        prop_assert!(!articles.is_empty() || !diagnostics.is_empty());
        for article in &articles {
            for block in &article.blocks {
                prop_assert!(!block.span.of(&article.text).trim().is_empty());
            }
        }
    }
}

/// A path that is not there is named like any other fault.
#[test]
fn a_missing_file_is_named() {
    let (articles, diagnostics) = read_file(Path::new("."), Path::new("none.html"), false);
    assert!(articles.is_empty() && diagnostics[0].message.contains("cannot be read"));
}
