//! The preview server, asked as a browser would.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use dossier::diagnostic::Diagnostic;
use dossier::preview::{Built, Options, Preview, start};

/// A dossier in a temporary folder whose build copies `content/page.txt` into a page.
struct Running {
    folder: tempfile::TempDir,
    preview: Preview,
    /// Says something after each build.
    builds: Receiver<()>,
}

fn running(base_path: &'static str) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    for made in ["seeds", "content", "public/deep", "public/static"] {
        fs::create_dir_all(root.join(made)).unwrap();
    }
    fs::write(root.join("dossier.toml"), "title = \"x\"").unwrap();
    fs::write(root.join("secret.txt"), "secret").unwrap();
    fs::write(root.join("public/404.html"), "<html><head></head><body>missing</body></html>").unwrap();
    fs::write(root.join("public/deep/index.html"), "<html><head></head><body>deep</body></html>").unwrap();
    fs::write(root.join("public/static/site.css"), "p{}").unwrap();
    fs::write(root.join("content/page.txt"), "first").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(root.join("secret.txt"), root.join("public/leak.txt")).unwrap();
    let (tell, builds) = channel();
    let options = Options { root: root.clone(), out: root.join("public"), port: 0 };
    let preview = start(&options, move || {
        let built = build(&root, base_path);
        let _ = tell.send(());
        built
    })
    .unwrap();
    builds.recv_timeout(Duration::from_secs(10)).unwrap();
    Running { folder, preview, builds }
}

fn build(root: &Path, base_path: &str) -> Result<Built, Vec<Diagnostic>> {
    let text = fs::read_to_string(root.join("content/page.txt")).unwrap_or_default();
    if text.contains("broken") {
        return Err(vec![Diagnostic::error("content/page.txt", "is <broken>").at_line(3)]);
    }
    let page = format!("<html><head></head><body>{text}</body></html>");
    fs::write(root.join("public/index.html"), page).unwrap();
    Ok(Built { base_path: base_path.to_owned(), changed: true, diagnostics: Vec::new() })
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

fn ask(address: SocketAddr, request: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

fn get(preview: &Preview, path: &str) -> Answer {
    let address = preview.address();
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"))
}

#[test]
fn pages_stand_under_the_base_path_as_deployed() {
    let running = running("/repo/");
    let preview = &running.preview;
    assert!(preview.url().ends_with("/repo/"), "{}", preview.url());
    let home = get(preview, "/repo/");
    assert_eq!(home.status, 200);
    assert!(home.head.contains("text/html"), "{}", home.head);
    assert!(home.body.contains("first") && home.body.contains("/__dossier/live.js?version=1"), "{}", home.body);
    for path in ["/", "/repo"] {
        let moved = get(preview, path);
        assert_eq!(moved.status, 307);
        assert!(moved.head.contains("location: /repo/"), "{}", moved.head);
    }
    let moved = get(preview, "/repo/deep");
    assert!(moved.status == 307 && moved.head.contains("location: /repo/deep/"), "{}", moved.head);
    assert!(get(preview, "/repo/deep/").body.contains("deep"));
    let style = get(preview, "/repo/static/site.css?v=1");
    assert!(style.status == 200 && style.head.contains("text/css") && style.body == "p{}");
    for path in ["/repo/none/", "/none/", "/static/site.css"] {
        let missing = get(preview, path);
        assert_eq!(missing.status, 404, "{path}");
        assert!(missing.body.contains("missing"), "{path}");
    }
}

#[test]
fn the_root_needs_no_redirect_without_a_base_path() {
    let running = running("/");
    assert_eq!(get(&running.preview, "/").status, 200);
}

#[test]
fn nothing_outside_of_the_site_is_served() {
    let running = running("/repo/");
    for path in [
        "/repo/../secret.txt",
        "/repo/%2e%2e/secret.txt",
        "/repo/..%2fsecret.txt",
        "/repo/deep/../../secret.txt",
        "/repo/%2e%2e%5csecret.txt",
        "/repo//etc/passwd",
        "/repo/%2fetc/passwd",
        "/repo/leak.txt",
        "/repo/%00",
        "/repo/%ff",
    ] {
        let answer = get(&running.preview, path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("secret") && !answer.body.contains("root:"), "{path}");
    }
}

#[test]
fn only_this_machine_is_answered() {
    let running = running("/repo/");
    let address = running.preview.address();
    let as_host = |host: &str| {
        let request = format!("GET /repo/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        ask(address, &request).status
    };
    assert!(address.ip().is_loopback());
    for host in ["localhost", "LOCALHOST:4000", "127.0.0.1:9", "[::1]:80", "[::1]"] {
        assert_eq!(as_host(host), 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", ""] {
        assert_eq!(as_host(host), 403, "{host}");
    }
    let post = format!("POST /repo/ HTTP/1.1\r\nHost: {address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assert_eq!(ask(address, &post).status, 405);
}

/// The next version that the stream of events announces.
fn next_version(events: &mut impl BufRead) -> String {
    let mut line = String::new();
    loop {
        line.clear();
        assert_ne!(events.read_line(&mut line).unwrap(), 0, "the stream ended");
        if let Some(version) = line.strip_prefix("data:") {
            return version.trim().to_owned();
        }
    }
}

#[test]
fn a_change_is_built_and_announced_and_a_failed_build_is_shown_over_the_last_good_site() {
    let running = running("/repo/");
    let (preview, root) = (&running.preview, running.folder.path());
    let mut stream = TcpStream::connect(preview.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    write!(stream, "GET /__dossier/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut events = BufReader::new(stream);
    assert_eq!(next_version(&mut events), "1");

    fs::write(root.join("content/page.txt"), "second").unwrap();
    running.builds.recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(next_version(&mut events), "2");
    assert!(get(preview, "/repo/").body.contains("second"));

    fs::write(root.join("content/page.txt"), "broken").unwrap();
    running.builds.recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(next_version(&mut events), "3");
    let page = get(preview, "/repo/").body;
    assert!(page.contains("second"), "the last good site stays: {page}");
    assert!(page.contains("content/page.txt:3: is &lt;broken&gt;"), "{page}");

    // Editors save by renaming, and a folder may appear only now.
    fs::write(root.join("content/page.new"), "third").unwrap();
    fs::rename(root.join("content/page.new"), root.join("content/page.txt")).unwrap();
    running.builds.recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(next_version(&mut events), "4");
    let page = get(preview, "/repo/").body;
    assert!(page.contains("third") && !page.contains("broken"), "{page}");

    fs::create_dir(root.join("templates")).unwrap();
    running.builds.recv_timeout(Duration::from_secs(20)).unwrap();
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    let options = Options { root: folder.path().to_owned(), out: folder.path().join("public"), port };
    let built = || Ok(Built { base_path: "/".into(), changed: false, diagnostics: Vec::new() });
    let Err(wrong) = start(&options, built) else { panic!("the port is taken") };
    assert!(wrong.to_string().contains(&port.to_string()) && wrong.to_string().contains("--port"), "{wrong}");
}
