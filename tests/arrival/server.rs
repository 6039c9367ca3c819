//! A server on loopback that answers as a test tells it to, however badly.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What was asked: the path, and the header lines in lower case.
#[derive(Debug, Clone)]
pub struct Asked {
    pub path: String,
    pub headers: Vec<String>,
}

/// A running server. It ends with the test program.
pub struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Answers every connection by `answer`, which writes what it likes.
    pub fn start(answer: impl Fn(&Asked, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (seen, answer) = (Arc::clone(&asked), Arc::new(answer));
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                thread::spawn(move || {
                    let mut connection = connection;
                    if let Some(request) = read_request(&connection) {
                        seen.lock().unwrap().push(request.clone());
                        answer(&request, &mut connection);
                    }
                });
            }
        });
        Self { address, asked }
    }

    /// Answers paths with these bodies, `robots.txt` and all others with 404.
    pub fn with(pages: Vec<(&str, &str, String)>) -> Self {
        let pages: Vec<(String, String, String)> =
            pages.into_iter().map(|(path, kind, body)| (path.to_owned(), kind.to_owned(), body)).collect();
        Self::start(move |asked, connection| match pages.iter().find(|(path, ..)| *path == asked.path) {
            Some((_, kind, body)) => ok(connection, kind, body.as_bytes()),
            None => status(connection, "404 Not Found", ""),
        })
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The paths that were asked for, in order.
    pub fn paths(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().map(|asked| asked.path.clone()).collect()
    }

    pub fn requests(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn read_request(connection: &TcpStream) -> Option<Asked> {
    let mut lines = BufReader::new(connection).lines();
    let first = lines.next()?.ok()?;
    let path = first.split(' ').nth(1)?.to_owned();
    let headers = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).map(|line| line.to_lowercase());
    Some(Asked { path, headers: headers.collect() })
}

// What is written after the client has gone is nobody's business.

pub fn ok(connection: &mut TcpStream, kind: &str, body: &[u8]) {
    reply(connection, &format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len()), body);
}

/// `status` is a code with its reason; `headers` end in `\r\n` each.
pub fn status(connection: &mut TcpStream, status: &str, headers: &str) {
    reply(connection, &format!("HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\n"), b"");
}

pub fn reply(connection: &mut TcpStream, head: &str, body: &[u8]) {
    let _ = connection.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes());
    let _ = connection.write_all(body);
}
