//! Every attack of `tests/data/attacks/attacks.txt` at every place where strangers' words come in: nothing of it
//! runs, changes the page or is fetched, under the pages' policy and without it.

#[path = "support/browser.rs"]
mod driver;

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use dossier::pipeline::{self, Request};
use dossier::preview::{Built, Options, Preview, start};
use driver::{Browser, browser};
use serde_json::{Value, json};

/// One attack.
struct Attack {
    bytes: Vec<u8>,
}

impl Attack {
    /// Its bytes as text, for formats that have no others.
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Its text as a string of JSON, YAML or TOML.
    fn quoted(&self) -> String {
        json!(self.text()).to_string().replace('\u{7f}', "")
    }

    /// Its text on one line.
    fn line(&self) -> String {
        self.text().replace(['\n', '\r'], " ")
    }

    /// Its text where markup is escaped, as a careful content system writes it.
    fn escaped(&self) -> String {
        self.text().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    }
}

/// The table's attacks, aimed at `host`.
fn attacks(host: &str) -> Vec<Attack> {
    let table = include_str!("data/attacks/attacks.txt");
    let lines = table.lines().skip_while(|line| line.starts_with("# ")).filter(|line| !line.starts_with("#: "));
    let attacks = lines.enumerate().map(|(number, line)| {
        let line = line.replace("{run}", "window.ran=@").replace("{host}", host).replace('@', &number.to_string());
        Attack { bytes: unescape(&line) }
    });
    attacks.collect()
}

/// `\n`, `\t`, `\\`, `\xNN`, `\u{N}`.
fn unescape(line: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let kind = rest.chars().next().expect("something is escaped");
        rest = &rest[kind.len_utf8()..];
        match kind {
            'n' => bytes.push(b'\n'),
            't' => bytes.push(b'\t'),
            'x' => {
                bytes.push(u8::from_str_radix(&rest[..2], 16).expect("a byte"));
                rest = &rest[2..];
            }
            'u' => {
                let (number, after) = rest[1..].split_once('}').expect("a brace closes");
                let c = char::from_u32(u32::from_str_radix(number, 16).expect("a number")).expect("a character");
                bytes.extend_from_slice(c.to_string().as_bytes());
                rest = after;
            }
            other => bytes.extend_from_slice(other.to_string().as_bytes()),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

const PROSE: &str = "Министр транспорта Анна Седова сообщила в Верхнекамске, что мост через Каму откроют 12 марта 2024 \
                     года. По её словам, компания «Камдорстрой» закончила работы раньше срока и вернула в бюджет \
                     1,4 млрд рублей. Директор завода Игорь Ветлугин подтвердил эти сведения в понедельник.";

/// How many attacks share a file, where one can't hide the others.
const TOGETHER: usize = 16;

/// A dossier whose every source is hostile.
struct Hostile {
    root: PathBuf,
}

impl Hostile {
    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn fill(&self, attacks: &[Attack]) {
        self.write("dossier.toml", "title = \"Атаки\"\nlanguage = \"ru\"\nbase_url = \"https://press.example/a/\"\n");
        // What opens an element that swallows the rest has a page of its own.
        const OPENING: [&str; 10] = [
            "<plaintext",
            "<textarea",
            "<title",
            "<xmp",
            "<!--",
            "<select",
            "<template",
            "<noscript",
            "<style",
            "<script",
        ];
        let opens = |attack: &&Attack| OPENING.iter().any(|opening| attack.text().to_lowercase().contains(opening));
        let (alone, others): (Vec<&Attack>, Vec<&Attack>) = attacks.iter().partition(opens);
        for (number, some) in alone.chunks(1).chain(others.chunks(TOGETHER)).enumerate() {
            self.page(number, some);
        }
        for (number, some) in attacks.chunks(TOGETHER).enumerate() {
            self.pasted(number, some);
            self.clipping(number, some);
            self.letter(number, some);
            self.note(number, some);
        }
        self.channel(attacks);
        self.feed(attacks);
        self.records(attacks);
        self.corrections(attacks);
    }

    /// A saved page: the attack as its markup, and escaped in all that is said of it.
    fn page(&self, number: usize, attacks: &[&Attack]) {
        let attack = attacks[0];
        let said = attack.escaped();
        let data = json!({"@type": "NewsArticle", "headline": attack.text(), "author": {"name": attack.text()},
            "url": attack.text(), "datePublished": attack.text(), "publisher": {"name": attack.text()}});
        let mut page = format!(
            "<!DOCTYPE html><html lang=ru><head><meta charset=utf-8><title>Страница {number} {said}</title>\
             <meta property=\"og:title\" content=\"Страница {number} {said}\"><meta name=author content=\"{said}\">\
             <meta property=\"og:site_name\" content=\"{said}\"><link rel=canonical href=\"{said}\">\
             <meta property=\"article:published_time\" content=\"{said}\">\
             <script type=\"application/ld+json\">{}</script></head><body><article><h1>Страница {number} {said}</h1>\
             <p>{PROSE}</p>",
            data.to_string().replace('<', "\\u003c")
        )
        .into_bytes();
        for attack in attacks {
            page.extend_from_slice("<p>Слова: ".as_bytes());
            page.extend_from_slice(&attack.bytes);
            page.extend_from_slice(format!("</p><p>{PROSE}</p>").as_bytes());
        }
        page.extend_from_slice(b"</article></body></html>");
        self.write(&format!("seeds/page-{number}.html"), page);
    }

    /// Pasted text, in a file whose name is an attack as well.
    fn pasted(&self, number: usize, attacks: &[Attack]) {
        let mut text = format!("Текст {number} {}\n\n{PROSE}\n\n", attacks[0].line()).into_bytes();
        for attack in attacks {
            text.extend_from_slice("Слова министра: ".as_bytes());
            text.extend_from_slice(&attack.bytes);
            text.extend_from_slice(" услышали все, кто был на мосту 12 марта.\n\n".as_bytes());
            text.extend_from_slice(&attack.bytes);
            text.extend_from_slice(format!("\n\n{PROSE}\n\n").as_bytes());
        }
        let name: String = attacks[0].line().chars().filter(|c| !matches!(c, '/' | '\0')).take(60).collect();
        self.write(&format!("seeds/{number} {name}.txt"), text);
    }

    fn clipping(&self, number: usize, attacks: &[Attack]) {
        let fields = ["source", "author", "published", "created", "description", "tags", "site"];
        let mut text = format!("---\ntitle: {}\n", json!(format!("Вырезка {number} {}", attacks[0].line())));
        for (field, attack) in fields.iter().zip(attacks) {
            text.push_str(&format!("{field}: {}\n", attack.quoted()));
        }
        let mut text = format!("{text}---\n\n{PROSE}\n\n").into_bytes();
        for attack in attacks {
            text.extend_from_slice(&attack.bytes);
            text.extend_from_slice(format!("\n\n{PROSE}\n\n").as_bytes());
        }
        self.write(&format!("seeds/clipping-{number}.md"), text);
    }

    fn letter(&self, number: usize, attacks: &[Attack]) {
        let subject = attacks[0].line();
        let mut text = format!(
            "From: \"{}\" <a@press.example>\r\nSubject: Письмо {number} {subject}\r\n\
             Date: Wed, 13 Sep 2023 19:00:00 +0300\r\nContent-Type: text/html; charset=utf-8\r\n\
             Content-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>{PROSE}</p>",
            subject.replace('"', "")
        )
        .into_bytes();
        for attack in attacks {
            text.extend_from_slice(b"<p>");
            text.extend_from_slice(&attack.bytes);
            text.extend_from_slice(format!("</p><p>{} {PROSE}</p>", attack.escaped()).as_bytes());
        }
        self.write(&format!("seeds/letter-{number}.eml"), text);
    }

    /// A page that a person wrote, who may have copied from anywhere.
    fn note(&self, number: usize, attacks: &[Attack]) {
        let title = json!(format!("Заметка {number} {}", attacks[0].line()));
        let mut text = format!("---\ntitle: {title}\n---\n\n").into_bytes();
        for attack in attacks {
            text.extend_from_slice(&attack.bytes);
            text.extend_from_slice(b"\n\n");
        }
        self.write(&format!("content/note-{number}.md"), text);
    }

    fn channel(&self, attacks: &[Attack]) {
        let posts = attacks.chunks(TOGETHER).enumerate().map(|(number, some)| {
            let mut text = vec![json!(format!("Пост {number}. {PROSE}\n\n"))];
            for attack in some {
                let attack = attack.text();
                text.push(json!({"type": "text_link", "text": attack, "href": attack}));
                text.push(json!({"type": "link", "text": attack}));
                text.push(json!(format!("\n\n{attack} {PROSE}\n\n")));
            }
            json!({"id": number, "type": "message", "date": "2024-04-17T09:30:00", "date_unixtime": "1713328200",
                "from": some[0].text(), "text": text})
        });
        let posts: Vec<Value> = posts.collect();
        let name = attacks[0].text();
        let export = json!({"name": name, "type": "public_channel", "id": 1, "messages": posts});
        self.write("seeds/result.json", export.to_string());
    }

    fn feed(&self, attacks: &[Attack]) {
        let printable = |text: String| text.replace(|c: char| c.is_control() || c > '\u{fffd}' || c == '\u{fffe}', "");
        let mut feed = format!("<rss version=\"2.0\"><channel><title>{}</title>", printable(attacks[0].escaped()));
        for (number, some) in attacks.chunks(TOGETHER).enumerate() {
            let said = printable(some[0].escaped());
            feed.push_str(&format!(
                "<item><title>Запись {number} {said}</title><link>{said}</link><author>{said}</author>\
                 <guid>{number}</guid><pubDate>{said}</pubDate><description>{}&lt;p&gt;{PROSE}&lt;/p&gt;",
                format_args!("&lt;p&gt;{PROSE}&lt;/p&gt;")
            ));
            for attack in some {
                let attack = printable(attack.escaped());
                feed.push_str(&format!("&lt;p&gt;{attack} {PROSE}&lt;/p&gt;"));
            }
            feed.push_str("</description></item>");
        }
        self.write("seeds/feed.xml", feed + "</channel></rss>");
    }

    fn records(&self, attacks: &[Attack]) {
        let lines = attacks.chunks(TOGETHER).enumerate().map(|(number, some)| {
            let of = |index: usize| some[index % some.len()].text();
            let text: Vec<String> = some.iter().map(|attack| format!("{} {PROSE}", attack.text())).collect();
            json!({"id": of(0), "title": format!("Запись дампа {number} {}", of(1)), "text": text.join("\n\n"),
                "url": of(2), "outlet": of(3), "author": of(4), "date": of(5), "language": of(6)})
            .to_string()
        });
        self.write("seeds/dump.jsonl", lines.collect::<Vec<_>>().join("\n"));
    }

    /// What people say of the two persons of the prose.
    fn corrections(&self, attacks: &[Attack]) {
        for (number, attack) in attacks.iter().enumerate() {
            let said = attack.quoted();
            let name = json!(format!("Лицо {number} {}", attack.line()));
            let text = format!(
                "---\nname: {name}\naliases: [{said}, \"Игорь Ветлугин {number}\"]\nslug: {said}\nrole: {said}\n\
                 kind: person\ndescription: {said}\nsame_as: [{said}]\n---\n\n{}\n",
                attack.text()
            );
            self.write(&format!("content/entities/{number}.md"), text);
        }
        let known = [("Анна Седова", 9), ("Игорь Ветлугин", 40)];
        for (name, number) in known {
            let said = attacks[number].line();
            let text =
                format!("---\nname: {}\naliases: [\"{name}\"]\n---\n\n{said}\n", json!(format!("{name} {said}")));
            self.write(&format!("content/entities/known-{number}.md"), text);
        }
    }
}

/// Another host, which counts who comes.
struct Elsewhere {
    address: String,
    visits: Arc<AtomicUsize>,
}

fn elsewhere() -> Elsewhere {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let visits = Arc::new(AtomicUsize::new(0));
    let counted = visits.clone();
    std::thread::spawn(move || {
        for _ in listener.incoming() {
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    Elsewhere { address, visits }
}

/// What a page has that none of ours may have.
const STRANGE: &str = r##"
    const strange = [];
    if (window.ran !== undefined) strange.push('a script ran: ' + window.ran);
    const own = url => new URL(url, location.href).origin === location.origin;
    for (const e of document.querySelectorAll('*')) {
      const show = () => strange.push(e.outerHTML.slice(0, 160));
      const name = e.localName;
      if (['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'style', 'plaintext', 'xmp', 'math',
           'marquee', 'video', 'audio', 'portal', 'foreignObject', 'animate', 'set', 'textarea', 'isindex'].includes(name)) show();
      if (name === 'script' && e.type !== 'application/ld+json' && !(e.src && own(e.src))) show();
      if (name === 'meta' && e.httpEquiv && e.httpEquiv !== 'Content-Security-Policy') show();
      for (const {name: attribute, value} of e.attributes) {
        if (/^on|^style$|^srcdoc$|^ping$|^formaction$|^background$/i.test(attribute)) show();
        if (/^(xlink:)?href$|^src$|^action$|^data$|^poster$/i.test(attribute)) {
          let url; try { url = new URL(value, location.href); } catch { continue; }
          if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) show();
          if (!['a', 'link'].includes(name) && url.origin !== location.origin) show();
          if (name === 'link' && /stylesheet|icon|pre|manifest|modulepreload/.test(e.rel) && url.origin !== location.origin) show();
        }
        if (attribute === 'srcset') show();
      }
    }
    for (const e of performance.getEntriesByType('resource')) if (!own(e.name)) strange.push('asked ' + e.name);
    return {strange, here: decodeURIComponent(location.pathname)};
"##;

/// Builds the dossier in `root`, and serves it.
fn serve(root: &Path) -> Preview {
    let out = root.join("public");
    let request = Request { root: root.to_owned(), out: out.clone(), base_url: None };
    let built = pipeline::build(&request).unwrap();
    assert!(built.published.is_some(), "{:?}", built.diagnostics.first());
    let base_path = built.config.base_path().to_owned();
    start(&Options { root: root.to_owned(), out, port: 0 }, move || {
        Ok(Built { base_path: base_path.clone(), changed: false, diagnostics: Vec::new() })
    })
    .unwrap()
}

/// The addresses of all pages of a site, below its own.
fn pages(public: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(public).sort_by_file_name().into_iter().map(Result::unwrap);
    let pages = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(public).unwrap().to_str()?.to_owned();
        path.ends_with(".html").then_some(path)
    });
    pages.collect()
}

/// Opens every page, with the policy and without it.
fn look(browser: &Browser, preview: &Preview, public: &Path, elsewhere: &Elsewhere) {
    let (pages, mut wrong) = (pages(public), Vec::new());
    for bypass in [false, true] {
        browser.devtools("Page.setBypassCSP", &json!({"enabled": bypass}));
        for page in &pages {
            // A redirect's page says where it leads, and nothing else.
            if fs::read_to_string(public.join(page)).unwrap().contains("http-equiv=\"refresh\"") {
                continue;
            }
            let address = format!("{}{}", preview.url(), page.strip_suffix("index.html").unwrap_or(page));
            browser.open(&address);
            let found = browser.run(STRANGE);
            let here = found["here"].as_str().unwrap();
            if found["strange"] != json!([]) || !address.ends_with(here) {
                wrong.push(format!("{page} at {here}, policy taken away: {bypass}: {}", found["strange"]));
            }
        }
    }
    // What the policy stops and what a script throws come here; so does a picture that the dossier does not have, which
    // is named in the build's report and harms nobody.
    let missing = |message: &String| message.contains(&preview.url().to_string()) && message.contains("404");
    wrong.extend(browser.console().into_iter().filter(|message| !missing(message)));
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(elsewhere.visits.load(Ordering::SeqCst), 0, "another host was asked");
}

#[test]
fn the_table_has_enough() {
    let mut attacks: Vec<Vec<u8>> = attacks("a.example").into_iter().map(|attack| attack.bytes).collect();
    let numbered = attacks.len();
    attacks.sort();
    attacks.dedup();
    assert_eq!(attacks.len(), numbered, "one stands in the table twice");
    assert!(numbered >= 200, "{numbered}");
}

#[test]
fn nothing_in_sources_and_pages_runs() {
    let Some(browser) = browser() else { return };
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), elsewhere());
    let root = folder.path().join("dossier");
    Hostile { root: root.clone() }.fill(&attacks(&elsewhere.address));
    let preview = serve(&root);
    // Nothing was written beside the dossier.
    let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["dossier"]);
    let sources = fs::read_dir(root.join("public/sources")).unwrap().count();
    assert!(sources > 150, "only {sources} sources were built");
    look(&browser, &preview, &root.join("public"), &elsewhere);
}

#[test]
fn nothing_in_the_settings_runs() {
    let Some(browser) = browser() else { return };
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), elsewhere());
    let root = folder.path().join("dossier");
    let hostile = Hostile { root: root.clone() };
    let attacks = attacks(&elsewhere.address);
    let all: Vec<String> = attacks.iter().map(Attack::line).filter(|line| !line.contains('\0')).collect();
    let said = json!(all.join(" ")).to_string().replace('\u{7f}', "");
    hostile.write(
        "dossier.toml",
        format!("title = {said}\ndescription = {said}\nauthor = {said}\nlanguage = \"ru\"\nbase_url = \"https://press.example/a/\"\n"),
    );
    hostile.pasted(0, &attacks[..TOGETHER]);
    hostile.write("content/index.md", all.join("\n\n"));
    let preview = serve(&root);
    look(&browser, &preview, &root.join("public"), &elsewhere);
}

/// Links and names that lead out of the dossier lead nowhere.
#[cfg(unix)]
#[test]
fn nothing_outside_the_dossier_is_read() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("dossier");
    let hostile = Hostile { root: root.clone() };
    let secret = "Секретное донесение Геннадия Затворникова";
    let outside = folder.path().join("outside");
    fs::create_dir(&outside).unwrap();
    for name in ["secret.txt", "secret.md", "secret.meta.json"] {
        fs::write(outside.join(name), format!("{secret}\n\n{PROSE}\n")).unwrap();
    }
    hostile.write("dossier.toml", "title = \"a\"\nlanguage = \"ru\"\n");
    hostile.write("seeds/own.txt", format!("Мост открыли\n\n{PROSE}\n"));
    for name in ["content/sources", "content/entities", "templates"] {
        fs::create_dir_all(root.join(name)).unwrap();
    }
    symlink(outside.join("secret.txt"), root.join("seeds/link.txt")).unwrap();
    symlink("../../outside", root.join("seeds/folder")).unwrap();
    symlink("../..", root.join("seeds/loop")).unwrap();
    symlink(outside.join("secret.md"), root.join("content/link.md")).unwrap();
    symlink(outside.join("secret.md"), root.join("content/sources/link.md")).unwrap();
    symlink(outside.join("secret.md"), root.join("content/entities/link.md")).unwrap();
    symlink(&outside, root.join("content/folder")).unwrap();
    hostile.write("content/up.md", "---\ntitle: a\nslug: ../../up\nsource: ../../outside/secret.txt\n---\nТекст\n");
    hostile.write(
        "content/sources/up.md",
        "---\ntitle: a\nslug: ../../../up\nsource: seeds/../../outside/secret.txt\n---\nТекст\n",
    );
    hostile.write("content/entities/up.md", "---\nname: Анна Седова\nslug: ../../../up\n---\n");
    let before = listing(folder.path());
    let request = Request { root: root.clone(), out: root.join("public"), base_url: None };
    // Whether it is built or refused: nothing of it may leave or enter.
    let built = pipeline::build(&request).unwrap();
    assert!(built.published.is_some(), "{:?}", built.diagnostics);
    let after = listing(folder.path());
    assert_eq!(before, after, "something was written outside");
    for entry in walkdir::WalkDir::new(root.join("public")).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("Затворников"), "{}", entry.path().display());
        }
    }
}

/// What lies beside the dossier, with its text.
fn listing(folder: &Path) -> Vec<(PathBuf, String)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let outside =
        files.filter(|entry| entry.file_type().is_file() && !entry.path().starts_with(folder.join("dossier")));
    outside.map(|entry| (entry.path().to_owned(), fs::read_to_string(entry.path()).unwrap())).collect()
}
