//! `dossier check`: links of the site, and of others.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::dossier_folder::DossierFolder;
use super::server::{Server, ok, status};

fn built() -> DossierFolder {
    let dossier = DossierFolder::with_one();
    dossier.build(0);
    dossier
}

/// The line of a file of the site that has some words.
fn line_of(dossier: &DossierFolder, path: &str, words: &str) -> usize {
    let text = dossier.read(path);
    1 + text.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{path} has no {words}"))
}

#[test]
fn a_site_as_it_was_built_is_whole() {
    let dossier = built();
    let run = dossier.run(&["check"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    assert!(run.stdout.contains("pages") && run.stdout.contains(": 0 broken"), "{}", run.stdout);
}

#[test]
fn what_is_broken_is_named_with_file_and_line() {
    let dossier = built();
    dossier.replace("public/about/index.html", "</main>", "<p>\n<a href=\"/repo/nowhere/\">x</a>\n</p></main>");
    dossier.replace("public/about/index.html", "</main>", "<a href='#none'>x</a><b id=here></b><i id=here></i></main>");
    dossier.replace("public/about/index.html", "</main>", "<a href=\"/elsewhere/\">x</a></main>");
    dossier.write("public/static/more.css", "a{}\nb{background:url('gone.png')}\n");
    dossier.write("public/more.svg", "<svg><use href=\"static/favicon.svg#none\"/></svg>");
    let run = dossier.run(&["check"]);
    assert_eq!(run.code, 1);
    let at = |words: &str| line_of(&dossier, "public/about/index.html", words);
    for expected in [
        format!("public/about/index.html:{}: the link `/repo/nowhere/` leads nowhere", at("/repo/nowhere/")),
        format!("public/about/index.html:{}: the link `#none` leads nowhere", at("#none")),
        format!("public/about/index.html:{}: the id `here` stands here twice", at("id=here")),
        format!("public/about/index.html:{}: the link `/elsewhere/` leads nowhere", at("/elsewhere/")),
        "public/static/more.css:2: the link `gone.png` leads nowhere".to_owned(),
        "public/more.svg:1: the link `static/favicon.svg#none` leads nowhere".to_owned(),
    ] {
        assert!(run.stderr.contains(&expected), "{expected}\n{}", run.stderr);
    }
    assert!(run.stdout.contains(": 6 broken"), "{}", run.stdout);
}

#[test]
fn a_lost_page_breaks_every_link_to_it() {
    let dossier = built();
    fs::remove_dir_all(dossier.path("public/timeline")).unwrap();
    let run = dossier.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("public/index.html:") && run.stderr.contains("public/sitemap.xml:"), "{}", run.stderr);
}

#[test]
fn a_site_is_checked_where_it_says_that_it_stands() {
    let dossier = DossierFolder::with_one();
    let run = dossier.run(&["build", "--base-url", "https://other.example/deep/er/", "--out", "elsewhere"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = dossier.run(&["check", "--out", "elsewhere"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let run = dossier.run(&["check", "--out", "elsewhere", "--base-url", "https://other.example/"]);
    assert_eq!(run.code, 1, "every link is below another path");
}

#[test]
fn without_a_site_there_is_nothing_to_check() {
    let run = DossierFolder::with_one().run(&["check"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("dossier build"), "{}", run.stderr);
}

// Other sites -----------------------------------------------------------------------------------------

/// A dossier whose page on the method links to these addresses.
fn linking_to(addresses: &[String]) -> DossierFolder {
    let dossier = DossierFolder::with_one();
    let links: Vec<String> = addresses.iter().map(|address| format!("[x]({address})")).collect();
    dossier.write("content/about.md", format!("---\ntitle: О методе\n---\n\n{}\n", links.join(" ")));
    dossier.build(0);
    dossier
}

const EXTERNAL: [&str; 5] = ["check", "--external", "--allow-private", "--pause", "0"];

#[test]
fn other_sites_are_asked_on_demand_and_their_answers_remembered() {
    let server = Server::start(|asked, connection| match asked.path.as_str() {
        "/ok" => ok(connection, "text/html", b"<p>x"),
        "/moved" => status(connection, "301 Moved Permanently", "Location: /ok\r\n"),
        "/busy" => status(connection, "503 Service Unavailable", ""),
        "/secret" => status(connection, "403 Forbidden", ""),
        _ => status(connection, "404 Not Found", ""),
    });
    let addresses = ["/ok#part", "/moved", "/busy", "/secret", "/gone"].map(|path| server.url(path));
    let dossier = linking_to(&addresses);
    assert_eq!(dossier.run(&["check"]).code, 0, "nobody is asked without --external");
    assert_eq!(server.paths(), Vec::<String>::new());

    let run = dossier.run(&EXTERNAL);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    let line = line_of(&dossier, "public/about/index.html", "/gone");
    let gone = format!("error: public/about/index.html:{line}: the link `{}`", server.url("/gone"));
    assert!(run.stderr.contains(&gone), "{gone}\n{}", run.stderr);
    // A server that is busy, or lets no program in, says nothing of the page.
    for path in ["/busy", "/secret"] {
        let told = format!("note: public/about/index.html:{line}: the link `{}`", server.url(path));
        assert!(run.stderr.contains(&told), "{told}\n{}", run.stderr);
    }
    assert!(run.stdout.contains("2 answered, 1 broken, 2 could not be told"), "{}", run.stdout);

    let asked = |path: &str| server.paths().iter().filter(|asked| *asked == path).count();
    let before = (asked("/ok"), asked("/gone"));
    let run = dossier.run(&EXTERNAL);
    assert!(run.stdout.contains("2 answered within a week, 1 broken"), "{}", run.stdout);
    assert_eq!((asked("/ok"), asked("/gone")), (before.0, before.1 + 1), "only what did not answer is asked again");
    dossier.run(&[&EXTERNAL[..], &["--again"]].concat());
    assert!(asked("/ok") > before.0);
}

#[test]
fn private_addresses_are_not_asked_unless_one_says_so() {
    let server = Server::start(|_, connection| ok(connection, "text/html", b"<p>x"));
    let dossier = linking_to(&[server.url("/ok")]);
    let run = dossier.run(&["check", "--external"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("no public address"), "{}", run.stderr);
    assert_eq!(server.paths(), Vec::<String>::new());
}

#[test]
fn a_host_is_asked_for_one_page_at_a_time_and_for_so_many() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (inside, peak) = (Arc::clone(&now), Arc::clone(&most));
    let server = Server::start(move |_, connection| {
        peak.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(30));
        inside.fetch_sub(1, Ordering::SeqCst);
        ok(connection, "text/html", b"<p>x");
    });
    let addresses: Vec<String> = (0..6).map(|number| server.url(&format!("/{number}"))).collect();
    let dossier = linking_to(&addresses);
    let run = dossier.run(&[&EXTERNAL[..], &["--per-host", "4"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("4 answered, 2 wait for the next run"), "{}", run.stdout);
    let run = dossier.run(&[&EXTERNAL[..], &["--per-host", "4"]].concat());
    assert!(run.stdout.contains("2 answered, 4 answered within a week"), "{}", run.stdout);
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[test]
fn a_broken_memory_is_begun_anew() {
    let server = Server::start(|_, connection| ok(connection, "text/html", b"<p>x"));
    let dossier = linking_to(&[server.url("/ok")]);
    dossier.write(".dossier/links.json", "{\"x\": 1");
    let run = dossier.run(&EXTERNAL);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("note: .dossier/links.json"), "{}", run.stderr);
    assert!(dossier.read(".dossier/links.json").contains("/ok"));
}
