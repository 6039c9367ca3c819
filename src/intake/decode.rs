//! Bytes to text: encodings, line ends, invisible characters.
//!
//! An encoding is taken from its byte order mark, from the pattern that UTF-16 leaves in the bytes,
//! from being valid UTF-8, and only then guessed: as Cyrillic (`cyrillic`), or as what else it may be
//! (`chardetng`). What a file declares is not asked: pages are saved and served again in encodings that
//! their headers know nothing of.

use std::fmt;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use unicode_normalization::UnicodeNormalization;

/// Bytes decoded to text, not yet normalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding's name as the WHATWG gives it.
    pub encoding: &'static str,
    /// How many places could not be decoded; each stands as U+FFFD in the text.
    pub damaged: usize,
}

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing in it, or nothing but white space.
    Empty,
    /// A known binary format, by its signature.
    Binary(&'static str),
    /// No text in any encoding that we know.
    NoText,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::Binary(what) => write!(f, "is {what}, not text"),
            Self::NoText => f.write_str("is not text in any known encoding"),
        }
    }
}

/// The first bytes of binary formats that end up in a folder of articles by mistake.
const SIGNATURES: [(&[u8], &str); 12] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\x7FELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xD0\xCF\x11\xE0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"Rar!", "a RAR archive"),
];

/// Decodes `bytes`, whatever their encoding.
///
/// # Errors
/// Says why they are no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(Unreadable::Binary(what));
    }
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (guess(bytes)?, bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(body);
    let text = text.into_owned();
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let damaged = text.matches('\u{FFFD}').count();
    let strange = damaged + text.chars().filter(|&c| is_control(c)).count();
    // A cut download has a few broken characters; what has more than one in twenty was never text.
    if strange * 20 > text.chars().count() {
        return Err(Unreadable::NoText);
    }
    Ok(Decoded { text, encoding: encoding.name(), damaged })
}

fn guess(bytes: &[u8]) -> Result<&'static Encoding, Unreadable> {
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => return Ok(UTF_8),
        Err(error) if mostly_utf8(bytes, error.valid_up_to()) => return Ok(UTF_8),
        Err(_) => {}
    }
    if bytes.contains(&0) {
        return Err(Unreadable::NoText);
    }
    if let Some(encoding) = super::cyrillic::encoding_of(bytes) {
        return Ok(encoding);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok(detector.guess(Some(b"ru"), chardetng::Utf8Detection::Deny))
}

/// UTF-16 shows by its high bytes: in Latin and Cyrillic text every second byte is 0 or 4.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(8192) & !1];
    let units = sample.len() / 2;
    if units < 4 {
        return None;
    }
    let high = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0 || byte == 4).count();
    let (even, odd) = (high(0), high(1));
    if odd * 10 >= units * 7 && even * 10 <= units * 3 {
        Some(UTF_16LE)
    } else if even * 10 >= units * 7 && odd * 10 <= units * 3 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a text that is not valid UTF-8 is nevertheless damaged UTF-8 and nothing else: it has
/// many multi-byte characters and hardly a broken one.
fn mostly_utf8(bytes: &[u8], first_fault: usize) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && (broken * 50 <= whole || first_fault + 4 > bytes.len())
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}')
}

/// The text in one form: NFC, `\n` line ends, plain spaces, nothing invisible.
///
/// Zero-width characters, soft hyphens, direction marks and control characters go; every kind of
/// space becomes one ordinary space character; a joiner stays where it holds an emoji together.
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.nfc() {
        let was_return = std::mem::replace(&mut after_return, c == '\r');
        match c {
            '\n' if was_return => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
                out.push(' ');
            }
            '\u{200D}' if out.ends_with(|last: char| !last.is_ascii() && !last.is_alphanumeric()) => out.push(c),
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' => {}
            '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
