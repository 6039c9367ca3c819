//! `dossier add URL`: what servers do.

use std::io::Write;
use std::net::IpAddr;
use std::time::{Duration, Instant};

use dossier::arrival::{Robots, is_public};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

use super::server::{Server, ok, reply, status};
use super::{Folder, article};

const TEXT: &str = "text/plain; charset=utf-8";

fn murmansk() -> String {
    article("Причал в Мурманске открыт", "Мурманск")
}

#[test]
fn a_page_arrives_with_where_it_came_from() {
    let server = Server::start(|asked, connection| match asked.path.as_str() {
        "/old?a=1" => status(connection, "301 Moved Permanently", "Location: /new\r\nSet-Cookie: id=1\r\n"),
        "/new" => ok(connection, TEXT, murmansk().as_bytes()),
        _ => status(connection, "404 Not Found", ""),
    });
    let folder = Folder::new();
    let path = folder.added(&server.url("/old?a=1#part"));
    assert_eq!(path, "seeds/prichal-v-murmanske-otkryt.txt");
    assert_eq!(folder.read(&path), murmansk());
    let sidecar = folder.sidecar(&path);
    assert_eq!(sidecar["url"], server.url("/new"));
    assert_eq!(sidecar["requested"], server.url("/old?a=1#part"));
    assert_eq!(sidecar["content_type"], TEXT);
    assert!(sidecar["retrieved"].as_str().unwrap().ends_with('Z'));
    assert_eq!(server.paths(), ["/robots.txt", "/old?a=1", "/new"], "robots.txt is asked once");
    for asked in server.requests() {
        let has = |name: &str| asked.headers.iter().any(|line| line.starts_with(name));
        assert!(has("user-agent: dossier/") && !has("cookie:") && !has("referer:"), "{:?}", asked.headers);
    }
    let run = folder.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(folder.read(&page_of(&folder)).contains(&server.url("/new")), "the page links to its source");
}

fn page_of(folder: &Folder) -> String {
    let mut pages = std::fs::read_dir(folder.path("content/sources")).unwrap();
    format!("content/sources/{}", pages.next().unwrap().unwrap().file_name().to_str().unwrap())
}

/// A server that behaves in one way for the page `/a`, and is refused for it.
fn refused(answer: impl Fn(&mut std::net::TcpStream) + Send + Sync + 'static, said: &str) {
    let server = Server::start(move |asked, connection| match asked.path.as_str() {
        "/robots.txt" => status(connection, "404 Not Found", ""),
        _ => answer(connection),
    });
    let folder = Folder::new();
    let error = folder.refused(&["--allow-private", "--timeout", "2", &server.url("/a")]);
    assert!(error.contains(said), "{said:?} is not in: {error}");
    assert!(folder.seeds().is_empty());
}

#[test]
fn slow_servers_are_left() {
    let begun = Instant::now();
    // Never answers.
    refused(|_| std::thread::sleep(Duration::from_secs(8)), "did not come in time");
    // Sends its headers drop by drop.
    refused(
        |connection| {
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: ".iter().chain([b'a'; 100].iter()) {
                let _ = connection.write_all(&[*byte]);
                std::thread::sleep(Duration::from_millis(200));
            }
        },
        "did not come in time",
    );
    // Sends its body drop by drop.
    refused(
        |connection| {
            let _ = connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
            for _ in 0..100 {
                let _ = connection.write_all(b"a");
                std::thread::sleep(Duration::from_millis(200));
            }
        },
        "did not come in time",
    );
    assert!(begun.elapsed() < Duration::from_secs(120), "none of them is waited for to its end");
}

#[test]
fn endless_and_too_large_bodies_are_cut() {
    refused(
        |connection| {
            let _ = connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n");
            while connection.write_all(&[b'a'; 1 << 16]).is_ok() {}
        },
        "has more than 16 MiB",
    );
    refused(|it| reply(it, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n", b"a"), "has more than 16 MiB");
    // Twenty kilobytes that unpack to a hundred megabytes.
    let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
    (0..100).for_each(|_| bomb.write_all(&vec![b' '; 1 << 20]).unwrap());
    let bomb = bomb.finish().unwrap();
    assert!(bomb.len() < 1 << 18);
    refused(
        move |it| {
            reply(
                it,
                &format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n", bomb.len()),
                &bomb,
            )
        },
        "has more than 16 MiB",
    );
}

#[test]
fn lying_and_broken_answers() {
    let short =
        |it: &mut std::net::TcpStream| reply(it, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n", murmansk().as_bytes());
    refused(short, "broke off");
    refused(|_| (), "");
    refused(|it| reply(it, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n", b"zzz\r\nno chunk"), "");
    refused(|it| drop(it.write_all(b"\x00\x01\x02 no HTTP at all\r\n\r\n")), "");
    refused(|it| reply(it, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n", b"oops"), "");
    refused(
        |it| reply(it, "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n", b"oops"),
        "comes as `br`",
    );
    let headers =
        format!("HTTP/1.1 200 OK\r\n{}", "X-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(9000));
    refused(move |it| reply(it, &headers, b"text"), "");
    refused(|it| reply(it, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n", b""), "is empty");
    refused(|it| reply(it, "HTTP/1.1 204 No Content\r\n", b""), "is empty");
    for code in ["400 Bad Request", "403 Forbidden", "404 Not Found", "410 Gone", "500 Oops", "503 Busy", "304 Same"] {
        refused(
            move |it| status(it, code, "Retry-After: 120\r\n"),
            if code.starts_with("304") { "is empty" } else { &code[..3] },
        );
    }
}

#[test]
fn what_speaks_no_tls_is_not_trusted() {
    let server = Server::with(vec![("/a", TEXT, murmansk())]);
    let folder = Folder::new();
    let secure = server.url("/a").replace("http://", "https://");
    let error = folder.refused(&["--allow-private", "--timeout", "5", &secure]);
    assert!(error.contains("securely") || error.contains("broke off"), "{error}");
    assert!(server.paths().iter().all(|path| path != "/a"), "nothing is asked for without encryption instead");
}

#[test]
fn a_longer_body_than_promised_ends_where_promised() {
    let server = Server::start(|asked, connection| match asked.path.as_str() {
        "/robots.txt" => status(connection, "404 Not Found", ""),
        _ => {
            let mut body = murmansk().into_bytes();
            let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {TEXT}\r\nContent-Length: {}\r\n", body.len());
            body.extend(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmore");
            reply(connection, &head, &body);
        }
    });
    let folder = Folder::new();
    let path = folder.added(&server.url("/a"));
    assert_eq!(folder.read(&path), murmansk());
}

#[test]
fn redirects_are_followed_so_far_and_no_further() {
    let to = |location: &'static str| {
        move |it: &mut std::net::TcpStream| status(it, "302 Found", &format!("Location: {location}\r\n"))
    };
    refused(to("/a"), "in a circle");
    refused(to("file:///etc/passwd"), "begins with `file:`");
    refused(to("ftp://files.example/a"), "begins with `ftp:`");
    refused(to("http://"), "no address");
    refused(to("http://user:secret@127.0.0.1/"), "user name or a password");
    let server = Server::start(|asked, connection| {
        let number: u32 = asked.path.trim_start_matches('/').parse().unwrap_or(0);
        match asked.path.as_str() {
            "/robots.txt" => status(connection, "404 Not Found", ""),
            _ => status(connection, "307 Temporary Redirect", &format!("Location: /{}\r\n", number + 1)),
        }
    });
    let folder = Folder::new();
    assert!(folder.refused(&["--allow-private", &server.url("/1")]).contains("redirects more than 5 times"));
    assert_eq!(server.paths().len(), 7, "robots.txt, the page, and five more");
}

#[test]
fn private_addresses_are_refused_wherever_they_come_from() {
    let server = Server::with(vec![("/a", TEXT, murmansk())]);
    let folder = Folder::new();
    let port = server.port();
    for host in ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "0", "[::ffff:127.0.0.1]", "127.0.0.1."] {
        let said = folder.refused(&[&format!("http://{host}:{port}/a")]);
        assert!(said.contains("no public address") && said.contains("--allow-private"), "{host}: {said}");
    }
    assert!(server.paths().is_empty(), "no connection was made");
    for url in ["ftp://a.example/", "file:///etc/passwd", "http://u:p@a.example/", "http://", "gopher://a/"] {
        folder.refused(&[url]);
    }
}

#[test]
fn public_is_what_everybody_can_reach() {
    let private = [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.9.9",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ];
    let public = [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "198.17.0.1",
        "223.255.255.1",
        "2606:4700::1111",
        "2a02:6b8::feed:ff",
        "2001:4860:4860::8888",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
    ];
    for (addresses, expected) in [(private.as_slice(), false), (public.as_slice(), true)] {
        for address in addresses {
            assert_eq!(is_public(address.parse::<IpAddr>().unwrap()), expected, "{address}");
        }
    }
}

#[test]
fn robots_are_honoured_on_every_step() {
    let server = Server::start(|asked, connection| match asked.path.as_str() {
        "/robots.txt" => ok(
            connection,
            TEXT,
            b"User-agent: *\nDisallow: /\n\nUser-agent: Dossier\nDisallow: /closed\nAllow: /closed/but\n",
        ),
        "/open" => ok(connection, TEXT, murmansk().as_bytes()),
        "/leads" => status(connection, "302 Found", "Location: /closed/in\r\n"),
        "/closed/but" => ok(connection, TEXT, article("Омский причал сдан", "Омск").as_bytes()),
        _ => status(connection, "500 Oops", ""),
    });
    let folder = Folder::new();
    folder.added(&server.url("/open"));
    for path in ["/closed/a", "/leads", "/%63losed"] {
        assert!(folder.refused(&["--allow-private", &server.url(path)]).contains("robots.txt disallows it"));
    }
    assert!(server.paths().iter().all(|path| !path.starts_with("/closed")));

    let failing = Server::start(|asked, connection| match asked.path.as_str() {
        "/robots.txt" => status(connection, "503 Busy", ""),
        _ => ok(connection, TEXT, murmansk().as_bytes()),
    });
    assert!(folder.refused(&["--allow-private", &failing.url("/a")]).contains("robots.txt could not be read"));
}

#[test]
fn rules_of_robots() {
    let text = "\u{feff}User-agent: other\nDisallow: /\n\nUSER-AGENT: dossier/2.0\nuser-agent: friend\nDisallow: /a/*.pdf$ # files\n\
        Disallow: /новости/\nDisallow:\nCrawl-delay: 3\nDisallow: /b\nAllow: /b/c\nSitemap: https://x.example/s.xml\n\n\
        User-agent: *\nDisallow: /only-others\n\nUser-agent: dossier\nDisallow: /second-group\n";
    let robots = Robots::parse(text, "dossier");
    for (path, allowed) in [
        ("/", true),
        ("/a/x.pdf", false),
        ("/a/x.pdf?y", true),
        ("/a/b/c.pdf", false),
        ("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1", false),
        ("/%d0%bd%d0%be%d0%b2%d0%be%d1%81%d1%82%d0%b8/1", false),
        ("/b", false),
        ("/b/c/d", true),
        ("/only-others", true),
        ("/second-group/x", false),
    ] {
        assert_eq!(robots.allows(path), allowed, "{path}");
    }
    assert!(!Robots::parse(text, "nobody").allows("/only-others"));
    assert!(Robots::parse("", "dossier").allows("/"));
    assert!(Robots::parse("User-agent: *\nDisallow: /p\nAllow: /p\n", "dossier").allows("/p"), "between equals, allow");
}

proptest! {
    #[test]
    fn no_robots_file_is_too_strange(text in "(?s)[ua*$%/:#\\n ].{0,200}", path in "/[a-zа-я*$%/?]{0,30}") {
        let robots = Robots::parse(&text, "dossier");
        robots.allows(&path);
        let stars = format!("User-agent: *\nDisallow: /{}\n", "*a".repeat(40));
        Robots::parse(&stars, "dossier").allows(&format!("/{}", "a".repeat(400)));
    }
}

#[test]
fn encodings_and_compression() {
    let (body, _, _) = encoding_rs::WINDOWS_1251.encode("Причал в Мурманске открыт\n\nГубернатор Игорь Лаптев открыл вчера новый причал, который строили четыре года.\n");
    let body = body.into_owned();
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&body).unwrap();
    let packed = packed.finish().unwrap();
    let server = Server::start(move |asked, connection| match asked.path.as_str() {
        "/robots.txt" => status(connection, "404 Not Found", ""),
        // Gzip, with the wrong character set in the header.
        _ => reply(
            connection,
            &format!(
                "HTTP/1.1 200 OK\r\nContent-Type: {TEXT}\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n",
                packed.len()
            ),
            &packed,
        ),
    });
    let folder = Folder::new();
    let path = folder.added(&server.url("/a"));
    assert_eq!(path, "seeds/prichal-v-murmanske-otkryt.txt");
    assert_eq!(std::fs::read(folder.path(&path)).unwrap(), body, "kept as it came, unpacked");
}

#[test]
fn one_bad_page_does_not_stop_the_others() {
    let server = Server::with(vec![
        ("/a", TEXT, murmansk()),
        ("/b", TEXT, "Суд в Казани признал завод виновным в загрязнении реки Волги.".to_owned()),
    ]);
    let folder = Folder::new();
    let run = folder.run(&[
        "add",
        "--allow-private",
        &server.url("/none"),
        &server.url("/a"),
        "http://127.0.0.1:1/",
        &server.url("/b"),
    ]);
    assert_eq!(run.code, 1);
    assert_eq!(run.out.lines().count(), 2, "{}\n{}", run.out, run.err);
    assert_eq!(run.err.matches("error: ").count(), 2, "{}", run.err);
    assert!(run.err.contains("does not take connections"), "{}", run.err);
}

#[test]
fn a_page_of_the_web_becomes_a_page_of_the_site() {
    let html = super::page("Причал в Мурманске открыт", "Мурманск")
        .replace("<body>", "<body><nav><a href=\"/\">Главная</a> <a href=\"/s\">Спорт</a></nav>")
        .replace("<h1>", "<time datetime=\"2023-03-12T09:30:00+03:00\">12 марта 2023</time><h1>")
        .replace("</article>", "</article><aside><h3>Читайте также</h3><a href=\"/2\">Бутусов спел в Сочи</a></aside><script>document.title = 1</script>");
    let server = Server::with(vec![("/port", "text/html; charset=utf-8", html)]);
    let folder = Folder::new();
    let source = folder.added(&server.url("/port"));
    assert_eq!(source, "seeds/prichal-v-murmanske-otkryt.html");
    let run = folder.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let draft = folder.read(&page_of(&folder));
    assert!(draft.contains("title: Причал в Мурманске открыт") && draft.contains("2023-03-12"), "{draft}");
    let slug = page_of(&folder).replace("content/sources/", "").replace(".md", "");
    let shown = folder.read(&format!("public/sources/{slug}/index.html"));
    assert!(shown.contains("Игорь Лаптев") && shown.contains(&server.url("/port")), "{shown}");
    assert!(!shown.contains("document.title"), "nothing of the page runs");
    let data: serde_json::Value = serde_json::from_str(&folder.read("public/dossier.json")).unwrap();
    let names = data["entities"].to_string();
    assert!(names.contains("Лаптев") && !names.contains("Бутусов"), "{names}");
}
