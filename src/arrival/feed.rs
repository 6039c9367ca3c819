//! RSS, Atom and JSON Feed, in the state in which sites really send them.

use std::sync::LazyLock;

use encoding_rs::Encoding;
use regex::Regex;
use url::Url;

use crate::calendar::Moment;
use crate::intake::{self, FeedFields};

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
        let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
        let text: String = start.chars().filter(allowed).collect();
        let found = intake::read_feed(&text);
        if let (Some((_, reason)), []) = (&found.fault, found.entries.as_slice()) {
            return Err(format!("is no feed that can be read: {reason}"));
        }
        let base = Url::parse(address).ok();
        Ok(Self {
            title: found.own.title(),
            language: Some(found.own.language).filter(|language| !language.is_empty()),
            entries: found.entries.iter().filter_map(|entry| Entry::new(entry, base.as_ref())).collect(),
        })
    }
}

impl Entry {
    /// `None` for an entry that nothing identifies.
    fn new(fields: &FeedFields, base: Option<&Url>) -> Option<Self> {
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let is_address = |id: &str| id.starts_with("http://") || id.starts_with("https://");
        let link = given(&fields.link).and_then(|link| web_address(&link, base));
        // An identifier that is an address stands in for a link that is missing (RSS permalinks).
        let link = link.or_else(|| is_address(fields.id.trim()).then(|| web_address(&fields.id, base)).flatten());
        let key = given(&fields.id).or_else(|| link.clone()).or_else(|| fields.title())?;
        let body = fields.text().map(|(text, is_content)| Body {
            is_html: !fields.plain && has_markup(text),
            text: text.to_owned(),
            is_content,
        });
        Some(Self {
            key,
            title: fields.title(),
            link,
            published: fields.moment().map(in_utc),
            authors: fields.authors.iter().filter_map(|author| one_line(author)).collect(),
            tags: fields.tags.iter().filter_map(|tag| one_line(tag)).collect(),
            body,
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

/// Whether a text has markup in it. Most plain text is called HTML.
fn has_markup(text: &str) -> bool {
    static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^>]*)?/?>|<!--|&(?:#[0-9xX][0-9A-Fa-f]*|[A-Za-z][A-Za-z0-9]*);")
            .expect("the pattern is well-formed")
    });
    MARKUP.is_match(text)
}

/// RFC 3339 in UTC where the distance from it is known; what is known otherwise.
fn in_utc(moment: Moment) -> String {
    let civil = moment.day.date().zip(moment.time).map(|(day, time)| day.to_datetime(time));
    let utc = civil
        .zip(moment.offset)
        .and_then(|(civil, offset)| civil.checked_sub(jiff::Span::new().minutes(i64::from(offset))).ok());
    utc.map_or_else(|| moment.to_string(), |utc| utc.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
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
