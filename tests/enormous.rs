//! Enormous and hostile files: each is read within its bounds, or named with the reason, and nothing panics.
//!
//! No test asserts how long anything takes; without the bounds most of these would not end, or not fit into memory.

use std::io::{Cursor, Write};
use std::path::Path;

use dossier::analysis::{self, analyse};
use dossier::calendar::Moment;
use dossier::diagnostic::{Diagnostic, Severity};
use dossier::intake::{Article, MAX_ARTICLE_BYTES, read_bytes};

const SENTENCE: &str = "Губернатор открыл новый мост через реку, который строили три года. ";

/// Fails unless nothing is read of a file and its one error says why.
fn assert_refused(name: &str, bytes: &[u8], because: &str) {
    let (articles, diagnostics) = read_bytes(name, bytes, false);
    assert!(articles.is_empty(), "{name} is read");
    assert!(says(&diagnostics, because), "{name}: {diagnostics:?} does not say “{because}”");
}

fn says(diagnostics: &[Diagnostic], reason: &str) -> bool {
    diagnostics.iter().any(|found| found.severity == Severity::Error && found.message.contains(reason))
}

/// The articles of a file, each within the bounds of one.
fn read(name: &str, bytes: &[u8]) -> (Vec<Article>, Vec<Diagnostic>) {
    let (articles, diagnostics) = read_bytes(name, bytes, false);
    assert!(articles.iter().all(|article| article.text.len() <= MAX_ARTICLE_BYTES));
    assert!(diagnostics.len() <= 102, "{name}: {} diagnostics", diagnostics.len());
    (articles, diagnostics)
}

fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>Губернатор открыл мост</title></head><body><h1>Губернатор открыл мост</h1>{body}</body></html>"
    )
}

fn paragraphs(count: usize) -> String {
    format!("<p>{}</p>", SENTENCE.repeat(2)).repeat(count)
}

#[test]
fn pages_that_cost_too_much_to_parse_are_refused() {
    let fonts: String = (0..1200).map(|size| format!("<font size={size}>")).collect();
    let attributes: String = (0..60_000).map(|number| format!(" a{number}")).collect();
    let cases = [
        // The closing tags close nothing.
        ("<div></x>".repeat(100_000), "deep in each other"),
        ("<div x='</div>'>".repeat(5000), "deep in each other"),
        ("<div><!-- </div> -->".repeat(5000), "deep in each other"),
        (format!("<div>{fonts}</div>{}", "<p>а</p>".repeat(20_000)), "nothing closes"),
        (format!("<div{attributes}>"), "attributes"),
        ("&amp;".repeat(300_000), "character references"),
        ("<i>а</i>".repeat(250_000), "tags"),
    ];
    for (body, because) in cases {
        assert_refused("a.html", page(&format!("{body}{}", paragraphs(3))).as_bytes(), because);
    }
}

#[test]
fn what_only_looks_like_tags_is_no_reason_to_refuse_a_page() {
    let script = format!("<script>var a = '{}';</script>", "<div><b>".repeat(20_000));
    let path = format!("<svg><path d=\"M{}\"/></svg>", " 10 20".repeat(100_000));
    let comment = format!("<!--{}-->", "<div>".repeat(20_000));
    // Three that are alike are opened again, and no more.
    let sloppy = format!("<p><b>{SENTENCE}</p>").repeat(2000);
    for body in [script, path, comment, sloppy] {
        let (articles, diagnostics) = read("a.html", page(&format!("{body}{}", paragraphs(5))).as_bytes());
        assert_eq!(articles.len(), 1, "{diagnostics:?}");
    }
}

#[test]
fn long_lines_titles_and_lists_of_a_page_are_read() {
    let title = format!("<title>{}</title>", "слово - ".repeat(100_000));
    let pages = [
        page(&paragraphs(3)).replace("<title>Губернатор открыл мост</title>", &title),
        page(&format!("<div class=\"{}\">{}</div>", "ad related ".repeat(200_000), paragraphs(3))),
        page(&format!("{}{}", "<h1><i>".repeat(600), paragraphs(3))),
        page(&format!("<p>{}</p>", SENTENCE.repeat(20_000))),
        page(&format!("<pre>{}</pre>{}", "строка\n".repeat(50_000), paragraphs(3))),
        page(&format!("{}{}", "<time datetime='2024-01-01'>1 января</time>".repeat(20_000), paragraphs(3))),
    ];
    for html in pages {
        let (articles, diagnostics) = read("a.html", html.as_bytes());
        assert_eq!(articles.len(), 1, "{diagnostics:?}");
    }
}

#[test]
fn data_without_end_in_a_page_says_nothing_of_its_article() {
    let scripts = [
        "[".repeat(2 << 20),
        format!("[{}]", vec!["{\"@type\":\"Thing\"}"; 700_000].join(",")),
        format!(
            "[{},{{\"@type\":\"NewsArticle\",\"headline\":\"Мост\",\"author\":[{}]}}]",
            vec!["{\"@id\":\"1\"}"; 20_000].join(","),
            vec!["{\"@id\":\"2\"}"; 20_000].join(",")
        ),
    ];
    for script in scripts {
        let script = format!("<script type=\"application/ld+json\">{script}</script>");
        let (articles, diagnostics) = read("a.html", page(&format!("{script}{}", paragraphs(5))).as_bytes());
        assert_eq!(articles.len(), 1, "{diagnostics:?}");
    }
}

#[test]
fn pasted_text_of_one_line_or_of_many_is_read() {
    let headers: String = (0..20_000).map(|number| format!("Раздел{number} города и области\n")).collect();
    let body = format!("{SENTENCE}\n").repeat(20);
    let texts = [
        SENTENCE.repeat(30_000),
        format!("{headers}{body}"),
        format!("{body}{headers}"),
        format!("{body}{}", "#тег ".repeat(100_000)),
    ];
    for text in texts {
        let (articles, diagnostics) = read("a.txt", text.as_bytes());
        assert_eq!(articles.len(), 1, "{diagnostics:?}");
    }
    assert_refused("a.txt", "а".repeat(1 << 20).as_bytes(), "holds no article");
    assert_refused("a.txt", SENTENCE.repeat(40_000).as_bytes(), "an article may have");
}

#[test]
fn json_is_read_up_to_what_fits_into_memory() {
    assert_refused("a.json", format!("[{}]", vec!["{\"a\":0}"; 800_000].join(",")).as_bytes(), "MiB");
    assert_refused("a.json", format!("[{}]", vec!["0"; 8 << 20].join(",")).as_bytes(), "MiB");
    assert_refused("a.json", "[".repeat(4 << 20).as_bytes(), "no valid JSON");
    assert_refused("a.json", "{\"a\":".repeat(100_000).as_bytes(), "no valid JSON");
    assert_refused("result.json", format!("{{\"messages\":{}", "[".repeat(1 << 20)).as_bytes(), "no valid JSON");
    let keys: String = (0..200_000).map(|number| format!("\"k{number}\":1,")).collect();
    let (articles, _) = read("a.json", format!("{{{keys}\"text\":\"{SENTENCE}\"}}").as_bytes());
    assert_eq!(articles.len(), 1);
}

#[test]
fn faults_without_end_are_counted_and_not_listed() {
    let files = [
        ("a.jsonl", "{\"x\":1}\n".repeat(100_000)),
        ("a.jsonl", "{\"text\":\" \"}\n".repeat(20_000)),
        ("a.json", format!("[{}]", vec!["0"; 100_000].join(","))),
        ("a.csv", format!("text,b\n{}", ",1\n".repeat(100_000))),
    ];
    for (name, text) in files {
        let (articles, diagnostics) = read(name, text.as_bytes());
        assert!(articles.is_empty());
        assert!(says(&diagnostics, "more"), "{name}: {diagnostics:?}");
    }
}

#[test]
fn a_file_gives_no_more_than_fifty_thousand_articles() {
    let line = format!("{{\"text\":\"{SENTENCE}\"}}\n");
    let (articles, diagnostics) = read_bytes("a.jsonl", line.repeat(50_003).as_bytes(), true);
    assert_eq!(articles.len(), 50_000);
    assert!(says(&diagnostics, "has 3 more than the 50000 articles"), "{diagnostics:?}");
    let feed = format!("<rss><channel>{}</channel></rss>", "<item><title>а</title></item>".repeat(50_001));
    let (_, diagnostics) = read("a.xml", feed.as_bytes());
    assert!(says(&diagnostics, "more entries than the 50000"), "{diagnostics:?}");
}

#[test]
fn a_table_of_a_million_columns_is_read() {
    let columns: String = (0..300_000).map(|number| format!(",c{number}")).collect();
    let table = format!("text{columns}\n\"{SENTENCE}\"{}\n", ",1".repeat(300_000));
    let (articles, diagnostics) = read("a.csv", table.as_bytes());
    assert_eq!(articles.len(), 1, "{diagnostics:?}");
    let (articles, _) = read("a.csv", format!("text\n{}", "\"".repeat(2 << 20)).as_bytes());
    assert!(articles.len() <= 1);
}

#[test]
fn feeds_are_neither_expanded_nor_followed_into_the_deep() {
    let entities: String =
        (1..40).map(|level| format!("<!ENTITY l{level} \"&l{0};&l{0};&l{0};&l{0};\">", level - 1)).collect();
    let item = format!("<item><title>Мост</title><description>&l39; {SENTENCE}</description></item>");
    let feed = format!("<?xml version=\"1.0\"?><!DOCTYPE a [{entities}]><rss><channel>{item}</channel></rss>");
    let (articles, _) = read("a.xml", feed.as_bytes());
    assert_eq!(articles.len(), 1);
    assert!(articles[0].text.len() < 1000);
    assert_refused("a.xml", format!("<rss><channel>{}", "<a>".repeat(1 << 20)).as_bytes(), "too deep");
}

#[test]
fn letters_of_parts_within_parts_are_read_or_named() {
    let head = "From: a@a.example\r\nSubject: Мост\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a>\r\n";
    let nested: String = (0..50_000)
        .map(|part| format!("Content-Type: multipart/mixed; boundary=\"b{part}\"\r\n\r\n--b{part}\r\n"))
        .collect();
    let letters = [
        format!("{head}{nested}Content-Type: text/plain; charset=utf-8\r\n\r\n{SENTENCE}"),
        format!("{head}{}{SENTENCE}", "Content-Type: message/rfc822\r\n\r\n".repeat(20_000)),
        format!(
            "{head}Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n{}--b--",
            "--b\r\nContent-Type: text/plain\r\n\r\nhello there\r\n".repeat(50_000)
        ),
    ];
    for letter in letters {
        let (articles, diagnostics) = read("a.eml", letter.as_bytes());
        assert!(articles.len() == 1 || !diagnostics.is_empty());
    }
}

fn document(xml: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn archives_that_unpack_without_end_are_refused() {
    assert_refused("a.docx", &document(&" ".repeat(33 << 20)), "once it is unpacked");
    let text = format!("<w:p><w:r><w:t><![CDATA[{}]]></w:t></w:r></w:p>", "<".repeat(6 << 20));
    assert_refused("a.docx", &document(&format!("<w:body>{text}</w:body>")), "MiB of text");
    let tables = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    let text = format!("<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>");
    let (articles, diagnostics) = read("a.docx", &document(&format!("<w:body>{text}{tables}</w:body>")));
    assert!(articles.len() == 1 || !diagnostics.is_empty());
}

/// A document of `pages` pages, which all have the same content.
fn pdf(content: &[u8], pages: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(content).unwrap();
    let packed = packed.finish().unwrap();
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", 5 + page)).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count {pages}>>").into_bytes(),
        [format!("<</Length {}/Filter/FlateDecode>>stream\n", packed.len()).as_bytes(), &packed, b"\nendstream"]
            .concat(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ];
    let page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>";
    objects.extend(std::iter::repeat_n(page.to_vec(), pages));
    let (mut file, mut places) = (b"%PDF-1.4\n".to_vec(), String::new());
    for (number, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend([format!("{} 0 obj\n", number + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{places}").bytes());
    file.extend(format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF").bytes());
    file
}

#[test]
fn pdf_streams_that_expand_without_end_are_refused() {
    let text = b"BT /F1 12 Tf 50 700 Td (The governor opened a new bridge across the river.) Tj ET ";
    let (articles, diagnostics) = read("a.pdf", &pdf(text, 2));
    assert_eq!(articles.len(), 1, "{diagnostics:?}");
    assert_refused("a.pdf", &pdf(&[text.as_slice(), &b" ".repeat(64 << 20)].concat(), 3), "cannot be unpacked");
    assert_refused("a.pdf", &pdf(&text.repeat(40_000), 30), "MiB of text");
    // Each piece of text on one line is measured against all before it.
    let pieces =
        [b"BT /F1 12 Tf 50 700 Td (The governor ) Tj ".as_slice(), &b"1 0 Td (opened) Tj ".repeat(100_000), b"ET"];
    let (articles, diagnostics) = read("a.pdf", &pdf(&pieces.concat(), 1));
    assert!(articles.len() == 1 || !diagnostics.is_empty());
}

#[test]
fn front_matter_without_end_is_named_and_the_text_read() {
    let clipping = format!("---\ntitle: \"Мост\"\ntags: {}\n---\n{SENTENCE}\n", "[".repeat(1 << 20));
    let (articles, diagnostics) = read("a.md", clipping.as_bytes());
    assert_eq!(articles.len(), 1, "{diagnostics:?}");
    assert!(says(&diagnostics, "front matter"), "{diagnostics:?}");
    for body in ["[".repeat(1 << 20), ">".repeat(1 << 20), "- ".repeat(1 << 19), "*a _b ".repeat(200_000)] {
        read("a.md", format!("---\ntitle: \"Мост\"\n---\n{SENTENCE}\n\n{body}").as_bytes());
    }
}

#[test]
fn a_zone_that_is_no_number_is_no_date() {
    for moment in ["2024-03-12T10:00+\u{FEFF}0", "2024-03-12T10:00+ёё", "2024-03-12T10:00-1", "2024-03-12T10:00+"] {
        assert!(moment.parse::<Moment>().is_err(), "{moment}");
    }
}

/// What fuzzing has found, as small as it could be made.
#[test]
fn findings_of_fuzzing_stay_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut count = 0;
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        let name = entry.file_name().to_string_lossy();
        let (articles, diagnostics) = read(&name, &bytes);
        assert!(!articles.is_empty() || !diagnostics.is_empty(), "{name} vanishes");
        for article in articles {
            analyse(article, analysis::Options::default());
        }
        count += 1;
    }
    assert!(count > 0);
}
