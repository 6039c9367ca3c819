//! Addresses that may be asked, and where an answer leads on.

use ureq::http::{HeaderMap, StatusCode, header};
use url::Url;

use super::failure::{BY_HAND, Failure, shortened};

/// Takes an address apart, and refuses what is none of the web.
pub(in crate::arrival) fn parse(address: &str) -> Result<Url, Failure> {
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
pub(super) fn target(from: &Url, to: &str) -> Result<Url, Failure> {
    let mut next = from.join(to).map_err(|error| {
        Failure::new(format!("redirects to `{}`, which is no address: {error}", shortened(to))).hint(BY_HAND)
    })?;
    next.set_fragment(None);
    check(&next).map_err(|failure| {
        Failure::new(format!("redirects to {}, which {}", shortened(next.as_str()), failure.message())).hint(BY_HAND)
    })?;
    if from.scheme() == "https" && next.scheme() == "http" {
        return Err(Failure::new(format!("redirects to {}, without encryption", shortened(next.as_str())))
            .hint("if that is as it should be, ask for that address itself"));
    }
    Ok(next)
}

/// The address that an answer leads on to, where it is a redirect.
pub(super) fn redirect(status: StatusCode, headers: &HeaderMap) -> Option<String> {
    let redirects = matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308);
    // Some servers write letters beyond ASCII as they are.
    let location = headers.get(header::LOCATION)?;
    redirects.then(|| String::from_utf8_lossy(location.as_bytes()).trim().to_owned())
}
