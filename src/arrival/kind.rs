//! What a file shall be called at its end, by what is in it.

/// The extension for `bytes` that came without a name: by what they look like, then by what the server
/// called them.
pub(super) fn extension(bytes: &[u8], content_type: Option<&str>) -> &'static str {
    if bytes.starts_with(b"%PDF-") {
        return "pdf";
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let names = &bytes[..bytes.len().min(4096)];
        let is_document = names.windows(5).any(|name| name == b"word/") || names.windows(7).any(|it| it == b"docProp");
        return if is_document { "docx" } else { "zip" };
    }
    let head = head(bytes);
    let starts = |signs: &[&str]| signs.iter().any(|sign| head.starts_with(sign));
    let media = content_type.and_then(|value| value.split(';').next()).map(|value| value.trim().to_ascii_lowercase());
    let media = media.as_deref().unwrap_or_default();
    if starts(&[
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<!-- saved from",
        "<article",
        "<main",
        "<div",
        "<p>",
        "<p ",
    ]) {
        return "html";
    }
    if head.starts_with('<') {
        return match ["<rss", "<feed", "<rdf:rdf"].iter().any(|root| head.contains(root)) {
            true => "xml",
            // XHTML begins like any XML; a comment may stand before everything.
            false if head.contains("<html") || media == "text/html" => "html",
            false if media.contains("xml") || starts(&["<?xml"]) => "xml",
            false => "html",
        };
    }
    if head.starts_with(['{', '['])
        && (media.contains("json") || serde_json::from_slice::<serde_json::Value>(bytes).is_ok())
    {
        return "json";
    }
    if is_jsonl(bytes) {
        return "jsonl";
    }
    if is_mail(&head) {
        return if head.contains("multipart/related") { "mhtml" } else { "eml" };
    }
    match media {
        "text/html" | "application/xhtml+xml" => "html",
        "text/markdown" => "md",
        "text/csv" => "csv",
        _ if head.starts_with("---\n") || head.starts_with("---\r\n") => "md",
        _ => "txt",
    }
}

/// The beginning, in lower case, as far as it is ASCII; UTF-16 read by every other byte.
fn head(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let letters = bytes.iter().take(2048).filter(|&&byte| byte != 0 && !(wide && byte >= 0xFE));
    let text: String =
        letters.map(|&byte| if byte.is_ascii() { char::from(byte.to_ascii_lowercase()) } else { '?' }).collect();
    text.trim_start().to_owned()
}

/// Several lines, each of them a JSON object.
fn is_jsonl(bytes: &[u8]) -> bool {
    let lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let mut objects = lines.take(3).map(|line| {
        line.starts_with(b"{") && serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(line).is_ok()
    });
    objects.next() == Some(true) && objects.all(|is_object| is_object)
}

/// Header lines of a message, with at least two that every message has.
fn is_mail(head: &str) -> bool {
    let is_header = |line: &str| {
        line.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
    };
    let headers: Vec<&str> = head.lines().take_while(|line| is_header(line) || line.starts_with([' ', '\t'])).collect();
    let known = ["from:", "date:", "mime-version:", "message-id:", "received:", "return-path:", "subject:"];
    known.iter().filter(|name| headers.iter().any(|line| line.starts_with(**name))).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::extension;

    #[test]
    fn content_decides_before_the_server() {
        for (bytes, media, expected) in [
            ("<!DOCTYPE html><p>a", None, "html"),
            ("\u{feff}\n<html>", Some("text/plain"), "html"),
            ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", Some("text/html"), "xml"),
            ("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", None, "html"),
            ("%PDF-1.7", Some("text/html"), "pdf"),
            ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", None, "jsonl"),
            ("{\"name\": \"Канал\", \"messages\": []}", None, "json"),
            ("From: a@b.example\nSubject: x\nDate: today\n\nText", None, "eml"),
            ("MIME-Version: 1.0\nFrom: <Saved>\nContent-Type: multipart/related;\n\tboundary=x\n\n", None, "mhtml"),
            ("Порт: из Мурманска\n\nТекст", Some("text/plain"), "txt"),
            ("---\ntitle: a\n---\nb", None, "md"),
            ("# a", Some("text/markdown; charset=utf-8"), "md"),
            ("", None, "txt"),
        ] {
            assert_eq!(extension(bytes.as_bytes(), media), expected, "{bytes:?}");
        }
        let wide: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(extension(&wide, None), "html");
    }
}
