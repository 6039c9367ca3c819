//! Which of the old Cyrillic encodings a text is in, told by how Cyrillic is written.
//!
//! The encodings put the same letters at different codes, so that a text read in the wrong one has rare
//! letters where the frequent ones should be, and capitals in the middle of words. A few words are
//! enough to tell; detectors made for whole web pages want more.

use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_R, KOI8_U, WINDOWS_1251, X_MAC_CYRILLIC};

/// In the order in which a tie is decided: the commonest first.
const CANDIDATES: [&Encoding; 6] = [WINDOWS_1251, KOI8_R, KOI8_U, IBM866, ISO_8859_5, X_MAC_CYRILLIC];

/// Letters that Russian, Ukrainian and Kazakh have most often, the commonest first.
const FREQUENT: &str = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґъё";

/// Bytes that are looked at.
const SAMPLE: usize = 64 << 10;

/// The Cyrillic encoding that `bytes` are in, if in any of them they read as Cyrillic text.
pub(super) fn encoding_of(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let scored = CANDIDATES.map(|encoding| (encoding, plausibility(&encoding.decode_without_bom_handling(sample).0)));
    let best = scored.iter().fold(scored[0], |best, next| if next.1 > best.1 + 1e-9 { *next } else { best });
    (best.1 >= 2.0).then_some(best.0)
}

/// How much a text looks like written Cyrillic, per character that is not ASCII; rare letters lower it,
/// and capitals inside words, letters of two alphabets in one word and signs of no text more so.
fn plausibility(text: &str) -> f64 {
    let (mut score, mut count) = (0.0, 0_usize);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            count += 1;
            score += worth(c, before);
        } else if c.is_ascii_alphabetic() && is_cyrillic(before) {
            score -= 3.0;
        }
        before = c;
    }
    if count == 0 { 0.0 } else { score / count as f64 }
}

fn worth(c: char, before: char) -> f64 {
    if !is_cyrillic(c) {
        return match c {
            '«' | '»' | '—' | '–' | '“' | '”' | '„' | '…' | '№' | '\u{A0}' | '’' | '°' | '©' => 3.0,
            '\u{AD}' | '·' | '•' | '§' | '€' | '±' | '‘' => 1.0,
            _ => -6.0,
        };
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    let rank = FREQUENT.chars().position(|letter| letter == lower);
    let mut worth = rank.map_or(-4.0, |rank| 5.0 - rank as f64 * 0.16);
    if c.is_uppercase() {
        worth -= 1.0;
        if is_cyrillic(before) && before.is_lowercase() {
            worth -= 6.0;
        }
    }
    if before.is_ascii_alphabetic() {
        worth -= 6.0;
    }
    // No word begins with these.
    if matches!(lower, 'ь' | 'ъ' | 'ы') && !before.is_alphabetic() {
        worth -= 5.0;
    }
    worth
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}
