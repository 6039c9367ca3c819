//! `dossier fetch`: feeds as sites send them.

use std::sync::atomic::{AtomicUsize, Ordering};

use dossier::arrival::Feed;

use super::server::{Server, ok, reply, status};
use super::{Folder, article, page};

/// An RSS item; `text` is put in as the description.
fn item(number: usize, title: &str, link: &str, text: &str) -> String {
    format!(
        "<item><title>{title}</title><link>{link}</link><guid isPermaLink=\"false\">id-{number}</guid>\
         <pubDate>Tue, {:02} Mar 2023 09:30:00 +0300</pubDate><description><![CDATA[{text}]]></description></item>",
        number + 1
    )
}

fn rss(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
         <channel><title>Вести порта</title><link>https://port.example/</link><language>ru</language>{items}</channel></rss>"
    )
}

/// The paragraphs of an article about `place`.
fn text(place: &str) -> String {
    article("", place).split("\n\n").skip(2).collect::<Vec<_>>().join("\n\n")
}

fn configure(folder: &Folder, feeds: &str) {
    folder.write("dossier.toml", format!("title = \"Проба\"\nlanguage = \"ru\"\n{feeds}"));
}

fn fetch(folder: &Folder, code: i32) -> String {
    let run = folder.run(&["fetch", "--allow-private"]);
    assert_eq!(run.code, code, "out: {}\nerr: {}", run.out, run.err);
    format!("{}{}", run.out, run.err)
}

#[test]
fn entries_come_once() {
    let version = std::sync::Arc::new(AtomicUsize::new(1));
    let served = std::sync::Arc::clone(&version);
    let server = Server::start(move |asked, connection| {
        let version = served.load(Ordering::SeqCst);
        let etag = format!("\"v{version}\"");
        let known = asked.headers.iter().any(|line| *line == format!("if-none-match: {etag}"));
        match asked.path.as_str() {
            "/rss" if known => status(connection, "304 Not Modified", ""),
            "/rss" => {
                let items: String = (0..=version)
                    .rev()
                    .map(|n| {
                        item(
                            n,
                            &format!("Причал номер {n}"),
                            &format!("https://port.example/{n}"),
                            &text(&format!("Порт{n}")),
                        )
                    })
                    .collect();
                let body = rss(&items);
                reply(
                    connection,
                    &format!("HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Length: {}\r\n", body.len()),
                    body.as_bytes(),
                );
            }
            _ => status(connection, "404 Not Found", ""),
        }
    });
    let folder = Folder::new();
    configure(&folder, &format!("[[feed]]\nurl = \"{}\"\n", server.url("/rss")));
    let said = fetch(&folder, 0);
    assert!(said.contains(": 2 new"), "{said}");
    assert_eq!(folder.seeds(), ["prichal-nomer-0.txt", "prichal-nomer-1.txt"]);
    let sidecar = folder.sidecar("seeds/prichal-nomer-1.txt");
    assert_eq!(sidecar["url"], "https://port.example/1");
    assert_eq!(sidecar["outlet"], "Вести порта");
    assert_eq!(sidecar["published"], "2023-03-02T06:30:00Z");
    assert_eq!(sidecar["feed"], server.url("/rss"));

    assert!(fetch(&folder, 0).contains(": nothing new"), "the server is asked with the entity tag");
    // A seed that was deleted stays deleted: what was seen stays known.
    std::fs::remove_file(folder.path("seeds/prichal-nomer-0.txt")).unwrap();
    version.store(2, Ordering::SeqCst);
    let said = fetch(&folder, 0);
    assert!(said.contains(": 1 new, 2 known"), "{said}");
    assert_eq!(folder.seeds(), ["prichal-nomer-1.txt", "prichal-nomer-2.txt"]);
    // The state is text in an order of its own, fit for a repository.
    let state = folder.read("seeds/.feeds.json");
    assert!(state.contains("\"id-0\"") && state.ends_with("}\n"), "{state}");
}

#[test]
fn a_broken_feed_does_not_stop_the_others() {
    let server = Server::with(vec![
        ("/page", "text/html", page("Не лента", "Омск")),
        ("/cut", "application/rss+xml", rss("<item><title>нет конца").replace("</channel></rss>", "")),
        ("/good", "application/rss+xml", rss(&item(1, "Причал", "https://port.example/1", &text("Мурманск")))),
    ]);
    let folder = Folder::new();
    let feeds: String =
        ["/none", "/page", "/cut", "/good"].map(|path| format!("[[feed]]\nurl = \"{}\"\n", server.url(path))).concat();
    configure(&folder, &feeds);
    let said = fetch(&folder, 1);
    assert_eq!(folder.seeds(), ["prichal.txt"], "{said}");
    for path in ["/none", "/page"] {
        assert!(said.contains(&format!("error: {}", server.url(path))), "{path}: {said}");
    }
    assert!(said.contains("status 404") && said.contains("is no feed"), "{said}");
}

#[test]
fn settings_choose() {
    let items: String = [
        item(1, "Токаев открыл порт", "https://a.example/1", &text("Актау")),
        item(2, "Гороскоп для Токаева", "https://a.example/2", &text("Овен")),
        item(
            3,
            "Погода",
            "https://a.example/3",
            "В среду ясно, без осадков, ветер слабый, днём до двадцати градусов тепла.",
        ),
        item(
            4,
            "Встреча с Токаевым",
            "https://a.example/4",
            "Президент встретился с министрами в Астане и обсудил бюджет на будущий год.",
        ),
    ]
    .concat();
    let server = Server::with(vec![("/rss", "application/rss+xml", rss(&items))]);
    let folder = Folder::new();
    configure(
        &folder,
        &format!(
            "[[feed]]\nurl = \"{}\"\noutlet = \"Своё имя\"\nlanguage = \"kk\"\nlimit = 1\ninclude = [\"токаев\"]\nexclude = [\"гороскоп\"]\n",
            server.url("/rss")
        ),
    );
    let said = fetch(&folder, 0);
    assert!(said.contains("1 new, 2 left out by its settings, 1 wait for the next run"), "{said}");
    assert_eq!(folder.seeds(), ["vstrecha-s-tokaevym.txt"], "the newest first");
    let sidecar = folder.sidecar("seeds/vstrecha-s-tokaevym.txt");
    assert_eq!((sidecar["outlet"].as_str(), sidecar["language"].as_str()), (Some("Своё имя"), Some("kk")));
    assert!(fetch(&folder, 0).contains("1 new, 1 known, 2 left out"));
    assert!(fetch(&folder, 0).contains("0 new, 2 known, 2 left out"));
}

#[test]
fn full_pages_are_fetched_and_a_failure_is_tried_again() {
    let fails = std::sync::Arc::new(AtomicUsize::new(1));
    let failing = std::sync::Arc::clone(&fails);
    let server = Server::start(move |asked, connection| match asked.path.as_str() {
        "/rss" => {
            let base = asked.headers.iter().find_map(|line| line.strip_prefix("host: ")).unwrap();
            let items = [
                item(1, "Причал в ленте", "/one", "Коротко."),
                item(2, "Второй", &format!("http://{base}/two"), "Коротко."),
            ];
            ok(connection, "application/rss+xml", rss(&items.concat()).as_bytes());
        }
        "/one" => ok(connection, "text/plain; charset=utf-8", article("Причал на странице", "Мурманск").as_bytes()),
        "/two" if failing.load(Ordering::SeqCst) > 0 => status(connection, "500 Oops", ""),
        "/two" => ok(
            connection,
            "text/plain; charset=utf-8",
            "Суд в Казани признал завод виновным в загрязнении реки.".as_bytes(),
        ),
        _ => status(connection, "404 Not Found", ""),
    });
    let folder = Folder::new();
    configure(&folder, &format!("[[feed]]\nurl = \"{}\"\nfull = true\n", server.url("/rss")));
    let said = fetch(&folder, 1);
    assert!(said.contains("1 new") && said.contains("status 500"), "{said}");
    let one = folder.seeds().remove(0);
    assert!(folder.read(&format!("seeds/{one}")).contains("Игорь Лаптев"), "the page, not the summary");
    assert_eq!(folder.sidecar(&format!("seeds/{one}"))["url"], server.url("/one"), "a relative link");
    fails.store(0, Ordering::SeqCst);
    assert!(fetch(&folder, 0).contains("1 new, 1 known"));
    assert_eq!(folder.seeds().len(), 2);
}

#[test]
fn what_is_there_already_is_not_added_again() {
    let folder = Folder::new();
    folder.write("seeds/own.txt", article("Причал в Мурманске открыт", "Мурманск"));
    let items = item(1, "Открыт причал", "https://a.example/1", &text("Мурманск"));
    let server = Server::with(vec![("/rss", "application/rss+xml", rss(&items))]);
    configure(&folder, &format!("[[feed]]\nurl = \"{}\"\n", server.url("/rss")));
    assert!(fetch(&folder, 0).contains("0 new, 1 already there"));
    assert!(fetch(&folder, 0).contains("0 new, 1 known"), "and is known from then on");
    assert_eq!(folder.seeds(), ["own.txt"]);
}

#[test]
fn configuration_and_state_are_checked() {
    let folder = Folder::new();
    let run = folder.run(&["fetch"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("names no feed") && run.err.contains("[[feed]]"), "{}", run.err);
    configure(&folder, "[[feed]]\nurl = \"feed.xml\"\n");
    let run = folder.run(&["fetch"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("dossier.toml:4: the feed `feed.xml`"), "{}", run.err);
    configure(&folder, "[[feed]]\nurl = \"http://127.0.0.1:1/\"\n");
    folder.write("seeds/.feeds.json", "{");
    let run = folder.run(&["fetch", "--allow-private"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("seeds/.feeds.json:1: is damaged"), "{}", run.err);
    assert_eq!(folder.read("seeds/.feeds.json"), "{", "it is left for its owner to mend");
}

#[test]
fn a_hostile_feed_steers_no_terminal() {
    let feed = serde_json::json!({"version": "https://jsonfeed.org/version/1.1", "title": "\u{1b}[2Jлента", "items": [
        {"id": "\u{1b}]0;owned\u{7}", "title": "Порт \u{1b}[31mзакрыт\u{202e}", "content_text": text("Омск")},
        {"id": "../../etc/passwd", "title": "../../../etc/passwd", "content_text": ""},
    ]});
    let server = Server::with(vec![("/feed", "application/feed+json", feed.to_string())]);
    let folder = Folder::new();
    configure(&folder, &format!("[[feed]]\nurl = \"{}\"\n", server.url("/feed")));
    let said = fetch(&folder, 1);
    assert!(said.contains("Порт") && !said.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{said:?}");
    assert_eq!(folder.seeds().len(), 1, "{:?}", folder.seeds());
    let outside = std::fs::read_dir(folder.path(".")).unwrap().count();
    assert_eq!(outside, 2, "dossier.toml and seeds/, nothing else");
}

fn parse(text: &str) -> Feed {
    Feed::parse(text.as_bytes(), None, "https://a.example/feeds/all").unwrap()
}

#[test]
fn every_kind_of_feed() {
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ru\"><title>Атом</title><id>x</id><updated>2023-03-01T00:00:00Z</updated>\
        <entry><id>tag:1</id><title type=\"html\">О &amp;laquo;порте&amp;raquo; &lt;b&gt;сегодня&lt;/b&gt;</title><link rel=\"enclosure\" href=\"/p.jpg\"/>\
        <link href=\"/1\"/><published>2023-03-01T12:00:00+03:00</published><updated>2023-03-02T00:00:00Z</updated>\
        <author><name>Анна Громова</name></author><category term=\"порт\" label=\"Порт\"/><content type=\"html\">&lt;p&gt;Весь текст.&lt;/p&gt;</content></entry></feed>";
    let feed = parse(atom);
    let entry = &feed.entries[0];
    assert_eq!(entry.title.as_deref(), Some("О «порте» сегодня"));
    assert_eq!(entry.link.as_deref(), Some("https://a.example/1"));
    assert_eq!(entry.published.as_deref(), Some("2023-03-01T09:00:00Z"));
    assert_eq!(
        (entry.authors.as_slice(), entry.tags.as_slice()),
        (&["Анна Громова".to_owned()][..], &["Порт".to_owned()][..])
    );
    assert_eq!(entry.body.as_ref().unwrap().text, "<p>Весь текст.</p>");

    let rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
        <channel rdf:about=\"https://a.example/\"><title>Старая лента</title><link>https://a.example/</link><description>d</description></channel>\
        <item rdf:about=\"https://a.example/1\"><title>Порт</title><link>https://a.example/1</link><description>Кратко о порте</description><dc:date>2023-03-01T12:00:00+03:00</dc:date></item></rdf:RDF>";
    let entry = &parse(rdf).entries[0];
    assert_eq!((entry.title.as_deref(), entry.link.as_deref()), (Some("Порт"), Some("https://a.example/1")));

    let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Джейсон", "items": [{"id": "1", "url": "https://a.example/1",
        "title": "Порт", "content_html": "<p>Весь текст</p>", "date_published": "2023-03-01T12:00:00+03:00"}]}"#;
    let entry = &parse(json).entries[0];
    assert_eq!((entry.key.as_str(), entry.link.as_deref()), ("1", Some("https://a.example/1")));

    let both = rss("<item><title>Порт</title><guid>https://a.example/g</guid><description>Кратко.</description>\
         <content:encoded><![CDATA[<p>Весь текст, и он длиннее.</p>]]></content:encoded></item>");
    let entry = &parse(&both).entries[0];
    assert_eq!(entry.link.as_deref(), Some("https://a.example/g"), "an identifier that is an address");
    assert!(entry.body.as_ref().unwrap().is_content);
}

#[test]
fn feeds_as_they_really_are() {
    let items = item(1, "Порт «А&nbsp;Б» &mdash; открыт", "https://a.example/1", "Кратко");
    // White space before the declaration, names of HTML in XML, a control character.
    let feed = parse(&format!("\n  {}", rss(&items).replace("Вести порта", "Вести\u{8} порта")));
    assert_eq!(feed.title.as_deref(), Some("Вести порта"));
    assert_eq!(feed.entries[0].title.as_deref(), Some("Порт «А Б» — открыт"));
    // windows-1251: declared, or only said by the server.
    for (declaration, content_type) in [("windows-1251", None), ("utf-8", Some("text/xml; charset=windows-1251"))] {
        let text =
            rss(&items).replace("&nbsp;", " ").replace("encoding=\"utf-8\"", &format!("encoding=\"{declaration}\""));
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
        let feed = Feed::parse(&bytes, content_type, "https://a.example/").unwrap();
        assert_eq!(feed.title.as_deref(), Some("Вести порта"), "{declaration} {content_type:?}");
    }
    // Declared as windows-1251, and UTF-8 in truth.
    let lying = rss(&items).replace("encoding=\"utf-8\"", "encoding=\"windows-1251\"");
    assert_eq!(parse(&lying).title.as_deref(), Some("Вести порта"));
    // What is no web address is no link.
    let script = item(1, "x", "javascript:alert(1)", "y");
    assert_eq!(parse(&rss(&script)).entries[0].link, None);
    for rubbish in [
        "",
        "<",
        "{",
        "<rss version=\"2.0\">",
        "<html><body>",
        "\u{0}\u{1}",
        "<?xml?><!DOCTYPE a [<!ENTITY b \"c\">]><rss/>",
    ] {
        assert!(
            Feed::parse(rubbish.as_bytes(), None, "https://a.example/").is_err() || rubbish.contains("rss"),
            "{rubbish}"
        );
    }
    let deep = format!("<rss version=\"2.0\"><channel><item>{}", "<a>".repeat(200_000));
    drop(Feed::parse(deep.as_bytes(), None, "https://a.example/"));
}
