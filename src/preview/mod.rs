//! The site while it is being made: served to this machine only, rebuilt and reloaded on change.
//!
//! Knows files, addresses and the browser. How a site is built it is told by a function: of sources
//! and languages it knows nothing.

mod files;
mod page;
mod server;
mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::thread;

use tokio::runtime::Runtime;
use tokio::sync::watch as signal;

use crate::diagnostic::Diagnostic;

/// What to serve, and what to watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The dossier's folder. Its `seeds/`, `content/`, `templates/` and `dossier.toml` are watched.
    pub root: PathBuf,
    /// The folder that the site is published to.
    pub out: PathBuf,
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
}

/// A build that worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The path under which the site stands, as it will when deployed: `/` or `/repo/`.
    pub base_path: String,
    /// Whether any file of the site differs from the build before.
    pub changed: bool,
    /// What the build had to say. Its errors are shown in the page.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the last build left to show.
#[derive(Debug, Clone, Default)]
struct State {
    base_path: String,
    /// Grows with each build that the browser should see.
    version: u64,
    /// What was wrong, and whether it kept the site from being built.
    wrong: Vec<Diagnostic>,
    failed: bool,
}

/// A running preview. The server ends when this is dropped.
pub struct Preview {
    address: SocketAddr,
    state: Arc<RwLock<State>>,
    runtime: Runtime,
    builder: thread::JoinHandle<()>,
}

/// Builds once, then serves the site and builds again whenever something that it is made of changes.
///
/// A build that fails is shown in the page, and the site of the last one that worked stays.
///
/// # Errors
/// A diagnostic, when the port is taken or the folder cannot be watched.
pub fn start(
    options: &Options,
    mut build: impl FnMut() -> Result<Built, Vec<Diagnostic>> + Send + 'static,
) -> Result<Preview, Diagnostic> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).map_err(|error| {
        Diagnostic::error(format!("127.0.0.1:{}", options.port), format!("cannot be listened on: {error}"))
            .hint("name another port with --port, or 0 for a free one")
    })?;
    let unusable = |error: std::io::Error| Diagnostic::error("127.0.0.1", format!("cannot be served: {error}"));
    listener.set_nonblocking(true).map_err(unusable)?;
    let address = listener.local_addr().map_err(unusable)?;
    // Watching begins before the first build, so that no change falls between the two.
    let mut changes = watch::Changes::new(&options.root)?;

    let state = Arc::new(RwLock::new(State { base_path: "/".to_owned(), ..State::default() }));
    let (versions, _) = signal::channel(0);
    let service = server::Service { out: options.out.clone(), state: Arc::clone(&state), versions: versions.clone() };
    record(&state, &versions, build());
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(unusable)?;
    runtime.spawn(server::run(listener, service));

    let shared = Arc::clone(&state);
    let builder = thread::spawn(move || {
        while changes.wait() {
            record(&shared, &versions, build());
        }
    });
    Ok(Preview { address, state, runtime, builder })
}

impl Preview {
    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where the site can be read.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, read(&self.state).base_path)
    }

    /// Serves until the program is ended.
    pub fn wait(self) {
        let Self { builder, runtime, .. } = self;
        // Only a panic in a build ends it; the message is on the terminal by then.
        drop(builder.join());
        drop(runtime);
    }
}

/// Takes note of a build, and tells the browsers.
fn record(state: &RwLock<State>, versions: &signal::Sender<u64>, built: Result<Built, Vec<Diagnostic>>) {
    let mut state = state.write().unwrap_or_else(std::sync::PoisonError::into_inner);
    let shown_before = (state.failed, state.wrong.clone());
    let changed = match built {
        Ok(built) => {
            let moved = state.base_path != built.base_path;
            state.base_path = built.base_path;
            state.failed = false;
            state.wrong = page::errors_of(built.diagnostics);
            built.changed || moved
        }
        Err(diagnostics) => {
            state.failed = true;
            state.wrong = diagnostics;
            false
        }
    };
    if changed || state.version == 0 || shown_before != (state.failed, state.wrong.clone()) {
        state.version += 1;
        versions.send_replace(state.version);
    }
}

fn read(state: &RwLock<State>) -> State {
    state.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
}
