//! Asks the web for one page at a time, within limits.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::http::{HeaderMap, StatusCode, header};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use url::Url;

use super::addresses::{PrivateAddress, PublicOnly};
use super::robots::{self, Robots};
use crate::diagnostic::Diagnostic;

/// How much time, and how many bytes and redirects, one page may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// From the first byte asked for to the last one read, redirects and `robots.txt` included.
    pub whole: Duration,
    /// For a connection with its encryption to stand.
    pub connect: Duration,
    /// Of a body, after decompression.
    pub bytes: u64,
    /// Steps from one address to the next.
    pub redirects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { whole: Duration::from_secs(30), connect: Duration::from_secs(10), bytes: 16 << 20, redirects: 5 }
    }
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it was found in the end.
    pub url: Url,
    /// Its bytes; `None` when it has not changed since (see [`Validators`]).
    pub body: Option<Vec<u8>>,
    /// The server's `Content-Type`.
    pub content_type: Option<String>,
    /// What to ask with the next time.
    pub validators: Validators,
}

/// What a server calls the state of a page, so that it need not be sent again while it stays the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

/// Why a page could not be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreached {
    /// What is wrong; its path is the address.
    pub diagnostic: Diagnostic,
    /// Whether the page may be there all the same: the server was slow, busy or unwilling.
    pub may_pass: bool,
}

/// Asks for pages. Sends no cookies and no `Referer`, uses no proxy, and asks each site's `robots.txt`
/// once.
pub struct Client {
    agent: Agent,
    limits: Limits,
    robots: Mutex<BTreeMap<String, Robots>>,
}

/// What can be done about a page that a program is not given.
const BY_HAND: &str = "open it in a browser, save it, and add the file";

impl Client {
    /// A client that connects to public addresses only, or with `allow_private` to any.
    pub fn new(limits: Limits, allow_private: bool) -> Self {
        let config = Agent::config_builder()
            .user_agent(concat!(
                "dossier/",
                env!("CARGO_PKG_VERSION"),
                " (reads articles for a briefing; robots.txt: dossier)"
            ))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(limits.connect))
            .timeout_resolve(Some(limits.connect))
            // Through a proxy it is the proxy that connects, and no address could be checked.
            .proxy(None)
            .build();
        let resolver = PublicOnly { allow_private, system: DefaultResolver::default() };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent, limits, robots: Mutex::new(BTreeMap::new()) }
    }

    /// The page at `address`, unless it is still what `known` says.
    ///
    /// # Errors
    /// A diagnostic that says why there is none, and what to do.
    pub fn get(&self, address: &str, known: &Validators) -> Result<Page, Diagnostic> {
        let wrong = |failure: Failure| failure.diagnostic(address);
        let start = parse(address).map_err(wrong)?;
        let deadline = Instant::now() + self.limits.whole;
        self.follow(start, known, deadline, self.limits.bytes, true).map_err(wrong)
    }

    /// Whether there is a page at `address`; nothing of it is read.
    ///
    /// # Errors
    /// Why there is none, and whether that will pass by itself.
    pub fn reach(&self, address: &str) -> Result<(), Unreached> {
        let unreached =
            |failure: Failure| Unreached { may_pass: failure.may_pass(), diagnostic: failure.diagnostic(address) };
        let start = parse(address).map_err(unreached)?;
        let deadline = Instant::now() + self.limits.whole;
        self.follow(start, &Validators::default(), deadline, 0, true).map(drop).map_err(unreached)
    }

    /// Goes from address to address until there is a page, and reads `limit` bytes of it at most; with a
    /// limit of 0 none.
    fn follow(
        &self,
        start: Url,
        known: &Validators,
        deadline: Instant,
        limit: u64,
        ask_robots: bool,
    ) -> Result<Page, Failure> {
        let mut url = start;
        let mut steps = Vec::new();
        loop {
            if ask_robots {
                self.ask_robots(&url, deadline)?;
            }
            let response = self.request(&url, known, deadline)?;
            let (head, body) = response.into_parts();
            if let Some(to) = redirect(head.status, &head.headers) {
                steps.push(url.clone());
                if steps.len() > self.limits.redirects {
                    return Err(Failure::new(format!("redirects more than {} times", self.limits.redirects))
                        .hint("give the address that the page has in the end"));
                }
                let next = target(&url, &to)?;
                if steps.contains(&next) {
                    return Err(Failure::new(format!("redirects in a circle, to {next} again")).hint(BY_HAND));
                }
                url = next;
                continue;
            }
            let validators = Validators {
                etag: text(&head.headers, header::ETAG),
                last_modified: text(&head.headers, header::LAST_MODIFIED),
            };
            let content_type = text(&head.headers, header::CONTENT_TYPE);
            if head.status == StatusCode::NOT_MODIFIED {
                return Ok(Page { url, body: None, content_type, validators: known.clone() });
            }
            check_status(head.status, &head.headers)?;
            if let Some(coding) = text(&head.headers, header::CONTENT_ENCODING).filter(|it| it != "identity") {
                return Err(Failure::new(format!("comes as `{coding}`, which was not asked for")).hint(BY_HAND));
            }
            if limit == 0 {
                return Ok(Page { url, body: None, content_type, validators });
            }
            let bytes = read(body, limit)?;
            return Ok(Page { url, body: Some(bytes), content_type, validators });
        }
    }

    /// Sends one request, and reads the head of the answer.
    fn request(
        &self,
        url: &Url,
        known: &Validators,
        deadline: Instant,
    ) -> Result<ureq::http::Response<ureq::Body>, Failure> {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Failure::slow());
        }
        let mut request = self
            .agent
            .get(url.as_str())
            .config()
            .timeout_global(Some(left))
            .build()
            .header(header::ACCEPT, "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.9,*/*;q=0.5");
        if let Some(etag) = &known.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(date) = &known.last_modified {
            request = request.header(header::IF_MODIFIED_SINCE, date);
        }
        request.call().map_err(|error| Failure::of(&error))
    }

    /// Asks the site's `robots.txt`, once.
    fn ask_robots(&self, url: &Url, deadline: Instant) -> Result<(), Failure> {
        let site = url.origin().ascii_serialization();
        let cached = self.known_robots().get(&site).cloned();
        let robots = match cached {
            Some(robots) => robots,
            None => {
                let robots = self.read_robots(url, deadline)?;
                self.known_robots().insert(site, robots.clone());
                robots
            }
        };
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        match robots {
            Robots::Unreachable(reason) => {
                Err(Failure::new(format!("was not asked for: the site's robots.txt {reason}"))
                    .unknown()
                    .hint(format!("try again later, or {BY_HAND}")))
            }
            robots if robots.allows(path) => Ok(()),
            Robots::Rules(_) => Err(Failure::new("is not for programs: the site's robots.txt disallows it".to_owned())
                .unknown()
                .hint(BY_HAND)),
        }
    }

    fn known_robots(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Robots>> {
        self.robots.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// A site that answers 4xx has no rules; one that fails allows nothing. One that cannot be reached at
    /// all will not give the page either, and says so better itself.
    fn read_robots(&self, url: &Url, deadline: Instant) -> Result<Robots, Failure> {
        let address = url.join("/robots.txt").map_err(|error| Failure::new(format!("is no address: {error}")))?;
        match self.follow(address, &Validators::default(), deadline, robots::MAX_BYTES, false) {
            Ok(page) => {
                let body = page.body.unwrap_or_default();
                Ok(Robots::parse(&String::from_utf8_lossy(&body), robots::PRODUCT))
            }
            Err(Failure { status: Some(status), .. }) if (400..500).contains(&status) && status != 429 => {
                Ok(Robots::open())
            }
            Err(Failure { status: Some(status), .. }) => {
                Ok(Robots::Unreachable(format!("could not be read (status {status})")))
            }
            Err(failure) if failure.is_cut => Ok(Robots::Unreachable(failure.message)),
            Err(failure) => Err(failure),
        }
    }
}

/// Takes an address apart, and refuses what is none of the web.
pub(super) fn parse(address: &str) -> Result<Url, Failure> {
    let mut url = Url::parse(address.trim()).map_err(|error| {
        Failure::new(format!("is no address: {error}")).hint("write it as https://site.example/path")
    })?;
    check(&url)?;
    url.set_fragment(None);
    Ok(url)
}

fn check(url: &Url) -> Result<(), Failure> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Failure::new(format!("begins with `{}:`, and only http and https are asked", url.scheme()))
            .hint("for a file give its path"));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(Failure::new("names no site".to_owned()).hint("write it as https://site.example/path"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Failure::new(
            "has a user name or a password in it, which would be kept beside the source".to_owned(),
        )
        .hint(BY_HAND));
    }
    Ok(())
}

/// Where a redirect leads, if one may go there.
fn target(from: &Url, to: &str) -> Result<Url, Failure> {
    let mut next = from.join(to).map_err(|error| {
        Failure::new(format!("redirects to `{}`, which is no address: {error}", shortened(to))).hint(BY_HAND)
    })?;
    next.set_fragment(None);
    check(&next).map_err(|failure| {
        Failure::new(format!("redirects to {}, which {}", shortened(next.as_str()), failure.message)).hint(BY_HAND)
    })?;
    if from.scheme() == "https" && next.scheme() == "http" {
        return Err(Failure::new(format!("redirects to {}, without encryption", shortened(next.as_str())))
            .hint("if that is as it should be, ask for that address itself"));
    }
    Ok(next)
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(200).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn redirect(status: StatusCode, headers: &HeaderMap) -> Option<String> {
    let redirects = matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308);
    // Some servers write letters beyond ASCII as they are.
    let location = headers.get(header::LOCATION)?;
    redirects.then(|| String::from_utf8_lossy(location.as_bytes()).trim().to_owned())
}

fn check_status(status: StatusCode, headers: &HeaderMap) -> Result<(), Failure> {
    if status.is_success() {
        return Ok(());
    }
    let code = status.as_u16();
    let reason = status.canonical_reason().map(|reason| format!(" {reason}")).unwrap_or_default();
    let hint = match code {
        404 | 410 => "look whether the address is right; an archive may have the page".to_owned(),
        401..=403 | 451 => BY_HAND.to_owned(),
        429 | 503 => match text(headers, header::RETRY_AFTER) {
            Some(after) if after.bytes().all(|byte| byte.is_ascii_digit()) => format!("try again in {after} s"),
            _ => "try again later".to_owned(),
        },
        500.. => "try again later".to_owned(),
        _ => BY_HAND.to_owned(),
    };
    Err(Failure { status: Some(code), ..Failure::new(format!("was refused with status {code}{reason}")).hint(hint) })
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The whole body, when it is no longer than `limit` bytes.
fn read(body: ureq::Body, limit: u64) -> Result<Vec<u8>, Failure> {
    let too_large = || {
        Failure { is_cut: true, ..Failure::new(format!("has more than {} of text", size(limit))) }
            .hint("save the part that you need, and add the file")
    };
    if body.content_length().is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    body.into_reader().take(limit + 1).read_to_end(&mut bytes).map_err(|error| {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>()) {
            Some(inner) => Failure::of(inner),
            None => Failure::broken(&error),
        }
    })?;
    if bytes.len() as u64 > limit {
        return Err(too_large());
    }
    Ok(bytes)
}

fn size(bytes: u64) -> String {
    if bytes >= 1 << 20 { format!("{} MiB", bytes >> 20) } else { format!("{} KiB", bytes >> 10) }
}

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    message: String,
    hint: Option<String>,
    /// The status that a server answered with.
    status: Option<u16>,
    /// Whether the server answered, and something was wrong with the answer itself.
    is_cut: bool,
    /// Whether nothing is known of the page: it did not come in time, or was not asked for.
    is_unknown: bool,
}

impl Failure {
    fn new(message: String) -> Self {
        Self { message, hint: None, status: None, is_cut: false, is_unknown: false }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    fn unknown(mut self) -> Self {
        self.is_unknown = true;
        self
    }

    /// Whether the page may be there all the same.
    fn may_pass(&self) -> bool {
        match self.status {
            Some(status) => !matches!(status, 404 | 410),
            None => self.is_cut || self.is_unknown,
        }
    }

    fn slow() -> Self {
        Self::new("did not come in time".to_owned())
            .unknown()
            .hint(format!("try again, give it more time with --timeout, or {BY_HAND}"))
    }

    fn broken(error: &std::io::Error) -> Self {
        if matches!(error.kind(), std::io::ErrorKind::TimedOut | std::io::ErrorKind::WouldBlock) {
            return Self::slow();
        }
        let message = format!("broke off: {error}");
        Self { is_cut: true, ..Self::new(message).hint("try again; nothing of it was kept") }
    }

    fn of(error: &ureq::Error) -> Self {
        match error {
            ureq::Error::Timeout(_) => Self::slow(),
            ureq::Error::HostNotFound => Self::new("names a site that cannot be found".to_owned())
                .hint("look whether the address is right, and whether this machine is online"),
            ureq::Error::Io(error) => match error.kind() {
                std::io::ErrorKind::TimedOut | std::io::ErrorKind::WouldBlock => Self::slow(),
                std::io::ErrorKind::ConnectionRefused => Self::new("does not take connections".to_owned())
                    .hint("look whether the address is right, or try again later"),
                std::io::ErrorKind::UnexpectedEof
                | std::io::ErrorKind::ConnectionReset
                | std::io::ErrorKind::ConnectionAborted
                | std::io::ErrorKind::BrokenPipe => Self::broken(error),
                // An untrusted certificate comes as an error of the connection.
                std::io::ErrorKind::InvalidData => Self::untrusted(error),
                _ => Self::new(format!("cannot be reached: {error}"))
                    .hint("look whether the address is right, and whether this machine is online"),
            },
            ureq::Error::Rustls(error) => Self::untrusted(error),
            ureq::Error::Tls(error) => Self::untrusted(error),
            ureq::Error::LargeResponseHeader(..) => {
                Self::new("answers with more headers than any site needs".to_owned()).hint(BY_HAND)
            }
            ureq::Error::Decompress(_, error) => {
                Self { is_cut: true, ..Self::new(format!("is damaged: it cannot be decompressed ({error})")) }
                    .hint(format!("try again, or {BY_HAND}"))
            }
            ureq::Error::Other(error) if error.downcast_ref::<PrivateAddress>().is_some() => {
                Self::new(error.to_string()).hint("if you mean a machine of your own, say --allow-private")
            }
            error => Self::new(format!("cannot be had: {error}")).hint(BY_HAND),
        }
    }

    fn untrusted(error: &dyn std::fmt::Display) -> Self {
        let error = error.to_string();
        let message = match error.contains("certificate") {
            true => format!("cannot prove who it is: {error}"),
            false => format!("cannot be connected to securely: {error}"),
        };
        Self::new(message).hint(format!("if your browser trusts the site, {BY_HAND}"))
    }

    pub(super) fn diagnostic(self, address: &str) -> Diagnostic {
        let wrong = Diagnostic::error(shortened(address), self.message);
        match self.hint {
            Some(hint) => wrong.hint(hint),
            None => wrong,
        }
    }
}
