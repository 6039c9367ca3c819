//! Asks the web for one page at a time, within limits.

mod address;
mod answer;
mod failure;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::http::{StatusCode, header};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use url::Url;

use super::addresses::PublicOnly;
use super::robots::{self, Robots};
use crate::diagnostic::Diagnostic;
pub(super) use address::parse;
use address::{redirect, target};
use answer::{check_status, read, text};
use failure::BY_HAND;
pub(super) use failure::Failure;

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
            Err(failure) => match failure.status() {
                Some(status) if (400..500).contains(&status) && status != 429 => Ok(Robots::open()),
                Some(status) => Ok(Robots::Unreachable(format!("could not be read (status {status})"))),
                None if failure.is_cut() => Ok(Robots::Unreachable(failure.message().to_owned())),
                None => Err(failure),
            },
        }
    }
}
