//! Answers the browser.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch as signal;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use super::files::{Found, find, media_type};
use super::page::{self, OWN, SCRIPT, STYLE};
use super::{State, read};

/// What an answer is made from.
#[derive(Clone)]
pub struct Service {
    /// The folder of the site.
    pub out: PathBuf,
    /// What the last build left to show.
    pub state: Arc<RwLock<State>>,
    /// The version of the site, as it changes.
    pub versions: signal::Sender<u64>,
}

/// Serves until the runtime is dropped.
pub async fn run(listener: TcpListener, service: Service) {
    let router = Router::new().fallback(answer).with_state(service);
    match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => drop(axum::serve(listener, router).await),
        Err(error) => eprintln!("error: 127.0.0.1: cannot be served: {error}"),
    }
}

async fn answer(Shared(service): Shared<Service>, request: Request) -> Response {
    if !is_local(request.headers()) {
        // A page elsewhere whose name was pointed at this machine (DNS rebinding) must read nothing.
        return plain(StatusCode::FORBIDDEN, "this preview answers to localhost only");
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut refused = plain(StatusCode::METHOD_NOT_ALLOWED, "there is nothing to send here");
        refused.headers_mut().insert(ALLOW, "GET, HEAD".parse().expect("a header of plain letters"));
        return refused;
    }
    let path = request.uri().path().to_owned();
    if let Some(own) = path.strip_prefix(OWN) {
        return match own {
            "events" => events(&service).into_response(),
            "live.js" => file(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT),
            "live.css" => file(StatusCode::OK, "text/css; charset=utf-8", STYLE),
            _ => plain(StatusCode::NOT_FOUND, "no such file"),
        };
    }
    let answered = tokio::task::spawn_blocking(move || page(&service, &path)).await;
    answered.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "the preview failed to answer"))
}

/// A stream of versions, the present one first.
fn events(service: &Service) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>> + use<>> {
    let versions = WatchStream::new(service.versions.subscribe());
    let events = versions.map(|version| Ok(Event::default().data(version.to_string())));
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

/// The answer to a request for a page or file of the site.
fn page(service: &Service, path: &str) -> Response {
    let state = read(&service.state);
    let Some(relative) = path.strip_prefix(state.base_path.as_str()) else {
        let without_slash = state.base_path.trim_end_matches('/');
        if path == "/" || path == without_slash {
            return redirect(&state.base_path);
        }
        return missing(service, &state);
    };
    match find(&service.out, &decode(relative)) {
        Found::Folder => redirect(&format!("{path}/")),
        Found::Nothing => missing(service, &state),
        Found::File(found) => {
            let kind = media_type(&found);
            match std::fs::read(&found) {
                Ok(bytes) if kind.starts_with("text/html") => html(StatusCode::OK, &bytes, &state),
                Ok(bytes) => file(StatusCode::OK, kind, bytes),
                Err(_) => missing(service, &state),
            }
        }
    }
}

/// The site's own page for addresses that lead nowhere.
fn missing(service: &Service, state: &State) -> Response {
    if state.failed && !service.out.join("index.html").exists() {
        let nothing = page::bare("Nothing has been built yet", state);
        return file(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", nothing);
    }
    match std::fs::read(service.out.join("404.html")) {
        Ok(bytes) => html(StatusCode::NOT_FOUND, &bytes, state),
        Err(_) => {
            let nothing = page::bare("There is no such page", state);
            file(StatusCode::NOT_FOUND, "text/html; charset=utf-8", nothing)
        }
    }
}

fn html(status: StatusCode, bytes: &[u8], state: &State) -> Response {
    file(status, "text/html; charset=utf-8", page::dress(&String::from_utf8_lossy(bytes), state))
}

fn plain(status: StatusCode, message: &'static str) -> Response {
    file(status, "text/plain; charset=utf-8", message)
}

fn file(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store"), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (status, headers, body.into()).into_response()
}

fn redirect(to: &str) -> Response {
    (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, to), (CACHE_CONTROL, "no-store")]).into_response()
}

/// Whether the request was sent to this machine under its own name.
fn is_local(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST).and_then(|host| host.to_str().ok()) else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|local| name.eq_ignore_ascii_case(local))
}

/// Undoes percent-encoding; what is no UTF-8 then leads nowhere.
fn decode(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8().map_or_else(|_| "\0".to_owned(), Into::into)
}
