//! Encrypted connections: a server that nobody vouches for is not believed.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, ServerConfig, ServerConnection, StreamOwned};

use super::{Folder, page};

/// A server that shows a certificate of its own making.
struct SelfSigned {
    address: SocketAddr,
    certificate: CertificateDer<'static>,
    /// Requests that came through.
    asked: Arc<AtomicUsize>,
}

impl SelfSigned {
    fn start(body: String) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
        let certificate = made.cert.der().clone();
        let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .unwrap();
        let config = Arc::new(config);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(AtomicUsize::new(0));
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let Ok(session) = ServerConnection::new(Arc::clone(&config)) else { continue };
                let mut stream = StreamOwned::new(session, connection);
                let mut request = [0; 4096];
                // A client that does not trust the certificate leaves before it asks.
                if stream.read(&mut request).is_ok_and(|read| read > 0) {
                    seen.fetch_add(1, Ordering::SeqCst);
                    let head = format!(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                        body.len()
                    );
                    let _ = stream.write_all(head.as_bytes());
                    let _ = stream.write_all(body.as_bytes());
                    stream.conn.send_close_notify();
                    let _ = stream.flush();
                }
            }
        });
        Self { address, certificate, asked }
    }
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_refused() {
    let server = SelfSigned::start(page("Причал в Мурманске открыт", "Мурманск"));
    // The server is a sound one: who trusts its certificate gets the page.
    let mut roots = RootCertStore::empty();
    roots.add(server.certificate.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let session = ClientConnection::new(Arc::new(config), name).unwrap();
    let mut stream = StreamOwned::new(session, TcpStream::connect(server.address).unwrap());
    stream.write_all(b"GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    assert!(answer.contains("Игорь Лаптев"), "{answer}");
    assert_eq!(server.asked.load(Ordering::SeqCst), 1);

    for host in ["localhost", "127.0.0.1"] {
        let folder = Folder::new();
        let error = folder.refused(&["--allow-private", &format!("https://{host}:{}/a", server.address.port())]);
        assert!(error.contains("certificate"), "{error}");
        assert!(folder.seeds().is_empty());
    }
    assert_eq!(server.asked.load(Ordering::SeqCst), 1, "nothing was asked of it");
}
