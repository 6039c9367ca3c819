//! A headless Chromium, driven over WebDriver.

#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};

/// A browser of one's own. It ends when this is dropped.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    _profile: tempfile::TempDir,
    _turn: MutexGuard<'static, ()>,
}

/// One browser at a time: several would only slow each other down.
static TURN: Mutex<()> = Mutex::new(());

/// A browser, or `None` with a word on the terminal where no chromedriver is installed.
///
/// With `DOSSIER_REQUIRE_BROWSER=1` a missing browser is a failure.
pub fn browser() -> Option<Browser> {
    match Browser::start() {
        Ok(browser) => Some(browser),
        Err(why) if std::env::var_os("DOSSIER_REQUIRE_BROWSER").is_some_and(|value| value == "1") => {
            panic!("no browser: {why}")
        }
        Err(why) => {
            // Straight to the terminal: what a passing test prints with the macros is not shown.
            let skipped =
                format!("SKIPPED: no browser to look with: {why} (DOSSIER_REQUIRE_BROWSER=1 makes this a failure)\n");
            let _ = std::io::stderr().write_all(skipped.as_bytes());
            None
        }
    }
}

impl Browser {
    fn start() -> Result<Self, String> {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("chromedriver: {error}"))?;
        let mut lines = BufReader::new(driver.stdout.take().expect("stdout is piped")).lines();
        // It first repeats the port that it was asked for, 0, and then names the one that it took.
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let port: u16 = line.rsplit_once("on port ")?.1.trim_end_matches('.').parse().ok()?;
            (port != 0).then_some(port)
        });
        // The driver must not block on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let profile = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut browser = Self {
            driver,
            port: port.ok_or("chromedriver names no port")?,
            session: String::new(),
            _profile: profile,
            _turn: turn,
        };
        let mut arguments: Vec<String> = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]
        .map(str::to_owned)
        .to_vec();
        arguments.push(format!("--user-data-dir={}", browser._profile.path().display()));
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
        }}});
        let session = browser.ask("POST", "/session", &wanted)?;
        browser.session = session["sessionId"].as_str().ok_or("the browser gives no session")?.to_owned();
        Ok(browser)
    }

    /// One WebDriver command.
    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).map_err(|error| error.to_string())?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .map_err(|error| error.to_string())?;
        // The driver keeps the connection open whatever it is told: the length says where the answer ends.
        let mut answer = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        while answer.read_line(&mut line).map_err(|error| error.to_string())? > 2 {
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().map_err(|_| "an answer without a length")?;
            }
            line.clear();
        }
        let mut body = vec![0; length];
        answer.read_exact(&mut body).map_err(|error| error.to_string())?;
        let body = &String::from_utf8_lossy(&body);
        let value: Value = serde_json::from_str(body).map_err(|error| format!("{error}: {body}"))?;
        match value["value"]["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", value["value"]["message"])),
            None => Ok(value["value"].clone()),
        }
    }

    fn command(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", &format!("/session/{}/{path}", self.session), body)
            .unwrap_or_else(|error| panic!("{path} {body}: {error}"))
    }

    /// Opens `url`.
    pub fn open(&self, url: &str) {
        self.command("url", &json!({"url": url}));
    }

    /// The value of a function's body, run in the page.
    pub fn run(&self, script: &str) -> Value {
        self.command("execute/sync", &json!({"script": script, "args": []}))
    }

    /// A command of the DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.command("goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// Sets the size of the window, in CSS pixels.
    pub fn resize(&self, width: u32) {
        let metrics = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600});
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Sets what the reader prefers: `dark` or `light`.
    pub fn prefer(&self, scheme: &str) {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// What the console has said since the last call.
    pub fn console(&self) -> Vec<String> {
        let entries = self.command("se/log", &json!({"type": "browser"}));
        entries.as_array().into_iter().flatten().map(ToString::to_string).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.ask("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
