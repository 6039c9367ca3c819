//! Letters (`.eml`) and pages saved as one file (MHTML), which are built alike.

use mail_parser::{Address, Message, MessageParser, MimeHeaders};

use super::{Body, Piece, Read};
use crate::diagnostic::Diagnostic;
use crate::intake::article::Sourced;
use crate::intake::metadata::{self, Known};

/// Letters that a letter may hold: each may hold the next, and they are let go one within the other.
const MAX_NESTED: usize = 500;

/// How many letters a letter holds at most: the lines that may give a part the type of one.
fn nested(bytes: &[u8]) -> usize {
    const TYPES: [&str; 3] = ["rfc822", "global", "digest"];
    let lines = bytes.split(|&byte| byte == b'\n');
    let headers = lines.filter(|line| {
        let folded = line.first().is_some_and(|first| matches!(first, b' ' | b'\t'));
        folded || line.get(..12).is_some_and(|name| name.eq_ignore_ascii_case(b"content-type"))
    });
    let told = headers.map(|line| String::from_utf8_lossy(line).to_ascii_lowercase());
    told.filter(|line| TYPES.iter().any(|name| line.contains(name))).count()
}

/// Attachments that are named one by one.
const MAX_NAMED: usize = 20;

/// Whether bytes open with the header of a letter or of an MHTML archive.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(8192)];
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let text = String::from_utf8_lossy(start);
    let (mut fields, mut sure) = (0, 0);
    for line in text.lines() {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return false;
        }
        fields += 1;
        let telling = [
            "mime-version",
            "received",
            "message-id",
            "return-path",
            "delivered-to",
            "content-type",
            "snapshot-content-location",
            "dkim-signature",
        ];
        sure += usize::from(telling.contains(&name.to_lowercase().as_str()));
    }
    fields >= 2 && sure >= 1
}

/// Reads a letter or an archived page.
pub(super) fn read(name: &str, bytes: &[u8]) -> Read {
    let within = nested(bytes);
    if within > MAX_NESTED {
        let wrong =
            Diagnostic::error(name, format!("holds {within} other letters, and no more than {MAX_NESTED} are read"));
        return (Vec::new(), vec![wrong.hint("save the letter that matters as a file of its own")]);
    }
    let Some(message) = MessageParser::default().parse(bytes) else {
        let wrong = Diagnostic::error(name, "is no mail that can be read");
        return (Vec::new(), vec![wrong.hint("export it again, or paste its text into a .txt file")]);
    };
    let archive = message.header_raw("Snapshot-Content-Location").is_some()
        || message.content_type().is_some_and(|kind| {
            kind.subtype() == Some("related")
                && message.from().and_then(Address::first).and_then(|from| from.address()).is_none()
        });
    if archive { read_page(name, &message) } else { read_letter(name, &message) }
}

/// A page as Chromium and old browsers save it: the first part that is HTML, its address in a header.
fn read_page(name: &str, message: &Message) -> Read {
    let part = message.parts.iter().find(|part| part.is_text_html());
    let Some(html) = part.and_then(|part| part.text_contents()) else {
        let wrong = Diagnostic::error(name, "is an MHTML archive without a page in it");
        return (Vec::new(), vec![wrong.hint("save the page again")]);
    };
    let location = message.header_raw("Snapshot-Content-Location").map(str::trim).map(str::to_owned);
    let location = location.or_else(|| part.and_then(|part| part.content_location()).map(str::to_owned));
    let fallback = Known {
        title: message.subject().and_then(metadata::text),
        retrieved: date(message),
        url: location.as_deref().and_then(metadata::url),
        ..Known::default()
    };
    let piece = Piece { fallback, ..Piece::only(Body::Page(html.to_owned()), Known::default()) };
    (vec![piece], Vec::new())
}

fn read_letter(name: &str, message: &Message) -> Read {
    let mut diagnostics = Vec::new();
    let mut names: Vec<String> =
        message.attachments().map(|part| part.attachment_name().unwrap_or("without a name").to_owned()).collect();
    if !names.is_empty() {
        let more = names.len().saturating_sub(MAX_NAMED);
        names.truncate(MAX_NAMED);
        names.extend((more > 0).then(|| format!("{more} more")));
        let note = Diagnostic::note(name, format!("has attachments, which are not read: {}", names.join(", ")));
        diagnostics.push(note.hint("save those that matter as files of their own"));
    }
    let plain = message.text_bodies().find(|part| !part.is_text_html()).and_then(|part| part.text_contents());
    let html = message.html_bodies().find(|part| part.is_text_html()).and_then(|part| part.text_contents());
    let words = |text: &str| text.split_whitespace().count();
    // Newsletters often have a plain part that only points to the other.
    let visible = html.map(|html| words(&crate::intake::html::visible_text(html))).unwrap_or(0);
    let (mut body, mut known) = (None, Known::default());
    if let Some(text) = plain.filter(|text| words(text) * 3 >= visible && words(text) > 0) {
        let (text, inner) = without_forwarding(text);
        known = inner;
        body = Some(Body::Text(unquoted(&text)));
    }
    let body = body.or_else(|| html.map(|html| Body::Fragment(html.to_owned())));
    let Some(body) = body else {
        diagnostics.push(Diagnostic::error(name, "is a letter without text").hint("remove it"));
        return (Vec::new(), diagnostics);
    };
    let own = Known {
        title: message.subject().map(without_marks).and_then(metadata::text),
        published: date(message),
        outlet: message.from().and_then(Address::first).and_then(|from| from.name()).and_then(metadata::text),
        ..Known::default()
    };
    (vec![Piece::only(body, known.or(own))], diagnostics)
}

fn date(message: &Message) -> Option<Sourced<crate::calendar::Moment>> {
    let date = message.date().filter(|date| date.is_valid())?;
    metadata::moment(&date.to_rfc3339()).ok().map(Sourced::metadata)
}

/// A subject without the marks of answers and forwarding.
fn without_marks(subject: &str) -> &str {
    let mut subject = subject.trim();
    loop {
        let mark = ["re:", "fw:", "fwd:", "ha:", "на:", "отв:", "пересл:", "fwd :"]
            .iter()
            .find(|mark| subject.get(..mark.len()).is_some_and(|start| start.to_lowercase() == **mark));
        match mark {
            Some(mark) => subject = subject[mark.len()..].trim(),
            None => return subject,
        }
    }
}

/// The text of a forwarded letter, and what the header that the program put above it says.
fn without_forwarding(text: &str) -> (String, Known) {
    const MARKS: [&str; 7] = [
        "forwarded message",
        "пересылаемое сообщение",
        "пересланное сообщение",
        "пересылаемое письмо",
        "begin forwarded message",
        "original message",
        "исходное сообщение",
    ];
    let lines: Vec<&str> = text.lines().collect();
    let Some(at) = lines.iter().position(|line| {
        let line = line.to_lowercase();
        line.len() < 120 && MARKS.iter().any(|mark| line.contains(mark))
    }) else {
        return (text.to_owned(), Known::default());
    };
    let mut known = Known::default();
    let mut next = at + 1;
    while let Some(line) = lines.get(next) {
        let bare = line.trim_start_matches(['>', ' ', '*']).trim_end_matches('*');
        let Some((field, value)) = bare.split_once(':').filter(|(field, _)| field.chars().count() <= 14) else {
            if bare.trim().is_empty() && next <= at + 2 {
                next += 1;
                continue;
            }
            break;
        };
        let value = value.trim().trim_matches('*').trim();
        match field.trim().trim_matches('*').to_lowercase().as_str() {
            "from" | "от" | "от кого" | "отправитель" => {
                let sender = value.split('<').next().unwrap_or(value).trim().trim_matches('"');
                known.outlet = metadata::text(sender).filter(|name| !name.value.contains('@'));
            }
            "date" | "sent" | "дата" | "отправлено" | "когда" => {
                known.published = metadata::moment(value).ok().map(Sourced::metadata)
            }
            "subject" | "тема" => known.title = metadata::text(without_marks(value)),
            "to" | "кому" | "cc" | "копия" | "reply-to" | "date sent" => {}
            _ => break,
        }
        next += 1;
    }
    if known.title.is_none() && known.published.is_none() && known.outlet.is_none() {
        return (text.to_owned(), known);
    }
    (lines[next..].join("\n"), known)
}

/// The text without the marks that programs put before quoted lines, where nearly all lines have one.
fn unquoted(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let quoted = lines.iter().filter(|line| line.starts_with('>')).count();
    if quoted * 10 < lines.len() * 9 || quoted == 0 {
        return text.to_owned();
    }
    text.lines().map(|line| line.trim_start_matches('>').trim_start()).collect::<Vec<_>>().join("\n")
}
