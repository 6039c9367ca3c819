//! Why a page could not be had, and what to do about it.

use crate::arrival::addresses::PrivateAddress;
use crate::diagnostic::Diagnostic;

/// What can be done about a page that a program is not given.
pub(super) const BY_HAND: &str = "open it in a browser, save it, and add the file";

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::arrival) struct Failure {
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
    pub(super) fn new(message: String) -> Self {
        Self { message, hint: None, status: None, is_cut: false, is_unknown: false }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// As the answer with this status.
    pub(super) fn with_status(self, status: u16) -> Self {
        Self { status: Some(status), ..self }
    }

    /// As a fault of the answer itself.
    pub(super) fn cut(self) -> Self {
        Self { is_cut: true, ..self }
    }

    pub(super) fn unknown(mut self) -> Self {
        self.is_unknown = true;
        self
    }

    /// What is wrong, as a clause.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    /// The status that a server answered with.
    pub(super) fn status(&self) -> Option<u16> {
        self.status
    }

    /// Whether the server answered, and something was wrong with the answer itself.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether the page may be there all the same.
    pub(super) fn may_pass(&self) -> bool {
        match self.status {
            Some(status) => !matches!(status, 404 | 410),
            None => self.is_cut || self.is_unknown,
        }
    }

    pub(super) fn slow() -> Self {
        Self::new("did not come in time".to_owned())
            .unknown()
            .hint(format!("try again, give it more time with --timeout, or {BY_HAND}"))
    }

    pub(super) fn broken(error: &std::io::Error) -> Self {
        if matches!(error.kind(), std::io::ErrorKind::TimedOut | std::io::ErrorKind::WouldBlock) {
            return Self::slow();
        }
        let message = format!("broke off: {error}");
        Self::new(message).cut().hint("try again; nothing of it was kept")
    }

    pub(super) fn of(error: &ureq::Error) -> Self {
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
            ureq::Error::Decompress(_, error) => Self::new(format!("is damaged: it cannot be decompressed ({error})"))
                .cut()
                .hint(format!("try again, or {BY_HAND}")),
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

    /// The failure as one of `address`.
    pub(in crate::arrival) fn diagnostic(self, address: &str) -> Diagnostic {
        let wrong = Diagnostic::error(shortened(address), self.message);
        match self.hint {
            Some(hint) => wrong.hint(hint),
            None => wrong,
        }
    }
}

/// An address as a message shows it: printable, and of bounded length.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(200).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
