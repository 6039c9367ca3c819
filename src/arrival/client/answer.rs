//! What a server's answer gives.

use std::io::Read;

use ureq::http::{HeaderMap, StatusCode, header};

use super::failure::{BY_HAND, Failure};

/// Refuses an answer that is no page.
pub(super) fn check_status(status: StatusCode, headers: &HeaderMap) -> Result<(), Failure> {
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
    Err(Failure::new(format!("was refused with status {code}{reason}")).with_status(code).hint(hint))
}

/// The value of a header, where it has one.
pub(super) fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The whole body, when it is no longer than `limit` bytes.
pub(super) fn read(body: ureq::Body, limit: u64) -> Result<Vec<u8>, Failure> {
    let too_large = || {
        Failure::new(format!("has more than {} of text", size(limit)))
            .cut()
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
