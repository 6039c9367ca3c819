//! What the preview adds to a page on its way to the browser: reloading, and what went wrong.
//!
//! None of it is in the published files. Script and style are files of the preview's own, because
//! the pages' content security policy forbids any other.

use super::State;
use crate::diagnostic::{Diagnostic, Severity};

/// Where the preview's own files are; no page of a site begins so.
pub const OWN: &str = "/__dossier/";

/// Reloads the page when a newer version than the one it was served with is announced.
pub const SCRIPT: &str = r#"(function () {
  "use strict";
  var own = new URL(document.currentScript.src).searchParams.get("version");
  var events = new EventSource("/__dossier/events");
  events.onmessage = function (event) { if (event.data !== own) location.reload(); };
  addEventListener("pagehide", function () { events.close(); });
})();
"#;

/// Looks of the panel with what went wrong.
pub const STYLE: &str = r#".dossier-preview { position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 60vh; overflow: auto; margin: 0; padding: .9rem 1.4rem; background: #2a1210; color: #ffe9e4; font: 15px/1.5 system-ui, sans-serif; border-top: 4px solid #e0563a; }
.dossier-preview summary { cursor: pointer; font-weight: 600; }
.dossier-preview pre { margin: .7rem 0 0; font: 13px/1.55 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.dossier-preview.minor { background: #2b2412; color: #fff4d6; border-top-color: #d9a520; }
"#;

/// The errors among `diagnostics`: notes belong on the terminal.
pub fn errors_of(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect()
}

/// `html` with the preview's script, and the panel when there is something to say.
pub fn dress(html: &str, state: &State) -> String {
    let version = state.version;
    let head = format!(
        "<link rel=\"stylesheet\" href=\"{OWN}live.css\"><script src=\"{OWN}live.js?version={version}\"></script>"
    );
    let panel = panel(state);
    let mut dressed = String::with_capacity(html.len() + head.len() + panel.len());
    let (before_head, rest) = html.split_at(html.find("</head>").unwrap_or(0));
    dressed.push_str(before_head);
    dressed.push_str(&head);
    let (body, end) = rest.split_at(rest.rfind("</body>").unwrap_or(rest.len()));
    dressed.push_str(body);
    dressed.push_str(&panel);
    dressed.push_str(end);
    dressed
}

/// A page of the preview's own, for when the site has none to show.
pub fn bare(message: &str, state: &State) -> String {
    let message = escape(message);
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{message}</title></head><body><p>{message}</p></body></html>"
    );
    dress(&page, state)
}

fn panel(state: &State) -> String {
    if state.wrong.is_empty() {
        return String::new();
    }
    let (class, open, title) = if state.failed {
        ("dossier-preview", " open", "The site was not built; this is the last one that was")
    } else {
        ("dossier-preview minor", "", "Something in the dossier is wrong; the rest was built")
    };
    let listed: Vec<String> = state.wrong.iter().map(|diagnostic| escape(&diagnostic.to_string())).collect();
    format!(
        "<details class=\"{class}\" role=\"alert\"{open}><summary>{title} ({})</summary><pre>{}</pre></details>",
        listed.len(),
        listed.join("\n")
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
