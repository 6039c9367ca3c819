//! RSS, Atom and JSON Feed, in the state in which sites really send them.

use std::sync::LazyLock;

use encoding_rs::Encoding;
use feed_rs::model::{Entry as Parsed, Text};
use regex::Regex;
use url::Url;

use crate::intake;

/// A feed, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Feed {
    /// What it calls itself.
    pub title: Option<String>,
    /// The language that it declares.
    pub language: Option<String>,
    /// Its entries, in its own order: by custom the newest first.
    pub entries: Vec<Entry>,
}

/// One entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// What tells it from others, for ever: the feed's own identifier, or its link.
    pub key: String,
    /// Its title.
    pub title: Option<String>,
    /// The page it is about.
    pub link: Option<String>,
    /// When it was published, RFC 3339.
    pub published: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its categories.
    pub tags: Vec<String>,
    /// Its text, as far as the feed has it.
    pub body: Option<Body>,
}

/// An entry's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The text itself.
    pub text: String,
    /// Whether it is HTML.
    pub is_html: bool,
    /// Whether the feed calls it the content and not a summary.
    pub is_content: bool,
}

impl Feed {
    /// Reads the feed at `address`, which relative links start from. The character set of
    /// `content_type` counts where the bytes do not say theirs.
    ///
    /// # Errors
    /// Says what is wrong, as a clause.
    pub fn parse(bytes: &[u8], content_type: Option<&str>, address: &str) -> Result<Self, String> {
        let text = decode(bytes, content_type)?;
        let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        if !start.starts_with(['<', '{']) || is_page(start) {
            return Err("is no feed: RSS, Atom and JSON Feed are read".to_owned());
        }
        let text = mend(start);
        let parser = feed_rs::parser::Builder::new().base_uri(Some(address)).build();
        let parsed = parser.parse(text.as_bytes()).map_err(|error| format!("is no feed that can be read: {error}"))?;
        let base = Url::parse(address).ok();
        Ok(Self {
            title: parsed.title.as_ref().and_then(plain),
            language: parsed.language,
            entries: parsed.entries.into_iter().filter_map(|entry| Entry::new(entry, base.as_ref())).collect(),
        })
    }
}

impl Entry {
    /// `None` for an entry that nothing identifies.
    fn new(parsed: Parsed, base: Option<&Url>) -> Option<Self> {
        let link = parsed.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
        let link = link.and_then(|link| web_address(&link.href, base));
        let is_address = |id: &str| id.starts_with("http://") || id.starts_with("https://");
        // An identifier that is an address stands in for a link that is missing (RSS permalinks).
        let link = link.or_else(|| is_address(&parsed.id).then(|| web_address(&parsed.id, base)).flatten());
        let key = Some(parsed.id.trim().to_owned()).filter(|id| !id.is_empty()).or_else(|| link.clone())?;
        let content = parsed.content.and_then(|content| {
            let text = content.body?;
            Some(Body { is_html: is_html(content.content_type.as_str(), &text), text, is_content: true })
        });
        let summary = parsed.summary.map(|summary| Body {
            is_html: is_html(summary.content_type.as_str(), &summary.content),
            text: summary.content,
            is_content: false,
        });
        let longest = [content, summary].into_iter().flatten().filter(|body| !body.text.trim().is_empty());
        Some(Self {
            key,
            title: parsed.title.as_ref().and_then(plain),
            link,
            published: parsed.published.or(parsed.updated).map(|date| date.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
            authors: parsed.authors.into_iter().filter_map(|author| one_line(&author.name?)).collect(),
            tags: parsed.categories.into_iter().filter_map(|it| one_line(&it.label.unwrap_or(it.term))).collect(),
            body: longest.max_by_key(|body| (body.text.len(), body.is_content)),
        })
    }

    /// How many words its text has, markup left out.
    pub fn word_count(&self) -> usize {
        self.body.as_ref().map_or(0, |body| match body.is_html {
            true => TAG.replace_all(&body.text, " ").split_whitespace().count(),
            false => body.text.split_whitespace().count(),
        })
    }

    /// The entry as a page of its own, and its extension.
    pub fn page(&self, language: Option<&str>) -> Option<(String, &'static str)> {
        let body = self.body.as_ref()?;
        let title = self.title.as_deref().unwrap_or_default();
        if !body.is_html {
            return Some((format!("{title}\n\n{}\n", body.text.trim()), "txt"));
        }
        let (title, language) = (escape(title), escape(language.unwrap_or_default()));
        let text = body.text.trim();
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n\
             <body>\n<article>\n<h1>{title}</h1>\n{text}\n</article>\n</body>\n</html>\n"
        );
        Some((page, "html"))
    }
}

static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").expect("the pattern is well-formed"));

/// Whether a text that is called `media_type` has markup in it. Most plain text is called HTML.
fn is_html(media_type: &str, text: &str) -> bool {
    static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^>]*)?/?>|<!--|&(?:#[0-9xX][0-9A-Fa-f]*|[A-Za-z][A-Za-z0-9]*);")
            .expect("the pattern is well-formed")
    });
    media_type != "text/plain" && MARKUP.is_match(text)
}

static ENTITY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"&([A-Za-z][A-Za-z0-9]{1,31});").expect("the pattern is well-formed"));

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A title without markup.
fn plain(text: &Text) -> Option<String> {
    one_line(&intake::unescape(&TAG.replace_all(&text.content, "")))
}

fn one_line(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// A link as an address of the web, if it is one.
fn web_address(link: &str, base: Option<&Url>) -> Option<String> {
    let link = link.trim();
    let url = match base {
        Some(base) => base.join(link).ok()?,
        None => Url::parse(link).ok()?,
    };
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(512).collect::<String>().to_lowercase();
    let root = |name: &str| start.contains(name);
    (root("<!doctype html") || root("<html")) && !(root("<rss") || root("<feed") || root("<rdf:rdf"))
}

static DECLARED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["'][^>]*?\?>"#).expect("the pattern is well-formed")
});

static CHARSET: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?i)charset\s*=\s*["']?([\w.:-]+)"#).expect("the pattern is well-formed"));

/// The text of a feed: by its byte order mark; as UTF-8, when it is valid, whatever anybody says (what is
/// valid by chance in another encoding has no letters beyond ASCII); by its XML declaration; by the
/// server's word; by the letters.
fn decode(bytes: &[u8], content_type: Option<&str>) -> Result<String, String> {
    if Encoding::for_bom(bytes).is_none() {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Ok(text.to_owned());
        }
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).into_owned();
        let declared = DECLARED.captures(&head).map(|found| found[1].to_owned());
        let served = content_type.and_then(|value| CHARSET.captures(value)).map(|found| found[1].to_owned());
        for label in [declared, served].into_iter().flatten() {
            if let Some(encoding) = Encoding::for_label(label.as_bytes()).filter(|it| *it != encoding_rs::UTF_8) {
                return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
            }
        }
    }
    intake::decode(bytes).map(|decoded| decoded.text).map_err(|reason| format!("is no feed: it {reason}"))
}

/// Makes XML of what is nearly XML: the declared encoding is that of the text by now, named characters of
/// HTML are written out, and characters that XML does not allow are dropped.
fn mend(text: &str) -> String {
    if text.starts_with('{') {
        return text.to_owned();
    }
    let start = DECLARED.find(text).map_or(0, |declaration| declaration.end());
    let body = ENTITY.replace_all(&text[start..], |found: &regex::Captures<'_>| match &found[1] {
        "amp" | "lt" | "gt" | "quot" | "apos" => found[0].to_owned(),
        name => match intake::named_character(name) {
            Some(character) => character.to_owned(),
            None => format!("&amp;{name};"),
        },
    });
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    body.chars().filter(allowed).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}
